-- What a text costs.
SELECT 1;
