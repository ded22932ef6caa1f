/* archive - months of old messages, each in a file of its own beside the store
 * ("furrow.db" -> "furrow-2025-01.db").
 *
 * Messages are most of what a market writes, and nobody's order needs last
 * year's.  A month that is old enough is copied, page by page and synced; once
 * the copy is whole it is noted in the store, and only then its messages are
 * deleted there, some hundreds in a turn: by their ids, which the file was
 * asked for a moment before, and after each was copied once more as it is then.
 * Killed anywhere, it goes on where it was; what is in both is known by
 * dropped_id.  A file that is gone is not made anew: nothing more is deleted,
 * and whoever asks for its month is told.
 *
 * Such a file is a store of the same schema with nothing but messages, their
 * parts and raw forms, phones and links in it: a reader of it answers what a
 * reader of the store does.  Texts that wait or are under way stay in the
 * store. People, orders and the ledger are never archived. */
#ifndef GATEWAY_STORE_ARCHIVE_H
#define GATEWAY_STORE_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#include "gateway/store/store.h"

#define ARCHIVE_MONTH_OCTETS 8

struct archive_month {
	char month[ARCHIVE_MONTH_OCTETS]; /* "2025-01", of the market's zone */
	int64_t first_id, last_id; /* of its messages */
	int64_t until_ms; /* the month's end */
	/* Up to this id they are here no more: the file has them. */
	int64_t dropped_id;
};

/* False: dst is too small. */
bool archive_path(
    char *dst, size_t dst_octets, const char *store_path, const char *month);

/* Months of which there is a file, also half a copy that is not noted yet: only
 * `month` is set.  How many, at most `limit`; -1: the folder cannot be read
 * (errno). */
int archive_files(const char *store_path, struct archive_month *out, int limit);
/* Months that are noted, oldest first; how many, at most `limit`. */
size_t archive_list(
    struct store *store, struct archive_month *out, size_t limit);
/* The month that has that message; false: none. */
bool archive_of(
    struct store *store, int64_t message_id, struct archive_month *out);

/* -- finding and copying: in a thread, on a reader --------------------------
 */

/* A noted month whose messages are not all dropped; false: none. */
bool archive_unfinished(struct store *reader, struct archive_month *out);
/* The one noted last; false: none. */
bool archive_newest(struct store *reader, struct archive_month *out);
/* Changes whenever messages went from here to a file. */
int64_t archive_dropped(struct store *reader);
/* The oldest message that may be archived and is not; 0: none.  Its time, or,
 * if that is still to come, the time of the next whose time is not. */
int64_t archive_oldest(
    struct store *reader, int64_t now_ms, int64_t *time_ms_out);
/* The newest message before that time, first_id at least. */
int64_t archive_last_before(
    struct store *reader, int64_t first_id, int64_t time_ms);

/* Copies up to `limit` messages more of that month.  How many; 0: the copy is
 * whole.  Negative enum store_error with err: STORE_BROKEN when the file holds
 * something else. */
int archive_copy(const char *store_path, const struct archive_month *month,
    int limit, struct err *err);

#define ARCHIVE_PAGE_IDS 300
struct archive_page {
	int count;
	int64_t ids[ARCHIVE_PAGE_IDS];
};
/* The next messages behind dropped_id that may be deleted here: the file has
 * them as they are.  How many, 0: none is left; negative as above, STORE_OPEN
 * also when the file is gone. */
int archive_ready(const char *store_path, const struct archive_month *month,
    struct archive_page *out, struct err *err);
/* After a new furrow: brings that file to the newest schema. */
int archive_update(const char *store_path, const char *month, struct err *err);

/* -- inside a turn ----------------------------------------------------------
 */

/* The copy is whole. */
void archive_note(struct store *store, const struct archive_month *month);
/* Deletes those of a noted month; how many.  An empty page: the month is done.
 */
int archive_drop(
    struct store *store, const char *month, const struct archive_page *page);

#endif
