#include "handlers/follow.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_follow.h"
#include "gateway/store/store_order.h"

#include "handlers/letter.h"
#include "handlers/place.h"

#define NAMESAKES 3
#define SAID_OCTETS 64

/* -- topics in words ------------------------------------------------------- */

static bool
is_sales(const struct desk *desk, struct str said)
{
	return (phrase_cut_word(
		    desk->trade->phrases, PHRASE_WORD_SALES, &said) ||
		   phrase_cut_word(
		       desk->trade->phrases, PHRASE_WORD_SALE, &said)) &&
	       said.octets == 0;
}

static int64_t
seller_of_topic(const char *topic)
{
	return strncmp(topic, FOLLOW_SELLER, strlen(FOLLOW_SELLER)) == 0
		   ? strtoll(topic + strlen(FOLLOW_SELLER), NULL, 10)
		   : 0;
}

static void
add_word(struct buf *out, const struct desk *desk, const char *topic)
{
	struct amount_style style = desk_style(desk, desk->lang);
	struct str words =
	    phrase_raw(desk->trade->phrases, desk->lang, PHRASE_WORD_SALES);
	struct str first;
	struct person seller;
	char name[64];

	if (strcmp(topic, FOLLOW_SALES) == 0) {
		if (str_cut(&first, &words, ','))
			buf_add_str(out, str_trim(first));
	} else if (strncmp(topic, FOLLOW_PRODUCT, strlen(FOLLOW_PRODUCT)) ==
		   0) {
		buf_add_text(out,
		    amount_product(&style, topic + strlen(FOLLOW_PRODUCT)));
	} else if (store_person_get(
		       desk->store, seller_of_topic(topic), &seller)) {
		letter_name(name, &seller);
		buf_add_text(out, name);
	}
}

static void
say_list(struct desk *desk)
{
	char topics[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS], list[600];
	struct buf out = buf_over(list, sizeof(list));
	size_t count = store_follow_of(desk->store, desk->from.id, topics);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_add_text(&out, ", ");
		add_word(&out, desk, topics[i]);
	}
	letter_answer(desk, count > 0 ? PHRASE_FOLLOW_LIST : PHRASE_FOLLOW_NONE,
	    &(struct words){.list = list}, 0);
}

/* -- which topic is said --------------------------------------------------- */

static void
put_seller(char topic[FOLLOW_TOPIC_OCTETS], int64_t seller_id)
{
	struct buf out = buf_over(topic, FOLLOW_TOPIC_OCTETS);

	buf_add_format(&out, FOLLOW_SELLER "%lld", (long long)seller_id);
}

/* "#K7F": who sold them that. */
static bool
seller_of_code(
    char topic[FOLLOW_TOPIC_OCTETS], struct desk *desk, struct str said)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	char code[8];
	size_t count;

	if (said.octets < 2 || said.at[0] != '#' || said.octets > sizeof(code))
		return false;
	str_copy(code, sizeof(code), str_of(said.at + 1, said.octets - 1));
	if (!store_order_by_code(desk->store, code, &order) ||
	    order.buyer_id != desk->from.id)
		return false;
	count = place_load(desk, order.id, lines);
	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id != 0 &&
		    (lines[i].state == LINE_CONFIRMED ||
			lines[i].state == LINE_FULFILLED)) {
			put_seller(topic, lines[i].seller_id);
			return true;
		}
	return false;
}

/* 1 found, 0 nobody, more: namesakes; their names go into `list`. */
static size_t
seller_of_name(char topic[FOLLOW_TOPIC_OCTETS], struct desk *desk,
    const char *name, struct buf *list)
{
	int64_t ids[NAMESAKES];
	size_t count = store_follow_seller(desk->store, name, ids, NAMESAKES),
	       same = 0;
	struct person seller;

	for (size_t i = 0; i < count; i++) {
		if (!store_person_get(desk->store, ids[i], &seller))
			continue;
		if (str_equal_nocase(str_from(seller.name), str_from(name))) {
			put_seller(topic, seller.id);
			same++;
		}
		buf_add_format(
		    list, "%s%s", list->octets ? ", " : "", seller.name);
	}
	if (same == 0 && count == 1)
		put_seller(topic, ids[0]);
	/* The whole name, and it is one person's. */
	return same == 1 ? 1 : count;
}

/* True: topic is filled. */
static bool
read_topic(char topic[FOLLOW_TOPIC_OCTETS], struct desk *desk, struct str said,
    struct buf *list)
{
	struct buf out = buf_over(topic, FOLLOW_TOPIC_OCTETS);
	int product = catalogue_lookup(desk->trade->catalogue, said);
	char name[SAID_OCTETS];

	if (is_sales(desk, said)) {
		buf_add_text(&out, FOLLOW_SALES);
		return true;
	}
	if (product >= 0) {
		buf_add_format(&out, FOLLOW_PRODUCT "%s",
		    catalogue_key(desk->trade->catalogue, product));
		return true;
	}
	if (seller_of_code(topic, desk, said))
		return true;
	str_copy(name, sizeof(name), said);
	return seller_of_name(topic, desk, name, list) == 1;
}

/* -- commands -------------------------------------------------------------- */

/* "Follow up with the man about my order" is a text like any other. */
static bool
is_name(struct str said)
{
	struct str word;
	size_t words = 0;

	if (said.octets >= SAID_OCTETS)
		return false;
	while (str_cut(&word, &said, ' '))
		words += str_trim(word).octets > 0;
	return words <= 3;
}

/* Neither topic nor name: a text like any other, when it can be read as one
 * ("suivre ma commande"); else we ask. */
static bool
ask_which(struct desk *desk, struct str rest, const char *list)
{
	char said[SAID_OCTETS];

	if (*list == '\0' && desk->intent.kind != INTENT_NONE &&
	    desk->intent.kind != INTENT_AMBIGUOUS &&
	    desk->intent.kind != INTENT_CODE_ONLY)
		return false;
	str_copy(said, sizeof(said), rest);
	letter_answer(desk, PHRASE_FOLLOW_WHICH,
	    &(struct words){.text = said, .list = list}, 0);
	return true;
}

static void
make_room(struct desk *desk, const char *topic)
{
	char topics[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS];

	if (store_follow_of(desk->store, desk->from.id, topics) ==
		FOLLOW_MOST &&
	    !store_follow_has(desk->store, desk->from.id, topic))
		(void)store_follow_drop(desk->store, desk->from.id, topics[0]);
}

bool
follow_text(struct desk *desk, const struct book *book, struct str rest)
{
	char topic[FOLLOW_TOPIC_OCTETS], list[200];
	struct buf names = buf_over(list, sizeof(list));

	(void)book;
	if (!is_name(rest))
		return false;
	if (rest.octets == 0) {
		say_list(desk);
		return true;
	}
	if (read_topic(topic, desk, rest, &names)) {
		make_room(desk, topic);
		store_follow_add(desk->store, desk->from.id,
		    desk->text->phone_id, topic, desk->now_ms);
		say_list(desk);
		return true;
	}
	return ask_which(desk, rest, list);
}

/* Their own topic whose word begins with what is said: a name need not be
 * whole here. */
static bool
drop_by_word(struct desk *desk, struct str said,
    char topics[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char word[80];
		struct buf out = buf_over(word, sizeof(word));

		add_word(&out, desk, topics[i]);
		if (out.octets >= said.octets && said.octets > 1 &&
		    str_equal_nocase(str_of(word, said.octets), said))
			return store_follow_drop(
			    desk->store, desk->from.id, topics[i]);
	}
	return false;
}

static bool
is_all(const struct desk *desk, struct str said)
{
	return said.octets == 0 ||
	       (phrase_cut_word(desk->trade->phrases, PHRASE_WORD_ALL, &said) &&
		   said.octets == 0);
}

bool
follow_end_text(struct desk *desk, const struct book *book, struct str rest)
{
	char topics[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS];
	char topic[FOLLOW_TOPIC_OCTETS], list[200];
	struct buf names = buf_over(list, sizeof(list));
	size_t count = store_follow_of(desk->store, desk->from.id, topics);
	bool all = is_all(desk, rest);

	(void)book;
	if (!is_name(rest))
		return false;
	for (size_t i = 0; all && i < count; i++)
		(void)store_follow_drop(desk->store, desk->from.id, topics[i]);
	if (!all && !drop_by_word(desk, rest, topics, count)) {
		if (!read_topic(topic, desk, rest, &names))
			return ask_which(desk, rest, list);
		/* Perhaps they never followed it: the list says so. */
		(void)store_follow_drop(desk->store, desk->from.id, topic);
	}
	say_list(desk);
	return true;
}

bool
follow_stop_text(struct desk *desk)
{
	const struct phrases *phrases = desk->trade->phrases;
	char topics[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS];
	struct str rest = desk->text->text;
	bool unfollow = phrase_cut_word(phrases, PHRASE_WORD_UNFOLLOW, &rest);
	size_t count;

	if (!unfollow && !phrase_cut_word(phrases, PHRASE_WORD_STOP, &rest))
		return false;
	rest = str_trim(rest);
	if (!unfollow && (rest.octets == 0 || !is_name(rest)))
		return false;
	count = store_follow_of(desk->store, desk->from.id, topics);
	if (unfollow)
		return count > 0 && follow_end_text(desk, NULL, rest);
	if (!drop_by_word(desk, rest, topics, count) && !is_sales(desk, rest))
		return false;
	say_list(desk);
	return true;
}
