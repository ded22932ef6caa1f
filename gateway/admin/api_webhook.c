/* api_webhook - the hooks by which other programs are told what happens. */
#include <stdio.h>
#include <string.h>

#include "gateway/admin/webhooks.h"

#include "gateway/admin/api_impl.h"

enum act { TEST, RESUME, SKIP };

static const char *const acts[] = {"test", "resume", "skip"};

static json_t *
kinds_json(uint64_t kinds)
{
	json_t *list = json_array();

	for (int kind = 0; kind < 64; kind++) {
		char name[WEBHOOK_KIND_OCTETS];

		store_webhook_kind_name(name, kind);
		if ((kinds >> kind & 1) != 0 && name[0] != '\0')
			json_array_append_new(list, json_string(name));
	}
	return list;
}

static const char *
state_name(enum webhooks_state state)
{
	switch (state) {
	case WEBHOOKS_IDLE:
		return "working";
	case WEBHOOKS_RESTING:
		return "failing";
	case WEBHOOKS_OFF:
		return "off";
	}
	return "";
}

/* Its path may hold a key of somebody else's: not told. */
static json_t *
hook_json(const struct webhooks_figures *f)
{
	return json_pack("{s:o, s:s, s:o, s:b, s:i, s:o, s:b, s:I, s:I, s:I,"
			 " s:I, s:o, s:o, s:I, s:I, s:o, s:o}",
	    "name", api_text(f->hook->name), "state", state_name(f->state),
	    "host", api_text(f->hook->host), "tls", f->hook->tls, "port",
	    (int)f->hook->port, "events", kinds_json(f->hook->kinds), "numbers",
	    f->hook->numbers, "waiting", (json_int_t)f->waiting, "told",
	    (json_int_t)f->told, "dropped", (json_int_t)f->dropped, "failed",
	    (json_int_t)f->failed, "told_last", api_time(f->told_ms), "next",
	    api_time(f->next_ms), "oldest_s", (json_int_t)f->oldest_s, "tries",
	    (json_int_t)f->tries, "answer",
	    f->answer != 0 ? json_integer(f->answer) : json_null(), "why",
	    f->why[0] != '\0' ? api_text(f->why) : json_null());
}

void
api_webhooks_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	json_t *items = json_array();
	struct webhooks_figures f;

	for (size_t i = 0; config->webhook_figures != NULL &&
			   config->webhook_figures(config->arg, i, &f);
	     i++)
		json_array_append_new(items, hook_json(&f));
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", items, "next"));
}

static void
act_work(struct api_write *write, const struct turn *turn)
{
	char action[24];

	snprintf(action, sizeof(action), "webhook.%s", acts[write->act]);
	api_write_audit(write, turn, action, "%s", write->name);
	write->status = 200;
}

static void
tested(void *arg, int status, const char *why)
{
	struct api_write *write = arg;
	bool good = status >= 200 && status <= 299;

	api_write_end(
	    write, json_pack("{s:b, s:i, s:o}", "taken", good, "status", status,
		       "why", good ? json_null() : api_text(why)));
}

static void
refuse(struct api_write *write, int rc)
{
	if (rc == -2)
		api_write_refuse(write, 409, "a trial runs already");
	else
		api_write_refuse(write, 404,
		    "no section webhook %s is in the configuration",
		    write->name);
	api_write_end(write, NULL);
}

/* After the commit: the audit's row is durable. */
static void
act_later(struct api_write *write)
{
	const struct api_config *config = &write->api->config;
	bool test = write->act == TEST;
	int rc = -1;

	/* A trial may be answered, and `write` gone, within the call. */
	if (test && config->webhook_test != NULL)
		rc = config->webhook_test(
		    config->arg, write->name, tested, write);
	else if (!test && config->webhook_resume != NULL)
		rc = config->webhook_resume(
		    config->arg, write->name, write->act == SKIP);
	if (rc != 0)
		refuse(write, rc);
	else if (!test)
		api_write_end(write,
		    json_pack("{s:o}", "webhook", api_text(write->name)));
}

void
api_webhook_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, act_work);

	if (write == NULL)
		return;
	while (strcmp(acts[write->act], call->act) != 0)
		write->act++; /* the route has let in nothing else */
	write->later = act_later;
	api_write_submit(write);
}
