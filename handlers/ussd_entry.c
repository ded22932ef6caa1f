#include "handlers/ussd_entry.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_phone.h"
#include "gateway/store/store_question.h"

#include "handlers/still.h"
#include "handlers/ussd_state.h"

#define PIN_DIGITS 4 /* or more */

/* -- who --------------------------------------------------------------------
 */

/* Who has two phones is written to on the one they used last. */
static void
note_phone(struct ussd_dial *dial)
{
	struct person *from = &dial->desk->from;
	int64_t phone_id = dial->session->phone_id;

	store_phone_carry_question(
	    dial->desk->store, from->id, from->phone_id, phone_id);
	store_phone_prefer(dial->desk->store, from->id, phone_id);
	from->phone_id = phone_id;
	str_copy(from->number, sizeof(from->number),
	    str_from(dial->session->number));
	from->shared = store_phone_is_shared(dial->desk->store, phone_id);
}

static bool
uses(struct ussd_dial *dial, int64_t person_id)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count =
	    store_phone_people(dial->desk->store, dial->session->phone_id, ids);

	for (size_t i = 0; i < count; i++)
		if (ids[i] == person_id)
			return true;
	return false;
}

static bool
unsure(const struct ussd_dial *dial)
{
	return dial->desk->clock_sure &&
	       still_is_unsure(
		   dial->desk->market, dial->desk->now_ms, &dial->desk->from);
}

bool
ussd_entry_person(struct ussd_dial *dial)
{
	struct desk *desk = dial->desk;
	int64_t who = ussd_state_int(dial->state, "who");

	if (who == 0 || !uses(dial, who))
		who = dial->session->person_id;
	if (!store_person_get(desk->store, who, &desk->from))
		return false;
	desk->by_person = dial->text->person_id = who;
	if (desk->from.phone_id != dial->session->phone_id)
		note_phone(dial);
	else if (who != dial->session->person_id)
		store_phone_speaker(desk->store, dial->session->phone_id, who);
	if (!unsure(dial))
		store_person_heard(desk->store, who, desk->now_ms);
	return true;
}

/* -- in which language ------------------------------------------------------
 */

static bool
has_language(const struct ussd_dial *dial, const char *lang)
{
	for (size_t i = 0; i < ussd_menu_languages(dial->menu); i++)
		if (str_equal_nocase(str_from(lang),
			str_from(ussd_menu_language_name(dial->menu, i))))
			return true;
	return false;
}

/* Theirs, else the operator's hint, else the market's. */
static void
speak(struct ussd_dial *dial)
{
	const char *hint = dial->session->lang;
	char lang[12];

	desk_lang_of(lang, dial->desk, &dial->desk->from);
	if (dial->desk->from.lang[0] == '\0' && hint[0] != '\0' &&
	    strlen(hint) < sizeof(lang) && has_language(dial, hint))
		str_copy(lang, sizeof(lang), str_from(hint));
	ussd_dial_speak(dial, lang);
}

static bool
must_choose_language(const struct ussd_dial *dial)
{
	size_t at[USSD_MENU_LANGUAGES];

	return dial->desk->from.lang[0] == '\0' &&
	       ussd_dial_languages(dial, at) > 1 &&
	       ussd_menu_find(dial->menu, "language") != NULL &&
	       ussd_state_get(dial->state, "dial").octets == 0 &&
	       !has_language(dial, dial->session->lang);
}

/* -- by which file ----------------------------------------------------------
 */

void
ussd_entry_note_file(struct ussd_dial *dial)
{
	int64_t sum = ussd_menu_sum(dial->menu);

	if (ussd_state_int(dial->state, "menu") != sum)
		(void)ussd_state_put_int(dial->state, "menu", sum);
}

bool
ussd_entry_same_file(
    const struct ussd_dial *dial, const struct session_state *state)
{
	int64_t noted = ussd_state_int(state, "menu");

	return noted == 0 || noted == ussd_menu_sum(dial->menu);
}

/* -- the steps --------------------------------------------------------------
 */

/* Their answer decides whose all this is; it is asked as texts are. */
static enum ussd_entered
ask_still(struct ussd_dial *dial)
{
	struct desk_screen *screen = dial->desk->screen;
	struct question q;

	dial->desk->screen = NULL;
	if (!store_question_open(
		dial->desk->store, dial->session->phone_id, &q) ||
	    q.due_ms <= dial->desk->now_ms)
		still_hold(dial->desk, NULL);
	dial->desk->screen = screen;
	ussd_dial_end_with(dial, USSD_TEXT_TEXTED, NULL);
	return USSD_ENTERED_END;
}

/* The state of then, with the question on top: `back` is to go on. */
static void
put_earlier(struct ussd_dial *dial)
{
	struct session_state *state = dial->state;
	char lang[12];

	memcpy(lang, state->lang, sizeof(lang));
	*state = *dial->session->earlier;
	state->bad = 0;
	memcpy(state->lang, lang, sizeof(state->lang));
	ussd_state_go(state, "resume", ussd_state_mark(state));
}

static void
say_made(struct ussd_dial *dial)
{
	const char *made = dial->session->earlier_made;

	if (made != NULL && made[0] != '\0' && dial->top[0] == '\0')
		ussd_dial_top(
		    dial, USSD_TEXT_MADE, &(struct words){.code = made});
}

static bool
may_be_pin(struct str key)
{
	size_t i = 0;
	while (i < key.octets && key.at[i] >= '0' && key.at[i] <= '9')
		i++;
	return i == key.octets && i >= PIN_DIGITS;
}

/* Keys that wait for another question are kept with the state: none that may be
 * a PIN, nor those behind it. */
static void
cut_keys(struct session_state *state)
{
	char keys[SESSION_INPUT_OCTETS + 1];
	struct str key, rest;

	rest = str_from(ussd_state_copy(keys, sizeof(keys), state, "dial"));
	while (str_cut(&key, &rest, '*'))
		if (may_be_pin(str_trim(key))) {
			(void)ussd_state_put(state, "dial",
			    str_of(keys, (size_t)(key.at - keys)));
			return;
		}
}

enum ussd_entered
ussd_entry_go_on(struct ussd_dial *dial)
{
	struct session_state *state = dial->state;
	const struct session_state *earlier = dial->session->earlier;
	bool dialled = ussd_state_get(state, "dial").octets > 0;

	if (unsure(dial))
		return ask_still(dial);
	if (dial->desk->from.shared &&
	    ussd_menu_find(dial->menu, "who") != NULL &&
	    ussd_state_int(state, "who") == 0) {
		cut_keys(state);
		ussd_state_reset(state, "who", "dial");
		return USSD_ENTERED_SHOW;
	}
	if (state->lang[0] == '\0')
		speak(dial);
	say_made(dial);
	if (must_choose_language(dial)) {
		ussd_state_reset(state, "language", "who");
		return USSD_ENTERED_SHOW;
	}
	if (earlier != NULL && earlier->screen[0] != '\0' && !dialled &&
	    !dial->desk->from.shared && ussd_entry_same_file(dial, earlier) &&
	    ussd_menu_find(dial->menu, "resume") != NULL &&
	    ussd_menu_find(dial->menu, earlier->screen) != NULL) {
		put_earlier(dial);
		return USSD_ENTERED_SHOW;
	}
	ussd_state_reset(state, "home", "who pin dial");
	return dialled ? USSD_ENTERED_FEED : USSD_ENTERED_SHOW;
}

enum ussd_entered
ussd_entry_begin(struct ussd_dial *dial)
{
	struct handler_session *session = dial->session;

	memset(dial->state, 0, sizeof(*dial->state));
	if (session->step == SESSION_STEP_DIAL)
		(void)ussd_state_put(dial->state, "dial", session->dial);
	if (!ussd_entry_person(dial))
		return USSD_ENTERED_END;
	speak(dial);
	if (session->step == SESSION_STEP_OVER)
		ussd_dial_top(dial, USSD_TEXT_OVER, NULL);
	return ussd_entry_go_on(dial);
}
