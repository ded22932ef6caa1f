/* store_ledger - what was earned and what was paid; rows are only ever added.
 *
 * A row holds all that a figure needs (product, area, quantity, sum, times as
 * they were then), so that everybody who has the file gets the same figures,
 * from these rows alone.  A wrong row is not changed: another one with the
 * same figures below zero takes it back.
 *
 * No index: a person's rows are chained by prev_id, a line's by line_prev_id
 * (docs/schema.md). */
#ifndef GATEWAY_STORE_STORE_LEDGER_H
#define GATEWAY_STORE_STORE_LEDGER_H

#include "gateway/store/store.h"

enum ledger_kind {
	LEDGER_INCOME, /* a line settled */
	LEDGER_REVERSAL, /* an income that is taken back: figures below zero */
	LEDGER_PAID, /* money said to have moved; furrow holds none */
};

struct ledger_row {
	int64_t id, line_id;
	int64_t person_id; /* who earned, or was paid */
	enum ledger_kind kind;
	int64_t amount_minor;
	char currency[8]; /* "": the market's (rows of old files) */
	char product[48], unit[16];
	int64_t qty_milli; /* accepted; 0 in a payment */
	int64_t grams; /* of qty_milli; 0 unknown */
	int64_t area_id; /* the person's, then */
	bool marked; /* a protected household, then: for sums only */
	bool first; /* of an income: the person never earned before; of a
		     * reversal: it takes such a one back */
	int64_t buyer_id, offer_id;
	int64_t ordered_ms, time_ms;
	int64_t message_id; /* the text that caused it; 0: time did */
	int64_t reverses; /* the income's id, of a reversal */
	int64_t prev_id, line_prev_id;
};

/* Fills id, the two chains, and `first` of an income. */
void store_ledger_add(struct store *store, struct ledger_row *row);

/* A person's rows, newest first, back to since_ms; the person's and the
 * line's.  fn returns false to stop. */
void store_ledger_of_person(struct store *store, int64_t person_id,
    int64_t since_ms, bool (*fn)(void *arg, const struct ledger_row *row),
    void *arg);
void store_ledger_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct ledger_row *row), void *arg);

#endif
