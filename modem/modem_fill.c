/* How full a store is.
 *
 * A store without a free slot stops reception: the network keeps the texts,
 * the modem says so once (each family in its own words) or not at all.  When
 * room is made it tells the network (23.040 10.3, RP-SMMA), but some forget
 * to, until +CPMS is set anew; and where no text comes even then, the radio is
 * switched off and on once, for whoever comes back to a network is given what
 * waits.
 * What somebody stored for sending is left alone as long as there is room. */
#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_record.h"

/* "+CPMS: 3,20,..." after setting, "+CPMS: "SM",3,20,..." when asked. */
bool
modem_fill_read(struct str line, int *used_out, int *total_out)
{
	struct at_arg args, first;
	struct str name;
	int64_t used, total;
	if (!at_arg_begin(&args, line, "+CPMS:") &&
	    !at_arg_begin_hurt(&args, line, "+CPMS:"))
		return false;
	first = args;
	if (at_arg_next(&first, &name, NULL) && name.octets > 0 &&
	    (name.at[0] < '0' || name.at[0] > '9'))
		args = first;
	if (!at_arg_next_number(&args, &used) || used < 0 ||
	    !at_arg_next_number(&args, &total) || total < 0)
		return false;
	*used_out = (int)(used & 0xFFFF);
	*total_out = (int)(total & 0xFFFF);
	return true;
}

static bool
is_crowded(const struct modem *m)
{
	return m->store_total > 0 && m->store_used * 10 >= m->store_total * 8;
}

/* Half of a full store is taken by what was stored for sending or sent: by
 * another program, or by a phone in whose hands the SIM was. */
static void
clear_own(struct modem *m)
{
	int cleared = 0;
	for (int i = 0; i < m->records_count; i++) {
		struct record *r = &m->records[i];
		if (r->state != RECORD_OWN || r->store != m->store_now)
			continue;
		r->state = RECORD_DELETE;
		cleared++;
	}
	log_event(LOG_WARN, "modem", "own-cleared",
	    "link=%s store=%s records=%d", m->name, m->stores[m->store_now],
	    cleared);
}

void
modem_fill_listed(struct modem *m, bool whole)
{
	bool full = m->full_told;
	if (!whole || m->list_odd || m->store_now < 0)
		return;
	if (m->list_records == 0)
		modem_fill_made_room(m);
	if (m->store_now == m->store_main) {
		m->store_used = m->list_records;
		full = full || is_crowded(m);
		/* It may have said so before we listened. */
		if (m->store_total > 0 && m->store_used >= m->store_total)
			m->full_told = true;
	}
	if (full && m->list_own > 0 && m->list_own * 2 >= m->list_records)
		clear_own(m);
}

void
modem_fill_deleted(struct modem *m, int store)
{
	if (store == m->store_main && m->store_used > 0)
		m->store_used--;
}

void
modem_fill_told(struct modem *m)
{
	if (!m->full_told)
		log_event(LOG_WARN, "modem", "store-full", "link=%s", m->name);
	m->full_told = true;
	m->dirty |= m->stores_offered; /* which one, they seldom say */
	modem_list_soon(m, MODEM_T_DEBOUNCE);
}

void
modem_fill_made_room(struct modem *m)
{
	if (!m->full_told)
		return;
	m->full_told = false;
	m->store_now = -1; /* sets +CPMS anew */
	m->check_due = true; /* and looks whether it still tells of texts */
	timer_arm(m->resume_timer, modem_ms(m, MODEM_T_RESUME));
	log_event(LOG_INFO, "modem", "store-emptied", "link=%s", m->name);
}

void
modem_fill_resumed(struct modem *m)
{
	timer_stop(m->resume_timer);
	m->reattach_due = false;
}

void
modem_on_resume_timer(void *arg)
{
	struct modem *m = arg;
	m->reattach_due = m->quirk->radio_off != NULL;
	modem_turn(m);
}

/* Everything volatile may be gone now, as after any restart of the radio. */
static void
attached(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	modem_act_done(m);
	modem_event(m, MODEM_EV_RESTARTED,
	    "radio off and on: nothing came after a full store");
}

static void
detached(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	struct at_command command =
	    modem_command(m, "AT+CFUN=1", NULL, MODEM_T_STORE);
	command.on_done = attached;
	modem_submit(m, &command);
}

void
modem_fill_reattach(struct modem *m)
{
	m->reattach_due = false;
	m->activity = MODEM_ACT_REATTACH;
	log_event(LOG_WARN, "modem", "reattach", "link=%s", m->name);
	struct at_command command =
	    modem_command(m, m->quirk->radio_off, NULL, MODEM_T_STORE);
	command.on_done = detached;
	modem_submit(m, &command);
}
