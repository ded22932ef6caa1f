-- Links that somebody paused: they stay so over a restart, until they are
-- resumed.  By name: the configuration may bring a link back.
CREATE TABLE link_pause (
	name TEXT PRIMARY KEY,
	by TEXT NOT NULL, -- as in the audit
	time_ms INTEGER NOT NULL
) WITHOUT ROWID;
