/* dlrs_write - what became of calls, written by the turn. */
#include <stddef.h>

#include "gateway/admin/dlrs_private.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_dlr.h"

#define PRUNE_MS (INT64_C(3600) * 1000)
#define PRUNE_A_TURN 500

static struct dlrs *
of_job(struct job *job)
{
	return (struct dlrs *)((char *)job - offsetof(struct dlrs, job));
}

static void
each_slot(struct dlrs *d, enum dlrs_doing doing,
    void (*fn)(struct dlrs_slot *slot, void *arg), void *arg)
{
	for (size_t p = 0; p < DLRS_PLACES_MOST; p++)
		for (size_t i = 0; i < DLRS_SLOTS; i++)
			if (d->place[p].slot[i].doing == doing)
				fn(&d->place[p].slot[i], arg);
}

static void
write_slot(struct dlrs_slot *slot, void *arg)
{
	const struct turn *turn = *(const struct turn **)arg;
	if (slot->due_ms == 0)
		store_dlr_done(
		    turn->store, slot->call_id, slot->message_id, turn->now_ms);
	else
		store_dlr_again(
		    turn->store, slot->call_id, slot->message_id, slot->due_ms);
}

static void
write_all(struct job *job, const struct turn *turn)
{
	each_slot(of_job(job), DLRS_WRITING, write_slot, &turn);
	store_dlr_prune(turn->store, turn->now_ms, PRUNE_A_TURN);
}

static void
set_doing(struct dlrs_slot *slot, void *arg)
{
	slot->doing = *(const enum dlrs_doing *)arg;
}

static void
all_written(struct job *job, bool committed)
{
	struct dlrs *d = of_job(job);
	enum dlrs_doing next = committed ? DLRS_FREE : DLRS_ENDED;
	d->writing = false;
	each_slot(d, DLRS_WRITING, set_doing, &next);
}

static bool
is_to_prune(struct dlrs *d)
{
	if (clock_mono_ms(d->config.clock) - d->pruned_mono_ms < PRUNE_MS)
		return false;
	if (store_dlr_over(d->config.reader, clock_wall_ms(d->config.clock)))
		return true; /* and at the next look, until all are gone */
	d->pruned_mono_ms = clock_mono_ms(d->config.clock);
	return false;
}

static void
is_there(struct dlrs_slot *slot, void *arg)
{
	(void)slot;
	*(bool *)arg = true;
}

void
dlrs_write_behind(struct dlrs *d)
{
	bool some = is_to_prune(d);
	enum dlrs_doing next = DLRS_WRITING;
	each_slot(d, DLRS_ENDED, is_there, &some);
	if (!some || d->writing)
		return;
	each_slot(d, DLRS_ENDED, set_doing, &next);
	d->writing = true;
	d->config.submit(d->config.arg, &d->job);
}

void
dlrs_write_open(struct dlrs *d)
{
	d->pruned_mono_ms = clock_mono_ms(d->config.clock);
	d->job = (struct job){.run = write_all, .done = all_written};
}
