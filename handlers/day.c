#include "handlers/day.h"

#include <string.h>

#include "base/buf.h"
#include "base/clock.h"

#define DAY_MS INT64_C(86400000)
#define ANSWER_DEFAULT_MS (INT64_C(2) * 3600 * 1000)

/* 1970-01-01 was a Thursday. */
static int
weekday_of(int64_t day)
{
	return (int)((day + 4) % 7);
}

static int
weekday_find(const char *said)
{
	static const char *const names[] = {
	    "sun", "mon", "tue", "wed", "thu", "fri", "sat"};

	for (int i = 0; i < 7; i++)
		if (strcmp(said, names[i]) == 0)
			return i;
	return -1;
}

static void
put_date(char dst[DAY_OCTETS], int64_t day)
{
	char whole[32];

	clock_rfc3339(whole, sizeof(whole), day * DAY_MS, 0);
	str_copy(dst, DAY_OCTETS, str_of(whole, 10));
}

/* "31-05": the next 31 May there will be. */
static int64_t
month_day(const char *said, int64_t today)
{
	char whole[32], date[16];
	int64_t ms;

	if (strlen(said) != 5 || said[2] != '-')
		return -1;
	clock_rfc3339(whole, sizeof(whole), today * DAY_MS, 0);
	for (int year = 0; year < 2; year++) {
		struct buf out = buf_over(date, sizeof(date));
		int64_t number;

		if (!str_to_int64(&number, str_of(whole, 4)))
			return -1;
		buf_add_format(
		    &out, "%04d-%.2s-%.2s", (int)number + year, said + 3, said);
		if (clock_parse(&ms, date) && ms / DAY_MS >= today)
			return ms / DAY_MS;
	}
	return -1;
}

static int64_t
day_find(const char *said, int64_t today)
{
	int64_t ms;
	int weekday = weekday_find(said);

	if (strcmp(said, "today") == 0)
		return today;
	if (strcmp(said, "tomorrow") == 0)
		return today + 1;
	if (weekday >= 0)
		return today + (weekday - weekday_of(today) + 7) % 7;
	if (strlen(said) == 10 && clock_parse(&ms, said))
		return ms / DAY_MS;
	return month_day(said, today);
}

void
day_keep(char dst[DAY_OCTETS], const struct market *market, int64_t now_ms,
    const char *said, bool clock_sure)
{
	int64_t day = -1;

	if (clock_sure && *said != '\0')
		day = day_find(said, market_local_day(market, now_ms));
	if (day >= 0)
		put_date(dst, day);
	else
		str_copy(dst, DAY_OCTETS, str_from(said));
}

int64_t
day_number(const char *kept)
{
	int64_t ms;

	if (strlen(kept) != 10 || !clock_parse(&ms, kept))
		return -1;
	return ms / DAY_MS;
}

/* The n-th word of a list of words parted by blanks. */
static struct str
word_at(struct str words, int64_t n)
{
	struct str word = STR("");

	while (n-- >= 0)
		if (!str_cut(&word, &words, ' '))
			return STR("");
	return word;
}

char *
day_text_of(char dst[DAY_TEXT_OCTETS], const struct phrases *phrases,
    const char *lang, int64_t day)
{
	struct buf out = buf_over(dst, DAY_TEXT_OCTETS);
	struct str shape = phrase_raw(phrases, lang, PHRASE_WORD_DATE);
	char whole[32];
	int64_t month = 1, date = 1;

	clock_rfc3339(whole, sizeof(whole), day * DAY_MS, 0);
	(void)str_to_int64(&month, str_of(whole + 5, 2));
	(void)str_to_int64(&date, str_of(whole + 8, 2));
	for (size_t i = 0; i < shape.octets; i++) {
		if (shape.at[i] == 'w')
			buf_add_str(&out,
			    word_at(phrase_raw(phrases, lang, PHRASE_WORD_DAYS),
				weekday_of(day)));
		else if (shape.at[i] == 'm')
			buf_add_str(&out, word_at(phrase_raw(phrases, lang,
						      PHRASE_WORD_MONTHS),
					      month - 1));
		else if (shape.at[i] == 'd')
			buf_add_format(&out, "%d", (int)date);
		else
			buf_add_char(&out, shape.at[i]);
	}
	return dst;
}

char *
day_text(char dst[DAY_TEXT_OCTETS], const struct phrases *phrases,
    const char *lang, const char *kept)
{
	int64_t day = day_number(kept);

	if (day >= 0)
		return day_text_of(dst, phrases, lang, day);
	str_copy(dst, DAY_TEXT_OCTETS, str_from(kept));
	return dst;
}

int64_t
day_start_ms(const struct market *market, int64_t now_ms, int64_t day)
{
	int64_t midnight = now_ms - now_ms % 60000 -
			   (int64_t)market_local_minute(market, now_ms) * 60000;

	return midnight + (day - market_local_day(market, now_ms)) * DAY_MS;
}

int64_t
day_answer_ms(const struct market *market, int64_t now_ms, const char *kept)
{
	int64_t within = market->answer_within_ms > 0 ? market->answer_within_ms
						      : ANSWER_DEFAULT_MS;
	int64_t day = day_number(kept), ahead;

	if (day < 0)
		return within;
	ahead = day - market_local_day(market, now_ms);
	return ahead <= 1 ? within : ahead == 2 ? within * 2 : within * 3;
}
