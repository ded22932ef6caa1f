-- 0004_guard: not filled yet.
SELECT 1;
