-- People who are being erased, and how far that is.

CREATE TABLE erasure (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL,
	stage INTEGER NOT NULL, -- enum erase_stage
	place INTEGER NOT NULL, -- the last row looked at in this stage
	upto INTEGER NOT NULL, -- the last message that may name them
	begun_ms INTEGER NOT NULL,
	ended_ms INTEGER NOT NULL, -- 0: it goes on
	texts INTEGER NOT NULL, -- of theirs that were emptied
	quotes INTEGER NOT NULL -- of others in which they were named
);
CREATE INDEX erasure_open ON erasure (id) WHERE ended_ms = 0;

-- By what they are found in the texts of others, while it goes on.
CREATE TABLE erasure_word (
	erasure_id INTEGER NOT NULL,
	kind INTEGER NOT NULL, -- 1 a number, 2 a name
	word TEXT NOT NULL,
	PRIMARY KEY (erasure_id, kind, word)
) WITHOUT ROWID;

-- What a rule of keeping took away, one row a kind.
CREATE TABLE retained (
	kind TEXT PRIMARY KEY,
	place INTEGER NOT NULL, -- where the next look begins
	gone INTEGER NOT NULL, -- rows so far
	last_ms INTEGER NOT NULL, -- when it last looked through all
	oldest_ms INTEGER NOT NULL -- the oldest that stayed; 0: none
) WITHOUT ROWID;
