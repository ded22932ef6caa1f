#include "gateway/store/store_fresh.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_open.h"

/* More are written early: this bounds the memory, not the transaction. */
#define ROWS_MOST 4096
#define WORDS_MOST (1 << 20)
/* A turn has texts of a few classes for a few groups of links; with more lanes
 * than that, all is written and the table's index holds them. */
#define LANES_MOST 64

/* Waiting rows by due time; those that took off since are still among them. */
struct fresh_lane {
	int64_t lane;
	int first, last; /* -1: none */
};

struct store_fresh {
	struct fresh_row *rows; /* ids first_id, first_id + 1 … */
	int count, room;
	int64_t first_id;
	int64_t next_id, next_committed;
	char *words; /* of all rows, so many octets */
	size_t octets;
	struct fresh_lane lanes[LANES_MOST];
	size_t lanes_count;
	bool writing;
};

static void
forget(struct store_fresh *fresh)
{
	fresh->count = 0;
	fresh->octets = 0;
	fresh->lanes_count = 0;
}

static void
write_first(void *arg)
{
	store_fresh_write(arg);
}

struct store_fresh *
store_fresh_new(struct store *store)
{
	struct store_fresh *fresh = xcalloc(1, sizeof(*fresh));
	fresh->words = xcalloc(1, WORDS_MOST);
	fresh->next_id = fresh->next_committed =
	    1 + store_message_newest(store);
	forget(fresh);
	db_before(store->db, "message", write_first, store);
	return fresh;
}

void
store_fresh_free(struct store_fresh **fresh)
{
	if (*fresh == NULL)
		return;
	free((*fresh)->rows);
	free((*fresh)->words);
	free(*fresh);
	*fresh = NULL;
}

/* -- in ------------------------------------------------------------------ */

static struct span
keep(struct store_fresh *fresh, struct span from)
{
	char *at = fresh->words + fresh->octets;
	if (from.octets > 0)
		memcpy(at, from.at, from.octets);
	at[from.octets] = '\0';
	fresh->octets += from.octets + 1;
	return span_of(at, from.octets);
}

/* A text that alone is larger goes in when all others are out: the buffer is
 * larger than any text that a link can give (inbox). */
static bool
make_room(struct store *store, size_t octets)
{
	struct store_fresh *fresh = store->fresh;
	if (fresh->count == ROWS_MOST || fresh->octets + octets > WORDS_MOST)
		store_fresh_write(store);
	if (octets > WORDS_MOST)
		db_fail(store->db, STORE_RULE, "a text of %zu octets", octets);
	if (fresh->count == fresh->room) {
		fresh->room = fresh->room > 0 ? fresh->room * 2 : 64;
		fresh->rows = xrealloc(
		    fresh->rows, (size_t)fresh->room * sizeof(*fresh->rows));
	}
	return db_alive(store->db);
}

static struct fresh_lane *
lane_of(struct store_fresh *fresh, int64_t lane)
{
	for (size_t i = 0; i < fresh->lanes_count; i++)
		if (fresh->lanes[i].lane == lane)
			return &fresh->lanes[i];
	return NULL;
}

static struct fresh_lane *
lane_for(struct store_fresh *fresh, int64_t lane)
{
	struct fresh_lane *l = lane_of(fresh, lane);
	if (l == NULL && fresh->lanes_count < LANES_MOST) {
		l = &fresh->lanes[fresh->lanes_count++];
		*l = (struct fresh_lane){lane, -1, -1};
	}
	return l;
}

/* In order of due times, which are nearly always this turn's.  False: there
 * are too many lanes. */
static bool
put_into_lane(struct store_fresh *fresh, struct fresh_row *row)
{
	struct fresh_lane *l = lane_for(fresh, row->lane);
	if (l == NULL)
		return false;
	int *before = &l->first;
	if (l->last >= 0 &&
	    fresh->rows[l->last].head.due_ms <= row->head.due_ms)
		before = &fresh->rows[l->last].next;
	while (*before >= 0 &&
	       fresh->rows[*before].head.due_ms <= row->head.due_ms)
		before = &fresh->rows[*before].next;
	row->next = *before;
	*before = (int)(row - fresh->rows);
	if (row->next < 0)
		l->last = *before;
	return true;
}

static bool
waits(const struct fresh_row *row)
{
	return row->head.out && row->head.state == MESSAGE_QUEUED;
}

static bool
is_advisory(const struct fresh_row *row)
{
	return row->head.class_ == MESSAGE_ADVISORY;
}

int64_t
store_fresh_add(struct store *store, const struct fresh_row *row)
{
	struct store_fresh *fresh = store->fresh;
	if (!db_in_transaction(store->db))
		panic("store: a message outside a transaction");
	if (!make_room(store,
		row->words.octets + row->raw.octets + row->why.octets + 3))
		return 0;
	struct fresh_row *at = &fresh->rows[fresh->count];
	*at = *row;
	at->words = keep(fresh, row->words);
	at->raw = keep(fresh, row->raw);
	at->why = keep(fresh, row->why);
	at->head.id = fresh->next_id++;
	if (fresh->count++ == 0)
		fresh->first_id = at->head.id;
	if (waits(at))
		store_open_fresh(
		    store->open, at->head.phone_id, is_advisory(at), 1);
	int64_t id = at->head.id;
	if (waits(at) && at->lane != 0 && !put_into_lane(fresh, at))
		store_fresh_write(store);
	return id;
}

/* -- while it is here ---------------------------------------------------- */

struct fresh_row *
store_fresh_find(const struct store *store, int64_t id)
{
	const struct store_fresh *fresh = store->fresh;
	if (fresh == NULL || fresh->count == 0 || id < fresh->first_id ||
	    id >= fresh->first_id + fresh->count || !db_alive(store->db))
		return NULL;
	return &fresh->rows[id - fresh->first_id];
}

void
store_fresh_line_up(struct store *store, struct fresh_row *row, int64_t lane)
{
	row->lane = lane;
	if (!put_into_lane(store->fresh, row))
		store_fresh_write(store);
}

void
store_fresh_take_off(
    struct store *store, struct fresh_row *row, const struct message *as)
{
	store_open_fresh(store->open, row->head.phone_id, is_advisory(row), -1);
	store_open_takes_off(
	    store->open, row->head.id, row->head.phone_id, is_advisory(row));
	row->head.state = MESSAGE_SENDING;
	row->head.link_id = as->link_id;
	row->head.tries = as->tries;
	row->head.changed_ms = as->changed_ms;
	row->head.first_ms = as->first_ms;
	row->lane = 0;
}

/* The first that still waits; the others leave the list on the way. */
static const struct fresh_row *
first_of(struct store_fresh *fresh, struct fresh_lane *l)
{
	while (l->first >= 0 && !waits(&fresh->rows[l->first]))
		l->first = fresh->rows[l->first].next;
	if (l->first < 0)
		l->last = -1;
	return l->first >= 0 ? &fresh->rows[l->first] : NULL;
}

const struct fresh_row *
store_fresh_first(const struct store *store, int64_t lane)
{
	struct fresh_lane *l = lane_of(store->fresh, lane);
	return l != NULL ? first_of(store->fresh, l) : NULL;
}

const struct fresh_row *
store_fresh_next(const struct store *store, const struct fresh_row *row)
{
	const struct store_fresh *fresh = store->fresh;
	do
		row = row->next >= 0 ? &fresh->rows[row->next] : NULL;
	while (row != NULL && !waits(row));
	return row;
}

bool
store_fresh_lane(
    const struct store *store, size_t i, int64_t *lane_out, int64_t *due_out)
{
	struct store_fresh *fresh = store->fresh;
	if (fresh == NULL || i >= fresh->lanes_count)
		return false;
	const struct fresh_row *first = first_of(fresh, &fresh->lanes[i]);
	*lane_out = fresh->lanes[i].lane;
	*due_out = first != NULL ? first->head.due_ms : INT64_MAX;
	return true;
}

int64_t
store_fresh_earliest(const struct store *store)
{
	int64_t earliest = INT64_MAX, lane, due_ms;
	for (size_t i = 0; store_fresh_lane(store, i, &lane, &due_ms); i++)
		if (earliest > due_ms)
			earliest = due_ms;
	return earliest;
}

/* -- out ----------------------------------------------------------------- */

/* One shape for both ways, so that all are written in order of ids.  Columns
 * that neither sets have their defaults. */
#define COLUMNS                                                                \
	"id, prev_id, time_ms, out, state, phone_id, person_id, link_id,"      \
	" order_id, cause_id, stamp_ms, hash, changed_ms, lane, pin_id,"       \
	" class, question, subject, subject_id, due_ms, stale_ms, first_ms,"   \
	" tries, idle, kind, why, text"

static void
fill_row(void *arg, size_t i, struct db_value *to)
{
	const struct fresh_row *row = (const struct fresh_row *)arg + i;
	const struct message *m = &row->head;
	const int64_t numbers[] = {m->id, m->prev_id, m->time_ms, m->out,
	    m->state, m->phone_id, m->person_id, m->link_id, m->order_id,
	    m->cause_id, m->stamp_ms, (int64_t)m->hash, m->changed_ms,
	    row->lane, row->pin_id, m->class_, m->question, m->subject,
	    m->subject_id, m->due_ms, m->stale_ms, m->first_ms, m->tries,
	    m->idle, m->kind};
	size_t count = sizeof(numbers) / sizeof(numbers[0]);
	for (size_t column = 0; column < count; column++)
		to[column] = db_int(numbers[column]);
	to[count] = db_str(str_of((const char *)row->why.at, row->why.octets));
	to[count + 1] =
	    db_str(str_of((const char *)row->words.at, row->words.octets));
}

/* What is remembered of a row goes when it is written: noted after that. */
static void
note_written(struct store *store, const struct fresh_row *row)
{
	message_row_note(store, &row->head);
	if (!waits(row))
		return;
	store_open_fresh(store->open, row->head.phone_id, is_advisory(row), -1);
	store_open_waits(store->open, row->head.phone_id, true);
}

struct raws {
	const struct fresh_row *row; /* the next to look at */
};

/* Rows without octets of their own are passed over. */
static void
fill_raw(void *arg, size_t i, struct db_value *to)
{
	struct raws *raws = arg;
	(void)i;
	while (raws->row->raw.octets == 0)
		raws->row++;
	to[0] = db_int(raws->row->head.id);
	to[1] = db_blob(raws->row->raw);
	raws->row++;
}

static void
write_raws(struct store *store, const struct store_fresh *fresh)
{
	struct raws raws = {fresh->rows};
	size_t count = 0;
	for (int i = 0; i < fresh->count; i++)
		count += fresh->rows[i].raw.octets > 0;
	db_insert_rows(store->db,
	    "INSERT OR FAIL INTO message_raw (message_id, raw)"
	    " SELECT c0, c1 FROM memory_rows",
	    count, fill_raw, &raws);
}

void
store_fresh_write(struct store *store)
{
	struct store_fresh *fresh = store->fresh;
	if (fresh->count == 0 || fresh->writing)
		return;
	fresh->writing = true;
	db_insert_rows(store->db,
	    DB_AS_STORED
	    "INSERT OR FAIL INTO message (" COLUMNS ") SELECT c0, c1, c2, c3,"
	    " c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17,"
	    " c18, c19, c20, c21, c22, c23, c24, c25, c26 FROM memory_rows",
	    (size_t)fresh->count, fill_row, fresh->rows);
	for (int i = 0; i < fresh->count && db_alive(store->db); i++)
		note_written(store, &fresh->rows[i]);
	write_raws(store, fresh);
	forget(fresh);
	fresh->writing = false;
}

void
store_fresh_applied(struct store *store, bool committed)
{
	struct store_fresh *fresh = store->fresh;
	forget(fresh);
	if (committed)
		fresh->next_committed = fresh->next_id;
	else
		fresh->next_id = fresh->next_committed;
}

int64_t
store_fresh_next_id(const struct store *store)
{
	return store->fresh->next_id;
}

void
store_fresh_passed(struct store *store, int64_t id)
{
	if (store->fresh->next_id <= id)
		store->fresh->next_id = id + 1;
}
