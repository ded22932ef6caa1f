/* cmd_log - every text in and out, and following them as they come. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/log_show.h"
#include "programs/furrow/log_unknown.h"
#include "programs/furrow/output.h"

#define POLL_MS 100
#define RETRY_MS 500
#define TABLE_ROWS 50 /* without any wish: the newest */
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

struct wishes {
	struct args args;
	const char *since, *until, *phone, *link, *state, *order, *limit;
	const char *lang, *forget; /* of `unknown` */
	bool follow;
	int64_t since_ms, until_ms, rows; /* rows 0: all */
	char words[512];
};

struct reading {
	struct client *client;
	const struct wishes *wishes;
	struct output *out;
	int64_t last_id; /* everything up to it is printed, or not wanted */
	json_t *unread; /* months that could not be read, as they were told */
};

static void
filter(struct buf *path, const struct wishes *w)
{
	buf_add_text(path, "messages");
	if (w->since != NULL)
		client_query_int(path, "since", w->since_ms);
	if (w->until != NULL)
		client_query_int(path, "until", w->until_ms);
	client_query(path, "phone", w->phone);
	client_query(path, "link", w->link);
	client_query(path, "state", w->state);
	client_query(path, "order",
	    w->order != NULL && w->order[0] == '#' ? w->order + 1 : w->order);
	client_query(path, "words", w->words);
}

static bool
print_row(void *arg, json_t *row)
{
	struct reading *r = arg;

	r->last_id = json_int(row, "id", r->last_id);
	output_row(r->out, row);
	return true;
}

/* Each month once, however many pages leave it out. */
static void
note_unread(struct reading *r, const json_t *reply)
{
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

/* All that the filter takes, oldest first, behind `last_id`. */
static int
read_on(struct reading *r)
{
	char path[2048];
	json_t *reply = NULL;
	int64_t after = r->last_id;

	do {
		struct buf b = buf_over(path, sizeof(path));

		filter(&b, r->wishes);
		if (after > 0)
			client_query_int(&b, "after", after);
		if (client_get(r->client, path, &reply) != EXIT_DONE)
			return EXIT_FAILED;
		note_unread(r, reply);
		const json_t *items = json_object_get(reply, "items");
		for (size_t i = 0; i < json_array_size(items); i++)
			print_row(r, json_array_get(items, i));
		after = json_int(reply, "next", 0);
		if (after == 0)
			r->last_id = json_int(reply, "newest", r->last_id);
		json_decref(reply);
	} while (after > 0);
	return EXIT_DONE;
}

/* The newest `wanted` rows, which come newest first, into `rows`. */
static int
read_back(struct reading *r, int64_t wanted, json_t *rows)
{
	char path[2048];
	json_t *reply = NULL;
	int64_t before = INT64_MAX;

	while (before > 0 && (int64_t)json_array_size(rows) < wanted) {
		struct buf b = buf_over(path, sizeof(path));
		int64_t left = wanted - (int64_t)json_array_size(rows);

		filter(&b, r->wishes);
		client_query_int(&b, "before", before);
		client_query_int(
		    &b, "limit", left < PAGE_ROWS ? left : PAGE_ROWS);
		if (client_get(r->client, path, &reply) != EXIT_DONE)
			return EXIT_FAILED;
		note_unread(r, reply);
		json_array_extend(rows, json_object_get(reply, "items"));
		before = json_int(reply, "next", 0);
		json_decref(reply);
	}
	return EXIT_DONE;
}

static int
read_newest(struct reading *r)
{
	json_t *rows = json_array();
	int rc = read_back(r, r->wishes->rows, rows);

	for (size_t i = json_array_size(rows); rc == EXIT_DONE && i > 0; i--)
		print_row(r, json_array_get(rows, i - 1));
	json_decref(rows);
	return rc;
}

/* Where following begins when nothing old is wanted. */
static int
find_end(struct reading *r)
{
	json_t *reply = NULL;

	if (client_get(r->client, "messages?limit=1&before=9223372036854775807",
		&reply) != EXIT_DONE)
		return EXIT_FAILED;
	r->last_id = json_int(reply, "newest", 0);
	json_decref(reply);
	return EXIT_DONE;
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
		bool failed = read_on(r) != EXIT_DONE;
		if (failed && !lost)
			complain("log", "furrowd does not answer; waiting");
		lost = failed;
		output_flush(r->out);
	}
	return EXIT_FAILED;
}

static int
read_log(struct client *client, const struct wishes *w)
{
	struct reading r = {
	    .client = client, .wishes = w, .unread = json_array()};
	int rc, end;

	r.out = output_begin(w->args.format, columns);
	if (w->rows > 0)
		rc = read_newest(&r);
	else if (w->follow && w->since == NULL)
		rc = find_end(&r);
	else
		rc = read_on(&r);
	if (rc == EXIT_DONE && w->follow)
		rc = follow(&r);
	if (rc == EXIT_DONE && w->args.format == FORMAT_TABLE &&
	    w->limit == NULL && w->rows > 0 && r.last_id > w->rows)
		fprintf(stderr,
		    "(the newest %d; more with --since 1d or --limit N)\n",
		    TABLE_ROWS);
	end = output_end(&r.out, rc == EXIT_DONE ? "no messages" : NULL);
	if (rc == EXIT_DONE && json_array_size(r.unread) > 0)
		rc = EXIT_FAILED; /* it is not all there is */
	json_decref(r.unread);
	return rc != EXIT_DONE ? rc : end;
}

/* -- what is wanted -----------------------------------------------------------
 */

static int
read_times(struct wishes *w)
{
	int64_t now_ms = clock_wall_ms(clock_system());

	if (w->since != NULL && !options_time(&w->since_ms, w->since, now_ms))
		return usage(&cmd_log, "--since takes 2h, 3d, or 2026-05-31");
	if (w->until != NULL && !options_time(&w->until_ms, w->until, now_ms))
		return usage(&cmd_log, "--until takes 2h, 3d, or 2026-05-31");
	if (w->limit != NULL &&
	    (!str_to_int64(&w->rows, str_from(w->limit)) || w->rows < 1))
		return usage(&cmd_log, "--limit takes a number");
	if (w->limit == NULL && w->args.format == FORMAT_TABLE &&
	    w->since == NULL && w->until == NULL && !w->follow)
		w->rows = TABLE_ROWS;
	return EXIT_DONE;
}

static bool
is_show(const struct wishes *w)
{
	return w->args.count > 0 && strcmp(w->args.words[0], "show") == 0;
}

static int
read_words(struct wishes *w)
{
	struct buf words = buf_over(w->words, sizeof(w->words));

	if (w->args.count == 0)
		return EXIT_DONE;
	if (is_show(w))
		return w->args.count == 2
			   ? EXIT_DONE
			   : usage(&cmd_log, "show which? its number");
	if (strcmp(w->args.words[0], "search") != 0)
		return usage(&cmd_log, "there is no \"%s\"; search WORDS?",
		    w->args.words[0]);
	if (w->args.count == 1)
		return usage(&cmd_log, "search for which words?");
	for (int i = 1; i < w->args.count; i++) {
		if (i > 1)
			buf_add_char(&words, ' ');
		buf_add_text(&words, w->args.words[i]);
	}
	return words.full ? usage(&cmd_log, "too many words") : EXIT_DONE;
}

static bool
is_unknown(const struct wishes *w)
{
	return w->args.count > 0 && strcmp(w->args.words[0], "unknown") == 0;
}

static int
check_unknown(const struct wishes *w)
{
	if (w->args.count > 1)
		return usage(&cmd_log, "unknown takes no more words");
	if (w->until != NULL || w->phone != NULL || w->link != NULL ||
	    w->state != NULL || w->order != NULL || w->follow)
		return usage(&cmd_log,
		    "unknown takes --since, --lang, --limit and --forget");
	return EXIT_DONE;
}

static int
unknown(struct client *client, const struct wishes *w)
{
	struct log_unknown wish = {.format = w->args.format,
	    .lang = w->lang,
	    .since_ms = w->since_ms,
	    .rows = w->rows};

	if (w->forget != NULL)
		return log_unknown_forget(client, w->args.format, w->forget);
	return log_unknown_list(client, &wish);
}

static int
check_words(struct wishes *w)
{
	if (is_unknown(w))
		return check_unknown(w);
	if (w->lang != NULL || w->forget != NULL)
		return usage(
		    &cmd_log, "--lang and --forget belong to log unknown");
	return read_words(w);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.since = NULL};
	const struct option_spec specs[] = {
	    {"since", 0, &w.since, NULL},
	    {"until", 0, &w.until, NULL},
	    {"phone", 0, &w.phone, NULL},
	    {"link", 0, &w.link, NULL},
	    {"state", 0, &w.state, NULL},
	    {"order", 0, &w.order, NULL},
	    {"limit", 'n', &w.limit, NULL},
	    {"lang", 0, &w.lang, NULL},
	    {"forget", 0, &w.forget, NULL},
	    {"follow", 'f', NULL, &w.follow},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_log, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = read_times(&w);
	if (rc == EXIT_DONE)
		rc = check_words(&w);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	if (is_unknown(&w))
		rc = unknown(client, &w);
	else if (is_show(&w))
		rc = log_show(client, w.args.format, w.args.words[1]);
	else
		rc = read_log(client, &w);
	client_free(&client);
	return rc;
}

const struct command cmd_log = {
    .name = "log",
    .usage = "log [search WORDS] [-f] [--since 1d] [--until TIME] "
	     "[--phone PHONE]\n"
	     "              [--link NAME] [--state STATE] [--order CODE] "
	     "[--limit N]\n"
	     "       furrow log show ID\n"
	     "       furrow log unknown [--since 7d] [--lang sw] [--limit N]\n"
	     "       furrow log unknown --forget WORD",
    .summary = "texts in and out; search them, follow them",
    .help =
	"One row a message, oldest first: long texts are joined, and what the "
	"network\ndelivered twice is there once. Texts stand as they were "
	"written.\n\n"
	"show ID        one text whole, and what became of each of its parts: "
	"its reference,\n"
	"               the network's last report and when it came\n"
	"unknown        the words that nobody understood, most frequent first: "
	"how often,\n"
	"               when last and in which text, the goods next by "
	"spelling. A word\n"
	"               that has become known is not listed any more\n"
	"search WORDS   only texts with all of these words\n"
	"-f, --follow   print each new row as soon as it is stored; with "
	"--since or\n"
	"               --limit, older ones first\n"
	"--since, --until  2h, 3d (ago), a day 2026-05-31, or a time in RFC "
	"3339\n"
	"--phone        a number, or a sender's name such as SAFARICOM\n"
	"--limit N      the newest N (the table's default: 50; --json and "
	"--csv: all)\n\n"
	"States in: received, quarantined. Out: queued, sending, sent, "
	"delivered,\nunknown, refused (will be tried again or elsewhere), "
	"failed (given up), stale.\n",
    .fn = run,
};
