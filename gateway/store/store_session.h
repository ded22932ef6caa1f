/* store_session - dialogues by USSD: who dialled, where they stand.
 *
 * A row is found by the gateway's own id for a day (`mark`), afterwards by its
 * own id only; after 90 days it goes, with its turns (store_session_turn.h).
 * The newest row with an id is the one that is meant: store_session_open()
 * takes the mark from the one before it.
 * All searches are by an index, and each call reads a bounded number of rows.
 * In a transaction, but for store_session_get() and store_session_waiting(). */
#ifndef GATEWAY_STORE_STORE_SESSION_H
#define GATEWAY_STORE_STORE_SESSION_H

#include "gateway/core/session.h"
#include "gateway/store/store.h"

#define STORE_SESSION_NETWORK_OCTETS 24
#define STORE_SESSION_REASON_OCTETS 48

struct store_session {
	int64_t id; /* 0: none yet */
	int64_t link_id;
	char ext[SESSION_ID_OCTETS + 1]; /* "": a phone is the session */
	int64_t mark;
	int64_t phone_id, person_id;
	char code[SESSION_CODE_OCTETS];
	char dial[SESSION_INPUT_OCTETS + 1]; /* what stood behind the code */
	char network[STORE_SESSION_NETWORK_OCTETS];
	enum session_life life;
	char reason[STORE_SESSION_REASON_OCTETS]; /* why it is over */
	int64_t opened_ms, seen_ms, closed_ms; /* closed 0: it is not */
	int turns;
	/* Of a dialect that repeats all answers: all so far; a secret's octets
	 * are "?". */
	char last_text[SESSION_INPUT_OCTETS + 1];
	struct session_state state;
	bool resumable;
	char made[SESSION_MADE_OCTETS];
};

/* Never 0.  By the gateway's id, the same on every channel; by channel and
 * number (E.164) where there is none. */
int64_t store_session_mark(struct str ext);
int64_t store_session_mark_phone(int64_t link_id, const char *number);

/* The newest of that channel with that id (ext "": by the mark alone), zeroed
 * when there is none.  *elsewhere_ms_out: one of another channel with the same
 * id waits for its answer since; 0: none does. */
bool store_session_find(struct store *store, int64_t mark, int64_t link_id,
    const char *ext, struct store_session *out, int64_t *elsewhere_ms_out);
bool store_session_get(
    struct store *store, int64_t id, struct store_session *out);

/* A new row's id, before there is a row: store_session_open() with it follows
 * in the same transaction. */
int64_t store_session_next(struct store *store);
/* same_id: the row that was found with that mark, 0 none. */
void store_session_open(
    struct store *store, const struct store_session *row, int64_t same_id);
/* All that a turn changes in one that goes on waiting ... */
void store_session_put(struct store *store, const struct store_session *row);
/* ... and the rest: its life.  Most turns do not need it, and it costs an
 * entry of an index. */
void store_session_move(struct store *store, int64_t id, enum session_life life,
    const char *reason, int64_t closed_ms);

/* What somebody who dials has behind them: their newest dialogues are looked
 * at, STORE_SESSION_LOOK of them. */
#define STORE_SESSION_LOOK 64
struct session_past {
	int in_minute, in_hour; /* begun within the last */
	int64_t waiting_id; /* the newest that waits on that channel; 0 */
	int64_t newest_id; /* of that code, on whatever channel; 0 */
};
void store_session_past(struct store *store, int64_t phone_id, int64_t link_id,
    const char *code, int64_t now_ms, struct session_past *out);

/* The newest before that one of the same phone, channel, id of the gateway (not
 * ""), code and what was dialled behind it, begun since then; 0: none among as
 * many as are looked at. */
int64_t store_session_before(
    struct store *store, const struct store_session *row, int64_t since_ms);

/* -- sweeping -------------------------------------------------------------- */

/* How many wait, of each channel that has any; for the start. */
void store_session_waiting(struct store *store,
    void (*fn)(void *arg, int64_t link_id, int64_t count), void *arg);

struct session_idle {
	int64_t id, seen_ms;
};
/* Of those of one channel that wait, by id, at most `most` behind that id. */
size_t store_session_idle(struct store *store, int64_t link_id,
    int64_t after_id, struct session_idle *out, size_t most);
/* Of that channel, up to that id, at most `most`: lost for that reason.  How
 * many. */
int store_session_lose(struct store *store, int64_t link_id, int64_t up_to_id,
    int most, const char *reason, int64_t now_ms);
/* Begun before then: no more found by the gateway's id.  Continues where the
 * last call ended; false: there are no more now. */
bool store_session_unmark(struct store *store, int64_t before_ms, int most);
/* Begun before then: gone, with their turns; the newest row stays, so that no
 * id is used again; counted (store_keep.h).  False: there are no more now. */
bool store_session_purge(
    struct store *store, int64_t before_ms, int most, int64_t now_ms);

#endif
