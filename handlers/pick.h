/* pick - which of a person's orders is meant?
 *
 * By its code among their own; without a code the only one there is; else the
 * list goes back with a question that remembers the verb. */
#ifndef HANDLERS_PICK_H
#define HANDLERS_PICK_H

#include "gateway/store/store_order.h"
#include "gateway/store/store_question.h"

#include "handlers/book.h"
#include "handlers/desk.h"

enum pick_verdict {
	PICK_ONE,
	PICK_WHICH, /* several, and no code */
	PICK_WRONG_CODE, /* a code that is not among theirs */
	PICK_NONE, /* nothing of that kind is open */
};

/* Pure.  *at_out: index in book->orders. */
enum pick_verdict pick_judge(
    const struct book *book, const char *code, unsigned parts, size_t *at_out);

/* True and *order filled, or false and the sender was answered.  `none` is
 * the phrase when nothing is open. */
bool pick_order(struct desk *desk, const struct book *book, unsigned parts,
    enum phrase none, struct order *order);

/* Sends the list of `parts` with that phrase and opens the question. */
void pick_ask(struct desk *desk, const struct book *book, unsigned parts,
    enum phrase phrase, int ask_kind);

/* The same about one order, with the phrase's own words: yes or no. */
void pick_ask_one(
    struct desk *desk, const struct order *order, enum phrase phrase);

/* An answer that is a number of the list: puts verb, code and figures of the
 * question back into desk->intent; the caller dispatches again.  `rest` holds
 * the remembered words. */
bool pick_resume(struct desk *desk, const struct question *q, int64_t number,
    char rest[160]);

/* "Both", "1 and 2", of the list: cancelling them is asked once more, of all
 * else we need one number.  False: no such answer. */
bool pick_several(
    struct desk *desk, const struct question *q, const int64_t *ids, size_t n);

/* The only one of these orders with a line of that product still open: its
 * number from 1; 0 none or several. */
int64_t pick_by_product(
    struct desk *desk, const int64_t *ids, size_t count, int product);

/* No order of that code is theirs: says so, and what is open. */
void pick_wrong_code(struct desk *desk, const struct book *book);

#endif
