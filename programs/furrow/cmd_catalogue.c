/* cmd_catalogue - what the market trades in. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/market_list.h"

#define NAMES_MAX 32

static const struct column columns[] = {
    {"key", "PRODUCT", COLUMN_TEXT, false},
    {"en", "ENGLISH", COLUMN_TEXT, false},
    {"names_text", "OTHER NAMES", COLUMN_TEXT, false},
    {"units_text", "PACKS", COLUMN_TEXT, false},
    {"aliases_text", "ALIASES", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column alias_columns[] = {
    {"name", "ALIAS", COLUMN_TEXT, false},
    {"product", "PRODUCT", COLUMN_TEXT, false},
    {"by", "BY", COLUMN_TEXT, false},
    {"time", "SINCE", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

/* -- list and export ---------------------------------------------------- */

static void
join(struct buf *out, const json_t *names)
{
	for (size_t i = 0; i < json_array_size(names); i++) {
		const char *name = json_string_value(json_array_get(names, i));

		if (out->octets > 0)
			buf_add_text(out, ", ");
		buf_add_text(out, name != NULL ? name : "");
	}
}

/* "bag 90 kg" */
static void
join_units(struct buf *out, json_t *units)
{
	const char *unit;
	json_t *pack;

	json_object_foreach(units, unit, pack)
	{
		char kg[24];

		/* Grams are thousandths of a kilogram. */
		buf_add_format(out, "%s%s %s kg", out->octets > 0 ? ", " : "",
		    unit,
		    str_from_milli(kg, sizeof(kg), json_int(pack, "grams", 0)));
	}
}

/* A flat row of a product, for table and CSV. */
static json_t *
flat(json_t *product)
{
	char en[512], others[2048], units[256], aliases[512];
	struct buf en_buf = buf_over(en, sizeof(en));
	struct buf others_buf = buf_over(others, sizeof(others));
	struct buf units_buf = buf_over(units, sizeof(units));
	struct buf aliases_buf = buf_over(aliases, sizeof(aliases));
	json_t *names = json_object_get(product, "names"), *value;
	const char *lang;

	json_object_foreach(names, lang, value)
	{
		join(strcmp(lang, "en") == 0 ? &en_buf : &others_buf, value);
	}
	join_units(&units_buf, json_object_get(product, "units"));
	join(&aliases_buf, json_object_get(product, "aliases"));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "key",
	    json_string(json_text(product, "key", "")), "en",
	    json_clean(en, en_buf.octets), "names_text",
	    json_clean(others, others_buf.octets), "units_text",
	    json_clean(units, units_buf.octets), "aliases_text",
	    json_clean(aliases, aliases_buf.octets));
}

/* product["aliases"]: what the market calls it beside the catalogue. */
static void
add_aliases(json_t *products, const json_t *rows)
{
	json_t *by_product = json_object();

	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);
		const char *key = json_text(row, "product", "");
		json_t *names = json_object_get(by_product, key);

		if (names == NULL) {
			names = json_array();
			json_object_set_new(by_product, key, names);
		}
		json_array_append(names, json_object_get(row, "name"));
	}
	for (size_t i = 0; i < json_array_size(products); i++) {
		json_t *product = json_array_get(products, i);
		json_t *names =
		    json_object_get(by_product, json_text(product, "key", ""));

		if (names != NULL)
			json_object_set(product, "aliases", names);
		else
			json_object_set_new(product, "aliases", json_array());
	}
	json_decref(by_product);
}

static int
list(struct client *client, const struct args *args)
{
	json_t *catalogue = NULL, *aliases = NULL, *products;
	struct output *out;
	int rc = client_get(client, "catalogue", &catalogue), end;

	if (rc == EXIT_DONE)
		rc = client_get(client, "aliases", &aliases);
	products = json_object_get(catalogue, "products");
	add_aliases(products, json_object_get(aliases, "items"));
	json_decref(aliases);
	out = output_begin(args->format, columns);
	for (size_t i = 0; i < json_array_size(products); i++) {
		json_t *product = json_array_get(products, i);
		json_t *row = args->format == FORMAT_JSON ? json_incref(product)
							  : flat(product);

		output_row(out, row);
		json_decref(row);
	}
	end =
	    output_end(&out, rc == EXIT_DONE ? "the catalogue is empty" : NULL);
	json_decref(catalogue);
	return rc != EXIT_DONE ? rc : end;
}

static int export(struct client *client, const struct args *args)
{
	const char *path = args->count > 1 ? args->words[1] : NULL;
	FILE *to = path != NULL ? fopen(path, "we") : stdout;
	json_t *catalogue = NULL;
	int rc, bad;

	if (to == NULL)
		return complain(path, "%s", strerror(errno));
	rc = client_get(client, "catalogue", &catalogue);
	if (rc == EXIT_DONE) {
		json_dumpf(
		    catalogue, to, JSON_INDENT(1) | JSON_REAL_PRECISION(15));
		fputc('\n', to);
	}
	bad = ferror(to);
	bad |= path != NULL ? fclose(to) : fflush(to);
	json_decref(catalogue);
	if (rc == EXIT_DONE && bad != 0)
		return complain(path != NULL ? path : "standard output", "%s",
		    strerror(errno));
	return rc;
}

/* -- import and add ----------------------------------------------------- */

static int
import(struct client *client, const struct args *args)
{
	struct buf text = buf_new(MARKET_LIST_OCTETS);
	json_t *reply = NULL;
	int rc;

	if (args->count != 2)
		return usage(&cmd_catalogue, "import which file?");
	rc = market_list_read(&text, args->words[1]);
	if (rc == EXIT_DONE)
		rc = client_post_text(client, "catalogue/import",
		    "application/json", buf_str(&text), &reply);
	if (rc == EXIT_DONE)
		rc = market_list_imported(args->words[1], reply, args->format);
	json_decref(reply);
	buf_free(&text);
	return rc;
}

/* "sw=mahindi,mahindi mabichi" -> names.sw; "gunia=90" -> units.gunia. */
static int
add_name(json_t *product, const char *word)
{
	const char *equals = strchr(word, '=');
	struct str rest, name;
	char lang[16];
	json_t *list;

	if (equals == NULL || equals == word || equals[1] == '\0' ||
	    (size_t)(equals - word) >= sizeof(lang))
		return usage(&cmd_catalogue, "\"%s\" is not LANG=NAME", word);
	str_copy(lang, sizeof(lang), str_of(word, (size_t)(equals - word)));
	list = json_array();
	for (rest = str_from(equals + 1); str_cut(&name, &rest, ',');) {
		name = str_trim(name);
		json_array_append_new(list, json_clean(name.at, name.octets));
	}
	json_object_set_new(json_object_get(product, "names"), lang, list);
	return EXIT_DONE;
}

static int
add_unit(json_t *product, const char *word)
{
	const char *equals = strchr(word, '=');
	char unit[32];
	int64_t grams;

	if (word[0] == '\0')
		return EXIT_DONE;
	if (equals == NULL || equals == word ||
	    (size_t)(equals - word) >= sizeof(unit) ||
	    !str_to_milli(&grams, str_from(equals + 1)) || grams <= 0)
		return usage(
		    &cmd_catalogue, "\"%s\" is not UNIT=KILOGRAMS", word);
	str_copy(unit, sizeof(unit), str_of(word, (size_t)(equals - word)));
	json_object_set_new(product, "units",
	    json_pack("{s:{s:I}}", unit, "grams", (json_int_t)grams));
	return EXIT_DONE;
}

static int
add(struct client *client, const struct args *args, const char *unit)
{
	json_t *product, *reply = NULL;
	int rc = EXIT_DONE;

	if (args->count < 3)
		return usage(&cmd_catalogue, "add takes KEY LANG=NAME…");
	product = json_pack("{s:o, s:{}}", "key",
	    json_clean(args->words[1], strlen(args->words[1])), "names");
	for (int i = 2; i < args->count && rc == EXIT_DONE; i++)
		rc = add_name(product, args->words[i]);
	if (rc == EXIT_DONE && unit != NULL)
		rc = add_unit(product, unit);
	if (rc != EXIT_DONE) {
		json_decref(product);
		return rc;
	}
	rc = client_post(client, "catalogue/import",
	    json_pack("{s:[o]}", "products", product), &reply);
	if (rc == EXIT_DONE)
		rc = market_list_imported("product", reply, args->format);
	json_decref(reply);
	return rc;
}

/* -- aliases ------------------------------------------------------------ */

static int
list_aliases(struct client *client, enum format format)
{
	struct output *out = output_begin(format, alias_columns);
	int rc = client_each(client, "aliases", output_each, out);
	int end = output_end(
	    &out, rc == EXIT_DONE ? "nobody taught a name yet" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

static int
say_alias(enum format format, const char *word, const json_t *reply)
{
	if (format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (json_object_get(reply, "product") != NULL)
		printf("%s is %s from now on\n", word,
		    json_text(reply, "product", ""));
	else
		printf("%s is no name any more\n", word);
	return EXIT_DONE;
}

static int
alias(struct client *client, const struct args *args, const char *drop)
{
	json_t *reply = NULL;
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	const char *word = drop != NULL ? drop : args->words[1];
	int rc;

	if (drop == NULL && args->count == 1)
		return list_aliases(client, args->format);
	if (args->count != (drop != NULL ? 1 : 3))
		return usage(&cmd_catalogue,
		    "alias takes WORD PRODUCT; quote a name "
		    "of several words");
	buf_add_text(&b, "aliases");
	if (drop != NULL) {
		client_part(&b, drop);
		buf_add_text(&b, "/remove");
		rc = client_post(client, path, NULL, &reply);
	} else {
		rc = client_post(client, path,
		    json_pack("{s:o, s:o}", "name",
			json_clean(word, strlen(word)), "product",
			json_clean(args->words[2], strlen(args->words[2]))),
		    &reply);
	}
	if (rc == EXIT_DONE)
		rc = say_alias(args->format, word, reply);
	json_decref(reply);
	return rc;
}

static int
dispatch(struct client *client, const struct args *args, const char *unit,
    const char *drop)
{
	const char *word = args->count > 0 ? args->words[0] : "list";

	if (drop != NULL && strcmp(word, "alias") != 0)
		return usage(&cmd_catalogue, "--remove belongs to alias");
	if (strcmp(word, "list") == 0)
		return list(client, args);
	if (strcmp(word, "alias") == 0)
		return alias(client, args, drop);
	if (strcmp(word, "export") == 0)
		return export(client, args);
	if (strcmp(word, "import") == 0)
		return import(client, args);
	return add(client, args, unit);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const char *unit = NULL, *drop = NULL;
	const struct option_spec specs[] = {
	    {"unit", 0, &unit, NULL},
	    {"remove", 0, &drop, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	struct args args;
	int rc = options_read(&args, &cmd_catalogue, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count > 0)
		rc = options_verb(
		    &args, &cmd_catalogue, "list, alias, add, import, export");
	if (rc != 0)
		return rc;
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = dispatch(client, &args, unit, drop);
	client_free(&client);
	return rc;
}

const struct command cmd_catalogue = {
    .name = "catalogue",
    .usage = "catalogue [list]\n"
	     "       furrow catalogue alias [WORD PRODUCT]\n"
	     "       furrow catalogue alias --remove WORD\n"
	     "       furrow catalogue add KEY LANG=NAME[,NAME]… "
	     "[--unit UNIT=KG]\n"
	     "       furrow catalogue import FILE.json\n"
	     "       furrow catalogue export [FILE.json]",
    .summary = "what is traded, and what people call it",
    .help =
	"FILE.json: {\"products\": [{\"key\": \"maize\", \"names\": {\"en\": "
	"[\"maize\", \"corn\"],\n\"sw\": [\"mahindi\"]}, \"units\": "
	"{\"gunia\": {\"grams\": 90000}}}], \"units\": […]}\n"
	"Products of the file replace those of the same key; others stay.\n"
	"A bad product is named by its place in the file; the good ones are "
	"imported.\n\n"
	"alias teaches the market one more name for a product, from the next "
	"text on; it\nstays when the file is read again. An admin may text "
	"the same: ALIAS waru potato\nWhat people text and nobody "
	"understands: furrow log unknown\n\n"
	"    furrow catalogue add maize en=maize,corn sw=mahindi --unit "
	"gunia=90\n"
	"    furrow catalogue alias waru potato\n",
    .fn = run,
};
