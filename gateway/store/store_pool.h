/* store_pool - leaders, their households, what was taken from each, and each
 * one's part of a line.
 *
 * A household is a person with a leader; it may have no phone.  Its number
 * counts from 1 among its leader's and is given by the schema, whoever writes
 * person.leader_id.  A receipt (`took`) stays as it was written; what is left
 * of the goods stands in `lot`, in the measure of the leader's listing.  The
 * open shares of a line always sum to its quantity: the leader's own part is a
 * row, too (household_id = leader_id).  store_check() asks that. */
#ifndef GATEWAY_STORE_STORE_POOL_H
#define GATEWAY_STORE_STORE_POOL_H

#include "gateway/store/store.h"

/* So many of one leader's are looked at; more are never asked. */
#define POOL_HOUSEHOLDS_MAX 512
#define POOL_SHARES_MAX 64 /* rows of one line */

struct household {
	int64_t person_id;
	int number;
	char name[64];
	int64_t weight_milli; /* as person's */
	int64_t phone_id; /* 0: none */
	int64_t given; /* of the goods asked for; -1 never any */
};

/* Ascending by number, from that number on.  product "" leaves `given` -1;
 * unit "" is milligrams (see the schema). */
void store_household_each(struct store *store, int64_t leader_id,
    int from_number, int limit, const char *product, const char *unit,
    bool (*fn)(void *arg, const struct household *household), void *arg);
bool store_household_number(
    struct store *store, int64_t leader_id, int number, struct household *out);
/* By person; false: no such person.  Without a leader the number is 0. */
bool store_household_get(
    struct store *store, int64_t person_id, struct household *out);
int store_household_count(struct store *store, int64_t leader_id);
/* The highest number; 0: none. */
int store_household_newest(struct store *store, int64_t leader_id);
/* A household without a phone; its id. */
int64_t store_household_add(struct store *store, int64_t leader_id,
    const char *name, int64_t area_id, int64_t now_ms);
/* Adds to what it gave.  base: what counts as given before, for a first row. */
void store_household_gave(struct store *store, int64_t leader_id,
    const char *product, const char *unit, int64_t household_id, int64_t more,
    int64_t base);

/* Leaders with households behind them, ascending by id above after_id. */
void store_pool_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, int64_t leader_id, int households), void *arg);

enum lot_terms { LOT_COMMISSION = 1, LOT_BOUGHT };

struct lot {
	int64_t id, offer_id, leader_id, household_id;
	enum lot_terms terms;
	int64_t price_minor; /* per unit of the listing; -1 */
	int64_t rate; /* hundredths of a percent */
	int64_t left_milli;
};

bool store_lot_get(struct store *store, int64_t id, struct lot *out);
/* To a lot of the same household, listing and terms that has something left, or
 * to a new one: adds left_milli and fills in id. */
void store_lot_put(struct store *store, struct lot *lot);
/* False (nothing changed) when less than that is left. */
bool store_lot_change(struct store *store, int64_t id, int64_t more_milli);
/* With something left, oldest first. */
void store_lot_open(struct store *store, int64_t offer_id, int limit,
    bool (*fn)(void *arg, const struct lot *lot), void *arg);

struct took {
	int64_t id, leader_id, household_id, lot_id;
	char product[48], unit[16];
	int64_t qty_milli, lot_milli;
	char grade[16];
	enum lot_terms terms;
	int64_t price_minor, rate, due_minor;
	int64_t message_id, time_ms, undone_ms;
};

void store_took_add(struct store *store, struct took *took); /* fills id */
/* The newest that stands, since then; household 0: of any. */
bool store_took_last(struct store *store, int64_t leader_id,
    int64_t household_id, int64_t since_ms, struct took *out);
void store_took_undo(struct store *store, int64_t id, int64_t now_ms);
/* Newest first; undone ones too. */
void store_took_of_leader(struct store *store, int64_t leader_id, int limit,
    bool (*fn)(void *arg, const struct took *took), void *arg);
void store_took_of_household(struct store *store, int64_t household_id,
    int limit, bool (*fn)(void *arg, const struct took *took), void *arg);

enum share_state { SHARE_OPEN = 1, SHARE_DONE, SHARE_DROPPED };

struct share {
	int64_t line_id, household_id, lot_id, leader_id;
	int64_t qty_milli;
	char grade[16];
	enum share_state state;
	int64_t price_minor, lot_milli, offer_id, hold_milli, time_ms;
};

const char *share_state_name(enum share_state state);
/* Written over the row of the same line, household and lot. */
void store_share_put(struct store *store, const struct share *share);
/* In order of household. */
void store_share_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct share *share), void *arg);
/* Open ones of a household. */
void store_share_open_of(struct store *store, int64_t household_id, int limit,
    bool (*fn)(void *arg, const struct share *share), void *arg);

#endif
