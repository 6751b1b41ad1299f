-- Where, by whom and what is treated. Times of day are by the location's clock; an end of 00:00 is the day's end.

create table location (
    id uuid primary key,
    version bigint not null,
    code text not null constraint location_code_taken unique,
    name text not null,
    zone text not null,
    country text not null constraint location_country_is_iso check (country ~ '^[A-Z]{2}$'),
    phone text not null,
    address text not null,
    step_minutes int not null constraint location_step_in_range check (step_minutes between 5 and 60),
    lead_minutes int not null constraint location_lead_not_negative check (lead_minutes >= 0),
    horizon_days int not null constraint location_horizon_positive check (horizon_days > 0),
    notice_hours int not null constraint location_notice_not_negative check (notice_hours >= 0),
    active boolean not null
);

create table location_hours (
    location_id uuid not null references location,
    weekday int not null check (weekday between 1 and 7),
    from_time time not null,
    to_time time not null,
    primary key (location_id, weekday, from_time),
    constraint location_hours_end_after_start check (to_time > from_time or to_time = '00:00')
);

create table room (
    id uuid primary key,
    version bigint not null,
    location_id uuid not null references location,
    name text not null,
    lanes int not null constraint room_lanes_in_range check (lanes between 1 and 20),
    turnover_minutes int not null constraint room_turnover_in_range check (turnover_minutes between 0 and 240),
    active boolean not null,
    constraint room_name_taken unique (location_id, name)
);

create table practitioner (
    id uuid primary key,
    version bigint not null,
    name text not null,
    daily_limit int constraint practitioner_daily_limit_positive check (daily_limit > 0),
    active boolean not null
);

create table practitioner_hours (
    practitioner_id uuid not null references practitioner,
    location_id uuid not null references location,
    weekday int not null check (weekday between 1 and 7),
    from_time time not null,
    to_time time not null,
    usual_room_id uuid references room,
    primary key (practitioner_id, location_id, weekday, from_time),
    constraint practitioner_hours_end_after_start check (to_time > from_time or to_time = '00:00')
);

create table practitioner_break (
    practitioner_id uuid not null references practitioner,
    location_id uuid not null references location,
    weekday int not null check (weekday between 1 and 7),
    from_time time not null,
    to_time time not null,
    label text not null,
    primary key (practitioner_id, location_id, weekday, from_time),
    constraint practitioner_break_end_after_start check (to_time > from_time or to_time = '00:00')
);

-- A date whose hours differ from the week's: its rows stand for that practitioner's hours at that location that day.
create table practitioner_day (
    practitioner_id uuid not null references practitioner,
    location_id uuid not null references location,
    day date not null,
    from_time time not null,
    to_time time not null,
    primary key (practitioner_id, location_id, day, from_time),
    constraint practitioner_day_end_after_start check (to_time > from_time or to_time = '00:00')
);

-- A practitioner away, wherever they would have worked.
create table time_off (
    id uuid primary key,
    practitioner_id uuid not null references practitioner,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    label text not null,
    constraint time_off_end_after_start check (ends_at > starts_at)
);
create index time_off_by_practitioner on time_off (practitioner_id, starts_at);

-- A location shut though its week says open, by its own clock.
create table closure (
    id uuid primary key,
    location_id uuid not null references location,
    starts_at timestamp not null,
    ends_at timestamp not null,
    label text not null,
    constraint closure_end_after_start check (ends_at > starts_at)
);
create index closure_by_location on closure (location_id, starts_at);

create table service (
    id uuid primary key,
    version bigint not null,
    code text not null constraint service_code_taken unique,
    name text not null,
    description text not null,
    minutes int not null constraint service_minutes_in_range check (minutes between 5 and 480),
    buffer_before int not null constraint service_buffer_before_in_range check (buffer_before between 0 and 120),
    buffer_after int not null constraint service_buffer_after_in_range check (buffer_after between 0 and 120),
    price_minor bigint not null constraint service_price_not_negative check (price_minor >= 0),
    currency text not null constraint service_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
    online_bookable boolean not null,
    active boolean not null
);

create table service_practitioner (
    service_id uuid not null references service,
    practitioner_id uuid not null references practitioner,
    primary key (service_id, practitioner_id)
);

create table service_room (
    service_id uuid not null references service,
    room_id uuid not null references room,
    primary key (service_id, room_id)
);

-- Each change of the tables above gives the directory a new revision, in the same transaction: a reader that holds a copy
-- asks for this one row and knows whether the copy still stands. A sequence never gives a number twice, not even after a
-- rollback.
create sequence directory_revision_numbers;
create table directory_revision (
    one boolean primary key default true check (one),
    revision bigint not null
);
insert into directory_revision (revision) values (nextval('directory_revision_numbers'));

create function directory_changed() returns trigger language plpgsql as $$
begin
    update directory_revision set revision = nextval('directory_revision_numbers');
    return null;
end $$;

do $$
declare
    changed text;
begin
    foreach changed in array array['location', 'location_hours', 'room', 'practitioner', 'practitioner_hours',
            'practitioner_break', 'practitioner_day', 'time_off', 'closure', 'service', 'service_practitioner',
            'service_room'] loop
        execute format('create trigger %I after insert or update or delete or truncate on %I '
            || 'for each statement execute function directory_changed()', changed || '_changes_directory', changed);
    end loop;
end $$;

-- All that takes a practitioner's or a room's time: appointments, holds of a slot while a client decides, and time blocked
-- for something else. One table, because an exclusion constraint sees one table.
create table calendar_entry (
    id uuid primary key,
    kind text not null constraint calendar_entry_kind_known check (kind in ('APPOINTMENT', 'HOLD', 'BLOCK')),
    version bigint not null,
    location_id uuid not null references location,
    practitioner_id uuid not null references practitioner,
    room_id uuid references room,
    lane int,
    service_id uuid references service,
    client_id uuid,
    party_id uuid,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    -- with the service's buffers: the practitioner's time
    busy_from timestamptz not null,
    busy_until timestamptz not null,
    -- with the room's turnover too: the room's time, from busy_from on
    room_until timestamptz not null,
    status text not null,
    status_since timestamptz not null,
    note_signed boolean not null default false,
    reason text,
    late boolean not null default false,
    -- whether it stands outside the constraints on purpose, and why
    forced boolean not null default false,
    override_reason text,
    price_minor bigint not null default 0,
    currency text,
    notes text,
    label text,
    booked_at timestamptz not null,
    booked_by uuid,
    expires_at timestamptz,

    constraint calendar_entry_status_known check (status in
        ('BOOKED', 'CONFIRMED', 'ARRIVED', 'IN_SESSION', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'TAKEN')),
    constraint calendar_entry_times_in_order check
        (busy_from <= starts_at and starts_at < ends_at and ends_at <= busy_until and busy_until <= room_until),
    -- readers look this far back for what is still going on
    constraint calendar_entry_at_most_a_day check (room_until - busy_from <= interval '30 hours'),
    constraint calendar_entry_lane_of_room check ((room_id is null) = (lane is null)),
    constraint calendar_entry_forced_says_why check (not forced or override_reason is not null),
    constraint calendar_entry_appointment_complete check
        (kind <> 'APPOINTMENT' or client_id is not null and service_id is not null and currency is not null and status <> 'TAKEN'),
    constraint calendar_entry_hold_ends check ((kind = 'HOLD') = (expires_at is not null)),
    constraint calendar_entry_block_says_what check (kind <> 'BLOCK' or label is not null),

    constraint calendar_entry_practitioner_free exclude using gist
        (practitioner_id with =, tstzrange(busy_from, busy_until) with &&)
        where (status not in ('CANCELLED', 'NO_SHOW') and not forced),
    constraint calendar_entry_room_free exclude using gist
        (room_id with =, lane with =, tstzrange(busy_from, room_until) with &&)
        where (status not in ('CANCELLED', 'NO_SHOW') and not forced)
);
create index calendar_entry_by_practitioner on calendar_entry (practitioner_id, starts_at);
create index calendar_entry_by_room on calendar_entry (room_id, starts_at) where room_id is not null;
create index calendar_entry_by_location on calendar_entry (location_id, starts_at);
create index calendar_entry_by_client on calendar_entry (client_id, starts_at) where client_id is not null;
create index calendar_entry_by_start on calendar_entry (starts_at);
create index calendar_entry_by_expiry on calendar_entry (expires_at) where expires_at is not null;
-- the few that the constraints do not see; a new entry looks here as well
create index calendar_entry_forced on calendar_entry (practitioner_id, starts_at) where forced;
