/* api_ussd_sim - a dialogue by hand, from the command line: one turn a request.
 *
 * A channel as any other for whoever keeps dialogues.  Whoever may open the
 * socket may dial as anybody, as he may order for anybody: the dial is a row of
 * the audit, durable before it is asked; the answers are rows of the session.
 */
#include <string.h>

#include "gateway/core/session.h"

#include "gateway/admin/api_impl.h"

static const char *
status_name(enum session_status status)
{
	switch (status) {
	case SESSION_ANSWERED:
		return "answered";
	case SESSION_BAD_NUMBER:
		return "bad-number";
	case SESSION_BAD_ID:
		return "bad-session";
	case SESSION_OTHER_PHONE:
		return "other-phone";
	case SESSION_NOT_ALLOWED:
		return "not-allowed";
	}
	return "refused";
}

static void
on_answer(void *arg, const struct session_answer *a)
{
	struct api_write *write = arg;
	const struct session_channel *sim = write->api->config.sim;

	write->status = 200;
	write->problem[0] = '\0';
	api_write_end(write,
	    json_pack("{s:s, s:o, s:b, s:i, s:I, s:o, s:i, s:i}", "status",
		status_name(a->status), "text", api_text(a->text), "go_on",
		a->go_on, "turn", a->turn, "session_id",
		(json_int_t)a->session_id, "code", api_text(a->code), "septets",
		sim->septets, "units", sim->units));
}

/* What to dial when nothing is said: the first code there is. */
static const char *
dialled_of(const struct api_write *write)
{
	const char *dialled = json_text(write->body, "dialled", "");

	return dialled[0] != '\0' ? dialled : write->api->config.sim->code[0];
}

static void
ask(struct api_write *write)
{
	const struct api_config *config = &write->api->config;
	const json_t *body = write->body;
	bool answer = json_object_get(body, "input") != NULL;
	bool hangup = json_is_true(json_object_get(body, "hangup"));
	struct session_ask turn = {
	    .event = hangup   ? SESSION_HANGUP
		     : answer ? SESSION_INPUT
			      : SESSION_START,
	    .id = json_text(body, "session", ""),
	    .msisdn = json_text(body, "phone", ""),
	    .dialled = answer || hangup ? "" : dialled_of(write),
	    .input = str_from(json_text(body, "input", "")),
	    .key = json_text(body, "key", ""),
	    .network = "",
	    .lang = json_text(body, "lang", ""),
	    .why = hangup ? "hung up" : "",
	};

	config->sessions->on_ask(
	    config->sessions->arg, config->sim, &turn, on_answer, write);
}

static void
dial_work(struct api_write *write, const struct turn *turn)
{
	char who[API_WHO_OCTETS];

	api_write_audit(write, turn, "ussd.dial", "%.40s as %s",
	    dialled_of(write),
	    api_write_who(turn, json_text(write->body, "phone", ""), who));
	write->status = 200;
}

/* NULL: the body is good. */
static const char *
fault_of(const json_t *body)
{
	const json_t *input = json_object_get(body, "input");

	if (json_text(body, "phone", "")[0] == '\0')
		return "phone is missing: who dials?";
	if (json_text(body, "session", "")[0] == '\0')
		return "session is missing: any word that is new for each dial";
	if (input != NULL && !json_is_string(input))
		return "input is a text";
	if (input != NULL &&
	    strlen(json_string_value(input)) != json_string_length(input))
		return "input holds an octet that no phone has";
	if (input != NULL && json_object_get(body, "dialled") != NULL)
		return "either dialled or input is to be given";
	return NULL;
}

void
api_ussd_sim_post(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct api_write *write;
	const char *fault;

	if (config->sim == NULL || config->sessions == NULL) {
		api_problem(
		    call->request, 409, "this furrowd keeps no dialogues");
		return;
	}
	write = api_write_new(call, dial_work);
	if (write == NULL)
		return;
	fault = fault_of(write->body);
	if (fault != NULL) {
		api_write_refuse(write, 422, "%s", fault);
		api_write_end(write, NULL);
		return;
	}
	write->later = ask;
	/* Only the dial changes something of ours. */
	if (json_object_get(write->body, "input") != NULL ||
	    json_is_true(json_object_get(write->body, "hangup")))
		ask(write);
	else
		api_write_submit(write);
}
