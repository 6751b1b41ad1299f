-- A new entry asks in one statement whether a forced one, which the constraints do not see, is in its room.
create index calendar_entry_forced_by_room on calendar_entry (room_id, starts_at) where forced and room_id is not null;
