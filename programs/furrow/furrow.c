/* furrow - the command line of the gateway: finds the subcommand, and helps. */
#include <stdio.h>
#include <string.h>

#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

static int help(struct cli *cli, int argc, char **argv);

static const struct command cmd_help = {
    .name = "help",
    .usage = "help [COMMAND]",
    .summary = "what there is, and how each command is used",
    .help = "Without a command: the list of them.\n",
    .fn = help,
};

/* Headings have no function. */
static const struct command group_look = {.summary = "Look"};
static const struct command group_act = {.summary = "Act"};
static const struct command group_market = {.summary = "The market's lists"};
static const struct command group_tools = {
    .summary = "Tools that need no daemon"};

static const struct command *const commands[] = {
    &group_look,
    &cmd_status,
    &cmd_order,
    &cmd_sale,
    &cmd_log,
    &cmd_session,
    &cmd_queue,
    &cmd_link,
    &cmd_route,
    &cmd_ussd,
    &cmd_report,
    &cmd_user,
    &cmd_token,
    &cmd_audit,
    &cmd_privacy,
    &group_act,
    &cmd_send,
    &cmd_ussd_sim,
    &cmd_backup,
    &cmd_webhook,
    &cmd_restore,
    &group_market,
    &cmd_person,
    &cmd_offer,
    &cmd_catalogue,
    &cmd_area,
    &cmd_pool,
    &cmd_weight,
    &cmd_campaign,
    &cmd_broadcast,
    &group_tools,
    &cmd_pdu,
    &cmd_parse,
    &cmd_phone,
    &cmd_help,
};

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static const struct command *
find(const char *name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (commands[i]->fn != NULL &&
		    strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

/* Letters to change, add, drop or swap to get from one word to the other. */
static size_t
distance(const char *a, const char *b)
{
	size_t d[17][17];
	size_t an = strlen(a), bn = strlen(b);

	if (an > 16 || bn > 16)
		return 17;
	for (size_t i = 0; i <= an; i++) {
		for (size_t j = 0; j <= bn; j++) {
			if (i == 0 || j == 0) {
				d[i][j] = i + j;
				continue;
			}
			size_t best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			if (d[i - 1][j] + 1 < best)
				best = d[i - 1][j] + 1;
			if (d[i][j - 1] + 1 < best)
				best = d[i][j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	}
	return d[an][bn];
}

static int
unknown(const char *name)
{
	const char *near = NULL;
	size_t best = 3;

	for (size_t i = 0; i < COMMANDS; i++) {
		if (commands[i]->fn == NULL)
			continue;
		size_t d = distance(name, commands[i]->name);
		/* "foo" is no slip for "log". */
		if (d < best && d * 2 <= strlen(name)) {
			best = d;
			near = commands[i]->name;
		}
	}
	fprintf(stderr, "furrow: %s: there is no such command", name);
	if (near != NULL)
		fprintf(stderr, "; do you mean %s?", near);
	fprintf(stderr, "\n(furrow help lists them all)\n");
	return EXIT_USAGE;
}

static void
overview(FILE *to)
{
	fprintf(to,
	    "furrow - orders for produce, by text message\n\n"
	    "Buyers text what they want, sellers answer, furrowd keeps the "
	    "ledger.\n"
	    "With furrow you see what it does, help the people who call, and "
	    "steer it.\n\n"
	    "usage: furrow [-c FILE] COMMAND …\n");
	for (size_t i = 0; i < COMMANDS; i++) {
		if (commands[i]->fn == NULL)
			fprintf(to, "\n%s\n", commands[i]->summary);
		else
			fprintf(to, "  %-10s %s\n", commands[i]->name,
			    commands[i]->summary);
	}
	fprintf(to,
	    "\nFor a start:\n"
	    "  furrow status              is all well?\n"
	    "  furrow order list          who ordered what, and how far it is\n"
	    "  furrow order show K7F      one order with its whole history\n"
	    "  furrow log -f              every text in and out, as it comes\n"
	    "  furrow help order          more about one command\n\n"
	    "Before the command:\n"
	    "  -c, --config FILE  the daemon's configuration: says where its "
	    "socket is\n"
	    "                     (else ./furrow.conf, then "
	    "/etc/furrow/furrow.conf)\n"
	    "  --url URL          a daemon elsewhere, with --token-file FILE "
	    "and, if its\n"
	    "                     CA is not one of this machine's, --ca FILE\n"
	    "  --version          the version of furrow\n\n"
	    "Lists are tables; --json prints one object a line, --csv a "
	    "spreadsheet.\n"
	    "Status: 0 done, 1 failed, 2 not understood.\n");
}

static int
help(struct cli *cli, int argc, char **argv)
{
	const struct command *command;

	(void)cli;
	if (argc < 2) {
		overview(stdout);
		return EXIT_DONE;
	}
	command = find(argv[1]);
	if (command == NULL)
		return unknown(argv[1]);
	help_show(command);
	return EXIT_DONE;
}

static bool
is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const struct command *command = find(argv[0]);

	if (command == NULL)
		return unknown(argv[0]);
	if (argc > 1 && is_help(argv[1])) {
		help_show(command);
		return EXIT_DONE;
	}
	return command->fn(cli, argc, argv);
}

/* "-c FILE", "-cFILE", "--config=FILE": the value of an option at argv[*at],
 * NULL when it is another one. */
static const char *
value_of(const char *letter, const char *name, int argc, char **argv, int *at)
{
	const char *word = argv[*at];
	size_t n = strlen(name);

	if (strncmp(word, name, n) == 0 && word[n] == '=')
		return word + n + 1;
	if (letter != NULL && strncmp(word, letter, 2) == 0 && word[2] != '\0')
		return word + 2;
	if (strcmp(word, name) == 0 ||
	    (letter != NULL && strcmp(word, letter) == 0))
		return *at + 1 < argc ? argv[++*at] : "";
	return NULL;
}

static int
bad_option(const char *word)
{
	fprintf(stderr,
	    "furrow: %s: not an option before the command, or its value is "
	    "missing\n(furrow help tells more)\n",
	    word);
	return EXIT_USAGE;
}

int
main(int argc, char **argv)
{
	struct cli cli = {.config_path = NULL};
	int at = 1;

	for (; at < argc && argv[at][0] == '-'; at++) {
		const char *value, *word = argv[at];

		if (is_help(word)) {
			overview(stdout);
			return EXIT_DONE;
		}
		if (strcmp(word, "--version") == 0) {
			printf("furrow %s\n", PACKAGE_VERSION);
			return EXIT_DONE;
		}
		if ((value = value_of("-c", "--config", argc, argv, &at)))
			cli.config_path = value;
		else if ((value = value_of(NULL, "--url", argc, argv, &at)))
			cli.url = value;
		else if ((value = value_of(
			      NULL, "--token-file", argc, argv, &at)))
			cli.token_file = value;
		else if ((value = value_of(NULL, "--ca", argc, argv, &at)))
			cli.ca = value;
		if (value == NULL || value[0] == '\0')
			return bad_option(word);
	}
	if (at == argc) {
		overview(stderr);
		return EXIT_USAGE;
	}
	return run(&cli, argc - at, argv + at);
}
