/* book - what is open with one person: the facts that answers are judged by.
 *
 * Orders in which they are the buyer, in which they are asked as a seller,
 * which they agreed to deliver, or of which they were asked lately.  Codes are
 * looked up here only, so a mistyped code never touches somebody else's order.
 * At most BOOK_ORDERS orders; oldest first. */
#ifndef HANDLERS_BOOK_H
#define HANDLERS_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/store/store_order.h"

struct desk;

#define BOOK_ORDERS 24

enum book_part {
	BOOK_BUYER = 1, /* their own order */
	BOOK_BUYER_ASKED = 2, /* a question about it is open with them */
	BOOK_ASKED = 4, /* a proposal is open with them */
	BOOK_SELLER = 8, /* agreed: to hand over, to be paid, disputed */
	BOOK_PAST = 16, /* a proposal that is over: for late answers */
};

struct book_order {
	int64_t order_id;
	char code[8];
	unsigned parts; /* enum book_part bits */
	int64_t asked_ms; /* newest open proposal's */
};

struct book {
	struct book_order orders[BOOK_ORDERS];
	size_t count;
	int64_t asked_ms; /* newest question to the seller */
	/* Index of the order they were asked about last, if they did not
	 * answer in time or it was taken back; -1. */
	int late_at;
};

void book_load(struct book *book, struct desk *desk, int64_t person_id);

/* An order of that code in which the person has a part, when they have so many
 * that it does not stand in the book: it takes the last place. */
void book_add_code(
    struct book *book, struct desk *desk, int64_t person_id, const char *code);

/* Index of the order of that code that has one of `parts`, or -1. */
int book_find(const struct book *book, const char *code, unsigned parts);
/* How many orders have one of `parts`; *first_out the first of them. */
size_t book_count(const struct book *book, unsigned parts, size_t *first_out);

/* Open codes for the reader of texts; returns how many. */
size_t book_codes(const struct book *book, const char *codes[BOOK_ORDERS]);

/* "1 #K7F 5 kg tomato, 2 #M2P 2 bags maize": those with one of `parts`; ids
 * (may be NULL) gets the orders by number - 1.  Returns how many. */
size_t book_list(char *dst, size_t dst_octets, const struct book *book,
    struct desk *desk, const char *lang, unsigned parts,
    int64_t ids[BOOK_ORDERS]);

#endif
