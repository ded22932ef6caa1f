/* store_pin - a person's PIN, as a hash, and the tries. */
#ifndef GATEWAY_STORE_STORE_PIN_H
#define GATEWAY_STORE_STORE_PIN_H

#include "gateway/store/store.h"

#define STORE_PIN_HASH_OCTETS 128

struct pin {
	int64_t person_id;
	char hash[STORE_PIN_HASH_OCTETS]; /* "": none that counts */
	char wanted[STORE_PIN_HASH_OCTETS]; /* waits for the officer's yes */
	int wrong; /* tries in a row */
	int64_t locked_ms; /* until then; 0: not */
};

/* False, and all of it empty, when they never set one. */
bool store_pin_get(struct store *store, int64_t person_id, struct pin *out);
void store_pin_put(struct store *store, const struct pin *pin);

#endif
