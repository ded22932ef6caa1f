/* fair - the turn: what a choice costs, and how evenly it spreads income.
 *
 *   fair [SELLERS [ORDERS [MOST]]]
 *
 * First: choices among 50, 5,000 and MOST (500,000) sellers, with everybody
 * eligible, with 99 % out of the turn, with 99 % too dear for the buyer, and
 * in 1,000 villages with the nearest first: listings looked at, steps of the
 * store's machine (the same on every computer), microseconds.
 *
 * Second: ORDERS (100,000) over SELLERS (5,000) in 120 days with one seed,
 * by the real allocation on a real store (in memory), and the same orders by
 * "cheapest first", which lives here only.  Of those who were eligible at
 * least half of the days: Jain's index and Gini of income / weight, days
 * since the last proposal at the end, and who had none in the last 30. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/fairness.h"
#include "base/log.h"
#include "base/panic.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_turn.h"
#include "handlers/alloc.h"
#include "handlers/desk.h"
#include "handlers/fair.h"
#include "handlers/handlers.h"
#include "handlers/proposal.h"

#define DAY_MS INT64_C(86400000)
#define START_MS INT64_C(1790000000000)
#define DAYS 120
#define PRODUCTS 5
#define TRIES 10
#define CHOICES 2000
#define VILLAGES 1000

static const char *const products[PRODUCTS] = {
    "tomato", "maize", "onion", "beans", "cabbage"};
/* Of a hundred orders; and of a hundred listings: as many as live on it, for
 * no turn can give those who sell what nobody wants their share. */
static const int wanted[PRODUCTS] = {35, 25, 18, 12, 10};
static const int offered[PRODUCTS] = {28, 17, 21, 28, 6};
static const int64_t usual_price[PRODUCTS] = {4000, 3500, 6000, 12000, 3000};

#define CATALOGUE                                                              \
	"{\"products\":[{\"key\":\"tomato\",\"names\":{\"en\":[\"tomato\"]}}," \
	"{\"key\":\"maize\",\"names\":{\"en\":[\"maize\"]}},"                  \
	"{\"key\":\"onion\",\"names\":{\"en\":[\"onion\"]}},"                  \
	"{\"key\":\"beans\",\"names\":{\"en\":[\"beans\"]}},"                  \
	"{\"key\":\"cabbage\",\"names\":{\"en\":[\"cabbage\"]}}],\"units\":[]" \
	"}"

/* -- chance: the same for the same question ------------------------------ */

static uint64_t
chance(uint64_t a, uint64_t b, uint64_t what)
{
	uint64_t x = a * UINT64_C(0x9E3779B97F4A7C15) ^
		     (b + what) * UINT64_C(0xC2B2AE3D27D4EB4F);

	x ^= x >> 31;
	x *= UINT64_C(0x7FB5D329728EA185);
	x ^= x >> 27;
	x *= UINT64_C(0x81DADEF4BC2DD44D);
	return x ^ x >> 33;
}

static int
percent(uint64_t a, uint64_t b, uint64_t what)
{
	return (int)(chance(a, b, what) % 100);
}

static uint64_t
next_random(void *arg)
{
	uint64_t *n = arg;

	return chance((*n)++, 0, 99);
}

static double
now_us(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

/* -- a market ------------------------------------------------------------ */

struct world {
	struct store *store;
	struct market market;
	struct trade trade;
	struct catalogue *catalogue;
	struct lexicon *lexicon;
	struct turn turn;
	struct desk desk;
	uint64_t seed;
};

static void
committed(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

static void
world_open(struct world *w, const char *path)
{
	struct err err = {0};

	memset(w, 0, sizeof(*w));
	w->market =
	    (struct market){.currency_places = 2, .answer_within_ms = 7200000};
	w->lexicon = lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	w->catalogue = catalogue_load(STR(CATALOGUE), w->lexicon, &err);
	w->store = store_open(path, &err);
	if (w->catalogue == NULL || w->store == NULL)
		panic("fair: %s", err.text);
	w->trade.catalogue = w->catalogue;
	w->turn = (struct turn){w->store, &w->market, START_MS, true};
	w->desk = (struct desk){.trade = &w->trade,
	    .turn = &w->turn,
	    .store = w->store,
	    .market = &w->market,
	    .now_ms = START_MS,
	    .clock_sure = true};
	store_begin(w->store);
}

static void
world_close(struct world *w, const char *path)
{
	char beside[64];

	store_commit(w->store, committed, NULL);
	store_close(&w->store);
	catalogue_free(&w->catalogue);
	lexicon_free(&w->lexicon);
	unlink(path);
	for (int i = 0; i < 3; i++) {
		static const char *const ends[] = {"-wal", "-shm", "-lock"};

		snprintf(beside, sizeof(beside), "%s%s", path, ends[i]);
		unlink(beside);
	}
}

static void
breathe(struct world *w)
{
	store_commit(w->store, committed, NULL);
	store_begin(w->store);
}

static int64_t
add_seller(struct world *w, long i, int64_t weight_milli, const char *village)
{
	char number[32];
	struct person person;
	int64_t id = 0;

	snprintf(number, sizeof(number), "+25472%07ld", i);
	store_phone_ensure(w->store, number, PARTY_PHONE, 1, &id);
	PANIC_UNLESS(store_person_get(w->store, id, &person));
	person.roles = PERSON_SELLER;
	person.weight_milli = weight_milli;
	if (village != NULL)
		person.area_id = store_area_ensure(w->store, village, "county");
	store_person_put(w->store, &person);
	return id;
}

static struct offer
add_offer(struct world *w, int64_t seller, int product, int64_t price)
{
	struct offer offer = {.seller_id = seller,
	    .unit = "kg",
	    .price_minor = price,
	    .stock_milli = INT64_C(1000000000000)};

	str_copy(
	    offer.product, sizeof(offer.product), str_from(products[product]));
	store_offer_put(w->store, &offer, START_MS);
	return offer;
}

static struct line
line_of(const struct order *order, int product, int64_t milli)
{
	struct line line = {.order_id = order->id,
	    .unit = "kg",
	    .qty_milli = milli,
	    .price_max_minor = -1,
	    .price_minor = -1,
	    .state = LINE_WAITING};

	str_copy(
	    line.product, sizeof(line.product), str_from(products[product]));
	return line;
}

/* The choice, its proposal and its charge; false: nobody. */
static bool
propose(struct world *w, const struct order *order, const struct line *line,
    struct proposal *p, struct alloc_choice *choice)
{
	static const struct alloc_wish no_wish;

	alloc_choose(choice, &w->desk, order, line, &no_wish);
	if (choice->verdict != ALLOC_GOOD)
		return false;
	*p = (struct proposal){.line_id = line->id,
	    .seller_id = choice->seller.id,
	    .offer_id = choice->offer.id,
	    .state = PROPOSAL_OPEN,
	    .qty_milli = choice->fit.qty_milli,
	    .price_minor = choice->fit.price_minor,
	    .asked_ms = w->desk.now_ms};
	fair_weigh(&w->desk, p, &choice->offer, choice->seller.weight_milli);
	store_turn_asked(w->store, &choice->offer, p->charge, w->desk.now_ms);
	return true;
}

/* -- what a choice costs ------------------------------------------------- */

enum crowd { CROWD_FREE, CROWD_OUT, CROWD_DEAR, CROWD_FAR };
static const char *const crowd_names[] = {
    "all eligible", "99 % out of the turn", "99 % too dear", "1,000 villages"};

static void
crowd_add(struct world *w, long i, enum crowd crowd)
{
	char village[24];
	bool rare =
	    i % 100 != 49 && (crowd == CROWD_OUT || crowd == CROWD_DEAR);
	struct offer offer;

	snprintf(village, sizeof(village), "village %ld", i % VILLAGES);
	int64_t id =
	    add_seller(w, i, 1000, crowd == CROWD_FAR ? village : NULL);
	offer = add_offer(w, id, 0, rare && crowd == CROWD_DEAR ? 9000 : 4000);
	if (!rare || crowd != CROWD_OUT)
		return;
	offer.closed = i % 3 == 0;
	offer.until_ms = i % 3 == 1 ? START_MS : 0;
	offer.stock_milli = i % 3 == 2 ? 0 : offer.stock_milli;
	store_offer_put(w->store, &offer, START_MS);
}

static void
count_one(struct world *w, const struct order *order, struct line *line,
    long *looked, long *found, long *later)
{
	struct alloc_choice choice;
	struct proposal p;

	if (propose(w, order, line, &p, &choice))
		(*found)++;
	else if (choice.more)
		(*later)++;
	*looked += choice.looked;
}

static void
cost(long sellers, enum crowd crowd)
{
	static char path[] = "fair-cost.db";
	struct world w;
	struct order order = {.id = 1, .buyer_id = -1};
	long looked = 0, found = 0, later = 0;
	double us;

	world_open(&w, path);
	for (long i = 0; i < sellers; i++) {
		crowd_add(&w, i, crowd);
		if (i % 20000 == 19999)
			breathe(&w);
	}
	w.market.fair.distance = crowd == CROWD_FAR;
	if (crowd == CROWD_FAR)
		str_copy(order.place, sizeof(order.place), STR("village 7"));
	struct line line = line_of(&order, 0, 5000);
	line.price_max_minor = 5000;
	line.id = 64;
	(void)store_steps(w.store);
	us = now_us();
	for (int i = 0; i < CHOICES; i++)
		count_one(&w, &order, &line, &looked, &found, &later);
	us = now_us() - us;
	printf("%7ld sellers, %-21s %5.1f looked at, %6.0f steps, %6.1f us"
	       " a choice; found %ld, later %ld\n",
	    sellers, crowd_names[crowd], (double)looked / CHOICES,
	    (double)store_steps(w.store) / CHOICES, us / CHOICES, found, later);
	world_close(&w, path);
}

/* -- how evenly ---------------------------------------------------------- */

struct seller {
	int64_t id, weight_milli;
	int product[2]; /* -1: none */
	int64_t price[2];
	int64_t offer[2];
	int open_percent; /* of the weeks in which there is something to sell */
	int yes_percent;
	bool open;
	int days; /* eligible */
	double income[2]; /* by turn, by price */
	int last_day[2]; /* of the last proposal; -1: none */
};

struct sim {
	struct world w;
	struct seller *sellers;
	long count, orders;
	long refused[2];
};

static int
product_of(const int share[PRODUCTS], uint64_t n, uint64_t what)
{
	int at = percent(n, 0, what), i = 0;

	while (i < PRODUCTS - 1 && at >= share[i])
		at -= share[i++];
	return i;
}

static void
sim_seller(struct sim *sim, long i)
{
	struct seller *s = &sim->sellers[i];
	uint64_t n = (uint64_t)i;
	int luck = percent(n, 0, 1);

	s->weight_milli = luck < 80 ? 1000 : luck < 95 ? 1500 : 2000;
	s->open_percent = 40 + percent(n, 0, 2) * 60 / 100;
	s->yes_percent = 70 + percent(n, 0, 3) * 29 / 100;
	s->last_day[0] = s->last_day[1] = -1;
	s->id = add_seller(&sim->w, i, s->weight_milli, NULL);
	for (int k = 0; k < 2; k++) {
		s->product[k] = product_of(offered, n, 10 + (uint64_t)k);
		if (k == 1 &&
		    (percent(n, 0, 4) >= 30 || s->product[1] == s->product[0]))
			s->product[1] = -1;
		if (s->product[k] < 0)
			continue;
		/* A quarter below to a quarter above the usual. */
		s->price[k] = usual_price[s->product[k]] *
			      (75 + percent(n, (uint64_t)k, 5) / 2) / 100;
		s->offer[k] =
		    add_offer(&sim->w, s->id, s->product[k], s->price[k]).id;
	}
	s->open = true;
}

/* Each week some have nothing to sell. */
static void
sim_day(struct sim *sim, int day)
{
	for (long i = 0; i < sim->count; i++) {
		struct seller *s = &sim->sellers[i];
		bool open = percent((uint64_t)i, (uint64_t)day / 7, 6) <
			    s->open_percent;
		struct offer offer;

		s->days += open;
		for (int k = 0; k < 2 && open != s->open; k++) {
			if (s->product[k] < 0 ||
			    !store_offer_get(sim->w.store, s->offer[k], &offer))
				continue;
			offer.closed = !open;
			store_offer_put(
			    sim->w.store, &offer, sim->w.desk.now_ms);
		}
		s->open = open;
	}
}

static bool
says_yes(const struct sim *sim, long order, long seller)
{
	return percent((uint64_t)order, (uint64_t)seller, 7) <
	       sim->sellers[seller].yes_percent;
}

static void
by_turn(struct sim *sim, long n, int day, int product, int64_t milli)
{
	struct world *w = &sim->w;
	struct order order = {.buyer_id = -1, .created_ms = w->desk.now_ms};

	store_order_add(w->store, &order, next_random, &w->seed);
	struct line line = line_of(&order, product, milli);
	store_line_add(w->store, &line);
	for (int try = 0; try < TRIES; try++) {
		struct alloc_choice choice;
		struct proposal p;
		long seller;

		if (!propose(w, &order, &line, &p, &choice))
			break;
		store_proposal_add(w->store, &p);
		seller = (long)(p.seller_id - sim->sellers[0].id);
		sim->sellers[seller].last_day[0] = day;
		if (says_yes(sim, n, seller)) {
			(void)proposal_go(&w->desk, &p, PROPOSAL_ACT_ACCEPT,
			    PROPOSAL_ACCEPTED);
			sim->sellers[seller].income[0] +=
			    (double)fair_value(&p);
			order.closed_ms = w->desk.now_ms;
			store_order_put(w->store, &order);
			return;
		}
		(void)proposal_go(
		    &w->desk, &p, PROPOSAL_ACT_DECLINE, PROPOSAL_DECLINED);
	}
	order.closed_ms = w->desk.now_ms;
	store_order_put(w->store, &order);
	sim->refused[0]++;
}

/* The other way, on the same orders: who asks least is asked first. */
static int64_t
price_of(const struct seller *s, int product)
{
	for (int k = 0; k < 2; k++)
		if (s->open && s->product[k] == product)
			return s->price[k];
	return -1;
}

static void
by_price(struct sim *sim, long n, int day, int product, int64_t milli)
{
	long tried[TRIES];

	for (int try = 0; try < TRIES; try++) {
		long best = -1;

		for (long i = 0; i < sim->count; i++) {
			int64_t price = price_of(&sim->sellers[i], product);
			bool again = price < 0;

			for (int k = 0; k < try; k++)
				again = again || tried[k] == i;
			if (!again &&
			    (best < 0 ||
				price < price_of(&sim->sellers[best], product)))
				best = i;
		}
		if (best < 0)
			break;
		tried[try] = best;
		sim->sellers[best].last_day[1] = day;
		if (says_yes(sim, n, best)) {
			sim->sellers[best].income[1] +=
			    (double)milli / 1000 *
			    (double)price_of(&sim->sellers[best], product);
			return;
		}
	}
	sim->refused[1]++;
}

static void
print_side(const struct sim *sim, int side, const char *name)
{
	double *share = xcalloc((size_t)sim->count, sizeof(double));
	double *since = xcalloc((size_t)sim->count, sizeof(double));
	size_t n = 0, none = 0;
	double jain;

	for (long i = 0; i < sim->count; i++) {
		const struct seller *s = &sim->sellers[i];
		int last = s->last_day[side];

		if (s->days * 2 < DAYS)
			continue;
		since[n] = last < 0 ? DAYS : DAYS - 1 - last;
		none += since[n] >= 30;
		share[n++] = s->income[side] * 1000 / (double)s->weight_milli;
	}
	jain = fairness_jain(share, n);
	fairness_sort(share, n);
	fairness_sort(since, n);
	printf("%-15s Jain %.3f, Gini %.3f; days since the last proposal: "
	       "p99 %.0f, most %.0f; none in 30 days %.1f %%; unserved %ld\n",
	    name, jain, fairness_gini(share, n),
	    fairness_percentile(since, n, 99),
	    fairness_percentile(since, n, 100),
	    100.0 * (double)none / (double)(n > 0 ? n : 1), sim->refused[side]);
	free(share);
	free(since);
}

static void
simulate(long sellers, long orders)
{
	static char path[] = "fair-sim.db";
	struct sim sim = {.count = sellers, .orders = orders};
	int day = -1;

	world_open(&sim.w, path);
	sim.sellers = xcalloc((size_t)sellers, sizeof(*sim.sellers));
	for (long i = 0; i < sellers; i++)
		sim_seller(&sim, i);
	for (long n = 0; n < orders; n++) {
		int product = product_of(wanted, (uint64_t)n, 8);
		/* 1 to 20 kg, small ones more often. */
		int64_t kg = 1 + percent((uint64_t)n, 0, 9) *
				     percent((uint64_t)n, 1, 9) / 500;

		if ((int)(n * DAYS / orders) != day) {
			day = (int)(n * DAYS / orders);
			sim.w.desk.now_ms = START_MS + day * DAY_MS;
			sim_day(&sim, day);
			breathe(&sim.w);
		}
		by_turn(&sim, n, day, product, kg * 1000);
		by_price(&sim, n, day, product, kg * 1000);
	}
	printf(
	    "%ld orders over %ld sellers in %d days\n", orders, sellers, DAYS);
	print_side(&sim, 0, "fair shares");
	print_side(&sim, 1, "cheapest first");
	free(sim.sellers);
	world_close(&sim.w, path);
}

static long
argument(int argc, char **argv, int i, long otherwise)
{
	return argc > i ? strtol(argv[i], NULL, 10) : otherwise;
}

int
main(int argc, char **argv)
{
	long sellers = argument(argc, argv, 1, 5000);
	long orders = argument(argc, argv, 2, 100000);
	long sizes[] = {50, 5000, argument(argc, argv, 3, 500000)};

	if (sellers < 1 || orders < DAYS || sizes[2] < 1)
		return 2;
	log_set_level(LOG_ERROR);
	for (int crowd = CROWD_FREE; crowd <= CROWD_FAR; crowd++)
		for (int i = 0; i < 3; i++)
			cost(sizes[i], (enum crowd)crowd);
	simulate(sellers, orders);
	return 0;
}
