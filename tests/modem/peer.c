#include "tests/modem/peer.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/panic.h"
#include "base/stream.h"

#define RULES_MAX 256
#define OCTETS_MAX 65536
#define PEERS_MAX 16

struct rule {
	char command[64];
	char *answer; /* NULL: silence */
	int times; /* 0: for ever */
};

struct peer {
	struct loop *loop;
	char path[256];
	int slave; /* held open, so that the master lives without a guest */
	struct stream *stream;
	struct rule rules[RULES_MAX];
	int rules_count;
	struct buf line, heard;
	bool body, deaf;
};

/* Whose lines peer_pass() waits for. */
static struct peer *peers[PEERS_MAX];

void
peer_say(struct peer *peer, const char *bytes)
{
	if (peer->stream != NULL)
		stream_write(peer->stream, bytes, strlen(bytes));
}

static void
answer(struct peer *peer, const char *command)
{
	for (int i = peer->rules_count; i-- > 0;) {
		struct rule *rule = &peer->rules[i];
		if (rule->times < 0 || strcmp(rule->command, command) != 0)
			continue;
		if (rule->times > 0 && --rule->times == 0)
			rule->times = -1;
		if (rule->answer == NULL)
			return;
		peer->body = str_starts(str_from(command), "AT+CMGS=") &&
			     strchr(rule->answer, '>') != NULL &&
			     strstr(rule->answer, "ERROR") == NULL;
		peer_say(peer, rule->answer);
		return;
	}
	peer_say(peer, "\r\nERROR\r\n");
}

static void
line_came(struct peer *peer)
{
	char command[512];
	str_copy(command, sizeof(command), str_trim(buf_str(&peer->line)));
	buf_clear(&peer->line);
	if (peer->deaf || command[0] == '\0')
		return;
	buf_add_format(&peer->heard, "%s|", command);
	answer(peer, command);
}

static void
body_came(struct peer *peer)
{
	buf_add_format(
	    &peer->heard, "[%s]|", peer->line.at == NULL ? "" : peer->line.at);
	buf_clear(&peer->line);
	peer->body = false;
	answer(peer, "BODY");
}

static void
octet_came(struct peer *peer, char c)
{
	if (c == '\x1B') {
		buf_clear(&peer->line);
		peer->body = false;
	} else if (c == '\x1A' && !peer->deaf) {
		body_came(peer);
	} else if (c == '\r' && !peer->body) {
		line_came(peer);
	} else {
		buf_add_char(&peer->line, c);
	}
}

static void
on_stream(void *owner, enum stream_event event)
{
	struct peer *peer = owner;
	if (event != STREAM_INPUT)
		return;
	struct span in = stream_input(peer->stream);
	char *copy = xcalloc(1, in.octets + 1);
	size_t octets = in.octets;
	memcpy(copy, in.at, octets);
	stream_used(peer->stream, octets);
	for (size_t i = 0; i < octets && peer->stream != NULL; i++)
		octet_came(peer, copy[i]);
	free(copy);
}

void
peer_plug(struct peer *peer)
{
	struct termios raw;
	int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	PANIC_UNLESS(
	    master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	char *name = ptsname(master);
	peer->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	PANIC_UNLESS(peer->slave >= 0);
	tcgetattr(peer->slave, &raw);
	cfmakeraw(&raw);
	tcsetattr(peer->slave, TCSANOW, &raw);
	unlink(peer->path);
	PANIC_UNLESS(symlink(name, peer->path) == 0);
	peer->stream = stream_new(
	    peer->loop, master, OCTETS_MAX, OCTETS_MAX, on_stream, peer);
}

void
peer_unplug(struct peer *peer)
{
	unlink(peer->path);
	stream_free(&peer->stream);
	if (peer->slave >= 0)
		close(peer->slave);
	peer->slave = -1;
	peer->body = false;
	buf_clear(&peer->line);
}

/* poll(2) on a tty waits until the kernel has handed on what was written at the
 * other end, however busy it is. */
static void
settle_line(const struct peer *peer)
{
	if (peer->stream == NULL)
		return;
	struct pollfd ends[] = {{.fd = peer->slave, .events = POLLIN},
	    {.fd = stream_fd(peer->stream), .events = POLLIN}};
	poll(ends, 2, 0);
}

/* Children live by the machine's clock. */
static bool
children_run(void)
{
	siginfo_t info;
	return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

void
peer_pass(struct loop *loop, int64_t ms)
{
	for (; ms > 0; ms--) {
		do {
			for (int i = 0; i < PEERS_MAX; i++)
				if (peers[i] != NULL)
					settle_line(peers[i]);
		} while (loop_turn(loop, 0));
		if (children_run())
			usleep(1000);
		loop_turn(loop, 1);
	}
}

static struct peer **
place_of(const struct peer *peer)
{
	for (int i = 0; i < PEERS_MAX; i++)
		if (peers[i] == peer)
			return &peers[i];
	panic("more than %d peers", PEERS_MAX);
}

struct peer *
peer_new(struct loop *loop, const char *path)
{
	struct peer *peer = xcalloc(1, sizeof(*peer));
	peer->loop = loop;
	str_copy(peer->path, sizeof(peer->path), str_from(path));
	peer->line = buf_new(OCTETS_MAX);
	peer->heard = buf_new(OCTETS_MAX);
	*place_of(NULL) = peer;
	peer_plug(peer);
	return peer;
}

void
peer_free(struct peer **peer)
{
	struct peer *p = *peer;
	*peer = NULL;
	*place_of(p) = NULL;
	peer_unplug(p);
	for (int i = 0; i < p->rules_count; i++)
		free(p->rules[i].answer);
	buf_free(&p->line);
	buf_free(&p->heard);
	free(p);
}

void
peer_rule(struct peer *peer, const char *command, const char *bytes, int times)
{
	PANIC_UNLESS(peer->rules_count < RULES_MAX);
	struct rule *rule = &peer->rules[peer->rules_count++];
	str_copy(rule->command, sizeof(rule->command), str_from(command));
	rule->answer = bytes == NULL ? NULL : xstrdup(bytes);
	rule->times = times;
}

void
peer_load(struct peer *peer, const char *name)
{
	char path[512], line[1024], command[64] = "";
	struct buf bytes = buf_new(OCTETS_MAX);
	snprintf(
	    path, sizeof(path), "%s/tests/capture/%s", FURROW_SOURCE, name);
	FILE *in = fopen(path, "r");
	PANIC_UNLESS(in != NULL);
	for (bool more = true; more;) {
		more = fgets(line, sizeof(line), in) != NULL;
		struct str text = str_trim(str_from(more ? line : "<"));
		if (str_starts(text, "<")) {
			if (command[0] != '\0')
				peer_rule(peer, command,
				    bytes.octets > 0 ? bytes.at : NULL, 0);
			buf_clear(&bytes);
			str_copy(command, sizeof(command),
			    str_trim(str_of(text.at + 1, text.octets - 1)));
		} else if (str_is(text, "> $prompt")) {
			buf_add_text(&bytes, "\r\n> ");
		} else if (str_starts(text, "> ")) {
			buf_add_text(&bytes, "\r\n");
			buf_add(&bytes, text.at + 2, text.octets - 2);
			buf_add_text(&bytes, "\r\n");
		}
	}
	fclose(in);
	buf_free(&bytes);
}

void
peer_deaf(struct peer *peer, bool deaf)
{
	peer->deaf = deaf;
}

const char *
peer_heard(const struct peer *peer)
{
	return peer->heard.at == NULL ? "" : peer->heard.at;
}

void
peer_forget(struct peer *peer)
{
	buf_clear(&peer->heard);
}
