-- What an admin looks for: texts that did not go as they should, and orders that
-- did not end well.  Few are ever in one of these states, so the others pay
-- nothing for it.
-- States: 3 quarantined, 14 unknown, 15 refused, 16 failed, 17 stale.
CREATE INDEX message_odd ON message (state, id)
	WHERE (state = 3 OR (state >= 14 AND state <= 17));
-- States: 6 unfilled, 7 cancelled, 8 disputed, 9 failed.
CREATE INDEX line_odd ON line (state, id) WHERE state >= 6 AND state <= 9;
