/* api_status - is all well, and the links. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/panic.h"

#include "gateway/store/store_budget.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_pause.h"
#include "gateway/store/store_spend.h"

#include "gateway/admin/api_impl.h"

struct api_status *
api_status_gather(const struct api *api)
{
	struct api_status *status = xcalloc(1, sizeof(*status));

	api->config.status(api->config.arg, status);
	return status;
}

/* An alarm that is named for the link ("link a", "sim a") says more than we
 * can.  Not its words: a link may be called "a". */
static bool
is_told(const struct api_status *status, const struct api_link *link)
{
	for (int i = 0; i < status->alarms_count; i++) {
		const char *last = strrchr(status->alarms[i].name, ' ');

		if (last != NULL && strcmp(last + 1, link->name) == 0)
			return true;
	}
	return false;
}

static json_t *
alarm_json(const char *name, const char *text)
{
	return json_pack(
	    "{s:o, s:o}", "name", api_text(name), "text", api_text(text));
}

static json_t *
alarms_json(const struct api_status *status)
{
	json_t *alarms = json_array();
	char name[48], text[256];

	for (int i = 0; i < status->alarms_count; i++)
		json_array_append_new(alarms,
		    alarm_json(status->alarms[i].name, status->alarms[i].text));
	for (int i = 0; i < status->links_count; i++) {
		const struct api_link *link = &status->links[i];

		if (link->state == LINK_UP || is_told(status, link))
			continue;
		snprintf(text, sizeof(text), "link %s is %s%s%s", link->name,
		    link_state_name(link->state),
		    link->description.detail[0] != '\0' ? ": " : "",
		    link->description.detail);
		snprintf(name, sizeof(name), "link %s", link->name);
		json_array_append_new(alarms, alarm_json(name, text));
	}
	api_channels_alarms(status, alarms);
	return alarms;
}

/* "SM 18 of 20": how full is what keeps the texts that come in. */
static json_t *
store_json(const struct link_description *d)
{
	if (d->store_total == 0)
		return json_null();
	return json_sprintf(
	    "%s %d of %d", d->store, d->store_used, d->store_total);
}

static json_t *
balance_json(const struct market *market, const struct link_credit *credit)
{
	char text[24];

	if (!credit->known)
		return json_null();
	return json_string(str_from_minor(text, sizeof(text),
	    credit->amount_minor, market->currency_places, false));
}

static json_t *
link_json(const struct api_config *config, const struct api_link *link)
{
	const struct link_description *d = &link->description;

	return json_pack(
	    "{s:o, s:s, s:s, s:o, s:b, s:b, s:o, s:o, s:o, s:o, s:o, s:o, "
	    "s:o, s:o, s:o, s:o, s:o}",
	    "name", api_text(link->name), "kind", link->kind, "state",
	    link_state_name(link->state), "number", api_text(link->number),
	    "two_way", link->two_way, "draining", link->draining, "device",
	    api_text(d->device), "identity", api_text(d->identity), "operator",
	    api_text(d->operator_), "signal",
	    d->signal_percent < 0 ? json_null()
				  : json_integer(d->signal_percent),
	    "detail", api_text(d->detail), "recovered", api_text(d->recoveries),
	    "for_s",
	    link->since_ms < 0 ? json_null()
			       : json_integer(link->since_ms / 1000),
	    "budget", api_budget_json(config, link), "store", store_json(d),
	    "balance", balance_json(config->market, &link->credit),
	    "balance_time", api_time(link->credit.time_ms));
}

static json_t *
links_json(const struct api_config *config, const struct api_status *status)
{
	json_t *links = json_array();

	for (int i = 0; i < status->links_count; i++)
		json_array_append_new(
		    links, link_json(config, &status->links[i]));
	return links;
}

static json_t *
queue_json(struct store *reader)
{
	struct message_counts counts;

	store_message_count_open(reader, &counts);
	return json_pack("{s:I, s:I, s:I, s:I, s:o}", "queued",
	    (json_int_t)counts.queued, "sending", (json_int_t)counts.sending,
	    "refused", (json_int_t)counts.refused, "unknown",
	    (json_int_t)counts.unknown, "oldest_due",
	    api_time(store_message_oldest_due(reader)));
}

static json_t *
market_json(const struct market *market)
{
	return json_pack("{s:o, s:o, s:o, s:i, s:o, s:o}", "name",
	    api_text(market->name), "country", api_text(market->country),
	    "currency", api_text(market->currency), "places",
	    market->currency_places, "timezone", api_text(market->timezone),
	    "language", api_text(market->language));
}

static json_t *
amount_json(const struct market *market, int64_t minor)
{
	char text[40];
	struct buf out = buf_over(text, sizeof(text));
	int64_t scale = 1;

	for (int i = 0; i < market->currency_places; i++)
		scale *= 10;
	buf_add_format(&out, "%lld", (long long)(minor / scale));
	if (scale > 1)
		buf_add_format(&out, ".%0*lld", market->currency_places,
		    (long long)(minor % scale));
	return json_string(text);
}

/* This month: nobody knows what became of their first copies. */
static json_t *
maybe_twice_json(const struct api_config *config)
{
	struct budget_used used;

	store_budget_get(config->reader, 0,
	    market_month_begin(config->market, clock_wall_ms(config->clock)),
	    &used);
	return json_integer(used.doubled);
}

/* Since the day of accounts began. */
static json_t *
spent_json(const struct api_config *config)
{
	const struct market *market = config->market;
	int64_t now_ms = clock_wall_ms(config->clock);
	struct spend spent;

	store_spend_get(
	    config->reader, market_account_day(market, now_ms), 0, &spent);
	return json_pack("{s:I, s:I, s:o, s:o}", "texts",
	    (json_int_t)spent.texts, "parts", (json_int_t)spent.parts, "amount",
	    amount_json(market, spent.minor), "limit",
	    market->spend_per_day_minor > 0
		? amount_json(market, market->spend_per_day_minor)
		: json_null());
}

json_t *
api_status_json(const struct api *api, bool may_all)
{
	const struct api_config *config = &api->config;
	struct api_status *status = api_status_gather(api);
	json_t *alarms = alarms_json(status);
	json_t *all = json_pack("{s:b, s:s, s:I, s:s, s:o, s:{s:o, s:i, s:o},"
				" s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
	    "ok", json_array_size(alarms) == 0, "version", config->version,
	    "uptime_s", (json_int_t)(status->uptime_ms / 1000), "clock",
	    status->clock_sure ? "sure" : "unsure", "market",
	    market_json(config->market), "store", "path",
	    may_all ? api_text(status->store_path) : json_null(), "schema",
	    status->schema, "free_octets",
	    json_integer(store_disk_free_octets(config->reader)), "queue",
	    queue_json(config->reader), "broadcasts",
	    api_broadcasts_unfinished(config->reader), "today",
	    spent_json(config), "maybe_twice", maybe_twice_json(config),
	    "links", links_json(config, status), "channels",
	    api_channels_json(status), "alarms", alarms);

	json_object_set_new(all, "backups", api_backups_short(config));
	json_object_set_new(all, "restored", api_restored_json(config->reader));
	free(status);
	return all;
}

/* What of it changes by itself, and costs little to ask. */
json_t *
api_status_news_json(const struct api *api)
{
	struct api_status *status = api_status_gather(api);
	json_t *news = json_pack("{s:o, s:o}", "links",
	    links_json(&api->config, status), "alarms", alarms_json(status));

	free(status);
	return news;
}

void
api_status_get(const struct api_call *call)
{
	bool may_all = call->caller->role == CALLER_ADMIN;

	api_reply(call->request, 200, api_status_json(call->api, may_all));
}

void
api_links_get(const struct api_call *call)
{
	struct api_status *status = api_status_gather(call->api);

	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items",
		links_json(&call->api->config, status), "next"));
	free(status);
}

static json_t *
steps_json(const struct api_config *config, const char *name)
{
	json_t *steps = json_array();
	struct link_step step;

	if (config->link_step == NULL)
		return steps;
	for (size_t i = 0; config->link_step(config->arg, name, i, &step); i++)
		json_array_append_new(steps,
		    json_pack("{s:o, s:o, s:i, s:o, s:o, s:o}", "time",
			api_time(step.wall_ms), "asked", api_text(step.asked),
			"times", step.times, "answered",
			api_text(step.answered), "chosen",
			api_text(step.chosen), "why", api_text(step.why)));
	return steps;
}

void
api_link_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct api_status *status = api_status_gather(call->api);
	json_t *link = NULL;

	for (int i = 0; i < status->links_count && link == NULL; i++)
		if (strcmp(status->links[i].name, call->name) == 0)
			link = link_json(config, &status->links[i]);
	free(status);
	if (link == NULL) {
		api_problem(
		    call->request, 404, "no link is named %s", call->name);
		return;
	}
	json_object_set_new(link, "steps", steps_json(config, call->name));
	api_reply(call->request, 200, link);
}

/* -- link NAME reset|drain|resume ----------------------------------------- */

static void
link_work(struct api_write *write, const struct turn *turn)
{
	static const char *const actions[] = {
	    "link.reset", "link.drain", "link.resume"};

	api_write_audit(write, turn, actions[write->act], "%s", write->name);
	/* What rests stays so over a restart. */
	if (write->act != API_LINK_RESET)
		store_pause_put(turn->store, write->name,
		    write->act == API_LINK_DRAIN, write->actor, turn->now_ms);
	write->status = 200;
}

/* The link is told when the audit's row is durable, outside of the turn. */
static json_t *
link_after(struct api_write *write)
{
	const struct api_config *config = &write->api->config;
	struct err err = {.code = 0};
	int rc = config->link_act(
	    config->arg, write->name, (enum api_link_act)write->act, &err);

	if (rc == 0)
		return json_pack("{s:o}", "link", api_text(write->name));
	if (rc == -1)
		api_write_refuse(
		    write, 404, "no link is named %s", write->name);
	else
		api_write_refuse(write, 409, "%s", err.text);
	return NULL;
}

bool
api_link_is(const struct api *api, const char *name)
{
	struct api_status *status = api_status_gather(api);
	bool found = false;

	for (int i = 0; i < status->links_count && !found; i++)
		found = strcmp(status->links[i].name, name) == 0;
	free(status);
	return found;
}

void
api_link_post(const struct api_call *call)
{
	struct api_write *write;

	if (!api_link_is(call->api, call->name)) {
		api_problem(
		    call->request, 404, "no link is named %s", call->name);
		return;
	}
	write = api_write_new(call, link_work);
	if (write == NULL)
		return;
	write->act = strcmp(call->act, "reset") == 0   ? API_LINK_RESET
		     : strcmp(call->act, "drain") == 0 ? API_LINK_DRAIN
						       : API_LINK_RESUME;
	write->after = link_after;
	api_write_submit(write);
}
