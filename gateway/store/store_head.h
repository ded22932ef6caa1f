/* store_head - the newest message of every phone, in memory.
 *
 * A phone's messages are chained by prev_id; this is where the chains begin.
 * A row that said so would have to be rewritten with every text, which costs
 * more than the text; so the truth is the messages themselves, the table
 * `phone_head` a copy that is swept out now and then, in key order, and the
 * setting "head_mark" the message up to which the copy is right.
 *
 * A change is pending until its commit (store_head_applied). */
#ifndef GATEWAY_STORE_STORE_HEAD_H
#define GATEWAY_STORE_STORE_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/store/head_map.h"

struct db;
struct store_head;

/* Reads the copy and the messages after the mark; a failure sticks to db. */
struct store_head *store_head_new(struct db *db);
void store_head_free(struct store_head **head);

int64_t store_head_get(const struct store_head *head, int64_t phone_id);
void store_head_set(
    struct store_head *head, int64_t phone_id, int64_t message_id);

/* The transaction is over: pending heads count, or never were. */
void store_head_applied(struct store_head *head, bool committed);

/* Writes at most `limit` heads, in key order, in the open transaction; when a
 * round is complete the mark moves. */
void store_head_sweep(struct store_head *head, struct db *db, int limit);

/* Committed messages above the mark. */
int64_t store_head_behind(const struct store_head *head);

/* For a reader: the heads that it met after the mark, each message read once.
 * All zero is a new one; with more phones than that it begins anew behind the
 * mark, once that has moved. */
#define STORE_HEAD_MET 200000
struct store_head_met {
	struct head_map heads;
	int64_t mark, upto_id;
};

/* From the copy and the messages after the mark: the first time these are read
 * (at most one round of sweeping), then those that came since. */
int64_t store_head_look_up(
    struct store_head_met *met, struct db *db, int64_t phone_id);

#endif
