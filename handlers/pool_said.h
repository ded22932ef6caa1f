/* pool_said - what a leader wrote behind TOOK or GIVE: a household, how much,
 * of what, which grade, on which terms - in any order, sloppily.
 *
 * In:  "Akinyi 120kg A 30/kg", "120 kg from akinyi grade a", "#12 30kg",
 *      "Akinyi 2 bags maize commission 10%", and the leader's households: a
 *      name counts only when it is one of theirs, so no text ever touches
 *      somebody else's household.
 * Out: what was found; nothing is guessed: two quantities, a figure of two
 *      readings, more figures than there are places for them: `bad`.
 * Limits: 40 words and figures; the rest makes it `bad`.
 * Pure; views point into the text. */
#ifndef HANDLERS_POOL_SAID_H
#define HANDLERS_POOL_SAID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#include "gateway/store/store_pool.h"

#include "handlers/catalogue.h"
#include "handlers/phrase.h"

#define POOL_SAID_NAMESAKES 9

struct pool_said {
	size_t at[POOL_SAID_NAMESAKES]; /* households that may be meant */
	size_t count;
	char name[64]; /* words that are nothing else: perhaps a name */
	int number; /* of a household, 0: none was written */
	int product; /* -1 */
	bool has_qty;
	int64_t qty_milli; /* 0 can be said */
	char unit[16]; /* canonical; "" */
	char grade[16]; /* "A"; "" */
	int64_t price_milli; /* -1 */
	char per[16]; /* "" */
	bool commission;
	int64_t rate; /* hundredths of a percent */
	bool bad;
};

struct pool_reader {
	const struct catalogue *catalogue;
	const struct lexicon *lexicon;
	const struct phrases *phrases;
	const char *lang;
	const struct household *households;
	size_t households_count;
};

void pool_said_read(
    struct pool_said *out, const struct pool_reader *reader, struct str text);

#endif
