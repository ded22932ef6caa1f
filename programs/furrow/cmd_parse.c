/* cmd_parse - furrow parse: what the gateway would understand of a text.
 *
 * For the owner of a word list ("what does it make of this?") and for scoring:
 * lines of {"id","role","text","lang"?} in, one JSON object a line out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

#include "handlers/catalogue.h"
#include "handlers/intent.h"
#include "handlers/lexicon.h"

#include "programs/furrow/command.h"
#include "programs/furrow/parse_explain.h"

#define LINE_OCTETS_MAX (1u << 20)
#define CATALOGUE_OCTETS_MAX (2u << 20)
#define TEXT_OCTETS_MAX 8192

struct job {
	const char *catalogue_path;
	const char *lexicon_path;
	const char *lang;
	const char *role;
	bool jsonl;
	bool explain;
	struct lexicon *lex;
	struct catalogue *cat;
};

static unsigned
roles_of(const char *role)
{
	if (strcmp(role, "seller") == 0)
		return INTENT_ROLE_SELLER;
	if (strcmp(role, "buyer") == 0)
		return INTENT_ROLE_BUYER;
	if (strcmp(role, "officer") == 0)
		return INTENT_ROLE_OFFICER;
	if (strcmp(role, "admin") == 0)
		return INTENT_ROLE_ADMIN;
	return 0;
}

static void
set_text(json_t *object, const char *key, struct str text)
{
	if (text.octets > 0)
		json_object_set_new(
		    object, key, json_clean(text.at, text.octets));
}

static json_t *
unit_json(const char *unit)
{
	return unit[0] == '\0' ? json_null() : json_string(unit);
}

static json_t *
price_json(const char *kind, int64_t milli, const char *per)
{
	json_t *price = json_object();
	json_object_set_new(price, kind, json_milli(milli));
	json_object_set_new(price, "per", unit_json(per));
	return price;
}

static json_t *
item_json(const struct job *job, const struct intent_item *item)
{
	json_t *object = json_object();
	const char *key = catalogue_key(job->cat, item->product);
	json_object_set_new(
	    object, "product", key == NULL ? json_null() : json_string(key));
	json_object_set_new(object, "qty",
	    item->has_qty ? json_milli(item->qty_milli) : json_null());
	json_object_set_new(object, "unit", unit_json(item->unit));
	if (item->qty_high_milli > 0)
		json_object_set_new(
		    object, "qty_max", json_milli(item->qty_high_milli));
	if (item->price_milli > 0)
		json_object_set_new(object, "price",
		    price_json("ask", item->price_milli, item->price_per));
	return object;
}

static void
set_code(json_t *object, const struct intent *in)
{
	if (in->code[0] != '\0')
		json_object_set_new(object, "code", json_string(in->code));
	else if (in->list_index > 0)
		json_object_set_new(
		    object, "code", json_sprintf("%d", in->list_index));
}

static json_t *
intent_json(const struct job *job, const struct intent *in)
{
	json_t *object = json_object();
	json_t *items = json_array();
	json_object_set_new(object, "intent", json_string(intent_name(in)));
	json_object_set_new(
	    object, "kind", json_string(intent_kind_name(in->kind)));
	json_object_set_new(object, "ask", json_boolean(in->ask));
	for (size_t i = 0; i < in->items_count; i++)
		json_array_append_new(items, item_json(job, &in->items[i]));
	json_object_set_new(object, "items", items);
	if (in->price != INTENT_PRICE_NONE)
		json_object_set_new(object, "price",
		    price_json(in->price == INTENT_PRICE_MAX ? "max" : "ask",
			in->price_milli, in->price_per));
	if (in->kind == INTENT_CHANGE)
		json_object_set_new(object, "change", json_true());
	set_code(object, in);
	set_text(object, "place", in->place);
	set_text(object, "day", str_from(in->day));
	set_text(object, "to", str_from(in->to));
	set_text(object, "lang", str_from(in->lang));
	return object;
}

static struct intent_hints
hints_of(const char *role, const char *lang)
{
	struct intent_hints hints = {.lang = lang, .roles = roles_of(role)};
	/* A seller who is answered here may hold a list of questions. */
	hints.has_list = hints.roles == INTENT_ROLE_SELLER;
	return hints;
}

static json_t *
parse_text(
    const struct job *job, struct str text, const char *role, const char *lang)
{
	struct intent_hints hints = hints_of(role, lang);
	struct intent_trace trace;
	struct intent in;
	if (!job->explain) {
		intent_parse(&in, job->lex, job->cat, text, &hints);
		return intent_json(job, &in);
	}
	intent_explain(&in, &trace, job->lex, job->cat, text, &hints);
	json_t *object = intent_json(job, &in);
	json_object_set_new(object, "rule", json_string(in.rule));
	json_object_set_new(
	    object, "why", json_string(intent_ask_name(in.why)));
	json_object_set_new(object, "cost", json_milli(in.cost * 100));
	json_object_set_new(object, "cost_max", json_milli(in.cost_max * 100));
	json_object_set_new(
	    object, "spans", parse_explain_json(job->cat, &trace));
	return object;
}

static void
explain_text(const struct job *job, struct str text)
{
	struct intent_hints hints = hints_of(job->role, job->lang);
	struct intent_trace trace;
	struct intent in;
	intent_explain(&in, &trace, job->lex, job->cat, text, &hints);
	parse_explain_print(stdout, job->cat, &in, &trace);
}

static int
parse_line(
    const struct job *job, const char *line, size_t octets, size_t number)
{
	struct err err;
	if (str_trim(str_of(line, octets)).octets == 0)
		return EXIT_DONE;
	json_t *request =
	    json_read(str_of(line, octets), LINE_OCTETS_MAX, &err);
	json_t *text = json_object_get(request, "text");
	if (!json_is_string(text)) {
		json_decref(request);
		return complain(
		    "parse", "line %zu: no object with a text", number);
	}
	const char *lang = json_text(request, "lang", job->lang);
	json_t *answer = parse_text(job,
	    str_of(json_string_value(text), json_string_length(text)),
	    json_text(request, "role", job->role), lang);
	json_t *id = json_object_get(request, "id");
	if (id != NULL)
		json_object_set(answer, "id", id);
	json_line(stdout, answer);
	json_decref(answer);
	json_decref(request);
	return EXIT_DONE;
}

/* A bad line is complained of and the next one read. */
static int
parse_lines(const struct job *job)
{
	int rc = EXIT_DONE;
	char *line = NULL;
	size_t room = 0;
	ssize_t octets;
	for (size_t n = 1; (octets = getline(&line, &room, stdin)) >= 0; n++)
		if (parse_line(job, line, (size_t)octets, n) != EXIT_DONE)
			rc = EXIT_FAILED;
	free(line);
	if (ferror(stdin) || fflush(stdout) != 0)
		return complain("parse", "%s", strerror(errno));
	return rc;
}

static int
parse_words(const struct job *job, int count, char **words)
{
	char text[TEXT_OCTETS_MAX];
	size_t used = 0;
	for (int i = 0; i < count; i++) {
		if (i > 0 && used + 1 < sizeof(text))
			text[used++] = ' ';
		used += str_copy(
		    text + used, sizeof(text) - used, str_from(words[i]));
	}
	if (job->explain) {
		explain_text(job, str_of(text, used));
		return EXIT_DONE;
	}
	json_t *answer =
	    parse_text(job, str_of(text, used), job->role, job->lang);
	json_line(stdout, answer);
	json_decref(answer);
	return EXIT_DONE;
}

static const char *
first_readable(const char *const *paths, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (access(paths[i], R_OK) == 0)
			return paths[i];
	return paths[0];
}

static int
load(struct job *job)
{
	static const char *const folders[] = {
	    FURROW_DATADIR "/lexicon", FURROW_SOURCE "/handlers/lexicon"};
	static const char *const files[] = {"catalogue.json",
	    "/etc/furrow/catalogue.json", FURROW_DATADIR "/catalogue.json",
	    FURROW_SOURCE "/tests/language/catalogue.json"};
	struct err err;
	if (job->lexicon_path == NULL)
		job->lexicon_path = first_readable(folders, 2);
	if (job->catalogue_path == NULL)
		job->catalogue_path = first_readable(files, 4);
	job->lex = lexicon_load_dir(job->lexicon_path, &err);
	if (job->lex == NULL)
		return complain("parse", "%s", err.text);
	json_t *json =
	    json_read_file(job->catalogue_path, CATALOGUE_OCTETS_MAX, &err);
	char *text = json == NULL ? NULL : json_dumps(json, 0);
	json_decref(json);
	if (text != NULL)
		job->cat = catalogue_load(str_from(text), job->lex, &err);
	free(text);
	if (job->cat == NULL)
		return complain(job->catalogue_path, "%s", err.text);
	return EXIT_DONE;
}

static int
read_options(struct job *job, int argc, char **argv, int *first_word)
{
	struct {
		const char *name;
		const char **value;
	} options[] = {{"--catalogue", &job->catalogue_path},
	    {"--lexicon", &job->lexicon_path}, {"--lang", &job->lang},
	    {"--role", &job->role}};
	int i = 1;
	for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
		size_t n = 0;
		if (strcmp(argv[i], "--") == 0) {
			i++;
			break;
		}
		bool jsonl = strcmp(argv[i], "--jsonl") == 0;
		bool explain = strcmp(argv[i], "--explain") == 0;
		job->jsonl = job->jsonl || jsonl;
		job->explain = job->explain || explain;
		if (jsonl || explain)
			continue;
		while (n < 4 && strcmp(argv[i], options[n].name) != 0)
			n++;
		if (n == 4 || i + 1 >= argc)
			return usage(&cmd_parse,
			    n == 4 ? "unknown option: %s" : "%s needs a value",
			    argv[i]);
		*options[n].value = argv[++i];
	}
	*first_word = i;
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct job job = {.role = "anyone"};
	int first = 1;
	(void)cli; /* needs no daemon */
	int rc = read_options(&job, argc, argv, &first);
	if (rc == EXIT_DONE && job.jsonl != (first == argc))
		rc = usage(&cmd_parse, "either a text or --jsonl");
	if (rc == EXIT_DONE)
		rc = load(&job);
	if (rc == EXIT_DONE)
		rc = job.jsonl ? parse_lines(&job)
			       : parse_words(&job, argc - first, argv + first);
	catalogue_free(&job.cat);
	lexicon_free(&job.lex);
	return rc;
}

const struct command cmd_parse = {
    .name = "parse",
    .usage = "parse [--catalogue FILE] [--lexicon DIR] [--lang xx] "
	     "[--role ROLE]\n"
	     "              [--explain] TEXT…\n"
	     "       furrow parse --catalogue FILE --jsonl",
    .summary = "what the gateway understands of a text",
    .help = "Prints what a text would mean, as one JSON object: intent, ask "
	    "(whether a\n"
	    "question would go back), items, price, code, place, day.\n"
	    "\n"
	    "ROLE is buyer, seller, officer, admin or anyone.  With --jsonl it "
	    "reads lines of\n"
	    "{\"id\", \"role\", \"text\", \"lang\"} and writes one object for "
	    "each.\n"
	    "--explain tells why: each piece of the text, what it was taken "
	    "for, what its\n"
	    "spelling cost, which other goods it might have meant, and whether "
	    "the rest is\n"
	    "too much to act on.\n"
	    "The words it knows are in DIR (*.lex, one file per language); its "
	    "README tells\n"
	    "how to add some.\n",
    .fn = run,
};
