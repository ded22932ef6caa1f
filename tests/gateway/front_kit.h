/* front_kit - the front on a port of its own, and a peer that asks it octet by
 * octet.  Client and server in one thread: the loop is turned between looks. */
#ifndef TESTS_GATEWAY_FRONT_KIT_H
#define TESTS_GATEWAY_FRONT_KIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/http_stream.h"
#include "base/loop.h"

#include "gateway/admin/front.h"

#define CLOSE "Host: localhost\r\nConnection: close\r\n"

struct site {
	char web[32]; /* the console's files */
	struct loop *loop;
	struct front *front;
	unsigned short port;
	struct buf answer;
	const char *unwell;
	struct http_stream *stream;
	int asked; /* of `who` */
};

int front_set_up(void **state);
int front_tear_down(void **state);
struct front_config front_kit_config(struct site *site);
unsigned short front_kit_port(void);
int front_dial(const struct site *site);
void front_say(
    struct site *site, int fd, const char *text, size_t octets, size_t most);
const char *front_hear(struct site *site, int fd);
const char *front_ask_in_parts(
    struct site *site, const char *request, size_t most);
const char *front_ask(struct site *site, const char *request);
int front_status(const char *answer);
bool front_says(const char *answer, const char *line);
void front_pour(void *arg, struct http_request *request);

#endif
