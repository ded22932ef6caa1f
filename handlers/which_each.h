/* which_each - a yes and a no in one text: "yes 1, no 2", "1 ok 2 sina", "yes
 * tomatoes no onions".
 *
 * Each counts for the numbers or the goods that stand with it; what does not
 * part so is nothing to act on. */
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

/* Orders that the sender is asked about; numbered: as the list numbers them. */
enum which_each which_each(
    struct desk *desk, const int64_t *ids, size_t count, bool numbered);

/* Words that may stand beside "both" or "1 and 2" and change nothing. */
bool which_is_beside(const struct intent_span *span);

#endif
