-- Full text of what was written, kept by the database itself.
alter table session_note add column search tsvector generated always as (
    to_tsvector('english', subjective || ' ' || objective || ' ' || assessment || ' ' || plan_text)
    || coalesce(jsonb_to_tsvector('english', session -> 'areas', '["string"]'), ''::tsvector)) stored;
create index session_note_search on session_note using gin (search);

alter table note_addendum add column search tsvector generated always as (
    to_tsvector('english', reason || ' ' || body)) stored;
create index note_addendum_search on note_addendum using gin (search);
