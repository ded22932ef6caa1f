#include "tests/scenario/story_dial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_person.h"

#include "handlers/handlers.h"
#include "handlers/ussd_letters.h"

#include "tests/scenario/story_stage.h"

#define PIN "1234" /* everybody's */
#define TURNS 30

static struct story_dialled *
dialled(struct story *s, const char *name)
{
	return &s->dialled[story_actor(s, name) - s->people];
}

struct session_channel *
story_channel(struct story *s)
{
	struct session_channel *channel = &s->channel;

	if (channel->id == 0) {
		str_copy(channel->name, sizeof(channel->name), STR("at"));
		channel->id = store_link_ensure(s->store, "at", "ussd", "");
		channel->septets = 160;
		channel->units = 70;
	}
	return channel;
}

void
story_hint(struct story *s, const char *lang)
{
	str_copy(s->hint, sizeof(s->hint), str_from(lang));
}

void
story_slow(struct story *s, bool slow)
{
	s->slow_dial = slow;
}

/* -- a turn -----------------------------------------------------------------
 */

static void
show(struct story *s, const struct handler_session *session)
{
	struct str rest = str_from(session->text), line;
	const struct session_channel *channel = session->channel;
	bool gsm;
	size_t size = ussd_letters_size(rest, &gsm);

	while (!s->quiet_dial && str_cut(&line, &rest, '\n'))
		buf_add_format(
		    &s->out, "    | %.*s\n", (int)line.octets, line.at);
	if (!session->go_on && !s->quiet_dial)
		buf_add_text(&s->out, "    |.\n");
	if (size == 0)
		fail_msg("%s: an empty screen", s->name);
	if (size > (size_t)(gsm ? channel->septets : channel->units))
		fail_msg("%s: %zu %s: %s", s->name, size,
		    gsm ? "septets" : "units", session->text);
}

static void
keep(struct story_dialled *d, const struct handler_session *session)
{
	if (strstr(session->state.vars, PIN) != NULL)
		fail_msg("a PIN is kept: %s", session->state.vars);
	d->state = session->state;
	d->open = session->go_on;
	d->resumable = session->resumable;
	if (session->made[0] != '\0')
		str_copy(d->made, sizeof(d->made), str_from(session->made));
}

static void
show_typed(struct story *s, const char *name, const char *typed, bool secret)
{
	if (typed != NULL && !s->quiet_dial)
		buf_add_format(
		    &s->out, "%s* %s\n", name, secret ? "****" : typed);
}

/* typed: NULL, they have dialled. */
static void
turn_of(struct story *s, const char *name, const char *typed,
    struct handler_session *session)
{
	struct story_dialled *d = dialled(s, name);
	struct actor *a = story_actor(s, name);
	struct turn turn;

	s->now_ms += 1000;
	turn = (struct turn){s->store, &s->market, s->now_ms, s->clock_sure};
	session->channel = story_channel(s);
	session->session_id = d->id;
	session->phone_id = a->phone_id;
	session->number = a->number;
	session->code = "384*96";
	session->lang = s->hint;
	session->last = ++d->turns >= TURNS;
	session->late = s->slow_dial;
	session->random = ++s->dial_random * UINT64_C(0x9e3779b97f4a7c15);
	store_begin(s->store);
	assert_true(store_phone_find(
	    s->store, a->number, &session->phone_id, &session->person_id));
	handlers_table()->on_session(s->trade, &turn, session);
	story_commit(s);
	show_typed(s, name, typed, session->secret);
	if (s->slow_dial)
		buf_add_text(&s->out, "    | (we will text you)\n    |.\n");
	else
		show(s, session);
	keep(d, session);
	d->open = d->open && !s->slow_dial;
	story_flush(s);
}

void
story_dial(struct story *s, const char *name, const char *behind)
{
	struct story_dialled *d = dialled(s, name);
	struct session_state earlier = d->state;
	char made[SESSION_MADE_OCTETS];
	struct handler_session session = {.step = SESSION_STEP_DIAL,
	    .dial = str_from(behind),
	    .earlier =
		d->dropped && d->resumable && *behind == '\0' ? &earlier : NULL,
	    .earlier_made = made};

	str_copy(made, sizeof(made), str_from(d->dropped ? d->made : ""));
	memset(d, 0, sizeof(*d));
	d->id = ++s->dial_id;
	if (!s->quiet_dial)
		buf_add_format(&s->out, "%s dials *384*96%s%s#\n", name,
		    *behind != '\0' ? "*" : "", behind);
	turn_of(s, name, NULL, &session);
}

static void
answer(struct story *s, const char *name, const char *typed,
    enum session_step step)
{
	struct story_dialled *d = dialled(s, name);
	struct handler_session session = {
	    .step = step, .state = d->state, .input = str_from(typed)};

	d->before = d->state;
	str_copy(d->typed, sizeof(d->typed), str_from(typed));
	turn_of(s, name, typed, &session);
}

void
story_key(struct story *s, const char *name, const char *typed)
{
	if (!dialled(s, name)->open)
		fail_msg("%s: %s has hung up: %s\n%s", s->name, name, typed,
		    s->out.at);
	answer(s, name, typed, SESSION_STEP_ANSWER);
}

void
story_keys(struct story *s, const char *name, const char *typed)
{
	struct str rest = str_from(typed), key;
	char text[64];

	while (str_cut(&key, &rest, ' ')) {
		str_copy(text, sizeof(text), key);
		story_key(s, name, text);
	}
}

void
story_drop(struct story *s, const char *name)
{
	struct story_dialled *d = dialled(s, name);

	buf_add_format(&s->out, "(%s is cut off)\n", name);
	d->dropped = true;
	d->open = false;
}

void
story_repeat(struct story *s, const char *name)
{
	struct story_dialled *d = dialled(s, name);
	char typed[SESSION_INPUT_OCTETS];

	buf_add_text(&s->out, "(the same answer once more)\n");
	str_copy(typed, sizeof(typed), str_from(d->typed));
	d->state = d->before;
	answer(s, name, typed, SESSION_STEP_ANSWER);
}

void
story_late(struct story *s, const char *name, const char *typed)
{
	memset(&dialled(s, name)->state, 0, sizeof(struct session_state));
	answer(s, name, typed, SESSION_STEP_OVER);
}

bool
story_is_over(struct story *s, const char *name)
{
	return !dialled(s, name)->open;
}

void
story_spoil(struct story *s, const char *name, uint32_t random)
{
	struct session_state *state = &dialled(s, name)->state;
	char *const part[] = {state->vars, state->stack, state->screen};
	char *text = part[random % 3];
	size_t octets = strlen(text);

	if (octets > 0)
		text[(random >> 2) % octets] = (char)(random >> 20);
}

void
story_quiet_dial(struct story *s)
{
	s->quiet_dial = true;
}

bool
story_screens(struct story *s, const char *lines)
{
	char path[] = "furrow-screens-XXXXXX";
	FILE *from = fopen(FURROW_SOURCE "/handlers/screens/ussd.menu", "re");
	FILE *to = fdopen(mkstemp(path), "w");
	struct err err = {0};
	int rc;

	assert_non_null(from);
	assert_non_null(to);
	for (int octet; (octet = getc(from)) != EOF;)
		putc(octet, to);
	fputs(lines, to);
	fclose(from);
	assert_int_equal(fclose(to), 0);
	rc = trade_reload_menu(s->trade, path, &err);
	unlink(path);
	return rc == 0;
}
