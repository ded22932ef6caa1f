/* api_audit - who did what by command or console. */
#include <string.h>

#include "gateway/store/store_audit.h"

#include "gateway/admin/api_impl.h"

static bool
list_row(void *arg, const struct audit_row *row)
{
	struct api_page *page = arg;

	return api_page_add(page, row->id,
	    json_pack("{s:I, s:o, s:o, s:o, s:o}", "id", (json_int_t)row->id,
		"time", api_time(row->time_ms), "actor", api_text(row->actor),
		"action", api_text(row->action), "what", api_text(row->what)));
}

void
api_audit_get(const struct api_call *call)
{
	const char *actor = http_request_query(call->request, "actor");
	const char *action = http_request_query(call->request, "action");
	struct audit_filter filter = {.actor = actor != NULL ? actor : "",
	    .action = action != NULL ? action : ""};
	const char *order = http_request_query(call->request, "order");
	struct api_page page;
	int64_t next;

	filter.newest_first = order != NULL && strcmp(order, "newest") == 0;
	if (order != NULL && order[0] != '\0' && !filter.newest_first &&
	    strcmp(order, "oldest") != 0) {
		api_problem(call->request, 400, "order is newest or oldest");
		return;
	}

	if (!api_query_time(call, "since", &filter.since_ms) ||
	    !api_query_time(call, "until", &filter.until_ms) ||
	    !api_page_open(&page, call, &filter.after_id))
		return;
	next = store_audit_each(
	    call->api->config.reader, &filter, list_row, &page);
	if (next != 0)
		api_page_more(&page, next);
	api_page_reply(&page, call);
}
