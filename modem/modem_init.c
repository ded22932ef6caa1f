/* The third script: the radio, what the row and the configuration ask for,
 * PDU mode, the alphabet, stores and news, and what may fail.  27.005, 27.007.
 * All of it is volatile and stays so (no AT&W, which wears the flash and
 * surprises whoever comes next); so it is run again after each restart. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_private.h"

#define MODE_TRIES 60 /* a minute of MODEM_T_POLL */
#define MODE_TRIES_HERE 15 /* where the stick has another port */
#define BOOT_READY_TRIES 3 /* +CPMS? answered so often in a row: it is up */

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

/* After a restart OK comes long before the SIM's files can be read. */
static bool
build_boot_wait(struct modem *m, char *text, size_t octets)
{
	if (!m->boot_wait || m->quirk->boot_words[0] == NULL)
		return false;
	m->boot_ready = m->step_tries == 0 ? 0 : m->boot_ready;
	str_copy(text, octets, STR("AT+CPMS?"));
	return true;
}

static enum step_result
boot_wait_done(struct modem *m, const struct at_result *result)
{
	int64_t waited_ms = m->step_tries * modem_ms(m, MODEM_T_POLL);
	bool ready = result->final == AT_FINAL_OK;
	m->boot_ready = ready ? m->boot_ready + 1 : 0;
	if (m->boot_wait && m->boot_ready < BOOT_READY_TRIES &&
	    waited_ms < m->quirk->boot_ms)
		return STEP_LATER;
	modem_chose(m,
	    !m->boot_wait ? "its boot word came"
	    : m->boot_ready >= BOOT_READY_TRIES
		? "no boot word, but its store answers"
		: "neither boot word nor store in time",
	    "go on after the restart");
	m->boot_wait = false;
	return STEP_NEXT;
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

static bool
build_wished(struct modem *m, char *text, size_t octets)
{
	if (m->step_tries >= m->wish.init_count)
		return false;
	str_copy(text, octets, str_from(m->wish.init[m->step_tries]));
	return true;
}

static enum step_result
again(struct modem *m, const struct at_result *result)
{
	(void)m;
	(void)result;
	return STEP_AGAIN; /* the next of the list, or none */
}

/* Which of its ports news come out of; written only when it is another, since
 * the modem keeps it for good. */
static bool
build_news_port(struct modem *m, char *text, size_t octets)
{
	m->news_port[0] = '\0';
	str_copy(text, octets, STR("AT+QURCCFG=\"urcport\""));
	return m->quirk->news_on_one_port;
}

static void
news_port_line(struct modem *m, struct str line)
{
	struct at_arg args;
	struct str name;
	if (at_arg_begin(&args, line, "+QURCCFG:") &&
	    at_arg_next(&args, &name, NULL) && at_arg_next(&args, &name, NULL))
		str_copy(m->news_port, sizeof(m->news_port), name);
}

/* How the modem calls the port that we are on; NULL: who knows.  It keeps what
 * it is told, so nothing is guessed. */
static const char *
our_news_port(const struct modem *m)
{
	if (m->on_usb)
		return m->port_role == PORT_ROLE_SECOND ? "usbmodem" : "usbat";
	bool uart = strncmp(m->device, "/dev/ttyS", 9) == 0 ||
		    strncmp(m->device, "/dev/ttyAMA", 11) == 0;
	return uart ? "uart1" : NULL;
}

static bool
build_news_port_set(struct modem *m, char *text, size_t octets)
{
	const char *ours = our_news_port(m);
	if (m->news_port[0] == '\0' || ours == NULL ||
	    strcmp(m->news_port, "all") == 0 || strcmp(m->news_port, ours) == 0)
		return false;
	snprintf(text, octets, "AT+QURCCFG=\"urcport\",\"%s\"", ours);
	return true;
}

static enum step_result
news_port_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK)
		modem_chose(
		    m, "they came out of another one", "news on this port");
	return STEP_NEXT;
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
	static const char refused[] =
	    "it refuses PDU mode (AT+CMGF=0), without which it is of no use";
	bool told = m->why == refused;
	if (result->final == AT_FINAL_OK) {
		m->why = told ? "" : m->why;
		return STEP_NEXT;
	}
	if (m->step_tries < 2)
		return STEP_AGAIN;
	if (m->step_tries == MODE_TRIES_HERE &&
	    modem_leave_poor(m, "this port refuses PDU mode"))
		return STEP_STOP;
	m->why = refused; /* for status, while it is asked again */
	if (m->step_tries < MODE_TRIES)
		return STEP_LATER;
	modem_chose(m, "furrow needs PDU mode", "unusable");
	modem_event(m, MODEM_EV_FAILED, refused);
	return STEP_STOP;
}

/* In PDU mode only USSD and the operator's name depend on it. */
static enum step_result
alphabet_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK)
		str_copy(m->alphabet, sizeof(m->alphabet), STR("GSM"));
	return STEP_NEXT;
}

static bool
build_other_alphabet(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+CSCS=\"IRA\""));
	return m->alphabet[0] == '\0';
}

static enum step_result
other_alphabet_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK)
		str_copy(m->alphabet, sizeof(m->alphabet), STR("IRA"));
	return STEP_NEXT;
}

/* The service centre: without one every send fails (CMS 330 or 500). */
static void
centre_line(struct modem *m, struct str line)
{
	struct at_arg args;
	struct str number;
	modem_centre_line(m, line);
	if (at_arg_begin(&args, line, "+CSCA:") &&
	    at_arg_next(&args, &number, NULL)) {
		m->centre_told = true;
		str_copy(m->centre_now, sizeof(m->centre_now), number);
	}
}

static enum step_result
centre_done(struct modem *m, const struct at_result *result)
{
	if (modem_settings_later(m, result) == STEP_LATER)
		return STEP_LATER;
	if (m->centre_now[0] != '\0' || m->wish.centre[0] != '\0')
		return STEP_NEXT;
	if (m->centre_told) {
		modem_chose(m,
		    "the SIM has no service centre: set smsc in the "
		    "configuration",
		    "none");
		log_event(
		    LOG_WARN, "modem", "no-service-centre", "link=%s", m->name);
	}
	return STEP_NEXT;
}

static bool
build_centre(struct modem *m, char *text, size_t octets)
{
	const char *wish = m->wish.centre;
	if (wish[0] == '\0')
		return modem_build_centre(m, text, octets);
	if (strcmp(wish, m->centre_now) == 0)
		return false;
	snprintf(text, octets, "AT+CSCA=\"%s\",%d", wish,
	    wish[0] == '+' ? 145 : 129);
	return true;
}

static enum step_result
centre_set_done(struct modem *m, const struct at_result *result)
{
	bool wished = m->wish.centre[0] != '\0';
	if (result->final == AT_FINAL_OK)
		modem_chose(m,
		    wished ? "the configuration says so"
			   : "the SIM has lost the one that it had",
		    "service centre");
	return STEP_NEXT;
}

static bool
build_burst(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+CMMS=2"));
	return m->quirk->burst == QUIRK_BURST_STAYS;
}

#define PLAIN(command)                                                         \
	{                                                                      \
		.text = command, .time = MODEM_T_COMMAND                       \
	}

/* What may stay without an answer never stands four times in a row. */
static const struct step configure[] = {
    {.text = "AT+CFUN?",
	.prefix = "+CFUN:",
	.time = MODEM_T_COMMAND,
	.on_line = radio_line},
    {.build = build_radio_on, .time = MODEM_T_STORE},
    {.build = build_boot_wait,
	.prefix = "+CPMS:",
	.time = MODEM_T_COMMAND,
	.on_done = boot_wait_done},
    {.build = build_extra, .time = MODEM_T_COMMAND, .on_done = again},
    {.build = build_news_port,
	.prefix = "+QURCCFG:",
	.time = MODEM_T_COMMAND,
	.on_line = news_port_line},
    {.build = build_news_port_set,
	.time = MODEM_T_COMMAND,
	.on_done = news_port_done},
    {.text = "AT+CREG=2", .time = MODEM_T_COMMAND, .on_done = creg_done},
    {.build = build_creg_plain, .time = MODEM_T_COMMAND},
    PLAIN("AT+CEREG=2"),
    {.text = "AT+CMGF=0", .time = MODEM_T_COMMAND, .on_done = mode_done},
    {.text = "AT+CSCS=\"GSM\"",
	.time = MODEM_T_COMMAND,
	.on_done = alphabet_done},
    {.build = build_other_alphabet,
	.time = MODEM_T_COMMAND,
	.on_done = other_alphabet_done},
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
    {.build = modem_build_service,
	.prefix = "+CSMS:",
	.time = MODEM_T_COMMAND,
	.on_done = modem_service_done},
    {.build = modem_build_service_now,
	.prefix = "+CSMS:",
	.time = MODEM_T_COMMAND,
	.on_line = modem_service_line},
    {.build = modem_build_news,
	.time = MODEM_T_COMMAND,
	.on_done = modem_news_done},
    PLAIN("AT+CLIP=1"),
    /* Left on by another tool it would answer calls, at the caller's cost. */
    PLAIN("ATS0=0"),
    {.text = "AT+CSCA?",
	.prefix = "+CSCA:",
	.time = MODEM_T_COMMAND,
	.on_line = centre_line,
	.on_done = centre_done},
    {.build = build_centre,
	.time = MODEM_T_COMMAND,
	.on_done = centre_set_done},
    PLAIN("AT+CUSD=1"),
    {.build = build_burst, .time = MODEM_T_COMMAND},
    /* Last, so that nothing of ours undoes it. */
    {.build = build_wished, .time = MODEM_T_COMMAND, .on_done = again},
    {.text = NULL},
};

const struct step *
modem_configure_script(struct modem *m)
{
	m->radio_off = m->centre_told = false;
	m->alphabet[0] = m->centre_now[0] = '\0';
	modem_settings_begin(m);
	return configure;
}
