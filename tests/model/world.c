#include "tests/model/world.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/log.h"
#include "base/panic.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_timer.h"

#include "handlers/handlers.h"

#define CLAIMS 64
#define ROUNDS 200

uint32_t
world_random(struct world *w, uint32_t limit)
{
	w->seed =
	    w->seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return (uint32_t)((w->seed >> 33) % limit);
}

static uint64_t
random_code(void *arg)
{
	return world_random(arg, UINT32_C(1) << 30);
}

static void
quiet_sink(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

static struct turn
turn_of(struct world *w)
{
	return (struct turn){w->store, &w->market, w->now_ms, true};
}

static void
committed(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

static void
commit(struct world *w)
{
	struct err err = {0};

	if (store_failed(w->store, &err) != 0)
		panic("the store failed: %s", err.text);
	store_commit(w->store, committed, NULL);
}

/* -- people and goods ------------------------------------------------------ */

static const char *const goods[] = {"tomato", "maize", "onion", "potato"};

static void
add_offers(struct world *w, const struct world_person *p, int nth)
{
	for (int i = 0; i < 2; i++) {
		struct offer offer = {.seller_id = p->person_id,
		    .stock_milli = (10 + world_random(w, 90)) * INT64_C(1000),
		    .price_minor = (20 + world_random(w, 30)) * INT64_C(100)};

		str_copy(offer.product, sizeof(offer.product),
		    str_from(goods[(nth + i) % 4]));
		str_copy(offer.unit, sizeof(offer.unit), str_from("kg"));
		store_offer_put(w->store, &offer, w->now_ms);
	}
}

static unsigned
role_of(int nth)
{
	return nth < 3     ? PERSON_SELLER | PERSON_LEADER
	       : nth < 12  ? PERSON_SELLER
	       : nth == 12 ? PERSON_OFFICER
	       : nth < 28  ? PERSON_BUYER
			   : 0;
}

static void
add_person(struct world *w, int nth)
{
	struct world_person *p = &w->people[nth];
	struct person row;

	snprintf(p->number, sizeof(p->number), "+2547%08d", 11000000 + nth);
	snprintf(p->name, sizeof(p->name), "Wanda%c%c", 'a' + nth / 10,
	    'a' + nth % 10);
	p->roles = role_of(nth);
	p->phone_id = store_phone_ensure(
	    w->store, p->number, PARTY_PHONE, w->now_ms, &p->person_id);
	PANIC_UNLESS(store_person_get(w->store, p->person_id, &row));
	row.roles = p->roles;
	row.got_count = (p->roles & PERSON_BUYER) != 0;
	if (p->roles != 0)
		str_copy(row.name, sizeof(row.name), str_from(p->name));
	store_person_put(w->store, &row);
	if ((p->roles & PERSON_SELLER) != 0)
		add_offers(w, p, nth);
}

/* -- beginning and end ----------------------------------------------------- */

static void
open_trade(struct world *w)
{
	struct err err = {0};
	json_t *json = json_read_file(
	    FURROW_SOURCE "/tests/scenario/catalogue.json", 1u << 20, &err);
	char *text = json_dumps(json, 0);

	w->lexicon = lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	PANIC_UNLESS(w->lexicon != NULL && text != NULL);
	w->catalogue = catalogue_load(str_from(text), w->lexicon, &err);
	free(text);
	json_decref(json);
	PANIC_UNLESS(w->catalogue != NULL);
	w->trade =
	    trade_new(&(struct trade_config){.catalogue = w->catalogue,
			  .lexicon = w->lexicon,
			  .phrases_dir = FURROW_SOURCE "/handlers/phrases",
			  .language = "en",
			  .random = random_code,
			  .random_arg = w},
		&err);
	PANIC_UNLESS(w->trade != NULL);
}

/* In memory where the machine has such a place: the disk is not under test. */
static void
open_store(struct world *w)
{
	struct err err = {0};
	bool memory = access("/dev/shm", W_OK) == 0;
	int fd;

	snprintf(w->path, sizeof(w->path), "%sfurrow-model-XXXXXX",
	    memory ? "/dev/shm/" : "");
	fd = mkstemp(w->path);
	PANIC_UNLESS(fd >= 0);
	close(fd);
	w->store = store_open(w->path, &err);
	if (w->store == NULL)
		panic("store: %s", err.text);
	w->link_id = store_link_ensure(w->store, "a", "modem", "+254700");
}

struct world *
world_new(uint64_t seed)
{
	struct world *w = xcalloc(1, sizeof(*w));

	log_set_sink(quiet_sink, NULL);
	w->seed = seed;
	w->market = (struct market){.name = "Siaya market",
	    .country = "254",
	    .currency = "KES",
	    .currency_places = 2,
	    .language = "en",
	    .timezone = "Africa/Nairobi",
	    .answer_within_ms = INT64_C(7200000),
	    .quiet_from_min = 20 * 60 + 30,
	    .quiet_until_min = 6 * 60 + 30,
	    .open_orders_per_person = 5};
	setenv("TZ", w->market.timezone, 1);
	tzset();
	w->now_ms = clock_from_civil(2026, 11, 25, 6, 0, 0);
	open_store(w);
	open_trade(w);
	store_begin(w->store);
	for (int i = 0; i < WORLD_PEOPLE; i++)
		add_person(w, i);
	commit(w);
	return w;
}

void
world_free(struct world **at)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	struct world *w = *at;

	trade_free(&w->trade);
	catalogue_free(&w->catalogue);
	lexicon_free(&w->lexicon);
	store_close(&w->store);
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		char extra[80];
		snprintf(extra, sizeof(extra), "%s%s", w->path, ends[i]);
		unlink(extra);
	}
	log_set_sink(NULL, NULL);
	free(w);
	*at = NULL;
}

/* -- texts that leave ------------------------------------------------------ */

static struct world_person *
owner_of(struct world *w, int64_t phone_id)
{
	for (int i = 0; i < WORLD_PEOPLE; i++)
		if (w->people[i].phone_id == phone_id)
			return &w->people[i];
	panic("nobody has phone %lld", (long long)phone_id);
}

static void
keep_code(struct world_person *p, const char *text)
{
	const char *sign = strchr(text, '#');
	char code[8];
	size_t n;

	if (sign == NULL)
		return;
	n = strspn(sign + 1, "ABCDEFGHJKMNPQRTUVWXY23456789");
	if (n < 3 || n > 5)
		return;
	str_copy(code, sizeof(code), str_of(sign + 1, n));
	if (strcmp(code, p->codes[0]) == 0)
		return;
	memmove(
	    p->codes[1], p->codes[0], sizeof(p->codes) - sizeof(p->codes[0]));
	memcpy(p->codes[0], code, sizeof(code));
}

struct claimed {
	int64_t id, subject_id;
	int subject;
	bool off;
};

struct claims {
	struct world *world;
	struct claimed row[CLAIMS];
	size_t count;
};

static void
claim_row(void *arg, const struct message *m)
{
	struct claims *c = arg;
	struct world_person *p = owner_of(c->world, m->phone_id);

	PANIC_UNLESS(c->count < CLAIMS);
	c->row[c->count++] =
	    (struct claimed){m->id, m->subject_id, (int)m->subject, p->off};
	keep_code(p, m->text);
	str_copy(p->last, sizeof(p->last), str_from(m->text));
	c->world->texts_out++;
}

static void
stale_row(void *arg, const struct message *m)
{
	struct claims *c = arg;

	PANIC_UNLESS(c->count < CLAIMS);
	c->row[c->count++] =
	    (struct claimed){m->id, m->subject_id, (int)m->subject, false};
}

static void
fate(struct world *w, const struct claimed *c, enum handler_fate fate)
{
	struct turn turn = turn_of(w);

	handlers_table()->on_fate(
	    w->trade, &turn, c->id, c->subject, c->subject_id, fate);
}

static void
arrive(struct world *w, const struct claimed *c)
{
	store_message_sent(w->store, c->id, w->now_ms, 1, 1);
	fate(w, c, HANDLER_SENT);
	if (c->off)
		return;
	store_message_delivered(w->store, c->id, w->now_ms);
	fate(w, c, HANDLER_DELIVERED);
}

/* Everything that is due leaves, arrives, and what it causes leaves, too. */
static void
flush(struct world *w)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct claims stale = {.world = w}, c = {.world = w};

		store_begin(w->store);
		store_message_take_stale(
		    w->store, w->now_ms, CLAIMS, stale_row, &stale);
		for (size_t i = 0; i < stale.count; i++)
			fate(w, &stale.row[i], HANDLER_LOST);
		store_message_claim(w->store, w->link_id, true, w->now_ms,
		    CLAIMS, claim_row, &c);
		for (size_t i = 0; i < c.count; i++)
			arrive(w, &c.row[i]);
		commit(w);
		if (c.count == 0 && stale.count == 0)
			return;
	}
	panic("the texts do not end");
}

/* -- what happens ---------------------------------------------------------- */

void
world_text(struct world *w, struct world_person *from, const char *text)
{
	struct turn turn;
	struct message_in in = {.link_id = w->link_id,
	    .phone_id = from->phone_id,
	    .person_id = from->person_id,
	    .text = str_from(text),
	    .state = MESSAGE_RECEIVED};
	struct handler_text t = {.phone_id = from->phone_id,
	    .person_id = from->person_id,
	    .link_id = w->link_id,
	    .number = from->number,
	    .text = str_from(text)};

	w->now_ms += 1000;
	in.now_ms = w->now_ms;
	turn = turn_of(w);
	store_begin(w->store);
	t.message_id = store_message_receive(w->store, &in);
	w->cause_id = t.message_id;
	handlers_table()->on_text(w->trade, &turn, &t);
	commit(w);
	flush(w);
}

static void
fire_due(struct world *w)
{
	struct turn turn = turn_of(w);
	int64_t ref;
	int kind;

	store_begin(w->store);
	for (int i = 0;
	     i < 100 && store_timer_take(w->store, w->now_ms, &kind, &ref); i++)
		handlers_table()->on_timer(
		    w->trade, &turn, (enum timer_kind)kind, ref);
	commit(w);
	flush(w);
}

static int64_t
next_due(struct world *w)
{
	int64_t due;

	store_begin(w->store);
	due = store_timer_next_due(w->store);
	commit(w);
	return due;
}

void
world_wait(struct world *w, int64_t ms)
{
	int64_t until = w->now_ms + ms, due;

	while ((due = next_due(w)) <= until) {
		if (due > w->now_ms)
			w->now_ms = due;
		fire_due(w);
	}
	w->now_ms = until;
	flush(w);
}

void
world_outage(struct world *w, int64_t ms)
{
	struct turn turn;

	w->now_ms += ms;
	turn = turn_of(w);
	store_begin(w->store);
	store_timer_shift(w->store, ms);
	handlers_table()->on_outage(w->trade, &turn, ms);
	commit(w);
	flush(w);
}

void
world_admin(struct world *w, int act, const char *code,
    const struct world_person *person)
{
	struct err err = {0};
	struct turn turn = turn_of(w);
	struct handler_admin admin = {.act = (enum handler_act)act,
	    .code = code,
	    .for_phone = person->number,
	    .to_phone = "",
	    .actor = "admin:amina"};

	store_begin(w->store);
	(void)handlers_table()->on_admin(w->trade, &turn, &admin, &err);
	commit(w);
	flush(w);
}

bool
world_check(struct world *w, char *why, size_t why_octets)
{
	struct err err = {0};

	if (store_check(w->store, &err) == 0)
		return true;
	snprintf(why, why_octets, "%s", err.text);
	return false;
}
