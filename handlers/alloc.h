/* alloc - whose turn is it?  The seller to ask next for one line.
 *
 * Among the eligible the one furthest behind their fair share (handlers/fair.h
 * says what counts, gateway/store/store_turn.h where it stands).  Nearest
 * areas first, if the market's `fair` section says so, widening step by step
 * up the tree; who has no area comes last.  Those who have enough come before
 * those who have only some.  Price and reliability decide among at most
 * ALLOC_CANDIDATES, within the bands of that section.
 *
 * Who is asked for another line of the order anyway gets this one, too, if they
 * are behind by no more than one usual proposal: one text, one way to walk.
 *
 * At most ALLOC_ROWS listings are looked at, however many sellers there are.
 * What lastingly cannot be chosen (stopped, sold out, not its time, another
 * area when areas decide) stands outside of the index and costs nothing.  When
 * those first in turn are all dearer than the buyer's highest price, the last
 * ALLOC_PRICE_ROWS looks are at the cheapest by the same measure, of whom the
 * one furthest behind is taken.  Not guaranteed to be found at once: the
 * eligible one behind 64 others that only this buyer cannot have (all by
 * another measure, all asked before), or in an area that had no look.  Then
 * `more` is true: nobody may say "nobody has it" yet, and alloc_go_on() looks
 * at the next ALLOC_ROWS, in whatever order, until all were looked at.
 *
 * alloc_judge(), alloc_rings() and alloc_pick() are pure. */
#ifndef HANDLERS_ALLOC_H
#define HANDLERS_ALLOC_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_turn.h"

struct catalogue;
struct market_fair;
struct desk;

#define ALLOC_ROWS 64
#define ALLOC_PRICE_ROWS 24 /* of these, by price where that decides */
#define ALLOC_CANDIDATES 16
#define ALLOC_RINGS 9

enum alloc_verdict {
	ALLOC_GOOD,
	ALLOC_NOT_SELLER, /* stopped, not registered, or the buyer himself */
	ALLOC_NOT_NOW, /* listing not yet or no longer valid, nothing left */
	ALLOC_UNIT, /* measures cannot be compared */
	ALLOC_PRICE, /* above the buyer's highest price */
	ALLOC_ASKED, /* was asked for this line already */
	ALLOC_NOBODY, /* no listing at all */
};

struct alloc_fit {
	int64_t qty_milli; /* of the line's measure that this seller can give */
	int64_t hold_milli; /* the same in the listing's measure */
	int64_t price_minor; /* per unit of the line, -1 not said */
};

enum alloc_verdict alloc_judge(struct alloc_fit *fit,
    const struct catalogue *catalogue, const struct line *line,
    const struct offer *offer, const struct person *seller, int64_t buyer_id,
    int64_t now_ms);

/* Areas that count as equally near: two ranges of numbers. */
struct alloc_ring {
	int64_t from[2], to[2];
};
/* Rings around the buyer's area, nearest first; how many. */
size_t alloc_rings(struct alloc_ring rings[ALLOC_RINGS],
    const struct market_fair *fair, int64_t area_no);

/* Of those who could be asked, in the order of the turn: the first whose price
 * is within the band of the lowest, and whose reliability is within the band
 * of the best of these.  count > 0. */
struct alloc_candidate {
	int64_t price_minor; /* -1 not said: as good as the lowest */
	int64_t reliable_milli;
};
size_t alloc_pick(const struct alloc_candidate *candidates, size_t count,
    const struct market_fair *fair);

struct alloc_wish {
	int64_t seller_id; /* ask this one first, asked before or not; 0 */
	int64_t only_id; /* this one or nobody (an admin's choice); 0 */
	struct str name; /* FROM name: chosen by the buyer; empty */
	int64_t near_id; /* is asked for another line of this order anyway; 0 */
};

struct alloc_choice {
	enum alloc_verdict verdict; /* GOOD, or why there is nobody */
	struct offer offer;
	struct person seller;
	struct alloc_fit fit;
	char reason[96]; /* in words, for the record */
	/* Whose turn it would be, if it is still their phone (still.h); 0. */
	int64_t unsure_id;
	bool asleep; /* nobody awake has it; this one would be next */
	int64_t wakes_ms; /* when the first of them wakes */
	int64_t lowest_minor; /* with PRICE: the lowest there is */
	char unit[16]; /* with UNIT: how it is sold here */
	bool more; /* not GOOD, but not everybody was looked at */
	struct turn_mark mark; /* of alloc_go_on(): up to where */
	int looked; /* listings looked at */
};

void alloc_choose(struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line,
    const struct alloc_wish *wish);
/* After `more`: looks on from seek->mark, with the best reason so far. */
void alloc_go_on(struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line,
    const struct turn_seek *seek);

/* What a stored reason says, for those who ask why (handlers/why.h). */
enum alloc_reason {
	ALLOC_REASON_TURN,
	ALLOC_REASON_FIRST,
	ALLOC_REASON_BUYER,
	ALLOC_REASON_BEFORE,
	ALLOC_REASON_ADMIN,
	ALLOC_REASON_LEFT,
	ALLOC_REASON_SAME,
	ALLOC_REASONS,
};
enum alloc_reason alloc_reason_of(const char *stored);

#endif
