/* dlrs_private - what the files of dlrs share; for them only.
 *
 *   dlrs.c        which calls are due, and what became of them
 *   dlrs_write.c  the same, in the store
 *   dlrs_call.c   one host: its client, and a request */
#ifndef GATEWAY_ADMIN_DLRS_PRIVATE_H
#define GATEWAY_ADMIN_DLRS_PRIVATE_H

#include "base/http_client.h"
#include "base/timer.h"
#include "base/tls.h"
#include "gateway/admin/dlrs.h"

/* With and without TLS. */
#define DLRS_PLACES_MOST (DLR_HOSTS_MOST * 2)
#define DLRS_WHY_OCTETS 128
/* Calls under way, and those that are to be written at the next look. */
#define DLRS_SLOTS 64

enum dlrs_doing {
	DLRS_FREE,
	DLRS_CALLING,
	DLRS_ENDED, /* to be written */
	DLRS_WRITING,
};

struct dlrs_slot {
	enum dlrs_doing doing;
	int64_t call_id, message_id;
	int64_t begun_mono_ms;
	int tries;
	int64_t due_ms; /* ENDED: again at that time; 0: it is over */
};

struct dlrs_place {
	char name[DLR_PLACE_OCTETS]; /* "": free */
	struct dlrs *all;
	bool allowed;
	struct http_client *client; /* NULL: not allowed */
	struct dlrs_slot slot[DLRS_SLOTS];
	/* It failed so many times in a row, from then until then; what fails
	 * together is once. */
	int tries;
	int64_t since_mono_ms, tried_mono_ms;
	int64_t rest_mono_ms; /* it cannot be reached: nothing until then */
	bool waits; /* at the last look calls to it were there */
	char why[DLRS_WHY_OCTETS]; /* the last one failed; "": it did not */
	int64_t dropped; /* and not told yet */
	const char *dropped_why;
	int64_t said_mono_ms;
};

struct dlrs {
	struct dlrs_config config;
	struct timer *timer;
	struct tls_context *tls;
	struct dlrs_place place[DLRS_PLACES_MOST];
	struct job job;
	bool writing;
	bool some; /* calls may wait */
	int64_t added_seen; /* store_dlr_added() at the last look */
	int64_t begun_mono_ms, pruned_mono_ms, counted_mono_ms;
	struct dlrs_figures figures;
	char trouble[DLR_PLACE_OCTETS + DLRS_WHY_OCTETS];
};

/* -- dlrs_write.c ---------------------------------------------------------- */

void dlrs_write_open(struct dlrs *d);
/* What ended, in a turn; and now and then what is over. */
void dlrs_write_behind(struct dlrs *d);

/* -- dlrs_call.c ----------------------------------------------------------- */

/* Of the name, if what is called there may be. */
void dlrs_place_open(
    struct dlrs_place *place, struct dlrs *all, const char *name);
void dlrs_place_close(struct dlrs_place *place);
enum dlrs_call_end {
	DLRS_CALL_BEGUN,
	DLRS_CALL_NEVER, /* too long for a request, or its text is gone */
	DLRS_CALL_LATER, /* the store cannot be read just now */
};
enum dlrs_call_end dlrs_call(struct dlrs_place *place,
    const struct dlr_call *call, size_t i, http_call_fn fn);
void dlrs_why(char dst[DLRS_WHY_OCTETS], const struct http_call_end *end);

#endif
