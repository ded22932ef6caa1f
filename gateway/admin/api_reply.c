/* api_reply - answers, problems, pages and the query's parameters. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/str.h"

#include "gateway/core/party.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/mask_json.h"
#include "gateway/admin/query_read.h"

static void
answer(struct http_request *request, int status, const char *type, json_t *take)
{
	char *text;

	if ((http_request_noted(request) & CALLER_NOTE_MASK) != 0)
		mask_json(take);
	text = json_dumps(take, JSON_WRITE_FLAGS);
	PANIC_UNLESS(text != NULL);
	http_answer(request, status, type, str_from(text));
	free(text);
	json_decref(take);
}

void
api_reply(struct http_request *request, int status, json_t *take)
{
	answer(request, status, "application/json", take);
}

static const char *
title(int status)
{
	switch (status) {
	case 400:
		return "The request cannot be understood";
	case 401:
		return "Who are you?";
	case 403:
		return "Not allowed";
	case 404:
		return "Not found";
	case 405:
		return "Wrong method";
	case 409:
		return "Refused";
	case 413:
		return "Too large";
	case 415:
		return "Another type is needed";
	case 422:
		return "The values cannot be accepted";
	case 429:
		return "Too often";
	case 503:
		return "Not now";
	}
	return "Failed";
}

void
api_problem(struct http_request *request, int status, const char *format, ...)
{
	char detail[ERR_TEXT_OCTETS * 2];
	va_list args;

	va_start(args, format);
	vsnprintf(detail, sizeof(detail), format, args);
	va_end(args);
	answer(request, status, "application/problem+json",
	    json_pack("{s:s, s:s, s:i, s:o}", "type", "about:blank", "title",
		title(status), "status", status, "detail", api_text(detail)));
}

bool
api_query_int(const struct api_call *call, const char *key, int64_t *out)
{
	if (query_read_number(out, http_request_query(call->request, key)))
		return true;
	api_problem(call->request, 400, "%s is not a number", key);
	return false;
}

bool
api_query_time(const struct api_call *call, const char *key, int64_t *out)
{
	if (query_read_time(out, http_request_query(call->request, key)))
		return true;
	api_problem(call->request, 400, "%s is not a time", key);
	return false;
}

bool
api_page_open(
    struct api_page *page, const struct api_call *call, int64_t *after_out)
{
	int64_t limit;

	if (!api_query_int(call, "limit", &limit) ||
	    !api_query_int(call, "after", after_out))
		return false;
	if (limit == 0 || limit > API_PAGE_ROWS)
		limit = API_PAGE_ROWS;
	*page = (struct api_page){
	    .api = call->api,
	    .items = json_array(),
	    .limit = (int)limit,
	};
	return true;
}

bool
api_page_add(struct api_page *page, int64_t id, json_t *take)
{
	PANIC_UNLESS(take != NULL);
	json_array_append_new(page->items, take);
	return api_page_skip(page, id);
}

bool
api_page_skip(struct api_page *page, int64_t id)
{
	page->last_id = id;
	return ++page->seen < page->limit;
}

void
api_page_more(struct api_page *page, int64_t id)
{
	page->last_id = id;
	page->seen = page->limit;
}

json_t *
api_page_json(struct api_page *page)
{
	bool full = page->seen >= page->limit;

	return json_pack("{s:o, s:o}", "items", page->items, "next",
	    full ? json_integer(page->last_id) : json_null());
}

void
api_page_reply(struct api_page *page, const struct api_call *call)
{
	api_reply(call->request, 200, api_page_json(page));
}

static bool
nobody(const struct api_call *call)
{
	api_reply(
	    call->request, 200, json_pack("{s:[], s:n}", "items", "next"));
	return false;
}

static bool
query_person(
    const struct api_call *call, int64_t *phone_id_out, int64_t *person_id_out)
{
	struct person person;
	int64_t id;

	if (!api_query_int(call, "person", &id))
		return false;
	if (id == 0)
		return true;
	if (!store_person_get(call->api->config.reader, id, &person))
		return nobody(call);
	*person_id_out = id;
	*phone_id_out = person.phone_id != 0 ? person.phone_id : API_NO_PHONE;
	return true;
}

static bool
query_party(const struct api_call *call, bool only_phones, const char *why,
    int64_t *phone_id_out, int64_t *person_id_out)
{
	const struct api_config *config = &call->api->config;
	enum party_kind kind;
	const char *written = http_request_query(call->request, "phone");
	char number[PARTY_OCTETS];

	*phone_id_out = *person_id_out = 0;
	if (written == NULL || written[0] == '\0')
		return query_person(call, phone_id_out, person_id_out);
	kind =
	    party_normalise(number, str_from(written), config->market->country);
	if (kind == PARTY_NOBODY || (only_phones && kind != PARTY_PHONE)) {
		api_problem(call->request, 400, "%s", why);
		return false;
	}
	if (store_phone_find(
		config->reader, number, phone_id_out, person_id_out))
		return true;
	return nobody(call);
}

bool
api_query_phone(
    const struct api_call *call, int64_t *phone_id_out, int64_t *person_id_out)
{
	return query_party(call, true, "phone is not a phone number",
	    phone_id_out, person_id_out);
}

bool
api_query_party(
    const struct api_call *call, int64_t *phone_id_out, int64_t *person_id_out)
{
	return query_party(call, false,
	    "phone is neither a number nor a sender's name", phone_id_out,
	    person_id_out);
}
