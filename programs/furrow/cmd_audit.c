/* cmd_audit - who did what by command, console or text, and is it true? */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"

#include "programs/furrow/audit_prove.h"
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

struct wishes {
	struct audit_prove prove;
	const char *since, *actor, *action, *reason;
};

static bool
list_row(void *out, json_t *row)
{
	output_row(out, row);
	return true;
}

static int
list(struct cli *cli, const struct wishes *w)
{
	char storage[512];
	struct buf path = buf_over(storage, sizeof(storage));
	struct client *client;
	struct output *out;
	int64_t since_ms = 0;
	int rc, end;

	if (w->since != NULL &&
	    !options_time(&since_ms, w->since, clock_wall_ms(clock_system())))
		return usage(&cmd_audit, "--since takes 2h, 3d, or 2026-05-31");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	buf_add_text(&path, "audit");
	if (since_ms != 0)
		client_query_int(&path, "since", since_ms);
	client_query(&path, "actor", w->actor);
	client_query(&path, "action", w->action);
	out = output_begin(w->prove.format, columns);
	rc = client_each(client, path.at, list_row, out);
	end = output_end(
	    &out, rc == EXIT_DONE ? "nothing was done by command" : NULL);
	client_free(&client);
	return rc != EXIT_DONE ? rc : end;
}

static int
accept(struct cli *cli, const struct wishes *w)
{
	struct client *client;
	int rc;

	if (w->reason == NULL || w->reason[0] == '\0')
		return usage(&cmd_audit, "accept takes --reason WHY");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = client_post(client, "audit/accept",
	    json_pack("{s:s}", "reason", w->reason), NULL);
	client_free(&client);
	if (rc == EXIT_DONE)
		printf("Signed heads go on from here, in a few seconds.\n");
	return rc;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.since = NULL};
	const struct option_spec specs[] = {
	    {"since", 0, &w.since, NULL},
	    {"actor", 0, &w.actor, NULL},
	    {"action", 0, &w.action, NULL},
	    {"store", 0, &w.prove.store, NULL},
	    {"heads", 0, &w.prove.heads, NULL},
	    {"key", 0, &w.prove.key, NULL},
	    {"reason", 0, &w.reason, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct args args;
	int rc = options_read(&args, &cmd_audit, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	w.prove.format = args.format;
	rc = options_verb(&args, &cmd_audit, "list, verify, accept");
	if (rc != 0)
		return rc;
	if (args.count != 1)
		return usage(
		    &cmd_audit, "%s takes no more words", args.words[0]);
	if (strcmp(args.words[0], "list") == 0)
		return list(cli, &w);
	if (strcmp(args.words[0], "accept") == 0)
		return accept(cli, &w);
	return audit_prove(cli, &w.prove);
}

const struct command cmd_audit = {
    .name = "audit",
    .usage =
	"audit list [--since 7d] [--actor WHO] [--action DID]\n"
	"       furrow audit verify [--store FILE] [--heads DIR] [--key PUB]\n"
	"       furrow audit accept --reason WHY",
    .summary = "who did what by command, and is it true?",
    .help =
	"list: every change that a person made is a row: when, who, what, on\n"
	"what. --action person finds person.add, too.\n"
	"verify: is nothing edited, deleted, reordered, cut off, rolled back "
	"or\n"
	"forged? Names the first bad row; exit 1. Without --store the daemon\n"
	"looks. With it no daemon is needed: the signed heads beside the "
	"file,\n"
	"or those of DIR, are taken, with the public key PUB.\n"
	"accept: a backup was restored, so the store is older than the signed\n"
	"heads: go on from here. Says so in the audit for good.\n",
    .fn = run,
};
