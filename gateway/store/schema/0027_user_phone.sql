-- Whose second factor counts for what an admin asks by text.
ALTER TABLE console_user ADD COLUMN person_id INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX console_user_person ON console_user (person_id)
	WHERE person_id <> 0;
