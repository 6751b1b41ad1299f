-- Therapists who opened the record of a client whom they do not treat: who, why, until when. Rows are only ever added.
create table broken_glass (
    id uuid primary key,
    client_id uuid not null,
    user_id uuid not null,
    practitioner_id uuid not null,
    user_name text not null,
    reason text not null,
    broken_at timestamptz not null,
    until timestamptz not null,
    constraint glass_is_whole_again check (until > broken_at)
);
create index broken_glass_by_time on broken_glass (broken_at desc, id desc);
create index broken_glass_by_user on broken_glass (user_id, client_id, until);

create function refuse_change_of_broken_glass() returns trigger language plpgsql as $$
begin
    raise exception 'who opened a record in an emergency is never changed'
        using errcode = 'restrict_violation', constraint = 'broken_glass_is_final';
end $$;
create trigger broken_glass_is_final before update or delete on broken_glass
    for each row execute function refuse_change_of_broken_glass();
create trigger broken_glass_stays before truncate on broken_glass
    for each statement execute function refuse_truncate_of_record('broken_glass_is_final');

-- Who saved or signed a note of a client.
create index session_note_by_writer on session_note (client_id, saved_by);
