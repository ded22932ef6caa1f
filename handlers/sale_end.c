#include "handlers/sale_end.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/letter.h"
#include "handlers/sale.h"

#define SMALL_WORD 5 /* octets of "the", "this" */

/* Which sale is to end. */
struct ending {
	struct desk *desk;
	const char *product; /* NULL: any */
	bool unread; /* words that are neither code nor goods */
	bool wrong; /* a code that is not theirs */
	struct sale sale; /* the one, or the first; id 0 none */
	size_t count; /* open ones of the sender, when no code was said */
	char list[200];
	struct buf out;
};

static bool
ending_add(void *arg, const struct sale *sale)
{
	struct ending *e = arg;
	struct amount_style style = desk_style(e->desk, e->desk->lang);

	if (e->product != NULL && strcmp(e->product, sale->product) != 0)
		return true;
	if (e->count++ == 0)
		e->sale = *sale;
	buf_add_format(&e->out, "%s#%s %s", e->out.octets ? ", " : "",
	    sale->code, amount_product(&style, sale->product));
	return true;
}

static bool
has_figure(struct str word)
{
	for (size_t i = 0; i < word.octets; i++)
		if (word.at[i] >= '0' && word.at[i] <= '9')
			return true;
	return false;
}

static void
read_word(struct ending *e, struct str word)
{
	const struct catalogue *goods = e->desk->trade->catalogue;
	char code[SALE_CODE_OCTETS];
	int product = catalogue_lookup(goods, word);

	str_copy(code, sizeof(code), word);
	if (word.octets < sizeof(code) &&
	    store_sale_by_code(e->desk->store, code, &e->sale)) {
		e->wrong = !sale_may_end(e->desk, &e->sale);
	} else if (product >= 0) {
		e->product = catalogue_key(goods, product);
	} else if (has_figure(word)) {
		e->wrong = true;
	} else {
		e->unread = true;
	}
	if (e->wrong)
		e->sale.id = 0;
}

static void
read_words(struct ending *e, struct str rest)
{
	struct str word;

	while (str_cut(&word, &rest, ' ')) {
		while (word.octets > 0 && word.at[0] == '#')
			word = str_of(word.at + 1, word.octets - 1);
		while (word.octets > 0 &&
		       strchr(".,!?", word.at[word.octets - 1]) != NULL)
			word.octets--;
		if (word.octets > 0)
			read_word(e, word);
	}
}

bool
sale_end_said(struct desk *desk, struct str rest)
{
	struct ending e = {.desk = desk};

	e.out = buf_over(e.list, sizeof(e.list));
	read_words(&e, rest);
	if (e.sale.id == 0 && !e.wrong)
		store_sale_of_opener(
		    desk->store, desk->from.id, ending_add, &e);
	if (e.unread && e.sale.id == 0)
		return false;
	desk_as(desk, "seller");
	if (e.count > 1 || (e.count == 1 && e.unread))
		letter_answer(desk, PHRASE_SALE_WHICH,
		    &(struct words){.code = e.sale.code, .list = e.list}, 0);
	else if (e.sale.id == 0 || !sale_end(desk, &e.sale))
		letter_answer(desk, PHRASE_SALE_NONE, &(struct words){0}, 0);
	return true;
}

/* "End the sale": one small word may stand between. */
static bool
cut_sale(const struct desk *desk, struct str *rest)
{
	struct str word, after = *rest;

	if (phrase_cut_word(desk->trade->phrases, PHRASE_WORD_SALE, rest))
		return true;
	if (!str_cut(&word, &after, ' ') || word.octets > SMALL_WORD ||
	    !phrase_cut_word(desk->trade->phrases, PHRASE_WORD_SALE, &after))
		return false;
	*rest = after;
	return true;
}

bool
sale_end_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct ending e = {.desk = desk};

	(void)book;
	if (!cut_sale(desk, &rest))
		return false;
	/* Without a sale it is a sentence like any other. */
	e.out = buf_over(e.list, sizeof(e.list));
	store_sale_of_opener(desk->store, desk->from.id, ending_add, &e);
	return e.count > 0 && sale_end_said(desk, str_trim(rest));
}
