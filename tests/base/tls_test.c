/* Contexts, and two sessions that talk through a socket pair. */
#include <fcntl.h>
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

#include "base/tls.h"
#include "tests/base/tls_kit.h"

struct pair {
	struct tls_kit kit;
	struct tls_context *client, *server;
	struct tls *ends[2];
	int fd[2];
};

static int
set_up(void **state)
{
	struct pair *p = calloc(1, sizeof(*p));
	char ca[128], certificate[128], key[128];
	struct err err = {0};
	tls_kit_make(&p->kit);
	p->client =
	    tls_client_context(tls_kit_path(&p->kit, ca, "ca.pem"), &err);
	p->server =
	    tls_server_context(tls_kit_path(&p->kit, certificate, "good.pem"),
		tls_kit_path(&p->kit, key, "good.key"), &err);
	assert_string_equal(err.text, "");
	assert_int_equal(
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, p->fd), 0);
	*state = p;
	return 0;
}

static int
tear_down(void **state)
{
	struct pair *p = *state;
	for (int i = 0; i < 2; i++) {
		tls_free(&p->ends[i]);
		close(p->fd[i]);
	}
	tls_context_free(&p->client);
	tls_context_free(&p->server);
	tls_kit_remove(&p->kit);
	free(p);
	return 0;
}

/* Until both are done or one has failed. */
static bool
agree(struct pair *p, const char *name)
{
	bool done[2] = {false, false};
	p->ends[0] = tls_client(p->client, p->fd[0], name);
	p->ends[1] = tls_server(p->server, p->fd[1]);
	for (int i = 0; i < 40 && !(done[0] && done[1]); i++) {
		enum stream_io io = tls_handshake(p->ends[i % 2]);
		if (io == STREAM_IO_END)
			return false;
		done[i % 2] = io == STREAM_IO_DONE;
	}
	return done[0] && done[1];
}

static void
both_ends_of_ours(void **state)
{
	struct pair *p = *state;
	char words[64], got[16];
	size_t octets;
	assert_true(agree(p, "localhost"));
	tls_describe(p->ends[0], words, sizeof(words));
	assert_memory_equal(words, "TLSv1.3 ", 8);
	assert_string_equal(tls_why(p->ends[0]), "");
	const struct stream_layer *layer = tls_layer();
	assert_int_equal(
	    layer->write(p->ends[0], "ping", 4, &octets), STREAM_IO_DONE);
	assert_int_equal(octets, 4);
	assert_int_equal(
	    layer->read(p->ends[1], got, sizeof(got), &octets), STREAM_IO_DONE);
	assert_int_equal(octets, 4);
	assert_memory_equal(got, "ping", 4);
	assert_int_equal(
	    layer->read(p->ends[1], got, sizeof(got), &octets), STREAM_IO_READ);
	/* Cut off in the middle of a record. */
	assert_int_equal(write(p->fd[0], "\x17\x03\x03\x00\x40pong", 9), 9);
	shutdown(p->fd[0], SHUT_WR);
	assert_int_equal(
	    layer->read(p->ends[1], got, sizeof(got), &octets), STREAM_IO_END);
}

/* What a forger changes on the way is no text. */
static void
a_changed_record(void **state)
{
	struct pair *p = *state;
	char got[64];
	size_t octets;
	assert_true(agree(p, "localhost"));
	assert_int_equal(write(p->fd[0],
			     "\x17\x03\x03\x00\x18"
			     "012345678901234567890123",
			     29),
	    29);
	assert_int_equal(
	    tls_layer()->read(p->ends[1], got, sizeof(got), &octets),
	    STREAM_IO_END);
	assert_int_equal(octets, 0);
	assert_memory_equal(tls_why(p->ends[1]), "TLS: ", 5);
}

static void
names_that_are_none(void **state)
{
	static const char *const names[] = {"", "elsewhere.furrow.test.org",
	    "127.0.0.2", "sub.sub.furrow.test", "localhost.", "x.localhost"};
	struct pair *p = *state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_false(agree(p, names[i]));
		assert_true(tls_why(p->ends[0])[0] != '\0');
		for (int k = 0; k < 2; k++) {
			tls_free(&p->ends[k]);
			close(p->fd[k]);
		}
		assert_int_equal(
		    socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, p->fd),
		    0);
	}
}

static void
files_that_do_not_fit(void **state)
{
	struct pair *p = *state;
	char a[128], b[128];
	struct err err;
	assert_null(tls_client_context("/nowhere/ca.pem", &err));
	assert_int_equal(err.code, TLS_ERR_FILE);
	assert_non_null(strstr(err.text, "/nowhere/ca.pem: No such file"));
	assert_null(
	    tls_client_context(tls_kit_path(&p->kit, a, "good.key"), &err));
	assert_int_equal(err.code, TLS_ERR_FILE);
	assert_null(tls_server_context(tls_kit_path(&p->kit, a, "good.pem"),
	    tls_kit_path(&p->kit, b, "other.key"), &err));
	assert_true(err.code == TLS_ERR_PAIR || err.code == TLS_ERR_FILE);
	assert_non_null(strstr(err.text, "other.key"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		both_ends_of_ours, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		a_changed_record, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		names_that_are_none, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		files_that_do_not_fit, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
