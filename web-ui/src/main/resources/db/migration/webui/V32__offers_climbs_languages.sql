-- A message may be about a time that is offered, or go to somebody of the staff about a task.
alter table message add column offer_id uuid, add column task_id uuid, add column user_id uuid;
alter table message_link add column offer_id uuid;
alter table message_link drop constraint message_link_purpose_known;
alter table message_link add constraint message_link_purpose_known check (purpose in ('VISIT', 'STOP', 'OFFER'));

-- The clinic's own words, for each language that it has written them in.
alter table message_text add column language text not null default 'en';
alter table message_text drop constraint message_text_pkey;
alter table message_text add constraint message_text_pkey primary key (text, language);
alter table message_text alter column language drop default;
