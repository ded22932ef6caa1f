/* intent_date - the dates in a text.
 *
 * "31/5", "31/5/2027", "31-05-2027", "2027-05-31", "5 june", "5th of June",
 * "june 5", 6月5号.  Their figures are marked as no quantities; the day and the
 * month are told.  A month's name that stands by no day is an ordinary word
 * again: "may", "mai", "juni".
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_DATE_H
#define HANDLERS_INTENT_DATE_H

#include "handlers/intent_figure.h"

/* Sets date_day and date_month of *f, and unsure for "5/5/5/5". */
void intent_date_mark(struct intent_figures *f, struct intent_text *t);

#endif
