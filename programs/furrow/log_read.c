#include "programs/furrow/log_read.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/json.h"

#include "programs/furrow/log_stream.h"
#include "programs/furrow/output.h"

#define POLL_MS 100
#define RETRY_MS 500
#define PAGE_ROWS 500

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"time", "TIME", COLUMN_TIME, false},
    {"direction", "WAY", COLUMN_TEXT, false},
    {"link", "LINK", COLUMN_TEXT, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"order", "ORDER", COLUMN_CODE, false},
    {"kind", NULL, COLUMN_TEXT, false},
    {"cause", NULL, COLUMN_NUMBER, false},
    {"why", NULL, COLUMN_TEXT, false},
    {"text", "TEXT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct reading {
	struct client *client;
	const struct log_wish *wish;
	struct output *out;
	struct log_stream texts, turns;
	char texts_path[1024], turns_path[256];
	json_t *unread; /* months that could not be read, as they were told */
	bool more; /* than the newest that were wanted */
};

/* -- the two lists -----------------------------------------------------------
 */

static void
add_times(struct buf *path, const struct log_wish *w)
{
	if (w->since)
		client_query_int(path, "since", w->since_ms);
	if (w->until)
		client_query_int(path, "until", w->until_ms);
	client_query(path, "phone", w->phone);
	client_query(path, "link", w->link);
}

static void
write_paths(struct reading *r)
{
	const struct log_wish *w = r->wish;
	struct buf texts = buf_over(r->texts_path, sizeof(r->texts_path));
	struct buf turns = buf_over(r->turns_path, sizeof(r->turns_path));

	buf_add_text(&texts, "messages");
	add_times(&texts, w);
	client_query(&texts, "state", w->state);
	client_query(&texts, "order",
	    w->order != NULL && w->order[0] == '#' ? w->order + 1 : w->order);
	client_query(&texts, "area", w->area);
	client_query(&texts, "words", w->words);
	buf_add_text(&turns, "turns");
	add_times(&turns, w);
}

/* Each month once, however many pages leave it out. */
static void
note_unread(void *arg, const json_t *reply)
{
	struct reading *r = arg;
	const json_t *list = json_object_get(reply, "unread");

	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *why = json_array_get(list, i);
		size_t k = 0;

		while (k < json_array_size(r->unread) &&
		       !json_equal(json_array_get(r->unread, k), why))
			k++;
		if (k < json_array_size(r->unread))
			continue;
		json_array_append(r->unread, why);
		complain("log", "%s", json_string_value(why));
	}
}

static void
begin(struct reading *r, bool down)
{
	int64_t page =
	    down ? (r->wish->rows < PAGE_ROWS ? r->wish->rows : PAGE_ROWS) : 0;

	r->texts.client = r->turns.client = r->client;
	r->texts.down = r->turns.down = down;
	r->texts.page = r->turns.page = page;
	r->texts.path = r->texts_path;
	r->turns.path = r->turns_path;
	r->texts.off = r->wish->no_texts;
	r->turns.off = r->wish->no_turns;
	r->turns.turns = true;
	r->texts.note = note_unread;
	r->texts.arg = r;
}

/* -- one row ----------------------------------------------------------------
 */

/* In a table a screen is one line, "1 Buy / 2 Sell", named by its turn. */
static json_t *
one_line(const json_t *row)
{
	struct str rest = str_from(json_text(row, "text", "")), line;
	char text[1024];
	struct buf b = buf_over(text, sizeof(text));
	json_t *shown = json_copy((json_t *)(uintptr_t)row);

	for (int i = 0; str_cut(&line, &rest, '\n'); i++) {
		if (i > 0)
			buf_add_text(&b, " / ");
		buf_add(&b, line.at, line.octets);
	}
	json_object_set_new(shown, "text", json_clean(b.at, b.octets));
	json_object_set_new(shown, "id",
	    json_sprintf("u%lld.%lld", (long long)json_int(row, "session", 0),
		(long long)json_int(row, "turn", 0)));
	return shown;
}

static void
print_row(struct reading *r, json_t *row)
{
	json_t *shown = NULL;

	if (r->wish->format == FORMAT_TABLE &&
	    strcmp(json_text(row, "kind", ""), "ussd") == 0)
		shown = one_line(row);
	output_row(r->out, shown != NULL ? shown : row);
	json_decref(shown);
}

/* -- reading ----------------------------------------------------------------
 */

/* All that the filter takes, oldest first. */
static int
read_on(struct reading *r)
{
	struct log_stream *from;
	json_t *row;
	int rc;

	for (;;) {
		rc = log_stream_choose(&r->texts, &r->turns, &from, &row);
		if (rc != EXIT_DONE || row == NULL)
			return rc;
		print_row(r, row);
		log_stream_take(from);
	}
}

/* The newest so many, which come newest first; `then` passes over them. */
static int
read_newest(struct reading *r, struct reading *then)
{
	json_t *rows = json_array();
	struct log_stream *from;
	json_t *row;
	int rc;

	for (;;) {
		rc = log_stream_choose(&r->texts, &r->turns, &from, &row);
		r->more = rc == EXIT_DONE && row != NULL;
		if (!r->more || (int64_t)json_array_size(rows) >= r->wish->rows)
			break;
		json_array_append(rows, row);
		log_stream_take(from);
	}
	for (size_t i = json_array_size(rows); rc == EXIT_DONE && i > 0; i--) {
		row = json_array_get(rows, i - 1);
		print_row(r, row);
		log_stream_pass(&then->texts, row);
		log_stream_pass(&then->turns, row);
	}
	json_decref(rows);
	return rc;
}

static void
wait_ms(long ms)
{
	struct timespec t = {ms / 1000, ms % 1000 * 1000000};

	nanosleep(&t, NULL);
}

/* Until somebody stops us, or our reader goes. A restart of the daemon is
 * waited for. */
static int
follow(struct reading *r)
{
	bool lost = false;

	output_flush(r->out);
	client_quiet(r->client, true);
	while (ferror(stdout) == 0) {
		wait_ms(lost ? RETRY_MS : POLL_MS);
		log_stream_again(&r->texts);
		log_stream_again(&r->turns);
		bool failed = read_on(r) != EXIT_DONE;
		if (failed && !lost)
			complain("log", "furrowd does not answer; waiting");
		lost = failed;
		output_flush(r->out);
	}
	return EXIT_FAILED;
}

/* The newest, then what comes.  Where that begins is asked for first; what
 * came in between and was printed is left out. */
static int
newest_then_follow(struct reading *r)
{
	struct reading then = *r;
	int rc = EXIT_DONE;

	if (r->wish->follow) {
		begin(&then, false);
		rc = log_stream_to_end(&then.texts);
		if (rc == EXIT_DONE)
			rc = log_stream_to_end(&then.turns);
	}
	begin(r, true);
	if (rc == EXIT_DONE)
		rc = read_newest(r, &then);
	log_stream_end(&r->texts);
	log_stream_end(&r->turns);
	r->texts = then.texts;
	r->turns = then.turns;
	r->texts.path = r->texts_path;
	r->turns.path = r->turns_path;
	r->texts.arg = r;
	return rc;
}

static int
read_old(struct reading *r)
{
	int rc;

	if (r->wish->rows > 0)
		return newest_then_follow(r);
	begin(r, false);
	if (!r->wish->follow || r->wish->since)
		return read_on(r);
	rc = log_stream_to_end(&r->texts);
	return rc == EXIT_DONE ? log_stream_to_end(&r->turns) : rc;
}

int
log_read(struct client *client, const struct log_wish *w)
{
	struct reading r = {
	    .client = client, .wish = w, .unread = json_array()};
	int rc, end;

	write_paths(&r);
	r.out = output_begin(w->format, columns);
	rc = read_old(&r);
	if (rc == EXIT_DONE && w->follow)
		rc = follow(&r);
	if (rc == EXIT_DONE && w->hint && r.more)
		fprintf(stderr,
		    "(the newest %lld; more with --since 1d or --limit N)\n",
		    (long long)w->rows);
	log_stream_end(&r.texts);
	log_stream_end(&r.turns);
	end = output_end(&r.out, rc == EXIT_DONE ? "no messages" : NULL);
	if (rc == EXIT_DONE && json_array_size(r.unread) > 0)
		rc = EXIT_FAILED; /* it is not all there is */
	json_decref(r.unread);
	return rc != EXIT_DONE ? rc : end;
}
