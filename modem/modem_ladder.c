#include "modem/modem_ladder.h"

#define UP_AGAIN "it is on the network again"

static const struct ladder_row rows[MODEM_RUNGS] = {
    [MODEM_RUNG_NONE] = {"none", "nothing", "", MODEM_T_BACKOFF, MODEM_T_AT},
    [MODEM_RUNG_RESYNC] = {"resync",
	"ask until an answer is surely the last question's",
	"that question is answered", MODEM_T_QUIET, MODEM_T_STEP},
    [MODEM_RUNG_REOPEN] = {"reopen",
	"close the device with DTR low, open it, set all up again", UP_AGAIN,
	MODEM_T_DTR, MODEM_T_AT},
    [MODEM_RUNG_RADIO] = {"radio", "reopen, switch the radio off and on",
	UP_AGAIN, MODEM_T_DTR, MODEM_T_AT},
    [MODEM_RUNG_RESTART] = {"restart",
	"reopen, give its commands to restart in turn", UP_AGAIN,
	MODEM_T_RESTART, MODEM_T_BOOT},
    [MODEM_RUNG_USB] = {"usb", "switch its USB port off and on", UP_AGAIN,
	MODEM_T_DTR, MODEM_T_BOOT},
    [MODEM_RUNG_COMMAND] = {"command", "run the reset-command", UP_AGAIN,
	MODEM_T_DTR, MODEM_T_BOOT},
    [MODEM_RUNG_PARK] = {"park",
	"leave it alone, tell the admin; a look every 10 s if it was silent",
	"it answers, or the whole ladder helps when it is tried anew",
	MODEM_T_PARKED, MODEM_T_AT},
};

const struct ladder_row *
ladder_row(enum modem_rung rung)
{
	return &rows[rung];
}

const char *
modem_rung_name(enum modem_rung rung)
{
	return rows[rung].name;
}

static bool
is_possible(enum modem_rung rung, const struct ladder_means *means)
{
	switch (rung) {
	case MODEM_RUNG_NONE:
	case MODEM_RUNG_RESYNC:
	case MODEM_RUNGS:
		return false;
	case MODEM_RUNG_REOPEN:
	case MODEM_RUNG_PARK:
		return true;
	case MODEM_RUNG_RADIO:
		return means->answers && means->radio;
	case MODEM_RUNG_RESTART:
		return means->answers && means->restart;
	case MODEM_RUNG_USB:
		return means->usb;
	case MODEM_RUNG_COMMAND:
		return means->command;
	}
	return false;
}

void
ladder_note_resync(struct ladder *ladder)
{
	ladder->climbs[MODEM_RUNG_RESYNC]++;
}

enum modem_rung
ladder_climb(struct ladder *ladder, const struct ladder_means *means)
{
	enum modem_rung most =
	    means->most != MODEM_RUNG_NONE ? means->most : MODEM_RUNG_PARK;
	int rung = (int)ladder->rung + (ladder->helped ? 0 : 1);
	if (rung < (int)means->least)
		rung = (int)means->least;
	if (ladder->rung == MODEM_RUNG_PARK)
		return MODEM_RUNG_PARK;
	while (rung <= (int)most && !is_possible((enum modem_rung)rung, means))
		rung++;
	if (rung > (int)most)
		return MODEM_RUNG_NONE;
	ladder->rung = (enum modem_rung)rung;
	ladder->helped = false;
	ladder->climbs[rung]++;
	ladder->taken |= 1u << rung;
	return ladder->rung;
}

void
ladder_note_work(struct ladder *ladder)
{
	ladder->helped = ladder->rung != MODEM_RUNG_NONE;
}

void
ladder_reset(struct ladder *ladder)
{
	ladder->rung = MODEM_RUNG_NONE;
	ladder->helped = false;
	ladder->taken = 0;
}
