/* What it says unasked. */
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_private.h"

/* Some name the wrong store for a report, or one that cannot be read. */
static int
store_told(struct modem *m, struct str name, bool report)
{
	const char *where = m->quirk->report_store;
	if (report && where != NULL && where[0] != '\0')
		name = str_from(where);
	return modem_store_find(m, name);
}

static void
told_of(struct modem *m, const struct at_line *line, const char *prefix,
    bool report)
{
	struct at_arg args;
	struct str name;
	int64_t index;
	if (!at_arg_begin_hurt(&args, line->text, prefix) &&
	    !at_arg_begin(&args, line->text, prefix))
		return;
	at_arg_next(&args, &name, NULL);
	if (str_equal_nocase(str_trim(name), STR("MT"))) {
		/* All of them together: the number says nothing. */
		m->dirty |= m->stores_offered;
		m->news_came = true;
	} else if (at_arg_next_number(&args, &index) && index >= 0 &&
		   index < 65536) {
		modem_store_told(
		    m, store_told(m, name, report), (int)index, report);
		m->news_came = true;
	}
	modem_list_soon(m, MODEM_T_DEBOUNCE);
}

static void
on_cmti(void *arg, const struct at_line *line)
{
	told_of(arg, line, "+CMTI:", false);
}

static void
on_cdsi(void *arg, const struct at_line *line)
{
	told_of(arg, line, "+CDSI:", true);
}

static void
on_cmt(void *arg, const struct at_line *line)
{
	modem_confirm_direct(arg, line, false);
}

static void
on_cds(void *arg, const struct at_line *line)
{
	modem_confirm_direct(arg, line, true);
}

/* Broadcasts are not for us, but they own the line behind them. */
static void
on_cbm(void *arg, const struct at_line *line)
{
	(void)arg;
	(void)line;
}

/* +CLIP, with RING before it, behind it, or without; or that the call is over
 * and was missed.  It is never answered, nor hung up: the caller pays nothing,
 * and what rings is all that we need. */
static void
on_caller(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	char number[CALLER_OCTETS];
	if (caller_read(number, line->text) &&
	    caller_is_new(&m->callers, number, loop_mono_ms(m->loop),
		modem_ms(m, MODEM_T_CALL)))
		m->sink->on_call(m->sink->arg, number);
}

/* News of a network that comes or goes are checked by asking. */
static void
on_creg(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	int stat = modem_network_stat(line->text);
	bool ready = m->machine.state == MODEM_READY;
	if (stat >= 0 && modem_is_registered(stat) != ready) {
		m->network_due = true;
		modem_turn(m);
	}
}

static void
on_full(void *arg, const struct at_line *line)
{
	(void)line;
	modem_fill_told(arg);
}

/* "+CIEV: smsfull,1", "+QIND: "smsfull","ME"": an indicator by its name; 0: no
 * longer.  Indicators that come by number are noise. */
static bool
says_full(struct str line)
{
	struct at_arg args;
	struct str name;
	int64_t value;
	return (at_arg_begin(&args, line, "+CIEV:") ||
		   at_arg_begin(&args, line, "+QIND:")) &&
	       at_arg_next(&args, &name, NULL) &&
	       str_equal_nocase(str_trim(name), STR("smsfull")) &&
	       (!at_arg_next_number(&args, &value) || value != 0);
}

static void
on_cusd(void *arg, const struct at_line *line)
{
	modem_ussd_news(arg, line->text);
}

static void
on_restart(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	m->boot_wait = !quirk_is_boot_word(m->quirk, line->text);
	modem_event(m, MODEM_EV_RESTARTED, "it says that it restarted");
}

/* These follow a restart, but some firmwares say them at other times too. */
static void
on_perhaps_restart(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	if (quirk_is_boot_word(m->quirk, line->text))
		m->boot_wait = false;
	m->check_due = true;
	/* A result that it owed is gone with all it knew. */
	if (m->chan != NULL)
		at_chan_body_doubted(m->chan, modem_ms(m, MODEM_T_SEND_DOUBT));
	modem_list_soon(m, MODEM_T_ODD);
	modem_turn(m);
}

/* Mostly noise, but for the one that says that it is ready. */
static void
on_indication(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	if (says_full(line->text))
		modem_fill_told(m);
	else if (quirk_is_boot_word(m->quirk, line->text))
		on_perhaps_restart(m, line);
}

static void
on_pin_state(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	struct at_arg args;
	struct str state = STR("");
	if (at_arg_begin(&args, line->text, "+CPIN:"))
		at_arg_next(&args, &state, NULL);
	if (str_starts_nocase(state, "READY"))
		on_perhaps_restart(m, line);
	else if (m->machine.state >= MODEM_CONFIGURING)
		modem_event(m, MODEM_EV_RESTARTED, "the SIM is not ready");
}

const struct at_urc *
modem_urcs(void)
{
	static const struct at_urc rows[] = {
	    {"+CMTI:", false, on_cmti},
	    {"+CMT:", true, on_cmt},
	    {"+CDS:", true, on_cds},
	    {"+CDSI:", false, on_cdsi},
	    {"+CBM:", true, on_cbm},
	    {"+CLIP:", false, on_caller},
	    {"MISSED_CALL:", false, on_caller},
	    {"+CREG:", false, on_creg},
	    {"+CEREG:", false, on_creg},
	    {"+CUSD:", false, on_cusd},
	    {"^SMMEMFULL:", false, on_full},
	    {"^SMMEMFULL", false, on_full},
	    {"+SMSFULL:", false, on_full},
	    {"+SMSFULL", false, on_full},
	    {"+SMS FULL:", false, on_full},
	    {"+SMS FULL", false, on_full},
	    {"SMSFULL", false, on_full},
	    {"+CIEV:", false, on_indication},
	    {"+QIND:", false, on_indication},
	    {"+CPIN:", false, on_pin_state},
	    {"RDY", false, on_restart},
	    {"^SYSSTART", false, on_restart},
	    {"^SHUTDOWN", false, on_restart},
	    {"*EMRDY:", false, on_restart},
	    {"NORMAL POWER DOWN", false, on_restart},
	    {"POWERED DOWN", false, on_restart},
	    {"SMS Ready", false, on_perhaps_restart},
	    {"Call Ready", false, on_perhaps_restart},
	    {"SMS DONE", false, on_perhaps_restart},
	    {"PB DONE", false, on_perhaps_restart},
	    {"^SIMST:", false, on_perhaps_restart},
	    {"+CFUN:", false, on_perhaps_restart},
	    /* Noise. */
	    {"RING", false, NULL},
	    {"NO CARRIER", false, NULL},
	    {"NO ANSWER", false, NULL},
	    {"BUSY", false, NULL},
	    {"VOICE CALL:", false, NULL},
	    {"+CGREG:", false, NULL},
	    {"+CRING:", false, NULL},
	    {"+CSQ:", false, NULL},
	    {"+CTZV:", false, NULL},
	    {"+CTZE:", false, NULL},
	    {"+NITZ:", false, NULL},
	    {"+QUSIM:", false, NULL},
	    {"+QNITZ:", false, NULL},
	    {"+ZUSIMR:", false, NULL},
	    {"+ZPASR:", false, NULL},
	    {"+ZDONR:", false, NULL},
	    {"+WIND:", false, on_indication},
	    {"+UUSIMSTAT:", false, NULL},
	    {"^RSSI:", false, NULL},
	    {"^MODE:", false, NULL},
	    {"^BOOT:", false, NULL},
	    {"^HCSQ:", false, NULL},
	    {"^HRSSILVL:", false, NULL},
	    {"^DSFLOWRPT:", false, NULL},
	    {"^SRVST:", false, NULL},
	    {"^STIN:", false, NULL},
	    {"^CSNR:", false, NULL},
	    {"^NDISSTAT:", false, NULL},
	    {"^NWTIME:", false, NULL},
	    {"^THERM:", false, NULL},
	    {"^CEND:", false, NULL},
	    {"^ORIG:", false, NULL},
	    {"*PSUTTZ:", false, NULL},
	    {"DST:", false, NULL},
	    {"#QSS:", false, NULL},
	    {NULL, false, NULL},
	};
	return rows;
}

/* Nobody's line.  News of an unknown kind are noise from the second time on;
 * anything else may be a +CMTI that the wire has eaten, so look. */
static bool
seen_before(struct modem *m, struct str line)
{
	char prefix[sizeof(m->odd_prefixes[0])] = "";
	const char *colon = memchr(line.at, ':', line.octets);
	bool news = strchr("+^*#$%&", line.at[0]) != NULL && colon != NULL;
	if (!news)
		return false;
	str_copy(
	    prefix, sizeof(prefix), str_of(line.at, (size_t)(colon - line.at)));
	for (int i = 0; i < m->odd_count; i++)
		if (strcmp(m->odd_prefixes[i], prefix) == 0)
			return true;
	if (m->odd_count == (int)(sizeof(m->odd_prefixes) / sizeof(prefix)))
		return true;
	str_copy(
	    m->odd_prefixes[m->odd_count++], sizeof(prefix), str_from(prefix));
	return false;
}

void
modem_on_unknown(void *arg, struct str line)
{
	struct modem *m = arg;
	char shown[64], quoted[96];
	if (quirk_is_noise(m->quirk, line))
		return;
	m->odd_lines++;
	if (seen_before(m, line))
		return;
	str_copy(shown, sizeof(shown), line);
	log_event(LOG_DEBUG, "modem", "odd-line", "link=%s line=%s", m->name,
	    log_quote(quoted, sizeof(quoted), shown));
	modem_list_soon(m, MODEM_T_ODD);
}
