/* A market behind an operator's centre: the real furrowd against one that this
 * test plays, over loopback. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "tests/gateway/smsc.h"
#include "tests/scenario/daemon_rig.h"

#define BUYER_BARE "254711000001"
#define SELLER_BARE "254722000001"
#define ROUNDS 40
/* The sanitizer keeps what is freed, up to 256 MiB of it. */
#define GROWN_KIB_MOST (KIT_SLOWER == 1 ? 1024 : 256 * 1024)

struct market {
	struct rig *rig;
	struct loop *loop;
	struct smsc *smsc;
	struct timer *wake;
};

/* -- a market and its centre ------------------------------------------------
 */

static void
on_wake(void *arg)
{
	struct market *m = arg;
	timer_arm(m->wake, 5);
}

static void
pump(struct market *m, int ms)
{
	int64_t until_ms = kit_now_ms() + ms;
	while (kit_now_ms() < until_ms)
		loop_once(m->loop, true);
}

/* Until the centre has heard that; gives what it heard and forgets it. */
static void
hears(struct market *m, const char *words, char *out, size_t out_octets)
{
	int64_t until_ms = kit_now_ms() + RIG_SOON_MS;
	const char *at = NULL;
	while (kit_now_ms() < until_ms && at == NULL) {
		loop_once(m->loop, true);
		at = strstr(m->smsc->story.at, words);
	}
	if (at == NULL)
		fail_msg("no %s in: %s", words, m->smsc->story.at);
	if (out != NULL)
		snprintf(out, out_octets, "%s", at);
}

static void
configure(struct market *m, const char *keys)
{
	assert_int_equal(kit_conf(0, "", ""), 0);
	assert_int_equal(kit_write("op.pass", "secret\n"), 0);
	FILE *out = fopen("furrow.conf", "a");
	assert_non_null(out);
	fprintf(out,
	    "smpp op { port = %d  system-id = \"furrow\"\n"
	    "  password-file = \"op.pass\"  number = \"20880\"\n"
	    "  reconnect-min = \"50ms\"  reconnect-max = \"100ms\"\n"
	    "  response-timeout = \"2s\"  %s }\n",
	    m->smsc->port, keys);
	assert_int_equal(fclose(out), 0);
}

static int
enter(void **state)
{
	struct market *m = calloc(1, sizeof(*m));
	void *rig = NULL;
	if (rig_enter(&rig) != 0)
		return -1;
	m->rig = rig;
	m->loop = loop_new();
	m->smsc = smsc_new(m->loop);
	m->wake = timer_new(m->loop, on_wake, m);
	timer_arm(m->wake, 5);
	*state = m;
	return 0;
}

static int
leave(void **state)
{
	struct market *m = *state;
	rig_close((void **)&m->rig);
	smsc_free(&m->smsc);
	timer_free(&m->wake);
	loop_once(m->loop, false);
	loop_free(&m->loop);
	free(m);
	return 0;
}

static void
begin(struct market *m)
{
	assert_int_equal(kit_start(&m->rig->kit, KIT_FURROWD, NULL), 0);
	hears(m, "bind furrow/secret; ", NULL, 0);
	buf_clear(&m->smsc->story);
}

static void
open_market(struct market *m, const char *keys)
{
	configure(m, keys);
	begin(m);
	pump(m, 50);
	assert_int_equal(kit_sellers(1), 0);
}

/* The code of an order that the buyer was told. */
static void
order(struct market *m, char code[8])
{
	char heard[600];
	smsc_deliver(m->smsc, BUYER_BARE, "want 5kg tomato");
	hears(m, "submit " BUYER_BARE, heard, sizeof(heard));
	const char *at = strchr(heard, '#');
	assert_non_null(at);
	snprintf(code, 8, "%.*s",
	    (int)strspn(at + 1, "ABCDEFGHJKLMNPQRTUVWXY23456789"), at + 1);
	hears(m, "1 YES", NULL, 0);
}

static size_t
sent_in_state(const char *state)
{
	json_t *row, *rows = kit_rows("log", "--since", "1d", NULL);
	size_t i, count = 0;
	assert_non_null(rows);
	json_array_foreach(rows, i, row)
	{
		const char *is =
		    json_string_value(json_object_get(row, "state"));
		const char *way =
		    json_string_value(json_object_get(row, "direction"));
		count += is != NULL && way != NULL && strcmp(is, state) == 0 &&
			 strcmp(way, "out") == 0;
	}
	json_decref(rows);
	return count;
}

/* -- the stories ------------------------------------------------------------
 */

static void
from_order_to_receipt(void **state)
{
	struct market *m = *state;
	char code[8];
	open_market(m, "");
	order(m, code);
	assert_non_null(strstr(m->smsc->story.at, "taken 1:0; "));
	smsc_deliver(m->smsc, SELLER_BARE, "yes");
	hears(m, "GOT #", NULL, 0);
	hears(m, "DONE #", NULL, 0);
	rig_assert_state(code, "confirmed");
	for (int i = 1; i <= m->smsc->next_id; i++) {
		char id[16];
		snprintf(id, sizeof(id), "m%d", i);
		smsc_receipt(m->smsc, i % 2 == 0 ? SELLER_BARE : BUYER_BARE, id,
		    "DELIVRD");
		smsc_receipt(m->smsc, i % 2 == 0 ? BUYER_BARE : SELLER_BARE, id,
		    "DELIVRD");
	}
	pump(m, 200);
	assert_int_equal(m->smsc->next_id, 4);
	assert_int_equal(sent_in_state("delivered"), 4);
	m->rig->passed = true;
}

/* The connection breaks before the centre saw our answer, and it gives the
 * text again: one order, and no new text.  The same words once more are the
 * person's. */
static void
given_again_after_a_break(void **state)
{
	struct market *m = *state;
	char code[8];
	open_market(m, "");
	order(m, code);
	smsc_drop(m->smsc);
	buf_clear(&m->smsc->story);
	hears(m, "bind furrow/secret; ", NULL, 0);
	buf_clear(&m->smsc->story);
	pump(m, 30);
	smsc_deliver(m->smsc, BUYER_BARE, "want 5kg tomato");
	hears(m, "taken 2:0; ", NULL, 0);
	pump(m, 150);
	assert_string_equal(m->smsc->story.at, "taken 2:0; ");
	assert_int_equal(rig_orders(NULL), 1);
	smsc_deliver(m->smsc, BUYER_BARE, "want 5kg tomato");
	hears(m, "submit " BUYER_BARE, NULL, 0);
	assert_int_equal(rig_orders(NULL), 1);
	m->rig->passed = true;
}

/* Our own death is such a break, too. */
static void
given_again_after_our_death(void **state)
{
	struct market *m = *state;
	char code[8];
	open_market(m, "");
	order(m, code);
	kit_kill(&m->rig->kit);
	buf_clear(&m->smsc->story);
	begin(m);
	pump(m, 50);
	smsc_deliver(m->smsc, BUYER_BARE, "want 5kg tomato");
	hears(m, "taken 2:0; ", NULL, 0);
	pump(m, 150);
	assert_null(strstr(m->smsc->story.at, "submit " BUYER_BARE));
	assert_int_equal(rig_orders(NULL), 1);
	m->rig->passed = true;
}

static void
limit_files(const struct market *m, rlim_t octets)
{
	struct rlimit limit = {octets, RLIM_INFINITY};
	assert_int_equal(
	    prlimit(m->rig->kit.daemon, RLIMIT_FSIZE, &limit, NULL), 0);
}

/* The disk is full: the centre keeps it, and gives it again. */
static void
the_disk_is_full(void **state)
{
	struct market *m = *state;
	char code[8];
	signal(SIGXFSZ, SIG_IGN); /* the daemon inherits that */
	open_market(m, "");
	signal(SIGXFSZ, SIG_DFL);
	order(m, code);
	limit_files(m, 0);
	buf_clear(&m->smsc->story);
	smsc_deliver(m->smsc, "254711000002", "want 3kg tomato");
	hears(m, "taken 2:14; ", NULL, 0);
	limit_files(m, RLIM_INFINITY);
	assert_int_equal(rig_orders(NULL), 1);
	smsc_deliver(m->smsc, "254711000002", "want 3kg tomato");
	hears(m, "taken 3:0; ", NULL, 0);
	hears(m, "submit 254711000002", NULL, 0);
	assert_int_equal(rig_orders(NULL), 2);
	m->rig->passed = true;
}

static void
a_wrong_password_is_said(void **state)
{
	struct market *m = *state;
	char said[4096];
	m->smsc->bind_status = 0x0E;
	configure(m, "");
	begin(m);
	pump(m, 300);
	assert_int_not_equal(kit_furrow(said, sizeof(said), "status", NULL), 0);
	assert_non_null(strstr(said, "ESME_RINVPASWD"));
	assert_non_null(strstr(said, "password-file"));
	m->smsc->bind_status = 0;
	buf_clear(&m->smsc->story);
	hears(m, "bind furrow/secret; ", NULL, 0);
	pump(m, 100);
	assert_int_equal(kit_furrow(said, sizeof(said), "status", NULL), 0);
	int took_ms = 0;
	kit_stop(&m->rig->kit, &took_ms);
	m->rig->passed = true;
}

/* -- what centres do wrong --------------------------------------------------
 */

static long
resident_kib(const struct market *m)
{
	char path[64], line[128];
	long pages = 0;
	snprintf(path, sizeof(path), "/proc/%d/statm", (int)m->rig->kit.daemon);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	if (fgets(line, sizeof(line), in) != NULL)
		(void)sscanf(line, "%*d %ld", &pages);
	fclose(in);
	return pages * 4;
}

static void
noise(struct market *m, int round)
{
	uint8_t octets[96];
	struct smsc_pdu pdu;
	for (size_t i = 0; i < sizeof(octets); i++)
		octets[i] = (uint8_t)rand();
	switch (round % 5) {
	case 0: /* a length that lies */
		octets[0] = 0xFF;
		break;
	case 1: /* half a PDU, then nothing */
		memset(octets, 0, 4);
		octets[3] = 200;
		break;
	case 2: /* a body that ends too soon */
		smsc_pdu_deliver(&pdu, 7, BUYER_BARE, "20880", 0, "hello");
		pdu.at[3] -= 9;
		smsc_send_octets(m->smsc, pdu.at, pdu.octets - 9);
		return;
	case 3: /* answers that nobody asked for */
		for (uint32_t i = 0; i < 50; i++)
			smsc_answer_submit(m->smsc, i * 7919, 0, "x");
		return;
	default: /* unknown commands */
		smsc_pdu_begin(&pdu, 0x0BAD0000u + (uint32_t)round, 0, 5);
		smsc_send(m->smsc, &pdu);
		return;
	}
	smsc_send_octets(m->smsc, octets, sizeof(octets));
}

static void
noise_costs_no_memory(void **state)
{
	struct market *m = *state;
	char code[8];
	open_market(m, "");
	order(m, code);
	long before_kib = 0;
	for (int round = 0; round < ROUNDS; round++) {
		noise(m, round);
		pump(m, 10);
		smsc_drop(m->smsc);
		m->smsc->conns = 0; /* the next one takes its place */
		buf_clear(&m->smsc->story);
		hears(m, "bind furrow/secret; ", NULL, 0);
		if (round == ROUNDS / 4)
			before_kib = resident_kib(m);
	}
	assert_in_range(resident_kib(m), 0, before_kib + GROWN_KIB_MOST);
	pump(m, 50);
	buf_clear(&m->smsc->story);
	smsc_deliver(m->smsc, SELLER_BARE, "yes");
	hears(m, "GOT #", NULL, 0);
	m->rig->passed = true;
}

static void
ends_in_peace(void **state)
{
	struct market *m = *state;
	open_market(m, "binds = 2");
	pid_t pid = m->rig->kit.daemon;
	assert_int_equal(kill(pid, SIGTERM), 0);
	hears(m, "unbind; unbind; ", NULL, 0);
	int status = 0;
	assert_true(kit_wait_gone(&m->rig->kit, 2000 * KIT_SLOWER, &status));
	assert_int_equal(status, 0);
	m->rig->passed = true;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(from_order_to_receipt),
	    STORY(given_again_after_a_break),
	    STORY(given_again_after_our_death),
	    STORY(the_disk_is_full),
	    STORY(a_wrong_password_is_said),
	    STORY(noise_costs_no_memory),
	    STORY(ends_in_peace),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
