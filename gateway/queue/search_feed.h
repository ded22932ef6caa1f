/* search_feed - keeps the index of words near the newest message.
 *
 * In a thread of its own, for a page of some thousands of messages takes tens
 * of milliseconds: looked for once a second, and while there is more, after a
 * rest of four times what the page took, so that orders have the machine; with
 * a thousand orders a second it still keeps up. What fails (disk full, file
 * broken) is logged once, and tried again after a minute with the file opened
 * anew; a broken one is made anew. */
#ifndef GATEWAY_QUEUE_SEARCH_FEED_H
#define GATEWAY_QUEUE_SEARCH_FEED_H

#include <stdbool.h>

#include "base/loop.h"

struct search_feed;

/* NULL: no thread for it; searching then reads the messages themselves. */
struct search_feed *search_feed_new(struct loop *loop, const char *store_path);
/* Why it cannot be fed since a minute or more, in words; NULL: it can. */
const char *search_feed_trouble(const struct search_feed *feed);
/* The file is deleted and made anew, from now on: it may hold words of somebody
 * who was erased.  False: not done yet, ask again in a moment; true once it is,
 * and then the next call begins another time.  NULL: true. */
bool search_feed_anew(struct search_feed *feed);
/* Waits for the page that is being worked. */
void search_feed_free(struct search_feed **feed);

#endif
