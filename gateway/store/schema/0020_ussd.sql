-- Dialogues by USSD: where each stands, and every turn of it.

CREATE TABLE ussd_session (
	id INTEGER PRIMARY KEY,
	link_id INTEGER NOT NULL, -- the channel
	ext TEXT NOT NULL, -- the gateway's own id; '': a phone and a code
	-- Of the id, or of channel and number where there is none, while it may be
	-- found by it: for a day, or until another has the same.  0: no more.
	mark INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	code TEXT NOT NULL, -- "384*96"
	dial TEXT NOT NULL DEFAULT '', -- what stood behind it
	network TEXT NOT NULL DEFAULT '',
	state INTEGER NOT NULL, -- enum session_life
	reason TEXT NOT NULL DEFAULT '', -- why it is over
	opened_ms INTEGER NOT NULL,
	seen_ms INTEGER NOT NULL, -- the newest turn
	closed_ms INTEGER NOT NULL DEFAULT 0,
	turns INTEGER NOT NULL DEFAULT 0,
	last_text TEXT NOT NULL DEFAULT '', -- of a dialect that repeats all; "?"
					    -- for each octet of a secret
	-- The trade's own (core/session.h).
	screen TEXT NOT NULL DEFAULT '',
	stack TEXT NOT NULL DEFAULT '',
	vars TEXT NOT NULL DEFAULT '',
	bad INTEGER NOT NULL DEFAULT 0,
	page INTEGER NOT NULL DEFAULT 0,
	token INTEGER NOT NULL DEFAULT 0,
	lang TEXT NOT NULL DEFAULT '',
	resumable INTEGER NOT NULL DEFAULT 0,
	made TEXT NOT NULL DEFAULT '' -- code of the order it made
);
-- Those of the last day by the gateway's id; all by who dialled (the id is in
-- every index, at its end).
CREATE INDEX ussd_session_mark ON ussd_session (mark) WHERE mark <> 0;
-- Those that wait for an answer (SESSION_WAIT): no entry changes with a turn.
CREATE INDEX ussd_session_wait ON ussd_session (link_id) WHERE state = 2;
CREATE INDEX ussd_session_phone ON ussd_session (phone_id);

-- id = session * 64 + number from 1: what belongs together lies together.
CREATE TABLE ussd_turn (
	id INTEGER PRIMARY KEY,
	time_ms INTEGER NOT NULL,
	turn_key TEXT NOT NULL DEFAULT '',
	input TEXT NOT NULL, -- masked where it was a secret
	screen_before TEXT NOT NULL,
	screen_after TEXT NOT NULL,
	answer TEXT NOT NULL,
	go_on INTEGER NOT NULL,
	took_ms INTEGER NOT NULL DEFAULT 0, -- from the ask to the commit's turn
	message_id INTEGER NOT NULL DEFAULT 0 -- what it did
);
-- The log reads all turns in the order in which they came.
CREATE INDEX ussd_turn_time ON ussd_turn (time_ms);

-- What a confirm screen showed is done once, for ever.
CREATE TABLE ussd_token (
	token INTEGER PRIMARY KEY,
	session_id INTEGER NOT NULL,
	message_id INTEGER NOT NULL
);
