/* terms - what a seller says besides yes and no: of which goods, how much, at
 * what price.
 *
 * "Only 3 at 50" is read as two figures and a doubt; here they are put
 * together, for the one who asked knows what the figures can mean.  What was
 * said travels with every question about it, so that the answer to "which
 * one?" or "how much?" need not repeat it.
 * Carrier: desk->intent (kind, items[0], percent, price_milli, price_per); its
 * `ask` says that we put it together: it is repeated before it counts. */
#ifndef HANDLERS_TERMS_H
#define HANDLERS_TERMS_H

#include "gateway/store/store_order.h"
#include "gateway/store/store_question.h"

#include "handlers/desk.h"

/* Looks at the sender's text once more for what the intent left out.  Only
 * for somebody with a proposal open. */
void terms_hear(struct desk *desk);

/* The pieces of the text, read as a seller's answer. */
struct intent_trace;
void terms_explain(struct intent_trace *trace, const struct desk *desk);
/* What its first word may be (ROLE_BIT of lexicon_role.h); 0 no such word. */
uint64_t terms_first_roles(const struct desk *desk);

/* Begins, anywhere in the text, a word of that list (phrase_cut_word)? */
bool terms_says(const struct desk *desk, enum phrase list);

/* A word for money: the figure is no quantity. */
bool terms_says_money(const struct desk *desk);

/* What was said, in the measure of the proposal's line. */
#define TERMS_NO_PRICE INT64_C(-1) /* not said */
#define TERMS_ODD_PRICE INT64_C(-2) /* per a measure that tells us nothing */
struct terms_part {
	struct line line; /* as it was asked */
	int64_t qty_milli; /* 0: not said, or not to be compared */
	int64_t price_minor; /* per unit of the line */
	/* The measure is ours ("4 eggs" of what is sold by the tray), or what
	 * the price is for: to be repeated first. */
	bool doubt;
};
/* False when there is no such line any more. */
bool terms_part(
    struct terms_part *part, const struct desk *desk, const struct proposal *p);

/* The price for all that was asked, when a price was said. */
int64_t terms_whole_price(
    const struct desk *desk, const struct proposal *p, const struct line *line);

void terms_put_unit(struct intent_item *it, const char *unit);
/* per: "" for all of it or by the measure asked. */
void terms_put_price(struct intent *intent, int64_t milli, const char *per);

/* Puts terms into the intent as if they had been said in full. */
void terms_put(struct desk *desk, const struct line *line, int64_t qty_milli,
    int64_t price_minor);

/* A price that is to be repeated: for all that was asked; but a bare figure far
 * below the price asked is how much of it.  False: neither makes sense. */
bool terms_figure(
    struct terms_part *part, const struct desk *desk, const struct proposal *p);

/* With a question about these orders. */
struct terms_note {
	int times; /* the same question was sent so often before */
	bool in_turn; /* after the answer comes the next order */
};
void terms_write(char dst[QUESTION_PAYLOAD_OCTETS], const struct desk *desk,
    const int64_t *ids, size_t count, struct terms_note note);
struct terms_note terms_read_note(const struct question *q);

/* From the question into the intent, in place of what the text says. */
void terms_resume(struct desk *desk, const struct question *q);

/* The answer to "how much?": false when it tells nothing of that.  What was
 * said before and is not said anew stays. */
bool terms_take_quantity(struct desk *desk, const struct question *q);

/* "5 kg", to a question about one proposal: of what, we know. */
void terms_take_figure(struct desk *desk, const struct question *q);

/* "3 kg tomato = KES 150.  1 YES 2 NO": a yes is to these terms; a no means
 * others, not that they have none.  Nothing for a question without terms. */
void terms_answer(struct desk *desk, const struct question *q);

#endif
