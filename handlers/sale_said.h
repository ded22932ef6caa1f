/* sale_said - what stands behind the word SALE: goods, price, time, a cap.
 *
 * In: "mango 3000kg 3.5 14:00-18:00 max 50kg", "mango 3000 kg at 3.5 from 2pm
 *     to 6pm", "mango 3000kg 3.5 4h", "... until 6pm"; the colon and the dash
 *     of any script.
 * Out: the time in minutes after local midnight, the words of the cap, a bare
 *     figure at the end as the price, and the rest as a text that the reader of
 *     texts understands as an offer.
 * Pure but for the word lists (WORD_TILL, WORD_MAX); owns nothing.
 * Not here: which day it is, what the goods are. */
#ifndef HANDLERS_SALE_SAID_H
#define HANDLERS_SALE_SAID_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/core/market.h"

#include "handlers/phrase.h"

#define SALE_SAID_OCTETS 320

struct sale_said {
	char goods[SALE_SAID_OCTETS]; /* "sell mango 3000kg" */
	int64_t
	    price_milli; /* "3.5", "3.5/kg"; 0: none, or with a word in goods */
	char price_per[16]; /* "kg" as written, "" not said */
	char cap[48]; /* "50kg", "" none */
	int from_min, until_min; /* -1: not said */
	int64_t span_ms; /* "4h"; 0: not said */
};

/* False when no end of it is said: then it is no sale. */
bool sale_said_read(
    struct sale_said *out, const struct phrases *phrases, struct str text);

/* When it is, and whether that is doubtful: over already, so the next day was
 * taken; longer than a day; more than a week ahead.  `day`: local day that was
 * said, -1 none.  False: it can be no time at all. */
struct sale_time {
	int64_t from_ms, until_ms;
	bool doubt;
};
bool sale_said_time(struct sale_time *out, const struct sale_said *said,
    const struct market *market, int64_t now_ms, int64_t day);

#endif
