-- Rows that a rule of keeping passed while they were still needed (a text that
-- was to go, the history of a line that was not over): they are emptied once
-- they are not.  Few, and mostly none.
CREATE TABLE retained_late (
	kind TEXT NOT NULL, -- as in retained
	id INTEGER NOT NULL,
	PRIMARY KEY (kind, id)
) WITHOUT ROWID;
