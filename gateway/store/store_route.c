#include "gateway/store/store_route.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/head_map.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_person.h"

#define PHONES 8192 /* remembered, 16 octets each; a power of two */
#define CLASSES 6 /* enum message_class, from 1 */
#define STEP_MOST 512
#define MARK_SETTING "route_mark"

/* A class's route in the table, plus one. */
enum { PHONE_UNASKED = 0, PHONE_NO_ROUTE = 255 };

struct known_phone {
	int64_t phone_id; /* 0: free */
	uint8_t route[CLASSES + 2];
};

struct store_route {
	const struct route_table *table;
	struct known_phone *phones; /* NULL without routes */
	struct head_map pinned; /* phone -> link */
	struct head_map heard; /* phone -> operator in the table, plus one */
	bool loaded;
	bool moving; /* store_route_step() is not through */
	int64_t moved_phone, moved_id; /* so far */
};

struct store_route *
store_route_new(void)
{
	return xcalloc(1, sizeof(struct store_route));
}

void
store_route_free(struct store_route **route)
{
	if (*route == NULL)
		return;
	head_map_free(&(*route)->pinned);
	head_map_free(&(*route)->heard);
	free((*route)->phones);
	free(*route);
	*route = NULL;
}

static void
forget_phones(struct store_route *r)
{
	if (r->phones != NULL)
		memset(r->phones, 0, PHONES * sizeof(*r->phones));
}

void
store_route_forget(struct store *store)
{
	struct store_route *r = store->route;
	forget_phones(r);
	r->loaded = false;
	if (r->moving)
		r->moved_phone = r->moved_id = 0;
}

static int64_t
mark_of(const struct route_table *table)
{
	return route_table_routes(table) > 0 ? (int64_t)route_table_mark(table)
					     : 0;
}

/* Lined up before there were routes: at the start, what was under way. */
static bool
any_unrouted(struct store *store)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM message WHERE lane > 0 AND lane < ?1"
		   " AND lane <> 0 LIMIT 1",
		   db_int(MESSAGE_LANE_LINK)) == 1;
}

void
store_route_use(struct store *store, const struct route_table *table)
{
	struct store_route *r = store->route;
	PANIC_UNLESS(r != NULL);
	r->table = table;
	r->loaded = false;
	free(r->phones);
	r->phones = route_table_routes(table) > 0
			? xcalloc(PHONES, sizeof(*r->phones))
			: NULL;
	r->moving =
	    store_setting_int(store, MARK_SETTING, 0) != mark_of(table) ||
	    (r->phones != NULL && any_unrouted(store));
	r->moved_phone = r->moved_id = 0;
}

const struct route_table *
store_route_table(const struct store *store)
{
	return store->route != NULL ? store->route->table : NULL;
}

bool
store_route_any(const struct store *store)
{
	return route_table_routes(store_route_table(store)) > 0;
}

/* -- what a phone's number does not tell ----------------------------------- */

static void
load(struct store *store)
{
	struct store_route *r = store->route;
	head_map_clear(&r->pinned);
	head_map_clear(&r->heard);
	struct db_query q = db_ask(
	    store->db, "SELECT phone_id, link_id, operator FROM phone_route");
	while (db_next(&q)) {
		char name[ROUTE_NAME_OCTETS];
		int64_t phone_id = db_get_int(&q);
		int64_t link_id = db_get_int(&q);
		db_get_text(&q, name, sizeof(name));
		int operator_ = route_operator_named(r->table, name);
		if (phone_id > 0 && link_id > 0)
			head_map_put(&r->pinned, phone_id, link_id);
		if (phone_id > 0 && operator_ != ROUTE_NO_OPERATOR)
			head_map_put(&r->heard, phone_id, operator_ + 1);
	}
	db_end(&q);
	r->loaded = db_alive(store->db);
}

static int64_t
known(struct store *store, const struct head_map *map, int64_t phone_id)
{
	if (store->route == NULL || phone_id <= 0)
		return 0;
	if (!store->route->loaded)
		load(store);
	return head_map_get(map, phone_id);
}

static int
heard(struct store *store, int64_t phone_id)
{
	return store->route != NULL
		   ? (int)known(store, &store->route->heard, phone_id) - 1
		   : ROUTE_NO_OPERATOR;
}

int64_t
store_route_pinned(struct store *store, int64_t phone_id)
{
	return store->route != NULL
		   ? known(store, &store->route->pinned, phone_id)
		   : 0;
}

static void
forget_phone(struct store_route *r, int64_t phone_id)
{
	if (r->phones != NULL)
		r->phones[phone_id & (PHONES - 1)].phone_id = 0;
}

void
store_route_pin(struct store *store, int64_t phone_id, int64_t link_id)
{
	db_run(store->db,
	    "INSERT INTO phone_route (phone_id, link_id) VALUES (?1, ?2)"
	    " ON CONFLICT DO UPDATE SET link_id = excluded.link_id",
	    db_int(phone_id), db_int(link_id));
	store->route->loaded = false;
}

/* Its texts may wait in another lane from now on. */
static void
line_up_anew(struct store *store, int64_t phone_id)
{
	db_run(store->db,
	    "UPDATE message INDEXED BY message_open SET lane = 0"
	    " WHERE phone_id = ?1 AND " MESSAGE_OPEN " AND lane > 0"
	    " AND class <> 5",
	    db_int(phone_id));
	message_row_line_up(store, phone_id);
}

/* Asked for each text that comes in by an operator's own link, and written when
 * its number is not what it was taken for. */
void
store_route_heard(
    struct store *store, int64_t phone_id, const char *number, size_t link)
{
	const struct route_table *table = store_route_table(store);
	int own = route_operator_heard(table, link);
	if (own == ROUTE_NO_OPERATOR)
		return;
	int learned = heard(store, phone_id);
	int by_prefix = route_operator(table, number, NULL);
	if (own == (learned != ROUTE_NO_OPERATOR ? learned : by_prefix))
		return;
	const char *name =
	    own == by_prefix ? "" : route_operator_name(table, own);
	db_run(store->db,
	    "INSERT INTO phone_route (phone_id, operator) VALUES (?1, ?2)"
	    " ON CONFLICT DO UPDATE SET operator = excluded.operator",
	    db_int(phone_id), db_text(name));
	store->route->loaded = false;
	forget_phone(store->route, phone_id);
	if (store_route_any(store))
		line_up_anew(store, phone_id);
}

/* -- the route of a phone -------------------------------------------------- */

static uint8_t
find(struct store *store, int64_t phone_id, const char *number,
    enum message_class class_)
{
	const struct store_route *r = store->route;
	char read[PARTY_OCTETS];
	struct route_match m;
	if (number == NULL)
		store_phone_number(store, phone_id, read);
	store_route_match(
	    store, &m, phone_id, number != NULL ? number : read, class_);
	for (size_t i = 0; i < route_table_routes(r->table); i++)
		if (m.route == route_table_get(r->table, i))
			return (uint8_t)(i + 1);
	return PHONE_NO_ROUTE;
}

void
store_route_match(struct store *store, struct route_match *out,
    int64_t phone_id, const char *number, enum message_class class_)
{
	route_find(out, store_route_table(store), number,
	    heard(store, phone_id), (unsigned)class_);
}

const struct route *
store_route_of(struct store *store, int64_t phone_id, const char *number,
    enum message_class class_)
{
	if (!store_route_any(store))
		return NULL;
	struct known_phone *p = &store->route->phones[phone_id & (PHONES - 1)];
	if (p->phone_id != phone_id)
		*p = (struct known_phone){.phone_id = phone_id};
	uint8_t route = p->route[class_];
	if (route == PHONE_UNASKED) {
		route = find(store, phone_id, number, class_);
		if (!db_alive(store->db))
			return NULL;
		p->route[class_] = route;
	}
	return route == PHONE_NO_ROUTE
		   ? NULL
		   : route_table_get(store->route->table, route - 1u);
}

int64_t
store_route_group(struct store *store, int64_t phone_id, int64_t person_id,
    enum message_class class_)
{
	struct person person;
	if (!store_route_any(store))
		return ROUTE_GROUP_ANY;
	bool known = store_seen_peek(store, SEEN_PERSON, person_id, &person) &&
		     person.phone_id == phone_id;
	const struct route *route = store_route_of(
	    store, phone_id, known ? person.number : NULL, class_);
	return route != NULL ? route->group : ROUTE_GROUP_NONE;
}

/* -- new routes ------------------------------------------------------------ */

struct waiting {
	int64_t id, phone_id, lane;
	enum message_class class_;
};

static int
read_waiting(struct store *store, int limit, struct waiting rows[STEP_MOST])
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, phone_id, lane, class FROM message"
	    " INDEXED BY message_open WHERE " MESSAGE_OPEN
	    " AND (phone_id, id) > (?1, ?2) AND lane > 0 AND pin_id = 0"
	    " ORDER BY phone_id, id LIMIT ?3",
	    db_int(store->route->moved_phone), db_int(store->route->moved_id),
	    db_int(limit));
	int count = 0;
	for (; count < limit && db_next(&q); count++) {
		rows[count].id = db_get_int(&q);
		rows[count].phone_id = db_get_int(&q);
		rows[count].lane = db_get_int(&q);
		rows[count].class_ = (enum message_class)db_get_int(&q);
	}
	db_end(&q);
	return count;
}

static void
move(struct store *store, const struct waiting *row)
{
	int64_t lane = store_route_group(store, row->phone_id, 0, row->class_) *
			   MESSAGE_LANE_LINK +
		       row->lane % MESSAGE_LANE_LINK;
	if (lane != row->lane)
		db_run(store->db, "UPDATE message SET lane = ?2 WHERE id = ?1",
		    db_int(row->id), db_int(lane));
}

bool
store_route_step(struct store *store, int limit)
{
	struct store_route *r = store->route;
	struct waiting rows[STEP_MOST];
	if (!r->moving)
		return false;
	limit = limit < STEP_MOST ? limit : STEP_MOST;
	int count = read_waiting(store, limit, rows);
	for (int i = 0; i < count; i++)
		move(store, &rows[i]);
	if (count > 0) {
		r->moved_phone = rows[count - 1].phone_id;
		r->moved_id = rows[count - 1].id;
	}
	if (count == limit)
		return true;
	store_setting_put_int(store, MARK_SETTING, mark_of(r->table));
	r->moving = false;
	return false;
}
