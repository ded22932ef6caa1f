/* cmd_link - the links: what they do, and making them do it anew. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/cmd_link.h"

static bool
print_row(void *arg, json_t *row)
{
	output_row(arg, row);
	return true;
}

struct showing {
	const char *name;
	enum format format;
	bool found;
};

/* "month     30 of 250 texts, 12 of 99 numbers" */
static void
show_used(const char *when, json_t *budget, const char *used, const char *limit,
    const char *what)
{
	json_t *most = json_object_get(budget, limit);

	printf("%-10s%" JSON_INTEGER_FORMAT, when,
	    json_integer_value(json_object_get(budget, used)));
	if (json_is_integer(most))
		printf(" of %" JSON_INTEGER_FORMAT, json_integer_value(most));
	printf(" %s\n", what);
}

static void
show_budget(json_t *budget)
{
	const char *expires = json_text(budget, "expires", "");

	show_used("today", budget, "texts_today", "texts_per_day", "texts");
	show_used("month", budget, "texts_month", "texts_per_month", "texts");
	if (json_is_integer(json_object_get(budget, "recipients_per_month")))
		show_used("", budget, "recipients_month",
		    "recipients_per_month", "numbers");
	if (expires[0] != '\0')
		printf("%-10s%.10s\n", "expires", expires);
}

static bool
show_row(void *arg, json_t *row)
{
	struct showing *s = arg;
	const char *key;
	json_t *value;

	if (strcmp(json_text(row, "name", ""), s->name) != 0)
		return true;
	s->found = true;
	if (s->format == FORMAT_JSON) {
		json_line(stdout, row);
		return false;
	}
	json_object_foreach(row, key, value)
	{
		if (json_is_string(value))
			printf("%-10s%s\n", key, json_string_value(value));
		else if (json_is_integer(value))
			printf("%-10s%" JSON_INTEGER_FORMAT "\n", key,
			    json_integer_value(value));
		else if (json_is_boolean(value))
			printf("%-10s%s\n", key,
			    json_is_true(value) ? "yes" : "no");
		else if (strcmp(key, "budget") == 0 && json_is_object(value))
			show_budget(value);
	}
	return false;
}

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, link_columns);
	int rc = client_each(client, "links", print_row, out);
	int end = output_end(&out, rc == EXIT_DONE ? "no links" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

static int
show(struct client *client, const struct args *args)
{
	struct showing s = {args->words[1], args->format, false};
	int rc = client_each(client, "links", show_row, &s);

	if (rc == EXIT_DONE && !s.found)
		return complain("link", "no link is named %s", s.name);
	return rc;
}

static int
act(struct client *client, const struct args *args)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "links");
	client_part(&b, args->words[1]);
	client_part(&b, args->words[0]);
	rc = client_post(client, path, NULL, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf(
		    "link %s: %s asked for\n", args->words[1], args->words[0]);
	return rc;
}

static int
dispatch(struct client *client, const struct args *args)
{
	if (strcmp(args->words[0], "list") == 0)
		return list(client, args);
	if (strcmp(args->words[0], "show") == 0)
		return show(client, args);
	return act(client, args);
}

static int
check(const struct args *args)
{
	static const char known[] = " list show reset drain resume ";
	char word[32];

	if (args->count == 0)
		return usage(&cmd_link, "what of the links?");
	snprintf(word, sizeof(word), " %.20s ", args->words[0]);
	if (strstr(known, word) == NULL)
		return usage(&cmd_link, "there is no \"%s\"", args->words[0]);
	if (strcmp(args->words[0], "list") != 0 && args->count != 2)
		return usage(&cmd_link, "%s which link?", args->words[0]);
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	int rc = options_read(&args, &cmd_link, cli, argc, argv, NULL);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&args);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	rc = dispatch(client, &args);
	client_free(&client);
	return rc;
}

const struct command cmd_link = {
    .name = "link",
    .usage = "link list\n"
	     "       furrow link show|reset|drain|resume NAME",
    .summary = "modems and other links: see, reset, rest, resume",
    .help =
	"list    every link with its state and what it is doing\n"
	"show    all that is known about one\n"
	"reset   start it anew: a modem is probed and registered again\n"
	"drain   receive, but send nothing more (before a SIM is changed)\n"
	"resume  send again\n\n"
	"States: up, starting, down (absent), resting (receives only), parked "
	"(given up\nuntil somebody acts).\n",
    .fn = run,
};
