/* day - the day a buyer wants it: said "fri" or "tomorrow", kept as a date.
 *
 * Kept as "2026-11-27" when the clock is sure, else as it was said; shown in
 * the reader's words ("Fri 27 Nov"), never shown as a date while the clock is
 * unsure.  Also: how long a seller may think about it.  Pure. */
#ifndef HANDLERS_DAY_H
#define HANDLERS_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/core/market.h"

#include "handlers/phrase.h"

#define DAY_OCTETS 24
#define DAY_TEXT_OCTETS 40

/* `said` as struct intent has it ("", "today", "fri", "31-05", a date). */
void day_keep(char dst[DAY_OCTETS], const struct market *market, int64_t now_ms,
    const char *said, bool clock_sure);

/* Days since 1970 of a kept day, or -1 when it is no date. */
int64_t day_number(const char *kept);

/* In words; "" when not said, the said word when it is no date. */
char *day_text(char dst[DAY_TEXT_OCTETS], const struct phrases *phrases,
    const char *lang, const char *kept);
char *day_text_of(char dst[DAY_TEXT_OCTETS], const struct phrases *phrases,
    const char *lang, int64_t day);

/* Local midnight that begins that day, in wall time (as seen from now). */
int64_t day_start_ms(const struct market *market, int64_t now_ms, int64_t day);

/* Waking time a seller has for the answer: market.answer_within for today and
 * tomorrow (or no day), twice that for the day after, three times beyond. */
int64_t day_answer_ms(
    const struct market *market, int64_t now_ms, const char *kept);

#endif
