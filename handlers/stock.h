/* stock - the same goods in two measures, and holds on what a seller has.
 *
 * Measures are compared when they are the same word, or when grams are known
 * for both (catalogue, or the seller's own pack). */
#ifndef HANDLERS_STOCK_H
#define HANDLERS_STOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"

struct catalogue;

struct stock_unit {
	const char *name; /* canonical; "" counts as "piece" */
	int64_t grams; /* 0: nobody knows */
};

bool stock_same_unit(struct stock_unit a, struct stock_unit b);
/* `milli` of `from` as thousandths of `to`, rounded up (a hold must cover
 * what is promised) or down.  False when they cannot be compared. */
bool stock_convert(int64_t *out, int64_t milli, struct stock_unit from,
    struct stock_unit to, bool up);
/* A price per `from` as a price per `to`, to the nearest minor unit. */
bool stock_price(
    int64_t *out, int64_t minor, struct stock_unit from, struct stock_unit to);

struct stock_unit stock_unit_of(
    const struct catalogue *catalogue, const char *product, const char *unit);
struct stock_unit stock_unit_offer(
    const struct catalogue *catalogue, const struct offer *offer);
struct stock_unit stock_unit_line(const struct line *line);

/* Gives back what is held for the line; the line is changed, not written. */
void stock_release(struct store *store, struct line *line);
/* Handed over: `milli` of the line's measure is gone, the rest of the hold is
 * free again. */
void stock_take(struct store *store, const struct catalogue *catalogue,
    struct line *line, int64_t milli);

#endif
