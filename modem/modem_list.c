/* Listing a store: +CMGL, or slot by slot where that shows nothing.
 *
 * A record whose octets do not fit the announced length, or whose index looks
 * wrong (a lost digit would make us delete another's text), is read again by
 * itself (modem_slot), a few times. */
#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_record.h"

#define LIST_ERRORS_MAX 3
#define SILENCES_DOUBLED 3

static void
listed(struct modem *m, const struct reading *reading)
{
	struct record *r = modem_record_find(m, reading->store, reading->index);
	bool ascending = reading->index > m->list_last_index;
	m->list_last_index = reading->index;
	modem_record_untell(m, reading->store, reading->index);
	bool bad = r != NULL && r->state == RECORD_BAD;
	if (r != NULL && r->state != RECORD_READ && !bad) {
		modem_record_known(m, r, reading);
		return;
	}
	if (reading->fits && r == NULL && modem_record_is_buried(m, reading))
		return;
	if ((!reading->fits || !ascending) && !bad) {
		modem_record_read_again(m, r, reading);
		return;
	}
	if (r == NULL)
		r = modem_record_add(m, reading->store, reading->index);
	if (r != NULL)
		modem_record_give(m, r, reading);
}

static void
list_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	struct reading reading = {.store = m->store_now};
	struct at_arg args;
	int64_t index;
	int stat;
	m->list_records++;
	if (!at_arg_begin(&args, line->text, "+CMGL:") &&
	    !at_arg_begin_hurt(&args, line->text, "+CMGL:"))
		return;
	if (!at_arg_next_number(&args, &index) || index < 0 || index > 65535 ||
	    m->held) {
		m->list_odd = true;
		return;
	}
	stat = modem_reading_stat(&args);
	reading.index = (int)index;
	modem_reading_of(&reading, line);
	if (reading.fits && modem_stat_is_own(stat)) {
		m->list_own++;
		modem_record_note_own(m, &reading);
		return;
	}
	if (!reading.fits && stat < 0) {
		m->check_due = true; /* words there: text mode? */
		m->list_odd = true;
		return;
	}
	listed(m, &reading);
}

static void
list_ended(struct modem *m, bool whole)
{
	bool hidden = m->list_records == 0 && m->store_used > 0 &&
		      m->store_now == m->store_main;
	/* Texts that no news announced: does it still tell us? */
	if (m->list_given > 0 && !m->news_came && m->listed_once)
		m->check_due = true;
	modem_poor_listed(m);
	m->news_came = false;
	m->listed_once = true;
	m->list_errors = 0;
	if (m->list_records > 0)
		m->blind_hints = 0;
	modem_record_list_ended(m, whole);
	if (hidden && !m->list_probed && !m->list_blind) {
		m->list_probed = true;
		m->scanning = true;
		m->scan_index = -1;
	} else {
		modem_fill_listed(m, whole);
	}
}

static void
list_refused(struct modem *m)
{
	if (++m->list_errors >= LIST_ERRORS_MAX && !m->list_blind) {
		log_event(LOG_WARN, "modem", "list-blind", "link=%s", m->name);
		m->list_blind = true;
	}
}

static void
list_failed(struct modem *m, const struct at_result *result)
{
	enum at_err_class class = AT_ERR_RETRY;
	if (result->final == AT_FINAL_CMS)
		class = at_err_find(AT_ERR_CMS, result->code)->class;
	if (result->final == AT_FINAL_CME)
		class = at_err_find(AT_ERR_CME, result->code)->class;
	/* "Invalid index": some say so of an empty store. */
	if (class == AT_ERR_GONE) {
		list_ended(m, true);
		return;
	}
	if (class != AT_ERR_WAIT)
		list_refused(m);
	m->check_due = true; /* in text mode "=4" is an error */
	m->dirty |= 1u << m->store_now;
	modem_list_soon(m, MODEM_T_ODD);
}

static void
list_silent(struct modem *m)
{
	if (m->list_silences < SILENCES_DOUBLED)
		m->list_silences++;
	else
		list_refused(m);
	m->dirty |= 1u << m->store_now;
	modem_list_soon(m, MODEM_T_ODD);
}

static void
list_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	switch (result->final) {
	case AT_FINAL_GONE:
		return;
	case AT_FINAL_OK:
		m->list_silences = 0;
		m->list_words = m->list_words_tried;
		if (!result->implied)
			modem_note_good(m);
		list_ended(m, !result->implied);
		break;
	case AT_FINAL_TIMEOUT:
		list_silent(m);
		break;
	case AT_FINAL_ERROR:
	case AT_FINAL_CME:
	case AT_FINAL_CMS:
		list_failed(m, result);
		break;
	}
	modem_act_done(m);
}

static void
list(struct modem *m)
{
	/* Some want the word in PDU mode too: the second try is with it. */
	m->list_words_tried = m->list_words != (m->list_errors == 1);
	const char *text =
	    m->list_words_tried ? "AT+CMGL=\"ALL\"" : "AT+CMGL=4";
	struct at_command command =
	    modem_command(m, text, "+CMGL:", MODEM_T_LIST);
	command.timeout_ms <<= m->list_silences;
	command.tail_ms = modem_ms(m, MODEM_T_LIST_TAIL) << m->list_silences;
	command.pdu = true;
	command.on_line = list_line;
	command.on_done = list_done;
	m->activity = MODEM_ACT_LIST;
	modem_record_list_begins(m);
	modem_submit(m, &command);
}

bool
modem_store_list_due(const struct modem *m)
{
	if (m->held || m->quiet)
		return false;
	return m->scanning || (m->list_due && m->dirty != 0);
}

static int
store_to_list(const struct modem *m)
{
	int store = m->store_now;
	if (store >= 0 && (m->dirty >> store & 1) != 0)
		return store;
	for (store = 0; (m->dirty >> store & 1) == 0;)
		store++;
	return store;
}

void
modem_store_start_list(struct modem *m)
{
	if (m->scanning) {
		modem_store_scan(m);
		return;
	}
	int store = store_to_list(m);
	if (!modem_in_store(m, store))
		return;
	m->dirty &= ~(1u << store);
	m->list_due = m->dirty != 0;
	if (!m->list_blind) {
		list(m);
		return;
	}
	m->scanning = true;
	m->scan_index = -1;
	modem_store_scan(m);
}
