/* draft - an order or a listing that lacks something, kept until the answer.
 *
 * Made from an intent; says what to ask next; is filled by the answer.  Pure:
 * no store, no clock.  As JSON it is the payload of a question. */
#ifndef HANDLERS_DRAFT_H
#define HANDLERS_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "handlers/catalogue.h"
#include "handlers/intent.h"

#define DRAFT_ITEMS INTENT_ITEMS
#define DRAFT_JSON_OCTETS 4096 /* the longest that draft_read takes */
#define DRAFT_TEXT_OCTETS 640 /* all its goods in words */
#define DRAFT_CHOICES 3

struct draft_item {
	char product[48]; /* catalogue key; "" not known */
	char unit[INTENT_UNIT_OCTETS]; /* "" not said */
	int64_t qty_milli; /* 0 not known */
	int64_t qty_high_milli; /* the other reading, 0 none */
	int64_t price_milli; /* highest (order) or asked (offer); 0 none */
	char price_per[INTENT_UNIT_OCTETS];
	bool unit_doubt; /* the measure must be asked */
	int64_t own_grams; /* an offer's own pack; 0 not said */
};

enum draft_lack {
	DRAFT_WHOLE,
	DRAFT_PRODUCT,
	DRAFT_QUANTITY,
	DRAFT_UNIT,
	DRAFT_NUMBER,
	DRAFT_CONFIRM,
	DRAFT_VERB, /* to buy or to sell? */
};

struct draft {
	int verb; /* INTENT_ORDER, INTENT_OFFER, INTENT_STOCK; 0 not said */
	struct draft_item items[DRAFT_ITEMS];
	size_t count;
	bool confirm; /* read, but unsure */
	bool sure; /* repeated to them, and they said yes */
	int change; /* verb INTENT_CHANGE: enum intent_change */
	int percent; /* of a change: "half" of what there is is 50; 0 none */
	int64_t price_milli; /* for all of it ("1000 total"), or per unit */
	char price_per[INTENT_UNIT_OCTETS];
	char day[12], place[64], on_behalf[64], seller[64];
	/* To be taken from that sale; who brought the buyer to it.  0: none. */
	int64_t sale_id, promoter_id;

	/* The question that is open about it. */
	enum draft_lack asked;
	size_t at; /* which item */
	char choices[DRAFT_CHOICES][48]; /* products or measures */
	size_t choices_count;
};

void draft_from(struct draft *out, const struct catalogue *catalogue,
    const struct intent *intent, int verb);

/* "the second": names a choice, never a quantity. */
bool draft_names_choice(const struct intent *intent);

/* What must be asked before it can be acted on, and of which item. */
enum draft_lack draft_lack(const struct draft *draft, size_t *at_out);

/* The answer.  1 filled, 0 the text is no answer to it, -1 it says no. */
int draft_fill(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent);

/* False when it does not fit. */
bool draft_write(char *dst, size_t dst_octets, const struct draft *draft);
bool draft_read(struct draft *out, const char *json);

#endif
