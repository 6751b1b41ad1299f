-- Clients are looked up far more often than written. Without this a search reads through all that the index has not
-- taken in yet, and the planner, who counts that in, reads through all clients instead.
alter index client_by_phone set (fastupdate = off);
select gin_clean_pending_list('client_by_phone');

-- Plain letters in the order of the alphabet, whatever order the database's language has: so that one index finds the
-- beginning of a name and gives it in order. Every word of the name begins after a blank, the first too.
alter table client drop column search_text;
alter table client add search_text text collate "C"
    generated always as (' ' || translate(intake_plain(name || ' ' || coalesce(email, '')), '-', ' ')) stored;
create index client_by_search_text on client using gin (search_text gin_trgm_ops) with (fastupdate = off);
drop index client_by_name;
create index client_by_name on client (search_text, id);
create index client_by_birth_date on client (birth_date);

-- The words that a client is called by: of the name, and of the e-mail address before its @; letters only, as nobody
-- mistypes a name into a number.
create function intake_words(value text) returns text[] language sql immutable strict parallel safe
    -- bound here and now, so that a backup is restored whatever the path is then
    return array(
        select distinct word from regexp_split_to_table(intake_plain(value), '[^[:alpha:]]+') word
        where length(word) > 1 order by word);

alter table client
    add words text[] generated always as (intake_words(name || ' ' || split_part(coalesce(email, ''), '@', 1))) stored;
create index client_by_words on client using gin (words) with (fastupdate = off);

-- Every such word once: what a mistyped word may have meant. It is found here, among some thousand words, and not by
-- comparing it with every client.
create table client_word (
    word text primary key
);
create index client_word_alike on client_word using gin (word gin_trgm_ops) with (fastupdate = off);
insert into client_word select distinct unnest(words) from client;

-- In the order of the words, so that two who add clients never wait for one another in a circle.
create function client_words_added() returns trigger language plpgsql as $$
begin
    insert into client_word
        select distinct word from written, unnest(words) word order by word
        on conflict do nothing;
    return null;
end $$;

-- A name that nobody has any more is not kept.
create function client_words_gone() returns trigger language plpgsql as $$
begin
    delete from client_word
        where word in (select unnest(words) from erased)
          and not exists (select from client where words @> array[word]);
    return null;
end $$;

create trigger client_words_of_new after insert on client referencing new table as written
    for each statement execute function client_words_added();
create trigger client_words_of_corrected after update on client referencing new table as written
    for each statement execute function client_words_added();
create trigger client_words_of_former after update on client referencing old table as erased
    for each statement execute function client_words_gone();
create trigger client_words_of_erased after delete on client referencing old table as erased
    for each statement execute function client_words_gone();
