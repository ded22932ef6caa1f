#include "handlers/robot_look.h"

#include <inttypes.h>

#include "base/log.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_robot.h"

#include "handlers/command.h"
#include "handlers/letter.h"
#include "handlers/officer.h"
#include "handlers/person.h"
#include "handlers/robot.h"

#define ROWS 40
/* Nobody writes that much around HELP, and robots do. */
#define SENTENCE_LETTERS 24
#define FORGET_MS (INT64_C(7) * 24 * 3600 * 1000)

/* -- is there anything in it? ---------------------------------------------- */

enum use {
	USE_NONE, /* nothing to act on */
	USE_ASKED, /* only as an answer, or about an open order */
	USE_SHORT, /* a keyword; in a sentence it stands by chance */
	USE_PLAIN,
};

static enum use
use_of(enum intent_kind kind)
{
	static const struct {
		enum intent_kind kind;
		enum use use;
	} rows[] = {
	    {INTENT_NONE, USE_NONE},
	    {INTENT_GREETING, USE_NONE},
	    {INTENT_AMBIGUOUS, USE_ASKED},
	    {INTENT_DIGIT, USE_ASKED},
	    {INTENT_CODE_ONLY, USE_ASKED},
	    {INTENT_ACCEPT, USE_ASKED},
	    {INTENT_REJECT, USE_ASKED},
	    {INTENT_PARTIAL, USE_ASKED},
	    {INTENT_COUNTER, USE_ASKED},
	    {INTENT_CANCEL, USE_ASKED},
	    {INTENT_CHANGE, USE_ASKED},
	    {INTENT_DONE, USE_ASKED},
	    {INTENT_GOT, USE_ASKED},
	    {INTENT_PAID, USE_ASKED},
	    {INTENT_NOSHOW, USE_ASKED},
	    {INTENT_PROBLEM, USE_ASKED},
	    {INTENT_STATUS, USE_SHORT},
	    {INTENT_HELP, USE_SHORT},
	    {INTENT_START, USE_SHORT},
	    {INTENT_LANGUAGE, USE_SHORT},
	    {INTENT_MY, USE_SHORT},
	    {INTENT_INCOME, USE_SHORT},
	    {INTENT_TURN, USE_SHORT},
	    {INTENT_PRICE_QUERY, USE_SHORT},
	    {INTENT_FEEDBACK, USE_SHORT},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].kind == kind)
			return rows[i].use;
	return USE_PLAIN;
}

bool
robot_is_idle(const struct intent *intent, const struct robot_facts *f)
{
	bool sentence = f->letters >= SENTENCE_LETTERS;

	/* Whoever wants no more texts is heard, however they say it. */
	if (intent->kind == INTENT_STOP)
		return false;
	if (f->torn || (f->stopped && intent->kind != INTENT_START))
		return true;
	/* Receipts come one after the other; "Credit is low" is a sentence. */
	if ((f->command || f->thanks) && !sentence)
		return false;
	switch (use_of(intent->kind)) {
	case USE_NONE:
		return true;
	case USE_ASKED:
		/* Goods or an amount are half an order: "want tomatoes". */
		return (f->open == 0 && !f->asked &&
			   intent->items_count == 0) ||
		       (intent->ask && sentence);
	case USE_SHORT:
		return sentence;
	case USE_PLAIN:
		return intent->ask && sentence;
	}
	return false;
}

/* -- the texts before it --------------------------------------------------- */

struct looking {
	struct store *store;
	int64_t since_ms;
	int64_t newest_id;
	const struct robot_print *newest; /* its words, read already */
	struct robot_text texts[ROBOT_TEXTS];
	int64_t in_ms[ROBOT_TEXTS];
	bool known[ROBOT_TEXTS]; /* prompt or not */
	size_t count;
};

/* One of ours: the last before those that lie above it. */
static void
look_out(struct looking *l, const struct message *m)
{
	for (size_t i = 0; i < l->count; i++) {
		if (l->known[i] || m->first_ms == 0 ||
		    m->first_ms > l->in_ms[i])
			continue;
		l->known[i] = true;
		l->texts[i].prompt =
		    l->in_ms[i] - m->first_ms <= ROBOT_PROMPT_MS;
	}
}

static bool
read_print(
    struct robot_print *out, const struct looking *l, const struct message *m)
{
	struct message whole;

	if (m->id == l->newest_id) {
		*out = *l->newest;
		return true;
	}
	if (!store_message_get(l->store, m->id, &whole))
		return false;
	robot_print(out, str_from(whole.text));
	return true;
}

/* Stops as soon as the newest text cannot be a robot's. */
static bool
look(void *arg, const struct message *m)
{
	struct looking *l = arg;
	size_t n = l->count;

	if (m->time_ms < l->since_ms)
		return false;
	if (m->out) {
		look_out(l, m);
		return n == 0 || !l->known[0] || l->texts[0].prompt;
	}
	if (m->state != MESSAGE_RECEIVED)
		return true;
	if (n == ROBOT_TEXTS)
		return false;
	if (!read_print(&l->texts[n].print, l, m))
		return false;
	l->texts[n].idle = m->idle;
	l->in_ms[n] = m->time_ms;
	l->count++;
	return true;
}

static void
look_back(
    struct looking *l, const struct desk *desk, const struct robot_text *newest)
{
	*l = (struct looking){.store = desk->store,
	    .since_ms = desk->now_ms - ROBOT_LOOK_MS,
	    .newest_id = desk->text->message_id,
	    .newest = &newest->print};
	store_message_heads(desk->store, desk->text->phone_id, ROWS, look, l);
	if (l->count > 0)
		l->texts[0].idle = newest->idle;
}

/* -- what follows ---------------------------------------------------------- */

static void
tell_officer(struct desk *desk)
{
	int64_t officer = officer_for(desk, desk->from.area_id);
	struct letter_about about = {.class_ = MESSAGE_NOTICE};
	struct letter letter;
	char name[64], text[81];

	if (officer == 0 || officer == desk->from.id)
		return;
	letter_to(&letter, desk, officer, 0);
	letter_name(name, &desk->from);
	str_copy(text, sizeof(text), desk->text->text);
	letter_send(&letter, PHRASE_ROBOT_OFFICER,
	    &(struct words){
		.name = name, .phone = desk->from.number, .text = text},
	    &about);
}

static void catch (struct desk *desk, const struct robot *before)
{
	bool lately = before->caught_ms + FORGET_MS > desk->now_ms;
	struct robot robot = {.caught_ms = desk->now_ms,
	    .times = lately ? before->times + 1 : 1,
	    .message_id = desk->cause_id};
	char masked[PARTY_OCTETS];

	robot.until_ms = desk->now_ms + robot_pause_ms(robot.times);
	store_robot_put(desk->store, desk->text->phone_id, &robot);
	log_event(LOG_WARN, "trade", "robot",
	    "msg=%" PRId64 " phone=%s times=%" PRId64, desk->cause_id,
	    log_phone(masked, sizeof(masked), desk->from.number), robot.times);
	if (robot.times == 1 &&
	    (desk->from.roles != 0 || desk->from.got_count > 0))
		tell_officer(desk);
}

bool
robot_silences(struct desk *desk, const struct book *book, bool asked)
{
	struct robot_text newest = {.prompt = true};
	robot_print(&newest.print, desk->text->text);
	struct robot_facts facts = {.asked = asked,
	    .torn = desk->text->incomplete,
	    .thanks =
		desk->intent.kind == INTENT_NONE && person_is_thanks(desk),
	    .command = command_is(desk) || desk->pack.alone,
	    .stopped = desk->from.stopped_ms != 0,
	    .open = book->count,
	    .letters = newest.print.length};
	struct looking l;
	struct robot robot;

	if (desk->intent.kind == INTENT_STOP)
		return false;
	newest.idle = robot_is_idle(&desk->intent, &facts);
	if (newest.idle)
		store_message_set_idle(desk->store, desk->cause_id);
	if (!robot_may(&newest))
		return false;
	look_back(&l, desk, &newest);
	if (l.count == 0 || !l.texts[0].prompt)
		return false;
	store_robot_get(desk->store, desk->text->phone_id, &robot);
	if (robot.until_ms > desk->now_ms)
		return robot_is_mute(l.texts, l.count);
	if (!robot_judge(l.texts, l.count))
		return false;
	catch (desk, &robot);
	return true;
}
