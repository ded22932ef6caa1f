#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/message_row.h"
#include "gateway/store/search_words.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

/* Below this many messages a time is found by reading them all. */
#define READ_ALL 20000

/* One phone's chain is read at most that far in one call. */
#define CHAIN_MOST 100000

#define FOLDED_OCTETS (1 << 16)

struct listing {
	struct store *store;
	const struct message_filter *filter;
	struct buf words; /* folded */
	struct buf compared; /* room for the present text */
	bool (*fn)(void *arg, const struct message *m);
	void *arg;
	int given;
};

/* -- words --------------------------------------------------------------- */

static bool
words_occur(struct listing *l, const char *text)
{
	struct str wanted = buf_str(&l->words);
	return wanted.octets == 0 ||
	       search_words_occur(wanted, str_from(text), &l->compared);
}

static bool
words_are_seen(struct listing *l, const char *text)
{
	size_t room = 3 * strlen(text) + 1;
	char *seen;
	bool occur;
	if (!words_occur(l, text))
		return false;
	if (l->filter->seen_as == NULL || buf_str(&l->words).octets == 0)
		return true;
	seen = xcalloc(1, room);
	(void)l->filter->seen_as(seen, room, str_from(text));
	occur = words_occur(l, seen);
	free(seen);
	return occur;
}

/* -- areas --------------------------------------------------------------- */

static bool
lives_there(struct listing *l, const struct message *m)
{
	return l->filter->area_id == 0 ||
	       store_area_within(l->store,
		   db_number(l->store->db, 0,
		       "SELECT area_id FROM person WHERE id = ?1",
		       db_int(m->person_id)),
		   l->filter->area_id);
}

/* -- one row ------------------------------------------------------------- */

static bool
fits(struct listing *l, const struct message *m)
{
	const struct message_filter *f = l->filter;
	if (f->state != 0 ? m->state != f->state : m->state == MESSAGE_REPEATED)
		return false;
	return m->id > f->after_id &&
	       (f->before_id == 0 || m->id < f->before_id) &&
	       (f->upto_id == 0 || m->id <= f->upto_id) &&
	       (f->since_ms == 0 || m->time_ms >= f->since_ms) &&
	       (f->until_ms == 0 || m->time_ms < f->until_ms) &&
	       (f->link_id == 0 || m->link_id == f->link_id) &&
	       (f->order_id == 0 || m->order_id == f->order_id) &&
	       words_are_seen(l, m->text) && lives_there(l, m);
}

/* False: enough. */
static bool
give(struct listing *l, const struct message *m)
{
	if (!fits(l, m))
		return true;
	l->given++;
	return l->fn(l->arg, m) &&
	       (l->filter->limit <= 0 || l->given < l->filter->limit);
}

static void
give_all(struct listing *l, struct db_query *q)
{
	bool more = true;
	while (more && db_next(q)) {
		struct message m;
		message_row_read(q, &m);
		more = give(l, &m);
	}
	db_end(q);
}

/* -- by time ------------------------------------------------------------- */

/* An id such that all messages before it are older than `since_ms`: ids ascend
 * with time, so halving finds it without an index.  A clock that was wrong
 * for a while may put messages a little out of order; so it is used only
 * where reading everything would take too long. */
static int64_t
id_before(struct store *store, int64_t since_ms)
{
	int64_t low = 0, high = store_message_newest(store);
	if (since_ms == 0 || high < READ_ALL)
		return 0;
	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;
		int64_t time_ms = db_number(store->db, INT64_MAX,
		    "SELECT time_ms FROM message WHERE id >= ?1"
		    " ORDER BY id LIMIT 1",
		    db_int(middle));
		if (time_ms < since_ms)
			low = middle;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : 0;
}

/* -- the four ways ------------------------------------------------------- */

static bool
give_from_chain(void *arg, const struct message *m)
{
	struct listing *l = arg;
	if (m->id <= l->filter->after_id ||
	    (l->filter->since_ms != 0 && m->time_ms < l->filter->since_ms))
		return false;
	return give(l, m);
}

struct ids {
	int64_t *at;
	size_t count, room;
	const struct message_filter *filter;
};

static bool
note_id(void *arg, const struct message *m)
{
	struct ids *ids = arg;
	if (m->id <= ids->filter->after_id ||
	    (ids->filter->since_ms != 0 && m->time_ms < ids->filter->since_ms))
		return false;
	if (ids->count == ids->room) {
		ids->room = ids->room * 2 + 64;
		ids->at = xrealloc(ids->at, ids->room * sizeof(*ids->at));
	}
	ids->at[ids->count++] = m->id;
	return true;
}

/* Oldest first: the chain runs the other way, so it is turned round. */
static void
list_chain_upwards(struct store *store, struct listing *l)
{
	struct ids ids = {.filter = l->filter};
	store_message_chain(
	    store, l->filter->phone_id, CHAIN_MOST, note_id, &ids);
	bool more = true;
	while (more && ids.count > 0) {
		struct db_query q =
		    db_ask(store->db, MESSAGE_SELECT "WHERE m.id = ?1",
			db_int(ids.at[--ids.count]));
		more = false;
		if (db_next(&q)) {
			struct message m;
			message_row_read(&q, &m);
			more = give(l, &m);
		}
		db_end(&q);
	}
	free(ids.at);
}

static void
list_all(struct store *store, struct listing *l)
{
	const struct message_filter *f = l->filter;
	int64_t after = id_before(store, f->since_ms);
	if (after < f->after_id)
		after = f->after_id;
	struct db_query q;
	if (f->before_id != 0)
		q = db_ask(store->db,
		    MESSAGE_SELECT "WHERE m.id < ?1 AND m.id > ?2"
				   " ORDER BY m.id DESC",
		    db_int(f->before_id), db_int(after));
	else
		q = db_ask(store->db,
		    MESSAGE_SELECT "WHERE m.id > ?1 ORDER BY m.id",
		    db_int(after));
	give_all(l, &q);
}

#define ODD "(m.state = 3 OR (m.state >= 14 AND m.state <= 17))"

bool
store_message_is_odd(enum message_state state)
{
	return state == MESSAGE_QUARANTINED ||
	       (state >= MESSAGE_UNKNOWN && state <= MESSAGE_STALE);
}

/* By the index message_odd, which they alone are in (the files of old months
 * have none).  The signs keep SQLite from walking along the ids, which it takes
 * for quicker. */
static void
list_odd(struct store *store, struct listing *l)
{
	const struct message_filter *f = l->filter;
	int64_t after = id_before(store, f->since_ms);
	if (after < f->after_id)
		after = f->after_id;
	struct db_query q;
	if (f->before_id != 0)
		q = db_ask(store->db,
		    MESSAGE_SELECT "WHERE m.state = ?1 AND " ODD
				   " AND +m.id < ?2 AND +m.id > ?3"
				   " ORDER BY m.id DESC",
		    db_int(f->state), db_int(f->before_id), db_int(after));
	else
		q = db_ask(store->db,
		    MESSAGE_SELECT "WHERE m.state = ?1 AND " ODD
				   " AND +m.id > ?2 ORDER BY m.id",
		    db_int(f->state), db_int(after));
	give_all(l, &q);
}

void
store_message_list(struct store *store, const struct message_filter *f,
    bool (*fn)(void *arg, const struct message *m), void *arg)
{
	struct listing l = {.store = store, .filter = f, .fn = fn, .arg = arg};
	l.words = buf_new(FOLDED_OCTETS);
	l.compared = buf_new(FOLDED_OCTETS);
	search_words_fold(&l.words, str_from(f->words));
	if (f->phone_id == 0 && store_message_is_odd(f->state))
		list_odd(store, &l);
	else if (f->phone_id == 0)
		list_all(store, &l);
	else if (f->before_id != 0)
		store_message_chain(
		    store, f->phone_id, CHAIN_MOST, give_from_chain, &l);
	else
		list_chain_upwards(store, &l);
	buf_free(&l.words);
	buf_free(&l.compared);
}
