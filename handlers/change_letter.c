#include "handlers/change_letter.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/ask.h"
#include "handlers/letter.h"

void
change_question(struct desk *desk, const struct order *order,
    const struct draft *draft, enum phrase phrase, const struct words *more)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter letter;
	struct words words = *more;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	if (!draft_write(payload, sizeof(payload), draft)) {
		letter_answer(desk, PHRASE_ASK_WHICH, &(struct words){0}, 0);
		return;
	}
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_CHANGE, order->id, payload, 0);
	words.code = order->code;
	letter_to_sender(&letter, desk);
	letter_send(&letter, phrase, &words, &about);
}

static void
add_words(struct buf *out, const struct amount_style *style,
    const char *product, int64_t milli, const char *unit)
{
	char piece[AMOUNT_OCTETS];

	buf_add_format(out, "%s%s", out->octets ? ", " : "",
	    amount_goods(piece, style, product, milli, unit, 0));
}

static const struct change_goods *
changed(const struct change_asking *a, const struct line *line)
{
	for (size_t i = 0; i < a->draft->count; i++)
		if (a->goods[i].fate == CHANGE_FINE &&
		    strcmp(a->goods[i].line.product, line->product) == 0 &&
		    strcmp(a->goods[i].line.unit, line->unit) == 0)
			return &a->goods[i];
	return NULL;
}

static bool
has_new(const struct change_asking *a)
{
	for (size_t i = 0; i < a->draft->count; i++)
		if (a->goods[i].fate == CHANGE_NEW)
			return true;
	return false;
}

void
change_before_after(const struct change_asking *a, char now[DRAFT_TEXT_OCTETS],
    char then[DRAFT_TEXT_OCTETS])
{
	struct amount_style style = desk_style(a->desk, a->desk->lang);
	struct buf before = buf_over(now, DRAFT_TEXT_OCTETS),
		   after = buf_over(then, DRAFT_TEXT_OCTETS);
	struct line open[DESK_LINES_MAX];
	size_t n = change_merge(open, a->lines, a->count);

	for (size_t i = 0; i < n; i++) {
		const struct line *l = &open[i];
		const struct change_goods *g = changed(a, l);

		if (g == NULL && !has_new(a))
			continue;
		add_words(&before, &style, l->product, l->qty_milli, l->unit);
		if (g != NULL && g->after_milli == 0)
			continue; /* left out */
		add_words(&after, &style, l->product,
		    g != NULL ? g->after_milli : l->qty_milli,
		    g != NULL ? g->unit : l->unit);
	}
	for (size_t i = 0; i < a->draft->count; i++)
		if (a->goods[i].fate == CHANGE_NEW)
			add_words(&after, &style, a->goods[i].product,
			    a->goods[i].after_milli, a->goods[i].unit);
}

void
change_list_kinds(char list[300], const struct change_asking *a)
{
	struct amount_style style = desk_style(a->desk, a->desk->lang);
	struct buf out = buf_over(list, 300);
	struct line open[DESK_LINES_MAX];
	size_t n = change_merge(open, a->lines, a->count);

	for (size_t i = 0; i < a->draft->choices_count; i++) {
		size_t k = 0;
		char piece[AMOUNT_OCTETS];

		while (k + 1 < n &&
		       strcmp(open[k].product, a->draft->choices[i]) != 0)
			k++;
		buf_add_format(&out, "%s%zu) %s", i ? " " : "", i + 1,
		    amount_goods(piece, &style, open[k].product,
			open[k].qty_milli, open[k].unit, 0));
	}
}
