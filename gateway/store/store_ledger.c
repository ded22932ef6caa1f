#include "gateway/store/store_ledger.h"

#include <string.h>

#include "gateway/store/ledger_row.h"
#include "gateway/store/store_inside.h"

/* A circle in the file must end, too; more than a person sells in a year. */
#define CHAIN_MOST 50000

static const char *const kinds[] = {"income", "reversal", "paid"};

static const char *
ledger_kind_name(enum ledger_kind kind)
{
	return kinds[kind];
}

/* A word we do not know counts as a payment: it earns nobody anything. */
static enum ledger_kind
kind_from(struct str word)
{
	for (int i = 0; i < LEDGER_PAID; i++)
		if (str_is(word, kinds[i]))
			return (enum ledger_kind)i;
	return LEDGER_PAID;
}

/* The heads come from the rows: a copy of a line or person may be old. */
static void
chain(struct store *store, struct ledger_row *row)
{
	struct db_query q = db_ask(store->db,
	    "SELECT p.ledger_id, p.earned_ms,"
	    " (SELECT ledger_id FROM line WHERE id = ?2)"
	    " FROM person p WHERE p.id = ?1",
	    db_int(row->person_id), db_int(row->line_id));

	row->prev_id = row->line_prev_id = 0;
	if (!db_next(&q))
		return;
	row->prev_id = db_get_int(&q);
	if (row->kind == LEDGER_INCOME)
		row->first = db_get_int(&q) == 0;
	else
		(void)db_get_int(&q);
	row->line_prev_id = db_get_int(&q);
	db_end(&q);
}

void
store_ledger_add(struct store *store, struct ledger_row *row)
{
	chain(store, row);
	row->id = db_insert(store->db,
	    "INSERT INTO ledger (line_id, person_id, kind, amount_minor,"
	    " currency, product, unit, qty_milli, grams, area_id, marked, "
	    "first,"
	    " buyer_id, offer_id, ordered_ms, time_ms, message_id, reverses,"
	    " prev_id, line_prev_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
	    " ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
	    db_int(row->line_id), db_int(row->person_id),
	    db_text(ledger_kind_name(row->kind)), db_int(row->amount_minor),
	    db_text(row->currency), db_text(row->product), db_text(row->unit),
	    db_int(row->qty_milli), db_int(row->grams), db_int(row->area_id),
	    db_int(row->marked), db_int(row->first), db_int(row->buyer_id),
	    db_int(row->offer_id), db_int(row->ordered_ms),
	    db_int(row->time_ms), db_int(row->message_id),
	    db_int(row->reverses), db_int(row->prev_id),
	    db_int(row->line_prev_id));
	/* A first income that is taken back was none: the next one is. */
	db_run(store->db,
	    "UPDATE person SET ledger_id = ?2,"
	    " earned_ms = iif(?3, ?4, earned_ms) WHERE id = ?1",
	    db_int(row->person_id), db_int(row->id), db_int(row->first),
	    db_int(row->kind == LEDGER_INCOME ? row->time_ms : 0));
	db_run(store->db, "UPDATE line SET ledger_id = ?2 WHERE id = ?1",
	    db_int(row->line_id), db_int(row->id));
}

void
ledger_row_read(struct db_query *q, struct ledger_row *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->line_id = db_get_int(q);
	out->person_id = db_get_int(q);
	out->kind = kind_from(db_get_str(q));
	out->amount_minor = db_get_int(q);
	db_get_text(q, out->currency, sizeof(out->currency));
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->unit, sizeof(out->unit));
	out->qty_milli = db_get_int(q);
	out->grams = db_get_int(q);
	out->area_id = db_get_int(q);
	out->marked = db_get_int(q) != 0;
	out->first = db_get_int(q) != 0;
	out->buyer_id = db_get_int(q);
	out->offer_id = db_get_int(q);
	out->ordered_ms = db_get_int(q);
	out->time_ms = db_get_int(q);
	out->message_id = db_get_int(q);
	out->reverses = db_get_int(q);
	out->prev_id = db_get_int(q);
	out->line_prev_id = db_get_int(q);
}

static bool
row_get(struct store *store, int64_t id, struct ledger_row *out)
{
	struct db_query q =
	    db_ask(store->db, LEDGER_SELECT "WHERE id = ?1", db_int(id));

	if (!db_next(&q))
		return false;
	ledger_row_read(&q, out);
	db_end(&q);
	return true;
}

void
store_ledger_of_person(struct store *store, int64_t person_id, int64_t since_ms,
    bool (*fn)(void *arg, const struct ledger_row *row), void *arg)
{
	struct ledger_row row;
	int64_t id = db_number(store->db, 0,
	    "SELECT ledger_id FROM person WHERE id = ?1", db_int(person_id));

	for (int n = 0; id != 0 && n < CHAIN_MOST; n++) {
		if (!row_get(store, id, &row) || row.time_ms < since_ms ||
		    !fn(arg, &row))
			return;
		id = row.prev_id;
	}
}

void
store_ledger_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct ledger_row *row), void *arg)
{
	struct ledger_row row;
	int64_t id = db_number(store->db, 0,
	    "SELECT ledger_id FROM line WHERE id = ?1", db_int(line_id));

	for (int n = 0; id != 0 && n < CHAIN_MOST; n++) {
		if (!row_get(store, id, &row) || !fn(arg, &row))
			return;
		id = row.line_prev_id;
	}
}
