/* conf_blocked - how a blocked number is written in furrow.conf.
 *
 * In: "+25490*", "0900*", "+254900123456", "20880".  Out: the same made
 * comparable with normalised numbers (national ones get the country's calling
 * code), a '*' only at the end.  False when it is none: no digits, a '*' with
 * fewer than two digits before it (that would block a country or the world by
 * a slip of the finger), something else in it, or too long. */
#ifndef PROGRAMS_FURROWD_CONF_BLOCKED_H
#define PROGRAMS_FURROWD_CONF_BLOCKED_H

#include <stdbool.h>

#include "gateway/core/market.h"

bool conf_blocked(
    char dst[MARKET_BLOCKED_OCTETS], const char *written, const char *country);

#endif
