#include "gateway/store/store_figures.h"

#include <string.h>

#include "gateway/store/ledger_row.h"
#include "gateway/store/store_inside.h"

/* Some 50 ms each on a slow board. */
#define LEDGER_SLICE 20000
#define PROPOSAL_SLICE 5000

/* Who was asked more often than that since until_ms is not looked at. */
#define CHAIN_MOST 100000

bool
store_figures_ledger(struct store *store, int64_t *after_id,
    void (*fn)(void *arg, const struct ledger_row *row), void *arg)
{
	struct db_query q = db_ask(store->db,
	    LEDGER_SELECT "WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(*after_id), db_int(LEDGER_SLICE));
	int rows = 0;

	while (db_next(&q)) {
		struct ledger_row row;

		ledger_row_read(&q, &row);
		*after_id = row.id;
		rows++;
		fn(arg, &row);
	}
	return rows == LEDGER_SLICE;
}

static void
proposal_read(struct db_query *q, struct figures_proposal *out)
{
	out->id = db_get_int(q);
	out->seller_id = db_get_int(q);
	out->area_id = db_get_int(q);
	out->state = (enum proposal_state)db_get_int(q);
	out->asked_ms = db_get_int(q);
	out->sent_ms = db_get_int(q);
	out->answered_ms = db_get_int(q);
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->link, sizeof(out->link));
}

bool
store_figures_proposals(struct store *store, int64_t *after_id,
    void (*fn)(void *arg, const struct figures_proposal *proposal), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT p.id, p.seller_id, coalesce(s.area_id, 0), p.state,"
	    " p.asked_ms, p.sent_ms, p.answered_ms, coalesce(l.product, ''),"
	    " coalesce(k.name, '') FROM proposal p"
	    " LEFT JOIN person s ON s.id = p.seller_id"
	    " LEFT JOIN line l ON l.id = p.line_id"
	    " LEFT JOIN message m ON m.id = p.message_id"
	    " LEFT JOIN link k ON k.id = m.link_id"
	    " WHERE p.id > ?1 ORDER BY p.id LIMIT ?2",
	    db_int(*after_id), db_int(PROPOSAL_SLICE));
	int rows = 0;

	while (db_next(&q)) {
		struct figures_proposal p;

		memset(&p, 0, sizeof(p));
		proposal_read(&q, &p);
		*after_id = p.id;
		rows++;
		fn(arg, &p);
	}
	return rows == PROPOSAL_SLICE;
}

int64_t
store_figures_last_asked(
    struct store *store, int64_t person_id, int64_t until_ms)
{
	int64_t id = db_number(store->db, 0,
	    "SELECT proposal_id FROM person WHERE id = ?1", db_int(person_id));

	for (int n = 0; id != 0 && n < CHAIN_MOST; n++) {
		struct db_query q = db_ask(store->db,
		    "SELECT prev_id, asked_ms FROM proposal WHERE id = ?1",
		    db_int(id));
		int64_t asked_ms;

		if (!db_next(&q))
			return 0;
		id = db_get_int(&q);
		asked_ms = db_get_int(&q);
		db_end(&q);
		if (asked_ms <= until_ms)
			return asked_ms;
	}
	return 0;
}

int64_t
store_figures_line_before(struct store *store, int64_t since_ms)
{
	int64_t low = 0,
		high = db_number(store->db, 0, "SELECT max(id) FROM line");

	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;
		int64_t created_ms = db_number(store->db, INT64_MAX,
		    "SELECT created_ms FROM line WHERE id >= ?1"
		    " ORDER BY id LIMIT 1",
		    db_int(middle));

		if (created_ms < since_ms)
			low = middle;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : 0;
}
