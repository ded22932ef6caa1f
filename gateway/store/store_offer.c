#include "gateway/store/store_offer.h"

#include <string.h>

#include "gateway/store/store_inside.h"

#define TURN_MOST 256

#define OFFER_SELECT                                                           \
	"SELECT id, seller_id, product, unit, price_minor, stock_milli,"       \
	" held_milli, unit_grams, grade, from_ms, until_ms, closed, asked_ms," \
	" created_ms, changed_ms, sale_id FROM offer "

static void
offer_read(struct db_query *q, struct offer *out)
{
	out->id = db_get_int(q);
	out->seller_id = db_get_int(q);
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->unit, sizeof(out->unit));
	out->price_minor = db_get_int(q);
	out->stock_milli = db_get_int(q);
	out->held_milli = db_get_int(q);
	out->unit_grams = db_get_int(q);
	db_get_text(q, out->grade, sizeof(out->grade));
	out->from_ms = db_get_int(q);
	out->until_ms = db_get_int(q);
	out->closed = db_get_int(q) != 0;
	out->asked_ms = db_get_int(q);
	out->created_ms = db_get_int(q);
	out->changed_ms = db_get_int(q);
	out->sale_id = db_get_int(q);
}

/* Ends the query. */
static bool
offer_one(struct db_query *q, struct offer *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	offer_read(q, out);
	db_end(q);
	return true;
}

static void
offer_all(struct db_query *q, bool (*fn)(void *arg, const struct offer *offer),
    void *arg)
{
	bool more = true;
	while (more && db_next(q)) {
		struct offer offer;
		offer_read(q, &offer);
		more = fn(arg, &offer);
	}
	db_end(q);
}

bool
store_offer_read(struct store *store, int64_t id, void *offer_out)
{
	struct offer *out = offer_out;
	struct db_query q =
	    db_ask(store->db, OFFER_SELECT "WHERE id = ?1", db_int(id));
	return offer_one(&q, out);
}

bool
store_offer_get(struct store *store, int64_t id, struct offer *out)
{
	return store_seen_get(store, SEEN_OFFER, id, out);
}

bool
store_offer_find(struct store *store, int64_t seller_id, const char *product,
    const char *unit, struct offer *out)
{
	struct db_query q = db_ask(store->db,
	    OFFER_SELECT "INDEXED BY offer_seller WHERE seller_id = ?1"
			 " AND product = ?2 AND (?3 = '' OR unit = ?3)"
			 " AND sale_id = 0"
			 " ORDER BY id DESC LIMIT 1",
	    db_int(seller_id), db_text(product), db_text(unit));
	return offer_one(&q, out);
}

static void
offer_add(struct store *store, struct offer *offer, int64_t now_ms)
{
	offer->created_ms = now_ms;
	offer->held_milli = 0;
	offer->id = db_insert(store->db,
	    "INSERT INTO offer (seller_id, product, unit, price_minor,"
	    " stock_milli, unit_grams, grade, from_ms, until_ms, closed,"
	    " asked_ms, created_ms, changed_ms)"
	    " VALUES (?1, ?2, ?3, ?4, max(?5, 0), ?6, ?7, ?8, ?9, ?10, ?11,"
	    " ?12, ?12)",
	    db_int(offer->seller_id), db_text(offer->product),
	    db_text(offer->unit), db_int(offer->price_minor),
	    db_int(offer->stock_milli), db_int(offer->unit_grams),
	    db_text(offer->grade), db_int(offer->from_ms),
	    db_int(offer->until_ms), db_int(offer->closed),
	    db_int(offer->asked_ms), db_int(now_ms));
}

static void
offer_change(struct store *store, const struct offer *offer, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE offer SET seller_id = ?2, product = ?3, unit = ?4,"
	    " price_minor = ?5, stock_milli = max(?6, held_milli),"
	    " unit_grams = ?7, grade = ?8, from_ms = ?9, until_ms = ?10,"
	    " closed = ?11, asked_ms = ?12, changed_ms = ?13 WHERE id = ?1",
	    db_int(offer->id), db_int(offer->seller_id),
	    db_text(offer->product), db_text(offer->unit),
	    db_int(offer->price_minor), db_int(offer->stock_milli),
	    db_int(offer->unit_grams), db_text(offer->grade),
	    db_int(offer->from_ms), db_int(offer->until_ms),
	    db_int(offer->closed), db_int(offer->asked_ms), db_int(now_ms));
}

void
store_offer_put(struct store *store, struct offer *offer, int64_t now_ms)
{
	offer->changed_ms = now_ms;
	if (offer->id == 0)
		offer_add(store, offer, now_ms);
	else
		offer_change(store, offer, now_ms);
}

bool
store_offer_hold(struct store *store, int64_t id, int64_t milli)
{
	if (milli < 0)
		return false;
	return db_run(store->db,
		   "UPDATE offer SET held_milli = held_milli + ?2"
		   " WHERE id = ?1 AND stock_milli - held_milli >= ?2",
		   db_int(id), db_int(milli)) > 0;
}

/* More than is held cannot be given back or taken: the CHECK would end the
 * whole turn, but what the caller wants is clear. */
void
store_offer_release(struct store *store, int64_t id, int64_t milli)
{
	if (milli < 0)
		return;
	db_run(store->db,
	    "UPDATE offer SET held_milli = held_milli - min(?2, held_milli)"
	    " WHERE id = ?1",
	    db_int(id), db_int(milli));
}

void
store_offer_take(struct store *store, int64_t id, int64_t milli)
{
	if (milli < 0)
		return;
	db_run(store->db,
	    "UPDATE offer SET held_milli = held_milli - min(?2, held_milli),"
	    " stock_milli = stock_milli - min(?2, held_milli) WHERE id = ?1",
	    db_int(id), db_int(milli));
}

/* The index alone says who; the rows are mostly those that the last choice has
 * looked at, too, and remembered. */
void
store_offer_turn(struct store *store, const char *product, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	int64_t ids[TURN_MOST];
	int count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM offer INDEXED BY offer_turn WHERE product = ?1"
	    " AND closed = 0 AND stock_milli > held_milli"
	    " ORDER BY asked_ms, id LIMIT ?2",
	    db_text(product), db_int(limit < TURN_MOST ? limit : TURN_MOST));
	while (db_next(&q))
		ids[count++] = db_get_int(&q);
	struct offer offer;
	for (int i = 0; i < count; i++)
		if (!store_offer_get(store, ids[i], &offer) || !fn(arg, &offer))
			return;
}

void
store_offer_promised(struct store *store, const char *product, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct db_query q = db_ask(store->db,
	    OFFER_SELECT "INDEXED BY offer_promised WHERE product = ?1"
			 " AND closed = 0 AND held_milli > 0"
			 " AND held_milli = stock_milli LIMIT ?2",
	    db_text(product), db_int(limit));
	offer_all(&q, fn, arg);
}

void
store_offer_later(struct store *store, const char *product, int64_t after_ms,
    int limit, bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct db_query q = db_ask(store->db,
	    OFFER_SELECT "INDEXED BY offer_later WHERE product = ?1"
			 " AND closed = 0 AND from_ms > 0 AND from_ms > ?2"
			 " ORDER BY from_ms LIMIT ?3",
	    db_text(product), db_int(after_ms), db_int(limit));
	offer_all(&q, fn, arg);
}

void
store_offer_each(struct store *store, int64_t seller_id, int64_t after_id,
    int limit, bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct db_query q;
	if (seller_id != 0)
		q = db_ask(store->db,
		    OFFER_SELECT "INDEXED BY offer_seller WHERE seller_id = ?1"
				 " AND id > ?2 ORDER BY id LIMIT ?3",
		    db_int(seller_id), db_int(after_id), db_int(limit));
	else
		q = db_ask(store->db,
		    OFFER_SELECT "WHERE id > ?1 ORDER BY id LIMIT ?2",
		    db_int(after_id), db_int(limit));
	offer_all(&q, fn, arg);
}
