/* adminsms_find - FIND: an order by its code, people by number or name. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"

#include "gateway/store/store_name.h"

#include "handlers/adminsms.h"
#include "handlers/adminsms_say.h"
#include "handlers/letter.h"
#include "handlers/officer.h"
#include "handlers/place.h"

#define NAME_SHOWN 24 /* octets of a name in a list, of a place */

static bool
read_code(char dst[8], struct str rest)
{
	if (rest.octets > 0 && rest.at[0] == '#')
		rest = str_of(rest.at + 1, rest.octets - 1);
	if (rest.octets < 3 || rest.octets > 5)
		return false;
	str_copy(dst, 8, rest);
	return true;
}

static void
list_line(struct say_list *list, struct desk *desk, const struct order *order,
    const struct line *line)
{
	struct letter letter = {.desk = desk};
	struct str state = say_state(desk, line->state);
	struct letter_goods goods;
	char item[SAY_ITEM_OCTETS + sizeof(goods.items)];

	str_copy(letter.lang, sizeof(letter.lang), str_from(desk->lang));
	letter.style = desk_style(desk, letter.lang);
	letter_goods(&goods, &letter, order, line, 1);
	snprintf(item, sizeof(item), "%s %.*s", goods.items, (int)state.octets,
	    state.at);
	say_item(list, str_from(item));
}

static bool
find_order(struct desk *desk, struct str rest)
{
	struct line lines[DESK_LINES_MAX];
	struct say_list list = {.count = 0};
	struct order order;
	struct person buyer = {.id = 0};
	char code[8], name[NAME_SHOWN + 1], masked[24];
	size_t count;

	if (!read_code(code, rest) ||
	    !store_order_by_code(desk->store, code, &order))
		return false;
	count = place_load(desk, order.id, lines);
	for (size_t i = 0; i < count; i++)
		list_line(&list, desk, &order, &lines[i]);
	(void)store_person_get(desk->store, order.buyer_id, &buyer);
	str_copy(name, sizeof(name), str_from(buyer.name));
	officer_audit(desk, "text.find", "order %" PRId64, order.id);
	say_answer(desk, PHRASE_FIND_ORDER,
	    &(struct words){.code = order.code,
		.name = name,
		.phone = log_phone(masked, sizeof(masked), buyer.number)},
	    &list);
	return true;
}

static void
tell_person(struct desk *desk, const struct person *person)
{
	struct say_list list = {.count = 0};
	struct book book;
	char name[64], place[NAME_SHOWN + 1], masked[24], item[16];

	book_load(&book, desk, person->id);
	for (size_t i = 0; i < book.count; i++) {
		if ((book.orders[i].parts & ~(unsigned)BOOK_PAST) == 0)
			continue;
		snprintf(item, sizeof(item), "#%s", book.orders[i].code);
		say_item(&list, str_from(item));
	}
	str_copy(name, NAME_SHOWN + 1, str_from(person->name));
	str_copy(place, sizeof(place), str_from(person->place));
	officer_audit(desk, "text.find", "person %" PRId64, person->id);
	say_answer(desk, PHRASE_FIND_PERSON,
	    &(struct words){.name = name,
		.phone = log_phone(masked, sizeof(masked), person->number),
		.place = place},
	    &list);
}

static bool
find_phone(struct desk *desk, struct str rest)
{
	char number[PARTY_OCTETS];
	int64_t phone_id, person_id;
	struct person person;

	if (party_normalise(number, rest, desk->market->country) !=
		PARTY_PHONE ||
	    !store_phone_find(desk->store, number, &phone_id, &person_id) ||
	    !store_person_get(desk->store, person_id, &person))
		return false;
	tell_person(desk, &person);
	return true;
}

/* "otieno akinyi" is "Akinyi Otieno", too. */
static size_t
look_for_name(
    struct desk *desk, struct str name, int64_t *ids, size_t *total_out)
{
	size_t count =
	    store_name_find(desk->store, name, ids, SAY_ITEMS, total_out);
	struct str first, last = name;
	char turned[128];

	if (count > 0 || !str_cut(&first, &last, ' ') || last.octets == 0 ||
	    name.octets + 1 > sizeof(turned))
		return count;
	last = str_trim(last);
	snprintf(turned, sizeof(turned), "%.*s %.*s", (int)last.octets, last.at,
	    (int)first.octets, first.at);
	return store_name_find(
	    desk->store, str_from(turned), ids, SAY_ITEMS, total_out);
}

static void
list_person(struct say_list *list, const struct person *person)
{
	char name[NAME_SHOWN + 1], masked[24], item[SAY_ITEM_OCTETS];

	str_copy(name, sizeof(name), str_from(person->name));
	snprintf(item, sizeof(item), "%s %s", name,
	    log_phone(masked, sizeof(masked), person->number));
	say_item(list, str_from(item));
}

static bool
find_name(struct desk *desk, struct str rest)
{
	int64_t ids[SAY_ITEMS];
	struct say_list list = {.count = 0};
	struct person person;
	size_t count, total;

	/* A letter alone finds a tenth of everybody; one of Han is a name. */
	if (rest.octets < 2)
		return false;
	count = look_for_name(desk, rest, ids, &total);
	if (total == 1 && store_person_get(desk->store, ids[0], &person)) {
		tell_person(desk, &person);
		return true;
	}
	for (size_t i = 0; i < count; i++)
		if (store_person_get(desk->store, ids[i], &person))
			list_person(&list, &person);
	if (list.count == 0)
		return false;
	list.total = total;
	list.about = total == NAME_COUNTED;
	officer_audit(desk, "text.find", "several people by a name");
	say_answer(desk, PHRASE_FIND_SEVERAL, &(struct words){0}, &list);
	return true;
}

bool
adminsms_find(struct desk *desk, const struct book *book, struct str rest)
{
	char shown[SAY_SHOWN_OCTETS];

	(void)book;
	rest = adminsms_rest(rest);
	if (adminsms_is_alone(desk, rest)) {
		letter_answer(desk, PHRASE_FIND_HOW, &(struct words){0}, 0);
		return true;
	}
	if (!desk->proven || !adminsms_is(desk))
		return false;
	if (find_order(desk, rest) || find_phone(desk, rest) ||
	    find_name(desk, rest))
		return true;
	officer_audit(desk, "text.find", "nothing found");
	utf8_clean(shown, sizeof(shown), rest);
	letter_answer(
	    desk, PHRASE_FIND_NONE, &(struct words){.text = shown}, 0);
	return true;
}
