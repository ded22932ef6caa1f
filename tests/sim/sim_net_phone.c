#include "tests/sim/sim_net_phone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_journal.h"

/* TP-ST (23.040 9.2.3.15). */
#define STATUS_DELIVERED 0x00
#define STATUS_NO_RESPONSE 0x22 /* the service centre goes on trying */

static char *
copy_of(const char *text)
{
	size_t octets = strlen(text) + 1;
	char *copy = sim_alloc(1, octets);
	memcpy(copy, text, octets);
	return copy;
}

static size_t
row_of(const char *number)
{
	/* Digits at the end tell phones apart, and stay the same in both ways
	 * of writing a number. */
	size_t n = strlen(number), row = 0;
	for (size_t i = n > 9 ? n - 9 : 0; i < n; i++)
		row = row * 31 + (unsigned char)number[i];
	return row % SIM_PHONE_ROWS;
}

/* "0712…" is dialled inside of the country; short codes stay as they are. */
static void
normal_number(
    const struct sim_net *net, char out[SIM_NUMBER], const char *number)
{
	if (number[0] == '0' && number[1] != '0' && strlen(number) > 7)
		snprintf(out, SIM_NUMBER, "+%s%.15s", net->country, number + 1);
	else if (number[0] == '0' && number[1] == '0' && strlen(number) > 9)
		snprintf(out, SIM_NUMBER, "+%.20s", number + 2);
	else
		sim_copy(out, SIM_NUMBER, number);
}

struct sim_phone *
sim_net_phone(struct sim_net *net, const char *number)
{
	char normal[SIM_NUMBER];
	normal_number(net, normal, number);
	struct sim_phone **row = &net->phones[row_of(normal)];
	for (struct sim_phone *p = *row; p != NULL; p = p->next) {
		if (strcmp(p->number, normal) == 0)
			return p;
	}
	struct sim_phone *phone = sim_alloc(1, sizeof(*phone));
	sim_copy(phone->number, sizeof(phone->number), normal);
	phone->parked_end = &phone->parked;
	phone->next = *row;
	*row = phone;
	return phone;
}

void
sim_net_to_phone(struct sim_net *net, struct sim_phone *phone, const char *from,
    const char *text)
{
	if (phone->texts == phone->room) {
		phone->room = phone->room == 0 ? 4 : phone->room * 2;
		phone->inbox =
		    realloc(phone->inbox, phone->room * sizeof(*phone->inbox));
		if (phone->inbox == NULL)
			abort();
	}
	struct sim_inbox_text *t = &phone->inbox[phone->texts++];
	*t = (struct sim_inbox_text){
	    copy_of(from), copy_of(text), net->world.wall_ms};
	net->counts.delivered++;
	sim_journal(net->journal, net->world.wall_ms, "delivered-to-phone",
	    json_pack("{s:s, s:s, s:s}", "phone", phone->number, "from", from,
		"text", text));
	if (net->arrived != NULL)
		net->arrived(net->arrived_arg, phone->number, t);
}

/* --- joining --- */

static struct sim_joining **
find_joining(
    struct sim_phone *phone, const char *from, const struct sim_concat *c)
{
	struct sim_joining **at = &phone->joining;
	for (; *at != NULL; at = &(*at)->next) {
		const struct sim_concat *o = &(*at)->concat;
		if (o->ref == c->ref && o->total == c->total &&
		    o->wide == c->wide && strcmp((*at)->from, from) == 0)
			break;
	}
	return at;
}

static void
free_joining(struct sim_joining *j)
{
	for (size_t i = 0; i < 256; i++)
		free(j->parts[i]);
	free(j);
}

static void
show_joined(struct sim_net *net, struct sim_phone *phone, struct sim_joining *j)
{
	struct sim_buf whole = {0};
	for (unsigned i = 0; i < j->concat.total; i++)
		sim_buf_text(&whole, j->parts[i]);
	sim_net_to_phone(net, phone, j->from, whole.at);
	sim_buf_free(&whole);
}

static void
join_part(struct sim_net *net, struct sim_phone *phone, const char *from,
    const struct sim_submit *submit)
{
	const struct sim_concat *c = &submit->concat;
	struct sim_joining **at = find_joining(phone, from, c);
	struct sim_joining *j = *at;
	if (j == NULL) {
		j = *at = sim_alloc(1, sizeof(*j));
		sim_copy(j->from, sizeof(j->from), from);
		j->concat = *c;
	}
	/* The same part once more is a repeat of the network: not a text. */
	if (j->parts[c->seq - 1] != NULL)
		return;
	j->parts[c->seq - 1] = copy_of(submit->text);
	if (++j->have < c->total)
		return;
	show_joined(net, phone, j);
	*at = j->next;
	free_joining(j);
}

static void
to_phone(struct sim_net *net, struct sim_phone *phone, const char *from,
    const struct sim_submit *submit)
{
	if (submit->concat.total > 1)
		join_part(net, phone, from, submit);
	else
		sim_net_to_phone(net, phone, from, submit->text);
}

/* --- reports: a binary heap, the soonest at its root --- */

static void
heap_up(struct sim_due_report *heap, size_t i)
{
	while (i > 0 && heap[i].at_ms < heap[(i - 1) / 2].at_ms) {
		struct sim_due_report parent = heap[(i - 1) / 2];
		heap[(i - 1) / 2] = heap[i];
		heap[i] = parent;
		i = (i - 1) / 2;
	}
}

static void
heap_down(struct sim_due_report *heap, size_t count)
{
	for (size_t i = 0, child; (child = 2 * i + 1) < count; i = child) {
		if (child + 1 < count &&
		    heap[child + 1].at_ms < heap[child].at_ms)
			child++;
		if (heap[i].at_ms <= heap[child].at_ms)
			return;
		struct sim_due_report lower = heap[child];
		heap[child] = heap[i];
		heap[i] = lower;
	}
}

static void
send_report(struct sim_net *net, const struct sim_due_report *due)
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

static void
plan_report(struct sim_net *net, const struct sim_due_report *due)
{
	if (net->due == net->due_room) {
		net->due_room = net->due_room == 0 ? 16 : net->due_room * 2;
		net->reports = realloc(
		    net->reports, net->due_room * sizeof(*net->reports));
		if (net->reports == NULL)
			abort();
	}
	net->reports[net->due] = *due;
	heap_up(net->reports, net->due++);
}

void
sim_net_reports_due(struct sim_net *net)
{
	while (net->due > 0 && net->reports[0].at_ms <= net->world.now_ms) {
		struct sim_due_report due = net->reports[0];
		net->reports[0] = net->reports[--net->due];
		heap_down(net->reports, net->due);
		send_report(net, &due);
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

static void
report_on(struct sim_net *net, const struct sim_parked *message,
    const char *phone, uint8_t status)
{
	if (!message->submit.report || message->how == SIM_REPORT_NEVER)
		return;
	struct sim_due_report due = {.line = line_of(net, message->modem)};
	due.report =
	    (struct sim_report){NULL, message->sent_wall_ms, net->world.wall_ms,
		net->world.zone_quarters, message->submit.mr, status};
	sim_copy(due.phone, sizeof(due.phone), phone);
	due.at_ms = net->world.now_ms + net->report_ms;
	if (message->how == SIM_REPORT_NOW)
		send_report(net, &due);
	else
		plan_report(net, &due);
}

/* --- from modem to phone --- */

static void
journal_taken(struct sim_net *net, const struct sim_modem *m,
    const struct sim_submit *s, const char *to)
{
	net->counts.taken++;
	sim_journal(net->journal, net->world.wall_ms, "taken-from-modem",
	    json_pack("{s:s, s:i, s:s, s:s, s:i, s:i, s:i, s:b, s:b}", "modem",
		m->options.name, "mr", (int)s->mr, "to", to, "text", s->text,
		"part", (int)s->concat.seq, "parts", (int)s->concat.total,
		"ref", (int)s->concat.ref, "report", (int)s->report,
		"repeat-bit", (int)s->reject_repeats));
}

static void
park(struct sim_phone *phone, const struct sim_parked *message)
{
	struct sim_parked *p = sim_alloc(1, sizeof(*p));
	*p = *message;
	p->next = NULL;
	*phone->parked_end = p;
	phone->parked_end = &p->next;
}

static void
to_other_modem(struct sim_net *net, const char *from, const char *to,
    const struct sim_submit *submit)
{
	struct sim_outgoing text = {
	    .from = from, .to = to, .text = submit->text, .message_class = -1};
	(void)sim_net_text(net, &text);
}

void
sim_net_taken(void *arg, struct sim_modem *m, const struct sim_submit *submit,
    enum sim_report_how how)
{
	struct sim_net *net = ((struct sim_line *)arg)->net;
	struct sim_parked message = {.modem = m,
	    .submit = *submit,
	    .sent_wall_ms = net->world.wall_ms,
	    .how = how};
	char to[SIM_NUMBER];
	normal_number(net, to, submit->to);
	sim_copy(message.from, sizeof(message.from), m->options.number);
	journal_taken(net, m, submit, to);
	struct sim_line *other = sim_net_line(net, to);
	struct sim_phone *phone = other == NULL ? sim_net_phone(net, to) : NULL;
	if (phone != NULL && phone->off) {
		report_on(net, &message, submit->to, STATUS_NO_RESPONSE);
		park(phone, &message);
		return;
	}
	if (phone != NULL)
		to_phone(net, phone, message.from, submit);
	else
		to_other_modem(net, message.from, to, submit);
	report_on(net, &message, submit->to, STATUS_DELIVERED);
}

void
sim_net_switch(struct sim_net *net, struct sim_phone *phone, bool off)
{
	phone->off = off;
	while (!off && phone->parked != NULL) {
		struct sim_parked *p = phone->parked;
		phone->parked = p->next;
		if (phone->parked == NULL)
			phone->parked_end = &phone->parked;
		if (p->how == SIM_REPORT_NOW)
			p->how = SIM_REPORT_LATER;
		to_phone(net, phone, p->from, &p->submit);
		report_on(net, p, p->submit.to, STATUS_DELIVERED);
		free(p);
	}
}

static void
free_phone(struct sim_phone *phone)
{
	for (size_t i = 0; i < phone->texts; i++) {
		free(phone->inbox[i].from);
		free(phone->inbox[i].text);
	}
	free(phone->inbox);
	while (phone->joining != NULL) {
		struct sim_joining *j = phone->joining;
		phone->joining = j->next;
		free_joining(j);
	}
	while (phone->parked != NULL) {
		struct sim_parked *p = phone->parked;
		phone->parked = p->next;
		free(p);
	}
	free(phone);
}

void
sim_net_forget_phones(struct sim_net *net)
{
	for (size_t i = 0; i < SIM_PHONE_ROWS; i++) {
		while (net->phones[i] != NULL) {
			struct sim_phone *phone = net->phones[i];
			net->phones[i] = phone->next;
			free_phone(phone);
		}
	}
}
