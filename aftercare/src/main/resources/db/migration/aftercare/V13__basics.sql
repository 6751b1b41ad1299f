-- A client whose visit's note was not signed by the next morning gets the basics meanwhile; the plan follows with the
-- signature.
create table basics_given (
    appointment_id uuid primary key,
    client_id uuid not null,
    given_at timestamptz not null,
    starts_on date not null,
    ends_on date not null,
    zone text not null,
    protocol_version int not null,
    items jsonb not null,
    constraint basics_end_after_they_start check (ends_on >= starts_on)
);
create index basics_given_by_client on basics_given (client_id, starts_on desc);
