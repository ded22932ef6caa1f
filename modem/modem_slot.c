/* One slot of a store by itself: read, looked for, or deleted. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_record.h"

#define READS_MAX 5
#define BLIND_HINTS_MAX 2
#define SLOTS_GUESSED 50
#define SLOTS_MAX 255

bool
modem_slot_is_empty(const struct at_result *result)
{
	if (result->final == AT_FINAL_CMS)
		return at_err_find(AT_ERR_CMS, result->code)->class ==
		       AT_ERR_GONE;
	if (result->final == AT_FINAL_CME)
		return at_err_find(AT_ERR_CME, result->code)->class ==
		       AT_ERR_GONE;
	return false;
}

/* Doubtful records, and slots that news named but no list has shown. */

/* A report was announced there, and what is there is none: some name the wrong
 * store.  What was read may be some text of another slot, so it is neither
 * taken nor deleted here; a list of its own store shows it. */
static bool
is_another(const struct modem *m, const struct reading *reading)
{
	return reading->fits && !reading->report &&
	       strcmp(m->stores[reading->store], "SR") != 0;
}

static void
look_for_reports(struct modem *m)
{
	m->dirty |= 1u << modem_store_add(m, STR("SR"));
	m->dirty |= 1u << m->store_main;
	m->list_due = true;
}

/* Word for word what another slot holds that is not deleted yet: some give one
 * slot's text for any number.  Once that one is deleted this is read again. */
static bool
is_echo_of_another(struct modem *m, const struct reading *reading)
{
	for (int i = 0; i < m->records_count; i++) {
		const struct record *r = &m->records[i];
		if (r->store == reading->store && r->hash == reading->hash &&
		    r->index != reading->index &&
		    (r->state == RECORD_GIVEN || r->state == RECORD_DELETE))
			return true;
	}
	return false;
}

static void
slot_read(struct modem *m, struct reading *reading, int stat)
{
	struct record *r = modem_record_find(m, reading->store, reading->index);
	bool bad = r != NULL && r->state == RECORD_BAD;
	if (r != NULL && r->state != RECORD_READ && !bad) {
		modem_record_known(m, r, reading);
		return;
	}
	if (reading->fits && modem_stat_is_own(stat)) {
		modem_record_note_own(m, reading);
		return;
	}
	if (r != NULL && r->report && is_another(m, reading)) {
		modem_record_forget(m, r);
		look_for_reports(m);
		return;
	}
	if (reading->fits && modem_record_is_buried(m, reading)) {
		if (r != NULL)
			modem_record_forget(m, r);
		return;
	}
	if (reading->fits && is_echo_of_another(m, reading)) {
		m->relist = true;
		if (r != NULL)
			modem_record_forget(m, r);
		return;
	}
	if (r == NULL)
		r = modem_record_add(m, reading->store, reading->index);
	if (r == NULL)
		return;
	reading->report = reading->report || r->report;
	/* Two equal readings prove nothing: a wire that cuts, cuts alike. */
	if (reading->fits || r->tries >= READS_MAX)
		modem_record_give(m, r, reading);
	else
		modem_record_read_again(m, r, reading);
}

static void
slot_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	struct reading reading = {.store = m->store_now, .index = m->slot};
	struct at_arg args;
	int stat = -1;
	if (line->announced_octets == 0)
		return; /* "+CMGR: 0,,0": an empty slot */
	if (at_arg_begin(&args, line->text, "+CMGR:") ||
	    at_arg_begin_hurt(&args, line->text, "+CMGR:"))
		stat = modem_reading_stat(&args);
	modem_reading_of(&reading, line);
	if (!reading.fits && stat < 0) {
		m->check_due = true; /* words there: text mode? */
		return;
	}
	m->slot_answered = true;
	m->scan_found += m->activity == MODEM_ACT_SCAN;
	slot_read(m, &reading, stat);
}

static void
read_failed(struct modem *m, const struct at_result *result)
{
	struct record *r = modem_record_find(m, m->store_now, m->slot);
	if (r == NULL || r->state != RECORD_READ)
		return;
	/* What a list shows of it has to do, the next time. */
	bool empty = modem_slot_is_empty(result) ||
		     (result->final == AT_FINAL_OK && !result->owned);
	if (!empty && ++r->tries < READS_MAX)
		return;
	if (empty) {
		modem_record_forget(m, r);
		return;
	}
	r->state = RECORD_BAD;
	r->seen = true; /* until the next list */
	log_event(LOG_WARN, "modem", "slot-unreadable",
	    "link=%s store=%s index=%d code=%d", m->name, m->stores[r->store],
	    r->index, result->code);
	m->dirty |= 1u << r->store;
	modem_list_soon(m, MODEM_T_ODD);
}

static void
found_blind(struct modem *m)
{
	if (m->list_blind || ++m->blind_hints < BLIND_HINTS_MAX)
		return;
	log_event(LOG_INFO, "modem", "list-blind", "link=%s", m->name);
	m->list_blind = true;
}

static void
read_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	if (!m->slot_answered)
		read_failed(m, result);
	else if (m->list_records == 0 && result->final == AT_FINAL_OK)
		found_blind(m); /* the list was empty, this slot was not */
	modem_relist_if_done(m);
	modem_act_done(m);
}

static void
read_slot(struct modem *m, int index, enum modem_activity activity,
    void (*on_done)(void *, const struct at_result *))
{
	char text[32];
	snprintf(text, sizeof(text), "AT+CMGR=%d", index);
	struct at_command command =
	    modem_command(m, text, "+CMGR:", MODEM_T_SLOT);
	command.pdu = true;
	command.on_line = slot_line;
	command.on_done = on_done;
	m->activity = activity;
	m->slot = index;
	m->slot_answered = false;
	modem_submit(m, &command);
}

bool
modem_store_has_read(const struct modem *m)
{
	return !m->held && !m->quiet && modem_record_any(m, RECORD_READ);
}

void
modem_store_start_read(struct modem *m)
{
	struct record *r = modem_record_first(m, RECORD_READ);
	if (modem_in_store(m, r->store))
		read_slot(m, r->index, MODEM_ACT_READ, read_done);
}

/* Slot by slot, where +CMGL shows nothing.  The number of used slots spares
 * the rest, but now and then it is not believed. */

static bool
believe_used(const struct modem *m)
{
	return m->scan_used >= 0 && m->sweeps % 5 != 4;
}

static void
scan_ended(struct modem *m, bool whole)
{
	if (m->scan_found > 0 && !m->list_blind) {
		m->blind_hints = BLIND_HINTS_MAX;
		found_blind(m);
	}
	m->scanning = false;
	m->list_records = m->scan_found;
	modem_record_list_ended(m, whole);
	modem_fill_listed(m, whole || m->scan_used >= 0);
}

static void
scan_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	int last = m->scan_total > 0 ? m->scan_total : SLOTS_GUESSED;
	bool whole = ++m->scan_index > (last < SLOTS_MAX ? last : SLOTS_MAX);
	bool enough = believe_used(m) && m->scan_found >= m->scan_used;
	if (result->final == AT_FINAL_TIMEOUT)
		m->list_odd = true;
	if (whole || enough || m->held)
		scan_ended(m, whole);
	modem_act_done(m);
}

static void
used_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	modem_fill_read(line->text, &m->scan_used, &m->scan_total);
}

static void
used_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	m->scan_index = 0;
	if (believe_used(m) && m->scan_used == 0)
		scan_ended(m, true);
	modem_act_done(m);
}

void
modem_store_scan(struct modem *m)
{
	if (m->scan_index >= 0) {
		read_slot(m, m->scan_index, MODEM_ACT_SCAN, scan_done);
		return;
	}
	struct at_command command =
	    modem_command(m, "AT+CPMS?", "+CPMS:", MODEM_T_STORE);
	command.on_line = used_line;
	command.on_done = used_done;
	m->activity = MODEM_ACT_SCAN;
	m->scan_found = 0;
	m->scan_used = m->scan_total = -1;
	modem_record_list_begins(m);
	modem_submit(m, &command);
}
