-- 0007_sale: not filled yet.
SELECT 1;
