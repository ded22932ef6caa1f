#include "tests/sim/sim_fault.h"

#include <string.h>
#include <strings.h>

static const char *const names[SIM_FAULT_KINDS] = {
    [SIM_FAULT_URC_INSIDE] = "urc-inside",
    [SIM_FAULT_URC_AT_PROMPT] = "urc-at-prompt",
    [SIM_FAULT_GARBAGE] = "garbage",
    [SIM_FAULT_DROP_BYTES] = "drop-bytes",
    [SIM_FAULT_CUT_PDU] = "cut-pdu",
    [SIM_FAULT_LATE] = "late",
    [SIM_FAULT_ERROR] = "error",
    [SIM_FAULT_SILENT] = "silent",
    [SIM_FAULT_CMS_SEND] = "cms-send",
    [SIM_FAULT_LOSE_RESULT] = "lose-result",
    [SIM_FAULT_LOSE_OK] = "lose-ok",
    [SIM_FAULT_NO_PROMPT] = "no-prompt",
    [SIM_FAULT_RESTART_IN_SEND] = "restart-in-send",
    [SIM_FAULT_REPORT_FIRST] = "report-first",
    [SIM_FAULT_STORAGE_FULL] = "storage-full",
    [SIM_FAULT_LOSE_CMTI] = "lose-cmti",
    [SIM_FAULT_DOUBLE_DELIVERY] = "double-delivery",
    [SIM_FAULT_NO_REPORT] = "no-report",
    [SIM_FAULT_REPORT_LATE] = "report-late",
    [SIM_FAULT_REPORT_TWICE] = "report-twice",
    [SIM_FAULT_REPORT_ORDER] = "report-order",
    [SIM_FAULT_NO_NETWORK] = "no-network",
    [SIM_FAULT_DEAF] = "deaf",
    [SIM_FAULT_NOISE] = "noise",
    [SIM_FAULT_UNPLUG] = "unplug",
    [SIM_FAULT_RESTART] = "restart",
};

enum sim_fault_kind
sim_fault_find(const char *name)
{
	for (int i = 0; i < SIM_FAULT_KINDS; i++) {
		if (strcmp(names[i], name) == 0)
			return (enum sim_fault_kind)i;
	}
	return SIM_FAULT_KINDS;
}

const char *
sim_fault_name(enum sim_fault_kind kind)
{
	return names[kind];
}

bool
sim_fault_lasts(struct sim_faults *faults, enum sim_fault_kind kind,
    const struct sim_world *world)
{
	struct sim_fault *f = &faults->at[kind];
	if (f->on && world->now_ms >= f->until_ms)
		f->on = false;
	return f->on;
}

const struct sim_fault *
sim_fault_hit(struct sim_faults *faults, enum sim_fault_kind kind,
    struct sim_world *world)
{
	struct sim_fault *f = &faults->at[kind];
	if (!sim_fault_lasts(faults, kind, world))
		return NULL;
	if (f->chance_milli < 1000 &&
	    sim_chance(world, 1000) >= f->chance_milli)
		return NULL;
	if (f->left > 0 && --f->left == 0)
		f->on = false;
	return f;
}

const struct sim_fault *
sim_fault_hit_command(struct sim_faults *faults, enum sim_fault_kind kind,
    struct sim_world *world, const char *command)
{
	const char *only = faults->at[kind].command;
	if (only[0] != '\0' && strcasecmp(only, command) != 0)
		return NULL;
	return sim_fault_hit(faults, kind, world);
}
