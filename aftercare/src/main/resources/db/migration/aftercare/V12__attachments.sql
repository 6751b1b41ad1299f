-- Photos and papers of a note. The content is kept once; each version of the note names the files that belong to it.
create table note_file (
    id uuid primary key,
    appointment_id uuid not null,
    client_id uuid not null,
    name text not null,
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    content bytea not null,
    content_hash text not null,
    added_at timestamptz not null,
    added_by uuid not null,
    added_name text not null
);
create index note_file_by_appointment on note_file (appointment_id);
create table note_attachment (
    note_id uuid not null references session_note (id),
    file_id uuid not null references note_file (id),
    constraint one_file_once_per_note primary key (note_id, file_id)
);
create index note_attachment_by_file on note_attachment (file_id);

create function refuse_change_of_file() returns trigger language plpgsql as $$
begin
    raise exception 'a file never changes'
        using errcode = 'restrict_violation', constraint = 'file_is_final';
end $$;
create trigger file_is_final before update on note_file for each row execute function refuse_change_of_file();

create function refuse_change_of_signed_attachments() returns trigger language plpgsql as $$
begin
    if exists (select 1 from session_note n where n.status = 'SIGNED'
               and n.id in (case when tg_op = 'INSERT' then new.note_id else old.note_id end,
                            case when tg_op = 'DELETE' then old.note_id else new.note_id end)) then
        raise exception 'the note is signed and never changes'
            using errcode = 'restrict_violation', constraint = 'signed_note_is_final';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger signed_attachments_are_final before insert or update or delete on note_attachment
    for each row execute function refuse_change_of_signed_attachments();
