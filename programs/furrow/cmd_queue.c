/* cmd_queue - texts that have not left yet. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"time", "SINCE", COLUMN_TIME, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"tries", "TRIES", COLUMN_NUMBER, false},
    {"due", "NEXT TRY", COLUMN_TIME, false},
    {"link", "LINK", COLUMN_TEXT, false},
    {"order", "ORDER", COLUMN_CODE, false},
    {"why", "WHY", COLUMN_TEXT, false},
    {"text", "TEXT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

/* Its texts are made as links have room: they are not in the list. */
static void
tell_broadcasts(struct client *client)
{
	json_t *status = NULL;

	if (client_get(client, "status", &status) != EXIT_DONE)
		return;
	const json_t *all = json_object_get(status, "broadcasts");

	fflush(stdout);
	for (size_t i = 0; i < json_array_size(all); i++) {
		const json_t *b = json_array_get(all, i);

		fprintf(stderr,
		    "(broadcast %lld is %s: %lld %% of the people met; its "
		    "next texts are made as links have room)\n",
		    (long long)json_int(b, "id", 0), json_text(b, "state", ""),
		    (long long)json_int(b, "percent", 0));
	}
	json_decref(status);
}

static int
list(struct client *client, const struct args *args)
{
	static const char *const states[] = {
	    "sending", "queued", "refused", "unknown"};
	struct output *out = output_begin(args->format, columns);
	int rc = EXIT_DONE, end;

	for (size_t i = 0; i < 4 && rc == EXIT_DONE; i++) {
		char path[64];

		snprintf(path, sizeof(path), "queue?state=%s", states[i]);
		rc = client_each(client, path, output_each, out);
	}
	end = output_end(&out, rc == EXIT_DONE ? "the queue is empty" : NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		tell_broadcasts(client);
	return rc != EXIT_DONE ? rc : end;
}

/* Of a restored store: what waits for a word. */
static int
held(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "held", output_each, out);
	int end = output_end(&out, rc == EXIT_DONE ? "no text is held" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

/* All that are held: so many in a turn, until none is left. */
static int
act_all(struct client *client, const struct args *args, const char *path)
{
	long long count = 0, left = 1;

	while (left > 0) {
		json_t *reply = NULL;
		int rc = client_post(client, path, NULL, &reply);

		if (rc != EXIT_DONE)
			return rc;
		count += json_int(reply, "done", 0);
		left = json_int(reply, "done", 0) == 0
			   ? 0
			   : json_int(reply, "left", 0);
		json_decref(reply);
	}
	if (args->format == FORMAT_TABLE)
		printf("%lld texts: %s; orders' timers go on\n", count,
		    strcmp(args->words[0], "drop") == 0 ? "dropped"
							: "released");
	return EXIT_DONE;
}

/* Each id by itself; the first that is refused does not stop the others. */
static int
act(struct client *client, const struct args *args)
{
	int rc = EXIT_DONE;
	bool release = strcmp(args->words[0], "release") == 0;

	if (strcmp(args->words[1], "all") == 0)
		return act_all(client, args,
		    release ? "held/all/release" : "held/all/drop");
	for (int i = 1; i < args->count; i++) {
		char path[256];
		struct buf b = buf_over(path, sizeof(path));

		buf_add_text(&b, release ? "held" : "queue");
		client_part(&b, args->words[i]);
		client_part(&b, args->words[0]);
		if (client_post(client, path, NULL, NULL) != EXIT_DONE)
			rc = EXIT_FAILED;
		else if (args->format == FORMAT_TABLE)
			printf("message %s: %s\n", args->words[i],
			    strcmp(args->words[0], "drop") == 0 ? "dropped"
			    : release                           ? "released"
				      : "will be tried at once");
	}
	return rc;
}

static int
check(const struct args *args)
{
	const char *word = args->count > 0 ? args->words[0] : "";
	int rc =
	    options_verb(args, &cmd_queue, "list, retry, drop, held, release");

	if (rc != 0)
		return rc;
	if (strcmp(word, "list") == 0 || strcmp(word, "held") == 0)
		return args->count == 1
			   ? EXIT_DONE
			   : usage(&cmd_queue, "%s takes no words", word);
	if (args->count < 2)
		return usage(&cmd_queue, "%s which message? (its id)", word);
	if (strcmp(args->words[1], "all") == 0 &&
	    (args->count > 2 || strcmp(word, "retry") == 0))
		return usage(
		    &cmd_queue, "all is for release and drop, and alone");
	return EXIT_DONE;
}

static int
dispatch(struct client *client, const void *wishes)
{
	const struct args *args = wishes;

	if (strcmp(args->words[0], "held") == 0)
		return held(client, args);
	return strcmp(args->words[0], "list") == 0 ? list(client, args)
						   : act(client, args);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct args args;
	int rc = options_read(&args, &cmd_queue, cli, argc, argv, NULL);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&args);
	return rc == EXIT_DONE ? client_with(cli, dispatch, &args) : rc;
}

const struct command cmd_queue = {
    .name = "queue",
    .usage = "queue list\n"
	     "       furrow queue retry|drop ID…\n"
	     "       furrow queue held\n"
	     "       furrow queue release|drop all|ID…",
    .summary = "texts that wait to leave; try again, drop",
    .help =
	"list   what is being sent, waits, was refused, or may or may not have "
	"left\n"
	"retry  try these at once\n"
	"drop   never send these\n"
	"held     after a restore: texts that had not left when the backup was "
	"made\n"
	"release  send these (or all of them); drop all: none of them. "
	"Only then orders'\n         timers go on\n\n"
	"unknown means: nobody told us whether the text left. A delivery "
	"report settles\nit; otherwise proposals and confirmations go once "
	"more, advisories never.\n",
    .fn = run,
};
