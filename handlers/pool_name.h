/* pool_name - which of a leader's households does a text name?
 *
 * The whole name is meant before its first word, that before another word of
 * it.  A name that begins with a figure is found by its number only: figures
 * are quantities.  Letters are compared as they are, ASCII ones in any case.
 * Pure. */
#ifndef HANDLERS_POOL_NAME_H
#define HANDLERS_POOL_NAME_H

#include "handlers/pool_said.h"

#define POOL_NAME_TEXT_OCTETS 800 /* a longer text is cut */

/* Fills out->at and out->count, and gives the text without that name, in dst.
 */
struct str pool_name_cut(char dst[POOL_NAME_TEXT_OCTETS], struct pool_said *out,
    const struct pool_reader *reader, struct str text);

#endif
