#include "handlers/which_each.h"

#include "handlers/consent.h"
#include "handlers/lexicon_role.h"
#include "handlers/terms.h"

#define PICKS 18

struct pick {
	int64_t order_id;
	int product; /* -1: all of the order */
	enum which_word said;
};

struct picks {
	struct pick pick[PICKS];
	size_t count, settled; /* the first `settled` have their word */
	size_t begun; /* those before this piece of the text */
	enum which_word
	    word; /* the last one, when it stands before its numbers */
	bool word_first, used; /* that word has a number */
	bool yes, no, odd;
};

bool
which_is_beside(const struct intent_span *span)
{
	static const uint64_t beside =
	    ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CANNOT) |
	    ROLE_BIT(ROLE_NONE_LEFT) | ROLE_BIT(ROLE_AND) | ROLE_BIT(ROLE_TO) |
	    ROLE_BIT(ROLE_FOR) | ROLE_BIT(ROLE_HAVE) |
	    ROLE_BIT(ROLE_AVAILABLE) | ROLE_BIT(ROLE_EACH) |
	    ROLE_BIT(ROLE_TOTAL) | ROLE_BIT(ROLE_ARTICLE) |
	    ROLE_BIT(ROLE_THANKS) | ROLE_BIT(ROLE_ORDER) | ROLE_BIT(ROLE_LABEL);

	if (span->kind == INTENT_SPAN_MARK)
		return !intent_span_asks(span);
	return span->kind == INTENT_SPAN_WORD && (span->roles & beside) != 0 &&
	       (span->roles & (ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_ONLY))) == 0;
}

/* -- what stands there --------------------------------------------------- */

static bool
is_no(uint64_t roles)
{
	return (roles & (ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CANNOT) |
			    ROLE_BIT(ROLE_NONE_LEFT))) != 0;
}

/* Before a figure a no is taken for a word that corrects; alone it is plain. */
static bool
is_no_alone(const struct desk *desk, struct str said)
{
	struct intent_hints hints = {.lang = desk->lang, .open_proposals = 1};
	struct intent intent;

	intent_parse(&intent, desk->trade->lexicon, desk->trade->catalogue,
	    said, &hints);
	return intent.kind == INTENT_REJECT;
}

static enum which_word
word_of(const struct desk *desk, const struct intent_span *span)
{
	if (span->kind != INTENT_SPAN_WORD)
		return WHICH_WORD_NONE;
	if (is_no(span->roles))
		return WHICH_WORD_NO;
	if ((span->roles & ROLE_BIT(ROLE_YES)) != 0)
		return WHICH_WORD_YES;
	return (span->roles & ROLE_BIT(ROLE_CORRECT)) != 0 &&
		       is_no_alone(desk, span->said)
		   ? WHICH_WORD_NO
		   : WHICH_WORD_NONE;
}

enum which_word
which_word(const struct desk *desk, const struct intent_trace *trace)
{
	bool yes = false, no = false;

	for (size_t i = 0; i < trace->count; i++) {
		enum which_word word = word_of(desk, &trace->spans[i]);

		yes = yes || word == WHICH_WORD_YES;
		no = no || word == WHICH_WORD_NO;
	}
	if (yes == no)
		return WHICH_WORD_NONE;
	return yes ? WHICH_WORD_YES : WHICH_WORD_NO;
}

/* -- which word for which ------------------------------------------------- */

static void
add_word(struct picks *p, enum which_word said)
{
	p->yes = p->yes || said == WHICH_WORD_YES;
	p->no = p->no || said == WHICH_WORD_NO;
	if (p->count == p->begun)
		p->word_first = true;
	if (p->word_first) {
		p->odd = p->odd || (p->word != WHICH_WORD_NONE && !p->used &&
				       p->word != said);
		p->word = said;
		p->used = false;
		return;
	}
	p->odd = p->odd || p->settled == p->count;
	for (; p->settled < p->count; p->settled++)
		p->pick[p->settled].said = said;
}

static void
add_pick(struct picks *p, int64_t order_id, int product)
{
	if (order_id == 0 || p->count == PICKS) {
		p->odd = true;
		return;
	}
	p->used = true;
	p->pick[p->count++] = (struct pick){order_id, product, p->word};
	if (p->word_first)
		p->settled = p->count;
}

/* Behind "yes to 1," it may go on with "2 no". */
static void
end_piece(struct picks *p)
{
	if (p->count == p->begun || p->settled < p->count ||
	    (p->word_first && !p->used))
		return;
	p->begun = p->count;
	p->word = WHICH_WORD_NONE;
	p->word_first = false;
}

int64_t
which_with_goods(
    struct desk *desk, const struct which_asked *asked, int product)
{
	int64_t found = 0;

	for (size_t i = 0; i < asked->count; i++) {
		int64_t id = asked->ids[i];

		if (asked->buyer ? !consent_is_offered(desk, id, product)
				 : !consent_is_asked(desk, id, product))
			continue;
		if (found != 0)
			return 0;
		found = id;
	}
	return found;
}

static int64_t
numbered_order(const struct which_asked *asked, const struct intent_span *span)
{
	if (!asked->numbered || span->milli % 1000 != 0 || span->milli < 1000 ||
	    span->milli > (int64_t)asked->count * 1000)
		return 0;
	return asked->ids[span->milli / 1000 - 1];
}

static void
listen(struct picks *p, struct desk *desk, const struct which_asked *asked)
{
	struct intent_trace trace;

	terms_explain(&trace, desk);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];
		enum which_word said = word_of(desk, span);
		int product =
		    span->products_count == 1 ? span->products[0] : -1;

		if (said != WHICH_WORD_NONE)
			add_word(p, said);
		else if (span->kind == INTENT_SPAN_PRODUCT)
			add_pick(
			    p, which_with_goods(desk, asked, product), product);
		else if (span->kind == INTENT_SPAN_NUMBER)
			add_pick(p, numbered_order(asked, span), -1);
		else if (!which_is_beside(span))
			p->odd = true;
		else if (span->kind == INTENT_SPAN_MARK)
			end_piece(p);
	}
}

/* The same of one order twice, in other words or against each other. */
static bool
is_double(const struct picks *p)
{
	for (size_t i = 0; i < p->count; i++)
		for (size_t k = 0; k < i; k++)
			if (p->pick[i].order_id == p->pick[k].order_id &&
			    (p->pick[i].product == p->pick[k].product ||
				p->pick[i].product < 0 ||
				p->pick[k].product < 0))
				return true;
	return false;
}

static bool
is_parted(const struct picks *p)
{
	return !p->odd && p->count > 1 && !is_double(p) &&
	       p->settled == p->count && (!p->word_first || p->used);
}

enum which_each
which_each(struct desk *desk, const struct which_asked *asked)
{
	struct picks p = {.count = 0};

	listen(&p, desk, asked);
	if (!p.yes || !p.no)
		return WHICH_EACH_NONE;
	if (!is_parted(&p))
		return WHICH_EACH_MIXED;
	for (size_t i = 0; i < p.count; i++)
		consent_settle(desk, p.pick[i].order_id, p.pick[i].product,
		    p.pick[i].said == WHICH_WORD_YES, asked->buyer);
	for (size_t i = 0; i < p.count; i++)
		if (consent_ask_rest(desk, p.pick[i].order_id, asked->buyer))
			break;
	return WHICH_EACH_DONE;
}
