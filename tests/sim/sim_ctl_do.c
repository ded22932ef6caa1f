/* The requests of the control socket, one function each. */
#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_ctl_doing.h"

const char *
sim_doing_text(const struct sim_doing *d, const char *key)
{
	const char *text = json_string_value(json_object_get(d->request, key));
	return text == NULL ? "" : text;
}

int
sim_doing_int(const struct sim_doing *d, const char *key, int otherwise)
{
	json_t *value = json_object_get(d->request, key);
	if (!json_is_integer(value))
		return otherwise;
	json_int_t n = json_integer_value(value);
	return n < -1 || n > 1000000000 ? otherwise : (int)n;
}

bool
sim_doing_true(const struct sim_doing *d, const char *key)
{
	return json_is_true(json_object_get(d->request, key));
}

json_t *
sim_doing_refuse(struct sim_doing *d, const char *why)
{
	d->why = why;
	return NULL;
}

int
sim_doing_line(struct sim_doing *d, const char *key)
{
	struct sim_net *net = d->ctl->net;
	struct sim_line *line = sim_net_line(net, sim_doing_text(d, key));
	for (size_t i = 0; i < net->modems; i++) {
		if (net->lines[i] == line)
			return (int)i;
	}
	d->why = "no such modem";
	return -1;
}

static json_t *
do_text(struct sim_doing *d)
{
	struct sim_outgoing text = {
	    .from = sim_doing_text(d, "from"),
	    .to = sim_doing_text(d, "to"),
	    .text = sim_doing_text(d, "text"),
	    .message_class = sim_doing_int(d, "class", -1),
	    .backwards = sim_doing_true(d, "backwards"),
	    .without_part = (unsigned)sim_doing_int(d, "without-part", 0),
	    .times = (unsigned)sim_doing_int(d, "times", 1),
	};
	if (text.from[0] == '\0' || text.to[0] == '\0')
		return sim_doing_refuse(d, "from and to are needed");
	if (strlen(text.from) >= SIM_NUMBER || strlen(text.to) >= SIM_NAME)
		return sim_doing_refuse(d, "a number is too long");
	if (text.times > 100 || text.message_class > 3)
		return sim_doing_refuse(d, "times or class is out of range");
	uint64_t id = sim_net_text(d->ctl->net, &text);
	if (id == 0)
		return sim_doing_refuse(d, "the text is too long");
	return json_pack("{s:I}", "id", (json_int_t)id);
}

static json_t *
do_raw(struct sim_doing *d)
{
	int i = sim_doing_line(d, "to");
	if (i < 0)
		return NULL;
	struct sim_net *net = d->ctl->net;
	if (!sim_net_raw(net, net->lines[i], sim_doing_text(d, "from"),
		sim_doing_text(d, "pdu")))
		return sim_doing_refuse(
		    d, "pdu is not hexadecimal or too long");
	return json_pack("{s:I}", "id", (json_int_t)net->last_id);
}

static json_t *
inbox_of(const struct sim_phone *phone)
{
	json_t *texts = json_array();
	for (size_t i = 0; i < phone->texts; i++) {
		const struct sim_inbox_text *t = &phone->inbox[i];
		json_array_append_new(
		    texts, json_pack("{s:s, s:s, s:I}", "from", t->from, "text",
			       t->text, "time", (json_int_t)t->wall_ms));
	}
	return texts;
}

static json_t *
do_inbox(struct sim_doing *d)
{
	struct sim_phone *p =
	    sim_net_phone(d->ctl->net, sim_doing_text(d, "phone"));
	return json_pack(
	    "{s:s, s:o}", "phone", p->number, "texts", inbox_of(p));
}

static json_t *
do_listen(struct sim_doing *d)
{
	struct sim_client *c = d->client;
	const char *phone = sim_doing_text(d, "phone");
	if (c == NULL)
		return sim_doing_refuse(d, "listening needs a connection");
	if (phone[0] == '\0' || c->listening == SIM_LISTENS)
		return sim_doing_refuse(d, "phone is needed, eight at most");
	sim_copy(c->listens[c->listening++], SIM_NUMBER, phone);
	if (!sim_doing_true(d, "inbox") || strcmp(phone, "*") == 0)
		return json_object();
	return do_inbox(d);
}

static json_t *
do_phone(struct sim_doing *d)
{
	const char *number = sim_doing_text(d, "number");
	if (number[0] == '\0')
		return sim_doing_refuse(d, "number is needed");
	struct sim_net *net = d->ctl->net;
	struct sim_phone *phone = sim_net_phone(net, number);
	phone->takes = sim_doing_int(d, "takes", -1);
	phone->fails = sim_doing_int(d, "fails", 0);
	if (phone->fails < 0 || phone->fails > 255 || phone->takes == 0)
		return sim_doing_refuse(
		    d, "fails is a TP-ST (to 255), takes from 1 on");
	phone->expire_ms = sim_doing_int(d, "expire-ms", 0);
	phone->again_ms = sim_doing_int(d, "again-ms", 0);
	sim_net_switch(net, phone, sim_doing_true(d, "off"));
	return json_object();
}

static size_t
parked_of(const struct sim_phone *phone)
{
	size_t count = 0;
	for (struct sim_parked *p = phone->parked; p != NULL; p = p->next)
		count++;
	return count;
}

static json_t *
do_phones(struct sim_doing *d)
{
	json_t *phones = json_array();
	for (size_t i = 0; i < SIM_PHONE_ROWS; i++) {
		struct sim_phone *p = d->ctl->net->phones[i];
		for (; p != NULL; p = p->next)
			json_array_append_new(
			    phones, json_pack("{s:s, s:b, s:I, s:I}", "number",
					p->number, "off", (int)p->off, "texts",
					(json_int_t)p->texts, "waiting",
					(json_int_t)parked_of(p)));
	}
	return json_pack("{s:o}", "phones", phones);
}

static json_t *
do_modems(struct sim_doing *d)
{
	json_t *modems = json_array();
	for (size_t i = 0; i < d->ctl->net->modems; i++) {
		struct sim_line *line = d->ctl->net->lines[i];
		struct sim_modem *m = &line->modem;
		unsigned stored =
		    m->stores[SIM_STORE_SM].used + m->stores[SIM_STORE_ME].used;
		json_array_append_new(modems,
		    json_pack("{s:s, s:s, s:s, s:s, s:b, s:b, s:b, s:I, s:i}",
			"name", m->options.name, "number", m->options.number,
			"profile", m->options.profile->name, "state",
			sim_modem_state_name(m), "registered",
			(int)sim_modem_registered(m), "listened",
			(int)d->ctl->rack->slots[i].port.listened, "dialogue",
			(int)m->ussd_open, "waiting",
			(json_int_t)line->texts.count, "stored", (int)stored));
	}
	return json_pack("{s:o}", "modems", modems);
}

static json_t *
do_ring(struct sim_doing *d)
{
	int i = sim_doing_line(d, "to");
	if (i < 0)
		return NULL;
	int rings = sim_doing_int(d, "rings", 1),
	    every_ms = sim_doing_int(d, "every-ms", 3000);
	sim_copy(d->ctl->net->lines[i]->modem.caller_name, 32,
	    sim_doing_text(d, "name"));
	sim_net_call(d->ctl->net, d->ctl->net->lines[i],
	    sim_doing_text(d, "from"), rings, every_ms);
	return json_object();
}

static json_t *
do_ussd(struct sim_doing *d)
{
	struct sim_ussd_answer answer = {.more = sim_doing_true(d, "more"),
	    .delay_ms = sim_doing_int(d, "delay-ms", 30)};
	if (strlen(sim_doing_text(d, "answer")) > 182)
		return sim_doing_refuse(d, "answer is longer than 182 octets");
	sim_copy(answer.text, sizeof(answer.text), sim_doing_text(d, "answer"));
	sim_net_ussd(d->ctl->net, sim_doing_text(d, "code"), &answer);
	return json_object();
}

static json_t *
do_push(struct sim_doing *d)
{
	int i = sim_doing_line(d, "to");
	if (i < 0)
		return NULL;
	struct sim_ussd_answer push = {.more = sim_doing_true(d, "more")};
	sim_copy(push.text, sizeof(push.text), sim_doing_text(d, "answer"));
	if (!sim_ussd_push(&d->ctl->net->lines[i]->modem, &push))
		return sim_doing_refuse(d, "off, or in a dialogue");
	return json_object();
}

static json_t *
do_zone(struct sim_doing *d)
{
	json_t *value = json_object_get(d->request, "quarters");
	json_int_t quarters = json_integer_value(value);
	if (!json_is_integer(value) || quarters < -79 || quarters > 79)
		return sim_doing_refuse(d, "quarters are -79 to 79");
	d->ctl->net->world.zone_quarters = (int)quarters;
	return json_object();
}

static json_t *
do_stats(struct sim_doing *d)
{
	const struct sim_net *net = d->ctl->net;
	const struct sim_counts *c = &net->counts;
	json_int_t waiting = 0, stored = 0;
	for (size_t i = 0; i < net->modems; i++) {
		const struct sim_modem *m = &net->lines[i]->modem;
		waiting += (json_int_t)net->lines[i]->texts.count;
		stored +=
		    m->stores[SIM_STORE_SM].used + m->stores[SIM_STORE_ME].used;
	}
	return json_pack(
	    "{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}",
	    "expired", (json_int_t)c->expired, "texts",
	    (json_int_t)c->sent_by_phones, "parts", (json_int_t)c->parts,
	    "handed", (json_int_t)c->handed, "doubled", (json_int_t)c->doubled,
	    "taken", (json_int_t)c->taken, "refused", (json_int_t)c->refused,
	    "delivered", (json_int_t)c->delivered, "reports",
	    (json_int_t)c->reports, "waiting", waiting, "stored", stored);
}

static json_t *
do_quit(struct sim_doing *d)
{
	d->ctl->quit = true;
	return json_object();
}

static const struct {
	const char *name;
	json_t *(*fn)(struct sim_doing *d);
} requests[] = {
    {"text", do_text},
    {"raw", do_raw},
    {"listen", do_listen},
    {"inbox", do_inbox},
    {"phone", do_phone},
    {"phones", do_phones},
    {"modems", do_modems},
    {"fault", sim_do_fault},
    {"faults", sim_do_faults},
    {"unplug", sim_do_unplug},
    {"replug", sim_do_replug},
    {"ring", do_ring},
    {"ussd", do_ussd},
    {"push", do_push},
    {"zone", do_zone},
    {"stats", do_stats},
    {"quit", do_quit},
};

json_t *
sim_ctl_do(struct sim_ctl *ctl, struct sim_client *client, json_t *request,
    const char **why)
{
	struct sim_doing d = {ctl, client, request, "no such request"};
	const char *name = sim_doing_text(&d, "do");
	json_t *members = NULL;
	for (size_t i = 0; i < sizeof(requests) / sizeof(requests[0]); i++) {
		if (strcmp(requests[i].name, name) == 0)
			members = requests[i].fn(&d);
	}
	*why = d.why;
	return members;
}
