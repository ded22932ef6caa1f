-- Whose words they are: their text may lie in the file of an old month by the
-- time somebody is erased.  0: that was not known any more when this was made.
ALTER TABLE unknown_word ADD COLUMN phone_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE unknown_word ADD COLUMN person_id INTEGER NOT NULL DEFAULT 0;
UPDATE unknown_word SET (phone_id, person_id) =
	(SELECT phone_id, person_id FROM message m WHERE m.id = message_id)
	WHERE message_id IN (SELECT id FROM message);
