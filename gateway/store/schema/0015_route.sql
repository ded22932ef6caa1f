-- By which links a text may leave.

-- What is known of a phone that its number does not tell; few have a row.
CREATE TABLE phone_route (
	phone_id INTEGER PRIMARY KEY,
	link_id INTEGER NOT NULL DEFAULT 0, -- pinned by somebody; 0: not
	operator TEXT NOT NULL DEFAULT '' -- on whose own link it was heard
);
