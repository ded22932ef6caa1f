/* cmd_webhook - the programs that are told what happens. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"
#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"name", "NAME", COLUMN_TEXT, false},
    {"state", "STATE", COLUMN_TEXT, false},
    {"host", "HOST", COLUMN_TEXT, false},
    {"waiting", "WAITING", COLUMN_NUMBER, false},
    {"told", "TOLD", COLUMN_NUMBER, false},
    {"dropped", "DROPPED", COLUMN_NUMBER, false},
    {"told_last", "LAST", COLUMN_TIME, false},
    {"tries", "TRIES", COLUMN_NUMBER, false},
    {"next", "NEXT TRY", COLUMN_TIME, false},
    {"why", "WHAT WENT WRONG", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static int
list(struct client *client, const void *wishes)
{
	const struct args *args = wishes;
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "webhooks", output_each, out);
	int end = output_end(
	    &out, rc == EXIT_DONE ? "the configuration has no section webhook"
				  : NULL);

	return rc != EXIT_DONE ? rc : end;
}

static int
print_trial(const char *name, const json_t *reply)
{
	long long status = (long long)json_int(reply, "status", 0);

	if (json_is_true(json_object_get(reply, "taken"))) {
		printf("%s: taken (%lld)\n", name, status);
		return EXIT_DONE;
	}
	return complain(name, "%s", json_text(reply, "why", ""));
}

static int
act(struct client *client, const void *wishes)
{
	const struct args *args = wishes;
	const char *word = args->words[0], *name = args->words[1];
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	json_t *reply = NULL;
	int rc;

	buf_add_text(&b, "webhooks");
	client_part(&b, name);
	client_part(&b, word);
	rc = client_post(client, path, NULL, &reply);
	if (rc == EXIT_DONE && args->format == FORMAT_JSON)
		json_line(stdout, reply);
	if (rc == EXIT_DONE && strcmp(word, "test") == 0 &&
	    args->format != FORMAT_JSON)
		rc = print_trial(name, reply);
	else if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf("%s: it goes on\n", name);
	json_decref(reply);
	return rc;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const struct option_spec specs[] = {{NULL, 0, NULL, NULL}};
	struct args args;
	int rc = options_read(&args, &cmd_webhook, cli, argc, argv, specs);
	const char *word = rc == 0 && args.count > 0 ? args.words[0] : "list";

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (strcmp(word, "list") == 0 && args.count <= 1)
		return client_with(cli, list, &args);
	if (strcmp(word, "test") != 0 && strcmp(word, "resume") != 0 &&
	    strcmp(word, "skip") != 0)
		return usage(&cmd_webhook, "list, test, resume or skip?");
	if (args.count != 2)
		return usage(
		    &cmd_webhook, "which? (a section webhook of furrow.conf)");
	return client_with(cli, act, &args);
}

const struct command cmd_webhook = {
    .name = "webhook",
    .usage = "webhook list\n"
	     "       furrow webhook test|resume|skip NAME",
    .summary = "programs that are told what happens",
    .help =
	"list    who is told (section webhook of furrow.conf), and how it "
	"goes\n"
	"test    one event of the type test, now, and what is answered\n"
	"resume  on again after it answered 410; or at once, while it waits "
	"for the next\n        try\n"
	"skip    the same, without the event that it is at\n",
    .fn = run,
};
