#include "tests/sim/sim_net_fault.h"

#include <stdio.h>
#include <string.h>

#include "tests/sim/sim_journal.h"
#include "tests/sim/sim_net_plan.h"

/* One part of a series whose others never come. */
static void
old_part(struct sim_part *part, uint8_t ref)
{
	struct sim_part parts[SIM_PARTS];
	char text[400];
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	(void)sim_pdu_split(parts, SIM_PARTS, text, ref);
	*part = parts[ref % 2];
}

/* A WAP push to port 2948: "you have a picture" (OMA MMS encapsulation). */
static void
mms_notice(struct sim_part *part, uint8_t number)
{
	static const uint8_t body[] = {0x06, 0x05, 0x04, 0x0B, 0x84, 0x23, 0xF0,
	    0x01, 0x06, 0x22, 0x61, 0x70, 0x70, 0x6C, 0x69, 0x63, 0x61, 0x74,
	    0x69, 0x6F, 0x6E, 0x2F, 0x76, 0x6E, 0x64, 0x2E, 0x77, 0x61, 0x70,
	    0x2E, 0x6D, 0x6D, 0x73, 0x00, 0x8C, 0x82, 0x98, 0x30};
	*part = (struct sim_part){.ud_octets = sizeof(body) + 1,
	    .udl = sizeof(body) + 1,
	    .dcs = 0x04,
	    .udhi = true};
	memcpy(part->ud, body, sizeof(body));
	part->ud[sizeof(body)] = number;
}

static void
fill_store(struct sim_net *net, struct sim_store *store, unsigned leave)
{
	for (uint8_t n = 0; store->used + leave < store->slots; n++) {
		char from[SIM_NUMBER];
		struct sim_deliver head = {.from = from,
		    .wall_ms = net->world.wall_ms - 86400000ll * (n + 1),
		    .zone_quarters = net->world.zone_quarters,
		    .message_class = -1};
		struct sim_part part;
		struct sim_tpdu tpdu;
		snprintf(from, sizeof(from), "+254799%06u", n + 1u);
		if (n % 2 == 0)
			mms_notice(&part, n);
		else
			old_part(&part, n);
		sim_pdu_deliver(&tpdu, &head, &part);
		if (sim_store_put(store, &tpdu) < 0)
			return;
	}
}

static void
fill_reports(struct sim_net *net, struct sim_store *store, unsigned leave)
{
	for (uint8_t n = 0; store->used + leave < store->slots; n++) {
		int64_t then = net->world.wall_ms - 86400000ll * (n + 1);
		struct sim_report report = {"+254799000001", then, then + 5000,
		    net->world.zone_quarters, n, 0};
		struct sim_tpdu tpdu;
		sim_pdu_report(&tpdu, &report);
		if (sim_store_put(store, &tpdu) < 0)
			return;
	}
}

static const char *
cure_of(enum sim_cure *out, const char *name)
{
	static const char *const names[] = {
	    [SIM_CURE_REOPEN] = "reopen",
	    [SIM_CURE_RADIO] = "radio",
	    [SIM_CURE_RESTART] = "restart",
	    [SIM_CURE_POWER] = "power",
	};
	*out = SIM_CURE_POWER;
	for (int i = 0; i < 4 && name[0] != '\0'; i++) {
		if (strcmp(names[i], name) == 0) {
			*out = (enum sim_cure)i;
			return NULL;
		}
	}
	return name[0] == '\0' ? NULL
			       : "line is reopen, radio, restart or power";
}

static void
swap_numbers(char a[SIM_NUMBER], char b[SIM_NUMBER])
{
	char kept[SIM_NUMBER];
	memcpy(kept, a, SIM_NUMBER);
	memcpy(a, b, SIM_NUMBER);
	memcpy(b, kept, SIM_NUMBER);
}

/* Number, plan and what waits in the network belong to the SIM. */
static void
swap_sims(struct sim_line *a, struct sim_line *b)
{
	struct sim_plan plan = a->plan;
	struct sim_queue texts = a->texts, reports = a->reports;
	a->plan = b->plan;
	a->texts = b->texts;
	a->reports = b->reports;
	b->plan = plan;
	b->texts = texts;
	b->reports = reports;
	struct sim_queue *all[] = {
	    &a->texts, &a->reports, &b->texts, &b->reports};
	for (int i = 0; i < 4; i++) {
		if (all[i]->first == NULL)
			all[i]->end = &all[i]->first;
	}
	swap_numbers(a->modem.options.number, b->modem.options.number);
}

static void
change_sim(
    struct sim_net *net, struct sim_line *line, const struct sim_fault *f)
{
	struct sim_line *other = sim_net_line(net, f->number);
	if (other == line)
		return;
	if (other != NULL)
		swap_sims(line, other);
	else
		sim_copy(line->modem.options.number, SIM_NUMBER,
		    f->number[0] != '\0' ? f->number : "+254799999999");
	sim_journal(net->journal, net->world.wall_ms, "sim-swap",
	    json_pack("{s:s, s:s}", "modem", line->modem.options.name, "number",
		line->modem.options.number));
	if (f->keep)
		return;
	if (line->modem.state != SIM_OFF)
		sim_modem_restart(&line->modem);
	if (other != NULL && other->modem.state != SIM_OFF)
		sim_modem_restart(&other->modem);
}

static const char *
act(struct sim_net *net, struct sim_line *line, enum sim_fault_kind kind,
    const struct sim_fault *f)
{
	struct sim_modem *m = &line->modem;
	unsigned leave = f->limit > 0 ? (unsigned)f->limit : 0;
	enum sim_cure cure;
	const char *why;
	if (m->state == SIM_OFF)
		return NULL;
	if (kind == SIM_FAULT_RESTART)
		sim_modem_restart(m);
	else if (kind == SIM_FAULT_FORGET)
		sim_modem_forget(m);
	else if (kind == SIM_FAULT_CLOG)
		fill_store(net, &m->stores[m->set.mem[2]], leave);
	else if (kind == SIM_FAULT_CLOG_REPORTS)
		fill_reports(net, &m->stores[SIM_STORE_SR], leave);
	else if (kind == SIM_FAULT_SIM_SWAP)
		change_sim(net, line, f);
	else if (kind == SIM_FAULT_DEAF || kind == SIM_FAULT_NOISE)
		sim_modem_deafen(m, f->ms, f->keep, kind == SIM_FAULT_NOISE);
	else if ((why = cure_of(&cure, f->line)) != NULL)
		return why;
	else
		sim_modem_wedge(m, cure, kind == SIM_FAULT_BABBLE);
	return NULL;
}

static int
default_code(enum sim_fault_kind kind)
{
	if (kind == SIM_FAULT_UNREACHABLE)
		return 38;
	if (kind == SIM_FAULT_AIRTIME_ERROR)
		return 21;
	if (kind == SIM_FAULT_PLAN_TEXTS || kind == SIM_FAULT_PLAN_RECIPIENTS)
		return 8;
	return kind == SIM_FAULT_SIM_EXPIRED ? 331 : 500;
}

const char *
sim_net_fault_set(struct sim_net *net, struct sim_line *line,
    enum sim_fault_kind kind, const struct sim_fault *fault)
{
	struct sim_modem *m = &line->modem;
	const char *why = NULL;
	sim_journal(net->journal, net->world.wall_ms, "fault",
	    json_pack("{s:s, s:s}", "modem", m->options.name, "fault",
		sim_fault_name(kind)));
	if (sim_fault_row(kind)->way == SIM_FAULT_ACT) {
		why = act(net, line, kind, fault);
	} else {
		m->faults.at[kind] = *fault;
		if (fault->code < 0)
			m->faults.at[kind].code = default_code(kind);
	}
	if (kind >= SIM_FAULT_AIRTIME_SILENT &&
	    kind <= SIM_FAULT_PLAN_RECIPIENTS)
		sim_net_plan_reset(&line->plan);
	if (kind == SIM_FAULT_INTRUDER)
		m->intrude_at_ms = net->world.now_ms;
	sim_modem_tick(m);
	return why;
}

void
sim_net_fault_clear(struct sim_line *line)
{
	struct sim_modem *m = &line->modem;
	bool hung = m->wedge.on;
	m->faults = (struct sim_faults){0};
	m->wedge = (struct sim_wedge){0};
	m->deaf_until_ms = 0;
	m->intrude_at_ms = SIM_NEVER;
	if (hung)
		m->noise_at_ms = SIM_NEVER;
	sim_net_plan_reset(&line->plan);
	sim_modem_tick(m);
}
