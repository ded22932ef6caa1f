-- What operators said of their SIMs when asked by USSD.

-- One row an answer, the newest last; a link's old ones are dropped.
CREATE TABLE credit (
	id INTEGER PRIMARY KEY,
	link_id INTEGER NOT NULL REFERENCES link,
	time_ms INTEGER NOT NULL,
	text TEXT NOT NULL, -- as it was said
	read INTEGER NOT NULL, -- 1: an amount was found; 0: none
	amount_minor INTEGER NOT NULL, -- 0 unless read; may be below 0
	expiry_ms INTEGER NOT NULL -- end of that day; 0: not told
);
CREATE INDEX credit_of_link ON credit (link_id, id);

-- When a link's operator is to be asked next.
CREATE TABLE credit_due (
	link_id INTEGER PRIMARY KEY REFERENCES link,
	due_ms INTEGER NOT NULL,
	misses INTEGER NOT NULL -- answers in a row that never came
);

-- How a model of modem takes its codes (enum ussd_form of modem/ussd.h).
CREATE TABLE ussd_form (
	model TEXT PRIMARY KEY, -- maker, model, firmware
	form INTEGER NOT NULL
) WITHOUT ROWID;
