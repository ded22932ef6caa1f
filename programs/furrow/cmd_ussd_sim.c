/* cmd_ussd_sim - dialling the market in the terminal, as a phone shows it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"
#include "programs/furrow/ussd_screen.h"

struct wishes {
	struct args args;
	const char *phone, *code, *lang, *script, *direct;
};

struct dialogue {
	struct client *client;
	const struct wishes *wishes;
	char session[48]; /* new for each dial */
	bool frame; /* a person looks on */
};

/* -- one turn ----------------------------------------------------------------
 */

static const char *
dialled(const struct wishes *w)
{
	if (w->direct != NULL)
		return w->direct;
	return w->code != NULL ? w->code : "";
}

/* input NULL: it is dialled. */
static json_t *
body_of(const struct dialogue *d, const char *input, bool hangup)
{
	const struct wishes *w = d->wishes;
	json_t *body = json_pack("{s:o, s:s}", "phone",
	    json_clean(w->phone, strlen(w->phone)), "session", d->session);

	if (w->lang != NULL)
		json_object_set_new(
		    body, "lang", json_clean(w->lang, strlen(w->lang)));
	if (hangup)
		json_object_set_new(body, "hangup", json_true());
	else if (input != NULL)
		json_object_set_new(
		    body, "input", json_clean(input, strlen(input)));
	else if (dialled(w)[0] != '\0')
		json_object_set_new(body, "dialled",
		    json_clean(dialled(w), strlen(dialled(w))));
	return body;
}

static int
refused(const json_t *reply)
{
	const char *status = json_text(reply, "status", "");

	if (strcmp(status, "bad-number") == 0)
		return complain("ussd-sim", "--phone is no number of a phone");
	if (strcmp(status, "not-allowed") == 0)
		return complain(
		    "ussd-sim", "this number may not dial this code");
	return complain("ussd-sim", "it was not answered: %s", status);
}

static void
show(const struct dialogue *d, const char *input, const json_t *reply)
{
	bool script = d->wishes->script != NULL;

	if (d->wishes->args.format == FORMAT_TABLE && input != NULL && script)
		printf("> %s\n", input);
	else if (d->wishes->args.format == FORMAT_TABLE && input == NULL &&
		 dialled(d->wishes)[0] != '\0')
		printf("> %s\n", dialled(d->wishes));
	else if (d->wishes->args.format == FORMAT_TABLE && input == NULL)
		printf("> *%s#\n", json_text(reply, "code", ""));
	if (d->wishes->args.format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (d->frame)
		ussd_screen_frame(reply);
	else
		ussd_screen_lines(reply);
	fflush(stdout);
}

/* One turn and its screen; *go_on_out: an answer is wanted. */
static int
turn(struct dialogue *d, const char *input, bool *go_on_out)
{
	json_t *reply = NULL;
	int rc = client_post(
	    d->client, "ussd-sim", body_of(d, input, false), &reply);

	*go_on_out = false;
	if (rc == EXIT_DONE &&
	    strcmp(json_text(reply, "status", ""), "answered") != 0)
		rc = refused(reply);
	else if (rc == EXIT_DONE) {
		show(d, input, reply);
		*go_on_out = json_is_true(json_object_get(reply, "go_on"));
	}
	json_decref(reply);
	return rc;
}

static int
hang_up(struct dialogue *d)
{
	return client_post(d->client, "ussd-sim", body_of(d, NULL, true), NULL);
}

/* -- the whole ----------------------------------------------------------------
 */

/* "1,5,2": what is left over when it ends is said, for it was not asked. */
static int
play(struct dialogue *d, const char *script)
{
	struct str rest = str_from(script), part;
	bool go_on;
	int rc = turn(d, NULL, &go_on);

	while (rc == EXIT_DONE && script[0] != '\0' &&
	       str_cut(&part, &rest, ',')) {
		char input[600];

		if (!go_on)
			return complain("ussd-sim",
			    "it ended before %.*s was answered",
			    (int)part.octets, part.at);
		part = str_trim(part);
		str_copy(input, sizeof(input), part);
		rc = turn(d, input, &go_on);
	}
	if (rc == EXIT_DONE && go_on)
		rc = hang_up(d);
	return rc;
}

/* False: nothing more comes, or an end is wanted. */
static bool
read_input(char *dst, size_t dst_octets)
{
	fputs("> ", stdout);
	fflush(stdout);
	if (fgets(dst, (int)dst_octets, stdin) == NULL) {
		putchar('\n');
		return false;
	}
	dst[strcspn(dst, "\r\n")] = '\0';
	return dst[0] != '\0' && strcmp(dst, "q") != 0;
}

static int
talk(struct dialogue *d)
{
	char input[600];
	bool go_on;
	int rc = turn(d, NULL, &go_on);

	while (rc == EXIT_DONE && go_on) {
		if (!read_input(input, sizeof(input))) {
			rc = hang_up(d);
			if (rc == EXIT_DONE && d->frame)
				puts("(hung up)");
			return rc;
		}
		rc = turn(d, input, &go_on);
	}
	return rc;
}

static void
name_session(char *dst, size_t dst_octets)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	snprintf(dst, dst_octets, "sim-%lld%09ld-%ld", (long long)now.tv_sec,
	    now.tv_nsec, (long)getpid());
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.phone = NULL};
	const struct option_spec specs[] = {
	    {"phone", 0, &w.phone, NULL},
	    {"code", 0, &w.code, NULL},
	    {"lang", 0, &w.lang, NULL},
	    {"script", 0, &w.script, NULL},
	    {"direct", 0, &w.direct, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct dialogue d = {.wishes = &w};
	int rc = options_read(&w.args, &cmd_ussd_sim, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (w.args.count > 0)
		return usage(
		    &cmd_ussd_sim, "it takes no words; --direct '*384*96*1#'?");
	if (w.code != NULL && w.direct != NULL)
		return usage(&cmd_ussd_sim, "--code or --direct, not both");
	if (w.args.format == FORMAT_CSV)
		return usage(&cmd_ussd_sim, "screens are no rows of a table");
	if (w.phone == NULL)
		return usage(&cmd_ussd_sim, "who dials? --phone 0722000001");
	rc = client_open(&d.client, cli);
	if (rc != EXIT_DONE)
		return rc;
	name_session(d.session, sizeof(d.session));
	d.frame = w.script == NULL && isatty(STDOUT_FILENO);
	rc = w.script != NULL ? play(&d, w.script) : talk(&d);
	client_free(&d.client);
	return rc;
}

const struct command cmd_ussd_sim = {
    .name = "ussd-sim",
    .usage = "ussd-sim --phone PHONE [--code '*384*96#'] [--lang sw]\n"
	     "                 [--script 1,5,2] [--direct '*384*96*1*5#']",
    .summary = "dial the market in the terminal, as that phone",
    .help =
	"Dials the running furrowd and shows each screen; type what you would "
	"type in the\nphone. An empty line or q hangs up. It is no play: an "
	"order that is confirmed here\nis one, by that phone. The numbers "
	"under a screen are what it takes of what fits:\nseptets (or units of "
	"UCS2), as the network counts.\n\n"
	"--phone        who dials\n"
	"--code         one of the codes that are served; else the first one\n"
	"--direct       the code with answers behind it, as people learn by "
	"heart\n"
	"--lang         what the operator says of the phone's language\n"
	"--script 1,5,2 answers these and prints the whole dialogue; exits 1 "
	"when it ends\n"
	"               before all are given\n",
    .fn = run,
};
