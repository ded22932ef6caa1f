/* A market that people dial: the real furrowd with a channel for each dialect,
 * and an HTTP client that asks as each gateway does. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/buf.h"
#include "tests/scenario/daemon_rig.h"

#define ANSWER_OCTETS 4096

struct dialling {
	struct rig *rig;
	int port;
	char answer[ANSWER_OCTETS]; /* of the last request, head and body */
};

/* -- a client -------------------------------------------------------------- */

static int
socket_to(int port, int *own_port)
{
	struct timeval wait = {.tv_sec = 10};
	struct sockaddr_in name = {.sin_family = AF_INET,
	    .sin_port = htons((unsigned short)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t octets = sizeof(name);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait));
	int rc = own_port != NULL
		     ? bind(fd, (struct sockaddr *)&name, sizeof(name))
		     : connect(fd, (struct sockaddr *)&name, sizeof(name));
	assert_int_equal(rc, 0);
	if (own_port != NULL) {
		getsockname(fd, (struct sockaddr *)&name, &octets);
		*own_port = ntohs(name.sin_port);
	}
	return fd;
}

/* The body of the answer. */
static const char *
call(struct dialling *d, const char *method, const char *target,
    const char *type, const char *body)
{
	char head[2048];
	int fd = socket_to(d->port, NULL);
	int octets = snprintf(head, sizeof(head),
	    "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
	    "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n%s",
	    method, target, type, strlen(body), body);
	assert_int_equal(write(fd, head, (size_t)octets), octets);
	size_t at = 0;
	ssize_t got;
	while ((got = read(fd, d->answer + at, ANSWER_OCTETS - 1 - at)) > 0)
		at += (size_t)got;
	d->answer[at] = '\0';
	close(fd);
	const char *end = strstr(d->answer, "\r\n\r\n");
	if (end == NULL || strncmp(d->answer, "HTTP/1.1 200 ", 13) != 0)
		fail_msg("%s %s %s: %s", method, target, body, d->answer);
	return end + 4;
}

/* -- how each asks --------------------------------------------------------- */

#define FORM "application/x-www-form-urlencoded"
#define JSON "application/json"

/* Places: {n} the turn from 0, {new} true or false, {kind} its word, {in} what
 * is typed, {all} all that was typed, {star} the same behind the code. */
struct way {
	const char *name, *kinds[2]; /* of the first, of the others */
	const char *method, *target, *type, *body;
	const char *asks, *ends; /* how an answer goes on, how it is the last */
};

static const struct way ways[] = {
    {"africastalking", {"", ""}, "POST", "/ussd/africastalking", FORM,
	"sessionId=S-{name}&phoneNumber=+254711000011&networkCode=63902&"
	"serviceCode=*384*96%23&text={all}",
	"CON ", "END "},
    {"hubtel", {"Initiation", "Response"}, "POST", "/ussd/hubtel", JSON,
	"{\"SessionId\":\"S-{name}\",\"Mobile\":\"233200000012\","
	"\"ServiceCode\":\"384*96\",\"Type\":\"{kind}\",\"Message\":\"{in}\","
	"\"Operator\":\"mtn\",\"Sequence\":{n},\"ClientState\":\"\"}",
	"\"Type\":\"Response\"", "\"Type\":\"Release\""},
    {"emergent", {"initiation", "response"}, "POST", "/ussd/emergent", JSON,
	"{\"SessionId\":\"S-{name}\",\"Mobile\":\"233200000013\","
	"\"USERID\":\"384*96\",\"Type\":\"{kind}\",\"Message\":\"{in}\","
	"\"Sequence\":\"{n}\"}",
	"\"Type\":\"Response\"", "\"Type\":\"Release\""},
    {"arkesel", {"", ""}, "POST", "/ussd/arkesel", JSON,
	"{\"sessionID\":\"S-{name}\",\"userID\":\"U1\",\"newSession\":{new},"
	"\"msisdn\":\"233200000014\",\"userData\":\"{in}\",\"network\":"
	"\"MTN\"}",
	"\"continueSession\":true", "\"continueSession\":false"},
    {"nalo", {"", ""}, "POST", "/ussd/nalo", JSON,
	"{\"USERID\":\"N\",\"MSISDN\":\"233200000015\",\"USERDATA\":\"{in}\","
	"\"MSGTYPE\":{new},\"NETWORK\":\"MTN\"}",
	"\"MSGTYPE\":true", "\"MSGTYPE\":false"},
    {"beem", {"initiate", "continue"}, "POST", "/ussd/beem", JSON,
	"{\"command\":\"{kind}\",\"msisdn\":\"255700000016\",\"session_id\":"
	"\"S-{name}\",\"operator\":\"v\",\"payload\":{\"request_id\":\"r{n}\","
	"\"response\":\"{in}\"}}",
	"\"command\":\"continue\"", "\"command\":\"terminate\""},
    {"infobip", {"start", "response"}, "PUT",
	"/ussd/infobip/session/S-{name}/{kind}", JSON,
	"{\"msisdn\":\"27700000017\",\"text\":\"{in}\",\"shortCode\":"
	"\"*384*96#\"}",
	"\"shouldClose\":false", "\"shouldClose\":true"},
    {"mtn", {"0", "1"}, "POST", "/ussd/mtn", JSON,
	"{\"sessionId\":\"S-{name}\",\"messageType\":\"{kind}\",\"msisdn\":"
	"\"256700000018\",\"serviceCode\":\"*384*96#\",\"ussdString\":"
	"\"{in}\"}",
	"\"userInputRequired\":true", "\"userInputRequired\":false"},
    {"dmark", {"", ""}, "GET",
	"/ussd/dmark?transactionId=S-{name}&msisdn=256700000019&"
	"ussdServiceCode=*384*96%23&ussdRequestString={in}&response=false",
	FORM, "", "\"action\":\"request\"", "\"action\":\"end\""},
    {"hollatags", {"begin", "continue"}, "GET",
	"/ussd/hollatags?session_id=S-{name}&session_msisdn=2347000000020&"
	"session_operation={kind}&session_msg={in}&session_from=*384*96%23",
	FORM, "", "\"session_type\":1", "\"session_type\":4"},
    {"advanta", {"", ""}, "GET",
	"/ussd/advanta?SESSIONID=S-{name}&USSDCODE=*384*96%23&"
	"MSISDN=254711000021&INPUT={star}",
	FORM, "", "CON ", "END "},
};
#define WAYS (sizeof(ways) / sizeof(ways[0]))

/* A language, what is bought, how much, yes. */
static const char *const typed[] = {"*384*96#", "1", "1", "1", "3", "1"};
#define TURNS (sizeof(typed) / sizeof(typed[0]))

/* What stands for {name} … in turn n, or NULL. */
static const char *
filled(const struct way *way, const char *place, size_t n, char *dst,
    size_t octets)
{
	struct buf all = buf_over(dst, octets);
	bool json = strcmp(way->type, JSON) == 0;
	if (strncmp(place, "{name}", 6) == 0)
		return way->name;
	if (strncmp(place, "{kind}", 6) == 0)
		return way->kinds[n > 0];
	if (strncmp(place, "{new}", 5) == 0)
		return n == 0 ? "true" : "false";
	if (strncmp(place, "{n}", 3) == 0)
		buf_add_format(&all, "%zu", n);
	else if (strncmp(place, "{in}", 4) == 0)
		return n > 0 || json ? typed[n] : "*384*96%23";
	else if (strncmp(place, "{all}", 5) != 0 &&
		 strncmp(place, "{star}", 6) != 0)
		return NULL;
	if (place[1] == 's')
		buf_add_text(&all, "*384*96");
	for (size_t i = 1; place[1] != 'n' && i <= n; i++)
		buf_add_format(&all, "%s%s",
		    i > 1 || place[1] == 's' ? "*" : "", typed[i]);
	return dst;
}

static void
fill(struct buf *out, const struct way *way, const char *template, size_t n)
{
	char part[128];
	while (*template != '\0') {
		const char *text = *template == '{' ? filled(way, template, n,
							  part, sizeof(part))
						    : NULL;
		if (text == NULL) {
			buf_add_char(out, *template ++);
			continue;
		}
		buf_add_text(out, text);
		template = strchr(template, '}') + 1;
	}
}

/* Turn n of that dialogue; dst gets the body. */
static void
turn(struct dialling *d, const struct way *way, size_t n,
    char dst[ANSWER_OCTETS])
{
	char target[512], body[1024];
	struct buf to = buf_over(target, sizeof(target));
	struct buf text = buf_over(body, sizeof(body));
	fill(&to, way, way->target, n);
	fill(&text, way, way->body, n);
	snprintf(dst, ANSWER_OCTETS, "%s",
	    call(d, way->method, target, way->type, body));
}

static void
must_go_on(const struct way *way, size_t n, const char *answer)
{
	const char *sign = n + 1 < TURNS ? way->asks : way->ends;
	if (strstr(answer, sign) == NULL)
		fail_msg("%s, turn %zu: %s", way->name, n, answer);
}

/* -- the market ------------------------------------------------------------ */

static void
configure(struct dialling *d)
{
	assert_int_equal(
	    kit_conf(0, "languages = { \"en\", \"sw\" }\n", ""), 0);
	FILE *out = fopen("furrow.conf", "a");
	assert_non_null(out);
	for (size_t i = 0; i < WAYS; i++)
		fprintf(out,
		    "ussd %s { dialect = \"%s\" listen = \"127.0.0.1:%d\""
		    " codes = { \"*384*96#\" } }\n",
		    ways[i].name, ways[i].name, d->port);
	assert_int_equal(fclose(out), 0);
}

static void
begin(struct dialling *d)
{
	assert_int_equal(kit_start(&d->rig->kit, KIT_FURROWD, NULL), 0);
	assert_int_equal(
	    kit_logged(&d->rig->kit, "furrowd started", RIG_SOON_MS), 0);
}

static int
enter(void **state)
{
	struct dialling *d = calloc(1, sizeof(*d));
	void *rig = NULL;
	if (rig_enter(&rig) != 0)
		return -1;
	d->rig = rig;
	close(socket_to(0, &d->port));
	configure(d);
	begin(d);
	assert_int_equal(kit_sellers(1), 0);
	*state = d;
	return 0;
}

static int
leave(void **state)
{
	struct dialling *d = *state;
	rig_close((void **)&d->rig);
	free(d);
	return 0;
}

/* -- stories --------------------------------------------------------------- */

/* Each turn twice: where the dialect tells a repeat, its answer is the same to
 * the octet, and there is one order all the same. */
static void
an_order_in_every_dialect(void **state)
{
	struct dialling *d = *state;
	char answer[ANSWER_OCTETS], again[ANSWER_OCTETS];
	for (size_t i = 0; i < WAYS; i++) {
		const struct way *w = &ways[i];
		bool keyed = strstr(w->body, "{n}") != NULL ||
			     strstr(w->body, "{all}") != NULL ||
			     strstr(w->target, "{star}") != NULL;
		for (size_t n = 0; n < TURNS; n++) {
			turn(d, w, n, answer);
			must_go_on(w, n, answer);
			if (!keyed)
				continue;
			turn(d, w, n, again);
			assert_string_equal(again, answer);
		}
		assert_non_null(strstr(answer, "3 kg tomato"));
		assert_int_equal(rig_orders(NULL), i + 1);
	}
	d->rig->passed = true;
}

/* Who was in the middle of it goes on where he was. */
static void
after_a_kill(void **state)
{
	struct dialling *d = *state;
	char answer[ANSWER_OCTETS];
	for (size_t i = 0; i < WAYS; i++)
		for (size_t n = 0; n + 1 < TURNS; n++)
			turn(d, &ways[i], n, answer);
	kit_kill(&d->rig->kit);
	begin(d);
	for (size_t i = 0; i < WAYS; i++) {
		turn(d, &ways[i], TURNS - 1, answer);
		must_go_on(&ways[i], TURNS - 1, answer);
	}
	assert_int_equal(rig_orders(NULL), WAYS);
	d->rig->passed = true;
}

/* The same market from the terminal, and what an admin sees of it: a dialogue
 * whose last step is an order, its screens between the texts, channels. */
static void
from_the_terminal(void)
{
	char said[16384];
	assert_int_equal(kit_furrow(said, sizeof(said), "ussd-sim",
			     "--phone=0711000002", "--script=1,1,1,3,1", NULL),
	    0);
	assert_non_null(strstr(said, "> *384*96#\n| "));
	assert_non_null(strstr(said, ": 3 kg tomato."));
	assert_non_null(strstr(said, " septets, the end\n"));
	json_t *orders = kit_rows("order", "list", NULL);
	const char *code = json_string_value(
	    json_object_get(json_array_get(orders, 0), "code"));
	assert_int_equal(
	    kit_furrow(said, sizeof(said), "order", "show", code, NULL), 0);
	assert_non_null(strstr(said, "came by  ussd-sim (dialled, by USSD)"));
	json_t *dialled =
	    kit_rows("session", "list", "--phone=0711000002", NULL);
	const json_t *one = json_array_get(dialled, 0);
	assert_int_equal(json_array_size(dialled), 1);
	assert_string_equal(
	    json_string_value(json_object_get(one, "order")), code);
	assert_string_equal(
	    json_string_value(json_object_get(one, "state")), "done");
	json_t *rows = kit_rows("log", "--phone=0711000002", NULL);
	/* Six turns, in and out; the order's words; the text behind it. */
	assert_int_equal(json_array_size(rows), 14);
	assert_int_equal(kit_furrow(said, sizeof(said), "status", NULL), 0);
	assert_non_null(strstr(said, "\nafricastalking  africastalking  up "));
	json_decref(orders);
	json_decref(dialled);
	json_decref(rows);
}

#define AT "sessionId=S-1&phoneNumber=%2B254711000001&networkCode=63902&"

/* Another code; keys behind the code, which stop before anything is done; a
 * hang-up, and one of nobody. */
static void
other_ways_to_dial(void **state)
{
	struct dialling *d = *state;
	static const char path[] = "/ussd/africastalking";
	assert_string_equal(
	    call(d, "POST", path, FORM, AT "serviceCode=*999%23&text="),
	    "END Code not in use.");
	call(d, "POST", path, FORM, AT "serviceCode=*384*96%23&text=1");
	assert_non_null(strstr(
	    call(d, "POST", "/ussd/hubtel", JSON,
		"{\"SessionId\":\"S-2\",\"Mobile\":\"254711000001\","
		"\"ServiceCode\":\"384*96\",\"Type\":\"Initiation\","
		"\"Message\":\"*384*96*1*1*1*3*1*1*1#\",\"Sequence\":1}"),
	    "\"Type\":\"Response\""));
	assert_int_equal(rig_orders(NULL), 0);
	assert_string_equal(call(d, "POST", "/ussd/africastalking/event", FORM,
				AT "serviceCode=*384*96%23&status=Incomplete"),
	    "");
	assert_string_equal(call(d, "POST", path, FORM,
				"sessionId=S-9&phoneNumber=0711000009&"
				"status=Failed"),
	    "");
	from_the_terminal();
	d->rig->passed = true;
}

/* Those that come with furrow, and a comment behind them. */
static void
other_screens(const char *path)
{
	FILE *from = fopen(FURROW_SOURCE "/handlers/screens/ussd.menu", "re");
	FILE *to = fopen(path, "we");
	assert_non_null(from);
	assert_non_null(to);
	for (int octet; (octet = getc(from)) != EOF;)
		putc(octet, to);
	fputs("; of another day\n", to);
	fclose(from);
	assert_int_equal(fclose(to), 0);
}

/* A reload says that channels wait for a restart, and takes over screens; and a
 * channel that everybody could reach does not start at all. */
static void
what_a_reload_and_a_start_refuse(void **state)
{
	struct dialling *d = *state;
	static const char *const test[] = {"furrowd", "-c", "furrow.conf", "-t",
	    "-d", FURROW_SOURCE "/handlers", NULL};
	char said[1024];
	FILE *out = fopen("furrow.conf", "a");
	fputs("ussd all { dialect = \"mtn\" listen = \"0.0.0.0:8643\""
	      " codes = { \"*1#\" } allow = { \"192.0.2.1\" } }\n",
	    out);
	fclose(out);
	kill(d->rig->kit.daemon, SIGHUP);
	assert_int_equal(
	    kit_logged(&d->rig->kit, "needs_restart what=\"ussd channels\"",
		RIG_SOON_MS),
	    0);
	other_screens("wrong.menu");
	out = fopen("furrow.conf", "a");
	fputs("market { screens = \"wrong.menu\" }\n", out);
	fclose(out);
	kill(d->rig->kit.daemon, SIGHUP);
	assert_int_equal(
	    kit_logged(&d->rig->kit, "screens_taken_over file=", RIG_SOON_MS),
	    0);
	out = fopen("wrong.menu", "w");
	fputs("languages en\n\nscreen home page\n", out);
	fclose(out);
	out = fopen("furrow.conf", "a");
	fputs("market { screens = \"wrong.menu\" }\n", out);
	fclose(out);
	kill(d->rig->kit.daemon, SIGHUP);
	assert_int_equal(
	    kit_logged(&d->rig->kit,
		"screens_refused why=\"wrong.menu:3: unknown kind: page\"",
		RIG_SOON_MS),
	    0);
	out = fopen("furrow.conf", "a");
	fputs("ussd any { dialect = \"mtn\" listen = \"0.0.0.0:8650\""
	      " codes = { \"*1#\" } }\n",
	    out);
	fclose(out);
	assert_int_equal(kit_run_daemon(said, sizeof(said), test), 1);
	assert_non_null(
	    strstr(said, "ussd any: listen: anybody could call there"));
	d->rig->passed = true;
}

/* A file of screens with a mistake is told by its line, before a start and at
 * one. */
static void
a_wrong_file_of_screens_is_refused(void **state)
{
	struct dialling *d = *state;
	static const char *const test[] = {"furrowd", "-c", "screens.conf",
	    "-t", "-d", FURROW_SOURCE "/handlers", NULL};
	static const char *const start[] = {"furrowd", "-c", "screens.conf",
	    "-f", "-d", FURROW_SOURCE "/handlers", NULL};
	char said[1024];
	FILE *out = fopen("wrong.menu", "w");
	fputs("languages en\n\nscreen home page\n", out);
	fclose(out);
	out = fopen("open.secret", "w");
	fputs("s3cret\n", out);
	fchmod(fileno(out), 0644);
	fclose(out);
	out = fopen("screens.conf", "w");
	fputs("market { name = \"M\" country = \"254\" currency = \"KES\""
	      " screens = \"wrong.menu\" }\n"
	      "store { path = \"wrong.db\" }\n"
	      "admin { socket = \"wrong.sock\" }\n"
	      "ussd at { dialect = \"mtn\" listen = \"127.0.0.1:8643\""
	      " codes = { \"*1#\" } secret-file = \"open.secret\" }\n",
	    out);
	fclose(out);
	assert_int_equal(kit_run_daemon(said, sizeof(said), test), 1);
	assert_non_null(strstr(said, "conf secret_readable file="));
	assert_null(strstr(said, "s3cret"));
	assert_non_null(strstr(said, "wrong.menu:3: unknown kind: page"));
	assert_int_equal(kit_run_daemon(said, sizeof(said), start), 1);
	assert_non_null(strstr(said, "wrong.menu:3: unknown kind: page"));
	d->rig->passed = true;
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    EACH(an_order_in_every_dialect),
	    EACH(after_a_kill),
	    EACH(other_ways_to_dial),
	    EACH(what_a_reload_and_a_start_refuse),
	    EACH(a_wrong_file_of_screens_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
