-- What other programs are to be told, in the order in which it happened: rows
-- come by triggers that only the daemon's own connection has (store_webhook.h),
-- in the transaction of the change itself, and only of kinds that somebody
-- wants.  They go when all have been told; the newest stays, so that no id is
-- used again.
CREATE TABLE webhook_event (
	id INTEGER PRIMARY KEY,
	time_ms INTEGER NOT NULL,
	kind INTEGER NOT NULL, -- store_webhook.h
	ref INTEGER NOT NULL -- the message, or the event of a line
);

-- One row for each section `webhook` of the configuration.
CREATE TABLE webhook (
	name TEXT PRIMARY KEY,
	event_id INTEGER NOT NULL, -- told up to here
	off INTEGER NOT NULL, -- the other side said 410
	told INTEGER NOT NULL, -- events so far
	dropped INTEGER NOT NULL -- given up
) WITHOUT ROWID;
