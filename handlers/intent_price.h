/* intent_price - which figures are money, and for how much of what.
 *
 * "35/kg", "@60", "4 yuan a jin", "not above 30 per kg", "7500 each".
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_PRICE_H
#define HANDLERS_INTENT_PRICE_H

#include "handlers/intent_figure.h"

/* Is the number at i an amount of money?  Then it and its surroundings are
 * marked, and the price is added to f. */
void intent_price_mark(
    struct intent_figures *f, struct intent_text *t, size_t i);

#endif
