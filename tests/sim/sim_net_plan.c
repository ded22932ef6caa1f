#include "tests/sim/sim_net_plan.h"

#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_journal.h"

#define HANGS_MS 60000
#define UNREACHABLE_MS 30000

static const struct {
	enum sim_fault_kind kind;
	enum sim_fate fate;
	int otherwise; /* the limit when none is named */
} limits[] = {
    {SIM_FAULT_AIRTIME_SILENT, SIM_FATE_LOST, 0},
    {SIM_FAULT_AIRTIME_HANG, SIM_FATE_HANGS, 0},
    {SIM_FAULT_AIRTIME_ERROR, SIM_FATE_REFUSED, 0},
    {SIM_FAULT_PLAN_TEXTS, SIM_FATE_REFUSED, 100},
};

void
sim_net_plan_reset(struct sim_plan *plan)
{
	free(plan->recipients);
	*plan = (struct sim_plan){0};
}

static struct sim_fault *
lasting(struct sim_line *line, enum sim_fault_kind kind)
{
	struct sim_faults *faults = &line->modem.faults;
	return sim_fault_lasts(faults, kind, &line->net->world)
		   ? &faults->at[kind]
		   : NULL;
}

int
sim_net_credit(struct sim_line *line)
{
	for (int i = 0; i < 3; i++) {
		const struct sim_fault *f = lasting(line, limits[i].kind);
		if (f != NULL)
			return f->limit > line->plan.sent
				   ? f->limit - line->plan.sent
				   : 0;
	}
	return -1;
}

/* Over its limit of recipients a SIM is barred for all of them. */
static bool
too_many_recipients(struct sim_line *line, const char *to)
{
	struct sim_plan *plan = &line->plan;
	const struct sim_fault *f = lasting(line, SIM_FAULT_PLAN_RECIPIENTS);
	if (f == NULL)
		return false;
	size_t most = f->limit > 0 ? (size_t)f->limit : 99;
	for (size_t i = 0; i < plan->known && !plan->barred; i++) {
		if (sim_same_number(plan->recipients[i], to))
			return false;
	}
	if (plan->barred || plan->known >= most) {
		plan->barred = true;
		return true;
	}
	plan->recipients = realloc(
	    plan->recipients, (plan->known + 1) * sizeof(plan->recipients[0]));
	if (plan->recipients == NULL)
		abort();
	sim_copy(plan->recipients[plan->known++], SIM_NUMBER, to);
	return false;
}

static struct sim_verdict
verdict_of(struct sim_fault *f, enum sim_fate fate)
{
	struct sim_verdict v = {.fate = fate, .code = f->code};
	f->fired++;
	if (fate == SIM_FATE_HANGS)
		v.ms = f->ms > 0 ? f->ms : HANGS_MS;
	return v;
}

static struct sim_verdict
judge(struct sim_line *line, const char *to)
{
	struct sim_faults *faults = &line->modem.faults;
	const struct sim_fault *dead = sim_fault_hit_number(
	    faults, SIM_FAULT_UNREACHABLE, &line->net->world, to);
	if (dead != NULL)
		return (struct sim_verdict){
		    dead->code == 0 ? SIM_FATE_HANGS : SIM_FATE_REFUSED,
		    dead->code, dead->ms > 0 ? dead->ms : UNREACHABLE_MS};
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		struct sim_fault *f = lasting(line, limits[i].kind);
		if (f == NULL)
			continue;
		int most = f->limit > 0 ? f->limit : limits[i].otherwise;
		if (line->plan.sent >= most)
			return verdict_of(f, limits[i].fate);
	}
	if (too_many_recipients(line, to))
		return verdict_of(
		    &faults->at[SIM_FAULT_PLAN_RECIPIENTS], SIM_FATE_REFUSED);
	return (struct sim_verdict){0};
}

struct sim_verdict
sim_net_allows(void *arg, struct sim_modem *m, const struct sim_submit *submit)
{
	static const char *const fates[] = {"taken", "lost", "refused", "hung"};
	struct sim_line *line = arg;
	struct sim_verdict v = judge(line, submit->to);
	if (v.fate == SIM_FATE_TAKEN)
		line->plan.sent++;
	else
		sim_journal(line->net->journal, line->net->world.wall_ms,
		    "not-taken",
		    json_pack("{s:s, s:s, s:s, s:i, s:s}", "modem",
			m->options.name, "to", submit->to, "fate",
			fates[v.fate], "code", v.code, "text", submit->text));
	return v;
}
