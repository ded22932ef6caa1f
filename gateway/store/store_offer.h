/* store_offer - what sellers have: produce, stock, price; and holds on it.
 *
 * `stock_milli` is what the seller has, `held_milli` what open proposals and
 * confirmed lines not yet handed over may take; left = stock - held, never
 * below zero (a CHECK in the schema: whatever arrives together). */
#ifndef GATEWAY_STORE_STORE_OFFER_H
#define GATEWAY_STORE_STORE_OFFER_H

#include "gateway/core/party.h"
#include "gateway/store/store.h"

struct offer {
	int64_t id;
	int64_t seller_id; /* person */
	char product[48]; /* catalogue key */
	char unit[16]; /* as said, canonical */
	int64_t price_minor; /* per unit; -1 = not said */
	int64_t stock_milli, held_milli;
	int64_t unit_grams; /* of the seller's own pack; 0 = not known */
	char grade[16];
	int64_t from_ms, until_ms; /* 0 = open */
	bool closed; /* SOLD OUT */
	int64_t asked_ms; /* copy of the seller's, for the turn */
	int64_t created_ms, changed_ms;
	int64_t sale_id; /* given to that sale (store_sale); 0: none */
};

bool store_offer_get(struct store *store, int64_t id, struct offer *out);
/* A seller's offer of that product; unit "" = any (the newest); never one
 * that was given to a sale. */
bool store_offer_find(struct store *store, int64_t seller_id,
    const char *product, const char *unit, struct offer *out);
/* Inserts (id 0, which is filled in) or updates all but held_milli.  Stock
 * below what is held is raised to it. */
void store_offer_put(struct store *store, struct offer *offer, int64_t now_ms);

/* Reserve / give back / take away for good (handed over or promised).  hold
 * returns false (nothing changed, no failure) when less than that is left. */
bool store_offer_hold(struct store *store, int64_t id, int64_t milli);
void store_offer_release(struct store *store, int64_t id, int64_t milli);
void store_offer_take(struct store *store, int64_t id, int64_t milli);

/* Open offers of a product with something left, in the order of the turn
 * (asked longest ago first), at most `limit` rows looked at (never a scan).
 * fn returns false to stop. */
void store_offer_turn(struct store *store, const char *product, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);

/* Open offers of a product of which all is promised to others; those that are
 * on sale from a day after `after_ms`, the soonest first. */
void store_offer_promised(struct store *store, const char *product, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);
void store_offer_later(struct store *store, const char *product,
    int64_t after_ms, int limit,
    bool (*fn)(void *arg, const struct offer *offer), void *arg);

/* seller_id 0: all; ascending by id above after_id. */
void store_offer_each(struct store *store, int64_t seller_id, int64_t after_id,
    int limit, bool (*fn)(void *arg, const struct offer *offer), void *arg);

#endif
