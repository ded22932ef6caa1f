-- 0008_voice: not filled yet.
SELECT 1;
