/* cmd_person - buyers, sellers, officers and the others. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"name", "NAME", COLUMN_TEXT, false},
    {"roles", "ROLES", COLUMN_LIST, false},
    {"place", "PLACE", COLUMN_TEXT, false},
    {"area", "AREA", COLUMN_TEXT, false},
    {"lang", "LANG", COLUMN_TEXT, false},
    {"written", "WRITES", COLUMN_TEXT, false},
    {"weight", "WEIGHT", COLUMN_NUMBER, false},
    {"leader", "LEADER", COLUMN_TEXT, false},
    {"heard", "LAST HEARD", COLUMN_TIME, false},
    {"stopped", "STOPPED", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct column export_columns[] = {
    {"phone", NULL, COLUMN_TEXT, false},
    {"name", NULL, COLUMN_TEXT, false},
    {"roles", NULL, COLUMN_LIST, false},
    {"place", NULL, COLUMN_TEXT, false},
    {"area", NULL, COLUMN_TEXT, false},
    {"lang", NULL, COLUMN_TEXT, false},
    {"weight", NULL, COLUMN_NUMBER, false},
    {"leader", NULL, COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct market_list people = {
    .command = &cmd_person,
    .resource = "people",
    .columns = columns,
    .export_columns = export_columns,
    .nothing = "nobody",
};

struct wishes {
	struct args args;
	const char *phone, *role;
	const char *name, *roles, *place, *area, *lang, *weight, *leader;
};

static int
add(struct client *client, const struct wishes *w)
{
	json_t *row;

	if (w->args.count != 2)
		return usage(&cmd_person, "add which phone?");
	row = json_object();
	market_list_put(row, "phone", w->args.words[1]);
	market_list_put(row, "name", w->name);
	market_list_put(row, "roles", w->roles != NULL ? w->roles : w->role);
	market_list_put(row, "place", w->place);
	market_list_put(row, "area", w->area);
	market_list_put(row, "lang", w->lang);
	market_list_put(row, "weight", w->weight);
	market_list_put(row, "leader", w->leader);
	return market_list_add(client, &people, &w->args, row);
}

static int
show(struct client *client, const struct wishes *w)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));

	buf_add_text(&b, "people");
	client_query(&b, "phone", w->phone);
	client_query(&b, "role", w->role);
	return market_list_show(client, &people, &w->args, path);
}

/* person phone add|remove PHONE OTHER */
static int
phone(struct client *client, const struct wishes *w)
{
	char path[160];
	struct buf b = buf_over(path, sizeof(path));
	bool add_it =
	    w->args.count == 4 && strcmp(w->args.words[1], "add") == 0;
	json_t *body, *reply;
	int rc;

	if (w->args.count != 4 ||
	    (!add_it && strcmp(w->args.words[1], "remove") != 0))
		return usage(&cmd_person, "phone add|remove PHONE OTHER");
	body = json_object();
	buf_add_text(&b, "people");
	client_part(&b, w->args.words[2]);
	client_part(&b, add_it ? "phone-add" : "phone-remove");
	market_list_put(body, "phone", w->args.words[3]);
	market_list_put(body, "name", w->name);
	rc = client_post(client, path, body, &reply);
	if (rc == EXIT_DONE && w->args.format == FORMAT_JSON)
		json_line(stdout, reply);
	json_decref(reply);
	return rc;
}

static const struct column consent_columns[] = {
    {"kind", "ABOUT", COLUMN_TEXT, false},
    {"name", "NAME", COLUMN_TEXT, false},
    {"phone", "PHONE", COLUMN_TEXT, false},
    {"officer", "OFFICER", COLUMN_TEXT, false},
    {"asked", "ASKED", COLUMN_TIME, false},
    {"asked_by", "BY TEXT", COLUMN_NUMBER, false},
    {"answer", "ANSWER", COLUMN_TEXT, false},
    {"answered", "ANSWERED", COLUMN_TIME, false},
    {"answered_by", "BY TEXT", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static const struct market_list consents = {
    .command = &cmd_person,
    .resource = "consents",
    .columns = consent_columns,
    .export_columns = consent_columns,
    .nothing = "nothing was asked",
};

static int
consent(struct client *client, const struct wishes *w)
{
	char path[160];
	struct buf b = buf_over(path, sizeof(path));
	struct args bare = w->args;

	if (w->args.count != 2)
		return usage(&cmd_person, "consent of which phone?");
	buf_add_text(&b, "consents");
	client_query(&b, "phone", w->args.words[1]);
	bare.count = 1;
	return market_list_show(client, &consents, &bare, path);
}

static int
pin(struct client *client, const struct wishes *w)
{
	char path[160];
	struct buf b = buf_over(path, sizeof(path));
	json_t *body;

	if (w->args.count != 3)
		return usage(
		    &cmd_person, "pin which phone to which link? \"\" is none");
	buf_add_text(&b, "people");
	client_part(&b, w->args.words[1]);
	client_part(&b, "pin");
	body = json_object();
	json_object_set_new(body, "link",
	    json_clean(w->args.words[2], strlen(w->args.words[2])));
	return client_post(client, path, body, NULL);
}

static int
dispatch(struct client *client, const struct wishes *w)
{
	const char *word = w->args.words[0];

	if (strcmp(word, "add") == 0)
		return add(client, w);
	if (strcmp(word, "phone") == 0)
		return phone(client, w);
	if (strcmp(word, "pin") == 0)
		return pin(client, w);
	if (strcmp(word, "consent") == 0)
		return consent(client, w);
	if (strcmp(word, "import") == 0)
		return market_list_import(client, &people, &w->args);
	return show(client, w);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.phone = NULL};
	const struct option_spec specs[] = {
	    {"phone", 0, &w.phone, NULL},
	    {"role", 0, &w.role, NULL},
	    {"roles", 0, &w.roles, NULL},
	    {"name", 0, &w.name, NULL},
	    {"place", 0, &w.place, NULL},
	    {"area", 0, &w.area, NULL},
	    {"lang", 0, &w.lang, NULL},
	    {"weight", 0, &w.weight, NULL},
	    {"leader", 0, &w.leader, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct client *client;
	int rc = options_read(&w.args, &cmd_person, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = options_verb(&w.args, &cmd_person,
	    "list, add, phone, consent, pin, import, export");
	if (rc != 0)
		return rc;
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = dispatch(client, &w);
	client_free(&client);
	return rc;
}

const struct command cmd_person = {
    .name = "person",
    .usage = "person list [--phone PHONE] [--role ROLE]\n"
	     "       furrow person add PHONE [--name NAME] [--roles ROLES] "
	     "[--place PLACE]\n"
	     "              [--area AREA] [--lang LANG] [--weight N] "
	     "[--leader PHONE]\n"
	     "       furrow person phone add|remove PHONE OTHER [--name NAME]\n"
	     "       furrow person consent PHONE\n"
	     "       furrow person pin PHONE LINK|\"\"\n"
	     "       furrow person import FILE.csv…\n"
	     "       furrow person export [FILE.csv]",
    .summary = "buyers, sellers, officers: list, add, import, export",
    .help =
	"FILE.csv has a header row; the columns (in any order, only phone is "
	"needed):\n"
	"    phone,name,roles,place,area,lang,weight,leader\n"
	"roles: buyer, seller, leader, officer, promoter, expert, admin; "
	"several with |\n"
	"between them. weight: the share of the turn, 1 is plain. leader: the "
	"phone of\nthe household's leader. An empty cell leaves what is known "
	"as it is.\n"
	"Whoever imports sellers says that they have agreed to be asked.\n"
	"Rows with one phone and different first names are a household that "
	"shares it;\nadd by itself corrects the name of who uses it alone.\n\n"
	"phone: the person who uses PHONE (NAME, when several do) uses OTHER "
	"as well, or\nno longer; they are written to on the one they used "
	"last.\n"
	"consent: who was asked what about them, by which texts (furrow log), "
	"and what\nthey said.\n"
	"pin: texts to PHONE leave by LINK while it is up and a route gives "
	"it (furrow\nroute test); \"\" ends that.\n\n"
	"A bad row is named with its line and the reason, the good ones are "
	"imported;\nthe status is 1 when one was bad. What export writes, "
	"import reads.\n",
    .fn = run,
};
