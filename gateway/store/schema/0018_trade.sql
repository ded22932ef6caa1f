-- What an order costs.
SELECT 1;
