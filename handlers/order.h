/* order - what a buyer's text becomes: lines that look for a seller.
 *
 * Also: the person's own repeat (the same words within five minutes are one
 * order), limits (one open order until the first GOT), and the questions put
 * back when something is missing.  order_judge() is pure. */
#ifndef HANDLERS_ORDER_H
#define HANDLERS_ORDER_H

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/draft.h"

#define ORDER_REPEAT_MS (INT64_C(5) * 60 * 1000)

enum order_verdict {
	ORDER_FINE,
	ORDER_REPEATED, /* the same words a moment ago */
	ORDER_FIRST_OPEN, /* unknown buyer, and the first is not there yet */
	ORDER_TOO_MANY,
	ORDER_TOO_DEAR,
};

struct order_facts {
	bool repeated, again; /* same text lately; "again" was said */
	bool known; /* registered, or something of theirs arrived */
	size_t open; /* orders looking or agreed */
	int limit; /* 0: none */
	int64_t worth, worth_limit; /* with the new one; 0: none */
};
enum order_verdict order_judge(const struct order_facts *facts);

/* INTENT_ORDER; `again`: the text said so, or it answers a question. */
void order_text(struct desk *desk, const struct book *book, bool again);
/* A draft with nothing missing is placed, else the question goes out. */
void order_draft(struct desk *desk, const struct book *book,
    struct draft *draft, bool again);

/* "again 5 kg tomato": cuts the word off; true when it was there. */
bool order_cut_again(const struct desk *desk, struct str *text);
/* AGAIN alone: the last order once more. */
void order_again(struct desk *desk, const struct book *book);

/* INTENT_CHANGE, before anything is agreed. */
void order_change(struct desk *desk, const struct book *book);

/* What a draft holds, in the words of a letter. */
struct letter;
void order_draft_items(char *dst, size_t dst_octets,
    const struct letter *letter, const struct draft *draft);

/* After an outage: orders whose day has passed. */
void order_outage(struct desk *desk);
void order_wanted(struct desk *desk, int64_t order_id, bool yes);

#endif
