/* officer - who looks after people in an area, and what they settle. */
#ifndef HANDLERS_OFFICER_H
#define HANDLERS_OFFICER_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* The officer of that area, or the market's admin phone; 0: nobody. */
int64_t officer_for(struct desk *desk, int64_t area_id);

/* Who is above that officer: the officer of the area above theirs, else an
 * admin with a phone, else the market's admin phone; 0: nobody else. */
int64_t officer_above(struct desk *desk, int64_t officer);

/* DONE or CANCEL with a disputed order's code, by an officer who is no party
 * to it: settles it.  False when it is not that. */
bool officer_settles(struct desk *desk, const struct book *book, bool done);

/* A row of the audit for what the sender of the desk's text did for others:
 * "text.settle", "order 7: done".  Ids only, no number, no name. */
void officer_audit(struct desk *desk, const char *action, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

/* Hands a person's own words to the officer; false when there is none. */
bool officer_pass_on(struct desk *desk, struct person *officer_out);

#endif
