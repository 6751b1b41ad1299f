-- Free times are asked for by practitioner and by room, and are answered from these two indexes alone. Without that the
-- database comes to read by the time instead, which is whatever the whole house has in those days.
drop index calendar_entry_by_practitioner;
create index calendar_entry_by_practitioner on calendar_entry (practitioner_id, starts_at)
    include (room_id, lane, busy_from, busy_until, room_until, kind, status, expires_at);
drop index calendar_entry_by_room;
create index calendar_entry_by_room on calendar_entry (room_id, starts_at)
    include (practitioner_id, lane, busy_from, busy_until, room_until, kind, status, expires_at) where room_id is not null;
