/* Orders by dialling while furrowd dies, has no room, or waits for its disk:
 * the aggregator asks the same again, and there is one order. */
#include "tests/scenario/daemon_rig.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* As long as it is there, faults count (tests/fault). */
#define ARMED "armed"
#define CONFIRM "1*1*5*1" /* buy, tomato, 5 kg, yes */
#define BUYERS 20

struct world {
	struct rig *rig;
	unsigned short port;
	const char *path;
	int buyers; /* each order is a new one's */
	size_t orders;
};

/* -- the aggregator -------------------------------------------------------- */

static int
bind_any(struct sockaddr_in *at)
{
	socklen_t octets = sizeof(*at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	*at = (struct sockaddr_in){
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	assert_int_equal(bind(fd, (struct sockaddr *)at, sizeof(*at)), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)at, &octets), 0);
	return fd;
}

static int
reach(const struct world *w)
{
	struct timeval patience = {.tv_sec = 20};
	struct sockaddr_in at = {.sin_family = AF_INET,
	    .sin_port = htons(w->port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	if (connect(fd, (struct sockaddr *)&at, sizeof(at)) == 0)
		return fd;
	close(fd);
	return -1;
}

/* What furrowd says to all answers so far of that buyer's dialogue, the
 * whole response; "" when it died over it. */
static const char *
ask(const struct world *w, int buyer, const char *text)
{
	static char answer[4096];
	char body[256], request[640];
	size_t have = 0;
	ssize_t got;
	snprintf(body, sizeof(body),
	    "sessionId=s%d&phoneNumber=%%2B2547110001%02d&networkCode=63902"
	    "&serviceCode=*384*96%%23&text=%s",
	    buyer, buyer, text);
	int octets = snprintf(request, sizeof(request),
	    "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
	    "Content-Type: application/x-www-form-urlencoded\r\n"
	    "Content-Length: %zu\r\n\r\n%s",
	    w->path, strlen(body), body);
	int fd = reach(w);
	assert_true(fd >= 0);
	assert_int_equal(
	    send(fd, request, (size_t)octets, MSG_NOSIGNAL), octets);
	while (have < sizeof(answer) - 1 &&
	       (got = read(fd, answer + have, sizeof(answer) - 1 - have)) > 0)
		have += (size_t)got;
	close(fd);
	answer[have] = '\0';
	return answer;
}

static const char *
body_of(const char *answer)
{
	const char *at = strstr(answer, "\r\n\r\n");
	return at != NULL ? at + 4 : "";
}

static const char *
text_of(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));
	return text != NULL ? text : "";
}

static void
says(const char *answer, const char *wanted)
{
	if (strstr(answer, wanted) == NULL)
		fail_msg("no \"%s\" in \"%s\"", wanted, answer);
}

/* A new buyer, who sees the question whether that is meant. */
static int
dial_to_the_question(struct world *w)
{
	static const char *const texts[] = {"", "1", "1*1"};
	int buyer = ++w->buyers;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		says(ask(w, buyer, texts[i]), "\r\n\r\nCON ");
	says(ask(w, buyer, "1*1*5"), "CON 5 kg tomato");
	return buyer;
}

/* -- the daemon ------------------------------------------------------------ */

static void
arm(bool on)
{
	if (on)
		assert_int_equal(kit_write(ARMED, "\n"), 0);
	else
		assert_int_equal(unlink(ARMED), 0);
}

static void
start(struct world *w, const char *setting)
{
	int fd;
	int64_t until_ms = kit_now_ms() + RIG_LATE_MS;
	assert_int_equal(kit_start(&w->rig->kit, KIT_FAULTY, setting), 0);
	while ((fd = reach(w)) < 0) {
		assert_true(kit_now_ms() < until_ms);
		kit_pause_ms(5);
	}
	close(fd);
}

static void
write_channel(
    FILE *out, const char *name, unsigned short port, const char *deadline)
{
	fprintf(out,
	    "ussd %s {\n  dialect = \"africastalking\"\n"
	    "  listen = \"127.0.0.1:%u\"  path = \"/ussd/%s\"\n"
	    "  codes = { \"*384*96#\" }  allow = { \"127.0.0.1\" }\n"
	    "  deadline = \"%s\"\n}\n",
	    name, port, name, deadline);
}

/* Their language is known: nobody is asked for it. */
static int
import_buyers(void)
{
	FILE *out = fopen("buyers.csv", "w");
	if (out == NULL)
		return -1;
	fputs("phone,name,roles,lang\n", out);
	for (int i = 1; i <= BUYERS; i++)
		fprintf(out, "+2547110001%02d,Buyer %d,buyer,en\n", i, i);
	if (fclose(out) != 0)
		return -1;
	return kit_furrow(NULL, 0, "person", "import", "buyers.csv", NULL);
}

static int
open_world(void **state)
{
	static struct world w;
	struct sockaddr_in at;
	void *rig = NULL;
	int fd = bind_any(&at);
	w = (struct world){.port = ntohs(at.sin_port), .path = "/ussd/at"};
	close(fd);
	if (rig_enter(&rig) != 0)
		return -1;
	w.rig = rig;
	*state = &w;
	setenv("FURROW_FAULT_WHILE", ARMED, 1);
	/* An ignored signal stays ignored in the child. */
	signal(SIGXFSZ, SIG_IGN);
	if (kit_conf(0, "", "") != 0)
		return -1;
	FILE *out = fopen("furrow.conf", "a");
	if (out == NULL)
		return -1;
	write_channel(out, "at", w.port, "5s");
	write_channel(out, "hasty", w.port, "2s");
	if (fclose(out) != 0 ||
	    kit_start(&w.rig->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&w.rig->kit) != 0 || kit_sellers(1) != 0 ||
	    import_buyers() != 0)
		return -1;
	kit_kill(&w.rig->kit);
	return 0;
}

static int
close_world(void **state)
{
	struct world *w = *state;
	void *rig = w->rig;
	return rig_close(&rig);
}

/* -- what must be true ----------------------------------------------------- */

/* The request of that buyer's yes comes again, and once more: the answers are
 * the same, and there is one order more than before, with one text to the
 * seller and one to the buyer. */
static void
one_order(struct world *w, int buyer)
{
	char phone[24], first[512];
	size_t mine = 0, asked = 0, told = 0, i;
	snprintf(phone, sizeof(phone), "+2547110001%02d", buyer);
	snprintf(first, sizeof(first), "%s", body_of(ask(w, buyer, CONFIRM)));
	assert_string_equal(body_of(ask(w, buyer, CONFIRM)), first);
	json_t *row, *rows = kit_rows("log", "--since", "1d", NULL);
	assert_non_null(rows);
	json_array_foreach(rows, i, row)
	{
		const char *text = text_of(row, "text");
		bool its = strcmp(text_of(row, "phone"), phone) == 0;
		bool queued = strcmp(text_of(row, "state"), "queued") == 0;
		mine += its && strcmp(text, "ORDER 5 kg tomato") == 0;
		told += its && queued && strstr(text, ": 5 kg tomato.") != NULL;
		asked += queued && strcmp(text_of(row, "phone"), SELLER) == 0;
	}
	json_decref(rows);
	w->orders++;
	assert_int_equal(mine, 1);
	assert_int_equal(told, 1);
	/* The phone shows the order, or that a text tells of it. */
	if (strstr(first, "END #") == NULL)
		says(first, "We will text you.");
	assert_int_equal(asked, w->orders);
	assert_int_equal(rig_orders(NULL), w->orders);
}

static void
whatever_step_it_dies_at_there_is_one_order(void **state)
{
	static const char *const steps[] = {"turn.claimed", "commit.after",
	    "turn.begin", "ack.after", "turn.handled", "commit.before",
	    "ack.before"};
	struct world *w = *state;
	/* Starting takes time, with sanitizers more; the steps are the same. */
	size_t count = KIT_SLOWER > 1 ? 2 : 4;
	if (getenv("DIAL_ALL") != NULL)
		count = sizeof(steps) / sizeof(steps[0]);
	int buyer = 0;
	for (size_t i = 0; i <= count; i++) {
		char setting[64];
		int status = 0;
		snprintf(setting, sizeof(setting), "FURROW_FAULT=%s:1",
		    i < count ? steps[i] : "none");
		start(w, setting);
		if (buyer > 0)
			one_order(w, buyer);
		if (i == count)
			break;
		buyer = dial_to_the_question(w);
		arm(true);
		assert_string_equal(ask(w, buyer, CONFIRM), "");
		assert_true(kit_wait_gone(&w->rig->kit, RIG_SOON_MS, &status));
		assert_true(WIFSIGNALED(status));
		arm(false);
	}
}

static void
limit_files(pid_t pid, rlim_t octets)
{
	struct rlimit limit = {octets, RLIM_INFINITY};
	assert_int_equal(prlimit(pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

/* No file may grow: nothing of the turn is kept, and the next request finds the
 * dialogue where it was. */
static void
no_room_is_told_and_nothing_half_done(void **state)
{
	struct world *w = *state;
	int buyer = dial_to_the_question(w);
	limit_files(w->rig->kit.daemon, 0);
	says(ask(w, buyer, CONFIRM), "\r\n\r\nEND Try again later.");
	assert_int_equal(rig_orders(NULL), w->orders);
	limit_files(w->rig->kit.daemon, RLIM_INFINITY);
	one_order(w, buyer);
	kit_kill(&w->rig->kit);
}

/* The disk takes longer than anybody waits: the order is made once, and the
 * text that tells of it goes, whatever the phone showed. */
static void
a_slow_disk_makes_one_order(void **state)
{
	struct world *w = *state;
	start(w, "FURROW_VFS=sync-ms=2200");
	w->path = "/ussd/hasty";
	int buyer = dial_to_the_question(w);
	arm(true);
	says(ask(w, buyer, CONFIRM), "\r\n\r\nEND ");
	arm(false);
	one_order(w, buyer);
	kit_kill(&w->rig->kit);
	w->rig->passed = true; /* the last one */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whatever_step_it_dies_at_there_is_one_order),
	    cmocka_unit_test(no_room_is_told_and_nothing_half_done),
	    cmocka_unit_test(a_slow_disk_makes_one_order),
	};
	return cmocka_run_group_tests(tests, open_world, close_world);
}
