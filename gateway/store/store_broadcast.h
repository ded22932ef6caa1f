/* store_broadcast - one text to many people: a row, its words, a cursor.
 *
 * The rule of whom it is for (roles, area, language) is asked person by person,
 * in order of ids, up to the newest when it began; the cursor moves in the same
 * transaction that queues their texts (SUBJECT_BROADCAST, its id), so a restart
 * goes on exactly where it was.  Who makes texts, and when, is
 * gateway/queue/broadcast. */
#ifndef GATEWAY_STORE_STORE_BROADCAST_H
#define GATEWAY_STORE_STORE_BROADCAST_H

#include "base/str.h"
#include "gateway/core/party.h"
#include "gateway/store/store.h"

enum broadcast_state {
	BROADCAST_RUNNING = 1,
	BROADCAST_PAUSED,
	BROADCAST_DONE, /* the cursor came to its end */
	BROADCAST_DROPPED, /* by an operator */
	BROADCAST_STALE, /* its time was over before its end */
};
const char *broadcast_state_name(enum broadcast_state state); /* "running" */

#define BROADCAST_LANG_OCTETS 12
#define BROADCAST_ACTOR_OCTETS 48

struct broadcast {
	int64_t id;
	enum broadcast_state state;
	char actor[BROADCAST_ACTOR_OCTETS];
	int64_t created_ms, ended_ms, due_ms, stale_ms, next_ms;
	int rate; /* texts a minute; 0: as links allow */
	bool night; /* in quiet hours too */
	unsigned roles; /* enum person_role bits, any of them; 0: everybody */
	int64_t area_id; /* and all that lies in it; 0: any */
	char lang[BROADCAST_LANG_OCTETS]; /* only who speaks it; "": all */
	int64_t after_id, last_id; /* the cursor, and where it ends */
	int64_t looked, made, sent, lost;
};

/* Writes a new running one; fills its id and last_id. */
int64_t store_broadcast_add(struct store *store, struct broadcast *broadcast);
/* lang "": for all whose language has no text of its own. */
void store_broadcast_text_put(
    struct store *store, int64_t id, const char *lang, struct str text);
/* In that language, else in the second, else for all others; a view until the
 * next call.  "": none. */
const char *store_broadcast_text(
    struct store *store, int64_t id, const char *lang, const char *otherwise);

bool store_broadcast_get(
    struct store *store, int64_t id, struct broadcast *out);
/* Oldest first, at most `limit`, above after_id; fn returns false to stop. */
void store_broadcast_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct broadcast *b), void *arg);
/* Those that run or are paused, oldest first; how many, at most `limit`. */
size_t store_broadcast_unfinished(
    struct store *store, struct broadcast *out, size_t limit);
/* The first that runs, above after_id; false: none.  Asked each turn, it costs
 * nothing while none runs. */
bool store_broadcast_next(
    struct store *store, int64_t after_id, struct broadcast *out);
/* One of the same words, rule and time that runs or is paused; 0: none. */
int64_t store_broadcast_like(
    struct store *store, const struct broadcast *like, struct str text);

/* Writes state, ended_ms, next_ms, after_id, looked and made. */
void store_broadcast_put(struct store *store, const struct broadcast *b);
/* One more of its texts has left, or never will. */
void store_broadcast_ended(struct store *store, int64_t id, bool sent);

/* Whom the cursor meets. */
struct audience {
	int64_t person_id, phone_id;
	char number[PARTY_OCTETS];
	enum party_kind kind;
	char lang[BROADCAST_LANG_OCTETS]; /* "": not chosen */
	unsigned roles;
	int64_t area_id;
	bool stopped;
};
/* The next people behind the cursor, up to its end, into out[limit]; how many.
 * Fewer than limit: that was the end. */
int store_broadcast_people(struct store *store, const struct broadcast *b,
    int limit, struct audience *out);

#endif
