#include "gateway/store/store_person.h"

#include <string.h>

#include "gateway/core/area.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_name.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_timer.h"

/* -- persons ------------------------------------------------------------- */

#define PERSON_SELECT                                                          \
	"SELECT p.id, p.name, p.lang, p.roles, p.place, p.area_id,"            \
	" p.weight_milli, p.leader_id, p.consent_ms, p.stopped_ms,"            \
	" p.asked_ms, p.heard_ms, p.unread_count, p.got_count,"                \
	" p.noshow_count, p.asked_count, p.reliable_milli, p.phone_id,"        \
	" p.proposal_id, n.number, n.people, p.still_ms,"                      \
	" max(p.created_ms, p.consent_ms, p.heard_ms), p.created_ms"           \
	" FROM person p LEFT JOIN phone n ON n.id = p.phone_id "

static void
person_read(struct db_query *q, struct person *out)
{
	out->id = db_get_int(q);
	db_get_text(q, out->name, sizeof(out->name));
	db_get_text(q, out->lang, sizeof(out->lang));
	out->roles = (unsigned)db_get_int(q);
	db_get_text(q, out->place, sizeof(out->place));
	out->area_id = db_get_int(q);
	out->weight_milli = db_get_int(q);
	out->leader_id = db_get_int(q);
	out->consent_ms = db_get_int(q);
	out->stopped_ms = db_get_int(q);
	out->asked_ms = db_get_int(q);
	out->heard_ms = db_get_int(q);
	out->unread_count = db_get_int(q);
	out->got_count = db_get_int(q);
	out->noshow_count = db_get_int(q);
	out->asked_count = db_get_int(q);
	out->reliable_milli = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->proposal_id = db_get_int(q);
	db_get_text(q, out->number, sizeof(out->number));
	out->shared = db_get_int(q) > 1;
	out->still_ms = db_get_int(q);
	out->known_ms = db_get_int(q);
	out->created_ms = db_get_int(q);
}

bool
store_person_read(struct store *store, int64_t id, void *person_out)
{
	struct person *out = person_out;
	struct db_query q =
	    db_ask(store->db, PERSON_SELECT "WHERE p.id = ?1", db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	person_read(&q, out);
	db_end(&q);
	return true;
}

bool
store_person_get(struct store *store, int64_t person_id, struct person *out)
{
	return store_seen_get(store, SEEN_PERSON, person_id, out);
}

void
store_person_put(struct store *store, const struct person *person)
{
	struct person before;
	if (store_person_get(store, person->id, &before))
		store_name_put(store, person->id, before.name, person->name);
	db_run(store->db,
	    "UPDATE person SET name = ?2, lang = ?3, roles = ?4, place = ?5,"
	    " area_id = ?6, weight_milli = ?7, leader_id = ?8,"
	    " consent_ms = ?9, stopped_ms = ?10, heard_ms = ?11,"
	    " unread_count = ?12, got_count = ?13, noshow_count = ?14"
	    " WHERE id = ?1",
	    db_int(person->id), db_text(person->name), db_text(person->lang),
	    db_int(person->roles), db_text(person->place),
	    db_int(person->area_id), db_int(person->weight_milli),
	    db_int(person->leader_id), db_int(person->consent_ms),
	    db_int(person->stopped_ms), db_int(person->heard_ms),
	    db_int(person->unread_count), db_int(person->got_count),
	    db_int(person->noshow_count));
	store_offer_seller(store, person->id);
}

#define PERSON_INSERT                                                          \
	"INSERT OR FAIL INTO person ("                                         \
	"id, created_ms, phone_id, lang, heard_ms, asked_ms, "                 \
	"asked_count, proposal_id"                                             \
	") VALUES "
#define PERSON_ROW "(?,?,?,?,?,?,?,?)"

static void
insert_values(const void *row, struct db_value *out)
{
	const struct person *p = row;
	*out++ = db_int(p->id);
	*out++ = db_int(p->created_ms);
	*out++ = db_int(p->phone_id);
	*out++ = db_text(p->lang);
	*out++ = db_int(p->heard_ms);
	*out++ = db_int(p->asked_ms);
	*out++ = db_int(p->asked_count);
	*out++ = db_int(p->proposal_id);
}

bool
store_person_insert(struct store *store, const void *const *rows, size_t count)
{
	static const struct later_insert how = {PERSON_INSERT PERSON_ROW,
	    PERSON_INSERT LATER_MANY_OF(PERSON_ROW), 8, insert_values};
	return store_later_insert(store, &how, rows, count);
}

/* What a text changes, and being asked; no index is of it. */
bool
store_person_write(struct store *store, const void *row, unsigned parts)
{
	const struct person *p = row;
	(void)parts;
	return db_run(store->db,
		   "UPDATE person SET lang = ?2, heard_ms = ?3, asked_ms = ?4,"
		   " asked_count = ?5, proposal_id = ?6 WHERE id = ?1",
		   db_int(p->id), db_text(p->lang), db_int(p->heard_ms),
		   db_int(p->asked_ms), db_int(p->asked_count),
		   db_int(p->proposal_id)) > 0;
}

void
store_person_put_lang(struct store *store, const struct person *person)
{
	struct person row;
	if (!store_person_get(store, person->id, &row))
		return;
	memset(row.lang, 0, sizeof(row.lang));
	str_copy(row.lang, sizeof(row.lang), str_from(person->lang));
	store_later_put(store, SEEN_PERSON, row.id, &row, LATER_PLAIN);
}

/* Whoever writes every minute need not be a changed row every minute. */
void
store_person_heard(struct store *store, int64_t person_id, int64_t now_ms)
{
	struct person person;
	if (!store_person_get(store, person_id, &person) ||
	    (now_ms >= person.heard_ms &&
		now_ms - person.heard_ms < PERSON_HEARD_EACH_MS))
		return;
	person.heard_ms = now_ms;
	if (person.known_ms < now_ms)
		person.known_ms = now_ms;
	store_later_put(store, SEEN_PERSON, person_id, &person, LATER_PLAIN);
}

void
store_person_still(struct store *store, int64_t person_id, int64_t now_ms)
{
	db_run(store->db, "UPDATE person SET still_ms = ?2 WHERE id = ?1",
	    db_int(person_id), db_int(now_ms));
}

void
store_person_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct person *person), void *arg)
{
	struct db_query q = db_ask(store->db,
	    PERSON_SELECT "WHERE p.id > ?1 ORDER BY p.id LIMIT ?2",
	    db_int(after_id), db_int(limit));
	bool more = true;
	while (more && db_next(&q)) {
		struct person person;
		person_read(&q, &person);
		more = fn(arg, &person);
	}
	db_end(&q);
}

/* -- areas --------------------------------------------------------------- */

/* A village is some five areas deep; a circle in the file must end, too. */
#define AREA_DEPTH 32

static int64_t
area_parent(struct store *store, int64_t area_id)
{
	return db_number(store->db, 0,
	    "SELECT parent_id FROM area WHERE id = ?1", db_int(area_id));
}

/* Of that area, or of the nearest one above it. */
static int64_t
officer_up(struct store *store, int64_t area_id)
{
	for (int i = 0; i < AREA_DEPTH && area_id != 0; i++) {
		int64_t id = db_number(store->db, 0,
		    "SELECT id FROM person INDEXED BY person_officer"
		    " WHERE area_id = ?1 AND (roles & 8) <> 0"
		    " ORDER BY id LIMIT 1",
		    db_int(area_id));
		if (id != 0)
			return id;
		area_id = area_parent(store, area_id);
	}
	return 0;
}

int64_t
store_person_officer(struct store *store, int64_t area_id)
{
	int64_t id = officer_up(store, area_id);

	return id != 0 ? id
		       : db_number(store->db, 0,
			     "SELECT min(id) FROM person"
			     " INDEXED BY person_officer"
			     " WHERE (roles & 8) <> 0");
}

int64_t
store_person_officer_above(struct store *store, int64_t area_id)
{
	return area_id != 0 ? officer_up(store, area_parent(store, area_id))
			    : 0;
}

bool
store_person_admin(
    struct store *store, int64_t *phone_id_out, int64_t *person_id_out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT phone_id, id FROM person INDEXED BY person_admin"
	    " WHERE (roles & 64) <> 0 AND phone_id > 0 ORDER BY id LIMIT 1");
	*phone_id_out = *person_id_out = 0;
	if (!db_next(&q))
		return false;
	*phone_id_out = db_get_int(&q);
	*person_id_out = db_get_int(&q);
	db_end(&q);
	return true;
}

static int64_t
area_no(struct store *store, int64_t area_id)
{
	return db_number(
	    store->db, 0, "SELECT no FROM area WHERE id = ?1", db_int(area_id));
}

/* Numbers the area and all below it; depth ends a circle. */
static void
area_number(struct store *store, int64_t id, int64_t no, int depth)
{
	int64_t child = 0;

	db_run(store->db, "UPDATE area SET no = ?2 WHERE id = ?1", db_int(id),
	    db_int(no));
	while (depth < AREA_DEPTH &&
	       (child = db_number(store->db, 0,
		    "SELECT id FROM area WHERE parent_id = ?1 AND id > ?2"
		    " ORDER BY id LIMIT 1",
		    db_int(id), db_int(child))) != 0)
		area_number(store, child,
		    area_child(no, area_slot(area_no(store, child))),
		    depth + 1);
}

/* Among its parent's the next free place; the listings follow in the turns
 * to come (store_turn_sweep). */
static void
area_settle(struct store *store, int64_t id, int64_t parent_id)
{
	int64_t last = db_number(store->db, 0,
	    "SELECT max(no) FROM area WHERE parent_id = ?1 AND id <> ?2",
	    db_int(parent_id), db_int(id));

	area_number(store, id,
	    area_child(area_no(store, parent_id), area_slot(last) + 1), 0);
	store_timer_set(store, TIMER_OFFER_SWEEP, 0, 1);
}

static int64_t
area_named(struct store *store, const char *name)
{
	int64_t id = store_area_find(store, name);
	if (id != 0)
		return id;
	id = db_insert(
	    store->db, "INSERT INTO area (name) VALUES (?1)", db_text(name));
	if (id != 0)
		area_settle(store, id, 0);
	return id;
}

int64_t
store_area_ensure(struct store *store, const char *name, const char *parent)
{
	int64_t id = area_named(store, name);
	if (parent == NULL || parent[0] == '\0')
		return id;
	int64_t parent_id = area_named(store, parent);
	if (db_run(store->db,
		"UPDATE area SET parent_id = ?2 WHERE id = ?1 AND id <> ?2"
		" AND parent_id <> ?2",
		db_int(id), db_int(parent_id)) > 0)
		area_settle(store, id, parent_id);
	return id;
}

int64_t
store_area_no(struct store *store, int64_t area_id)
{
	return area_id == 0 ? 0 : area_no(store, area_id);
}

int64_t
store_area_find(struct store *store, const char *name)
{
	return db_number(
	    store->db, 0, "SELECT id FROM area WHERE name = ?1", db_text(name));
}

void
store_area_name(
    struct store *store, int64_t area_id, char *dst, size_t dst_octets)
{
	struct db_query q = db_ask(
	    store->db, "SELECT name FROM area WHERE id = ?1", db_int(area_id));
	str_copy(dst, dst_octets, STR(""));
	if (db_next(&q))
		db_get_text(&q, dst, dst_octets);
	db_end(&q);
}

bool
store_area_within(struct store *store, int64_t inner, int64_t outer)
{
	for (int i = 0; i < AREA_DEPTH && inner != 0; i++) {
		if (inner == outer)
			return true;
		inner = area_parent(store, inner);
	}
	return false;
}

bool
store_area_quiet_any(struct store *store)
{
	return !store_seen_quiet(store, QUIET_AREAS);
}

bool
store_area_quiet(
    struct store *store, int64_t area_id, int *from_min_out, int *until_min_out)
{
	*from_min_out = *until_min_out = 0;
	for (int i = 0; i < AREA_DEPTH && area_id != 0; i++) {
		struct db_query q = db_ask(store->db,
		    "SELECT parent_id, quiet_from_min, quiet_until_min"
		    " FROM area WHERE id = ?1",
		    db_int(area_id));

		if (!db_next(&q))
			return false;
		area_id = db_get_int(&q);
		*from_min_out = (int)db_get_int(&q);
		*until_min_out = (int)db_get_int(&q);
		db_end(&q);
		if (*from_min_out >= 0)
			return true;
	}
	return false;
}

void
store_area_quiet_put(
    struct store *store, int64_t area_id, int from_min, int until_min)
{
	db_run(store->db,
	    "UPDATE area SET quiet_from_min = ?2, quiet_until_min = ?3"
	    " WHERE id = ?1",
	    db_int(area_id), db_int(from_min), db_int(until_min));
}

void
store_area_each(struct store *store,
    bool (*fn)(void *arg, const struct area_row *area), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT a.id, a.name, coalesce(b.name, ''), a.quiet_from_min,"
	    " a.quiet_until_min FROM area a"
	    " LEFT JOIN area b ON b.id = a.parent_id ORDER BY a.id");
	bool more = true;
	while (more && db_next(&q)) {
		struct area_row area;

		area.id = db_get_int(&q);
		db_get_text(&q, area.name, sizeof(area.name));
		db_get_text(&q, area.parent, sizeof(area.parent));
		area.quiet_from_min = (int)db_get_int(&q);
		area.quiet_until_min = (int)db_get_int(&q);
		more = fn(arg, &area);
	}
	db_end(&q);
}
