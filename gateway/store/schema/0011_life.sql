-- Lines that are kept for goods to come, and where these would come from.
-- `kept` holds only lines that wait for goods: on the usual way of an order no
-- row is written here.

CREATE TABLE kept (
	id INTEGER PRIMARY KEY, -- the place in the row of those who wait
	line_id INTEGER NOT NULL UNIQUE,
	product TEXT NOT NULL,
	until_ms INTEGER NOT NULL -- then it is given up
);
CREATE INDEX kept_product ON kept (product, id);

-- All that there is lies with open proposals or agreed lines.
CREATE INDEX offer_promised ON offer (product)
	WHERE closed = 0 AND held_milli > 0 AND held_milli = stock_milli;
-- On sale from a later day.
CREATE INDEX offer_later ON offer (product, from_ms)
	WHERE closed = 0 AND from_ms > 0;
