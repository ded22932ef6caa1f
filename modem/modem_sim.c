/* The second script: is the SIM there, is it open, whose is it?  27.007 8.3
 * (+CPIN), 5.4 (+CIMI).  A PIN is tried once only: three wrong ones lock it. */
#include <stdio.h>
#include <string.h>

#include "modem/at_arg.h"
#include "modem/modem_private.h"

#define SIM_LATERS 30 /* of MODEM_T_POLL: it may still be starting */
#define PIN_LATERS 20
#define CARD_DIGITS 15

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
	if (m->step_tries < SIM_LATERS)
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
		m->pin_tried = m->pin_refused = false; /* it was right */
		return STEP_NEXT;
	}
	if (m->pin[0] == '\0')
		return park(m, "the SIM wants a PIN and none is given", false);
	if (m->sim_retries == 1)
		return park(m, "one try at the PIN is left: not taken", false);
	if (m->step_tries < PIN_LATERS)
		return STEP_LATER;
	m->pin_refused = true;
	return park(m,
	    "the PIN was refused: correct it and restart, or reset the link to "
	    "try it again",
	    false);
}

/* Whose line it is.  Another SIM makes everything void that is remembered of
 * the stores. */
static void
subscriber_line(struct modem *m, struct str line)
{
	char now[sizeof(m->sim)] = "";
	modem_keep_text(m, now, sizeof(now), line);
	if (now[0] == '\0')
		return;
	if (m->sim[0] != '\0' && strcmp(m->sim, now) != 0)
		modem_record_other_sim(m);
	str_copy(m->sim, sizeof(m->sim), str_from(now));
}

/* The card's own number (E.118): every maker asks for it in other words. */
static bool
build_card(struct modem *m, char *text, size_t octets)
{
	static const char *const forms[] = {
	    "AT+CCID", "AT^ICCID?", "AT+QCCID", "AT+ICCID", "AT#CCID"};
	size_t form = (size_t)m->step_tries;
	if (m->card[0] != '\0' || form >= sizeof(forms) / sizeof(forms[0]))
		return false;
	str_copy(text, octets, str_from(forms[form]));
	return true;
}

static void
card_line(struct modem *m, struct str line)
{
	char text[sizeof(m->card)] = "";
	modem_keep_text(m, text, sizeof(text), line);
	size_t digits = strspn(text, "0123456789");
	if (digits >= CARD_DIGITS)
		str_copy(m->card, sizeof(m->card), str_of(text, digits));
}

static enum step_result
card_done(struct modem *m, const struct at_result *result)
{
	if (m->card[0] != '\0' && !modem_sim_is_wanted(m))
		return STEP_STOP;
	/* Who says nothing to what he does not know is not asked five times:
	 * so many silences in a row look like a fault. */
	return result->final == AT_FINAL_TIMEOUT ? STEP_NEXT : STEP_AGAIN;
}

static enum step_result
subscriber_done(struct modem *m, const struct at_result *result)
{
	(void)result;
	return modem_sim_is_wanted(m) ? STEP_NEXT : STEP_STOP;
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
    {.build = build_pin, .shown = "AT+CPIN=\"****\"", .time = MODEM_T_SIM},
    {.build = build_sim_again,
	.prefix = "+CPIN:",
	.time = MODEM_T_COMMAND,
	.on_line = sim_line,
	.on_done = sim_again_done},
    {.text = "AT+CIMI",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = subscriber_line,
	.on_done = subscriber_done},
    {.build = build_card,
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = card_line,
	.on_done = card_done},
    {.text = NULL},
};

const struct step *
modem_sim_script(struct modem *m)
{
	m->sim_ready = m->sim_wants_pin = m->sim_puk = false;
	m->card[0] = '\0';
	return sim;
}
