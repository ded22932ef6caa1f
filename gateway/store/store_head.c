#include "gateway/store/store_head.h"

#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/db.h"
#include "gateway/store/head_map.h"

struct store_head {
	struct head_map heads; /* as committed */
	struct head_map pending; /* of the open transaction */
	struct head_map dirty; /* changed since the round began; value 1 */
	int64_t newest; /* committed message */
	int64_t mark; /* committed */

	/* The round: phones in key order, and what the mark becomes.  `at` is
	 * committed; `written` runs ahead of it inside a transaction. */
	int64_t *round;
	size_t round_count, at, written;
	int64_t round_mark;
};

static void
head_raise(struct store_head *head, int64_t phone_id, int64_t message_id)
{
	if (head_map_get(&head->heads, phone_id) < message_id)
		head_map_put(&head->heads, phone_id, message_id);
	if (head->newest < message_id)
		head->newest = message_id;
}

static int64_t
mark_of(struct db *db)
{
	return db_number(
	    db, 0, "SELECT value FROM setting WHERE key = 'head_mark'");
}

struct store_head *
store_head_new(struct db *db)
{
	struct store_head *head = xcalloc(1, sizeof(*head));
	struct db_query q =
	    db_ask(db, "SELECT phone_id, message_id FROM phone_head");
	while (db_next(&q)) {
		int64_t phone_id = db_get_int(&q);
		head_raise(head, phone_id, db_get_int(&q));
	}
	head->mark = mark_of(db);
	q = db_ask(db, "SELECT phone_id, id FROM message WHERE id > ?1",
	    db_int(head->mark));
	while (db_next(&q)) {
		int64_t phone_id = db_get_int(&q);
		head_raise(head, phone_id, db_get_int(&q));
		head_map_put(&head->dirty, phone_id, 1);
	}
	return head;
}

void
store_head_free(struct store_head **head)
{
	if (*head == NULL)
		return;
	head_map_free(&(*head)->heads);
	head_map_free(&(*head)->pending);
	head_map_free(&(*head)->dirty);
	free((*head)->round);
	free(*head);
	*head = NULL;
}

int64_t
store_head_get(const struct store_head *head, int64_t phone_id)
{
	int64_t message_id = head_map_get(&head->pending, phone_id);
	if (message_id == 0)
		message_id = head_map_get(&head->heads, phone_id);
	return message_id;
}

void
store_head_set(struct store_head *head, int64_t phone_id, int64_t message_id)
{
	head_map_put(&head->pending, phone_id, message_id);
}

void
store_head_applied(struct store_head *head, bool committed)
{
	for (size_t i = 0; committed && i < head->pending.places; i++) {
		const struct head_pair *pair = &head->pending.pairs[i];
		if (pair->key == 0)
			continue;
		head_raise(head, pair->key, pair->value);
		head_map_put(&head->dirty, pair->key, 1);
	}
	head_map_clear(&head->pending);
	if (committed && head->at < head->written &&
	    head->written == head->round_count)
		head->mark = head->round_mark;
	if (committed)
		head->at = head->written;
	else
		head->written = head->at;
}

static int
compare_ids(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* Everything changed up to now is this round's; what changes from now on is
 * the next one's, and is right in the copy anyway if it is swept later. */
static void
begin_round(struct store_head *head)
{
	free(head->round);
	head->round = xcalloc(head->dirty.used, sizeof(*head->round));
	head->round_count = 0;
	for (size_t i = 0; i < head->dirty.places; i++)
		if (head->dirty.pairs[i].key != 0)
			head->round[head->round_count++] =
			    head->dirty.pairs[i].key;
	qsort(
	    head->round, head->round_count, sizeof(*head->round), compare_ids);
	head_map_clear(&head->dirty);
	head->at = head->written = 0;
	head->round_mark = head->newest;
}

void
store_head_sweep(struct store_head *head, struct db *db, int limit)
{
	/* A round is over when its last write is committed, not before. */
	if (head->at == head->round_count && head->dirty.used > 0)
		begin_round(head);
	if (head->written == head->round_count)
		return;
	for (; limit > 0 && head->written < head->round_count; limit--) {
		int64_t phone_id = head->round[head->written++];
		db_run(db,
		    "INSERT INTO phone_head (phone_id, message_id)"
		    " VALUES (?1, ?2) ON CONFLICT (phone_id)"
		    " DO UPDATE SET message_id = excluded.message_id",
		    db_int(phone_id), db_int(store_head_get(head, phone_id)));
	}
	if (head->written == head->round_count)
		db_run(db,
		    "INSERT INTO setting (key, value)"
		    " VALUES ('head_mark', ?1) ON CONFLICT (key)"
		    " DO UPDATE SET value = excluded.value",
		    db_int(head->round_mark));
}

int64_t
store_head_behind(const struct store_head *head)
{
	return head->newest - head->mark;
}

static void
meet_new(struct store_head_met *met, struct db *db)
{
	if (met->upto_id == 0 ||
	    (met->heads.used > STORE_HEAD_MET && mark_of(db) > met->mark)) {
		head_map_clear(&met->heads);
		met->mark = met->upto_id = mark_of(db);
	}
	struct db_query q = db_ask(db,
	    "SELECT phone_id, id FROM message WHERE id > ?1 ORDER BY id",
	    db_int(met->upto_id));
	while (db_next(&q)) {
		int64_t phone_id = db_get_int(&q);
		met->upto_id = db_get_int(&q);
		if (phone_id > 0)
			head_map_put(&met->heads, phone_id, met->upto_id);
	}
	db_end(&q);
}

int64_t
store_head_look_up(struct store_head_met *met, struct db *db, int64_t phone_id)
{
	meet_new(met, db);
	int64_t newer = head_map_get(&met->heads, phone_id);
	if (newer > 0)
		return newer;
	return db_number(db, 0,
	    "SELECT message_id FROM phone_head WHERE phone_id = ?1",
	    db_int(phone_id));
}
