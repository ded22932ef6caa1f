/* api_user - users of the console, as admins see to them. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/store/store_login.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_user.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth_first.h"
#include "gateway/admin/auth_hash.h"

#define USERS_MOST 200

/* -- who there is ---------------------------------------------------------- */

static json_t *
user_json(const struct user *user)
{
	return json_pack("{s:s, s:s, s:b, s:b, s:o, s:o, s:o, s:I, s:o}",
	    "name", user->name, "role",
	    caller_role_name((enum caller_role)user->role), "disabled",
	    (int)(user->disabled_ms != 0), "totp", (int)user->totp_on, "made",
	    api_time(user->made_ms), "login", api_time(user->login_ms),
	    "password_changed", api_time(user->password_ms), "failed",
	    (json_int_t)user->failed, "person",
	    user->person_id != 0 ? json_integer(user->person_id) : json_null());
}

static bool
list_user(void *arg, const struct user *user)
{
	json_array_append_new(arg, user_json(user));
	return true;
}

void
api_users_get(const struct api_call *call)
{
	json_t *items = json_array();

	store_user_each(call->api->config.reader, list_user, items);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", items, "next"));
}

void
api_user_get(const struct api_call *call)
{
	struct user user;

	if (store_user_find(call->api->config.reader, call->name, &user))
		api_reply(call->request, 200, user_json(&user));
	else
		api_problem(
		    call->request, 404, "no user is named %s", call->name);
}

/* -- a password first, then the turn ----------------------------------------
 */

struct hashing {
	struct auth_hash hash;
	struct api_write *write;
};

static void
hashed(void *arg, bool ran)
{
	struct hashing *h = arg;

	json_object_del(h->write->body, "password");
	json_object_set_new(h->write->body, "hash", json_string(h->hash.made));
	if (ran)
		api_write_submit(h->write);
	else {
		api_write_refuse(h->write, 503, "furrowd is ending");
		api_write_end(h->write, NULL);
	}
	explicit_bzero(h, sizeof(*h));
	free(h);
}

static void
refuse_now(struct api_write *write, int status, const char *why)
{
	api_write_refuse(write, status, "%s", why);
	api_write_end(write, NULL);
}

/* Takes the write, whose body has a password. */
static void
submit_hashed(struct api_write *write, const char *name)
{
	const char *typed = json_text(write->body, "password", "");
	enum password_fault fault = password_judge(str_from(typed), name);
	struct auth *auth = write->api->config.auth;
	struct hashing *h;

	if (fault != PASSWORD_GOOD || auth == NULL) {
		api_write_refuse(write, 422, "the password %s",
		    auth == NULL ? "cannot be kept here"
				 : password_fault_text(fault));
		api_write_end(write, NULL);
		return;
	}
	h = xcalloc(1, sizeof(*h));
	h->write = write;
	str_copy(h->hash.fresh, sizeof(h->hash.fresh), str_from(typed));
	if (auth_hash_give(auth, &h->hash, hashed, h))
		return;
	explicit_bzero(h, sizeof(*h));
	free(h);
	refuse_now(write, 503, "too many passwords are waiting, try again");
}

/* -- a new one --------------------------------------------------------------
 */

static void
add_user(struct api_write *write, const struct turn *turn)
{
	struct user user = {.made_ms = turn->now_ms}, other;

	(void)auth_name_read(user.name, json_text(write->body, "name", ""));
	user.role = (int)caller_role_from(json_text(write->body, "role", ""));
	str_copy(user.password, sizeof(user.password),
	    str_from(json_text(write->body, "hash", "")));
	if (store_user_find(turn->store, user.name, &other)) {
		api_write_refuse(
		    write, 409, "there is a user named %s already", user.name);
		return;
	}
	if (store_user_count(turn->store) >= USERS_MOST) {
		api_write_refuse(
		    write, 409, "there are %d users already", USERS_MOST);
		return;
	}
	store_user_add(turn->store, &user);
	store_setup_put(
	    turn->store, NULL); /* the first code is for nobody now */
	write->status = 201;
	write->reply = user_json(&user);
	api_write_audit(write, turn, "user.add", "%s %s", user.name,
	    caller_role_name((enum caller_role)user.role));
}

void
api_user_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, add_user);
	char name[USER_NAME_OCTETS];

	if (write == NULL)
		return;
	if (!auth_name_read(name, json_text(write->body, "name", "")))
		refuse_now(write, 422, AUTH_NAME_RULE);
	else if (caller_role_from(json_text(write->body, "role", "")) ==
		 CALLER_NOBODY)
		refuse_now(write, 422, "role is viewer, operator or admin");
	else
		submit_hashed(write, name);
}

/* -- one that is there -------------------------------------------------------
 */

/* At least one admin is left who can let others in again. */
static bool
is_last_admin(const struct turn *turn, const struct user *user)
{
	return user->role == CALLER_ADMIN && user->disabled_ms == 0 &&
	       store_user_count_role(turn->store, CALLER_ADMIN) < 2;
}

static bool
set_role(struct api_write *write, const struct turn *turn, struct user *user)
{
	enum caller_role role =
	    caller_role_from(json_text(write->body, "role", ""));

	if (role == CALLER_NOBODY) {
		api_write_refuse(
		    write, 422, "role is viewer, operator or admin");
		return false;
	}
	if (role != CALLER_ADMIN && is_last_admin(turn, user)) {
		api_write_refuse(write, 409,
		    "%s is the last admin: make "
		    "another one first",
		    user->name);
		return false;
	}
	user->role = (int)role;
	return true;
}

static bool
set_disabled(
    struct api_write *write, const struct turn *turn, struct user *user)
{
	if (is_last_admin(turn, user)) {
		api_write_refuse(write, 409,
		    "%s is the last admin: make "
		    "another one first",
		    user->name);
		return false;
	}
	if (user->disabled_ms == 0)
		user->disabled_ms = turn->now_ms;
	return true;
}

static bool
set_enabled(struct api_write *write, const struct turn *turn, struct user *user)
{
	(void)write;
	(void)turn;
	user->disabled_ms = 0;
	user->failed = 0;
	return true;
}

static bool
set_password(
    struct api_write *write, const struct turn *turn, struct user *user)
{
	str_copy(user->password, sizeof(user->password),
	    str_from(json_text(write->body, "hash", "")));
	user->password_ms = turn->now_ms;
	user->failed = 0;
	return true;
}

static bool
set_totp_off(
    struct api_write *write, const struct turn *turn, struct user *user)
{
	(void)write;
	user->totp_begun = user->totp_on = false;
	store_user_recovery_clear(turn->store, user->id);
	return true;
}

/* Texts of that person's are this user's. */
static bool
set_phone(struct api_write *write, const struct turn *turn, struct user *user)
{
	char number[PARTY_OCTETS];
	int64_t phone_id, person_id = 0;
	struct person person = {.roles = 0};
	struct user other;

	if (!api_write_phone(write, turn, "phone", number))
		return false;
	user->person_id = 0;
	if (number[0] == '\0')
		return true;
	if (!store_phone_find(turn->store, number, &phone_id, &person_id) ||
	    !store_person_get(turn->store, person_id, &person) ||
	    (person.roles & PERSON_ADMIN) == 0) {
		api_write_refuse(write, 422,
		    "nobody with that phone has the role admin: furrow person "
		    "add PHONE --roles admin");
		return false;
	}
	if (store_user_of_person(turn->store, person_id, &other) &&
	    other.id != user->id) {
		api_write_refuse(
		    write, 409, "that phone is %s's already", other.name);
		return false;
	}
	user->person_id = person_id;
	return true;
}

static bool
set_nothing(struct api_write *write, const struct turn *turn, struct user *user)
{
	(void)write;
	(void)turn;
	(void)user;
	return true;
}

static const struct act {
	const char *word, *action;
	bool (*set)(struct api_write *, const struct turn *, struct user *);
	bool password, goes;
} acts[] = {
    {"role", "user.role", set_role, false, false},
    {"disable", "user.disable", set_disabled, false, false},
    {"enable", "user.enable", set_enabled, false, false},
    {"password", "user.password", set_password, true, false},
    {"totp-off", "user.totp_off", set_totp_off, false, false},
    {"logout", "user.logout", set_nothing, false, false},
    {"remove", "user.remove", set_disabled, false, true},
    {"phone", "user.phone", set_phone, false, false},
};

/* Sessions that began before end now, unless only the phone is another. */
static void
act_on(struct api_write *write, const struct turn *turn)
{
	const struct act *act = &acts[write->act];
	struct user user;

	if (!store_user_find(turn->store, write->name, &user)) {
		api_write_refuse(
		    write, 404, "no user is named %s", write->name);
		return;
	}
	if (!act->set(write, turn, &user))
		return;
	if (act->set != set_phone)
		(void)store_login_end_all(
		    turn->store, user.id, 0, turn->now_ms);
	if (act->goes)
		store_user_remove(turn->store, user.id);
	else
		store_user_put(turn->store, &user);
	write->status = 200;
	write->reply = user_json(&user);
	if (act->set == set_role)
		api_write_audit(write, turn, act->action, "%s %s", user.name,
		    caller_role_name((enum caller_role)user.role));
	else if (act->set == set_phone)
		api_write_audit(write, turn, act->action, "%s person %lld",
		    user.name, (long long)user.person_id);
	else
		api_write_audit(write, turn, act->action, "%s", user.name);
}

void
api_user_act(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, act_on);
	size_t i = 0;

	if (write == NULL)
		return;
	while (strcmp(acts[i].word, call->act) != 0)
		i++; /* api_route lets no other word in */
	write->act = (int)i;
	if (acts[i].password && write->body != NULL)
		submit_hashed(write, call->name);
	else if (acts[i].password)
		refuse_now(write, 422, "password is missing");
	else
		api_write_submit(write);
}

/* -- the code for the first one ---------------------------------------------
 */

static void
make_code(struct api_write *write, const struct turn *turn)
{
	const struct auth *auth = write->api->config.auth;
	const char *code = json_text(write->body, "made", "");

	if (store_user_count(turn->store) != 0) {
		api_write_refuse(write, 409,
		    "there are users: furrow user password NAME sets a new "
		    "password, furrow user add makes another one");
		return;
	}
	auth_first_put(turn->store, code, turn->now_ms);
	write->status = 201;
	write->reply = json_pack("{s:s, s:s}", "code", code, "address",
	    auth != NULL ? auth_address(auth) : "");
	api_write_audit(write, turn, "user.code", "for the first user");
}

void
api_setup_code_post(const struct api_call *call)
{
	char code[TOKEN_CODE_OCTETS];

	token_code(code);
	api_write_submit(
	    api_write_bare(call, make_code, json_pack("{s:s}", "made", code)));
	explicit_bzero(code, sizeof(code));
}
