#include "tests/scenario/story_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/log.h"
#include "base/panic.h"

#include "sms/segment.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_pool.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

#include "handlers/alias.h"
#include "handlers/handlers.h"

#define TRANSCRIPT_OCTETS (256u * 1024u)
#define TAIL_DIGITS 6 /* more of a number than a log shows */

/* -- the stage ----------------------------------------------------------- */

static uint64_t
next_random(void *arg)
{
	uint64_t *state = arg;

	*state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return *state >> 33;
}

/* Nobody's number, and nothing that was said, may stand in a log. */
static void
watch_log(const char *line, void *arg)
{
	struct story *s = arg;
	bool tells = (s->said[0] != '\0' && strstr(line, s->said) != NULL) ||
		     (s->pin[0] != '\0' && strstr(line, s->pin) != NULL);

	for (size_t i = 0; i < s->people_count && !tells; i++) {
		size_t digits = strlen(s->people[i].number);

		tells = strstr(line,
			    s->people[i].number + (digits > TAIL_DIGITS
							  ? digits - TAIL_DIGITS
							  : 0)) != NULL;
	}
	if (tells)
		str_copy(
		    s->told_by_log, sizeof(s->told_by_log), str_from(line));
}

static struct turn
turn_of(struct story *s)
{
	return (struct turn){s->store, &s->market, s->now_ms, s->clock_sure};
}

static void
committed(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

void
story_commit(struct story *s)
{
	struct err err = {0};

	if (store_failed(s->store, &err) != 0)
		fail_msg("%s: store failed: %s", s->name, err.text);
	store_commit(s->store, committed, NULL);
}

struct actor *
story_actor(struct story *s, const char *name)
{
	for (size_t i = 0; i < s->people_count; i++)
		if (strcmp(s->people[i].name, name) == 0)
			return &s->people[i];
	panic("nobody is called %s", name);
}

static const char *
name_of(struct story *s, int64_t phone_id)
{
	for (size_t i = 0; i < s->people_count; i++)
		if (s->people[i].phone_id == phone_id)
			return s->people[i].name;
	return "?";
}

static void
add_goods(json_t *json, const char *path)
{
	struct err err = {0};
	json_t *more = json_read_file(path, 1u << 20, &err);

	assert_non_null(more);
	assert_int_equal(json_array_extend(json_object_get(json, "products"),
			     json_object_get(more, "products")),
	    0);
	json_decref(more);
}

/* The market's goods, and what admins have taught since. */
static struct catalogue *
load_goods(struct story *s)
{
	struct err err = {0};
	json_t *json = json_read_file(
	    s->all_goods ? FURROW_SOURCE "/tests/language/catalogue.json"
			 : FURROW_SOURCE "/tests/scenario/catalogue.json",
	    1u << 20, &err);
	struct catalogue *goods;
	char *text;

	if (s->more_goods)
		add_goods(
		    json, FURROW_SOURCE "/tests/scenario/catalogue_more.json");
	if (s->all_goods)
		add_goods(
		    json, FURROW_SOURCE "/tests/scenario/catalogue_long.json");
	alias_names(json, s->store);
	text = json_dumps(json, 0);
	assert_non_null(text);
	goods = catalogue_load(str_from(text), s->lexicon, &err);
	if (goods == NULL)
		fail_msg("catalogue: %s", err.text);
	free(text);
	json_decref(json);
	return goods;
}

static void
names_changed(void *arg)
{
	struct story *s = arg;

	catalogue_free(&s->catalogue);
	s->catalogue = load_goods(s);
	trade_reload_catalogue(
	    s->trade, s->catalogue, store_alias_version(s->store));
}

void
story_more_goods(struct story *s)
{
	s->more_goods = true;
	names_changed(s);
}

void
story_all_goods(struct story *s)
{
	s->all_goods = true;
	names_changed(s);
}

/* Nobody changes it: one for all stories of the program, which it takes a tenth
 * of a second to read. */
static struct lexicon *
lexicon_once(void)
{
	static struct lexicon *lexicon;
	struct err err = {0};

	if (lexicon == NULL)
		lexicon =
		    lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	if (lexicon == NULL)
		fail_msg("lexicon: %s", err.text);
	return lexicon;
}

/* The links that an admin may ask about. */
static bool
story_link(void *arg, size_t i, struct handler_link *out)
{
	static const struct handler_link links[] = {
	    {"a", "up", 70}, {"op", "up", -1}};

	(void)arg;
	if (i >= sizeof(links) / sizeof(links[0]))
		return false;
	*out = links[i];
	return true;
}

static size_t
story_alarms(void *arg)
{
	(void)arg;
	return 1;
}

/* One code is right, one is wrong. */
static enum handler_code
story_code(const struct turn *turn, int64_t person_id, struct str digits)
{
	(void)turn;
	(void)person_id;
	if (str_is(digits, "111111"))
		return HANDLER_CODE_RIGHT;
	return str_is(digits, "222222") ? HANDLER_CODE_WRONG
					: HANDLER_CODE_NONE;
}

static struct story *
begin(const char *name, const char *language)
{
	struct story *s = xcalloc(1, sizeof(*s));
	struct err err = {0};

	log_set_level(LOG_DEBUG);
	log_set_sink(watch_log, s);
	str_copy(s->name, sizeof(s->name), str_from(name));
	str_copy(s->path, sizeof(s->path), str_from("furrow-story-XXXXXX"));
	int fd = mkstemp(s->path);
	assert_true(fd >= 0);
	close(fd);
	s->store = store_open(s->path, &err);
	if (s->store == NULL)
		fail_msg("store: %s", err.text);
	s->link_id = store_link_ensure(s->store, "a", "modem", "+254700");
	s->lexicon = lexicon_once();
	s->catalogue = load_goods(s);
	s->trade = trade_new(
	    &(struct trade_config){.catalogue = s->catalogue,
		.lexicon = s->lexicon,
		.phrases_dir = FURROW_SOURCE "/handlers/phrases",
		.menu_path = FURROW_SOURCE "/handlers/screens/ussd.menu",
		.language = language,
		.random = next_random,
		.random_arg = &s->random,
		.names_changed = names_changed,
		.names_arg = s,
		.links = {story_link, story_alarms, s},
		.code = story_code},
	    &err);
	if (s->trade == NULL)
		fail_msg("phrases: %s", err.text);
	s->clock_sure = true;
	s->out = buf_new(TRANSCRIPT_OCTETS);
	return s;
}

/* gateway/core/market: local time goes by the process's zone. */
static void
use_zone(const struct market *market)
{
	setenv("TZ", market->timezone, 1);
	tzset();
}

struct story *
story_begin(const char *name)
{
	struct story *s = begin(name, "en");

	s->market = (struct market){.name = "Siaya market",
	    .country = "254",
	    .currency = "KES",
	    .currency_places = 2,
	    .language = "en",
	    .timezone = "Africa/Nairobi",
	    .answer_within_ms = 2 * HOURS,
	    .quiet_from_min = 20 * 60 + 30,
	    .quiet_until_min = 6 * 60 + 30,
	    .open_orders_per_person = 5};
	use_zone(&s->market);
	s->now_ms = clock_from_civil(2026, 11, 25, 6, 0, 0);
	return s;
}

struct story *
story_begin_chinese(const char *name)
{
	struct story *s = begin(name, "zh");

	s->market = (struct market){.name = "西山集市",
	    .country = "86",
	    .currency = "CNY",
	    .currency_places = 2,
	    .language = "zh",
	    .timezone = "Asia/Shanghai",
	    .answer_within_ms = 2 * HOURS,
	    .open_orders_per_person = 5};
	use_zone(&s->market);
	s->now_ms = clock_from_civil(2026, 11, 25, 1, 0, 0);
	return s;
}

struct market *
story_market(struct story *s)
{
	return &s->market;
}

unsigned
story_roles(const char *words)
{
	unsigned roles = 0;

	if (strstr(words, "buyer"))
		roles |= PERSON_BUYER;
	if (strstr(words, "seller"))
		roles |= PERSON_SELLER;
	if (strstr(words, "leader"))
		roles |= PERSON_LEADER;
	if (strstr(words, "officer"))
		roles |= PERSON_OFFICER;
	if (strstr(words, "admin"))
		roles |= PERSON_ADMIN;
	return roles;
}

void
story_person(struct story *s, const char *name, const char *number,
    const char *roles, const char *place)
{
	struct actor *a = &s->people[s->people_count++];
	struct person person;

	assert_true(s->people_count <= PEOPLE);
	str_copy(a->name, sizeof(a->name), str_from(name));
	str_copy(a->number, sizeof(a->number), str_from(number));
	store_begin(s->store);
	a->phone_id = store_phone_ensure(
	    s->store, number, PARTY_PHONE, s->now_ms, &a->person_id);
	assert_true(store_person_get(s->store, a->person_id, &person));
	person.roles = story_roles(roles);
	if (person.roles != 0)
		str_copy(person.name, sizeof(person.name), str_from(name));
	str_copy(person.place, sizeof(person.place), str_from(place));
	store_person_put(s->store, &person);
	story_commit(s);
}

void
story_household(struct story *s, const char *leader, const char *name,
    const char *number, const char *place)
{
	int64_t leader_id = story_actor(s, leader)->person_id;
	struct person person;

	if (number != NULL)
		story_person(s, name, number, "seller", place);
	store_begin(s->store);
	if (number == NULL) {
		(void)store_household_add(
		    s->store, leader_id, name, 0, s->now_ms);
	} else {
		assert_true(store_person_get(
		    s->store, story_actor(s, name)->person_id, &person));
		person.leader_id = leader_id;
		store_person_put(s->store, &person);
	}
	story_commit(s);
}

void
story_weight(struct story *s, const char *name, int64_t weight_milli)
{
	struct person person;

	store_begin(s->store);
	assert_true(store_person_get(
	    s->store, story_actor(s, name)->person_id, &person));
	person.weight_milli = weight_milli;
	store_person_put(s->store, &person);
	story_commit(s);
}

void
story_area(
    struct story *s, const char *name, const char *area, const char *parent)
{
	struct person person;

	store_begin(s->store);
	assert_true(store_person_get(
	    s->store, story_actor(s, name)->person_id, &person));
	person.area_id = store_area_ensure(s->store, area, parent);
	store_person_put(s->store, &person);
	story_commit(s);
}

void
story_offer(struct story *s, const char *name, const char *product,
    const char *unit, int64_t stock, int64_t price)
{
	struct offer offer = {.seller_id = story_actor(s, name)->person_id,
	    .stock_milli = stock * 1000,
	    .price_minor = price < 0 ? -1 : price * 100};

	str_copy(offer.product, sizeof(offer.product), str_from(product));
	str_copy(offer.unit, sizeof(offer.unit), str_from(unit));
	store_begin(s->store);
	store_offer_put(s->store, &offer, s->now_ms);
	story_commit(s);
}

/* -- texts going out ----------------------------------------------------- */

struct claimed {
	int64_t id, subject_id, phone_id;
	int subject;
};

struct claims {
	struct story *story;
	struct claimed row[64];
	size_t count;
};

static void
claim_row(void *arg, const struct message *m)
{
	struct claims *c = arg;
	size_t parts = segment_count(str_from(m->text), true);

	buf_add_format(&c->story->out, "    -> %s: %s",
	    name_of(c->story, m->phone_id), m->text);
	if (parts > 1)
		buf_add_format(&c->story->out, " [%zu SMS]", parts);
	buf_add_text(&c->story->out, "\n");
	c->row[c->count++] = (struct claimed){
	    m->id, m->subject_id, m->phone_id, (int)m->subject};
}

static bool
phone_is_off(struct story *s, int64_t phone_id)
{
	for (size_t i = 0; i < s->people_count; i++)
		if (s->people[i].phone_id == phone_id)
			return s->people[i].off;
	return false;
}

static void
fate(struct story *s, const struct claimed *c, enum handler_fate fate)
{
	struct turn turn = turn_of(s);

	handlers_table()->on_fate(
	    s->trade, &turn, c->id, c->subject, c->subject_id, fate);
}

static void
take_stale_row(void *arg, const struct message *m)
{
	struct claims *c = arg;

	if (c->count < 64)
		c->row[c->count++] = (struct claimed){
		    m->id, m->subject_id, m->phone_id, (int)m->subject};
}

/* Everything that is due leaves, arrives, and what it causes leaves, too. */
void
story_flush(struct story *s)
{
	for (int round = 0; round < 50; round++) {
		struct claims stale = {.story = s}, c = {.story = s};

		store_begin(s->store);
		store_message_take_stale(
		    s->store, s->now_ms, 64, take_stale_row, &stale);
		for (size_t i = 0; i < stale.count; i++)
			fate(s, &stale.row[i], HANDLER_LOST);
		if (!s->link_down)
			store_message_claim(s->store, s->link_id, true,
			    s->now_ms, 64, claim_row, &c);
		for (size_t i = 0; i < c.count; i++) {
			store_message_sent(
			    s->store, c.row[i].id, s->now_ms, 1, 1);
			fate(s, &c.row[i], HANDLER_SENT);
			if (phone_is_off(s, c.row[i].phone_id))
				continue;
			store_message_delivered(
			    s->store, c.row[i].id, s->now_ms);
			fate(s, &c.row[i], HANDLER_DELIVERED);
		}
		story_commit(s);
		if (c.count == 0 && stale.count == 0)
			return;
	}
	fail_msg("%s: the texts do not end", s->name);
}

/* -- what happens -------------------------------------------------------- */

/* Whose phone it is by now, as intake finds it. */
static int64_t
speaker_of(struct story *s, const struct actor *a)
{
	int64_t phone_id, person_id = 0;

	store_begin(s->store);
	assert_true(
	    store_phone_find(s->store, a->number, &phone_id, &person_id));
	story_commit(s);
	return person_id;
}

/* What no line of the log may have of it: the words, and a PIN at its end. */
static void
listen(struct story *s, const char *text)
{
	const char *last = strrchr(text, ' ');
	size_t digits;

	last = last != NULL ? last + 1 : text;
	digits = strspn(last, "0123456789");
	s->said[0] = s->pin[0] = '\0';
	if (strlen(text) > TAIL_DIGITS)
		str_copy(s->said, sizeof(s->said), str_from(text));
	if (digits >= 4 && digits <= 6 && last[digits] == '\0')
		str_copy(s->pin, sizeof(s->pin), str_from(last));
}

static void
receive(
    struct story *s, const char *name, const char *text, bool torn, bool call)
{
	struct actor *a = story_actor(s, name);
	int64_t person_id = speaker_of(s, a);
	struct turn turn;
	int64_t link_id = s->by_link_id != 0 ? s->by_link_id : s->link_id;
	struct message_in in = {.link_id = link_id,
	    .phone_id = a->phone_id,
	    .person_id = person_id,
	    .now_ms = s->now_ms,
	    .text = str_from(text),
	    .state = MESSAGE_RECEIVED};
	struct handler_text t = {.phone_id = a->phone_id,
	    .person_id = person_id,
	    .link_id = link_id,
	    .low_trust = s->by_low_trust,
	    .proof_link_id = s->link_id,
	    .number = a->number,
	    .text = str_from(text),
	    .incomplete = torn,
	    .call = call};

	buf_add_format(&s->out, "%s%s> %s\n", name,
	    s->by_low_trust      ? " by an unsure link"
	    : s->by_link_id != 0 ? " by another modem"
				 : "",
	    call ? "(a missed call)" : text);
	listen(s, text);
	s->now_ms += 1000;
	in.now_ms = s->now_ms;
	turn = turn_of(s);
	store_begin(s->store);
	t.message_id = store_message_receive(s->store, &in);
	if (s->over)
		handlers_table()->on_over(s->trade, &turn, &t);
	else
		handlers_table()->on_text(s->trade, &turn, &t);
	story_commit(s);
	story_flush(s);
}

void
story_text(struct story *s, const char *name, const char *text)
{
	receive(s, name, text, false, false);
}

void
story_over(struct story *s, const char *name, const char *text)
{
	s->over = true;
	receive(s, name, text, false, false);
	s->over = false;
}

void
story_forged(struct story *s, const char *name, const char *text)
{
	s->by_link_id = store_link_ensure(s->store, "c", "http", "");
	s->by_low_trust = true;
	receive(s, name, text, false, false);
	s->by_link_id = 0;
	s->by_low_trust = false;
}

void
story_other(struct story *s, const char *name, const char *text)
{
	s->by_link_id = store_link_ensure(s->store, "b", "modem", "");
	receive(s, name, text, false, false);
	s->by_link_id = 0;
}

void
story_call(struct story *s, const char *name)
{
	receive(s, name, "", false, true);
}

void
story_torn(struct story *s, const char *name, const char *text)
{
	receive(s, name, text, true, false);
}

static void
fire_due(struct story *s)
{
	int kind;
	int64_t ref;
	struct turn turn = turn_of(s);

	store_begin(s->store);
	for (int i = 0;
	     i < 100 && store_timer_take(s->store, s->now_ms, &kind, &ref); i++)
		handlers_table()->on_timer(
		    s->trade, &turn, (enum timer_kind)kind, ref);
	story_commit(s);
	story_flush(s);
}

void
story_wait(struct story *s, int64_t ms)
{
	int64_t until = s->now_ms + ms;

	if (ms >= HOURS)
		buf_add_format(
		    &s->out, "... %lld h later\n", (long long)(ms / HOURS));
	else
		buf_add_format(
		    &s->out, "... %lld min later\n", (long long)(ms / MINUTES));
	for (int i = 0; i < 5000; i++) {
		int64_t due;

		store_begin(s->store);
		due = store_timer_next_due(s->store);
		story_commit(s);
		/* As the turn does: nothing is due while nobody knows what
		 * time it is. */
		if (due > until || !s->clock_sure)
			break;
		if (due > s->now_ms)
			s->now_ms = due;
		fire_due(s);
	}
	s->now_ms = until;
	story_flush(s);
}

void
story_phone_off(struct story *s, const char *name, bool off)
{
	buf_add_format(
	    &s->out, "(%s's phone is %s)\n", name, off ? "off" : "on");
	story_actor(s, name)->off = off;
}

void
story_link_down(struct story *s, bool down)
{
	buf_add_format(&s->out, "(the link is %s)\n", down ? "down" : "up");
	s->link_down = down;
	story_flush(s);
}

struct finding {
	struct claimed found;
	bool any;
};

static bool
newest_out(void *arg, const struct message *m)
{
	struct finding *f = arg;

	if (!m->out)
		return true;
	f->found = (struct claimed){
	    m->id, m->subject_id, m->phone_id, (int)m->subject};
	f->any = true;
	return false;
}

void
story_lose(struct story *s, const char *name)
{
	struct finding f = {.any = false};

	buf_add_format(
	    &s->out, "(the network gives up the last text to %s)\n", name);
	store_begin(s->store);
	store_message_chain(
	    s->store, story_actor(s, name)->phone_id, 8, newest_out, &f);
	assert_true(f.any);
	store_message_failed(
	    s->store, f.found.id, s->now_ms, 0, "absent subscriber");
	fate(s, &f.found, HANDLER_LOST);
	story_commit(s);
	story_flush(s);
}

/* Deadlines grow by the time in which nobody could be answered, or nobody knew
 * what time it was (gateway/queue/timekeeper). */
static void
was_away(struct story *s, int64_t ms)
{
	struct turn turn = turn_of(s);

	store_begin(s->store);
	store_timer_shift(s->store, ms);
	handlers_table()->on_outage(s->trade, &turn, ms);
	story_commit(s);
	story_flush(s);
}

void
story_clock_sure(struct story *s, bool sure)
{
	bool was = s->clock_sure;

	buf_add_format(
	    &s->out, "(the clock is %s)\n", sure ? "sure" : "unsure");
	s->clock_sure = sure;
	if (was && !sure)
		s->unsure_since_ms = s->now_ms;
	if (!was && sure)
		was_away(s, s->now_ms - s->unsure_since_ms);
}

void
story_outage(struct story *s, int64_t ms)
{
	buf_add_format(&s->out, "(everything was down for %lld h)\n",
	    (long long)(ms / HOURS));
	s->now_ms += ms;
	if (s->clock_sure)
		was_away(s, ms);
}

/* -- admin --------------------------------------------------------------- */

struct newest {
	char code[8];
};

static bool
newest_code(void *arg, const struct line_row *row)
{
	struct newest *n = arg;

	memcpy(n->code, row->order.code, sizeof(n->code));
	return true;
}

void
story_admin(struct story *s, int act, const char *for_name, const char *to_name)
{
	static const char *const acts[] = {
	    "accept", "decline", "cancel", "reassign", "done"};
	struct newest n = {.code = ""};
	struct err err = {0};
	struct turn turn = turn_of(s);
	struct line_filter all = {.limit = 0};
	struct handler_admin admin = {.act = (enum handler_act)act,
	    .code = n.code,
	    .for_phone = for_name ? story_actor(s, for_name)->number : "",
	    .to_phone = to_name ? story_actor(s, to_name)->number : "",
	    .actor = "admin:amina"};
	int rc;

	store_begin(s->store);
	store_line_list(s->store, &all, newest_code, &n);
	rc = handlers_table()->on_admin(s->trade, &turn, &admin, &err);
	buf_add_format(&s->out, "(admin: %s #%s%s%s%s%s%s%s)\n", acts[act],
	    n.code, for_name ? " for " : "", for_name ? for_name : "",
	    to_name ? " to " : "", to_name ? to_name : "",
	    rc != 0 ? " - refused: " : "", rc != 0 ? err.text : "");
	story_commit(s);
	story_flush(s);
}

void
story_say(struct story *s, const char *remark)
{
	buf_add_format(&s->out, "\n-- %s\n", remark);
}

static void
compare(struct story *s)
{
	char path[512], *old;
	struct buf name = buf_over(path, sizeof(path));
	FILE *file;
	size_t got;

	buf_add_format(&name, FURROW_SOURCE "/tests/scenario/%s.ok", s->name);
	if (s->name[0] == '\0')
		return;
	assert_false(s->out.full);
	if (getenv("FURROW_UPDATE_GOLDEN") != NULL) {
		file = fopen(path, "w");
		assert_non_null(file);
		fwrite(s->out.at, 1, s->out.octets, file);
		fclose(file);
		return;
	}
	file = fopen(path, "re");
	if (file == NULL)
		fail_msg("%s is missing (make update-golden)", path);
	old = xcalloc(TRANSCRIPT_OCTETS + 1, 1);
	got = fread(old, 1, TRANSCRIPT_OCTETS, file);
	fclose(file);
	if (got != s->out.octets || memcmp(old, s->out.at, got) != 0) {
		fprintf(
		    stderr, "---- %s is now:\n%s----\n", s->name, s->out.at);
		fail_msg("%s: the story has changed", s->name);
	}
	free(old);
}

void
story_end(struct story *s)
{
	story_check(s);
	compare(s);
	assert_string_equal(s->told_by_log, "");
	buf_free(&s->out);
	trade_free(&s->trade);
	catalogue_free(&s->catalogue);
	store_close(&s->store);
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		char extra[80];
		snprintf(extra, sizeof(extra), "%s%s", s->path, ends[i]);
		unlink(extra);
	}
	log_set_sink(NULL, NULL);
	free(s);
}
