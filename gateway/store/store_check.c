#include "gateway/store/store_inside.h"

/* What must be true whenever no transaction is open.  Each asks for the id of
 * an offender.  Some cannot be broken while the schema's own CHECK stands;
 * they are here for files that came from elsewhere. */
static const struct {
	const char *what;
	const char *sql;
} rules[] = {
    {"a message is chained to a later one or to another phone's",
	"SELECT m.id FROM message m LEFT JOIN message p ON p.id = m.prev_id"
	" WHERE m.prev_id <> 0 AND (p.id >= m.id"
	" OR p.phone_id <> m.phone_id OR (p.id IS NULL AND m.prev_id >"
	" (SELECT max(coalesce(max(dropped_id), 0), coalesce((SELECT value"
	" FROM setting WHERE key = '" STORE_MONTHS_GONE "'), 0))"
	" FROM archive))) LIMIT 1"},
    {"two messages follow the same one",
	"SELECT max(id) FROM message WHERE prev_id <> 0 GROUP BY prev_id"
	" HAVING count(*) > 1 LIMIT 1"},
    {"a text stands in a lane although an older one of its phone is open",
	"SELECT m.id FROM message m WHERE m.lane > 0 AND m.class <> 5"
	" AND EXISTS (SELECT 1"
	" FROM message o WHERE o.phone_id = m.phone_id AND o.id < m.id"
	" AND o.state IN (10, 15, 18)"
	" AND (o.class <> 4 OR m.class = 4)) LIMIT 1"},
    {"a text waits in no lane although nothing is before it",
	"SELECT m.id FROM message m WHERE m.lane = 0 AND m.state IN (10, 15)"
	" AND NOT EXISTS (SELECT 1 FROM message o WHERE"
	" o.phone_id = m.phone_id AND o.id < m.id"
	" AND o.state IN (10, 15, 18)"
	" AND (o.class <> 4 OR m.class = 4)) LIMIT 1"},
    {"a message stands in a lane that its state does not allow",
	"SELECT id FROM message WHERE (lane > 0 AND state NOT IN (10, 15))"
	" OR (lane = -1 AND state <> 17) OR (lane = -2 AND state <> 14)"
	" OR lane < -2 LIMIT 1"},
    {"an offer holds more than it has",
	"SELECT id FROM offer WHERE held_milli < 0"
	" OR stock_milli < held_milli LIMIT 1"},
    {"what is left of an offer is not what its index says",
	"SELECT id FROM offer WHERE taken <> iif(stock_milli > held_milli, 0,"
	" iif(stock_milli > 0, 1, 2)) LIMIT 1"},
    {"a code is open although its order is closed",
	"SELECT c.order_id FROM code c LEFT JOIN order_ o"
	" ON o.id = c.order_id WHERE c.open = 1"
	" AND (o.id IS NULL OR o.closed_ms <> 0) LIMIT 1"},
    {"a line belongs to no order",
	"SELECT id FROM line WHERE id % 64 = 0 OR NOT EXISTS"
	" (SELECT 1 FROM order_ o WHERE o.id = line.id / 64) LIMIT 1"},
    {"a proposal belongs to no line",
	"SELECT id FROM proposal WHERE id / 64 <> line_id OR NOT EXISTS"
	" (SELECT 1 FROM line l WHERE l.id = line_id) LIMIT 1"},
    {"a line's history is not its own",
	"SELECT l.id FROM line l LEFT JOIN line_event e ON e.id = l.event_id"
	" WHERE l.event_id <> 0 AND e.line_id IS NOT l.id LIMIT 1"},
    {"the open parts of a line are not the whole of it",
	"SELECT s.line_id FROM share s JOIN line l ON l.id = s.line_id"
	" WHERE s.state = 1 GROUP BY s.line_id"
	" HAVING sum(s.qty_milli) <> l.qty_milli LIMIT 1"},
    {"a person's name cannot be looked up",
	"SELECT id FROM person WHERE name GLOB '*[a-zA-Z0-9]*' AND id NOT IN"
	" (SELECT person_id FROM person_name) LIMIT 1"},
    {"a name can be looked up that nobody has",
	"SELECT person_id FROM person_name WHERE NOT EXISTS (SELECT 1"
	" FROM person p WHERE p.id = person_id AND p.name <> '') LIMIT 1"},
    {"a phone belongs to a person that is not there",
	"SELECT n.id FROM phone n LEFT JOIN person p ON p.id = n.person_id"
	" WHERE n.person_id <> 0 AND p.id IS NULL LIMIT 1"},
    {"the people of a phone are counted wrongly",
	"SELECT n.id FROM phone n WHERE n.people <> max(1, (SELECT count(*)"
	" FROM phone_person x WHERE x.phone_id = n.id AND x.left_ms = 0))"
	" LIMIT 1"},
    {"somebody speaks from a phone that is not theirs",
	"SELECT n.id FROM phone n WHERE n.people > 1 AND NOT EXISTS"
	" (SELECT 1 FROM phone_person x WHERE x.phone_id = n.id"
	" AND x.person_id = n.person_id AND x.left_ms = 0) LIMIT 1"},
    {"somebody is written to on a phone that is not theirs",
	"SELECT p.id FROM person p JOIN phone n ON n.id = p.phone_id"
	" WHERE n.person_id <> p.id AND NOT EXISTS"
	" (SELECT 1 FROM phone_person x WHERE x.phone_id = n.id"
	" AND x.person_id = p.id AND x.left_ms = 0) LIMIT 1"},
    {"a paper is about nobody",
	"SELECT c.id FROM consent c WHERE NOT EXISTS"
	" (SELECT 1 FROM person p WHERE p.id = c.person_id) LIMIT 1"},
    {"a sale's sums are not those of its lines",
	"SELECT s.id FROM sale s LEFT JOIN (SELECT part_id / 64 AS sale_id,"
	" count(*) AS n, sum(qty_milli) AS qty FROM sale_line WHERE gone = 0"
	" GROUP BY part_id / 64) l ON l.sale_id = s.id"
	" WHERE s.orders <> coalesce(l.n, 0)"
	" OR s.sold_milli <> coalesce(l.qty, 0) LIMIT 1"},
    {"a sale's waiting list is not as long as it says",
	"SELECT s.id FROM sale s LEFT JOIN (SELECT sale_id, count(*) AS n"
	" FROM sale_wait GROUP BY sale_id) w ON w.sale_id = s.id"
	" WHERE s.waiting <> coalesce(w.n, 0) LIMIT 1"},
    {"an offer in a sale stands in the turn",
	"SELECT id FROM offer WHERE sale_id <> 0 AND closed = 0 LIMIT 1"},
    {"a dialogue stands where no turn leaves it",
	"SELECT id FROM ussd_session WHERE state NOT IN (2, 3, 4, 5)"
	" OR (state = 2) <> (closed_ms = 0) LIMIT 1"},
    {"a dialogue has not as many turns as it says",
	"SELECT s.id FROM ussd_session s WHERE s.turns <> (SELECT count(*)"
	" FROM ussd_turn t WHERE t.id > s.id * 64 AND t.id <= s.id * 64 + 63)"
	" LIMIT 1"},
    {"two dialogues of a channel are found by the same id",
	"SELECT max(id) FROM ussd_session WHERE mark <> 0"
	" GROUP BY mark, link_id, ext HAVING count(*) > 1 LIMIT 1"},
    {"a phone is in two dialogues of a channel",
	"SELECT max(id) FROM ussd_session WHERE state = 2"
	" GROUP BY link_id, phone_id HAVING count(*) > 1 LIMIT 1"},
};

int
store_check(struct store *store, struct err *err)
{
	int code = db_check(store->db, err);
	for (size_t i = 0; code == 0 && i < sizeof(rules) / sizeof(*rules);
	     i++) {
		int64_t id =
		    db_number_with(store->db, 0, rules[i].sql, NULL, 0);
		code = store_failed(store, err);
		if (code == 0 && id != 0)
			code = err_set(err, STORE_BROKEN, 0, "%s (row %lld)",
			    rules[i].what, (long long)id);
	}
	if (code == 0)
		code = store_seen_check(store, err);
	return code == 0 ? store_audit_check(store, err) : code;
}
