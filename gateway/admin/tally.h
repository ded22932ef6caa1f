/* tally - a table of sums, found by key; for reports.
 *
 * Keys are structs of one size without holes (all their octets count), values
 * structs of one size that begin as zeros.  Entries keep the order in which
 * they came.  No more than `most` entries: then tally_at() gives NULL, so that
 * a report cannot eat the memory. */
#ifndef GATEWAY_ADMIN_TALLY_H
#define GATEWAY_ADMIN_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tally;

struct tally *tally_new(size_t key_octets, size_t value_octets, size_t most);
void tally_free(struct tally **tally);

/* The value of that key, made if need be; good until the next tally_at(). */
void *tally_at(struct tally *tally, const void *key);
/* NULL: there is none. */
void *tally_find(const struct tally *tally, const void *key);
/* An entry's place, from 0: of the one that tally_at() gave. */
size_t tally_place(const struct tally *tally, const void *value);

size_t tally_count(const struct tally *tally);
const void *tally_key(const struct tally *tally, size_t place);
void *tally_value(const struct tally *tally, size_t place);

#endif
