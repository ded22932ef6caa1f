#include "tests/sim/sim_fault.h"

#include <string.h>
#include <strings.h>

#define FIRES SIM_FAULT_FIRES
#define STATE SIM_FAULT_STATE
#define ACT SIM_FAULT_ACT

static const struct sim_fault_row rows[SIM_FAULT_KINDS] = {
    [SIM_FAULT_URC_INSIDE] = {"urc-inside", FIRES, "line command",
	"a foreign line between the lines of an answer"},
    [SIM_FAULT_URC_AT_PROMPT] = {"urc-at-prompt", FIRES, "line",
	"a foreign line right after the prompt"},
    [SIM_FAULT_GARBAGE] = {"garbage", FIRES, "command",
	"random bytes somewhere in an answer"},
    [SIM_FAULT_DROP_BYTES] = {"drop-bytes", FIRES, "command",
	"one to three bytes of an answer are missing"},
    [SIM_FAULT_CUT_PDU] = {"cut-pdu", FIRES, "",
	"a listed message lacks its second half"},
    [SIM_FAULT_LATE] = {"late", FIRES, "ms command",
	"the answer comes ms later"},
    [SIM_FAULT_ERROR] = {"error", FIRES, "command",
	"ERROR, and the command is not done"},
    [SIM_FAULT_SILENT] = {"silent", FIRES, "command",
	"the command is done, yet nothing is answered"},
    [SIM_FAULT_TWO_RESULTS] = {"two-results", FIRES, "command",
	"ERROR and OK are said to one command"},
    [SIM_FAULT_GLUED] = {"glued", FIRES, "command line",
	"a foreign line without a line end stands before the answer"},
    [SIM_FAULT_CMS_SEND] = {"cms-send", FIRES, "code after number",
	"+CMS ERROR: code, instead of the prompt or after the text"},
    [SIM_FAULT_LOSE_RESULT] = {"lose-result", FIRES, "",
	"the network took the text, no result comes"},
    [SIM_FAULT_LOSE_OK] = {"lose-ok", FIRES, "",
	"+CMGS: n comes, its OK does not"},
    [SIM_FAULT_BARE_OK] = {"bare-ok", FIRES, "",
	"the network took the text, OK comes without +CMGS"},
    [SIM_FAULT_NO_PROMPT] = {"no-prompt", FIRES, "",
	"the modem waits for the text without a prompt"},
    [SIM_FAULT_RESTART_IN_SEND] = {"restart-in-send", FIRES, "after",
	"the modem restarts before, or after, the network took the text"},
    [SIM_FAULT_BROWN_OUT] = {"brown-out", FIRES, "ms",
	"a send pulls the hub down: all its modems vanish for ms (3000)"},
    [SIM_FAULT_POISON] = {"poison", FIRES, "count",
	"sends fail in turn with error 500 and reference -1, until the "
	"radio or the modem is restarted"},
    [SIM_FAULT_UNREACHABLE] = {"unreachable", STATE, "number ms code",
	"sending to this number takes ms (30000) and ends in error code "
	"(38; 0: in nothing)"},
    [SIM_FAULT_SLOW_SENDS] = {"slow-sends", STATE, "ms limit",
	"a send takes ms (3000) to limit (5000) milliseconds"},
    [SIM_FAULT_REPORT_FIRST] = {"report-first", FIRES, "",
	"the delivery report comes before the send's own result"},
    [SIM_FAULT_NO_REPORT] = {"no-report", FIRES, "",
	"a delivery report never arrives"},
    [SIM_FAULT_REPORT_LATE] = {"report-late", FIRES, "ms",
	"a delivery report comes ms later"},
    [SIM_FAULT_REPORT_TWICE] = {"report-twice", FIRES, "",
	"a delivery report comes two times"},
    [SIM_FAULT_REPORT_ORDER] = {"report-order", FIRES, "ms",
	"a delivery report comes up to ms (2000) later: overtaken"},
    [SIM_FAULT_STORAGE_FULL] = {"storage-full", STATE, "",
	"as if no slot were free"},
    [SIM_FAULT_NO_RESUME] = {"no-resume", STATE, "",
	"once full, nothing is received until radio or modem restart"},
    [SIM_FAULT_LOSE_CMTI] = {"lose-cmti", FIRES, "",
	"a message is stored without a word"},
    [SIM_FAULT_DOUBLE_DELIVERY] = {"double-delivery", FIRES, "limit",
	"the network hands a message over limit (2) times"},
    [SIM_FAULT_PLACEHOLDER] = {"placeholder", FIRES, "",
	"an empty message comes first, then the true one of the same stamp"},
    [SIM_FAULT_LOSE_PART] = {"lose-part", FIRES, "limit",
	"part limit (1) of a long text never comes"},
    [SIM_FAULT_RESTART_IN_RECEIVE] = {"restart-in-receive", FIRES, "after",
	"the modem restarts before, or after, it stores a message"},
    [SIM_FAULT_NO_NETWORK] = {"no-network", STATE, "", "not registered"},
    [SIM_FAULT_AIRTIME_SILENT] = {"airtime-silent", STATE, "limit",
	"after limit texts there is no credit: sent, and never delivered"},
    [SIM_FAULT_AIRTIME_HANG] = {"airtime-hang", STATE, "limit ms",
	"after limit texts there is no credit: no result, busy for ms "
	"(60000)"},
    [SIM_FAULT_AIRTIME_ERROR] = {"airtime-error", STATE, "limit code",
	"after limit texts there is no credit: error code (21)"},
    [SIM_FAULT_PLAN_TEXTS] = {"plan-texts", STATE, "limit code",
	"after limit (100) texts the SIM is barred: error code (8)"},
    [SIM_FAULT_PLAN_RECIPIENTS] = {"plan-recipients", STATE, "limit code",
	"after limit (99) different recipients the SIM is barred: error code "
	"(8)"},
    [SIM_FAULT_SIM_EXPIRED] = {"sim-expired", STATE, "code",
	"the SIM was idle too long: registration denied, error code (331)"},
    [SIM_FAULT_SIM_ABSENT] = {"sim-absent", STATE, "",
	"no SIM is in it: error 10, and 310 for messages"},
    [SIM_FAULT_USSD_FORM] = {"ussd-form", STATE, "line",
	"line: packed ucs2 ucs2-15 text-72 no-dcs cut empty first only "
	"error"},
    [SIM_FAULT_USSD_SILENT] = {"ussd-silent", STATE, "",
	"codes are taken and never answered"},
    [SIM_FAULT_INTRUDER] = {"intruder", STATE, "ms after",
	"another program speaks AT on the port every ms (3000); after: it "
	"takes answers away as well"},
    [SIM_FAULT_DEAF] = {"deaf", ACT, "ms keep",
	"hears nothing for ms; keep: what is written waits"},
    [SIM_FAULT_NOISE] = {"noise", ACT, "ms keep",
	"deaf, and says a line every 100 ms all the same"},
    [SIM_FAULT_WEDGE] = {"wedge", ACT, "line",
	"hangs until line: reopen (of the port), radio (AT+CFUN=0/1), "
	"restart, power (the default)"},
    [SIM_FAULT_BABBLE] = {"babble", ACT, "line",
	"a wedge that says a line every 100 ms"},
    [SIM_FAULT_FORGET] = {"forget", ACT, "",
	"all settings are lost without a word: echo, +CNMI, +CMEE"},
    [SIM_FAULT_CLOG] = {"clog", ACT, "limit",
	"old parts and MMS notices fill the storage but for limit (0) "
	"slots"},
    [SIM_FAULT_CLOG_REPORTS] = {"clog-reports", ACT, "limit",
	"old reports fill the SR storage but for limit (0) slots"},
    [SIM_FAULT_SIM_SWAP] = {"sim-swap", ACT, "number keep",
	"changes SIMs with the modem of this name, or puts in one of this "
	"number; keep: without a restart"},
    [SIM_FAULT_UNPLUG] = {"unplug", ACT, "ms",
	"the port vanishes for ms (0: until it is plugged in again)"},
    [SIM_FAULT_RESTART] = {"restart", ACT, "", "the modem restarts"},
    [SIM_FAULT_RENUMBER] = {"renumber", ACT, "ms",
	"the port vanishes for ms (1000), then has another number"},
    [SIM_FAULT_PORT_TAKEN] = {"port-taken", ACT, "ms",
	"another program has the port open and locked for ms"},
};

enum sim_fault_kind
sim_fault_find(const char *name)
{
	for (int i = 0; i < SIM_FAULT_KINDS; i++) {
		if (strcmp(rows[i].name, name) == 0)
			return (enum sim_fault_kind)i;
	}
	return SIM_FAULT_KINDS;
}

const char *
sim_fault_name(enum sim_fault_kind kind)
{
	return rows[kind].name;
}

const struct sim_fault_row *
sim_fault_row(enum sim_fault_kind kind)
{
	return &rows[kind];
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
	f->fired++;
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

const struct sim_fault *
sim_fault_hit_number(struct sim_faults *faults, enum sim_fault_kind kind,
    struct sim_world *world, const char *number)
{
	const char *only = faults->at[kind].number;
	if (only[0] != '\0' && !sim_same_number(only, number))
		return NULL;
	return sim_fault_hit(faults, kind, world);
}
