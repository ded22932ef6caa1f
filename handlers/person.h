/* person - who writes, and whether they want to: STOP, START, LANG, HELP, and
 * texts in which there is no trade. */
#ifndef HANDLERS_PERSON_H
#define HANDLERS_PERSON_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* INTENT_ROLE_* for the reader of texts. */
unsigned person_roles(const struct person *person, const struct book *book);
/* After reading: in which language, and script, the sender is answered;
 * remembers it ("~hi-Latn").  A remembered one gives way to two words of
 * another (three of English) or to another script, a chosen one (LANG) to
 * nothing but the next LANG. */
void person_language(struct desk *desk);

/* STOP and START count for the phone, and so for everybody who uses it. */
void person_stop(struct desk *desk, const struct book *book);
void person_start(struct desk *desk, const struct book *book);
void person_lang(struct desk *desk, const struct book *book);
void person_help(struct desk *desk, const struct book *book);
/* NONE, GREETING: help the first time, then little; a registered person's
 * second unreadable text goes to the officer. */
void person_unread(struct desk *desk, const struct book *book);
/* "Thank you", "thanks so much", and no goods or figures: needs no answer. */
bool person_is_thanks(const struct desk *desk);
/* A missed call: the open question again, or the menu; twice a day. */
void person_call(struct desk *desk, const struct book *book);

/* More texts an hour than are answered: the officer of a registered person is
 * told, once a day. */
void person_over(struct desk *desk);
/* What is open with the sender goes to others: proposals to the next seller,
 * orders that look for one are cancelled. */
void person_let_go(struct desk *desk, const struct book *book, const char *why);

#endif
