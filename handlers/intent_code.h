/* intent_code - does this word look like an order's code?
 *
 * Letter-digit-letter, with one more digit, and one more letter, in a market
 * with many orders (contract "In texts").  Read in any case; look-alikes are
 * mended only when the mended code is among those open with this phone. */
#ifndef HANDLERS_INTENT_CODE_H
#define HANDLERS_INTENT_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "handlers/intent.h"

/* True with the code in upper case; *open_out: it is in hints->open_codes. */
bool intent_code_read(char code_out[INTENT_CODE_OCTETS], bool *open_out,
    const uint32_t *word, size_t letters, const struct intent_hints *hints);

/* Behind a number sign, as we write it: whatever is no plain word or figure is
 * meant as a code, if not as one of ours ("#QM4", "#3B9"). */
bool intent_code_signed(
    char code_out[INTENT_CODE_OCTETS], const uint32_t *word, size_t letters);

#endif
