-- The outbox. A row says that a client is to be told of something; what it says is made from the facts when it is sent,
-- so that it is never out of date, and is not kept. Each row has one job in scheduled_tasks.
create table message (
    id uuid primary key,
    cause text not null,
    kind text not null,
    client_id uuid not null,
    appointment_id uuid,
    check_in_id uuid,
    plan_id uuid,
    about timestamptz,
    state text not null,
    send_at timestamptz not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    attempts int not null default 0,
    tried_at timestamptz,
    sent_at timestamptz,
    text text,
    channel text,
    address text,
    subject text,
    problem text,
    detail text,
    constraint one_message_per_cause unique (cause),
    constraint message_state_known check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED', 'CANCELLED')),
    constraint sent_message_says_when check (state <> 'SENT' or sent_at is not null)
);
create index message_queue on message (send_at, id) where state in ('WAITING', 'SENDING');
create index message_by_change on message (changed_at desc, id);
create index message_by_client on message (client_id, changed_at desc);
create index message_by_appointment on message (appointment_id, kind) where appointment_id is not null;

-- What a client was last told of an appointment: a change is a difference to this.
create table appointment_told (
    appointment_id uuid primary key,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    practitioner_id uuid not null,
    location_id uuid not null,
    cancelled boolean not null,
    sequence int not null,
    told_at timestamptz not null
);

-- Links in messages, by the hash of their secret.
create table message_link (
    token_hash text primary key,
    message_id uuid not null references message (id) on delete cascade,
    purpose text not null,
    client_id uuid not null,
    appointment_id uuid,
    topic text,
    good_until timestamptz not null,
    constraint message_link_purpose_known check (purpose in ('VISIT', 'STOP'))
);

-- The clinic's own words instead of ours.
create table message_text (
    text text primary key,
    subject text not null,
    body text not null,
    sms text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    version int not null
);

create table message_settings (
    one boolean primary key default true check (one),
    undo_minutes int not null default 3 check (undo_minutes between 0 and 60),
    reminder_hours int[] not null default '{48,3}',
    quiet_from time not null default '21:00',
    quiet_until time not null default '08:00',
    come_back_weeks int not null default 6 check (come_back_weeks between 0 and 52),
    version int not null default 0
);
insert into message_settings default values;
