/* cmd_sale - sales with an end: the list, and one with its sellers. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"code", "CODE", COLUMN_CODE, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"unit", "UNIT", COLUMN_TEXT, false},
    {"from", "FROM", COLUMN_TIME, false},
    {"until", "UNTIL", COLUMN_TIME, false},
    {"orders", "ORDERS", COLUMN_NUMBER, false},
    {"sold", "SOLD", COLUMN_NUMBER, false},
    {"sum", "SUM", COLUMN_MONEY, false},
    {"left", "LEFT", COLUMN_NUMBER, false},
    {"waiting", "WAITING", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column seller_columns[] = {
    {"seller", "SELLER", COLUMN_TEXT, false},
    {"orders", "ORDERS", COLUMN_NUMBER, false},
    {"sold", "SOLD", COLUMN_NUMBER, false},
    {"sum", "SUM", COLUMN_MONEY, false},
    {"left", "LEFT", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column promoter_columns[] = {
    {"code", "PROMOTER", COLUMN_TEXT, false},
    {"promoter", "PHONE", COLUMN_TEXT, false},
    {"orders", "ORDERS", COLUMN_NUMBER, false},
    {"sum", "SUM", COLUMN_MONEY, false},
    {"percent", "%", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "sales", output_each, out);
	int end = output_end(&out, "no sales");

	return rc != EXIT_DONE ? rc : end;
}

static int
print_rows(json_t *rows, const struct column *with)
{
	struct output *out;
	size_t i;
	json_t *row;

	if (json_array_size(rows) == 0)
		return EXIT_DONE;
	printf("\n");
	out = output_begin(FORMAT_TABLE, with);
	json_array_foreach(rows, i, row) output_row(out, row);
	return output_end(&out, NULL);
}

static int
show(struct client *client, const struct args *args)
{
	char path[128];
	struct buf b = buf_over(path, sizeof(path));
	const char *code = args->words[1];
	struct output *out;
	json_t *sale = NULL;
	int rc;

	buf_add_text(&b, "sales");
	client_part(&b, *code == '#' ? code + 1 : code);
	rc = client_get(client, path, &sale);
	if (rc != EXIT_DONE)
		return rc;
	out = output_begin(args->format, columns);
	output_row(out, sale);
	rc = output_end(&out, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		rc = print_rows(
		    json_object_get(sale, "sellers"), seller_columns);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		rc = print_rows(
		    json_object_get(sale, "promoters"), promoter_columns);
	json_decref(sale);
	return rc;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	int rc = options_read(&args, &cmd_sale, cli, argc, argv, NULL);
	bool one;

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = options_verb(&args, &cmd_sale, "list, show");
	if (rc != 0)
		return rc;
	one = strcmp(args.words[0], "show") == 0;
	if (args.count != 1 + one)
		return usage(&cmd_sale, one ? "show which sale? (its code)"
					    : "list takes no more words");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = one ? show(client, &args) : list(client, &args);
	client_free(&client);
	return rc;
}

const struct command cmd_sale = {
    .name = "sale",
    .usage = "sale list\n"
	     "       furrow sale show CODE",
    .summary = "sales with an end: what was sold, what is left, who waits",
    .help =
	"A sale is opened by text: SALE mango 300kg 35 14:00-18:00 MAX 50kg. "
	"CODE is its\ncode (KM4), or its number for one that is over. WAITING "
	"counts the buyers on its\nlist. show adds its sellers in the order "
	"of the relay, and the promoters.\n",
    .fn = run,
};
