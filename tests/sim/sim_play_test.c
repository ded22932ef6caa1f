/* Words, scenarios and sums: what people use of the simulator.  The packaged
 * scenarios are played to their end, in a time of our own. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/sim/sim_play.h"
#include "tests/sim/sim_show.h"
#include "tests/sim/sim_tally.h"
#include "tests/sim/sim_words.h"

static void
words_become_requests(void **state)
{
	(void)state;
	static const struct {
		const char *line, *wanted; /* JSON, or why not */
	} rows[] = {
	    {"text 0711 a want  5 \"kg  tomato\"",
		"{\"do\":\"text\",\"from\":\"0711\",\"to\":\"a\",\"text\":"
		"\"want 5 "
		"kg  tomato\"}"},
	    {"text times=3 backwards 0711 a class=0 is a word here",
		"{\"do\":\"text\",\"times\":3,\"backwards\":true,\"from\":"
		"\"0711\","
		"\"to\":\"a\",\"class\":0,\"text\":\"is a word here\"}"},
	    {"fault a late ms=15s command=+CMGL # why not",
		"{\"do\":\"fault\",\"modem\":\"a\",\"fault\":\"late\",\"ms\":"
		"15000,"
		"\"command\":\"+CMGL\"}"},
	    {"fault * none", "{\"do\":\"fault\",\"modem\":\"*\",\"fault\":"
			     "\"none\"}"},
	    {"fault a error chance=0.25 for-ms=1m",
		"{\"do\":\"fault\",\"modem\":\"a\",\"fault\":\"error\","
		"\"chance\":"
		"0.25,\"for-ms\":60000}"},
	    {"phone 0711 off takes=3 fails=0x41",
		"{\"do\":\"phone\",\"number\":\"0711\",\"takes\":3,\"fails\":"
		"65,"
		"\"off\":true}"},
	    {"phone 0711 on",
		"{\"do\":\"phone\",\"number\":\"0711\",\"off\":false}"},
	    {"phone 0711 maybe", "a phone is on or off"},
	    {"raw a 0401", "{\"do\":\"raw\",\"to\":\"a\",\"pdu\":\"0401\"}"},
	    {"active", "{\"do\":\"faults\"}"},
	    {"unplug", "a word is missing"},
	    {"unplug a b", "too many words, or an unknown key"},
	    {"fault a late ms=soon", "a value is not what its key needs"},
	    {"fault a error chance=often", "a value is not what its key needs"},
	    {"dance", "no such command"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char line[256], *words[SIM_WORDS];
		const char *why = NULL;
		snprintf(line, sizeof(line), "%s", rows[i].line);
		int count = sim_words_cut(line, words);
		json_t *r = sim_words_request(words, count, &why);
		if (r == NULL) {
			assert_string_equal(why, rows[i].wanted);
			continue;
		}
		char *said = json_dumps(r, JSON_COMPACT);
		assert_string_equal(said, rows[i].wanted);
		free(said);
		json_decref(r);
	}
	char open[] = "say \"no end", *words[SIM_WORDS];
	assert_int_equal(sim_words_cut(open, words), -1);
	assert_int_equal(sim_words_ms("2m"), 120000);
	assert_int_equal(sim_words_ms("250ms"), 250);
	assert_int_equal(sim_words_ms("5 minutes"), -1);
	assert_int_equal(sim_words_ms("-5"), -1);
}

static void
write_file(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static void
bad_lines_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *text, *wanted;
	} rows[] = {
	    {"# fine\nmodem a\nmodem a\n",
		"3: too many modems, or the name is taken"},
	    {"modem a profile=nokla\n", "1: unknown profile"},
	    {"at soon say hi\n", "1: at TIME [every TIME times N] COMMAND"},
	    {"at 1s dance\n", "1: no such command"},
	    {"at 1s every 0s times 2 say hi\n",
		"1: at TIME [every TIME times N] COMMAND"},
	    {"at 1s fault a\n", "1: a word is missing"},
	    {"at 1s say \"hi\n", "1: an open quote, or too many words"},
	};
	char path[] = "sim-play-XXXXXX";
	close(mkstemp(path));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct sim_net net;
		struct sim_play play;
		char *said = NULL, wanted[256];
		size_t octets = 0;
		FILE *errors = open_memstream(&said, &octets);
		sim_net_init(&net);
		write_file(path, rows[i].text);
		assert_int_equal(
		    sim_play_load(&play, path, &net, stdout, errors), -1);
		fclose(errors);
		snprintf(
		    wanted, sizeof(wanted), "%s:%s\n", path, rows[i].wanted);
		assert_string_equal(said, wanted);
		free(said);
		sim_play_free(&play);
		sim_net_end(&net);
	}
	unlink(path);
}

/* A stage: ports in a folder of its own, a clock that is turned by hand. */
struct stage {
	struct sim_net net;
	struct sim_rack rack;
	struct sim_ctl ctl;
	struct sim_play play;
	char dir[32], *said, *journal;
	size_t said_octets, journal_octets;
	FILE *out;
};

static struct stage *
stage_new(const char *scenario)
{
	struct stage *s = calloc(1, sizeof(*s));
	assert_non_null(s);
	snprintf(s->dir, sizeof(s->dir), "sim-stage-XXXXXX");
	assert_non_null(mkdtemp(s->dir));
	sim_net_init(&s->net);
	s->net.world.now_ms = 1000;
	s->net.world.wall_ms = 1795613413000;
	s->net.journal = open_memstream(&s->journal, &s->journal_octets);
	s->out = open_memstream(&s->said, &s->said_octets);
	assert_int_equal(
	    sim_play_load(&s->play, scenario, &s->net, s->out, stderr), 0);
	assert_int_equal(sim_rack_open(&s->rack, &s->net, s->dir), 0);
	s->ctl.net = &s->net;
	s->ctl.rack = &s->rack;
	return s;
}

static void
stage_free(struct stage *s)
{
	sim_rack_close(&s->rack);
	sim_net_end(&s->net);
	sim_play_free(&s->play);
	fclose(s->out);
	fclose(s->net.journal);
	free(s->said);
	free(s->journal);
	assert_int_equal(rmdir(s->dir), 0);
	free(s);
}

static void
turn(struct stage *s, int64_t ms)
{
	struct pollfd polls[SIM_RACK_POLLS] = {{0}};
	s->net.world.now_ms += ms;
	s->net.world.wall_ms += ms;
	size_t count = sim_rack_polls(&s->rack, polls);
	sim_rack_work(&s->rack, polls, count);
	sim_net_tick(&s->net);
	sim_play_tick(&s->play, &s->ctl);
	sim_rack_write(&s->rack);
}

static void
packaged_scenarios_play(void **state)
{
	(void)state;
	glob_t found;
	assert_int_equal(
	    glob(FURROW_SOURCE "/packaging/sim/*.scenario", 0, NULL, &found),
	    0);
	assert_true(found.gl_pathc >= 18);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct stage *s = stage_new(found.gl_pathv[i]);
		sim_play_begin(&s->play, &s->ctl);
		for (int t = 0; t < 2000 && !s->play.ended; t++)
			turn(s, 100);
		assert_true(s->play.ended);
		fflush(s->out);
		/* Whatever was refused would name the file and the line. */
		if (strstr(s->said, ".scenario:") != NULL)
			fail_msg("%s", s->said);
		assert_true(s->net.counts.sent_by_phones > 0 ||
			    strstr(found.gl_pathv[i], "ussd") != NULL);
		stage_free(s);
	}
	globfree(&found);
}

static void
ports_come_back_elsewhere(void **state)
{
	(void)state;
	char path[] = "sim-play-XXXXXX", port[64];
	close(mkstemp(path));
	write_file(path, "modem a tty=0 ports=modem+diag+at\n"
			 "modem b tty=3\n"
			 "at 1s fault a renumber ms=1s\n"
			 "at 5s say {n} of {nn}\n");
	struct stage *s = stage_new(path);
	sim_play_begin(&s->play, &s->ctl);
	snprintf(port, sizeof(port), "%s/ttyUSB2", s->dir);
	assert_string_equal(s->rack.slots[0].port.link, port);
	assert_int_equal(access(port, F_OK), 0);
	turn(s, 1000);
	assert_int_equal(access(port, F_OK), -1);
	turn(s, 1000);
	/* Behind all that are there: 4 and 5, the AT one is 6. */
	assert_int_equal(access(port, F_OK), -1);
	snprintf(port, sizeof(port), "%s/ttyUSB6", s->dir);
	assert_string_equal(s->rack.slots[0].port.link, port);
	assert_int_equal(access(port, F_OK), 0);
	turn(s, 3000);
	fflush(s->out);
	assert_non_null(strstr(s->said, "5.0 s 1 of 01\n"));
	assert_false(s->play.ended);
	stage_free(s);
	unlink(path);
}

static void
a_journal_adds_up(void **state)
{
	(void)state;
	char journal[] =
	    "{\"kind\":\"sent-by-phone\",\"id\":1,\"modem\":\"a\"}\n"
	    "{\"kind\":\"sent-by-phone\",\"id\":2,\"modem\":\"a\"}\n"
	    "{\"kind\":\"sent-by-phone\",\"id\":3}\n"
	    "{\"kind\":\"handed-to-modem\",\"id\":1,\"part\":2,\"parts\":2}\n"
	    "{\"kind\":\"handed-to-modem\",\"id\":1,\"part\":1,\"parts\":2}\n"
	    "{\"kind\":\"handed-to-modem\",\"id\":1,\"part\":1,\"parts\":2}\n"
	    "{\"kind\":\"delivered-to-phone\",\"phone\":\"1\",\"text\":\"x\"}\n"
	    "{\"kind\":\"delivered-to-phone\",\"phone\":\"2\",\"text\":\"x\"}\n"
	    "{\"kind\":\"delivered-to-phone\",\"phone\":\"1\",\"text\":\"x\"}\n"
	    "{\"kind\":\"delivered-to-phone\",\"phone\":\"1\",\"text\":\"x\"}\n"
	    "{\"kind\":\"not-taken\",\"fate\":\"hung\"}\n"
	    "{\"kind\":\"not-taken\",\"fate\":\"lost\"}\n"
	    "{\"kind\":\"call\",\"what\":\"ringing\"}\n"
	    "{\"kind\":\"call\",\"what\":\"missed\"}\n"
	    "{\"kind\":\"expi";
	struct sim_tally t;
	FILE *in = fmemopen(journal, strlen(journal), "r");
	assert_int_equal(sim_tally_read(&t, in), 0);
	fclose(in);
	assert_int_equal(t.in, 2);
	assert_int_equal(t.in_whole, 1);
	assert_int_equal(t.in_missing, 1);
	assert_int_equal(t.in_repeated, 1);
	assert_int_equal(t.out_once, 1);
	assert_int_equal(t.out_twice, 1);
	assert_int_equal(t.hung, 1);
	assert_int_equal(t.lost, 1);
	assert_int_equal(t.missed, 1);
	char *said = NULL;
	size_t octets = 0;
	FILE *out = open_memstream(&said, &octets);
	sim_tally_print(&t, out);
	fclose(out);
	assert_non_null(strstr(said, "1 texts once, 1 more than once"));
	free(said);
}

static void
answers_are_shown(void **state)
{
	(void)state;
	char *said = NULL;
	size_t octets = 0;
	FILE *out = open_memstream(&said, &octets);
	json_t *answer = json_loads(
	    "{\"ok\":true,\"id\":3,\"modems\":[{\"name\":\"a\",\"on\":true},"
	    "{\"name\":\"long\",\"on\":false}],\"none\":[]}",
	    0, NULL);
	sim_show(out, answer);
	fclose(out);
	assert_string_equal(said, "id: 3\n"
				  "name  on \n"
				  "a     yes\n"
				  "long  no \n"
				  "none\n");
	json_decref(answer);
	free(said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_become_requests),
	    cmocka_unit_test(bad_lines_are_named),
	    cmocka_unit_test(packaged_scenarios_play),
	    cmocka_unit_test(ports_come_back_elsewhere),
	    cmocka_unit_test(a_journal_adds_up),
	    cmocka_unit_test(answers_are_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
