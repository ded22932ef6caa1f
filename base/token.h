/* token - secrets that we make: sessions, API tokens, one-time codes.
 *
 * Out of the kernel's random numbers (getrandom), letters of equal chance.
 * What is kept is digest_sha256() of them: they are long enough that no slower
 * hash is needed, but for a code, which is good for hours and a few tries. */
#ifndef BASE_TOKEN_H
#define BASE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define TOKEN_SESSION_OCTETS 44 /* 43 letters: 256 bits */
#define TOKEN_API_PREFIX "furrow_"
#define TOKEN_API_OCTETS 57 /* the prefix, 43 letters, 6 that check them */
#define TOKEN_CODE_OCTETS 10 /* "XXXX-XXXX" */

void token_random(uint8_t *dst, size_t octets);

void token_session(char dst[TOKEN_SESSION_OCTETS]);

/* "furrow_" and 49 of [0-9A-Za-z]; the last six are the CRC-32 of the 43
 * before them in base 62, so that a scanner of leaked secrets can tell one from
 * an accident. */
void token_api(char dst[TOKEN_API_OCTETS]);
/* Has it that form, and do the letters fit? */
bool token_api_is(struct str token);

/* Of figures and capitals that nobody takes for one another (no 0 O 1 I L U):
 * 39 bits. */
void token_code(char dst[TOKEN_CODE_OCTETS]);
/* A code as typed, in any case, with or without dashes and blanks, as
 * token_code() writes it; false: it is none. */
bool token_code_read(char dst[TOKEN_CODE_OCTETS], struct str typed);

#endif
