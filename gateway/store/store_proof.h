/* store_proof - a word that was sent to a phone, and the text that waits for
 * it.  One row a phone that was ever asked; the newest text replaces the one
 * before, so a word never stands for another text than it was sent about. */
#ifndef GATEWAY_STORE_STORE_PROOF_H
#define GATEWAY_STORE_STORE_PROOF_H

#include <stdbool.h>

#include "gateway/store/store.h"

#define PROOF_WORD_OCTETS 8

struct proof {
	char word[PROOF_WORD_OCTETS]; /* "": answered, or guessed too often */
	int64_t message_id; /* the text that waits */
	int64_t asked_ms;
	int64_t tries; /* wrong words so far */
	int64_t asked_count; /* words sent lately */
};

bool store_proof_get(struct store *store, int64_t phone_id, struct proof *out);
void store_proof_put(
    struct store *store, int64_t phone_id, const struct proof *proof);

#endif
