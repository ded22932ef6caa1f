/* store_erase_text - one person's words out of a span of messages, be it in the
 * store or in the file of an old month.  For store_erase*.c alone. */
#ifndef GATEWAY_STORE_STORE_ERASE_TEXT_H
#define GATEWAY_STORE_STORE_ERASE_TEXT_H

#include "gateway/store/db.h"
#include "gateway/store/store_erase.h"

struct erase_count {
	int64_t texts, quotes;
};

/* Messages after < id <= upto, in the open transaction; adds to *count. */
void erase_messages(struct db *db, const struct erase_words *words,
    int64_t after, int64_t upto, struct erase_count *count);

/* Behind it, for the same messages: whom to call about one that was emptied,
 * and where an address to call, or who it is from, has their number in it. */
void erase_reports(struct db *db, const struct erase_words *words,
    int64_t after, int64_t upto);

/* Is something of theirs in that text?  Then it is in out without it. */
bool erase_words_in(struct buf *out, struct str text,
    const struct erase_words *words, bool names_too);

/* Did they write it, or was it written to them?  person_id 0: whose phone it is
 * says so. */
bool erase_is_theirs(
    const struct erase_words *words, int64_t person_id, int64_t phone_id);

/* What stands in place of a number: nobody can have it. */
#define ERASE_NUMBER_OCTETS 32
void erase_number(char dst[ERASE_NUMBER_OCTETS], int64_t phone_id);

#endif
