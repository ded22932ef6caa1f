-- The audit becomes a chain of SHA-256 hashes (store/audit_hash.h).  SQL has no
-- such hash: store_audit_carry.c takes the old rows over when the store is
-- first opened, and drops their table.
ALTER TABLE audit RENAME TO audit_old;

-- hash: SHA-256 of the row before, and of this row.  No trigger keeps hands off
-- it: whoever can write the file can drop a trigger, and so the proof lies in
-- the hashes and in the signed heads, not here.
CREATE TABLE audit (
	id INTEGER PRIMARY KEY,
	time_ms INTEGER NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	what TEXT NOT NULL,
	hash BLOB NOT NULL
);

-- One row.  seed: tells this store's chain from every other; the hash before
-- the first row is made of it.  last_id, last_hash: where the chain ends, so
-- that an end that was cut off shows.
CREATE TABLE audit_chain (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	seed BLOB NOT NULL,
	last_id INTEGER NOT NULL,
	last_hash BLOB NOT NULL
);
INSERT INTO audit_chain VALUES (1, randomblob(16), 0, x'');
