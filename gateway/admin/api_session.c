/* api_session - dialogues by USSD, and the log of their turns.
 *
 * A secret input is masked in the store already: it is shown as it is there. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "gateway/store/store_message.h"
#include "gateway/store/store_session_list.h"

#include "gateway/admin/api_impl.h"

#define LOOK_ROWS 5000

/* -- sessions ---------------------------------------------------------------
 */

static json_t *
session_json(const struct session_row *s)
{
	char dialled[SESSION_INPUT_OCTETS + SESSION_CODE_OCTETS + 4];

	snprintf(dialled, sizeof(dialled), "*%s%s%s#", s->code,
	    s->dial[0] != '\0' ? "*" : "", s->dial);
	return json_pack("{s:I, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o,"
			 " s:i, s:o, s:o, s:o, s:o, s:o}",
	    "id", (json_int_t)s->id, "channel", api_text(s->link), "phone",
	    api_text(s->number), "code", api_text(s->code), "dialled",
	    api_text(dialled), "state", session_life_name(s->state), "reason",
	    api_text(s->reason), "opened", api_time(s->opened_ms), "seen",
	    api_time(s->seen_ms), "closed", api_time(s->closed_ms), "turns",
	    s->turns, "screen", api_text(s->screen), "order",
	    s->made[0] != '\0' ? api_text(s->made) : json_null(), "lang",
	    api_text(s->lang), "network", api_text(s->network), "person",
	    api_id(s->person_id));
}

static bool
add_session(void *arg, const struct session_row *s)
{
	return api_page_add(arg, s->id, session_json(s));
}

static bool
query_flag(const struct api_call *call, const char *key)
{
	const char *text = http_request_query(call->request, key);

	return text != NULL && text[0] != '\0' && strcmp(text, "0") != 0 &&
	       strcmp(text, "false") != 0;
}

void
api_sessions_get(const struct api_call *call)
{
	struct session_filter f = {.look = LOOK_ROWS};
	struct api_page page;
	int64_t person_id, reached;

	if (!api_query_time(call, "since", &f.since_ms) ||
	    !api_query_time(call, "until", &f.until_ms) ||
	    !api_query_link(call, "channel", &f.link_id) ||
	    !api_query_party(call, &f.phone_id, &person_id) ||
	    !api_page_open(&page, call, &f.before_id))
		return;
	f.open = query_flag(call, "open");
	f.limit = page.limit;
	reached = store_session_list(
	    call->api->config.reader, &f, add_session, &page);
	if (reached != 0)
		api_page_more(&page, reached);
	api_page_reply(&page, call);
}

struct turns {
	const struct api *api;
	json_t *list;
};

/* What a turn did, in words: the text that stands in the log for it. */
static void
add_deed(const struct api *api, json_t *row, int64_t message_id)
{
	struct message m;

	if (message_id == 0 ||
	    !store_message_get(api->config.reader, message_id, &m))
		return;
	json_object_set_new(row, "message", json_integer(message_id));
	json_object_set_new(row, "did", api_text(m.text));
	json_object_set_new(row, "order", api_code_of(api, m.order_id));
}

static bool
add_turn(void *arg, const struct session_turn *t)
{
	struct turns *turns = arg;
	json_t *row = json_pack("{s:i, s:o, s:o, s:o, s:o, s:o, s:b, s:b, s:I}",
	    "turn", t->number, "time", api_time(t->time_ms), "input",
	    api_text(t->input), "from", api_text(t->screen_before), "screen",
	    api_text(t->screen_after), "answer", api_text(t->answer), "go_on",
	    t->go_on, "lost", t->lost, "took_ms", (json_int_t)t->took_ms);

	add_deed(turns->api, row, t->message_id);
	json_array_append_new(turns->list, row);
	return true;
}

void
api_session_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	struct turns turns = {call->api, json_array()};
	struct session_row row;
	int64_t id;
	json_t *reply;

	if (!str_to_int64(&id, str_from(call->name)) ||
	    !store_session_row(reader, id, &row)) {
		json_decref(turns.list);
		api_problem(
		    call->request, 404, "there is no session %s", call->name);
		return;
	}
	store_session_turns(reader, id, add_turn, &turns);
	reply = session_json(&row);
	/* The gateway's own: what its people ask for when they look into it. */
	json_object_set_new(reply, "gateway_id", api_text(row.ext));
	json_object_set_new(reply, "steps", turns.list);
	api_reply(call->request, 200, reply);
}

/* -- the log ----------------------------------------------------------------
 * A place is written MS.ID. */

static bool
query_place(
    const struct api_call *call, const char *key, struct session_place *out)
{
	const char *text = http_request_query(call->request, key);
	struct str rest, ms;

	*out = (struct session_place){0, 0};
	if (text == NULL || text[0] == '\0')
		return true;
	rest = str_from(text);
	if (str_cut(&ms, &rest, '.') && str_to_int64(&out->ms, ms) &&
	    rest.at != NULL && str_to_int64(&out->id, rest) && out->ms >= 0 &&
	    out->id >= 0)
		return true;
	api_problem(call->request, 400,
	    "%s is not a place in the log of turns: take next or newest", key);
	return false;
}

static json_t *
place_json(struct session_place at)
{
	return at.ms == 0 ? json_null()
			  : json_sprintf("%" PRId64 ".%" PRId64, at.ms, at.id);
}

/* What was said on one side of a turn, as a row of the log.  Its id is a number
 * as a text's is, for programs, and below zero, where no text's is. */
static json_t *
side_json(
    const struct session_turn *t, bool out, const char *text, const char *state)
{
	json_t *row = json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:s, s:n, s:n,"
				" s:s, s:s, s:I, s:i}",
	    "id", (json_int_t) - (t->id * 2 + (out ? 1 : 0)), "time",
	    api_time(t->time_ms), "direction", out ? "out" : "in", "link",
	    api_text(t->link), "phone", api_text(t->number_of), "text",
	    api_text(text), "state", state, "cause", "order", "why", "", "kind",
	    "ussd", "session", (json_int_t)t->session_id, "turn", t->number);

	json_object_set_new(row, "person", api_id(t->person_id));
	if (out)
		json_object_set_new(row, "go_on", json_boolean(t->go_on));
	else if (t->message_id != 0)
		json_object_set_new(
		    row, "message", json_integer(t->message_id));
	return row;
}

struct log_page {
	json_t *items;
	bool down; /* newest first: the answer before what it answers */
};

static bool
add_sides(void *arg, const struct session_turn *t)
{
	struct log_page *page = arg;
	json_t *in = side_json(t, false, t->input, "received");
	json_t *out = NULL;

	if (t->answer[0] != '\0')
		out = side_json(t, true, t->answer, t->lost ? "lost" : "shown");
	if (out != NULL && page->down)
		json_array_append_new(page->items, out);
	json_array_append_new(page->items, in);
	if (out != NULL && !page->down)
		json_array_append_new(page->items, out);
	return true;
}

void
api_turns_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	struct session_log_filter f = {.look = LOOK_ROWS};
	struct session_place newest, reached;
	int64_t limit, person_id;
	struct log_page page;

	if (!api_query_time(call, "since", &f.since_ms) ||
	    !api_query_time(call, "until", &f.until_ms) ||
	    !api_query_int(call, "limit", &limit) ||
	    !query_place(call, "after", &f.after) ||
	    !query_place(call, "before", &f.before) ||
	    !api_query_link(call, "link", &f.link_id) ||
	    !api_query_party(call, &f.phone_id, &person_id))
		return;
	f.limit =
	    limit == 0 || limit > API_PAGE_ROWS ? API_PAGE_ROWS : (int)limit;
	page = (struct log_page){json_array(), f.before.ms != 0};
	/* Asked for before the rows, so that who follows misses none. */
	newest = store_session_newest(reader);
	reached = store_session_log(reader, &f, add_sides, &page);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:o, s:o}", "items", page.items, "next",
		place_json(reached), "newest", place_json(newest)));
}
