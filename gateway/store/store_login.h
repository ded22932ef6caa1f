/* store_login - sessions of the console (a dialogue's is store_session). */
#ifndef GATEWAY_STORE_STORE_LOGIN_H
#define GATEWAY_STORE_STORE_LOGIN_H

#include "base/span.h"
#include "gateway/store/store.h"

#define LOGIN_ADDRESS_OCTETS 48
#define LOGIN_AGENT_OCTETS 96

struct login {
	int64_t id, user_id;
	int64_t made_ms, seen_ms;
	int64_t ended_ms; /* 0: it goes on, as far as anybody has said */
	char address[LOGIN_ADDRESS_OCTETS];
	char agent[LOGIN_AGENT_OCTETS];
};

/* Ended ones, too. */
bool store_login_find(struct store *store, struct span hash, struct login *out);
/* Those of a user that have not been ended, newest first. */
void store_login_each(struct store *store, int64_t user_id,
    bool (*fn)(void *arg, const struct login *login), void *arg);
/* Has that user been let in from there, at since_ms or later? */
bool store_login_known(struct store *store, int64_t user_id,
    const char *address, int64_t since_ms);

/* Sets the id (0: the store failed). */
void store_login_add(
    struct store *store, struct span hash, struct login *login);
void store_login_seen(struct store *store, int64_t id, int64_t now_ms);
/* False: it is none of that user's, or was ended before. */
bool store_login_end(
    struct store *store, int64_t user_id, int64_t id, int64_t now_ms);
/* All of a user's but that one (0: all); how many. */
int store_login_end_all(
    struct store *store, int64_t user_id, int64_t but_id, int64_t now_ms);
/* After so long a session is over by itself, and when it was used so long after
 * now. */
struct login_span {
	int64_t idle_ms, longest_ms, ahead_ms;
};
/* Of the newest one's user those that were used longest ago, so that `keep` are
 * left; how many.  Those that are over by themselves are not counted, and the
 * newest one stays, wherever the clock was put meanwhile. */
int store_login_end_oldest(struct store *store, const struct login *newest,
    const struct login_span *span, int keep, int64_t now_ms);
/* Forgets those that were last seen before that; counted (store_keep.h). */
void store_login_forget(struct store *store, int64_t before_ms, int64_t now_ms);

#endif
