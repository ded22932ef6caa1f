-- Texts to many: one row and a cursor, not a row for each of them.

CREATE TABLE broadcast (
	id INTEGER PRIMARY KEY,
	state INTEGER NOT NULL, -- enum broadcast_state
	actor TEXT NOT NULL, -- who began it: "admin:amina"
	created_ms INTEGER NOT NULL,
	ended_ms INTEGER NOT NULL DEFAULT 0,
	due_ms INTEGER NOT NULL, -- not before
	stale_ms INTEGER NOT NULL DEFAULT 0, -- not after; 0: ever
	next_ms INTEGER NOT NULL DEFAULT 0, -- for the rate
	rate INTEGER NOT NULL DEFAULT 0, -- texts a minute; 0: as links allow
	night INTEGER NOT NULL DEFAULT 0, -- in quiet hours too
	roles INTEGER NOT NULL DEFAULT 0, -- any of these; 0: everybody
	area_id INTEGER NOT NULL DEFAULT 0, -- and what lies in it; 0: any
	lang TEXT NOT NULL DEFAULT '', -- only who speaks it; '': all
	after_id INTEGER NOT NULL DEFAULT 0, -- the cursor: person done
	last_id INTEGER NOT NULL, -- the newest person when it began
	looked INTEGER NOT NULL DEFAULT 0, -- people that the cursor passed
	made INTEGER NOT NULL DEFAULT 0, -- texts
	sent INTEGER NOT NULL DEFAULT 0,
	lost INTEGER NOT NULL DEFAULT 0 -- refused for good, or too late
);
-- One that runs is all that a turn asks for.
CREATE INDEX broadcast_running ON broadcast (id) WHERE state = 1;

CREATE TABLE broadcast_text (
	broadcast_id INTEGER NOT NULL,
	lang TEXT NOT NULL, -- '': for all whose language is not here
	text TEXT NOT NULL,
	PRIMARY KEY (broadcast_id, lang)
) WITHOUT ROWID;
