#include "gateway/store/store_offer.h"

#include <string.h>

#include "gateway/core/handler.h"
#include "gateway/store/offer_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

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
	out->turn_key = db_get_int(q);
	out->area_no = db_get_int(q);
	out->out = (unsigned)db_get_int(q);
	out->created_ms = db_get_int(q);
	out->changed_ms = db_get_int(q);
	out->sale_id = db_get_int(q);
}

bool
offer_one(struct db_query *q, struct offer *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	offer_read(q, out);
	db_end(q);
	return true;
}

int
offer_all(struct db_query *q, bool (*fn)(void *arg, const struct offer *offer),
    void *arg)
{
	bool more = true;
	int count = 0;
	while (more && db_next(q)) {
		struct offer offer;
		offer_read(q, &offer);
		more = fn(arg, &offer);
		count++;
	}
	db_end(q);
	return more ? count : -1;
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
store_listing_read(struct store *store, int64_t seller_id, void *id_out)
{
	int64_t *only = id_out;
	*only = db_number(store->db, 0,
	    "SELECT iif(count(*) > 1, -1, coalesce(max(id), 0)) FROM (SELECT id"
	    " FROM offer INDEXED BY offer_seller WHERE seller_id = ?1"
	    " LIMIT 2)",
	    db_int(seller_id));
	return true;
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

/* -- in the turn or out of it -------------------------------------------- */

/* In the turn before anybody who waits for that very moment looks there. */
#define EARLY_MS 1

static bool
is_its_time(const struct offer *offer, int64_t now_ms)
{
	return offer->from_ms <= now_ms + EARLY_MS &&
	       (offer->until_ms == 0 || offer->until_ms > now_ms);
}

/* What the index of the turn is told about the seller and the dates. */
static void
offer_place(struct store *store, struct offer *offer, int64_t now_ms)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " OFFER_OUT_SELLER_SQL ", coalesce(a.no, 0) FROM person p"
	    " LEFT JOIN area a ON a.id = p.area_id WHERE p.id = ?1",
	    db_int(offer->seller_id));
	offer->out = OFFER_OUT_SELLER;
	offer->area_no = 0;
	if (db_next(&q)) {
		offer->out = (unsigned)db_get_int(&q);
		offer->area_no = db_get_int(&q);
	}
	db_end(&q);
	if (!is_its_time(offer, now_ms))
		offer->out |= OFFER_OUT_DATE;
}

/* The next moment at which is_its_time() may say something else. */
static void
wait_for_date(struct store *store, const struct offer *offer, int64_t now_ms)
{
	int64_t due_ms = offer->from_ms > now_ms + EARLY_MS
			     ? offer->from_ms - EARLY_MS
			     : offer->until_ms;
	if (due_ms > now_ms)
		store_timer_set(store, TIMER_OFFER_DATE, offer->id, due_ms);
}

static void
offer_add(struct store *store, struct offer *offer, int64_t now_ms)
{
	offer->created_ms = now_ms;
	offer->held_milli = 0;
	offer->turn_key = store_turn_start(
	    store, offer->seller_id, offer->product, offer->area_no);
	offer->id = db_insert(store->db,
	    "INSERT INTO offer (seller_id, product, unit, price_minor,"
	    " stock_milli, unit_grams, grade, from_ms, until_ms, closed,"
	    " turn_key, area_no, out, created_ms, changed_ms, taken)"
	    " VALUES (?1, ?2, ?3, ?4, max(?5, 0), ?6, ?7, ?8, ?9, ?10, ?11,"
	    " ?12, ?13, ?14, ?14, iif(?5 > 0, 0, 2))",
	    db_int(offer->seller_id), db_text(offer->product),
	    db_text(offer->unit), db_int(offer->price_minor),
	    db_int(offer->stock_milli), db_int(offer->unit_grams),
	    db_text(offer->grade), db_int(offer->from_ms),
	    db_int(offer->until_ms), db_int(offer->closed),
	    db_int(offer->turn_key), db_int(offer->area_no), db_int(offer->out),
	    db_int(now_ms));
}

/* Who comes back starts where the clock stands, as newcomers do. */
#define KEY_OF_WHO_COMES_BACK                                                  \
	"max(turn_key, coalesce((SELECT key FROM turn_clock c"                 \
	" WHERE c.product = offer.product AND c.area_no = offer.area_no), 0))"

static void
offer_change(struct store *store, const struct offer *offer, int64_t now_ms)
{
	store_seen_listings_moved(store);
	db_run(store->db,
	    "UPDATE offer SET turn_key = CASE WHEN closed <> 0 OR out <> 0"
	    " OR stock_milli <= held_milli THEN " KEY_OF_WHO_COMES_BACK
	    " ELSE turn_key END,"
	    " seller_id = ?2, product = ?3, unit = ?4,"
	    " price_minor = ?5, stock_milli = max(?6, held_milli),"
	    " taken = iif(?6 > held_milli, 0, iif(held_milli > 0, 1, 2)),"
	    " unit_grams = ?7, grade = ?8, from_ms = ?9, until_ms = ?10,"
	    " closed = ?11, area_no = ?12, out = ?13, changed_ms = ?14"
	    " WHERE id = ?1",
	    db_int(offer->id), db_int(offer->seller_id),
	    db_text(offer->product), db_text(offer->unit),
	    db_int(offer->price_minor), db_int(offer->stock_milli),
	    db_int(offer->unit_grams), db_text(offer->grade),
	    db_int(offer->from_ms), db_int(offer->until_ms),
	    db_int(offer->closed), db_int(offer->area_no), db_int(offer->out),
	    db_int(now_ms));
}

void
store_offer_put(struct store *store, struct offer *offer, int64_t now_ms)
{
	offer->changed_ms = now_ms;
	store_onsale_note(store, offer->product);
	offer_place(store, offer, now_ms);
	if (offer->id == 0)
		offer_add(store, offer, now_ms);
	else
		offer_change(store, offer, now_ms);
	wait_for_date(store, offer, now_ms);
}

void
store_offer_dated(struct store *store, int64_t id, int64_t now_ms)
{
	struct offer offer;

	if (!store_offer_get(store, id, &offer))
		return;
	offer_place(store, &offer, now_ms);
	offer_change(store, &offer, offer.changed_ms);
	wait_for_date(store, &offer, now_ms);
}

/* Along offer_seller, and for most people there is nothing to find. */
void
store_offer_seller(struct store *store, int64_t seller_id)
{
	db_run(store->db,
	    "UPDATE offer SET turn_key = iif(offer.out & 1 > "
	    "s.out, " KEY_OF_WHO_COMES_BACK
	    ", turn_key), out = (offer.out & ~1) | s.out,"
	    " area_no = s.no"
	    " FROM (SELECT " OFFER_OUT_SELLER_SQL " AS out,"
	    " coalesce(a.no, 0) AS no FROM person p"
	    " LEFT JOIN area a ON a.id = p.area_id WHERE p.id = ?1) s"
	    " WHERE seller_id = ?1"
	    " AND (offer.out & 1 <> s.out OR offer.area_no <> s.no)",
	    db_int(seller_id));
}

static int
taken(int64_t held_milli, int64_t stock_milli)
{
	if (stock_milli > held_milli)
		return 0;
	return stock_milli > 0 ? 1 : 2;
}

static void
put_held(struct store *store, const struct offer *before, int64_t held,
    int64_t stock)
{
	struct offer row = *before;
	row.held_milli = held;
	row.stock_milli = stock;
	store_later_put(store, SEEN_OFFER, row.id, &row,
	    taken(held, stock) == taken(before->held_milli, before->stock_milli)
		? LATER_PLAIN
		: LATER_TAKEN);
}

void
offer_put_key(struct store *store, const struct offer *before, int64_t key)
{
	struct offer row = *before;
	row.turn_key = key;
	if (key != before->turn_key)
		store_later_put(store, SEEN_OFFER, row.id, &row, LATER_STATE);
}

/* No index is of what is held, one of the key, three of whether something is
 * left: so mostly few are written. */
bool
store_offer_write(struct store *store, const void *row, unsigned parts)
{
	const struct offer *o = row;
	if ((parts & LATER_TAKEN) != 0)
		return db_run(store->db,
			   "UPDATE offer SET held_milli = ?2, stock_milli = ?3,"
			   " turn_key = ?4, taken = ?5 WHERE id = ?1",
			   db_int(o->id), db_int(o->held_milli),
			   db_int(o->stock_milli), db_int(o->turn_key),
			   db_int(taken(o->held_milli, o->stock_milli))) > 0;
	if ((parts & LATER_STATE) != 0)
		return db_run(store->db,
			   "UPDATE offer SET held_milli = ?2, stock_milli = ?3,"
			   " turn_key = ?4 WHERE id = ?1",
			   db_int(o->id), db_int(o->held_milli),
			   db_int(o->stock_milli), db_int(o->turn_key)) > 0;
	return db_run(store->db,
		   "UPDATE offer SET held_milli = ?2, stock_milli = ?3"
		   " WHERE id = ?1",
		   db_int(o->id), db_int(o->held_milli),
		   db_int(o->stock_milli)) > 0;
}

static int64_t
at_most(int64_t milli, int64_t most)
{
	return milli < most ? milli : most;
}

bool
store_offer_hold(struct store *store, int64_t id, int64_t milli)
{
	struct offer row;
	if (milli < 0 || !store_offer_get(store, id, &row) ||
	    row.stock_milli - row.held_milli < milli)
		return false;
	put_held(store, &row, row.held_milli + milli, row.stock_milli);
	return db_alive(store->db);
}

/* More than is held cannot be given back or taken: the CHECK would end the
 * whole turn, but what the caller wants is clear. */
void
store_offer_release(struct store *store, int64_t id, int64_t milli)
{
	struct offer row;
	if (milli >= 0 && store_offer_get(store, id, &row))
		put_held(store, &row,
		    row.held_milli - at_most(milli, row.held_milli),
		    row.stock_milli);
}

void
store_offer_take(struct store *store, int64_t id, int64_t milli)
{
	struct offer row;
	if (milli < 0 || !store_offer_get(store, id, &row))
		return;
	milli = at_most(milli, row.held_milli);
	put_held(store, &row, row.held_milli - milli, row.stock_milli - milli);
}

void
store_offer_promised(struct store *store, const char *product, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct db_query q = db_ask(store->db,
	    OFFER_SELECT "INDEXED BY offer_promised WHERE product = ?1"
			 " AND closed = 0 AND taken = 1 LIMIT ?2",
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
	(void)offer_all(&q, fn, arg);
}
