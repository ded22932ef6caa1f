/* cmd_route - which link carries a text, and why. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"
#include "programs/furrow/output.h"

struct wishes {
	struct args args;
	const char *class_;
	bool question;
};

/* EXIT_FAILED when it could not leave by any link, now or later: for scripts.
 */
static int
show(const struct wishes *w, const json_t *reply)
{
	const json_t *says = json_object_get(reply, "says");
	size_t i;
	json_t *line;
	bool none = json_int(reply, "routes", 0) > 0 &&
		    json_is_null(json_object_get(reply, "route"));

	if (w->args.format == FORMAT_JSON)
		json_line(stdout, reply);
	else
		json_array_foreach(says, i, line)
		    printf("%s\n", json_string_value(line));
	return none || json_is_true(json_object_get(reply, "blocked"))
		   ? EXIT_FAILED
		   : EXIT_DONE;
}

static int
test(struct client *client, const struct wishes *w)
{
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	json_t *reply = NULL;

	buf_add_text(&b, "route");
	client_query(&b, "phone", w->args.words[1]);
	client_query(&b, "class", w->class_);
	client_query(&b, "question", w->question ? "1" : NULL);
	int rc = client_get(client, path, &reply);
	if (rc == EXIT_DONE)
		rc = show(w, reply);
	json_decref(reply);
	return rc;
}

static const struct column columns[] = {
    {"name", "ROUTE", COLUMN_TEXT, false},
    {"to", "TO", COLUMN_LIST, false},
    {"links", "LINKS", COLUMN_LIST, false},
    {"policy", "POLICY", COLUMN_TEXT, false},
    {"classes", "CLASSES", COLUMN_LIST, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static bool
row(void *arg, json_t *item)
{
	output_row(arg, item);
	return true;
}

static int
list(struct client *client, const struct wishes *w)
{
	struct output *out = output_begin(w->args.format, columns);
	int rc = client_each(client, "routes", row, out);
	int end = output_end(
	    &out, "there are no routes: every link carries everything");

	return rc != EXIT_DONE ? rc : end;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.class_ = NULL};
	const struct option_spec specs[] = {
	    {"class", 0, &w.class_, NULL},
	    {"question", 0, NULL, &w.question},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_route, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	bool is_test = w.args.count > 0 && strcmp(w.args.words[0], "test") == 0;
	bool is_list = w.args.count > 0 && strcmp(w.args.words[0], "list") == 0;
	if (!is_test && !is_list)
		return usage(&cmd_route, "test a number, or list the routes");
	if (w.args.count != (is_test ? 2 : 1))
		return usage(&cmd_route,
		    is_test ? "which number, one?" : "list takes no words");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = is_test ? test(client, &w) : list(client, &w);
	client_free(&client);
	return rc;
}

const struct command cmd_route = {
    .name = "route",
    .usage = "route test PHONE [--class CLASS] [--question]\n"
	     "       furrow route list",
    .summary = "which link carries a text to whom, and why",
    .help =
	"test: what would happen to a text to PHONE now, step by step: the "
	"number as\nfurrow writes it, its operator, the route that fits, each "
	"link and why it may or\nmay not, who would take it, and what happens "
	"when that fails. Nothing is sent.\n"
	"CLASS: confirm (the default), proposal, notice, advisory, alarm. "
	"--question: it\nneeds an answer, so a link must be two-way. The "
	"status is 1 when no route fits or\nthe number is blocked.\n\n"
	"Routes are sections of furrow.conf(5); SIGHUP takes over new ones. "
	"furrow person\npin PHONE LINK puts a link first for one phone.\n",
    .fn = run,
};
