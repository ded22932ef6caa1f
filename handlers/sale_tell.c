#include "handlers/sale_tell.h"

#include "base/buf.h"

#include "gateway/store/store_timer.h"

#include "handlers/officer.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)

/* -- in words -------------------------------------------------------------- */

static void
add_time(struct buf *out, const struct desk *desk, const char *lang,
    int64_t wall_ms, int64_t known_day)
{
	int minute = market_local_minute(desk->market, wall_ms);
	int64_t day = market_local_day(desk->market, wall_ms);
	char name[DAY_TEXT_OCTETS];

	if (day != known_day)
		buf_add_format(out, "%s ",
		    day_text_of(name, desk->trade->phrases, lang, day));
	buf_add_format(out, "%02d:%02d", minute / 60, minute % 60);
}

char *
sale_tell_time(char dst[SALE_TIME_OCTETS], const struct desk *desk,
    const char *lang, const struct sale *sale)
{
	struct buf out = buf_over(dst, SALE_TIME_OCTETS);
	/* What has begun needs no day: its end is what counts. */
	int64_t today = market_local_day(desk->market,
	    sale->from_ms < desk->now_ms ? sale->from_ms : desk->now_ms);

	add_time(&out, desk, lang, sale->from_ms, today);
	buf_add_text(&out, "-");
	/* "20:00-06:00" is plain without the day. */
	add_time(&out, desk, lang, sale->until_ms,
	    sale->until_ms - sale->from_ms < DAY_MS
		? market_local_day(desk->market, sale->until_ms)
		: market_local_day(desk->market, sale->from_ms));
	return dst;
}

void
sale_tell_set(struct desk *desk, const struct sale *sale, int64_t milli,
    enum phrase phrase, const struct letter_about *about)
{
	struct letter letter;
	char items[AMOUNT_OCTETS], price[AMOUNT_OCTETS];
	char cap[AMOUNT_OCTETS] = "", time[SALE_TIME_OCTETS];

	letter_to_sender(&letter, desk);
	if (sale->cap_milli > 0)
		amount_qty(cap, &letter.style, sale->cap_milli, sale->unit);
	letter_send(&letter, phrase,
	    &(struct words){.code = sale->code,
		.items = amount_goods(
		    items, &letter.style, sale->product, milli, sale->unit, 0),
		.price = amount_price(
		    price, &letter.style, sale->price_minor, sale->unit),
		.time = sale_tell_time(time, desk, letter.lang, sale),
		.qty = cap},
	    about);
}

static char *
figure(char dst[24], int64_t number)
{
	struct buf out = buf_over(dst, 24);

	buf_add_format(&out, "%lld", (long long)number);
	return dst;
}

struct sums {
	int64_t orders, sold_milli, sum_minor, left_milli;
};

static void
send_sums(struct desk *desk, const struct sale *sale, int64_t person_id,
    enum phrase phrase, const struct sums *sums)
{
	struct letter letter;
	struct letter_about about = {.class_ = MESSAGE_NOTICE};
	char n[24], waiting[24] = "", qty[AMOUNT_OCTETS], left[AMOUNT_OCTETS];
	char total[AMOUNT_OCTETS];

	letter_to(&letter, desk, person_id, 0);
	if (sale->waiting > 0)
		figure(waiting, sale->waiting);
	letter_send(&letter, phrase,
	    &(struct words){.code = sale->code,
		.n = figure(n, sums->orders),
		.qty = amount_qty(
		    qty, &letter.style, sums->sold_milli, sale->unit),
		.product = amount_product(&letter.style, sale->product),
		.total = amount_money(total, &letter.style, sums->sum_minor),
		.left = amount_qty(
		    left, &letter.style, sums->left_milli, sale->unit),
		.list = waiting},
	    &about);
}

static struct sums
sums_of(const struct sale_part *part)
{
	return (struct sums){
	    part->orders, part->sold_milli, part->sum_minor, part->free_milli};
}

/* -- meanwhile ------------------------------------------------------------- */

void
sale_tell_due(struct desk *desk, int64_t part_id)
{
	struct sale_part part;
	struct sale sale;
	struct sums sums;

	if (!store_sale_part_get(desk->store, part_id, &part) ||
	    !store_sale_get(desk->store, part.sale_id, &sale) ||
	    sale.state != SALE_RUNNING || part.orders == part.told)
		return;
	sums = sums_of(&part);
	send_sums(desk, &sale, part.seller_id, PHRASE_SALE_SO_FAR, &sums);
	store_sale_part_told(desk->store, part.id, part.orders);
}

void
sale_tell_soon(struct desk *desk, int64_t part_id)
{
	struct sale_part part;
	int64_t due = desk->now_ms;

	if (!store_sale_part_get(desk->store, part_id, &part))
		return;
	if (part.free_milli > 0 && part.orders - part.told < SALE_TELL_ORDERS) {
		if (store_timer_get(desk->store, TIMER_SALE_TELL, part.id) != 0)
			return;
		due += SALE_TELL_MS;
	}
	store_timer_set(desk->store, TIMER_SALE_TELL, part.id,
	    market_waking_after(desk->market, due, 1));
}

/* -- the end --------------------------------------------------------------- */

int64_t
sale_tell_commission(int64_t sum_minor, int64_t permille)
{
	int64_t product;

	if (sum_minor <= 0 || permille <= 0 ||
	    __builtin_mul_overflow(sum_minor, permille, &product))
		return 0;
	return (product + 500) / 1000;
}

struct promoted {
	struct desk *desk;
	const struct sale *sale;
};

static bool
tell_promoter(void *arg, const struct sale_promoter *row)
{
	struct promoted *p = arg;
	struct letter letter;
	struct letter_about about = {.class_ = MESSAGE_NOTICE};
	char n[24], total[AMOUNT_OCTETS], commission[AMOUNT_OCTETS];

	letter_to(&letter, p->desk, row->promoter.person_id, 0);
	letter_send(&letter, PHRASE_SALE_PROMOTED,
	    &(struct words){.code = p->sale->code,
		.name = row->promoter.code,
		.n = figure(n, row->orders),
		.total = amount_money(total, &letter.style, row->sum_minor),
		.left = amount_money(commission, &letter.style,
		    sale_tell_commission(
			row->sum_minor, row->promoter.permille))},
	    &about);
	return true;
}

/* The officer and who opened it hear the whole, unless they are its only
 * seller. */
static void
tell_whole(struct desk *desk, const struct sale *sale,
    const struct sale_part *parts, size_t count)
{
	struct sums whole = {
	    sale->orders, sale->sold_milli, sale->sum_minor, 0};
	bool opener_sells = false;
	struct person opener;
	int64_t officer;

	for (size_t i = 0; i < count; i++) {
		whole.left_milli += parts[i].free_milli;
		opener_sells =
		    opener_sells || parts[i].seller_id == sale->opener_id;
	}
	if (!opener_sells || count > 1)
		send_sums(
		    desk, sale, sale->opener_id, PHRASE_SALE_DONE_ALL, &whole);
	if (!store_person_get(desk->store, sale->opener_id, &opener))
		return;
	officer = officer_for(desk, opener.area_id);
	if (officer != 0 && officer != sale->opener_id)
		send_sums(desk, sale, officer, PHRASE_SALE_DONE_ALL, &whole);
}

void
sale_tell_end(struct desk *desk, const struct sale *sale,
    const struct sale_part *parts, size_t count)
{
	struct promoted promoted = {desk, sale};

	for (size_t i = 0; i < count; i++) {
		struct sums sums = sums_of(&parts[i]);

		send_sums(
		    desk, sale, parts[i].seller_id, PHRASE_SALE_DONE, &sums);
	}
	tell_whole(desk, sale, parts, count);
	store_sale_promoter_each(
	    desk->store, sale->id, tell_promoter, &promoted);
}
