/* store_keep - what rules of keeping take away, and the report of it.
 *
 *     kind     rule       what goes
 *     raw      raw        what an inbound text came as, in files of old months
 *                         too
 *     texts    texts      the words of texts in and out, their parts and raw
 *                         forms; the row stays (who, when, what became of it),
 *                         so chains and accounts are as they were
 *     months   texts      files of old months that ended before
 *     index    texts      the index of words, made anew (once in 30 days)
 *     quarantine texts    words of texts that could not be worked; counted here
 *                         alone
 *     events   histories  what was said in histories of lines
 *     sessions sessions   dialogues, by queue/sessions_sweep
 *     logins   30 days    who signed in to the console, from where
 *     webhooks told       what other programs were to be told, by
 *                         admin/webhooks
 *     dlr      told       whom to call about a text, by admin/dlrs
 *
 * The report names what is kept for ever, too: feedback, orders, ledger, audit.
 *
 * A text that is still to go, or the history of a line that is not over, is
 * left until it is, then it goes too. One row of `retained` a kind: where the
 * next look begins, how many rows went so far, when all was looked through
 * last.  Rows are walked in the order of their ids, in a turn, a slice at a
 * time: a kill between two slices loses nothing, and a slice may be done twice.
 */
#ifndef GATEWAY_STORE_STORE_KEEP_H
#define GATEWAY_STORE_STORE_KEEP_H

#include "gateway/store/archive.h"

#define KEEP_KIND_OCTETS 16

/* How long, in milliseconds; 0: for ever. */
struct keep_rules {
	int64_t raw_ms, texts_ms, histories_ms;
	int64_t sessions_ms; /* never 0; worked by queue/ussd_keep */
};

enum keep_kind {
	KEEP_RAW,
	KEEP_QUARANTINE, /* before the others are emptied */
	KEEP_TEXTS,
	KEEP_EVENTS,
	KEEP_WALKED, /* those above are walked by store_keep_step() */
	KEEP_MONTHS = KEEP_WALKED,
	KEEP_INDEX,
	KEEP_SESSIONS,
	KEEP_LOGINS,
	KEEP_WEBHOOKS,
	KEEP_DLR,
	KEEP_FEEDBACK, /* from here on: for ever */
	KEEP_ORDERS,
	KEEP_LEDGER,
	KEEP_AUDIT,
	KEEP_KINDS,
};

struct kept_kind {
	enum keep_kind which;
	char kind[KEEP_KIND_OCTETS];
	const char *rule; /* a key of the section retention, or words */
	int64_t place, gone, last_ms;
	int64_t oldest_ms; /* of what stayed; 0: nothing did */
};

/* The rule of a kind; 0: for ever, or it is no time. */
int64_t store_keep_rule(const struct keep_rules *rules, enum keep_kind kind);

/* -- inside a turn -------------------------------------------------------- */

/* What is older than before_ms, `look` rows further.  True: there may be more.
 */
bool store_keep_step(struct store *store, enum keep_kind kind,
    int64_t before_ms, int look, int64_t now_ms);

/* The oldest month whose file may go: it ended before then, and nothing of it
 * is in the store any more but what is still to go.  False: none. */
bool store_keep_month(
    struct store *store, int64_t before_ms, struct archive_month *out);
/* Its file is gone. */
void store_keep_month_gone(
    struct store *store, const struct archive_month *month, int64_t now_ms);

/* The oldest month behind that id that ended before then and whose file may
 * still have raw forms.  False: none. */
bool store_keep_raw_month(struct store *store, int64_t before_ms,
    int64_t after_id, struct archive_month *out);
/* Its file has none any more; it had so many. */
void store_keep_raw_month_gone(struct store *store,
    const struct archive_month *month, int gone, int64_t now_ms);

/* Does the index have words of texts that went, and was not made anew for so
 * long? */
bool store_keep_index_due(struct store *store, int64_t now_ms);
void store_keep_index_done(struct store *store, int64_t now_ms);

/* So many rows of a kind were taken away by somebody else. */
void store_keep_gone(
    struct store *store, enum keep_kind kind, int gone, int64_t now_ms);

/* -- in a thread ---------------------------------------------------------- */

/* Takes the raw forms out of the file of an old month; how many there were, or
 * a negative enum store_error with err. */
int store_keep_file_raw(const char *path, struct err *err);

/* -- anywhere ------------------------------------------------------------- */

/* All kinds in their order, those that were never worked too. */
void store_keep_each(struct store *store,
    bool (*fn)(void *arg, const struct kept_kind *kind), void *arg);

#endif
