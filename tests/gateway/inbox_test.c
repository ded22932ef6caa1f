/* The inbox: copies, in order, bounded, and nothing lost when put back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/queue/inbox.h"

static struct link link_a = {.name = "a"};

static bool
add_text(struct inbox *inbox, const char *text)
{
	char scratch[64];
	snprintf(scratch, sizeof(scratch), "%s", text);
	struct msg_in m = {
	    .kind = MSG_TEXT,
	    .place.index = 1,
	    .text = str_from(scratch),
	    .raw = span_of(scratch, strlen(scratch)),
	};
	bool taken = inbox_add_message(inbox, &link_a, &m);
	memset(scratch, 'x', sizeof(scratch)); /* the caller's bytes die */
	return taken;
}

static void
messages_are_copied_in_order(void **state)
{
	(void)state;
	struct inbox inbox;
	inbox_init(&inbox);
	assert_true(add_text(&inbox, "first"));
	assert_true(add_text(&inbox, "second"));
	assert_true(add_text(&inbox, ""));
	struct inbox_item *items = inbox_take(&inbox, 2);
	assert_true(str_is(items->message.text, "first"));
	assert_true(str_is(items->next->message.text, "second"));
	assert_null(items->next->next);
	inbox_done(&inbox, items);
	items = inbox_take(&inbox, 10);
	assert_int_equal(items->message.text.octets, 0);
	inbox_done(&inbox, items);
	assert_null(inbox_take(&inbox, 10));
	inbox_free(&inbox);
}

static void
what_is_put_back_comes_first_again(void **state)
{
	(void)state;
	struct inbox inbox;
	inbox_init(&inbox);
	add_text(&inbox, "one");
	add_text(&inbox, "two");
	struct inbox_item *batch = inbox_take(&inbox, 10);
	add_text(&inbox, "three");
	inbox_put_back(&inbox, batch);
	add_text(&inbox, "four");
	static const char *const order[] = {"one", "two", "three", "four"};
	for (size_t i = 0; i < 4; i++) {
		struct inbox_item *item = inbox_take(&inbox, 1);
		assert_true(str_is(item->message.text, order[i]));
		inbox_done(&inbox, item);
	}
	/* Everything back into an empty inbox, then one more behind it. */
	add_text(&inbox, "five");
	inbox_put_back(&inbox, inbox_take(&inbox, 10));
	add_text(&inbox, "six");
	struct inbox_item *both = inbox_take(&inbox, 10);
	assert_true(str_is(both->next->message.text, "six"));
	inbox_done(&inbox, both);
	inbox_free(&inbox);
}

static void
a_full_inbox_refuses_and_says_when_to_resume(void **state)
{
	(void)state;
	struct inbox inbox;
	inbox_init(&inbox);
	for (int i = 0; i < INBOX_MESSAGES_MAX; i++)
		assert_true(add_text(&inbox, "x"));
	assert_false(add_text(&inbox, "too much"));
	assert_false(inbox_resumable(&inbox));
	/* Outcomes are always taken: their number is bounded by what left. */
	struct msg_outcome outcome = {.id = 7};
	inbox_add_outcome(&inbox, &link_a, &outcome);
	/* A batch that is being committed still counts. */
	struct inbox_item *batch = inbox_take(&inbox, INBOX_MESSAGES_MAX);
	assert_false(add_text(&inbox, "still too much"));
	inbox_done(&inbox, batch);
	assert_true(inbox_resumable(&inbox));
	assert_false(inbox_resumable(&inbox));
	assert_true(add_text(&inbox, "room again"));
	inbox_free(&inbox);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(messages_are_copied_in_order),
	    cmocka_unit_test(what_is_put_back_comes_first_again),
	    cmocka_unit_test(a_full_inbox_refuses_and_says_when_to_resume),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
