#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/dial.h"
#include "tests/base/tls_kit.h"

struct owner {
	struct loop *loop;
	struct tls_kit kit;
	struct tls_context *context;
	struct dial *dial;
	struct stream *stream;
	struct err err;
	int done, gone, listener, pid;
	unsigned short port;
	size_t input_cap, take;
	struct buf got;
};

static void
on_event(void *arg, enum stream_event event)
{
	struct owner *o = arg;
	assert_int_equal(o->gone, 0);
	struct span in = stream_input(o->stream);
	if (event == STREAM_INPUT) {
		assert_true(in.octets > 0 && in.octets <= o->input_cap);
		in = span_part(in, 0, o->take);
		buf_add(&o->got, in.at, in.octets);
		stream_used(o->stream, in.octets);
	}
	o->gone += event == STREAM_GONE;
}

static void
on_done(void *arg, struct stream *stream, const struct err *err)
{
	struct owner *o = arg;
	o->dial = NULL;
	o->stream = stream;
	o->err = *err;
	o->done++;
}

static int
set_up(void **state)
{
	struct owner *o = calloc(1, sizeof(*o));
	o->loop = loop_new();
	tls_kit_make(&o->kit);
	o->listener = tls_kit_listen(&o->port);
	o->input_cap = 1 << 20;
	o->take = SIZE_MAX;
	o->got = buf_new(1 << 22);
	*state = o;
	return 0;
}

static int
tear_down(void **state)
{
	struct owner *o = *state;
	dial_cancel(&o->dial);
	stream_free(&o->stream);
	if (o->pid > 0)
		tls_kit_wait(o->pid);
	tls_context_free(&o->context);
	loop_free(&o->loop);
	buf_free(&o->got);
	tls_kit_remove(&o->kit);
	close(o->listener);
	free(o);
	return 0;
}

static void
turn_until(struct owner *o, const int *count)
{
	int64_t until = clock_mono_ms(clock_system()) + 8000;
	while (*count == 0 && clock_mono_ms(clock_system()) < until) {
		loop_once(o->loop, false);
		usleep(200);
	}
	assert_int_equal(*count, 1);
}

static void
dial(struct owner *o, const char *host, const char *tls_name, int64_t ms)
{
	struct dial_config config = {.host = host,
	    .port = o->port,
	    .tls = o->context,
	    .tls_name = tls_name,
	    .timeout_ms = ms,
	    .input_cap = o->input_cap,
	    .output_cap = 1 << 22,
	    .on_event = on_event,
	    .owner = o,
	    .done = on_done,
	    .arg = o};
	o->done = 0;
	o->dial = dial_start(o->loop, &config);
	assert_int_equal(o->done, 0); /* never from within */
}

static void
trust(struct owner *o, const char *file)
{
	char path[128];
	struct err err = {0};
	o->context =
	    tls_client_context(tls_kit_path(&o->kit, path, file), &err);
	assert_string_equal(err.text, "");
	assert_non_null(o->context);
}

static void
plain_by_name_and_address(void **state)
{
	static const char *const hosts[] = {"127.0.0.1", "localhost"};
	struct owner *o = *state;
	for (size_t i = 0; i < 2; i++) {
		dial(o, hosts[i], NULL, 5000);
		turn_until(o, &o->done);
		assert_string_equal(o->err.text, "");
		assert_non_null(o->stream);
		int peer = tls_kit_accept(o->listener);
		assert_int_equal(write(peer, "hello", 5), 5);
		while (o->got.octets < 5)
			loop_once(o->loop, true);
		close(peer);
		turn_until(o, &o->gone);
		assert_string_equal(
		    stream_why(o->stream), "closed by the peer");
		stream_free(&o->stream);
		buf_clear(&o->got);
		o->gone = 0;
	}
}

static void
failures_have_words(void **state)
{
	struct owner *o = *state;
	char words[128];
	close(o->listener); /* nobody listens there any more */
	dial(o, "127.0.0.1", NULL, 5000);
	turn_until(o, &o->done);
	assert_null(o->stream);
	assert_int_equal(o->err.code, DIAL_ERR_CONNECT);
	snprintf(words, sizeof(words), "127.0.0.1 port %u: Connection refused",
	    o->port);
	assert_string_equal(o->err.text, words);
	dial(o, "no.such.name.invalid", NULL, 5000);
	turn_until(o, &o->done);
	assert_int_equal(o->err.code, DIAL_ERR_NAME);
	assert_non_null(strstr(o->err.text, "no.such.name.invalid"));
	o->listener = tls_kit_listen(&o->port);
}

/* Refused by the first address, taken by the second. */
static void
all_addresses_are_tried(void **state)
{
	struct owner *o = *state;
	dial(o, "localhost", NULL, 5000); /* ::1 is not listened on */
	turn_until(o, &o->done);
	assert_non_null(o->stream);
}

static void
cancelled_at_every_step(void **state)
{
	struct owner *o = *state;
	trust(o, "ca.pem");
	for (int steps = 0; steps < 8; steps++) {
		dial(o, steps % 2 ? "localhost" : "127.0.0.1", NULL, 5000);
		for (int i = 0; i < steps; i++)
			loop_once(o->loop, false);
		dial_cancel(&o->dial);
		for (int i = 0; i < 4; i++)
			loop_once(o->loop, false);
		assert_int_equal(o->done, 0);
	}
	usleep(20000); /* look-ups that were given up end by themselves */
}

static void
tls_both_ways(void **state)
{
	static const struct {
		const char *host, *name;
	} cases[] = {{"localhost", NULL}, {"127.0.0.1", ""},
	    {"127.0.0.1", "localhost"}, {"127.0.0.1", "a.furrow.test"}};
	struct owner *o = *state;
	trust(o, "ca.pem");
	o->pid = tls_kit_echo(&o->kit, "good", o->listener, 4, 0);
	for (size_t i = 0; i < 4; i++) {
		dial(o, cases[i].host, cases[i].name, 5000);
		turn_until(o, &o->done);
		assert_string_equal(o->err.text, "");
		assert_true(stream_write(o->stream, "bind", 4));
		while (o->got.octets < 4)
			loop_once(o->loop, true);
		assert_string_equal(o->got.at, "bind");
		stream_free(&o->stream);
		buf_clear(&o->got);
	}
}

/* A peer that writes one octet a record; and a reader with little room, to
 * whom no poll tells what TLS holds already. */
static void
tls_in_bits_and_in_bulk(void **state)
{
	static char bulk[1 << 20];
	struct owner *o = *state;
	trust(o, "ca.pem");
	o->pid = tls_kit_echo(&o->kit, "good", o->listener, 2, 1);
	dial(o, "localhost", NULL, 5000);
	turn_until(o, &o->done);
	stream_write(o->stream, "one by one", 10);
	while (o->got.octets < 10)
		loop_once(o->loop, true);
	assert_string_equal(o->got.at, "one by one");
	stream_free(&o->stream);
	tls_kit_wait(o->pid);

	o->pid = tls_kit_echo(&o->kit, "good", o->listener, 1, 0);
	o->input_cap = 3000;
	o->take = 700;
	o->done = 0;
	buf_clear(&o->got);
	for (size_t i = 0; i < sizeof(bulk); i++)
		bulk[i] = (char)(i * 7 + i / 256);
	dial(o, "localhost", NULL, 5000);
	turn_until(o, &o->done);
	assert_true(stream_write(o->stream, bulk, sizeof(bulk)));
	while (o->got.octets < sizeof(bulk)) {
		loop_once(o->loop, false);
		struct span in = stream_input(o->stream);
		buf_add(&o->got, in.at, in.octets);
		stream_used(o->stream, in.octets);
	}
	assert_memory_equal(o->got.at, bulk, sizeof(bulk));
}

static void
certificates_that_are_not_right(void **state)
{
	static const struct {
		const char *ca, *shown, *words;
	} cases[] = {
	    {"ca.pem", "other",
		"the certificate is for sms.example.org, not for localhost"},
	    {"ca.pem", "expired", "the certificate of localhost expired on "},
	    {"stranger.pem", "good",
		"the certificate is signed by Furrow test CA, who is not in "},
	};
	struct owner *o = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		trust(o, cases[i].ca);
		o->pid =
		    tls_kit_echo(&o->kit, cases[i].shown, o->listener, 1, 0);
		dial(o, "localhost", NULL, 5000);
		turn_until(o, &o->done);
		assert_null(o->stream);
		assert_int_equal(o->err.code, DIAL_ERR_TLS);
		if (strstr(o->err.text, cases[i].words) == NULL)
			fail_msg("%s", o->err.text);
		tls_kit_wait(o->pid);
		tls_context_free(&o->context);
	}
	o->pid = 0;
	/* The system's store does not know our CA. */
	o->context = tls_client_context("", &o->err);
	o->pid = tls_kit_echo(&o->kit, "good", o->listener, 1, 0);
	dial(o, "localhost", NULL, 5000);
	turn_until(o, &o->done);
	assert_non_null(strstr(o->err.text, "the system's certificates"));
}

static void
peers_without_tls(void **state)
{
	struct owner *o = *state;
	trust(o, "ca.pem");
	dial(o, "127.0.0.1", "localhost", 5000);
	loop_once(o->loop, false);
	loop_once(o->loop, false);
	int peer = tls_kit_accept(o->listener);
	(void)!write(peer, "220 hello, plain text here\r\n", 28);
	turn_until(o, &o->done);
	assert_int_equal(o->err.code, DIAL_ERR_TLS);
	assert_non_null(strstr(o->err.text, "does not speak TLS"));
	close(peer);

	dial(o, "127.0.0.1", "localhost", 5000);
	loop_once(o->loop, false);
	loop_once(o->loop, false);
	peer = tls_kit_accept(o->listener);
	shutdown(peer, SHUT_WR); /* without a word */
	turn_until(o, &o->done);
	assert_int_equal(o->err.code, DIAL_ERR_CONNECT);
	assert_non_null(strstr(o->err.text, "closed while TLS"));
	close(peer);

	dial(o, "127.0.0.1", "localhost", 60); /* taken by the kernel only */
	turn_until(o, &o->done);
	assert_int_equal(o->err.code, DIAL_ERR_TIMEOUT);
	assert_non_null(strstr(o->err.text, "no end of the TLS handshake"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		plain_by_name_and_address, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		failures_have_words, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		all_addresses_are_tried, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		cancelled_at_every_step, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(tls_both_ways, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		tls_in_bits_and_in_bulk, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		certificates_that_are_not_right, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		peers_without_tls, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
