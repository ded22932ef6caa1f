-- 0003_fair: not filled yet.
SELECT 1;
