/* intent_node - see the header. */
#include "handlers/intent_node.h"

#include "handlers/intent_known.h"
#include "handlers/number.h"

#define MANY_MILLI 100000

static struct node *
add_node(struct nodes *n, size_t token)
{
	if (n->count == NODES_MAX) {
		n->too_many = true;
		return NULL;
	}
	struct node *node = &n->list[n->count++];
	*node = (struct node){
	    .token = token, .first = token, .last = token, .unit = -1};
	return node;
}

static void
take_unit(struct nodes *n, struct node *q, size_t i)
{
	const struct token *u = &n->t->tokens[i];
	q->unit = u->unit;
	if (u->unit_milli != 1000 && q->milli <= NUMBER_MAX / u->unit_milli) {
		q->milli = q->milli * u->unit_milli / 1000;
		q->high_milli = q->high_milli * u->unit_milli / 1000;
	}
	n->t->tokens[i].use = USE_ITEM;
	if (i < q->first)
		q->first = i;
	if (i > q->last)
		q->last = i;
}

/* What stands before a number, or before all of a range: "kilo 4-5". */
static size_t
front_of(const struct intent_text *t, size_t i)
{
	bool range = t->tokens[i].high_milli > 0;

	while (range && i > 0 && t->tokens[i - 1].use == USE_DROPPED)
		i--;
	return i > 0 ? i - 1 : SCAN_NONE;
}

/* Whether units stand before their numbers here ("kilo 3"): the first number
 * with a neighbouring unit tells. */
static bool
unit_comes_first(const struct intent_text *t)
{
	for (size_t i = 0; i < t->count; i++) {
		if (!at_number(t, i))
			continue;
		bool before = at_free_unit(t, front_of(t, i));
		bool behind = at_free_unit(t, intent_next(t, i));
		if (before != behind)
			return before;
	}
	return false;
}

bool
intent_is_foreign(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	uint32_t near = 1u | (uint32_t)t->beside;
	return t->language > 0 && t->language < 32 && k->languages > 1 &&
	       (k->languages & near) == 0;
}

/* An unknown word beside a bare number: perhaps a measure, mistyped. */
static bool
may_be_unit(const struct intent_text *t, size_t i)
{
	if (i >= t->count || t->tokens[i].kind != TOKEN_WORD ||
	    t->tokens[i].use != USE_FREE)
		return false;
	const struct token *k = &t->tokens[i];
	bool han = fold_class(t->fold.at[k->at]) == FOLD_HAN;
	/* "trois douzaie": mended, but to something that says nothing. */
	bool mended = k->fuzzy && token_is_noise(k);
	if (token_is_odd(k) || mended)
		return han ? k->glued && k->letters <= 2 : k->letters > 1;
	return intent_is_foreign(t, i) && k->unit < 0 && k->products_count == 0;
}

/* "1 more tray", "2 more bags". */
static bool
is_only_more(const struct token *k)
{
	return k->kind == TOKEN_WORD && token_has(k, ROLE_ADD) && k->unit < 0 &&
	       k->products_count == 0;
}

/* "tomatoes for 20", "nyanya za 200", "papas de 20": so many, or for so much
 * money? */
static bool
may_be_money(const struct intent_text *t, size_t i)
{
	if (i < 2 || !at_product(t, i - 2))
		return false;
	const struct token *k = &t->tokens[i - 1];
	return token_has(k, ROLE_FOR) ||
	       (token_has(k, ROLE_FILLER) && k->letters == 2 &&
		   fold_class(t->fold.at[k->at]) == FOLD_LETTER);
}

/* "1Okg": a letter for a nought. */
static bool
is_unit_behind_o(const struct intent_text *t, const struct token *unit)
{
	const uint32_t *letters = t->fold.at + unit->at;
	return unit->glued && unit->letters > 1 && letters[0] == 'o' &&
	       intent_known_as(t,
		   intent_known(t, letters + 1, unit->letters - 1u),
		   SENSE_UNIT);
}

/* The next token that may be the number's unit: packs, what was taken back,
 * and "more" may stand between. */
static size_t
behind_of(const struct intent_text *t, size_t i)
{
	do
		i = intent_next(t, i);
	while (i < t->count && (t->tokens[i].use == USE_PACK ||
				   t->tokens[i].use == USE_DROPPED ||
				   is_only_more(&t->tokens[i])));
	return i;
}

static void
find_unit(struct nodes *n, struct node *q, size_t i, bool unit_first)
{
	size_t front = front_of(n->t, i);
	size_t behind = behind_of(n->t, i);
	bool before = at_free_unit(n->t, front);
	bool after = at_free_unit(n->t, behind);
	n->t->tokens[i].use = USE_ITEM;
	if (n->t->tokens[i].unit >= 0)
		take_unit(n, q, i);
	else if (before && (unit_first || !after))
		take_unit(n, q, front);
	else if (after)
		take_unit(n, q, behind);
}

/* A bare figure that may be of something else than pieces. */
static bool
is_doubtful_figure(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	/* "5 gk tomato", "okra asin 2": some measure, but which? */
	if (may_be_unit(t, i + 1) || (i > 0 && may_be_unit(t, i - 1)))
		return true;
	/* "tamatar do": give, or two? */
	return may_be_money(t, i) || (!k->figure && token_has(k, ROLE_WANT));
}

/* A figure with a unit that may be something else. */
static bool
is_doubtful_measure(const struct intent_text *t, const struct node *q, size_t i)
{
	/* "90kg bag 3500": so many bags, or the price of one? */
	if (q->first < i && i > 1 && t->tokens[i - 2].use == USE_PACK &&
	    q->milli >= MANY_MILLI)
		return true;
	if (q->last > i && is_unit_behind_o(t, &t->tokens[q->last]))
		return true;
	return q->last != i && intent_is_foreign(t, q->last);
}

static bool
has_each(const struct intent_text *t, const struct node *q)
{
	size_t end = intent_next(t, q->last);
	size_t start = intent_before(t, q->first);
	return at_role(t, q->token, ROLE_EACH) || at_role(t, end, ROLE_EACH) ||
	       at_role(t, start, ROLE_EACH);
}

static void
add_quantity(struct nodes *n, size_t i, bool unit_first)
{
	const struct token *k = &n->t->tokens[i];
	struct node *q = add_node(n, i);
	if (q == NULL)
		return;
	q->milli = k->milli;
	q->high_milli = k->high_milli;
	find_unit(n, q, i, unit_first);
	q->doubt = k->doubt || (q->unit < 0 ? is_doubtful_figure(n->t, i)
					    : is_doubtful_measure(n->t, q, i));
	q->each = has_each(n->t, q);
}

/* "dozen eggs" needs no "a". */
static bool
is_dozen(const struct intent_text *t, size_t i)
{
	if (!at_free_unit(t, i) ||
	    t->tokens[i].unit != lexicon_unit_find(STR("dozen")))
		return false;
	size_t next = intent_next(t, i);
	return at_free_product(t, next) && !at_number(t, intent_next(t, next));
}

/* "a bag", "an avocado": one, where goods follow. */
static void
add_article(struct nodes *n, size_t i)
{
	struct intent_text *t = n->t;
	struct node *q = add_node(n, i);
	size_t next = intent_next(t, i);
	if (q == NULL)
		return;
	q->milli = 1000;
	t->tokens[i].use = USE_ITEM;
	if (at_free_unit(t, next) && !at_number(t, intent_next(t, next)))
		take_unit(n, q, next);
}

static bool
is_article(const struct intent_text *t, size_t i)
{
	if (t->tokens[i].use != USE_FREE ||
	    !token_has(&t->tokens[i], ROLE_ARTICLE))
		return false;
	size_t next = intent_next(t, i);
	return at_free_unit(t, next) || at_free_product(t, next);
}

static void
add_dozen(struct nodes *n, size_t i)
{
	struct node *q = add_node(n, i);
	if (q == NULL)
		return;
	q->milli = 1000;
	take_unit(n, q, i);
}

/* "sekarung", a dual, a bare unit in Arabic: the unit says how many. */
static void
add_counted_unit(struct nodes *n, size_t i)
{
	struct intent_text *t = n->t;
	size_t next = intent_next(t, i);
	/* "kilo 3": the figure's unit, unless the figure has its own. */
	if (at_number(t, next) && !at_free_unit(t, intent_next(t, next)))
		return;
	struct node *q = add_node(n, i);
	if (q == NULL)
		return;
	q->milli = t->tokens[i].count * INT64_C(1000);
	take_unit(n, q, i);
}

/* A dual of the goods themselves: two melons. */
static void
add_counted_product(struct nodes *n, size_t i)
{
	size_t before = intent_before(n->t, i);
	if (before != SCAN_NONE && n->t->tokens[before].use == USE_ITEM &&
	    n->t->tokens[before].products_count == 0)
		return;
	struct node *q = add_node(n, i);
	if (q != NULL)
		q->milli = n->t->tokens[i].count * INT64_C(1000);
}

static void
add_product(struct nodes *n, size_t i)
{
	if (n->t->tokens[i].count > 0)
		add_counted_product(n, i);
	struct node *p = add_node(n, i);
	if (p == NULL)
		return;
	p->product = true;
	n->t->tokens[i].use = USE_ITEM;
}

void
intent_node_collect(struct nodes *out, struct intent_text *t)
{
	out->t = t;
	out->count = 0;
	out->too_many = false;
	bool unit_first = unit_comes_first(t);
	for (size_t i = 0; i < t->count; i++) {
		if (at_number(t, i))
			add_quantity(out, i, unit_first);
		else if (at_free_product(t, i))
			add_product(out, i);
		else if (at_free_unit(t, i) && t->tokens[i].count > 0)
			add_counted_unit(out, i);
		else if (is_dozen(t, i))
			add_dozen(out, i);
		else if (is_article(t, i))
			add_article(out, i);
	}
}
