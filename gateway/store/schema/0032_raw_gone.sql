-- The file of that month has no raw forms any more: the rule for them passed it.
ALTER TABLE archive ADD COLUMN raw_gone INTEGER NOT NULL DEFAULT 0;
