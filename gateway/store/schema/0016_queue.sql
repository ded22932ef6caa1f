-- Texts to many, and what waits.
SELECT 1;
