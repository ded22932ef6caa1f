/* Local time goes by the process's TZ, which programs/furrowd sets from the
 * configuration once at start: localtime_r() knows no other way to name a
 * zone, and a daemon serves one market. */
#include "gateway/core/market.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define MINUTE_MS INT64_C(60000)
#define DAY_MINUTES 1440

int
market_currency_places(const char *currency)
{
	static const struct {
		char code[4];
		int places;
	} other[] = {
	    {"BIF", 0},
	    {"CLP", 0},
	    {"DJF", 0},
	    {"GNF", 0},
	    {"IDR", 0},
	    {"JPY", 0},
	    {"KMF", 0},
	    {"KRW", 0},
	    {"PYG", 0},
	    {"RWF", 0},
	    {"UGX", 0},
	    {"VND", 0},
	    {"XAF", 0},
	    {"XOF", 0},
	    {"BHD", 3},
	    {"IQD", 3},
	    {"JOD", 3},
	    {"KWD", 3},
	    {"LYD", 3},
	    {"OMR", 3},
	    {"TND", 3},
	};
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		if (strcmp(currency, other[i].code) == 0)
			return other[i].places;
	return 2;
}

static struct tm
local(int64_t wall_ms)
{
	time_t seconds = (time_t)(wall_ms / 1000);
	struct tm tm;
	localtime_r(&seconds, &tm);
	return tm;
}

int
market_local_minute(const struct market *market, int64_t wall_ms)
{
	(void)market;
	struct tm tm = local(wall_ms);
	return tm.tm_hour * 60 + tm.tm_min;
}

int64_t
market_local_day(const struct market *market, int64_t wall_ms)
{
	(void)market;
	struct tm tm = local(wall_ms);
	return (wall_ms / 1000 + tm.tm_gmtoff) / 86400;
}

/* mktime() finds the offset that holds at that midnight. */
static int64_t
begin(struct tm tm)
{
	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	tm.tm_isdst = -1;
	return (int64_t)mktime(&tm) * 1000;
}

int64_t
market_day_begin(const struct market *market, int64_t wall_ms)
{
	(void)market;
	return begin(local(wall_ms));
}

int64_t
market_month_begin(const struct market *market, int64_t wall_ms)
{
	struct tm tm = local(wall_ms);

	(void)market;
	tm.tm_mday = 1;
	return begin(tm);
}

int
market_account_begins_min(const struct market *market)
{
	return market->quiet_from_min > market->quiet_until_min
		   ? market->quiet_until_min
		   : 0;
}

int64_t
market_account_day(const struct market *market, int64_t wall_ms)
{
	return market_local_day(
	    market, wall_ms - market_account_begins_min(market) * MINUTE_MS);
}

static bool
matches(const char *pattern, const char *number)
{
	size_t n = strcspn(pattern, "*");
	return strncmp(pattern, number, n) == 0 &&
	       (pattern[n] == '*' || number[n] == 0);
}

bool
market_blocked(const struct market *market, const char *number)
{
	/* ITU E.164: 979 is the international premium rate service. */
	static const char *const everywhere[] = {"+979*", "+1900*"};
	for (size_t i = 0; i < sizeof(everywhere) / sizeof(*everywhere); i++)
		if (matches(everywhere[i], number))
			return true;
	for (size_t i = 0; i < market->blocked_count; i++)
		if (matches(market->blocked[i], number))
			return true;
	return false;
}

/* Minutes until the quiet time that holds at `minute` ends; 0: it is waking
 * time.  Quiet hours may run over midnight. */
static int
quiet_left(const struct market *m, int minute)
{
	int length = (m->quiet_until_min - m->quiet_from_min + DAY_MINUTES) %
		     DAY_MINUTES;
	int into = (minute - m->quiet_from_min + DAY_MINUTES) % DAY_MINUTES;
	return into < length ? length - into : 0;
}

bool
market_read_quiet(const char *text, int *from_min_out, int *until_min_out)
{
	int h1, m1, h2, m2, used = 0;

	*from_min_out = *until_min_out = 0;
	if (text[0] == 0)
		return true;
	if (sscanf(text, "%2d:%2d-%2d:%2d%n", &h1, &m1, &h2, &m2, &used) != 4 ||
	    text[used] != 0 || h1 < 0 || h1 > 23 || h2 < 0 || h2 > 23 ||
	    m1 < 0 || m1 > 59 || m2 < 0 || m2 > 59)
		return false;
	*from_min_out = h1 * 60 + m1;
	*until_min_out = h2 * 60 + m2;
	return true;
}

bool
market_is_quiet(const struct market *market, int64_t wall_ms)
{
	return quiet_left(market, market_local_minute(market, wall_ms)) > 0;
}

/* Waking minutes from `minute` until the quiet time begins. */
static int
waking_left(const struct market *m, int minute)
{
	return (m->quiet_from_min - minute + DAY_MINUTES - 1) % DAY_MINUTES + 1;
}

int64_t
market_waking_after(
    const struct market *market, int64_t wall_ms, int64_t span_ms)
{
	if (market->quiet_from_min == market->quiet_until_min)
		return wall_ms + span_ms;
	/* A step a stretch of day or night: two a day, so at most a few. */
	for (;;) {
		int minute = market_local_minute(market, wall_ms);
		int quiet = quiet_left(market, minute);
		int64_t into_minute = wall_ms % MINUTE_MS;
		if (quiet > 0) {
			wall_ms += quiet * MINUTE_MS - into_minute;
			continue;
		}
		int64_t awake =
		    waking_left(market, minute) * MINUTE_MS - into_minute;
		if (span_ms <= awake)
			return wall_ms + span_ms;
		wall_ms += awake;
		span_ms -= awake;
	}
}
