#include "gateway/store/store_turn.h"

#include <stdlib.h>
#include <string.h>

#include "gateway/core/area.h"
#include "gateway/store/offer_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_person.h"

/* So that no sum of keys leaves 64 bits: a single step, and all of them. */
#define STEP_MAX (INT64_C(1) << 40)
#define USUAL_SHARE 8

#define TURN                                                                   \
	OFFER_SELECT "INDEXED BY offer_turn WHERE product = ?1 AND out = 0"    \
		     " AND closed = 0 AND taken = 0"

/* -- walking ------------------------------------------------------------- */

static bool
front(struct store *store, const char *product, int64_t from, int64_t to,
    struct offer *out)
{
	struct db_query q = db_ask(store->db,
	    TURN " AND area_no BETWEEN ?2 AND ?3"
		 " ORDER BY area_no, turn_key, id LIMIT 1",
	    db_text(product), db_int(from), db_int(to));

	if (!offer_one(&q, out))
		return false;
	store_seen_note(store, SEEN_OFFER, out->id, out);
	return true;
}

/* Where there are no areas, all stand in the same place. */
void
store_turn_fronts(struct store *store, const char *product, int64_t from,
    int64_t to, int limit, bool (*fn)(void *arg, const struct offer *offer),
    void *arg)
{
	int64_t start = store->next_area;
	int64_t at, end = to;
	struct offer offer;

	if (to > 0 && store_seen_quiet(store, QUIET_PLACES))
		end = to = 0;
	if (start <= from || start > to)
		start = from;
	at = start;
	for (int i = 0; i < limit;) {
		if (at > end || !front(store, product, at, end, &offer)) {
			if (start == from || end != to)
				return;
			at = from; /* round, up to where we began */
			end = start - 1;
			continue;
		}
		at = offer.area_no + 1;
		if (++i == limit)
			store->next_area = at;
		if (!fn(arg, &offer))
			return;
	}
}

/* Two questions, since SQLite would read all of a thousand equal keys to find
 * the pair (key, id) that comes next. */
void
store_turn_cell(struct store *store, const char *product,
    const struct turn_mark *after, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct db_query q = db_ask(store->db,
	    TURN " AND area_no = ?2 AND turn_key = ?3 AND id > ?4"
		 " ORDER BY id LIMIT ?5",
	    db_text(product), db_int(after->area_no), db_int(after->turn_key),
	    db_int(after->offer_id), db_int(limit));
	int seen = offer_all(&q, fn, arg);

	if (seen < 0 || seen >= limit)
		return;
	q = db_ask(store->db,
	    TURN " AND area_no = ?2 AND turn_key > ?3"
		 " ORDER BY turn_key, id LIMIT ?4",
	    db_text(product), db_int(after->area_no), db_int(after->turn_key),
	    db_int(limit - seen));
	(void)offer_all(&q, fn, arg);
}

struct walk {
	bool (*fn)(void *arg, const struct offer *offer);
	void *arg;
	struct turn_mark mark;
	int left;
	bool stopped;
};

static bool
walk_row(void *arg, const struct offer *offer)
{
	struct walk *walk = arg;

	walk->left--;
	walk->mark =
	    (struct turn_mark){offer->area_no, offer->turn_key, offer->id};
	walk->stopped = !walk->fn(walk->arg, offer);
	return !walk->stopped;
}

void
store_turn_walk(struct store *store, const char *product,
    const struct turn_mark *after, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct walk walk = {fn, arg, *after, limit, false};

	if (after->offer_id != 0)
		store_turn_cell(
		    store, product, after, walk.left, walk_row, &walk);
	while (!walk.stopped && walk.left > 0) {
		int64_t from =
		    walk.mark.offer_id == 0 ? 0 : walk.mark.area_no + 1;
		struct offer offer;

		if (!front(store, product, from, area_last(0), &offer) ||
		    !walk_row(&walk, &offer))
			return;
		if (walk.left > 0) {
			struct turn_mark mark = walk.mark;

			store_turn_cell(
			    store, product, &mark, walk.left, walk_row, &walk);
		}
	}
}

void
store_turn_cheapest(struct store *store, const char *product, const char *unit,
    int64_t max_minor, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg)
{
	struct db_query q = db_ask(store->db,
	    OFFER_SELECT "INDEXED BY offer_price WHERE product = ?1"
			 " AND unit = ?2 AND price_minor BETWEEN 0 AND ?3"
			 " AND out = 0 AND closed = 0"
			 " AND taken = 0 AND price_minor >= 0"
			 " ORDER BY price_minor, id LIMIT ?4",
	    db_text(product), db_text(unit), db_int(max_minor), db_int(limit));

	(void)offer_all(&q, fn, arg);
}

/* -- the clock ----------------------------------------------------------- */

/* Nobody was ever asked there: as the areas beside it. */
static int64_t
clock_near(struct store *store, const char *product, int64_t area_no)
{
	int64_t key = db_number(store->db, -1,
	    "SELECT key FROM turn_clock WHERE product = ?1 AND area_no >= ?2"
	    " ORDER BY area_no LIMIT 1",
	    db_text(product), db_int(area_no));

	if (key >= 0)
		return key;
	return db_number(store->db, 0,
	    "SELECT key FROM turn_clock WHERE product = ?1 AND area_no < ?2"
	    " ORDER BY area_no DESC LIMIT 1",
	    db_text(product), db_int(area_no));
}

/* First among equals: who was never asked. */
static int64_t
before(int64_t key)
{
	return key > 0 ? key - 1 : 0;
}

int64_t
store_turn_start(struct store *store, int64_t seller_id, const char *product,
    int64_t area_no)
{
	int64_t ahead = db_number(store->db, 0,
	    "SELECT min(o.turn_key - coalesce(c.key, 0))"
	    " FROM offer o INDEXED BY offer_seller"
	    " LEFT JOIN turn_clock c ON c.product = o.product"
	    " AND c.area_no = o.area_no WHERE o.seller_id = ?1",
	    db_int(seller_id));

	if (ahead > 0)
		return clock_near(store, product, area_no) + ahead;
	return before(clock_near(store, product, area_no));
}

int64_t
store_turn_usual(struct store *store, const char *product, int64_t area_no)
{
	return turn_clock_get(store, product, area_no).usual;
}

/* -- being asked --------------------------------------------------------- */

static int64_t
within_step(int64_t by)
{
	if (by > STEP_MAX)
		return STEP_MAX;
	return by < -STEP_MAX ? -STEP_MAX : by;
}

/* The clock comes to where the listing stood. */
static void
clock_move(struct store *store, const struct offer *chosen, int64_t by)
{
	struct turn_clock clock =
	    turn_clock_get(store, chosen->product, chosen->area_no);

	clock.usual =
	    clock.asked ? clock.usual + (by - clock.usual) / USUAL_SHARE : by;
	if (chosen->turn_key > clock.key)
		clock.key = chosen->turn_key;
	turn_clock_put(store, &clock);
}

/* Who could not be chosen for long has no credit: a key is brought up to the
 * clock first. */
static void
move_one(struct store *store, int64_t offer_id, int64_t by, bool asked)
{
	struct offer offer;
	int64_t key;

	if (!store_offer_get(store, offer_id, &offer))
		return;
	key = offer.turn_key;
	if (asked) {
		struct turn_clock clock =
		    turn_clock_get(store, offer.product, offer.area_no);

		if (clock.key > key)
			key = clock.key;
	}
	key += by;
	offer_put_key(store, &offer, asked || key > 0 ? key : 0);
}

/* By ids: what is written later must not be walked along an index. */
static void
move_all(struct store *store, int64_t seller_id, int64_t by, bool asked)
{
	int64_t only = 0, *ids;

	(void)store_seen_get(store, SEEN_LISTING, seller_id, &only);
	if (only >= 0) {
		move_one(store, only, by, asked);
		return;
	}
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM offer INDEXED BY offer_seller"
	    " WHERE seller_id = ?1",
	    db_int(seller_id));
	size_t count = db_get_column(&q, &ids);
	for (size_t i = 0; i < count; i++)
		move_one(store, ids[i], by, asked);
	free(ids);
}

void
store_turn_asked(struct store *store, const struct offer *chosen,
    int64_t charge, int64_t now_ms)
{
	int64_t by = within_step(charge < 1 ? 1 : charge);
	struct person seller;

	clock_move(store, chosen, by);
	move_all(store, chosen->seller_id, by, true);
	if (!store_person_get(store, chosen->seller_id, &seller))
		return;
	seller.asked_ms = now_ms;
	seller.asked_count++;
	store_later_put(store, SEEN_PERSON, seller.id, &seller, LATER_PLAIN);
}

void
store_turn_move(struct store *store, int64_t seller_id, int64_t by)
{
	if (by != 0)
		move_all(store, seller_id, within_step(by), false);
}

void
store_turn_reliable(struct store *store, int64_t seller_id, bool kept)
{
	struct person seller;

	/* Mostly as good as it can be: nothing to write. */
	if (store_person_get(store, seller_id, &seller) &&
	    seller.reliable_milli == (kept ? 1000 : 0))
		return;
	db_run(store->db,
	    "UPDATE person SET reliable_milli = reliable_milli"
	    " + (?2 - reliable_milli) / 8 WHERE id = ?1"
	    " AND reliable_milli <> ?2",
	    db_int(seller_id), db_int(kept ? 1000 : 0));
}

int64_t
store_turn_sweep(struct store *store, int64_t after_id, int limit)
{
	int64_t last = db_number(store->db, 0,
	    "SELECT max(id) FROM (SELECT id FROM offer WHERE id > ?1"
	    " ORDER BY id LIMIT ?2)",
	    db_int(after_id), db_int(limit));

	if (last == 0)
		return 0;
	db_run(store->db,
	    "UPDATE offer SET area_no = a.no FROM person p"
	    " JOIN area a ON a.id = p.area_id WHERE p.id = offer.seller_id"
	    " AND offer.id > ?1 AND offer.id <= ?2 AND offer.area_no <> a.no",
	    db_int(after_id), db_int(last));
	return last;
}

/* -- searches that go on later ------------------------------------------- */

bool
store_seek_get(struct store *store, int64_t line_id, struct turn_seek *out)
{
	memset(out, 0, sizeof(*out));
	if (store_seen_quiet(store, QUIET_SEEKS))
		return false;
	struct db_query q = db_ask(store->db,
	    "SELECT area_no, turn_key, offer_id, verdict, lowest_minor, unit"
	    " FROM line_seek WHERE line_id = ?1",
	    db_int(line_id));

	if (!db_next(&q))
		return false;
	out->mark.area_no = db_get_int(&q);
	out->mark.turn_key = db_get_int(&q);
	out->mark.offer_id = db_get_int(&q);
	out->verdict = (int)db_get_int(&q);
	out->lowest_minor = db_get_int(&q);
	db_get_text(&q, out->unit, sizeof(out->unit));
	db_end(&q);
	return true;
}

void
store_seek_put(
    struct store *store, int64_t line_id, const struct turn_seek *seek)
{
	db_run(store->db,
	    "INSERT OR REPLACE INTO line_seek (line_id, area_no, turn_key,"
	    " offer_id, verdict, lowest_minor, unit)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	    db_int(line_id), db_int(seek->mark.area_no),
	    db_int(seek->mark.turn_key), db_int(seek->mark.offer_id),
	    db_int(seek->verdict), db_int(seek->lowest_minor),
	    db_text(seek->unit));
}

void
store_seek_drop(struct store *store, int64_t line_id)
{
	db_run(store->db, "DELETE FROM line_seek WHERE line_id = ?1",
	    db_int(line_id));
}
