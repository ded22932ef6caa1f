/* intent_date - see the header. */
#include "handlers/intent_date.h"

#include "handlers/intent_scan.h"

#define YEAR_FIRST 2020
#define YEAR_LAST 2099

/* A whole number of figures within these, or 0. */
static int
number_within(const struct intent_text *t, size_t i, int low, int high)
{
	if (!at_number(t, i) || !t->tokens[i].figure)
		return 0;
	int64_t n = t->tokens[i].milli / 1000;
	bool whole = t->tokens[i].milli % 1000 == 0;
	return whole && n >= low && n <= high ? (int)n : 0;
}

/* "31", and "3rd", which is a word. */
static int
day_at(const struct intent_text *t, size_t i)
{
	bool ordinal = i < t->count && t->tokens[i].ordinal > 0 &&
		       t->tokens[i].use == USE_FREE &&
		       fold_class(t->fold.at[t->tokens[i].at]) == FOLD_DIGIT;
	return ordinal ? t->tokens[i].ordinal : number_within(t, i, 1, 31);
}

static bool
year_at(const struct intent_text *t, size_t i)
{
	return number_within(t, i, YEAR_FIRST, YEAR_LAST) > 0;
}

/* The month that a word names, 1 to 12, or 0. */
static int
month_at(const struct intent_text *t, size_t i)
{
	if (i >= t->count || t->tokens[i].kind != TOKEN_WORD ||
	    t->tokens[i].products_count > 0)
		return 0;
	return lexicon_day_month(t->tokens[i].day);
}

static bool
month_word_at(const struct intent_text *t, size_t i)
{
	return i < t->count && t->tokens[i].kind == TOKEN_WORD &&
	       lexicon_day_is_month(t->tokens[i].day);
}

/* "5th", 5号: what is glued to the day's figure. */
static size_t
skip_ending(const struct intent_text *t, size_t i)
{
	bool ending = i < t->count && t->tokens[i].kind == TOKEN_WORD &&
		      t->tokens[i].glued && at_role(t, i, ROLE_CLOCK);
	return ending ? i + 1 : i;
}

/* All from `first` to before `end` is the date; so is a year behind it. */
static size_t
keep(struct intent_figures *f, struct intent_text *t, size_t first, size_t end,
    int day, int month)
{
	size_t year = at_mark(t, end, ',') ? end + 1 : end;
	if (year_at(t, year))
		end = year + 1;
	f->date_day = day;
	f->date_month = month;
	for (size_t i = first; i < end; i++) {
		t->tokens[i].day = -1;
		if (t->tokens[i].kind != TOKEN_MARK)
			set_use(t, i, USE_DATE);
	}
	return end;
}

/* "5 june", "5th of June", "5 de junio" (its "de" is in the lexicon). */
static size_t
read_day_first(struct intent_figures *f, struct intent_text *t, size_t i)
{
	int day = day_at(t, i);
	size_t at = skip_ending(t, i + 1);
	if (month_at(t, at) == 0 && at_role(t, at, ROLE_FILLER))
		at++;
	int month = month_at(t, at);
	return day > 0 && month > 0 ? keep(f, t, i, at + 1, day, month) : i;
}

/* "june 5", when the figure belongs to nothing behind it. */
static size_t
read_month_first(struct intent_figures *f, struct intent_text *t, size_t i)
{
	int month = month_at(t, i);
	int day = day_at(t, i + 1);
	size_t end = skip_ending(t, i + 2);
	if (month == 0 || day == 0 || at_unit(t, i + 2) || at_product(t, end))
		return i;
	return keep(f, t, i, end, day, month);
}

/* 6月5号. */
static size_t
read_month_counted(struct intent_figures *f, struct intent_text *t, size_t i)
{
	bool numbers = at_number(t, i) && month_word_at(t, i + 1) &&
		       month_at(t, i + 1) == 0 && at_number(t, i + 2) &&
		       at_role(t, i + 3, ROLE_CLOCK) && t->tokens[i + 3].glued;
	if (!numbers)
		return i;
	int64_t month = t->tokens[i].milli / 1000;
	int64_t day = t->tokens[i + 2].milli / 1000;
	if (month < 1 || month > 12 || day < 1 || day > 31)
		return i;
	return keep(f, t, i, i + 4, (int)day, (int)month);
}

/* "31/5", "31/5/27", also with words for figures. */
static size_t
read_slashed(struct intent_figures *f, struct intent_text *t, size_t i)
{
	int day = day_at(t, i);
	if (day == 0 || !at_mark(t, i + 1, '/') || !at_number(t, i + 2))
		return i;
	int64_t month = t->tokens[i + 2].milli / 1000;
	if (month < 1 || month > 12)
		return i;
	bool year = at_mark(t, i + 3, '/') && at_number(t, i + 4);
	/* "5/5/5/5" is nothing that we know. */
	f->unsure = f->unsure || (year && at_mark(t, i + 5, '/'));
	return keep(f, t, i, year ? i + 5 : i + 3, day, (int)month);
}

/* "31-05-2027", "2027-05-31": with a year only, else it is a range. */
static size_t
read_dashed(struct intent_figures *f, struct intent_text *t, size_t i)
{
	if (!at_mark(t, i + 1, '-') || !at_mark(t, i + 3, '-'))
		return i;
	bool year_first = year_at(t, i) && day_at(t, i + 4) > 0;
	bool year_last = day_at(t, i) > 0 && year_at(t, i + 4);
	int month = number_within(t, i + 2, 1, 12);
	if (month == 0 || (!year_first && !year_last))
		return i;
	int day = day_at(t, year_first ? i + 4 : i);
	return keep(f, t, i, i + 5, day, month);
}

/* Most words are no date: let them pass at once. */
static bool
may_begin(const struct token *k)
{
	return k->kind == TOKEN_NUMBER || k->ordinal > 0 ||
	       lexicon_day_is_month(k->day);
}

#define READERS (sizeof(read) / sizeof(read[0]))

void
intent_date_mark(struct intent_figures *f, struct intent_text *t)
{
	static size_t (*const read[])(struct intent_figures *,
	    struct intent_text *, size_t) = {read_slashed, read_dashed,
	    read_month_counted, read_day_first, read_month_first};
	for (size_t i = 0; i < t->count; i++) {
		size_t end = i;
		if (!may_begin(&t->tokens[i]))
			continue;
		for (size_t n = 0; n < READERS && end == i; n++)
			end = read[n](f, t, i);
		i = end > i ? end - 1 : i;
	}
	for (size_t i = 0; i < t->count; i++)
		if (lexicon_day_is_month(t->tokens[i].day))
			t->tokens[i].day = -1;
}
