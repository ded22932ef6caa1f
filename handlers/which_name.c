#include "handlers/which_name.h"

#include "gateway/store/store_order.h"

#include "handlers/confirm.h"
#include "handlers/desk.h"
#include "handlers/line.h"

#define WORDS_MAX 6 /* more of them say something else */
#define NAME_OCTETS 3 /* shorter ones are other words, too */

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ' || c == ',' || c == '.' || c == '!';
}

/* The next word of the rest; empty at the end. */
static struct str
cut_word(struct str *rest)
{
	size_t from = 0, until;

	while (from < rest->octets && is_blank(rest->at[from]))
		from++;
	until = from;
	while (until < rest->octets && !is_blank(rest->at[until]))
		until++;
	struct str word = str_of(rest->at + from, until - from);
	*rest = str_of(rest->at + until, rest->octets - until);
	return word;
}

static size_t
count_words(struct str text)
{
	size_t count = 0;

	while (cut_word(&text).octets > 0)
		count++;
	return count;
}

/* The first name is what people write. */
bool
which_name_is(struct str text, const char *whole)
{
	struct str rest = str_from(whole), name = cut_word(&rest), word;

	if (name.octets < NAME_OCTETS)
		return false;
	while ((word = cut_word(&text)).octets > 0)
		if (str_equal_nocase(word, name))
			return true;
	return false;
}

static bool
is_for(struct desk *desk, int64_t order_id)
{
	struct order order;
	struct person buyer;

	if (!store_order_get(desk->store, order_id, &order))
		return false;
	if (order.on_behalf[0] != '\0')
		return which_name_is(desk->text->text, order.on_behalf);
	return store_person_get(desk->store, order.buyer_id, &buyer) &&
	       which_name_is(desk->text->text, buyer.name);
}

/* LANG and a name is a wish for a language. */
static bool
may_name(const struct desk *desk)
{
	const struct intent *intent = &desk->intent;
	size_t words = count_words(desk->text->text);

	if (intent->kind == INTENT_LANGUAGE)
		return words == 1;
	return words <= WORDS_MAX &&
	       !(intent->items_count > 0 && intent->items[0].has_qty) &&
	       (intent->kind == INTENT_NONE ||
		   intent->kind == INTENT_AMBIGUOUS ||
		   intent->kind == INTENT_ACCEPT ||
		   intent->kind == INTENT_REJECT);
}

size_t
which_name(struct desk *desk, const int64_t *ids, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; may_name(desk) && i < count; i++) {
		if (!is_for(desk, ids[i]))
			continue;
		if (found != 0)
			return WHICH_NAME_SEVERAL;
		found = i + 1;
	}
	if (found != 0 && (desk->intent.kind == INTENT_NONE ||
			      desk->intent.kind == INTENT_LANGUAGE))
		desk->intent.kind = INTENT_AMBIGUOUS;
	return found;
}

size_t
which_name_seller(
    struct desk *desk, struct line *lines, size_t count, struct str text)
{
	int64_t named = 0;
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		struct person seller;

		if (lines[i].seller_id == 0 || lines[i].seller_id == named ||
		    line_is_closed(&lines[i]) ||
		    !store_person_get(
			desk->store, lines[i].seller_id, &seller) ||
		    !which_name_is(text, seller.name))
			continue;
		if (named != 0)
			return count;
		named = seller.id;
	}
	for (size_t i = 0; named != 0 && i < count; i++)
		if (lines[i].seller_id == named)
			lines[n++] = lines[i];
	return named != 0 ? n : count;
}

bool
which_name_text(struct desk *desk, const struct book *book)
{
	int64_t ids[BOOK_ORDERS];
	size_t count = 0, at;
	struct order order;

	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_ASKED) != 0)
			ids[count++] = book->orders[i].order_id;
	at = which_name(desk, ids, count);
	if (at == 0)
		return false;
	desk->intent.kind = INTENT_CODE_ONLY;
	if (at != WHICH_NAME_SEVERAL &&
	    store_order_get(desk->store, ids[at - 1], &order))
		str_copy(desk->intent.code, sizeof(desk->intent.code),
		    str_from(order.code));
	confirm_text(desk, book);
	return true;
}
