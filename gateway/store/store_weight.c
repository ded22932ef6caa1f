#include "gateway/store/store_weight.h"

#include <string.h>

#include "gateway/core/area.h"
#include "gateway/store/store_inside.h"

#define PLAIN 1000

/* -- sets ---------------------------------------------------------------- */

#define SET_SELECT                                                             \
	"SELECT s.id, s.name, s.factor_milli, s.protected,"                    \
	" (SELECT count(*) FROM person_weight w WHERE w.set_id = s.id)"        \
	" FROM weight_set s "

static void
set_read(struct db_query *q, struct weight_set *out)
{
	out->id = db_get_int(q);
	db_get_text(q, out->name, sizeof(out->name));
	out->factor_milli = db_get_int(q);
	out->is_protected = db_get_int(q) != 0;
	out->people = db_get_int(q);
}

static void
set_all(struct db_query *q, bool (*fn)(void *arg, const struct weight_set *set),
    void *arg)
{
	bool more = true;

	while (more && db_next(q)) {
		struct weight_set set;

		set_read(q, &set);
		more = fn(arg, &set);
	}
	db_end(q);
}

int64_t
store_weight_put(struct store *store, const char *name, int64_t factor_milli,
    bool is_protected)
{
	struct weight_set set;

	if (!store_weight_find(store, name, &set))
		return db_insert(store->db,
		    "INSERT INTO weight_set (name, factor_milli, protected)"
		    " VALUES (?1, ?2, ?3)",
		    db_text(name), db_int(factor_milli), db_int(is_protected));
	db_run(store->db,
	    "UPDATE weight_set SET factor_milli = ?2, protected = ?3"
	    " WHERE id = ?1",
	    db_int(set.id), db_int(factor_milli), db_int(is_protected));
	return set.id;
}

bool
store_weight_find(struct store *store, const char *name, struct weight_set *out)
{
	struct db_query q =
	    db_ask(store->db, SET_SELECT "WHERE s.name = ?1", db_text(name));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	set_read(&q, out);
	db_end(&q);
	return true;
}

void
store_weight_each(struct store *store,
    bool (*fn)(void *arg, const struct weight_set *set), void *arg)
{
	struct db_query q = db_ask(store->db, SET_SELECT "ORDER BY s.name");

	set_all(&q, fn, arg);
}

void
store_weight_of(struct store *store, int64_t person_id,
    bool (*fn)(void *arg, const struct weight_set *set), void *arg)
{
	struct db_query q = db_ask(store->db,
	    SET_SELECT "JOIN person_weight m ON m.set_id = s.id"
		       " WHERE m.person_id = ?1 ORDER BY s.name",
	    db_int(person_id));

	set_all(&q, fn, arg);
}

bool
store_weight_join(
    struct store *store, int64_t person_id, int64_t set_id, bool in)
{
	if (in)
		return db_run(store->db,
			   "INSERT OR IGNORE INTO person_weight"
			   " (person_id, set_id) VALUES (?1, ?2)",
			   db_int(person_id), db_int(set_id)) > 0;
	return db_run(store->db,
		   "DELETE FROM person_weight WHERE person_id = ?1"
		   " AND set_id = ?2",
		   db_int(person_id), db_int(set_id)) > 0;
}

/* -- campaigns ----------------------------------------------------------- */

#define CAMPAIGN_SELECT                                                        \
	"SELECT c.id, c.name, c.sponsor, c.area_id, coalesce(a.no, 0),"        \
	" c.factor_milli, c.texts, c.spent, c.from_ms, c.until_ms, c.ended_ms" \
	" FROM campaign c "

static void
campaign_read(struct db_query *q, struct campaign *out)
{
	out->id = db_get_int(q);
	db_get_text(q, out->name, sizeof(out->name));
	db_get_text(q, out->sponsor, sizeof(out->sponsor));
	out->area_id = db_get_int(q);
	out->area_no = db_get_int(q);
	out->factor_milli = db_get_int(q);
	out->texts = db_get_int(q);
	out->spent = db_get_int(q);
	out->from_ms = db_get_int(q);
	out->until_ms = db_get_int(q);
	out->ended_ms = db_get_int(q);
}

bool
store_campaign_add(struct store *store, struct campaign *c)
{
	if (db_number(store->db, 0,
		"SELECT count(*) FROM campaign WHERE ended_ms = 0") >=
	    CAMPAIGNS_MAX)
		return false;
	c->spent = c->ended_ms = 0;
	c->id = db_insert(store->db,
	    "INSERT INTO campaign (name, area_id, factor_milli, sponsor,"
	    " texts, spent, from_ms, until_ms, ended_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, 0)",
	    db_text(c->name), db_int(c->area_id), db_int(c->factor_milli),
	    db_text(c->sponsor), db_int(c->texts), db_int(c->from_ms),
	    db_int(c->until_ms));
	return c->id != 0;
}

void
store_campaign_each(struct store *store, int limit,
    bool (*fn)(void *arg, const struct campaign *campaign), void *arg)
{
	struct db_query q = db_ask(store->db,
	    CAMPAIGN_SELECT "LEFT JOIN area a ON a.id = c.area_id"
			    " ORDER BY c.id DESC LIMIT ?1",
	    db_int(limit));
	bool more = true;

	while (more && db_next(&q)) {
		struct campaign campaign;

		campaign_read(&q, &campaign);
		more = fn(arg, &campaign);
	}
	db_end(&q);
}

bool
store_campaign_end(struct store *store, int64_t id, int64_t now_ms)
{
	return db_run(store->db,
		   "UPDATE campaign SET ended_ms = ?2"
		   " WHERE id = ?1 AND ended_ms = 0",
		   db_int(id), db_int(now_ms)) > 0;
}

/* -- what counts for one seller ------------------------------------------ */

static int64_t
times(int64_t a, int64_t b)
{
	int64_t product = a * b / PLAIN;

	if (product > WEIGHT_FACTOR_MAX)
		return WEIGHT_FACTOR_MAX;
	return product > 0 ? product : 1;
}

static int64_t
by_sets(struct store *store, int64_t person_id)
{
	if (store_seen_quiet(store, QUIET_WEIGHTS))
		return PLAIN;
	struct db_query q = db_ask(store->db,
	    "SELECT s.factor_milli FROM person_weight w"
	    " JOIN weight_set s ON s.id = w.set_id WHERE w.person_id = ?1",
	    db_int(person_id));
	int64_t factor = PLAIN;

	while (db_next(&q))
		factor = times(factor, db_get_int(&q));
	db_end(&q);
	return factor;
}

struct running {
	struct campaign at[CAMPAIGNS_MAX];
	int count;
};

static void
campaigns_load(struct store *store, struct running *out)
{
	out->count = 0;
	if (store_seen_quiet(store, QUIET_CAMPAIGNS))
		return;
	struct db_query q = db_ask(store->db,
	    CAMPAIGN_SELECT "INDEXED BY campaign_open"
			    " LEFT JOIN area a ON a.id = c.area_id"
			    " WHERE c.ended_ms = 0 ORDER BY c.id LIMIT ?1",
	    db_int(CAMPAIGNS_MAX));

	while (db_next(&q))
		campaign_read(&q, &out->at[out->count++]);
	db_end(&q);
}

/* One text more; the last one ends it. */
static void
campaign_spend(struct store *store, const struct campaign *c, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE campaign SET spent = spent + 1, ended_ms ="
	    " iif(texts > 0 AND spent + 1 >= texts, ?2, 0) WHERE id = ?1",
	    db_int(c->id), db_int(now_ms));
}

int64_t
store_weight_spend(
    struct store *store, int64_t person_id, int64_t area_no, int64_t now_ms)
{
	int64_t factor = by_sets(store, person_id);
	struct running running;

	campaigns_load(store, &running);
	for (int i = 0; i < running.count; i++) {
		const struct campaign *c = &running.at[i];

		if (c->until_ms != 0 && c->until_ms <= now_ms) {
			(void)store_campaign_end(store, c->id, c->until_ms);
		} else if (c->from_ms <= now_ms && area_no >= c->area_no &&
			   area_no <= area_last(c->area_no)) {
			factor = times(factor, c->factor_milli);
			campaign_spend(store, c, now_ms);
		}
	}
	return factor;
}
