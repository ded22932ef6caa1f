/* store_user - users of the console, and the code for the first one.
 *
 * Roles are numbers of the admin room (caller.h) and mean nothing here.  Times
 * are UTC milliseconds, 0: never.  Names are unique as they are written; who
 * adds one sees to letter case. */
#ifndef GATEWAY_STORE_STORE_USER_H
#define GATEWAY_STORE_STORE_USER_H

#include "base/span.h"
#include "gateway/store/store.h"

#define USER_NAME_OCTETS 24
#define USER_PASSWORD_OCTETS 128 /* the encoded hash */
#define USER_TOTP_OCTETS 20

struct user {
	int64_t id;
	char name[USER_NAME_OCTETS];
	int role;
	char password[USER_PASSWORD_OCTETS];
	char language[12];
	int64_t made_ms, password_ms, login_ms, disabled_ms;
	uint8_t totp[USER_TOTP_OCTETS];
	bool totp_begun; /* there is a key */
	bool totp_on; /* and it has been confirmed */
	int64_t totp_step;
	int64_t failed, failed_ms;
	int64_t person_id; /* who texts as this user; 0: nobody */
};

int64_t store_user_count(struct store *store);
bool store_user_get(struct store *store, int64_t id, struct user *out);
bool store_user_find(struct store *store, const char *name, struct user *out);
/* Whom that person is tied to. */
bool store_user_of_person(
    struct store *store, int64_t person_id, struct user *out);
void store_user_each(struct store *store,
    bool (*fn)(void *arg, const struct user *user), void *arg);
/* Users with that role who are not disabled. */
int64_t store_user_count_role(struct store *store, int role);

/* name, role, password, language, made_ms; sets the id (0: the store failed).
 * The name is free. */
void store_user_add(struct store *store, struct user *user);
/* Writes all but id, name and made_ms. */
void store_user_put(struct store *store, const struct user *user);
/* With sessions and recovery codes. */
void store_user_remove(struct store *store, int64_t id);

/* -- recovery codes: hashes ---------------------------------------------- */

void store_user_recovery_add(
    struct store *store, int64_t user_id, struct span hash);
/* Takes it away; false: it is not there. */
bool store_user_recovery_take(
    struct store *store, int64_t user_id, struct span hash);
void store_user_recovery_clear(struct store *store, int64_t user_id);
int64_t store_user_recovery_count(struct store *store, int64_t user_id);

/* -- the code for the first user ----------------------------------------- */

struct setup_code {
	uint8_t hash[32];
	int64_t made_ms;
	int64_t tries;
};
bool store_setup_get(struct store *store, struct setup_code *out);
/* NULL: takes it away. */
void store_setup_put(struct store *store, const struct setup_code *code);

#endif
