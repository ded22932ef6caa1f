-- Who may look in from outside: users of the console, their sessions, tokens.
-- Secrets stand here as hashes; only a second factor's key must be readable.

CREATE TABLE console_user (
	id INTEGER PRIMARY KEY AUTOINCREMENT, -- sessions name it: never again
	name TEXT NOT NULL,
	role INTEGER NOT NULL, -- enum caller_role
	password TEXT NOT NULL, -- encoded Argon2id
	language TEXT NOT NULL DEFAULT '',
	made_ms INTEGER NOT NULL,
	password_ms INTEGER NOT NULL,
	login_ms INTEGER NOT NULL DEFAULT 0, -- the last good one
	disabled_ms INTEGER NOT NULL DEFAULT 0,
	totp BLOB NOT NULL DEFAULT x'', -- the key; none: empty
	totp_on INTEGER NOT NULL DEFAULT 0, -- 0: begun, not confirmed
	totp_step INTEGER NOT NULL DEFAULT 0, -- the last one that was used
	failed INTEGER NOT NULL DEFAULT 0, -- wrong tries since the last good one
	failed_ms INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX console_user_name ON console_user (name);

-- Codes for who has lost the second factor; each is good once.
CREATE TABLE console_recovery (
	hash BLOB PRIMARY KEY,
	user_id INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX console_recovery_user ON console_recovery (user_id);

CREATE TABLE console_session (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	hash BLOB NOT NULL, -- SHA-256 of the cookie
	user_id INTEGER NOT NULL,
	made_ms INTEGER NOT NULL,
	seen_ms INTEGER NOT NULL, -- to the minute
	ended_ms INTEGER NOT NULL DEFAULT 0,
	address TEXT NOT NULL DEFAULT '',
	agent TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX console_session_hash ON console_session (hash);
CREATE INDEX console_session_user ON console_session (user_id);

CREATE TABLE api_token (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	hash BLOB NOT NULL, -- SHA-256
	name TEXT NOT NULL, -- what it is for
	tail TEXT NOT NULL, -- its last characters, to know it again
	role INTEGER NOT NULL,
	scope TEXT NOT NULL, -- "orders messages:read"; '': all of its role
	by TEXT NOT NULL, -- who made it
	made_ms INTEGER NOT NULL,
	expires_ms INTEGER NOT NULL DEFAULT 0, -- 0: never
	used_ms INTEGER NOT NULL DEFAULT 0, -- to the minute
	revoked_ms INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX api_token_hash ON api_token (hash);

-- The one-time code for the first user: one row, or none.
CREATE TABLE setup_code (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	hash BLOB NOT NULL,
	made_ms INTEGER NOT NULL,
	tries INTEGER NOT NULL DEFAULT 0
);
