/* store_erase_quote - one person's number and name in rows of others that are
 * no texts: what an order says of its place, what the market told all,
 * dialogues and questions that are over.  For store_erase.c alone.
 *
 * A name is taken out of what we showed or wrote, not out of what others typed:
 * there it may be anybody's.  What still waits for an answer is left, for the
 * trade reads it.  Each works rows after < id <= upto in the open transaction;
 * doing it twice does no harm. */
#ifndef GATEWAY_STORE_STORE_ERASE_QUOTE_H
#define GATEWAY_STORE_STORE_ERASE_QUOTE_H

#include "gateway/store/store_erase.h"

void erase_quotes_orders(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto);
void erase_quotes_questions(struct store *store,
    const struct erase_words *words, int64_t after, int64_t upto);
/* With their turns. */
void erase_quotes_sessions(struct store *store, const struct erase_words *words,
    int64_t after, int64_t upto);
/* All there are: few. */
void erase_quotes_broadcasts(
    struct store *store, const struct erase_words *words);

#endif
