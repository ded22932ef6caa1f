-- People and phones: several to several, who agreed to what, PINs, and areas
-- that sleep at their own hours.

-- How many people use it: 1 is the plain case.
ALTER TABLE phone ADD COLUMN people INTEGER NOT NULL DEFAULT 1;

-- Only where it is more than one to one: then every user of the phone, and
-- every phone of the person, has its row here.
CREATE TABLE phone_person (
	phone_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	since_ms INTEGER NOT NULL,
	left_ms INTEGER NOT NULL DEFAULT 0, -- somebody else's since; 0: theirs
	PRIMARY KEY (phone_id, person_id)
) WITHOUT ROWID;
CREATE INDEX phone_person_person ON phone_person (person_id);

-- Who was asked what about whom, and what they said, by which texts.
CREATE TABLE consent (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL, -- enum consent_kind
	person_id INTEGER NOT NULL, -- about whom
	phone_id INTEGER NOT NULL, -- from, or to, which phone
	decider_id INTEGER NOT NULL, -- whose answer counts
	officer_id INTEGER NOT NULL, -- who stands behind it; 0: an admin
	asked_ms INTEGER NOT NULL,
	asked_message_id INTEGER NOT NULL DEFAULT 0,
	answered_ms INTEGER NOT NULL DEFAULT 0,
	answered_message_id INTEGER NOT NULL DEFAULT 0,
	answer INTEGER NOT NULL DEFAULT 0 -- 0 open, 1 yes, 2 no, 3 no answer
);
CREATE INDEX consent_open ON consent (decider_id) WHERE answer = 0;
CREATE INDEX consent_person ON consent (person_id);

-- When a phone that was silent for long was asked whether it is still them.
ALTER TABLE person ADD COLUMN still_ms INTEGER NOT NULL DEFAULT 0;

-- hash: Argon2id, never the figures.
CREATE TABLE pin (
	person_id INTEGER PRIMARY KEY,
	hash TEXT NOT NULL, -- '': none that counts
	wanted TEXT NOT NULL, -- waits for the officer's yes
	wrong INTEGER NOT NULL DEFAULT 0,
	locked_ms INTEGER NOT NULL DEFAULT 0
);

-- Minutes after local midnight; -1: as the market, or the area around it.
ALTER TABLE area ADD COLUMN quiet_from_min INTEGER NOT NULL DEFAULT -1;
ALTER TABLE area ADD COLUMN quiet_until_min INTEGER NOT NULL DEFAULT -1;
CREATE INDEX area_quiet ON area (id) WHERE quiet_from_min >= 0;
