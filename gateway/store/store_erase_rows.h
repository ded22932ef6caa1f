/* store_erase_rows - one person's words in the rows that the trade and
 * dialogues left: histories, questions, orders, words that nobody knew,
 * dialogues.  Texts are store_erase_text's.  For store_erase.c alone.
 *
 * Each works rows after < id <= upto in the open transaction; doing it twice
 * does no harm. */
#ifndef GATEWAY_STORE_STORE_ERASE_ROWS_H
#define GATEWAY_STORE_STORE_ERASE_ROWS_H

#include "gateway/store/store_erase.h"

void erase_events(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto);
void erase_questions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto);
void erase_orders(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto);
/* All rows at once. */
void erase_heard(struct store *store, const struct erase_words *words);
/* Dialogues whole; of the newest there is an empty row, for its id is not to be
 * another's, who may be taken for them. */
void erase_sessions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto);

#endif
