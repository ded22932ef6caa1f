/* api_log - every text in and out, page by page.
 *
 * A filter may pass over most of a long table (a word that is rare, a state).
 * One request then looks at LOOK_ROWS messages and gives where to go on, with
 * few rows or none: it never holds up the loop for the whole table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mask.h"
#include "gateway/store/archive.h"
#include "gateway/store/search.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"

#define LOOK_ROWS 5000

/* -- one row ----------------------------------------------------------------
 */

json_t *
api_message_json(const struct api *api, const struct message *m)
{
	json_t *row = json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:s, s:o, s:o}",
	    "id", (json_int_t)m->id, "time", api_time(m->time_ms), "direction",
	    m->out ? "out" : "in", "link",
	    m->link[0] != '\0' ? api_text(m->link) : json_null(), "phone",
	    api_text(m->number), "text", api_text(m->text), "state",
	    message_state_name(m->state), "cause", api_id(m->cause_id), "order",
	    api_code_of(api, m->order_id));

	json_object_set_new(row, "kind",
	    json_string(m->out ? "text" : message_kind_name(m->kind)));
	if (m->kind == MESSAGE_TORN)
		json_object_set_new(row, "incomplete", json_true());
	json_object_set_new(row, "order_id", api_id(m->order_id));
	json_object_set_new(row, "person", api_id(m->person_id));
	json_object_set_new(row, "why", api_text(m->why));
	json_object_set_new(row, "changed", api_time(m->changed_ms));
	if (m->out) {
		json_object_set_new(row, "tries", json_integer(m->tries));
		json_object_set_new(row, "parts", json_integer(m->parts_total));
		json_object_set_new(row, "due", api_time(m->due_ms));
		/* Its first copy was never accounted for. */
		json_object_set_new(
		    row, "maybe_twice", json_boolean(m->repeated_spent));
	}
	return row;
}

bool
api_message_row(void *arg, const struct message *m)
{
	struct api_page *page = arg;

	return api_page_add(page, m->id, api_message_json(page->api, m));
}

/* -- the query ---------------------------------------------------------------
 */

static enum message_state
state_from(const char *word)
{
	for (int s = MESSAGE_RECEIVED; s <= MESSAGE_HELD; s++)
		if (strcmp(message_state_name((enum message_state)s), word) ==
		    0)
			return (enum message_state)s;
	return 0;
}

bool
api_query_message_state(const struct api_call *call, enum message_state *out)
{
	const char *word = http_request_query(call->request, "state");

	*out = 0;
	if (word == NULL || word[0] == '\0')
		return true;
	*out = state_from(word);
	if (*out != 0)
		return true;
	api_problem(call->request, 400, "no message has the state %s", word);
	return false;
}

/* Links are few, their rows are never deleted, and their ids begin at 1. */
static int64_t
link_id(struct store *reader, const char *name)
{
	char other[LINK_NAME_OCTETS];

	for (int64_t id = 1; id < 10000; id++) {
		store_link_name(reader, id, other, sizeof(other));
		if (other[0] == '\0')
			return 0;
		if (strcmp(other, name) == 0)
			return id;
	}
	return 0;
}

bool
api_query_link(const struct api_call *call, const char *key, int64_t *out)
{
	const char *name = http_request_query(call->request, key);

	*out = 0;
	if (name == NULL || name[0] == '\0')
		return true;
	*out = link_id(call->api->config.reader, name);
	if (*out != 0)
		return true;
	api_problem(call->request, 404, "no link is named %s", name);
	return false;
}

static bool
query_order(const struct api_call *call, int64_t *out)
{
	const char *code = http_request_query(call->request, "order");
	struct order order;

	*out = 0;
	if (code == NULL || code[0] == '\0' ||
	    str_to_int64(out, str_from(code)))
		return true;
	if (strlen(code) < sizeof(order.code) &&
	    store_order_by_code(call->api->config.reader, code, &order)) {
		*out = order.id;
		return true;
	}
	api_problem(call->request, 404, "no order is known as %s", code);
	return false;
}

bool
api_query_area(const struct api_call *call, int64_t *out)
{
	const char *name = http_request_query(call->request, "area");

	*out = 0;
	if (name == NULL || name[0] == '\0')
		return true;
	*out = store_area_find(call->api->config.reader, name);
	if (*out != 0)
		return true;
	api_problem(call->request, 404, "no area is named %s", name);
	return false;
}

/* -- the list ----------------------------------------------------------------
 */

/* Does it ask for what the index of words knows? */
static bool
is_indexed(const struct message_filter *f)
{
	return f->link_id != 0 || f->order_id != 0 || f->area_id != 0 ||
	       (f->words != NULL && f->words[0] != '\0');
}

/* Can the store pass over many rows between two that fit?  A phone's own
 * messages are a chain, which is short; odd states have an index. */
static bool
is_sparse(const struct message_filter *f)
{
	return f->phone_id == 0 &&
	       ((f->state != 0 && !store_message_is_odd(f->state)) ||
		   f->until_ms != 0 || is_indexed(f));
}

static bool
note_id(void *arg, const struct message *m)
{
	*(int64_t *)arg = m->id;
	return false;
}

/* The id before the first message since then (the store halves its way). */
static int64_t
id_before(struct store *reader, int64_t since_ms, int64_t newest)
{
	struct message_filter f = {.since_ms = since_ms, .limit = 1};
	int64_t first = newest + 1;

	if (since_ms == 0)
		return 0;
	store_message_list(reader, &f, note_id, &first);
	return first - 1;
}

/* The id behind the last message until then: a clock that was put right may
 * have left some a little out of order. */
#define OUT_OF_ORDER 1000

static int64_t
id_behind(struct store *reader, int64_t until_ms, int64_t newest)
{
	struct message_filter f = {.since_ms = until_ms, .limit = 1};
	int64_t first = newest + 1;

	if (until_ms != 0)
		store_message_list(reader, &f, note_id, &first);
	return first + OUT_OF_ORDER <= newest ? first + OUT_OF_ORDER
					      : newest + 1;
}

static bool
collect(void *arg, const struct message *m)
{
	struct api_page *found = arg;

	json_array_append_new(found->items, api_message_json(found->api, m));
	return true;
}

/* Between two ids the store gives the newest first; it is turned round. */
static void
look_up(struct store *reader, struct message_filter f, struct api_page *page,
    int64_t newest)
{
	struct api_page found = {.api = page->api, .items = json_array()};
	int64_t until = f.after_id + LOOK_ROWS;
	bool room = true;

	if (until > newest)
		until = newest;
	f.before_id = until + 1;
	f.limit = 0;
	if (until > f.after_id)
		store_message_list(reader, &f, collect, &found);
	for (size_t i = json_array_size(found.items); room && i > 0; i--) {
		json_t *row = json_array_get(found.items, i - 1);

		room = api_page_add(
		    page, json_int(row, "id", 0), json_incref(row));
	}
	json_decref(found.items);
	if (room && until < newest)
		api_page_more(page, until);
}

static void
look_down(struct store *reader, struct message_filter f, struct api_page *page,
    int64_t newest)
{
	int64_t floor = f.after_id;

	if (f.before_id > newest)
		f.before_id = newest + 1;
	if (f.before_id - 1 - LOOK_ROWS > floor)
		f.after_id = f.before_id - 1 - LOOK_ROWS;
	store_message_list(reader, &f, api_message_row, page);
	if (page->seen < page->limit && f.after_id > floor)
		api_page_more(page, f.after_id + 1);
}

/* What the index of words has is asked of it, the newest are read; so is
 * everything if the index is broken. */
static void
words_up(struct store *reader, struct message_filter f, struct api_page *page,
    int64_t newest, int64_t mark)
{
	struct message_filter fresh = f;
	enum api_words found = API_WORDS_ALL;

	if (fresh.after_id < mark)
		fresh.after_id = mark;
	if (f.after_id < mark)
		found = api_log_words(reader, &f, f.after_id, mark + 1, page);
	if (found == API_WORDS_ALL)
		look_up(reader, fresh, page, newest);
	else if (found == API_WORDS_BROKEN)
		look_up(reader, f, page, newest);
}

static void
words_down(struct store *reader, struct message_filter f, struct api_page *page,
    int64_t newest, int64_t mark)
{
	struct message_filter fresh = f, indexed = f;

	if (fresh.after_id < mark)
		fresh.after_id = mark;
	if (f.before_id > mark + 1)
		look_down(reader, fresh, page, newest);
	if (page->seen >= page->limit || f.after_id >= mark)
		return;
	if (indexed.before_id > mark + 1)
		indexed.before_id = mark + 1;
	if (api_log_words(reader, &indexed, indexed.after_id, indexed.before_id,
		page) == API_WORDS_BROKEN)
		look_down(reader, indexed, page, newest);
}

static void
list_words(struct store *reader, struct message_filter f, struct api_page *page,
    int64_t newest)
{
	struct search_question question = api_log_question(&f);
	int64_t mark = search_mark(reader, &question);

	if (f.before_id != 0)
		words_down(reader, f, page, newest, mark);
	else
		words_up(reader, f, page, newest, mark);
}

/* To the ids of its time. */
static int64_t
narrow(struct store *reader, struct message_filter *f, int64_t newest)
{
	int64_t floor = id_before(reader, f->since_ms, newest);
	int64_t ceiling = id_behind(reader, f->until_ms, newest);

	if (f->after_id < floor)
		f->after_id = floor;
	if (f->before_id > ceiling)
		f->before_id = ceiling;
	return ceiling - 1;
}

static void
list(struct store *reader, struct message_filter f, struct api_page *page,
    int64_t newest)
{
	if (!is_sparse(&f)) {
		store_message_list(reader, &f, api_message_row, page);
		return;
	}
	newest = narrow(reader, &f, newest);
	if (store_message_is_odd(f.state) && !is_indexed(&f))
		store_message_list(reader, &f, api_message_row, page);
	else if (is_indexed(&f))
		list_words(reader, f, page, newest);
	else if (f.before_id != 0)
		look_down(reader, f, page, newest);
	else
		look_up(reader, f, page, newest);
}

static int64_t
list_everywhere(
    const struct api *api, struct message_filter *f, struct api_page *page)
{
	struct store *reader = api->config.reader;
	/* Asked for before the rows: who follows goes on behind it, and misses
	 * nothing that is stored meanwhile. */
	int64_t newest = store_message_newest(reader);

	if (f->before_id == 0)
		api_log_archives(api, f, page, list);
	if (page->seen < page->limit)
		list(reader, *f, page, newest);
	if (f->before_id != 0 && page->seen < page->limit)
		api_log_archives(api, f, page, list);
	return newest;
}

/* Messages that go from the store to a file while we look first there and then
 * here would be seen nowhere, or twice: then once more. */
#define TRIES 5

static int64_t
list_settled(
    const struct api *api, struct message_filter *f, struct api_page *page)
{
	struct store *reader = api->config.reader;
	int64_t newest = 0, dropped = archive_dropped(reader), then;

	for (int i = 0; i < TRIES; i++) {
		json_array_clear(page->items);
		json_array_clear(page->unread);
		page->seen = 0;
		page->last_id = 0;
		newest = list_everywhere(api, f, page);
		then = archive_dropped(reader);
		if (then == dropped)
			break;
		dropped = then;
	}
	return newest;
}

void
api_messages_get(const struct api_call *call)
{
	struct message_filter f = {.after_id = 0};
	struct api_page page;
	int64_t person_id, newest;
	json_t *reply;

	if (!api_query_time(call, "since", &f.since_ms) ||
	    !api_query_time(call, "until", &f.until_ms) ||
	    !api_query_int(call, "before", &f.before_id) ||
	    !api_query_message_state(call, &f.state) ||
	    !api_query_link(call, "link", &f.link_id) ||
	    !query_order(call, &f.order_id) ||
	    !api_query_area(call, &f.area_id) ||
	    !api_query_party(call, &f.phone_id, &person_id) ||
	    !api_page_open(&page, call, &f.after_id))
		return;
	f.limit = page.limit;
	f.words = http_request_query(call->request, "words");
	if (!call->caller->numbers)
		f.seen_as = mask_text;
	page.unread = json_array();
	newest = list_settled(call->api, &f, &page);
	if (api_query_names(call))
		api_names(call->api, page.items, "person", "name");
	reply = api_page_json(&page);
	json_object_set_new(reply, "newest", json_integer(newest));
	if (json_array_size(page.unread) > 0)
		json_object_set(reply, "unread", page.unread);
	json_decref(page.unread);
	api_reply(call->request, 200, reply);
}
