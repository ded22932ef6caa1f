/* adminsms - what an admin asks and does by text: FIND, STATS, LINKS, PAUSE,
 * RESUME.
 *
 *   FIND K7F           an order: goods, how far, whose
 *   FIND 0712345678    a person: name, place, their open orders
 *   FIND juma          the same by name (store_name.h); several: who, by the
 *                      alphabet, and how many more
 *   STATS              open lines by state, texts today, waiting, alarms
 *   LINKS              each link's state and signal
 *   PAUSE a, RESUME a  a link sends nothing more; sends again
 *
 * For people with the role admin only; from anybody else these are words like
 * others ("find me tomatoes" is an order).  An admin's number can be forged, so
 * nothing is done at once: four digits go to the phone (proof.h), and come back
 * alone or behind the command ("STATS 4821").  A bare FIND, PAUSE or RESUME
 * does nothing and is answered at once with how it is said.  Answers are one
 * SMS, with numbers masked: a phone is easily lost.  What was done, and for
 * whom, is a row of the audit.  The only link that sends is not paused: not
 * even a word to resume it could leave. A link is paused by a row
 * (store_pause.h); the daemon follows it after the commit. */
#ifndef HANDLERS_ADMINSMS_H
#define HANDLERS_ADMINSMS_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* Is the desk's text such a command, from somebody who may? */
bool adminsms_is(const struct desk *desk);

/* Without the marks and blanks at its end. */
struct str adminsms_rest(struct str rest);

/* The command's word and nothing behind it: how is it said? */
bool adminsms_is_alone(const struct desk *desk, struct str rest);

/* The rows of command.c; false: it is something else after all. */
bool adminsms_find(struct desk *desk, const struct book *book, struct str rest);
bool adminsms_stats(
    struct desk *desk, const struct book *book, struct str rest);
bool adminsms_links(
    struct desk *desk, const struct book *book, struct str rest);
bool adminsms_pause(
    struct desk *desk, const struct book *book, struct str rest);
bool adminsms_resume(
    struct desk *desk, const struct book *book, struct str rest);

#endif
