-- What our texts cost, which phones are robots, and words that prove who
-- wrote.

-- A day of accounts (market_account_day) of one link: a few rows a day.
CREATE TABLE spent (
	day INTEGER NOT NULL,
	link_id INTEGER NOT NULL,
	texts INTEGER NOT NULL,
	parts INTEGER NOT NULL,
	minor INTEGER NOT NULL,
	PRIMARY KEY (day, link_id)
) WITHOUT ROWID;

-- 1: the trade could do nothing with that text of theirs.
ALTER TABLE message ADD COLUMN idle INTEGER NOT NULL DEFAULT 0;

-- A phone that answers our texts by itself, and until when it gets no answer.
-- Only phones that were caught have a row.
CREATE TABLE robot (
	phone_id INTEGER PRIMARY KEY,
	caught_ms INTEGER NOT NULL,
	until_ms INTEGER NOT NULL,
	times INTEGER NOT NULL, -- caught so often, none a week apart
	message_id INTEGER NOT NULL -- by which it was caught
);
CREATE INDEX robot_until ON robot (until_ms);

-- A word sent to a phone, and the text that waits for it.
CREATE TABLE proof (
	phone_id INTEGER PRIMARY KEY,
	word TEXT NOT NULL,
	message_id INTEGER NOT NULL,
	asked_ms INTEGER NOT NULL,
	tries INTEGER NOT NULL,
	asked_count INTEGER NOT NULL
);
