-- What a text costs.

-- What the link called a text of one part that was taken at the first try (as
-- sent_part.mr, which has no row for such a text until something is reported
-- of it); -1: look there.
ALTER TABLE message ADD COLUMN mr INTEGER NOT NULL DEFAULT -1;

-- A text that is due is written as `sending` at once, by the turn that made it,
-- and most are `sent` a moment later.  So `sending` is 18 now: message_open,
-- which takes in 11, is left as it is (on ten million messages a new index
-- takes half a minute), and has nothing to do with them.  Which texts are
-- `sending` is known in memory; a start reads the messages behind this mark.
INSERT INTO setting (key, value)
	SELECT 'flight_mark', coalesce((SELECT min(id) - 1
	    FROM message INDEXED BY message_open
	    WHERE (state = 10 OR state = 11 OR state = 15) AND state = 11),
	    (SELECT max(id) FROM message), 0);
UPDATE message SET state = 18 WHERE id IN (SELECT id
	FROM message INDEXED BY message_open
	WHERE (state = 10 OR state = 11 OR state = 15) AND state = 11);
