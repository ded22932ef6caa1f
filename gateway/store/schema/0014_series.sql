-- What came in and is no plain text; long texts whose parts come late.

-- enum message_kind: 0 a text, 1 a missed call, 2 data, 3 garbled, 4 a text of
-- which parts are missing.
ALTER TABLE message ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;

-- The first part's stamp, and the message as which its parts were shown when
-- they had waited long enough (0: not yet, or it was whole in time).
ALTER TABLE part_series ADD COLUMN stamp_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE part_series ADD COLUMN message_id INTEGER NOT NULL DEFAULT 0;

-- Empty stand-ins whose true text may still come: a handful.
CREATE TABLE placeholder (
	message_id INTEGER PRIMARY KEY,
	due_ms INTEGER NOT NULL -- then the person is asked to send it again
);

-- The newest text of a type that the sender's next one replaces.
CREATE TABLE replaceable (
	phone_id INTEGER NOT NULL,
	type INTEGER NOT NULL, -- 1 to 7: protocol identifiers 41 to 47
	message_id INTEGER NOT NULL,
	PRIMARY KEY (phone_id, type)
) WITHOUT ROWID;
