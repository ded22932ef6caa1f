/* pool - what a leader agreed to bring, as parts of the households behind them.
 *
 * When a line of a leader is agreed, it is cut once: first over what the leader
 * took from households already (TOOK, first in first out), the rest over the
 * households by whose turn it is (handlers/share), at most POOL_SHARES_MAX
 * rows whatever the line weighs.  What nobody has room for stays the leader's
 * own part.  Leader and households are told; a line that is lost again gives
 * everything back.  How the money falls is pool_shares(): pool_pay.h.
 * Texts of leaders: pool_took.h, pool_list.h, pool_give.h. */
#ifndef HANDLERS_POOL_H
#define HANDLERS_POOL_H

#include "gateway/store/store_order.h"
#include "gateway/store/store_pool.h"

#include "handlers/desk.h"

/* Lines of one order that were just agreed with that seller, a leader. */
void pool_agreed(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count);

/* The line has just left state `from` (enum line_state): handed over parts are
 * done, parts of what is lost are dropped and their households told. */
void pool_line_moved(struct desk *desk, const struct line *line, int from);

/* One person's part of what a line earned. */
struct pool_part {
	int64_t person_id; /* the leader, too: margin, commission, own part */
	int64_t qty_milli; /* accepted, in the line's measure; leader: own */
	int64_t amount_minor; /* the leader's may be below 0 */
};

/* Each person once, summing exactly to line_total_minor(line) and to the
 * accepted quantity.  0: the line has no parts, or no price. */
size_t pool_shares(struct desk *desk, const struct line *line,
    struct pool_part parts[POOL_SHARES_MAX + 1]);

/* -- for the other pool files -------------------------------------------- */

struct pool_rows {
	struct share row[POOL_SHARES_MAX];
	size_t count;
};

/* Parts of a line; only open ones or all. */
void pool_load(
    struct pool_rows *rows, struct desk *desk, int64_t line_id, bool only_open);
/* What one household is told of one order: its parts, line by line. */
struct pool_telling {
	const struct order *order;
	const struct line *line[DESK_LINES_MAX];
	const struct share *share[DESK_LINES_MAX];
	size_t count;
};
/* Without a phone, or stopped: nothing. */
void pool_tell(
    struct desk *desk, const struct pool_telling *telling, enum phrase phrase);
/* Holds the part on the household's own listing, if it has one of the goods, so
 * that it is not promised twice.  The row is changed, not written. */
void pool_hold(struct desk *desk, const struct line *line, struct share *share);
/* Counts for its next turn; base as in store_household_gave. */
void pool_count(struct desk *desk, const struct line *line,
    const struct share *share, int64_t more_milli, int64_t base_milli);
/* A part of many tonnes is read in kilograms: quantity, price and measure. */
struct pool_measure {
	int64_t milli, price_minor;
	const char *unit;
};
struct pool_measure pool_measure_of(struct desk *desk, const struct line *line,
    int64_t milli, int64_t price_minor);
/* "5 kg mango A". */
char *pool_goods(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    const char *product, int64_t milli, const char *unit, const char *grade);

#endif
