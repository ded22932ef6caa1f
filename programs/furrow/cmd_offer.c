/* cmd_offer - what sellers have: produce, stock, price. */
#include <stdio.h>
#include <string.h>

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"seller", "SELLER", COLUMN_TEXT, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"unit", "UNIT", COLUMN_TEXT, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"currency", NULL, COLUMN_TEXT, false},
    {"left", "LEFT", COLUMN_NUMBER, false},
    {"quantity", "STOCK", COLUMN_NUMBER, false},
    {"unit_kg", "KG", COLUMN_NUMBER, false},
    {"grade", "GRADE", COLUMN_TEXT, false},
    {"from", NULL, COLUMN_TIME, false},
    {"until", "UNTIL", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column export_columns[] = {
    {"phone", NULL, COLUMN_TEXT, false},
    {"product", NULL, COLUMN_TEXT, false},
    {"quantity", NULL, COLUMN_NUMBER, false},
    {"unit", NULL, COLUMN_TEXT, false},
    {"price", NULL, COLUMN_MONEY, false},
    {"unit_kg", NULL, COLUMN_NUMBER, false},
    {"grade", NULL, COLUMN_TEXT, false},
    {"from", NULL, COLUMN_TIME, false},
    {"until", NULL, COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct market_list offers = {
    .command = &cmd_offer,
    .resource = "offers",
    .columns = columns,
    .export_columns = export_columns,
    .nothing = "no offers",
};

struct wishes {
	struct args args;
	const char *phone, *price, *unit_kg, *grade, *from, *until;
};

/* add PHONE PRODUCT QUANTITY UNIT [PRICE] */
static int
add(struct client *client, const struct wishes *w)
{
	const char *const *words = w->args.words;
	json_t *row;

	if (w->args.count < 5 || w->args.count > 6)
		return usage(&cmd_offer,
		    "add takes PHONE PRODUCT QUANTITY UNIT [PRICE]");
	row = json_object();
	market_list_put(row, "phone", words[1]);
	market_list_put(row, "product", words[2]);
	market_list_put(row, "quantity", words[3]);
	market_list_put(row, "unit", words[4]);
	market_list_put(row, "price", w->args.count == 6 ? words[5] : w->price);
	market_list_put(row, "unit_kg", w->unit_kg);
	market_list_put(row, "grade", w->grade);
	market_list_put(row, "from", w->from);
	market_list_put(row, "until", w->until);
	return market_list_add(client, &offers, &w->args, row);
}

static int
show(struct client *client, const struct wishes *w)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));

	buf_add_text(&b, "offers");
	client_query(&b, "phone", w->phone);
	return market_list_show(client, &offers, &w->args, path);
}

static int
dispatch(struct client *client, const struct wishes *w)
{
	const char *word = w->args.words[0];

	if (strcmp(word, "add") == 0)
		return add(client, w);
	if (strcmp(word, "import") == 0)
		return market_list_import(client, &offers, &w->args);
	return show(client, w);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.phone = NULL};
	const struct option_spec specs[] = {
	    {"phone", 0, &w.phone, NULL},
	    {"price", 0, &w.price, NULL},
	    {"unit-kg", 0, &w.unit_kg, NULL},
	    {"grade", 0, &w.grade, NULL},
	    {"from", 0, &w.from, NULL},
	    {"until", 0, &w.until, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_offer, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = options_verb(&w.args, &cmd_offer, "list, add, import, export");
	if (rc != 0)
		return rc;
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = dispatch(client, &w);
	client_free(&client);
	return rc;
}

const struct command cmd_offer = {
    .name = "offer",
    .usage = "offer list [--phone PHONE]\n"
	     "       furrow offer add PHONE PRODUCT QUANTITY UNIT [PRICE] "
	     "[--unit-kg N]\n"
	     "              [--grade G] [--from DAY] [--until DAY]\n"
	     "       furrow offer import FILE.csv…\n"
	     "       furrow offer export [FILE.csv]",
    .summary = "what sellers have: list, add, import, export",
    .help =
	"FILE.csv has a header row; the columns (the first four are "
	"needed):\n"
	"    phone,product,quantity,unit,price,unit_kg,grade,from,until\n"
	"product: its key in the catalogue or any of its names. quantity: the "
	"stock, which\nreplaces the old one. price: for one unit, in the "
	"market's currency. unit_kg: what\none unit weighs, when it is a pack. "
	"from, until: the first and the last day.\n"
	"A seller has one offer for each product and unit; a person with an "
	"offer becomes\na seller.\n\n"
	"LEFT is what may still be promised: held and sold are deducted.\n"
	"A bad row is named with its line and the reason, the good ones are "
	"imported;\nthe status is 1 when one was bad.\n",
    .fn = run,
};
