/* number - see the header. */
#include "handlers/number.h"

#define DIGITS_MAX 9
#define THOUSAND 1000
#define TIMES_CAME_FIRST (-1)

static bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static size_t
digits_at(const uint32_t *at, size_t count)
{
	size_t n = 0;
	while (n < count && is_digit(at[n]))
		n++;
	return n;
}

static int64_t
value_of(const uint32_t *at, size_t digits)
{
	int64_t value = 0;
	for (size_t i = 0; i < digits && i < DIGITS_MAX; i++)
		value = value * 10 + (at[i] - '0');
	return value;
}

/* "1/2", "3/4": only what people use as fractions; "20/5" is a date. */
static bool
read_fraction(struct number *n, const uint32_t *at, size_t count)
{
	if (count < 3 || at[1] != '/' || !is_digit(at[0]) || !is_digit(at[2]) ||
	    (count > 3 && (is_digit(at[3]) || at[3] == '/')))
		return false;
	int64_t above = at[0] - '0';
	int64_t below = at[2] - '0';
	if (above == 0 || above >= below || below == 6 || below == 7 ||
	    below == 9)
		return false;
	n->milli = (above * THOUSAND + below / 2) / below;
	n->used = 3;
	return true;
}

static int64_t
decimals(const uint32_t *at, size_t digits)
{
	int64_t milli = 0;
	for (size_t i = 0; i < 3; i++)
		milli = milli * 10 + (i < digits ? at[i] - '0' : 0);
	return milli;
}

/* Groups after the first mark: "1,500" "1,50,000" "1.234.567".  Returns the
 * code points of all groups, 0 when they are no groups of thousands. */
static size_t
read_groups(int64_t *whole, const uint32_t *at, size_t count, uint32_t mark)
{
	size_t used = 0;
	size_t last = 0;
	int64_t value = *whole;
	while (used + 1 < count && at[used] == mark && used < 16) {
		size_t n = digits_at(at + used + 1, count - used - 1);
		if (n != 2 && n != 3)
			break;
		int64_t step = n == 3 ? 1000 : 100;
		value = value * step + value_of(at + used + 1, n);
		if (value > NUMBER_MAX / THOUSAND)
			return 0;
		last = n;
		used += n + 1;
	}
	if (last != 3)
		return 0;
	*whole = value;
	return used;
}

/* One mark, then three digits: thousands or thousandths? */
static void
read_three_after_mark(struct number *n, int64_t whole, int64_t after,
    uint32_t mark, bool comma_decimal)
{
	bool grouping = comma_decimal ? mark == '.' : mark == ',';
	if (whole == 0)
		grouping = false;
	n->doubt = comma_decimal && mark == ',' && whole != 0 && after != 0;
	n->milli = grouping ? (whole * 1000 + after) * THOUSAND
			    : whole * THOUSAND + after;
}

/* "1,200.50": what stands behind the groups and the other mark. */
static void
read_cents(struct number *n, const uint32_t *at, size_t count, uint32_t mark)
{
	size_t i = n->used;
	if (i + 1 >= count || (at[i] != '.' && at[i] != ',') || at[i] == mark)
		return;
	size_t digits = digits_at(at + i + 1, count - i - 1);
	if (digits == 0 || digits == 3)
		return;
	n->milli += decimals(at + i + 1, digits);
	n->used += digits + 1;
}

static void
read_after_mark(
    struct number *n, const uint32_t *at, size_t count, bool comma_decimal)
{
	size_t first = n->used;
	int64_t whole = n->milli / THOUSAND;
	uint32_t mark = at[first];
	size_t after = digits_at(at + first + 1, count - first - 1);
	if (after == 0)
		return;
	int64_t grouped = whole;
	size_t groups = read_groups(&grouped, at + first, count - first, mark);
	if (groups > after + 1) {
		n->milli = grouped * THOUSAND;
		n->used += groups;
		read_cents(n, at, count, mark);
		return;
	}
	n->used += after + 1;
	if (after != 3) {
		n->milli = whole * THOUSAND + decimals(at + first + 1, after);
		return;
	}
	read_three_after_mark(
	    n, whole, value_of(at + first + 1, 3), mark, comma_decimal);
	if (n->milli >= 1000 * THOUSAND)
		read_cents(n, at, count, mark);
}

struct number
number_digits(const uint32_t *at, size_t count, bool comma_decimal)
{
	struct number n = {0};
	size_t digits = digits_at(at, count);
	if (digits == 0 || read_fraction(&n, at, count))
		return n;
	n.used = digits;
	n.too_long = digits > DIGITS_MAX;
	n.milli = value_of(at, digits) * THOUSAND;
	if (!n.too_long && digits < count &&
	    (at[digits] == ',' || at[digits] == '.'))
		read_after_mark(&n, at, count, comma_decimal);
	if (n.milli > NUMBER_MAX) {
		n.too_long = true;
		n.milli = NUMBER_MAX;
	}
	return n;
}

static const uint32_t han_digits[][2] = {{0x96f6, 0}, {0x3007, 0}, {0x4e00, 1},
    {0x4e8c, 2}, {0x4e24, 2}, {0x4e09, 3}, {0x56db, 4}, {0x4e94, 5},
    {0x516d, 6}, {0x4e03, 7}, {0x516b, 8}, {0x4e5d, 9}, {0x58f9, 1},
    {0x8d30, 2}, {0x53c1, 3}, {0x8086, 4}, {0x4f0d, 5}, {0x9646, 6},
    {0x67d2, 7}, {0x634c, 8}, {0x7396, 9}, {0x4fe9, 2}, {0x4ee8, 3}};

#define HAN_LIANG 0x4e24 /* two, and a weight */
#define HAN_LIA 0x4fe9 /* often typed for it */
#define HAN_KE 0x514b /* gram */
#define HAN_BAN 0x534a /* half */
#define HAN_DIAN 0x70b9 /* point */

static int
han_digit(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(han_digits) / sizeof(han_digits[0]); i++)
		if (han_digits[i][0] == cp)
			return (int)han_digits[i][1];
	return -1;
}

static int64_t
han_times(uint32_t cp)
{
	switch (cp) {
	case 0x5341:
	case 0x62fe:
		return 10;
	case 0x767e:
	case 0x4f70:
		return 100;
	case 0x5343:
	case 0x4edf:
		return 1000;
	case 0x4e07:
		return 10000;
	default:
		return 0;
	}
}

/* The multiplier at a place, unless it is the first half of "qianke". */
static int64_t
times_at(const uint32_t *at, size_t count, size_t i)
{
	if (i >= count ||
	    (i > 0 && at[i] == 0x5343 && i + 1 < count && at[i + 1] == HAN_KE))
		return 0;
	return han_times(at[i]);
}

struct han_reader {
	int64_t total; /* ten thousands and what is finished */
	int64_t group; /* below ten thousand */
	int64_t last_times;
	int digit; /* -1 none waiting */
};

static void
han_multiply(struct han_reader *r, int64_t times)
{
	int64_t digit = r->digit < 0 ? 1 : r->digit;
	if (times == 10000) {
		int64_t value = r->group + (r->digit < 0 ? 0 : r->digit);
		r->total += (value == 0 ? 1 : value) * times;
		r->group = 0;
	} else {
		r->group += digit * times;
	}
	r->digit = -1;
	r->last_times = times;
}

static int64_t
han_finish(const struct han_reader *r, bool after_zero)
{
	int64_t value = r->total + r->group;
	if (r->digit < 0)
		return value;
	/* The last place left out: "two hundred five" is 250. */
	if (r->last_times >= 100 && !after_zero)
		return value + r->digit * (r->last_times / 10);
	return value + r->digit;
}

static size_t
han_decimals(int64_t *milli, const uint32_t *at, size_t count)
{
	int64_t step = 100;
	size_t n = 0;
	for (; n < count && han_digit(at[n]) >= 0; n++) {
		*milli += han_digit(at[n]) * step;
		step /= 10;
	}
	return n;
}

/* at[i] is the digit after the one in `r`: a multiplier behind it belongs to
 * both.  used 0: no range. */
static struct number
han_range(
    const struct han_reader *r, const uint32_t *at, size_t count, size_t i)
{
	int64_t base = r->total + r->group, times = times_at(at, count, i + 1);
	bool both = times > 0 && (i == 1 || times < r->last_times);
	struct number n = {0};

	if (!both && i != 1 && times_at(at, count, i - 2) != 10)
		return n;
	if (!both)
		times = 1;
	n.used = i + 1 + both;
	n.milli = (base + r->digit * times) * THOUSAND;
	n.high_milli = n.milli + times * THOUSAND;
	return n;
}

struct number
number_han(const uint32_t *at, size_t count)
{
	struct number n = {0};
	struct han_reader r = {0, 0, 0, -1};
	bool zero = false;
	size_t i = 0;
	bool one_half = count > 1 && at[0] == 0x4e00 && at[1] == HAN_BAN;
	if (one_half || (count > 0 && at[0] == HAN_BAN)) {
		n.milli = THOUSAND / 2;
		n.used = one_half ? 2 : 1;
		return n;
	}
	for (; i < count && i < 12; i++) {
		int digit = han_digit(at[i]);
		int64_t times = times_at(at, count, i);
		if (digit >= 0) {
			if ((at[i] == HAN_LIANG || at[i] == HAN_LIA) && i > 0 &&
			    times_at(at, count, i + 1) == 0)
				break;
			/* "Two three jin" is a range, as "two three hundred"
			 * and "ten seven eight" are; in "3 yuan five one jin"
			 * the next number begins. */
			if (r.digit > 0 && digit == r.digit + 1) {
				struct number range =
				    han_range(&r, at, count, i);
				if (range.used > 0)
					return range;
			}
			if (r.digit > 0)
				break;
			zero = digit == 0 || zero;
			r.digit = digit == 0 ? -1 : digit;
		} else if (times > 0) {
			n.times = i == 0;
			zero = false;
			han_multiply(&r, times);
		} else {
			break;
		}
	}
	n.used = i;
	n.milli = i == 0 ? 0 : han_finish(&r, zero) * THOUSAND;
	n.times = n.times && i == 1;
	if (i > 0 && i + 1 < count && at[i] == HAN_DIAN &&
	    han_digit(at[i + 1]) >= 0)
		n.used += 1 + han_decimals(&n.milli, at + i + 1, count - i - 1);
	return n;
}

void
number_words_start(struct number_words *w)
{
	*w = (struct number_words){0};
}

/* May `milli` stand in the places that are still free behind the last word? */
static bool
fits_behind(const struct number_words *w, int64_t milli)
{
	if (!w->begun)
		return true;
	if (w->closed || milli < THOUSAND)
		return false;
	if (w->last_milli >= 20 * THOUSAND && w->last_milli < 100 * THOUSAND)
		return milli < 10 * THOUSAND && w->last_milli % 10000 == 0;
	if (w->last_milli == 10 * THOUSAND)
		return milli < 10 * THOUSAND;
	if (w->last_milli >= 100 * THOUSAND)
		return milli < w->last_milli;
	return false;
}

static bool
multiply(struct number_words *w, int64_t milli)
{
	int64_t group = w->group_milli == 0 ? THOUSAND : w->group_milli;
	if (milli <= 0 || group > NUMBER_MAX / (milli / THOUSAND + 1))
		return false;
	if (milli >= 1000 * THOUSAND) {
		int64_t total = w->total_milli + group * (milli / THOUSAND);
		if (total > NUMBER_MAX)
			return false;
		w->total_milli = total;
		w->group_milli = 0;
	} else {
		/* "three hundred": the tens before it are not multiplied. */
		w->group_milli = group * (milli / THOUSAND);
	}
	w->last_milli = milli;
	w->closed = false;
	return true;
}

static bool
add_plain(struct number_words *w, int64_t milli)
{
	if (w->begun && w->last_milli == TIMES_CAME_FIRST) {
		if (milli < THOUSAND || milli >= 10 * THOUSAND)
			return false;
		w->group_milli *= milli / THOUSAND;
		w->last_milli = 100 * THOUSAND;
		return true;
	}
	if (!fits_behind(w, milli))
		return false;
	w->group_milli += milli;
	w->last_milli = milli;
	w->closed = milli % THOUSAND != 0;
	return true;
}

/* "2 1/2": a fraction behind a whole figure, else nothing joins a figure. */
static bool
add_figure(struct number_words *w, int64_t milli)
{
	/* "elfu 3" */
	if (w->begun && w->last_milli == TIMES_CAME_FIRST &&
	    milli % THOUSAND == 0 && milli < 1000 * THOUSAND) {
		int64_t group = w->group_milli * (milli / THOUSAND);
		if (group > NUMBER_MAX)
			return false;
		w->group_milli = group;
		w->last_milli = milli;
		w->closed = true;
		return true;
	}
	bool fraction = milli > 0 && milli < THOUSAND;
	if (w->begun &&
	    !(w->closed && fraction && w->group_milli % THOUSAND == 0))
		return false;
	w->group_milli += milli;
	w->last_milli = milli;
	w->closed = true;
	return true;
}

static bool
add_times_next(struct number_words *w, int64_t milli)
{
	/* "3 elfu" */
	if (w->begun && w->closed && w->last_milli == w->group_milli &&
	    w->group_milli < 1000 * THOUSAND)
		return multiply(w, milli);
	if (w->begun)
		return false;
	w->group_milli = milli;
	w->last_milli = TIMES_CAME_FIRST;
	return true;
}

static bool
add_plus(struct number_words *w, int64_t milli)
{
	if (!w->begun)
		return false;
	w->group_milli += milli;
	w->last_milli = milli;
	w->closed = milli % THOUSAND != 0;
	return true;
}

bool
number_words_add(struct number_words *w, enum number_part part, int64_t milli)
{
	bool added = false;
	switch (part) {
	case NUMBER_PLAIN:
		added = add_plain(w, milli);
		break;
	case NUMBER_FIGURE:
		added = add_figure(w, milli);
		break;
	case NUMBER_TIMES:
		added =
		    (!w->begun || w->last_milli < milli) && multiply(w, milli);
		break;
	case NUMBER_TIMES_NEXT:
		added = add_times_next(w, milli);
		break;
	case NUMBER_PLUS:
		added = add_plus(w, milli);
		break;
	}
	w->begun = w->begun || added;
	return added;
}

int64_t
number_words_milli(const struct number_words *w)
{
	return w->total_milli + w->group_milli;
}
