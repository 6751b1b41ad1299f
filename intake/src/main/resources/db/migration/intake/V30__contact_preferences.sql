-- How a client wants to hear of what; a topic without a row goes by its default.
create table contact_preference (
    client_id uuid not null references client on delete cascade,
    topic text not null,
    way text not null,
    at_time time,
    changed_at timestamptz not null,
    constraint contact_preference_pkey primary key (client_id, topic),
    constraint contact_preference_way_known check (way in ('EMAIL', 'SMS', 'OFF')),
    constraint contact_preference_time_of_care check (at_time is null or topic = 'CARE_PLAN')
);
