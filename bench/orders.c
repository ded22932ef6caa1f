/* orders - orders through the loop link, durable.
 *
 *   orders [-m MODE] [-r RATE] [-g MS] [ORDERS [WINDOW [SELLERS [FOLDER]]]]
 *
 * MODE says where an order ends for this program:
 *   life   (usual) with both confirmations: the buyer's text, our answer and
 *          the proposal, the seller's yes, both told (2 texts in, 4 out)
 *   asked  with our answer to the buyer; a seller is asked as well, and says
 *          nothing (1 text in, 2 out)
 *   none   with our answer to the buyer; nobody sells that (1 in, 1 out)
 * WINDOW orders are under way at once; with -r so many begin a second, however
 * many are under way.  -g: how long a turn gathers (turnloop.h).  The store is
 * a file in FOLDER with full synchronisation.  Prints orders a second, their
 * latency, what SQLite did for each, and the share of each stage. Instructions:
 * bench/count.sh. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "bench/rows.h"
#include "bench/stages.h"
#include "gateway/link/link_loop.h"
#include "gateway/queue/turnloop.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "handlers/handlers.h"

#define CATALOGUE                                                              \
	"{\"products\":["                                                      \
	"{\"key\":\"tomato\",\"names\":{\"en\":[\"tomato\"]}},"                \
	"{\"key\":\"onion\",\"names\":{\"en\":[\"onion\"]}}],"                 \
	"\"units\":[]}"

static const struct mode {
	const char *name, *what;
	const char *words; /* of the buyer */
	const char *last; /* in the text that ends it; NULL: any */
} modes[] = {
    {"life", "lives", "want 5kg tomatos", "GOT #"},
    {"asked", "orders asked about", "want 5kg tomatos", NULL},
    {"none", "orders that nobody serves", "want 5kg onions", NULL},
};

struct bench {
	const struct mode *mode;
	struct loop *loop;
	struct link *link;
	struct store *store;
	struct turnloop *turnloop;
	long orders, window, sellers, begun, ended;
	long rate, gather_ms; /* 0: a window; no gathering */
	struct timer *pace;
	double start;
	double *begun_s, *took_ms;
	int64_t statements, rows; /* before the first life */
	char path[4096];
};

static double
now_s(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static uint64_t
next_random(void *arg)
{
	uint64_t *x = arg;
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

static void
begin_one(struct bench *b)
{
	char from[32];
	if (b->begun == b->orders)
		return;
	b->begun_s[b->begun] = now_s();
	snprintf(from, sizeof(from), "+25471%07ld", b->begun++);
	link_loop_text(b->link, from, b->mode->words);
}

static void
answer_proposal(struct bench *b, const struct msg_out *text)
{
	const char *sign = memchr(text->text.at, '#', text->text.octets);
	char words[24];
	if (sign == NULL)
		return;
	snprintf(words, sizeof(words), "yes %.5s", sign + 1);
	words[4 + strcspn(words + 4, " .,:;!")] = 0;
	link_loop_text(b->link, text->to, words);
}

static void
end_one(struct bench *b, long buyer)
{
	if (b->begun_s[buyer] == 0)
		return; /* told more than once */
	b->took_ms[b->ended++] = (now_s() - b->begun_s[buyer]) * 1000;
	b->begun_s[buyer] = 0;
	if (b->rate == 0)
		begin_one(b);
}

/* Each millisecond what is due by then. */
static void
begin_due(void *arg)
{
	struct bench *b = arg;
	long due = (long)((now_s() - b->start) * (double)b->rate);
	while (b->begun < due && b->begun < b->orders)
		begin_one(b);
	timer_arm(b->pace, 1);
}

static bool
holds(struct str text, const char *words)
{
	return memmem(text.at, text.octets, words, strlen(words)) != NULL;
}

static enum link_loop_ending
on_sent(void *arg, const struct msg_out *text, enum refusal *refusal, int *code)
{
	struct bench *b = arg;
	(void)refusal;
	(void)code;
	long buyer = 0;
	if (sscanf(text->to, "+25471%7ld", &buyer) == 1) {
		if (b->mode->last == NULL || holds(text->text, b->mode->last))
			end_one(b, buyer);
	} else if (b->mode->last != NULL && holds(text->text, "1 YES")) {
		answer_proposal(b, text);
	}
	return LINK_LOOP_ACCEPT;
}

static void
ignore(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

static void
add_sellers(struct bench *b)
{
	store_begin(b->store);
	for (long i = 0; i < b->sellers; i++) {
		char number[32];
		struct person person;
		int64_t person_id = 0;
		snprintf(number, sizeof(number), "+25472%07ld", i);
		store_phone_ensure(
		    b->store, number, PARTY_PHONE, 1, &person_id);
		PANIC_UNLESS(store_person_get(b->store, person_id, &person));
		person.roles = PERSON_SELLER;
		person.consent_ms = 1;
		store_person_put(b->store, &person);
		struct offer offer = {
		    .seller_id = person_id,
		    .product = "tomato",
		    .unit = "kg",
		    .price_minor = 4000,
		    .stock_milli = INT64_C(1000000000000),
		};
		store_offer_put(b->store, &offer, 1);
	}
	store_commit(b->store, ignore, NULL);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void
print_rows(struct bench *b)
{
	int64_t statements, rows;
	store_work(b->store, &statements, &rows);
	printf("  each: %.1f statements, %.0f steps of SQLite's machine, %.1f "
	       "rows inserted, changed or deleted; left over:\n",
	    (double)(statements - b->statements) / (double)b->ended,
	    (double)store_steps(b->store) / (double)b->ended,
	    (double)(rows - b->rows) / (double)b->ended);
	rows_print(stdout, b->path, b->ended);
}

static void
print(struct bench *b, double seconds)
{
	struct rusage use;
	getrusage(RUSAGE_SELF, &use);
	qsort(b->took_ms, (size_t)b->ended, sizeof(double), by_value);
	printf("%ld %s, window %ld, %ld sellers: %.0f/s, "
	       "p50 %.1f ms, p99 %.1f ms\n",
	    b->ended, b->mode->what, b->window, b->sellers,
	    (double)b->ended / seconds, b->took_ms[b->ended / 2],
	    b->took_ms[b->ended * 99 / 100]);
	printf("  %.1f turns/s, %.1f of them a turn, processor %.2f s per "
	       "1,000, memory %ld MiB\n",
	    (double)turnloop_turns(b->turnloop) / seconds,
	    (double)b->ended / (double)turnloop_turns(b->turnloop),
	    ((double)use.ru_utime.tv_sec + (double)use.ru_utime.tv_usec / 1e6 +
		(double)use.ru_stime.tv_sec +
		(double)use.ru_stime.tv_usec / 1e6) *
		1000 / (double)b->ended,
	    use.ru_maxrss / 1024);
	printf("  %lld lines confirmed\n",
	    (long long)store_line_count(b->store, LINE_CONFIRMED));
	print_rows(b);
	stages_print(stdout, b->ended);
}

static void
open_market(struct bench *b, const char *folder)
{
	static uint64_t seed = UINT64_C(88172645463325252);
	static struct market market = {.country = "254",
	    .currency = "KES",
	    .currency_places = 2,
	    .language = "en",
	    .answer_within_ms = 7200000,
	    .unknown_wait_ms = 120000};
	static struct link *links[1];
	struct err err = {0};
	snprintf(b->path, sizeof(b->path), "%s/orders.db", folder);
	struct lexicon *lex =
	    lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	struct trade_config trade = {
	    .lexicon = lex,
	    .catalogue = catalogue_load(STR(CATALOGUE), lex, &err),
	    .phrases_dir = FURROW_SOURCE "/handlers/phrases",
	    .language = market.language,
	    .random = next_random,
	    .random_arg = &seed,
	};
	b->loop = loop_new();
	b->store = store_open(b->path, &err);
	struct turnloop_config config = {
	    .loop = b->loop,
	    .store = b->store,
	    .clock = clock_system(),
	    .market = &market,
	    .handlers = handlers_table(),
	    .trade = trade_new(&trade, &err),
	    .links = links,
	    .links_count = 1,
	    .machine_vouches = true,
	    .gather_ms = b->gather_ms,
	};
	if (b->store == NULL || config.trade == NULL) {
		fprintf(stderr, "orders: %s\n", err.text);
		exit(1);
	}
	add_sellers(b);
	b->turnloop = turnloop_new(&config);
	struct link_loop_config loop_config = {
	    .name = "loop",
	    .window = 500,
	    .on_sent = on_sent,
	    .arg = b,
	};
	b->link = links[0] =
	    link_loop_new(b->loop, &loop_config, turnloop_sink(b->turnloop));
	b->link->id = store_link_ensure(b->store, "loop", "loop", "");
	b->link->ops->start(b->link);
}

static const struct mode *
mode_of(int *argc, char ***argv)
{
	if (*argc < 3 || strcmp((*argv)[1], "-m") != 0)
		return &modes[0];
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
		if (strcmp((*argv)[2], modes[i].name) == 0) {
			*argc -= 2;
			*argv += 2;
			return &modes[i];
		}
	fprintf(stderr, "orders: -m life, asked or none\n");
	exit(2);
}

/* -X NUMBER in front; 0: not given. */
static long
option_of(int *argc, char ***argv, const char *name)
{
	if (*argc < 3 || strcmp((*argv)[1], name) != 0)
		return 0;
	long number = strtol((*argv)[2], NULL, 10);
	*argc -= 2;
	*argv += 2;
	return number;
}

static long
argument(int argc, char **argv, int i, long otherwise)
{
	return argc > i ? strtol(argv[i], NULL, 10) : otherwise;
}

int
main(int argc, char **argv)
{
	const struct mode *mode = mode_of(&argc, &argv);
	long rate = option_of(&argc, &argv, "-r");
	long gather_ms = option_of(&argc, &argv, "-g");
	struct bench b = {
	    .mode = mode,
	    .rate = rate,
	    .gather_ms = gather_ms,
	    .orders = argument(argc, argv, 1, 20000),
	    .window = argument(argc, argv, 2, 500),
	    .sellers = argument(argc, argv, 3, 50),
	};
	char folder[] = "./orders-XXXXXX";
	const char *place = argc > 4 ? argv[4] : mkdtemp(folder);
	if (place == NULL || b.orders < 1 || b.window < 1 || b.sellers < 1)
		return 2;
	b.begun_s = xcalloc((size_t)b.orders, sizeof(double));
	b.took_ms = xcalloc((size_t)b.orders, sizeof(double));
	log_set_level(LOG_ERROR);
	open_market(&b, place);
	loop_once(b.loop, false);
	stages_reset();
	store_work(b.store, &b.statements, &b.rows);
	store_steps(b.store); /* counts anew */
	b.start = now_s();
	if (b.rate > 0)
		timer_arm(b.pace = timer_new(b.loop, begin_due, &b), 1);
	for (long i = 0; b.rate == 0 && i < b.window; i++)
		begin_one(&b);
	while (b.ended < b.orders && now_s() - b.start < 600)
		loop_once(b.loop, true);
	print(&b, now_s() - b.start);
	timer_free(&b.pace);
	fprintf(stderr, "the ledger is in %s\n", place);
	return b.ended == b.orders ? 0 : 1;
}
