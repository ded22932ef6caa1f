#include "tests/model/step.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/store_person.h"

#define MINUTE_MS INT64_C(60000)

/* {c} a code they were told, {n} a small figure, {g} goods, {p} a price. */
struct saying {
	enum step_act act;
	const char *words;
	int weight;
	bool plain;
	bool seller; /* mostly said by sellers */
};

static const struct saying sayings[] = {
    {STEP_ORDER, "{n} kg {g}", 30, false, false},
    {STEP_ORDER, "want {n}kg {g} n {n} kg {g}", 8, false, false},
    {STEP_ORDER, "pls send {n} kilos of {g} for friday", 5, false, false},
    {STEP_ORDER, "nataka kilo {n} za {g}", 4, false, false},
    {STEP_ORDER, "{n} kg {g} max {p}", 4, false, false},
    {STEP_ORDER, "again", 2, false, false},
    {STEP_ORDER, "{g}", 1, false, false},
    {STEP_CHANGE, "make it {n}", 4, false, false},
    {STEP_CHANGE, "make it {n} kg {g} #{c}", 2, false, false},
    {STEP_CHANGE, "add {n} kg {g}", 2, false, false},
    {STEP_CHANGE, "no {g}", 1, false, false},
    {STEP_CANCEL, "CANCEL #{c}", 6, true, false},
    {STEP_CANCEL, "cancel", 3, false, false},
    {STEP_CANCEL, "cancel all", 1, false, false},
    {STEP_YES, "YES #{c}", 18, true, true},
    {STEP_YES, "yes {c}", 6, true, true},
    {STEP_YES, "yes", 12, false, true},
    {STEP_YES, "ok", 4, false, true},
    {STEP_NO, "NO #{c}", 6, true, true},
    {STEP_NO, "no", 4, false, true},
    {STEP_PART, "only {n}", 6, false, true},
    {STEP_PART, "ONLY {n} #{c}", 4, false, true},
    {STEP_PART, "3", 1, false, true},
    {STEP_COUNTER, "{p}/kg", 3, false, true},
    {STEP_COUNTER, "{p}/kg #{c}", 2, false, true},
    {STEP_DONE, "DONE #{c}", 12, true, true},
    {STEP_DONE, "done", 3, false, true},
    {STEP_DONE, "DONE #{c} {n} kg", 2, false, true},
    {STEP_GOT, "GOT #{c}", 10, true, false},
    {STEP_GOT, "got", 3, false, false},
    {STEP_GOT, "GOT #{c} {n} kg", 2, false, false},
    {STEP_PAID, "PAID #{c} {p}", 4, false, true},
    {STEP_NOSHOW, "NOSHOW #{c}", 2, true, true},
    {STEP_PROBLEM, "PROBLEM #{c} half was rotten", 3, true, false},
    {STEP_STOP, "STOP", 1, true, false},
    {STEP_START, "START", 4, true, false},
    {STEP_SELL, "SELL {g} {n}kg {p}/kg", 6, false, true},
    {STEP_SELL, "STOCK {g} {n}kg", 5, false, true},
    {STEP_SELL, "PRICE {g} {p}", 3, false, true},
    {STEP_SELL, "SOLD OUT {g}", 1, false, true},
    {STEP_DIGIT, "1", 16, false, true},
    {STEP_DIGIT, "2", 4, false, true},
    {STEP_DIGIT, "4", 1, false, false},
    {STEP_DIGIT, "ok 1", 3, false, true},
    {STEP_DIGIT, "ok 2", 1, false, true},
    {STEP_ASK, "STATUS", 4, false, false},
    {STEP_ASK, "HELP", 1, false, false},
    {STEP_ASK, "MY", 1, false, true},
    {STEP_ASK, "INCOME", 1, false, true},
    {STEP_ASK, "TURN {g}", 1, false, true},
    {STEP_ASK, "how much is {g}", 1, false, false},
    {STEP_ASK, "{c}", 1, false, false},
    {STEP_ASK, "WHY #{c}", 2, false, false},
    {STEP_ASK, "FOLLOW {g}", 1, false, false},
    {STEP_ASK, "UNFOLLOW {g}", 1, false, false},
    {STEP_ASK, "FEEDBACK the scale is wrong", 1, false, false},
    {STEP_SALE, "SALE {g} {n}kg {p} 2h", 2, false, true},
    {STEP_SALE, "SALE END", 1, false, true},
    {STEP_ORDER, "{n} kg {g} sale", 5, false, false},
    {STEP_POOL, "HOUSEHOLD Ann", 1, false, true},
    {STEP_POOL, "HOUSEHOLD Bob", 1, false, true},
    {STEP_POOL, "TOOK Ann {n}kg {g} A 20/kg", 2, false, true},
    {STEP_POOL, "TOOK Bob {n}kg {g} B commission 10%", 2, false, true},
    {STEP_POOL, "UNTOOK Ann", 1, false, true},
    {STEP_POOL, "SPLIT #{c}", 1, false, true},
    {STEP_POOL, "GIVE #{c} 1 {n}kg", 1, false, true},
    {STEP_NOISE, "good morning, how is the family", 2, false, false},
    {STEP_NOISE, "the rain was good this week", 1, false, false},
    {STEP_NOISE, "asante sana", 1, false, false},
    {STEP_NOISE, "\xf0\x9f\x98\x80", 1, false, false},
};

#define SAYINGS (sizeof(sayings) / sizeof(sayings[0]))

static const struct saying *
draw_saying(struct world *w)
{
	int all = 0;

	for (size_t i = 0; i < SAYINGS; i++)
		all += sayings[i].weight;
	int left = (int)world_random(w, (uint32_t)all);
	for (size_t i = 0; i < SAYINGS; i++) {
		left -= sayings[i].weight;
		if (left < 0)
			return &sayings[i];
	}
	return &sayings[0];
}

/* Whoever says it: mostly one of whom it makes sense, sometimes anybody. */
static struct world_person *
draw_person(struct world *w, bool seller)
{
	uint32_t nth = world_random(w, WORLD_PEOPLE);

	if (seller && world_random(w, 10) != 0)
		nth = world_random(w, 12);
	return &w->people[nth];
}

/* Mostly what the newest of our texts named; sometimes somebody else's. */
static const char *
draw_code(struct world *w, struct world_person *p)
{
	uint32_t luck = world_random(w, 20);

	if (luck == 0)
		p = &w->people[world_random(w, WORLD_PEOPLE)];
	if (luck < 12 || p->codes[1][0] == 0)
		return p->codes[0];
	return p->codes[world_random(w, WORLD_CODES)];
}

static size_t
add_word(char *dst, size_t room, struct world *w, struct step *step, char what)
{
	static const char *const goods[] = {
	    "tomato", "maize", "onion", "potato"};

	switch (what) {
	case 'c':
		return (size_t)snprintf(dst, room, "%s", step->code);
	case 'n':
		return (size_t)snprintf(
		    dst, room, "%u", 1 + world_random(w, 30));
	case 'p':
		return (size_t)snprintf(
		    dst, room, "%u", 20 + world_random(w, 40));
	default:
		return (size_t)snprintf(
		    dst, room, "%s", goods[world_random(w, 4)]);
	}
}

static void
write_text(struct step *step, struct world *w, const char *words)
{
	size_t n = 0;

	for (const char *at = words; *at != 0 && n + 16 < sizeof(step->text);)
		if (at[0] == '{') {
			n += add_word(step->text + n, sizeof(step->text) - n, w,
			    step, at[1]);
			at += 3;
		} else {
			step->text[n++] = *at++;
		}
	step->text[n] = 0;
}

/* Mostly minutes, now and then a night or a day. */
static void
draw_wait(struct step *step, struct world *w)
{
	uint32_t luck = world_random(w, 40);

	step->act = STEP_WAIT;
	step->wait_ms = luck == 0   ? 1440 * MINUTE_MS
			: luck < 4  ? 600 * MINUTE_MS
			: luck < 14 ? 65 * MINUTE_MS
				    : (1 + world_random(w, 10)) * MINUTE_MS;
}

/* What texts are not: an outage, a phone without power, an admin. */
static bool
draw_event(struct step *step, struct world *w)
{
	uint32_t luck = world_random(w, 300);

	if (luck > 8)
		return false;
	step->who = draw_person(w, luck > 4);
	if (luck == 0) {
		step->act = STEP_OUTAGE;
		step->who = NULL;
		step->wait_ms = (1 + world_random(w, 10)) * 60 * MINUTE_MS;
	} else if (luck <= 4) {
		step->act = STEP_PHONE;
		step->who->off = !step->who->off && luck < 3;
	} else {
		step->act = STEP_ADMIN;
		step->admin_act = (int)world_random(w, 5);
		str_copy(step->code, sizeof(step->code),
		    str_from(draw_code(w, step->who)));
	}
	return true;
}

bool
step_is_text(const struct step *step)
{
	return step->act != STEP_WAIT && step->act < STEP_OUTAGE;
}

void
step_draw(struct step *step, struct world *w)
{
	const struct saying *s;

	memset(step, 0, sizeof(*step));
	if (world_random(w, 8) == 0) {
		draw_wait(step, w);
		return;
	}
	if (draw_event(step, w))
		return;
	s = draw_saying(w);
	step->act = s->act;
	step->who = draw_person(w, s->seller);
	if (strstr(s->words, "{c}") != NULL) {
		str_copy(step->code, sizeof(step->code),
		    str_from(draw_code(w, step->who)));
		if (step->code[0] == 0)
			str_copy(step->code, sizeof(step->code), STR("K7F"));
	}
	step->plain = s->plain;
	write_text(step, w, s->words);
}

const char *
step_name(enum step_act act)
{
	static const char *const names[] = {"wait", "order", "change", "cancel",
	    "yes", "no", "part", "counter", "done", "got", "paid", "noshow",
	    "problem", "stop", "start", "sell", "digit", "ask", "noise", "sale",
	    "pool", "outage", "phone", "admin"};

	return names[act];
}
