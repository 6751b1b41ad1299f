-- What happens to a task between being raised and being done: it sleeps for a while, goes to somebody else, climbs when
-- it is late, and is talked about.
alter table staff_task
    add column snoozed_until timestamptz,
    add column assigned_role text,
    add column climbed_at timestamptz,
    add column done_clinical boolean not null default true,
    add constraint task_is_for_a_role_of_staff check (assigned_role in ('DESK', 'THERAPIST')),
    add constraint task_is_with_one_or_a_role check (assigned_role is null or claimed_by is null),
    add constraint done_task_does_not_sleep check (status = 'OPEN' or snoozed_until is null);

-- What the desk sees, what is a therapist's own, what somebody has taken on, and what is next to climb: each list in
-- the order in which it is shown.
create index staff_task_calls on staff_task (urgency desc, due_at, id)
    where status = 'OPEN' and kind in ('URGENT_ALERT', 'SILENT_CLIENT');
create index staff_task_of_practitioner on staff_task (practitioner_id, urgency desc, due_at, id) where status = 'OPEN';
create index staff_task_of_person on staff_task (claimed_by, urgency desc, due_at, id) where status = 'OPEN';
create index staff_task_to_climb on staff_task (due_at) where status = 'OPEN' and urgency >= 2 and climbed_at is null;
create index staff_task_of_plan on staff_task (plan_id) where status = 'OPEN';

-- Who did what to a task and when; rows are only added. The audience says who may read the words: all who see the task,
-- therapists, or only those who treat the client.
create table staff_task_step (
    id uuid primary key,
    task_id uuid not null,
    at timestamptz not null,
    step text not null check (step in ('REPORTED', 'WORSENED', 'CLAIMED', 'HANDED_OVER', 'RELEASED', 'SNOOZED', 'WOKEN',
        'COMMENTED',
        'CLIMBED', 'COMPLETED', 'REOPENED')),
    by_id uuid,
    by_name text,
    to_id uuid,
    to_name text,
    to_role text check (to_role in ('DESK', 'THERAPIST')),
    until_at timestamptz,
    remark text,
    audience text not null default 'STAFF' check (audience in ('STAFF', 'THERAPISTS', 'TREATING')),
    -- Raised and reported again in one transaction, a task may be written after its history.
    constraint step_of_a_task foreign key (task_id) references staff_task (id) deferrable initially deferred,
    constraint snooze_says_until_when check (step <> 'SNOOZED' or until_at is not null)
);
create index staff_task_step_by_task on staff_task_step (task_id, at);

insert into staff_task_step (id, task_id, at, step, by_id, by_name)
    select gen_random_uuid(), id, claimed_at, 'CLAIMED', claimed_by, claimed_name
    from staff_task where claimed_at is not null;
insert into staff_task_step (id, task_id, at, step, by_id, by_name, remark, audience)
    select gen_random_uuid(), id, done_at, 'COMPLETED', done_by, done_name, remark, 'TREATING'
    from staff_task where done_at is not null;

-- How long an urgent task may be overdue before it climbs. One row: the clinic's.
create table task_rules (
    one boolean primary key default true,
    climb_urgent_minutes int not null default 30,
    climb_emergency_minutes int not null default 10,
    constraint one_set_of_task_rules check (one),
    constraint climbing_is_minutes_to_a_day check (climb_urgent_minutes between 1 and 1440
        and climb_emergency_minutes between 1 and 1440)
);
insert into task_rules default values;
