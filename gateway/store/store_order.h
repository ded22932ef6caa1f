/* store_order - orders, their lines, proposals and history.
 *
 * line.id = order.id * 64 + number, proposal.id = line.id * 64 + number: what
 * belongs together lies together, and no index is needed to find it.
 * States move only along the tables in handlers/ (this file stores them). */
#ifndef GATEWAY_STORE_STORE_ORDER_H
#define GATEWAY_STORE_STORE_ORDER_H

#include "gateway/core/party.h"
#include "gateway/store/store.h"

enum line_state {
	LINE_ASKED = 1, /* a question is open with the buyer */
	LINE_WAITING, /* nobody free yet */
	LINE_OFFERED, /* a proposal is open */
	LINE_CONFIRMED,
	LINE_FULFILLED,
	LINE_UNFILLED,
	LINE_CANCELLED,
	LINE_DISPUTED,
	LINE_FAILED, /* no-show */
};

enum proposal_state {
	PROPOSAL_OPEN = 1,
	PROPOSAL_ACCEPTED,
	PROPOSAL_DECLINED,
	PROPOSAL_EXPIRED,
	PROPOSAL_WITHDRAWN,
};

enum payment_state { PAYMENT_DUE, PAYMENT_PART, PAYMENT_PAID, PAYMENT_CREDIT };

const char *line_state_name(enum line_state state);
const char *proposal_state_name(enum proposal_state state);
const char *payment_state_name(enum payment_state state);
/* 0 when the word is none of them. */
enum line_state line_state_from(const char *word);

struct order {
	int64_t id;
	char code[8];
	int64_t buyer_id, phone_id; /* person; the phone it was ordered from */
	int64_t message_id; /* the text that made it */
	int64_t created_ms, changed_ms;
	char place[64], day[24]; /* as said; "" if not */
	char on_behalf[64]; /* FOR name */
	int64_t closed_ms; /* no line can change by itself any more; 0: open */
};

struct line {
	int64_t id, order_id;
	int number; /* from 1 */
	char product[48], unit[16];
	int64_t qty_milli;
	int64_t unit_grams; /* of the ordered unit; 0 unknown */
	int64_t price_max_minor; /* per unit; -1 none */
	int64_t price_minor; /* frozen, per unit of the order; -1 none */
	enum line_state state;
	int64_t seller_id, offer_id, proposal_id; /* present ones; 0 none */
	int64_t hold_milli; /* held on offer_id, in the offer's unit */
	int64_t accepted_milli; /* handed over; -1 not said */
	enum payment_state payment;
	int64_t paid_minor;
	int64_t done_ms, got_ms, settled_ms; /* 0: not */
	int64_t created_ms, changed_ms, event_id;
	int asked_count; /* proposals so far */
};

struct proposal {
	int64_t id, line_id, seller_id, phone_id, offer_id;
	enum proposal_state state;
	int64_t qty_milli; /* asked for; after ONLY: what was given */
	int64_t price_minor;
	int64_t hold_milli;
	int64_t message_id; /* its text */
	int64_t asked_ms, sent_ms, due_ms, answered_ms;
	int reminded;
	int64_t
	    charge; /* what it weighs in the seller's turn: handlers/fair.h */
	char reason[96]; /* why this seller, in words */
	int64_t prev_id; /* the seller's before this; kept by the store */
};

struct line_event {
	int64_t id, line_id, time_ms, prev_id;
	int from, to; /* enum line_state; 0: none */
	char by[32]; /* "buyer" "seller" "admin:amina" "clock" "furrow" */
	int64_t person_id, message_id;
	char text[160];
};

/* Fills id and code (shortest that is free among open ones; `random` picks). */
void store_order_add(struct store *store, struct order *order,
    uint64_t (*random)(void *arg), void *random_arg);
bool store_order_get(struct store *store, int64_t id, struct order *out);
/* So many are open; not of a reader. */
int64_t store_order_open_count(const struct store *store);
/* Newest order of that code (any case). */
bool store_order_by_code(
    struct store *store, const char *code, struct order *out);
/* All but code, buyer and birth.  closed_ms frees the code for others. */
void store_order_put(struct store *store, const struct order *order);
/* Open orders of a buyer, oldest first. */
void store_order_open_of(struct store *store, int64_t buyer_id,
    bool (*fn)(void *arg, const struct order *order), void *arg);

/* Fills id, number; state as given.  An order holds 63 lines: the next one is
 * not stored, its id stays 0, and nothing fails. */
void store_line_add(struct store *store, struct line *line);
/* With the first event of its history, at the price of one UPDATE less. */
void store_line_add_event(
    struct store *store, struct line *line, const struct line_event *event);
bool store_line_get(struct store *store, int64_t id, struct line *out);
/* All but event_id, which store_event_add() keeps. */
void store_line_put(struct store *store, const struct line *line);
void store_line_of_order(struct store *store, int64_t order_id,
    bool (*fn)(void *arg, const struct line *line), void *arg);
/* The oldest orders with such lines of a seller, each once; returns how many,
 * at most `limit`, and reads no more than those orders' rows. */
int store_line_orders_of_seller(
    struct store *store, int64_t seller_id, int limit, int64_t *order_ids_out);
/* Has that order such a line of that seller? */
bool store_line_seller_has(
    struct store *store, int64_t seller_id, int64_t order_id);

/* Fills id.  A line has 63 proposals in its life: the next one is not stored,
 * its id stays 0, and nothing fails (look at asked_count before).  A second
 * open one for the same line fails the transaction: one seller is asked at a
 * time. */
void store_proposal_add(struct store *store, struct proposal *proposal);
bool store_proposal_get(struct store *store, int64_t id, struct proposal *out);
void store_proposal_put(struct store *store, const struct proposal *proposal);
void store_proposal_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct proposal *proposal), void *arg);
/* Open proposals of a seller, oldest first. */
void store_proposal_open_of(struct store *store, int64_t seller_id,
    bool (*fn)(void *arg, const struct proposal *proposal), void *arg);
/* The seller's last few proposals, any state, newest first (late answers). */
void store_proposal_recent_of(struct store *store, int64_t seller_id, int limit,
    bool (*fn)(void *arg, const struct proposal *proposal), void *arg);

/* Appends to the line's history (and to line.event_id in the store; *line is
 * updated too). */
void store_event_add(
    struct store *store, struct line *line, const struct line_event *event);
/* Both at once, at the price of one: the line changed, and why. */
void store_line_put_event(
    struct store *store, struct line *line, const struct line_event *event);
bool store_event_get(struct store *store, int64_t id, struct line_event *out);
/* Oldest first. */
void store_event_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct line_event *event), void *arg);

/* Lines for `order list`, ascending by line id above after_id, or, if before_id
 * is given, the newest below it first; the filter's zero values mean "any".
 * Lines are read until `limit` fit: for a person or a state that many orders
 * have not, a long walk (search_orders() knows a person's; of the states that
 * store_line_is_odd() names there is an index). */
struct line_filter {
	int64_t after_id, before_id;
	int64_t since_ms, until_ms;
	int64_t person_id; /* buyer or seller */
	enum line_state state;
	int limit;
};
bool store_line_is_odd(enum line_state state); /* unfilled, cancelled,
						  disputed, failed */
struct line_row {
	struct order order;
	struct line line;
	char buyer[PARTY_OCTETS], seller[PARTY_OCTETS];
};
void store_line_list(struct store *store, const struct line_filter *filter,
    bool (*fn)(void *arg, const struct line_row *row), void *arg);
int64_t store_line_count(struct store *store, enum line_state state);

#endif
