/* cmd_session - dialogues by USSD: who dialled, how far they came, what was on
 * their screen. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"
#include "programs/furrow/session_show.h"

#define TABLE_ROWS 50 /* without any wish: the newest */

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"opened", "DIALLED", COLUMN_TIME, false},
    {"channel", "CHANNEL", COLUMN_TEXT, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"dialled", "CODE", COLUMN_TEXT, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"turns", "TURNS", COLUMN_NUMBER, false},
    {"screen", "SCREEN", COLUMN_TEXT, false},
    {"order", "ORDER", COLUMN_CODE, false},
    {"lang", NULL, COLUMN_TEXT, false},
    {"network", NULL, COLUMN_TEXT, false},
    {"seen", NULL, COLUMN_TIME, false},
    {"closed", NULL, COLUMN_TIME, false},
    {"reason", "WHY", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct wishes {
	struct args args;
	const char *phone, *channel, *since, *until, *limit;
	bool open;
	int64_t since_ms, until_ms, rows; /* rows 0: all */
};

struct listing {
	struct output *out;
	int64_t rows, given;
};

static bool
list_row(void *arg, json_t *row)
{
	struct listing *l = arg;

	output_row(l->out, row);
	return ++l->given < l->rows || l->rows == 0;
}

static int
list(struct client *client, const struct wishes *w)
{
	struct listing l = {.rows = w->rows};
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	int rc, end;

	buf_add_text(&b, "sessions");
	client_query(&b, "phone", w->phone);
	client_query(&b, "channel", w->channel);
	client_query(&b, "open", w->open ? "1" : "");
	if (w->since != NULL)
		client_query_int(&b, "since", w->since_ms);
	if (w->until != NULL)
		client_query_int(&b, "until", w->until_ms);
	if (w->rows > 0 && w->rows < TABLE_ROWS)
		client_query_int(&b, "limit", w->rows);
	l.out = output_begin(w->args.format, columns);
	rc = client_each(client, path, list_row, &l);
	end = output_end(&l.out, rc == EXIT_DONE ? "no sessions" : NULL);
	return rc != EXIT_DONE ? rc : end;
}

/* -- what is wanted -----------------------------------------------------------
 */

static int
read_wishes(struct wishes *w)
{
	int64_t now_ms = clock_wall_ms(clock_system());

	if (w->since != NULL && !options_time(&w->since_ms, w->since, now_ms))
		return usage(
		    &cmd_session, "--since takes 2h, 3d, or 2026-05-31");
	if (w->until != NULL && !options_time(&w->until_ms, w->until, now_ms))
		return usage(
		    &cmd_session, "--until takes 2h, 3d, or 2026-05-31");
	if (w->limit != NULL &&
	    (!str_to_int64(&w->rows, str_from(w->limit)) || w->rows < 1))
		return usage(&cmd_session, "--limit takes a number");
	if (w->limit == NULL && w->args.format == FORMAT_TABLE &&
	    w->since == NULL && w->until == NULL && !w->open)
		w->rows = TABLE_ROWS;
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.rows = 0};
	const struct option_spec specs[] = {
	    {"phone", 0, &w.phone, NULL},
	    {"channel", 0, &w.channel, NULL},
	    {"since", 0, &w.since, NULL},
	    {"until", 0, &w.until, NULL},
	    {"limit", 'n', &w.limit, NULL},
	    {"open", 0, NULL, &w.open},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_session, cli, argc, argv, specs);
	bool one;

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = options_verb(&w.args, &cmd_session, "list, show");
	if (rc != 0)
		return rc;
	one = strcmp(w.args.words[0], "show") == 0;
	if (w.args.count != 1 + one)
		return usage(
		    &cmd_session, one ? "show which dialogue? (its number)"
				      : "list takes no more words");
	rc = read_wishes(&w);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	rc = one ? session_show(client, w.args.format, w.args.words[1])
		 : list(client, &w);
	client_free(&client);
	return rc;
}

const struct command cmd_session = {
    .name = "session",
    .usage = "session list [--open] [--phone PHONE] [--channel NAME] "
	     "[--since 1d]\n"
	     "              [--until TIME] [--limit N]\n"
	     "       furrow session show ID",
    .summary = "dialogues by USSD: who dialled, how far they came",
    .help =
	"list, newest first: the table has the newest 50, --json and --csv "
	"have all.\n"
	"--open         only those that are not over\n"
	"--channel      one ussd section of furrow.conf, by its title\n"
	"show ID        every turn: what was answered (>), the screen that was "
	"shown (<),\n"
	"               and what it did (=). PINs are stored as ****\n\n"
	"States: open (in work), waiting (for an answer), done (it ended), "
	"dropped (hung\nup, idle, dialled anew), lost (link or network failed, "
	"or our answer was late).\n",
    .fn = run,
};
