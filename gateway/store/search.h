/* search - messages by their words, in a file of its own beside the store
 * ("furrow.db" -> "furrow-search.db").
 *
 * An index over texts would cost an order more than the order.  So it is fed
 * behind: a thread moves it on by some thousands of messages at a time
 * (queue/search_feed).  It holds no texts, only which message has which token
 * (search_text.h): those of its words, its order, its link, and the areas in
 * which its person lives.  So what it finds is looked at in the store before it
 * is shown.  It is not synced, and may be deleted at any time: it is made anew.
 * Messages newer than search_mark() are not in it; who searches reads those as
 * they are. */
#ifndef GATEWAY_STORE_SEARCH_H
#define GATEWAY_STORE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/store/store.h"

/* False: dst is too small. */
bool search_path(char *dst, size_t dst_octets, const char *store_path);

/* -- feeding: one at a time, in one thread ----------------------------------
 */

struct search;

/* Opens or makes the file; one that belongs to another store, or is broken, is
 * made anew.  NULL with err (enum store_error). */
struct search *search_open(const char *store_path, struct err *err);
void search_close(struct search **search);
/* Deletes the file: it turned out to be broken.  Nobody feeds it now. */
void search_remove(const char *store_path);

/* Up to `limit` messages more; how many, 0: it is up to date.  Negative enum
 * store_error with err: nothing of them is in it. */
int search_feed(struct search *search, int limit, struct err *err);

/* -- asking: on a reader ----------------------------------------------------
 */

/* Ids are 0 where they are not asked for. */
struct search_question {
	struct str words;
	int64_t order_id;
	int64_t link_id;
	int64_t area_id; /* those within it count; where a person was when
			    the message was read into the index */
};

/* Up to this message it can be asked that; 0: it is not there or cannot be
 * read, or there is nothing in it that narrows a search down. */
int64_t search_mark(
    struct store *reader, const struct search_question *question);

/* Messages after_id < id < before_id that may fit, for every word occurs in
 * them and they belong to what is asked for, or did before a change;
 * ascending, or the newest first.  Returns how many, at most `limit`; -1: the
 * file is not there or broken, read the messages. */
int search_ids(struct store *reader, const struct search_question *question,
    int64_t after_id, int64_t before_id, bool newest_first, int64_t *ids,
    size_t limit);

#endif
