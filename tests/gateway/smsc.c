#include "tests/gateway/smsc.h"

#include <arpa/inet.h>
#include <assert.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/timer.h"

#define TO "20880"
#define ACCEPT_EVERY_MS 2
#define RESP 0x80000000u

/* -- saying -----------------------------------------------------------------
 */

static void
write_to(struct smsc_conn *c, const struct smsc_pdu *pdu)
{
	if (c->stream != NULL)
		stream_write(c->stream, pdu->at, pdu->octets);
}

static struct smsc_conn *
present(struct smsc *s)
{
	assert(s->conns > 0);
	return &s->conn[s->conns - 1];
}

void
smsc_send(struct smsc *s, const struct smsc_pdu *pdu)
{
	write_to(present(s), pdu);
}

void
smsc_send_octets(struct smsc *s, const void *at, size_t octets)
{
	if (present(s)->stream != NULL)
		stream_write(present(s)->stream, at, octets);
}

uint32_t
smsc_deliver(struct smsc *s, const char *from, const char *words)
{
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, ++s->next_sequence, from, TO, 0, words);
	smsc_send(s, &pdu);
	return s->next_sequence;
}

uint32_t
smsc_receipt(struct smsc *s, const char *from, const char *id, const char *stat)
{
	char words[200];
	struct smsc_pdu pdu;
	snprintf(words, sizeof(words),
	    "id:%s sub:001 dlvrd:001 submit date:2611260600 done "
	    "date:2611260601 stat:%s err:000 text:",
	    id, stat);
	smsc_pdu_deliver(&pdu, ++s->next_sequence, from, TO, 4, words);
	smsc_send(s, &pdu);
	return s->next_sequence;
}

void
smsc_answer_submit(
    struct smsc *s, uint32_t sequence, uint32_t status, const char *id)
{
	struct smsc_pdu pdu;
	smsc_pdu_begin(&pdu, 4 | RESP, status, sequence);
	if (status == 0)
		smsc_pdu_text(&pdu, id);
	smsc_send(s, &pdu);
}

void
smsc_drop(struct smsc *s)
{
	stream_free(&present(s)->stream);
}

void
smsc_hold(struct smsc *s, bool deaf)
{
	s->deaf = deaf;
	if (present(s)->stream != NULL)
		stream_hold(present(s)->stream, deaf);
}

/* -- hearing ----------------------------------------------------------------
 */

static const char *
skip_text(const uint8_t **at)
{
	const char *text = (const char *)*at;
	*at += strlen(text) + 1;
	return text;
}

static void
answer(
    struct smsc_conn *c, const uint8_t *head, uint32_t status, const char *text)
{
	struct smsc_pdu pdu;
	smsc_pdu_begin(&pdu, smsc_pdu_number(head + 4) | RESP, status,
	    smsc_pdu_number(head + 12));
	if (text != NULL)
		smsc_pdu_text(&pdu, text);
	write_to(c, &pdu);
}

static void
hear_bind(struct smsc_conn *c, const uint8_t *head)
{
	static const char *const roles[] = {
	    [1] = "receiver ", [2] = "transmitter ", [9] = ""};
	struct smsc *s = c->smsc;
	const uint8_t *at = head + 16;
	const char *name = skip_text(&at), *password = skip_text(&at);
	s->binds++;
	buf_add_format(&s->story, "bind %s%s/%s; ",
	    roles[smsc_pdu_number(head + 4)], name, password);
	c->bound = s->bind_status == 0;
	if (!s->silent)
		answer(c, head, s->bind_status,
		    s->bind_status == 0 ? "centre" : NULL);
}

static void
tell_words(struct smsc *s, const uint8_t *at, unsigned esm_class)
{
	unsigned octets = *at++;
	if ((esm_class & 0x40) != 0) {
		buf_add_format(&s->story, " part %u/%u", at[at[0]], at[4]);
		octets -= at[0] + 1u;
		at += at[0] + 1;
	}
	buf_add_format(&s->story, " \"%.*s\"", (int)octets, (const char *)at);
}

static void
hear_submit(struct smsc_conn *c, const uint8_t *head)
{
	struct smsc *s = c->smsc;
	const uint8_t *at = head + 16;
	uint32_t sequence = smsc_pdu_number(head + 12);
	skip_text(&at);
	at += 2;
	skip_text(&at);
	at += 2;
	const char *to = skip_text(&at);
	unsigned esm_class = at[0];
	at += 3;
	skip_text(&at);
	skip_text(&at);
	unsigned registered = at[0];
	at += 4;
	buf_add_format(
	    &s->story, "submit%s %s", registered == 0 ? " unreported" : "", to);
	tell_words(s, at, esm_class);
	buf_add_text(&s->story, "; ");
	s->submit[s->submits++ % SMSC_HEARD] = sequence;
	if (s->silent_submits)
		return;
	char id[16];
	snprintf(id, sizeof(id), "m%d", ++s->next_id);
	answer(c, head, s->submit_status, s->submit_status == 0 ? id : NULL);
}

/* A screen of a dialogue, with all that a USSD centre looks at:
 * "screen USSD 384 > 254711000001 dc 0 "text" 0501000102; ". */
static void
tell_screen(struct smsc *s, const uint8_t *head, bool data_sm)
{
	const uint8_t *at = head + 16, *end = head + smsc_pdu_number(head);
	const char *service = skip_text(&at);
	at += 2;
	const char *from = skip_text(&at);
	at += 2;
	const char *to = skip_text(&at);
	at += data_sm ? 1 : 3; /* esm_class, … */
	if (!data_sm) {
		skip_text(&at);
		skip_text(&at);
	}
	buf_add_format(&s->story, "%s %s %s > %s %sdc %u ",
	    data_sm ? "data screen" : "screen", service, from, to,
	    at[0] == 0 ? "" : "reported ", at[data_sm ? 1 : 2]);
	at += data_sm ? 2 : 4;
	if (!data_sm) {
		buf_add_format(
		    &s->story, "\"%.*s\" ", at[0], (const char *)at + 1);
		at += at[0] + 1;
	}
	for (; at < end; at++)
		buf_add_format(&s->story, "%02X", *at);
	buf_add_text(&s->story, "; ");
}

static void
hear_screen(struct smsc_conn *c, const uint8_t *head)
{
	struct smsc *s = c->smsc;
	tell_screen(s, head, smsc_pdu_number(head + 4) == 0x103);
	s->submit[s->submits++ % SMSC_HEARD] = smsc_pdu_number(head + 12);
	if (!s->silent_submits)
		answer(c, head, s->submit_status,
		    s->submit_status == 0 ? "m1" : NULL);
}

static void
hear(struct smsc_conn *c, const uint8_t *head)
{
	struct smsc *s = c->smsc;
	uint32_t command = smsc_pdu_number(head + 4);
	if (s->dialogues && (command == 4 || command == 0x103)) {
		hear_screen(c, head);
		return;
	}
	switch (command) {
	case 1:
	case 2:
	case 9:
		hear_bind(c, head);
		return;
	case 4:
		hear_submit(c, head);
		return;
	case 0x15:
		buf_add_text(&s->story, "enquire; ");
		if (!s->silent_enquiries)
			answer(c, head, 0, NULL);
		return;
	case 6:
		buf_add_text(&s->story, "unbind; ");
		answer(c, head, 0, NULL);
		return;
	default:
		buf_add_format(&s->story, "%s %u:%x; ",
		    command == (5 | RESP)      ? "taken"
		    : command == RESP          ? "nack"
		    : command == (0x15 | RESP) ? "alive"
					       : "answer",
		    smsc_pdu_number(head + 12), smsc_pdu_number(head + 8));
		return;
	}
}

static void
on_stream(void *arg, enum stream_event event)
{
	struct smsc_conn *c = arg;
	if (event == STREAM_GONE) {
		stream_free(&c->stream);
		return;
	}
	while (event == STREAM_INPUT && c->stream != NULL) {
		struct span in = stream_input(c->stream);
		if (in.octets < 16 || smsc_pdu_number(in.at) > in.octets)
			return;
		size_t octets = smsc_pdu_number(in.at);
		assert(octets >= 16);
		hear(c, in.at);
		if (c->stream != NULL)
			stream_used(c->stream, octets);
	}
}

/* -- life -------------------------------------------------------------------
 */

static void
look(void *arg)
{
	struct smsc *s = arg;
	int fd = accept(s->fd, NULL, NULL);
	if (fd >= 0) {
		assert(s->conns < SMSC_CONNS);
		struct smsc_conn *c = &s->conn[s->conns++];
		c->smsc = s;
		c->stream =
		    stream_new(s->loop, fd, 1 << 20, 1 << 20, on_stream, c);
		stream_hold(c->stream, s->deaf);
	}
	timer_arm(s->acceptor, ACCEPT_EVERY_MS);
}

struct smsc *
smsc_new(struct loop *loop)
{
	struct smsc *s = xcalloc(1, sizeof(*s));
	struct sockaddr_in at = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t octets = sizeof(at);
	s->loop = loop;
	s->story = buf_new(1 << 16);
	s->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	assert(s->fd >= 0);
	int rc = bind(s->fd, (struct sockaddr *)&at, sizeof(at));
	assert(rc == 0);
	rc = listen(s->fd, 16);
	assert(rc == 0);
	rc = getsockname(s->fd, (struct sockaddr *)&at, &octets);
	assert(rc == 0);
	s->port = ntohs(at.sin_port);
	s->acceptor = timer_new(loop, look, s);
	timer_arm(s->acceptor, 0);
	return s;
}

void
smsc_free(struct smsc **smsc)
{
	struct smsc *s = *smsc;
	*smsc = NULL;
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->conns; i++)
		stream_free(&s->conn[i].stream);
	timer_free(&s->acceptor);
	close(s->fd);
	buf_free(&s->story);
	loop_reap(s->loop, free, s);
}
