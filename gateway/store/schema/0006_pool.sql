-- Leaders and the households behind them.

-- A household's number among its leader's, from 1, for as long as that is its
-- leader: what the leader writes in GIVE #K7F 12 30kg.
ALTER TABLE person ADD COLUMN household_no INTEGER NOT NULL DEFAULT 0;
UPDATE person SET household_no = (SELECT count(*) FROM person o
	WHERE o.leader_id = person.leader_id AND o.id <= person.id)
	WHERE leader_id > 0;
CREATE INDEX person_household ON person (leader_id, household_no)
	WHERE leader_id > 0;
-- Texts, tables and the console all write leader_id; whoever does, the number
-- must be there.
CREATE TRIGGER person_household_number AFTER UPDATE OF leader_id ON person
	WHEN NEW.leader_id > 0 AND NEW.leader_id <> OLD.leader_id
BEGIN
	UPDATE person SET household_no = 1 + (SELECT coalesce(max(household_no), 0)
		FROM person WHERE leader_id = NEW.leader_id AND leader_id > 0
		AND id <> NEW.id) WHERE id = NEW.id;
END;

-- What a household's part in orders was so far, for its next turn: unit '' in
-- milligrams, else thousandths of a pack whose weight nobody knows.
CREATE TABLE pool_given (
	leader_id INTEGER NOT NULL,
	product TEXT NOT NULL,
	unit TEXT NOT NULL,
	household_id INTEGER NOT NULL,
	given INTEGER NOT NULL,
	PRIMARY KEY (leader_id, product, unit, household_id)
) WITHOUT ROWID;

-- What lies at the leader's of one household's goods on the same terms, in the
-- measure of the listing.  Read first in, first out.
CREATE TABLE lot (
	id INTEGER PRIMARY KEY,
	offer_id INTEGER NOT NULL,
	leader_id INTEGER NOT NULL,
	household_id INTEGER NOT NULL,
	terms INTEGER NOT NULL, -- 1 commission, 2 bought
	price_minor INTEGER NOT NULL, -- bought at; -1
	rate INTEGER NOT NULL, -- commission, hundredths of a percent
	left_milli INTEGER NOT NULL,
	CHECK (left_milli >= 0)
);
CREATE INDEX lot_open ON lot (offer_id, id) WHERE left_milli > 0;

-- A receipt: the leader took so much.  Its rows are never changed but undone.
CREATE TABLE took (
	id INTEGER PRIMARY KEY,
	leader_id INTEGER NOT NULL,
	household_id INTEGER NOT NULL,
	lot_id INTEGER NOT NULL,
	product TEXT NOT NULL,
	unit TEXT NOT NULL,
	qty_milli INTEGER NOT NULL,
	lot_milli INTEGER NOT NULL, -- the same in the listing's measure
	grade TEXT NOT NULL,
	terms INTEGER NOT NULL,
	price_minor INTEGER NOT NULL,
	rate INTEGER NOT NULL,
	due_minor INTEGER NOT NULL, -- bought: to be paid; -1
	message_id INTEGER NOT NULL,
	time_ms INTEGER NOT NULL,
	undone_ms INTEGER NOT NULL
);
-- One row a delivery, and never on an order's way.
CREATE INDEX took_leader ON took (leader_id);
CREATE INDEX took_household ON took (household_id);

-- A household's part of a line; at most 64 a line.  The leader's own part is a
-- row as well, so that the open ones always sum to the line.
CREATE TABLE share (
	line_id INTEGER NOT NULL,
	household_id INTEGER NOT NULL,
	lot_id INTEGER NOT NULL, -- 0: it is still to be brought
	leader_id INTEGER NOT NULL,
	qty_milli INTEGER NOT NULL, -- in the line's measure
	grade TEXT NOT NULL,
	state INTEGER NOT NULL, -- 1 open, 2 done, 3 dropped
	price_minor INTEGER NOT NULL, -- per unit of the line, -1
	lot_milli INTEGER NOT NULL, -- drawn from the lot
	offer_id INTEGER NOT NULL, -- the household's own listing; 0
	hold_milli INTEGER NOT NULL, -- held on that
	time_ms INTEGER NOT NULL,
	PRIMARY KEY (line_id, household_id, lot_id)
) WITHOUT ROWID;
CREATE INDEX share_open ON share (household_id, line_id) WHERE state = 1;
