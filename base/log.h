/* log - one line per event: `level module event key=value ...` on stderr.
 *
 * Event names are stable (docs/logging lists them).  A value with a blank, a
 * quote or a control character is put in quotes and escaped, so one event is
 * always one line.  A phone number goes through log_phone(), a text that may
 * have one through log_quote(): both mask all but the country code and the last
 * three digits unless log_unmask(true).
 * Secrets are never passed here.  The sink is process-wide (one of the few
 * allowed globals); tests point it at a buffer. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>
#include <stddef.h>

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

void log_set_level(enum log_level lowest);
void log_unmask(bool show_numbers);
/* NULL puts the standard sink (stderr, with a time unless under systemd). */
void log_set_sink(void (*sink)(const char *line, void *arg), void *arg);

/* From now on lines of the calling thread wait in memory, up to 64 KiB, until
 * log_flush(), a warning or an error, panic() or exit(): a line each is a
 * system call, and a county's market has a hundred thousand a second.  Who
 * asks for it calls log_flush() before it sleeps (base/loop does).  Other
 * threads write as before.  A kill takes the lines since the last flush. */
void log_gather(void);
void log_flush(void);

/* NULL as format when there is nothing to add.
 * log_event(LOG_WARN, "modem", "timeout", "link=%s command=%s", ...).  The
 * format gives the key=value part; quote text values with log_quote(). */
void log_event(enum log_level level, const char *module, const char *event,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Would a line of that level go out?  For who must work to fill one. */
bool log_wants(enum log_level level);
/* Into dst (at least 24 octets): "+254*****678"; returns dst. */
char *log_phone(char *dst, size_t dst_octets, const char *number);
/* How many digits the calling code at the front has (ITU-T E.164: zones 1 and 7
 * have one digit, the listed pairs two, all others three). */
size_t log_country_digits(const char *digits);
/* Into dst: "text" in quotes, escaped, cut to fit; returns dst.  Phone numbers
 * in it are masked (mask_line) unless log_unmask(true): whatever somebody else
 * wrote, or has a part of that, goes through here. */
char *log_quote(char *dst, size_t dst_octets, const char *text);
/* The same, unmasked: only for words that no person, operator or program of
 * others has a part in, and that must stay whole (a signature, a path). */
char *log_quote_ours(char *dst, size_t dst_octets, const char *text);

/* How many lines of that level went out since the start (for metrics). */
unsigned long log_count(enum log_level level);

#endif
