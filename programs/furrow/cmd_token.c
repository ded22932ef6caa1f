/* cmd_token - tokens by which scripts use the API. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"name", "FOR", COLUMN_TEXT, false},
    {"role", "ROLE", COLUMN_TEXT, false},
    {"scope", "SCOPE", COLUMN_TEXT, false},
    {"tail", "TAIL", COLUMN_TEXT, false},
    {"by", "BY", COLUMN_TEXT, false},
    {"made", "MADE", COLUMN_TIME, false},
    {"expires", "EXPIRES", COLUMN_TIME, false},
    {"used", "LAST USED", COLUMN_TIME, false},
    {"revoked", "REVOKED", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "tokens", output_each, out);
	int end = output_end(&out, rc == EXIT_DONE ? "no tokens" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

/* The token alone goes to standard output, so that it can go into a file. */
static int
add(struct client *client, const struct args *args, json_t *row)
{
	json_t *reply = NULL;
	int rc;

	market_list_put(row, "name", args->words[1]);
	rc = client_post(client, "tokens", row, &reply);
	if (rc != EXIT_DONE)
		return rc;
	if (args->format == FORMAT_JSON)
		json_line(stdout, reply);
	else {
		printf("%s\n", json_text(reply, "token", ""));
		fprintf(stderr, "It is shown this once: furrow keeps only a "
				"hash of it.\n");
	}
	json_decref(reply);
	return EXIT_DONE;
}

static int
revoke(struct client *client, const struct args *args)
{
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "tokens");
	client_part(&b, args->words[1]);
	client_part(&b, "revoke");
	rc = client_post(client, path, NULL, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf("token %s: revoked\n", args->words[1]);
	return rc;
}

static int
check(const struct args *args)
{
	const char *word = args->count > 0 ? args->words[0] : "";
	bool alone = strcmp(word, "list") == 0;

	if (!alone && strcmp(word, "add") != 0 && strcmp(word, "revoke") != 0)
		return usage(&cmd_token, "list, add or revoke?");
	if (args->count != (alone ? 1 : 2))
		return usage(&cmd_token, "%s takes %s", word,
		    alone            ? "nothing behind it"
		    : word[0] == 'a' ? "one NAME"
				     : "one ID");
	return EXIT_DONE;
}

/* NULL: `days` is no number (said). */
static json_t *
wishes(const char *role, const char *scope, const char *days)
{
	json_t *row = json_object();
	int64_t number;

	market_list_put(row, "role", role);
	market_list_put(row, "scope", scope);
	if (days == NULL)
		return row;
	if (str_to_int64(&number, str_from(days))) {
		json_object_set_new(row, "days", json_integer(number));
		return row;
	}
	(void)usage(&cmd_token, "--days takes a number");
	json_decref(row);
	return NULL;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client = NULL;
	struct args args;
	const char *role = NULL, *scope = NULL, *days = NULL;
	const struct option_spec specs[] = {
	    {"role", 0, &role, NULL},
	    {"scope", 0, &scope, NULL},
	    {"days", 0, &days, NULL},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&args, &cmd_token, cli, argc, argv, specs);
	json_t *row;

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&args);
	row = rc == EXIT_DONE ? wishes(role, scope, days) : NULL;
	if (row == NULL)
		return EXIT_USAGE;
	rc = client_open(&client, cli);
	if (rc == EXIT_DONE && args.words[0][0] == 'a')
		rc = add(client, &args, json_incref(row));
	else if (rc == EXIT_DONE)
		rc = args.words[0][0] == 'l' ? list(client, &args)
					     : revoke(client, &args);
	json_decref(row);
	client_free(&client);
	return rc;
}

const struct command cmd_token = {
    .name = "token",
    .usage = "token list\n"
	     "       furrow token add NAME [--role ROLE] [--scope \"WORDS\"] "
	     "[--days N]\n"
	     "       furrow token revoke ID",
    .summary = "tokens by which scripts use the API over TCP",
    .help =
	"NAME says what it is for.  Without --role it is a viewer's; without "
	"--scope it may\nall that its role may; without --days it does not "
	"expire.\n\n"
	"Words of a scope: what stands behind /api/v1/ (orders), for reading "
	"only\n(messages:read), sms (send texts), metrics, and numbers (phone "
	"numbers come in\nfull).\n\n"
	"The token is printed once.  For furrow itself: --url "
	"https://HOST:PORT/\n--token-file FILE.\n",
    .fn = run,
};
