/* How many texts an admin gets of what is wrong. */
#include "gateway/queue/alarm_tell.h"

#include "tests/gateway/queue_world.h"

#define SECOND INT64_C(1000)
#define MINUTE (60 * SECOND)

struct watch {
	struct world *w;
	struct alarms alarms;
	int64_t mono_ms;
};

static void
watch_begin(struct watch *watch, struct world *w)
{
	*watch = (struct watch){.w = w, .mono_ms = MINUTE};
	alarms_init(&watch->alarms);
	watch->alarms.queue_patience_ms = INT64_MAX; /* nothing is sent here */
	begin(w);
	str_copy(w->market.admin_phone, sizeof(w->market.admin_phone),
	    STR("+254711000099"));
	phone(w, 99);
	commit(w);
}

static void
pass(struct watch *watch, int64_t ms)
{
	struct world *w = watch->w;
	for (int64_t end = watch->mono_ms + ms; watch->mono_ms < end;
	     watch->mono_ms += 5 * SECOND) {
		begin(w);
		alarms_look(
		    &watch->alarms, &w->turn, w->links, LINKS, watch->mono_ms);
		commit(w);
		alarm_tell_ended(&watch->alarms, true);
		w->turn.now_ms += 5 * SECOND;
	}
}

static int
texts(const struct watch *watch)
{
	return (int)store_message_newest(watch->w->store);
}

static void
a_loose_plug_is_told_of_twice_an_hour(void **state)
{
	struct watch watch;
	watch_begin(&watch, *state);
	struct link *plug = watch.w->links[0];
	for (int i = 0; i < 40; i++) {
		plug->state = LINK_DOWN;
		pass(&watch, 70 * SECOND);
		plug->state = LINK_UP;
		pass(&watch, 20 * SECOND);
	}
	assert_int_equal(texts(&watch), 2);
}

static void
what_was_kept_back_is_told_if_it_stays(void **state)
{
	struct watch watch;
	watch_begin(&watch, *state);
	struct link *plug = watch.w->links[0];
	plug->state = LINK_DOWN;
	pass(&watch, 2 * MINUTE);
	plug->state = LINK_UP;
	pass(&watch, MINUTE);
	plug->state = LINK_DOWN;
	pass(&watch, 2 * MINUTE);
	assert_int_equal(texts(&watch), 1);
	pass(&watch, 30 * MINUTE);
	assert_int_equal(texts(&watch), 2);
	/* One that goes on and on is told of once. */
	pass(&watch, 5 * 60 * MINUTE);
	assert_int_equal(texts(&watch), 2);
}

/* All at once: of links some now, the others an hour later. */
static void
an_hour_has_so_many_texts_of_links(void **state)
{
	static const char *const causes[LINKS] = {"no credit", "barred", "x"};
	struct watch watch;
	watch_begin(&watch, *state);
	for (size_t i = 0; i < LINKS; i++) {
		struct link *link = watch.w->links[i];
		link->state = LINK_DOWN;
		link->credit.low = link->credit.unread = true;
		str_copy(
		    link->trouble, sizeof(link->trouble), str_from(causes[i]));
	}
	alarms_say(&watch.alarms, ALARM_BACKUP_OLD, "stick");
	alarms_say(&watch.alarms, ALARM_WEBHOOK, "shop");
	pass(&watch, 10 * MINUTE);
	assert_int_equal(texts(&watch), ALARM_TELL_HOUR + 2);
	pass(&watch, 60 * MINUTE);
	assert_int_equal(texts(&watch), 4 * LINKS + 2);
}

#define STORY(name)                                                            \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(a_loose_plug_is_told_of_twice_an_hour),
	    STORY(what_was_kept_back_is_told_if_it_stays),
	    STORY(an_hour_has_so_many_texts_of_links),
	};
	world_quiet();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
