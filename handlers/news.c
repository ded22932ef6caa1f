#include "handlers/news.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_timer.h"

#include "handlers/day.h"
#include "handlers/letter.h"
#include "handlers/sale_tell.h"

#define MINUTE_MS INT64_C(60000)
#define NEXT_MS INT64_C(1000)
#define LOOK_AGAIN_MS (INT64_C(10) * 1000)
/* A phone that is off must not hold up the others. */
#define LAST_WAITS_MS (10 * MINUTE_MS)
/* Who lists one thing often lists another right after it. */
#define SETTLE_MS (10 * MINUTE_MS)
#define DAY_MS (INT64_C(24) * 60 * MINUTE_MS)
#define OFFERS_SHOWN 3
#define OFFERS_READ 60

int64_t
news_by_day(const struct market *market, int64_t wall_ms)
{
	int64_t day = market_local_day(market, wall_ms);
	int minute = market_local_minute(market, wall_ms);

	if (minute >= NEWS_UNTIL_MIN)
		wall_ms = day_start_ms(market, wall_ms, day + 1) +
			  NEWS_FROM_MIN * MINUTE_MS;
	else if (minute < NEWS_FROM_MIN)
		wall_ms = day_start_ms(market, wall_ms, day) +
			  NEWS_FROM_MIN * MINUTE_MS;
	return market_is_quiet(market, wall_ms)
		   ? market_waking_after(market, wall_ms, 1)
		   : wall_ms;
}

void
news_begin(struct desk *desk, enum news_kind kind, int64_t ref, int64_t due_ms)
{
	struct news news;

	if (!store_news_find(desk->store, kind, ref, &news)) {
		memset(&news, 0, sizeof(news));
		news.kind = kind;
		news.ref = ref;
	}
	news.topic = 0;
	news.after_id = 0;
	news.told = 0;
	news.last_id = 0;
	news.done = false;
	news.since_ms = desk->now_ms;
	news.day = market_local_day(desk->market, desk->now_ms);
	store_news_put(desk->store, &news);
	store_timer_set(desk->store, TIMER_NEWS, news.id,
	    news_by_day(desk->market, due_ms));
}

/* -- what is said ---------------------------------------------------------- */

static int64_t
say_sale(struct letter *letter, const struct sale *sale, const char *topic,
    const struct letter_about *about)
{
	char price[AMOUNT_OCTETS], cap[AMOUNT_OCTETS] = "";
	char time[SALE_TIME_OCTETS];

	if (sale->cap_milli > 0)
		amount_qty(cap, &letter->style, sale->cap_milli, sale->unit);
	return letter_send(letter, PHRASE_SALE_NEWS,
	    &(struct words){.code = sale->code,
		.product = amount_product(&letter->style, sale->product),
		.price = amount_price(
		    price, &letter->style, sale->price_minor, sale->unit),
		.unit = amount_unit(&letter->style, sale->unit, true),
		.time = sale_tell_time(time, letter->desk, letter->lang, sale),
		.qty = cap,
		.name = topic},
	    about);
}

void
news_say_sale(struct desk *desk, const struct sale *sale)
{
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_SALE, .subject_id = sale->id};

	letter_to_sender(&letter, desk);
	(void)say_sale(&letter, sale, "", &about);
}

struct fresh {
	struct desk *desk;
	struct offer row[OFFERS_SHOWN];
	size_t count;
};

static bool
fresh_add(void *arg, const struct offer *offer)
{
	struct fresh *f = arg;

	if (offer->closed || offer->changed_ms + DAY_MS < f->desk->now_ms ||
	    offer->stock_milli <= offer->held_milli)
		return true;
	/* Ascending: the newest stay. */
	if (f->count == OFFERS_SHOWN) {
		memmove(&f->row[0], &f->row[1],
		    (OFFERS_SHOWN - 1) * sizeof(f->row[0]));
		f->count--;
	}
	f->row[f->count++] = *offer;
	return true;
}

static int64_t
say_offers(struct letter *letter, const struct person *seller,
    const struct fresh *fresh, const struct letter_about *about)
{
	char items[320], piece[AMOUNT_OCTETS], price[AMOUNT_OCTETS] = "";
	char name[64];
	struct buf out = buf_over(items, sizeof(items));

	for (size_t i = 0; i < fresh->count; i++)
		buf_add_format(&out, "%s%s", i ? ", " : "",
		    amount_goods(piece, &letter->style, fresh->row[i].product,
			fresh->row[i].stock_milli - fresh->row[i].held_milli,
			fresh->row[i].unit, 0));
	if (fresh->count == 1)
		amount_price(price, &letter->style, fresh->row[0].price_minor,
		    fresh->row[0].unit);
	letter_name(name, seller);
	return letter_send(letter, PHRASE_FOLLOW_NEWS,
	    &(struct words){.name = name,
		.items = items,
		.price = price,
		.product =
		    amount_product(&letter->style, fresh->row[0].product),
		.unit = amount_unit(&letter->style, fresh->row[0].unit, true)},
	    about);
}

/* -- to whom --------------------------------------------------------------- */

/* What is told, loaded once a batch. */
struct telling {
	struct desk *desk;
	struct news *news;
	struct sale sale;
	struct sale_part parts[SALE_PARTS_MAX];
	size_t parts_count;
	struct person seller;
	struct fresh fresh;
};

/* Nobody is called to goods that others wait for. */
static bool
has_stock(const struct telling *t)
{
	for (size_t i = 0; i < t->parts_count; i++)
		if (t->parts[i].free_milli > 0)
			return true;
	return false;
}

/* Still worth telling? */
static bool
load(struct telling *t)
{
	struct store *store = t->desk->store;

	if (t->news->kind == NEWS_SELLER) {
		t->fresh.desk = t->desk;
		store_offer_each(
		    store, t->news->ref, 0, OFFERS_READ, fresh_add, &t->fresh);
		return t->fresh.count > 0 &&
		       store_person_get(store, t->news->ref, &t->seller);
	}
	if (!store_sale_get(store, t->news->ref, &t->sale))
		return false;
	t->parts_count = store_sale_parts(store, t->sale.id, t->parts);
	return t->news->kind == NEWS_OVER ||
	       (t->sale.state == SALE_RUNNING &&
		   t->desk->now_ms < t->sale.until_ms && has_stock(t));
}

/* The topics of it by number; false: there are no more. */
static bool
topic_of(char dst[FOLLOW_TOPIC_OCTETS], const struct telling *t, int64_t n)
{
	struct buf out = buf_over(dst, FOLLOW_TOPIC_OCTETS);
	size_t part = n < 2 ? 0 : (size_t)n - 2;

	if (t->news->kind == NEWS_SELLER) {
		buf_add_format(
		    &out, FOLLOW_SELLER "%lld", (long long)t->news->ref);
		return n == 0;
	}
	if (n == 0)
		buf_add_text(&out, FOLLOW_SALES);
	else if (n == 1)
		buf_add_format(&out, FOLLOW_PRODUCT "%s", t->sale.product);
	else if (part < t->parts_count)
		buf_add_format(&out, FOLLOW_SELLER "%lld",
		    (long long)t->parts[part].seller_id);
	return n < 2 || part < t->parts_count;
}

/* Told under an earlier topic, or sells in it. */
static bool
knows_already(const struct telling *t, int64_t person_id)
{
	char topic[FOLLOW_TOPIC_OCTETS];

	for (size_t i = 0; i < t->parts_count; i++)
		if (t->parts[i].seller_id == person_id)
			return true;
	for (int64_t n = 0; n < t->news->topic; n++)
		if (topic_of(topic, t, n) &&
		    store_follow_has(t->desk->store, person_id, topic))
			return true;
	return false;
}

/* The word that UNFOLLOW takes for that topic. */
static void
topic_word(char dst[64], const struct telling *t, const struct letter *letter)
{
	struct person seller;
	struct str words = phrase_raw(
	    t->desk->trade->phrases, letter->lang, PHRASE_WORD_SALES);
	struct str first;

	dst[0] = '\0';
	if (t->news->topic == 0 && str_cut(&first, &words, ','))
		str_copy(dst, 64, str_trim(first));
	else if (t->news->topic == 1)
		str_copy(dst, 64,
		    str_from(amount_product(&letter->style, t->sale.product)));
	else if (store_person_get(t->desk->store,
		     t->parts[t->news->topic - 2].seller_id, &seller))
		letter_name(dst, &seller);
}

static void
tell(struct telling *t, const struct follower *to)
{
	struct letter letter;
	struct letter_about about = {.class_ = MESSAGE_ADVISORY};
	char word[64];
	int64_t id;

	if (knows_already(t, to->person_id) ||
	    !letter_to(&letter, t->desk, to->person_id, to->phone_id))
		return;
	if (t->news->kind == NEWS_SELLER) {
		about.stale_ms = t->desk->now_ms + DAY_MS;
		id = say_offers(&letter, &t->seller, &t->fresh, &about);
	} else {
		about.subject = SUBJECT_SALE;
		about.subject_id = t->sale.id;
		about.stale_ms = t->sale.until_ms;
		topic_word(word, t, &letter);
		id = say_sale(&letter, &t->sale, word, &about);
	}
	if (id != 0) {
		t->news->last_id = id;
		t->news->told++;
	}
}

/* Those who waited in vain; the list empties as they are told. */
static bool
tell_waiting(struct telling *t)
{
	struct sale_wait wait;
	int n = 0;

	while (n < NEWS_BATCH && store_sale_wait_next(t->desk->store,
				     t->sale.id, t->news->after_id, &wait)) {
		struct letter letter;
		struct letter_about about = {.class_ = MESSAGE_NOTICE};
		int64_t id;

		t->news->after_id = wait.number;
		store_sale_wait_drop(t->desk->store, &wait);
		letter_to(&letter, t->desk, wait.buyer_id, wait.phone_id);
		id = letter_send(&letter, PHRASE_SALE_OVER,
		    &(struct words){.code = t->sale.code,
			.product =
			    amount_product(&letter.style, t->sale.product),
			.unit = amount_unit(&letter.style, t->sale.unit, true)},
		    &about);
		if (id != 0) {
			t->news->last_id = id;
			t->news->told++;
		}
		n++;
	}
	return n == NEWS_BATCH;
}

/* One batch; false: that was the last. */
static bool
tell_batch(struct telling *t)
{
	struct follower to[NEWS_BATCH];
	char topic[FOLLOW_TOPIC_OCTETS];
	size_t count;

	if (t->news->kind == NEWS_OVER)
		return tell_waiting(t);
	if (!topic_of(topic, t, t->news->topic))
		return false;
	count = store_follow_after(
	    t->desk->store, topic, t->news->after_id, to, NEWS_BATCH);
	for (size_t i = 0; i < count; i++) {
		t->news->after_id = to[i].person_id;
		tell(t, &to[i]);
	}
	if (count == NEWS_BATCH)
		return true;
	t->news->topic++;
	t->news->after_id = 0;
	return topic_of(topic, t, t->news->topic);
}

/* -- when ------------------------------------------------------------------ */

/* The last text of the batch before has not left yet. */
static bool
is_busy(struct desk *desk, const struct news *news)
{
	struct message last;

	return news->last_id != 0 &&
	       news->since_ms + LAST_WAITS_MS > desk->now_ms &&
	       store_message_get(desk->store, news->last_id, &last) &&
	       (last.state == MESSAGE_QUEUED || last.state == MESSAGE_SENDING);
}

void
news_due(struct desk *desk, int64_t news_id)
{
	struct news news;
	struct telling t = {.desk = desk, .news = &news};
	int64_t day = news_by_day(desk->market, desk->now_ms);
	bool more;

	if (!store_news_get(desk->store, news_id, &news) || news.done)
		return;
	if (day > desk->now_ms || is_busy(desk, &news)) {
		store_timer_set(desk->store, TIMER_NEWS, news.id,
		    day > desk->now_ms ? day : desk->now_ms + LOOK_AGAIN_MS);
		return;
	}
	more = load(&t) && tell_batch(&t);
	news.since_ms = desk->now_ms;
	news.day = market_local_day(desk->market, desk->now_ms);
	news.done = !more;
	store_news_put(desk->store, &news);
	if (more)
		store_timer_set(
		    desk->store, TIMER_NEWS, news.id, desk->now_ms + NEXT_MS);
}

void
news_of_offer(struct desk *desk)
{
	char topic[FOLLOW_TOPIC_OCTETS];
	struct buf out = buf_over(topic, sizeof(topic));
	struct follower anybody;
	struct news news;

	buf_add_format(&out, FOLLOW_SELLER "%lld", (long long)desk->from.id);
	if (!desk->clock_sure ||
	    store_follow_after(desk->store, topic, 0, &anybody, 1) == 0)
		return;
	if (store_news_find(desk->store, NEWS_SELLER, desk->from.id, &news) &&
	    (!news.done ||
		news.day == market_local_day(desk->market, desk->now_ms)))
		return;
	news_begin(desk, NEWS_SELLER, desk->from.id, desk->now_ms + SETTLE_MS);
}
