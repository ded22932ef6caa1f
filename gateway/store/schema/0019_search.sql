-- Words and old months in files of their own.

-- Texts that were changed after they were stored (parts that came late, words
-- that were masked): the index of words, which is another file and fed behind,
-- takes them up again.  Few, and never deleted.
CREATE TABLE text_changed (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	message_id INTEGER NOT NULL
);
