/* which_name - "ben", "the one for Ben": of several orders the one of the buyer
 * who is named, though the name be a language's, too. */
#ifndef HANDLERS_WHICH_NAME_H
#define HANDLERS_WHICH_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#include "handlers/book.h"

struct desk;

/* Number from 1 of the only order whose buyer is named; 0 none; several:
 * WHICH_NAME_SEVERAL.  What the text was read as before gives way to that. */
#define WHICH_NAME_SEVERAL SIZE_MAX
size_t which_name(struct desk *desk, const int64_t *ids, size_t count);

/* A word of the text is that person's first name, of three letters or more. */
bool which_name_is(struct str text, const char *whole);

/* Of these lines those of the one seller whom `text` names, in front; all of
 * them when it names none or several.  Returns how many. */
struct line;
size_t which_name_seller(
    struct desk *desk, struct line *lines, size_t count, struct str text);

/* A word that is no more than that, without a list: YES or NO to it?  False:
 * it names nobody. */
bool which_name_text(struct desk *desk, const struct book *book);

#endif
