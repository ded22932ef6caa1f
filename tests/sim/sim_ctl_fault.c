/* The control socket's requests about faults and ports. */
#include <string.h>

#include "tests/sim/sim_ctl_doing.h"
#include "tests/sim/sim_net_fault.h"

static unsigned
chance_of(const struct sim_doing *d)
{
	json_t *value = json_object_get(d->request, "chance");
	double chance = json_is_number(value) ? json_number_value(value) : 1.0;
	return chance <= 0 ? 0 : chance >= 1 ? 1000 : (unsigned)(chance * 1000);
}

static struct sim_fault
read_fault(const struct sim_doing *d, enum sim_fault_kind kind)
{
	int for_ms = sim_doing_int(d, "for-ms", 0);
	bool lasts = json_object_get(d->request, "chance") != NULL ||
		     for_ms > 0 || sim_fault_row(kind)->way == SIM_FAULT_STATE;
	struct sim_fault f = {
	    .left = sim_doing_int(d, "count", lasts ? -1 : 1),
	    .chance_milli = chance_of(d),
	    .until_ms = SIM_NEVER,
	    .ms = sim_doing_int(d, "ms", 0),
	    .code = sim_doing_int(d, "code", -1),
	    .limit = sim_doing_int(d, "limit", 0),
	    .after = sim_doing_true(d, "after"),
	    .keep = sim_doing_true(d, "keep"),
	};
	f.on = f.left != 0;
	if (for_ms > 0)
		f.until_ms = d->ctl->net->world.now_ms + for_ms;
	sim_copy(f.number, sizeof(f.number), sim_doing_text(d, "number"));
	sim_copy(f.command, sizeof(f.command), sim_doing_text(d, "command"));
	sim_copy(f.line, sizeof(f.line), sim_doing_text(d, "line"));
	return f;
}

static const char *
set_fault(struct sim_doing *d, size_t i, enum sim_fault_kind kind)
{
	struct sim_ctl *ctl = d->ctl;
	struct sim_line *line = ctl->net->lines[i];
	if (kind == SIM_FAULT_KINDS) {
		sim_net_fault_clear(line);
		sim_rack_free(ctl->rack, i);
		return NULL;
	}
	struct sim_fault f = read_fault(d, kind);
	switch ((int)kind) {
	case SIM_FAULT_UNPLUG:
		sim_rack_vanish(ctl->rack, i, f.ms, false);
		return NULL;
	case SIM_FAULT_RENUMBER:
		if (ctl->rack->slots[i].tty < 0)
			return "renumber is for modems with tty=N";
		sim_rack_vanish(ctl->rack, i, f.ms > 0 ? f.ms : 1000, true);
		return NULL;
	case SIM_FAULT_PORT_TAKEN:
		return sim_rack_take(ctl->rack, i, f.ms);
	default:
		return sim_net_fault_set(ctl->net, line, kind, &f);
	}
}

json_t *
sim_do_fault(struct sim_doing *d)
{
	const char *name = sim_doing_text(d, "fault"), *why = NULL;
	enum sim_fault_kind kind = sim_fault_find(name);
	if (kind == SIM_FAULT_KINDS && strcmp(name, "none") != 0)
		return sim_doing_refuse(d, "no such fault");
	if (strcmp(sim_doing_text(d, "modem"), "*") == 0) {
		for (size_t i = 0; i < d->ctl->net->modems && why == NULL; i++)
			why = set_fault(d, i, kind);
		return why ? sim_doing_refuse(d, why) : json_object();
	}
	int i = sim_doing_line(d, "modem");
	if (i < 0)
		return NULL;
	why = set_fault(d, (size_t)i, kind);
	return why ? sim_doing_refuse(d, why) : json_object();
}

static json_t *
faults_of(const struct sim_modem *m)
{
	json_t *faults = json_array();
	for (int k = 0; k < SIM_FAULT_KINDS; k++) {
		const struct sim_fault *f = &m->faults.at[k];
		if (!f->on && f->fired == 0)
			continue;
		json_array_append_new(faults,
		    json_pack("{s:s, s:s, s:b, s:i}", "modem", m->options.name,
			"fault", sim_fault_name((enum sim_fault_kind)k), "on",
			(int)f->on, "fired", (int)f->fired));
	}
	return faults;
}

json_t *
sim_do_faults(struct sim_doing *d)
{
	json_t *all = json_array();
	for (size_t i = 0; i < d->ctl->net->modems; i++) {
		json_t *some = faults_of(&d->ctl->net->lines[i]->modem);
		json_array_extend(all, some);
		json_decref(some);
	}
	return json_pack("{s:o}", "faults", all);
}

json_t *
sim_do_unplug(struct sim_doing *d)
{
	int i = sim_doing_line(d, "modem");
	if (i < 0)
		return NULL;
	sim_rack_vanish(d->ctl->rack, (size_t)i, 0, false);
	return json_object();
}

json_t *
sim_do_replug(struct sim_doing *d)
{
	int i = sim_doing_line(d, "modem");
	if (i < 0)
		return NULL;
	if (sim_rack_plug(d->ctl->rack, (size_t)i) != 0)
		return sim_doing_refuse(d, "no pty to be had");
	return json_object();
}
