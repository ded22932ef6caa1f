/* quirk_rows - the rows themselves, for quirk.c only; the generic one is the
 * last. */
#ifndef MODEM_QUIRK_ROWS_H
#define MODEM_QUIRK_ROWS_H

#include <stddef.h>

#include "modem/quirk.h"

size_t quirk_rows_count(void); /* at least 1 */
const struct quirk *quirk_row(size_t i); /* i below the count */

#endif
