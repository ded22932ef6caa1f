/* Civil arithmetic is done here and not by libc, so that the TZ of the machine
 * never touches what is stored or shown. */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define DAY_MS INT64_C(86400000)
#define MINUTE_MS INT64_C(60000)
#define YEAR_LEAST 1
#define YEAR_MOST 9999

static int64_t
read_clock(clockid_t id)
{
	struct timespec now = {0};
	clock_gettime(id, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t
system_wall_ms(void *arg)
{
	(void)arg;
	return read_clock(CLOCK_REALTIME);
}

static int64_t
system_mono_ms(void *arg)
{
	(void)arg;
	return read_clock(CLOCK_MONOTONIC);
}

const struct clock_source *
clock_system(void)
{
	static const struct clock_source source = {
	    .wall_ms = system_wall_ms,
	    .mono_ms = system_mono_ms,
	};
	return &source;
}

static int64_t
fake_wall_ms(void *arg)
{
	const struct clock_fake *fake = arg;
	return fake->wall_ms;
}

static int64_t
fake_mono_ms(void *arg)
{
	const struct clock_fake *fake = arg;
	return fake->mono_ms;
}

void
clock_fake_init(struct clock_fake *fake, int64_t wall_ms)
{
	*fake = (struct clock_fake){.wall_ms = wall_ms};
	fake->source = (struct clock_source){
	    .wall_ms = fake_wall_ms,
	    .mono_ms = fake_mono_ms,
	    .arg = fake,
	};
}

void
clock_fake_turn(struct clock_fake *fake, int64_t by_ms)
{
	fake->wall_ms += by_ms;
	fake->mono_ms += by_ms;
}

int64_t
clock_wall_ms(const struct clock_source *clock)
{
	return clock->wall_ms(clock->arg);
}

int64_t
clock_mono_us(const struct clock_source *clock)
{
	struct timespec now = {0};
	if (clock != clock_system())
		return clock_mono_ms(clock) * 1000;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t
clock_mono_ms(const struct clock_source *clock)
{
	return clock->mono_ms(clock->arg);
}

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_days(int year, int month)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

/* Days from 1970-01-01 to 1 January of a year from 1 on. */
static int64_t
year_start_days(int year)
{
	int64_t before = year - 1;
	int64_t leaps = before / 4 - before / 100 + before / 400;
	return before * 365 + leaps - 719162;
}

int64_t
clock_from_civil(int year, int month, int day, int hour, int minute, int second)
{
	if (year < YEAR_LEAST || year > YEAR_MOST || month < 1 || month > 12 ||
	    day < 1 || day > month_days(year, month) || hour < 0 || hour > 23 ||
	    minute < 0 || minute > 59 || second < 0 || second > 59)
		return INT64_MIN;
	int64_t days = year_start_days(year) + day - 1;
	for (int m = 1; m < month; m++)
		days += month_days(year, m);
	return days * DAY_MS + hour * 60 * MINUTE_MS + minute * MINUTE_MS +
	       second * INT64_C(1000);
}

struct civil {
	int year, month, day, hour, minute, second, milli;
};

/* What lies outside of the years 1 to 9999 is moved to their nearest end, so
 * that every text has its fixed length. */
static struct civil
civil_of(int64_t wall_ms)
{
	const int64_t first = year_start_days(YEAR_LEAST) * DAY_MS;
	const int64_t end = year_start_days(YEAR_MOST + 1) * DAY_MS;
	if (wall_ms < first)
		wall_ms = first;
	if (wall_ms >= end)
		wall_ms = end - 1;

	int64_t days = wall_ms / DAY_MS - (wall_ms % DAY_MS < 0 ? 1 : 0);
	int ms = (int)(wall_ms - days * DAY_MS);
	/* 400 years are 146,097 days: at most one year off. */
	int year = (int)(1970 + days * 400 / 146097);
	while (year_start_days(year) > days)
		year--;
	while (year_start_days(year + 1) <= days)
		year++;
	int day = (int)(days - year_start_days(year));
	int month = 1;
	while (day >= month_days(year, month))
		day -= month_days(year, month++);
	return (struct civil){year, month, day + 1, ms / 3600000,
	    ms / 60000 % 60, ms / 1000 % 60, ms % 1000};
}

char *
clock_rfc3339(char *dst, size_t dst_octets, int64_t wall_ms, int milli)
{
	struct civil c = civil_of(wall_ms);
	if (milli)
		snprintf(dst, dst_octets, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
		    c.year, c.month, c.day, c.hour, c.minute, c.second,
		    c.milli);
	else
		snprintf(dst, dst_octets, "%04d-%02d-%02dT%02d:%02d:%02dZ",
		    c.year, c.month, c.day, c.hour, c.minute, c.second);
	return dst;
}

/* Reads by a picture: '9' is a digit, everything else stands for itself.
 * Each run of digits gives one number. */
static bool
read_picture(const char **text, const char *picture, int *numbers)
{
	const char *at = *text;
	bool in_number = false;
	for (; *picture != '\0'; picture++, at++) {
		if (*picture != '9') {
			if (*at != *picture)
				return false;
			numbers += in_number ? 1 : 0;
			in_number = false;
			continue;
		}
		if (*at < '0' || *at > '9')
			return false;
		*numbers = (in_number ? *numbers * 10 : 0) + (*at - '0');
		in_number = true;
	}
	*text = at;
	return true;
}

/* ".25" -> 250; digits beyond the third are cut. */
static bool
read_milli(const char **text, int *milli_out)
{
	int scale = 100;
	const char *at = *text;
	*milli_out = 0;
	if (*at != '.')
		return true;
	for (at++; *at >= '0' && *at <= '9'; at++) {
		*milli_out += (*at - '0') * scale;
		scale /= 10;
	}
	bool some = at > *text + 1;
	*text = at;
	return some;
}

/* "Z" or "+03:00". */
static bool
read_zone(const char **text, int *offset_minutes_out)
{
	int hm[2] = {0};
	*offset_minutes_out = 0;
	if (**text == 'Z') {
		(*text)++;
		return true;
	}
	if (**text != '+' && **text != '-')
		return false;
	int sign = **text == '-' ? -1 : 1;
	(*text)++;
	if (!read_picture(text, "99:99", hm) || hm[0] > 23 || hm[1] > 59)
		return false;
	*offset_minutes_out = sign * (hm[0] * 60 + hm[1]);
	return true;
}

bool
clock_parse(int64_t *wall_ms_out, const char *text)
{
	int n[6] = {0};
	int milli = 0, offset_minutes = 0;
	*wall_ms_out = 0;
	if (!read_picture(&text, "9999-99-99", n))
		return false;
	if (*text != '\0' && (!read_picture(&text, "T99:99:99", n + 3) ||
				 !read_milli(&text, &milli) ||
				 !read_zone(&text, &offset_minutes)))
		return false;
	int64_t wall_ms = clock_from_civil(n[0], n[1], n[2], n[3], n[4], n[5]);
	if (*text != '\0' || wall_ms == INT64_MIN)
		return false;
	*wall_ms_out = wall_ms + milli - offset_minutes * MINUTE_MS;
	return true;
}
