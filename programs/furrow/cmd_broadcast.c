/* cmd_broadcast - one text to very many people. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"created", "SINCE", COLUMN_TIME, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"percent", "%", COLUMN_NUMBER, false},
    {"texts", "TEXTS", COLUMN_NUMBER, false},
    {"sent", "SENT", COLUMN_NUMBER, false},
    {"failed", "FAILED", COLUMN_NUMBER, false},
    {"area", "AREA", COLUMN_TEXT, false},
    {"lang", "LANG", COLUMN_TEXT, false},
    {"by", "BY", COLUMN_TEXT, false},
    {"text", "TEXT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct wishes {
	struct args args;
	const char *role, *area, *lang, *at, *until, *rate, *texts;
	bool night, again;
};

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "broadcasts", output_each, out);
	int end = output_end(&out, rc == EXIT_DONE ? "no broadcasts" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

/* "2h" is in two hours; else a day or RFC 3339. */
static bool
put_time(json_t *row, const char *key, const char *value)
{
	char text[40];
	int64_t time_ms, span_ms, now_ms = clock_wall_ms(clock_system());

	if (value == NULL)
		return true;
	if (str_to_duration_ms(&span_ms, str_from(value)))
		time_ms = now_ms + span_ms;
	else if (!options_time(&time_ms, value, now_ms))
		return false;
	json_object_set_new(row, key,
	    json_string(clock_rfc3339(text, sizeof(text), time_ms, 0)));
	return true;
}

/* {"sw": "…", "en": "…"} */
static int
put_texts(json_t *row, const char *path)
{
	struct buf text = buf_new(MARKET_LIST_OCTETS);
	json_error_t error;
	json_t *texts;
	int rc = EXIT_DONE;

	if (path == NULL)
		return EXIT_DONE;
	rc = market_list_read(&text, path);
	if (rc != EXIT_DONE) {
		buf_free(&text);
		return rc;
	}
	texts = json_loadb(text.at, text.octets, 0, &error);
	if (!json_is_object(texts))
		rc = complain(path,
		    "is no JSON object of language and text: {\"sw\": \"…\"}");
	else
		json_object_set(row, "texts", texts);
	json_decref(texts);
	buf_free(&text);
	return rc;
}

/* The words behind "start". */
static void
put_text(json_t *row, const struct args *args)
{
	char storage[8192];
	struct buf text = buf_over(storage, sizeof(storage));

	for (int i = 1; i < args->count; i++) {
		if (i > 1)
			buf_add_char(&text, ' ');
		buf_add_text(&text, args->words[i]);
	}
	json_object_set_new(row, "text", json_clean(text.at, text.octets));
}

static int
ask(struct client *client, const struct wishes *w, json_t *take)
{
	json_t *reply = NULL;
	int rc = client_post(client, "broadcasts", take, &reply);

	if (rc == EXIT_DONE && w->args.format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("broadcast %lld: running\n",
		    (long long)json_int(reply, "id", 0));
	json_decref(reply);
	return rc;
}

static int
start(struct client *client, const struct wishes *w)
{
	json_t *row = json_object();
	int64_t rate = 0;
	int rc = put_texts(row, w->texts);

	put_text(row, &w->args);
	market_list_put(row, "roles", w->role);
	market_list_put(row, "area", w->area);
	market_list_put(row, "lang", w->lang);
	if (rc == EXIT_DONE && w->rate != NULL &&
	    !str_to_int64(&rate, str_from(w->rate)))
		rc = usage(&cmd_broadcast, "--rate is texts a minute");
	if (rc == EXIT_DONE &&
	    (!put_time(row, "at", w->at) || !put_time(row, "until", w->until)))
		rc = usage(&cmd_broadcast,
		    "--at and --until are like 2h (from now), a day, or a "
		    "time like 2026-11-27T06:00:00+03:00");
	json_object_set_new(row, "rate", json_integer(rate));
	json_object_set_new(row, "night", json_boolean(w->night));
	json_object_set_new(row, "again", json_boolean(w->again));
	if (rc == EXIT_DONE)
		return ask(client, w, row);
	json_decref(row);
	return rc;
}

/* Each id by itself; the first that is refused does not stop the others. */
static int
act(struct client *client, const struct args *args)
{
	int rc = EXIT_DONE;

	for (int i = 1; i < args->count; i++) {
		char path[256];
		struct buf b = buf_over(path, sizeof(path));
		json_t *reply = NULL;

		buf_add_text(&b, "broadcasts");
		client_part(&b, args->words[i]);
		client_part(&b, args->words[0]);
		if (client_post(client, path, NULL, &reply) != EXIT_DONE)
			rc = EXIT_FAILED;
		else if (args->format == FORMAT_TABLE)
			printf("broadcast %s: %s\n", args->words[i],
			    json_text(reply, "state", ""));
		json_decref(reply);
	}
	return rc;
}

static int
check(const struct wishes *w)
{
	const struct args *args = &w->args;
	const char *word = args->count > 0 ? args->words[0] : "";
	int rc = options_verb(
	    args, &cmd_broadcast, "start, list, pause, resume, drop");

	if (rc != 0)
		return rc;
	if (strcmp(word, "list") == 0)
		return args->count == 1
			   ? EXIT_DONE
			   : usage(&cmd_broadcast, "list takes no words");
	if (strcmp(word, "start") == 0)
		return args->count > 1 || w->texts != NULL
			   ? EXIT_DONE
			   : usage(&cmd_broadcast, "start with which text?");
	if (args->count < 2)
		return usage(
		    &cmd_broadcast, "%s which broadcast? (its id)", word);
	return EXIT_DONE;
}

static int
dispatch(struct client *client, const void *wishes)
{
	const struct wishes *w = wishes;

	if (w->args.words[0][0] == 'l')
		return list(client, &w->args);
	if (w->args.words[0][0] == 's')
		return start(client, w);
	return act(client, &w->args);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.area = NULL};
	const struct option_spec specs[] = {
	    {"role", 0, &w.role, NULL},
	    {"area", 0, &w.area, NULL},
	    {"lang", 0, &w.lang, NULL},
	    {"at", 0, &w.at, NULL},
	    {"until", 0, &w.until, NULL},
	    {"rate", 0, &w.rate, NULL},
	    {"texts", 0, &w.texts, NULL},
	    {"night", 0, NULL, &w.night},
	    {"again", 0, NULL, &w.again},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&w.args, &cmd_broadcast, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&w);
	return rc == EXIT_DONE ? client_with(cli, dispatch, &w) : rc;
}

const struct command cmd_broadcast = {
    .name = "broadcast",
    .usage = "broadcast start [--role ROLE] [--area AREA] [--lang LANG]\n"
	     "              [--at TIME] [--until TIME] [--rate N] [--night] "
	     "[--texts FILE]\n"
	     "              [--again] TEXT…\n"
	     "       furrow broadcast list\n"
	     "       furrow broadcast pause|resume|drop ID…",
    .summary = "one text to very many people",
    .help =
	"start   to everybody who is known now and has not said STOP, or to "
	"those of a role\n"
	"        (seller, or seller|buyer), of an area and all below it, who "
	"speak LANG\n"
	"list    how far each has come\n"
	"pause   nothing more of it leaves until resume; drop ends it\n\n"
	"It leaves as links have room: answers and orders go first, and "
	"nobody is told\ntwice, whatever happens. It rests in quiet hours but "
	"with --night. --at and\n--until: 2h (from now), a day, or a time; "
	"--rate: texts a minute at most.\n--texts names a file {\"sw\": \"…\"} "
	"with words for other languages; TEXT is for\nwho speaks none of them. "
	"The same words to the same people while the first are\non their way "
	"are refused but with --again.\n",
    .fn = run,
};
