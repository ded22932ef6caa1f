#include "handlers/adminsms.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "gateway/store/store_pause.h"
#include "gateway/store/store_spend.h"
#include "gateway/store/store_traffic.h"

#include "handlers/adminsms_say.h"
#include "handlers/letter.h"
#include "handlers/officer.h"

#define WAITING_MOST 10000

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

/* "stats?", "FIND K7F." */
struct str
adminsms_rest(struct str rest)
{
	rest = str_trim(rest);
	while (rest.octets > 0 &&
	       strchr("?.!,;", rest.at[rest.octets - 1]) != NULL)
		rest = str_trim(str_of(rest.at, rest.octets - 1));
	return rest;
}

/* Nganga is almost "ngano", but nobody buys without a figure what they cannot
 * write. */
static bool
names_goods(const struct intent *intent)
{
	for (size_t i = 0; i < intent->items_count; i++)
		if (intent->items[i].has_qty || !intent->items[i].fuzzy)
			return true;
	return false;
}

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
	return words > 0 && words <= 2 && !names_goods(&desk->intent);
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
		rest = adminsms_rest(rest);
		return commands[i].argument ? is_argument(desk, rest)
					    : rest.octets == 0;
	}
	return false;
}

bool
adminsms_is_alone(const struct desk *desk, struct str rest)
{
	return rest.octets == 0 && !desk->text->incomplete;
}

/* -- STATS ------------------------------------------------------------------
 */

static void
list_states(struct say_list *list, struct desk *desk)
{
	static const enum line_state states[] = {LINE_ASKED, LINE_WAITING,
	    LINE_OFFERED, LINE_CONFIRMED, LINE_DISPUTED};
	struct traffic_orders orders;

	store_traffic_orders(desk->store, &orders);
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		struct str word = say_state(desk, states[i]);
		char item[SAY_ITEM_OCTETS];

		if (orders.lines[states[i]] == 0)
			continue;
		snprintf(item, sizeof(item), "%" PRId64 "%s %.*s",
		    orders.lines[states[i]], orders.all ? "" : "+",
		    (int)word.octets, word.at);
		say_item(list, str_from(item));
	}
}

/* Of the day by which those that left are counted. */
static void
write_received(char dst[24], const struct desk *desk)
{
	int64_t begins_ms =
	    INT64_C(60000) * market_account_begins_min(desk->market);
	struct traffic_hour day = {.from_ms = market_day_begin(desk->market,
						  desk->now_ms - begins_ms) +
					      begins_ms};

	store_traffic_since(desk->store, &day);
	snprintf(dst, 24, "%s%" PRId64, day.about ? "~" : "", day.in);
}

bool
adminsms_stats(struct desk *desk, const struct book *book, struct str rest)
{
	const struct handler_links *links = &desk->trade->links;
	struct say_list list = {.count = 0};
	char received[24], sent[24], waiting[24], alarms[24];
	struct spend spend;

	(void)book;
	(void)rest;
	if (!desk->proven || !adminsms_is(desk))
		return false;
	list_states(&list, desk);
	write_received(received, desk);
	store_spend_get(desk->store,
	    market_account_day(desk->market, desk->now_ms), 0, &spend);
	snprintf(sent, sizeof(sent), "%" PRId64, spend.texts);
	snprintf(waiting, sizeof(waiting), "%" PRId64,
	    store_message_count_below(
		desk->store, MESSAGE_QUEUED, INT64_MAX, WAITING_MOST));
	snprintf(alarms, sizeof(alarms), "%zu",
	    links->alarms != NULL ? links->alarms(links->arg) : 0);
	officer_audit(desk, "text.stats", "asked");
	say_answer(desk, PHRASE_STATS,
	    &(struct words){
		.total = received, .qty = sent, .n = waiting, .left = alarms},
	    &list);
	return true;
}

/* -- LINKS, PAUSE, RESUME ---------------------------------------------------
 */

/* Index of that name, -1: none. */
static int
list_links(const struct desk *desk, struct say_list *list, struct str name)
{
	const struct handler_links *links = &desk->trade->links;
	struct handler_link link;
	int found = -1;

	for (size_t i = 0;
	     links->link != NULL && links->link(links->arg, i, &link); i++) {
		char item[SAY_ITEM_OCTETS];
		struct buf out = buf_over(item, sizeof(item));

		bool paused = store_pause_is(desk->store, link.name) ||
			      strcmp(link.state, "resting") == 0;

		buf_add_format(&out, "%s ", link.name);
		buf_add_str(
		    &out, say_link_state(desk, paused ? "paused" : link.state));
		if (link.signal_percent >= 0)
			buf_add_format(&out, " %d%%", link.signal_percent);
		say_item(list, buf_str(&out));
		if (str_equal_nocase(name, str_from(link.name)))
			found = (int)i;
	}
	return found;
}

bool
adminsms_links(struct desk *desk, const struct book *book, struct str rest)
{
	struct say_list list = {.count = 0};

	(void)book;
	(void)rest;
	if (!desk->proven || !adminsms_is(desk))
		return false;
	list_links(desk, &list, str_of(NULL, 0));
	officer_audit(desk, "text.links", "asked");
	say_answer(desk, PHRASE_LINKS, &(struct words){0}, &list);
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

static void
pause_link(struct desk *desk, const char *name, bool paused)
{
	char by[40];

	if (paused && !another_sends(desk, name)) {
		officer_audit(desk, "text.pause", "refused: the only link");
		letter_answer(
		    desk, PHRASE_LINK_LAST, &(struct words){.text = name}, 0);
		return;
	}
	snprintf(by, sizeof(by), "person:%" PRId64, desk->from.id);
	store_pause_put(desk->store, name, paused, by, desk->now_ms);
	officer_audit(desk, paused ? "text.pause" : "text.resume", "%s", name);
	letter_answer(desk, paused ? PHRASE_LINK_PAUSED : PHRASE_LINK_RESUMED,
	    &(struct words){.text = name}, 0);
}

/* "PAUSE" alone needs no word: it does nothing, and says how. */
static bool
put_pause(struct desk *desk, struct str rest, bool paused)
{
	const struct handler_links *links = &desk->trade->links;
	struct say_list list = {.count = 0};
	char shown[SAY_SHOWN_OCTETS];
	struct handler_link link;
	int at;

	rest = adminsms_rest(rest);
	if (adminsms_is_alone(desk, rest)) {
		letter_answer(desk, PHRASE_LINK_WHICH,
		    &(struct words){.text = paused ? "PAUSE" : "RESUME"}, 0);
		return true;
	}
	if (!desk->proven || !adminsms_is(desk))
		return false;
	/* "PAUSE link a" */
	if (phrase_cut_word(desk->trade->phrases, PHRASE_WORD_LINKS, &rest))
		rest = str_trim(rest);
	at = list_links(desk, &list, rest);
	if (at >= 0 && links->link(links->arg, (size_t)at, &link)) {
		pause_link(desk, link.name, paused);
		return true;
	}
	utf8_clean(shown, sizeof(shown), rest);
	officer_audit(desk, paused ? "text.pause" : "text.resume",
	    "no link of that name");
	say_answer(
	    desk, PHRASE_LINK_NONE, &(struct words){.text = shown}, &list);
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
