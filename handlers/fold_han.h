/* fold_han - traditional Chinese characters -> simplified ones.
 *
 * Only what people use in trade and small talk (1,545 characters); others are
 * returned as they came.  Pure. */
#ifndef HANDLERS_FOLD_HAN_H
#define HANDLERS_FOLD_HAN_H

#include <stdint.h>

uint32_t fold_han(uint32_t code_point);

#endif
