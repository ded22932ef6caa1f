/* clock - time as a thing that is passed in, so that a test can turn it.
 *
 * Wall time is UTC milliseconds since 1970 (`wall_ms`): for the ledger and for
 * people.  Monotonic time (`mono_ms`): for time-outs and paces; its zero means
 * nothing.  No other file calls time(2), clock_gettime(2) or gettimeofday. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct clock_source {
	int64_t (*wall_ms)(void *arg);
	int64_t (*mono_ms)(void *arg);
	void *arg;
};

/* The machine's own clock. */
const struct clock_source *clock_system(void);

/* A clock that stands still until it is turned; `source` borrows the struct. */
struct clock_fake {
	int64_t wall_ms;
	int64_t mono_ms;
	struct clock_source source;
};
void clock_fake_init(struct clock_fake *fake, int64_t wall_ms);
void clock_fake_turn(struct clock_fake *fake, int64_t by_ms);

int64_t clock_wall_ms(const struct clock_source *clock);
int64_t clock_mono_ms(const struct clock_source *clock);
/* For durations; of a clock that is turned by hand, its milliseconds. */
int64_t clock_mono_us(const struct clock_source *clock);

/* RFC 3339 in UTC, "2026-11-25T13:30:13Z" (21 octets with NUL; with `milli`
 * "…13.250Z", 25).  Returns dst. */
char *clock_rfc3339(char *dst, size_t dst_octets, int64_t wall_ms, int milli);

/* Civil time -> wall_ms (proleptic Gregorian, no zone); -1 fields are not
 * allowed.  Month 1..12.  Returns INT64_MIN when a field is out of range. */
int64_t clock_from_civil(
    int year, int month, int day, int hour, int minute, int second);

/* "2026-11-25", "2026-11-25T13:30:13Z", "…13.250Z", "…+03:00" -> wall_ms;
 * false (and 0) if not such a text or no such day.  Years 1 to 9999. */
bool clock_parse(int64_t *wall_ms_out, const char *text);

#endif
