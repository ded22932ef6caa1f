/* api_audit - who did what by command or console. */
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
	struct api_page page;
	int64_t after;

	if (!api_page_open(&page, call, &after))
		return;
	store_audit_each(
	    call->api->config.reader, after, page.limit, list_row, &page);
	api_page_reply(&page, call);
}
