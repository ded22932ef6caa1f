/* store_sale - sales with an end: one price, one stock of several sellers in
 * relay, who took of it, who waits.
 *
 * What a seller gives to a sale is an offer of its own (offer.sale_id), with
 * `closed` set, so that the turn never finds it; holds on it are the offer's.
 * Sums are kept in the rows: nothing here reads all orders of a sale.
 * part.id = sale.id * 64 + number (from 1). */
#ifndef GATEWAY_STORE_STORE_SALE_H
#define GATEWAY_STORE_STORE_SALE_H

#include "gateway/store/store.h"

#define SALE_PARTS_MAX 12 /* sellers in one sale */
#define SALE_CODE_OCTETS 8

enum sale_state {
	SALE_ASKED = 1, /* the seller must say yes first */
	SALE_PLANNED, /* its time has not come */
	SALE_RUNNING,
	SALE_ENDED,
	SALE_DROPPED, /* the seller did not say yes */
};

const char *sale_state_name(enum sale_state state);

struct sale {
	int64_t id;
	char code[SALE_CODE_OCTETS]; /* KM4: two letters and figures, a shape
					that no order's code has */
	int64_t opener_id, message_id;
	char product[48], unit[16];
	int64_t price_minor; /* per unit */
	int64_t cap_milli; /* for each buyer; 0 none */
	int64_t from_ms, until_ms;
	enum sale_state state;
	int64_t orders, sold_milli, sum_minor; /* less what was cancelled */
	int64_t waiting; /* buyers on the list */
	int64_t created_ms, changed_ms, ended_ms;
};

/* Fills id and code (free among open sales). */
void store_sale_add(struct store *store, struct sale *sale,
    uint64_t (*random)(void *arg), void *random_arg);
bool store_sale_get(struct store *store, int64_t id, struct sale *out);
/* The sale of that code (any case) that is not over; else the last that was. */
bool store_sale_by_code(
    struct store *store, const char *code, struct sale *out);
/* State and times; not code, sums and waiting. */
void store_sale_put(struct store *store, const struct sale *sale);
bool store_sale_any_running(struct store *store);
/* The cheapest that runs for that product. */
bool store_sale_of_product(
    struct store *store, const char *product, struct sale *out);
/* Planned or running ones of who opened them, oldest first. */
void store_sale_of_opener(struct store *store, int64_t opener_id,
    bool (*fn)(void *arg, const struct sale *sale), void *arg);
/* All planned and running ones. */
void store_sale_open_each(struct store *store,
    bool (*fn)(void *arg, const struct sale *sale), void *arg);
void store_sale_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct sale *sale), void *arg);

/* -- sellers --------------------------------------------------------------- */

struct sale_part {
	int64_t id, sale_id, seller_id, offer_id;
	int64_t free_milli, stock_milli; /* of its offer, now */
	int64_t orders, sold_milli, sum_minor, told;
};

/* Fills id; 0 when SALE_PARTS_MAX are in it. */
void store_sale_part_add(struct store *store, struct sale_part *part);
bool store_sale_part_get(
    struct store *store, int64_t id, struct sale_part *out);
void store_sale_part_told(struct store *store, int64_t id, int64_t orders);
/* In order of the relay; returns how many. */
size_t store_sale_parts(
    struct store *store, int64_t sale_id, struct sale_part out[SALE_PARTS_MAX]);

/* -- who took of it -------------------------------------------------------- */

struct sale_line {
	int64_t line_id, part_id, buyer_id, promoter_id; /* person; 0 none */
	int64_t qty_milli, sum_minor;
};

/* Also counts it for sale, part and promoter. */
void store_sale_line_add(struct store *store, const struct sale_line *line);
/* Takes it out of the counts.  False: that line is in no sale, or is gone
 * already; *out is what it was. */
bool store_sale_line_gone(
    struct store *store, int64_t line_id, struct sale_line *out);
bool store_sale_line_get(
    struct store *store, int64_t line_id, struct sale_line *out);
/* What the buyer has of that sale. */
int64_t store_sale_bought(
    struct store *store, int64_t sale_id, int64_t buyer_id);

/* -- who waits ------------------------------------------------------------- */

struct sale_wait {
	int64_t sale_id, number, buyer_id, phone_id, message_id, promoter_id;
	int64_t qty_milli; /* in `unit`, as the buyer said it */
	char unit[16];
	int64_t need_milli; /* in the sale's measure */
};

/* A buyer stands once on the list of a sale: another wish keeps the place.
 * Fills number. */
void store_sale_wait_put(struct store *store, struct sale_wait *wait);
bool store_sale_wait_find(struct store *store, int64_t sale_id,
    int64_t buyer_id, struct sale_wait *out);
/* The next list that the buyer is on, behind that sale. */
bool store_sale_wait_of(struct store *store, int64_t buyer_id,
    int64_t after_sale_id, struct sale_wait *out);
/* How many stand before and with that number; not counted above 999. */
int64_t store_sale_wait_place(
    struct store *store, const struct sale_wait *wait);
/* The first among the first 256 whose need is not above free_milli. */
bool store_sale_wait_first(struct store *store, int64_t sale_id,
    int64_t free_milli, struct sale_wait *out);
/* The next behind that number. */
bool store_sale_wait_next(struct store *store, int64_t sale_id,
    int64_t after_number, struct sale_wait *out);
void store_sale_wait_drop(struct store *store, const struct sale_wait *wait);

/* -- promoters ------------------------------------------------------------- */

struct promoter {
	char code[16];
	int64_t person_id;
	int64_t permille; /* commission on what their code sold */
};

void store_promoter_put(struct store *store, const struct promoter *promoter);
bool store_promoter_find(
    struct store *store, const char *code, struct promoter *out);

struct sale_promoter {
	struct promoter promoter;
	int64_t orders, sum_minor;
};
void store_sale_promoter_each(struct store *store, int64_t sale_id,
    bool (*fn)(void *arg, const struct sale_promoter *row), void *arg);

#endif
