/* which_each - a yes and a no in one text: "yes 1, no 2", "1 ok 2 sina", "yes
 * tomatoes no onions".
 *
 * For sellers, and for buyers with whom several offers lie.  Each counts for
 * the numbers or the goods that stand with it; what does not part so is nothing
 * to act on. */
#ifndef HANDLERS_WHICH_EACH_H
#define HANDLERS_WHICH_EACH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "handlers/book.h"
#include "handlers/intent_trace.h"

struct desk;

enum which_each {
	WHICH_EACH_NONE, /* not both a yes and a no */
	WHICH_EACH_MIXED, /* both, but which for what? */
	WHICH_EACH_DONE,
};

/* Orders that the sender is asked about. */
struct which_asked {
	const int64_t *ids;
	size_t count;
	bool numbered; /* as the list numbers them */
	bool buyer; /* parts and prices that lie with the buyer */
};
enum which_each which_each(struct desk *desk, const struct which_asked *asked);

/* The only one with these goods, or 0. */
int64_t which_with_goods(
    struct desk *desk, const struct which_asked *asked, int product);

/* The word for yes or no in a text, when it has one and not the other. */
enum which_word { WHICH_WORD_NONE, WHICH_WORD_YES, WHICH_WORD_NO };
enum which_word which_word(
    const struct desk *desk, const struct intent_trace *trace);

/* Words that may stand beside "both" or "1 and 2" and change nothing. */
bool which_is_beside(const struct intent_span *span);

#endif
