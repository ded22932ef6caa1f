/* The first script: echo off, words for results, numbers for errors, and who
 * are you?  27.007 5.1 to 5.4, V.250 6.1.4 to 6.1.7 where a modem is older.
 * The answers choose the row of quirks. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

#include "modem/modem_private.h"

/* Between the answer's own lines news may stand that no table knows. */
static bool
is_news(const struct modem *m, struct str line)
{
	return line.octets == 0 || strchr("^*#$%&", line.at[0]) != NULL ||
	       quirk_is_noise(m->quirk, line);
}

/* "+CGMI: "Acme"" and "Acme" are the same. */
static struct str
bare(struct str line)
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
	return line;
}

void
modem_keep_text(struct modem *m, char *dst, size_t octets, struct str line)
{
	if (dst[0] == '\0' && !is_news(m, line))
		str_copy(dst, octets, bare(line));
}

static void
maker_line(struct modem *m, struct str line)
{
	modem_keep_text(m, m->maker, sizeof(m->maker), line);
}

static void
model_line(struct modem *m, struct str line)
{
	modem_keep_text(m, m->model, sizeof(m->model), line);
}

static void
firmware_line(struct modem *m, struct str line)
{
	modem_keep_text(m, m->firmware, sizeof(m->firmware), line);
}

static void
serial_line(struct modem *m, struct str line)
{
	modem_keep_text(m, m->serial, sizeof(m->serial), line);
}

static void
info_line(struct modem *m, struct str line)
{
	size_t used = strlen(m->info);
	if (is_news(m, line))
		return;
	snprintf(m->info + used, sizeof(m->info) - used, "%s%.*s",
	    used > 0 ? " " : "", (int)line.octets, line.at);
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

static bool
build_other_firmware(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+GMR"));
	return m->firmware[0] == '\0';
}

static bool
build_other_serial(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("AT+GSN"));
	return m->serial[0] == '\0';
}

/* Of several ttys and several modems, is it the one that is meant? */
static enum step_result
serial_done(struct modem *m, const struct at_result *result)
{
	(void)result;
	if (m->serial[0] == '\0' || modem_is_wanted(m))
		return STEP_NEXT;
	return STEP_STOP;
}

static enum step_result
other_serial_done(struct modem *m, const struct at_result *result)
{
	(void)result;
	return modem_is_wanted(m) ? STEP_NEXT : STEP_STOP;
}

static bool
build_info(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, STR("ATI"));
	return m->maker[0] == '\0' || m->model[0] == '\0';
}

/* ATV1 was sent: from now on a line "0" is no final result. */
static enum step_result
words_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK)
		at_chan_numeric(m->chan, false);
	return STEP_NEXT;
}

static void
choose_row(struct modem *m)
{
	const struct quirk_identity identity = {.maker = str_from(m->maker),
	    .model = str_from(m->model),
	    .firmware = str_from(m->firmware),
	    .info = str_from(m->info)};
	m->quirk =
	    m->wish.family != NULL ? m->wish.family : quirk_find(&identity);
	const char *why = quirk_trust_words(m->quirk->trust);
	char chosen[40];
	if (m->wish.family != NULL)
		why = "the configuration says so";
	else if (m->quirk == quirk_generic())
		why = "no row fits this maker and model";
	snprintf(chosen, sizeof(chosen), "row %s", m->quirk->name);
	trace_decide(&m->trace, clock_wall_ms(clock_system()), chosen, why);
}

static void
identified(struct modem *m)
{
	char maker[sizeof(m->maker) * 2], model[sizeof(m->model) * 2];

	choose_row(m);
	m->pace.gap_ms = m->quirk->gap_ms;
	modem_send_identified(m);
	m->list_blind = m->list_blind || m->quirk->list_is_blind;
	log_event(LOG_INFO, "modem", "identified",
	    "link=%s maker=%s model=%s quirk=\"%s\"", m->name,
	    log_quote(maker, sizeof(maker), m->maker),
	    log_quote(model, sizeof(model), m->model), m->quirk->name);
}

/* The row fixes the speed where the modem would guess it anew. */
static bool
build_speed(struct modem *m, char *text, size_t octets)
{
	identified(m);
	snprintf(text, octets, "AT+IPR=%d", m->speed_open);
	return m->quirk->autobaud && m->speed_open > 0;
}

#define ASK(question, line)                                                    \
	{                                                                      \
		.text = question, .prefix = "", .time = MODEM_T_COMMAND,       \
		.on_line = line                                                \
	}
#define ASK_ELSE(question, line)                                               \
	{                                                                      \
		.build = question, .prefix = "", .time = MODEM_T_COMMAND,      \
		.on_line = line                                                \
	}

static const struct step identify[] = {
    {.text = "ATE0", .time = MODEM_T_COMMAND},
    {.text = "ATV1", .time = MODEM_T_COMMAND, .on_done = words_done},
    {.text = "AT+CMEE=1", .time = MODEM_T_COMMAND},
    ASK("AT+CGMI", maker_line),
    ASK_ELSE(build_other_maker, maker_line),
    ASK("AT+CGMM", model_line),
    ASK_ELSE(build_other_model, model_line),
    ASK("AT+CGMR", firmware_line),
    ASK_ELSE(build_other_firmware, firmware_line),
    {.text = "AT+CGSN",
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = serial_line,
	.on_done = serial_done},
    {.build = build_other_serial,
	.prefix = "",
	.time = MODEM_T_COMMAND,
	.on_line = serial_line,
	.on_done = other_serial_done},
    ASK_ELSE(build_info, info_line),
    {.build = build_speed, .time = MODEM_T_COMMAND},
    {.text = NULL},
};

const struct step *
modem_identify_script(struct modem *m)
{
	m->maker[0] = m->model[0] = m->info[0] = '\0';
	m->firmware[0] = m->serial[0] = '\0';
	trace_clear(&m->trace);
	return identify;
}
