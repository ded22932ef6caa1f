/* api_handsets - the phones of the simulated network, in a demo only.
 *
 * Without the network every path answers as one that does not exist.  Numbers
 * and texts are shown in full: nobody's phone is behind them. */
#include <string.h>

#include "base/panic.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/handsets.h"

/* NULL: the request has been answered. */
static struct handsets *
network(const struct api_call *call)
{
	struct handsets *handsets = call->api->config.handsets;
	struct err err = {.code = 0};

	if (handsets == NULL)
		api_problem(call->request, 404, "no such path");
	else if (!handsets_open(handsets, &err))
		api_problem(call->request, 503, "%s", err.text);
	else {
		http_request_note(
		    call->request, http_request_noted(call->request) &
				       ~(unsigned)CALLER_NOTE_MASK);
		return handsets;
	}
	return NULL;
}

struct texts {
	const struct handset_book *book;
	json_t *items;
	int only; /* a place, or -1: of all phones */
};

static void
add_text(void *arg, const struct handset_text *t)
{
	const struct texts *texts = arg;

	if (texts->only >= 0 && t->handset != (size_t)texts->only)
		return;
	json_array_append_new(texts->items,
	    json_pack("{s:I, s:o, s:s, s:o, s:o, s:o}", "id", (json_int_t)t->id,
		"phone", api_text(texts->book->handset[t->handset].name),
		"direction", t->sent ? "sent" : "came", "other",
		api_text(t->other), "text", api_text(t->text), "time",
		api_time(t->wall_ms)));
}

static json_t *
texts_json(const struct handset_book *book, int64_t after_id, int only)
{
	struct texts texts = {book, json_array(), only};

	handset_book_each(book, after_id, add_text, &texts);
	return texts.items;
}

static json_t *
handset_json(const struct handset *h)
{
	return json_pack("{s:o, s:o, s:o, s:b}", "name", api_text(h->name),
	    "number", api_text(h->number), "role", api_text(h->role), "off",
	    h->off);
}

void
api_handsets_get(const struct api_call *call)
{
	struct handsets *handsets = network(call);
	const struct handset_book *book;
	json_t *items;
	int64_t after;

	if (handsets == NULL || !api_query_int(call, "after", &after))
		return;
	book = handsets_book(handsets);
	items = json_array();
	for (size_t i = 0; i < book->count; i++)
		json_array_append_new(items, handset_json(&book->handset[i]));
	api_reply(call->request, 200,
	    json_pack("{s:o, s:o, s:I, s:o}", "items", items, "texts",
		texts_json(book, after, -1), "newest", (json_int_t)book->newest,
		"next", json_null()));
}

/* -1: the request has been answered. */
static int
handset_of(const struct api_call *call, struct handsets *handsets)
{
	int i = handset_book_find(handsets_book(handsets), call->name);

	if (i < 0)
		api_problem(
		    call->request, 404, "no phone is named %.40s", call->name);
	return i;
}

void
api_handset_get(const struct api_call *call)
{
	struct handsets *handsets = network(call);
	const struct handset_book *book;
	json_t *row;
	int64_t after;
	int i;

	if (handsets == NULL || !api_query_int(call, "after", &after) ||
	    (i = handset_of(call, handsets)) < 0)
		return;
	book = handsets_book(handsets);
	row = handset_json(&book->handset[i]);
	json_object_set_new(row, "texts", texts_json(book, after, i));
	json_object_set_new(row, "newest", json_integer(book->newest));
	api_reply(call->request, 200, row);
}

static void
on_done(void *arg, const char *why)
{
	struct http_request *request = arg;

	if (why != NULL)
		api_problem(request, 503, "%s", why);
	else
		api_reply(request, 200, json_pack("{s:b}", "taken", 1));
}

/* What the phone texts goes to the network, not into the ledger: it is no
 * change of ours until a modem gets it, and no row of the audit. */
void
api_handset_post(const struct api_call *call)
{
	struct handsets *handsets = network(call);
	json_t *body;
	const char *text;
	int i;

	if (handsets == NULL)
		return;
	body = json_read(
	    http_request_body(call->request), HANDSET_TEXT_OCTETS * 6, NULL);
	text = json_text(body, "text", "");
	if (text[0] == '\0')
		api_problem(call->request, 422,
		    "the body is to be {\"text\": \"what to send\"}");
	else if ((i = handset_book_take(handsets_book(handsets), call->name)) <
		 0)
		api_problem(call->request, 404,
		    "no phone is named %.40s, and it is no number, or there "
		    "are as many phones as can be: text from one of them",
		    call->name);
	else
		handsets_text(
		    handsets, i, str_from(text), on_done, call->request);
	json_decref(body);
}

void
api_handset_switch(const struct api_call *call)
{
	struct handsets *handsets = network(call);
	int i;

	if (handsets != NULL && (i = handset_of(call, handsets)) >= 0)
		handsets_switch(handsets, i, strcmp(call->act, "off") == 0,
		    on_done, call->request);
}
