-- 0006_pool: not filled yet.
SELECT 1;
