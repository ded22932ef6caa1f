/* cmd_audit - who did what by command. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"time", "TIME", COLUMN_TIME, false},
    {"actor", "WHO", COLUMN_TEXT, false},
    {"action", "DID", COLUMN_TEXT, false},
    {"what", "WHAT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct listing {
	struct output *out;
	int64_t since_ms;
};

static bool
list_row(void *arg, json_t *row)
{
	struct listing *l = arg;
	int64_t time_ms;

	if (l->since_ms == 0 ||
	    (clock_parse(&time_ms, json_text(row, "time", "")) &&
		time_ms >= l->since_ms))
		output_row(l->out, row);
	return true;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const char *since = NULL;
	const struct option_spec specs[] = {
	    {"since", 0, &since, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct listing l = {.since_ms = 0};
	struct client *client;
	struct args args;
	int rc = options_read(&args, &cmd_audit, cli, argc, argv, specs), end;

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count != 1 || strcmp(args.words[0], "list") != 0)
		return usage(&cmd_audit, "what of the audit?");
	if (since != NULL &&
	    !options_time(&l.since_ms, since, clock_wall_ms(clock_system())))
		return usage(&cmd_audit, "--since takes 2h, 3d, or 2026-05-31");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	l.out = output_begin(args.format, columns);
	rc = client_each(client, "audit", list_row, &l);
	end = output_end(
	    &l.out, rc == EXIT_DONE ? "nothing was done by command" : NULL);
	client_free(&client);
	return rc != EXIT_DONE ? rc : end;
}

const struct command cmd_audit = {
    .name = "audit",
    .usage = "audit list [--since 7d]",
    .summary = "who did what by command",
    .help = "Every change asked for with furrow is a row: when, who, what, "
	    "on what.\n",
    .fn = run,
};
