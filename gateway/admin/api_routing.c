/* api_routing - which link carries a text, told and steered: /route, /routes,
 * and the pin of a phone.  (api_route.c is the API's own dispatcher.)
 *
 * The explanation is made in a turn, for it asks what the queue would ask. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_route.h"

#include "gateway/admin/api_impl.h"

/* -- what would happen ----------------------------------------------------- */

static json_t *
name_or_null(int at, const struct outbox_answer *a)
{
	return at < 0 ? json_null() : api_text(a->link[at].name);
}

static json_t *
link_json(const struct outbox_answer_link *l)
{
	return json_pack("{s:o, s:b, s:o, s:o, s:I, s:i, s:i}", "name",
	    api_text(l->name), "may", l->may, "why", api_text(l->why), "place",
	    l->place > 0 ? json_integer(l->place) : json_null(), "room",
	    (json_int_t)l->room, "quality", l->quality / 10, "weight",
	    l->weight);
}

static json_t *
route_json(const struct outbox_answer *a)
{
	char prefix[ROUTE_DIGITS_MAX + 3];

	if (a->route == NULL)
		return json_null();
	route_prefix_write(prefix, &a->prefix);
	return json_pack("{s:o, s:o, s:s, s:b}", "name",
	    api_text(a->route->name), "prefix", api_text(prefix), "policy",
	    route_policy_name(a->route->policy), "resend", a->route->resend);
}

static json_t *
order_json(const struct outbox_answer *a)
{
	json_t *order = json_array();

	for (int place = 1; place <= (int)a->links_count; place++)
		for (size_t i = 0; i < a->links_count; i++)
			if (a->link[i].place == place)
				json_array_append_new(
				    order, api_text(a->link[i].name));
	return order;
}

static json_t *
answer_json(const struct outbox_answer *a)
{
	char line[OUTBOX_STEP_OCTETS];
	json_t *links = json_array(), *says = json_array();

	for (size_t i = 0; i < a->links_count; i++)
		json_array_append_new(links, link_json(&a->link[i]));
	for (size_t i = 0; outbox_explain_line(line, a, i); i++)
		json_array_append_new(says, api_text(line));
	return json_pack("{s:o, s:s, s:b, s:b, s:b, s:o, s:o, s:b, s:i, s:o,"
			 " s:o, s:o, s:o, s:o, s:o}",
	    "phone", api_text(a->asked.number), "class",
	    outbox_class_name(a->asked.class_), "question", a->asked.question,
	    "known", a->known, "blocked", a->blocked, "operator",
	    api_text(a->operator_), "country", api_text(a->country), "learned",
	    a->learned, "routes", (int)a->routes, "route", route_json(a),
	    "links", links, "order", order_json(a), "takes",
	    name_or_null(a->takes, a), "waits_for",
	    name_or_null(a->waits_for, a), "says", says);
}

static void
explain(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	struct outbox_question asked = {
	    .question = json_is_true(json_object_get(write->body, "question"))};
	struct outbox_answer *answer = xcalloc(1, sizeof(*answer));

	outbox_class_read(
	    &asked.class_, json_text(write->body, "class", "confirm"));
	str_copy(asked.written, sizeof(asked.written),
	    str_from(json_text(write->body, "written", "")));
	str_copy(asked.number, sizeof(asked.number),
	    str_from(json_text(write->body, "number", "")));
	config->route_explain(config->arg, turn, &asked, answer);
	write->reply = answer_json(answer);
	write->status = 200;
	free(answer);
}

void
api_routing_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	const char *written = http_request_query(call->request, "phone");
	const char *class_ = http_request_query(call->request, "class");
	const char *question = http_request_query(call->request, "question");
	enum message_class known;
	char number[PARTY_OCTETS];

	if (config->route_explain == NULL) {
		api_problem(call->request, 409, "nothing is routed here");
		return;
	}
	if (written == NULL || party_normalise(number, str_from(written),
				   config->market->country) == PARTY_NOBODY) {
		api_problem(call->request, 400,
		    "phone is no number, like +254722000001");
		return;
	}
	if (class_ != NULL && !outbox_class_read(&known, class_)) {
		api_problem(call->request, 400,
		    "class is none of confirm, proposal, notice, advisory, "
		    "alarm");
		return;
	}
	api_write_submit(api_write_bare(call, explain,
	    json_pack("{s:o, s:o, s:s, s:b}", "written", api_text(written),
		"number", api_text(number), "class",
		class_ != NULL ? class_ : "confirm", "question",
		question != NULL && strcmp(question, "1") == 0)));
}

/* -- the routes that there are --------------------------------------------- */

static json_t *
for_json(const struct route_table *table, size_t route)
{
	json_t *list = json_array();
	struct route_prefix prefix;
	char written[ROUTE_DIGITS_MAX + 3];
	int operator_;

	for (size_t i = 0;
	     route_table_for(table, route, i, &prefix, &operator_); i++) {
		bool bare = prefix.exact && prefix.digits[0] == '\0';
		route_prefix_write(written, &prefix);
		json_array_append_new(
		    list, json_sprintf("%s%s%s", bare ? "" : written,
			      bare || operator_ == ROUTE_NO_OPERATOR ? "" : " ",
			      route_operator_name(table, operator_)));
	}
	return list;
}

static json_t *
classes_json(unsigned classes)
{
	json_t *list = json_array();

	for (int i = 0; i < 8; i++)
		if ((classes >> i & 1) != 0 &&
		    outbox_class_name((enum message_class)i) != NULL)
			json_array_append_new(list,
			    json_string(
				outbox_class_name((enum message_class)i)));
	return list;
}

static json_t *
links_json(const struct route *route)
{
	json_t *list = json_array();

	for (size_t i = 0; i < route->links_count; i++)
		json_array_append_new(
		    list, route->policy == ROUTE_SHARE
			      ? json_sprintf("%s:%d", route->link_name[i],
				    route->weight[i])
			      : api_text(route->link_name[i]));
	return list;
}

static void
list(struct api_write *write, const struct turn *turn)
{
	const struct route_table *table = store_route_table(turn->store);
	json_t *items = json_array();

	for (size_t i = 0; i < route_table_routes(table); i++) {
		const struct route *route = route_table_get(table, i);
		json_array_append_new(items,
		    json_pack("{s:o, s:o, s:o, s:s, s:o, s:b}", "name",
			api_text(route->name), "to", for_json(table, i),
			"links", links_json(route), "policy",
			route_policy_name(route->policy), "classes",
			classes_json(route->classes), "resend", route->resend));
	}
	write->reply = json_pack("{s:o, s:n}", "items", items, "next");
	write->status = 200;
}

void
api_routings_get(const struct api_call *call)
{
	api_write_submit(api_write_bare(call, list, json_object()));
}

/* -- pins ------------------------------------------------------------------ */

/* Does a route for any class of that phone's texts have the link? */
static bool
is_given(const struct turn *turn, int64_t phone_id, const char *number,
    const char *link)
{
	for (int i = MESSAGE_CONFIRM; i <= MESSAGE_ALARM; i++) {
		struct route_match match;
		store_route_match(turn->store, &match, phone_id, number,
		    (enum message_class)i);
		for (size_t k = 0;
		     match.route != NULL && k < match.route->links_count; k++)
			if (strcmp(match.route->link_name[k], link) == 0)
				return true;
	}
	return !store_route_any(turn->store);
}

static void
pin(struct api_write *write, const struct turn *turn)
{
	const char *link = json_text(write->body, "link", "");
	char number[PARTY_OCTETS];
	int64_t phone_id, person_id;

	if (!api_write_named_phone(write, turn, number, &phone_id, &person_id))
		return;
	if (link[0] != '\0' && !is_given(turn, phone_id, number, link)) {
		api_write_refuse(write, 422,
		    "no route gives texts to %s to link %s: see furrow route "
		    "test",
		    number, link);
		return;
	}
	store_route_pin(
	    turn->store, phone_id, json_int(write->body, "link_id", 0));
	/* A phone number stands in one place only, and that is not here. */
	api_write_audit(write, turn, "pin", "phone %lld: %s%s",
	    (long long)phone_id, link[0] != '\0' ? "link " : "no link", link);
	write->reply = json_pack("{s:b}", "done", 1);
	write->status = 200;
}

static int64_t
link_id(const struct api_config *config, const char *name)
{
	struct api_status *status = xcalloc(1, sizeof(*status));
	int64_t id = 0;

	config->status(config->arg, status);
	for (int i = 0; i < status->links_count; i++)
		if (strcmp(status->links[i].name, name) == 0)
			id = status->links[i].id;
	free(status);
	return id;
}

void
api_routing_pin(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, pin);
	const char *link;
	int64_t id = 0;

	if (write == NULL)
		return;
	link = json_text(write->body, "link", NULL);
	if (link != NULL && link[0] != '\0')
		id = link_id(&call->api->config, link);
	if (link == NULL || (link[0] != '\0' && id == 0)) {
		api_write_refuse(write, link == NULL ? 422 : 404,
		    link == NULL ? "link is missing; \"\" is none"
				 : "no link is named %s",
		    link);
		api_write_end(write, NULL);
		return;
	}
	json_object_set_new(write->body, "link_id", json_integer(id));
	api_write_submit(write);
}
