/* One dialogue: step by step, form by form. */
#include "modem/modem_ussd.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

#include "modem/modem_private.h"

static bool ask_step(struct modem *m);

static int64_t
now_ms(void)
{
	return clock_mono_ms(clock_system());
}

/* -- telling -------------------------------------------------------------- */

static void
tell(struct modem *m, struct modem_ussd_answer *answer)
{
	static const char *const names[] = {"answered", "refused", "silent"};
	struct modem_ussd *u = &m->ussd;
	answer->id = u->id;
	answer->step = u->at;
	if (answer->text == NULL)
		answer->text = "";
	/* An answer may hold a balance or a voucher: its length must do. */
	log_event(LOG_INFO, "modem", "ussd",
	    "link=%s id=%" PRId64 " step=%zu how=%s form=\"%s\" octets=%zu "
	    "why=\"%s\"",
	    m->name, u->id, u->at, names[answer->how], ussd_form_name(u->form),
	    strlen(answer->text), answer->why == NULL ? "" : answer->why);
	if (answer->last) {
		u->id = 0;
		explicit_bzero(u->steps, sizeof(u->steps));
	}
	if (m->sink->on_ussd != NULL)
		m->sink->on_ussd(m->sink->arg, answer);
}

/* The dialogue is over for who asked; what the network has open is closed. */
static void
give_up(struct modem *m, enum modem_ussd_how how, const char *why)
{
	struct modem_ussd *u = &m->ussd;
	struct modem_ussd_answer answer = {
	    .last = true, .how = how, .form = u->form, .why = why};
	bool heard = u->open || how == MODEM_USSD_SILENT;
	timer_stop(u->text_timer);
	timer_stop(u->late_timer);
	u->phase = heard     ? MODEM_USSD_CLOSE
		   : u->ucs2 ? MODEM_USSD_RESTORE
			     : MODEM_USSD_IDLE;
	u->open = false;
	tell(m, &answer);
}

/* -- ending --------------------------------------------------------------- */

static void
ended(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	u->phase = u->ucs2 ? MODEM_USSD_RESTORE : MODEM_USSD_IDLE;
	modem_act_done(m);
}

/* ERROR is as good as OK here: there is no session then. */
static void
close_done(void *arg, const struct at_result *result)
{
	if (result->final != AT_FINAL_GONE)
		ended(arg);
}

static void
restore_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	m->ussd.ucs2 = false; /* or the next set-up sees to it */
	if (result->final != AT_FINAL_OK)
		m->check_due = true;
	ended(m);
}

static void
swallow(void *arg, const struct at_line *line)
{
	(void)arg;
	(void)line;
}

static bool
start_ending(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	bool restore = u->phase == MODEM_USSD_RESTORE;
	struct at_command command =
	    restore ? modem_command(m, "AT+CSCS=\"GSM\"", NULL, MODEM_T_COMMAND)
		    : modem_command(m, "AT+CUSD=2", "+CUSD:", MODEM_T_USSD);
	command.on_line = swallow;
	command.on_done = restore ? restore_done : close_done;
	u->phase = MODEM_USSD_ENDING;
	return modem_submit(m, &command);
}

/* -- forms ---------------------------------------------------------------- */

static enum ussd_form
form_of_quirk(enum quirk_ussd form)
{
	switch (form) {
	case QUIRK_USSD_TEXT:
		return USSD_FORM_TEXT;
	case QUIRK_USSD_PACKED:
		return USSD_FORM_PACKED;
	case QUIRK_USSD_UCS2:
		return USSD_FORM_UCS2;
	case QUIRK_USSD_NO_DCS:
		return USSD_FORM_BARE;
	case QUIRK_USSD_END:
		break;
	}
	return USSD_FORM_NONE;
}

/* The next of the row, then of all, that is not in `passed`. */
static enum ussd_form
next_form(const struct modem *m, unsigned passed)
{
	for (size_t i = 0; i < QUIRK_USSD_FORMS; i++) {
		enum ussd_form form = form_of_quirk(m->quirk->ussd_forms[i]);
		if (form == USSD_FORM_NONE)
			break;
		if ((passed >> form & 1) == 0)
			return form;
	}
	for (int form = USSD_FORM_TEXT; form < USSD_FORMS; form++)
		if ((passed >> form & 1) == 0)
			return (enum ussd_form)form;
	return USSD_FORM_NONE;
}

/* A form that was met by silence comes last: that is how some modems treat a
 * code that they cannot read. */
static enum ussd_form
first_form(const struct modem *m)
{
	enum ussd_form form = next_form(m, m->ussd.silent);
	return form != USSD_FORM_NONE ? form : next_form(m, 0);
}

/* True: a command runs now, or the dialogue has ended. */
static void
try_next_form(struct modem *m, const char *why)
{
	struct modem_ussd *u = &m->ussd;
	enum ussd_form form = next_form(m, u->tried);
	if (form == USSD_FORM_NONE || u->sure) {
		give_up(m, MODEM_USSD_REFUSED, why);
		return;
	}
	u->form = form;
	u->phase = MODEM_USSD_NEXT;
}

/* -- replies -------------------------------------------------------------- */

static void
learn(struct modem_ussd *u)
{
	u->sure = true;
	u->learned = u->form;
	u->silent = 0;
	if (!u->reply.doubtful && (u->reply.carrier == USSD_FORM_PACKED ||
				      u->reply.carrier == USSD_FORM_UCS2))
		u->hex = true;
}

static void
answered(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	bool more = u->at + 1 < u->count;
	bool late =
	    now_ms() - u->began_mono_ms > modem_ms(m, MODEM_T_USSD_HOLD);
	struct modem_ussd_answer answer = {.how = MODEM_USSD_ANSWERED,
	    .last = !more || !u->open || late,
	    .text = u->reply.text,
	    .asks = u->open,
	    .doubtful = u->reply.doubtful,
	    .form = u->form};
	if (more && !u->open)
		answer.why = "the network ended the session before all steps";
	else if (more && late)
		answer.why = "the session took too long and was closed";
	learn(u);
	tell(m, &answer);
	u->phase = !answer.last ? MODEM_USSD_NEXT
		   : u->open    ? MODEM_USSD_CLOSE
		   : u->ucs2    ? MODEM_USSD_RESTORE
				: MODEM_USSD_IDLE;
	u->tried = 0;
	u->at++;
}

static const char *
why_ended(enum ussd_what what)
{
	switch (what) {
	case USSD_DONE:
		return "the network said nothing";
	case USSD_ASKS:
		return "the network asks, but says nothing";
	case USSD_ENDED:
		return "the network ended the session";
	case USSD_OTHER:
		return "another program answered on this modem";
	case USSD_UNSUPPORTED:
		return "the network does not support this code";
	case USSD_TIMEOUT:
		break;
	}
	return "the network did not answer in time";
}

/* The reply of this step is in u->reply and no command runs. */
static void
use_reply(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	timer_stop(u->text_timer);
	timer_stop(u->late_timer);
	u->heard = false;
	u->open = u->reply.what == USSD_ASKS;
	if (u->reply.text[0] != '\0') {
		answered(m);
		return;
	}
	/* "2" or "4" at once comes from the modem, not from the network. */
	bool soon =
	    now_ms() - u->asked_mono_ms < modem_ms(m, MODEM_T_USSD_SOON);
	if (soon && !u->secret &&
	    (u->reply.what == USSD_ENDED || u->reply.what == USSD_UNSUPPORTED))
		try_next_form(m, why_ended(u->reply.what));
	else
		give_up(m, MODEM_USSD_REFUSED, why_ended(u->reply.what));
}

static bool
read_reply(struct modem *m, struct str line)
{
	struct modem_ussd *u = &m->ussd;
	struct ussd_reply reply;
	struct ussd_hint hint = {
	    .ucs2 = u->ucs2, .hex = u->hex || u->form == USSD_FORM_PACKED};
	struct err err;
	if (ussd_read(&reply, line, hint, &err) != 0) {
		log_event(LOG_WARN, "modem", "ussd-unread",
		    "link=%s why=\"%s\"", m->name, err.text);
		return false;
	}
	u->reply = reply;
	return true;
}

/* Nobody asked: told, and closed, because an answer may cost money. */
static void
push_came(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	struct modem_ussd_answer answer = {.last = true,
	    .how = MODEM_USSD_ANSWERED,
	    .text = u->reply.text,
	    .asks = u->reply.what == USSD_ASKS,
	    .doubtful = u->reply.doubtful};
	if (answer.asks && u->phase == MODEM_USSD_IDLE)
		u->phase = MODEM_USSD_CLOSE;
	log_event(LOG_INFO, "modem", "ussd-push", "link=%s octets=%zu asks=%d",
	    m->name, strlen(u->reply.text), answer.asks);
	if (m->sink->on_ussd != NULL && u->reply.text[0] != '\0')
		m->sink->on_ussd(m->sink->arg, &answer);
	modem_turn(m);
}

void
modem_ussd_news(struct modem *m, struct str line)
{
	struct modem_ussd *u = &m->ussd;
	if (!read_reply(m, line))
		return;
	if (u->phase == MODEM_USSD_ASKING) {
		u->heard = true; /* between two commands of the step */
	} else if (u->phase == MODEM_USSD_WAITING ||
		   u->phase == MODEM_USSD_REFUSED_ONCE) {
		use_reply(m);
		modem_turn(m);
		modem_tell_change(m);
	} else {
		push_came(m);
	}
}

/* -- asking --------------------------------------------------------------- */

static void
on_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	if (read_reply(m, line->text))
		m->ussd.heard = true;
}

static void
on_text_timer(void *arg)
{
	struct modem *m = arg;
	struct modem_ussd *u = &m->ussd;
	if (u->phase != MODEM_USSD_WAITING)
		return; /* a command runs: its end looks at the timer */
	u->silent |= u->sure ? 0u : 1u << u->form;
	give_up(m, MODEM_USSD_SILENT, "the network did not answer");
	modem_turn(m);
	modem_tell_change(m);
}

/* The ERROR stands: no text has followed. */
static void
on_late_timer(void *arg)
{
	struct modem *m = arg;
	if (m->ussd.phase != MODEM_USSD_REFUSED_ONCE)
		return;
	try_next_form(m, "the modem refused the code");
	modem_turn(m);
	modem_tell_change(m);
}

static void
refused(struct modem *m, const struct at_result *result)
{
	struct modem_ussd *u = &m->ussd;
	bool no_network = result->final == AT_FINAL_CME && result->code >= 30 &&
			  result->code <= 32;
	if (no_network) {
		give_up(m, MODEM_USSD_REFUSED, "no network");
		return;
	}
	u->phase = MODEM_USSD_REFUSED_ONCE;
	timer_arm(u->late_timer, modem_ms(m, MODEM_T_USSD_LATE));
}

static void
ask_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	struct modem_ussd *u = &m->ussd;
	if (result->final == AT_FINAL_GONE)
		return; /* modem_ussd_abort() follows */
	if (u->heard)
		use_reply(m);
	else if (result->final == AT_FINAL_TIMEOUT)
		give_up(m, MODEM_USSD_SILENT, "the modem did not answer");
	else if (result->final != AT_FINAL_OK)
		refused(m, result);
	else if (!timer_armed(u->text_timer))
		give_up(m, MODEM_USSD_SILENT, "the network did not answer");
	else
		u->phase = MODEM_USSD_WAITING;
	if (result->final == AT_FINAL_OK)
		modem_note_good(m);
	modem_act_done(m);
}

static void
alphabet_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	struct modem_ussd *u = &m->ussd;
	if (result->final == AT_FINAL_GONE)
		return;
	bool good = result->final == AT_FINAL_OK;
	if (u->heard) { /* to the form before */
		use_reply(m);
		modem_act_done(m);
		return;
	}
	if (good)
		u->ucs2 = u->form == USSD_FORM_UCS2;
	else if (u->form != USSD_FORM_UCS2)
		u->ucs2 = false;
	if (!good && u->form == USSD_FORM_UCS2) {
		u->tried |= 1u << u->form;
		try_next_form(m, "the modem has no form for this code");
	} else if (ask_step(m)) {
		return;
	}
	modem_act_done(m);
}

static bool
submit(struct modem *m, struct at_command *command)
{
	m->ussd.phase = MODEM_USSD_ASKING;
	bool taken = modem_submit(m, command);
	explicit_bzero(command->text, sizeof(command->text));
	return taken;
}

static bool
set_alphabet(struct modem *m, const char *text)
{
	m->ussd.heard = false;
	struct at_command command =
	    modem_command(m, text, NULL, MODEM_T_COMMAND);
	command.on_done = alphabet_done;
	return submit(m, &command);
}

/* False: no command runs. */
static bool
ask_step(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	struct at_command command =
	    modem_command(m, "", "+CUSD:", MODEM_T_USSD);
	if (u->ucs2 != (u->form == USSD_FORM_UCS2))
		return set_alphabet(
		    m, u->ucs2 ? "AT+CSCS=\"GSM\"" : "AT+CSCS=\"UCS2\"");
	u->tried |= 1u << u->form;
	if (ussd_write(command.text, sizeof(command.text),
		str_from(u->steps[u->at]), u->form, NULL) != 0) {
		try_next_form(m, "the modem has no form for this code");
		return false;
	}
	command.on_line = on_line;
	command.on_done = ask_done;
	u->heard = false;
	u->asked_mono_ms = now_ms();
	if (!timer_armed(u->text_timer))
		timer_arm(u->text_timer, modem_ms(m, MODEM_T_USSD_TEXT));
	return submit(m, &command);
}

/* -- for the driver ------------------------------------------------------- */

bool
modem_ussd_due(const struct modem *m)
{
	enum modem_ussd_phase phase = m->ussd.phase;
	return phase == MODEM_USSD_WANTED || phase == MODEM_USSD_NEXT ||
	       phase == MODEM_USSD_CLOSE || phase == MODEM_USSD_RESTORE;
}

bool
modem_ussd_holds(const struct modem *m)
{
	return m->ussd.phase > MODEM_USSD_WANTED;
}

void
modem_ussd_start(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	bool ending =
	    u->phase == MODEM_USSD_CLOSE || u->phase == MODEM_USSD_RESTORE;
	if (u->phase == MODEM_USSD_WANTED)
		u->began_mono_ms = now_ms();
	m->activity = MODEM_ACT_USSD;
	if (ending ? !start_ending(m) : !ask_step(m)) {
		m->activity = MODEM_ACT_NONE;
		modem_tell_change(m);
	}
}

/* Found out by asking, so no command of the dialogue runs. */
void
modem_ussd_no_network(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	if (u->id != 0)
		give_up(m,
		    u->phase > MODEM_USSD_NEXT ? MODEM_USSD_SILENT
					       : MODEM_USSD_REFUSED,
		    "no network");
}

void
modem_ussd_abort(struct modem *m, const char *why)
{
	struct modem_ussd *u = &m->ussd;
	bool asked = u->phase > MODEM_USSD_NEXT;
	struct modem_ussd_answer answer = {.last = true,
	    .how = asked ? MODEM_USSD_SILENT : MODEM_USSD_REFUSED,
	    .form = u->form,
	    .why = why};
	timer_stop(u->text_timer);
	timer_stop(u->late_timer);
	u->open = u->ucs2 = false; /* a modem that restarts forgets both */
	if (u->id != 0)
		tell(m, &answer); /* and no new one from within */
	u->phase = MODEM_USSD_IDLE;
}

void
modem_ussd_begin(struct modem *m)
{
	m->ussd.text_timer = timer_new(m->loop, on_text_timer, m);
	m->ussd.late_timer = timer_new(m->loop, on_late_timer, m);
}

void
modem_ussd_end(struct modem *m)
{
	timer_free(&m->ussd.text_timer);
	timer_free(&m->ussd.late_timer);
	explicit_bzero(m->ussd.steps, sizeof(m->ussd.steps));
}

/* -- the owner's calls ---------------------------------------------------- */

bool
modem_ussd_can(const struct modem *modem)
{
	return modem->machine.state == MODEM_READY && modem->chan != NULL &&
	       modem->ussd.phase == MODEM_USSD_IDLE && !modem->quiet;
}

static bool
steps_fit(const struct modem_ussd_request *request)
{
	if (request->count == 0 || request->count > MODEM_USSD_STEPS)
		return false;
	for (size_t i = 0; i < request->count; i++) {
		size_t octets = strlen(request->steps[i]);
		if (octets == 0 || octets >= MODEM_USSD_STEP_OCTETS)
			return false;
	}
	return true;
}

bool
modem_ussd(struct modem *modem, const struct modem_ussd_request *request)
{
	struct modem_ussd *u = &modem->ussd;
	if (!modem_ussd_can(modem) || !steps_fit(request))
		return false;
	for (size_t i = 0; i < request->count; i++)
		str_copy(u->steps[i], sizeof(u->steps[i]),
		    str_from(request->steps[i]));
	u->id = request->id;
	u->count = request->count;
	u->secret = request->secret;
	u->at = 0;
	u->tried = 0;
	u->open = false;
	enum ussd_form known =
	    u->learned != USSD_FORM_NONE ? u->learned : request->form;
	bool usable = known > USSD_FORM_NONE && (int)known < USSD_FORMS;
	u->sure = usable && u->learned != USSD_FORM_NONE;
	u->form = usable ? known : first_form(modem);
	u->phase = MODEM_USSD_WANTED;
	modem_turn(modem);
	return true;
}
