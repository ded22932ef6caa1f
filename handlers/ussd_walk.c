#include "handlers/ussd_walk.h"

#include <string.h>

#include "handlers/officer.h"
#include "handlers/ussd_act.h"
#include "handlers/ussd_entry.h"
#include "handlers/ussd_list.h"
#include "handlers/ussd_number.h"
#include "handlers/ussd_pin.h"
#include "handlers/ussd_show.h"
#include "handlers/ussd_state.h"
#include "handlers/ussd_typed.h"

#define SKIPS_MOST 8 /* screens passed in a row */

/* What became of an answer. */
enum took {
	TOOK_ON, /* the state's screen is to be shown */
	TOOK_BAD, /* that was no answer */
	TOOK_END, /* the session's text is the last */
	TOOK_ENTRY, /* a person or a language: the steps of ussd_entry go on */
};

/* -- forward ----------------------------------------------------------------
 */

static enum took go(struct ussd_dial *dial, int way, size_t mark);

static void
home(struct ussd_dial *dial)
{
	dial->state->token = 0;
	ussd_state_reset(dial->state, "home", "who pin");
}

/* Lists of one row, or of none, that need not be shown. */
static bool
skips(struct ussd_dial *dial, const struct ussd_screen *screen)
{
	struct ussd_list list;

	if (!screen->skip || screen->kind != USSD_KIND_LIST)
		return false;
	ussd_list_load(&list, dial, (enum ussd_source)screen->what);
	if (list.count == 1)
		return ussd_list_take(dial, (enum ussd_source)screen->what,
			   &list.row[0]) == USSD_LIST_TAKEN;
	return list.count == 0 && ussd_show_behind(screen, &list) == NULL;
}

/* Before what only one of the people of a phone may see. */
static const struct ussd_screen *
guard(struct ussd_dial *dial, const struct ussd_screen *screen)
{
	const struct ussd_screen *pin = ussd_menu_find(dial->menu, "pin");

	if (screen->kind != USSD_KIND_SHOW ||
	    !ussd_act_needs_pin((enum ussd_act)screen->what) ||
	    !dial->desk->from.shared || pin == NULL ||
	    str_is(ussd_state_get(dial->state, "pin"), "1"))
		return screen;
	(void)ussd_state_put(dial->state, "for", str_from(screen->id));
	return pin;
}

static enum took
go_to(struct ussd_dial *dial, const struct ussd_screen *screen, size_t mark)
{
	for (int i = 0; i < SKIPS_MOST && skips(dial, screen); i++) {
		if (screen->way < 0)
			return go(dial, screen->way, mark);
		screen = ussd_menu_screen(dial->menu, (size_t)screen->way);
	}
	screen = guard(dial, screen);
	dial->state->token = 0;
	if (strcmp(screen->id, "home") == 0)
		home(dial);
	else
		ussd_state_go(dial->state, screen->id, mark);
	return TOOK_ON;
}

static enum took
back(struct ussd_dial *dial)
{
	/* From the question whether to go on: what they saw was not done. */
	bool resumes = strcmp(dial->state->screen, "resume") == 0;
	int64_t token = dial->state->token;

	if (!ussd_state_back(dial->state))
		home(dial);
	dial->state->token = resumes ? token : 0;
	return TOOK_ON;
}

static enum took
go(struct ussd_dial *dial, int way, size_t mark)
{
	switch (way) {
	case USSD_WAY_BACK:
		return back(dial);
	case USSD_WAY_HOME:
		home(dial);
		return TOOK_ON;
	case USSD_WAY_END:
		ussd_dial_end_with(dial, USSD_TEXT_BYE, NULL);
		return TOOK_END;
	case USSD_WAY_DO: /* of a confirm screen only, see take_option() */
		return TOOK_BAD;
	default:
		return go_to(
		    dial, ussd_menu_screen(dial->menu, (size_t)way), mark);
	}
}

/* -- one kind of screen each ------------------------------------------------
 */

static enum took
act(struct ussd_dial *dial, const struct ussd_screen *screen,
    const struct ussd_option *option)
{
	enum ussd_act what =
	    (enum ussd_act)(option->act >= 0 ? option->act : screen->what);

	if (dial->feeding || screen->kind != USSD_KIND_CONFIRM)
		return TOOK_BAD;
	if (what == (enum ussd_act)screen->what && !ussd_act_is_done(dial) &&
	    ussd_show_has_changed(dial, screen)) {
		ussd_dial_top(dial, USSD_TEXT_NEWS, NULL);
		return TOOK_ON;
	}
	ussd_act_do(dial, screen, what);
	return TOOK_END;
}

static enum took
take_option(struct ussd_dial *dial, const struct ussd_screen *screen, int key)
{
	const struct ussd_option *option =
	    key >= 1 && key <= 9 ? ussd_show_option(dial, screen, key) : NULL;
	size_t mark = ussd_state_mark(dial->state);

	if (option == NULL)
		return TOOK_BAD;
	if (option->way == USSD_WAY_DO)
		return act(dial, screen, option);
	if (!ussd_state_set(dial->state, option->set))
		return TOOK_BAD;
	return go(dial, option->way, mark);
}

/* The rows that they saw are there no more.  Who knows the key of one on a
 * later page may use it. */
static bool
has_moved(struct ussd_dial *dial, const struct ussd_list *list)
{
	struct str mark = ussd_state_get(dial->state, "seen"), count;
	int64_t seen, hash;

	return !dial->feeding && str_cut(&count, &mark, ':') &&
	       str_to_int64(&seen, count) && str_to_int64(&hash, mark) &&
	       hash != ussd_list_mark(list, (size_t)seen);
}

static enum took
take_row(struct ussd_dial *dial, const struct ussd_screen *screen, int key)
{
	enum ussd_source source = (enum ussd_source)screen->what;
	size_t mark = ussd_state_mark(dial->state), row = (size_t)key - 1;
	const struct ussd_option *behind;
	struct ussd_list list;

	ussd_list_load(&list, dial, source);
	behind = ussd_show_behind(screen, &list);
	if (key >= 1 && row == list.count && behind != NULL)
		return ussd_state_set(dial->state, behind->set)
			   ? go(dial, behind->way, mark)
			   : TOOK_BAD;
	if (key < 1 || row >= list.count)
		return TOOK_BAD;
	if (has_moved(dial, &list)) {
		ussd_dial_top(dial, USSD_TEXT_CHANGED, NULL);
		return TOOK_ON;
	}
	switch (ussd_list_take(dial, source, &list.row[row])) {
	case USSD_LIST_REFUSED:
		ussd_dial_top(dial, USSD_TEXT_CHANGED, NULL);
		return TOOK_ON;
	case USSD_LIST_INTO:
		ussd_state_into(dial->state, mark);
		return TOOK_ON;
	case USSD_LIST_TAKEN:
		break;
	}
	if (source == USSD_SOURCE_PEOPLE ||
	    (source == USSD_SOURCE_LANGUAGES && dial->state->stack[0] == '\0'))
		return TOOK_ENTRY;
	return go(dial, screen->way, mark);
}

/* -- a PIN ------------------------------------------------------
 */

static enum took
take_pin(
    struct ussd_dial *dial, const struct ussd_screen *screen, struct str typed)
{
	const struct ussd_screen *to;
	char id[USSD_MENU_ID_OCTETS];

	if (dial->feeding)
		return TOOK_BAD;
	switch (ussd_pin_try(dial, typed)) {
	case USSD_PIN_RIGHT:
		break;
	case USSD_PIN_WRONG:
		return TOOK_BAD;
	case USSD_PIN_OVER:
		return TOOK_END;
	}
	to = ussd_menu_find(
	    dial->menu, ussd_state_copy(id, sizeof(id), dial->state, "for"));
	if (to == NULL && screen->way >= 0)
		to = ussd_menu_screen(dial->menu, (size_t)screen->way);
	(void)ussd_state_back(dial->state); /* nobody comes back to it */
	(void)ussd_state_put(dial->state, "pin", STR("1"));
	return to != NULL ? go_to(dial, to, ussd_state_mark(dial->state))
			  : TOOK_BAD;
}

/* -- an answer --------------------------------------------------------------
 */

/* "1" to "89", in any script's digits; else 0. */
static int
key_of(struct str typed)
{
	struct str behind;
	int64_t milli;

	if (ussd_number_read(&milli, &behind, typed, 99000) != 0 ||
	    behind.octets > 0 || milli % 1000 != 0)
		return 0;
	return (int)(milli / 1000);
}

static enum took
take_typed(struct ussd_dial *dial, const struct ussd_screen *screen,
    size_t mark, bool good)
{
	return good ? go(dial, screen->way, mark) : TOOK_BAD;
}

static enum took
turn_page(struct ussd_dial *dial, const struct ussd_screen *screen)
{
	if (!dial->feeding && !ussd_show_has_more(dial, screen))
		return TOOK_BAD;
	dial->state->page++;
	return TOOK_ON;
}

static enum took
take(struct ussd_dial *dial, struct str typed)
{
	const struct ussd_screen *screen = ussd_dial_screen(dial);
	bool leaves = ussd_show_leaves(dial);
	size_t mark = ussd_state_mark(dial->state);
	bool figure =
	    screen->kind == USSD_KIND_NUMBER || screen->kind == USSD_KIND_TEXT;

	if (leaves && str_is(typed, "0"))
		return back(dial);
	if (leaves && str_is(typed, "00"))
		return go(dial, USSD_WAY_HOME, 0);
	if (!figure && key_of(typed) == 98)
		return turn_page(dial, screen);
	switch (screen->kind) {
	case USSD_KIND_LIST:
		return take_row(dial, screen, key_of(typed));
	case USSD_KIND_NUMBER:
		return screen->what == USSD_RULE_PIN
			   ? take_pin(dial, screen, typed)
			   : take_typed(dial, screen, mark,
				 ussd_typed_figure(dial, screen, typed));
	case USSD_KIND_TEXT:
		return take_typed(
		    dial, screen, mark, ussd_typed_words(dial, screen, typed));
	case USSD_KIND_MENU:
	case USSD_KIND_CONFIRM:
	case USSD_KIND_SHOW:
		break;
	}
	return take_option(dial, screen, key_of(typed));
}

/* -- a turn -----------------------------------------------------------------
 */

static void
end_with_call(struct ussd_dial *dial)
{
	struct person officer = {.id = 0};
	int64_t id = officer_for(dial->desk, dial->desk->from.area_id);
	const char *phone = dial->desk->market->admin_phone;

	if (id != 0 && store_person_get(dial->desk->store, id, &officer))
		phone = officer.number;
	ussd_dial_end_with(dial,
	    phone[0] != '\0' ? USSD_TEXT_CALL : USSD_TEXT_BYE,
	    &(struct words){.phone = phone});
}

static void
say_bad(struct ussd_dial *dial)
{
	const struct ussd_screen *screen = ussd_dial_screen(dial);
	enum ussd_text text = USSD_TEXT_BAD;

	if (dial->top[0] != '\0')
		return; /* said already, and better */
	if (screen->kind == USSD_KIND_NUMBER)
		text = screen->what == USSD_RULE_PIN ? USSD_TEXT_PIN_BAD
						     : USSD_TEXT_FIGURE;
	ussd_dial_top(dial, text, NULL);
	if (dial->top[0] == '\0')
		ussd_dial_top(dial, USSD_TEXT_BAD, NULL);
}

/* Keys that were dialled stop before what they must not do blindly. */
static bool
takes_keys(const struct ussd_dial *dial)
{
	const struct ussd_screen *screen = ussd_dial_screen(dial);

	return !screen->secret && screen->kind != USSD_KIND_CONFIRM &&
	       screen->kind != USSD_KIND_TEXT;
}

static enum took
feed(struct ussd_dial *dial)
{
	char keys[SESSION_INPUT_OCTETS + 1];
	struct str rest, key;
	enum took took = TOOK_ON;

	rest =
	    str_from(ussd_state_copy(keys, sizeof(keys), dial->state, "dial"));
	home(dial);
	dial->feeding = true;
	while (
	    took == TOOK_ON && takes_keys(dial) && str_cut(&key, &rest, '*')) {
		took = take(dial, str_trim(key));
		if (took == TOOK_ENTRY)
			took = go(dial, USSD_WAY_HOME, 0);
	}
	dial->feeding = false;
	if (took == TOOK_BAD) {
		say_bad(dial);
		took = TOOK_ON;
	}
	return took;
}

static enum took
enter(struct ussd_dial *dial, enum ussd_entered entered)
{
	switch (entered) {
	case USSD_ENTERED_FEED:
		return feed(dial);
	case USSD_ENTERED_END:
		dial->state->vars[0] = '\0'; /* keys that nobody was fed */
		return TOOK_END;
	case USSD_ENTERED_SHOW:
		break;
	}
	return TOOK_ON;
}

static enum took
answer(struct ussd_dial *dial)
{
	struct session_state *state = dial->state;
	enum took took;

	if (!ussd_entry_person(dial))
		return TOOK_END;
	ussd_dial_speak(dial, state->lang);
	took = take(dial, str_trim(dial->session->input));
	if (took == TOOK_ENTRY)
		took = ussd_entry_person(dial)
			   ? enter(dial, ussd_entry_go_on(dial))
			   : TOOK_END;
	if (took != TOOK_BAD) {
		state->bad = 0;
		return took;
	}
	if (++state->bad >= USSD_WALK_BAD_MOST) {
		end_with_call(dial);
		return TOOK_END;
	}
	say_bad(dial);
	return TOOK_ON;
}

/* What is typed there is kept nowhere, whatever it leads to.  Of a file that is
 * gone nobody knows which screens were secret. */
static bool
is_secret(const struct ussd_dial *dial)
{
	return dial->session->step == SESSION_STEP_ANSWER &&
	       (!ussd_entry_same_file(dial, dial->state) ||
		   ussd_dial_screen(dial)->secret);
}

static enum took
step(struct ussd_dial *dial)
{
	if (dial->session->step != SESSION_STEP_ANSWER ||
	    dial->state->screen[0] == '\0')
		return enter(dial, ussd_entry_begin(dial));
	if (ussd_entry_same_file(dial, dial->state))
		return answer(dial);
	ussd_dial_speak(dial, dial->state->lang);
	ussd_dial_top(dial, USSD_TEXT_OVER, NULL);
	return enter(dial, ussd_entry_begin(dial));
}

static void
show(struct ussd_dial *dial)
{
	ussd_entry_note_file(dial);
	ussd_show(dial);
}

void
ussd_walk_turn(struct ussd_dial *dial)
{
	struct handler_session *session = dial->session;
	enum took took;

	session->text[0] = session->made[0] = '\0';
	session->go_on = session->resumable = false;
	session->secret = is_secret(dial);
	session->message_id = 0;
	took = step(dial);
	if (took == TOOK_ON && session->last)
		ussd_dial_end_with(dial, USSD_TEXT_TURNS, NULL);
	else if (took == TOOK_ON)
		show(dial);
	else if (session->text[0] == '\0')
		ussd_dial_end_with(dial, USSD_TEXT_BYE, NULL);
}
