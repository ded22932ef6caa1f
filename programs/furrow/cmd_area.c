/* cmd_area - villages, townships, counties. */
#include <stdio.h>
#include <string.h>

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"area", "AREA", COLUMN_TEXT, false},
    {"parent", "LIES IN", COLUMN_TEXT, false},
    {"quiet", "QUIET", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct market_list areas = {
    .command = &cmd_area,
    .resource = "areas",
    .columns = columns,
    .export_columns = columns,
    .nothing = "no areas",
};

static int
add(struct client *client, const struct args *args)
{
	json_t *row;

	if (args->count < 2 || args->count > 3)
		return usage(&cmd_area, "add takes AREA [PARENT]");
	row = json_object();
	market_list_put(row, "area", args->words[1]);
	if (args->count == 3)
		market_list_put(row, "parent", args->words[2]);
	return market_list_add(client, &areas, args, row);
}

static int
dispatch(struct client *client, const struct args *args)
{
	const char *word = args->words[0];

	if (strcmp(word, "add") == 0)
		return add(client, args);
	if (strcmp(word, "import") == 0)
		return market_list_import(client, &areas, args);
	return market_list_show(client, &areas, args, "areas");
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	int rc = options_read(&args, &cmd_area, cli, argc, argv, NULL);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = options_verb(&args, &cmd_area, "list, add, import, export");
	if (rc != 0)
		return rc;
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = dispatch(client, &args);
	client_free(&client);
	return rc;
}

const struct command cmd_area = {
    .name = "area",
    .usage = "area list\n"
	     "       furrow area add AREA [PARENT]\n"
	     "       furrow area import FILE.csv…\n"
	     "       furrow area export [FILE.csv]",
    .summary = "villages, townships, counties: list, add, import, export",
    .help = "FILE.csv has a header row: area,parent,quiet. Only area is "
	    "needed; a parent\nthat is not there yet is made. quiet: the "
	    "area's own quiet hours, 20:30-06:30;\n\"none\": it has none; "
	    "\"market\": as the area around it, or the market.\nThe areas "
	    "in it have the same, unless they have their own.\n",
    .fn = run,
};
