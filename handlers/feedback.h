/* feedback - what people tell us about the market, and what became of it.
 *
 * A complaint, and what stands behind the word FEEDBACK, gets a number, F12,
 * and goes to the officer of their area with it (praise goes there without, for
 * nobody has to answer it).  The number is the way back: `F12 we repaired it`
 * by the officer goes to the person, `F12 still broken` by the person to the
 * officer, `CLOSE F12` ends it for both.  More words within a day go under the
 * same number.  An officer who does not answer is reminded every three days, a
 * few times.
 *
 * Behind the letter of the number stand figures only, so it is never the code
 * of an order (letter, figure, letter).  From anybody who has no part in F12 it
 * is a text like any other. */
#ifndef HANDLERS_FEEDBACK_H
#define HANDLERS_FEEDBACK_H

#include "handlers/book.h"
#include "handlers/desk.h"

#define FEEDBACK_REMIND_MS (INT64_C(3) * 24 * 3600 * 1000)
#define FEEDBACK_REMINDERS 4

/* The whole text is it. */
void feedback_text(struct desk *desk, const struct book *book);
/* FEEDBACK and words. */
bool feedback_word(
    struct desk *desk, const struct book *book, struct str words);
/* F12 and words; false: it is not that, nothing is done. */
bool feedback_reply(struct desk *desk);
/* CLOSE F12. */
bool feedback_close(
    struct desk *desk, const struct book *book, struct str number);

/* TIMER_FEEDBACK. */
void feedback_due(struct desk *desk, int64_t feedback_id);

#endif
