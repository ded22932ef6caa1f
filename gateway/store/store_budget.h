/* store_budget - what each link sent in a month of the market, to how many
 * numbers, and when it sent last.
 *
 * Parts are counted, because that is what operators count.  Numbers are
 * counted only for links whose plan limits them: a row for each, gone a while
 * after its month.  A month is named by its first millisecond
 * (market_month_begin). */
#ifndef GATEWAY_STORE_STORE_BUDGET_H
#define GATEWAY_STORE_STORE_BUDGET_H

#include "gateway/store/store.h"

struct budget_used {
	int64_t parts, recipients;
	int64_t doubled; /* texts that may have gone twice */
};

/* link_id 0: of all links together. */
void store_budget_get(struct store *store, int64_t link_id, int64_t month_ms,
    struct budget_used *out);
/* Adds; numbers below 0 give back, never below nothing. */
void store_budget_add(struct store *store, int64_t link_id, int64_t month_ms,
    const struct budget_used *add);

/* Did it write to that phone in that month? */
bool store_budget_knows(
    struct store *store, int64_t link_id, int64_t month_ms, int64_t phone_id);
/* Now it did.  Some rows of older months of that link go meanwhile. */
void store_budget_note(
    struct store *store, int64_t link_id, int64_t month_ms, int64_t phone_id);

void store_budget_sent(struct store *store, int64_t link_id, int64_t now_ms);
/* When it last sent, or, if it never did, was first asked about (now_ms). */
int64_t store_budget_last(struct store *store, int64_t link_id, int64_t now_ms);
/* A text that keeps the SIM alive was queued.  When was the last one? */
void store_budget_kept(struct store *store, int64_t link_id, int64_t now_ms);
int64_t store_budget_last_kept(struct store *store, int64_t link_id);

#endif
