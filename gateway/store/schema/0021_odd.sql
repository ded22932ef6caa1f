-- What an admin looks for: texts that did not go as they should.  Few of all
-- messages are ever in one of these states, so the others pay nothing for it.
-- States: 3 quarantined, 14 unknown, 15 refused, 16 failed, 17 stale.
CREATE INDEX message_odd ON message (state, id)
	WHERE (state = 3 OR (state >= 14 AND state <= 17));
