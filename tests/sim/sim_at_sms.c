/* Commands about messages (3GPP TS 27.005). */
#include <stdio.h>
#include <string.h>

#include "tests/sim/sim_at.h"

static struct sim_end
format(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CMGF: %d", m->set.cmgf);
	if (call->op == SIM_TEST)
		sim_modem_say(
		    m, "+CMGF: %s", m->options.text_mode ? "(0,1)" : "(0)");
	if (call->op != SIM_SET && call->op != SIM_EXECUTE)
		return SIM_OK;
	long n = sim_at_number(call, 0, 0, m->options.text_mode ? 1 : 0, 0);
	if (n < 0)
		return SIM_CMS(303);
	m->set.cmgf = (int)n;
	return SIM_OK;
}

static struct sim_end
service(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CSMS: %d,1,1,1", m->set.csms);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CSMS: (0,1)");
	if (call->op != SIM_SET)
		return SIM_OK;
	long n = sim_at_number(call, 0, 0, 1, 0);
	if (n < 0)
		return SIM_CMS(302);
	m->set.csms = (int)n;
	sim_modem_say(m, "+CSMS: 1,1,1");
	return SIM_OK;
}

static struct sim_end
centre(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CSCA: \"%s\",%d", m->smsc,
		    m->smsc[0] == '+' ? 145 : 129);
	if (call->op == SIM_SET)
		sim_copy(m->smsc, sizeof(m->smsc), sim_at_text(call, 0));
	return SIM_OK;
}

static int
find_store(const struct sim_modem *m, const char *name, bool for_reports)
{
	if (strcmp(name, "MT") == 0 && !m->options.profile->no_mt)
		name = m->options.profile->default_store;
	for (int i = 0; i < SIM_STORES; i++) {
		const struct sim_store *s = &m->stores[i];
		if (strcmp(s->name, name) == 0 && s->slots > 0 &&
		    (i != SIM_STORE_SR || for_reports))
			return i;
	}
	return -1;
}

static const struct sim_store *
chosen(const struct sim_modem *m, int i)
{
	return &m->stores[m->set.mem[i]];
}

/* Reports that were announced and cannot be found. */
static bool
is_hidden(const struct sim_modem *m, const struct sim_store *store)
{
	return m->options.profile->reports_vanish &&
	       store == &m->stores[SIM_STORE_SR];
}

static void
say_fill(struct sim_modem *m, bool names)
{
	struct sim_buf line = {0};
	for (int i = 0; i < 3; i++) {
		const struct sim_store *s = chosen(m, i);
		unsigned used = is_hidden(m, s) ? 0 : s->used;
		if (names)
			sim_buf_format(&line, "%s\"%s\",%u,%u", i ? "," : "",
			    s->name, used, s->slots);
		else
			sim_buf_format(
			    &line, "%s%u,%u", i ? "," : "", used, s->slots);
	}
	sim_modem_say(m, "+CPMS: %s", line.at);
	sim_buf_free(&line);
}

static struct sim_end
storage(struct sim_modem *m, struct sim_call *call)
{
	const char *list = m->options.profile->cpms_list;
	if (call->op == SIM_READ_OP)
		say_fill(m, true);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CPMS: %s,%s,%s", list, list, list);
	if (call->op != SIM_SET)
		return SIM_OK;
	int mem[3];
	memcpy(mem, m->set.mem, sizeof(mem));
	for (int i = 0; i < 3 && i < call->argc; i++) {
		mem[i] = find_store(m, call->argv[i], i == 0);
		const char *only = m->options.profile->third_store;
		if (mem[i] < 0 || (i == 2 && only != NULL &&
				      !sim_profile_lists(only, call->argv[i])))
			return SIM_CMS(302);
	}
	memcpy(m->set.mem, mem, sizeof(mem));
	say_fill(m, false);
	return SIM_OK;
}

static bool
listed(const char *list, int place, int value)
{
	/* The place-th bracket of "(0-3),(0,2)". */
	for (int i = 0; i < place && list != NULL; i++)
		list = strchr(list + 1, '(');
	for (; list != NULL && *list != ')' && *list != '\0'; list++) {
		if (list[0] == '0' + value)
			return true;
		if (list[1] == '-' && list[0] - '0' <= value &&
		    value <= list[2] - '0')
			return true;
	}
	return false;
}

static struct sim_end
indications(struct sim_modem *m, struct sim_call *call)
{
	const struct sim_profile *p = m->options.profile;
	const int *now = m->set.cnmi;
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CNMI: %d,%d,%d,%d,%d", now[0], now[1],
		    now[2], now[3], now[4]);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CNMI: %s", p->cnmi_list);
	if (call->op != SIM_SET)
		return SIM_OK;
	int wanted[5];
	for (int i = 0; i < 5; i++) {
		wanted[i] = (int)sim_at_number(call, i, 0, 9, 0);
		if (!listed(p->cnmi_list, i, wanted[i]))
			return SIM_CMS(302);
	}
	if ((p->cnmi_modes != NULL &&
		strchr(p->cnmi_modes, '0' + wanted[0]) == NULL) ||
	    (p->cnmi_ds != NULL && strchr(p->cnmi_ds, '0' + wanted[3]) == NULL))
		return SIM_CMS(303);
	memcpy(m->set.cnmi, wanted, sizeof(wanted));
	/* bfr: 0 tells what was held back, 1 forgets it. */
	if (wanted[0] != 0 && wanted[4] == 0)
		sim_buf_move(&m->out, &m->urc_off);
	if (wanted[0] != 0)
		sim_buf_drop(&m->urc_off, 0, m->urc_off.octets);
	return SIM_OK;
}

static int
wanted_stat(struct sim_call *call)
{
	if (call->op != SIM_SET)
		return SIM_UNREAD;
	if (strcmp(sim_at_text(call, 0), "ALL") == 0)
		return SIM_ANY;
	return (int)sim_at_number(call, 0, 0, SIM_ANY, SIM_UNREAD);
}

static struct sim_end
list(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_TEST) {
		sim_modem_say(m, "+CMGL: (0-4)");
		return SIM_OK;
	}
	int stat = wanted_stat(call);
	if (stat < 0 || m->set.cmgf != 0)
		return SIM_CMS(302);
	struct sim_store *s = &m->stores[m->set.mem[0]];
	if (s->used == 0 && m->options.profile->list_empty_321)
		return SIM_CMS(321);
	if (m->options.profile->list_empty || is_hidden(m, s))
		return SIM_OK;
	for (unsigned i = 0; i < s->slots && s->used > 0; i++) {
		struct sim_slot *slot = &s->at[i];
		if (!slot->used ||
		    (stat != SIM_ANY && slot->stat != (enum sim_stat)stat))
			continue;
		sim_modem_say(m, "+CMGL: %u,%d,,%zu", i + s->first,
		    (int)slot->stat, slot->tpdu.octets);
		sim_modem_pdu_line(m, &slot->tpdu);
		if (slot->stat == SIM_UNREAD)
			slot->stat = SIM_READ;
	}
	return SIM_OK;
}

static struct sim_end
read_empty(struct sim_modem *m)
{
	switch (m->options.profile->empty_slot) {
	case SIM_EMPTY_321:
		return SIM_CMS(321);
	case SIM_EMPTY_HEADER:
		sim_modem_say(m, "+CMGR: 0,,0");
		break;
	case SIM_EMPTY_BOTH:
		sim_modem_result(m, "ERROR");
		break;
	case SIM_EMPTY_OK:
		break;
	}
	return SIM_OK;
}

static struct sim_end
read_one(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_TEST)
		return SIM_OK;
	struct sim_store *s = &m->stores[m->set.mem[0]];
	struct sim_slot *slot =
	    sim_store_slot(s, sim_at_number(call, 0, 0, 999, -1));
	if (slot == NULL || m->set.cmgf != 0 || is_hidden(m, s))
		return SIM_CMS(321);
	if (!slot->used)
		return read_empty(m);
	sim_modem_say(m, "+CMGR: %d,,%zu", (int)slot->stat, slot->tpdu.octets);
	sim_modem_pdu_line(m, &slot->tpdu);
	if (slot->stat == SIM_UNREAD)
		slot->stat = SIM_READ;
	return SIM_OK;
}

static void
delete_many(struct sim_store *s, long flag)
{
	/* 27.005 3.5.4: 1 read, 2 and sent, 3 and unsent, 4 all. */
	for (unsigned i = 0; i < s->slots; i++) {
		enum sim_stat stat = s->at[i].stat;
		if (flag == 4 || stat == SIM_READ ||
		    (flag >= 2 && stat == SIM_SENT) ||
		    (flag >= 3 && stat == SIM_UNSENT))
			sim_store_delete(s, &s->at[i]);
	}
}

static struct sim_end
delete_one(struct sim_modem *m, struct sim_call *call)
{
	struct sim_store *s = &m->stores[m->set.mem[0]];
	if (call->op == SIM_TEST) {
		sim_modem_say(m, "+CMGD: (%u-%u),(0-4)", s->first,
		    s->first + s->slots - 1);
		return SIM_OK;
	}
	long flag = sim_at_number(call, 1, 0, 4, 0);
	struct sim_slot *slot =
	    sim_store_slot(s, sim_at_number(call, 0, 0, 999, -1));
	if (flag < 0 || (flag == 0 && slot == NULL))
		return SIM_CMS(321);
	if (flag > 0)
		delete_many(s, flag);
	else
		sim_store_delete(s, slot);
	m->host->room(m->host->arg, m);
	return SIM_OK;
}

static struct sim_end
prompt(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_TEST)
		return SIM_OK;
	long announced = sim_at_number(call, 0, 7, 164, -1);
	if (m->set.cmgf != 0)
		return SIM_CMS(302);
	if (announced < 0)
		return SIM_CMS(304);
	const struct sim_fault *f = &m->faults.at[SIM_FAULT_CMS_SEND];
	if (f->on && !f->after &&
	    sim_fault_hit(&m->faults, SIM_FAULT_CMS_SEND, m->world) != NULL)
		return SIM_CMS(f->code);
	m->announced = (size_t)announced;
	m->prompt_octets = 0;
	if (sim_fault_hit(&m->faults, SIM_FAULT_NO_PROMPT, m->world) == NULL)
		sim_buf_text(&m->held, m->options.profile->prompt);
	sim_modem_finish(m, SIM_PROMPT);
	return (struct sim_end){SIM_FINAL_NONE, 0};
}

static struct sim_end
acknowledge(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_TEST) {
		sim_modem_say(m, "+CNMA: (0-2)");
		return SIM_OK;
	}
	if (!sim_modem_acknowledge(m))
		return SIM_CMS(340);
	return SIM_OK;
}

static struct sim_end
more_messages(struct sim_modem *m, struct sim_call *call)
{
	enum sim_cmms way = m->options.profile->cmms;
	if (way == SIM_CMMS_500 && call->op == SIM_SET)
		return SIM_CMS(500);
	if (way == SIM_CMMS_ERROR)
		return SIM_ERROR;
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CMMS: %d", m->set.cmms);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CMMS: (0-2)");
	if (call->op != SIM_SET)
		return SIM_OK;
	long n =
	    sim_at_number(call, 0, 0, way == SIM_CMMS_ONE_ONLY ? 1 : 2, -1);
	if (n < 0)
		return SIM_CMS(302);
	m->set.cmms = (int)n;
	return SIM_OK;
}

const struct sim_at_row sim_at_sms[] = {
    {"+CMGF", format, false},
    {"+CSMS", service, false},
    {"+CSCA", centre, true},
    {"+CPMS", storage, true},
    {"+CNMI", indications, true},
    {"+CMGL", list, true},
    {"+CMGR", read_one, true},
    {"+CMGD", delete_one, true},
    {"+CMGS", prompt, true},
    {"+CNMA", acknowledge, true},
    {"+CMMS", more_messages, true},
    {NULL, NULL, false},
};
