-- 0007_sale: sales with an end, and who asked to hear of what.

-- The stock that a seller gave to a sale is an offer, so that holds,
-- hand-overs and cancellations need nothing new.  It stays `closed`: the turn
-- (offer_turn) never sees it, and no order falls to it by accident.
ALTER TABLE offer ADD COLUMN sale_id INTEGER NOT NULL DEFAULT 0;

-- States as enum sale_state: 1 asked, 2 planned, 3 running, 4 ended,
-- 5 dropped.  Sums are kept, not counted: an order costs the same on the
-- thousandth buyer.
CREATE TABLE sale (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL,
	opener_id INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	product TEXT NOT NULL,
	unit TEXT NOT NULL,
	price_minor INTEGER NOT NULL,
	cap_milli INTEGER NOT NULL, -- for each buyer; 0: none
	from_ms INTEGER NOT NULL,
	until_ms INTEGER NOT NULL,
	state INTEGER NOT NULL,
	orders INTEGER NOT NULL DEFAULT 0,
	sold_milli INTEGER NOT NULL DEFAULT 0,
	sum_minor INTEGER NOT NULL DEFAULT 0,
	waiting INTEGER NOT NULL DEFAULT 0,
	wait_last INTEGER NOT NULL DEFAULT 0, -- newest number given out
	created_ms INTEGER NOT NULL,
	changed_ms INTEGER NOT NULL,
	ended_ms INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX sale_code ON sale (code) WHERE state IN (1, 2, 3);
CREATE INDEX sale_running ON sale (product, price_minor) WHERE state = 3;
CREATE INDEX sale_opener ON sale (opener_id) WHERE state IN (2, 3);

-- One seller in the relay; id = sale_id * 64 + number.
CREATE TABLE sale_part (
	id INTEGER PRIMARY KEY,
	seller_id INTEGER NOT NULL,
	offer_id INTEGER NOT NULL,
	orders INTEGER NOT NULL DEFAULT 0,
	sold_milli INTEGER NOT NULL DEFAULT 0,
	sum_minor INTEGER NOT NULL DEFAULT 0,
	told INTEGER NOT NULL DEFAULT 0 -- orders the seller was told of
);

-- A line that took from a sale; quantities in the sale's measure.
CREATE TABLE sale_line (
	line_id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL,
	buyer_id INTEGER NOT NULL,
	promoter_id INTEGER NOT NULL,
	qty_milli INTEGER NOT NULL,
	sum_minor INTEGER NOT NULL,
	gone INTEGER NOT NULL DEFAULT 0 -- cancelled, given back
);
-- For the cap; a buyer has a handful.
CREATE INDEX sale_line_buyer ON sale_line (buyer_id, part_id) WHERE gone = 0;

CREATE TABLE sale_wait (
	sale_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	buyer_id INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	promoter_id INTEGER NOT NULL,
	qty_milli INTEGER NOT NULL, -- in the buyer's measure
	unit TEXT NOT NULL,
	need_milli INTEGER NOT NULL, -- in the sale's
	PRIMARY KEY (sale_id, number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX sale_wait_buyer ON sale_wait (buyer_id, sale_id);

CREATE TABLE promoter (
	code TEXT PRIMARY KEY COLLATE NOCASE,
	person_id INTEGER NOT NULL,
	permille INTEGER NOT NULL -- commission
) WITHOUT ROWID;
CREATE TABLE sale_promoter (
	sale_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	orders INTEGER NOT NULL,
	sum_minor INTEGER NOT NULL,
	PRIMARY KEY (sale_id, person_id)
) WITHOUT ROWID;

-- topic: 'sales', 'product:mango', 'seller:17'.  Read by topic in order of
-- persons by a cursor, and by person for their own list.
CREATE TABLE follow (
	topic TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	created_ms INTEGER NOT NULL,
	PRIMARY KEY (topic, person_id)
) WITHOUT ROWID;
CREATE INDEX follow_person ON follow (person_id);

-- One thing that many are told: a cursor, not a row for each of them.
CREATE TABLE news (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL, -- enum news_kind
	ref INTEGER NOT NULL, -- sale, or seller
	topic INTEGER NOT NULL, -- the topic at work, from 0
	after_id INTEGER NOT NULL, -- person (or place on a waiting list) done
	told INTEGER NOT NULL, -- texts so far
	last_id INTEGER NOT NULL, -- the last of them
	since_ms INTEGER NOT NULL, -- when the last batch was queued
	day INTEGER NOT NULL, -- on which local day it began
	done INTEGER NOT NULL
);
CREATE UNIQUE INDEX news_of ON news (kind, ref);

-- FOLLOW names a seller: sellers and leaders (2, 4) only, who are few beside
-- the buyers.
CREATE INDEX person_seller_name ON person (name COLLATE NOCASE)
	WHERE (roles & 6) <> 0 AND name <> '';
