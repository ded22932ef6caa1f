#include "gateway/store/store_pool.h"

#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_name.h"

/* -- households ---------------------------------------------------------- */

#define HOUSEHOLD_SELECT                                                       \
	"SELECT p.id, p.household_no, p.name, p.weight_milli, p.phone_id,"     \
	" coalesce(g.given, -1) FROM person p INDEXED BY person_household"     \
	" LEFT JOIN pool_given g ON g.leader_id = ?1 AND g.product = ?2"       \
	" AND g.unit = ?3 AND g.household_id = p.id"                           \
	" WHERE p.leader_id = ?1 AND p.leader_id > 0 "

static void
household_read(struct db_query *q, struct household *out)
{
	out->person_id = db_get_int(q);
	out->number = (int)db_get_int(q);
	db_get_text(q, out->name, sizeof(out->name));
	out->weight_milli = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->given = db_get_int(q);
}

void
store_household_each(struct store *store, int64_t leader_id, int from_number,
    int limit, const char *product, const char *unit,
    bool (*fn)(void *arg, const struct household *household), void *arg)
{
	struct db_query q = db_ask(store->db,
	    HOUSEHOLD_SELECT "AND p.household_no >= ?4"
			     " ORDER BY p.household_no LIMIT ?5",
	    db_int(leader_id), db_text(product), db_text(unit),
	    db_int(from_number), db_int(limit));
	bool more = true;

	while (more && db_next(&q)) {
		struct household household;

		household_read(&q, &household);
		more = fn(arg, &household);
	}
	db_end(&q);
}

bool
store_household_number(
    struct store *store, int64_t leader_id, int number, struct household *out)
{
	struct db_query q =
	    db_ask(store->db, HOUSEHOLD_SELECT "AND p.household_no = ?4",
		db_int(leader_id), db_text(""), db_text(""), db_int(number));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	household_read(&q, out);
	db_end(&q);
	return true;
}

bool
store_household_get(
    struct store *store, int64_t person_id, struct household *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, iif(leader_id > 0, household_no, 0), name,"
	    " weight_milli, phone_id, -1 FROM person WHERE id = ?1",
	    db_int(person_id));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	household_read(&q, out);
	db_end(&q);
	return true;
}

int
store_household_count(struct store *store, int64_t leader_id)
{
	return (int)db_number(store->db, 0,
	    "SELECT count(*) FROM person INDEXED BY person_household"
	    " WHERE leader_id = ?1 AND leader_id > 0",
	    db_int(leader_id));
}

int
store_household_newest(struct store *store, int64_t leader_id)
{
	return (int)db_number(store->db, 0,
	    "SELECT household_no FROM person INDEXED BY person_household"
	    " WHERE leader_id = ?1 AND leader_id > 0"
	    " ORDER BY household_no DESC LIMIT 1",
	    db_int(leader_id));
}

void
store_pool_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, int64_t leader_id, int households), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT leader_id, count(*) FROM person INDEXED BY person_household"
	    " WHERE leader_id > ?1 AND leader_id > 0 GROUP BY leader_id"
	    " ORDER BY leader_id LIMIT ?2",
	    db_int(after_id), db_int(limit));
	bool more = true;

	while (more && db_next(&q)) {
		int64_t leader_id = db_get_int(&q);

		more = fn(arg, leader_id, (int)db_get_int(&q));
	}
	db_end(&q);
}

int64_t
store_household_add(struct store *store, int64_t leader_id, const char *name,
    int64_t area_id, int64_t now_ms)
{
	int64_t id = db_insert(store->db,
	    "INSERT INTO person (name, area_id, created_ms)"
	    " VALUES (?1, ?2, ?3)",
	    db_text(name), db_int(area_id), db_int(now_ms));

	store_name_put(store, id, "", name);
	/* Apart from the insert: the number is given by an update. */
	db_run(store->db, "UPDATE person SET leader_id = ?2 WHERE id = ?1",
	    db_int(id), db_int(leader_id));
	return id;
}

void
store_household_gave(struct store *store, int64_t leader_id,
    const char *product, const char *unit, int64_t household_id, int64_t more,
    int64_t base)
{
	int64_t first;

	if (__builtin_add_overflow(base, more, &first) || first < 0)
		first = 0;
	db_run(store->db,
	    "INSERT INTO pool_given (leader_id, product, unit, household_id,"
	    " given) VALUES (?1, ?2, ?3, ?4, ?5)"
	    " ON CONFLICT (leader_id, product, unit, household_id)"
	    " DO UPDATE SET given = max(given + ?6, 0)",
	    db_int(leader_id), db_text(product), db_text(unit),
	    db_int(household_id), db_int(first), db_int(more));
}

/* -- lots ---------------------------------------------------------------- */

#define LOT_SELECT                                                             \
	"SELECT id, offer_id, leader_id, household_id, terms, price_minor,"    \
	" rate, left_milli FROM lot "

static void
lot_read(struct db_query *q, struct lot *out)
{
	out->id = db_get_int(q);
	out->offer_id = db_get_int(q);
	out->leader_id = db_get_int(q);
	out->household_id = db_get_int(q);
	out->terms = (enum lot_terms)db_get_int(q);
	out->price_minor = db_get_int(q);
	out->rate = db_get_int(q);
	out->left_milli = db_get_int(q);
}

bool
store_lot_get(struct store *store, int64_t id, struct lot *out)
{
	struct db_query q =
	    db_ask(store->db, LOT_SELECT "WHERE id = ?1", db_int(id));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	lot_read(&q, out);
	db_end(&q);
	return true;
}

void
store_lot_put(struct store *store, struct lot *lot)
{
	lot->id = db_number(store->db, 0,
	    "SELECT id FROM lot INDEXED BY lot_open WHERE offer_id = ?1"
	    " AND left_milli > 0 AND household_id = ?2 AND terms = ?3"
	    " AND price_minor = ?4 AND rate = ?5 ORDER BY id DESC LIMIT 1",
	    db_int(lot->offer_id), db_int(lot->household_id),
	    db_int(lot->terms), db_int(lot->price_minor), db_int(lot->rate));
	if (lot->id != 0) {
		(void)store_lot_change(store, lot->id, lot->left_milli);
		return;
	}
	lot->id = db_insert(store->db,
	    "INSERT INTO lot (offer_id, leader_id, household_id, terms,"
	    " price_minor, rate, left_milli)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	    db_int(lot->offer_id), db_int(lot->leader_id),
	    db_int(lot->household_id), db_int(lot->terms),
	    db_int(lot->price_minor), db_int(lot->rate),
	    db_int(lot->left_milli));
}

bool
store_lot_change(struct store *store, int64_t id, int64_t more_milli)
{
	return db_run(store->db,
		   "UPDATE lot SET left_milli = left_milli + ?2"
		   " WHERE id = ?1 AND left_milli + ?2 >= 0",
		   db_int(id), db_int(more_milli)) > 0;
}

void
store_lot_open(struct store *store, int64_t offer_id, int limit,
    bool (*fn)(void *arg, const struct lot *lot), void *arg)
{
	struct db_query q = db_ask(store->db,
	    LOT_SELECT "INDEXED BY lot_open WHERE offer_id = ?1"
		       " AND left_milli > 0 ORDER BY id LIMIT ?2",
	    db_int(offer_id), db_int(limit));
	bool more = true;

	while (more && db_next(&q)) {
		struct lot lot;

		lot_read(&q, &lot);
		more = fn(arg, &lot);
	}
	db_end(&q);
}

/* -- receipts ------------------------------------------------------------ */

#define TOOK_SELECT                                                            \
	"SELECT id, leader_id, household_id, lot_id, product, unit,"           \
	" qty_milli, lot_milli, grade, terms, price_minor, rate, due_minor,"   \
	" message_id, time_ms, undone_ms FROM took "

static void
took_read(struct db_query *q, struct took *out)
{
	out->id = db_get_int(q);
	out->leader_id = db_get_int(q);
	out->household_id = db_get_int(q);
	out->lot_id = db_get_int(q);
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->unit, sizeof(out->unit));
	out->qty_milli = db_get_int(q);
	out->lot_milli = db_get_int(q);
	db_get_text(q, out->grade, sizeof(out->grade));
	out->terms = (enum lot_terms)db_get_int(q);
	out->price_minor = db_get_int(q);
	out->rate = db_get_int(q);
	out->due_minor = db_get_int(q);
	out->message_id = db_get_int(q);
	out->time_ms = db_get_int(q);
	out->undone_ms = db_get_int(q);
}

static void
took_all(struct db_query *q, bool (*fn)(void *arg, const struct took *took),
    void *arg)
{
	bool more = true;

	while (more && db_next(q)) {
		struct took took;

		took_read(q, &took);
		more = fn(arg, &took);
	}
	db_end(q);
}

void
store_took_add(struct store *store, struct took *took)
{
	took->id = db_insert(store->db,
	    "INSERT INTO took (leader_id, household_id, lot_id, product, unit,"
	    " qty_milli, lot_milli, grade, terms, price_minor, rate,"
	    " due_minor, message_id, time_ms, undone_ms) VALUES (?1, ?2, ?3,"
	    " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 0)",
	    db_int(took->leader_id), db_int(took->household_id),
	    db_int(took->lot_id), db_text(took->product), db_text(took->unit),
	    db_int(took->qty_milli), db_int(took->lot_milli),
	    db_text(took->grade), db_int(took->terms),
	    db_int(took->price_minor), db_int(took->rate),
	    db_int(took->due_minor), db_int(took->message_id),
	    db_int(took->time_ms));
}

struct standing {
	int64_t household_id, since_ms;
	struct took *out;
	bool found;
};

static bool
stands(void *arg, const struct took *took)
{
	struct standing *s = arg;

	if (took->time_ms < s->since_ms)
		return false;
	if (took->undone_ms != 0 ||
	    (s->household_id != 0 && took->household_id != s->household_id))
		return true;
	*s->out = *took;
	s->found = true;
	return false;
}

bool
store_took_last(struct store *store, int64_t leader_id, int64_t household_id,
    int64_t since_ms, struct took *out)
{
	struct standing s = {household_id, since_ms, out, false};

	memset(out, 0, sizeof(*out));
	store_took_of_leader(store, leader_id, 1000, stands, &s);
	return s.found;
}

void
store_took_undo(struct store *store, int64_t id, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE took SET undone_ms = ?2 WHERE id = ?1 AND undone_ms = 0",
	    db_int(id), db_int(now_ms));
}

void
store_took_of_leader(struct store *store, int64_t leader_id, int limit,
    bool (*fn)(void *arg, const struct took *took), void *arg)
{
	struct db_query q = db_ask(store->db,
	    TOOK_SELECT "INDEXED BY took_leader WHERE leader_id = ?1"
			" ORDER BY id DESC LIMIT ?2",
	    db_int(leader_id), db_int(limit));

	took_all(&q, fn, arg);
}

void
store_took_of_household(struct store *store, int64_t household_id, int limit,
    bool (*fn)(void *arg, const struct took *took), void *arg)
{
	struct db_query q = db_ask(store->db,
	    TOOK_SELECT "INDEXED BY took_household WHERE household_id = ?1"
			" ORDER BY id DESC LIMIT ?2",
	    db_int(household_id), db_int(limit));

	took_all(&q, fn, arg);
}

/* -- shares -------------------------------------------------------------- */

#define SHARE_SELECT                                                           \
	"SELECT line_id, household_id, lot_id, leader_id, qty_milli, grade,"   \
	" state, price_minor, lot_milli, offer_id, hold_milli, time_ms"        \
	" FROM share "

const char *
share_state_name(enum share_state state)
{
	switch (state) {
	case SHARE_OPEN:
		return "open";
	case SHARE_DONE:
		return "done";
	case SHARE_DROPPED:
		return "dropped";
	}
	return "?";
}

static void
share_all(struct db_query *q, bool (*fn)(void *arg, const struct share *share),
    void *arg)
{
	bool more = true;

	while (more && db_next(q)) {
		struct share s;

		s.line_id = db_get_int(q);
		s.household_id = db_get_int(q);
		s.lot_id = db_get_int(q);
		s.leader_id = db_get_int(q);
		s.qty_milli = db_get_int(q);
		db_get_text(q, s.grade, sizeof(s.grade));
		s.state = (enum share_state)db_get_int(q);
		s.price_minor = db_get_int(q);
		s.lot_milli = db_get_int(q);
		s.offer_id = db_get_int(q);
		s.hold_milli = db_get_int(q);
		s.time_ms = db_get_int(q);
		more = fn(arg, &s);
	}
	db_end(q);
}

void
store_share_put(struct store *store, const struct share *s)
{
	db_run(store->db,
	    "INSERT OR REPLACE INTO share (line_id, household_id, lot_id,"
	    " leader_id, qty_milli, grade, state, price_minor, lot_milli,"
	    " offer_id, hold_milli, time_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
	    db_int(s->line_id), db_int(s->household_id), db_int(s->lot_id),
	    db_int(s->leader_id), db_int(s->qty_milli), db_text(s->grade),
	    db_int(s->state), db_int(s->price_minor), db_int(s->lot_milli),
	    db_int(s->offer_id), db_int(s->hold_milli), db_int(s->time_ms));
}

void
store_share_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct share *share), void *arg)
{
	struct db_query q = db_ask(store->db,
	    SHARE_SELECT "WHERE line_id = ?1 ORDER BY household_id, lot_id",
	    db_int(line_id));

	share_all(&q, fn, arg);
}

void
store_share_open_of(struct store *store, int64_t household_id, int limit,
    bool (*fn)(void *arg, const struct share *share), void *arg)
{
	struct db_query q = db_ask(store->db,
	    SHARE_SELECT "INDEXED BY share_open WHERE household_id = ?1"
			 " AND state = 1 ORDER BY line_id LIMIT ?2",
	    db_int(household_id), db_int(limit));

	share_all(&q, fn, arg);
}
