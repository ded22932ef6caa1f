/* Who may leave, in which order, and what becomes of the rest. */
#include "tests/gateway/store_kit.h"

#include <string.h>

static struct message_out
text_to(struct kit *kit, int phone)
{
	return (struct message_out){
	    .phone_id = kit_phone(kit, phone),
	    .now_ms = T0,
	    .text = STR("text"),
	    .class_ = MESSAGE_NOTICE,
	};
}

static void
class_goes_before_due_and_due_before_age(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct message_out out = text_to(kit, 1);
	out.class_ = MESSAGE_ADVISORY;
	int64_t advisory = store_message_queue(kit->store, &out);
	out = text_to(kit, 2);
	int64_t notice_late = store_message_queue(kit->store, &out);
	out = text_to(kit, 3);
	out.due_ms = T0 - 50;
	int64_t notice = store_message_queue(kit->store, &out);
	out = text_to(kit, 4);
	out.class_ = MESSAGE_CONFIRM;
	int64_t confirm = store_message_queue(kit->store, &out);
	out = text_to(kit, 5);
	out.due_ms = T0 + 1;
	int64_t later = store_message_queue(kit->store, &out);
	const struct kit_ids *ids = kit_claim(kit, 1, true, T0, 3);
	assert_int_equal(ids->count, 3);
	assert_int_equal(ids->at[0], confirm);
	assert_int_equal(ids->at[1], notice);
	assert_int_equal(ids->at[2], notice_late);
	ids = kit_claim(kit, 1, true, T0, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], advisory);
	assert_int_equal(store_message_next_due(kit->store), T0 + 1);
	assert_int_equal(kit_claim(kit, 1, true, T0 + 1, 9)->at[0], later);
	assert_true(store_message_next_due(kit->store) == INT64_MAX);
	kit_commit(kit);
}

static void
a_claimed_text_is_sending(void **state)
{
	struct kit *kit = *state;
	struct message m;
	kit_begin(kit);
	int64_t id = kit_queue(kit, 1, MESSAGE_CONFIRM);
	kit_claim(kit, 7, true, T0 + 3, 1);
	assert_true(store_message_get(kit->store, id, &m));
	assert_int_equal(m.state, MESSAGE_SENDING);
	assert_int_equal(m.link_id, 7);
	assert_int_equal(m.tries, 1);
	assert_int_equal(m.first_ms, T0 + 3);
	assert_int_equal(store_message_count(kit->store, MESSAGE_SENDING), 1);
	store_message_refused(
	    kit->store, id, T0 + 4, T0 + 9, 1, 38, "congested");
	assert_int_equal(store_message_count(kit->store, MESSAGE_REFUSED), 1);
	assert_int_equal(store_message_next_due(kit->store), T0 + 9);
	assert_int_equal(store_message_oldest_due(kit->store), T0 + 9);
	assert_int_equal(kit_claim(kit, 8, true, T0 + 9, 1)->count, 1);
	assert_true(store_message_get(kit->store, id, &m));
	assert_int_equal(m.link_id, 8);
	assert_int_equal(m.tries, 2);
	assert_int_equal(m.first_ms, T0 + 3);
	assert_int_equal(m.parts_done, 1);
	assert_int_equal(m.code, 38);
	assert_string_equal(m.why, "congested");
	kit_commit(kit);
	kit_check(kit);
}

/* A refusal that speaks of the link: as if the text had never been tried. */
static void
what_the_link_is_to_blame_for_does_not_count(void **state)
{
	struct kit *kit = *state;
	struct message m;
	kit_begin(kit);
	int64_t id = kit_queue(kit, 1, MESSAGE_CONFIRM);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(kit_claim(kit, 1, true, T0 + i, 1)->count, 1);
		store_message_refused(
		    kit->store, id, T0 + i, T0 + i + 1, 0, 8, "barred");
		store_message_uncount(kit->store, id);
		assert_true(store_message_get(kit->store, id, &m));
		assert_int_equal(m.tries, 0);
		assert_int_equal(m.first_ms, 0);
		assert_string_equal(m.why, "barred");
	}
	/* What counted before goes on counting. */
	kit_claim(kit, 1, true, T0 + 10, 1);
	store_message_refused(kit->store, id, T0 + 10, T0 + 11, 0, 38, "");
	kit_claim(kit, 1, true, T0 + 20, 1);
	store_message_refused(kit->store, id, T0 + 20, T0 + 21, 0, 8, "");
	store_message_uncount(kit->store, id);
	assert_true(store_message_get(kit->store, id, &m));
	assert_int_equal(m.tries, 1);
	assert_int_equal(m.first_ms, T0 + 10);
	kit_commit(kit);
	kit_check(kit);
}

static void
ignore(void *arg, const struct message *m)
{
	(void)arg;
	(void)m;
}

static int
claim_leaving(struct kit *kit, int64_t link_id, int64_t now_ms, int limit)
{
	struct message_claim claim = {.link_id = link_id,
	    .two_way = true,
	    .now_ms = now_ms,
	    .limit = limit,
	    .spare = 16,
	    .left_to_others_ms = 30000,
	    .classes = MESSAGE_CLASSES_ALL,
	    .fn = ignore};
	return store_message_claim_some(kit->store, &claim);
}

static void
what_a_link_was_refused_is_left_to_others(void **state)
{
	struct kit *kit = *state;
	int64_t id[40];
	kit_begin(kit);
	for (int i = 0; i < 3; i++)
		id[i] = kit_queue(kit, i, MESSAGE_CONFIRM);
	assert_int_equal(claim_leaving(kit, 1, T0, 1), 1);
	store_message_refused(kit->store, id[0], T0, T0, 0, 27, "");
	/* The others do not stand behind it. */
	assert_int_equal(claim_leaving(kit, 1, T0 + 1, 1), 1);
	assert_int_equal(kit_state(kit, id[0]), MESSAGE_REFUSED);
	assert_int_equal(kit_state(kit, id[1]), MESSAGE_SENDING);
	assert_int_equal(claim_leaving(kit, 2, T0 + 1, 1), 1);
	assert_int_equal(kit_state(kit, id[0]), MESSAGE_SENDING);
	store_message_refused(kit->store, id[0], T0 + 2, T0 + 2, 0, 27, "");
	assert_int_equal(claim_leaving(kit, 2, T0 + 3, 9), 1); /* id[2] */
	assert_int_equal(claim_leaving(kit, 2, T0 + 30001, 9), 0);
	/* Nobody took it: its own link may again. */
	assert_int_equal(claim_leaving(kit, 2, T0 + 30002, 9), 1);
	/* Too many of them: then they do not jam the link either. */
	for (int i = 0; i < 40; i++)
		id[i] = kit_queue(kit, 10 + i, MESSAGE_CONFIRM);
	assert_int_equal(claim_leaving(kit, 3, T0, 40), 40);
	for (int i = 0; i < 40; i++)
		store_message_refused(kit->store, id[i], T0, T0, 0, 27, "");
	assert_int_equal(claim_leaving(kit, 3, T0 + 1, 1), 1);
	kit_commit(kit);
}

static void
texts_to_one_phone_do_not_overtake(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t first = kit_queue(kit, 1, MESSAGE_NOTICE);
	int64_t second = kit_queue(kit, 1, MESSAGE_CONFIRM);
	int64_t other = kit_queue(kit, 2, MESSAGE_ADVISORY);
	const struct kit_ids *ids = kit_claim(kit, 1, true, T0, 9);
	assert_int_equal(ids->count, 2);
	assert_int_equal(ids->at[0], first);
	assert_int_equal(ids->at[1], other);
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->count, 0);
	/* Refused until later: the phone waits, nobody else does. */
	store_message_refused(kit->store, first, T0, T0 + 60000, 0, 1, "");
	store_message_sent(kit->store, other, T0, 1, 1);
	int64_t third = kit_queue(kit, 2, MESSAGE_NOTICE);
	ids = kit_claim(kit, 1, true, T0 + 1000, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], third);
	ids = kit_claim(kit, 1, true, T0 + 60000, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], first);
	/* Unknown does not hold the next one back. */
	store_message_unknown(
	    kit->store, first, T0 + 60000, T0 + 90000, 0, 0, "silence");
	ids = kit_claim(kit, 1, true, T0 + 60000, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], second);
	kit_commit(kit);
	kit_check(kit);
}

/* Advisories keep their order, and hold up nothing else. */
static void
an_advisory_holds_up_only_advisories(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t advice = kit_queue(kit, 1, MESSAGE_ADVISORY);
	int64_t more_advice = kit_queue(kit, 1, MESSAGE_ADVISORY);
	int64_t answer = kit_queue(kit, 1, MESSAGE_CONFIRM);
	int64_t question = kit_queue(kit, 1, MESSAGE_PROPOSAL);
	const struct kit_ids *ids = kit_claim(kit, 1, true, T0, 9);
	assert_int_equal(ids->count, 2);
	assert_int_equal(ids->at[0], answer);
	assert_int_equal(ids->at[1], advice);
	kit_check(kit);
	store_message_refused(kit->store, advice, T0, T0 + 60000, 0, 1, "");
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->count, 0);
	store_message_sent(kit->store, answer, T0, 1, 1);
	ids = kit_claim(kit, 1, true, T0, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], question);
	/* Advice does wait for what is older, and for other advice. */
	int64_t last = kit_queue(kit, 1, MESSAGE_ADVISORY);
	ids = kit_claim(kit, 1, true, T0 + 60000, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], advice);
	kit_check(kit);
	store_message_sent(kit->store, advice, T0 + 60000, 1, 1);
	ids = kit_claim(kit, 1, true, T0 + 60000, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], more_advice);
	store_message_failed(kit->store, more_advice, T0 + 60000, 0, "");
	assert_int_equal(kit_claim(kit, 1, true, T0 + 60000, 9)->count, 0);
	store_message_sent(kit->store, question, T0 + 60000, 1, 1);
	assert_int_equal(kit_claim(kit, 1, true, T0 + 60000, 9)->at[0], last);
	kit_commit(kit);
	kit_check(kit);
}

static void
once_more_steps_in_before_younger_ones(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t first = kit_queue(kit, 1, MESSAGE_PROPOSAL);
	int64_t second = kit_queue(kit, 1, MESSAGE_CONFIRM);
	kit_claim(kit, 1, true, T0, 9);
	store_message_unknown(kit->store, first, T0, T0 + 5, 0, 0, "silence");
	store_message_again(kit->store, first, T0 + 5);
	const struct kit_ids *ids = kit_claim(kit, 1, true, T0 + 5, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], first);
	store_message_sent(kit->store, first, T0 + 5, 1, 1);
	assert_int_equal(kit_claim(kit, 1, true, T0 + 5, 9)->at[0], second);
	kit_commit(kit);
	kit_check(kit);
}

static void
pins_and_questions_choose_the_link(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct message_out out = text_to(kit, 1);
	out.link_id = 2;
	int64_t pinned = store_message_queue(kit->store, &out);
	out = text_to(kit, 2);
	out.question = true;
	int64_t question = store_message_queue(kit->store, &out);
	out = text_to(kit, 3);
	out.question = true;
	out.link_id = 2;
	int64_t both = store_message_queue(kit->store, &out);
	assert_int_equal(kit_claim(kit, 1, false, T0, 9)->count, 0);
	const struct kit_ids *ids = kit_claim(kit, 2, false, T0, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], pinned);
	ids = kit_claim(kit, 1, true, T0, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], question);
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->count, 0);
	assert_int_equal(kit_claim(kit, 2, true, T0, 9)->at[0], both);
	/* A refused pinned text stays pinned. */
	store_message_refused(kit->store, pinned, T0, T0, 0, 1, "");
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->count, 0);
	assert_int_equal(kit_claim(kit, 2, true, T0, 9)->at[0], pinned);
	kit_commit(kit);
	kit_check(kit);
}

static int
take_stale(struct kit *kit, int64_t now_ms, struct kit_ids *ids)
{
	ids->count = 0;
	return store_message_take_stale(kit->store, now_ms, 100, kit_note, ids);
}

static void
stale_texts_are_told_once(void **state)
{
	struct kit *kit = *state;
	struct kit_ids ids = {.count = 0};
	kit_begin(kit);
	struct message_out out = text_to(kit, 1);
	out.stale_ms = T0 + 10;
	int64_t met = store_message_queue(kit->store, &out);
	int64_t next = kit_queue(kit, 1, MESSAGE_NOTICE);
	out = text_to(kit, 2);
	out.due_ms = T0 + 999;
	out.stale_ms = T0 + 10;
	int64_t unmet = store_message_queue(kit->store, &out);
	int64_t open = kit_queue(kit, 3, MESSAGE_NOTICE);
	store_message_claim(kit->store, 1, true, T0, 1, kit_note, &ids);
	store_message_refused(kit->store, met, T0, T0 + 20, 0, 1, "");
	assert_int_equal(take_stale(kit, T0 + 9, &ids), 0);
	assert_int_equal(store_message_next_due(kit->store), T0);
	/* Nothing is sent that no longer makes sense. */
	const struct kit_ids *claimed = kit_claim(kit, 1, true, T0 + 20, 9);
	assert_int_equal(claimed->count, 1);
	assert_int_equal(claimed->at[0], open);
	assert_int_equal(kit_state(kit, met), MESSAGE_STALE);
	assert_int_equal(kit_claim(kit, 1, true, T0 + 20, 9)->at[0], next);
	assert_int_equal(take_stale(kit, T0 + 20, &ids), 2);
	assert_int_equal(ids.at[0] + ids.at[1], met + unmet);
	assert_int_equal(kit_state(kit, unmet), MESSAGE_STALE);
	assert_int_equal(take_stale(kit, T0 + 20, &ids), 0);
	assert_true(store_message_next_due(kit->store) == INT64_MAX);
	kit_commit(kit);
	kit_check(kit);
}

static void
what_has_not_left_is_taken_back(void **state)
{
	struct kit *kit = *state;
	struct kit_ids ids = {.count = 0};
	kit_begin(kit);
	struct message_out out = text_to(kit, 1);
	out.subject = SUBJECT_PROPOSAL;
	out.subject_id = 5;
	int64_t left = store_message_queue(kit->store, &out);
	kit_claim(kit, 1, true, T0, 1);
	int64_t waits = store_message_queue(kit->store, &out);
	out.subject_id = 6;
	int64_t another = store_message_queue(kit->store, &out);
	store_message_withdraw(kit->store, SUBJECT_PROPOSAL, 5, out.phone_id);
	assert_int_equal(kit_state(kit, left), MESSAGE_SENDING);
	assert_int_equal(kit_state(kit, waits), MESSAGE_STALE);
	assert_int_equal(kit_state(kit, another), MESSAGE_QUEUED);
	assert_int_equal(take_stale(kit, T0 + 9, &ids), 0);
	store_message_sent(kit->store, left, T0, 1, 1);
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->at[0], another);
	kit_commit(kit);
	kit_check(kit);
}

/* STOP: what waits goes, what is on its way and other phones' texts stay. */
static void
everything_that_waits_for_a_phone_is_withdrawn(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct message_out out = text_to(kit, 1);
	struct message_out another = text_to(kit, 2);
	int64_t left = store_message_queue(kit->store, &out);
	kit_claim(kit, 1, true, T0, 1);
	int64_t waits = store_message_queue(kit->store, &out);
	int64_t too = store_message_queue(kit->store, &out);
	int64_t other = store_message_queue(kit->store, &another);
	store_message_withdraw_all(kit->store, out.phone_id);
	assert_int_equal(kit_state(kit, left), MESSAGE_SENDING);
	assert_int_equal(kit_state(kit, waits), MESSAGE_STALE);
	assert_int_equal(kit_state(kit, too), MESSAGE_STALE);
	assert_int_equal(kit_state(kit, other), MESSAGE_QUEUED);
	kit_commit(kit);
	kit_check(kit);
}

static void
settle_one(void *arg, const struct message *m)
{
	struct kit *kit = arg;
	if (m->class_ == MESSAGE_ADVISORY)
		store_message_settled(kit->store, m->id, T0 + 50);
	else
		store_message_again(kit->store, m->id, T0 + 50);
}

static void
our_own_death_makes_unknowns_that_are_settled(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	for (int i = 0; i < 5; i++)
		kit_queue(kit, i, MESSAGE_NOTICE);
	int64_t advisory = kit_queue(kit, 9, MESSAGE_ADVISORY);
	int64_t behind = kit_queue(kit, 9, MESSAGE_ADVISORY);
	assert_int_equal(kit_claim(kit, 1, true, T0, 100)->count, 6);
	kit_commit(kit);
	kit_reopen(kit);
	kit_begin(kit);
	assert_int_equal(
	    store_message_recover(kit->store, T0 + 10, T0 + 50), 6);
	assert_int_equal(
	    store_message_recover(kit->store, T0 + 10, T0 + 50), 0);
	assert_int_equal(store_message_count(kit->store, MESSAGE_UNKNOWN), 6);
	assert_int_equal(kit_claim(kit, 1, true, T0 + 10, 9)->at[0], behind);
	assert_int_equal(store_message_next_due(kit->store), T0 + 50);
	struct kit_ids ids = {.count = 0};
	assert_int_equal(
	    store_message_unsettled(kit->store, T0 + 49, 9, kit_note, &ids), 0);
	assert_int_equal(
	    store_message_unsettled(kit->store, T0 + 50, 4, settle_one, kit),
	    4);
	assert_int_equal(
	    store_message_unsettled(kit->store, T0 + 50, 9, settle_one, kit),
	    2);
	assert_int_equal(
	    store_message_unsettled(kit->store, T0 + 50, 9, settle_one, kit),
	    0);
	assert_int_equal(kit_state(kit, advisory), MESSAGE_UNKNOWN);
	assert_int_equal(kit_claim(kit, 1, true, T0 + 50, 9)->count, 5);
	kit_commit(kit);
	kit_check(kit);
}

/* -- everything at random ------------------------------------------------ */

#define PHONES 12

static void
end_one(struct kit *kit, int64_t id, int64_t now_ms)
{
	switch (kit_below(kit, 5)) {
	case 0:
	case 1:
		store_message_sent(kit->store, id, now_ms, 1, 1);
		return;
	case 2:
		store_message_refused(kit->store, id, now_ms,
		    now_ms + kit_below(kit, 40), 0, 1, "later");
		return;
	case 3:
		store_message_failed(kit->store, id, now_ms, 1, "never");
		return;
	default:
		store_message_unknown(
		    kit->store, id, now_ms, now_ms + 20, 0, 0, "silence");
	}
}

/* An older text of that phone that is queued, refused or sending? */
static bool
overtakes(struct kit *kit, const struct kit_ids *all, int64_t id)
{
	struct message m, o;
	store_message_get(kit->store, id, &m);
	for (int i = 0; i < all->count && all->at[i] < id; i++) {
		store_message_get(kit->store, all->at[i], &o);
		if (o.phone_id == m.phone_id &&
		    (o.class_ != MESSAGE_ADVISORY ||
			m.class_ == MESSAGE_ADVISORY) &&
		    (o.state == MESSAGE_QUEUED || o.state == MESSAGE_SENDING ||
			o.state == MESSAGE_REFUSED))
			return true;
	}
	return false;
}

static void
again_or_not(void *arg, const struct message *m)
{
	struct kit *kit = arg;
	if (kit_below(kit, 2) == 0)
		store_message_again(kit->store, m->id, m->due_ms);
	else
		store_message_failed(kit->store, m->id, m->due_ms, 0, "");
}

static void
end_everything(struct kit *kit, struct kit_ids *flying, struct kit_ids *stale,
    int64_t now_ms)
{
	for (int turn = 0; turn < 200; turn++, now_ms += 50) {
		kit_begin(kit);
		for (int link = 1; link <= 2; link++) {
			const struct kit_ids *got =
			    kit_claim(kit, link, true, now_ms, 20);
			for (int i = 0; i < got->count; i++)
				store_message_sent(
				    kit->store, got->at[i], now_ms, 1, 1);
		}
		while (flying->count > 0)
			store_message_sent(kit->store,
			    flying->at[--flying->count], now_ms, 1, 1);
		store_message_unsettled(
		    kit->store, now_ms, 50, again_or_not, kit);
		store_message_take_stale(
		    kit->store, now_ms, 50, kit_note, stale);
		kit_commit(kit);
	}
}

static void
nothing_overtakes_and_nothing_is_forgotten(void **state)
{
	struct kit *kit = *state;
	static struct kit_ids all, flying, stale;
	int64_t now_ms = T0;
	all.count = flying.count = stale.count = 0;
	for (int turn = 0; turn < 400; turn++, now_ms += 7) {
		kit_begin(kit);
		if (turn < 250) {
			struct message_out out =
			    text_to(kit, kit_below(kit, PHONES));
			out.class_ =
			    (enum message_class)(1 + kit_below(kit, 4));
			out.now_ms = now_ms;
			out.question = kit_below(kit, 3) == 0;
			out.link_id = kit_below(kit, 3);
			if (kit_below(kit, 4) == 0)
				out.stale_ms = now_ms + 60;
			all.at[all.count++] =
			    store_message_queue(kit->store, &out);
		}
		const struct kit_ids *got = kit_claim(kit,
		    1 + kit_below(kit, 2), kit_below(kit, 3) != 0, now_ms, 3);
		for (int i = 0; i < got->count; i++) {
			assert_false(overtakes(kit, &all, got->at[i]));
			flying.at[flying.count++] = got->at[i];
		}
		while (flying.count > 3)
			end_one(kit, flying.at[--flying.count], now_ms);
		store_message_unsettled(
		    kit->store, now_ms, 5, again_or_not, kit);
		store_message_take_stale(
		    kit->store, now_ms, 5, kit_note, &stale);
		kit_commit(kit);
		if (turn % 20 == 0)
			kit_check(kit);
	}
	end_everything(kit, &flying, &stale, now_ms);
	assert_true(store_message_next_due(kit->store) == INT64_MAX);
	for (int i = 0; i < all.count; i++) {
		enum message_state end = kit_state(kit, all.at[i]);
		assert_true(end == MESSAGE_SENT || end == MESSAGE_FAILED ||
			    end == MESSAGE_STALE);
	}
	kit_check(kit);
}

static void
what_is_open_is_counted_as_far_as_asked(void **state)
{
	struct kit *kit = *state;
	struct message_counts counts;
	int64_t ids[6];
	kit_begin(kit);
	for (int i = 0; i < 6; i++)
		ids[i] = kit_queue(kit, i, MESSAGE_NOTICE);
	const struct kit_ids *got = kit_claim(kit, 1, true, T0, 3);
	assert_int_equal(got->count, 3);
	store_message_refused(
	    kit->store, got->at[0], T0, T0 + 60000, 0, 1, "later");
	store_message_unknown(
	    kit->store, got->at[1], T0, T0 + 60000, 0, 0, "silence");
	store_message_count_open(kit->store, &counts);
	assert_int_equal(counts.queued, 3);
	assert_int_equal(counts.sending, 1);
	assert_int_equal(counts.refused, 1);
	assert_int_equal(counts.unknown, 1);
	assert_int_equal(
	    store_message_count_below(kit->store, MESSAGE_QUEUED, INT64_MAX, 2),
	    2);
	assert_int_equal(
	    store_message_count_below(kit->store, MESSAGE_QUEUED, ids[5], 9),
	    2);
	assert_int_equal(store_message_count_below(
			     kit->store, MESSAGE_UNKNOWN, got->at[1], 9),
	    0);
	assert_int_equal(
	    store_message_count_below(kit->store, MESSAGE_SENT, ids[5], 9), 0);
	kit_commit(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(class_goes_before_due_and_due_before_age),
	    TEST(a_claimed_text_is_sending),
	    TEST(what_the_link_is_to_blame_for_does_not_count),
	    TEST(what_a_link_was_refused_is_left_to_others),
	    TEST(texts_to_one_phone_do_not_overtake),
	    TEST(an_advisory_holds_up_only_advisories),
	    TEST(what_is_open_is_counted_as_far_as_asked),
	    TEST(once_more_steps_in_before_younger_ones),
	    TEST(pins_and_questions_choose_the_link),
	    TEST(stale_texts_are_told_once),
	    TEST(what_has_not_left_is_taken_back),
	    TEST(everything_that_waits_for_a_phone_is_withdrawn),
	    TEST(our_own_death_makes_unknowns_that_are_settled),
	    TEST(nothing_overtakes_and_nothing_is_forgotten),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
