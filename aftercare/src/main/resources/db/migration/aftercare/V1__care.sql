-- The session note. One row a version of the note: a draft is written over, a signed row never changes again.
create table session_note (
    id uuid primary key,
    appointment_id uuid not null,
    client_id uuid not null,
    practitioner_id uuid not null,
    revision int not null default 1 check (revision >= 1),
    amends uuid references session_note (id),
    amendment_reason text,
    status text not null check (status in ('DRAFT', 'SIGNED')),
    visit_day date not null,
    session jsonb not null,
    subjective text not null default '',
    objective text not null default '',
    assessment text not null default '',
    plan_text text not null default '',
    created_at timestamptz not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    signed_at timestamptz,
    signed_by uuid,
    signed_name text,
    content_hash text,
    digest text,
    request_hash text,
    plan_id uuid,
    version int not null,
    constraint one_note_per_visit unique (appointment_id, revision),
    constraint amendment_says_why check ((revision = 1) = (amends is null) and (amends is null) = (amendment_reason is null)),
    constraint signed_note_is_complete check (status = 'DRAFT' or (signed_at is not null and signed_by is not null
        and signed_name is not null and content_hash is not null and digest is not null and request_hash is not null
        and plan_id is not null))
);
create unique index one_draft_per_visit on session_note (appointment_id) where status = 'DRAFT';
create index session_note_by_client on session_note (client_id, visit_day desc);
create index session_note_drafts on session_note (practitioner_id) where status = 'DRAFT';

create function refuse_change_of_signed_note() returns trigger language plpgsql as $$
begin
    if old.status = 'SIGNED' then
        raise exception 'note % is signed and never changes', old.id
            using errcode = 'restrict_violation', constraint = 'signed_note_is_final';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger signed_note_is_final before update or delete on session_note
    for each row execute function refuse_change_of_signed_note();

create function refuse_truncate_of_notes() returns trigger language plpgsql as $$
begin
    if exists (select 1 from session_note where status = 'SIGNED') then
        raise exception 'signed notes are never deleted'
            using errcode = 'restrict_violation', constraint = 'signed_note_is_final';
    end if;
    return null;
end $$;
create trigger signed_notes_stay before truncate on session_note
    for each statement execute function refuse_truncate_of_notes();

-- A draft that came too late. It is kept until somebody lets it go, so that two devices lose nothing.
create table note_conflict_copy (
    id uuid primary key,
    appointment_id uuid not null,
    based_on int not null,
    session jsonb not null,
    subjective text not null,
    objective text not null,
    assessment text not null,
    plan_text text not null,
    content_hash text not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    saved_name text not null,
    constraint one_copy_per_text unique (appointment_id, content_hash)
);

create table note_addendum (
    id uuid primary key,
    note_id uuid not null references session_note (id),
    reason text not null,
    body text not null,
    written_at timestamptz not null,
    written_by uuid not null,
    written_name text not null
);
create index note_addendum_by_note on note_addendum (note_id, written_at);
create function refuse_change_of_addendum() returns trigger language plpgsql as $$
begin
    raise exception 'an addendum never changes'
        using errcode = 'restrict_violation', constraint = 'addendum_is_final';
end $$;
create trigger addendum_is_final before update or delete on note_addendum
    for each row execute function refuse_change_of_addendum();

-- The plan that a signature issued: what the engine got and said, what the therapist decided, and what came of both
-- (null where the decisions changed nothing). It never changes; what moves is beside it.
create table aftercare_plan (
    id uuid primary key,
    note_id uuid not null references session_note (id),
    appointment_id uuid not null,
    client_id uuid not null,
    practitioner_id uuid not null,
    protocol_version int not null,
    issued_at timestamptz not null,
    starts_on date not null,
    ends_on date not null,
    visit_start timestamptz not null,
    visit_end timestamptz not null,
    zone text not null,
    session jsonb not null,
    safety jsonb,
    history jsonb not null,
    engine_result jsonb not null,
    decisions jsonb not null,
    decided jsonb,
    overrides jsonb not null,
    digest text not null,
    baseline int not null check (baseline between 0 and 10),
    peak int not null check (peak between 0 and 10),
    band_end_hours int not null,
    max_pressure int check (max_pressure between 1 and 5),
    superseded_by uuid references aftercare_plan (id),
    constraint one_plan_per_note unique (note_id),
    constraint plan_ends_after_it_starts check (ends_on >= starts_on)
);
create index aftercare_plan_by_client on aftercare_plan (client_id, visit_start desc);
create index aftercare_plan_by_appointment on aftercare_plan (appointment_id);

-- Signed and issued in one transaction: neither without the other.
alter table session_note add constraint signed_note_has_its_plan
    foreign key (plan_id) references aftercare_plan (id) deferrable initially deferred;

-- Why and since when an item is on hold; a row that is resumed stays as history.
create table plan_pause (
    id uuid primary key,
    plan_id uuid not null references aftercare_plan (id),
    item text not null,
    cause text not null check (cause in ('CHECK_IN', 'SAFETY_PROFILE')),
    paused_at timestamptz not null,
    resumed_at timestamptz,
    resumed_by uuid
);
create unique index one_pause_per_item_and_cause on plan_pause (plan_id, item, cause) where resumed_at is null;

create table plan_tick (
    plan_id uuid not null references aftercare_plan (id),
    item text not null,
    day int not null check (day >= 0),
    ticked_at timestamptz not null,
    constraint one_tick_per_day primary key (plan_id, item, day)
);

create table check_in (
    id uuid primary key,
    plan_id uuid not null references aftercare_plan (id),
    client_id uuid not null,
    after_hours int,
    due_at timestamptz,
    status text not null check (status in ('PLANNED', 'ASKED', 'ANSWERED', 'UNKNOWN', 'CANCELLED')),
    asked_at timestamptz,
    token_hash text,
    token_until timestamptz,
    answered_at timestamptz,
    hours double precision,
    pain int check (pain between 0 and 10),
    areas jsonb,
    symptoms jsonb,
    done jsonb,
    remark text,
    triage jsonb,
    outcome text check (outcome in ('AS_EXPECTED', 'WATCH', 'URGENT', 'EMERGENCY')),
    task_id uuid,
    version int not null,
    constraint one_question_per_time unique (plan_id, after_hours),
    constraint one_link_per_question unique (token_hash),
    constraint answer_is_complete check (status <> 'ANSWERED' or (answered_at is not null and hours is not null
        and pain is not null and triage is not null and outcome is not null)),
    constraint question_has_its_time check (after_hours is null or due_at is not null)
);
create index check_in_by_plan on check_in (plan_id);
create index check_in_by_client on check_in (client_id) where status in ('PLANNED', 'ASKED');

create table staff_task (
    id uuid primary key,
    kind text not null check (kind in ('URGENT_ALERT', 'WATCH', 'SILENT_CLIENT', 'UNSIGNED_NOTE', 'PROFILE_CHANGED')),
    urgency int not null check (urgency between 0 and 3),
    status text not null check (status in ('OPEN', 'DONE')),
    cause_key text not null,
    causes text[] not null default '{}',
    client_id uuid,
    practitioner_id uuid,
    appointment_id uuid,
    plan_id uuid references aftercare_plan (id),
    check_in_id uuid,
    detail jsonb not null,
    times int not null default 1,
    raised_at timestamptz not null,
    due_at timestamptz not null,
    claimed_by uuid,
    claimed_name text,
    claimed_at timestamptz,
    outcome text,
    remark text,
    done_by uuid,
    done_name text,
    done_at timestamptz,
    version int not null,
    constraint done_task_has_an_outcome check (status = 'OPEN' or (outcome is not null and done_at is not null))
);
create unique index one_open_task_per_cause on staff_task (cause_key) where status = 'OPEN';
create index staff_task_inbox on staff_task (urgency desc, due_at, id) where status = 'OPEN';
create index staff_task_by_client on staff_task (client_id);
create index staff_task_done on staff_task (done_at desc) where status = 'DONE';
