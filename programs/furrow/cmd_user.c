/* cmd_user - who may use the console. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/ask_password.h"
#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"name", "USER", COLUMN_TEXT, false},
    {"role", "ROLE", COLUMN_TEXT, false},
    {"disabled", "DISABLED", COLUMN_TEXT, false},
    {"totp", "SECOND FACTOR", COLUMN_TEXT, false},
    {"login", "LAST LOGIN", COLUMN_TIME, false},
    {"failed", "FAILED SINCE", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static void
say_yes(json_t *row, const char *key)
{
	bool yes = json_is_true(json_object_get(row, key));

	json_object_set_new(row, key, json_string(yes ? "yes" : "no"));
}

static bool
print_row(void *arg, json_t *row)
{
	say_yes(row, "disabled");
	say_yes(row, "totp");
	output_row(arg, row);
	return true;
}

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "users",
	    args->format == FORMAT_JSON ? output_each : print_row, out);
	int end = output_end(&out,
	    rc == EXIT_DONE ? "nobody: furrow user code tells how the first "
			      "one is made"
			    : NULL);

	return rc != EXIT_DONE ? rc : end;
}

static int
show(struct client *client, const struct args *args)
{
	struct output *out;
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	json_t *row = NULL;
	int rc;

	buf_add_text(&b, "users");
	client_part(&b, args->words[1]);
	rc = client_get(client, path, &row);
	if (rc != EXIT_DONE)
		return rc;
	out = output_begin(args->format, columns);
	if (args->format == FORMAT_JSON)
		output_each(out, row);
	else
		print_row(out, row);
	json_decref(row);
	return output_end(&out, NULL);
}

static int
with_password(json_t *row, const char *name)
{
	char password[ASK_PASSWORD_OCTETS];
	int rc = ask_password(password, name);

	if (rc == EXIT_DONE)
		json_object_set_new(
		    row, "password", json_clean(password, strlen(password)));
	explicit_bzero(password, sizeof(password));
	return rc;
}

static int
add(struct client *client, const struct args *args, const char *role)
{
	json_t *row = json_object();

	market_list_put(row, "name", args->words[1]);
	market_list_put(row, "role", role != NULL ? role : "viewer");
	if (with_password(row, args->words[1]) != EXIT_DONE) {
		json_decref(row);
		return EXIT_FAILED;
	}
	if (client_post(client, "users", row, NULL) != EXIT_DONE)
		return EXIT_FAILED;
	if (args->format == FORMAT_TABLE)
		printf("user %s: %s\n", args->words[1],
		    role != NULL ? role : "viewer");
	return EXIT_DONE;
}

/* role, password, disable, enable, remove, totp-off, logout, phone. */
static int
act(struct client *client, const struct args *args)
{
	const char *word = args->words[0], *name = args->words[1];
	json_t *row = json_object();
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	int rc = EXIT_DONE;

	buf_add_text(&b, "users");
	client_part(&b, name);
	client_part(&b, word);
	if (strcmp(word, "role") == 0)
		market_list_put(row, "role", args->words[2]);
	else if (strcmp(word, "phone") == 0)
		market_list_put(row, "phone", args->words[2]);
	else if (strcmp(word, "password") == 0)
		rc = with_password(row, name);
	if (rc != EXIT_DONE) {
		json_decref(row);
		return rc;
	}
	rc = client_post(client, path, row, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf("user %s: %s done%s\n", name, word,
		    strcmp(word, "phone") == 0 ? "" : ", all sessions ended");
	return rc;
}

static int
code(struct client *client, const struct args *args)
{
	json_t *reply = NULL;
	const char *address;
	int rc = client_post(client, "setup-code", NULL, &reply);

	if (rc != EXIT_DONE)
		return rc;
	address = json_text(reply, "address", "");
	if (args->format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (address[0] != '\0')
		printf("Open %s and give the code %s (within a day, once).\n",
		    address, json_text(reply, "code", ""));
	else
		printf("The code is %s; but nothing listens: set admin { "
		       "listen = \"127.0.0.1:8642\" }.\n",
		    json_text(reply, "code", ""));
	json_decref(reply);
	return EXIT_DONE;
}

/* Which words there are, and how many belong to each. */
static int
check(const struct args *args)
{
	static const struct {
		const char *word;
		int count;
		const char *takes;
	} known[] = {{"list", 1, "no more words"}, {"code", 1, "no more words"},
	    {"role", 3, "a NAME and viewer, operator or admin"},
	    {"phone", 3, "a NAME and a PHONE (\"\": nobody's)"}};
	int rc = options_verb(args, &cmd_user,
	    "list, show, add, role, password, disable, enable, remove, "
	    "totp-off, logout, phone, code");

	if (rc != 0)
		return rc;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(args->words[0], known[i].word) == 0)
			return args->count == known[i].count
				   ? EXIT_DONE
				   : usage(&cmd_user, "%s takes %s",
					 known[i].word, known[i].takes);
	return args->count == 2
		   ? EXIT_DONE
		   : usage(&cmd_user, "%s takes one NAME", args->words[0]);
}

/* Told before anybody has typed a password. */
static int
check_role(const struct args *args, const char *role)
{
	if (role == NULL)
		return EXIT_DONE;
	if (strcmp(args->words[0], "add") != 0)
		return usage(&cmd_user, "--role belongs to add");
	if (strcmp(role, "viewer") != 0 && strcmp(role, "operator") != 0 &&
	    strcmp(role, "admin") != 0)
		return usage(&cmd_user,
		    "\"%s\" is no role: viewer, operator or admin", role);
	return EXIT_DONE;
}

static int
ask(struct client *client, const struct args *args, const char *role)
{
	const char *word = args->words[0];

	if (strcmp(word, "list") == 0)
		return list(client, args);
	if (strcmp(word, "show") == 0)
		return show(client, args);
	if (strcmp(word, "add") == 0)
		return add(client, args, role);
	if (strcmp(word, "code") == 0)
		return code(client, args);
	return act(client, args);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	const char *role = NULL;
	const struct option_spec specs[] = {
	    {"role", 0, &role, NULL},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&args, &cmd_user, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&args);
	if (rc == EXIT_DONE)
		rc = check_role(&args, role);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	rc = ask(client, &args, role);
	client_free(&client);
	return rc;
}

const struct command cmd_user = {
    .name = "user",
    .usage = "user list\n"
	     "       furrow user show NAME\n"
	     "       furrow user add NAME [--role viewer|operator|admin]\n"
	     "       furrow user role NAME viewer|operator|admin\n"
	     "       furrow user password|disable|enable|remove NAME\n"
	     "       furrow user totp-off|logout NAME\n"
	     "       furrow user phone NAME PHONE|\"\"\n"
	     "       furrow user code",
    .summary = "who may use the console, and as what",
    .help =
	"viewer     looks; phone numbers are masked\n"
	"operator   also acts: orders, texts, people, offers, links\n"
	"admin      also users, tokens, audit, backups, settings\n\n"
	"A password is asked for on the terminal, or is the first line of "
	"standard input.\n\n"
	"totp-off   takes the second factor off, for who has lost the phone\n"
	"logout     ends all sessions (as all others but list, add, phone do)\n"
	"phone      whose texts are this user's: with the second factor's six\n"
	"           digits behind them they are done at once (\"\": nobody's)\n"
	"code       makes a new code for the first user, while there is none\n",
    .fn = run,
};
