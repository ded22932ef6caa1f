/* cmd_pool - leaders and the households behind them. */
#include <stdio.h>
#include <string.h>

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

static const struct column pool_columns[] = {
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"leader", "LEADER", COLUMN_TEXT, false},
    {"households", "HOUSEHOLDS", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column household_columns[] = {
    {"number", "NO", COLUMN_NUMBER, false},
    {"household", "HOUSEHOLD", COLUMN_TEXT, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"place", "PLACE", COLUMN_TEXT, false},
    {"weight", "WEIGHT", COLUMN_NUMBER, false},
    {"open", "OPEN", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column receipt_columns[] = {
    {"time", "TIME", COLUMN_TIME, false},
    {"household", "HOUSEHOLD", COLUMN_TEXT, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"quantity", "QUANTITY", COLUMN_NUMBER, false},
    {"unit", "UNIT", COLUMN_TEXT, false},
    {"grade", "GRADE", COLUMN_TEXT, false},
    {"terms", "TERMS", COLUMN_TEXT, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"rate", "RATE%", COLUMN_NUMBER, false},
    {"due", "DUE", COLUMN_MONEY, false},
    {"undone", "UNDONE", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column share_columns[] = {
    {"line", "LINE", COLUMN_NUMBER, false},
    {"household", "HOUSEHOLD", COLUMN_TEXT, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"quantity", "QUANTITY", COLUMN_NUMBER, false},
    {"unit", "UNIT", COLUMN_TEXT, false},
    {"grade", "GRADE", COLUMN_TEXT, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"state", "STATE", COLUMN_STATE, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct view {
	const char *word; /* of the command */
	const char *resource, *key; /* key NULL: takes no more words */
	const char *nothing;
	const struct column *columns;
};

static const struct view views[] = {
    {"list", "pools", NULL, "no leader has households", pool_columns},
    {"show", "households", "phone", "nobody with that phone leads households",
	household_columns},
    {"took", "receipts", "phone", "nothing was taken by that phone, or from it",
	receipt_columns},
    {"shares", "shares", "code", "the order is not shared", share_columns},
};

static const struct view *
view_of(const struct args *args)
{
	for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++)
		if (args->count == (views[i].key != NULL ? 2 : 1) &&
		    strcmp(args->words[0], views[i].word) == 0)
			return &views[i];
	return NULL;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const struct option_spec specs[] = {{NULL, 0, NULL, NULL}};
	const struct view *view;
	struct client *client;
	struct output *out;
	struct args args;
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	int rc = options_read(&args, &cmd_pool, cli, argc, argv, specs), end;

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	view = view_of(&args);
	if (view == NULL)
		return usage(
		    &cmd_pool, "list, show LEADER, took PHONE, shares CODE?");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	buf_add_text(&b, view->resource);
	if (view->key != NULL)
		client_query(
		    &b, view->key, args.words[1] + (args.words[1][0] == '#'));
	out = output_begin(args.format, view->columns);
	rc = client_each(client, path, output_each, out);
	end = output_end(&out, rc == EXIT_DONE ? view->nothing : NULL);
	client_free(&client);
	return rc != EXIT_DONE ? rc : end;
}

const struct command cmd_pool = {
    .name = "pool",
    .usage = "pool list\n"
	     "       furrow pool show LEADER\n"
	     "       furrow pool took PHONE\n"
	     "       furrow pool shares CODE",
    .summary = "leaders, their households, and what each gives",
    .help = "list: every leader with households. show: the households of the "
	    "leader with that\nphone; NO is the number that the leader texts, "
	    "OPEN how many parts they still have\nto bring. took: the newest "
	    "receipts of a leader, or of a household. shares: how an\norder is "
	    "shared out.\n\n"
	    "A household becomes one by its leader (furrow person add, the "
	    "column leader of\nthe table, or the leader's text HOUSEHOLD "
	    "name).\n",
    .fn = run,
};
