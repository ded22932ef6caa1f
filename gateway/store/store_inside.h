/* store_inside - what the noun files share and nobody else may see. */
#ifndef GATEWAY_STORE_STORE_INSIDE_H
#define GATEWAY_STORE_STORE_INSIDE_H

#include <sys/types.h>

#include "base/buf.h"
#include "gateway/core/party.h"
#include "gateway/store/db.h"
#include "gateway/store/store.h"
#include "gateway/store/store_code.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_later.h"
#include "gateway/store/store_none.h"
#include "gateway/store/store_onsale.h"
#include "gateway/store/store_seen.h"
#include "gateway/store/turn_clock.h"

/* The setting that says up to which message months went by a rule of keeping.
 */
#define STORE_MONTHS_GONE "months_gone"

struct line;
struct line_event;
struct store_fresh;
struct store_head;
struct store_open;
struct repeat_memory;
struct store_route;
struct store_watch;

struct store {
	struct db *db;
	struct store_head *head; /* NULL: a reader */
	struct store_open *open; /* the same */
	struct store_fresh *fresh; /* the same */
	struct store_codes codes;
	struct store_seen seen;
	struct later later[LATER_NOUNS];
	struct turn_clocks clocks;
	struct row_cache none[STORE_NONES];
	struct repeat_memory *repeat; /* NULL: a reader */
	struct store_route *route; /* NULL: a reader */
	struct store_watch *watch; /* NULL: nobody does */
	char *path;
	int lock_fd; /* -1: none */
	/* A reader's: the file of the index of words (search.h); 0: none. */
	ino_t search_inode;
	struct store_head_met met; /* a reader's */
	bool committing;
	/* When a report was last kept for a send that was not acknowledged yet:
	 * later than the truth after a rollback, which only costs a look. */
	int64_t kept_ms;
	/* Where the next look at many areas begins (store_turn.h).  Any value
	 * does, so it needs no rollback. */
	int64_t next_area;
	/* Listings written (store_onsale.h); needs no rollback, either. */
	int64_t offers_changed;
	char offers_which[STORE_ONSALE_KEPT][STORE_ONSALE_OCTETS];
	/* Rows written to the audit, those taken back, too. */
	int64_t audit_added;
	int64_t pause_changes; /* store_pause.h */
	int64_t webhook_added; /* store_webhook.h */
	int64_t dlr_added; /* store_dlr.h */
	/* None runs: so a turn need not ask.  False: nobody knows. */
	bool no_broadcast;
	/* What store_message_get() gives views of. */
	struct buf text, why;
};

/* A phone as store_number.c remembers it. */
struct phone_row {
	int64_t id, person_id; /* who speaks from it; 0: no person */
	char number[PARTY_OCTETS];
};

/* store_line_put() with the head of its history; for store_event.c. */
void line_row_put(
    struct store *store, const struct line *line, int64_t event_id);

/* store_audit_carry.c: rows of an older furrow's audit, if there are any; when
 * the store is opened.  0, or enum store_error. */
int store_audit_carry(struct store *store, struct err *err);

/* Appends to the history of a line whose newest event is prev_id. */
int64_t event_append(struct store *store, int64_t line_id, int64_t prev_id,
    const struct line_event *event);

#endif
