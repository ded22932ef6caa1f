-- The first schema.  Read docs/schema.md beside it.
-- Times are UTC milliseconds, money minor units, quantities thousandths.
-- Absent numbers are 0, which SQLite stores in no octet at all; absent text
-- is ''.  An index is here only where an order's way needs it.

CREATE TABLE setting (
	key TEXT PRIMARY KEY,
	value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE link (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL,
	number TEXT NOT NULL
);

-- The original still lies in the modem although our copy is durable.
CREATE TABLE pending_delete (
	link_id INTEGER NOT NULL,
	store TEXT NOT NULL,
	idx INTEGER NOT NULL,
	hash INTEGER NOT NULL,
	PRIMARY KEY (link_id, store, idx)
) WITHOUT ROWID;

-- People -------------------------------------------------------------------

CREATE TABLE area (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE COLLATE NOCASE,
	parent_id INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '',
	lang TEXT NOT NULL DEFAULT '',
	roles INTEGER NOT NULL DEFAULT 0,
	place TEXT NOT NULL DEFAULT '',
	area_id INTEGER NOT NULL DEFAULT 0,
	weight_milli INTEGER NOT NULL DEFAULT 1000,
	leader_id INTEGER NOT NULL DEFAULT 0,
	consent_ms INTEGER NOT NULL DEFAULT 0,
	stopped_ms INTEGER NOT NULL DEFAULT 0,
	asked_ms INTEGER NOT NULL DEFAULT 0,
	heard_ms INTEGER NOT NULL DEFAULT 0,
	unread_count INTEGER NOT NULL DEFAULT 0,
	got_count INTEGER NOT NULL DEFAULT 0,
	noshow_count INTEGER NOT NULL DEFAULT 0,
	phone_id INTEGER NOT NULL DEFAULT 0,
	proposal_id INTEGER NOT NULL DEFAULT 0, -- newest; head of a chain
	created_ms INTEGER NOT NULL DEFAULT 0
);
-- 8 is PERSON_OFFICER: a handful of rows, whatever the size of the country.
CREATE INDEX person_officer ON person (area_id) WHERE (roles & 8) <> 0;
-- 64 is PERSON_ADMIN.
CREATE INDEX person_admin ON person (phone_id)
	WHERE (roles & 64) <> 0 AND phone_id > 0;

CREATE TABLE phone (
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	kind INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	created_ms INTEGER NOT NULL
);

-- Messages -----------------------------------------------------------------

CREATE TABLE message (
	id INTEGER PRIMARY KEY,
	prev_id INTEGER NOT NULL, -- the phone's message before this; 0: first
	time_ms INTEGER NOT NULL,
	out INTEGER NOT NULL,
	state INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	link_id INTEGER NOT NULL, -- came by; last tried by
	order_id INTEGER NOT NULL DEFAULT 0,
	cause_id INTEGER NOT NULL DEFAULT 0,
	stamp_ms INTEGER NOT NULL DEFAULT 0,
	hash INTEGER NOT NULL DEFAULT 0,
	changed_ms INTEGER NOT NULL,
	lane INTEGER NOT NULL DEFAULT 0, -- see message_row.h
	pin_id INTEGER NOT NULL DEFAULT 0, -- the only link it may leave by
	class INTEGER NOT NULL DEFAULT 0,
	question INTEGER NOT NULL DEFAULT 0,
	repeated INTEGER NOT NULL DEFAULT 0,
	subject INTEGER NOT NULL DEFAULT 0,
	subject_id INTEGER NOT NULL DEFAULT 0,
	due_ms INTEGER NOT NULL DEFAULT 0,
	stale_ms INTEGER NOT NULL DEFAULT 0,
	first_ms INTEGER NOT NULL DEFAULT 0,
	tries INTEGER NOT NULL DEFAULT 0,
	parts_total INTEGER NOT NULL DEFAULT 0,
	parts_done INTEGER NOT NULL DEFAULT 0,
	code INTEGER NOT NULL DEFAULT 0,
	why TEXT NOT NULL DEFAULT '',
	text TEXT NOT NULL
);
-- States: 10 queued, 11 sending, 15 refused.
CREATE INDEX message_due ON message (lane, due_ms) WHERE lane <> 0;
CREATE INDEX message_open ON message (phone_id, id)
	WHERE state IN (10, 11, 15);
CREATE INDEX message_stale ON message (stale_ms)
	WHERE stale_ms > 0 AND state IN (10, 15);

CREATE TABLE message_raw (
	message_id INTEGER PRIMARY KEY,
	raw BLOB NOT NULL
);

CREATE TABLE phone_head (
	phone_id INTEGER PRIMARY KEY,
	message_id INTEGER NOT NULL
);

CREATE TABLE part_series (
	id INTEGER PRIMARY KEY,
	phone_id INTEGER NOT NULL,
	link_id INTEGER NOT NULL,
	ref INTEGER NOT NULL,
	wide INTEGER NOT NULL,
	total INTEGER NOT NULL,
	have INTEGER NOT NULL,
	first_ms INTEGER NOT NULL,
	done_ms INTEGER NOT NULL DEFAULT 0,
	hashes BLOB NOT NULL -- 8 octets a part, zeros: not here yet
);
CREATE INDEX part_series_key ON part_series (phone_id, ref);
CREATE INDEX part_series_open ON part_series (first_ms) WHERE done_ms = 0;

CREATE TABLE part (
	series_id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	alphabet INTEGER NOT NULL,
	data BLOB NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (series_id, seq)
) WITHOUT ROWID;

-- id = message_id * 16 + part.  Found along the phone's chain, so the rows
-- need no index although most operators never report on most of them.
CREATE TABLE sent_part (
	id INTEGER PRIMARY KEY,
	link_id INTEGER NOT NULL,
	mr INTEGER NOT NULL,
	time_ms INTEGER NOT NULL,
	report INTEGER NOT NULL DEFAULT 0, -- 0 open, 1 delivered, 2 failed
	code INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE report_kept (
	id INTEGER PRIMARY KEY,
	phone_id INTEGER NOT NULL,
	link_id INTEGER NOT NULL,
	mr INTEGER NOT NULL,
	report INTEGER NOT NULL,
	code INTEGER NOT NULL,
	time_ms INTEGER NOT NULL
);
CREATE INDEX report_kept_phone ON report_kept (phone_id);

-- The market ---------------------------------------------------------------

CREATE TABLE catalogue (
	key TEXT NOT NULL UNIQUE,
	document TEXT NOT NULL
);

CREATE TABLE offer (
	id INTEGER PRIMARY KEY,
	seller_id INTEGER NOT NULL,
	product TEXT NOT NULL,
	unit TEXT NOT NULL,
	price_minor INTEGER NOT NULL,
	stock_milli INTEGER NOT NULL,
	held_milli INTEGER NOT NULL DEFAULT 0,
	unit_grams INTEGER NOT NULL,
	grade TEXT NOT NULL,
	from_ms INTEGER NOT NULL,
	until_ms INTEGER NOT NULL,
	closed INTEGER NOT NULL,
	asked_ms INTEGER NOT NULL,
	created_ms INTEGER NOT NULL,
	changed_ms INTEGER NOT NULL,
	CHECK (held_milli >= 0 AND stock_milli >= held_milli)
);
CREATE INDEX offer_turn ON offer (product, asked_ms)
	WHERE closed = 0 AND stock_milli > held_milli;
CREATE INDEX offer_seller ON offer (seller_id);

CREATE TABLE order_ (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL,
	buyer_id INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	created_ms INTEGER NOT NULL,
	changed_ms INTEGER NOT NULL,
	closed_ms INTEGER NOT NULL,
	place TEXT NOT NULL,
	day TEXT NOT NULL,
	on_behalf TEXT NOT NULL
);
CREATE INDEX order_open ON order_ (buyer_id) WHERE closed_ms = 0;

-- A code's row is used again by the next order of that code, so the table
-- stays as small as the most orders that were ever open at once.
CREATE TABLE code (
	code TEXT PRIMARY KEY,
	order_id INTEGER NOT NULL, -- the newest
	open INTEGER NOT NULL
) WITHOUT ROWID;

-- id = order_id * 64 + number
CREATE TABLE line (
	id INTEGER PRIMARY KEY,
	product TEXT NOT NULL,
	unit TEXT NOT NULL,
	qty_milli INTEGER NOT NULL,
	unit_grams INTEGER NOT NULL,
	price_max_minor INTEGER NOT NULL,
	price_minor INTEGER NOT NULL,
	state INTEGER NOT NULL,
	seller_id INTEGER NOT NULL,
	offer_id INTEGER NOT NULL,
	proposal_id INTEGER NOT NULL,
	hold_milli INTEGER NOT NULL,
	accepted_milli INTEGER NOT NULL,
	payment INTEGER NOT NULL,
	paid_minor INTEGER NOT NULL,
	done_ms INTEGER NOT NULL,
	got_ms INTEGER NOT NULL,
	settled_ms INTEGER NOT NULL,
	created_ms INTEGER NOT NULL,
	changed_ms INTEGER NOT NULL,
	event_id INTEGER NOT NULL DEFAULT 0, -- newest; head of a chain
	asked_count INTEGER NOT NULL
);
-- States: 4 confirmed, 5 fulfilled, 8 disputed.
CREATE INDEX line_seller ON line (seller_id)
	WHERE state IN (4, 8) OR (state = 5 AND settled_ms = 0);

-- id = line_id * 64 + number
CREATE TABLE proposal (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL,
	prev_id INTEGER NOT NULL, -- the seller's proposal before this
	seller_id INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	offer_id INTEGER NOT NULL,
	state INTEGER NOT NULL,
	qty_milli INTEGER NOT NULL,
	price_minor INTEGER NOT NULL,
	hold_milli INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	asked_ms INTEGER NOT NULL,
	sent_ms INTEGER NOT NULL,
	due_ms INTEGER NOT NULL,
	answered_ms INTEGER NOT NULL,
	reminded INTEGER NOT NULL,
	reason TEXT NOT NULL
);
CREATE UNIQUE INDEX proposal_open_line ON proposal (line_id) WHERE state = 1;
CREATE INDEX proposal_open_seller ON proposal (seller_id) WHERE state = 1;

CREATE TABLE line_event (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL,
	prev_id INTEGER NOT NULL, -- the line's event before this; 0: first
	time_ms INTEGER NOT NULL,
	from_state INTEGER NOT NULL,
	to_state INTEGER NOT NULL,
	by_whom TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	text TEXT NOT NULL
);

CREATE TABLE question (
	id INTEGER PRIMARY KEY,
	phone_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	order_id INTEGER NOT NULL,
	created_ms INTEGER NOT NULL,
	due_ms INTEGER NOT NULL,
	open INTEGER NOT NULL,
	payload TEXT NOT NULL
);
CREATE UNIQUE INDEX question_open ON question (phone_id) WHERE open = 1;

CREATE TABLE timer (
	kind INTEGER NOT NULL,
	ref INTEGER NOT NULL,
	due_ms INTEGER NOT NULL,
	PRIMARY KEY (kind, ref)
) WITHOUT ROWID;
CREATE INDEX timer_due ON timer (due_ms);

CREATE TABLE ledger (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	time_ms INTEGER NOT NULL
);

-- chain: hash of this row and of the chain before it.
CREATE TABLE audit (
	id INTEGER PRIMARY KEY,
	time_ms INTEGER NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	what TEXT NOT NULL,
	chain INTEGER NOT NULL
);
