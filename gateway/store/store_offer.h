/* store_offer - what sellers have: produce, stock, price; and holds on it.
 *
 * `stock_milli` is what the seller has, `held_milli` what open proposals and
 * confirmed lines not yet handed over may take; left = stock - held, never
 * below zero (a CHECK in the schema: whatever arrives together). */
#ifndef GATEWAY_STORE_STORE_OFFER_H
#define GATEWAY_STORE_STORE_OFFER_H

#include "gateway/core/party.h"
#include "gateway/store/store.h"

/* Why a listing cannot be chosen until something changes: then it does not
 * stand in the index of the turn, and nobody has to look past it.  (SOLD OUT
 * and nothing left keep it out of there as well.) */
enum offer_out {
	OFFER_OUT_SELLER = 1, /* stopped, or no longer a seller */
	OFFER_OUT_DATE = 2, /* not yet, or no longer, its time */
};
/* The first of them, of person p: no role at all is an offer imported for a
 * new phone; 6: seller or leader. */
#define OFFER_OUT_SELLER_SQL                                                   \
	"(p.stopped_ms <> 0 OR (p.roles <> 0 AND (p.roles & 6) = 0))"

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
	/* Kept by the store (store_turn.h): nobody else writes these. */
	int64_t turn_key, area_no;
	unsigned out; /* enum offer_out bits; 0: in the turn */
	int64_t created_ms, changed_ms;
	int64_t sale_id; /* given to that sale (store_sale); 0: none */
};

bool store_offer_get(struct store *store, int64_t id, struct offer *out);
/* A seller's offer of that product; unit "" = any (the newest); never one
 * that was given to a sale. */
bool store_offer_find(struct store *store, int64_t seller_id,
    const char *product, const char *unit, struct offer *out);
/* Inserts (id 0, which is filled in) or updates all but held_milli.  Stock
 * below what is held is raised to it.  Dates ahead become TIMER_OFFER_DATE. */
void store_offer_put(struct store *store, struct offer *offer, int64_t now_ms);
/* That timer: in or out of the turn, by the date. */
void store_offer_dated(struct store *store, int64_t id, int64_t now_ms);
/* The seller's row has changed: in or out of the turn, and where.
 * store_person_put() calls it. */
void store_offer_seller(struct store *store, int64_t seller_id);

/* Reserve / give back / take away for good (handed over or promised).  hold
 * returns false (nothing changed, no failure) when less than that is left. */
bool store_offer_hold(struct store *store, int64_t id, int64_t milli);
void store_offer_release(struct store *store, int64_t id, int64_t milli);
void store_offer_take(struct store *store, int64_t id, int64_t milli);

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
