/* Claiming: which texts are next for one link, lane by lane. */
#include "gateway/store/message_row.h"
#include "gateway/store/store_fresh.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_open.h"
#include "gateway/store/store_route.h"

/* More than the rooms of all links together. */
#define CLAIM_MOST 1024
#define CLAIM_SPARE_MOST 64

struct found {
	int64_t due_ms, id, group;
};

struct finding {
	struct found rows[CLAIM_MOST + CLAIM_SPARE_MOST];
	int count, most;
};

static bool
is_earlier(const struct found *a, const struct found *b)
{
	return a->due_ms != b->due_ms ? a->due_ms < b->due_ms : a->id < b->id;
}

/* From the back, for both are in order and `more` go mostly to the end. */
static void
merge(struct finding *f, const struct found *more, int count)
{
	int a = f->count, b = count;
	int at = a + b;
	f->count = at < f->most ? at : f->most;
	while (at-- > 0) {
		bool from_more = a == 0 || (b > 0 && !is_earlier(&more[b - 1],
							 &f->rows[a - 1]));
		const struct found *row =
		    from_more ? &more[--b] : &f->rows[--a];
		if (at < f->most)
			f->rows[at] = *row;
	}
}

static void
read_lane(struct store *store, int64_t lane, int64_t now_ms, struct finding *f)
{
	struct found rows[CLAIM_MOST + CLAIM_SPARE_MOST];
	int count = 0;
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED
	    "SELECT due_ms, id FROM message WHERE lane = ?1 AND lane <> 0"
	    " AND due_ms <= ?2 ORDER BY due_ms, id LIMIT ?3",
	    db_int(lane), db_int(now_ms), db_int(f->most));
	for (; count < f->most && db_next(&q); count++) {
		rows[count].due_ms = db_get_int(&q);
		rows[count].id = db_get_int(&q);
		rows[count].group = lane / MESSAGE_LANE_LINK;
	}
	db_end(&q);
	merge(f, rows, count);
}

static void
read_fresh(struct store *store, int64_t lane, int64_t now_ms, struct finding *f)
{
	struct found rows[CLAIM_MOST + CLAIM_SPARE_MOST];
	int count = 0;
	const struct fresh_row *row = store_fresh_first(store, lane);
	for (; row != NULL && count < f->most && row->head.due_ms <= now_ms;
	     row = store_fresh_next(store, row))
		rows[count++] = (struct found){
		    row->head.due_ms, row->head.id, lane / MESSAGE_LANE_LINK};
	merge(f, rows, count);
}

static const struct message_claim_group *
group_of(const struct message_claim *c, int64_t group)
{
	for (size_t i = 0; i < c->groups_count; i++)
		if (c->groups[i].group == group)
			return &c->groups[i];
	return NULL;
}

static bool
may_read(const struct message_claim *c, enum message_class class_, int64_t lane)
{
	int64_t group = lane / MESSAGE_LANE_LINK;
	return lane % MESSAGE_LANE_QUESTION == (int64_t)class_ &&
	       (c->two_way ||
		   lane % MESSAGE_LANE_LINK < MESSAGE_LANE_QUESTION) &&
	       ((group == ROUTE_GROUP_ANY && !c->only_own) ||
		   group == c->link_id || group_of(c, group) != NULL);
}

/* Each lane is read in due order, and no further than needed. */
static void
claim_find(struct store *store, const struct message_claim *c,
    enum message_class class_, struct finding *f)
{
	for (size_t i = 0; i < c->lanes->count; i++) {
		int64_t lane = c->lanes->row[i].lane;
		if (c->lanes->row[i].due_ms > c->now_ms ||
		    !may_read(c, class_, lane))
			continue;
		if (c->lanes->row[i].fresh)
			read_fresh(store, lane, c->now_ms, f);
		else
			read_lane(store, lane, c->now_ms, f);
	}
}

/* It leaves: written so, or, while it is not written yet, so from the first. */
static bool
claim_take(
    struct store *store, const struct message_claim *c, struct message *m)
{
	struct fresh_row *row = store_fresh_find(store, m->id);
	if (m->link_id != 0 && m->link_id != c->link_id)
		message_row_changed(store, m->id);
	m->link_id = c->link_id;
	m->tries++;
	m->changed_ms = c->now_ms;
	if (m->first_ms == 0)
		m->first_ms = c->now_ms;
	if (row != NULL) {
		store_fresh_take_off(store, row, m);
		m->state = MESSAGE_SENDING;
		return true;
	}
	if (db_run(store->db,
		DB_AS_STORED
		"UPDATE message SET state = ?2, lane = 0, link_id = ?3,"
		" tries = ?4, changed_ms = ?5, first_ms = ?6"
		" WHERE id = ?1 AND (?7 >> state) & 1",
		db_int(m->id), db_int(MESSAGE_SENDING), db_int(m->link_id),
		db_int(m->tries), db_int(m->changed_ms), db_int(m->first_ms),
		db_int(message_row_from(MESSAGE_SENDING))) == 0) {
		message_row_refuse(store, m->id, MESSAGE_SENDING);
		return false;
	}
	m->state = MESSAGE_SENDING;
	store_open_takes_off(
	    store->open, m->id, m->phone_id, m->class_ == MESSAGE_ADVISORY);
	message_row_note(store, m); /* its outcome is the next to ask */
	return true;
}

/* Read before it is written, for the gate asks about it. */
static bool
claim_one(struct store *store, const struct message_claim *c,
    const struct found *found)
{
	struct message m;
	int64_t id = found->id;
	if (!store_message_head(store, id, &m))
		return false;
	if (m.stale_ms > 0 && m.stale_ms <= c->now_ms) {
		message_row_stale(store, id, c->now_ms);
		return false;
	}
	if (!message_row_words(store, &m))
		return false;
	if (c->may != NULL && !c->may(c->arg, &m, found->group))
		return false;
	if (!claim_take(store, c, &m))
		return false;
	c->fn(c->arg, &m);
	return true;
}

static bool
is_left(struct store *store, const struct message_claim *c,
    const struct found *found)
{
	struct message m;
	const struct message_claim_group *group = group_of(c, found->group);
	int64_t left_ms = group != NULL ? group->left_to_others_ms
			  : found->group == ROUTE_GROUP_ANY
			      ? c->left_to_others_ms
			      : 0;
	return left_ms > 0 && store_message_head(store, found->id, &m) &&
	       m.state == MESSAGE_REFUSED && m.link_id == c->link_id &&
	       c->now_ms - m.due_ms < left_ms;
}

/* One class.  If there is nothing but texts that are left to others, they are
 * taken all the same. */
static int
claim_class(struct store *store, const struct message_claim *c,
    enum message_class class_, int limit)
{
	struct finding f;
	int claimed = 0;
	f.count = 0;
	f.most =
	    limit + (c->spare < CLAIM_SPARE_MOST ? c->spare : CLAIM_SPARE_MOST);
	claim_find(store, c, class_, &f);
	bool jammed = f.count == f.most;
	for (int i = 0; i < f.count && claimed < limit; i++)
		if (!is_left(store, c, &f.rows[i]))
			claimed += claim_one(store, c, &f.rows[i]);
	for (int i = 0; i < f.count && claimed < limit && jammed; i++)
		if (is_left(store, c, &f.rows[i]))
			claimed += claim_one(store, c, &f.rows[i]);
	return claimed;
}

static int
claim_classes(struct store *store, const struct message_claim *c)
{
	static const enum message_class order[] = {MESSAGE_ALARM,
	    MESSAGE_CONFIRM, MESSAGE_PROPOSAL, MESSAGE_NOTICE,
	    MESSAGE_ADVISORY};
	int limit = c->limit < CLAIM_MOST ? c->limit : CLAIM_MOST;
	int claimed = 0;
	for (size_t k = 0; k < sizeof(order) / sizeof(order[0]); k++) {
		if (claimed >= limit)
			break;
		if ((c->classes & MESSAGE_CLASS_BIT(order[k])) != 0)
			claimed +=
			    claim_class(store, c, order[k], limit - claimed);
	}
	return claimed;
}

int
store_message_claim_some(struct store *store, const struct message_claim *c)
{
	struct message_lanes lanes;
	struct message_claim with = *c;
	if (c->lanes != NULL)
		return claim_classes(store, c);
	store_message_lanes(store, &lanes);
	with.lanes = &lanes;
	return claim_classes(store, &with);
}

int
store_message_claim(struct store *store, int64_t link_id, bool two_way,
    int64_t now_ms, int limit, void (*fn)(void *arg, const struct message *m),
    void *arg)
{
	struct message_claim all = {
	    .link_id = link_id,
	    .two_way = two_way,
	    .now_ms = now_ms,
	    .limit = limit,
	    .classes = MESSAGE_CLASSES_ALL,
	    .fn = fn,
	    .arg = arg,
	};
	return store_message_claim_some(store, &all);
}

/* -- lanes --------------------------------------------------------------- */

/* From lane to lane by one seek each, however many wait in it. */
static bool
next_lane(struct store *store, int64_t *lane, int64_t *due_ms)
{
	struct db_query q = db_ask(store->db,
	    DB_AS_STORED
	    "SELECT lane, due_ms FROM message WHERE lane > ?1 AND lane <> 0"
	    " ORDER BY lane, due_ms LIMIT 1",
	    db_int(*lane));
	if (!db_next(&q))
		return false;
	*lane = db_get_int(&q);
	*due_ms = db_get_int(&q);
	db_end(&q);
	return true;
}

int64_t
message_row_earliest(struct store *store, int64_t after_lane)
{
	int64_t earliest = INT64_MAX, due_ms;
	while (next_lane(store, &after_lane, &due_ms))
		if (earliest > due_ms)
			earliest = due_ms;
	return earliest;
}

void
store_message_lanes(struct store *store, struct message_lanes *out)
{
	int64_t lane = 0, due_ms;
	out->count = 0;
	while (out->count < MESSAGE_LANES_MAX &&
	       next_lane(store, &lane, &due_ms)) {
		out->row[out->count].lane = lane;
		out->row[out->count].fresh = false;
		out->row[out->count++].due_ms = due_ms;
	}
	for (size_t i = 0; out->count < MESSAGE_LANES_MAX &&
			   store_fresh_lane(store, i, &lane, &due_ms);
	     i++) {
		out->row[out->count].lane = lane;
		out->row[out->count].fresh = true;
		out->row[out->count++].due_ms = due_ms;
	}
}

int64_t
message_lanes_due(const struct message_lanes *lanes)
{
	int64_t earliest = INT64_MAX;
	for (size_t i = 0; i < lanes->count; i++)
		if (earliest > lanes->row[i].due_ms)
			earliest = lanes->row[i].due_ms;
	return lanes->count > 0 ? earliest : 0;
}

bool
message_lanes_has(const struct message_lanes *lanes, int64_t group)
{
	for (size_t i = 0; i < lanes->count; i++)
		if (lanes->row[i].lane / MESSAGE_LANE_LINK == group)
			return true;
	return false;
}
