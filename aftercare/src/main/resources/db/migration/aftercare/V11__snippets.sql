-- Ready-made sentences for notes: a user's own, and the clinic's (without an owner).
create table note_snippet (
    id uuid primary key,
    owner uuid,
    name text not null check (length(name) between 1 and 60),
    body text not null check (length(body) between 1 and 4000),
    changed_at timestamptz not null,
    changed_by uuid not null
);
create unique index one_snippet_per_name on note_snippet (owner, lower(name)) where owner is not null;
create unique index one_clinic_snippet_per_name on note_snippet (lower(name)) where owner is null;
