#include "handlers/sale_said.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"

#include "handlers/day.h"

#define MINUTE_MS INT64_C(60000)
#define DAY_MS (INT64_C(24) * 60 * MINUTE_MS)
#define WORDS 60

/* What other scripts and careful typists write for our marks. */
static const char *const marks[][2] = {
    {"：", ":"},
    {"－", "-"},
    {"–", "-"},
    {"—", "-"},
    {"～", "-"},
    {"~", "-"},
    {"到", "-"},
    {"至", "-"},
    {"小时", "h "},
    {"，", " "},
    {",", " "},
};

struct words_said {
	struct str at[WORDS];
	size_t count;
};

/* -- marks and words ------------------------------------------------------- */

static size_t
mark_at(struct str rest, const char **plain)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_starts(rest, marks[i][0])) {
			*plain = marks[i][1];
			return strlen(marks[i][0]);
		}
	return 0;
}

/* A comma between figures is no mark: "3,000kg", "3,5". */
static bool
is_inside_number(struct str text, size_t at)
{
	return text.at[at] == ',' && at > 0 && at + 1 < text.octets &&
	       isdigit((unsigned char)text.at[at - 1]) &&
	       isdigit((unsigned char)text.at[at + 1]);
}

static void
make_plain(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.octets;) {
		const char *plain = NULL;
		size_t octets =
		    is_inside_number(text, i)
			? 0
			: mark_at(str_of(text.at + i, text.octets - i), &plain);

		if (octets == 0)
			buf_add_char(out, text.at[i++]);
		else
			buf_add_text(out, plain);
		i += octets;
	}
}

static void
cut_words(struct words_said *w, struct str text)
{
	struct str word;

	w->count = 0;
	while (w->count < WORDS && str_cut(&word, &text, ' '))
		if (str_trim(word).octets > 0)
			w->at[w->count++] = str_trim(word);
}

static bool
is_word(const struct phrases *phrases, enum phrase list, struct str word)
{
	return phrase_cut_word(phrases, list, &word) && word.octets == 0;
}

static void
drop_words(struct words_said *w, size_t at, size_t count)
{
	for (size_t i = at; i + count < w->count; i++)
		w->at[i] = w->at[i + count];
	w->count -= count;
}

/* -- times ----------------------------------------------------------------- */

struct clock_said {
	int min; /* after midnight */
	bool plain; /* a bare figure: "2" of "2-6pm" */
	bool half; /* am or pm was said */
	bool pm;
};

static bool
read_half(struct clock_said *out, struct str rest)
{
	out->half = str_equal_nocase(rest, STR("am")) ||
		    str_equal_nocase(rest, STR("pm"));
	out->pm = str_equal_nocase(rest, STR("pm"));
	return out->half || rest.octets == 0;
}

static bool
put_half(struct clock_said *c)
{
	int hour = c->min / 60;

	if (!c->half)
		return hour < 24 || c->min == 24 * 60;
	if (hour < 1 || hour > 12)
		return false;
	c->min = (hour % 12 + (c->pm ? 12 : 0)) * 60 + c->min % 60;
	return true;
}

static int
read_figures(struct str *rest)
{
	int value = 0;
	size_t n = 0;

	while (n < rest->octets && n < 3 && isdigit((unsigned char)rest->at[n]))
		value = value * 10 + rest->at[n++] - '0';
	*rest = str_of(rest->at + n, rest->octets - n);
	return n == 0 || n > 2 ? -1 : value;
}

/* "14:00" "14.00" "14h" "14h30" "2pm" "2:30pm" "14". */
static bool
read_clock(struct clock_said *out, struct str word)
{
	int hour = read_figures(&word), min = 0;

	memset(out, 0, sizeof(*out));
	if (hour < 0)
		return false;
	out->plain = word.octets == 0;
	if (word.octets > 0 && strchr(":.hH", word.at[0]) != NULL) {
		bool bare = word.octets == 1;

		word = str_of(word.at + 1, word.octets - 1);
		min = bare ? 0 : read_figures(&word);
	}
	if (min < 0 || min > 59 || !read_half(out, word))
		return false;
	out->min = hour * 60 + min;
	return out->half || hour <= 24;
}

/* "2-6pm": the half is said once. */
static bool
take_range(struct sale_said *out, struct clock_said a, struct clock_said b)
{
	if (a.plain && b.plain)
		return false; /* "2-3" is a quantity */
	if (!a.half && b.half && a.min <= 12 * 60) {
		a.half = true;
		a.pm = b.pm && (a.min % (12 * 60) <= b.min % (12 * 60));
	}
	if (!put_half(&a) || !put_half(&b))
		return false;
	out->from_min = a.min % (24 * 60);
	out->until_min = b.min % (24 * 60);
	return true;
}

/* "14:00-18:00" in one word. */
static bool
range_in_word(struct sale_said *out, struct str word)
{
	struct clock_said a, b;
	struct str first, rest = word;

	if (!str_cut(&first, &rest, '-') || rest.at == NULL)
		return false;
	return read_clock(&a, first) && read_clock(&b, rest) &&
	       take_range(out, a, b);
}

/* Cuts `count` words at `at`, and a "from" or "between" before them, which is
 * any word that is no figure and no goods: what precedes a time. */
static void
cut_time(struct words_said *w, size_t at, size_t count)
{
	drop_words(w, at, count);
	if (at > 0 && (str_equal_nocase(w->at[at - 1], STR("from")) ||
			  str_equal_nocase(w->at[at - 1], STR("between")) ||
			  str_equal_nocase(w->at[at - 1], STR("for"))))
		drop_words(w, at - 1, 1);
}

/* "2pm to 6pm", "14:00 - 18:00". */
static bool
range_of_words(struct sale_said *out, const struct phrases *phrases,
    struct words_said *w, size_t at)
{
	struct clock_said a, b;

	if (at + 2 >= w->count ||
	    !(str_is(w->at[at + 1], "-") ||
		is_word(phrases, PHRASE_WORD_TILL, w->at[at + 1])) ||
	    !read_clock(&a, w->at[at]) || !read_clock(&b, w->at[at + 2]) ||
	    !take_range(out, a, b))
		return false;
	cut_time(w, at, 3);
	return true;
}

static bool
until_of_words(struct sale_said *out, const struct phrases *phrases,
    struct words_said *w, size_t at)
{
	struct clock_said c;

	if (at + 1 >= w->count ||
	    !is_word(phrases, PHRASE_WORD_TILL, w->at[at]) ||
	    !read_clock(&c, w->at[at + 1]) || c.plain || !put_half(&c))
		return false;
	out->until_min = c.min % (24 * 60);
	cut_time(w, at, 2);
	return true;
}

static int64_t
span_unit(struct str word)
{
	static const struct {
		const char *word;
		int64_t minutes;
	} units[] = {{"h", 60}, {"hr", 60}, {"hrs", 60}, {"hour", 60},
	    {"hours", 60}, {"m", 1}, {"min", 1}, {"mins", 1}, {"minutes", 1}};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (str_equal_nocase(word, str_from(units[i].word)))
			return units[i].minutes * MINUTE_MS;
	return 0;
}

/* "4h", "90min", "4 hours". */
static bool
span_of_words(struct sale_said *out, struct words_said *w, size_t at)
{
	struct str rest = w->at[at];
	int figure = 0;
	size_t n = 0, used = 1;

	while (n < rest.octets && n < 4 && isdigit((unsigned char)rest.at[n]))
		figure = figure * 10 + rest.at[n++] - '0';
	rest = str_of(rest.at + n, rest.octets - n);
	if (n == 0)
		return false;
	if (rest.octets == 0 && at + 1 < w->count) {
		rest = w->at[at + 1];
		used = 2;
	}
	out->span_ms = figure * span_unit(rest);
	if (out->span_ms > 0)
		cut_time(w, at, used);
	return out->span_ms > 0;
}

static bool
find_time(
    struct sale_said *out, const struct phrases *phrases, struct words_said *w)
{
	out->from_min = out->until_min = -1;
	out->span_ms = 0;
	for (size_t i = 0; i < w->count; i++) {
		if (range_in_word(out, w->at[i])) {
			cut_time(w, i, 1);
			return true;
		}
		if (range_of_words(out, phrases, w, i) ||
		    until_of_words(out, phrases, w, i))
			return true;
	}
	for (size_t i = w->count; i-- > 1;)
		if (span_of_words(out, w, i))
			return true;
	return false;
}

/* -- cap and goods --------------------------------------------------------- */

static bool
has_letters(struct str word)
{
	for (size_t i = 0; i < word.octets; i++)
		if (!isdigit((unsigned char)word.at[i]) &&
		    strchr(".,/", word.at[i]) == NULL)
			return true;
	return false;
}

/* "max 50kg", "max 50 kg", and without the blank in Chinese. */
static size_t
cap_at(struct buf *cap, const struct phrases *phrases,
    const struct words_said *w, size_t at)
{
	struct str rest = w->at[at], amount;
	size_t used = 1;

	if (!phrase_cut_word(phrases, PHRASE_WORD_MAX, &rest))
		return 0;
	if (rest.octets == 0 && at + 1 < w->count)
		rest = w->at[at + used++];
	amount = rest;
	if (amount.octets == 0 || !isdigit((unsigned char)amount.at[0]))
		return 0;
	buf_add_str(cap, amount);
	if (!has_letters(amount) && at + used < w->count &&
	    has_letters(w->at[at + used])) {
		buf_add_text(cap, " ");
		buf_add_str(cap, w->at[at + used++]);
	}
	return used;
}

static void
find_cap(
    struct sale_said *out, const struct phrases *phrases, struct words_said *w)
{
	struct buf cap = buf_over(out->cap, sizeof(out->cap));
	size_t used = 0;

	out->cap[0] = '\0';
	for (size_t i = 0; i < w->count && used == 0; i++) {
		used = cap_at(&cap, phrases, w, i);
		if (used > 0)
			drop_words(w, i, used);
	}
}

/* The quantity stands before it. */
static bool
has_figure_before(const struct words_said *w, size_t at)
{
	for (size_t i = 0; i < at; i++)
		for (size_t k = 0; k < w->at[i].octets; k++)
			if (isdigit((unsigned char)w->at[i].at[k]))
				return true;
	return false;
}

/* A second figure at the end is the price: "mango 300kg 3.5", "mango 300 kg
 * 3.5/kg". */
static bool
take_price(struct sale_said *out, struct words_said *w)
{
	struct str last, figure;
	char number[24];

	if (w->count < 2 || !has_figure_before(w, w->count - 1))
		return false;
	last = w->at[w->count - 1];
	if (!str_cut(&figure, &last, '/') || figure.octets >= sizeof(number))
		return false;
	str_copy(number, sizeof(number), figure);
	for (char *c = number; *c != '\0'; c++)
		if (*c == ',')
			*c = '.';
	if (!str_to_milli(&out->price_milli, str_from(number)))
		return false;
	str_copy(out->price_per, sizeof(out->price_per), str_trim(last));
	w->count--;
	return out->price_milli > 0;
}

/* "At" stood before the price. */
static bool
is_at(struct str word)
{
	return str_equal_nocase(word, STR("at")) || str_is(word, "@") ||
	       str_is(word, "a") || str_is(word, "à") ||
	       str_equal_nocase(word, STR("kwa"));
}

static void
write_goods(struct sale_said *out, struct words_said *w)
{
	struct buf goods = buf_over(out->goods, sizeof(out->goods));

	if (take_price(out, w) && is_at(w->at[w->count - 1]))
		w->count--;
	buf_add_text(&goods, "sell");
	for (size_t i = 0; i < w->count; i++) {
		buf_add_text(&goods, " ");
		buf_add_str(&goods, w->at[i]);
	}
}

bool
sale_said_read(
    struct sale_said *out, const struct phrases *phrases, struct str text)
{
	char plain[SALE_SAID_OCTETS];
	struct buf b = buf_over(plain, sizeof(plain));
	struct words_said w;

	memset(out, 0, sizeof(*out));
	make_plain(&b, text);
	if (b.octets + 16 >= sizeof(plain))
		return false;
	cut_words(&w, buf_str(&b));
	find_cap(out, phrases, &w);
	if (!find_time(out, phrases, &w) || w.count == 0)
		return false;
	write_goods(out, &w);
	return true;
}

/* -- when ------------------------------------------------------------------ */

static void
put_clock(struct sale_time *out, const struct sale_said *said,
    const struct market *market, int64_t now_ms, int64_t day)
{
	int64_t start = day_start_ms(market, now_ms, day);

	out->from_ms =
	    said->from_min >= 0 ? start + said->from_min * MINUTE_MS : now_ms;
	out->until_ms = start + said->until_min * MINUTE_MS;
	if (said->from_min >= 0 && said->until_min <= said->from_min)
		out->until_ms += DAY_MS; /* over midnight */
}

bool
sale_said_time(struct sale_time *out, const struct sale_said *said,
    const struct market *market, int64_t now_ms, int64_t day)
{
	int64_t today = market_local_day(market, now_ms);

	memset(out, 0, sizeof(*out));
	if (said->span_ms > 0) {
		out->from_ms =
		    day > today ? day_start_ms(market, now_ms, day) : now_ms;
		out->until_ms = out->from_ms + said->span_ms;
	} else {
		put_clock(out, said, market, now_ms, day < 0 ? today : day);
		if (out->until_ms <= now_ms) {
			out->doubt = true;
			put_clock(out, said, market, now_ms, today + 1);
		}
	}
	if (out->from_ms < now_ms)
		out->from_ms = now_ms;
	out->doubt = out->doubt || out->until_ms - out->from_ms > DAY_MS ||
		     out->from_ms - now_ms > 7 * DAY_MS;
	return out->until_ms > out->from_ms;
}
