/* api_log_archive - a log goes on in the files of old months.
 *
 * Ids ascend through all of them: the oldest month first, the store last, and
 * a page that is full in one of them goes on there.  A month whose file cannot
 * be read is named in the page's `unread`, with the reason: what is shown is
 * not all there is. */
#include <stdio.h>
#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/archive.h"

#include "gateway/admin/api_impl.h"

#define MONTHS_MOST 1200
#define PATH_OCTETS 4096

static struct store *
open_month(const struct api *api, const struct archive_month *month, char *why,
    size_t why_octets)
{
	char path[PATH_OCTETS];
	struct err err = {0};
	struct store *archive = NULL;

	if (archive_path(
		path, sizeof(path), api->config.store_path, month->month))
		archive = store_open_reader(path, &err);
	if (archive == NULL)
		snprintf(why, why_octets,
		    "the messages of %s are in a file of their own: %s",
		    month->month, err.text);
	return archive;
}

static bool
may_hold(const struct message_filter *f, const struct archive_month *m)
{
	return m->dropped_id >= m->first_id && m->dropped_id > f->after_id &&
	       (f->before_id == 0 || m->first_id < f->before_id) &&
	       (f->since_ms == 0 || m->until_ms > f->since_ms);
}

static void
one_month(const struct api *api, struct message_filter f,
    const struct archive_month *month, struct api_page *page,
    api_log_list_fn *list)
{
	char why[ERR_TEXT_OCTETS * 2];
	struct store *archive = open_month(api, month, why, sizeof(why));

	if (archive == NULL) {
		json_array_append_new(page->unread, api_text(why));
		return;
	}
	f.upto_id = month->dropped_id;
	list(archive, f, page, month->dropped_id);
	store_close(&archive);
}

void
api_log_archives(const struct api *api, const struct message_filter *f,
    struct api_page *page, api_log_list_fn *list)
{
	struct archive_month *months = xcalloc(MONTHS_MOST, sizeof(*months));
	size_t count = archive_list(api->config.reader, months, MONTHS_MOST);

	for (size_t i = 0; i < count && page->seen < page->limit; i++) {
		size_t at = f->before_id != 0 ? count - 1 - i : i;

		if (may_hold(f, &months[at]))
			one_month(api, *f, &months[at], page, list);
	}
	free(months);
}

struct store *
api_log_archive_of(
    const struct api *api, int64_t message_id, char *why, size_t why_octets)
{
	struct archive_month month;

	why[0] = '\0';
	return archive_of(api->config.reader, message_id, &month)
		   ? open_month(api, &month, why, why_octets)
		   : NULL;
}
