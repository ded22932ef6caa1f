/* The whole of it, end to end: the real furrowd, the real furrow, a modem on
 * a pty, and people who text. */
#include "tests/scenario/daemon_rig.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* The console's way to say it: state, then what the phones read. */
static void
order_from_text_to_handover(void **state)
{
	struct rig *rig = *state;
	char code[8], words[32];
	rig_order(rig, BUYER, "want 5kg tomatos pls", code);
	rig_agree(rig, BUYER, SELLER, code);
	snprintf(words, sizeof(words), "done %s", code);
	rig_text(rig, SELLER, words);
	rig_wait(rig, SELLER, "done:", RIG_SOON_MS, NULL);
	snprintf(words, sizeof(words), "got %s", code);
	rig_text(rig, BUYER, words);
	rig_wait(rig, BUYER, "Thank you", RIG_SOON_MS, NULL);
	rig_assert_state(code, "fulfilled");
	assert_int_equal(rig_orders(NULL), 1);
	rig->passed = true;
}

static void
unplugged_and_back_under_the_same_name(void **state)
{
	struct rig *rig = *state;
	char code[8], status[4096];
	rig_order(rig, BUYER, "want 5kg tomato", code);
	rig_wait(rig, SELLER, code, RIG_SOON_MS, NULL);
	assert_int_equal(sim_unplug(rig->kit.sim, "a"), 0);
	int64_t until_ms = kit_now_ms() + RIG_SOON_MS;
	while (kit_furrow(status, sizeof(status), "status", NULL) == 0)
		assert_true(kit_now_ms() < until_ms);
	assert_non_null(strstr(status, "link a is"));
	/* The network keeps the answer meanwhile. */
	snprintf(status, sizeof(status), "yes %s", code);
	rig_text(rig, SELLER, status);
	kit_pause_ms(1500);
	assert_int_equal(sim_replug(rig->kit.sim, "a"), 0);
	rig_wait(rig, BUYER, "GOT #", RIG_LATE_MS, NULL);
	assert_int_equal(kit_up(&rig->kit), 0);
	rig_assert_state(code, "confirmed");
	assert_int_equal(rig_messages("in", "yes"), 1);
	rig->passed = true;
}

static void
network_delivers_twice(void **state)
{
	struct rig *rig = *state;
	char code[8];
	assert_int_equal(sim_tell(rig->kit.sim, "{s:s, s:s, s:s, s:s, s:i}",
			     "do", "text", "from", BUYER, "to", "a", "text",
			     "want 5kg tomato", "times", 3),
	    0);
	rig_wait(rig, BUYER, "#", RIG_SOON_MS, NULL);
	kit_pause_ms(1000);
	assert_int_equal(rig_orders(NULL), 1);
	assert_int_equal(rig_messages("in", "want"), 1);
	/* Not a word about the copies. */
	assert_int_equal(sim_inbox_count(rig->kit.sim, BUYER), 1);
	rig_order(rig, OTHER_BUYER, "want 2kg tomato", code);
	assert_int_equal(rig_orders(NULL), 2);
	rig->passed = true;
}

static void
person_texts_twice(void **state)
{
	struct rig *rig = *state;
	char code[8], wanted[16], answer[SIM_TEXT_ROOM];
	rig_order(rig, BUYER, "want 5kg tomato", code);
	/* The service centre stamps whole seconds: another text. */
	kit_pause_ms(1100);
	rig_text(rig, BUYER, "want 5kg tomato");
	rig_wait(rig, BUYER, "AGAIN", RIG_SOON_MS, answer);
	snprintf(wanted, sizeof(wanted), "#%s", code);
	assert_non_null(strstr(answer, wanted));
	assert_int_equal(rig_orders(NULL), 1);
	assert_int_equal(rig_messages("in", "want"), 2);
	rig->passed = true;
}

/* -- starting -------------------------------------------------------------- */

/* What a process leaves that was killed: a socket that nobody answers. */
static void
leave_stale_socket(const char *path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	snprintf(at.sun_path, sizeof(at.sun_path), "%s", path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	close(fd);
	assert_int_equal(access(path, F_OK), 0);
}

static void
starts_without_modem_over_stale_socket(void **state)
{
	struct rig *rig = *state;
	char status[4096];
	leave_stale_socket("furrow.sock");
	assert_int_equal(kit_network(&rig->kit, 1, NULL), 0);
	assert_int_equal(sim_unplug(rig->kit.sim, "a"), 0);
	assert_int_equal(kit_conf(1, "", ""), 0);
	assert_int_equal(kit_start(&rig->kit, KIT_FURROWD, NULL), 0);
	assert_int_equal(
	    kit_logged(&rig->kit, "furrowd started", RIG_SOON_MS), 0);
	assert_int_equal(kit_sellers(1), 0);
	assert_int_equal(kit_furrow(status, sizeof(status), "status", NULL), 1);
	assert_non_null(strstr(status, "link a is"));
	/* It waits in the queue, not in the sender's hands. */
	assert_int_equal(kit_furrow(NULL, 0, "send", BUYER, "Hello", NULL), 0);
	assert_int_equal(sim_replug(rig->kit.sim, "a"), 0);
	rig_wait(rig, BUYER, "Hello", RIG_SOON_MS, NULL);
	assert_int_equal(kit_up(&rig->kit), 0);
	rig_whole_order(rig, BUYER);
	rig->passed = true;
}

static void
hangup_reads_the_configuration_again(void **state)
{
	struct rig *rig = *state;
	char text[4096];
	assert_int_equal(
	    kit_conf(1, "admin-phone = \"+254733000009\"", "sweep = \"9s\""),
	    0);
	assert_int_equal(kill(rig->kit.daemon, SIGHUP), 0);
	assert_int_equal(
	    kit_logged(&rig->kit, "wire reloaded", RIG_SOON_MS), 0);
	/* It says what it could not take over. */
	assert_int_equal(
	    kit_logged(&rig->kit, "needs_restart what=\"modems\"", 1000), 0);
	/* A bad file changes nothing and ends nobody. */
	assert_int_equal(kit_conf(1, "answer-within = \"soon\"", ""), 0);
	assert_int_equal(kill(rig->kit.daemon, SIGHUP), 0);
	assert_int_equal(
	    kit_logged(&rig->kit, "reload_refused", RIG_SOON_MS), 0);
	assert_int_equal(kit_furrow(text, sizeof(text), "status", NULL), 0);
	assert_int_equal(kit_conf(1, "", ""), 0);
	rig_whole_order(rig, BUYER);
	rig->passed = true;
}

/* From the very next text on, over a reload and a start. */
static void
a_taught_name_is_kept(void **state)
{
	struct rig *rig = *state;
	char text[4096];
	assert_int_equal(kit_furrow(NULL, 0, "person", "add", "+254733000009",
			     "--name", "Grace", "--roles", "admin", NULL),
	    0);
	rig_text(rig, BUYER, "want 5kg gwerumo");
	rig_wait(rig, BUYER, "of what", RIG_SOON_MS, NULL);
	assert_int_equal(
	    kit_furrow(text, sizeof(text), "log", "unknown", NULL), 0);
	assert_non_null(strstr(text, "want 5kg gwerumo"));
	rig_text(rig, "+254733000009", "ALIAS gwerumo tomato");
	rig_wait(rig, "+254733000009", "\"gwerumo\" is now tomato", RIG_SOON_MS,
	    NULL);
	rig_text(rig, BUYER, "want 6kg gwerumo");
	rig_wait(rig, BUYER, "6 kg tomato", RIG_SOON_MS, NULL);
	assert_int_equal(
	    kit_furrow(text, sizeof(text), "log", "unknown", NULL), 0);
	assert_string_equal(text, "");
	assert_int_equal(kill(rig->kit.daemon, SIGHUP), 0);
	assert_int_equal(
	    kit_logged(&rig->kit, "wire reloaded", RIG_SOON_MS), 0);
	kit_kill(&rig->kit);
	rig_again(rig);
	rig_text(rig, OTHER_BUYER, "want 7kg gwerumo");
	rig_wait(rig, OTHER_BUYER, "7 kg tomato", RIG_SOON_MS, NULL);
	assert_int_equal(
	    kit_furrow(text, sizeof(text), "audit", "list", NULL), 0);
	assert_null(strstr(text, "Grace")); /* ids only */
	assert_non_null(strstr(text, "gwerumo is tomato, by text"));
	assert_int_equal(kit_furrow(NULL, 0, "catalogue", "alias", "--remove",
			     "gwerumo", NULL),
	    0);
	rig_text(rig, OTHER_BUYER, "want 8kg gwerumo");
	rig_wait(rig, OTHER_BUYER, "8 kg of what", RIG_SOON_MS, NULL);
	rig->passed = true;
}

/* -- the command line ------------------------------------------------------ */

/* The next line of a pipe within that; "" when none came. */
static void
read_line(int fd, char *line, size_t octets, int timeout_ms)
{
	size_t have = 0;
	struct pollfd ready = {.fd = fd, .events = POLLIN};
	int64_t until_ms = kit_now_ms() + timeout_ms;
	while (have + 1 < octets && kit_now_ms() < until_ms) {
		if (poll(&ready, 1, 100) <= 0)
			continue;
		if (read(fd, line + have, 1) != 1 || line[have] == '\n')
			break;
		have++;
	}
	line[have] = '\0';
}

static void
log_follows(void **state)
{
	static const char *const args[] = {
	    "furrow", "log", "-f", "--json", NULL};
	struct rig *rig = *state;
	char line[4096];
	pid_t pid;
	int fd = kit_furrow_follow(&pid, args);
	assert_true(fd >= 0);
	kit_pause_ms(500 * KIT_SLOWER);
	rig_text(rig, BUYER, "what is this");
	read_line(fd, line, sizeof(line), RIG_SOON_MS);
	assert_non_null(strstr(line, "what is this"));
	/* What it shows is durable: the next start has it. */
	kit_kill(&rig->kit);
	rig_again(rig);
	assert_int_equal(rig_messages("in", "what is this"), 1);
	/* And it follows the new daemon. */
	rig_text(rig, OTHER_BUYER, "hello again");
	bool seen = false;
	for (int i = 0; i < 10 && !seen; i++) {
		read_line(fd, line, sizeof(line), RIG_SOON_MS);
		seen = strstr(line, "hello again") != NULL;
	}
	assert_true(seen);
	close(fd);
	(void)kill(pid, SIGKILL);
	(void)waitpid(pid, NULL, 0);
	rig->passed = true;
}

static void
status_tells_by_exit(void **state)
{
	struct rig *rig = *state;
	char text[4096];
	assert_int_equal(kit_furrow(text, sizeof(text), "status", NULL), 0);
	assert_non_null(strstr(text, "all is well"));
	assert_int_equal(kit_furrow(NULL, 0, "status", "--nonsense", NULL), 2);
	assert_int_equal(kit_furrow(NULL, 0, "nonsense", NULL), 2);
	assert_int_equal(kit_stop(&rig->kit, NULL), 0);
	assert_int_equal(kit_furrow(NULL, 0, "status", NULL), 1);
	assert_true(kit_complained("furrow: "));
	rig->passed = true;
}

/* -- robots ---------------------------------------------------------------- */

/* Waits for one more text on that phone than `had`; false: none came. */
static bool
one_more(struct rig *rig, const char *phone, int had, int timeout_ms)
{
	int64_t until_ms = kit_now_ms() + timeout_ms;
	while (kit_now_ms() < until_ms) {
		if (sim_inbox_count(rig->kit.sim, phone) > had)
			return true;
		kit_pause_ms(50);
	}
	return false;
}

/* Each text of ours is answered at once, by one of seven in turn. */
static void
a_phone_that_answers_by_itself_is_left_alone(void **state)
{
	static const char *const notes[] = {
	    "You have no credit. Dial *144#.",
	    "I am driving, I will call you back",
	    "Thank you for your message.",
	    "We will reply within 24 hours.",
	    "This mailbox is not read by people.",
	    "Ticket 4711 was opened for you.",
	    "Please do not answer this message.",
	};
	struct rig *rig = *state;
	char code[8], status[4096];
	int had = 0;
	rig_order(rig, BUYER, "want 5kg tomato", code);
	rig_wait(rig, SELLER, code, RIG_SOON_MS, NULL);
	for (int i = 0; one_more(rig, SELLER, had, RIG_SOON_MS / 2); i++) {
		had = sim_inbox_count(rig->kit.sim, SELLER);
		assert_true(had <= 3);
		rig_text(rig, SELLER, notes[i % 7]);
	}
	/* Alarms are looked at in a turn, every five seconds at most. */
	kit_pause_ms(2000);
	rig_text(rig, BUYER, "status");
	int64_t until_ms = kit_now_ms() + RIG_LATE_MS;
	while (kit_furrow(status, sizeof(status), "status", NULL) == 0)
		assert_true(kit_now_ms() < until_ms);
	assert_non_null(strstr(status, "answer our texts by themselves"));
	/* The farmer herself is heard. */
	snprintf(status, sizeof(status), "yes %s", code);
	rig_text(rig, SELLER, status);
	rig_wait(rig, BUYER, "GOT #", RIG_SOON_MS, NULL);
	rig->passed = true;
}

/* -- ending ---------------------------------------------------------------- */

static void
killed_between_two_starts(void **state)
{
	struct rig *rig = *state;
	char code[8];
	rig_order(rig, BUYER, "want 5kg tomato", code);
	kit_kill(&rig->kit);
	rig_again(rig);
	rig_agree(rig, BUYER, SELLER, code);
	assert_int_equal(rig_orders(NULL), 1);
	rig->passed = true;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rig_open, rig_close)
#define BARE(name) cmocka_unit_test_setup_teardown(name, rig_enter, rig_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(order_from_text_to_handover),
	    TEST(unplugged_and_back_under_the_same_name),
	    TEST(network_delivers_twice),
	    TEST(person_texts_twice),
	    BARE(starts_without_modem_over_stale_socket),
	    TEST(hangup_reads_the_configuration_again),
	    TEST(a_taught_name_is_kept),
	    TEST(log_follows),
	    TEST(status_tells_by_exit),
	    TEST(a_phone_that_answers_by_itself_is_left_alone),
	    TEST(killed_between_two_starts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
