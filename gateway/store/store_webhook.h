/* store_webhook - what other programs are to be told of, durably, in order.
 *
 * An event is a message that came to a state, or an event of an order's line:
 * its kind is MESSAGE (the state of enum message_state) or ORDER (the state of
 * enum line_state it went to).  Rows are written by triggers, in the
 * transaction of the change, so none is missed and none is told that was rolled
 * back.  The triggers are the writer's own (TEMP): a tool that opens the file
 * has none, and while no kind is wanted there are none at all, and nothing is
 * dearer.
 *
 * Each hook has a cursor: the id of the event up to which it was told.
 * Events that all hooks have passed are pruned; the newest stays, for ids are
 * never used again. */
#ifndef GATEWAY_STORE_STORE_WEBHOOK_H
#define GATEWAY_STORE_STORE_WEBHOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/store/store.h"

#define WEBHOOK_NAME_OCTETS 24
#define WEBHOOK_ORDER 32 /* kinds from here on; a message's are below */
#define WEBHOOK_KIND_OCTETS 32
#define WEBHOOK_WHY_OCTETS 128

/* "message.delivered", "order.confirmed"; "" for none. */
void store_webhook_kind_name(char dst[WEBHOOK_KIND_OCTETS], int kind);
/* The kinds of a word: one of these, "message.*", "order.*" or "*", as bits.
 * 0: no such thing. */
uint64_t store_webhook_kinds(const char *word);

/* In a transaction: from here on these are written; 0: none. */
void store_webhook_want(struct store *store, uint64_t kinds);
/* So many were written since the store was opened, those that were rolled
 * back, too: whoever sees it move looks. */
int64_t store_webhook_added(const struct store *store);

struct webhook_place {
	char name[WEBHOOK_NAME_OCTETS];
	int64_t event_id;
	bool off;
	int64_t told, dropped;
	int tries; /* of the event behind event_id; each failed */
	int64_t next_ms; /* tries > 0: the next one */
	int answer; /* the last status; 0: none, or no whole one */
	char why[WEBHOOK_WHY_OCTETS]; /* the last try failed; "": not */
};
/* False: there is no such row. */
bool store_webhook_get(
    struct store *store, const char *name, struct webhook_place *out);
/* In a transaction. */
void store_webhook_put(struct store *store, const struct webhook_place *place);
/* The i-th by name; false behind the last. */
bool store_webhook_at(struct store *store, int i, struct webhook_place *out);
void store_webhook_forget(struct store *store, const char *name);

struct webhook_event {
	int64_t id, time_ms, ref;
	int kind;
};
int64_t store_webhook_newest(struct store *store); /* 0: none */
/* The first of these kinds behind that id. */
bool store_webhook_next(struct store *store, int64_t after, uint64_t kinds,
    struct webhook_event *out);
/* How many of these kinds are behind that id, at most `most`. */
int64_t store_webhook_count(
    struct store *store, int64_t after, uint64_t kinds, int64_t most);
/* Of at most `look` events behind `after`: the last one older than that (or
 * `after`), and how many of these kinds there are up to it. */
int64_t store_webhook_older(struct store *store, int64_t after,
    int64_t before_ms, uint64_t kinds, int64_t look, int64_t *count_out);
/* In a transaction: takes away at most `most` rows up to that one; counted
 * (store_keep.h), now_ms 0: with no time. */
void store_webhook_prune(
    struct store *store, int64_t upto, int64_t most, int64_t now_ms);

#endif
