/* store_none - what somebody has none of, in memory.
 *
 * Each text asks whether its sender has an open order, agreed to bring
 * something, was asked a question, bought such goods before; for most people,
 * and for whoever writes for the first time, the answer is "none", and it costs
 * as much as a row.  So it is remembered of whom that is known: they were made
 * a moment ago, or it was asked and there was none.
 *
 * Who makes a row of that kind calls store_none_over() (the nouns' own files,
 * and store_phone.c, which moves orders and questions); a row that goes leaves
 * what is remembered true.  A rollback forgets all.  A reader remembers
 * nothing.  store_check() asks again for each. */
#ifndef GATEWAY_STORE_STORE_NONE_H
#define GATEWAY_STORE_STORE_NONE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

enum store_none {
	NONE_ORDER, /* by person: open, as the buyer */
	NONE_AGREED, /* by person: lines to be done, as the seller */
	NONE_BOUGHT, /* by person: at all */
	NONE_QUESTION, /* by phone: open */
};
#define STORE_NONES 4

/* False: there may be one. */
bool store_none_known(struct store *store, enum store_none what, int64_t id);
void store_none_note(struct store *store, enum store_none what, int64_t id);
void store_none_over(struct store *store, enum store_none what, int64_t id);
/* Both were made just now. */
void store_none_fresh(struct store *store, int64_t phone_id, int64_t person_id);

void store_none_init(struct store *store);
void store_none_free(struct store *store);
void store_none_forget(struct store *store);
/* 0, or STORE_BROKEN: there is one, though none is remembered. */
int store_none_check(struct store *store, struct err *err);

#endif
