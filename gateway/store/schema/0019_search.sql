-- Words and old months in files of their own.
SELECT 1;
