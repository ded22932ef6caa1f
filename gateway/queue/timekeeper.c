#include "gateway/queue/timekeeper.h"

#include <stdio.h>
#include <string.h>
#include <sys/timex.h>
#include <unistd.h>

#include "base/log.h"

#define NOTE_EVERY_MS 30000

static bool
kernel_is_synchronised(void)
{
	struct timex t;
	memset(&t, 0, sizeof(t));
	int state = adjtimex(&t);
	return state >= 0 && state != TIME_ERROR && !(t.status & STA_UNSYNC);
}

/* x86 guests carry this flag; their clock is the host's. */
static bool
is_virtual_machine(void)
{
	FILE *in = fopen("/proc/cpuinfo", "r");
	char line[4096];
	bool found = false;
	while (in != NULL && !found && fgets(line, sizeof(line), in) != NULL)
		found = strncmp(line, "flags", 5) == 0 &&
			strstr(line, " hypervisor") != NULL;
	if (in != NULL)
		fclose(in);
	return found;
}

bool
timekeeper_ask_machine(void)
{
	return kernel_is_synchronised() ||
	       access("/sys/class/rtc/rtc0", F_OK) == 0 || is_virtual_machine();
}

void
timekeeper_init(struct timekeeper *t, struct store *store,
    const struct market *market, bool machine_vouches)
{
	memset(t, 0, sizeof(*t));
	t->forced_unsure = market->clock_unsure;
	t->machine_vouches = machine_vouches;
	t->alive_ms = t->written_ms = t->known_ms =
	    store_setting_int(store, "alive_ms", 0);
}

bool
timekeeper_sure(const struct timekeeper *t, int64_t now_ms)
{
	if (t->forced_unsure || t->stamp_ahead)
		return false;
	if (now_ms + TIMEKEEPER_NEAR_MS < t->known_ms)
		return false; /* set back behind our own past */
	return t->machine_vouches || t->stamp_near;
}

void
timekeeper_stamp(struct timekeeper *t, int64_t stamp_ms, int64_t now_ms)
{
	bool ahead = stamp_ms > now_ms + TIMEKEEPER_NEAR_MS;
	bool near = !ahead && stamp_ms > now_ms - TIMEKEEPER_NEAR_MS;
	if (ahead && !t->stamp_ahead)
		log_event(LOG_WARN, "timekeeper", "clock_behind", "by_s=%lld",
		    (long long)((stamp_ms - now_ms) / 1000));
	if (near && (t->stamp_ahead || !t->stamp_near))
		log_event(LOG_INFO, "timekeeper", "stamp_agrees", "ok=1");
	t->stamp_ahead = ahead || (t->stamp_ahead && !near);
	t->stamp_near = near || (t->stamp_near && !ahead);
}

void
timekeeper_reachable(struct timekeeper *t, bool reachable, int64_t now_ms)
{
	/* While nobody can reach us alive_ms stands still. */
	if (t->reachable && !reachable)
		t->alive_ms = now_ms;
	t->reachable = reachable;
}

int64_t
timekeeper_outage(struct timekeeper *t, int64_t now_ms)
{
	if (!t->reachable || !timekeeper_sure(t, now_ms))
		return 0;
	int64_t away = t->alive_ms == 0 ? 0 : now_ms - t->alive_ms;
	t->alive_ms = now_ms;
	return away > TIMEKEEPER_OUTAGE_MS ? away : 0;
}

void
timekeeper_note(struct timekeeper *t, struct store *store, int64_t now_ms)
{
	if (!timekeeper_sure(t, now_ms) || t->alive_ms == 0)
		return;
	if (t->alive_ms < t->written_ms + NOTE_EVERY_MS)
		return;
	store_setting_put_int(store, "alive_ms", t->alive_ms);
	t->written_ms = t->known_ms = t->alive_ms;
}
