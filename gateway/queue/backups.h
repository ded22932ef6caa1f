/* backups - makes backups (store/backup.h) on a timetable, without stopping.
 *
 * Each place (a section `backup` of the configuration) has a timetable of its
 * own.  When the last good one was made is a setting in the store, so a time
 * that passed while the machine was off is made up for at once; and so is that
 * the last try failed, so that a new start does not call it well.  Where the
 * store knows of none (it was restored, the section has another name) the
 * folder is looked into before one is made.  One that failed is tried again
 * after half an hour.  One at a time; each in a thread
 * that nobody waits for: when the process ends, what is half done is taken away
 * by the next.
 *
 * Alarms: what went wrong with the last try, and that the last good one is too
 * old.  While the clock is unsure nothing is due. */
#ifndef GATEWAY_QUEUE_BACKUPS_H
#define GATEWAY_QUEUE_BACKUPS_H

#include <limits.h>

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/core/job.h"
#include "gateway/core/market.h"
#include "gateway/store/backup.h"

#define BACKUPS_PLACES_MAX 8
#define BACKUPS_TITLE_OCTETS 24

/* A place, as the configuration has it. */
struct backup_place {
	char title[BACKUPS_TITLE_OCTETS];
	char folder[PATH_MAX], key_file[PATH_MAX];
	int64_t every_ms;
	int at_min; /* after local midnight; -1: no matter */
	int keep;
	bool mount;
	int64_t old_ms; /* an alarm when the last good one is so old */
};

struct backups_config {
	struct loop *loop;
	const struct clock_source *clock;
	const struct market *market; /* outlives */
	struct store *reader; /* outlives; asked once, at the start */
	const char *store_path, *conf_path, *version;
	const struct backup_place *places; /* outlive */
	size_t count;
	int64_t look_ms; /* 0: half a minute */
	void *arg; /* of all below */
	void (*submit)(void *arg, struct job *job); /* to the turn */
	bool (*clock_sure)(void *arg);
	/* What to say of all places together; "": all is well. */
	void (*said)(void *arg, const char *failed, const char *old);
};

/* What is known of a place. */
struct backup_figures {
	const struct backup_place *place;
	bool running;
	int64_t good_ms; /* the last good one; 0: none */
	int64_t good_octets;
	int64_t next_ms; /* when the next is due */
	char why[ERR_TEXT_OCTETS]; /* the last try failed; "": it did not */
};

/* Pure: when a backup is due whose last good one was made then (0: never). */
int64_t backups_due(const struct backup_place *place,
    const struct market *market, int64_t good_ms);

struct backups;

struct backups *backups_new(const struct backups_config *config);
/* Does not wait for the one that runs.  The turn must have ended. */
void backups_free(struct backups **backups);

/* False: there are not so many places. */
bool backups_figures(
    const struct backups *backups, size_t i, struct backup_figures *out);
/* Makes one now.  0; -1: no such place; -2: one runs already. */
int backups_now(struct backups *backups, const char *title);

#endif
