-- The market's own words, what nobody understood, and what is usual.

-- What an admin said a word means.  `folded` as handlers/fold writes it.
CREATE TABLE alias (
	folded TEXT PRIMARY KEY,
	name TEXT NOT NULL, -- as it was written
	product TEXT NOT NULL,
	by_whom TEXT NOT NULL,
	time_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Words only: no numbers, no names of people or places.
CREATE TABLE unknown_word (
	word TEXT NOT NULL,
	lang TEXT NOT NULL,
	count INTEGER NOT NULL,
	first_ms INTEGER NOT NULL,
	last_ms INTEGER NOT NULL,
	message_id INTEGER NOT NULL, -- the last text with it
	PRIMARY KEY (word, lang)
) WITHOUT ROWID;
CREATE INDEX unknown_word_rare ON unknown_word (count, last_ms);

-- The most that a buyer ever ordered of a product in one line.  unit '': in
-- grams; else in thousandths of that pack, whose weight nobody knows.
CREATE TABLE bought (
	person_id INTEGER NOT NULL,
	product TEXT NOT NULL,
	unit TEXT NOT NULL,
	most INTEGER NOT NULL,
	PRIMARY KEY (person_id, product, unit)
) WITHOUT ROWID;
-- A float, so that no row of an old market can stop the migration.
INSERT INTO bought (person_id, product, unit, most)
	SELECT o.buyer_id, l.product, iif(l.unit_grams > 0, '', l.unit),
	    cast(max(iif(l.unit_grams > 0,
		l.qty_milli * 0.001 * l.unit_grams, l.qty_milli)) AS INTEGER)
	FROM line l JOIN order_ o ON o.id = l.id / 64
	GROUP BY 1, 2, 3;
