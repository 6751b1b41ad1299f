-- The versions of the clinic protocol. A text is never changed once the version has been in force: plans pin it.
create table protocol_version (
    id uuid primary key,
    version bigint not null,
    number int not null constraint protocol_number_once unique,
    status text not null constraint protocol_status_known check (status in ('DRAFT', 'IN_FORCE', 'RETIRED', 'DISCARDED')),
    yaml text not null,
    content_hash text not null,
    based_on int,
    edited_by uuid,
    edited_by_name text not null,
    edited_at timestamptz not null,
    approved_by uuid,
    approved_by_name text,
    approved_at timestamptz,
    constraint protocol_not_approved_by_its_editor check (approved_by is null or edited_by is null or approved_by <> edited_by),
    constraint protocol_in_force_is_approved check (status in ('DRAFT', 'DISCARDED') or approved_at is not null)
);
create unique index protocol_one_in_force on protocol_version (status) where status = 'IN_FORCE';
