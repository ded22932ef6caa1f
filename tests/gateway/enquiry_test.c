/* Enquiries: one a link, answered once, and what is learned is kept. */
#include "gateway/queue/enquiry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "gateway/store/store.h"
#include "gateway/store/store_credit.h"
#include "gateway/store/store_link.h"

struct phone {
	struct link link;
	struct link_ussd asked;
	int asks;
	bool refuses;
	const char *identity;
};

struct bench {
	char dir[64], path[96];
	struct store *store;
	struct phone phone[2];
	struct link *links[2];
	struct enquiries *enquiries;
	char story[2048];
	struct buf told;
};

static bool
ussd(struct link *link, const struct link_ussd *request)
{
	struct phone *phone = (struct phone *)link;
	if (phone->refuses)
		return false;
	phone->asked = *request;
	phone->asks++;
	return true;
}

static void
describe(const struct link *link, struct link_description *out)
{
	const struct phone *phone = (const struct phone *)link;
	str_copy(
	    out->identity, sizeof(out->identity), str_from(phone->identity));
}

static const struct link_ops able = {.ussd = ussd, .describe = describe};
static const struct link_ops unable = {.describe = describe};

static void
on_done(void *arg, const struct enquiry_answer *answer)
{
	struct bench *b = arg;
	buf_add_format(&b->told, "%s:", answer->link->name);
	for (size_t i = 0; i < answer->count; i++)
		buf_add_format(&b->told, "[%s]", answer->texts[i]);
	buf_add_format(&b->told, "%d%s%s of %zu ", (int)answer->how,
	    answer->asks ? " asks" : "", answer->doubtful ? " doubtful" : "",
	    answer->steps);
}

static void
open_bench(struct bench *b)
{
	memset(b, 0, sizeof(*b));
	strcpy(b->dir, "enquiry_test.XXXXXX");
	assert_non_null(mkdtemp(b->dir));
	snprintf(b->path, sizeof(b->path), "%s/db", b->dir);
	b->store = store_open(b->path, NULL);
	assert_non_null(b->store);
	for (int i = 0; i < 2; i++) {
		struct phone *phone = &b->phone[i];
		phone->link.ops = &able;
		phone->link.state = LINK_UP;
		phone->identity = "huawei E3372 fw 22 imei ...1234";
		snprintf(
		    phone->link.name, sizeof(phone->link.name), "%c", 'a' + i);
		phone->link.id =
		    store_link_ensure(b->store, phone->link.name, "modem", "");
		b->links[i] = &phone->link;
	}
	b->told = buf_over(b->story, sizeof(b->story));
	b->enquiries = enquiries_new(b->store, b->links, 2);
}

static void
close_bench(struct bench *b)
{
	char command[128];
	enquiries_free(&b->enquiries);
	store_close(&b->store);
	snprintf(command, sizeof(command), "rm -rf %s", b->dir);
	assert_int_equal(system(command), 0);
}

static int
ask(struct bench *b, const char *link, struct err *err)
{
	struct enquiry_wish wish = {.link = link,
	    .steps = {"*144#", "1"},
	    .count = 2,
	    .done = on_done,
	    .arg = b};
	return enquiries_ask(b->enquiries, &wish, err);
}

static void
hear(struct bench *b, int phone, size_t step, const char *text, bool last)
{
	struct link_ussd_answer answer = {.id = b->phone[phone].asked.id,
	    .step = step,
	    .last = last,
	    .asks = !last,
	    .text = text,
	    .form = 2};
	enquiries_heard(b->enquiries, b->links[phone], &answer);
}

static void
test_replies_in_order(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	assert_int_equal(ask(&b, "a", NULL), 0);
	assert_int_equal(ask(&b, "b", NULL), 0);
	hear(&b, 0, 0, "menu", false);
	hear(&b, 1, 0, "other", true);
	assert_string_equal(b.story, "b:[other]0 of 2 ");
	hear(&b, 0, 1, "bye", true);
	assert_string_equal(b.story, "b:[other]0 of 2 a:[menu][bye]0 of 2 ");
	hear(&b, 0, 1, "late", true); /* of an enquiry that is over */
	assert_string_equal(b.story, "b:[other]0 of 2 a:[menu][bye]0 of 2 ");
	close_bench(&b);
}

/* Some operators say again what they were told. */
static void
test_pin_said_again(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	struct enquiry_wish wish = {.link = "a",
	    .steps = {"*130#", "8642"},
	    .count = 2,
	    .secret = true,
	    .pin = "8642",
	    .done = on_done,
	    .arg = &b};
	assert_int_equal(enquiries_ask(b.enquiries, &wish, NULL), 0);
	hear(&b, 0, 0, "PIN?", false);
	hear(&b, 0, 1, "8642: wrong pin 8642. Ref 186420, 86 left", true);
	assert_string_equal(b.story,
	    "a:[PIN?][\342\200\246: wrong pin \342\200\246. Ref 186420, 86 "
	    "left]0 of 2 ");
	close_bench(&b);
}

static void
test_refusals(void **state)
{
	struct bench b;
	struct err err;
	(void)state;
	open_bench(&b);
	assert_int_equal(ask(&b, "zz", &err), ENQUIRY_NO_LINK);
	assert_true(enquiries_may_ask(b.enquiries, b.links[0]));
	assert_int_equal(ask(&b, "a", &err), 0);
	assert_false(enquiries_may_ask(b.enquiries, b.links[0]));
	assert_int_equal(ask(&b, "a", &err), ENQUIRY_BUSY);
	b.phone[1].refuses = true;
	assert_int_equal(ask(&b, "b", &err), ENQUIRY_DOWN);
	b.phone[1].link.ops = &unable;
	assert_int_equal(ask(&b, "b", &err), ENQUIRY_UNABLE);
	assert_string_equal(
	    err.text, "link b has no SIM whose operator could be asked");
	assert_string_equal(b.story, "");
	close_bench(&b);
}

/* Whoever waits is told when the daemon ends. */
static void
test_end(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	ask(&b, "a", NULL);
	enquiries_free(&b.enquiries);
	assert_string_equal(b.story, "a:2 of 2 ");
	close_bench(&b);
}

static void
nothing(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

/* The form of a model outlives a restart and serves its sisters. */
static void
test_form_is_kept(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	ask(&b, "a", NULL);
	assert_int_equal(b.phone[0].asked.form, 0);
	hear(&b, 0, 0, "x", true);
	struct turn turn = {.store = b.store};
	store_begin(b.store);
	enquiries_turn(b.enquiries, &turn);
	store_commit(b.store, nothing, NULL);
	enquiries_free(&b.enquiries);
	b.enquiries = enquiries_new(b.store, b.links, 2);
	ask(&b, "b", NULL);
	assert_int_equal(b.phone[1].asked.form, 2);
	b.phone[0].identity = "zte MF626 fw 1 imei ...1234";
	ask(&b, "a", NULL);
	assert_int_equal(b.phone[0].asked.form, 0);
	close_bench(&b);
}

/* What an operator says by himself belongs to nobody's enquiry. */
static void
test_push(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	ask(&b, "a", NULL);
	struct link_ussd_answer push = {.text = "You won", .last = true};
	enquiries_heard(b.enquiries, b.links[0], &push);
	assert_string_equal(b.story, "");
	hear(&b, 0, 0, "x", true);
	assert_string_equal(b.story, "a:[x]0 of 2 ");
	close_bench(&b);
}

static void
keep_line(const char *line, void *arg)
{
	buf_add_text(arg, line);
}

static void
test_push_in_log(void **state)
{
	struct link_ussd_answer push = {
	    .text = "0711 000 001 sent you 50.00, ٠٧١١٠٠٠٠٠١ too",
	    .last = true};
	struct buf log = buf_new(1024);
	struct bench b;

	(void)state;
	open_bench(&b);
	log_set_sink(keep_line, &log);
	enquiries_heard(b.enquiries, b.links[0], &push);
	log_set_sink(NULL, NULL);
	assert_string_equal(log.at,
	    "info ussd push link=a asks=0"
	    " text=\"*****001 sent you 50.00, *****001 too\"");
	buf_free(&log);
	close_bench(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_replies_in_order),
	    cmocka_unit_test(test_pin_said_again),
	    cmocka_unit_test(test_refusals),
	    cmocka_unit_test(test_end),
	    cmocka_unit_test(test_form_is_kept),
	    cmocka_unit_test(test_push),
	    cmocka_unit_test(test_push_in_log),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
