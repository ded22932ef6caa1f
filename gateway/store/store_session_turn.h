/* store_session_turn - every turn of every dialogue.
 *
 * A turn is found by its dialogue and its number, or, within a dialogue, by the
 * gateway's key for it.  In a transaction, but for store_session_turn_get(). */
#ifndef GATEWAY_STORE_STORE_SESSION_TURN_H
#define GATEWAY_STORE_STORE_SESSION_TURN_H

#include "gateway/core/session.h"
#include "gateway/store/store.h"

/* A turn's row: what belongs together lies together. */
#define STORE_SESSION_TURN(session_id, number) ((session_id)*64 + (number))

struct session_turn_row {
	int64_t session_id;
	int number; /* from 1 */
	int64_t time_ms;
	char key[SESSION_KEY_OCTETS]; /* "": it has none */
	char input[SESSION_INPUT_OCTETS + 1]; /* "****": it was a secret */
	char before[SESSION_SCREEN_OCTETS], after[SESSION_SCREEN_OCTETS];
	char answer[SESSION_TEXT_OCTETS];
	bool go_on;
	int64_t took_ms;
	int64_t message_id; /* what it did; 0: nothing */
};

void store_session_turn_add(
    struct store *store, const struct session_turn_row *row);
bool store_session_turn_get(struct store *store, int64_t session_id, int number,
    struct session_turn_row *out);
/* The number of the turn with that key; 0: none.  A "?" in the key of the row
 * stands for any octet. */
int store_session_turn_keyed(
    struct store *store, int64_t session_id, const char *key);
/* Was the same said in the first `count` turns of both? */
bool store_session_turn_alike(
    struct store *store, int64_t session_id, int64_t other_id, int count);

#endif
