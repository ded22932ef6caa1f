/* cmd_link - the links: what they do, and making them do it anew. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/cmd_link.h"

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, link_columns);
	int rc = client_each(client, "links", output_each, out);
	int end = output_end(&out, rc == EXIT_DONE ? "no links" : NULL);

	return rc != EXIT_DONE ? rc : end;
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
dispatch(struct client *client, const struct args *args, bool steps)
{
	if (strcmp(args->words[0], "list") == 0)
		return list(client, args);
	if (strcmp(args->words[0], "show") == 0)
		return link_show(client, args, steps);
	if (strcmp(args->words[0], "probe") == 0)
		return link_probe_name(client, args);
	return act(client, args);
}

static int
check(const struct args *args, bool all)
{
	int rc = options_verb(
	    args, &cmd_link, "list, show, probe, reset, drain, resume");

	if (rc != 0)
		return rc;
	if (strcmp(args->words[0], "list") == 0)
		return EXIT_DONE;
	if (strcmp(args->words[0], "probe") == 0 &&
	    (all ? args->count == 1 : args->count > 2))
		return EXIT_DONE;
	if (args->count != 2 || all)
		return usage(&cmd_link, "%s which link?", args->words[0]);
	return EXIT_DONE;
}

/* A port is a path, a configured modem is a name. */
static bool
is_of_ports(const struct args *args, bool all)
{
	return strcmp(args->words[0], "probe") == 0 &&
	       (all || args->count > 2 || strchr(args->words[1], '/') != NULL);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	struct link_probe_options probe = {.all = false};
	const struct option_spec specs[] = {
	    {"steps", 0, NULL, &probe.steps},
	    {"imei", 0, NULL, &probe.imei},
	    {"all", 0, NULL, &probe.all},
	    {"wait", 0, &probe.wait, NULL},
	    {"pin-file", 0, &probe.pin_file, NULL},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&args, &cmd_link, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&args, probe.all);
	if (rc == EXIT_DONE && is_of_ports(&args, probe.all))
		return link_probe_ports(&args, &probe);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	rc = dispatch(client, &args, probe.steps);
	client_free(&client);
	return rc;
}

const struct command cmd_link = {
    .name = "link",
    .usage = "link list\n"
	     "       furrow link show NAME [--steps]\n"
	     "       furrow link probe NAME|PORT…|--all [--steps|--imei]\n"
	     "       furrow link reset|drain|resume NAME",
    .summary = "modems and other links: see, probe, reset, rest, resume",
    .help =
	"list    every link with its state and what it is doing\n"
	"show    all that is known about one: how a modem was set up, what\n"
	"        was chosen and why, what it refused (--steps: every "
	"question)\n"
	"probe   NAME: have the daemon probe it anew, and show every question\n"
	"        PORT (a path): look whether there is a modem that furrow can\n"
	"        use; sends nothing, needs no daemon, and prints a report "
	"that\n"
	"        may be shown to anybody. --pin-file FILE for a SIM with a "
	"PIN;\n"
	"        --wait SECONDS for the network (45); --steps: every "
	"question;\n"
	"        --imei: only its number, whole, as furrow.conf takes it.\n"
	"        Several ports, or --all: which of them speak AT, and which\n"
	"        are one modem\n"
	"reset   start it anew: a modem is probed and registered again\n"
	"drain   receive, but send nothing more (before a SIM is changed)\n"
	"resume  send again, also before a rest is over: somebody has paid\n\n"
	"States: up, starting, down (absent), resting (receives only), parked "
	"(given up\nuntil somebody acts).\n",
    .fn = run,
};
