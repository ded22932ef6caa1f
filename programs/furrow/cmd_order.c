/* cmd_order - orders: the list, one whole, and acting for people who call. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/cmd_order.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"code", "CODE", COLUMN_CODE, false},
    {"id", NULL, COLUMN_NUMBER, false},
    {"line", "LINE", COLUMN_NUMBER, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"buyer", "BUYER", COLUMN_TEXT, false},
    {"seller", "SELLER", COLUMN_TEXT, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"quantity", "QUANTITY", COLUMN_NUMBER, false},
    {"unit", "UNIT", COLUMN_TEXT, false},
    {"price", "PRICE", COLUMN_MONEY, false},
    {"currency", NULL, COLUMN_TEXT, false},
    {"total", "TOTAL", COLUMN_MONEY, false},
    {"payment", "PAYMENT", COLUMN_TEXT, false},
    {"paid", NULL, COLUMN_MONEY, false},
    {"created", "ORDERED", COLUMN_TIME, false},
    {"changed", "CHANGED", COLUMN_TIME, false},
    {"settled", NULL, COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

/* The options of all its words together; each word takes its own. */
struct wishes {
	struct args args;
	const char *since, *state, *phone, *limit;
	const char *for_phone, *to_phone, *line, *quantity;
};

/* -- list ---------------------------------------------------------------------
 */

struct listing {
	struct output *out;
	int64_t left; /* rows still wanted */
};

static bool
list_row(void *arg, json_t *row)
{
	struct listing *l = arg;

	output_row(l->out, row);
	return --l->left > 0;
}

static int
list(struct client *client, const struct wishes *w)
{
	char path[1024];
	struct buf b = buf_over(path, sizeof(path));
	struct listing l = {.left = INT64_MAX};
	int64_t since_ms = 0;
	int rc, end;

	if (w->args.count > 1)
		return usage(&cmd_order, "list takes options only");
	if (w->since != NULL &&
	    !options_time(&since_ms, w->since, clock_wall_ms(clock_system())))
		return usage(&cmd_order, "--since takes 2h, 3d, or 2026-05-31");
	if (w->limit != NULL &&
	    (!str_to_int64(&l.left, str_from(w->limit)) || l.left < 1))
		return usage(&cmd_order, "--limit takes a number");
	buf_add_text(&b, "orders");
	if (w->since != NULL)
		client_query_int(&b, "since", since_ms);
	client_query(&b, "state", w->state);
	client_query(&b, "phone", w->phone);
	if (l.left < 500)
		client_query_int(&b, "limit", l.left);
	l.out = output_begin(w->args.format, columns);
	rc = client_each(client, path, list_row, &l);
	end = output_end(&l.out, rc == EXIT_DONE ? "no orders" : NULL);
	return rc != EXIT_DONE ? rc : end;
}

/* -- show and the acts
 * ----------------------------------------------------------- */

/* People write the sign as the texts do: #K7F. */
static void
order_path(struct buf *b, const char *code)
{
	buf_add_text(b, "orders");
	client_part(b, code[0] == '#' ? code + 1 : code);
}

static int
show(struct client *client, const struct wishes *w)
{
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	json_t *order = NULL;
	int rc;

	order_path(&b, w->args.words[1]);
	rc = client_get(client, path, &order);
	if (rc == EXIT_DONE && w->args.format == FORMAT_JSON)
		json_line(stdout, order);
	else if (rc == EXIT_DONE)
		cmd_order_print(order);
	json_decref(order);
	return rc;
}

static void
put(json_t *body, const char *key, const char *value)
{
	if (value != NULL)
		json_object_set_new(
		    body, key, json_clean(value, strlen(value)));
}

static int
act(struct client *client, const struct wishes *w)
{
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	json_t *body = json_object(), *order = NULL;
	int64_t line = 0;
	int rc;

	if (w->line != NULL)
		str_to_int64(&line, str_from(w->line));
	put(body, "for", w->for_phone);
	put(body, "to", w->to_phone);
	put(body, "quantity", w->quantity);
	if (line > 0)
		json_object_set_new(body, "line", json_integer(line));
	order_path(&b, w->args.words[1]);
	client_part(&b, w->args.words[0]);
	rc = client_post(client, path, body, &order);
	if (rc == EXIT_DONE && w->args.format == FORMAT_JSON)
		json_line(stdout, order);
	else if (rc == EXIT_DONE)
		cmd_order_print_lines(order);
	json_decref(order);
	return rc;
}

static int
check_one(const struct wishes *w)
{
	const struct args *args = &w->args;
	int64_t n;

	if (args->count != 2)
		return usage(&cmd_order, "%s which order?", args->words[0]);
	if (w->line != NULL && (!str_to_int64(&n, str_from(w->line)) || n < 1))
		return usage(&cmd_order, "--line takes a number from 1");
	if (w->quantity != NULL &&
	    (!str_to_milli(&n, str_from(w->quantity)) || n <= 0))
		return usage(&cmd_order, "--quantity takes a number");
	if (w->to_phone != NULL && strcmp(args->words[0], "reassign") != 0)
		return usage(&cmd_order, "--to goes with reassign only");
	return EXIT_DONE;
}

static int
dispatch(struct client *client, const struct wishes *w)
{
	if (strcmp(w->args.words[0], "list") == 0)
		return list(client, w);
	if (strcmp(w->args.words[0], "show") == 0)
		return show(client, w);
	return act(client, w);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.since = NULL};
	const struct option_spec specs[] = {
	    {"since", 0, &w.since, NULL},
	    {"state", 0, &w.state, NULL},
	    {"phone", 0, &w.phone, NULL},
	    {"limit", 'n', &w.limit, NULL},
	    {"for", 0, &w.for_phone, NULL},
	    {"to", 0, &w.to_phone, NULL},
	    {"line", 0, &w.line, NULL},
	    {"quantity", 0, &w.quantity, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_order, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = options_verb(&w.args, &cmd_order,
	    "list, show, accept, decline, cancel, reassign, done");
	if (rc == 0 && strcmp(w.args.words[0], "list") != 0)
		rc = check_one(&w);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	rc = dispatch(client, &w);
	client_free(&client);
	return rc;
}

const struct command cmd_order = {
    .name = "order",
    .usage =
	"order list [--since 2d] [--state STATE] [--phone PHONE] [--limit N]\n"
	"       furrow order show CODE\n"
	"       furrow order accept|decline|cancel|reassign|done CODE "
	"--for PHONE\n"
	"              [--to PHONE] [--line N] [--quantity N]",
    .summary = "orders: list, show, and act for people who call",
    .help =
	"list    one row for each line of each order, oldest first\n"
	"show    one order: its lines, who was asked, and everything that "
	"happened;\n"
	"        CODE is K7F or #K7F (the newest of that code) or an order's "
	"id\n\n"
	"When somebody calls instead of texting, do it for them; the history "
	"says so:\n"
	"accept    for the seller: yes, all of it, or --quantity of it\n"
	"decline   for the seller: no; the next one is asked\n"
	"cancel    for the buyer (or for the seller)\n"
	"reassign  take the line from the seller --for and ask the next, or "
	"--to PHONE\n"
	"done      for a seller: it is handed over; for the buyer: it "
	"arrived\n\n"
	"--line N  only that line of the order\n"
	"States: asked waiting offered confirmed fulfilled unfilled cancelled "
	"disputed\nfailed. What the order's state does not allow is refused "
	"(status 1).\n",
    .fn = run,
};
