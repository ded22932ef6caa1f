/* The requests of the control socket, one function each. */
#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_ctl.h"

/* A request while it is being done. */
struct doing {
	struct sim_ctl *ctl;
	struct sim_client *client;
	json_t *request;
	const char *why;
};

static const char *
text_of(const struct doing *d, const char *key)
{
	const char *text = json_string_value(json_object_get(d->request, key));
	return text == NULL ? "" : text;
}

static int
int_of(const struct doing *d, const char *key, int otherwise)
{
	json_t *value = json_object_get(d->request, key);
	if (!json_is_integer(value))
		return otherwise;
	json_int_t n = json_integer_value(value);
	return n < -1 || n > 1000000000 ? otherwise : (int)n;
}

static bool
true_of(const struct doing *d, const char *key)
{
	return json_is_true(json_object_get(d->request, key));
}

static json_t *
refuse(struct doing *d, const char *why)
{
	d->why = why;
	return NULL;
}

static int
line_index(struct doing *d, const char *key)
{
	struct sim_net *net = d->ctl->net;
	struct sim_line *line = sim_net_line(net, text_of(d, key));
	for (size_t i = 0; i < net->modems; i++) {
		if (net->lines[i] == line)
			return (int)i;
	}
	d->why = "no such modem";
	return -1;
}

static json_t *
do_text(struct doing *d)
{
	struct sim_outgoing text = {
	    .from = text_of(d, "from"),
	    .to = text_of(d, "to"),
	    .text = text_of(d, "text"),
	    .message_class = int_of(d, "class", -1),
	    .backwards = true_of(d, "backwards"),
	    .without_part = (unsigned)int_of(d, "without-part", 0),
	    .times = (unsigned)int_of(d, "times", 1),
	};
	if (text.from[0] == '\0' || text.to[0] == '\0')
		return refuse(d, "from and to are needed");
	if (strlen(text.from) >= SIM_NUMBER || strlen(text.to) >= SIM_NAME)
		return refuse(d, "a number is too long");
	if (text.times > 100 || text.message_class > 3)
		return refuse(d, "times or class is out of range");
	uint64_t id = sim_net_text(d->ctl->net, &text);
	if (id == 0)
		return refuse(d, "the text is too long");
	return json_pack("{s:I}", "id", (json_int_t)id);
}

static json_t *
do_raw(struct doing *d)
{
	int i = line_index(d, "to");
	if (i < 0)
		return NULL;
	struct sim_net *net = d->ctl->net;
	if (!sim_net_raw(
		net, net->lines[i], text_of(d, "from"), text_of(d, "pdu")))
		return refuse(d, "pdu is not hexadecimal or too long");
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
do_inbox(struct doing *d)
{
	struct sim_phone *p = sim_net_phone(d->ctl->net, text_of(d, "phone"));
	return json_pack(
	    "{s:s, s:o}", "phone", p->number, "texts", inbox_of(p));
}

static json_t *
do_listen(struct doing *d)
{
	struct sim_client *c = d->client;
	const char *phone = text_of(d, "phone");
	if (phone[0] == '\0' || c->listening == SIM_LISTENS)
		return refuse(d, "phone is needed, eight at most");
	sim_copy(c->listens[c->listening++], SIM_NUMBER, phone);
	if (!true_of(d, "inbox") || strcmp(phone, "*") == 0)
		return json_object();
	return do_inbox(d);
}

static json_t *
do_phone(struct doing *d)
{
	const char *number = text_of(d, "number");
	if (number[0] == '\0')
		return refuse(d, "number is needed");
	struct sim_net *net = d->ctl->net;
	struct sim_phone *phone = sim_net_phone(net, number);
	phone->takes = int_of(d, "takes", -1);
	phone->fails = int_of(d, "fails", 0);
	if (phone->fails < 0 || phone->fails > 255 || phone->takes == 0)
		return refuse(d, "fails is a TP-ST (to 255), takes from 1 on");
	phone->expire_ms = int_of(d, "expire-ms", 0);
	phone->again_ms = int_of(d, "again-ms", 0);
	sim_net_switch(net, phone, true_of(d, "off"));
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
do_phones(struct doing *d)
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
do_modems(struct doing *d)
{
	json_t *modems = json_array();
	for (size_t i = 0; i < d->ctl->net->modems; i++) {
		struct sim_line *line = d->ctl->net->lines[i];
		struct sim_modem *m = &line->modem;
		unsigned stored =
		    m->stores[SIM_STORE_SM].used + m->stores[SIM_STORE_ME].used;
		json_array_append_new(modems,
		    json_pack("{s:s, s:s, s:s, s:s, s:b, s:b, s:I, s:i}",
			"name", m->options.name, "number", m->options.number,
			"profile", m->options.profile->name, "state",
			sim_modem_state_name(m), "registered",
			(int)sim_modem_registered(m), "listened",
			(int)d->ctl->ports[i].listened, "waiting",
			(json_int_t)line->texts.count, "stored", (int)stored));
	}
	return json_pack("{s:o}", "modems", modems);
}

static unsigned
chance_of(const struct doing *d)
{
	json_t *value = json_object_get(d->request, "chance");
	double chance = json_is_number(value) ? json_number_value(value) : 1.0;
	return chance <= 0 ? 0 : chance >= 1 ? 1000 : (unsigned)(chance * 1000);
}

static bool
is_state(enum sim_fault_kind kind)
{
	return kind == SIM_FAULT_STORAGE_FULL || kind == SIM_FAULT_NO_NETWORK;
}

static struct sim_fault
read_fault(const struct doing *d, enum sim_fault_kind kind)
{
	int for_ms = int_of(d, "for-ms", 0);
	bool lasts = json_object_get(d->request, "chance") != NULL ||
		     for_ms > 0 || is_state(kind);
	struct sim_fault f = {
	    .left = int_of(d, "count", lasts ? -1 : 1),
	    .chance_milli = chance_of(d),
	    .until_ms = SIM_NEVER,
	    .ms = int_of(d, "ms", 0),
	    .code = int_of(d, "code", 500),
	    .after = true_of(d, "after"),
	    .keep = true_of(d, "keep"),
	};
	f.on = f.left != 0;
	if (for_ms > 0)
		f.until_ms = d->ctl->net->world.now_ms + for_ms;
	sim_copy(f.number, sizeof(f.number), text_of(d, "number"));
	sim_copy(f.command, sizeof(f.command), text_of(d, "command"));
	sim_copy(f.line, sizeof(f.line), text_of(d, "line"));
	return f;
}

static void
act(struct doing *d, size_t i, enum sim_fault_kind kind)
{
	struct sim_ctl *ctl = d->ctl;
	struct sim_modem *m = &ctl->net->lines[i]->modem;
	struct sim_fault f = read_fault(d, kind);
	if (kind == SIM_FAULT_UNPLUG) {
		sim_ctl_unplug(ctl, i);
		ctl->replug_at[i] =
		    f.ms > 0 ? ctl->net->world.now_ms + f.ms : SIM_NEVER;
	} else if (m->state == SIM_OFF) {
		return;
	} else if (kind == SIM_FAULT_RESTART) {
		sim_modem_restart(m);
	} else {
		sim_modem_deafen(m, f.ms, f.keep, kind == SIM_FAULT_NOISE);
	}
}

static void
set_fault(struct doing *d, size_t i, enum sim_fault_kind kind)
{
	struct sim_modem *m = &d->ctl->net->lines[i]->modem;
	if (kind == SIM_FAULT_KINDS) {
		m->faults = (struct sim_faults){0};
		m->deaf_until_ms = 0;
	} else if (kind >= SIM_FAULT_DEAF) {
		act(d, i, kind);
	} else {
		m->faults.at[kind] = read_fault(d, kind);
	}
	sim_modem_tick(m);
}

static json_t *
do_fault(struct doing *d)
{
	const char *name = text_of(d, "fault");
	enum sim_fault_kind kind = sim_fault_find(name);
	if (kind == SIM_FAULT_KINDS && strcmp(name, "none") != 0)
		return refuse(d, "no such fault");
	if (strcmp(text_of(d, "modem"), "*") == 0) {
		for (size_t i = 0; i < d->ctl->net->modems; i++)
			set_fault(d, i, kind);
		return json_object();
	}
	int i = line_index(d, "modem");
	if (i < 0)
		return NULL;
	set_fault(d, (size_t)i, kind);
	return json_object();
}

static json_t *
do_unplug(struct doing *d)
{
	int i = line_index(d, "modem");
	if (i < 0)
		return NULL;
	d->ctl->replug_at[i] = SIM_NEVER;
	sim_ctl_unplug(d->ctl, (size_t)i);
	return json_object();
}

static json_t *
do_replug(struct doing *d)
{
	int i = line_index(d, "modem");
	if (i < 0)
		return NULL;
	d->ctl->replug_at[i] = SIM_NEVER;
	if (sim_ctl_plug(d->ctl, (size_t)i) != 0)
		return refuse(d, "no pty to be had");
	return json_object();
}

static json_t *
do_ring(struct doing *d)
{
	int i = line_index(d, "to");
	if (i < 0)
		return NULL;
	int rings = int_of(d, "rings", 1),
	    every_ms = int_of(d, "every-ms", 3000);
	sim_net_call(d->ctl->net, d->ctl->net->lines[i], text_of(d, "from"),
	    rings, every_ms);
	return json_object();
}

static json_t *
do_ussd(struct doing *d)
{
	struct sim_ussd_answer answer = {
	    .more = true_of(d, "more"), .delay_ms = int_of(d, "delay-ms", 30)};
	if (strlen(text_of(d, "answer")) > 182)
		return refuse(d, "answer is longer than 182 octets");
	sim_copy(answer.text, sizeof(answer.text), text_of(d, "answer"));
	sim_net_ussd(d->ctl->net, text_of(d, "code"), &answer);
	return json_object();
}

static json_t *
do_zone(struct doing *d)
{
	json_t *value = json_object_get(d->request, "quarters");
	json_int_t quarters = json_integer_value(value);
	if (!json_is_integer(value) || quarters < -79 || quarters > 79)
		return refuse(d, "quarters are -79 to 79");
	d->ctl->net->world.zone_quarters = (int)quarters;
	return json_object();
}

static json_t *
do_stats(struct doing *d)
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
do_quit(struct doing *d)
{
	d->ctl->quit = true;
	return json_object();
}

static const struct {
	const char *name;
	json_t *(*fn)(struct doing *d);
} requests[] = {
    {"text", do_text},
    {"raw", do_raw},
    {"listen", do_listen},
    {"inbox", do_inbox},
    {"phone", do_phone},
    {"phones", do_phones},
    {"modems", do_modems},
    {"fault", do_fault},
    {"unplug", do_unplug},
    {"replug", do_replug},
    {"ring", do_ring},
    {"ussd", do_ussd},
    {"zone", do_zone},
    {"stats", do_stats},
    {"quit", do_quit},
};

json_t *
sim_ctl_do(struct sim_ctl *ctl, struct sim_client *client, json_t *request,
    const char **why)
{
	struct doing d = {ctl, client, request, "no such request"};
	const char *name = text_of(&d, "do");
	json_t *members = NULL;
	for (size_t i = 0; i < sizeof(requests) / sizeof(requests[0]); i++) {
		if (strcmp(requests[i].name, name) == 0)
			members = requests[i].fn(&d);
	}
	*why = d.why;
	return members;
}
