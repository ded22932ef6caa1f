/* cmd_log - every text in and out, and following them as they come. */
#include <string.h>

#include "base/clock.h"
#include "base/str.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/log_read.h"
#include "programs/furrow/log_show.h"
#include "programs/furrow/log_unknown.h"
#include "programs/furrow/session_show.h"

#define TABLE_ROWS 50 /* without any wish: the newest */

struct wishes {
	struct args args;
	struct log_wish log;
	const char *since, *until, *limit, *kind;
	const char *lang, *forget; /* of `unknown` */
	char words[512];
};

/* -- what is wanted -----------------------------------------------------------
 */

static int
read_times(struct wishes *w)
{
	int64_t now_ms = clock_wall_ms(clock_system());

	if (w->since != NULL &&
	    !options_time(&w->log.since_ms, w->since, now_ms))
		return usage(&cmd_log, "--since takes 2h, 3d, or 2026-05-31");
	if (w->until != NULL &&
	    !options_time(&w->log.until_ms, w->until, now_ms))
		return usage(&cmd_log, "--until takes 2h, 3d, or 2026-05-31");
	if (w->limit != NULL &&
	    (!str_to_int64(&w->log.rows, str_from(w->limit)) ||
		w->log.rows < 1))
		return usage(&cmd_log, "--limit takes a number");
	if (w->limit == NULL && w->args.format == FORMAT_TABLE &&
	    w->since == NULL && w->until == NULL && !w->log.follow)
		w->log.rows = TABLE_ROWS;
	w->log.hint = w->limit == NULL && w->args.format == FORMAT_TABLE;
	w->log.format = w->args.format;
	w->log.since = w->since != NULL;
	w->log.until = w->until != NULL;
	return EXIT_DONE;
}

/* Turns of dialogues have neither states nor orders, and no words are looked
 * for in them. */
static int
read_kind(struct wishes *w)
{
	bool of_texts = w->log.state != NULL || w->log.order != NULL ||
			w->log.area != NULL || w->words[0] != '\0';

	w->log.words = w->words;
	if (w->kind != NULL && strcmp(w->kind, "sms") != 0 &&
	    strcmp(w->kind, "ussd") != 0)
		return usage(&cmd_log, "--kind takes sms or ussd");
	w->log.no_turns =
	    of_texts || (w->kind != NULL && strcmp(w->kind, "sms") == 0);
	w->log.no_texts = w->kind != NULL && strcmp(w->kind, "ussd") == 0;
	if (of_texts && w->log.no_texts)
		return usage(&cmd_log,
		    "search, --state, --order and --area find texts, no "
		    "dialogues; "
		    "see furrow session list");
	return EXIT_DONE;
}

static bool
is_show(const struct wishes *w)
{
	return w->args.count > 0 && strcmp(w->args.words[0], "show") == 0;
}

static int
read_words(struct wishes *w)
{
	struct buf words = buf_over(w->words, sizeof(w->words));

	if (w->args.count == 0)
		return EXIT_DONE;
	if (is_show(w))
		return w->args.count == 2
			   ? EXIT_DONE
			   : usage(&cmd_log, "show which? its number");
	if (strcmp(w->args.words[0], "search") != 0)
		return usage(&cmd_log, "there is no \"%s\"; search WORDS?",
		    w->args.words[0]);
	if (w->args.count == 1)
		return usage(&cmd_log, "search for which words?");
	for (int i = 1; i < w->args.count; i++) {
		if (i > 1)
			buf_add_char(&words, ' ');
		buf_add_text(&words, w->args.words[i]);
	}
	return words.full ? usage(&cmd_log, "too many words") : EXIT_DONE;
}

static bool
is_unknown(const struct wishes *w)
{
	return w->args.count > 0 && strcmp(w->args.words[0], "unknown") == 0;
}

static int
check_unknown(const struct wishes *w)
{
	if (w->args.count > 1)
		return usage(&cmd_log, "unknown takes no more words");
	if (w->until != NULL || w->log.phone != NULL || w->log.link != NULL ||
	    w->log.state != NULL || w->log.order != NULL ||
	    w->log.area != NULL || w->log.follow || w->kind != NULL)
		return usage(&cmd_log,
		    "unknown takes --since, --lang, --limit and --forget");
	return EXIT_DONE;
}

static int
unknown(struct client *client, const struct wishes *w)
{
	struct log_unknown wish = {.format = w->args.format,
	    .lang = w->lang,
	    .since_ms = w->log.since_ms,
	    .rows = w->log.rows};

	if (w->forget != NULL)
		return log_unknown_forget(client, w->args.format, w->forget);
	return log_unknown_list(client, &wish);
}

static int
check_words(struct wishes *w)
{
	if (is_unknown(w))
		return check_unknown(w);
	if (w->lang != NULL || w->forget != NULL)
		return usage(
		    &cmd_log, "--lang and --forget belong to log unknown");
	return read_words(w);
}

/* A turn's id, "u12.3", is of the dialogue 12. */
static int
show(struct client *client, const struct wishes *w)
{
	struct str id = str_from(w->args.words[1]), session;
	char number[24];

	if (id.octets < 2 || id.at[0] != 'u')
		return log_show(client, w->args.format, w->args.words[1]);
	id = str_of(id.at + 1, id.octets - 1);
	str_cut(&session, &id, '.');
	str_copy(number, sizeof(number), session);
	return session_show(client, w->args.format, number);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.since = NULL};
	const struct option_spec specs[] = {
	    {"since", 0, &w.since, NULL},
	    {"until", 0, &w.until, NULL},
	    {"phone", 0, &w.log.phone, NULL},
	    {"link", 0, &w.log.link, NULL},
	    {"state", 0, &w.log.state, NULL},
	    {"order", 0, &w.log.order, NULL},
	    {"area", 0, &w.log.area, NULL},
	    {"limit", 'n', &w.limit, NULL},
	    {"lang", 0, &w.lang, NULL},
	    {"forget", 0, &w.forget, NULL},
	    {"kind", 0, &w.kind, NULL},
	    {"follow", 'f', NULL, &w.log.follow},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_log, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = read_times(&w);
	if (rc == EXIT_DONE)
		rc = check_words(&w);
	if (rc == EXIT_DONE)
		rc = read_kind(&w);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	if (is_unknown(&w))
		rc = unknown(client, &w);
	else if (is_show(&w))
		rc = show(client, &w);
	else
		rc = log_read(client, &w.log);
	client_free(&client);
	return rc;
}

const struct command cmd_log = {
    .name = "log",
    .usage = "log [search WORDS] [-f] [--since 1d] [--until TIME] "
	     "[--phone PHONE]\n"
	     "              [--link NAME] [--state STATE] [--order CODE] "
	     "[--area AREA]\n"
	     "              [--kind sms|ussd] [--limit N]\n"
	     "       furrow log show ID\n"
	     "       furrow log unknown [--since 7d] [--lang sw] [--limit N]\n"
	     "       furrow log unknown --forget WORD",
    .summary = "texts in and out, screens of dialogues; search, follow",
    .help =
	"One row a message, oldest first: long texts are joined, and what the "
	"network\ndelivered twice is there once. Texts stand as they were "
	"written. Dialogues by\nUSSD stand between them, two rows a turn: "
	"what was dialled or answered, and the\nscreen that was shown (one "
	"line here; furrow session show ID has it whole).\n\n"
	"show ID        one text whole, and what became of each of its parts: "
	"its reference,\n"
	"               the network's last report and when it came; of u12.3, "
	"the "
	"dialogue 12\n"
	"unknown        the words that nobody understood, most frequent first: "
	"how often,\n"
	"               when last and in which text, the goods next by "
	"spelling. A word\n"
	"               that has become known is not listed any more\n"
	"search WORDS   only texts with all of these words\n"
	"-f, --follow   print each new row as soon as it is stored; with "
	"--since or\n"
	"               --limit, older ones first\n"
	"--since, --until  2h, 3d (ago), a day 2026-05-31, or a time in RFC "
	"3339\n"
	"--phone        a number, or a sender's name such as SAFARICOM\n"
	"--kind         sms: only texts; ussd: only dialogues\n"
	"--limit N      the newest N (the table's default: 50; --json and "
	"--csv: all)\n\n"
	"States in: received, quarantined. Out: queued, sending, sent, "
	"delivered,\nunknown, refused (will be tried again or elsewhere), "
	"failed (given up), stale.\n"
	"Of screens: shown, lost (nobody knows whether it was seen).\n",
    .fn = run,
};
