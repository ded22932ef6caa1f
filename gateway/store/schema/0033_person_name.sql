-- People by their names: from each word of a name on, in plain letters
-- (store_name.h).  An older store's are written when it is opened next: SQLite
-- knows the small letters of ASCII only.
CREATE TABLE person_name (
	word TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	PRIMARY KEY (word, person_id)
) WITHOUT ROWID;
INSERT INTO setting (key, value)
	SELECT 'names_known', NOT EXISTS (SELECT 1 FROM person WHERE name <> '');
