#include "handlers/pool_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"

#include "sms/segment.h"

#include "handlers/letter.h"
#include "handlers/place.h"
#include "handlers/pool.h"
#include "handlers/pool_house.h"

#define LIST_OCTETS 900
#define LIST_PARTS 2 /* the words around it take the third */
#define MY_ROWS 6

/* -- households ---------------------------------------------------------- */

static bool
folk_add(void *arg, const struct household *household)
{
	struct pool_folk *folk = arg;

	folk->row[folk->count++] = *household;
	return folk->count < POOL_HOUSEHOLDS_MAX;
}

static struct pool_folk *
folk_of(struct desk *desk, int64_t leader_id)
{
	struct pool_folk *folk = xcalloc(1, sizeof(*folk));

	store_household_each(desk->store, leader_id, 1, POOL_HOUSEHOLDS_MAX, "",
	    "", folk_add, folk);
	return folk;
}

struct pool_folk *
pool_folk_load(struct desk *desk)
{
	return folk_of(desk, desk->from.id);
}

void
pool_folk_read(struct pool_said *out, struct desk *desk,
    const struct pool_folk *folk, struct str text)
{
	struct pool_reader reader = {.catalogue = desk->trade->catalogue,
	    .lexicon = desk->trade->lexicon,
	    .phrases = desk->trade->phrases,
	    .lang = desk->lang,
	    .households = folk->row,
	    .households_count = folk->count};

	pool_said_read(out, &reader, text);
}

const struct household *
pool_folk_one(const struct pool_folk *folk, const struct pool_said *said)
{
	if (said->count > 0)
		return said->count == 1 ? &folk->row[said->at[0]] : NULL;
	for (size_t i = 0; said->number > 0 && i < folk->count; i++)
		if (folk->row[i].number == said->number)
			return &folk->row[i];
	return NULL;
}

static void
put_int(char dst[16], int64_t number)
{
	struct buf out = buf_over(dst, 16);

	buf_add_format(&out, "%lld", (long long)number);
}

void
pool_folk_unknown(struct desk *desk, const struct pool_said *said)
{
	char number[16];

	put_int(number, said->number);
	letter_answer(desk, PHRASE_TOOK_WHO,
	    &(struct words){.text = said->number > 0 ? number : said->name}, 0);
}

/* -- a list that ends in time ---------------------------------------------- */

struct list {
	char text[LIST_OCTETS];
	struct buf out;
	int from, at; /* pieces before `from` are left out */
	int next; /* the first that found no room; 0: all stand here */
};

static void
list_start(struct list *list, int from)
{
	list->out = buf_over(list->text, sizeof(list->text));
	list->text[0] = '\0';
	list->from = from;
	list->at = 0;
	list->next = 0;
}

static void
list_add(struct list *list, const char *piece)
{
	static const struct segment_rules rules = {.transliterate = true};
	size_t before = list->out.octets;

	list->at++;
	if (list->at < list->from || list->next != 0)
		return;
	if (buf_add_format(&list->out, "%s%s", before ? ", " : "", piece) &&
	    segment_measure(buf_str(&list->out), &rules).parts <= LIST_PARTS)
		return;
	list->text[before] = '\0';
	list->next = list->at;
}

/* "" when nothing is behind it. */
static const char *
list_more(const struct list *list, char dst[16])
{
	dst[0] = '\0';
	if (list->next != 0)
		put_int(dst, list->next);
	return dst;
}

/* -- HOUSEHOLDS ---------------------------------------------------------- */

static void
show_households(struct desk *desk, int from)
{
	struct pool_folk *folk = pool_folk_load(desk);
	struct list list;
	char more[16];

	list_start(&list, from > (int)folk->count ? 1 : from);
	for (size_t i = 0; i < folk->count; i++) {
		char piece[96];
		struct buf out = buf_over(piece, sizeof(piece));

		buf_add_format(&out, "%d %s", folk->row[i].number,
		    folk->row[i].name[0] ? folk->row[i].name : "?");
		list_add(&list, piece);
	}
	letter_answer(desk,
	    folk->count > 0 ? PHRASE_HOUSEHOLDS : PHRASE_HOUSEHOLDS_NONE,
	    &(struct words){.list = list.text, .n = list_more(&list, more)}, 0);
	free(folk);
}

bool
pool_list_households(
    struct desk *desk, const struct book *book, struct str rest)
{
	int64_t from = 1;

	(void)book;
	if (rest.octets > 0 && !str_to_int64(&from, rest))
		return pool_house_add(desk, rest);
	show_households(
	    desk, from < 1 || from > POOL_HOUSEHOLDS_MAX ? 1 : (int)from);
	return true;
}

/* -- SPLIT --------------------------------------------------------------- */

/* The leader's lines in that order that are shared. */
static size_t
shared_lines(struct desk *desk, const struct order *order, int64_t leader_id,
    struct line lines[DESK_LINES_MAX])
{
	size_t count = place_load(desk, order->id, lines), n = 0;
	struct pool_rows rows;

	for (size_t i = 0; i < count; i++) {
		if (lines[i].seller_id != leader_id)
			continue;
		pool_load(&rows, desk, lines[i].id, false);
		if (rows.count > 0)
			lines[n++] = lines[i];
	}
	return n;
}

/* The only order that is shared; false: none, or several. */
static bool
only_order(struct desk *desk, const struct book *book, struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	struct order one;
	int found = 0;

	for (size_t i = 0; i < book->count && found < 2; i++) {
		if ((book->orders[i].parts & BOOK_SELLER) == 0 ||
		    !store_order_get(
			desk->store, book->orders[i].order_id, &one) ||
		    shared_lines(desk, &one, desk->from.id, lines) == 0)
			continue;
		*order = one;
		found++;
	}
	return found == 1;
}

bool
pool_list_order(struct desk *desk, const struct book *book, struct str *rest,
    struct order *order)
{
	struct str text = str_trim(*rest);
	struct line lines[DESK_LINES_MAX];
	char code[8];
	size_t n = 0;
	int at;

	if (text.octets > 0 && text.at[0] == '#')
		text = str_of(text.at + 1, text.octets - 1);
	while (n < text.octets && n < sizeof(code) - 1 &&
	       (unsigned char)text.at[n] > ' ') {
		code[n] = text.at[n] >= 'a' && text.at[n] <= 'z'
			      ? (char)(text.at[n] - 'a' + 'A')
			      : text.at[n];
		n++;
	}
	code[n] = '\0';
	at = n > 0 ? book_find(book, code, BOOK_SELLER) : -1;
	if (at < 0 && !str_starts(*rest, "#") && desk->intent.code[0] == '\0' &&
	    desk->intent.kind != INTENT_ORDER)
		return only_order(desk, book, order);
	if (at < 0 ||
	    !store_order_get(desk->store, book->orders[at].order_id, order) ||
	    shared_lines(desk, order, desk->from.id, lines) == 0)
		return false;
	*rest = str_trim(str_of(text.at + n, text.octets - n));
	return true;
}

/* What one person has of a line, over all its rows; -1: none. */
static int64_t
part_of(const struct pool_rows *rows, int64_t person_id)
{
	int64_t sum = -1;

	for (size_t i = 0; i < rows->count; i++)
		if (rows->row[i].household_id == person_id &&
		    rows->row[i].state != SHARE_DROPPED)
			sum = (sum < 0 ? 0 : sum) + rows->row[i].qty_milli;
	return sum;
}

static void
list_line(struct list *list, struct desk *desk, const struct letter *letter,
    const struct pool_folk *folk, const struct line *line, bool only)
{
	struct pool_rows rows;

	pool_load(&rows, desk, line->id, false);
	for (size_t i = 0; rows.count > 0 && i < folk->count; i++) {
		int64_t milli = part_of(&rows, folk->row[i].person_id);
		char piece[200], qty[AMOUNT_OCTETS];
		struct buf out = buf_over(piece, sizeof(piece));
		struct pool_measure m;

		if (milli < 0)
			continue;
		m = pool_measure_of(desk, line, milli, -1);
		if (only)
			amount_qty(qty, &letter->style, m.milli, m.unit);
		else
			amount_goods(qty, &letter->style, line->product,
			    m.milli, m.unit, 0);
		buf_add_format(&out, "%d %s %s", folk->row[i].number,
		    folk->row[i].name, qty);
		list_add(list, piece);
	}
}

static void
put_left(char dst[AMOUNT_OCTETS], struct desk *desk,
    const struct letter *letter, const struct line *line)
{
	struct pool_rows rows;
	int64_t left;

	dst[0] = '\0';
	pool_load(&rows, desk, line->id, true);
	left = part_of(&rows, line->seller_id);
	if (left > 0) {
		struct pool_measure m = pool_measure_of(desk, line, left, -1);

		amount_qty(dst, &letter->style, m.milli, m.unit);
	}
}

void
pool_list_split(
    struct desk *desk, const struct order *order, int64_t leader_id, int from)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = shared_lines(desk, order, leader_id, lines);
	struct pool_folk *folk;
	struct list list;
	struct letter letter;
	struct letter_goods goods;
	char more[16], left[AMOUNT_OCTETS] = "";
	struct letter_about about = {.order_id = order->id};

	if (count == 0)
		return;
	folk = folk_of(desk, leader_id);
	letter_to(&letter, desk, leader_id, 0);
	letter_goods(&goods, &letter, order, lines, count);
	list_start(&list, from);
	for (size_t i = 0; i < count; i++)
		list_line(&list, desk, &letter, folk, &lines[i], count == 1);
	for (size_t i = 0; i < count && left[0] == '\0'; i++)
		put_left(left, desk, &letter, &lines[i]);
	letter_send(&letter, PHRASE_SPLIT,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.list = list.text,
		.left = left,
		.n = list_more(&list, more)},
	    &about);
	free(folk);
}

bool
pool_list_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct order order;
	int64_t from = 1;

	if (!pool_list_order(desk, book, &rest, &order) ||
	    (rest.octets > 0 && !str_to_int64(&from, rest)))
		return false;
	pool_list_split(desk, &order, desk->from.id,
	    from < 1 || from > 10000 ? 1 : (int)from);
	return true;
}

/* -- MY, by a household -------------------------------------------------- */

struct mine {
	struct desk *desk;
	struct amount_style style;
	struct buf bring, taken;
	int64_t since_ms;
};

static bool
bring_add(void *arg, const struct share *share)
{
	struct mine *mine = arg;
	struct line line;
	struct order order;
	char goods[AMOUNT_OCTETS];
	struct pool_measure m;

	if (share->lot_id != 0 ||
	    !store_line_get(mine->desk->store, share->line_id, &line) ||
	    !store_order_get(mine->desk->store, line.order_id, &order))
		return true;
	m = pool_measure_of(mine->desk, &line, share->qty_milli, -1);
	buf_add_format(&mine->bring, "%s#%s %s", mine->bring.octets ? ", " : "",
	    order.code,
	    pool_goods(goods, &mine->style, line.product, m.milli, m.unit,
		share->grade));
	return true;
}

static bool
taken_add(void *arg, const struct took *took)
{
	struct mine *mine = arg;
	char goods[AMOUNT_OCTETS], price[AMOUNT_OCTETS];

	if (took->time_ms < mine->since_ms)
		return false;
	if (took->undone_ms != 0)
		return true;
	buf_add_format(&mine->taken, "%s%s", mine->taken.octets ? ", " : "",
	    pool_goods(goods, &mine->style, took->product, took->qty_milli,
		took->unit, took->grade));
	if (took->terms == LOT_BOUGHT)
		buf_add_format(&mine->taken, " %s",
		    amount_price(
			price, &mine->style, took->price_minor, took->unit));
	return true;
}

bool
pool_list_my(struct desk *desk)
{
	char bring[300] = "", taken[300] = "", name[64];
	struct person leader = {.id = 0};
	struct mine mine = {.desk = desk,
	    .style = desk_style(desk, desk->lang),
	    .bring = buf_over(bring, sizeof(bring)),
	    .taken = buf_over(taken, sizeof(taken)),
	    .since_ms = desk->now_ms - INT64_C(30) * 24 * 3600 * 1000};

	if (desk->from.leader_id == 0)
		return false;
	store_share_open_of(
	    desk->store, desk->from.id, MY_ROWS, bring_add, &mine);
	store_took_of_household(
	    desk->store, desk->from.id, MY_ROWS, taken_add, &mine);
	if (mine.bring.octets == 0 && mine.taken.octets == 0)
		return false;
	(void)store_person_get(desk->store, desk->from.leader_id, &leader);
	letter_name(name, &leader);
	letter_answer(desk, PHRASE_POOL_MY,
	    &(struct words){.name = name, .items = bring, .list = taken}, 0);
	return true;
}
