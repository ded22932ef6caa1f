/* The command line as people and scripts meet it: words, exit status, keys. */
#include "tests/programs/cli_kit.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"

static struct cli_kit *
kit(bool sick)
{
	static struct cli_kit one;

	cli_kit_open(&one, sick);
	return &one;
}

static void
has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

/* The names that `furrow help` lists, each behind two blanks. */
static size_t
commands(struct cli_kit *k, char names[][24], size_t most)
{
	size_t count = 0;
	cli_kit_run_bare(k, "help", NULL);
	assert_int_equal(k->status, 0);
	char *end = strstr(k->out, "\nFor a start:");
	assert_non_null(end);
	*end = '\0';
	for (const char *at = k->out; (at = strstr(at, "\n  ")) != NULL; at++)
		if (at[3] != ' ' && count < most)
			assert_int_equal(
			    sscanf(at + 3, "%23s", names[count++]), 1);
	return count;
}

static void
help_tells_of_every_command(void **state)
{
	struct cli_kit *k = kit(false);
	char names[48][24], usage[64];
	size_t count = commands(k, names, 48);
	(void)state;
	assert_true(count >= 31 && count < 48);
	for (size_t i = 0; i < count; i++) {
		cli_kit_run_bare(k, "help", names[i], NULL);
		assert_int_equal(k->status, 0);
		snprintf(usage, sizeof(usage), "usage: furrow %s", names[i]);
		has(k->out, usage);
		cli_kit_run_bare(k, names[i], "--help", NULL);
		assert_int_equal(k->status, 0);
		has(k->out, usage);
	}
	cli_kit_close(k);
}

/* Before anything is asked of a daemon, and with all words that there are. */
static void
a_wrong_word_is_told_the_right_ones(void **state)
{
	static const struct {
		const char *command, *words;
	} known[] = {
	    {"order", "list, show, accept, decline, cancel, reassign, done"},
	    {"sale", "list, show"},
	    {"session", "list, show"},
	    {"queue", "list, retry, drop, held, release"},
	    {"link", "list, show, probe, reset, drain, resume"},
	    {"user",
		"list, show, add, role, password, disable, enable, remove, "
		"totp-off, logout, phone, code"},
	    {"audit", "list, verify, accept"},
	    {"person", "list, add, phone, consent, pin, import, export"},
	    {"offer", "list, add, import, export"},
	    {"catalogue", "list, alias, add, import, export"},
	    {"area", "list, add, import, export"},
	    {"weight", "list, of, set, join, leave"},
	    {"campaign", "list, add, end"},
	    {"broadcast", "start, list, pause, resume, drop"},
	};
	struct cli_kit *k = kit(false);
	char said[256];
	(void)state;
	cli_kit_close(k);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		cli_kit_run_bare(
		    k, "-c", "nowhere.conf", known[i].command, "lisst", NULL);
		assert_int_equal(k->status, 2);
		snprintf(said, sizeof(said),
		    "furrow: %s: \"lisst\" is none of %s\n", known[i].command,
		    known[i].words);
		has(k->err, said);
	}
	cli_kit_run_bare(k, "-c", "nowhere.conf", "order", NULL);
	has(k->err, "furrow: order: say what: list, show");
}

static void
wrong_usage_is_two(void **state)
{
	static const char *const words[][4] = {
	    {"ordr"},
	    {"order"},
	    {"order", "lst"},
	    {"order", "list", "--sinc", "2d"},
	    {"order", "list", "--since"},
	    {"order", "list", "--since", "soon"},
	    {"order", "list", "--json", "--csv"},
	    {"order", "list", "--json=yes"},
	    {"order", "show"},
	    {"order", "accept"},
	    {"order", "accept", "K7F", "--line=0"},
	    {"order", "cancel", "K7F", "--to=0711000001"},
	    {"log", "find", "maize"},
	    {"log", "search"},
	    {"log", "--limit", "0"},
	    {"send", "0711000001"},
	    {"queue", "retry"},
	    {"link", "reset"},
	    {"person", "import"},
	    {"person", "remove"},
	    {"offer", "add", "0711000001", "maize"},
	    {"catalogue", "add", "maize", "mahindi"},
	    {"catalogue", "lst"},
	    {"catalogue", "alias", "waru"},
	    {"catalogue", "alias", "a", "--remove=b"},
	    {"catalogue", "list", "--remove", "waru"},
	    {"log", "unknown", "waru"},
	    {"log", "unknown", "--phone", "1"},
	    {"log", "--forget", "waru"},
	    {"report"},
	    {"report", "weather"},
	    {"report", "sales", "income"},
	    {"report", "sales", "--since=soon"},
	    {"audit", "verfy"},
	    {"user", "add", "amina", "--role=z"},
	    {"user", "list", "--role=admin"},
	    {"backup"},
	    {"status", "all"},
	    {"--colour", "status"},
	    {"help", "ordr"},
	};
	struct cli_kit *k = kit(false);
	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		cli_kit_run(k, words[i][0], words[i][1], words[i][2],
		    words[i][3], NULL);
		if (k->status != 2 || strncmp(k->err, "furrow: ", 8) != 0)
			fail_msg("row %zu: %d %s", i, k->status, k->err);
		assert_string_equal(k->out, "");
	}
	cli_kit_run_bare(k, "ordr", NULL);
	has(k->err, "do you mean order?");
	cli_kit_run_bare(k, NULL);
	assert_int_equal(k->status, 2);
	cli_kit_close(k);
}

static void
no_daemon_is_said_plainly(void **state)
{
	struct cli_kit *k = kit(false);
	char path[96];
	(void)state;
	cli_kit_close(k);
	snprintf(path, sizeof(path), "furrow-none-%d.conf", (int)getpid());
	cli_kit_run_bare(k, "-c", path, "status", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "No such file");
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "admin { socket = \"furrow-none-%d\" }\n", (int)getpid());
	fclose(out);
	cli_kit_run_bare(k, "-c", path, "status", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "furrow: cannot reach furrowd at furrow-none-");
	has(k->err, "is it running? (start it with furrowd -c furrow-none");
	unlink(path);
}

/* Runs as somebody who may not look into the folder of the socket. */
static void
who_is_not_of_the_group_is_told(void **state)
{
	struct cli_kit *k = kit(false);
	char folder[] = "/tmp/furrow-group-XXXXXX", path[64], shut[64];
	(void)state;
	cli_kit_close(k);
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chmod(folder, 0755), 0);
	snprintf(shut, sizeof(shut), "%s/run", folder);
	assert_int_equal(mkdir(shut, 0), 0);
	snprintf(path, sizeof(path), "%s/furrow.conf", folder);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "admin { socket = \"run/furrow.sock\" }\n");
	fclose(out);
	bool root = geteuid() == 0;
	assert_int_equal(root ? seteuid(65534) : 0, 0);
	bool able = faccessat(AT_FDCWD, "furrow", X_OK, AT_EACCESS) == 0;
	if (able)
		cli_kit_run_bare(k, "-c", path, "status", NULL);
	assert_int_equal(root ? seteuid(0) : 0, 0);
	unlink(path);
	rmdir(shut);
	rmdir(folder);
	if (!able)
		skip();
	assert_int_equal(k->status, 1);
	has(k->err, "/run/furrow.sock is not for this user");
}

/* Somebody took them away, and with them the proof. */
static void
an_audit_without_heads_is_no_proof(void **state)
{
	struct cli_kit *k = kit(false);
	(void)state;
	cli_kit_run(k, "audit", "verify", NULL);
	assert_int_equal(k->status, 1);
	has(k->out, "The audit is whole");
	has(k->err, "furrow: the signed heads: ");
	cli_kit_close(k);
}

/* "Nobody" would be a lie: who mistypes a number must learn of it. */
static void
what_is_no_phone_number_is_told(void **state)
{
	static const char *const words[][4] = {
	    {"weight", "of", "xyz"},
	    {"person", "consent", "xyz"},
	    {"person", "list", "--phone", "xyz"},
	    {"offer", "list", "--phone", "12"},
	    {"pool", "show", "xyz"},
	    {"pool", "took", "071l000001"},
	    {"order", "list", "--phone", "xyz"},
	};
	struct cli_kit *k = kit(false);
	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		cli_kit_run(k, words[i][0], words[i][1], words[i][2],
		    words[i][3], NULL);
		if (k->status != 1 ||
		    strstr(k->err, "not a phone number") == NULL)
			fail_msg("row %zu: %d %s", i, k->status, k->err);
	}
	cli_kit_run(k, "log", "--phone", "SAFARICOM", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_close(k);
}

static void
status_is_zero_only_when_all_is_well(void **state)
{
	struct cli_kit *k = kit(false);
	json_t *object;
	(void)state;
	cli_kit_run(k, "status", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "all is well");
	has(k->out, "furrowd 0.1.0");
	cli_kit_run(k, "status", "--json", NULL);
	assert_int_equal(k->status, 0);
	object = cli_kit_line(k, 0);
	cli_kit_keys(object, "ok version links queue store alarms clock");
	json_decref(object);
	cli_kit_close(k);
	k = kit(true);
	cli_kit_run(k, "status", NULL);
	assert_int_equal(k->status, 1);
	has(k->out, "link a is down");
	cli_kit_close(k);
}

static void
orders_have_the_keys_of_the_contract(void **state)
{
	struct cli_kit *k = kit(false);
	json_t *object;
	(void)state;
	cli_kit_run(k, "order", "list", "--json", NULL);
	assert_int_equal(k->status, 0);
	object = cli_kit_line(k, 1);
	cli_kit_keys(object,
	    "code id line state buyer seller product quantity unit price "
	    "currency payment created changed");
	json_decref(object);
	cli_kit_run(k, "order", "show", "1", "--json", NULL);
	object = cli_kit_line(k, 0);
	cli_kit_keys(object, "code id lines proposals history settled");
	cli_kit_keys(json_array_get(json_object_get(object, "history"), 0),
	    "time from to by text");
	cli_kit_keys(json_array_get(json_object_get(object, "proposals"), 0),
	    "state seller");
	json_decref(object);
	cli_kit_run(k, "order", "list", "--state", "offered", "--since=1d",
	    "--csv", NULL);
	has(k->out, "code,id,line,state,buyer,seller,");
	cli_kit_close(k);
}

static void
a_table_is_for_people(void **state)
{
	struct cli_kit *k = kit(false);
	(void)state;
	cli_kit_run(k, "order", "list", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "CODE  LINE  STATE    BUYER          SELLER");
	has(k->out, "   1  offered  +254722000002  +254711000001  maize");
	has(k->out, "35.50");
	assert_null(strchr(k->out, '\033'));
	cli_kit_run(k, "order", "list", "--state=disputed", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->err, "no orders\n");
	cli_kit_close(k);
}

static void
acting_for_people_who_call(void **state)
{
	struct cli_kit *k = kit(false);
	(void)state;
	cli_kit_run(k, "order", "accept", "1", "--for", "+254711000001", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "confirmed");
	cli_kit_run(k, "order", "show", "1", NULL);
	has(k->out, "by telephone");
	cli_kit_run(k, "order", "accept", "1", "--for", "+254711000001", NULL);
	assert_int_equal(k->status, 1);
	assert_string_equal(k->err, "furrow: orders: the line is confirmed\n");
	cli_kit_run(k, "audit", "list", "--json", NULL);
	has(k->out, "\"action\":\"order.accept\"");
	cli_kit_run(k, "order", "show", "Z9Z", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_close(k);
}

static void
the_log_has_the_keys_of_the_contract(void **state)
{
	struct cli_kit *k = kit(false);
	json_t *object;
	(void)state;
	cli_kit_run(k, "send", "0722000002", "Habari", "yako", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "queued for +254722000002");
	cli_kit_run(k, "log", "--json", NULL);
	object = cli_kit_line(k, 1);
	cli_kit_keys(
	    object, "id time direction link phone text state cause order");
	assert_string_equal(json_text(object, "text", ""), "Habari yako");
	assert_string_equal(json_text(object, "state", ""), "queued");
	json_decref(object);
	cli_kit_run(k, "log", "search", "MAIZE", "--json", NULL);
	has(k->out, "want 5kg maize");
	assert_null(strstr(k->out, "Habari"));
	cli_kit_run(k, "log", "--limit", "1", NULL);
	has(k->out, "Habari yako");
	assert_null(strstr(k->out, "maize"));
	cli_kit_run(k, "queue", "list", "--json", NULL);
	has(k->out, "Habari yako");
	cli_kit_run(k, "queue", "drop", "2", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "queue", "drop", "2", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_run(k, "send", "SAFARICOM", "hello", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "not a phone number");
	cli_kit_close(k);
}

static void
the_log_is_followed(void **state)
{
	struct cli_kit *k = kit(false);
	char text[4096];
	ssize_t n;
	int pid, fd;
	struct pollfd p = {.events = POLLIN};
	(void)state;
	fd = cli_kit_start(
	    k, &pid, "log", "-f", "--json", "--since", "2026-01-01", NULL);
	p.fd = fd;
	/* The old one shows that it follows. */
	assert_int_equal(poll(&p, 1, 20000), 1);
	n = read(fd, text, sizeof(text) - 1);
	assert_true(n > 0);
	text[n] = '\0';
	has(text, "want 5kg maize");
	cli_kit_run(k, "send", "0722000002", "new", NULL);
	assert_int_equal(poll(&p, 1, 20000), 1);
	n = read(fd, text, sizeof(text) - 1);
	assert_true(n > 0);
	text[n] = '\0';
	has(text, "\"text\":\"new\"");
	assert_null(strstr(text, "maize"));
	cli_kit_stop(pid);
	close(fd);
	cli_kit_close(k);
}

static void
people_go_round(void **state)
{
	struct cli_kit *k = kit(false);
	char path[96], first[8192];
	(void)state;
	cli_kit_path(k, "in.csv", path);
	cli_kit_write(k, "in.csv",
	    "phone,name,roles,area,lang,weight\n"
	    "0733000003,\"Eve, \"\"E\"\"\",seller|leader,Alego,sw,1.5\n"
	    "12,Nobody,,,,\n");
	cli_kit_run(k, "person", "import", path, NULL);
	assert_int_equal(k->status, 1);
	has(k->out, "1 imported, 1 bad");
	has(k->err, "in.csv:3: phone \"12\" is not a phone number");
	cli_kit_run(k, "person", "export", NULL);
	assert_int_equal(k->status, 0);
	str_copy(first, sizeof(first), str_from(k->out));
	has(first, "phone,name,roles,place,area,lang,weight,leader\n");
	has(first,
	    "+254733000003,\"Eve, \"\"E\"\"\",seller|leader,,Alego,sw,1.5,\n");
	cli_kit_write(k, "in.csv", first);
	cli_kit_run(k, "person", "import", path, NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "person", "export", NULL);
	assert_string_equal(k->out, first);
	cli_kit_run(k, "person", "add", "0744000004", "--name", "Zuri", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "person", "list", "--phone", "0744000004", NULL);
	has(k->out, "Zuri");
	cli_kit_close(k);
}

static void
offers_have_the_keys_of_the_contract(void **state)
{
	struct cli_kit *k = kit(false);
	char path[96], first[8192];
	json_t *object;
	(void)state;
	cli_kit_run(
	    k, "offer", "add", "0733000003", "mahindi", "90", "kg", "40", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "offer", "list", "--json", NULL);
	object = cli_kit_line(k, 0);
	cli_kit_keys(object, "phone seller product unit price left");
	assert_int_equal(json_int(object, "left", 0), 195);
	json_decref(object);
	cli_kit_run(k, "offer", "export", NULL);
	str_copy(first, sizeof(first), str_from(k->out));
	has(first, "+254733000003,maize,90,kg,40,,,,\n");
	cli_kit_path(k, "in.csv", path);
	cli_kit_write(k, "in.csv", first);
	cli_kit_run(k, "offer", "import", path, "--json", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "\"imported\":2");
	cli_kit_run(k, "offer", "export", NULL);
	assert_string_equal(k->out, first);
	cli_kit_close(k);
}

static void
phones_of_people(void **state)
{
	struct cli_kit *k = kit(false);
	(void)state;
	cli_kit_run(k, "person", "add", "0711000077", "--name", "Faith",
	    "--roles", "seller", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(
	    k, "person", "phone", "add", "0711000077", "0711000078", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "person", "list", "--phone", "0711000078", NULL);
	has(k->out, "Faith");
	cli_kit_run(k, "person", "consent", "0711000077", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "list");
	has(k->out, "yes");
	cli_kit_run(
	    k, "person", "phone", "remove", "0711000077", "0711000078", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(
	    k, "person", "phone", "remove", "0711000077", "0711000078", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "not theirs");
	cli_kit_run(k, "person", "phone", "lend", "0711000077", NULL);
	assert_int_equal(k->status, 2);
	cli_kit_close(k);
}

static void
sales_are_listed(void **state)
{
	struct cli_kit *k = kit(false);
	(void)state;
	cli_kit_run(k, "sale", "list", NULL);
	assert_int_equal(k->status, 0);
	has(k->err, "no sales");
	cli_kit_run(k, "sale", "list", "--json", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out, "");
	cli_kit_run(k, "sale", "show", "#KM4", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "no sale is known as KM4");
	cli_kit_run(k, "sale", "show", NULL);
	assert_int_equal(k->status, 2);
	cli_kit_close(k);
}

static void
areas_and_catalogue(void **state)
{
	struct cli_kit *k = kit(false);
	(void)state;
	cli_kit_run(k, "area", "add", "Alego", "Siaya", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "area", "export", NULL);
	has(k->out, "area,parent,quiet\n");
	has(k->out, "Alego,Siaya,\n");
	cli_kit_run(k, "catalogue", "add", "maize", "en=maize,corn",
	    "sw=mahindi", "--unit", "gunia=90", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "catalogue", "list", NULL);
	has(k->out, "maize, corn");
	has(k->out, "mahindi");
	cli_kit_run(k, "catalogue", "export", NULL);
	has(k->out, "\"grams\": 90000");
	cli_kit_close(k);
}

static void
names_are_taught(void **state)
{
	struct cli_kit *k = kit(false);
	json_t *object;
	(void)state;
	cli_kit_run(k, "catalogue", "add", "maize", "en=maize", NULL);
	cli_kit_run(k, "catalogue", "alias", NULL);
	has(k->err, "nobody taught a name yet");
	cli_kit_run(k, "catalogue", "alias", "maizi wa", "maize", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out, "maizi wa is maize from now on\n");
	cli_kit_run(k, "catalogue", "alias", "yes", "maize", NULL);
	assert_int_equal(k->status, 1);
	assert_string_equal(k->err, "furrow: aliases: texts need the word "
				    "yes\n");
	cli_kit_run(k, "catalogue", "alias", NULL);
	has(k->out, "maizi wa  maize    admin:");
	cli_kit_run(k, "catalogue", NULL);
	has(k->out, "ALIASES");
	has(k->out, "maizi wa");
	cli_kit_run(k, "catalogue", "list", "--json", NULL);
	object = cli_kit_line(k, 0);
	cli_kit_keys(object, "key names aliases");
	json_decref(object);
	cli_kit_run(k, "catalogue", "alias", "--remove", "maizi wa", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "no name any more");
	cli_kit_run(k, "catalogue", "alias", "--remove", "maizi wa", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_run(k, "audit", "list", "--json", NULL);
	has(k->out, "maizi wa is no name any more");
	cli_kit_close(k);
}

static void
unknown_words_are_listed(void **state)
{
	struct cli_kit *k = kit(false);
	json_t *object;
	(void)state;
	cli_kit_run(k, "log", "unknown", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "WORD   TIMES  LANG");
	has(k->out, "maizi     12  sw");
	has(k->out, "want 5kg maize");
	has(k->err, "furrow catalogue alias WORD PRODUCT");
	assert_null(strstr(k->out, "known"));
	cli_kit_run(k, "log", "unknown", "--limit", "1", "--json", NULL);
	object = cli_kit_line(k, 0);
	cli_kit_keys(object, "word count lang first last near message text");
	json_decref(object);
	assert_null(strstr(k->out, "mogo"));
	assert_string_equal(k->err, "");
	cli_kit_run(k, "log", "unknown", "--lang=en", "--csv", NULL);
	has(k->out, "word,count,lang,first,last,near,text\nmogo,1,en,");
	cli_kit_run(k, "log", "unknown", "--since", "1d", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "log", "unknown", "--forget", "maizi", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out, "maizi: forgotten\n");
	cli_kit_run(k, "log", "unknown", "--forget", "maizi", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_close(k);
}

static void
links_and_backup(void **state)
{
	struct cli_kit *k = kit(false);
	char path[96];
	(void)state;
	cli_kit_run(k, "link", "list", NULL);
	has(k->out, "loop");
	cli_kit_run(k, "link", "show", "a", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "state     up");
	has(k->out, "  row huawei               from field reports\n");
	has(k->out, "  news 1,1,0,1,0           first of the ladder");
	assert_null(strstr(k->out, "AT+CGMI"));
	cli_kit_run(k, "link", "show", "a", "--steps", NULL);
	has(k->out, "AT+CGMI                          huawei | OK\n");
	has(k->out, "AT+CNMI=1,1,0,1,0                OK (asked 2 times)\n");
	cli_kit_run(k, "link", "show", "a", "--json", NULL);
	has(k->out, "\"chosen\":\"row huawei\"");
	cli_kit_run(k, "link", "probe", "a", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "=> news 1,1,0,1,0: first of the ladder that it took");
	cli_kit_run(k, "link", "drain", "a", NULL);
	assert_int_equal(k->status, 0);
	cli_kit_run(k, "link", "drain", "zz", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "no link is named zz");
	cli_kit_run(k, "link", "show", "zz", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_path(k, "backup.db", path);
	cli_kit_run(k, "backup", path, NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "octets, checked");
	cli_kit_run(k, "backup", "/nowhere/at/all.db", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_close(k);
}

static void
an_operator_is_asked(void **state)
{
	struct cli_kit *k = kit(false);
	char path[96];
	json_t *reply;
	(void)state;
	cli_kit_run(k, "ussd", "a", "*144#", "1", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out, "menu\n\n*144# 1 (,)\n");
	cli_kit_run(k, "ussd", "a", "*144#", "--json", NULL);
	reply = cli_kit_line(k, 0);
	cli_kit_keys(reply, "link replies outcome asks doubtful left why");
	json_decref(reply);
	cli_kit_write(k, "in.csv", " 12345678 \n");
	cli_kit_path(k, "in.csv", path);
	cli_kit_run(
	    k, "ussd", "a", "--script", "topup", "--voucher-file", path, NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "(topup,\342\200\246)");
	cli_kit_run(k, "ussd", "a", "*1#", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "furrow: ussd: a: the network did not answer");
	cli_kit_run(k, "ussd", "a", "*2#", "1", "2", NULL);
	assert_int_equal(k->status, 1);
	has(k->out, "menu\n");
	has(k->err, "1 of the answers");
	cli_kit_run(k, "ussd", "a", NULL);
	assert_int_equal(k->status, 2);
	cli_kit_run(k, "ussd", "zz", "*144#", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_run(k, "ussd", "a", "*130*{voucher}#", "--voucher-file",
	    "/nowhere/v", NULL);
	assert_int_equal(k->status, 1);
	cli_kit_close(k);
}

static void
reports_say_the_same_three_times(void **state)
{
	struct cli_kit *k = kit(false);
	json_t *object;
	(void)state;
	cli_kit_run(k, "report", "income", "--by=seller", "--json", NULL);
	assert_int_equal(k->status, 0);
	object = cli_kit_line(k, 1);
	cli_kit_keys(object,
	    "seller person currency households first lines amount paid "
	    "marked_share");
	assert_string_equal(json_text(object, "seller", ""), "Amina");
	assert_true(
	    json_number_value(json_object_get(object, "amount")) == 1234.5);
	json_decref(object);
	cli_kit_run(k, "report", "income", "--by=seller", "--csv", NULL);
	assert_string_equal(k->out,
	    "seller,person,households,first,lines,amount,paid,currency,"
	    "marked_share\n"
	    "'=2+3,3,0,0,-1,-50,70,KES,\n"
	    "Amina,1,1,1,1,1234.50,0,KES,\n");
	cli_kit_run(k, "report", "income", "--by=seller", NULL);
	has(k->out, "SELLER  HOUSEHOLDS  FIRST TIME  LINES  ACCEPTED  PAID");
	has(k->out, "Amina            1           1      1   1234.50     0");
	cli_kit_run(k, "report", "sales", "--product=maize", NULL);
	has(k->out,
	    "maize      118.45  kg            0        1  1184.50  KES");
	cli_kit_run(k, "report", "sales", "--until=2026-01-01", NULL);
	assert_string_equal(k->out, "");
	has(k->err, "nothing was sold");
	cli_kit_run(k, "report", "day", "--by=seller", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "day is not told by seller");
	cli_kit_close(k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reports_say_the_same_three_times),
	    cmocka_unit_test(help_tells_of_every_command),
	    cmocka_unit_test(a_wrong_word_is_told_the_right_ones),
	    cmocka_unit_test(wrong_usage_is_two),
	    cmocka_unit_test(what_is_no_phone_number_is_told),
	    cmocka_unit_test(an_audit_without_heads_is_no_proof),
	    cmocka_unit_test(no_daemon_is_said_plainly),
	    cmocka_unit_test(who_is_not_of_the_group_is_told),
	    cmocka_unit_test(status_is_zero_only_when_all_is_well),
	    cmocka_unit_test(orders_have_the_keys_of_the_contract),
	    cmocka_unit_test(a_table_is_for_people),
	    cmocka_unit_test(acting_for_people_who_call),
	    cmocka_unit_test(the_log_has_the_keys_of_the_contract),
	    cmocka_unit_test(the_log_is_followed),
	    cmocka_unit_test(people_go_round),
	    cmocka_unit_test(offers_have_the_keys_of_the_contract),
	    cmocka_unit_test(phones_of_people),
	    cmocka_unit_test(sales_are_listed),
	    cmocka_unit_test(areas_and_catalogue),
	    cmocka_unit_test(names_are_taught),
	    cmocka_unit_test(unknown_words_are_listed),
	    cmocka_unit_test(links_and_backup),
	    cmocka_unit_test(an_operator_is_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
