-- Texts of a restored store that wait for a person's word (store_held.h); empty
-- but after a restore.
CREATE TABLE held (
	message_id INTEGER PRIMARY KEY
);
