/* retry - when to try a text again: arithmetic on stored times.
 *
 * In: when it was first tried, now, its class.  Out: the next due time, or
 * "give up".  No counter, no memory, so a restart changes nothing: the pause
 * grows with the age of the text (about as long as it has been tried), within
 * [30 s, 1 h], and ends with the class's lifetime. */
#ifndef GATEWAY_QUEUE_RETRY_H
#define GATEWAY_QUEUE_RETRY_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store_message.h"

#define RETRY_GIVE_UP INT64_C(-1)

/* Longest time that a text of that class is tried. */
int64_t retry_lifetime_ms(enum message_class class_);

/* Due time (> now_ms), or RETRY_GIVE_UP. */
int64_t retry_due(enum message_class class_, int64_t first_ms, int64_t now_ms);

/* Policy: may an unknown text of that class go out once more?  Proposals and
 * confirmations yes, the rest never.  `spent`: it did already, and nobody knows
 * of that copy either; then no more.  `stopped`: it was our own end that cut it
 * off, perhaps before its first octet, which spends nothing; but `tries` bounds
 * it, for a text that ends us each time must not go out for ever. */
bool retry_again(
    enum message_class class_, bool spent, bool stopped, int tries);

#endif
