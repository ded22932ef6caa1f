-- Turns by fair shares; see "Turns" in docs/schema.md.

-- The way down the tree in one number: gateway/core/area.h.
ALTER TABLE area ADD COLUMN no INTEGER NOT NULL DEFAULT 0;
CREATE INDEX area_parent ON area (parent_id, no);
WITH RECURSIVE tree (id, no, shift) AS (
	SELECT a.id, min((SELECT count(*) FROM area b
	    WHERE b.parent_id = 0 AND b.id <= a.id), 1023) << 50, 50
	FROM area a WHERE a.parent_id = 0
	UNION ALL
	SELECT a.id, iif(t.shift = 0, t.no,
	    t.no | (min((SELECT count(*) FROM area b
	    WHERE b.parent_id = a.parent_id AND b.id <= a.id), 1023)
	    << (t.shift - 10))), max(t.shift - 10, 0)
	FROM area a JOIN tree t ON t.id = a.parent_id)
UPDATE area SET no = tree.no FROM tree WHERE tree.id = area.id;

-- A listing's place in the turn: first where (area_no), then how much of its
-- share the seller had (turn_key).  `out` is why the listing cannot be chosen
-- for as long as nobody changes it: 1 the seller, 2 its dates (store_offer.h).
DROP INDEX offer_turn;
ALTER TABLE offer RENAME COLUMN asked_ms TO turn_key;
ALTER TABLE offer ADD COLUMN area_no INTEGER NOT NULL DEFAULT 0;
ALTER TABLE offer ADD COLUMN out INTEGER NOT NULL DEFAULT 0;
UPDATE offer SET turn_key = r.n
	FROM (SELECT id, dense_rank() OVER (PARTITION BY product
	    ORDER BY turn_key) - 1 AS n FROM offer) r
	WHERE r.id = offer.id;
UPDATE offer SET area_no = coalesce(a.no, 0),
	out = p.stopped_ms <> 0 OR (p.roles <> 0 AND (p.roles & 6) = 0)
	FROM person p LEFT JOIN area a ON a.id = p.area_id
	WHERE p.id = offer.seller_id;
CREATE INDEX offer_turn ON offer (product, area_no, turn_key)
	WHERE out = 0 AND closed = 0 AND stock_milli > held_milli;

-- For a buyer's highest price that few sellers meet; being asked does not
-- touch it.
CREATE INDEX offer_price ON offer (product, unit, price_minor)
	WHERE out = 0 AND closed = 0 AND stock_milli > held_milli
	    AND price_minor >= 0;

-- How far the turn has come: newcomers start here.  usual: what a proposal
-- weighs, a running mean.
CREATE TABLE turn_clock (
	product TEXT NOT NULL,
	area_no INTEGER NOT NULL,
	key INTEGER NOT NULL,
	usual INTEGER NOT NULL,
	PRIMARY KEY (product, area_no)
) WITHOUT ROWID;

ALTER TABLE proposal ADD COLUMN charge INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN asked_count INTEGER NOT NULL DEFAULT 0;
-- How often they answer and keep their word: thousandths, a running mean.
ALTER TABLE person ADD COLUMN reliable_milli INTEGER NOT NULL DEFAULT 1000;

-- How far the search for a line's seller has come, and the best reason so far
-- for there being nobody.
CREATE TABLE line_seek (
	line_id INTEGER PRIMARY KEY,
	area_no INTEGER NOT NULL,
	turn_key INTEGER NOT NULL,
	offer_id INTEGER NOT NULL,
	verdict INTEGER NOT NULL,
	lowest_minor INTEGER NOT NULL,
	unit TEXT NOT NULL
);

-- Sets of weights by admin.  protected: which people are in it is for admins.
CREATE TABLE weight_set (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE COLLATE NOCASE,
	factor_milli INTEGER NOT NULL,
	protected INTEGER NOT NULL
);
CREATE TABLE person_weight (
	person_id INTEGER NOT NULL,
	set_id INTEGER NOT NULL,
	PRIMARY KEY (person_id, set_id)
) WITHOUT ROWID;

CREATE TABLE campaign (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	area_id INTEGER NOT NULL,
	factor_milli INTEGER NOT NULL,
	sponsor TEXT NOT NULL,
	texts INTEGER NOT NULL, -- that the sponsor pays; 0: no end
	spent INTEGER NOT NULL,
	from_ms INTEGER NOT NULL,
	until_ms INTEGER NOT NULL,
	ended_ms INTEGER NOT NULL -- 0: runs
);
CREATE INDEX campaign_open ON campaign (id) WHERE ended_ms = 0;
