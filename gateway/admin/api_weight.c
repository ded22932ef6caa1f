/* api_weight - sets of weights, who is in them, and campaigns.  For the role
 * admin only, as everything on the control socket is: who is in a protected
 * set stands in no other answer, list or export. */
#include <string.h>

#include "gateway/store/store_person.h"
#include "gateway/store/store_weight.h"

#include "gateway/admin/api_impl.h"

#define DAY_MS INT64_C(86400000)
#define CAMPAIGN_ROWS 200
#define DAYS_MAX 3660

/* -- sets ---------------------------------------------------------------- */

static bool
list_set(void *arg, const struct weight_set *set)
{
	json_t *items = arg;

	json_array_append_new(items,
	    json_pack("{s:o, s:o, s:b, s:I}", "name", api_text(set->name),
		"factor", json_milli(set->factor_milli), "protected",
		(int)set->is_protected, "people", (json_int_t)set->people));
	return true;
}

/* All, or those that the query's phone is in. */
void
api_weights_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	json_t *items;
	int64_t phone_id, person_id;

	if (!api_query_phone(call, &phone_id, &person_id))
		return;
	items = json_array();
	if (phone_id != 0 && person_id != 0)
		store_weight_of(reader, person_id, list_set, items);
	else if (phone_id == 0)
		store_weight_each(reader, list_set, items);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", items, "next"));
}

/* A factor as written, "1.5"; false and a refusal otherwise. */
static bool
read_factor(struct api_write *write, int64_t *out)
{
	const char *factor = json_text(write->body, "factor", "");

	if (str_to_milli(out, str_from(factor)) && *out > 0 &&
	    *out <= WEIGHT_FACTOR_MAX)
		return true;
	api_write_refuse(write, 422, "factor is a number above 0, up to 100");
	return false;
}

static bool
read_name(struct api_write *write, const char *key, bool needed,
    char dst[WEIGHT_NAME_OCTETS])
{
	const char *name = json_text(write->body, key, "");
	size_t octets = strlen(name);

	str_copy(dst, WEIGHT_NAME_OCTETS, str_from(name));
	if (octets < WEIGHT_NAME_OCTETS && (octets > 0 || !needed))
		return true;
	api_write_refuse(
	    write, 422, "%s has 1 to %d octets", key, WEIGHT_NAME_OCTETS - 1);
	return false;
}

static void
put_set(struct api_write *write, const struct turn *turn)
{
	char name[WEIGHT_NAME_OCTETS];
	int64_t factor;
	bool guarded = json_is_true(json_object_get(write->body, "protected"));

	if (!read_name(write, "name", true, name) ||
	    !read_factor(write, &factor))
		return;
	store_weight_put(turn->store, name, factor, guarded);
	write->status = 200;
	write->reply = json_pack("{s:o, s:o, s:b}", "name", api_text(name),
	    "factor", json_milli(factor), "protected", (int)guarded);
	api_write_audit(write, turn, "weight.set", "%s factor %s%s", name,
	    json_text(write->body, "factor", ""), guarded ? " protected" : "");
}

void
api_weight_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, put_set);

	if (write != NULL)
		api_write_submit(write);
}

/* Who joins or leaves a protected set is audited, but not which set. */
static void
change_member(struct api_write *write, const struct turn *turn)
{
	char number[PARTY_OCTETS];
	struct weight_set set;
	int64_t phone_id, person_id = 0;
	bool in = write->act != 0;

	if (!api_write_phone(write, turn, "phone", number))
		return;
	if (!store_weight_find(turn->store, write->name, &set)) {
		api_write_refuse(
		    write, 404, "no set of weights is named %s", write->name);
		return;
	}
	if (!store_phone_find(turn->store, number, &phone_id, &person_id) ||
	    person_id == 0) {
		api_write_refuse(write, 404, "%s: nobody has it",
		    json_text(write->body, "phone", ""));
		return;
	}
	(void)store_weight_join(turn->store, person_id, set.id, in);
	write->status = 200;
	write->reply = json_pack(
	    "{s:o, s:s}", "name", api_text(set.name), "phone", number);
	api_write_audit(write, turn, in ? "weight.join" : "weight.leave",
	    "person %lld %s", (long long)person_id,
	    set.is_protected ? "a protected set" : set.name);
}

void
api_weight_member(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, change_member);

	if (write == NULL)
		return;
	write->act = strcmp(call->act, "join") == 0;
	api_write_submit(write);
}

/* -- campaigns ----------------------------------------------------------- */

struct listing {
	const struct api *api;
	json_t *items;
};

static bool
list_campaign(void *arg, const struct campaign *c)
{
	struct listing *listing = arg;
	char area[64] = "";
	json_t *row;

	if (c->area_id != 0)
		store_area_name(listing->api->config.reader, c->area_id, area,
		    sizeof(area));
	row = json_pack("{s:I, s:o, s:o, s:o, s:o, s:I, s:I, s:o}", "id",
	    (json_int_t)c->id, "name", api_text(c->name), "area",
	    api_text(area), "sponsor", api_text(c->sponsor), "factor",
	    json_milli(c->factor_milli), "texts", (json_int_t)c->texts, "spent",
	    (json_int_t)c->spent, "left",
	    c->texts > 0 ? json_integer(c->texts - c->spent) : json_null());
	json_object_set_new(row, "from", api_time(c->from_ms));
	json_object_set_new(row, "until", api_time(c->until_ms));
	json_object_set_new(row, "ended", api_time(c->ended_ms));
	json_array_append_new(listing->items, row);
	return true;
}

void
api_campaigns_get(const struct api_call *call)
{
	struct listing listing = {call->api, json_array()};

	store_campaign_each(
	    call->api->config.reader, CAMPAIGN_ROWS, list_campaign, &listing);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", listing.items, "next"));
}

/* A count that may be left out. */
static bool
read_count(struct api_write *write, const char *key, int64_t most, int64_t *out)
{
	*out = json_int(write->body, key, 0);
	if (*out >= 0 && *out <= most &&
	    (json_is_integer(json_object_get(write->body, key)) ||
		json_object_get(write->body, key) == NULL))
		return true;
	api_write_refuse(write, 422, "%s is a whole number from 0 to %lld", key,
	    (long long)most);
	return false;
}

static bool
read_area(
    struct api_write *write, const struct turn *turn, int64_t *area_id_out)
{
	const char *area = json_text(write->body, "area", "");

	*area_id_out = 0;
	if (area[0] == '\0')
		return true;
	*area_id_out = store_area_find(turn->store, area);
	if (*area_id_out != 0)
		return true;
	api_write_refuse(write, 404, "no area is named %.60s", area);
	return false;
}

static void
add_campaign(struct api_write *write, const struct turn *turn)
{
	struct campaign c = {.from_ms = turn->now_ms};
	int64_t days;

	if (!read_name(write, "name", true, c.name) ||
	    !read_name(write, "sponsor", false, c.sponsor) ||
	    !read_factor(write, &c.factor_milli) ||
	    !read_count(write, "texts", INT64_C(1000000000), &c.texts) ||
	    !read_count(write, "days", DAYS_MAX, &days) ||
	    !read_area(write, turn, &c.area_id))
		return;
	c.until_ms = days > 0 ? turn->now_ms + days * DAY_MS : 0;
	if (!store_campaign_add(turn->store, &c)) {
		api_write_refuse(write, 409,
		    "%d campaigns run already; end one of them", CAMPAIGNS_MAX);
		return;
	}
	write->status = 201;
	write->reply = json_pack(
	    "{s:I, s:o}", "id", (json_int_t)c.id, "name", api_text(c.name));
	api_write_audit(write, turn, "campaign.add",
	    "%s factor %s area %s texts %lld days %lld", c.name,
	    json_text(write->body, "factor", ""),
	    json_text(write->body, "area", ""), (long long)c.texts,
	    (long long)days);
}

void
api_campaign_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, add_campaign);

	if (write != NULL)
		api_write_submit(write);
}

static void
end_campaign(struct api_write *write, const struct turn *turn)
{
	int64_t id;

	if (!str_to_int64(&id, str_from(write->name)) ||
	    !store_campaign_end(turn->store, id, turn->now_ms)) {
		api_write_refuse(
		    write, 404, "no campaign %s is running", write->name);
		return;
	}
	write->status = 200;
	write->reply = json_pack("{s:I}", "id", (json_int_t)id);
	api_write_audit(write, turn, "campaign.end", "%s", write->name);
}

void
api_campaign_end(const struct api_call *call)
{
	api_write_submit(api_write_bare(call, end_campaign, NULL));
}
