#include "tests/sim/sim_net_report.h"

#include <stdlib.h>

#include "tests/sim/sim_journal.h"
#include "tests/sim/sim_net_phone.h"

#define ORDER_MS 2000 /* "report-order": at most this much later */

static bool
before(const struct sim_due *a, const struct sim_due *b)
{
	if (a->at_ms != b->at_ms)
		return a->at_ms < b->at_ms;
	return a->serial < b->serial;
}

static void
swap(struct sim_due *a, struct sim_due *b)
{
	struct sim_due old = *a;
	*a = *b;
	*b = old;
}

static void
heap_up(struct sim_due *heap, size_t i)
{
	for (; i > 0 && before(&heap[i], &heap[(i - 1) / 2]); i = (i - 1) / 2)
		swap(&heap[i], &heap[(i - 1) / 2]);
}

static void
heap_down(struct sim_due *heap, size_t count)
{
	for (size_t i = 0, child; (child = 2 * i + 1) < count; i = child) {
		if (child + 1 < count && before(&heap[child + 1], &heap[child]))
			child++;
		if (before(&heap[i], &heap[child]))
			return;
		swap(&heap[i], &heap[child]);
	}
}

void
sim_net_plan(struct sim_net *net, const struct sim_due *due)
{
	if (net->due == net->due_room) {
		net->due_room = net->due_room == 0 ? 16 : net->due_room * 2;
		net->dues =
		    realloc(net->dues, net->due_room * sizeof(*net->dues));
		if (net->dues == NULL)
			abort();
	}
	net->dues[net->due] = *due;
	net->dues[net->due].serial = ++net->last_due;
	heap_up(net->dues, net->due++);
}

static void
send_report(struct sim_net *net, const struct sim_due *due)
{
	struct sim_report report = due->report;
	struct sim_wire wire = {.report = true, .message_class = -1};
	report.to = due->phone;
	sim_copy(wire.peer, sizeof(wire.peer), due->phone);
	sim_pdu_report(&wire.tpdu, &report);
	net->counts.reports++;
	sim_journal(net->journal, net->world.wall_ms, "report",
	    json_pack("{s:s, s:i, s:s, s:i}", "modem",
		due->line->modem.options.name, "mr", (int)report.mr, "phone",
		due->phone, "status", (int)report.status));
	sim_net_to_modem(due->line, &wire);
}

void
sim_net_work_due(struct sim_net *net)
{
	while (net->due > 0 && net->dues[0].at_ms <= net->world.now_ms) {
		struct sim_due due = net->dues[0];
		net->dues[0] = net->dues[--net->due];
		heap_down(net->dues, net->due);
		if (due.kind == SIM_DUE_REPORT)
			send_report(net, &due);
		else
			sim_net_tried(net, &due);
	}
}

static struct sim_line *
line_of(struct sim_net *net, const struct sim_modem *modem)
{
	for (size_t i = 0; i < net->modems; i++) {
		if (&net->lines[i]->modem == modem)
			return net->lines[i];
	}
	return NULL;
}

/* A centre that is slow, or loses the order of what it has to tell. */
static int64_t
extra_ms(struct sim_net *net, struct sim_faults *faults)
{
	const struct sim_fault *f =
	    sim_fault_hit(faults, SIM_FAULT_REPORT_LATE, &net->world);
	int64_t ms = f == NULL ? 0 : f->ms;
	f = sim_fault_hit(faults, SIM_FAULT_REPORT_ORDER, &net->world);
	if (f != NULL)
		ms += sim_chance(
		    &net->world, (uint32_t)(f->ms > 0 ? f->ms : ORDER_MS) + 1);
	return ms;
}

void
sim_net_report(
    struct sim_net *net, const struct sim_parked *message, uint8_t status)
{
	if (!message->submit.report || message->how == SIM_REPORT_NEVER)
		return;
	struct sim_faults *faults = &message->modem->faults;
	struct sim_due due = {
	    .kind = SIM_DUE_REPORT, .line = line_of(net, message->modem)};
	due.report =
	    (struct sim_report){NULL, message->sent_wall_ms, net->world.wall_ms,
		net->world.zone_quarters, message->submit.mr, status};
	sim_copy(due.phone, sizeof(due.phone), message->submit.to);
	due.at_ms = net->world.now_ms + net->report_ms + extra_ms(net, faults);
	if (message->how == SIM_REPORT_NOW)
		send_report(net, &due);
	else
		sim_net_plan(net, &due);
	if (sim_fault_hit(faults, SIM_FAULT_REPORT_TWICE, &net->world) != NULL)
		sim_net_plan(net, &due);
}
