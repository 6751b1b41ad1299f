-- A new entry asks once whether a forced one is in the way of its practitioner or in its room; of a day they are a handful.
drop index calendar_entry_forced_by_room;
drop index calendar_entry_forced;
create index calendar_entry_forced on calendar_entry (starts_at) where forced;
