/* cmd_order_print - one order with its lines, proposals and history. */
#include "programs/furrow/cmd_order.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/output.h"

static const struct column line_columns[] = {
    {"line", "LINE", COLUMN_NUMBER, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"quantity", "QUANTITY", COLUMN_NUMBER, false},
    {"unit", "UNIT", COLUMN_TEXT, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"total", "TOTAL", COLUMN_MONEY, false},
    {"seller", "SELLER", COLUMN_TEXT, false},
    {"payment", "PAYMENT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column proposal_columns[] = {
    {"line", "LINE", COLUMN_NUMBER, false},
    {"seller", "ASKED", COLUMN_TEXT, false},
    {"state", "ANSWER", COLUMN_STATE, false},
    {"quantity", "QUANTITY", COLUMN_NUMBER, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"asked", "AT", COLUMN_TIME, false},
    {"answered", "ANSWERED", COLUMN_TIME, false},
    {"reason", "WHY THIS SELLER", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column history_columns[] = {
    {"time", "TIME", COLUMN_TIME, false},
    {"line", "LINE", COLUMN_NUMBER, false},
    {"from", "FROM", COLUMN_STATE, false},
    {"to", "TO", COLUMN_STATE, false},
    {"by", "BY", COLUMN_TEXT, false},
    {"text", "WHAT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static void
print_table(const json_t *rows, const struct column *columns)
{
	struct output *out = output_begin(FORMAT_TABLE, columns);

	for (size_t i = 0; i < json_array_size(rows); i++)
		output_row(out, json_array_get(rows, i));
	output_end(&out, NULL);
}

static void
print_fact(const json_t *order, const char *key, const char *title)
{
	const char *value = json_text(order, key, "");

	if (value[0] != '\0')
		printf("%-9s%s\n", title, value);
}

static void
print_time(const json_t *order, const char *key, const char *title)
{
	const char *value = json_text(order, key, NULL);
	char text[40];

	if (value == NULL)
		return;
	output_local_time(text, sizeof(text), value);
	printf("%-9s%s\n", title, text);
}

/* By which modem, centre or channel it came; by dialling, that is said. */
static void
print_way(const json_t *order)
{
	const char *link = json_text(order, "link", "");
	bool ussd = strcmp(json_text(order, "link_kind", ""), "ussd") == 0;

	if (link[0] != '\0')
		printf("%-9s%s%s\n", "came by", link,
		    ussd ? " (dialled, by USSD)" : "");
}

void
cmd_order_print_lines(const json_t *order)
{
	printf("order #%s of %s\n", json_text(order, "code", ""),
	    json_text(order, "buyer", "somebody"));
	print_table(json_object_get(order, "lines"), line_columns);
}

void
cmd_order_print(const json_t *order)
{
	printf("%sorder #%s%s (id %" JSON_INTEGER_FORMAT ")\n",
	    output_colour(COLOUR_BOLD), json_text(order, "code", ""),
	    output_colour(COLOUR_NONE), (json_int_t)json_int(order, "id", 0));
	print_fact(order, "buyer", "buyer");
	print_fact(order, "buyer_name", "name");
	print_fact(order, "for", "for");
	print_fact(order, "place", "place");
	print_fact(order, "day", "day");
	print_time(order, "created", "ordered");
	print_way(order);
	print_time(order, "settled", "settled");
	putchar('\n');
	print_table(json_object_get(order, "lines"), line_columns);
	if (json_array_size(json_object_get(order, "proposals")) > 0) {
		putchar('\n');
		print_table(
		    json_object_get(order, "proposals"), proposal_columns);
	}
	putchar('\n');
	print_table(json_object_get(order, "history"), history_columns);
}
