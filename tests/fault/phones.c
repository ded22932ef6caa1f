#include "tests/fault/phones.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <jansson.h>

#include "base/panic.h"
#include "tests/sim/sim_client.h"

#define CODE_OCTETS 8
#define IN_OCTETS 65536
#define SOCKET "sim.sock"

struct phones {
	struct sim *sim; /* writes */
	int fd; /* hears */
	char in[IN_OCTETS]; /* heard, up to a line that is not whole yet */
	size_t have;
	int modems;
	size_t ordered;
	char (*answered)[CODE_OCTETS]; /* codes, in the order of answers */
	size_t answers, room;
};

static int
listen_to_all(void)
{
	static const char wish[] = "{\"do\":\"listen\",\"phone\":\"*\"}\n";
	struct sockaddr_un at = {.sun_family = AF_UNIX, .sun_path = SOCKET};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -1;
	if (connect(fd, (struct sockaddr *)&at, sizeof(at)) != 0 ||
	    write(fd, wish, sizeof(wish) - 1) != (ssize_t)sizeof(wish) - 1) {
		close(fd);
		return -1;
	}
	return fd;
}

struct phones *
phones_new(size_t buyers, int modems)
{
	struct phones *p = xcalloc(1, sizeof(*p));
	p->fd = -1;
	p->modems = modems;
	p->room = buyers;
	p->answered = xcalloc(buyers + 1, sizeof(p->answered[0]));
	p->sim = sim_connect(SOCKET);
	p->fd = listen_to_all();
	if (p->sim == NULL || p->fd < 0)
		phones_free(&p);
	return p;
}

void
phones_free(struct phones **phones)
{
	struct phones *p = *phones;
	if (p == NULL)
		return;
	sim_close(&p->sim);
	if (p->fd >= 0)
		close(p->fd);
	free(p->answered);
	free(p);
	*phones = NULL;
}

/* -- buyers ---------------------------------------------------------------- */

size_t
phones_order(struct phones *p, size_t count)
{
	size_t taken = 0;
	for (size_t i = 0; i < count; i++) {
		char from[24], to[2] = {0};
		size_t buyer = p->ordered++;
		snprintf(from, sizeof(from), "+2547110%05zu", buyer);
		to[0] = (char)('a' + buyer % (size_t)p->modems);
		taken += sim_text(p->sim, from, to, "want 5kg tomato") != 0;
	}
	return taken;
}

size_t
phones_ordered(const struct phones *p)
{
	return p->ordered;
}

/* -- sellers --------------------------------------------------------------- */

/* The code of a question that a seller can say yes to. */
static bool
find_question(char code[CODE_OCTETS], const char *text)
{
	const char *at = strrchr(text, '#');
	if (at == NULL || strstr(text, "1 YES") == NULL)
		return false;
	size_t octets = strspn(at + 1, "ABCDEFGHJKLMNPQRTUVWXY23456789");
	if (octets < 3 || octets >= CODE_OCTETS)
		return false;
	memcpy(code, at + 1, octets);
	code[octets] = '\0';
	return true;
}

static bool
answered(const struct phones *p, const char *code)
{
	for (size_t i = p->answers; i > 0; i--)
		if (strcmp(p->answered[i - 1], code) == 0)
			return true;
	return false;
}

static void
hear(struct phones *p, const json_t *event)
{
	char code[CODE_OCTETS], words[32];
	const char *text = json_string_value(json_object_get(event, "text"));
	const char *phone = json_string_value(json_object_get(event, "phone"));
	const char *from = json_string_value(json_object_get(event, "from"));
	if (text == NULL || phone == NULL || from == NULL ||
	    !find_question(code, text) || answered(p, code) ||
	    p->answers >= p->room)
		return;
	snprintf(words, sizeof(words), "yes %s", code);
	if (sim_text(p->sim, phone, from, words) != 0)
		memcpy(p->answered[p->answers++], code, sizeof(code));
}

/* 1 when that line was a text on some phone. */
static int
hear_line(struct phones *p, const char *line, size_t octets)
{
	json_t *event = json_loadb(line, octets, 0, NULL);
	bool text = json_object_get(event, "event") != NULL;
	if (text)
		hear(p, event);
	json_decref(event);
	return text;
}

static int
hear_lines(struct phones *p)
{
	int texts = 0;
	size_t done = 0;
	char *end;
	while ((end = memchr(p->in + done, '\n', p->have - done)) != NULL) {
		size_t octets = (size_t)(end - p->in) - done;
		texts += hear_line(p, p->in + done, octets);
		done += octets + 1;
	}
	p->have -= done;
	memmove(p->in, p->in + done, p->have);
	return texts;
}

int
phones_work(struct phones *p, int wait_ms)
{
	int texts = 0;
	struct pollfd ready = {.fd = p->fd, .events = POLLIN};
	while (poll(&ready, 1, wait_ms) > 0) {
		ssize_t n =
		    read(p->fd, p->in + p->have, sizeof(p->in) - p->have);
		if (n <= 0) {
			fprintf(stderr, "kills: simnet is gone\n");
			return -1;
		}
		p->have += (size_t)n;
		texts += hear_lines(p);
		wait_ms = 0;
	}
	return texts;
}
