-- 0009_figures: not filled yet.
SELECT 1;
