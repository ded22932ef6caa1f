/* api_write - a change asked for by a request, done inside the turn. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/core/party.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth_impl.h"

#define BODY_CAP (1024 * 1024)

void
api_actor(const struct api_call *call, char dst[API_ACTOR_OCTETS])
{
	/* A token may be named like a user. */
	snprintf(dst, API_ACTOR_OCTETS, "%s:%s",
	    call->caller->token_id > 0 ? "token" : "admin", call->caller->name);
}

static void
forget_answer(struct api_write *write)
{
	json_decref(write->reply);
	write->reply = NULL;
	write->problem[0] = '\0';
	write->status = 500;
	write->id = 0;
}

static void
run(struct job *job, const struct turn *turn)
{
	struct api_write *write = (struct api_write *)job;

	forget_answer(write);
	write->work(write, turn);
}

/* Takes reply, which is NULL when there is a problem. */
static void
finish(struct api_write *write, json_t *reply)
{
	if (write->problem[0] == '\0' && reply != NULL) {
		api_reply(write->request, write->status, reply);
		return;
	}
	json_decref(reply);
	if (write->refused != NULL)
		write->refused(write);
	else
		api_problem(
		    write->request, write->status, "%s", write->problem);
}

void
api_write_free(struct api_write *write)
{
	json_decref(write->reply);
	json_decref(write->body);
	free(write);
}

void
api_write_end(struct api_write *write, json_t *reply)
{
	finish(write, reply);
	api_write_free(write);
}

static void
done(struct job *job, bool committed)
{
	struct api_write *write = (struct api_write *)job;
	json_t *reply = NULL;

	if (!committed)
		api_write_refuse(write, 500,
		    "the store could not keep it; nothing was changed");
	else if (write->problem[0] == '\0' && write->later != NULL) {
		write->later(write);
		return;
	} else if (write->problem[0] == '\0')
		reply = write->after != NULL ? write->after(write)
					     : json_incref(write->reply);
	api_write_end(write, reply);
}

struct api_write *
api_write_bare(const struct api_call *call,
    void (*work)(struct api_write *, const struct turn *), json_t *take)
{
	struct api_write *write = xcalloc(1, sizeof(*write));

	write->job = (struct job){.run = run, .done = done};
	write->api = call->api;
	write->request = call->request;
	write->body = take;
	write->work = work;
	write->role = call->caller->role;
	write->stale = call->caller->stale;
	api_actor(call, write->actor);
	str_copy(write->name, sizeof(write->name), str_from(call->name));
	return write;
}

struct api_write *
api_write_new(const struct api_call *call,
    void (*work)(struct api_write *, const struct turn *))
{
	struct str text = http_request_body(call->request);
	json_t *body = NULL;
	struct err err;

	if (text.octets == 0)
		return api_write_bare(call, work, NULL);
	body = json_read(text, BODY_CAP, &err);
	if (json_is_object(body))
		return api_write_bare(call, work, body);
	api_problem(call->request, 400, "the body is not a JSON object%s%s",
	    body == NULL ? ": " : "", body == NULL ? err.text : "");
	json_decref(body);
	return NULL;
}

void
api_write_submit(struct api_write *take)
{
	const struct api_config *config = &take->api->config;

	config->submit(config->arg, &take->job);
}

void
api_write_refuse(struct api_write *write, int status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(write->problem, sizeof(write->problem), format, args);
	va_end(args);
	write->status = status;
}

static void
ask_password(struct api_write *write)
{
	auth_refuse(write->request, write->status, "password", write->problem);
}

bool
api_write_admin(struct api_write *write)
{
	if (write->role < CALLER_ADMIN) {
		api_write_refuse(write, 403,
		    "who can ask by text as an admin is for an admin to say");
	} else if (write->stale) {
		api_write_refuse(write, 403, AUTH_PROOF_WANTED);
		write->refused = ask_password;
	}
	return write->problem[0] == '\0';
}

void
api_write_audit(struct api_write *write, const struct turn *turn,
    const char *action, const char *format, ...)
{
	char what[256];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	store_audit_add(turn->store, turn->now_ms, write->actor, action, what);
}

/* "id:17" */
static bool
is_id(const char *written, int64_t *id)
{
	return strncmp(written, "id:", 3) == 0 &&
	       str_to_int64(id, str_from(written + 3));
}

/* A person's number, where they are written to. */
static bool
number_of(struct api_write *write, const struct turn *turn, int64_t id,
    struct person *out)
{
	if (!store_person_get(turn->store, id, out))
		api_write_refuse(
		    write, 404, "there is no person %lld", (long long)id);
	else if (out->phone_id == 0 || out->number[0] == '\0')
		api_write_refuse(
		    write, 422, "person %lld has no phone", (long long)id);
	return write->problem[0] == '\0';
}

/* Who the body names in place of a number; 0: nobody. */
static int64_t
body_person(const struct api_write *write, const char *key)
{
	char name[32];
	int64_t id;

	if (is_id(json_text(write->body, key, ""), &id))
		return id;
	snprintf(name, sizeof(name), "%s_person", key);
	id = json_int(write->body, name, 0);
	if (id == 0 && (strcmp(key, "phone") == 0 || strcmp(key, "to") == 0))
		id = json_int(write->body, "person", 0);
	return id;
}

bool
api_write_phone(struct api_write *write, const struct turn *turn,
    const char *key, char dst[PARTY_OCTETS])
{
	const char *written = json_text(write->body, key, "");
	int64_t id = body_person(write, key);
	struct person person;

	dst[0] = '\0';
	if (id != 0) {
		if (!number_of(write, turn, id, &person))
			return false;
		str_copy(dst, PARTY_OCTETS, str_from(person.number));
		return true;
	}
	if (written[0] == '\0')
		return true;
	if (party_normalise(dst, str_from(written), turn->market->country) ==
	    PARTY_PHONE)
		return true;
	api_write_refuse(write, 422, "%s is not a phone number", key);
	return false;
}

bool
api_write_named_phone(struct api_write *write, const struct turn *turn,
    char number[PARTY_OCTETS], int64_t *phone_id_out, int64_t *person_id_out)
{
	struct person person;
	int64_t speaks;

	*phone_id_out = *person_id_out = 0;
	if (is_id(write->name, person_id_out)) {
		if (!number_of(write, turn, *person_id_out, &person))
			return false;
		*phone_id_out = person.phone_id;
		str_copy(number, PARTY_OCTETS, str_from(person.number));
		return true;
	}
	if (party_normalise(number, str_from(write->name),
		turn->market->country) == PARTY_PHONE &&
	    store_phone_find(turn->store, number, phone_id_out, &speaks))
		return true;
	api_write_refuse(write, 404, "nobody uses %s", write->name);
	return false;
}

const char *
api_write_who(
    const struct turn *turn, const char *number, char dst[API_WHO_OCTETS])
{
	int64_t phone_id = 0, person_id = 0;

	char phone[PARTY_OCTETS];

	if (party_normalise(phone, str_from(number), turn->market->country) !=
	    PARTY_NOBODY)
		(void)store_phone_find(
		    turn->store, phone, &phone_id, &person_id);
	if (person_id != 0)
		snprintf(
		    dst, API_WHO_OCTETS, "person %lld", (long long)person_id);
	else if (phone_id != 0)
		snprintf(
		    dst, API_WHO_OCTETS, "phone %lld", (long long)phone_id);
	else
		str_copy(dst, API_WHO_OCTETS, STR("nobody"));
	return dst;
}
