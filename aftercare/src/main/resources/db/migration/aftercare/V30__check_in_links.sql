-- Several links may open one question: that of the first message and that of the gentle repeat.
create table check_in_link (
    token_hash text primary key,
    check_in_id uuid not null references check_in (id) on delete cascade,
    good_until timestamptz not null
);
create index check_in_link_by_question on check_in_link (check_in_id);
insert into check_in_link (token_hash, check_in_id, good_until)
    select token_hash, id, token_until from check_in where token_hash is not null and token_until is not null;
alter table check_in drop column token_hash, drop column token_until;

-- Questions are asked in batches, by their time.
create index check_in_due on check_in (due_at) where status = 'PLANNED';
delete from scheduled_tasks where task_name = 'check-in-ask';

-- What the clinic sets: hours null means what the protocol says.
create table check_in_settings (
    one boolean primary key default true check (one),
    hours int[],
    from_time time not null default '08:00',
    until_time time not null default '20:00',
    version int not null default 0,
    constraint check_in_day_in_order check (from_time < until_time)
);
insert into check_in_settings default values;
