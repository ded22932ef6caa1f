/* api_import - tables that people bring, a chunk of rows a turn; and one row
 * by itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/panic.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/import.h"
#include "gateway/admin/import_rows.h"

struct import {
	struct job job;
	struct api *api;
	struct http_request *request;
	char actor[API_ACTOR_OCTETS];
	struct import_rows rows;
	struct import_place place; /* the next chunk begins here */
	int chunk_rows; /* of the next chunk at most; 1 to find a culprit */
	int careful_rows; /* so many more one by one */
	bool chunk_last; /* nothing is behind the running chunk */

	/* What the running chunk came to; taken over when it is committed. */
	struct import_place chunk_end;
	json_t *chunk_bad;
	int64_t chunk_good, chunk_bad_count;
	int chunk_seen;
	size_t chunk_line; /* of its last row */

	json_t *bad;
	int64_t good_count, bad_count;
};

static void
note_bad(json_t *list, size_t line, const char *reason)
{
	json_array_append_new(
	    list, json_pack("{s:I, s:o}", "line", (json_int_t)line, "reason",
		      api_text(reason)));
}

static int
apply(const struct import *imp, struct import_row *row, struct err *err)
{
	const struct import_kind *kind = imp->rows.kind;

	for (int i = 0; i < kind->required; i++)
		if (row->values[i].octets == 0)
			return err_set(
			    err, -1, 0, "%s is missing", kind->columns[i]);
	return kind->apply(row, err);
}

/* Orders share the turn: a chunk is as many rows as a few milliseconds take,
 * and the clock is asked now and then. */
static bool
goes_on(const struct import *imp, int64_t until_ms)
{
	if (imp->chunk_seen >= imp->chunk_rows)
		return false;
	return imp->chunk_seen < IMPORT_CHUNK_ROWS ||
	       imp->chunk_seen % IMPORT_LOOK_ROWS != 0 ||
	       clock_mono_ms(imp->api->config.clock) < until_ms;
}

static void
run(struct job *job, const struct turn *turn)
{
	struct import *imp = (struct import *)job;
	struct import_row row = {.api = imp->api, .turn = turn};
	struct err err;
	int64_t until_ms =
	    clock_mono_ms(imp->api->config.clock) + IMPORT_CHUNK_MS;

	imp->chunk_end = imp->place;
	imp->chunk_good = imp->chunk_bad_count = 0;
	imp->chunk_seen = 0;
	imp->chunk_last = false;
	json_array_clear(imp->chunk_bad);
	while (goes_on(imp, until_ms)) {
		int rc = import_rows_next(&imp->rows, &imp->chunk_end,
		    row.values, &imp->chunk_line, &err);

		imp->chunk_last = rc == 0;
		if (rc == 0)
			break;
		imp->chunk_seen++;
		if (rc > 0 && apply(imp, &row, &err) == 0) {
			imp->chunk_good++;
			continue;
		}
		imp->chunk_bad_count++;
		note_bad(imp->chunk_bad, imp->chunk_line, err.text);
	}
	if (imp->chunk_good > 0) {
		char what[64];

		snprintf(what, sizeof(what), "%lld rows of %s",
		    (long long)imp->chunk_good, imp->rows.kind->name);
		store_audit_add(
		    turn->store, turn->now_ms, imp->actor, "import", what);
	}
}

static void
take_chunk(struct import *imp)
{
	imp->place = imp->chunk_end;
	imp->good_count += imp->chunk_good;
	imp->bad_count += imp->chunk_bad_count;
	if (json_array_size(imp->bad) < IMPORT_BAD_MAX)
		json_array_extend(imp->bad, imp->chunk_bad);
}

/* The store refused the chunk: go through it row by row; a row refused by
 * itself is named and passed over. */
static void
take_refusal(struct import *imp)
{
	if (imp->chunk_seen > 1) {
		imp->careful_rows = imp->chunk_seen;
		return;
	}
	imp->place = imp->chunk_end;
	imp->bad_count++;
	note_bad(imp->bad, imp->chunk_line, "the store refused it");
}

static void
finish(struct import *imp)
{
	api_reply(imp->request, 200,
	    json_pack("{s:I, s:I, s:O, s:O}", "imported",
		(json_int_t)imp->good_count, "bad_count",
		(json_int_t)imp->bad_count, "bad", imp->bad, "ignored",
		imp->rows.ignored));
	import_rows_close(&imp->rows);
	json_decref(imp->chunk_bad);
	json_decref(imp->bad);
	free(imp);
}

static void
done(struct job *job, bool committed)
{
	struct import *imp = (struct import *)job;
	const struct api_config *config = &imp->api->config;

	if (committed)
		take_chunk(imp);
	else if (imp->chunk_seen > 0)
		take_refusal(imp);
	if (imp->chunk_seen == 0 || (committed && imp->chunk_last)) {
		finish(imp);
		return;
	}
	imp->chunk_rows = imp->careful_rows > 0 ? 1 : IMPORT_CHUNK_ROWS_MAX;
	if (imp->careful_rows > 0)
		imp->careful_rows--;
	config->submit(config->arg, &imp->job);
}

/* What a request holds: a table by its content type, JSON by its own. */
static bool
is_json(const struct http_request *request)
{
	const char *type = http_request_header(request, "Content-Type");

	return type != NULL &&
	       str_starts_nocase(str_from(type), "application/json");
}

static void
import(const struct api_call *call, const struct import_kind *kind)
{
	const struct api_config *config = &call->api->config;
	struct import *imp = xcalloc(1, sizeof(*imp));
	struct err err;

	imp->job = (struct job){.run = run, .done = done};
	imp->api = call->api;
	imp->request = call->request;
	imp->chunk_rows = IMPORT_CHUNK_ROWS_MAX;
	api_actor(call, imp->actor);
	if (import_rows_open(&imp->rows, &imp->place, kind,
		http_request_body(call->request), is_json(call->request),
		&err) < 0) {
		api_problem(call->request, 400, "%s", err.text);
		import_rows_close(&imp->rows);
		free(imp);
		return;
	}
	imp->chunk_bad = json_array();
	imp->bad = json_array();
	config->submit(config->arg, &imp->job);
}

void
api_people_import(const struct api_call *call)
{
	import(call, &import_person);
}

void
api_offers_import(const struct api_call *call)
{
	import(call, &import_offer);
}

void
api_areas_import(const struct api_call *call)
{
	import(call, &import_area);
}

/* -- one row by itself ------------------------------------------------------
 */

static const struct import_kind *const kinds[] = {
    &import_person, &import_offer, &import_area};

/* Who is named by an id (`person`), for their number is masked, is known by
 * that number here. */
static bool
name_person(struct api_write *write, const struct turn *turn)
{
	char number[PARTY_OCTETS];

	if (json_object_get(write->body, "person") == NULL ||
	    json_object_get(write->body, "phone") != NULL)
		return true;
	if (!api_write_phone(write, turn, "phone", number))
		return false;
	if (number[0] != '\0') {
		json_object_set_new(write->body, "phone", api_text(number));
		json_object_del(write->body, "person");
	}
	return true;
}

static void
add_work(struct api_write *write, const struct turn *turn)
{
	struct import imp = {.rows = {.kind = kinds[write->act]}};
	struct import_row row = {
	    .api = write->api, .turn = turn, .alone = true};
	char number[PARTY_OCTETS], first[64];
	struct err err;

	if (!name_person(write, turn))
		return;
	if (import_rows_object(&imp.rows, write->body, row.values, &err) < 0) {
		api_write_refuse(write, 422, "%s", err.text);
		return;
	}
	if (imp.rows.kind == &import_person && import_person_admin(&row) &&
	    !api_write_admin(write))
		return;
	if (apply(&imp, &row, &err) < 0) {
		api_write_refuse(write, 422, "%s", err.text);
		return;
	}
	str_copy(first, sizeof(first), row.values[0]);
	if (party_normalise(number, row.values[0], turn->market->country) ==
	    PARTY_PHONE)
		(void)api_write_who(turn, number, first);
	api_write_audit(
	    write, turn, "add", "%s %s", imp.rows.kind->name, first);
	write->reply = json_pack("{s:i}", "imported", 1);
	write->status = 201;
}

static void
add(const struct api_call *call, int kind)
{
	struct api_write *write = api_write_new(call, add_work);

	if (write == NULL)
		return;
	write->act = kind;
	api_write_submit(write);
}

void
api_person_post(const struct api_call *call)
{
	add(call, 0);
}

void
api_offer_post(const struct api_call *call)
{
	add(call, 1);
}

void
api_area_post(const struct api_call *call)
{
	add(call, 2);
}
