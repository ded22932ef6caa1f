/* api_report - figures, made in a thread with a reading connection of its own.
 *
 * A report reads whole tables: seconds on a large market.  The thread touches
 * nothing but its struct (the market in it is a copy); the loop hears of its
 * end through a pipe and only hands on the text.  A page is REPORT_PAGE_ROWS
 * long; the next one makes the report anew up to the same `until`, which the
 * first answer names. */
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/panic.h"
#include "base/stream.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/mask_json.h"
#include "gateway/admin/report.h"

#define PATH_OCTETS 1024
#define REPORT_PAGE_ROWS 10000
#define ANSWER_OCTETS_MAX (1 << 25)

struct api_report {
	struct api *api;
	struct http_request *request;
	struct stream *told; /* reads the pipe */
	int tell_fd; /* the thread closes it when it has ended */
	pthread_t thread;
	char path[PATH_OCTETS];
	struct report report;
	int64_t after, limit;
	bool masked; /* its rows show no number */
	int status;
	char *text; /* the answer */
};

/* -- in the thread ----------------------------------------------------------
 */

/* A row without numbers, for who may not see them. */
static void
add_masked(struct buf *out, const char *text)
{
	json_t *row = json_read(str_from(text), strlen(text), NULL);
	char *masked;

	mask_json(row);
	masked = json_dumps(row, JSON_WRITE_FLAGS);
	buf_add_text(out, masked != NULL ? masked : "null");
	free(masked);
	json_decref(row);
}

/* The rows are JSON already. */
static void
cut_page(struct api_report *a)
{
	const struct report *r = &a->report;
	size_t from = (size_t)a->after;
	size_t end = from;
	struct buf out = buf_new(ANSWER_OCTETS_MAX);
	char since[32] = "", until[32];

	buf_add_text(&out, "{\"items\":[");
	for (; end < r->rows_count && end - from < (size_t)a->limit; end++) {
		buf_add_text(&out, end > from ? "," : "");
		if (a->masked)
			add_masked(&out, r->rows[end].text);
		else
			buf_add_text(&out, r->rows[end].text);
	}
	buf_add_text(&out, "],\"next\":");
	if (end < r->rows_count)
		buf_add_format(&out, "%zu", end);
	else
		buf_add_text(&out, "null");
	clock_rfc3339(since, sizeof(since), r->since_ms, 1);
	clock_rfc3339(until, sizeof(until), r->until_ms, 1);
	buf_add_format(
	    &out, ",\"since\":\"%s\",\"until\":\"%s\"}", since, until);
	if (!out.full)
		a->text = xstrdup(out.at);
	buf_free(&out);
}

static void *
make(void *arg)
{
	struct api_report *a = arg;
	struct store *reader = store_open_reader(a->path, &a->report.err);
	int fd = a->tell_fd;

	a->status = -1;
	if (reader != NULL)
		a->status = report_make(&a->report, reader);
	if (a->status == 0)
		cut_page(a);
	report_free(&a->report);
	store_close(&reader);
	close(fd);
	return NULL;
}

/* -- in the loop ------------------------------------------------------------
 */

static void
forget(struct api_report *a)
{
	for (int i = 0; i < API_REPORTS_MAX; i++)
		if (a->api->reports[i] == a)
			a->api->reports[i] = NULL;
}

static void
ended(void *owner, enum stream_event event)
{
	struct api_report *a = owner;

	if (event != STREAM_GONE)
		return;
	pthread_join(a->thread, NULL);
	stream_free(&a->told);
	forget(a);
	if (a->status == 0 && a->text != NULL)
		http_answer(
		    a->request, 200, "application/json", str_from(a->text));
	else
		api_problem(a->request,
		    a->report.err.code == REPORT_STORE ? 500 : 422, "%s",
		    a->report.err.text);
	free(a->text);
	free(a);
}

static bool
begin(struct api_report *a)
{
	int fds[2];

	if (pipe2(fds, O_CLOEXEC) != 0)
		return false;
	a->tell_fd = fds[1];
	if (pthread_create(&a->thread, NULL, make, a) != 0) {
		close(fds[0]);
		close(fds[1]);
		return false;
	}
	a->told = stream_new(a->api->config.loop, fds[0], 16, 16, ended, a);
	return true;
}

static void
copy_query(
    const struct api_call *call, const char *key, char *dst, size_t dst_octets)
{
	str_copy(
	    dst, dst_octets, str_from(http_request_query(call->request, key)));
}

/* A product by any of its names; one that the catalogue has lost, by key. */
static void
product_key(struct api_call const *call, char *dst, size_t dst_octets)
{
	const struct api_config *config = &call->api->config;
	char written[64];

	copy_query(call, "product", written, sizeof(written));
	if (written[0] == '\0' || config->product_key == NULL ||
	    config->product_key(
		config->arg, str_from(written), dst, dst_octets) != 0)
		str_copy(dst, dst_octets, str_from(written));
}

/* `date`: the day sheet of that day at the market, which is its noon. */
static bool
query_date(struct report *r, const struct api_call *call)
{
	const char *text = http_request_query(call->request, "date");
	int64_t midnight_ms;
	time_t seconds;
	struct tm tm;

	if (text == NULL || text[0] == '\0')
		return true;
	if (strcmp(call->name, "day") != 0) {
		api_problem(call->request, 422,
		    "only the day sheet is of a date; others have since and "
		    "until");
		return false;
	}
	if (strlen(text) != 10 || !clock_parse(&midnight_ms, text)) {
		api_problem(
		    call->request, 400, "date is not a day such as 2026-11-25");
		return false;
	}
	seconds = (time_t)(midnight_ms / 1000);
	gmtime_r(&seconds, &tm);
	tm.tm_hour = 12;
	tm.tm_isdst = -1;
	r->until_ms = (int64_t)mktime(&tm) * 1000;
	return true;
}

static bool
read_query(struct api_report *a, const struct api_call *call)
{
	struct report *r = &a->report;
	struct err err;

	if (!api_query_time(call, "since", &r->since_ms) ||
	    !api_query_time(call, "until", &r->until_ms) ||
	    !query_date(r, call) || !api_query_int(call, "limit", &a->limit) ||
	    !api_query_int(call, "after", &a->after))
		return false;
	if (a->limit == 0 || a->limit > REPORT_PAGE_ROWS)
		a->limit = REPORT_PAGE_ROWS;
	copy_query(call, "area", r->area, sizeof(r->area));
	product_key(call, r->product, sizeof(r->product));
	r->market = *call->api->config.market;
	r->now_ms = clock_wall_ms(call->api->config.clock);
	if (report_ask(r, call->name, http_request_query(call->request, "by"),
		&err) == 0)
		return true;
	api_problem(call->request, err.code == REPORT_UNKNOWN ? 404 : 422, "%s",
	    err.text);
	return false;
}

void
api_report_get(const struct api_call *call)
{
	struct api *api = call->api;
	struct api_report *a = xcalloc(1, sizeof(*a));
	int place = 0;

	a->api = api;
	a->request = call->request;
	a->masked = (http_request_noted(call->request) & CALLER_NOTE_MASK) != 0;
	if (!read_query(a, call)) {
		free(a);
		return;
	}
	while (place < API_REPORTS_MAX && api->reports[place] != NULL)
		place++;
	str_copy(a->path, sizeof(a->path), str_from(api->config.store_path));
	if (place < API_REPORTS_MAX && begin(a)) {
		api->reports[place] = a;
		return;
	}
	api_problem(call->request, 503,
	    place < API_REPORTS_MAX ? "no thread for it"
				    : "other reports are being made");
	free(a);
}

/* As api_backup_end: the process ends and does not wait. */
void
api_report_end(struct api *api)
{
	for (int i = 0; i < API_REPORTS_MAX; i++) {
		struct api_report *a = api->reports[i];

		if (a == NULL)
			continue;
		api->reports[i] = NULL;
		stream_free(&a->told);
		pthread_detach(a->thread);
		api_problem(a->request, 503, "furrowd is ending");
	}
}
