/* Every time that the driver waits, in one table. */
#include "modem/modem.h"

static const struct modem_time_row rows[MODEM_TIMES] = {
    [MODEM_T_ESCAPE] = {"escape", 100, "after ESC and CR, before the first AT"},
    [MODEM_T_AT] = {"at", 1000, "an answer to AT, five times"},
    [MODEM_T_COMMAND] = {"command", 5000, "an answer to a plain command"},
    [MODEM_T_TAIL] = {"tail", 3000,
	"the OK behind an answer, before it is taken as said"},
    [MODEM_T_SIM] = {"sim", 30000, "an answer to the PIN"},
    [MODEM_T_STORE] = {"store", 20000, "an answer to +CPMS"},
    [MODEM_T_LIST] = {"list", 20000,
	"the next record of +CMGL; doubled after each silence"},
    [MODEM_T_LIST_TAIL] = {"list-tail", 5000, "the same behind the first"},
    [MODEM_T_SLOT] = {"slot", 10000, "an answer to +CMGR or +CMGD"},
    [MODEM_T_PROMPT] = {"prompt", 10000, "the prompt of +CMGS"},
    [MODEM_T_SEND] = {"send", 120000,
	"the result of +CMGS: networks try for 30 to 42 s and more"},
    [MODEM_T_SEND_LEARNED] = {"send-learned", 45000,
	"the same at least, once it is known how long this modem takes"},
    [MODEM_T_QUIET] = {"quiet", 300, "silence before asking for step"},
    [MODEM_T_BABBLE] = {"babble", 3000, "asking although it is never silent"},
    [MODEM_T_STEP] = {"step", 2000,
	"an answer when asked for step, at first; 30 s in all"},
    [MODEM_T_QUOTE] = {"quote", 2000, "the end of a quote that was opened"},
    [MODEM_T_DEBOUNCE] = {"debounce", 50, "more news before listing"},
    [MODEM_T_ODD] = {"odd", 2000, "listing after a line that nobody knew"},
    [MODEM_T_SWEEP] = {"sweep", 20000, "listing without news"},
    [MODEM_T_POLL_SWEEP] = {"poll-sweep", 5000,
	"the same with a modem that tells no news"},
    [MODEM_T_HEALTH] = {"health", 30000, "asking how it is"},
    [MODEM_T_POLL] = {"poll", 1000, "asking for the SIM or the network again"},
    [MODEM_T_ABSENT] = {"absent", 500, "looking for an absent device"},
    [MODEM_T_WATCH] = {"watch", 1000,
	"looking whether the device's name stands for another one"},
    [MODEM_T_BACKOFF] = {"backoff", 1000, "opening again, at first"},
    [MODEM_T_BACKOFF_MAX] = {"backoff-max", 60000, "the same, at most"},
    [MODEM_T_RESTART] = {"restart", 5000, "opening after a restart command"},
    [MODEM_T_PARKED] = {"parked", 3600000, "a try after giving up"},
    [MODEM_T_NO_SIM] = {"no-sim", 60000, "looking for an absent SIM"},
    [MODEM_T_HEALTHY] = {"healthy", 600000,
	"without trouble, and the ladder starts from below"},
    [MODEM_T_DTR] = {"dtr", 1000, "closed, with DTR low"},
    [MODEM_T_BOOT] = {"boot", 60000, "silence is forgiven after a restart"},
    [MODEM_T_LOOK] = {"look", 10000, "a look at a parked one that was silent"},
    [MODEM_T_SET_UP] = {"set-up", 300000, "from the first answer to set up"},
    [MODEM_T_LENIENT] = {"lenient", 5000,
	"out of step, and it counts as up all the same"},
    [MODEM_T_RESET_COMMAND] = {"reset-command", 60000,
	"the reset-command, and it is killed"},
    [MODEM_T_CALL] = {"call", 60000,
	"a number that rings again meanwhile is the same call"},
};

const struct modem_time_row *
modem_time_row(enum modem_time time)
{
	return &rows[time];
}
