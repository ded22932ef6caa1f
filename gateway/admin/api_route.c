/* api_route - which function answers which path. */
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "base/utf8.h"

#include "gateway/admin/api_impl.h"

enum where {
	IN_LOOP,
	BY_READER, /* it reads the store and nothing else */
};

struct path_row {
	enum http_method method;
	const char *resource;
	bool name; /* a second part is needed (else it must not be there) */
	const char *acts; /* words of the third part, " a b "; NULL: none */
	void (*fn)(const struct api_call *call);
	enum where where;
	enum caller_role role; /* the least that may */
};

#define ORDER_ACTS " accept decline cancel reassign done "
#define USER_ACTS " role disable enable password totp-off logout remove phone "

static const struct path_row routes[] = {
    {HTTP_GET, "status", false, NULL, api_status_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_GET, "events", false, NULL, api_events_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_GET, "figures", false, NULL, api_figures_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_GET, "orders", false, NULL, api_orders_get, BY_READER, CALLER_VIEWER},
    {HTTP_GET, "orders", true, NULL, api_order_get, BY_READER, CALLER_VIEWER},
    {HTTP_POST, "orders", true, ORDER_ACTS, api_order_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "messages", false, NULL, api_messages_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_GET, "messages", true, NULL, api_message_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_POST, "messages", false, NULL, api_message_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "messages", true, " raw ", api_message_raw, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "measure", false, NULL, api_measure_post, IN_LOOP,
	CALLER_VIEWER},
    {HTTP_GET, "queue", false, NULL, api_queue_get, BY_READER, CALLER_VIEWER},
    {HTTP_POST, "queue", true, " retry drop ", api_queue_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "broadcasts", false, NULL, api_broadcasts_get, BY_READER,
	CALLER_VIEWER},
    /* Everybody's phone rings and the day's money is gone; stopping one is
     * everybody's business. */
    {HTTP_POST, "broadcasts", false, NULL, api_broadcast_post, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_POST, "broadcasts", true, " pause ", api_broadcast_act, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "broadcasts", true, " resume drop ", api_broadcast_act, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "phones", false, NULL, api_handsets_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_GET, "phones", true, NULL, api_handset_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_POST, "phones", true, NULL, api_handset_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "phones", true, " off on ", api_handset_switch, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "people", false, NULL, api_people_get, BY_READER, CALLER_VIEWER},
    {HTTP_POST, "people", false, NULL, api_person_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "people/import", false, NULL, api_people_import, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_POST, "people", true, " phone-add phone-remove ", api_phone_post,
	IN_LOOP, CALLER_OPERATOR},
    {HTTP_POST, "people", true, " pin ", api_routing_pin, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "route", false, NULL, api_routing_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_GET, "routes", false, NULL, api_routings_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_GET, "consents", false, NULL, api_consents_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_GET, "offers", false, NULL, api_offers_get, BY_READER, CALLER_VIEWER},
    {HTTP_POST, "offers", false, NULL, api_offer_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "offers/import", false, NULL, api_offers_import, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "pools", false, NULL, api_pools_get, BY_READER, CALLER_VIEWER},
    {HTTP_GET, "households", false, NULL, api_households_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_GET, "receipts", false, NULL, api_receipts_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_GET, "shares", false, NULL, api_shares_get, BY_READER, CALLER_VIEWER},
    {HTTP_GET, "sales", false, NULL, api_sales_get, BY_READER, CALLER_VIEWER},
    {HTTP_GET, "sales", true, NULL, api_sale_get, BY_READER, CALLER_VIEWER},
    {HTTP_GET, "sessions", false, NULL, api_sessions_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_GET, "sessions", true, NULL, api_session_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_POST, "ussd-sim", false, NULL, api_ussd_sim_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "turns", false, NULL, api_turns_get, BY_READER, CALLER_VIEWER},
    {HTTP_GET, "areas", false, NULL, api_areas_get, BY_READER, CALLER_VIEWER},
    {HTTP_POST, "areas", false, NULL, api_area_post, IN_LOOP, CALLER_OPERATOR},
    {HTTP_POST, "areas/import", false, NULL, api_areas_import, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "catalogue", false, NULL, api_catalogue_get, IN_LOOP,
	CALLER_VIEWER},
    {HTTP_POST, "catalogue/import", false, NULL, api_catalogue_import, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "aliases", false, NULL, api_aliases_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_POST, "aliases", false, NULL, api_alias_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_POST, "aliases", true, " remove ", api_alias_remove, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "words", false, NULL, api_words_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_POST, "words", true, " forget ", api_word_forget, IN_LOOP,
	CALLER_OPERATOR},
    /* It tells who is in a protected set: to one role, and nowhere else. */
    {HTTP_GET, "weights", false, NULL, api_weights_get, BY_READER,
	CALLER_ADMIN},
    {HTTP_POST, "weights", false, NULL, api_weight_post, IN_LOOP, CALLER_ADMIN},
    {HTTP_POST, "weights", true, " join leave ", api_weight_member, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "campaigns", false, NULL, api_campaigns_get, BY_READER,
	CALLER_VIEWER},
    {HTTP_POST, "campaigns", false, NULL, api_campaign_post, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_POST, "campaigns", true, " end ", api_campaign_end, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "links", false, NULL, api_links_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_GET, "links", true, NULL, api_link_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_POST, "links", true, " reset drain resume ", api_link_post, IN_LOOP,
	CALLER_OPERATOR},
    /* A dialogue with the operator can spend all that a SIM has. */
    {HTTP_POST, "links", true, " ussd ", api_ussd_post, IN_LOOP, CALLER_ADMIN},
    {HTTP_POST, "privacy", false, NULL, api_privacy_post, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "privacy", true, NULL, api_privacy_get, BY_READER, CALLER_ADMIN},
    {HTTP_GET, "erasures", false, NULL, api_erasures_get, BY_READER,
	CALLER_ADMIN},
    {HTTP_POST, "erasures", false, NULL, api_erasure_post, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "retention", false, NULL, api_retention_get, BY_READER,
	CALLER_ADMIN},
    {HTTP_POST, "reveal", false, NULL, api_reveal_post, IN_LOOP,
	CALLER_OPERATOR},
    {HTTP_GET, "audit", false, NULL, api_audit_get, BY_READER, CALLER_ADMIN},
    {HTTP_GET, "users", false, NULL, api_users_get, BY_READER, CALLER_ADMIN},
    {HTTP_GET, "users", true, NULL, api_user_get, BY_READER, CALLER_ADMIN},
    {HTTP_POST, "users", false, NULL, api_user_post, IN_LOOP, CALLER_ADMIN},
    {HTTP_POST, "users", true, USER_ACTS, api_user_act, IN_LOOP, CALLER_ADMIN},
    {HTTP_POST, "setup-code", false, NULL, api_setup_code_post, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "tokens", false, NULL, api_tokens_get, BY_READER, CALLER_ADMIN},
    {HTTP_POST, "tokens", false, NULL, api_token_post, IN_LOOP, CALLER_ADMIN},
    {HTTP_POST, "tokens", true, " revoke ", api_token_revoke, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "audit", true, NULL, api_audit_verify, BY_READER, CALLER_ADMIN},
    {HTTP_POST, "audit", true, NULL, api_audit_accept, IN_LOOP, CALLER_ADMIN},
    {HTTP_GET, "report", true, NULL, api_report_get, IN_LOOP, CALLER_VIEWER},
    {HTTP_POST, "backup", false, NULL, api_backup_post, IN_LOOP, CALLER_ADMIN},
    {HTTP_GET, "backups", false, NULL, api_backups_get, IN_LOOP, CALLER_ADMIN},
    {HTTP_POST, "backups", true, " run ", api_backup_run, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_GET, "webhooks", false, NULL, api_webhooks_get, IN_LOOP,
	CALLER_ADMIN},
    {HTTP_POST, "webhooks", true, " test resume skip ", api_webhook_post,
	IN_LOOP, CALLER_ADMIN},
    {HTTP_GET, "held", false, NULL, api_held_get, BY_READER, CALLER_VIEWER},
    {HTTP_POST, "held", true, " release drop ", api_held_post, IN_LOOP,
	CALLER_OPERATOR},
};

bool
api_route_is(struct str noun)
{
	for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++)
		if (str_is(noun, routes[i].resource))
			return true;
	return false;
}

bool
api_route_at(size_t i, struct api_route *out)
{
	if (i >= sizeof(routes) / sizeof(routes[0]))
		return false;
	out->method = routes[i].method;
	out->resource = routes[i].resource;
	out->name = routes[i].name;
	out->acts = routes[i].acts;
	out->role = routes[i].role;
	return true;
}

/* A path as "resource[/name[/act]]"; parts are cut to fit, and a cut part
 * matches nothing. */
struct parts {
	char resource[32], name[64], act[16];
	int count;
	bool csv, json; /* a list as a file: the suffix, which is cut off */
};

static bool
cut_suffix(char *part, const char *suffix)
{
	size_t octets = strlen(part), tail = strlen(suffix);

	if (octets <= tail || strcmp(part + octets - tail, suffix) != 0)
		return false;
	part[octets - tail] = '\0';
	return true;
}

/* "orders.csv", "report/sales.csv"; a name of somebody's may end so. */
static void
take_suffix(struct parts *parts)
{
	char *part = parts->resource;

	if (parts->act[0] != '\0')
		return;
	if (parts->name[0] != '\0')
		part = parts->name;
	if (part == parts->name && strcmp(parts->resource, "report") != 0)
		return;
	parts->csv = cut_suffix(part, ".csv");
	parts->json = !parts->csv && cut_suffix(part, ".json");
}

static bool
part(char *dst, size_t dst_octets, struct str *rest)
{
	struct str p;

	if (!str_cut(&p, rest, '/'))
		return true;
	if (p.octets == 0)
		return false;
	return str_copy(dst, dst_octets, p) == p.octets;
}

static bool
split(struct parts *out, const char *path)
{
	struct str rest = str_from(path);

	*out = (struct parts){.count = 0};
	if (!str_starts(rest, "/api/v1/"))
		return false;
	rest = str_of(rest.at + 8, rest.octets - 8);
	if (!part(out->resource, sizeof(out->resource), &rest) ||
	    !part(out->name, sizeof(out->name), &rest) ||
	    !part(out->act, sizeof(out->act), &rest))
		return false;
	if (strcmp(out->name, "import") == 0 && out->act[0] == '\0') {
		strncat(out->resource, "/import",
		    sizeof(out->resource) - strlen(out->resource) - 1);
		out->name[0] = '\0';
	}
	return out->resource[0] != '\0' && rest.at == NULL;
}

static bool
matches(const struct path_row *route, const struct parts *parts)
{
	char word[20];

	if (strcmp(route->resource, parts->resource) != 0 ||
	    route->name != (parts->name[0] != '\0') ||
	    (route->acts != NULL) != (parts->act[0] != '\0'))
		return false;
	if (route->acts == NULL)
		return true;
	word[0] = ' ';
	word[str_copy(word + 1, sizeof(word) - 2, str_from(parts->act)) + 1] =
	    ' ';
	word[strlen(parts->act) + 2] = '\0';
	return strstr(route->acts, word) != NULL;
}

static void
ask(const struct path_row *route, const struct api_call *call,
    const struct parts *parts)
{
	const struct api_export_wish wish = {
	    route->fn, route->resource, route->where == BY_READER, parts->csv};

	if (parts->csv || parts->json)
		api_export(call, &wish);
	else if (route->where == IN_LOOP || call->api->readers == NULL)
		route->fn(call);
	else if (!api_reader_ask(call, route->fn))
		api_problem(call->request, 503,
		    "too many questions are waiting, try again");
}

/* Not the whole path: a number may stand in it. */
static bool
may(const struct path_row *route, const struct api_call *call)
{
	char name[2 * CALLER_NAME_OCTETS];

	if (call->caller->role >= route->role)
		return true;
	log_event(LOG_INFO, "api", "not_allowed",
	    "%s=%s role=%s path=%s needs=%s",
	    call->caller->token_id != 0 ? "token" : "user",
	    log_quote(name, sizeof(name), call->caller->name),
	    caller_role_name(call->caller->role), route->resource,
	    caller_role_name(route->role));
	api_problem(call->request, 403, "this takes the role %s, yours is %s",
	    caller_role_name(route->role),
	    caller_role_name(call->caller->role));
	return false;
}

static void
refuse_method(struct http_request *request, bool get, bool post)
{
	http_answer_header(request, "Allow",
	    !get    ? "POST"
	    : !post ? "GET, HEAD"
		    : "GET, HEAD, POST");
	api_problem(request, 405, "this path does not take that method");
}

static void
dispatch(const struct api_call *call, const struct parts *parts)
{
	struct http_request *request = call->request;
	const struct path_row *route = NULL;
	bool get = false, post = false;

	for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
		if (!matches(&routes[i], parts))
			continue;
		get = get || routes[i].method == HTTP_GET;
		post = post || routes[i].method == HTTP_POST;
		if (routes[i].method == http_request_method(request))
			route = &routes[i];
	}
	if (route != NULL && route->method != HTTP_GET &&
	    (parts->csv || parts->json))
		route = NULL;
	if (route != NULL && may(route, call))
		ask(route, call, parts);
	else if (route != NULL)
		return;
	else if (get || post)
		refuse_method(request, get, post);
	else
		api_problem(request, 404, "no such path");
}

void
api_ask(
    struct api *api, struct http_request *request, const struct caller *caller)
{
	struct parts parts;
	struct api_call call = {api, request, parts.name, parts.act, caller};

	http_request_note(request, caller->numbers ? 0 : CALLER_NOTE_MASK);
	if (split(&parts, http_request_path(request))) {
		take_suffix(&parts);
		dispatch(&call, &parts);
	} else
		api_problem(request, 404, "no such path");
}

/* Whoever can open the socket may all; the header says who it is. */
void
api_handle(void *api, struct http_request *request)
{
	struct caller caller = {
	    .role = CALLER_ADMIN, .local = true, .numbers = true};
	const char *name = http_request_header(request, "Furrow-Actor");

	utf8_clean(caller.name, sizeof(caller.name), str_from(name));
	if (caller.name[0] == '\0')
		str_copy(caller.name, sizeof(caller.name), STR("unnamed"));
	if (strcmp(http_request_path(request), "/healthz") == 0)
		http_answer(request, 200, "text/plain", STR("ok\n"));
	else if (strcmp(http_request_path(request), "/metrics") == 0)
		api_metrics(api, request);
	else if (strcmp(http_request_path(request), "/cgi-bin/sendsms") == 0)
		api_sendsms(api, request, &caller);
	else
		api_ask(api, request, &caller);
}
