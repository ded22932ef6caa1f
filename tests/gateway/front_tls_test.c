/* What the front's TLS takes: versions, ciphers, protocols, each offered alone
 * to a listener by a client in its own process. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/loop.h"
#include "tests/base/tls_kit.h"

#include "gateway/admin/front.h"

struct site {
	struct loop *loop;
	struct front *front;
	struct tls_kit kit;
	unsigned short port;
};

static unsigned short
free_port(void)
{
	unsigned short port;
	int fd = tls_kit_listen(&port);
	close(fd);
	return port;
}

static int
set_up(void **state)
{
	struct site *site = calloc(1, sizeof(*site));
	char certificate[128], key[128];
	struct err err;
	tls_kit_make(&site->kit);
	site->loop = loop_new();
	site->port = free_port();
	struct front_config config = {.loop = site->loop,
	    .address = "127.0.0.1",
	    .port = site->port,
	    .certificate = tls_kit_path(&site->kit, certificate, "good.pem"),
	    .key = tls_kit_path(&site->kit, key, "good.key"),
	    .web = "no/such/folder"};
	site->front = front_open(&config, &err);
	assert_non_null(site->front);
	*state = site;
	return 0;
}

static int
tear_down(void **state)
{
	struct site *site = *state;
	front_free(&site->front);
	loop_free(&site->loop);
	tls_kit_remove(&site->kit);
	free(site);
	return 0;
}

/* Turns the loop until the client is done. */
static enum tls_kit_found
offer(struct site *site, const struct tls_kit_offer *made)
{
	int pid = tls_kit_ask(&site->kit, site->port, made), status = 0;
	assert_true(pid > 0);
	while (waitpid(pid, &status, WNOHANG) == 0) {
		loop_once(site->loop, false);
		usleep(200);
	}
	assert_true(WIFEXITED(status));
	return (enum tls_kit_found)WEXITSTATUS(status);
}

#define OLD 0x0301, 0x0302
#define MIDDLE 0x0303, 0x0303
#define NEW 0x0304, 0x0304
#define ANY 0x0301, 0x0304

static void
only_what_is_modern(void **state)
{
	static const struct {
		const char *what;
		struct tls_kit_offer offer;
		enum tls_kit_found found;
	} cases[] = {
	    {"1.0, 1.1", {OLD, "ALL:@SECLEVEL=0", NULL}, TLS_KIT_REFUSED},
	    {"1.2", {MIDDLE, NULL, NULL}, TLS_KIT_1_2},
	    {"1.3", {NEW, NULL, NULL}, TLS_KIT_1_3},
	    {"the newest first", {ANY, NULL, NULL}, TLS_KIT_1_3},
	    {"AES-GCM", {MIDDLE, "ECDHE-ECDSA-AES128-GCM-SHA256", NULL},
		TLS_KIT_1_2},
	    {"ChaCha20", {MIDDLE, "ECDHE-ECDSA-CHACHA20-POLY1305", NULL},
		TLS_KIT_1_2},
	    {"CBC", {MIDDLE, "ECDHE-ECDSA-AES128-SHA256:AES128-SHA256", NULL},
		TLS_KIT_REFUSED},
	    {"CBC with SHA-1",
		{MIDDLE, "ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0", NULL},
		TLS_KIT_REFUSED},
	    {"no forward secrecy", {MIDDLE, "AES256-GCM-SHA384", NULL},
		TLS_KIT_REFUSED},
	    {"DHE", {MIDDLE, "DHE-RSA-AES256-GCM-SHA384", NULL},
		TLS_KIT_REFUSED},
	    {"CCM", {MIDDLE, "ECDHE-ECDSA-AES128-CCM", NULL}, TLS_KIT_REFUSED},
	    {"nobody's", {MIDDLE, "aNULL:eNULL:@SECLEVEL=0", NULL},
		TLS_KIT_REFUSED},
	    {"HTTP/1.1", {ANY, NULL, "http/1.1"}, TLS_KIT_1_3},
	    {"HTTP/2 alone", {ANY, NULL, "h2"}, TLS_KIT_REFUSED},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum tls_kit_found found = offer(*state, &cases[i].offer);
		if (found != cases[i].found)
			fail_msg("%s: found %d", cases[i].what, (int)found);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		only_what_is_modern, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
