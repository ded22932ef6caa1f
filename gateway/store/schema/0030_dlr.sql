-- Texts whose sender wants to be called when something becomes of them
-- (dlr-url of /cgi-bin/sendsms); a row each until it is over.
CREATE TABLE dlr (
	message_id INTEGER PRIMARY KEY,
	mask INTEGER NOT NULL, -- what is asked for: enum dlr_bit
	reached INTEGER NOT NULL, -- what came about so far
	url TEXT NOT NULL, -- as it was given, with its escapes
	place TEXT NOT NULL, -- scheme, host and port of it
	from_ TEXT NOT NULL, -- as it was given
	until_ms INTEGER NOT NULL -- nothing more is expected
);
CREATE INDEX dlr_until ON dlr (until_ms);

-- Calls to be made, by triggers that only the daemon's own connection has
-- (store_dlr.h), in the transaction of the change itself.
CREATE TABLE dlr_call (
	id INTEGER PRIMARY KEY,
	message_id INTEGER NOT NULL,
	bit INTEGER NOT NULL, -- enum dlr_bit
	code INTEGER NOT NULL,
	time_ms INTEGER NOT NULL, -- when that came about
	place TEXT NOT NULL,
	due_ms INTEGER NOT NULL,
	tries INTEGER NOT NULL
);
CREATE INDEX dlr_call_due ON dlr_call (place, due_ms);
CREATE INDEX dlr_call_message ON dlr_call (message_id, id);
