/* intent_figure - which figures are no quantities.
 *
 * Marks tokens: list numbers, times, phones and house numbers, prices
 * with what they are per, the weight of a pack, what the writer took back
 * ("not 6", "no make it 4"); joins ranges and Chinese compounds.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_FIGURE_H
#define HANDLERS_INTENT_FIGURE_H

#include "handlers/intent_token.h"

struct intent_price_found {
	enum intent_price kind;
	int64_t milli;
	int unit; /* -1: not said */
	bool each; /* per whatever the goods are counted in */
	size_t token;
	/* Said to be money: a currency, "per kg"; not just "at 5". */
	bool strong;
};

struct intent_figures {
	struct intent_price_found prices[INTENT_ITEMS];
	size_t prices_count;
	bool percent; /* "50%": nobody knows of what */
	bool zero; /* a quantity of nothing */
	bool corrected; /* an earlier figure was taken back */
	/* Something was, but what?  Or a price with two ends. */
	bool unsure;
	int date_day; /* "31/5"; 0 none */
	int date_month;
};

void intent_figure_read(struct intent_figures *out, struct intent_text *t);

#endif
