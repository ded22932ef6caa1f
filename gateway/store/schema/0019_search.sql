-- Words and old months in files of their own.

-- Texts that were changed after they were stored (parts that came late, words
-- that were masked): the index of words, which is another file and fed behind,
-- takes them up again.  Few, and never deleted.
CREATE TABLE text_changed (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	message_id INTEGER NOT NULL
);

-- Months of messages that are in a file of their own: furrow-MONTH.db.
CREATE TABLE archive (
	month TEXT PRIMARY KEY, -- 2025-01
	first_id INTEGER NOT NULL,
	last_id INTEGER NOT NULL,
	until_ms INTEGER NOT NULL, -- the month's end
	dropped_id INTEGER NOT NULL -- deleted here up to this one
) WITHOUT ROWID;
