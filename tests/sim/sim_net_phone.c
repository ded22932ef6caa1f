#include "tests/sim/sim_net_phone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_journal.h"
#include "tests/sim/sim_net_report.h"

/* TP-ST (23.040 9.2.3.15). */
#define STATUS_DELIVERED 0x00
#define STATUS_NO_RESPONSE 0x22 /* the service centre goes on trying */
#define STATUS_EXPIRED 0x46

/* How long a service centre tries when the sender named no time. */
#define CENTRE_TRIES_MS (24 * 3600000ll)

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
	phone->takes = -1;
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
	sim_journal(net->journal, net->world.wall_ms, "part-to-phone",
	    json_pack("{s:s, s:s, s:i, s:i, s:i}", "phone", phone->number,
		"from", from, "mr", (int)submit->mr, "part",
		(int)submit->concat.seq, "parts", (int)submit->concat.total));
	if (submit->concat.total > 1)
		join_part(net, phone, from, submit);
	else
		sim_net_to_phone(net, phone, from, submit->text);
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

static int64_t
expires_ms(const struct sim_net *net, const struct sim_phone *phone,
    const struct sim_submit *submit)
{
	int64_t ms = CENTRE_TRIES_MS;
	if (submit->validity_ms > 0)
		ms = submit->validity_ms;
	if (submit->until_wall_ms > 0)
		ms = submit->until_wall_ms - net->world.wall_ms;
	if (phone->expire_ms > 0)
		ms = phone->expire_ms;
	return net->world.now_ms + (ms > 0 ? ms : 0);
}

static void
plan_about(struct sim_net *net, struct sim_phone *phone, uint64_t parked,
    enum sim_due_kind kind, int64_t at_ms)
{
	struct sim_due due = {
	    .at_ms = at_ms, .kind = kind, .to = phone, .parked = parked};
	sim_net_plan(net, &due);
}

static void
park(struct sim_net *net, struct sim_phone *phone,
    const struct sim_parked *message)
{
	struct sim_parked *p = sim_alloc(1, sizeof(*p));
	*p = *message;
	p->next = NULL;
	p->id = ++net->last_parked;
	*phone->parked_end = p;
	phone->parked_end = &p->next;
	sim_net_report(net, p, STATUS_NO_RESPONSE);
	if (phone->again_ms > 0)
		plan_about(net, phone, p->id, SIM_DUE_TRY,
		    net->world.now_ms + phone->again_ms);
	plan_about(net, phone, p->id, SIM_DUE_EXPIRY,
	    expires_ms(net, phone, &p->submit));
}

/* Takes it out of the row; NULL when it is delivered or given up already. */
static struct sim_parked *
unpark(struct sim_phone *phone, uint64_t id)
{
	struct sim_parked **at = &phone->parked;
	while (*at != NULL && (*at)->id != id)
		at = &(*at)->next;
	struct sim_parked *p = *at;
	if (p == NULL)
		return NULL;
	*at = p->next;
	if (*at == NULL)
		phone->parked_end = at;
	return p;
}

static void
give_up(struct sim_net *net, struct sim_phone *phone, struct sim_parked *p)
{
	net->counts.expired++;
	sim_journal(net->journal, net->world.wall_ms, "expired",
	    json_pack("{s:s, s:i, s:s, s:i, s:i, s:s}", "modem",
		p->modem->options.name, "mr", (int)p->submit.mr, "phone",
		phone->number, "part", (int)p->submit.concat.seq, "parts",
		(int)p->submit.concat.total, "text", p->submit.text));
	sim_net_report(net, p, STATUS_EXPIRED);
	free(p);
}

void
sim_net_tried(struct sim_net *net, const struct sim_due *due)
{
	struct sim_phone *phone = due->to;
	if (due->kind == SIM_DUE_EXPIRY) {
		struct sim_parked *p = unpark(phone, due->parked);
		if (p != NULL)
			give_up(net, phone, p);
		return;
	}
	struct sim_parked *p = phone->parked;
	while (p != NULL && p->id != due->parked)
		p = p->next;
	if (p == NULL || phone->again_ms <= 0)
		return;
	sim_net_report(net, p, STATUS_NO_RESPONSE);
	plan_about(net, phone, p->id, SIM_DUE_TRY,
	    net->world.now_ms + phone->again_ms);
}

/* One part reaches the phone, which may have been its last for now. */
static void
deliver(struct sim_net *net, struct sim_phone *phone,
    const struct sim_parked *message)
{
	to_phone(net, phone, message->from, &message->submit);
	if (phone->takes > 0 && --phone->takes == 0)
		phone->off = true;
	sim_net_report(net, message, STATUS_DELIVERED);
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
	struct sim_line *line = arg;
	struct sim_net *net = line->net;
	/* Whichever port of the stick it came by, reports go to the first. */
	m = &line->modem;
	struct sim_parked message = {.modem = m,
	    .submit = *submit,
	    .sent_wall_ms = net->world.wall_ms,
	    .how = how};
	char to[SIM_NUMBER];
	normal_number(net, to, submit->to);
	sim_copy(message.from, sizeof(message.from), m->options.number);
	journal_taken(net, m, submit, to);
	struct sim_line *other = sim_net_line(net, to);
	if (other != NULL) {
		to_other_modem(net, message.from, to, submit);
		sim_net_report(net, &message, STATUS_DELIVERED);
		return;
	}
	struct sim_phone *phone = sim_net_phone(net, to);
	if (phone->fails != 0)
		sim_net_report(net, &message, (uint8_t)phone->fails);
	else if (phone->off)
		park(net, phone, &message);
	else
		deliver(net, phone, &message);
}

void
sim_net_switch(struct sim_net *net, struct sim_phone *phone, bool off)
{
	phone->off = off;
	while (!phone->off && phone->parked != NULL) {
		struct sim_parked *p = unpark(phone, phone->parked->id);
		if (p->how == SIM_REPORT_NOW)
			p->how = SIM_REPORT_LATER;
		deliver(net, phone, p);
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
