#include "base/log.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mask.h"
#include "base/str.h"
#include "base/utf8.h"

#define LINE_OCTETS 2048
#define LEVELS (LOG_ERROR + 1)
#define GATHERED_OCTETS 65536
#define TIME_OCTETS 32

/* The one process-wide state of this file. */
static struct {
	enum log_level lowest;
	bool show_numbers;
	void (*sink)(const char *line, void *arg);
	void *sink_arg;
	unsigned long counts[LEVELS];
	bool gathers; /* that thread's lines */
	pthread_t gatherer;
	bool journal; /* it puts the time */
	char gathered[GATHERED_OCTETS];
	size_t octets;
	int64_t second; /* of `time`, which is the last line's */
	char time[TIME_OCTETS];
} log_state = {.lowest = LOG_INFO};

void
log_set_level(enum log_level lowest)
{
	log_state.lowest = lowest;
}

void
log_unmask(bool show_numbers)
{
	log_state.show_numbers = show_numbers;
}

void
log_set_sink(void (*sink)(const char *line, void *arg), void *arg)
{
	log_state.sink = sink;
	log_state.sink_arg = arg;
}

unsigned long
log_count(enum log_level level)
{
	return log_state.counts[level];
}

static const char *
level_name(enum log_level level)
{
	switch (level) {
	case LOG_DEBUG:
		return "debug";
	case LOG_INFO:
		return "info";
	case LOG_WARN:
		return "warn";
	case LOG_ERROR:
		return "error";
	}
	return "error";
}

/* Under systemd the journal puts the time. */
static bool
is_journal(void)
{
	return getenv("JOURNAL_STREAM") != NULL;
}

static void
add_line(struct buf *out, const char *time, const char *line)
{
	buf_add_text(out, time);
	if (time[0] != '\0')
		buf_add_char(out, ' ');
	buf_add_text(out, line);
	buf_add_char(out, '\n');
}

/* One write(2) a line, so that lines of several processes never mix. */
static void
write_stderr(const char *line)
{
	char storage[LINE_OCTETS + TIME_OCTETS], now[TIME_OCTETS] = "";
	struct buf out = buf_over(storage, sizeof(storage));
	if (!is_journal())
		clock_rfc3339(
		    now, sizeof(now), clock_wall_ms(clock_system()), 1);
	add_line(&out, now, line);
	if (write(STDERR_FILENO, out.at, out.octets) < 0)
		return; /* nobody left to tell */
}

/* -- many lines by one write(2) ------------------------------------------- */

/* Many lines a second have the same but for the milliseconds. */
static const char *
time_now(void)
{
	int64_t now_ms = clock_wall_ms(clock_system());
	if (now_ms / 1000 != log_state.second)
		clock_rfc3339(
		    log_state.time, sizeof(log_state.time), now_ms, 1);
	log_state.second = now_ms / 1000;
	char *point = strchr(log_state.time, '.');
	for (int ms = (int)(now_ms % 1000), i = 3; point != NULL && i > 0;
	     i--) {
		point[i] = (char)('0' + ms % 10);
		ms /= 10;
	}
	return log_state.time;
}

static void
gather(enum log_level level, const char *line)
{
	if (log_state.octets + LINE_OCTETS + TIME_OCTETS > GATHERED_OCTETS)
		log_flush();
	struct buf out = buf_over(log_state.gathered + log_state.octets,
	    GATHERED_OCTETS - log_state.octets);
	add_line(&out, log_state.journal ? "" : time_now(), line);
	log_state.octets += out.octets;
	if (level >= LOG_WARN)
		log_flush();
}

void
log_flush(void)
{
	if (log_state.octets == 0 ||
	    !pthread_equal(log_state.gatherer, pthread_self()))
		return;
	size_t octets = log_state.octets, at = 0;
	log_state.octets = 0;
	while (at < octets) {
		ssize_t done =
		    write(STDERR_FILENO, log_state.gathered + at, octets - at);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return; /* nobody left to tell */
		at += (size_t)done;
	}
}

void
log_gather(void)
{
	if (log_state.gathers)
		return;
	log_state.gathers = true;
	log_state.gatherer = pthread_self();
	log_state.journal = is_journal();
	atexit(log_flush);
}

/* Whatever a caller forgot to quote: still one line. */
static void
keep_one_line(char *line)
{
	for (; *line != '\0'; line++)
		if ((unsigned char)*line < 0x20 || *line == 0x7f)
			*line = '?';
}

bool
log_wants(enum log_level level)
{
	return level >= log_state.lowest;
}

void
log_event(enum log_level level, const char *module, const char *event,
    const char *format, ...)
{
	if (level < log_state.lowest)
		return;
	log_state.counts[level]++;

	char line[LINE_OCTETS];
	int head = snprintf(
	    line, sizeof(line), "%s %s %s", level_name(level), module, event);
	if (format != NULL && head > 0 && head < LINE_OCTETS - 2) {
		line[head++] = ' ';
		va_list args;
		va_start(args, format);
		vsnprintf(
		    line + head, sizeof(line) - (size_t)head, format, args);
		va_end(args);
	}
	keep_one_line(line);
	if (log_state.sink != NULL)
		log_state.sink(line, log_state.sink_arg);
	else if (log_state.gathers &&
		 pthread_equal(log_state.gatherer, pthread_self()))
		gather(level, line);
	else
		write_stderr(line);
}

size_t
log_country_digits(const char *digits)
{
	static const char pairs[] = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 "
				    "46 47 48 49 51 52 53 54 55 56 57 58 60 61 "
				    "62 63 64 65 66 81 82 84 86 90 91 92 93 94 "
				    "95 98";
	if (digits[0] == '1' || digits[0] == '7')
		return 1;
	for (const char *p = pairs; *p != '\0'; p += p[2] == ' ' ? 3 : 2)
		if (p[0] == digits[0] && p[1] == digits[1])
			return 2;
	return 3;
}

/* All digits of `number`, as many as fit; returns how many there are. */
static size_t
collect_digits(char *dst, size_t dst_octets, const char *number)
{
	size_t count = 0;
	for (; *number != '\0'; number++)
		if (*number >= '0' && *number <= '9' && count < dst_octets - 1)
			dst[count++] = *number;
	dst[count] = '\0';
	return count;
}

/* Three digits or fewer are a service or a name, nobody's number.  The count
 * of stars is fixed: it tells nothing and always fits. */
char *
log_phone(char *dst, size_t dst_octets, const char *number)
{
	char digits[32];
	if (number == NULL)
		number = "";
	size_t count = collect_digits(digits, sizeof(digits), number);
	if (log_state.show_numbers || count <= 3) {
		str_copy(dst, dst_octets, str_from(number));
		for (char *p = dst; dst_octets > 0 && *p != '\0'; p++)
			if ((unsigned char)*p <= 0x20 || *p == '"' ||
			    *p == 0x7f)
				*p = '?';
		return dst;
	}
	size_t head = number[0] == '+' ? log_country_digits(digits) : 0;
	const char *tail = count >= head + 5 ? digits + count - 3 : "";
	snprintf(dst, dst_octets, "%s%.*s*****%s", head > 0 ? "+" : "",
	    (int)head, digits, tail);
	return dst;
}

/* One character of a quoted value; returns the octets of text it took. */
static size_t
quote_one(char dst[8], struct str text)
{
	size_t octets;
	uint32_t c = utf8_next(text, &octets);
	unsigned char first = (unsigned char)text.at[0];
	bool bad = c == UTF8_REPLACEMENT && octets == 1;
	if (c == '"' || c == '\\')
		snprintf(dst, 8, "\\%c", (char)c);
	else if (c == '\n')
		snprintf(dst, 8, "\\n");
	else if (c == '\r')
		snprintf(dst, 8, "\\r");
	else if (c == '\t')
		snprintf(dst, 8, "\\t");
	else if (bad || c < 0x20 || c == 0x7f)
		snprintf(dst, 8, "\\x%02x", first);
	else
		snprintf(dst, 8, "%.*s", (int)octets, text.at);
	return octets;
}

char *
log_quote(char *dst, size_t dst_octets, const char *text)
{
	char masked[LINE_OCTETS];

	if (log_state.show_numbers || !mask_may_have(str_from(text)))
		return log_quote_ours(dst, dst_octets, text);
	(void)mask_line(masked, sizeof(masked), str_from(text));
	return log_quote_ours(dst, dst_octets, masked);
}

char *
log_quote_ours(char *dst, size_t dst_octets, const char *text)
{
	if (dst_octets < 3) {
		if (dst_octets > 0)
			dst[0] = '\0';
		return dst;
	}
	/* The last octet before the NUL is kept for the closing quote. */
	struct buf out = buf_over(dst, dst_octets - 1);
	buf_add_char(&out, '"');
	for (struct str rest = str_from(text); rest.octets > 0;) {
		char one[8];
		size_t octets = quote_one(one, rest);
		if (!buf_add_text(&out, one))
			break;
		rest = str_of(rest.at + octets, rest.octets - octets);
	}
	dst[out.octets] = '"';
	dst[out.octets + 1] = '\0';
	return dst;
}
