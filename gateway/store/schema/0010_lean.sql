-- The same index, said so that each message pays less for it.  For an IN list
-- of three or more SQLite makes a table of its own each time it asks whether a
-- row belongs into the index: twice for each change of any message.
DROP INDEX message_open;
-- States: 10 queued, 11 sending, 15 refused; MESSAGE_OPEN in message_row.h.
CREATE INDEX message_open ON message (phone_id, id)
	WHERE state = 10 OR state = 11 OR state = 15;
