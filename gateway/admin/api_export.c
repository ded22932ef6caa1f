/* api_export - a whole list as a file: /api/v1/orders.csv, orders.json.
 *
 * The list's own function is asked page by page, as a client would, each page a
 * piece of work of its own for the readers' threads; its answer is captured,
 * masked already as for whoever asks, and written as the peer takes it.  So a
 * million rows cost the memory of one page, and a slow peer holds up nobody. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/http_stream.h"
#include "base/panic.h"
#include "base/timer.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/export_row.h"

#define PAGE_OCTETS ((size_t)64 << 20) /* of a page's JSON, and its text */
#define AGAIN_MS 250 /* too many questions wait */
#define BOM "\xef\xbb\xbf" /* without it a spreadsheet guesses an old code */

struct api_export {
	struct api *api;
	struct http_request *request; /* the stream's, once there is one */
	struct http_stream *stream;
	struct timer *timer; /* asks for the next page */
	void (*fn)(const struct api_call *call);
	bool by_reader, csv;
	char resource[32], name[64];
	struct caller caller;
	struct export_columns columns;
	bool head_done; /* columns are known, their line is written */
	bool asking, gone, last;
	struct buf text; /* of the page at work */
	size_t sent;
	long long rows;
};

/* -- the end --------------------------------------------------------------- */

struct export_note {
	struct job job;
	char actor[API_ACTOR_OCTETS], what[192];
};

static void
note_run(struct job *job, const struct turn *turn)
{
	struct export_note *note = (struct export_note *)job;

	store_audit_add(
	    turn->store, turn->now_ms, note->actor, "export", note->what);
}

static void
note_done(struct job *job, bool committed)
{
	(void)committed;
	free(job);
}

/* Who got how much, also when he did not wait for all of it. */
static void
write_audit(const struct api_export *e)
{
	struct export_note *note = xcalloc(1, sizeof(*note));
	struct api_call call = {e->api, NULL, "", "", &e->caller};
	struct buf what;

	note->job = (struct job){.run = note_run, .done = note_done};
	api_actor(&call, note->actor);
	what = buf_over(note->what, sizeof(note->what));
	buf_add_format(&what, "%s%s%s.%s, %lld rows%s%s", e->resource,
	    e->name[0] != '\0' ? "/" : "", e->name, e->csv ? "csv" : "json",
	    e->rows, e->caller.numbers ? "" : ", numbers masked",
	    e->last && !e->gone ? "" : ", broken off");
	e->api->config.submit(e->api->config.arg, &note->job);
}

static void
end(struct api_export *e, bool audit)
{
	for (int i = 0; i < API_EXPORTS_MAX; i++)
		if (e->api->exports[i] == e)
			e->api->exports[i] = NULL;
	if (e->stream != NULL && audit && !e->api->ending)
		write_audit(e);
	if (e->stream != NULL && e->last && !e->gone)
		http_stream_end(&e->stream);
	else if (e->stream != NULL)
		http_stream_break(&e->stream);
	timer_free(&e->timer);
	export_columns_free(&e->columns);
	buf_free(&e->text);
	free(e);
}

/* -- writing --------------------------------------------------------------- */

/* As much as the peer has room for; a page that is written asks for the next.
 */
static void
pump(struct api_export *e)
{
	while (e->sent < e->text.octets) {
		size_t room = http_stream_room(e->stream);
		size_t octets = e->text.octets - e->sent;

		if (room == 0)
			return; /* drained() goes on, or gone() ends it */
		if (octets > room)
			octets = room;
		if (!http_stream_write(
			e->stream, str_of(e->text.at + e->sent, octets)))
			return;
		e->sent += octets;
	}
	if (e->last)
		end(e, true);
	else if (!e->asking)
		timer_arm(e->timer, 0);
}

static void
on_drained(void *arg)
{
	struct api_export *e = arg;

	if (!e->asking && !e->gone)
		pump(e);
}

static void
on_gone(void *arg)
{
	struct api_export *e = arg;

	e->gone = true;
	if (!e->asking)
		end(e, true);
}

/* -- a page ---------------------------------------------------------------- */

static void
add_csv(struct api_export *e, const json_t *row)
{
	if (!e->head_done && !export_columns_fixed(&e->columns, e->resource))
		export_columns_of(&e->columns, row);
	if (!e->head_done)
		export_head(&e->text, &e->columns);
	e->head_done = true;
	export_row(&e->text, &e->columns, row);
}

static void
add_json(struct api_export *e, const json_t *row)
{
	char *text = json_dumps(row, JSON_WRITE_FLAGS);

	buf_add_text(&e->text, e->rows == 0 ? "[\n" : ",\n");
	buf_add_text(&e->text, text != NULL ? text : "null");
	free(text);
}

/* An empty list is a whole file, too. */
static void
add_last(struct api_export *e)
{
	if (!e->csv)
		buf_add_text(&e->text, e->rows == 0 ? "[]\n" : "\n]\n");
	else if (!e->head_done &&
		 export_columns_fixed(&e->columns, e->resource))
		export_head(&e->text, &e->columns);
}

static void
say_next(struct api_export *e, const json_t *next)
{
	char text[64] = "";

	if (json_is_string(next))
		snprintf(text, sizeof(text), "%s", json_string_value(next));
	else if (json_is_integer(next))
		snprintf(text, sizeof(text), "%lld",
		    (long long)json_integer_value(next));
	e->last = text[0] == '\0';
	http_request_query_set(e->request, "after", text);
}

static void
take_page(struct api_export *e, const json_t *page)
{
	const json_t *items = json_object_get(page, "items");

	buf_clear(&e->text);
	e->sent = 0;
	if (e->stream == NULL && e->csv)
		buf_add_text(&e->text, BOM);
	for (size_t i = 0; i < json_array_size(items); i++, e->rows++)
		if (e->csv)
			add_csv(e, json_array_get(items, i));
		else
			add_json(e, json_array_get(items, i));
	say_next(e, json_object_get(page, "next"));
	if (e->last)
		add_last(e);
}

static void
begin_stream(struct api_export *e)
{
	const struct http_stream_config config = {
	    .drained = on_drained, .gone = on_gone, .arg = e};
	char file[160];

	snprintf(file, sizeof(file),
	    "attachment; filename=\"furrow-%s%s%s.%s\"", e->resource,
	    e->name[0] != '\0' ? "-" : "", e->name, e->csv ? "csv" : "json");
	http_answer_header(e->request, "Content-Disposition", file);
	e->stream = http_stream_begin(e->request, 200,
	    e->csv ? "text/csv; charset=utf-8; header=present"
		   : "application/json",
	    &config);
}

/* The first page may be a refusal: that is the answer then.  A later one breaks
 * the file off, so that nobody takes half of it for the whole. */
static void
refused(struct api_export *e, int status, const char *type, struct str body)
{
	if (e->stream == NULL && status == 200)
		api_problem(e->request, 404, "that is no list");
	else if (e->stream == NULL)
		http_answer(e->request, status, type, body);
	end(e, true);
}

static void
on_page(void *arg, int status, const char *type, struct str body)
{
	struct api_export *e = arg;
	json_t *page =
	    status == 200 ? json_read(body, PAGE_OCTETS, NULL) : NULL;

	e->asking = false;
	if (status == 503 && e->stream != NULL && !e->gone) {
		timer_arm(e->timer, AGAIN_MS);
		json_decref(page);
		return;
	}
	if (e->gone || !json_is_array(json_object_get(page, "items"))) {
		json_decref(page);
		refused(e, status, type, body);
		return;
	}
	take_page(e, page);
	json_decref(page);
	if (e->stream == NULL)
		begin_stream(e);
	if (e->text.full)
		end(e, true); /* a page beyond all measure */
	else
		pump(e);
}

static void
ask_page(void *arg)
{
	struct api_export *e = arg;
	struct api_call call = {e->api, e->request, e->name, "", &e->caller};

	e->asking = true;
	http_capture(e->request, on_page, e);
	if (!e->by_reader || e->api->readers == NULL)
		e->fn(&call);
	else if (!api_reader_ask(&call, e->fn))
		api_problem(e->request, 503,
		    "too many questions are waiting, try again");
}

/* -- the beginning --------------------------------------------------------- */

static struct api_export **
free_place(struct api *api)
{
	for (int i = 0; i < API_EXPORTS_MAX; i++)
		if (api->exports[i] == NULL)
			return &api->exports[i];
	return NULL;
}

void
api_export(const struct api_call *call, const struct api_export_wish *wish)
{
	struct api_export **place = free_place(call->api);
	struct api_export *e;
	char limit[16];

	if (place == NULL) {
		http_answer_header(call->request, "Retry-After", "10");
		api_problem(call->request, 503,
		    "%d lists are being written already, try again",
		    API_EXPORTS_MAX);
		return;
	}
	e = *place = xcalloc(1, sizeof(*e));
	e->api = call->api;
	e->request = call->request;
	e->fn = wish->fn;
	e->by_reader = wish->by_reader;
	e->csv = wish->csv;
	e->caller = *call->caller;
	str_copy(e->resource, sizeof(e->resource), str_from(wish->resource));
	str_copy(e->name, sizeof(e->name), str_from(call->name));
	e->text = buf_new(PAGE_OCTETS);
	e->timer = timer_new(call->api->config.loop, ask_page, e);
	snprintf(limit, sizeof(limit), "%d", API_PAGE_ROWS);
	http_request_query_set(e->request, "limit", limit);
	ask_page(e);
}

void
api_export_end(struct api *api)
{
	for (int i = 0; i < API_EXPORTS_MAX; i++)
		if (api->exports[i] != NULL)
			end(api->exports[i], false);
}
