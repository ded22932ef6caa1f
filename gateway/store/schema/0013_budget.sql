-- What a SIM may still send: hidden limits of a plan end in a barred SIM.

-- A month of the market of one link: a few rows a month.
CREATE TABLE budget (
	link_id INTEGER NOT NULL,
	month_ms INTEGER NOT NULL, -- its first millisecond
	parts INTEGER NOT NULL,
	recipients INTEGER NOT NULL,
	doubled INTEGER NOT NULL DEFAULT 0, -- texts that may have gone twice
	PRIMARY KEY (link_id, month_ms)
) WITHOUT ROWID;

-- Whom it wrote to in that month, if that is limited; kept for that month.
CREATE TABLE budget_phone (
	link_id INTEGER NOT NULL,
	month_ms INTEGER NOT NULL,
	phone_id INTEGER NOT NULL,
	PRIMARY KEY (link_id, month_ms, phone_id)
) WITHOUT ROWID;

-- When it last sent, because SIMs that send nothing are taken away.
CREATE TABLE budget_sim (
	link_id INTEGER PRIMARY KEY,
	sent_ms INTEGER NOT NULL, -- or first seen
	kept_ms INTEGER NOT NULL DEFAULT 0 -- a text was queued to keep it
);

-- When the last report of a part came, temporary ones too: its `code` is then
-- that of a service centre that goes on trying, and `report` stays 0.
ALTER TABLE sent_part ADD COLUMN report_ms INTEGER NOT NULL DEFAULT 0;
