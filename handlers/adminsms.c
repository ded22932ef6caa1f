#include "handlers/adminsms.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"

#include "gateway/store/store_pause.h"
#include "gateway/store/store_spend.h"

#include "handlers/letter.h"
#include "handlers/officer.h"
#include "handlers/place.h"

#define NAMES_LOOKED 20000 /* people by whose names one is found */
#define NAMES_SHOWN 5
#define WAITING_MOST 10000
#define SHOWN_OCTETS 60 /* of somebody's own words */
#define LIST_OCTETS 90 /* leaves room for the rest of one SMS */

/* -- is it one? -------------------------------------------------------------
 */

struct command {
	enum phrase word;
	bool argument;
};

static const struct command commands[] = {
    {PHRASE_WORD_FIND, true},
    {PHRASE_WORD_STATS, false},
    {PHRASE_WORD_LINKS, false},
    {PHRASE_WORD_PAUSE, true},
    {PHRASE_WORD_RESUME, true},
};

/* A phone number, or at most two words and no goods: else an admin is
 * buying. */
static bool
is_argument(const struct desk *desk, struct str rest)
{
	struct str word;
	int words = 0;
	bool is_number =
	    rest.octets > 6 && strspn(rest.at, "+0123456789 -") >= rest.octets;

	while (str_cut(&word, &rest, ' '))
		words += word.octets > 0;
	if (is_number)
		return true;
	return words > 0 && words <= 2 && desk->intent.items_count == 0;
}

bool
adminsms_is(const struct desk *desk)
{
	if ((desk->from.roles & PERSON_ADMIN) == 0 || desk->text->incomplete)
		return false;
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		struct str rest = desk->text->text;
		if (!phrase_cut_word(
			desk->trade->phrases, commands[i].word, &rest))
			continue;
		rest = str_trim(rest);
		return commands[i].argument ? is_argument(desk, rest)
					    : rest.octets == 0;
	}
	return false;
}

static void
answer(struct desk *desk, enum phrase phrase, const struct words *words)
{
	letter_answer(desk, phrase, words, 0);
}

/* -- FIND -------------------------------------------------------------------
 */

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
add_line(struct buf *out, struct desk *desk, const struct order *order,
    const struct line *line)
{
	struct letter letter = {.desk = desk};
	struct letter_goods goods;

	str_copy(letter.lang, sizeof(letter.lang), str_from(desk->lang));
	letter.style = desk_style(desk, letter.lang);
	letter_goods(&goods, &letter, order, line, 1);
	buf_add_format(out, "%s%s %s", out->octets > 0 ? ", " : "", goods.items,
	    line_state_name(line->state));
}

static bool
find_order(struct desk *desk, struct str rest)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	struct person buyer = {.id = 0};
	char code[8], list[LIST_OCTETS], name[64] = "", masked[24], what[60];
	struct buf out = buf_over(list, sizeof(list));
	size_t count;

	if (!read_code(code, rest) ||
	    !store_order_by_code(desk->store, code, &order))
		return false;
	count = place_load(desk, order.id, lines);
	for (size_t i = 0; i < count; i++)
		add_line(&out, desk, &order, &lines[i]);
	if (store_person_get(desk->store, order.buyer_id, &buyer))
		letter_name(name, &buyer);
	snprintf(what, sizeof(what), "order %" PRId64, order.id);
	officer_audit(desk, "text.find", "%s", what);
	answer(desk, PHRASE_FIND_ORDER,
	    &(struct words){.code = order.code,
		.list = list,
		.name = buyer.name[0] != '\0' ? name : "",
		.phone = log_phone(masked, sizeof(masked), buyer.number)});
	return true;
}

static void
tell_person(struct desk *desk, const struct person *person)
{
	struct book book;
	char list[LIST_OCTETS] = "-", name[64], masked[24], what[60];
	struct buf out = buf_over(list, sizeof(list));

	book_load(&book, desk, person->id);
	for (size_t i = 0; i < book.count; i++)
		if ((book.orders[i].parts & ~(unsigned)BOOK_PAST) != 0)
			buf_add_format(&out, "%s#%s", i > 0 ? " " : "",
			    book.orders[i].code);
	if (out.octets == 0)
		buf_add_text(&out, "-");
	letter_name(name, person);
	snprintf(what, sizeof(what), "person %" PRId64, person->id);
	officer_audit(desk, "text.find", "%s", what);
	answer(desk, PHRASE_FIND_PERSON,
	    &(struct words){.name = person->name[0] != '\0' ? name : "",
		.phone = log_phone(masked, sizeof(masked), person->number),
		.place = person->place,
		.list = list});
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

static bool
find_name(struct desk *desk, struct str rest)
{
	int64_t ids[NAMES_SHOWN];
	char name[64], list[LIST_OCTETS];
	struct buf out = buf_over(list, sizeof(list));
	struct person person;
	size_t count;

	if (str_copy(name, sizeof(name), rest) < 2)
		return false;
	count = store_person_by_name(
	    desk->store, name, NAMES_LOOKED, ids, NAMES_SHOWN);
	if (count == 1 && store_person_get(desk->store, ids[0], &person)) {
		tell_person(desk, &person);
		return true;
	}
	for (size_t i = 0; i < count; i++) {
		char masked[24];
		if (!store_person_get(desk->store, ids[i], &person))
			continue;
		buf_add_format(&out, "%s%.20s %s", i > 0 ? ", " : "",
		    person.name,
		    log_phone(masked, sizeof(masked), person.number));
	}
	if (count == 0)
		return false;
	officer_audit(desk, "text.find", "several people by a name");
	answer(desk, PHRASE_FIND_SEVERAL, &(struct words){.list = list});
	return true;
}

bool
adminsms_find(struct desk *desk, const struct book *book, struct str rest)
{
	char shown[SHOWN_OCTETS];

	(void)book;
	if (!desk->proven || !adminsms_is(desk))
		return false;
	if (find_order(desk, rest) || find_phone(desk, rest) ||
	    find_name(desk, rest))
		return true;
	officer_audit(desk, "text.find", "nothing found");
	utf8_clean(shown, sizeof(shown), rest);
	answer(desk, PHRASE_FIND_NONE, &(struct words){.text = shown});
	return true;
}

/* -- STATS ------------------------------------------------------------------
 */

bool
adminsms_stats(struct desk *desk, const struct book *book, struct str rest)
{
	static const enum line_state states[] = {LINE_ASKED, LINE_WAITING,
	    LINE_OFFERED, LINE_CONFIRMED, LINE_DISPUTED};
	const struct handler_links *links = &desk->trade->links;
	char list[LIST_OCTETS], sent[24], waiting[24], alarms[24];
	struct buf out = buf_over(list, sizeof(list));
	struct spend spend;

	(void)book;
	(void)rest;
	if (!desk->proven || !adminsms_is(desk))
		return false;
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		buf_add_format(&out, "%s%" PRId64 " %s", i > 0 ? ", " : "",
		    store_line_count(desk->store, states[i]),
		    line_state_name(states[i]));
	store_spend_get(desk->store,
	    market_account_day(desk->market, desk->now_ms), 0, &spend);
	snprintf(sent, sizeof(sent), "%" PRId64, spend.texts);
	snprintf(waiting, sizeof(waiting), "%" PRId64,
	    store_message_count_below(
		desk->store, MESSAGE_QUEUED, INT64_MAX, WAITING_MOST));
	snprintf(alarms, sizeof(alarms), "%zu",
	    links->alarms != NULL ? links->alarms(links->arg) : 0);
	officer_audit(desk, "text.stats", "asked");
	answer(desk, PHRASE_STATS,
	    &(struct words){
		.list = list, .qty = sent, .n = waiting, .left = alarms});
	return true;
}

/* -- LINKS, PAUSE, RESUME ---------------------------------------------------
 */

/* Index of that name, -1: none. */
static int
list_links(const struct desk *desk, struct buf *out, struct str name)
{
	const struct handler_links *links = &desk->trade->links;
	struct handler_link link;
	int found = -1;

	for (size_t i = 0;
	     links->link != NULL && links->link(links->arg, i, &link); i++) {
		buf_add_format(out, "%s%s %s", i > 0 ? ", " : "", link.name,
		    store_pause_is(desk->store, link.name) ? "paused"
							   : link.state);
		if (link.signal_percent >= 0)
			buf_add_format(out, " %d%%", link.signal_percent);
		if (str_equal_nocase(name, str_from(link.name)))
			found = (int)i;
	}
	if (out->octets == 0)
		buf_add_text(out, "-");
	return found;
}

bool
adminsms_links(struct desk *desk, const struct book *book, struct str rest)
{
	char list[LIST_OCTETS + 50];
	struct buf out = buf_over(list, sizeof(list));

	(void)book;
	(void)rest;
	if (!desk->proven || !adminsms_is(desk))
		return false;
	list_links(desk, &out, str_of(NULL, 0));
	officer_audit(desk, "text.links", "asked");
	answer(desk, PHRASE_LINKS, &(struct words){.list = list});
	return true;
}

/* Would a word and an answer still leave by another? */
static bool
another_sends(const struct desk *desk, const char *name)
{
	const struct handler_links *links = &desk->trade->links;
	struct handler_link link;

	for (size_t i = 0; links->link(links->arg, i, &link); i++)
		if (strcmp(link.name, name) != 0 &&
		    strcmp(link.state, "up") == 0 &&
		    !store_pause_is(desk->store, link.name))
			return true;
	return false;
}

static bool
put_pause(struct desk *desk, struct str rest, bool paused)
{
	const struct handler_links *links = &desk->trade->links;
	char list[LIST_OCTETS], by[40], shown[SHOWN_OCTETS];
	struct buf out = buf_over(list, sizeof(list));
	struct handler_link link;
	int at;

	if (!desk->proven || !adminsms_is(desk))
		return false;
	at = list_links(desk, &out, rest);
	if (at < 0 || !links->link(links->arg, (size_t)at, &link)) {
		utf8_clean(shown, sizeof(shown), rest);
		officer_audit(desk, paused ? "text.pause" : "text.resume",
		    "no link of that name");
		answer(desk, PHRASE_LINK_NONE,
		    &(struct words){.text = shown, .list = list});
		return true;
	}
	if (paused && !another_sends(desk, link.name)) {
		officer_audit(desk, "text.pause", "refused: the only link");
		answer(
		    desk, PHRASE_LINK_LAST, &(struct words){.text = link.name});
		return true;
	}
	snprintf(by, sizeof(by), "person:%" PRId64, desk->from.id);
	store_pause_put(desk->store, link.name, paused, by, desk->now_ms);
	officer_audit(
	    desk, paused ? "text.pause" : "text.resume", "%s", link.name);
	answer(desk, paused ? PHRASE_LINK_PAUSED : PHRASE_LINK_RESUMED,
	    &(struct words){.text = link.name});
	return true;
}

bool
adminsms_pause(struct desk *desk, const struct book *book, struct str rest)
{
	(void)book;
	return put_pause(desk, rest, true);
}

bool
adminsms_resume(struct desk *desk, const struct book *book, struct str rest)
{
	(void)book;
	return put_pause(desk, rest, false);
}
