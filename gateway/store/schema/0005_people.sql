-- 0005_people: not filled yet.
SELECT 1;
