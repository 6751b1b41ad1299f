-- Who may sign in. The address is kept in lower case, so that it is one account however it is typed.
create table account (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text,
    clinical_lead boolean not null,
    practitioner_id uuid,
    enabled boolean not null,
    created_at timestamptz not null,
    password_changed_at timestamptz,
    version integer not null,
    constraint account_email_taken unique (email),
    constraint account_email_lower check (email = lower(email)),
    constraint account_lead_is_practitioner check (not clinical_lead or practitioner_id is not null)
);

create table account_role (
    account_id uuid not null references account on delete cascade,
    role text not null,
    constraint account_role_pkey primary key (account_id, role),
    constraint account_role_known check (role in ('DESK', 'THERAPIST', 'CLIENT', 'OWNER'))
);

-- The clients that an account is or acts for.
create table account_client (
    account_id uuid not null references account on delete cascade,
    client_id uuid not null,
    constraint account_client_pkey primary key (account_id, client_id)
);
create index account_client_by_client on account_client (client_id);

-- Who saw or changed what. Rows are only ever added.
create table audit_entry (
    id uuid primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    subject text not null,
    client_id uuid,
    reason text
);
create index audit_entry_by_time on audit_entry (at desc, id desc);
create index audit_entry_by_client on audit_entry (client_id, at desc) where client_id is not null;
create index audit_entry_by_actor on audit_entry (actor_id, at desc) where actor_id is not null;

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only' using errcode = 'restrict_violation', constraint = 'audit_append_only';
end $$;

create trigger audit_append_only_rows before update or delete on audit_entry
    for each row execute function audit_is_append_only();
create trigger audit_append_only_table before truncate on audit_entry
    for each statement execute function audit_is_append_only();

-- The answers to requests that carried an Idempotency-Key, so that a repeat answers as the first time.
create table api_reply (
    account_id uuid not null,
    idempotency_key text not null,
    request_hash bytea not null,
    status integer,
    location text,
    content_type text,
    body bytea,
    created_at timestamptz not null,
    constraint api_reply_pkey primary key (account_id, idempotency_key)
);
create index api_reply_by_time on api_reply (created_at);
