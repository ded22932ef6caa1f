/* store_turn - whose turn it is: the order that listings stand in.
 *
 * Every listing has a key: how much of its fair share the seller had (value
 * proposed, divided by weight), on a clock that runs by product and area
 * (start-time fair queueing).  The smallest key is furthest behind.  A listing
 * that comes in, or comes back, starts where the clock stands; who is asked
 * moves all own listings on alike, whatever was sold: the seller's share is
 * the person's.  So a choice is a walk along the index offer_turn (product,
 * area_no, turn_key), from which everything that lastingly cannot be chosen is
 * absent, and asking somebody changes that seller's few rows only. */
#ifndef GATEWAY_STORE_STORE_TURN_H
#define GATEWAY_STORE_STORE_TURN_H

#include "gateway/store/store_offer.h"

/* Before the first: zeros. */
struct turn_mark {
	int64_t area_no, turn_key, offer_id;
};

/* The first in turn of each area that has any, from..to, at most `limit`
 * areas.  Where there are more, the next call goes on after the last: all
 * get their look.  fn returns false to stop. */
void store_turn_fronts(struct store *store, const char *product, int64_t from,
    int64_t to, int limit, bool (*fn)(void *arg, const struct offer *offer),
    void *arg);
/* The next in turn of the mark's own area. */
void store_turn_cell(struct store *store, const char *product,
    const struct turn_mark *after, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);
/* The next of all, area by area. */
void store_turn_walk(struct store *store, const char *product,
    const struct turn_mark *after, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);

/* The cheapest by that measure, at most `max_minor`. */
void store_turn_cheapest(struct store *store, const char *product,
    const char *unit, int64_t max_minor, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);

/* Where a new listing of this seller stands: as far ahead of the clock as the
 * seller's others are. */
int64_t store_turn_start(struct store *store, int64_t seller_id,
    const char *product, int64_t area_no);
/* What a proposal of these goods weighs there, as a rule; 0: none was made. */
int64_t store_turn_usual(
    struct store *store, const char *product, int64_t area_no);

/* The seller of that listing is asked: all own listings move on by `charge`,
 * the clock to where the listing stood.  Also person.asked_ms and _count. */
void store_turn_asked(struct store *store, const struct offer *chosen,
    int64_t charge, int64_t now_ms);
/* Moves the seller's listings on (or back: below zero) without asking. */
void store_turn_move(struct store *store, int64_t seller_id, int64_t by);
/* The running mean of answering and keeping one's word. */
void store_turn_reliable(struct store *store, int64_t seller_id, bool kept);

/* Puts the areas of the listings after that id right, at most `limit`; returns
 * the last id looked at, 0 when there are no more. */
int64_t store_turn_sweep(struct store *store, int64_t after_id, int limit);

/* A search that goes on later: one row for each line that has one. */
struct turn_seek {
	struct turn_mark mark;
	int verdict; /* handlers/alloc.h; the best reason so far */
	int64_t lowest_minor;
	char unit[16];
};
bool store_seek_get(
    struct store *store, int64_t line_id, struct turn_seek *out);
void store_seek_put(
    struct store *store, int64_t line_id, const struct turn_seek *seek);
void store_seek_drop(struct store *store, int64_t line_id);

#endif
