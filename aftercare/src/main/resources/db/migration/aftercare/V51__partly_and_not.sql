-- What the client says of a day: done, done in part, or not done. No row means that nobody knows.
alter table plan_tick add column state text not null default 'DONE';
alter table plan_tick add constraint tick_says_what check (state in ('DONE', 'PARTLY', 'NOT'));
