-- What is signed stays: hashes that say how they were made, and triggers on plans and addenda like those on notes.

-- How the content hash of a version was made; docs/record.md describes each scheme.
alter table session_note add column hash_scheme int not null default 1;
alter table session_note alter column hash_scheme set default 2;
update session_note set hash_scheme = 2 where status = 'DRAFT';

-- Addenda get a hash over the same form of bytes: name, length in bytes, text.
alter table note_addendum add column content_hash text;
alter table note_addendum disable trigger addendum_is_final;
update note_addendum set content_hash = encode(sha256(convert_to(
    'addendum 36' || chr(10) || id || chr(10)
    || 'note 36' || chr(10) || note_id || chr(10)
    || 'reason ' || octet_length(reason) || chr(10) || reason || chr(10)
    || 'text ' || octet_length(body) || chr(10) || body || chr(10)
    || 'by 36' || chr(10) || written_by || chr(10)
    || 'name ' || octet_length(written_name) || chr(10) || written_name || chr(10)
    || 'at ' || length((extract(epoch from written_at) * 1000000)::bigint::text) || chr(10)
    || (extract(epoch from written_at) * 1000000)::bigint || chr(10), 'UTF8')), 'hex');
alter table note_addendum enable trigger addendum_is_final;
alter table note_addendum alter column content_hash set not null;

create function refuse_change_of_plan() returns trigger language plpgsql as $$
begin
    -- An amendment says which plan took the place of this one; nothing else ever moves.
    if tg_op = 'UPDATE' and old.superseded_by is null and new.superseded_by is not null
        and to_jsonb(old) - 'superseded_by' = to_jsonb(new) - 'superseded_by' then
        return new;
    end if;
    raise exception 'plan % was issued with a signed note and never changes', old.id
        using errcode = 'restrict_violation', constraint = 'plan_is_final';
end $$;
create trigger plan_is_final before update or delete on aftercare_plan
    for each row execute function refuse_change_of_plan();

create function refuse_truncate_of_record() returns trigger language plpgsql as $$
declare
    filled boolean;
begin
    execute format('select exists (select 1 from %I.%I)', tg_table_schema, tg_table_name) into filled;
    if filled then
        raise exception 'what was signed is never deleted'
            using errcode = 'restrict_violation', constraint = tg_argv[0];
    end if;
    return null;
end $$;
create trigger plans_stay before truncate on aftercare_plan
    for each statement execute function refuse_truncate_of_record('plan_is_final');
create trigger addenda_stay before truncate on note_addendum
    for each statement execute function refuse_truncate_of_record('addendum_is_final');

create trigger attachments_stay before truncate on note_attachment
    for each statement execute function refuse_truncate_of_record('signed_note_is_final');

-- Each look at whether all that was signed still fits its hash.
create table integrity_check (
    id uuid primary key,
    checked_at timestamptz not null,
    notes bigint not null,
    addenda bigint not null,
    findings jsonb not null
);
create index integrity_check_by_time on integrity_check (checked_at desc, id desc);
