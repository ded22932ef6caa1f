/* One dialogue, step by step: asked, ended, told. */
#include "modem/modem_ussd.h"

#include <inttypes.h>
#include <string.h>

#include "base/log.h"

#include "modem/modem_private.h"
#include "modem/modem_ussd_private.h"

static bool ask_step(struct modem *m);

static int64_t
now_ms(const struct modem *m)
{
	return loop_mono_ms(m->loop);
}

/* -- telling -------------------------------------------------------------- */

void
modem_ussd_tell(struct modem *m, struct modem_ussd_answer *answer)
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

void
modem_ussd_give_up(struct modem *m, enum modem_ussd_how how, const char *why)
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
	modem_ussd_tell(m, &answer);
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

/* -- asking --------------------------------------------------------------- */

static void
on_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	if (modem_ussd_read(m, line->text))
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
	modem_ussd_give_up(m, MODEM_USSD_SILENT, "the network did not answer");
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
	modem_ussd_next_form(m, "the modem refused the code");
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
		modem_ussd_give_up(m, MODEM_USSD_REFUSED, "no network");
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
		modem_ussd_use_reply(m);
	else if (result->final == AT_FINAL_TIMEOUT)
		modem_ussd_give_up(
		    m, MODEM_USSD_SILENT, "the modem did not answer");
	else if (result->final != AT_FINAL_OK)
		refused(m, result);
	else if (!timer_armed(u->text_timer))
		modem_ussd_give_up(
		    m, MODEM_USSD_SILENT, "the network did not answer");
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
		modem_ussd_use_reply(m);
		modem_act_done(m);
		return;
	}
	if (good)
		u->ucs2 = u->form == USSD_FORM_UCS2;
	else if (u->form != USSD_FORM_UCS2)
		u->ucs2 = false;
	if (!good && u->form == USSD_FORM_UCS2) {
		u->tried |= 1u << u->form;
		modem_ussd_next_form(m, "the modem has no form for this code");
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
		modem_ussd_next_form(m, "the modem has no form for this code");
		return false;
	}
	command.on_line = on_line;
	command.on_done = ask_done;
	u->heard = false;
	u->asked_mono_ms = now_ms(m);
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
		u->began_mono_ms = now_ms(m);
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
		modem_ussd_give_up(m,
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
		modem_ussd_tell(m, &answer); /* and no new one from within */
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
	u->form = usable ? known : modem_ussd_first_form(modem);
	u->phase = MODEM_USSD_WANTED;
	modem_turn(modem);
	return true;
}
