/* Somebody is erased: afterwards no file of the market has their number, name
 * or words, octet for octet, wherever a kill came between. */
#include "tests/gateway/store_kit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "gateway/core/handler.h"
#include "gateway/queue/archiver.h"
#include "gateway/queue/eraser.h"
#include "gateway/store/archive.h"
#include "gateway/store/store_dlr.h"
#include "gateway/store/store_erase.h"
#include "gateway/store/store_held.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_session.h"
#include "gateway/store/store_unknown.h"
#include "gateway/store/store_webhook.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define NUMBER "+254711777888"
#define NAME "Jumaloka Mwanaisha"

struct bed {
	struct kit *kit;
	struct loop *loop;
	struct clock_fake clock;
	struct market market;
	int jobs;
	struct search_feed *search;
};

static void
submit(void *arg, struct job *job)
{
	struct bed *b = arg;
	struct turn turn = {
	    .store = b->kit->store, .market = &b->market, .now_ms = T0};

	b->jobs++;
	kit_begin(b->kit);
	job->run(job, &turn);
	kit_commit(b->kit);
	job->done(job, true);
}

static bool
clock_sure(void *arg)
{
	(void)arg;
	return true;
}

static void
say(struct kit *kit, int64_t phone_id, int64_t person_id, int64_t ms, bool out,
    const char *text)
{
	struct message_in in = {.phone_id = phone_id,
	    .person_id = person_id,
	    .now_ms = ms,
	    .text = str_from(text),
	    .raw = {(const uint8_t *)text, strlen(text)},
	    .state = MESSAGE_RECEIVED};
	struct message_out reply = {.phone_id = phone_id,
	    .person_id = person_id,
	    .now_ms = ms,
	    .text = str_from(text),
	    .class_ = MESSAGE_NOTICE};

	if (!out)
		store_message_receive(kit->store, &in);
	else
		(void)store_message_drop(
		    kit->store, store_message_queue(kit->store, &reply), ms);
}

/* A hundred days, so that old months can move; in each somebody else is told
 * of them, and says their number, too. */
static int64_t
fill(struct kit *kit)
{
	int64_t person_id, phone_id;
	struct person person;

	kit_begin(kit);
	/* Somebody is to be told of all this, and has not been yet. */
	store_webhook_want(kit->store, store_webhook_kinds("*"));
	phone_id =
	    store_phone_ensure(kit->store, NUMBER, PARTY_PHONE, T0, &person_id);
	assert_true(store_person_get(kit->store, person_id, &person));
	strcpy(person.name, NAME);
	strcpy(person.place, "Zanzibarvillage");
	store_person_put(kit->store, &person);
	for (int i = 0; i < 100; i++) {
		int64_t ms = T0 - (99 - i) * DAY_MS;
		int64_t other = kit_phone(kit, 1), who = kit_person(kit, 1);

		say(kit, phone_id, person_id, ms, false, "zebrafish please");
		say(kit, phone_id, person_id, ms, true, "yes, zebrafish");
		say(kit, other, who, ms, true,
		    "Collect from " NAME ", " NUMBER ".");
		say(kit, other, who, ms, false, "is it 0711 777 888 or not");
		say(kit, other, who, ms, false, "plain words stay");
	}
	/* Their text of the first day moves to a file. */
	store_unknown_count(kit->store, "zebrafish", "sw", T0, 1);
	store_unknown_count(kit->store, "plainly", "sw", T0, 5);
	kit_commit(kit);
	return person_id;
}

/* Past the store: what it remembers is forgotten by opening it anew. */
static void
change(struct kit *kit, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(kit->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	sqlite3_close(db);
	kit_reopen(kit);
}

/* What the trade leaves behind. */
static void
leave_order(struct kit *kit, int64_t person_id)
{
	char sql[1600];

	snprintf(sql, sizeof(sql),
	    "INSERT INTO order_ (id, code, buyer_id, phone_id, message_id,"
	    " created_ms, changed_ms, closed_ms, place, day, on_behalf)"
	    " VALUES (1, 'K7F', %lld, 1, 1, 1, 1, 1, 'Zanzibarvillage', '',"
	    " 'Grandmazebra');"
	    "INSERT INTO line_event (line_id, prev_id, time_ms, from_state,"
	    " to_state, by_whom, person_id, message_id, text) VALUES"
	    " (64, 0, 1, 1, 2, 'buyer', %lld, 1, 'zebrafish please'),"
	    " (64, 0, 1, 1, 2, 'seller', 0, 1, 'told " NAME " so'),"
	    " (64, 0, 1, 1, 2, 'seller', 0, 1, 'stays');"
	    "INSERT INTO question (phone_id, person_id, kind, order_id,"
	    " created_ms, due_ms, open, payload) VALUES"
	    " (ifnull((SELECT id FROM phone WHERE number = '" NUMBER
	    "'), 77), 0, 1, 1, 1,"
	    " 1, 0, 'zebrafish'), (77, %lld, 1, 1, 1, 1, 0, 'zebrafish'),"
	    " (77, 0, 1, 1, 1, 1, 0, 'plain words stay');",
	    (long long)person_id, (long long)person_id, (long long)person_id);
	change(kit, sql);
}

static void
leave_dialogues(struct kit *kit, int64_t person_id)
{
	char sql[1200];

	snprintf(sql, sizeof(sql),
	    "CREATE TEMP TABLE numbers AS WITH RECURSIVE c(value) AS (SELECT 1"
	    " UNION ALL SELECT value + 1 FROM c WHERE value < 120)"
	    " SELECT value FROM c;"
	    "INSERT INTO ussd_session (id, link_id, ext, mark, phone_id,"
	    " person_id, code, dial, network, state, reason, opened_ms,"
	    " seen_ms, closed_ms, turns, last_text, screen, stack, vars, bad,"
	    " page, token, lang, resumable, made) SELECT value, 1, '', 0,"
	    " (SELECT id FROM phone WHERE number = '" NUMBER "'), %lld,"
	    " '384', '', '', 3, '', 1, 1, 1, 1, 'zebrafish', '', '', '', 0, 0,"
	    " 0, '', 0, '' FROM numbers;"
	    "INSERT INTO ussd_turn (id, time_ms, turn_key, input,"
	    " screen_before, screen_after, answer, go_on, took_ms, message_id)"
	    " SELECT value * 64 + 1, 1, 0, 'zebrafish', '', '', 'zebrafish', 0,"
	    " 0, 0 FROM numbers;",
	    (long long)person_id);
	change(kit, sql);
}

/* What others wrote of them, or were shown, in rows that are no texts; and the
 * newest dialogue is theirs. */
static void
leave_quotes(struct kit *kit)
{
	change(kit,
	    "INSERT INTO order_ (id, code, buyer_id, phone_id, message_id,"
	    " created_ms, changed_ms, closed_ms, place, day, on_behalf)"
	    " VALUES (2, 'K8F', 99, 1, 1, 1, 1, 1, 'ask 0711 777 888', '',"
	    " 'plain words stay');"
	    "INSERT INTO question (phone_id, person_id, kind, order_id,"
	    " created_ms, due_ms, open, payload) VALUES (77, 99, 1, 1, 1, 1,"
	    " 0, '{\"place\":\"711777888\"}');"
	    "INSERT INTO broadcast_text VALUES (1, 'sw', 'Buy of " NAME
	    ", 0711777888'), (1, '', 'plain words stay');"
	    "INSERT INTO ussd_session (id, link_id, ext, mark, phone_id,"
	    " person_id, code, state, opened_ms, seen_ms, closed_ms, turns,"
	    " dial, last_text, vars) VALUES (121, 1, '', 0, 77, 99, '384', 3,"
	    " 1, 1, 1, 1, '0711777888', '1*0711777888', '711777888');"
	    "INSERT INTO ussd_turn (id, time_ms, turn_key, input,"
	    " screen_before, screen_after, answer, go_on) VALUES"
	    " (121 * 64 + 1, 1, 0, '0711777888', '', '', 'Call " NAME "', 0);"
	    "INSERT INTO ussd_session SELECT 122, link_id, ext, mark,"
	    " phone_id, person_id, code, dial, network, state, reason,"
	    " opened_ms, seen_ms, closed_ms, 0, last_text, screen, stack,"
	    " vars, bad, page, token, lang, resumable, made"
	    " FROM ussd_session WHERE id = 1;");
}

/* -- looking at the files --------------------------------------------------
 */

static bool
file_has(const char *path, const char *word)
{
	FILE *f = fopen(path, "rb");
	static char octets[8 << 20];
	size_t count;

	assert_non_null(f);
	count = fread(octets, 1, sizeof(octets), f);
	assert_true(count < sizeof(octets));
	fclose(f);
	return memmem(octets, count, word, strlen(word)) != NULL;
}

/* The file that has it, or NULL. */
static const char *
where(struct kit *kit, const char *word)
{
	static char path[512];
	DIR *dir = opendir(kit->folder);
	struct dirent *entry;
	bool found = false;

	assert_non_null(dir);
	while (!found && (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(
		    path, sizeof(path), "%s/%s", kit->folder, entry->d_name);
		found = file_has(path, word);
	}
	closedir(dir);
	return found ? path : NULL;
}

static void
nothing_is_left(struct kit *kit)
{
	static const char *const words[] = {"254711777888", "0711777888",
	    "711777888", "0711 777 888", "Jumaloka", "Mwanaisha", "zebrafish",
	    "Zanzibarvillage", "Grandmazebra"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (where(kit, words[i]) != NULL)
			fail_msg("%s is in %s", words[i], where(kit, words[i]));
	assert_non_null(where(kit, "plain words stay"));
}

/* -- the stage --------------------------------------------------------------
 */

static struct eraser *
begin(struct bed *b, struct kit *kit)
{
	struct eraser_config config = {.loop = b->loop,
	    .store = kit->store,
	    .store_path = kit->path,
	    .search = b->search,
	    .slice = 60,
	    .rest_ms = 1,
	    .arg = b,
	    .submit = submit};
	struct eraser *eraser = eraser_new(&config);

	assert_non_null(eraser);
	return eraser;
}

static void
move_old_months(struct bed *b)
{
	struct archiver_config config = {.loop = b->loop,
	    .clock = &b->clock.source,
	    .market = &b->market,
	    .store_path = b->kit->path,
	    .after_ms = 20 * DAY_MS,
	    .look_ms = 5,
	    .arg = b,
	    .submit = submit,
	    .clock_sure = clock_sure};
	struct archiver *archiver = archiver_new(&config);
	struct archive_month list[8], half;

	for (int i = 0; i < 5000; i++) {
		loop_once(b->loop, true);
		if (archive_list(b->kit->store, list, 8) == 3 &&
		    !archive_unfinished(b->kit->store, &half))
			break;
	}
	archiver_free(&archiver);
	assert_int_equal(archive_list(b->kit->store, list, 8), 3);
}

/* Somebody is to be called about their last texts. */
static void
leave_reports(struct kit *kit, int64_t person_id)
{
	char sql[1024];

	snprintf(sql, sizeof(sql),
	    "INSERT INTO dlr SELECT id, 31, 8,"
	    " 'https://shop.example/zebrafish?to=0711777888',"
	    " 'https://shop.example:443', 'zebrafish', 0 FROM message"
	    " WHERE person_id = %lld AND out = 1 AND time_ms > %lld;"
	    /* About texts to others, and their number is in the address. */
	    "INSERT INTO dlr SELECT id, 31, 8,"
	    " 'https://shop.example/?of=%%2B254%%20711%%20777%%20888',"
	    " 'https://shop.example:443', '', 0 FROM message"
	    " WHERE person_id <> %lld AND out = 1 AND time_ms > %lld;"
	    "INSERT INTO dlr_call (message_id, bit, code, time_ms, place,"
	    " due_ms, tries) SELECT message_id, 8, 0, 0, place, 0, 0 FROM dlr",
	    (long long)person_id, (long long)(T0 - 8 * DAY_MS),
	    (long long)person_id, (long long)(T0 - 8 * DAY_MS));
	change(kit, sql);
}

static int
reports_left(struct kit *kit)
{
	int64_t calls = store_dlr_count(kit->store, 100);

	return (int)calls + (store_dlr_over(kit->store, T0) ? 1 : 0);
}

static int64_t
set_up(struct bed *b, struct kit *kit)
{
	int64_t person_id = fill(kit);

	memset(b, 0, sizeof(*b));
	setenv("TZ", "EAT-3", 1);
	b->kit = kit;
	b->loop = loop_new();
	clock_fake_init(&b->clock, T0);
	leave_order(kit, person_id);
	leave_dialogues(kit, person_id);
	leave_quotes(kit);
	leave_reports(kit, person_id);
	assert_true(reports_left(kit) > 1);
	move_old_months(b);
	assert_non_null(where(kit, "zebrafish"));
	return person_id;
}

static void
erase(struct kit *kit, int64_t person_id)
{
	char why[512];

	kit_begin(kit);
	assert_false(
	    store_erase_blocked(kit->store, person_id, why, sizeof(why)));
	assert_int_not_equal(store_erase_begin(kit->store, person_id, T0), 0);
	kit_commit(kit);
}

static void
run_to_the_end(struct bed *b, struct eraser *eraser)
{
	for (int i = 0; i < 20000 && !eraser_idle(eraser); i++)
		loop_once(b->loop, true);
	assert_true(eraser_idle(eraser));
	assert_null(eraser_trouble(eraser));
}

static void
nothing_of_them_is_left_in_any_file(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	int64_t person_id = set_up(&b, kit), phone_id, other;
	struct eraser *eraser;
	struct erasure e;

	erase(kit, person_id);
	/* At once nobody finds them. */
	assert_false(store_phone_find(kit->store, NUMBER, &phone_id, &other));
	eraser = begin(&b, kit);
	run_to_the_end(&b, eraser);
	assert_true(store_erase_get(kit->store, 1, &e));
	assert_int_equal(e.stage, ERASE_DONE);
	assert_int_equal(e.ended_ms, T0);
	assert_true(e.texts > 30);
	assert_true(e.quotes > 30);
	nothing_is_left(kit);
	assert_non_null(where(kit, "plainly"));
	assert_non_null(where(kit, "Call [erased]"));
	/* No dialogue to come is taken for theirs. */
	assert_int_equal(store_session_next(kit->store), 123);
	assert_int_equal(reports_left(kit), 0);
	/* What waits for a webhook names rows alone, and those say nothing. */
	assert_true(store_webhook_newest(kit->store) >= 300);
	kit_check(kit);
	/* Who texts again is a stranger. */
	kit_begin(kit);
	phone_id =
	    store_phone_ensure(kit->store, NUMBER, PARTY_PHONE, T0, &other);
	kit_commit(kit);
	assert_int_not_equal(other, person_id);
	eraser_free(&eraser);
	loop_free(&b.loop);
}

/* The daemon dies after each of the first jobs, one after the other. */
static void
a_kill_anywhere_loses_nothing(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	int64_t person_id = set_up(&b, kit);
	struct eraser *eraser;
	int before;

	erase(kit, person_id);
	for (int kill = 0; kill < 16; kill++) {
		kit_reopen(kit);
		eraser = begin(&b, kit);
		before = b.jobs;
		for (int i = 0; i < 2000 && b.jobs == before; i++)
			loop_once(b.loop, true);
		eraser_free(&eraser);
	}
	kit_reopen(kit);
	eraser = begin(&b, kit);
	run_to_the_end(&b, eraser);
	nothing_is_left(kit);
	kit_check(kit);
	eraser_free(&eraser);
	loop_free(&b.loop);
}

/* In the file or its journal. */
static bool
index_has(const char *path, const char *word)
{
	char journal[180];

	snprintf(journal, sizeof(journal), "%s-wal", path);
	return (access(path, R_OK) == 0 && file_has(path, word)) ||
	       (access(journal, R_OK) == 0 && file_has(journal, word));
}

static void
the_index_of_words_begins_anew(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	int64_t person_id = set_up(&b, kit);
	struct eraser *eraser;
	char index[160];

	b.search = search_feed_new(b.loop, kit->path);
	snprintf(index, sizeof(index), "%s", kit->path);
	strcpy(index + strlen(index) - strlen(".db"), "-search.db");
	for (int i = 0; i < 3000 && !index_has(index, "zebrafish"); i++)
		loop_once(b.loop, true);
	assert_true(index_has(index, "zebrafish"));
	erase(kit, person_id);
	eraser = begin(&b, kit);
	run_to_the_end(&b, eraser);
	nothing_is_left(kit);
	eraser_free(&eraser);
	search_feed_free(&b.search);
	loop_free(&b.loop);
}

static void
what_is_open_is_told(void **state)
{
	struct kit *kit = *state;
	char why[512];
	int64_t person_id;

	kit_begin(kit);
	person_id = kit_person(kit, 3);
	kit_commit(kit);
	assert_false(
	    store_erase_blocked(kit->store, person_id, why, sizeof(why)));
	leave_order(kit, person_id);
	change(kit, "UPDATE order_ SET closed_ms = 0");
	assert_true(
	    store_erase_blocked(kit->store, person_id, why, sizeof(why)));
	assert_string_equal(
	    why, "order K7F is open (cancel it or see it through)");
}

/* After a restore: what waits for a word of release is not theirs any more. */
static void
what_is_held_is_dropped(void **state)
{
	struct kit *kit = *state;
	int64_t person_id = fill(kit), ids[2];

	change(kit,
	    "UPDATE message SET state = 19, lane = 0 WHERE id IN (2, 3);"
	    "INSERT INTO held VALUES (2), (3)");
	erase(kit, person_id);
	assert_int_equal(store_held_list(kit->store, 0, ids, 2), 1);
	assert_int_equal(ids[0], 3); /* somebody else's */
}

/* A copy that is not whole yet is noted nowhere. */
static void
half_a_month_is_cleaned_too(void **state)
{
	struct kit *kit = *state;
	struct bed b = {.kit = kit, .loop = loop_new()};
	struct archive_month month = {.month = "2025-08", .first_id = 1};
	int64_t person_id = fill(kit);
	struct eraser *eraser;
	struct err err = {0};

	month.last_id = 400;
	month.until_ms = T0;
	assert_true(archive_copy(kit->path, &month, 90, &err) > 0);
	erase(kit, person_id);
	eraser = begin(&b, kit);
	run_to_the_end(&b, eraser);
	nothing_is_left(kit);
	eraser_free(&eraser);
	loop_free(&b.loop);
}

/* Its month cannot be reached, all others can; nor is it made anew. */
static void
a_month_that_was_moved_away_is_no_hindrance(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	int64_t person_id = set_up(&b, kit);
	struct archive_month list[8];
	struct eraser *eraser;
	char path[512];

	archive_list(kit->store, list, 8);
	assert_true(archive_path(path, sizeof(path), kit->path, list[1].month));
	assert_int_equal(unlink(path), 0);
	erase(kit, person_id);
	eraser = begin(&b, kit);
	run_to_the_end(&b, eraser);
	nothing_is_left(kit);
	assert_int_not_equal(access(path, F_OK), 0);
	eraser_free(&eraser);
	loop_free(&b.loop);
}

/* Killed behind the last job, before the journal was cut off. */
static void
a_kill_at_the_end_leaves_no_journal(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	int64_t person_id = set_up(&b, kit);
	struct eraser *eraser;
	struct erasure e = {.id = 0};

	erase(kit, person_id);
	eraser = begin(&b, kit);
	for (int i = 0; i < 20000 && e.ended_ms == 0; i++) {
		loop_once(b.loop, true);
		assert_true(store_erase_get(kit->store, 1, &e));
	}
	eraser_free(&eraser);
	assert_non_null(where(kit, "zebrafish"));
	eraser = begin(&b, kit);
	run_to_the_end(&b, eraser);
	nothing_is_left(kit);
	eraser_free(&eraser);
	loop_free(&b.loop);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		nothing_of_them_is_left_in_any_file, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_kill_anywhere_loses_nothing, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_index_of_words_begins_anew, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_is_held_is_dropped, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		half_a_month_is_cleaned_too, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_month_that_was_moved_away_is_no_hindrance, kit_open,
		kit_close),
	    cmocka_unit_test_setup_teardown(
		a_kill_at_the_end_leaves_no_journal, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_is_open_is_told, kit_open, kit_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
