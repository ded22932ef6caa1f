/* store_unknown - the words of texts that nobody understood, counted.
 *
 * Bounded: beyond UNKNOWN_ROWS_MAX the rarest leave first, the longest not
 * seen first among them.  Who calls sees to it that there is no number and no
 * name of a person in it. */
#ifndef GATEWAY_STORE_STORE_UNKNOWN_H
#define GATEWAY_STORE_STORE_UNKNOWN_H

#include "base/str.h"
#include "gateway/store/store.h"

#define UNKNOWN_ROWS_MAX 20000
#define UNKNOWN_WORD_OCTETS 64

struct unknown_word {
	char word[UNKNOWN_WORD_OCTETS]; /* folded */
	char lang[12]; /* of the texts, as far as known; "" */
	int64_t count;
	int64_t first_ms, last_ms;
	int64_t message_id; /* the last text with it */
};

/* Once more seen, in that text. */
void store_unknown_count(struct store *store, const char *word,
    const char *lang, int64_t now_ms, int64_t message_id);
/* After a text's words: throws out what is too many. */
void store_unknown_trim(struct store *store);

/* The most frequent first.  lang "": all; `skip` rows are passed over. */
void store_unknown_each(struct store *store, const char *lang, int64_t since_ms,
    int64_t skip, bool (*fn)(void *arg, const struct unknown_word *word),
    void *arg);

/* In every language; how many rows went. */
int store_unknown_forget(struct store *store, const char *word);

#endif
