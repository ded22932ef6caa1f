/* STOP, in every language that we write, at once, whatever else is open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#include "tests/scenario/story_stage.h"

#define WANJIKU "+254711000001"
#define AKINYI "+254722000001"

struct waits {
	int waiting;
};

static bool
count(void *arg, const struct message *m)
{
	struct waits *w = arg;

	if (m->out && m->state == MESSAGE_QUEUED)
		w->waiting++;
	return true;
}

/* What is between us when they say it. */
enum between {
	NOTHING,
	A_PROPOSAL, /* which has not left yet */
	A_QUESTION, /* of ours */
	A_LIST, /* of several that wait for them */
	A_SHARED_PHONE, /* of a household */
	LONG_SILENCE, /* is this still you? */
	BETWEENS,
};

static const char *const between_names[] = {"nothing", "a proposal",
    "a question", "a list", "a shared phone", "a long silence"};

static void
prepare(struct story *s, enum between between)
{
	switch (between) {
	case NOTHING:
	case BETWEENS:
		break;
	case A_PROPOSAL:
		story_text(s, "Wanjiku", "10 kg tomato");
		break;
	case A_QUESTION:
		story_text(s, "Akinyi", "sell mangoes");
		break;
	case A_LIST:
		story_text(s, "Wanjiku", "10 kg tomato");
		story_text(s, "Njeri", "5 kg tomato");
		story_text(s, "Akinyi", "yes");
		break;
	case A_SHARED_PHONE:
		story_text(s, "Wanjiku", "10 kg tomato");
		break;
	case LONG_SILENCE:
		story_market(s)->recycle_after_ms = 100 * 24 * HOURS;
		story_wait(s, 101 * 24 * HOURS);
		story_text(s, "Akinyi", "MY");
		break;
	}
}

static bool
is_stopped(struct story *s, const char *number)
{
	int64_t phone_id, person_id;
	struct person person;
	bool stopped;

	store_begin(s->store);
	stopped = store_phone_find(s->store, number, &phone_id, &person_id) &&
		  store_person_get(s->store, person_id, &person) &&
		  person.stopped_ms != 0;
	story_commit(s);
	return stopped;
}

/* Everything that waited for that phone is withdrawn; the goodbye waits. */
static int
waiting_for(struct story *s, const char *number)
{
	int64_t phone_id = 0, person_id;
	struct waits w = {0};

	store_begin(s->store);
	(void)store_phone_find(s->store, number, &phone_id, &person_id);
	store_message_chain(s->store, phone_id, 64, count, &w);
	story_commit(s);
	return w.waiting;
}

static struct story *
market(enum between between)
{
	struct story *s = story_begin(NULL);

	story_person(s, "Wanjiku", WANJIKU, "", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "", "Ugunja");
	story_person(s, "Akinyi", AKINYI, "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 5000, 40);
	if (between == A_SHARED_PHONE)
		story_share(s, "Faith", "Akinyi", "seller", "Yala");
	return s;
}

static void
one(struct story *s, const char *word, enum between between)
{
	bool stopped;
	int waiting;

	if (between == A_PROPOSAL || between == A_SHARED_PHONE)
		story_link_down(s, true);
	prepare(s, between);
	if (between == A_PROPOSAL || between == A_SHARED_PHONE)
		assert_int_equal(waiting_for(s, AKINYI), 1);
	story_link_down(s, true);
	story_text(s, "Akinyi", word);
	stopped = is_stopped(s, AKINYI);
	waiting = waiting_for(s, AKINYI);
	if (!stopped || waiting != 1)
		print_error("\"%s\" with %s between us: stopped %d, "
			    "%d texts wait\n",
		    word, between_names[between], stopped, waiting);
	assert_true(stopped);
	assert_int_equal(waiting, 1);
	story_link_down(s, false);
	story_text(s, "Akinyi", "START");
	assert_false(is_stopped(s, AKINYI));
}

static void
in_every_language(void **state)
{
	static const char *const words[] = {
	    "STOP", "unsubscribe", "simamisha", /* sw */
	    "sitaki ujumbe", "ARRET", /* fr */
	    "je veux me désabonner", "BAJA", /* es */
	    "no quiero más mensajes", "SAIR", /* pt */
	    "não quero mais mensagens", "berhenti", /* id */
	    "unreg", "band karo", /* hi-Latn */
	    "बंद करो", /* hi */
	    "sms bondho koren", /* bn-Latn */
	    "বন্ধ করুন", /* bn */
	    "توقف", /* ar */
	    "وقف الرسائل", "አቁም", /* am */
	    "መልእክት አትላኩ", "退订", /* zh */
	    "不要再发短信了", "tuiding", /* zh-Latn */
	};

	(void)state;
	for (int between = 0; between < BETWEENS; between++) {
		struct story *s = market((enum between)between);

		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			one(s, words[i], (enum between)between);
		story_end(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(in_every_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
