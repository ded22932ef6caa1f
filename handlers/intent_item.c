/* intent_item - see the header. */
#include "handlers/intent_item.h"

#include <string.h>

#include "handlers/intent_goods.h"
#include "handlers/intent_node.h"

/* Costs of a pairing, in tenths of a step. */
#define COST_LONE_PRODUCT 30
#define COST_LONE_QUANTITY 35
#define COST_SEPARATOR 20
#define COST_WORD 3
#define COST_ORIENTATION 1

static bool
is_separator(const struct token *k)
{
	return k->kind == TOKEN_LINE || token_is_and(k) ||
	       (k->kind == TOKEN_MARK &&
		   (k->mark == ',' || k->mark == ';' || k->mark == '&' ||
		       k->mark == '+' || k->mark == '.'));
}

/* "…" and "…" again is one pause. */
static bool
is_pause_again(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i], *before = i > 0 ? k - 1 : k;
	return i > 0 && k->kind == TOKEN_MARK && before->kind == TOKEN_MARK &&
	       before->mark == k->mark;
}

/* How much stands between two neighbouring nodes. */
static int
gap(const struct intent_text *t, const struct node *a, const struct node *b)
{
	int cost = 0;
	const struct token *first = &t->tokens[b->first];
	if (token_has(first, ROLE_AND) && !token_is_and(first))
		cost += COST_SEPARATOR;
	for (size_t i = a->last + 1; i < b->first; i++) {
		const struct token *k = &t->tokens[i];
		if (is_separator(k))
			cost += is_pause_again(t, i) ? 0 : COST_SEPARATOR;
		else if (k->kind == TOKEN_WORD && !token_is_noise(k))
			cost += COST_WORD;
	}
	return cost;
}

static int
cost_alone(const struct node *node)
{
	if (node->taken)
		return 0;
	return node->product ? COST_LONE_PRODUCT : COST_LONE_QUANTITY;
}

static bool
may_pair(const struct node *a, const struct node *b)
{
	return !a->taken && !b->taken && a->product != b->product;
}

/* partner[i]: the node it is paired with, or SCAN_NONE.  Returns the cost. */
static int
pair(const struct nodes *n, bool quantity_first, size_t partner[NODES_MAX])
{
	int best[NODES_MAX + 1] = {0};
	bool paired[NODES_MAX + 1] = {false};
	for (size_t i = 0; i < n->count; i++) {
		const struct node *b = &n->list[i];
		best[i + 1] = best[i] + cost_alone(b);
		if (i == 0 || !may_pair(b - 1, b))
			continue;
		int cost = best[i - 1] + gap(n->t, b - 1, b);
		if (b[-1].product == quantity_first)
			cost += COST_ORIENTATION;
		if (cost < best[i + 1]) {
			best[i + 1] = cost;
			paired[i + 1] = true;
		}
	}
	for (size_t i = n->count; i > 0; i--) {
		partner[i - 1] = SCAN_NONE;
		if (!paired[i])
			continue;
		partner[i - 1] = i - 2;
		partner[i - 2] = i - 1;
		i--;
	}
	return best[n->count];
}

/* Where the goods begin that stand right before the quantity at `i`.  In a text
 * that says quantities first, the first of them has one already: "3kg onion,
 * 1kg each ...". */
static size_t
run_before(const struct nodes *n, size_t i, const size_t shared[NODES_MAX])
{
	size_t first = i;
	while (first > 0 && n->list[first - 1].product &&
	       shared[first - 1] == SCAN_NONE)
		first--;
	bool has_own = first > 0 && first < i && !n->list[0].product &&
		       !n->list[first - 1].product && !n->list[first - 1].each;
	return has_own ? first + 1 : first;
}

/* "tomato, onion 1kg each": all products of the run get the quantity. */
static void
share_each(struct nodes *n, size_t shared[NODES_MAX])
{
	for (size_t i = 0; i < n->count; i++)
		shared[i] = SCAN_NONE;
	for (size_t i = 0; i < n->count; i++) {
		struct node *q = &n->list[i];
		if (q->product || !q->each)
			continue;
		size_t first = run_before(n, i, shared);
		size_t end = i + 1;
		if (first == i)
			while (end < n->count && n->list[end].product)
				end++;
		if (end - first < 2)
			continue;
		for (size_t p = first; p < end; p++) {
			n->list[p].taken = true;
			if (p != i)
				shared[p] = i;
		}
	}
}

static void
set_unit(const struct intent_text *t, char dst[INTENT_UNIT_OCTETS], int unit)
{
	const char *name = unit < 0 ? NULL : catalogue_unit(t->cat, unit);
	str_copy(dst, INTENT_UNIT_OCTETS, str_from(name));
}

static void
set_quantity(struct intent_items *out, const struct intent_text *t,
    struct intent_item *item, const struct node *q)
{
	if (q->milli <= 0)
		return;
	item->has_qty = true;
	item->qty_milli = q->milli;
	item->qty_high_milli = q->high_milli;
	set_unit(t, item->unit, q->unit);
	out->doubt = out->doubt || q->doubt || q->high_milli > 0;
}

static bool
is_unlike(const struct intent_text *t, size_t i)
{
	if (i >= t->count || t->tokens[i].kind != TOKEN_WORD)
		return false;
	const struct token *k = &t->tokens[i];
	return token_has(k, ROLE_UNLIKE) && k->products_count == 0 &&
	       k->unit < 0 && !token_has(k, ROLE_COMPLAINT);
}

/* "tomato paste": words beside the goods make something else of them. */
static bool
becomes_unlike(const struct intent_text *t, size_t i, bool han)
{
	if (is_unlike(t, i + 1) && (!han || t->tokens[i + 1].glued))
		return true;
	if (!han && i > 0 && is_unlike(t, i - 1))
		return true;
	/* "maize flor": flour, perhaps. */
	return i + 1 < t->count && token_is_odd(&t->tokens[i + 1]) &&
	       t->tokens[i + 1].part;
}

/* The name may be half of another. */
static bool
is_doubtful_name(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	size_t before = intent_before(t, i);
	/* "3kg rench beans": french beans, perhaps. */
	if (k->weak && intent_is_foreign(t, i))
		return true;
	if (i > 1 && token_is_odd(k - 1) && k[-2].use == USE_ITEM &&
	    k[-2].products_count == 0)
		return true;
	/* "habichuelas rojas": the guess may be at a mere adjective. */
	return k->fuzzy && before != SCAN_NONE && t->tokens[before].unknown &&
	       t->tokens[before].use == USE_FREE &&
	       t->tokens[before].letters > 3;
}

static void
set_product(struct intent_items *out, const struct intent_text *t,
    struct intent_item *item, size_t i)
{
	const struct token *k = &t->tokens[i];
	item->product = k->products[0];
	item->fuzzy = k->fuzzy;
	item->said = intent_token_source(t, i, i);
	for (size_t r = 1; r < k->products_count && r <= INTENT_RIVALS; r++)
		item->rivals[item->rivals_count++] = k->products[r];
	out->rivals = out->rivals || item->rivals_count > 0 || k->doubt;
	bool han = fold_class(t->fold.at[k->at]) == FOLD_HAN;
	out->unlike = out->unlike || becomes_unlike(t, i, han) ||
		      (!han && is_doubtful_name(t, i));
}

/* "4 onions kg": the unit came last and is still free. */
static void
find_late_unit(struct intent_text *t, struct intent_item *item, size_t product)
{
	size_t n = intent_next(t, product);
	if (item->unit[0] != '\0' || !item->has_qty)
		return;
	/* "caixa de maracuja 2": the unit came first. */
	size_t b = intent_before(t, product);
	if (b != SCAN_NONE && at_free_unit(t, b) && !at_free_unit(t, n))
		n = b;
	if (!at_free_unit(t, n) || at_number(t, intent_next(t, n)))
		return;
	set_unit(t, item->unit, t->tokens[n].unit);
	t->tokens[n].use = USE_ITEM;
}

/* "y una de arveja", behind "2 libras de papa". */
static bool
is_of(const struct intent_text *t, size_t i)
{
	const struct token *k = i + 1 < t->count ? &t->tokens[i + 1] : NULL;
	return k != NULL && k->letters == 2 && t->fold.at[k->at] == 'd' &&
	       t->fold.at[k->at + 1] == 'e';
}

/* "a quarter kilo of ginger, half of garlic": half a kilo. */
static void
inherit_unit(const struct intent_items *out, struct intent_item *item, bool of)
{
	if (!item->has_qty || item->unit[0] != '\0' || out->count < 2 ||
	    (item->qty_milli >= 1000 && !of))
		return;
	memcpy(item->unit, out->items[out->count - 2].unit, sizeof(item->unit));
}

static bool
is_repeated(const struct intent_items *out, int product)
{
	for (size_t i = 0; i < out->count; i++)
		if (out->items[i].product == product)
			return true;
	return false;
}

/* "fesh ginger", "coffee beeans": a mended word that only describes the goods
 * beside it. */
static bool
is_beside_goods(const struct intent_text *t, size_t i)
{
	return t->tokens[i].fuzzy && !token_has(&t->tokens[i], ROLE_AND) &&
	       ((i > 0 && t->tokens[i - 1].products_count > 0) ||
		   (i + 1 < t->count && t->tokens[i + 1].products_count > 0));
}

static bool
is_beside_guess(const struct intent_text *t, size_t i)
{
	return (i > 0 && t->tokens[i - 1].products_count > 0 &&
		   t->tokens[i - 1].fuzzy) ||
	       (i + 1 < t->count && t->tokens[i + 1].products_count > 0 &&
		   t->tokens[i + 1].fuzzy);
}

/* "add 2kg sugar to my rice": the quantity is of something else. */
static bool
others_between(const struct intent_text *t, size_t quantity, size_t product)
{
	for (size_t i = quantity + 1; i < product; i++)
		if (is_unlike(t, i))
			return true;
	return false;
}

static void
add_item(struct intent_items *out, struct nodes *n, size_t p, size_t q)
{
	struct intent_text *t = n->t;
	const struct node *node = &n->list[p];
	if (q == SCAN_NONE &&
	    is_repeated(out, t->tokens[node->token].products[0]))
		return;
	if (q == SCAN_NONE && is_beside_goods(t, node->token)) {
		/* Two guesses side by side: which of them is it? */
		out->unlike = out->unlike || is_beside_guess(t, node->token);
		return;
	}
	if (out->count == INTENT_ITEMS) {
		out->too_many = true;
		return;
	}
	struct intent_item *item = &out->items[out->count++];
	*item = (struct intent_item){.product = -1};
	set_product(out, t, item, node->token);
	if (q != SCAN_NONE) {
		set_quantity(out, t, item, &n->list[q]);
		if (others_between(t, n->list[q].last, node->first))
			out->unlike = true;
	}
	find_late_unit(t, item, node->token);
	inherit_unit(out, item, q != SCAN_NONE && is_of(t, n->list[q].last));
	out->without_qty += !item->has_qty;
}

static void
add_loose(struct intent_items *out, const struct nodes *n, size_t q)
{
	if (n->list[q].milli <= 0)
		return;
	if (out->loose_count++ > 0)
		return;
	out->loose = (struct intent_item){.product = -1};
	set_quantity(out, n->t, &out->loose, &n->list[q]);
}

static bool
joined_by_or(const struct intent_text *t, const struct nodes *n)
{
	for (size_t i = 0; i + 1 < n->count; i++)
		for (size_t k = n->list[i].last + 1; k < n->list[i + 1].first;
		     k++)
			if (token_has(&t->tokens[k], ROLE_OR))
				return true;
	return false;
}

static void
build(struct intent_items *out, struct nodes *n)
{
	size_t shared[NODES_MAX];
	size_t forth[NODES_MAX];
	size_t back[NODES_MAX];
	share_each(n, shared);
	int cost = pair(n, true, forth);
	const size_t *partner = pair(n, false, back) < cost ? back : forth;
	/* Those with a quantity first, so that a mere mention adds nothing. */
	for (size_t i = 0; i < n->count; i++)
		if (n->list[i].product &&
		    (shared[i] != SCAN_NONE || partner[i] != SCAN_NONE))
			add_item(out, n, i,
			    shared[i] != SCAN_NONE ? shared[i] : partner[i]);
	for (size_t i = 0; i < n->count; i++) {
		bool alone = shared[i] == SCAN_NONE && partner[i] == SCAN_NONE;
		if (n->list[i].product && alone)
			add_item(out, n, i, SCAN_NONE);
		else if (!n->list[i].product && alone && !n->list[i].taken)
			add_loose(out, n, i);
	}
}

static bool
is_item(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].use == USE_ITEM;
}

/* "5kg tomato and blorgh": more goods, that we cannot read. */
static bool
has_unread_goods(const struct intent_text *t)
{
	for (size_t i = 1; i + 1 < t->count; i++) {
		const struct token *k = &t->tokens[i + 1];
		bool joins = token_is_and(&t->tokens[i]) ||
			     token_has(&t->tokens[i], ROLE_OR);
		bool comma = token_is_comma(&t->tokens[i]);
		if ((!joins && !comma) || !k->unknown || k->use != USE_FREE ||
		    k->letters < 3)
			continue;
		size_t n = intent_next(t, i + 1);
		bool before = t->tokens[i - 1].use == USE_ITEM;
		bool ends = n >= t->count || t->tokens[n].kind != TOKEN_WORD;
		bool goes_on = n < t->count && token_is_comma(&t->tokens[n]) &&
			       is_item(t, intent_next(t, n));
		if (before && (goes_on || (joins && ends)))
			return true;
	}
	return false;
}

void
intent_item_read(struct intent_items *out, struct intent_text *t,
    const struct intent_figures *figures)
{
	struct nodes n;
	*out = (struct intent_items){.count = 0};
	intent_goods_settle(t);
	intent_node_collect(&n, t);
	out->either = joined_by_or(t, &n);
	out->last = n.count == 0 ? 0 : n.list[n.count - 1].last;
	build(out, &n);
	out->too_many = out->too_many || n.too_many || t->cut;
	out->unread = has_unread_goods(t);
	out->doubt = out->doubt || figures->zero || figures->unsure;
}
