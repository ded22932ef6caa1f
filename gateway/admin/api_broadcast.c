/* api_broadcast - one text to very many: begin, list, pause, resume, drop. */
#include <string.h>

#include "base/utf8.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/import.h"
#include "gateway/store/store_broadcast.h"
#include "gateway/store/store_person.h"

#define RATE_MAX 600000

/* -- the list -------------------------------------------------------------- */

static json_t *
roles_json(unsigned roles)
{
	json_t *list = json_array();

	for (int i = 0; import_role(i) != NULL; i++)
		if ((roles >> i & 1) != 0)
			json_array_append_new(
			    list, json_string(import_role(i)));
	return list;
}

/* Of the people that it is to meet. */
static json_t *
percent_json(const struct broadcast *b)
{
	return json_integer(b->state == BROADCAST_DONE || b->last_id == 0
				? 100
				: b->after_id * 100 / b->last_id);
}

#define UNFINISHED_SHOWN 16

json_t *
api_broadcasts_unfinished(struct store *reader)
{
	struct broadcast rows[UNFINISHED_SHOWN];
	size_t count =
	    store_broadcast_unfinished(reader, rows, UNFINISHED_SHOWN);
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(
		    list, json_pack("{s:I, s:s, s:o, s:I}", "id",
			      (json_int_t)rows[i].id, "state",
			      broadcast_state_name(rows[i].state), "percent",
			      percent_json(&rows[i]), "texts",
			      (json_int_t)rows[i].made));
	return list;
}

static json_t *
broadcast_json(const struct api *api, const struct broadcast *b)
{
	struct store *reader = api->config.reader;
	char area[64] = "";
	json_t *row;

	if (b->area_id != 0)
		store_area_name(reader, b->area_id, area, sizeof(area));
	row = json_pack("{s:I, s:s, s:o, s:o, s:o, s:I, s:I, s:I, s:I}", "id",
	    (json_int_t)b->id, "state", broadcast_state_name(b->state), "roles",
	    roles_json(b->roles), "area", api_text(area), "lang",
	    api_text(b->lang), "looked", (json_int_t)b->looked, "texts",
	    (json_int_t)b->made, "sent", (json_int_t)b->sent, "failed",
	    (json_int_t)b->lost);
	json_object_set_new(row, "by", api_text(b->actor));
	json_object_set_new(row, "rate", json_integer(b->rate));
	json_object_set_new(row, "night", json_boolean(b->night));
	json_object_set_new(row, "created", api_time(b->created_ms));
	json_object_set_new(row, "at", api_time(b->due_ms));
	json_object_set_new(row, "until", api_time(b->stale_ms));
	json_object_set_new(row, "ended", api_time(b->ended_ms));
	json_object_set_new(row, "percent", percent_json(b));
	json_object_set_new(row, "text",
	    api_text(store_broadcast_text(
		reader, b->id, b->lang, api->config.market->language)));
	return row;
}

struct gathered {
	struct broadcast rows[64];
	int count;
};

/* Its words are asked for when the list has been read. */
static bool
gather(void *arg, const struct broadcast *b)
{
	struct gathered *g = arg;

	g->rows[g->count++] = *b;
	return g->count < 64;
}

void
api_broadcasts_get(const struct api_call *call)
{
	struct gathered g = {.count = 0};
	struct api_page page;
	int64_t after;
	bool more = true;

	if (!api_page_open(&page, call, &after))
		return;
	do {
		g.count = 0;
		store_broadcast_each(
		    call->api->config.reader, after, 64, gather, &g);
		for (int i = 0; i < g.count && more; i++) {
			after = g.rows[i].id;
			more = api_page_add(&page, after,
			    broadcast_json(call->api, &g.rows[i]));
		}
	} while (more && g.count == 64);
	api_page_reply(&page, call);
}

/* -- beginning one --------------------------------------------------------- */

/* 0: not asked. */
static bool
read_time(struct api_write *write, const char *key, int64_t *out)
{
	const char *value = json_text(write->body, key, "");

	*out = 0;
	if (value[0] == '\0' || clock_parse(out, value))
		return true;
	api_write_refuse(write, 422,
	    "%s is a time like 2026-11-27T06:00:00+03:00, not %.40s", key,
	    value);
	return false;
}

static bool
read_rule(struct api_write *write, const struct turn *turn, struct broadcast *b)
{
	const char *area = json_text(write->body, "area", "");
	const char *lang = json_text(write->body, "lang", "");
	const char *roles = json_text(write->body, "roles", "");

	if (roles[0] != '\0' && !import_roles(str_from(roles), &b->roles))
		api_write_refuse(write, 422,
		    "roles are buyer, seller, leader, officer, promoter, "
		    "expert, admin, with | between: %.60s",
		    roles);
	else if (strlen(lang) >= sizeof(b->lang))
		api_write_refuse(write, 422, "lang is a code like sw");
	else if (area[0] != '\0' &&
		 (b->area_id = store_area_find(turn->store, area)) == 0)
		api_write_refuse(write, 404, "no area is named %.60s", area);
	str_copy(b->lang, sizeof(b->lang), str_from(lang));
	return write->problem[0] == '\0';
}

static bool
read_times(
    struct api_write *write, const struct turn *turn, struct broadcast *b)
{
	int64_t rate = json_int(write->body, "rate", 0);

	if (!read_time(write, "at", &b->due_ms) ||
	    !read_time(write, "until", &b->stale_ms))
		return false;
	if (b->due_ms < turn->now_ms)
		b->due_ms = turn->now_ms;
	if (b->stale_ms != 0 && b->stale_ms <= b->due_ms)
		api_write_refuse(
		    write, 422, "until is over before it could begin");
	else if (rate < 0 || rate > RATE_MAX)
		api_write_refuse(write, 422,
		    "rate is a number of texts a minute up to %d", RATE_MAX);
	b->rate = (int)rate;
	b->night = json_is_true(json_object_get(write->body, "night"));
	return write->problem[0] == '\0';
}

/* Every text is one that could be sent, and there is one for somebody. */
static bool
check_texts(struct api_write *write)
{
	json_t *texts = json_object_get(write->body, "texts"), *value;
	const char *text = json_text(write->body, "text", "");
	const char *lang;

	if (texts != NULL && !json_is_object(texts)) {
		api_write_refuse(
		    write, 422, "texts is an object of language and text");
		return false;
	}
	json_object_foreach(texts, lang, value)
	{
		if (lang[0] == '\0' || strlen(lang) >= BROADCAST_LANG_OCTETS ||
		    !json_is_string(value)) {
			api_write_refuse(write, 422,
			    "texts has a text for each language, like "
			    "{\"sw\": \"…\"}");
			return false;
		}
		if (!api_write_sms(write, str_from(json_string_value(value))))
			return false;
	}
	if (text[0] != '\0' || json_object_size(texts) == 0)
		return api_write_sms(write, str_from(text));
	return write->problem[0] == '\0';
}

static void
put_texts(struct api_write *write, const struct turn *turn, int64_t id)
{
	json_t *texts = json_object_get(write->body, "texts"), *value;
	const char *text = json_text(write->body, "text", "");
	const char *lang;

	if (text[0] != '\0')
		store_broadcast_text_put(turn->store, id, "", str_from(text));
	json_object_foreach(texts, lang, value) store_broadcast_text_put(
	    turn->store, id, lang, str_from(json_string_value(value)));
}

/* Begun twice by mistake? */
static bool
is_new(
    struct api_write *write, const struct turn *turn, const struct broadcast *b)
{
	json_t *texts = json_object_get(write->body, "texts");
	const char *text = json_text(write->body, "text", "");
	int64_t id = 0;

	if (text[0] == '\0') /* any of them tells */
		text = json_string_value(
		    json_object_iter_value(json_object_iter(texts)));
	if (!json_is_true(json_object_get(write->body, "again")))
		id = store_broadcast_like(turn->store, b, str_from(text));
	if (id != 0)
		api_write_refuse(write, 409,
		    "broadcast %lld says the same to the same people and is "
		    "not over; \"again\" begins another",
		    (long long)id);
	return id == 0;
}

static void
begin_broadcast(struct api_write *write, const struct turn *turn)
{
	struct broadcast b = {.created_ms = turn->now_ms};

	str_copy(b.actor, sizeof(b.actor), str_from(write->actor));
	if (!check_texts(write) || !read_rule(write, turn, &b) ||
	    !read_times(write, turn, &b) || !is_new(write, turn, &b))
		return;
	store_broadcast_add(turn->store, &b);
	put_texts(write, turn, b.id);
	api_write_audit(write, turn, "broadcast.start",
	    "%lld roles %s area %s lang %s: %.80s", (long long)b.id,
	    json_text(write->body, "roles", "all"),
	    json_text(write->body, "area", "all"),
	    json_text(write->body, "lang", "all"),
	    json_text(write->body, "text", "(by language)"));
	write->reply = json_pack("{s:I, s:s, s:o}", "id", (json_int_t)b.id,
	    "state", broadcast_state_name(b.state), "at", api_time(b.due_ms));
	write->status = 201;
}

void
api_broadcast_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, begin_broadcast);

	if (write != NULL)
		api_write_submit(write);
}

/* -- pause, resume, drop --------------------------------------------------- */

static void
act_on_broadcast(struct api_write *write, const struct turn *turn)
{
	static const char *const names[] = {
	    [BROADCAST_RUNNING] = "broadcast.resume",
	    [BROADCAST_PAUSED] = "broadcast.pause",
	    [BROADCAST_DROPPED] = "broadcast.drop",
	};
	enum broadcast_state next = (enum broadcast_state)write->act;
	struct broadcast b;
	int64_t id;

	if (!str_to_int64(&id, str_from(write->name)) ||
	    !store_broadcast_get(turn->store, id, &b)) {
		api_write_refuse(
		    write, 404, "no broadcast has the id %s", write->name);
		return;
	}
	/* One that made its last text may be dropped: some may still wait. */
	if (b.state == next ||
	    (b.state != BROADCAST_RUNNING && b.state != BROADCAST_PAUSED &&
		!(b.state == BROADCAST_DONE && next == BROADCAST_DROPPED))) {
		api_write_refuse(write, 409, "broadcast %lld is %s",
		    (long long)id, broadcast_state_name(b.state));
		return;
	}
	b.state = next;
	if (next == BROADCAST_DROPPED)
		b.ended_ms = turn->now_ms;
	store_broadcast_put(turn->store, &b);
	api_write_audit(write, turn, names[next], "%lld", (long long)id);
	write->reply = json_pack("{s:I, s:s}", "id", (json_int_t)id, "state",
	    broadcast_state_name(next));
	write->status = 200;
}

void
api_broadcast_act(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, act_on_broadcast);

	if (write == NULL)
		return;
	write->act = call->act[0] == 'p'   ? BROADCAST_PAUSED
		     : call->act[0] == 'r' ? BROADCAST_RUNNING
					   : BROADCAST_DROPPED;
	api_write_submit(write);
}
