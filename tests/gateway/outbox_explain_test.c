/* What `furrow route test` says, word for word. */
#include "gateway/queue/outbox_explain.h"

#include <stdio.h>
#include <string.h>

#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_route.h"
#include "tests/gateway/queue_world.h"

static struct route_plan plan;
static struct route_table *table;

static struct route_plan_route *
route(const char *name, const char *to, const char *letters)
{
	struct route_plan_route *r = &plan.route[plan.routes_count++];
	*r = (struct route_plan_route){.classes = ROUTE_ALL_CLASSES};
	snprintf(r->name, sizeof(r->name), "%s", name);
	r->to = (struct route_span){(uint16_t)plan.prefixes_count, 1};
	assert_true(route_prefix_read(
	    &plan.prefix[plan.prefixes_count++], str_from(to)));
	for (; *letters != '\0'; letters++) {
		r->weight[r->links_count] = 1;
		r->link[r->links_count++][0] = *letters;
	}
	return r;
}

static void
use(struct world *w)
{
	struct route_link links[LINKS];
	struct err err;
	for (size_t i = 0; i < LINKS; i++)
		links[i] =
		    (struct route_link){w->links[i]->name, w->links[i]->id};
	route_table_free(&table);
	table = route_table_new(&plan, links, LINKS, &err);
	assert_non_null(table);
	begin(w);
	store_route_use(w->store, table);
	commit(w);
	claim(w); /* a turn: the links are looked at */
}

static void
says(struct world *w, struct outbox_question asked, const char *words)
{
	char all[2000] = "", line[OUTBOX_STEP_OCTETS];
	struct outbox_answer answer;
	if (asked.class_ == 0)
		asked.class_ = MESSAGE_CONFIRM;
	if (asked.written[0] == '\0')
		memcpy(asked.written, asked.number, sizeof(asked.number));
	begin(w);
	outbox_explain(&answer, &w->outbox, &w->turn, &asked);
	commit(w);
	for (size_t i = 0; outbox_explain_line(line, &answer, i); i++) {
		strncat(all, line, sizeof(all) - strlen(all) - 1);
		strncat(all, "\n", sizeof(all) - strlen(all) - 1);
	}
	assert_string_equal(all, words);
}

static void
without_routes(void **state)
{
	struct world *w = *state;
	begin(w);
	store_route_use(w->store, NULL);
	commit(w);
	claim(w);
	only(w, 0, 2);
	w->place[1].room = 0;
	says(w, (struct outbox_question){.number = "+254711000001"},
	    "number: +254711000001; confirm; nobody here has it yet\n"
	    "operator: none is known\n"
	    "route: there are none, every link carries everything\n"
	    "link a: may, as number 1\n"
	    "link b: may, as number 1; busy just now\n"
	    "link c: may not: it is not up (down)\n"
	    "now: a takes it\n"
	    "if a refuses it: b, at once; if a report says failed: given up\n");
}

static void
step_by_step(void **state)
{
	struct world *w = *state;
	route("line 3", "+254*", "abc")->resend = true;
	route("far", "+255*", "c");
	plan.operators_count = 2;
	for (size_t i = 0; i < 2; i++)
		snprintf(plan.operator_[i].name, ROUTE_NAME_OCTETS, "%s",
		    i == 0 ? "saf" : "air");
	memcpy(plan.operator_[0].country, "254", 4);
	assert_true(route_prefix_read(
	    &plan.prefix[plan.prefixes_count], STR("+25471*")));
	plan.operator_[0].prefixes =
	    (struct route_span){(uint16_t)plan.prefixes_count++, 1};
	plan.operator_[1].heard_count = 1;
	plan.operator_[1].heard_on[0][0] = 'b';
	use(w);
	w->place[0].room = 0;
	w->links[2]->two_way = false;
	begin(w);
	struct message_in in = {.link_id = w->links[1]->id,
	    .phone_id = phone(w, 1),
	    .now_ms = w->turn.now_ms,
	    .state = MESSAGE_RECEIVED,
	    .text = STR("stop")};
	store_message_receive(w->store, &in);
	store_route_pin(w->store, phone(w, 1), w->links[0]->id);
	store_route_heard(w->store, phone(w, 1), "+254711000001", 1);
	commit(w);
	says(w,
	    (struct outbox_question){.number = "+254711000001",
		.written = "0711 000 001",
		.class_ = MESSAGE_PROPOSAL,
		.question = true},
	    "number: +254711000001 (written 0711 000 001); proposal, a "
	    "question\n"
	    "operator: air: heard on his own link, whatever the prefix says\n"
	    "route: line 3, by +254*; policy order; resend by another link\n"
	    "link a: may, as number 1: this phone is pinned to it; busy just "
	    "now\n"
	    "link b: may, as number 2: the person wrote by it last\n"
	    "link c: may not: it takes no questions: nobody can answer by it\n"
	    "now: it waits for a, after 8 s b takes it\n"
	    "if a refuses it: b, at once; if a report says failed: once more "
	    "by another\n");
	says(w,
	    (struct outbox_question){
		.number = "+254711000002", .class_ = MESSAGE_ADVISORY},
	    "number: +254711000002; advisory; nobody here has it yet\n"
	    "operator: saf (+254), by the prefix\n"
	    "route: line 3, by +254*; policy order; resend by another link\n"
	    "link a: may, as number 1; busy just now\n"
	    "link b: may, as number 2\n"
	    "link c: may, as number 3\n"
	    "now: it waits for a, after 8 s b takes it\n"
	    "if a refuses it: b, at once; if a report says failed: given "
	    "up\n");
	only(w, 0, 2);
	says(w, (struct outbox_question){.number = "+255711000002"},
	    "number: +255711000002; confirm; nobody here has it yet\n"
	    "operator: none is known\n"
	    "route: far, by +255*; policy order\n"
	    "link c: may not: it is not up (down)\n"
	    "now: it waits until one of them may\n");
	says(w, (struct outbox_question){.number = "+33600000001"},
	    "number: +33600000001; confirm; nobody here has it yet\n"
	    "operator: none is known\n"
	    "route: none of 2 fits: no link may carry texts to +33600000001: "
	    "add a route\n"
	    "now: it fails at once, and the alarm route is on\n");
}

static void
policies_tell_what_they_go_by(void **state)
{
	struct world *w = *state;
	memset(&plan, 0, sizeof(plan));
	route("q", "+1*", "ab")->policy = ROUTE_QUALITY;
	route("c", "+2*", "ab")->policy = ROUTE_CHEAPEST;
	route("s", "+3*", "ab")->policy = ROUTE_SHARE;
	plan.route[2].weight[0] = 900;
	use(w);
	w->links[0]->terms.quality = 40;
	w->links[1]->terms.quality = 90;
	w->links[0]->cost_minor = 120;
	w->links[1]->cost_minor = 80;
	w->links[0]->terms.class_ = LINK_PROMOTIONAL;
	says(w, (struct outbox_question){.number = "+12025550101"},
	    "number: +12025550101; confirm; nobody here has it yet\n"
	    "operator: none is known\n"
	    "route: q, by +1*; policy quality\n"
	    "link a: may not: it does not take this class; 40 in a hundred "
	    "arrive\n"
	    "link b: may, as number 1; 90 in a hundred arrive\n"
	    "now: b takes it\n"
	    "if b refuses it: it tries again later; if a report says failed: "
	    "given up\n");
	w->links[0]->terms.class_ = LINK_ANY;
	says(w, (struct outbox_question){.number = "+27025550101"},
	    "number: +27025550101; confirm; nobody here has it yet\n"
	    "operator: none is known\n"
	    "route: c, by +2*; policy cheapest\n"
	    "link a: may, as number 2; costs 120\n"
	    "link b: may, as number 1; costs 80\n"
	    "now: b takes it\n"
	    "if b refuses it: a, at once; if a report says failed: given up\n");
	says(w, (struct outbox_question){.number = "+37025550101"},
	    "number: +37025550101; confirm; nobody here has it yet\n"
	    "operator: none is known\n"
	    "route: s, by +3*; policy share\n"
	    "link a: may, as number 1; weight 900\n"
	    "link b: may, as number 2; weight 1\n"
	    "now: a takes it\n"
	    "if a refuses it: b, at once; if a report says failed: given up\n");
}

static int
teardown(void **state)
{
	int rc = world_teardown(state);
	route_table_free(&table);
	return rc;
}

int
main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, world_setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(without_routes),
	    TEST(step_by_step),
	    TEST(policies_tell_what_they_go_by),
	};
	world_quiet();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
