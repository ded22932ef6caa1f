/* ussd_screen - a screen of a dialogue as the terminal shows it.
 *
 * In: the reply of ussd-sim (text, go_on, turn, septets, units: what fits).
 * A text that the GSM alphabet has is counted in septets, escapes as two (TS
 * 23.038); any other in UTF-16 units, which then bounds it. */
#ifndef PROGRAMS_FURROW_USSD_SCREEN_H
#define PROGRAMS_FURROW_USSD_SCREEN_H

#include <jansson.h>

/* For a person: in a frame, its count below. */
void ussd_screen_frame(const json_t *reply);
/* For a transcript: every line behind "< ", the last one with the count. */
void ussd_screen_lines(const json_t *reply);

#endif
