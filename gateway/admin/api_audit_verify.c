/* api_audit_verify - is the audit whole?  And: yes, we know that it is not. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "gateway/store/audit_verify.h"

#include "gateway/admin/api_impl.h"

/* Other heads than the daemon's own are read for who sits at the machine. */
static const char *
named(const struct api_call *call, const char *key)
{
	const char *path = http_request_query(call->request, key);

	return call->caller->local && path != NULL && path[0] != '\0' ? path
								      : NULL;
}

/* No heads yet, or no key: then the chain alone, and it is said. */
static bool
load_heads(
    struct audit_heads *heads, const struct api_call *call, struct err *err)
{
	uint8_t public_key[SIGN_PUBLIC_OCTETS];
	char beside[PATH_MAX];
	const char *path = named(call, "heads"), *key = named(call, "key");

	memset(heads, 0, sizeof(*heads));
	if (path == NULL)
		path = call->api->config.audit_heads;
	if (path == NULL)
		return err_set(err, -1, 0, "nothing is signed here") == 0;
	if (!audit_heads_public_path(beside, sizeof(beside), path))
		return err_set(err, -1, 0, "the path is too long") == 0;
	return sign_public_read(public_key, key != NULL ? key : beside, err) ==
		   0 &&
	       audit_heads_load(heads, path, public_key, err) == 0;
}

static json_t *
head_json(const struct audit_verdict *v)
{
	if (v->heads == 0)
		return json_null();
	return json_pack("{s:I, s:o}", "id", (json_int_t)v->head_id, "time",
	    api_time(v->head_ms));
}

static json_t *
verdict_json(const struct audit_verdict *v, const char *no_heads)
{
	return json_pack("{s:b, s:s, s:o, s:s, s:I, s:I, s:I, s:I, s:o, s:o}",
	    "whole", v->fault == AUDIT_WHOLE, "fault",
	    audit_fault_name(v->fault), "row",
	    v->row != 0 ? json_integer(v->row) : json_null(), "text", v->text,
	    "rows", (json_int_t)v->rows, "last_id", (json_int_t)v->last_id,
	    "heads", (json_int_t)v->heads, "set_aside",
	    (json_int_t)v->set_aside, "head", head_json(v), "no_heads",
	    no_heads[0] != '\0' ? api_text(no_heads) : json_null());
}

void
api_audit_verify(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct audit_verdict verdict;
	struct audit_heads heads;
	struct err err = {.code = 0};
	bool signed_heads;

	if (strcmp(call->name, "verify") != 0) {
		api_problem(call->request, 404, "no such path");
		return;
	}
	signed_heads = load_heads(&heads, call, &err);
	if (!signed_heads && (named(call, "heads") || named(call, "key"))) {
		api_problem(call->request, 422, "%s", err.text);
		return;
	}
	audit_verify(&verdict, config->reader, signed_heads ? &heads : NULL);
	audit_heads_free(&heads);
	api_reply(call->request, 200, verdict_json(&verdict, err.text));
}

/* -- accepting --------------------------------------------------------------
 */

static void
accept_work(struct api_write *write, const struct turn *turn)
{
	const char *reason = json_text(write->body, "reason", "");

	if (write->api->config.audit_accept == NULL)
		api_write_refuse(write, 409, "nothing is signed here");
	else if (reason[0] == '\0')
		api_write_refuse(write, 422,
		    "say why the store is another one: reason is empty");
	else {
		api_write_audit(write, turn, "audit.accept", "%.200s", reason);
		write->status = 200;
		write->reply = json_pack("{s:b}", "accepted", 1);
	}
}

static json_t *
accept_after(struct api_write *write)
{
	write->api->config.audit_accept(write->api->config.arg);
	return json_incref(write->reply);
}

void
api_audit_accept(const struct api_call *call)
{
	struct api_write *write;

	if (strcmp(call->name, "accept") != 0) {
		api_problem(call->request, 404, "no such path");
		return;
	}
	write = api_write_new(call, accept_work);
	if (write == NULL)
		return;
	write->after = accept_after;
	api_write_submit(write);
}
