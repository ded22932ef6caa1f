/* cmd_ussd - asking the operator of a modem's SIM. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

struct wishes {
	const char *script, *voucher_file;
};

/* The first line of the file: never an argument, which every user of the
 * machine could see. */
static int
read_voucher(char *dst, size_t dst_octets, const char *path)
{
	char line[128] = "";
	FILE *in = fopen(path, "r");
	struct str voucher;

	dst[0] = '\0';
	if (in == NULL)
		return complain("ussd", "%s: %s", path, strerror(errno));
	if (fgets(line, sizeof(line), in) == NULL)
		line[0] = '\0';
	fclose(in);
	voucher = str_trim(str_from(line));
	if (voucher.octets > 0 && voucher.octets < dst_octets)
		str_copy(dst, dst_octets, voucher);
	explicit_bzero(line, sizeof(line));
	if (dst[0] == '\0')
		return complain(
		    "ussd", "%s: its first line is no voucher", path);
	return EXIT_DONE;
}

static json_t *
body_of(const struct args *args, const char *script, const char *voucher)
{
	json_t *body = json_object();
	json_t *steps = json_array();

	for (int i = 1; i < args->count; i++)
		json_array_append_new(
		    steps, json_clean(args->words[i], strlen(args->words[i])));
	if (json_array_size(steps) > 0)
		json_object_set(body, "steps", steps);
	json_decref(steps);
	if (script != NULL)
		json_object_set_new(
		    body, "script", json_clean(script, strlen(script)));
	if (voucher[0] != '\0')
		json_object_set_new(body, "voucher", json_string(voucher));
	return body;
}

/* What went wrong, and what to do about it. */
static int
verdict(const json_t *reply)
{
	const char *link = json_text(reply, "link", "");
	const char *why = json_text(reply, "why", "no answer");

	if (strcmp(json_text(reply, "outcome", ""), "silent") == 0)
		return complain("ussd",
		    "%s: %s; it may have heard the code all the same. See "
		    "furrow link show %s for the network, then try again",
		    link, why, link);
	if (strcmp(json_text(reply, "outcome", ""), "refused") == 0)
		return complain("ussd",
		    "%s: %s. Is the code right for this SIM? Try it in a phone",
		    link, why);
	if (json_int(reply, "left", 0) > 0)
		return complain("ussd",
		    "%s: %s; %d of the answers were not "
		    "given",
		    link, why, (int)json_int(reply, "left", 0));
	return EXIT_DONE;
}

static int
show(const struct args *args, const json_t *reply)
{
	const json_t *replies = json_object_get(reply, "replies");
	size_t i;
	json_t *text;

	if (args->format == FORMAT_JSON) {
		json_line(stdout, reply);
		return verdict(reply);
	}
	json_array_foreach(replies, i, text)
	    printf("%s%s\n", i > 0 ? "\n" : "", json_string_value(text));
	fflush(stdout);
	if (json_is_true(json_object_get(reply, "doubtful")))
		fprintf(stderr, "furrow: ussd: the modem's way of writing this "
				"is unclear; it may be read wrongly\n");
	return verdict(reply);
}

static int
ask(struct client *client, const struct args *args, const struct wishes *wishes,
    const char *voucher)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	json_t *reply = NULL;
	int rc;

	buf_add_text(&b, "links");
	client_part(&b, args->words[0]);
	client_part(&b, "ussd");
	rc = client_post(
	    client, path, body_of(args, wishes->script, voucher), &reply);
	if (rc == EXIT_DONE)
		rc = show(args, reply);
	json_decref(reply);
	return rc;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes wishes = {NULL, NULL};
	const struct option_spec specs[] = {
	    {"script", 's', &wishes.script, NULL},
	    {"voucher-file", 0, &wishes.voucher_file, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	struct args args;
	char voucher[64] = "";
	int rc = options_read(&args, &cmd_ussd, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count == 0)
		return usage(&cmd_ussd, "which modem?");
	if ((args.count > 1) == (wishes.script != NULL))
		return usage(&cmd_ussd, "either a code like '*144#', or "
					"--script");
	if (args.count > 9)
		return usage(&cmd_ussd, "at most seven answers");
	if (wishes.voucher_file != NULL)
		rc =
		    read_voucher(voucher, sizeof(voucher), wishes.voucher_file);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc == EXIT_DONE) {
		rc = ask(client, &args, &wishes, voucher);
		client_free(&client);
	}
	explicit_bzero(voucher, sizeof(voucher));
	return rc;
}

const struct command cmd_ussd = {
    .name = "ussd",
    .usage = "ussd NAME CODE [ANSWER…]\n"
	     "       furrow ussd NAME --script SCRIPT [--voucher-file FILE]",
    .summary = "ask the operator of a modem's SIM",
    .help =
	"CODE is what one would dial, like '*144#' (in quotes, for the "
	"shell); each\nANSWER goes to the menu that comes back. The replies "
	"are printed in order.\n\n"
	"--script SCRIPT      the steps of that ussd-script in furrow.conf\n"
	"--voucher-file FILE  its first line takes the place of {voucher} in "
	"the steps;\n                     it is shown nowhere\n\n"
	"No text leaves by that modem meanwhile. Ends with 1 when the "
	"operator is silent\nfor half a minute, or refuses. Every question is "
	"in furrow audit list, long\nnumbers hidden.\n",
    .fn = run,
};
