-- Where the visit of a plan was, as the calendar says; learnt when a report first counts the plan. Null if the calendar
-- does not know.
create table plan_place (
    plan_id uuid primary key references aftercare_plan (id),
    location_id uuid
);
create index aftercare_plan_by_day on aftercare_plan (starts_on) where superseded_by is null;

-- How many different clients there must be behind a number of a report. One row; below three a number would name people.
create table report_rules (
    one boolean primary key default true,
    min_people int not null default 5,
    constraint one_set_of_report_rules check (one),
    constraint report_numbers_name_nobody check (min_people between 3 and 100)
);
insert into report_rules default values;
