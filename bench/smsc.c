#include "bench/smsc.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/str.h"
#include "bench/smsc_wire.h"

#define CONNS 64
#define IN_OCTETS (256 * 1024)
#define DELIVER_OCTETS 512 /* more than any deliver_sm of ours */
#define SLOT_BITS 13
#define SLOTS (1 << SLOT_BITS) /* the largest window */
#define AGAIN_AFTER_MS 50
#define STATUS_THROTTLED 0x58

/* A text on its way to them. */
struct text {
	struct text *next;
	uint64_t tag;
	int64_t due_ms; /* handed over again not before */
	uint32_t sequence;
	uint8_t esm_class;
	char from[SMSC_ADDRESS_OCTETS], to[SMSC_ADDRESS_OCTETS];
	char words[256];
};

struct list {
	struct text *first, **last;
};

struct conn {
	struct smsc *smsc;
	int fd; /* -1: this place is free */
	bool receives, bound, blocked, dead;
	uint8_t *in, *out;
	size_t in_octets, out_octets, out_cap, out_done;
	struct text *slots[SLOTS];
	int free_slots[SLOTS], free_count, in_flight;
	uint32_t generation;
};

struct smsc {
	struct smsc_config config;
	struct smsc_counts counts;
	int epoll, listener, port;
	struct conn *conns[CONNS];
	int next; /* whose turn it is to receive */
	struct list waiting, later;
	struct text *spare;
	int open;
	uint64_t last_id; /* of submitted messages */
};

static int64_t
now_ms(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * INT64_C(1000) + ts.tv_nsec / 1000000;
}

static void
list_add(struct list *list, struct text *text)
{
	text->next = NULL;
	*list->last = text;
	list->last = &text->next;
}

static struct text *
list_take(struct list *list)
{
	struct text *text = list->first;
	if (text == NULL)
		return NULL;
	list->first = text->next;
	if (list->first == NULL)
		list->last = &list->first;
	return text;
}

static void
list_free(struct list *list)
{
	struct text *text;
	while ((text = list_take(list)) != NULL)
		free(text);
}

static void
forget_text(struct smsc *s, struct text *text)
{
	text->next = s->spare;
	s->spare = text;
	s->open--;
}

/* -- writing --------------------------------------------------------------- */

/* Room for so many octets at the end of what is to be written. */
static uint8_t *
room(struct conn *c, size_t octets)
{
	if (c->out_octets + octets > c->out_cap) {
		c->out_cap = (c->out_octets + octets) * 2;
		c->out = xrealloc(c->out, c->out_cap);
	}
	return c->out + c->out_octets;
}

static void
put_response(struct conn *c, uint32_t command, uint32_t status,
    uint32_t sequence, const char *words)
{
	size_t octets = words == NULL ? 0 : strlen(words) + 1;
	uint8_t *at = room(c, SMSC_HEADER_OCTETS + octets);
	c->out_octets +=
	    octets + smsc_wire_put_header(
			 at, command | SMSC_RESPONSE, status, sequence, octets);
	if (octets > 0)
		memcpy(at + SMSC_HEADER_OCTETS, words, octets);
}

static void
watch(struct conn *c, bool blocked)
{
	if (c->blocked == blocked)
		return;
	c->blocked = blocked;
	struct epoll_event event = {
	    .events = EPOLLIN | (blocked ? (uint32_t)EPOLLOUT : 0u),
	    .data.ptr = c,
	};
	epoll_ctl(c->smsc->epoll, EPOLL_CTL_MOD, c->fd, &event);
}

static void
flush_out(struct conn *c)
{
	while (c->out_done < c->out_octets) {
		ssize_t n = send(c->fd, c->out + c->out_done,
		    c->out_octets - c->out_done, MSG_NOSIGNAL);
		if (n < 0) {
			if (errno == EAGAIN)
				watch(c, true);
			else
				c->dead = true;
			return;
		}
		c->out_done += (size_t)n;
	}
	c->out_octets = c->out_done = 0;
	watch(c, false);
}

/* -- texts to them --------------------------------------------------------- */

static bool
has_room(const struct conn *c)
{
	return c != NULL && c->receives && !c->dead &&
	       c->in_flight < c->smsc->config.window;
}

static void
hand_over(struct conn *c, struct text *text)
{
	int slot = c->free_slots[--c->free_count];
	/* 1 to 0x7fffffff, and not soon the same again (SMPP 3.4, 2.6). */
	c->generation = c->generation % 0x3ffff + 1;
	text->sequence = c->generation << SLOT_BITS | (uint32_t)slot;
	c->slots[slot] = text;
	c->in_flight++;
	c->out_octets += smsc_wire_deliver(room(c, DELIVER_OCTETS),
	    text->sequence, text->from, text->to, text->words, text->esm_class);
	c->smsc->counts.delivered++;
}

static struct conn *
next_with_room(struct smsc *s)
{
	for (int i = 0; i < CONNS; i++) {
		s->next = (s->next + 1) % CONNS;
		if (has_room(s->conns[s->next]))
			return s->conns[s->next];
	}
	return NULL;
}

static void
hand_over_waiting(struct smsc *s)
{
	struct conn *c;
	if (s->later.first != NULL) {
		int64_t now = now_ms();
		while (s->later.first != NULL && s->later.first->due_ms <= now)
			list_add(&s->waiting, list_take(&s->later));
	}
	while (s->waiting.first != NULL && (c = next_with_room(s)) != NULL)
		hand_over(c, list_take(&s->waiting));
}

static struct text *
new_text(struct smsc *s)
{
	struct text *text = s->spare;
	if (text != NULL)
		s->spare = text->next;
	else
		text = xrealloc(NULL, sizeof(*text));
	s->open++;
	return text;
}

static void
deliver(struct smsc *s, const char *from, const char *to, const char *words,
    uint8_t esm_class, uint64_t tag)
{
	struct text *text = new_text(s);
	size_t octets = strlen(words);
	PANIC_UNLESS(octets < sizeof(text->words) &&
		     strlen(from) < SMSC_ADDRESS_OCTETS &&
		     strlen(to) < SMSC_ADDRESS_OCTETS);
	memcpy(text->words, words, octets + 1);
	str_copy(text->from, sizeof(text->from), str_from(from));
	str_copy(text->to, sizeof(text->to), str_from(to));
	text->esm_class = esm_class;
	text->tag = tag;
	struct conn *c = s->waiting.first != NULL ? NULL : next_with_room(s);
	if (c != NULL)
		hand_over(c, text);
	else
		list_add(&s->waiting, text);
}

void
smsc_deliver(struct smsc *s, const char *from, const char *to,
    const char *words, uint64_t tag)
{
	deliver(s, from, to, words, 0, tag);
}

static void
hand_over_later(struct smsc *s, struct text *text)
{
	text->due_ms = now_ms() + AGAIN_AFTER_MS;
	s->counts.again++;
	list_add(&s->later, text);
}

static void
on_delivered(struct conn *c, const struct smsc_header *h)
{
	struct smsc *s = c->smsc;
	int slot = (int)(h->sequence & (SLOTS - 1));
	struct text *text = c->slots[slot];
	if (text == NULL || text->sequence != h->sequence) {
		s->counts.stray++;
		return;
	}
	c->slots[slot] = NULL;
	c->free_slots[c->free_count++] = slot;
	c->in_flight--;
	if (h->status == 0x14 || h->status == 0x58 || h->status == 0x64) {
		hand_over_later(s, text);
		return;
	}
	if (h->status != 0)
		s->counts.refused++;
	else if (text->esm_class != 0)
		s->counts.receipts_taken++;
	else
		s->counts.taken++;
	if (h->status == 0 && text->esm_class == 0 &&
	    s->config.on_taken != NULL)
		s->config.on_taken(s->config.arg, text->tag);
	forget_text(s, text);
}

/* -- their texts ----------------------------------------------------------- */

static void
send_receipt(struct smsc *s, const struct smsc_text *text, const char *id)
{
	char words[200];
	snprintf(words, sizeof(words),
	    "id:%s sub:001 dlvrd:001 submit date:2601010000 "
	    "done date:2601010000 stat:DELIVRD err:000 text:",
	    id);
	s->counts.receipts++;
	deliver(s, text->to, text->from, words, 4, 0);
}

static void
on_submit(struct conn *c, const struct smsc_header *h, const uint8_t *body)
{
	struct smsc *s = c->smsc;
	struct smsc_text text;
	char id[24];
	if (!smsc_wire_submit(&text, body, h->octets - SMSC_HEADER_OCTETS)) {
		s->counts.malformed++;
		c->dead = true;
		return;
	}
	s->counts.submitted++;
	if (s->config.throttle_every > 0 &&
	    s->counts.submitted % s->config.throttle_every == 0) {
		s->counts.throttled++;
		put_response(
		    c, h->command, STATUS_THROTTLED, h->sequence, NULL);
		return;
	}
	snprintf(id, sizeof(id), "%llu", (unsigned long long)++s->last_id);
	s->config.on_text(s->config.arg, &text);
	put_response(c, h->command, 0, h->sequence, id);
	if (s->config.receipts && text.report)
		send_receipt(s, &text, id);
}

static void
on_bind(struct conn *c, const struct smsc_header *h)
{
	c->bound = true;
	c->receives = h->command != SMSC_TRANSMITTER;
	c->smsc->counts.binds++;
	put_response(c, h->command, 0, h->sequence, "smsc");
}

static void
on_pdu(struct conn *c, const struct smsc_header *h, const uint8_t *body)
{
	switch (h->command) {
	case SMSC_RECEIVER:
	case SMSC_TRANSMITTER:
	case SMSC_TRANSCEIVER:
		on_bind(c, h);
		return;
	case SMSC_SUBMIT:
		on_submit(c, h, body);
		return;
	case SMSC_DELIVER | SMSC_RESPONSE:
		on_delivered(c, h);
		return;
	case SMSC_ENQUIRE:
		put_response(c, h->command, 0, h->sequence, NULL);
		return;
	case SMSC_UNBIND:
		put_response(c, h->command, 0, h->sequence, NULL);
		c->receives = false;
		return;
	default:
		if ((h->command & SMSC_RESPONSE) != 0)
			c->smsc->counts.stray++;
		else /* nack: invalid command id */
			put_response(c, 0, 3, h->sequence, NULL);
		return;
	}
}

static void
work_input(struct conn *c)
{
	size_t done = 0;
	while (!c->dead && c->in_octets - done >= SMSC_HEADER_OCTETS) {
		struct smsc_header h;
		smsc_wire_header(&h, c->in + done);
		if (h.octets < SMSC_HEADER_OCTETS ||
		    h.octets > SMSC_PDU_MAX_OCTETS) {
			c->smsc->counts.malformed++;
			c->dead = true;
			return;
		}
		if (c->in_octets - done < h.octets)
			break;
		on_pdu(c, &h, c->in + done + SMSC_HEADER_OCTETS);
		done += h.octets;
	}
	memmove(c->in, c->in + done, c->in_octets - done);
	c->in_octets -= done;
}

static void
read_input(struct conn *c)
{
	ssize_t n =
	    recv(c->fd, c->in + c->in_octets, IN_OCTETS - c->in_octets, 0);
	if (n > 0) {
		c->in_octets += (size_t)n;
		work_input(c);
	} else if (n == 0 || errno != EAGAIN) {
		c->dead = true;
	}
}

/* -- connections ----------------------------------------------------------- */

static void
take_connection(struct smsc *s)
{
	int fd = accept4(s->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	int place = 0, one = 1;
	if (fd < 0)
		return;
	while (place < CONNS && s->conns[place] != NULL)
		place++;
	if (place == CONNS) {
		close(fd);
		return;
	}
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	struct conn *c = s->conns[place] = xcalloc(1, sizeof(*c));
	c->smsc = s;
	c->fd = fd;
	c->in = xrealloc(NULL, IN_OCTETS);
	for (int i = 0; i < SLOTS; i++)
		c->free_slots[c->free_count++] = SLOTS - 1 - i;
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
	epoll_ctl(s->epoll, EPOLL_CTL_ADD, fd, &event);
}

static void
end_connection(struct smsc *s, int place)
{
	struct conn *c = s->conns[place];
	for (int i = 0; i < SLOTS; i++)
		if (c->slots[i] != NULL)
			hand_over_later(s, c->slots[i]);
	close(c->fd);
	free(c->in);
	free(c->out);
	free(c);
	s->conns[place] = NULL;
}

static void
flush_all(struct smsc *s)
{
	for (int i = 0; i < CONNS; i++) {
		struct conn *c = s->conns[i];
		if (c != NULL && !c->dead && c->out_octets > 0 && !c->blocked)
			flush_out(c);
		if (c != NULL && c->dead)
			end_connection(s, i);
	}
}

void
smsc_turn(struct smsc *s, int64_t timeout_us)
{
	struct epoll_event events[CONNS];
	if (s->later.first != NULL && timeout_us > AGAIN_AFTER_MS * 1000)
		timeout_us = AGAIN_AFTER_MS * 1000;
	struct timespec wait = {
	    timeout_us / 1000000, timeout_us % 1000000 * 1000};
	hand_over_waiting(s);
	flush_all(s);
	int n = epoll_pwait2(s->epoll, events, CONNS, &wait, NULL);
	for (int i = 0; i < n; i++) {
		struct conn *c = events[i].data.ptr;
		if (c == NULL) {
			take_connection(s);
			continue;
		}
		if ((events[i].events & EPOLLOUT) != 0)
			flush_out(c);
		if ((events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
			read_input(c);
	}
}

void
smsc_drop(struct smsc *s)
{
	for (int i = 0; i < CONNS; i++)
		if (s->conns[i] != NULL)
			end_connection(s, i);
}

/* -- life ------------------------------------------------------------------ */

static int
listen_on(struct smsc *s, int port, struct err *err)
{
	struct sockaddr_in at = {
	    .sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	socklen_t octets = sizeof(at);
	int one = 1;
	s->listener =
	    socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	setsockopt(s->listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
	if (s->listener < 0 ||
	    bind(s->listener, (struct sockaddr *)&at, sizeof(at)) < 0 ||
	    listen(s->listener, CONNS) < 0 ||
	    getsockname(s->listener, (struct sockaddr *)&at, &octets) < 0)
		return err_set(err, -1, 0, "cannot listen on port %d: %s", port,
		    strerror(errno));
	s->port = ntohs(at.sin_port);
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
	return epoll_ctl(s->epoll, EPOLL_CTL_ADD, s->listener, &event);
}

struct smsc *
smsc_new(const struct smsc_config *config, struct err *err)
{
	struct smsc *s = xcalloc(1, sizeof(*s));
	s->config = *config;
	if (s->config.window < 1 || s->config.window > SLOTS)
		s->config.window = SLOTS;
	s->waiting.last = &s->waiting.first;
	s->later.last = &s->later.first;
	s->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (listen_on(s, config->port, err) < 0)
		smsc_free(&s);
	return s;
}

void
smsc_free(struct smsc **smsc)
{
	struct smsc *s = *smsc;
	if (s == NULL)
		return;
	smsc_drop(s);
	list_free(&s->waiting);
	list_free(&s->later);
	while (s->spare != NULL) {
		struct text *text = s->spare;
		s->spare = text->next;
		free(text);
	}
	if (s->listener >= 0)
		close(s->listener);
	close(s->epoll);
	free(s);
	*smsc = NULL;
}

int
smsc_port(const struct smsc *s)
{
	return s->port;
}

int
smsc_receivers(const struct smsc *s)
{
	int count = 0;
	for (int i = 0; i < CONNS; i++)
		count += s->conns[i] != NULL && s->conns[i]->receives;
	return count;
}

int
smsc_room(const struct smsc *s)
{
	int places = 0;
	for (int i = 0; i < CONNS; i++)
		if (has_room(s->conns[i]))
			places += s->config.window - s->conns[i]->in_flight;
	return places;
}

int
smsc_open(const struct smsc *s)
{
	return s->open;
}

const struct smsc_counts *
smsc_counts(const struct smsc *s)
{
	return &s->counts;
}
