/* The scripts: who are you, is the SIM open, and now the settings.  One
 * command a line, because an error in a chain hides which part failed; almost
 * everything may fail, because modems lie about what they can. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_private.h"

#define LATERS_MAX 60 /* a minute of MODEM_T_POLL */

static void run_step(struct modem *m);

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

/* Identity. */

static void
keep_text(char *dst, size_t octets, struct str line)
{
	const char *colon = line.octets > 0 && line.at[0] == '+'
				? memchr(line.at, ':', line.octets)
				: NULL;
	if (colon != NULL)
		line = str_of(
		    colon + 1, line.octets - (size_t)(colon + 1 - line.at));
	line = str_trim(line);
	if (line.octets > 1 && line.at[0] == '"')
		line = str_of(line.at + 1, line.octets - 2);
	if (dst[0] == '\0')
		str_copy(dst, octets, line);
}

static void
maker_line(struct modem *m, struct str line)
{
	keep_text(m->maker, sizeof(m->maker), line);
}

static void
model_line(struct modem *m, struct str line)
{
	keep_text(m->model, sizeof(m->model), line);
}

static void
firmware_line(struct modem *m, struct str line)
{
	keep_text(m->firmware, sizeof(m->firmware), line);
}

static void
serial_line(struct modem *m, struct str line)
{
	keep_text(m->serial, sizeof(m->serial), line);
}

static bool
build_other_maker(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+GMI"));
	return m->maker[0] == '\0';
}

static bool
build_other_model(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+GMM"));
	return m->model[0] == '\0';
}

/* ATV1 was sent: from now on a line "0" is no final result. */
static enum step_result
words_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK)
		at_chan_numeric(m->chan, false);
	return STEP_NEXT;
}

static enum step_result
identified(struct modem *m, const struct at_result *result)
{
	(void)result;
	const struct quirk_identity identity = {.maker = str_from(m->maker),
	    .model = str_from(m->model),
	    .firmware = str_from(m->firmware)};
	m->quirk = quirk_find(&identity);
	m->pace.gap_ms = m->quirk->gap_ms;
	m->pace.prompt_gap_ms = m->quirk->prompt_gap_ms;
	m->list_blind = m->list_blind || m->quirk->list_is_blind;
	log_event(LOG_INFO, "modem", "identified",
	    "link=%s maker=\"%s\" model=\"%s\" quirk=\"%s\"", m->name, m->maker,
	    m->model, m->quirk->name);
	return STEP_NEXT;
}

static const struct step identify[] = {
    {.text = "ATE0", .time = MODEM_T_COMMAND},
    {.text = "ATV1", .time = MODEM_T_COMMAND, .on_done = words_done},
    {.text = "AT+CMEE=1", .time = MODEM_T_COMMAND},
    {.text = "AT+CGMI",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = maker_line},
    {.build = build_other_maker,
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = maker_line},
    {.text = "AT+CGMM",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = model_line},
    {.build = build_other_model,
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = model_line},
    {.text = "AT+CGMR",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = firmware_line},
    {.text = "AT+CGSN",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = serial_line,
	.on_done = identified},
    {.text = NULL},
};

/* The SIM and its PIN. */

static void
sim_line(struct modem *m, struct str line)
{
	struct at_arg args;
	struct str state;
	if (!at_arg_begin_hurt(&args, line, "+CPIN:") ||
	    !at_arg_next(&args, &state, NULL))
		return;
	m->sim_ready = str_starts_nocase(state, "READY");
	m->sim_wants_pin = str_equal_nocase(state, STR("SIM PIN"));
	m->sim_puk = str_starts_nocase(state, "SIM PUK");
}

static enum step_result
park(struct modem *m, const char *why, bool no_sim)
{
	m->no_sim = no_sim;
	modem_event(m, MODEM_EV_PARK, why);
	return STEP_STOP;
}

static enum step_result
sim_done(struct modem *m, const struct at_result *result)
{
	if (m->sim_ready || m->sim_wants_pin)
		return STEP_NEXT;
	bool cme = result->final == AT_FINAL_CME;
	if (m->sim_puk || (cme && result->code == 12))
		return park(m, "the SIM is locked and wants its PUK", false);
	if (cme && result->code == 11) {
		m->sim_wants_pin = true;
		return STEP_NEXT;
	}
	/* Not every modem knows the question; then the SIM must be open. */
	if (!cme && m->step_tries >= 2)
		return STEP_NEXT;
	if (m->step_tries < LATERS_MAX / 2)
		return STEP_LATER;
	return park(m, cme ? "no SIM" : "the SIM does not get ready", true);
}

static bool
build_retries(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+CPINR=\"SIM PIN\""));
	m->sim_retries = -1;
	return m->sim_wants_pin && m->pin[0] != '\0';
}

static void
retries_line(struct modem *m, struct str line)
{
	struct at_arg args;
	int64_t left;
	if (!at_arg_begin(&args, line, "+CPINR:"))
		return;
	at_arg_next_number(&args, &left); /* which code it is about */
	if (at_arg_next_number(&args, &left))
		m->sim_retries = (int)left;
}

/* Once only: three wrong ones lock the SIM, and a wrong one stays wrong. */
static bool
build_pin(struct modem *m, char *text, size_t octets)
{
	if (!m->sim_wants_pin || m->pin[0] == '\0' || m->pin_tried ||
	    m->sim_retries == 1)
		return false;
	m->pin_tried = true;
	snprintf(text, octets, "AT+CPIN=\"%s\"", m->pin);
	return true;
}

static bool
build_sim_again(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+CPIN?"));
	return m->sim_wants_pin;
}

static enum step_result
sim_again_done(struct modem *m, const struct at_result *result)
{
	(void)result;
	if (m->sim_ready) {
		m->pin_tried = false; /* it was right */
		return STEP_NEXT;
	}
	if (m->pin[0] == '\0')
		return park(m, "the SIM wants a PIN and none is given", false);
	if (m->sim_retries == 1)
		return park(m, "one try at the PIN is left: not taken", false);
	if (m->step_tries < LATERS_MAX / 3)
		return STEP_LATER;
	return park(m, "the PIN was refused", false);
}

static const struct step sim[] = {
    {.text = "AT+CPIN?",
	.prefix = "+CPIN:",
	.time = MODEM_T_COMMAND,
	.on_line = sim_line,
	.on_done = sim_done},
    {.build = build_retries,
	.prefix = "+CPINR:",
	.time = MODEM_T_COMMAND,
	.on_line = retries_line},
    {.build = build_pin, .time = MODEM_T_SIM},
    {.build = build_sim_again,
	.prefix = "+CPIN:",
	.time = MODEM_T_COMMAND,
	.on_line = sim_line,
	.on_done = sim_again_done},
    {.text = NULL},
};

/* Settings. */

static void
subscriber_line(struct modem *m, struct str line)
{
	char now[sizeof(m->sim)] = "";
	keep_text(now, sizeof(now), line);
	if (m->sim[0] != '\0' && strcmp(m->sim, now) != 0)
		modem_record_other_sim(m);
	str_copy(m->sim, sizeof(m->sim), str_from(now));
}

static void
radio_line(struct modem *m, struct str line)
{
	struct at_arg args;
	int64_t level = 1;
	if (at_arg_begin(&args, line, "+CFUN:") &&
	    at_arg_next_number(&args, &level))
		m->radio_off = level == 0 || level == 4;
}

/* Writing =1 where it is 1 already restarts the radio of some. */
static bool
build_radio_on(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+CFUN=1"));
	return m->radio_off;
}

static bool
build_extra(struct modem *m, char *text, size_t octets)
{
	const char *extra = m->quirk->extra[m->step_tries];
	if (extra == NULL)
		return false;
	str_copy(text, octets, str_from(extra));
	return true;
}

static enum step_result
extra_done(struct modem *m, const struct at_result *result)
{
	(void)m;
	(void)result;
	return STEP_AGAIN; /* the next of the list, or none */
}

static enum step_result
creg_done(struct modem *m, const struct at_result *result)
{
	m->creg_refused = result->final != AT_FINAL_OK;
	return STEP_NEXT;
}

static bool
build_creg_plain(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+CREG=1"));
	return m->creg_refused;
}

/* PDU mode is the one thing that we cannot do without. */
static enum step_result
mode_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK)
		return STEP_NEXT;
	if (m->step_tries < 2)
		return STEP_AGAIN;
	return m->step_tries < LATERS_MAX ? STEP_LATER : STEP_FAIL;
}

enum step_result
modem_settings_later(struct modem *m, const struct at_result *result)
{
	if (m->step_tries < LATERS_MAX && not_ready(result))
		return STEP_LATER;
	return STEP_NEXT;
}

static const struct step configure[] = {
    {.text = "AT+CIMI",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = subscriber_line},
    {.text = "AT+CFUN?",
	.prefix = "+CFUN:",
	.time = MODEM_T_COMMAND,
	.on_line = radio_line},
    {.build = build_radio_on, .time = MODEM_T_STORE},
    {.build = build_extra, .time = MODEM_T_COMMAND, .on_done = extra_done},
    {.text = "AT+CREG=2", .time = MODEM_T_COMMAND, .on_done = creg_done},
    {.build = build_creg_plain, .time = MODEM_T_COMMAND},
    {.text = "AT+CMGF=0", .time = MODEM_T_COMMAND, .on_done = mode_done},
    {.text = "AT+CPMS=?",
	.prefix = "+CPMS:",
	.time = MODEM_T_STORE,
	.on_line = modem_stores_line,
	.on_done = modem_settings_later},
    {.text = "AT+CPMS?",
	.prefix = "+CPMS:",
	.time = MODEM_T_STORE,
	.on_line = modem_stores_now_line},
    {.build = modem_build_stores,
	.prefix = "+CPMS:",
	.time = MODEM_T_STORE,
	.on_line = modem_stores_set_line,
	.on_done = modem_stores_done},
    {.text = "AT+CNMI=?",
	.prefix = "+CNMI:",
	.time = MODEM_T_COMMAND,
	.on_line = modem_news_line},
    {.build = modem_build_service, .prefix = "+CSMS:", .time = MODEM_T_COMMAND},
    {.build = modem_build_news,
	.time = MODEM_T_COMMAND,
	.on_done = modem_news_done},
    {.text = "AT+CLIP=1", .time = MODEM_T_COMMAND},
    /* Left on by another tool it would answer calls, at the caller's cost. */
    {.text = "ATS0=0", .time = MODEM_T_COMMAND},
    {.text = "AT+CMMS=2", .time = MODEM_T_COMMAND},
    {.text = "AT+CSCA?",
	.prefix = "+CSCA:",
	.time = MODEM_T_COMMAND,
	.on_line = modem_centre_line},
    {.text = NULL},
};

void
modem_script_begin(struct modem *m, int state)
{
	m->step_tries = 0;
	if (state == MODEM_IDENTIFYING) {
		m->maker[0] = m->model[0] = '\0';
		m->firmware[0] = m->serial[0] = '\0';
		m->step = identify;
	} else if (state == MODEM_SIM) {
		m->sim_ready = m->sim_wants_pin = m->sim_puk = false;
		m->step = sim;
	} else {
		m->radio_off = false;
		modem_settings_begin(m);
		m->step = configure;
	}
	run_step(m);
}
