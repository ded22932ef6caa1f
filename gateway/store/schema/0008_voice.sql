-- What people tell us, with a number, until somebody has answered and closed
-- it.  The words are the message's.
CREATE TABLE feedback (
	id INTEGER PRIMARY KEY, -- F12 in texts
	person_id INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL, -- the person's, then
	message_id INTEGER NOT NULL,
	officer_id INTEGER NOT NULL, -- 0: there was nobody
	time_ms INTEGER NOT NULL,
	answered_ms INTEGER NOT NULL DEFAULT 0, -- the first time
	closed_ms INTEGER NOT NULL DEFAULT 0,
	reminded INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feedback_open ON feedback (person_id) WHERE closed_ms = 0;
