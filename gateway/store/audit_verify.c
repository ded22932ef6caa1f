#include "gateway/store/audit_verify.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/audit_verify_inside.h"
#include "gateway/store/store_audit.h"
#include "gateway/store/store_inside.h"

#define PAGE_ROWS 2000
/* A head has whole seconds. */
#define HEAD_SLACK_MS 1000

static const char *const names[] = {
    [AUDIT_WHOLE] = "whole",
    [AUDIT_EDITED] = "edited",
    [AUDIT_DELETED] = "deleted",
    [AUDIT_INSERTED] = "inserted",
    [AUDIT_REORDERED] = "reordered",
    [AUDIT_CUT] = "cut",
    [AUDIT_ROLLED_BACK] = "rolled-back",
    [AUDIT_FORGED] = "forged",
    [AUDIT_HEADS] = "heads",
    [AUDIT_UNREAD] = "unread",
};

const char *
audit_fault_name(enum audit_fault fault)
{
	return names[fault];
}

void
audit_fault_set(struct audit_verdict *out, enum audit_fault fault, int64_t row,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(out->text, sizeof(out->text), format, args);
	va_end(args);
	out->fault = fault;
	out->row = row;
}

/* -- walking --------------------------------------------------------------- */

static int
walk_page(struct store *reader, int64_t *after_id,
    bool (*fn)(void *arg, const struct audit_walked *walked), void *arg)
{
	struct db_query q = db_ask(reader->db,
	    "SELECT id, time_ms, actor, action, what, hash FROM audit"
	    " WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(*after_id), db_int(PAGE_ROWS));
	struct audit_walked w;
	int count = 0;
	bool more = true;

	while (more && db_next(&q)) {
		w.row.id = *after_id = db_get_int(&q);
		w.row.time_ms = db_get_int(&q);
		w.row.actor = db_get_str(&q);
		w.row.action = db_get_str(&q);
		w.row.what = db_get_str(&q);
		struct span hash = db_get_blob(&q);
		memset(w.hash, 0, sizeof(w.hash));
		if (hash.octets == sizeof(w.hash))
			memcpy(w.hash, hash.at, sizeof(w.hash));
		more = fn(arg, &w);
		count++;
	}
	db_end(&q);
	return more ? count : -1;
}

bool
audit_walk(struct store *reader, int64_t after_id,
    bool (*fn)(void *arg, const struct audit_walked *walked), void *arg)
{
	int count;

	do
		count = walk_page(reader, &after_id, fn, arg);
	while (count == PAGE_ROWS);
	return count >= 0 && store_failed(reader, NULL) == 0;
}

/* -- heads by row ---------------------------------------------------------- */

/* Those heads that speak of this store's rows, by id. */
struct check {
	struct audit_verdict *out;
	struct store *reader;
	const struct audit_head **heads;
	size_t count, next;
	const struct audit_head *foreign; /* of another store; NULL: none */
	uint8_t before[DIGEST_OCTETS], before_that[DIGEST_OCTETS];
	int64_t true_id; /* the last row that a head vouches for */
	int64_t next_ms; /* the time of the row behind it */
	int64_t newest_ms; /* of the heads that count */
};

static int
by_id(const void *a_, const void *b_)
{
	const struct audit_head *a = *(const struct audit_head *const *)a_;
	const struct audit_head *b = *(const struct audit_head *const *)b_;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

/* From the newest back: what somebody accepted sets older ones aside. */
static void
pick_heads(struct check *c, const struct audit_heads *heads,
    const uint8_t seed[AUDIT_SEED_OCTETS])
{
	int64_t accepted_id = INT64_MAX;

	c->heads = xcalloc(heads->count + 1, sizeof(*c->heads));
	for (size_t i = heads->count; i-- > 0;) {
		const struct audit_head *h = &heads->at[i];
		bool ours = memcmp(h->seed, seed, AUDIT_SEED_OCTETS) == 0;
		if (ours && h->id <= accepted_id) {
			if (c->count == 0)
				c->newest_ms = h->time_ms;
			c->heads[c->count++] = h;
		} else if (accepted_id != INT64_MAX)
			c->out->set_aside++;
		else
			c->foreign = h;
		if (h->accepted_id >= 0 && h->accepted_id < accepted_id)
			accepted_id = h->accepted_id;
	}
	qsort(c->heads, c->count, sizeof(*c->heads), by_id);
}

/* The head is signed and the row is another.  If what stands behind the last
 * row that is true is younger than every head, the store was put back to there
 * and went on. */
static void
blame_head(struct check *c, const struct audit_head *head)
{
	int64_t row = c->true_id + 1;

	if (c->next_ms > c->newest_ms + HEAD_SLACK_MS)
		audit_fault_set(c->out, AUDIT_ROLLED_BACK, row,
		    "the store was put back to what it was before row %" PRId64
		    ", and went on from there: signed head %" PRId64
		    " knows another row %" PRId64,
		    row, head->number, head->id);
	else if (row == head->id)
		audit_fault_set(c->out, AUDIT_FORGED, row,
		    "row %" PRId64 " is not the one of signed head %" PRId64
		    ": the chain was computed anew without the key",
		    row, head->number);
	else
		audit_fault_set(c->out, AUDIT_FORGED, row,
		    "row %" PRId64 " or one up to %" PRId64
		    " is not as signed head %" PRId64
		    " knows it: the chain was computed anew without the key",
		    row, head->id, head->number);
}

static bool
heads_agree(struct check *c, const struct audit_walked *w)
{
	for (; c->next < c->count && c->heads[c->next]->id <= w->row.id;
	     c->next++) {
		const struct audit_head *h = c->heads[c->next];
		if (memcmp(h->hash, w->hash, DIGEST_OCTETS) != 0 ||
		    h->rows != c->out->rows) {
			blame_head(c, h);
			return false;
		}
		c->true_id = c->out->head_id = h->id;
		c->out->head_ms = h->time_ms;
		c->out->heads++;
	}
	return true;
}

static bool
check_row(void *arg, const struct audit_walked *w)
{
	struct check *c = arg;
	struct audit_verdict *out = c->out;
	uint8_t made[DIGEST_OCTETS];

	audit_hash(made, c->before, &w->row);
	if (w->row.id != out->last_id + 1 ||
	    memcmp(made, w->hash, DIGEST_OCTETS) != 0) {
		struct audit_break at = {
		    .expected_id = out->last_id + 1, .found_id = w->row.id};
		memcpy(at.before, c->before, DIGEST_OCTETS);
		memcpy(at.before_that, c->before_that, DIGEST_OCTETS);
		memcpy(at.found_hash, w->hash, DIGEST_OCTETS);
		audit_blame(out, c->reader, &at);
		return false;
	}
	memcpy(c->before_that, c->before, DIGEST_OCTETS);
	memcpy(c->before, made, DIGEST_OCTETS);
	out->last_id = w->row.id;
	out->rows++;
	if (w->row.id == c->true_id + 1)
		c->next_ms = w->row.time_ms;
	return heads_agree(c, w);
}

/* -- the end --------------------------------------------------------------- */

static void
check_tail(struct check *c, const struct audit_tail *tail)
{
	struct audit_verdict *out = c->out;
	int64_t last = out->last_id;

	if (tail->id > last)
		audit_fault_set(out, AUDIT_CUT, last + 1,
		    "row %" PRId64 " and all behind it, up to %" PRId64
		    ", are gone",
		    last + 1, tail->id);
	else if (tail->id < last)
		audit_fault_set(out, AUDIT_INSERTED, tail->id + 1,
		    "row %" PRId64 " is not one that furrow wrote",
		    tail->id + 1);
	else if (memcmp(tail->hash, c->before, DIGEST_OCTETS) != 0)
		audit_fault_set(out, AUDIT_FORGED, c->true_id + 1,
		    "row %" PRId64 " or one behind it is not the one that "
		    "furrow wrote: the chain was computed anew",
		    c->true_id + 1);
}

/* A head knows rows that are not there.  Messages that came since tell whether
 * the audit alone lost them, or the whole store is of an earlier day. */
static void
check_ahead(struct check *c)
{
	const struct audit_head *head =
	    c->count > 0 ? c->heads[c->count - 1] : NULL;
	int64_t row = c->out->last_id + 1;

	if (c->foreign != NULL)
		audit_fault_set(c->out, AUDIT_ROLLED_BACK, 1,
		    "another store was put in the place of the one that "
		    "signed head %" PRId64 " speaks of",
		    c->foreign->number);
	else if (head == NULL || c->next == c->count)
		return;
	else if (store_audit_newest_message(c->reader) > head->message_id)
		audit_fault_set(c->out, AUDIT_CUT, row,
		    "row %" PRId64 " and all behind it, up to %" PRId64
		    ", are gone: signed head %" PRId64 " knows them",
		    row, head->id, head->number);
	else
		audit_fault_set(c->out, AUDIT_ROLLED_BACK, row,
		    "the store is an older one: row %" PRId64
		    " and all behind it, up to %" PRId64
		    ", are known to signed head %" PRId64 " and not to it",
		    row, head->id, head->number);
}

/* Heads of before the first row are met by no row. */
static void
skip_empty(struct check *c)
{
	while (c->next < c->count && c->heads[c->next]->id == 0 &&
	       memcmp(c->heads[c->next]->hash, c->before, DIGEST_OCTETS) == 0) {
		c->out->head_ms = c->heads[c->next]->time_ms;
		c->out->heads++;
		c->next++;
	}
}

/* Rows that were written meanwhile are walked, too. */
static void
check_all(struct check *c, struct audit_tail *tail)
{
	struct audit_verdict *out = c->out;
	struct err err = {.code = 0};

	audit_hash_first(c->before, span_of(tail->seed, sizeof(tail->seed)));
	skip_empty(c);
	do {
		if (!audit_walk(c->reader,
			out->rows == 0 ? INT64_MIN : out->last_id, check_row,
			c))
			break;
	} while (
	    store_audit_tail(c->reader, tail) && tail->max_id > out->last_id);
	/* A reader's error lasts until its next question. */
	if (store_failed(c->reader, &err) != 0 && out->fault == AUDIT_WHOLE)
		audit_fault_set(out, AUDIT_UNREAD, 0, "%s", err.text);
	if (out->fault == AUDIT_WHOLE)
		check_tail(c, tail);
	if (out->fault == AUDIT_WHOLE)
		check_ahead(c);
}

bool
audit_verify(struct audit_verdict *out, struct store *reader,
    const struct audit_heads *heads)
{
	struct check c = {.out = out, .reader = reader};
	struct audit_tail tail;
	struct err err = {.code = 0};
	bool known;

	memset(out, 0, sizeof(*out));
	known = store_audit_tail(reader, &tail);
	if (known && heads != NULL)
		pick_heads(&c, heads, tail.seed);
	if (known)
		check_all(&c, &tail);
	free(c.heads);
	if (!known && store_failed(reader, &err) != 0)
		audit_fault_set(out, AUDIT_UNREAD, 0, "%s", err.text);
	else if (!known)
		audit_fault_set(out, AUDIT_EDITED, 0,
		    "the store's note of where the audit ends is gone or "
		    "damaged");
	else if (out->fault == AUDIT_WHOLE && heads != NULL &&
		 heads->bad_line != 0)
		audit_fault_set(out, AUDIT_HEADS, 0, "%s", heads->trouble);
	return out->fault == AUDIT_WHOLE;
}
