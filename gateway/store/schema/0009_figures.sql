-- The ledger alone answers what was sold, by whom, where, and what it brought.
-- Rows are only ever added: what was wrong is taken back by a row against it.

-- income: a line settled; reversal: an income taken back (all figures
-- negative); paid: money said to have moved.
ALTER TABLE ledger ADD COLUMN product TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN qty_milli INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN grams INTEGER NOT NULL DEFAULT 0; -- 0 unknown
ALTER TABLE ledger ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN area_id INTEGER NOT NULL DEFAULT 0; -- then
ALTER TABLE ledger ADD COLUMN marked INTEGER NOT NULL DEFAULT 0; -- then
ALTER TABLE ledger ADD COLUMN buyer_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN offer_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN ordered_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN reverses INTEGER NOT NULL DEFAULT 0; -- its id
-- Has this person never earned before?
ALTER TABLE ledger ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
-- Two chains instead of two indexes: the person's row before, the line's.
ALTER TABLE ledger ADD COLUMN prev_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN line_prev_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN ledger_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN earned_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE line ADD COLUMN ledger_id INTEGER NOT NULL DEFAULT 0;

-- What was settled before.  A float first, so that no row of an old market
-- can stop the migration; the sum as handlers/amount does it.
INSERT INTO ledger (line_id, person_id, kind, amount_minor, message_id,
    time_ms, unit, qty_milli)
	SELECT l.id, l.seller_id, 'income',
	    iif(l.price_minor <= 0, 0, cast((q.milli * 1.0 * l.price_minor
		+ 500) / 1000 AS INTEGER)), 0, l.settled_ms, l.unit, q.milli
	FROM line l JOIN (SELECT id, iif(accepted_milli >= 0, accepted_milli,
	    qty_milli) AS milli FROM line) q ON q.id = l.id
	WHERE l.state = 5 AND l.settled_ms > 0 AND l.seller_id > 0
	ORDER BY l.settled_ms, l.id;
UPDATE ledger SET product = l.product, unit = l.unit, offer_id = l.offer_id,
	grams = cast(ledger.qty_milli * 0.001 * l.unit_grams AS INTEGER),
	buyer_id = coalesce(o.buyer_id, 0),
	ordered_ms = coalesce(o.created_ms, l.created_ms),
	area_id = coalesce((SELECT p.area_id FROM person p
	    WHERE p.id = ledger.person_id), 0)
	FROM line l LEFT JOIN order_ o ON o.id = l.id / 64
	WHERE l.id = ledger.line_id;
UPDATE ledger SET prev_id = coalesce(c.before, 0),
	line_prev_id = coalesce(c.line_before, 0)
	FROM (SELECT id, lag(id) OVER (PARTITION BY person_id ORDER BY id)
	    AS before, lag(id) OVER (PARTITION BY line_id ORDER BY id)
	    AS line_before FROM ledger) c
	WHERE c.id = ledger.id;
UPDATE ledger SET first = 1 WHERE id IN (SELECT min(id) FROM ledger
	WHERE kind = 'income' GROUP BY person_id);
UPDATE person SET ledger_id = c.newest, earned_ms = coalesce(c.earned, 0)
	FROM (SELECT person_id, max(id) AS newest, min(CASE kind
	    WHEN 'income' THEN time_ms END) AS earned FROM ledger
	    GROUP BY person_id) c
	WHERE c.person_id = person.id;
UPDATE line SET ledger_id = c.newest
	FROM (SELECT line_id, max(id) AS newest FROM ledger GROUP BY line_id) c
	WHERE c.line_id = line.id;
