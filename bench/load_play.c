#include "bench/load_play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/panic.h"

/* Near the golden section of ten million, odd and no multiple of five: buyers
 * that follow each other lie far apart, and none comes twice among a million.
 */
#define SPREAD 6180347
#define TAG_SELLER UINT64_C(1)

/* ANSWERED: only an order was played.  Its seller's question may come later,
 * when lives are played and sellers answer. */
enum stage { NOBODY, ORDERED, REPLIED, ANSWERED, ENDED };

struct buyer {
	uint32_t begun_us; /* of the run's own clock: enough for an hour */
	uint8_t stage;
};

struct load_play {
	struct load_play_config config;
	struct smsc *smsc;
	struct buyer *buyers;
	struct load_play_counts counts;
	struct latency taken, reply, life;
	int64_t started_us, measured_us, next;
	bool lives;
};

int64_t
load_play_now_us(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * INT64_C(1000000) + ts.tv_nsec / 1000;
}

/* -- what came ------------------------------------------------------------- */

static bool
holds(const struct smsc_text *text, const char *words)
{
	return memmem(text->octets, text->count, words, strlen(words)) != NULL;
}

static void
note(const struct load_play *p, const struct buyer *b, struct latency *latency)
{
	int64_t begun_us = p->started_us + b->begun_us;
	if (begun_us >= p->measured_us)
		latency_add(latency, load_play_now_us() - begun_us);
}

static void
end_buyer(struct load_play *p, struct buyer *b)
{
	b->stage = p->lives ? ENDED : ANSWERED;
	p->counts.ended++;
	note(p, b, &p->life);
}

static void
to_buyer(struct load_play *p, const struct smsc_text *text, long number)
{
	struct buyer *b = &p->buyers[number];
	bool got = holds(text, "GOT #"), last = !p->lives || got;
	if (b->stage == NOBODY) {
		p->counts.unasked++;
		return;
	}
	if (b->stage == ANSWERED && got) {
		b->stage = ENDED;
		return;
	}
	if (b->stage >= ANSWERED || (b->stage == REPLIED && !last)) {
		p->counts.doubled++;
		return;
	}
	if (b->stage == ORDERED) {
		p->counts.replied++;
		note(p, b, &p->reply);
		b->stage = REPLIED;
	}
	if (last)
		end_buyer(p, b);
}

/* "… 1 YES 2 NO 3 SOME #K7F": the code behind the last number sign. */
static void
to_seller(struct load_play *p, const struct smsc_text *text)
{
	const uint8_t *sign = memrchr(text->octets, '#', text->count);
	char words[24];
	if (!holds(text, "1 YES") || sign == NULL) {
		p->counts.told++;
		return;
	}
	p->counts.proposals++;
	if (!p->lives)
		return;
	snprintf(words, sizeof(words), "yes %.*s",
	    (int)(text->octets + text->count - sign - 1 > 6
		      ? 6
		      : text->octets + text->count - sign - 1),
	    (const char *)sign + 1);
	words[4 + strcspn(words + 4, " .,:;!\n")] = '\0';
	smsc_deliver(p->smsc, text->to, text->from, words, TAG_SELLER);
}

static void
on_text(void *arg, const struct smsc_text *text)
{
	struct load_play *p = arg;
	const char *to = text->to[0] == '+' ? text->to + 1 : text->to;
	long number = strlen(to) == 12 ? strtol(to + 5, NULL, 10) : -1;
	if (text->part > 1)
		p->counts.other++;
	else if (number >= 0 && strncmp(to, "25471", 5) == 0)
		to_buyer(p, text, number);
	else if (number >= 0 && strncmp(to, "25472", 5) == 0)
		to_seller(p, text);
	else
		p->counts.unasked++;
}

static void
on_taken(void *arg, uint64_t tag)
{
	struct load_play *p = arg;
	if (tag == TAG_SELLER)
		return;
	p->counts.taken++;
	note(p, &p->buyers[tag >> 1], &p->taken);
}

/* -- what goes ------------------------------------------------------------- */

static int64_t
next_buyer(struct load_play *p)
{
	int64_t place = p->config.first_buyer + p->next++;
	return p->config.people > 0
		   ? place % p->config.people * SPREAD % p->config.people
		   : place % LOAD_PLAY_BUYERS;
}

void
load_play_begin(struct load_play *p, int64_t planned_us)
{
	char from[32], words[32];
	int64_t number = next_buyer(p);
	struct buyer *b = &p->buyers[number];
	b->stage = ORDERED;
	b->begun_us = (uint32_t)(planned_us - p->started_us);
	p->counts.begun++;
	snprintf(from, sizeof(from), "25471%07lld", (long long)number);
	snprintf(words, sizeof(words), "want %dkg %.16s",
	    (int)(p->counts.begun % 9 + 1), p->config.goods);
	smsc_deliver(
	    p->smsc, from, p->config.number, words, (uint64_t)number << 1);
}

int64_t
load_play_open(const struct load_play *p)
{
	return p->counts.begun - p->counts.ended;
}

/* -- life ------------------------------------------------------------------ */

void
load_play_measure(struct load_play *p)
{
	latency_clear(&p->taken);
	latency_clear(&p->reply);
	latency_clear(&p->life);
	p->measured_us = load_play_now_us();
}

void
load_play_orders(struct load_play *p)
{
	p->lives = false;
	load_play_measure(p);
}

void
load_play_lives(struct load_play *p)
{
	p->lives = true;
	load_play_measure(p);
}

void
load_play_turn(struct load_play *p, int64_t timeout_us)
{
	smsc_turn(p->smsc, timeout_us);
}

struct load_play *
load_play_new(const struct load_play_config *config, struct err *err)
{
	struct load_play *p = xcalloc(1, sizeof(*p));
	struct smsc_config centre = {
	    .port = config->port,
	    .window = config->window,
	    .receipts = config->receipts,
	    .throttle_every = config->throttle_every,
	    .on_text = on_text,
	    .on_taken = on_taken,
	    .arg = p,
	};
	PANIC_UNLESS(config->people <= LOAD_PLAY_BUYERS);
	p->config = *config;
	p->started_us = load_play_now_us();
	p->buyers = xcalloc(LOAD_PLAY_BUYERS, sizeof(struct buyer));
	p->smsc = smsc_new(&centre, err);
	if (p->smsc == NULL)
		load_play_free(&p);
	return p;
}

void
load_play_free(struct load_play **play)
{
	struct load_play *p = *play;
	if (p == NULL)
		return;
	smsc_free(&p->smsc);
	free(p->buyers);
	free(p);
	*play = NULL;
}

struct smsc *
load_play_smsc(struct load_play *p)
{
	return p->smsc;
}

const struct load_play_counts *
load_play_counts(const struct load_play *p)
{
	return &p->counts;
}

const struct latency *
load_play_taken(const struct load_play *p)
{
	return &p->taken;
}

const struct latency *
load_play_reply(const struct load_play *p)
{
	return &p->reply;
}

const struct latency *
load_play_life(const struct load_play *p)
{
	return &p->life;
}
