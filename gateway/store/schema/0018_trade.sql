-- What an order costs.

-- How much of a listing is left, in one figure: 0 something, 1 all of it is
-- promised, 2 there is nothing.  An index whose WHERE names held_milli is
-- written with each order and each answer; this changes with the last of it.
ALTER TABLE offer ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;
UPDATE offer SET taken = iif(stock_milli > 0, 1, 2)
	WHERE stock_milli <= held_milli;
DROP INDEX offer_turn;
CREATE INDEX offer_turn ON offer (product, area_no, turn_key)
	WHERE out = 0 AND closed = 0 AND taken = 0;
DROP INDEX offer_price;
CREATE INDEX offer_price ON offer (product, unit, price_minor)
	WHERE out = 0 AND closed = 0 AND taken = 0 AND price_minor >= 0;
DROP INDEX offer_promised;
CREATE INDEX offer_promised ON offer (product)
	WHERE closed = 0 AND taken = 1;

-- A proposal has one timer: the reminder's, and then that of its end.
DELETE FROM timer WHERE kind = 2 AND EXISTS (SELECT 1 FROM timer r
	WHERE r.kind = 1 AND r.ref = timer.ref);
