/* Every screen, in every language, with long names: whatever key it shows is
 * pressed, in a transaction that is taken back, so that all of them start from
 * the same market. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_person.h"

#include "handlers/handlers.h"
#include "handlers/ussd_letters.h"

#include "tests/scenario/story.h"
#include "tests/scenario/story_dial.h"
#include "tests/scenario/story_stage.h"

#define SCREENS 400 /* of one person in one language */
#define KEYS 16
#define BUYER "Wanjiku {code} \"Mama\" Kamau"
#define SELLER "Akinyi nyar Sakwa-Kagwa Odhi"

static const char *const languages[] = {"en", "sw", "fr", "es", "pt", "id",
    "zh", "ar", "am", "hi", "bn", "hi-Latn", "bn-Latn", "zh-Latn"};
#define LANGUAGES (sizeof(languages) / sizeof(languages[0]))

struct seen {
	struct session_state state;
	char text[SESSION_TEXT_OCTETS];
};

struct walk {
	struct story *story;
	const struct actor *who;
	const char *lang;
	struct seen *seen;
	size_t count;
	size_t ends, turns;
};

/* -- a turn that leaves nothing behind -------------------------------------
 */

static void
fail_at(
    const struct walk *w, const char *typed, const char *text, const char *what)
{
	fail_msg(
	    "%s, %s* %s: %s:\n%s", w->lang, w->who->name, typed, what, text);
}

static void
must_fit(
    const struct walk *w, const char *typed, const struct handler_session *out)
{
	bool gsm;
	size_t size = ussd_letters_size(str_from(out->text), &gsm);

	if (size == 0)
		fail_at(w, typed, out->text, "an empty screen");
	if (size > (size_t)(gsm ? out->channel->septets : out->channel->units))
		fail_at(w, typed, out->text, "too long");
	if (!out->go_on && strstr(out->text, "\n98") != NULL)
		fail_at(w, typed, out->text, "more behind the end");
}

static void
turn(struct walk *w, const struct session_state *before, const char *typed,
    struct handler_session *out)
{
	struct story *s = w->story;
	struct turn now = {s->store, &s->market, s->now_ms, s->clock_sure};

	*out = (struct handler_session){.channel = story_channel(s),
	    .step = before ? SESSION_STEP_ANSWER : SESSION_STEP_DIAL,
	    .session_id = 1,
	    .number = w->who->number,
	    .code = "384*96",
	    .lang = "",
	    .dial = str_from(before ? "" : typed),
	    .input = str_from(before ? typed : ""),
	    .random = ++w->turns};
	if (before != NULL)
		out->state = *before;
	store_begin(s->store);
	assert_true(store_phone_find(
	    s->store, w->who->number, &out->phone_id, &out->person_id));
	handlers_table()->on_session(s->trade, &now, out);
	store_rollback(s->store);
	must_fit(w, typed, out);
	if (!out->go_on && ++w->ends > 0 && getenv("FURROW_SHOW") != NULL)
		print_message(
		    "-- %s %s END\n%s\n", w->lang, w->who->name, out->text);
}

/* -- the keys of a screen --------------------------------------------------
 */

/* "12 Kale" -> 12; -1: no key stands there. */
static int
key_at(struct str line)
{
	int key = 0;
	size_t octets = 0;

	while (octets < line.octets && octets < 3 && line.at[octets] >= '0' &&
	       line.at[octets] <= '9')
		key = key * 10 + line.at[octets++] - '0';
	return octets == 0 || octets == 3 ||
		       (octets < line.octets && line.at[octets] != ' ')
		   ? -1
		   : key;
}

/* From the last line up, for words may begin with a figure ("12 eggs"; they are
 * the first line of the first page): the ways, then options whose keys fall. */
static size_t
keys_of(const struct seen *seen, char keys[KEYS][4])
{
	struct str line[64], rest = str_from(seen->text);
	size_t lines = 0, count = 0;
	int below = 98;

	while (lines < 64 && str_cut(&line[lines], &rest, '\n'))
		lines++;
	while (lines > 0 && count < KEYS) {
		struct str at = line[--lines];
		int key = key_at(at);
		bool way = key == 98 || key == 0;
		bool words = lines == 0 && seen->state.page == 0;

		if (key < 0 || (!way && (key >= below || words)))
			break;
		below = way ? below : key;
		str_copy(keys[count++], 4,
		    str_of(at.at, key > 9 || str_starts(at, "00") ? 2 : 1));
	}
	return count;
}

static bool
is_among(char keys[KEYS][4], size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return false;
}

static void
note(struct walk *w, const struct handler_session *shown)
{
	for (size_t i = 0; i < w->count; i++)
		if (strcmp(w->seen[i].text, shown->text) == 0)
			return;
	if (w->count == SCREENS)
		return;
	w->seen[w->count].state = shown->state;
	str_copy(w->seen[w->count++].text, SESSION_TEXT_OCTETS,
	    str_from(shown->text));
}

/* Beside the ways: something to choose from. */
static bool
keys_are_options(char keys[KEYS][4], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (keys[i][0] != '0' && strcmp(keys[i], "98") != 0)
			return true;
	return false;
}

/* Figures, words, nonsense where they are wanted, a wrong key elsewhere. */
static void
type(struct walk *w, const struct session_state *at, bool options)
{
	static const char *const typed[] = {"77", "3", "2.5", "99999999999",
	    "So long a word of a farmer that it hardly fits, with \"marks\" "
	    "and {code} in it, and then some more of it to the very end, ok",
	    "मेरे गांव का तराजू गलत है और कोई सुनता नहीं, कृपया जल्दी देखें",
	    "Otieno\nna \"Mama\" {items}, Yala"};
	size_t count = options ? 1 : sizeof(typed) / sizeof(typed[0]);
	struct handler_session out;

	for (size_t i = 0; i < count; i++) {
		turn(w, at, typed[i], &out);
		if (out.go_on && out.state.bad == 0)
			note(w, &out);
	}
}

static void
press(struct walk *w, size_t at)
{
	char keys[KEYS][4];
	struct seen seen = w->seen[at];
	struct handler_session out;
	size_t count = keys_of(&seen, keys);
	bool home = strcmp(seen.state.screen, "home") == 0;

	if (count == 0)
		fail_at(w, "", seen.text, "no way on");
	if (!(home && seen.state.page == 0) && seen.state.stack[0] != '\0' &&
	    !is_among(keys, count, "0"))
		fail_at(w, "", seen.text, "no way back");
	for (size_t i = 0; i < count; i++) {
		turn(w, &seen.state, keys[i], &out);
		if (out.state.bad > 0)
			fail_at(w, keys[i], seen.text, "does not work");
		if (out.go_on && strcmp(seen.state.screen, "language") != 0)
			note(w, &out);
	}
	type(w, &seen.state, keys_are_options(keys, count));
}

static void
walk(struct story *s, const char *name, const char *lang, size_t most)
{
	struct walk w = {.story = s,
	    .who = story_actor(s, name),
	    .lang = lang,
	    .seen = calloc(SCREENS, sizeof(*w.seen))};
	struct handler_session out;
	struct person person;

	store_begin(s->store);
	assert_true(store_person_get(s->store, w.who->person_id, &person));
	str_copy(person.lang, sizeof(person.lang), str_from(lang));
	store_person_put_lang(s->store, &person);
	story_commit(s);
	turn(&w, NULL, "", &out);
	note(&w, &out);
	for (size_t i = 0; i < w.count && i < most; i++)
		press(&w, i);
	if (getenv("FURROW_SHOW") != NULL)
		for (size_t i = 0; i < w.count; i++)
			print_message("-- %s %s %s\n%s\n", lang, name,
			    w.seen[i].state.screen, w.seen[i].text);
	assert_true(w.count > 20 && w.ends > 3);
	free(w.seen);
}

/* -- the market ------------------------------------------------------------
 */

static struct story *
rich_market(void)
{
	struct story *s = story_begin(NULL);

	story_all_goods(s);
	story_person(s, BUYER, "+254711000001", "buyer", "Ugunja kwa Wanga");
	story_person(s, SELLER, "+254722000001", "seller", "Yala");
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_area(s, BUYER, "Ugunja ya juu kwa mzee \"Wanga\"", "Siaya");
	story_area(s, SELLER, "Yala", "Siaya");
	story_area(s, "Amina", "Kisumu", "");
	story_offer(s, SELLER, "long_name", "sack", 40, 1250);
	story_offer(s, SELLER, "long_name", "kg", 200, 35);
	story_offer(s, SELLER, "odd_name", "bottle", 12, 300);
	story_offer(s, SELLER, "tomato", "kg", 500, 40);
	story_offer(s, SELLER, "egg", "piece", 90, 15);
	story_offer(s, SELLER, "kale", "bunch", 50, -1);
	story_text(s, BUYER, "10 kg tomato");
	story_text(s, SELLER, "yes");
	story_text(s, BUYER, "30 eggs");
	story_text(s, SELLER, "only 12");
	story_text(s, BUYER, "3 bunches kale");
	story_person(s, "Baraka", "+254711000002", "buyer", "Yala");
	story_text(s, "Baraka", "2 kg tomato");
	story_text(s, "Baraka", "STOP");
	return s;
}

static void
everything_fits_and_works(void **state)
{
	struct story *s = rich_market();

	(void)state;
	for (size_t i = 0; i < LANGUAGES; i++) {
		walk(s, BUYER, languages[i], 70);
		walk(s, SELLER, languages[i], 110);
		walk(s, "Baraka", languages[i], 30);
	}
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everything_fits_and_works),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
