/* A script runs: one command a line, because an error in a chain hides which
 * part failed; almost everything may fail, because modems lie about what they
 * can.  Every step leaves its trace. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"

#include "modem/modem_private.h"

#define LATERS_MAX 60 /* a minute of MODEM_T_POLL */

static void run_step(struct modem *m);

static void
trace_result(struct modem *m, const struct at_result *result)
{
	char words[80] = "no answer";
	bool cms = result->final == AT_FINAL_CMS;
	if (result->final == AT_FINAL_OK)
		snprintf(words, sizeof(words), "%s",
		    result->implied ? "(no OK)" : "OK");
	else if (result->final == AT_FINAL_ERROR)
		snprintf(words, sizeof(words), "ERROR");
	else if (cms || result->final == AT_FINAL_CME)
		snprintf(words, sizeof(words), "%s %d %s", cms ? "CMS" : "CME",
		    result->code,
		    at_err_find(cms ? AT_ERR_CMS : AT_ERR_CME, result->code)
			->meaning);
	trace_answer(&m->trace, str_from(words));
}

void
modem_chose(struct modem *m, const char *why, const char *format, ...)
{
	char chosen[96];
	va_list args;
	va_start(args, format);
	vsnprintf(chosen, sizeof(chosen), format, args);
	va_end(args);
	trace_choose(&m->trace, clock_wall_ms(clock_system()), chosen, why);
}

static enum step_result
step_ended(struct modem *m, const struct at_result *result)
{
	if (m->step->on_done != NULL)
		return m->step->on_done(m, result);
	return STEP_NEXT;
}

static void
step_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	if (result->final != AT_FINAL_TIMEOUT)
		m->silences = 0;
	trace_result(m, result);
	switch (step_ended(m, result)) {
	case STEP_NEXT:
		m->step++;
		m->step_tries = 0;
		run_step(m);
		return;
	case STEP_AGAIN:
		m->step_tries++;
		run_step(m);
		return;
	case STEP_LATER:
		m->step_tries++;
		timer_arm(m->step_timer, modem_ms(m, MODEM_T_POLL));
		return;
	case STEP_FAIL:
		modem_event(m, MODEM_EV_FAILED, "it refuses its settings");
		return;
	case STEP_STOP:
		return;
	}
}

static void
step_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	trace_answer(&m->trace, line->text);
	if (m->step->on_line != NULL)
		m->step->on_line(m, line->text);
}

static bool
is_end(const struct step *step)
{
	return step->text == NULL && step->build == NULL;
}

static void
run_step(struct modem *m)
{
	char text[AT_COMMAND_OCTETS] = "";
	for (; !is_end(m->step); m->step++, m->step_tries = 0) {
		if (m->step->build == NULL)
			str_copy(text, sizeof(text), str_from(m->step->text));
		else if (!m->step->build(m, text, sizeof(text)))
			continue;
		struct at_command command =
		    modem_command(m, text, m->step->prefix, m->step->time);
		trace_ask(&m->trace, clock_wall_ms(clock_system()),
		    m->step->shown != NULL ? m->step->shown : text);
		explicit_bzero(text, sizeof(text)); /* it may be a PIN */
		command.on_line = step_line;
		command.on_done = step_done;
		modem_submit(m, &command);
		explicit_bzero(command.text, sizeof(command.text));
		return;
	}
	modem_event(m, MODEM_EV_DONE, NULL);
}

void
modem_step_due(void *arg)
{
	run_step(arg);
}

static void
modem_script_run(struct modem *m, const struct step *script)
{
	m->step = script;
	m->step_tries = 0;
	run_step(m);
}

/* Not ready yet (just switched on) rather than not able? */
static bool
not_ready(const struct at_result *result)
{
	if (result->final == AT_FINAL_TIMEOUT)
		return true;
	if (result->final != AT_FINAL_CMS && result->final != AT_FINAL_CME)
		return false;
	enum at_err_kind kind =
	    result->final == AT_FINAL_CMS ? AT_ERR_CMS : AT_ERR_CME;
	return result->code == 500 || result->code == 512 ||
	       result->code == 310 ||
	       at_err_find(kind, result->code)->class == AT_ERR_WAIT;
}

enum step_result
modem_settings_later(struct modem *m, const struct at_result *result)
{
	if (m->step_tries < LATERS_MAX && not_ready(result))
		return STEP_LATER;
	return STEP_NEXT;
}

void
modem_script_begin(struct modem *m, int state)
{
	if (state == MODEM_IDENTIFYING)
		modem_script_run(m, modem_identify_script(m));
	else if (state == MODEM_SIM)
		modem_script_run(m, modem_sim_script(m));
	else
		modem_script_run(m, modem_configure_script(m));
}
