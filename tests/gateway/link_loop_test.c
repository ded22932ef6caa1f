#include "gateway/link/link_loop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/log.h"

struct bed {
	struct loop *loop;
	struct link *link;
	struct link_sink sink;
	struct buf story;
	bool full;
	enum link_loop_ending ending;
};

static bool
on_message(void *arg, struct link *link, const struct msg_in *m)
{
	struct bed *bed = arg;
	(void)link;
	if (bed->full)
		return false;
	buf_add_format(&bed->story, "%s %s:%d \"%.*s\" ", m->from,
	    m->place.store, m->place.index, (int)m->text.octets, m->text.at);
	if (m->kind == MSG_REPORT)
		buf_add_format(&bed->story, "report %d ", (int)m->report_mr);
	return true;
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *o)
{
	struct bed *bed = arg;
	(void)link;
	buf_add_format(&bed->story, "%d %s %s mr %d ", (int)o->id,
	    outcome_name(o->outcome), refusal_name(o->refusal), (int)o->mr[0]);
}

static void
on_forgotten(void *arg, struct link *link, const struct msg_place *place)
{
	struct bed *bed = arg;
	(void)link;
	buf_add_format(&bed->story, "forgotten %d ", place->index);
}

static void
on_change(void *arg, struct link *link)
{
	(void)arg;
	(void)link;
}

static enum link_loop_ending
on_sent(void *arg, const struct msg_out *text, enum refusal *refusal, int *code)
{
	struct bed *bed = arg;
	(void)text;
	*refusal = REFUSAL_DEAD;
	*code = 1;
	return bed->ending;
}

static struct bed *
bed_new(size_t window)
{
	struct bed *bed = calloc(1, sizeof(*bed));
	assert_non_null(bed);
	bed->loop = loop_new();
	bed->story = buf_new(4096);
	bed->sink = (struct link_sink){
	    bed, on_message, on_outcome, on_forgotten, on_change, NULL};
	struct link_loop_config config = {
	    .name = "lo", .window = window, .on_sent = on_sent, .arg = bed};
	bed->link = link_loop_new(bed->loop, &config, &bed->sink);
	bed->link->ops->start(bed->link);
	return bed;
}

static void
bed_free(struct bed *bed)
{
	bed->link->ops->free(bed->link);
	loop_free(&bed->loop);
	buf_free(&bed->story);
	free(bed);
}

static void
pass(struct bed *bed)
{
	for (int i = 0; i < 3; i++)
		loop_once(bed->loop, false);
}

static void
check(struct bed *bed, const char *expected)
{
	pass(bed);
	assert_string_equal(
	    bed->story.at == NULL ? "" : bed->story.at, expected);
	buf_clear(&bed->story);
}

static void
send_one(struct bed *bed, int64_t id)
{
	struct msg_out out = {.id = id, .text = STR("hi")};
	bed->link->ops->send(bed->link, &out);
}

static void
test_in(void **state)
{
	(void)state;
	struct bed *bed = bed_new(1);
	assert_true(link_loop_text(bed->link, "+254711000001", "one"));
	assert_true(link_loop_text(bed->link, "+254711000002", "two"));
	check(bed, "+254711000001 LO:1 \"one\" +254711000002 LO:2 \"two\" ");
	assert_int_equal(link_loop_kept(bed->link), 2);
	bed->link->ops->acknowledge(bed->link, &(struct msg_place){"LO", 1});
	check(bed, "forgotten 1 ");
	assert_int_equal(link_loop_kept(bed->link), 1);
	assert_true(link_loop_report(
	    bed->link, "+254711000001", 9, MSG_REPORT_DELIVERED, 0));
	check(bed, "+254711000001 LO:3 \"\" report 9 ");
	bed_free(bed);
}

static void
test_full_sink(void **state)
{
	(void)state;
	struct bed *bed = bed_new(1);
	bed->full = true;
	link_loop_text(bed->link, "+254711000001", "one");
	link_loop_text(bed->link, "+254711000001", "two");
	check(bed, "");
	bed->full = false;
	bed->link->ops->resume(bed->link);
	check(bed, "+254711000001 LO:1 \"one\" +254711000001 LO:2 \"two\" ");
	bed_free(bed);
}

static void
test_out(void **state)
{
	(void)state;
	struct bed *bed = bed_new(2);
	assert_int_equal(bed->link->ops->room(bed->link), 2);
	send_one(bed, 1);
	assert_int_equal(bed->link->ops->room(bed->link), 1);
	check(bed, "1 accepted none mr 0 ");
	bed->ending = LINK_LOOP_REFUSE;
	send_one(bed, 2);
	check(bed, "2 refused dead mr -1 ");
	bed->ending = LINK_LOOP_UNKNOWN;
	send_one(bed, 3);
	check(bed, "3 unknown none mr -1 ");
	bed->ending = LINK_LOOP_NEVER;
	send_one(bed, 4);
	check(bed, "");
	assert_int_equal(bed->link->ops->room(bed->link), 1);
	bed->link->ops->stop(bed->link, 0);
	check(bed, "4 unknown none mr -1 ");
	assert_int_equal(bed->link->state, LINK_DOWN);
	assert_false(link_loop_text(bed->link, "+254711000001", "late"));
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_in),
	    cmocka_unit_test(test_full_sink),
	    cmocka_unit_test(test_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
