/* store_figures - rows for figures, in slices.
 *
 * Reports read whole tables.  They do it on a reader in a thread of their own,
 * a slice at a time, so that no read lasts long enough to keep the journal
 * from being folded away.  Rows come in the order of their ids; *after_id says
 * where the next slice begins and is moved on; false: that was the last. */
#ifndef GATEWAY_STORE_STORE_FIGURES_H
#define GATEWAY_STORE_STORE_FIGURES_H

#include "gateway/store/store_ledger.h"
#include "gateway/store/store_order.h"

bool store_figures_ledger(struct store *store, int64_t *after_id,
    void (*fn)(void *arg, const struct ledger_row *row), void *arg);

/* One seller asked, with what figures need of the line and the seller. */
struct figures_proposal {
	int64_t id, seller_id;
	int64_t area_id; /* the seller's, now */
	enum proposal_state state;
	int64_t asked_ms, sent_ms, answered_ms; /* 0: not */
	char product[48];
	char link[32]; /* the question left by it last; "": not yet */
};
bool store_figures_proposals(struct store *store, int64_t *after_id,
    void (*fn)(void *arg, const struct figures_proposal *proposal), void *arg);

/* A line's id such that all up to it are of orders before since_ms: ids ascend
 * with time, so halving finds it.  A clock that was wrong for a while may hide
 * a few lines next to it. */
int64_t store_figures_line_before(struct store *store, int64_t since_ms);

/* When was the seller asked last, up to until_ms?  0: never. */
int64_t store_figures_last_asked(
    struct store *store, int64_t person_id, int64_t until_ms);

#endif
