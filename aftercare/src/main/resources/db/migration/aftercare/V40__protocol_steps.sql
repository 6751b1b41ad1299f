-- What was tried out with which text: a draft is approved only if its very text was simulated, and replayed over the
-- signed notes if there are any. A changed text has another hash, so that what was tried before counts no more.
alter table protocol_version
    add column simulated_hash text,
    add column simulated_by_name text,
    add column simulated_at timestamptz,
    add column replayed_hash text,
    add column replayed_by_name text,
    add column replayed_at timestamptz,
    add column replayed_notes bigint,
    add column replayed_changed bigint;

-- Who moved a version on its way, when and why. Rows are added and never change.
create table protocol_step (
    id uuid primary key,
    number int not null references protocol_version (number),
    step text not null constraint protocol_step_known
        check (step in ('STARTED', 'DISCARDED', 'RESTORED', 'APPROVED', 'ROLLED_BACK')),
    content_hash text not null,
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    reason text not null default '',
    constraint protocol_rollback_says_why check (step <> 'ROLLED_BACK' or reason <> '')
);
create index protocol_step_by_time on protocol_step (at desc);

-- What a therapist would have changed; the owner or a clinical lead closes it with an answer.
create table protocol_proposal (
    id uuid primary key,
    number int not null references protocol_version (number),
    item text not null,
    body text not null constraint protocol_proposal_says_what check (body <> ''),
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    closed_by_name text,
    closed_at timestamptz,
    answer text not null default '',
    version bigint not null
);
create index protocol_proposal_open on protocol_proposal (at desc) where closed_at is null;

-- The supervisor's list: what therapists added against a rule.
create index aftercare_plan_overrides on aftercare_plan (issued_at desc)
    where jsonb_array_length(overrides) > 0 and superseded_by is null;
