/* totp - six figures that change every thirty seconds: the second factor.
 *
 * RFC 6238 over RFC 4226, HMAC-SHA-1, as every app on a phone does it.  Pure:
 * the time is passed in as a step (wall time / 30 s). */
#ifndef BASE_TOTP_H
#define BASE_TOTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "base/str.h"

#define TOTP_KEY_OCTETS 20
#define TOTP_BASE32_OCTETS 33 /* of such a key */
#define TOTP_STEP_MS INT64_C(30000)
/* Steps that a phone's clock may be wrong, either way. */
#define TOTP_WINDOW 1

/* `figures` from 6 to 8. */
uint32_t totp_code(struct span key, int64_t step, int figures);

/* Is that the code (six figures, blanks allowed) of a step next to this one,
 * and later than the last one that was used?  *step_out is to be kept as the
 * next last one: each code is good once. */
bool totp_is(struct span key, struct str typed, int64_t now_ms,
    int64_t last_step, int64_t *step_out);

/* RFC 4648, 6, without padding; dst holds octets * 8 / 5 + 2. */
void totp_base32(char *dst, struct span key);

#endif
