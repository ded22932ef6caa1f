#include "gateway/store/store_sale.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

#include "gateway/store/store_inside.h"

#define TRIES 100

#define SALE_SELECT                                                            \
	"SELECT id, code, opener_id, message_id, product, unit, price_minor,"  \
	" cap_milli, from_ms, until_ms, state, orders, sold_milli, sum_minor," \
	" waiting, created_ms, changed_ms, ended_ms FROM sale "

const char *
sale_state_name(enum sale_state state)
{
	switch (state) {
	case SALE_ASKED:
		return "asked";
	case SALE_PLANNED:
		return "planned";
	case SALE_RUNNING:
		return "running";
	case SALE_ENDED:
		return "ended";
	case SALE_DROPPED:
		return "dropped";
	}
	return "unknown";
}

static void
sale_read(struct db_query *q, struct sale *out)
{
	out->id = db_get_int(q);
	db_get_text(q, out->code, sizeof(out->code));
	out->opener_id = db_get_int(q);
	out->message_id = db_get_int(q);
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->unit, sizeof(out->unit));
	out->price_minor = db_get_int(q);
	out->cap_milli = db_get_int(q);
	out->from_ms = db_get_int(q);
	out->until_ms = db_get_int(q);
	out->state = (enum sale_state)db_get_int(q);
	out->orders = db_get_int(q);
	out->sold_milli = db_get_int(q);
	out->sum_minor = db_get_int(q);
	out->waiting = db_get_int(q);
	out->created_ms = db_get_int(q);
	out->changed_ms = db_get_int(q);
	out->ended_ms = db_get_int(q);
}

static bool
sale_one(struct db_query *q, struct sale *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	sale_read(q, out);
	db_end(q);
	return true;
}

static void
sale_all(struct db_query *q, bool (*fn)(void *arg, const struct sale *sale),
    void *arg)
{
	bool more = true;
	while (more && db_next(q)) {
		struct sale sale;
		sale_read(q, &sale);
		more = fn(arg, &sale);
	}
	db_end(q);
}

/* -- codes ----------------------------------------------------------------- */

/* Letters without look-alikes, and no G behind another: that reads as a
 * measure.  Each try that fails has one figure more, so a country with
 * thousands of sales still finds a free code soon. */
static void
code_make(char dst[SALE_CODE_OCTETS], uint64_t number, int figures)
{
	static const char first[] = "ABCDEFHJKMNPQRTUVWXY";
	static const char second[] = "ABCDEFHJKMNPQRTUVWXY";
	static const char figure[] = "23456789";
	int at = 0;

	dst[at++] = first[number % 20];
	number /= 20;
	dst[at++] = second[number % 20];
	number /= 20;
	for (int i = 0; i < figures; i++) {
		dst[at++] = figure[number % 8];
		number /= 8;
	}
	dst[at] = '\0';
}

static bool
code_is_taken(struct store *store, const char *code)
{
	return db_number(store->db, 0,
		   "SELECT count(*) FROM sale WHERE code = ?1"
		   " AND state IN (1, 2, 3)",
		   db_text(code)) > 0;
}

static bool
code_pick(struct store *store, struct sale *sale, uint64_t (*random)(void *arg),
    void *random_arg)
{
	for (int i = 0; i < TRIES; i++) {
		code_make(sale->code, random(random_arg),
		    i < 10   ? 1
		    : i < 20 ? 2
			     : 4);
		if (!code_is_taken(store, sale->code))
			return true;
	}
	store_fail(store, "no free code for a sale");
	return false;
}

void
store_sale_add(struct store *store, struct sale *sale,
    uint64_t (*random)(void *arg), void *random_arg)
{
	sale->id = 0;
	if (!code_pick(store, sale, random, random_arg))
		return;
	sale->id = db_insert(store->db,
	    "INSERT INTO sale (code, opener_id, message_id, product, unit,"
	    " price_minor, cap_milli, from_ms, until_ms, state, created_ms,"
	    " changed_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
	    " ?11, ?11)",
	    db_text(sale->code), db_int(sale->opener_id),
	    db_int(sale->message_id), db_text(sale->product),
	    db_text(sale->unit), db_int(sale->price_minor),
	    db_int(sale->cap_milli), db_int(sale->from_ms),
	    db_int(sale->until_ms), db_int(sale->state),
	    db_int(sale->created_ms));
}

bool
store_sale_get(struct store *store, int64_t id, struct sale *out)
{
	struct db_query q =
	    db_ask(store->db, SALE_SELECT "WHERE id = ?1", db_int(id));
	return sale_one(&q, out);
}

bool
store_sale_by_code(struct store *store, const char *code, struct sale *out)
{
	char upper[SALE_CODE_OCTETS];
	struct db_query q;

	str_copy(upper, sizeof(upper), str_from(code));
	for (char *c = upper; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	q = db_ask(store->db,
	    SALE_SELECT "WHERE code = ?1 AND state IN (1, 2, 3)",
	    db_text(upper));
	if (sale_one(&q, out))
		return true;
	/* Sales are few beside orders; the newest of those that are over. */
	q = db_ask(store->db,
	    SALE_SELECT "WHERE id > (SELECT max(id) FROM sale) - 500"
			" AND code = ?1 AND state = 4 ORDER BY id DESC LIMIT 1",
	    db_text(upper));
	return sale_one(&q, out);
}

void
store_sale_put(struct store *store, const struct sale *sale)
{
	db_run(store->db,
	    "UPDATE sale SET from_ms = ?2, until_ms = ?3, state = ?4,"
	    " changed_ms = ?5, ended_ms = ?6 WHERE id = ?1",
	    db_int(sale->id), db_int(sale->from_ms), db_int(sale->until_ms),
	    db_int(sale->state), db_int(sale->changed_ms),
	    db_int(sale->ended_ms));
}

bool
store_sale_any_running(struct store *store)
{
	return !store_seen_quiet(store, QUIET_SALES);
}

bool
store_sale_of_product(
    struct store *store, const char *product, struct sale *out)
{
	struct db_query q = db_ask(store->db,
	    SALE_SELECT "INDEXED BY sale_running WHERE product = ?1"
			" AND state = 3 ORDER BY price_minor, id LIMIT 1",
	    db_text(product));
	return sale_one(&q, out);
}

void
store_sale_of_opener(struct store *store, int64_t opener_id,
    bool (*fn)(void *arg, const struct sale *sale), void *arg)
{
	struct db_query q = db_ask(store->db,
	    SALE_SELECT "INDEXED BY sale_opener WHERE opener_id = ?1"
			" AND state IN (2, 3) ORDER BY id",
	    db_int(opener_id));
	sale_all(&q, fn, arg);
}

void
store_sale_open_each(struct store *store,
    bool (*fn)(void *arg, const struct sale *sale), void *arg)
{
	struct db_query q = db_ask(store->db,
	    SALE_SELECT "INDEXED BY sale_opener WHERE state IN (2, 3)");
	sale_all(&q, fn, arg);
}

void
store_sale_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct sale *sale), void *arg)
{
	struct db_query q = db_ask(store->db,
	    SALE_SELECT "WHERE id > ?1 AND state <> 5 ORDER BY id LIMIT ?2",
	    db_int(after_id), db_int(limit));
	sale_all(&q, fn, arg);
}

/* -- sellers --------------------------------------------------------------- */

#define PART_SELECT                                                            \
	"SELECT p.id, p.seller_id, p.offer_id, o.stock_milli - o.held_milli,"  \
	" o.stock_milli, p.orders, p.sold_milli, p.sum_minor, p.told"          \
	" FROM sale_part p JOIN offer o ON o.id = p.offer_id "

static void
part_read(struct db_query *q, struct sale_part *out)
{
	out->id = db_get_int(q);
	out->sale_id = out->id / 64;
	out->seller_id = db_get_int(q);
	out->offer_id = db_get_int(q);
	out->free_milli = db_get_int(q);
	out->stock_milli = db_get_int(q);
	out->orders = db_get_int(q);
	out->sold_milli = db_get_int(q);
	out->sum_minor = db_get_int(q);
	out->told = db_get_int(q);
}

void
store_sale_part_add(struct store *store, struct sale_part *part)
{
	int64_t base = part->sale_id * 64;
	int64_t last = db_number(store->db, base,
	    "SELECT max(?1, coalesce(max(id), 0)) FROM sale_part"
	    " WHERE id > ?1 AND id < ?1 + 64",
	    db_int(base));

	part->id = 0;
	if (last - base >= SALE_PARTS_MAX)
		return;
	part->id = last + 1;
	db_run(store->db,
	    "INSERT INTO sale_part (id, seller_id, offer_id)"
	    " VALUES (?1, ?2, ?3)",
	    db_int(part->id), db_int(part->seller_id), db_int(part->offer_id));
	db_run(store->db, "UPDATE offer SET sale_id = ?2 WHERE id = ?1",
	    db_int(part->offer_id), db_int(part->sale_id));
}

bool
store_sale_part_get(struct store *store, int64_t id, struct sale_part *out)
{
	struct db_query q =
	    db_ask(store->db, PART_SELECT "WHERE p.id = ?1", db_int(id));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	part_read(&q, out);
	db_end(&q);
	return true;
}

void
store_sale_part_told(struct store *store, int64_t id, int64_t orders)
{
	db_run(store->db, "UPDATE sale_part SET told = ?2 WHERE id = ?1",
	    db_int(id), db_int(orders));
}

size_t
store_sale_parts(
    struct store *store, int64_t sale_id, struct sale_part out[SALE_PARTS_MAX])
{
	struct db_query q = db_ask(store->db,
	    PART_SELECT "WHERE p.id > ?1 * 64 AND p.id < ?1 * 64 + 64"
			" ORDER BY p.id LIMIT ?2",
	    db_int(sale_id), db_int(SALE_PARTS_MAX));
	size_t n = 0;

	while (db_next(&q))
		part_read(&q, &out[n++]);
	db_end(&q);
	return n;
}

/* -- who took of it -------------------------------------------------------- */

static void
count_promoter(
    struct store *store, const struct sale_line *line, int64_t orders)
{
	if (line->promoter_id == 0)
		return;
	db_run(store->db,
	    "INSERT INTO sale_promoter (sale_id, person_id, orders, sum_minor)"
	    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (sale_id, person_id)"
	    " DO UPDATE SET orders = orders + excluded.orders,"
	    " sum_minor = sum_minor + excluded.sum_minor",
	    db_int(line->part_id / 64), db_int(line->promoter_id),
	    db_int(orders), db_int(orders * line->sum_minor));
}

/* orders is 1 or -1. */
static void
count_line(struct store *store, const struct sale_line *line, int64_t orders)
{
	db_run(store->db,
	    "UPDATE sale SET orders = orders + ?2, sold_milli = sold_milli"
	    " + ?2 * ?3, sum_minor = sum_minor + ?2 * ?4 WHERE id = ?1",
	    db_int(line->part_id / 64), db_int(orders), db_int(line->qty_milli),
	    db_int(line->sum_minor));
	db_run(store->db,
	    "UPDATE sale_part SET orders = orders + ?2,"
	    " sold_milli = sold_milli + ?2 * ?3,"
	    " sum_minor = sum_minor + ?2 * ?4 WHERE id = ?1",
	    db_int(line->part_id), db_int(orders), db_int(line->qty_milli),
	    db_int(line->sum_minor));
	count_promoter(store, line, orders);
}

void
store_sale_line_add(struct store *store, const struct sale_line *line)
{
	db_run(store->db,
	    "INSERT INTO sale_line (line_id, part_id, buyer_id, promoter_id,"
	    " qty_milli, sum_minor) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	    db_int(line->line_id), db_int(line->part_id),
	    db_int(line->buyer_id), db_int(line->promoter_id),
	    db_int(line->qty_milli), db_int(line->sum_minor));
	count_line(store, line, 1);
}

bool
store_sale_line_get(struct store *store, int64_t line_id, struct sale_line *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT line_id, part_id, buyer_id, promoter_id, qty_milli,"
	    " sum_minor FROM sale_line WHERE line_id = ?1 AND gone = 0",
	    db_int(line_id));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	out->line_id = db_get_int(&q);
	out->part_id = db_get_int(&q);
	out->buyer_id = db_get_int(&q);
	out->promoter_id = db_get_int(&q);
	out->qty_milli = db_get_int(&q);
	out->sum_minor = db_get_int(&q);
	db_end(&q);
	return true;
}

bool
store_sale_line_gone(
    struct store *store, int64_t line_id, struct sale_line *out)
{
	if (!store_sale_line_get(store, line_id, out))
		return false;
	db_run(store->db, "UPDATE sale_line SET gone = 1 WHERE line_id = ?1",
	    db_int(line_id));
	count_line(store, out, -1);
	return true;
}

int64_t
store_sale_bought(struct store *store, int64_t sale_id, int64_t buyer_id)
{
	return db_number(store->db, 0,
	    "SELECT coalesce(sum(qty_milli), 0) FROM sale_line"
	    " INDEXED BY sale_line_buyer WHERE buyer_id = ?2 AND gone = 0"
	    " AND part_id > ?1 * 64 AND part_id < ?1 * 64 + 64",
	    db_int(sale_id), db_int(buyer_id));
}

/* -- promoters ------------------------------------------------------------- */

void
store_promoter_put(struct store *store, const struct promoter *promoter)
{
	db_run(store->db,
	    "INSERT INTO promoter (code, person_id, permille)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT (code) DO UPDATE SET"
	    " person_id = excluded.person_id, permille = excluded.permille",
	    db_text(promoter->code), db_int(promoter->person_id),
	    db_int(promoter->permille));
}

bool
store_promoter_find(struct store *store, const char *code, struct promoter *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT code, person_id, permille FROM promoter WHERE code = ?1",
	    db_text(code));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	db_get_text(&q, out->code, sizeof(out->code));
	out->person_id = db_get_int(&q);
	out->permille = db_get_int(&q);
	db_end(&q);
	return true;
}

void
store_sale_promoter_each(struct store *store, int64_t sale_id,
    bool (*fn)(void *arg, const struct sale_promoter *row), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT s.person_id, s.orders, s.sum_minor, coalesce(p.code, ''),"
	    " coalesce(p.permille, 0) FROM sale_promoter s LEFT JOIN promoter p"
	    " ON p.person_id = s.person_id WHERE s.sale_id = ?1"
	    " GROUP BY s.person_id",
	    db_int(sale_id));
	bool more = true;

	while (more && db_next(&q)) {
		struct sale_promoter row;

		memset(&row, 0, sizeof(row));
		row.promoter.person_id = db_get_int(&q);
		row.orders = db_get_int(&q);
		row.sum_minor = db_get_int(&q);
		db_get_text(&q, row.promoter.code, sizeof(row.promoter.code));
		row.promoter.permille = db_get_int(&q);
		more = fn(arg, &row);
	}
	db_end(&q);
}
