/* cmd_campaign - a heavier share for an area, for a time, for a sponsor. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"id", "ID", COLUMN_NUMBER, false},
    {"name", "CAMPAIGN", COLUMN_TEXT, false},
    {"area", "AREA", COLUMN_TEXT, false},
    {"factor", "FACTOR", COLUMN_NUMBER, false},
    {"sponsor", "SPONSOR", COLUMN_TEXT, false},
    {"spent", "SPENT", COLUMN_NUMBER, false},
    {"left", "LEFT", COLUMN_NUMBER, false},
    {"until", "UNTIL", COLUMN_TIME, false},
    {"ended", "ENDED", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct wishes {
	struct args args;
	const char *area, *factor, *sponsor, *texts, *days;
};

static int
list(struct client *client, const struct args *args)
{
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "campaigns", output_each, out);
	int end = output_end(&out, rc == EXIT_DONE ? "no campaigns" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

/* False, and said: it is no whole number. */
static bool
put_count(json_t *row, const char *key, const char *value)
{
	int64_t count;

	if (value == NULL)
		return true;
	if (!str_to_int64(&count, str_from(value)))
		return false;
	json_object_set_new(row, key, json_integer(count));
	return true;
}

static int
add(struct client *client, const struct wishes *w)
{
	json_t *row = json_object(), *reply = NULL;
	int rc;

	market_list_put(row, "name", w->args.words[1]);
	market_list_put(row, "area", w->area);
	market_list_put(row, "factor", w->factor);
	market_list_put(row, "sponsor", w->sponsor);
	if (!put_count(row, "texts", w->texts) ||
	    !put_count(row, "days", w->days)) {
		json_decref(row);
		return usage(
		    &cmd_campaign, "--texts and --days are whole numbers");
	}
	rc = client_post(client, "campaigns", row, &reply);
	if (rc == EXIT_DONE && w->args.format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("campaign %s: %lld\n", w->args.words[1],
		    (long long)json_int(reply, "id", 0));
	json_decref(reply);
	return rc;
}

static int
end(struct client *client, const struct args *args)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "campaigns");
	client_part(&b, args->words[1]);
	client_part(&b, "end");
	rc = client_post(client, path, NULL, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf("campaign %s: ended\n", args->words[1]);
	return rc;
}

static int
check(const struct wishes *w)
{
	const struct args *args = &w->args;
	int rc = options_verb(args, &cmd_campaign, "list, add, end");

	if (rc != 0)
		return rc;
	if (strcmp(args->words[0], "list") == 0)
		return args->count == 1
			   ? EXIT_DONE
			   : usage(&cmd_campaign, "list takes no more words");
	if (args->count != 2)
		return usage(
		    &cmd_campaign, "%s which campaign?", args->words[0]);
	if (args->words[0][0] == 'a' && w->factor == NULL)
		return usage(&cmd_campaign, "add needs a --factor");
	return EXIT_DONE;
}

static int
dispatch(struct client *client, const void *wishes)
{
	const struct wishes *w = wishes;

	if (w->args.words[0][0] == 'l')
		return list(client, &w->args);
	if (w->args.words[0][0] == 'a')
		return add(client, w);
	return end(client, &w->args);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.area = NULL};
	const struct option_spec specs[] = {
	    {"area", 0, &w.area, NULL},
	    {"factor", 0, &w.factor, NULL},
	    {"sponsor", 0, &w.sponsor, NULL},
	    {"texts", 0, &w.texts, NULL},
	    {"days", 0, &w.days, NULL},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&w.args, &cmd_campaign, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&w);
	return rc == EXIT_DONE ? client_with(cli, dispatch, &w) : rc;
}

const struct command cmd_campaign = {
    .name = "campaign",
    .usage = "campaign list\n"
	     "       furrow campaign add NAME --factor N [--area AREA] "
	     "[--sponsor NAME]\n"
	     "              [--texts N] [--days N]\n"
	     "       furrow campaign end ID",
    .summary = "a heavier share of the turn for an area, for a time",
    .help =
	"Sellers in the area (and all below it; without --area the whole "
	"market) get a\nshare that is heavier by the factor. Every proposal "
	"to one of them counts one\ntext of the sponsor's; the campaign ends "
	"with the last of --texts, after --days,\nor when it is ended. list "
	"shows what was spent and what is left.\n",
    .fn = run,
};
