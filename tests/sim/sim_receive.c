/* Messages from the network: stored, shown, or left with the network.
 * 3GPP TS 27.005 3.4.1 (+CNMI), 3.4.4 (+CNMA). */
#include <stdio.h>
#include <string.h>

#include "tests/sim/sim_modem.h"

/* Phase 2+: an acknowledgement must come in this time (24.011 gives the
 * network about as long before it tries again). */
#define CNMA_WITHIN_MS 15000

static void
notify(struct sim_modem *m, const char *line)
{
	if (m->set.cnmi[0] != 0) {
		sim_modem_urc(m, "%s", line);
		return;
	}
	sim_buf_format(&m->urc_off, "\r\n%s\r\n", line);
}

static void
show(struct sim_modem *m, const struct sim_wire *wire)
{
	char hex[SIM_PDU_HEX];
	sim_modem_pdu_hex(m, hex, &wire->tpdu);
	struct sim_buf line = {0};
	sim_buf_text(&line, wire->report ? "+CDS: " : "+CMT: ");
	if (!wire->report || m->options.profile->report_comma)
		sim_buf_text(&line, ",");
	sim_buf_format(&line, "%zu\r\n", wire->tpdu.octets);
	sim_buf_text(&line, hex);
	notify(m, line.at);
	sim_buf_free(&line);
	m->host->handed(m->host->arg, m, wire, -1);
	if (m->set.csms != 1)
		return;
	m->cnma_waits = true;
	m->cnma_until_ms = m->world->now_ms + CNMA_WITHIN_MS;
	m->cnma_wire = *wire;
}

bool
sim_modem_acknowledge(struct sim_modem *m)
{
	if (!m->cnma_waits)
		return false;
	m->cnma_waits = false;
	m->host->room(m->host->arg, m);
	return true;
}

void
sim_modem_give_back(struct sim_modem *m)
{
	if (!m->cnma_waits)
		return;
	/* 27.005 3.4.1: without acknowledgement direct showing is ended. */
	m->cnma_waits = false;
	m->set.cnmi[m->cnma_wire.report ? 3 : 1] = 0;
	m->host->returned(m->host->arg, m, &m->cnma_wire);
}

static bool
is_full(struct sim_modem *m, const struct sim_store *store)
{
	if (sim_fault_lasts(&m->faults, SIM_FAULT_STORAGE_FULL, m->world)) {
		/* Whoever sees it end will ask for what waits. */
		m->was_full = true;
		return true;
	}
	return store->used >= store->slots;
}

/* A WAP push to port 2948 (23.040 9.2.3.24.4). */
static bool
is_push(const struct sim_tpdu *tpdu)
{
	static const uint8_t element[] = {0x05, 0x04, 0x0B, 0x84};
	return memmem(tpdu->at, tpdu->octets, element, sizeof(element)) != NULL;
}

static void
announce(struct sim_modem *m, const struct sim_wire *wire,
    const struct sim_store *store, int index)
{
	const struct sim_profile *p = m->options.profile;
	char line[64], name[8];
	snprintf(name, sizeof(name), "\"%s\"", store->name);
	if (wire->report && p->told_report != NULL)
		snprintf(line, sizeof(line), "+CDSI: %s", p->told_report);
	else if (wire->report)
		snprintf(line, sizeof(line), "+CDSI: %s,%d", name, index);
	else
		snprintf(line, sizeof(line), "+CMTI: %s,%d%s",
		    p->told_store ? p->told_store : name, index,
		    p->push_words && is_push(&wire->tpdu) ? ",\"MMS PUSH\",2,1"
							  : "");
	notify(m, line);
}

static bool
keep(struct sim_modem *m, const struct sim_wire *wire, struct sim_store *store)
{
	if (is_full(m, store)) {
		m->stalled = true;
		return false;
	}
	const struct sim_fault *restart =
	    sim_fault_hit(&m->faults, SIM_FAULT_RESTART_IN_RECEIVE, m->world);
	if (restart != NULL && !restart->after) {
		sim_modem_restart(m);
		return false;
	}
	int index = sim_store_put(store, &wire->tpdu);
	m->host->handed(m->host->arg, m, wire, index);
	if (restart != NULL) {
		sim_modem_restart(m);
		return true;
	}
	bool lost =
	    sim_fault_hit(&m->faults, SIM_FAULT_LOSE_CMTI, m->world) != NULL;
	if (lost || (!wire->report && m->set.cnmi[1] == 0))
		return true;
	announce(m, wire, store, index);
	const char *full = m->options.profile->full_line;
	if (is_full(m, store) && full != NULL)
		notify(m, full);
	return true;
}

static bool
take_report(struct sim_modem *m, const struct sim_wire *wire)
{
	switch (m->set.cnmi[3]) {
	case 1:
		show(m, wire);
		return true;
	case 2:
		return keep(m, wire, &m->stores[SIM_STORE_SR]);
	default:
		/* Acknowledged by the modem and told to nobody. */
		return true;
	}
}

bool
sim_modem_take(struct sim_modem *m, const struct sim_wire *wire)
{
	if (!sim_modem_registered(m) || m->cnma_waits)
		return false;
	if (m->stalled &&
	    sim_fault_lasts(&m->faults, SIM_FAULT_NO_RESUME, m->world))
		return false;
	if (wire->report)
		return take_report(m, wire);
	int mt = m->set.cnmi[1], class = wire->message_class;
	bool direct = mt == 2 && class != 2;
	if ((class == 0 && mt != 0) || (class == 3 && mt == 3))
		direct = true;
	if (!direct)
		return keep(m, wire, &m->stores[m->set.mem[2]]);
	show(m, wire);
	return true;
}
