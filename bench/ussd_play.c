#include "bench/ussd_play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/panic.h"
#include "bench/ussd_line.h"

#define TURNS_MAX 14
#define TOLD_MAX 5 /* odd screens on stderr */
#define TEXT_OCTETS 64

/* What is done at a screen: the first row whose words it holds, with the first
 * option of those words, or what is typed. */
static const struct step {
	const char *screen, *option, *typed;
} steps[] = {
    {"", "english", NULL},
    {"", "yes", NULL},
    {"", "buy", NULL},
    {"", "%goods", NULL},
    {"how much", NULL, "%figure"},
    {"how many", NULL, "%figure"},
    {"where", NULL, "Siaya"},
    {"", "kg", NULL},
    {"", "start again", NULL},
};

enum stage { FREE, WAITS, ASKED };

struct place {
	int64_t planned_us;
	uint32_t number;
	uint8_t stage, turns;
	char text[TEXT_OCTETS]; /* all answers so far */
};

struct ussd_play {
	struct ussd_play_config config;
	struct ussd_line *line;
	struct place *places;
	/* Rings of places: those that wait for their turn, and those whose turn
	 * waits for a connection. */
	uint32_t *ready, *pending;
	uint32_t count, ready_at, ready_count, pending_at, pending_count;
	int64_t next;
	uint32_t run; /* in the names of its sessions */
	uint64_t random;
	int told;
	struct ussd_play_counts counts;
	struct latency latency;
};

int64_t
ussd_play_now_us(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * INT64_C(1000000) + ts.tv_nsec / 1000;
}

/* -- rings ----------------------------------------------------------------- */

static void
push(struct ussd_play *p, uint32_t *ring, uint32_t at, uint32_t *count,
    uint32_t place)
{
	ring[(at + (*count)++) % p->count] = place;
}

static uint32_t
pop(struct ussd_play *p, const uint32_t *ring, uint32_t *at, uint32_t *count)
{
	uint32_t place = ring[*at];
	*at = (*at + 1) % p->count;
	(*count)--;
	return place;
}

/* -- what goes ------------------------------------------------------------- */

static bool
send_turn(struct ussd_play *p, uint32_t index)
{
	struct place *at = &p->places[index];
	char request[USSD_WIRE_ASK_OCTETS], session[32], phone[32];
	snprintf(session, sizeof(session), "ATUid_%d_%u_%u", (int)getpid(),
	    p->run, at->number);
	snprintf(phone, sizeof(phone), "+25471%07u", at->number);
	const struct ussd_ask ask = {
	    .path = p->config.path,
	    .session = session,
	    .phone = phone,
	    .code = p->config.code,
	    .text = at->text,
	};
	size_t octets = ussd_wire_ask(request, &ask);
	return ussd_line_send(p->line, request, octets, index);
}

static void
send_pending(struct ussd_play *p)
{
	while (p->pending_count > 0 && send_turn(p, p->pending[p->pending_at]))
		(void)pop(p, p->pending, &p->pending_at, &p->pending_count);
}

static void
begin(struct ussd_play *p, struct place *at)
{
	at->number =
	    (uint32_t)((p->config.first + p->next++) % USSD_PLAY_PHONES);
	at->turns = 0;
	at->text[0] = '\0';
	p->counts.begun++;
}

bool
ussd_play_next_below(struct ussd_play *p, int turns, int64_t planned_us)
{
	if (p->ready_count == 0 ||
	    p->places[p->ready[p->ready_at]].turns > turns)
		return false;
	uint32_t index = pop(p, p->ready, &p->ready_at, &p->ready_count);
	struct place *at = &p->places[index];
	if (at->stage == FREE)
		begin(p, at);
	at->stage = ASKED;
	at->planned_us = planned_us;
	at->turns++;
	p->counts.asked++;
	if (p->pending_count > 0 || !send_turn(p, index)) {
		p->counts.late++;
		push(p, p->pending, p->pending_at, &p->pending_count, index);
	}
	return true;
}

static uint64_t
next_random(struct ussd_play *p)
{
	uint64_t *x = &p->random;
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/* People type at their own pace: in the order of their waiting all dialogues
 * would keep step, and all orders come together. */
bool
ussd_play_next(struct ussd_play *p, int64_t planned_us)
{
	if (p->ready_count > 0) {
		uint64_t other = next_random(p) % p->ready_count;
		uint32_t *a = &p->ready[p->ready_at];
		uint32_t *b = &p->ready[(p->ready_at + other) % p->count];
		uint32_t place = *a;
		*a = *b;
		*b = place;
	}
	return ussd_play_next_below(p, TURNS_MAX, planned_us);
}

/* -- what comes ------------------------------------------------------------ */

static void
add_answer(struct place *at, const char *words)
{
	size_t octets = strlen(at->text);
	snprintf(at->text + octets, sizeof(at->text) - octets, "%s%s",
	    octets > 0 ? "*" : "", words);
}

/* False: this screen is not in the table. */
static bool
decide(struct ussd_play *p, struct place *at, const struct ussd_reply *r)
{
	char words[16];
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const struct step *s = &steps[i];
		if (!ussd_wire_holds(r->text, r->text_octets, s->screen))
			continue;
		if (s->option == NULL) {
			snprintf(words, sizeof(words), "%s", s->typed);
			if (strcmp(s->typed, "%figure") == 0)
				snprintf(words, sizeof(words), "%u",
				    at->number % 9 + 1);
		} else if (!ussd_wire_option(words, r->text, r->text_octets,
			       strcmp(s->option, "%goods") == 0
				   ? p->config.goods
				   : s->option)) {
			continue;
		}
		add_answer(at, words);
		return true;
	}
	return false;
}

static void
count_odd(
    struct ussd_play *p, const struct place *at, const struct ussd_reply *r)
{
	p->counts.odd++;
	if (p->told++ >= TOLD_MAX)
		return;
	fprintf(stderr, "ussd_play: +25471%07u, turn %d, \"%s\": ", at->number,
	    at->turns, at->text);
	if (r == NULL)
		fprintf(stderr, "closed without an answer\n");
	else
		fprintf(stderr, "%d %s %.*s\n", r->status,
		    r->go_on ? "CON" : "END", (int)r->text_octets, r->text);
}

static void
on_reply(void *arg, uint32_t tag, const struct ussd_reply *r)
{
	struct ussd_play *p = arg;
	struct place *at = tag < p->count ? &p->places[tag] : NULL;
	if (at == NULL || at->stage != ASKED)
		return;
	p->counts.answered++;
	latency_add(&p->latency, ussd_play_now_us() - at->planned_us);
	at->stage = FREE;
	if (r == NULL || !r->screen)
		count_odd(p, at, r);
	else if (!r->go_on && memchr(r->text, '#', r->text_octets) != NULL)
		p->counts.orders++;
	else if (!r->go_on || at->turns >= TURNS_MAX || !decide(p, at, r))
		count_odd(p, at, r);
	else
		at->stage = WAITS;
	if (at->stage == FREE)
		at->turns = 0;
	push(p, p->ready, p->ready_at, &p->ready_count, tag);
}

/* -- life ------------------------------------------------------------------ */

void
ussd_play_places(struct ussd_play *p, uint32_t places)
{
	PANIC_UNLESS(ussd_line_busy(p->line) == 0);
	free(p->places);
	free(p->ready);
	free(p->pending);
	p->places = xcalloc(places, sizeof(*p->places));
	p->ready = xcalloc(places, sizeof(*p->ready));
	p->pending = xcalloc(places, sizeof(*p->pending));
	p->count = places;
	p->ready_at = p->ready_count = p->pending_at = p->pending_count = 0;
	p->run++;
	for (uint32_t i = 0; i < places; i++)
		push(p, p->ready, p->ready_at, &p->ready_count, i);
}

int64_t
ussd_play_open(const struct ussd_play *p)
{
	return p->counts.asked - p->counts.answered;
}

void
ussd_play_turn(struct ussd_play *p, int64_t timeout_us)
{
	ussd_line_turn(p->line, timeout_us);
	send_pending(p);
}

void
ussd_play_measure(struct ussd_play *p)
{
	latency_clear(&p->latency);
}

struct ussd_play *
ussd_play_new(const struct ussd_play_config *config, struct err *err)
{
	struct ussd_play *p = xcalloc(1, sizeof(*p));
	p->config = *config;
	p->random = UINT64_C(88172645463325252);
	p->line =
	    ussd_line_new(config->port, config->connections, on_reply, p, err);
	if (p->line == NULL)
		ussd_play_free(&p);
	return p;
}

void
ussd_play_free(struct ussd_play **play)
{
	struct ussd_play *p = *play;
	if (p == NULL)
		return;
	ussd_line_free(&p->line);
	free(p->places);
	free(p->ready);
	free(p->pending);
	free(p);
	*play = NULL;
}

const struct ussd_play_counts *
ussd_play_counts(const struct ussd_play *p)
{
	return &p->counts;
}

const struct latency *
ussd_play_latency(const struct ussd_play *p)
{
	return &p->latency;
}
