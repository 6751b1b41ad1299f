-- What has been decided about the plan while the note is written, and the free marks on the body chart.
alter table session_note
    add column decisions jsonb not null default '[]',
    add column strokes jsonb not null default '[]';
alter table note_conflict_copy
    add column decisions jsonb not null default '[]',
    add column strokes jsonb not null default '[]';
