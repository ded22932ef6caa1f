/* What comes directly, and the word that we have it (27.005 3.4.4, 4.1).
 *
 * Under +CSMS=1 the network waits for +CNMA.  Without it the text comes again,
 * and the modem stops giving texts directly until +CNMI is set anew.  So a
 * refused +CNMA has +CNMI set; and where it is always refused ("not expected")
 * the modem does it by itself. */
#include <string.h>

#include "base/log.h"

#include "modem/modem_record.h"

#define REFUSED_MAX 3
#define CODE_NOT_EXPECTED 340

/* Places that are no stores: to be confirmed, not deleted. */
static const char *const kinds[] = {"CMT", "CDS"};

static bool
wants_word(const struct modem *m, bool report)
{
	return modem_wants_confirm(m, report) &&
	       m->confirm_refused[report] < REFUSED_MAX;
}

void
modem_confirm_direct(struct modem *m, const struct at_line *line, bool report)
{
	struct reading reading = {.index = -1};
	if (line->pdu.octets == 0) {
		modem_list_soon(m, MODEM_T_ODD);
		return;
	}
	modem_reading_of(&reading, line);
	struct modem_record up = {.place = {.index = -1},
	    .line = reading.text,
	    .pdu = reading.pdu,
	    .announced_octets = reading.announced_octets,
	    .fits = reading.fits,
	    .report = report};
	if (wants_word(m, report)) {
		str_copy(up.place.store, sizeof(up.place.store),
		    str_from(kinds[report]));
		up.place.index = m->direct_count++ & 0xFFFF;
	}
	m->sink->on_record(m->sink->arg, &up);
}

bool
modem_confirm_safe(struct modem *m, const struct modem_place *place)
{
	for (int kind = 0; kind < 2; kind++)
		if (strcmp(place->store, kinds[kind]) == 0) {
			m->confirm_due[kind]++;
			return true;
		}
	return false;
}

bool
modem_confirm_is_due(const struct modem *m)
{
	return m->confirm_due[0] > 0 || m->confirm_due[1] > 0 || m->news_again;
}

void
modem_confirm_session_ended(struct modem *m)
{
	m->confirm_due[0] = m->confirm_due[1] = 0;
	m->confirm_refused[0] = m->confirm_refused[1] = 0;
	m->confirm_numbered = m->news_again = false;
}

static void
news_set(void *arg, const struct at_result *result)
{
	if (result->final != AT_FINAL_GONE)
		modem_act_done(arg);
}

static void
set_news(struct modem *m)
{
	char text[48] = "AT+CNMI=";
	size_t at = strlen(text);
	str_copy(text + at, sizeof(text) - at, str_from(m->news_text));
	struct at_command command =
	    modem_command(m, text, NULL, MODEM_T_COMMAND);
	m->news_again = false;
	command.on_done = news_set;
	modem_submit(m, &command);
}

static void
refused(struct modem *m, const struct at_result *result)
{
	int kind = m->confirm_kind;
	log_event(LOG_WARN, "modem", "not-confirmed", "link=%s kind=%s code=%d",
	    m->name, kinds[kind], result->code);
	/* PDU mode has a form with a number, and some know only that. */
	if (result->final == AT_FINAL_ERROR)
		m->confirm_numbered = !m->confirm_numbered;
	if (result->code == CODE_NOT_EXPECTED ||
	    result->final == AT_FINAL_ERROR)
		m->confirm_refused[kind]++;
	m->news_again = m->news_text[0] != '\0';
}

static void
confirmed(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	if (result->final == AT_FINAL_OK)
		m->confirm_refused[m->confirm_kind] = 0;
	else
		refused(m, result);
	modem_act_done(m);
}

void
modem_confirm_start(struct modem *m)
{
	m->activity = MODEM_ACT_CONFIRM;
	if (m->confirm_due[0] == 0 && m->confirm_due[1] == 0) {
		set_news(m);
		return;
	}
	m->confirm_kind = m->confirm_due[0] > 0 ? 0 : 1;
	m->confirm_due[m->confirm_kind]--;
	struct at_command command =
	    modem_command(m, m->confirm_numbered ? "AT+CNMA=0" : "AT+CNMA",
		NULL, MODEM_T_COMMAND);
	command.on_done = confirmed;
	modem_submit(m, &command);
}
