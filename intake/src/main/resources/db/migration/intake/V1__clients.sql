-- How a text is compared in a search: without case and accents. Declared immutable so that it can be indexed; it is as
-- long as the dictionary of the extension is not changed.
create function intake_plain(value text) returns text language sql immutable strict parallel safe
    as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

create table client (
    id uuid primary key,
    name text not null,
    email text,
    phone text,
    birth_date date,
    zone text not null,
    language text not null,
    created_at timestamptz not null,
    version integer not null,
    search_text text generated always as (intake_plain(name || ' ' || coalesce(email, ''))) stored,
    constraint client_name_given check (length(trim(name)) > 0),
    constraint client_phone_e164 check (phone ~ '^\+[1-9][0-9]{4,14}$')
);
create index client_by_search_text on client using gin (search_text gin_trgm_ops);
create index client_by_phone on client using gin (phone gin_trgm_ops);
create index client_by_name on client (lower(name), id);

-- What treatment and aftercare must respect. The version counts the times that somebody said it is right.
create table safety_profile (
    client_id uuid primary key references client on delete cascade,
    version integer not null,
    confirmed_on date not null,
    notes text not null,
    changed_at timestamptz not null,
    constraint safety_profile_version_positive check (version > 0)
);

-- One condition of a profile. Areas are REGION:SIDE; none means the whole body. A pending one has been taken away by
-- the client and counts until the therapist agrees.
create table safety_condition (
    client_id uuid not null references safety_profile on delete cascade,
    code text not null,
    areas text[] not null,
    since date,
    until date,
    cleared_by text,
    pending boolean not null,
    constraint safety_condition_pkey primary key (client_id, code),
    constraint safety_condition_span check (until >= since)
);

-- What a client has agreed to. A consent that was withdrawn stays as it was given.
create table consent (
    id uuid primary key,
    client_id uuid not null references client on delete cascade,
    kind text not null,
    text_version integer not null,
    given_at timestamptz not null,
    given_by uuid not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    constraint consent_span check (withdrawn_at >= given_at)
);
create unique index consent_one_in_force on consent (client_id, kind) where withdrawn_at is null;
