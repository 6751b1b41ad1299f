-- The trail is read by time and by client, never by actor, and every look at a record paid for this index.
drop index audit_entry_by_actor;
