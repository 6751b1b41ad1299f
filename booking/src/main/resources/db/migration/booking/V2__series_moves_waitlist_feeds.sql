-- Appointments that return: each is an appointment like any other, and knows which series it came from.
create table appointment_series (
    id uuid primary key,
    client_id uuid not null,
    every_weeks int not null constraint appointment_series_weeks_in_range check (every_weeks between 1 and 52),
    made_at timestamptz not null,
    made_by uuid
);
alter table calendar_entry add column series_id uuid references appointment_series;
create index calendar_entry_by_series on calendar_entry (series_id, starts_at) where series_id is not null;
-- several clients, one visit
create index calendar_entry_by_party on calendar_entry (party_id) where party_id is not null;

-- Where an appointment stood before each move.
create table appointment_move (
    appointment_id uuid not null references calendar_entry on delete cascade,
    version bigint not null,
    moved_at timestamptz not null,
    moved_by text not null,
    from_start timestamptz not null,
    from_end timestamptz not null,
    from_location_id uuid not null references location,
    from_practitioner_id uuid not null references practitioner,
    from_room_id uuid references room,
    primary key (appointment_id, version)
);

-- Who would come if a time were free. Times of day are by the location's clock; an end of 00:00 is the day's end.
create table waitlist_entry (
    id uuid primary key,
    version bigint not null,
    client_id uuid not null,
    service_id uuid not null references service,
    location_id uuid references location,
    -- empty for anybody, empty for any day
    practitioner_ids uuid[] not null,
    weekdays int[] not null constraint waitlist_entry_weekdays_known check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
    from_time time not null,
    to_time time not null,
    first_day date not null,
    last_day date not null,
    notes text,
    state text not null constraint waitlist_entry_state_known check (state in ('WAITING', 'BOOKED', 'LEFT')),
    since timestamptz not null,
    made_by uuid,
    constraint waitlist_entry_times_in_order check (to_time > from_time or to_time = '00:00'),
    constraint waitlist_entry_days_in_order check (last_day >= first_day)
);
create index waitlist_entry_waiting on waitlist_entry (since) where state = 'WAITING';
create index waitlist_entry_by_client on waitlist_entry (client_id);

-- A freed time held for one of them. Its id is also that of the hold, and of the appointment that it becomes.
create table waitlist_offer (
    id uuid primary key,
    entry_id uuid not null references waitlist_entry,
    location_id uuid not null references location,
    practitioner_id uuid not null references practitioner,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null constraint waitlist_offer_state_known check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED'))
);
create unique index waitlist_offer_one_at_a_time on waitlist_offer (entry_id) where state = 'OFFERED';
create index waitlist_offer_by_time on waitlist_offer (practitioner_id, starts_at);

-- Addresses under which somebody's appointments can be read by a calendar program. Only the token's hash is kept.
create table calendar_feed (
    id uuid primary key,
    token_hash bytea not null constraint calendar_feed_token_once unique,
    practitioner_id uuid references practitioner,
    client_id uuid,
    made_at timestamptz not null,
    made_by uuid not null,
    revoked_at timestamptz,
    read_at timestamptz,
    constraint calendar_feed_of_one check ((practitioner_id is null) <> (client_id is null))
);
create index calendar_feed_by_practitioner on calendar_feed (practitioner_id) where practitioner_id is not null;
create index calendar_feed_by_client on calendar_feed (client_id) where client_id is not null;
