#include "tests/sim/sim_net.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_journal.h"
#include "tests/sim/sim_net_phone.h"
#include "tests/sim/sim_net_plan.h"
#include "tests/sim/sim_net_report.h"

static void
queue_put(struct sim_queue *q, const struct sim_wire *wire)
{
	struct sim_waiting *w = sim_alloc(1, sizeof(*w));
	w->wire = *wire;
	*q->end = w;
	q->end = &w->next;
	q->count++;
}

static void
queue_put_first(struct sim_queue *q, const struct sim_wire *wire)
{
	struct sim_waiting *w = sim_alloc(1, sizeof(*w));
	w->wire = *wire;
	w->next = q->first;
	q->first = w;
	if (w->next == NULL)
		q->end = &w->next;
	q->count++;
}

static void
queue_drop(struct sim_queue *q)
{
	struct sim_waiting *w = q->first;
	q->first = w->next;
	if (q->first == NULL)
		q->end = &q->first;
	q->count--;
	free(w);
}

static void
pump_queue(struct sim_line *line, struct sim_queue *q)
{
	while (q->first != NULL) {
		/* A copy: what is handed over may be given back at once. */
		struct sim_wire wire = q->first->wire;
		if (!sim_modem_take(&line->modem, &wire))
			return;
		queue_drop(q);
	}
}

/* Hands over what waits.  Reports do not wait behind texts that find no
 * room.  Called from within the modem as well, so it must not nest. */
static void
pump(struct sim_line *line)
{
	/* A restart in the middle of it makes room again: once more then. */
	line->again = true;
	if (line->pumping)
		return;
	line->pumping = true;
	while (line->again) {
		line->again = false;
		pump_queue(line, &line->reports);
		pump_queue(line, &line->texts);
	}
	line->pumping = false;
}

/* The message being handed over is still the first: a copy behind it. */
static void
double_first(struct sim_queue *q)
{
	struct sim_waiting *w = sim_alloc(1, sizeof(*w));
	w->wire = q->first->wire;
	w->wire.repeat = true;
	w->next = q->first->next;
	q->first->next = w;
	if (w->next == NULL)
		q->end = &w->next;
	q->count++;
}

static void
on_handed(
    void *arg, struct sim_modem *m, const struct sim_wire *wire, int index)
{
	struct sim_line *line = arg;
	struct sim_net *net = line->net;
	if (wire->report) {
		sim_journal(net->journal, net->world.wall_ms, "report-to-modem",
		    json_pack("{s:s, s:s}", "modem", m->options.name, "phone",
			wire->peer));
		return;
	}
	net->counts.handed++;
	sim_journal(net->journal, net->world.wall_ms, "handed-to-modem",
	    json_pack("{s:I, s:s, s:i, s:i, s:i, s:s}", "id",
		(json_int_t)wire->id, "modem", m->options.name, "part",
		(int)wire->part, "parts", (int)wire->parts, "index", index,
		"from", wire->peer));
	if (!wire->repeat &&
	    sim_fault_hit(&m->faults, SIM_FAULT_DOUBLE_DELIVERY, &net->world) !=
		NULL) {
		int limit = m->faults.at[SIM_FAULT_DOUBLE_DELIVERY].limit;
		for (int i = 1; i < (limit > 2 ? limit : 2); i++) {
			net->counts.doubled++;
			double_first(&line->texts);
		}
	}
}

static void
on_returned(void *arg, struct sim_modem *m, const struct sim_wire *wire)
{
	struct sim_line *line = arg;
	struct sim_net *net = line->net;
	sim_journal(net->journal, net->world.wall_ms, "returned-by-modem",
	    json_pack("{s:I, s:s, s:i}", "id", (json_int_t)wire->id, "modem",
		m->options.name, "part", (int)wire->part));
	queue_put_first(wire->report ? &line->reports : &line->texts, wire);
}

static void
on_room(void *arg, struct sim_modem *m)
{
	(void)m;
	pump(arg);
}

static void
on_refused(void *arg, struct sim_modem *m, const char *why)
{
	struct sim_net *net = ((struct sim_line *)arg)->net;
	net->counts.refused++;
	sim_journal(net->journal, net->world.wall_ms, "refused-pdu",
	    json_pack("{s:s, s:s}", "modem", m->options.name, "why", why));
}

static void
journal_call(struct sim_net *net, const struct sim_modem *m, const char *what)
{
	sim_journal(net->journal, net->world.wall_ms, "call",
	    json_pack("{s:s, s:s, s:s}", "modem", m->options.name, "from",
		m->caller, "what", what));
}

static void
on_call(void *arg, struct sim_modem *m, const char *what)
{
	journal_call(((struct sim_line *)arg)->net, m, what);
}

/* Every modem of the hub goes; one without a hub goes alone. */
static void
on_brown(void *arg, struct sim_modem *m, int64_t ms)
{
	struct sim_line *line = arg;
	struct sim_net *net = line->net;
	for (size_t i = 0; i < net->modems; i++) {
		struct sim_line *one = net->lines[i];
		const char *hub = one->modem.options.hub;
		if (one != line &&
		    (hub[0] == '\0' || strcmp(hub, m->options.hub) != 0))
			continue;
		if (net->vanish != NULL)
			net->vanish(net->vanish_arg, one, ms);
		else
			sim_modem_unplug(&one->modem);
	}
}

static bool
on_ussd(void *arg, struct sim_modem *m, const char *code,
    struct sim_ussd_answer *out)
{
	(void)m;
	struct sim_net *net = ((struct sim_line *)arg)->net;
	int credit = sim_net_credit(arg);
	if (credit >= 0 && strcmp(code, "*144#") == 0) {
		*out = (struct sim_ussd_answer){.delay_ms = 30};
		snprintf(
		    out->text, sizeof(out->text), "Balance: KES %d.00", credit);
		return true;
	}
	for (struct sim_ussd_row *r = net->ussd; r != NULL; r = r->next) {
		if (strcmp(r->code, code) == 0) {
			*out = r->answer;
			return true;
		}
	}
	return false;
}

void
sim_net_ussd(
    struct sim_net *net, const char *code, const struct sim_ussd_answer *answer)
{
	struct sim_ussd_row *row = sim_alloc(1, sizeof(*row));
	sim_copy(row->code, sizeof(row->code), code);
	row->answer = *answer;
	row->next = net->ussd;
	net->ussd = row;
}

void
sim_net_init(struct sim_net *net)
{
	*net = (struct sim_net){.report_ms = 20};
	net->world.seed = 1;
	net->world.zone_quarters = 12;
	sim_copy(net->country, sizeof(net->country), "254");
	struct sim_ussd_answer balance = {"Balance: KES 152.30", false, 30};
	sim_net_ussd(net, "*144#", &balance);
}

static void
queue_end(struct sim_queue *q)
{
	while (q->first != NULL)
		queue_drop(q);
}

void
sim_net_end(struct sim_net *net)
{
	for (size_t i = 0; i < net->modems; i++) {
		sim_modem_end(&net->lines[i]->modem);
		queue_end(&net->lines[i]->texts);
		queue_end(&net->lines[i]->reports);
		sim_net_plan_reset(&net->lines[i]->plan);
		free(net->lines[i]);
	}
	sim_net_forget_phones(net);
	while (net->ussd != NULL) {
		struct sim_ussd_row *row = net->ussd;
		net->ussd = row->next;
		free(row);
	}
	free(net->dues);
}

struct sim_line *
sim_net_line(struct sim_net *net, const char *who)
{
	for (size_t i = 0; i < net->modems; i++) {
		const struct sim_options *o = &net->lines[i]->modem.options;
		if (strcmp(o->name, who) == 0 ||
		    (o->number[0] != '\0' && sim_same_number(o->number, who)))
			return net->lines[i];
	}
	return NULL;
}

struct sim_line *
sim_net_add(struct sim_net *net, const struct sim_options *options)
{
	if (net->modems == SIM_MODEMS ||
	    sim_net_line(net, options->name) != NULL)
		return NULL;
	struct sim_line *line = sim_alloc(1, sizeof(*line));
	line->net = net;
	line->texts.end = &line->texts.first;
	line->reports.end = &line->reports.first;
	line->host = (struct sim_host){
	    .arg = line,
	    .allows = sim_net_allows,
	    .brown = on_brown,
	    .taken = sim_net_taken,
	    .refused = on_refused,
	    .handed = on_handed,
	    .returned = on_returned,
	    .room = on_room,
	    .ussd = on_ussd,
	    .call = on_call,
	};
	sim_modem_init(&line->modem, options, &net->world, &line->host);
	net->lines[net->modems++] = line;
	return line;
}

void
sim_net_to_modem(struct sim_line *line, const struct sim_wire *wire)
{
	queue_put(wire->report ? &line->reports : &line->texts, wire);
	pump(line);
}

static void
queue_part(struct sim_line *line, const struct sim_outgoing *text,
    struct sim_wire *wire)
{
	unsigned times = text->times == 0 ? 1 : text->times;
	line->net->counts.parts++;
	struct sim_faults *faults = &line->modem.faults;
	int lost = faults->at[SIM_FAULT_LOSE_PART].limit;
	if (wire->parts > 1 && wire->part == (lost > 1 ? (unsigned)lost : 1) &&
	    sim_fault_hit(faults, SIM_FAULT_LOSE_PART, &line->net->world) !=
		NULL) {
		sim_journal(line->net->journal, line->net->world.wall_ms,
		    "part-lost",
		    json_pack("{s:I, s:i, s:i}", "id", (json_int_t)wire->id,
			"part", (int)wire->part, "parts", (int)wire->parts));
		return;
	}
	for (unsigned i = 0; i < times && wire->part != text->without_part;
	     i++) {
		wire->repeat = i > 0;
		line->net->counts.doubled += i > 0;
		queue_put(&line->texts, wire);
	}
}

/* A text that is not there yet, to be replaced (23.040 9.2.3.9, type 1) by
 * what comes right behind it with the same stamp. */
static void
queue_placeholder(struct sim_line *line, struct sim_deliver *head,
    const struct sim_part *part, const struct sim_wire *wire)
{
	struct sim_wire empty = *wire;
	struct sim_part body = *part;
	body.ud_octets = body.udhi ? 1u + body.ud[0] : 0;
	body.udl = (uint8_t)body.ud_octets;
	if (body.udhi && body.dcs == 0) {
		body.udl = (uint8_t)((body.ud_octets * 8 + 6) / 7);
		/* The fill bits behind the header have an octet, too. */
		if (body.udl * 7u > body.ud_octets * 8u)
			body.ud[body.ud_octets++] = 0;
	}
	head->pid = 0x41;
	empty.repeat = true;
	sim_pdu_deliver(&empty.tpdu, head, &body);
	queue_put(&line->texts, &empty);
}

static void
queue_parts(struct sim_line *line, const struct sim_outgoing *text,
    const struct sim_part *parts, int count)
{
	struct sim_net *net = line->net;
	for (int i = 0; i < count; i++) {
		int at = text->backwards ? count - 1 - i : i;
		struct sim_deliver head = {text->from, net->world.wall_ms,
		    net->world.zone_quarters, text->message_class,
		    i + 1 < count, 0};
		struct sim_wire wire = {.id = net->last_id,
		    .part = (unsigned)at + 1,
		    .parts = (unsigned)count,
		    .message_class = text->message_class};
		sim_copy(wire.peer, sizeof(wire.peer), text->from);
		if (sim_fault_hit(&line->modem.faults, SIM_FAULT_PLACEHOLDER,
			&net->world) != NULL)
			queue_placeholder(line, &head, &parts[at], &wire);
		sim_pdu_deliver(&wire.tpdu, &head, &parts[at]);
		queue_part(line, text, &wire);
	}
	pump(line);
}

uint64_t
sim_net_text(struct sim_net *net, const struct sim_outgoing *text)
{
	struct sim_line *line = sim_net_line(net, text->to);
	struct sim_part parts[SIM_PARTS];
	int count = sim_pdu_split(parts, SIM_PARTS, text->text, net->last_ref);
	if (count < 0)
		return 0;
	net->last_id++;
	net->last_ref = (uint8_t)(net->last_ref + (count > 1));
	net->counts.sent_by_phones++;
	sim_journal(net->journal, net->world.wall_ms, "sent-by-phone",
	    json_pack("{s:I, s:s, s:s, s:s, s:s*}", "id",
		(json_int_t)net->last_id, "from", text->from, "to", text->to,
		"text", text->text, "modem",
		line == NULL ? NULL : line->modem.options.name));
	if (line != NULL)
		queue_parts(line, text, parts, count);
	else
		sim_net_to_phone(
		    net, sim_net_phone(net, text->to), text->from, text->text);
	return net->last_id;
}

bool
sim_net_raw(struct sim_net *net, struct sim_line *line, const char *from,
    const char *hex)
{
	struct sim_wire wire = {
	    .id = ++net->last_id, .part = 1, .parts = 1, .message_class = -1};
	int n =
	    sim_hex_read(wire.tpdu.at, sizeof(wire.tpdu.at), hex, strlen(hex));
	if (n < 1)
		return false;
	wire.tpdu.octets = (size_t)n;
	sim_copy(wire.peer, sizeof(wire.peer), from);
	sim_net_to_modem(line, &wire);
	return true;
}

void
sim_net_call(struct sim_net *net, struct sim_line *line, const char *from,
    int rings, int every_ms)
{
	sim_copy(line->modem.caller, sizeof(line->modem.caller), from);
	journal_call(net, &line->modem, "ringing");
	sim_modem_ring(&line->modem, from, rings, every_ms);
}

void
sim_net_tick(struct sim_net *net)
{
	for (size_t i = 0; i < net->modems; i++) {
		struct sim_modem *m = &net->lines[i]->modem;
		if (sim_modem_due(m) <= net->world.now_ms)
			sim_modem_tick(m);
	}
	sim_net_work_due(net);
}

int64_t
sim_net_due(const struct sim_net *net)
{
	int64_t due = net->due > 0 ? net->dues[0].at_ms : SIM_NEVER;
	for (size_t i = 0; i < net->modems; i++) {
		int64_t at = sim_modem_due(&net->lines[i]->modem);
		due = at < due ? at : due;
	}
	return due;
}
