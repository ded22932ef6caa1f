/* row_cache - rows by id, as structs; a small memory that may forget.
 *
 * Each id has one place; a row that comes to a taken place pushes the other
 * out, so nothing is searched, chained or aged.  Ids above 0.  Rows are plain
 * bytes and are copied in and out: nobody holds a pointer into it.  Memory is
 * taken with the first row.  What is true is the caller's business. */
#ifndef GATEWAY_STORE_ROW_CACHE_H
#define GATEWAY_STORE_ROW_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct row_cache {
	size_t octets; /* of a row */
	size_t places; /* power of two */
	int64_t *ids; /* 0: free; NULL: no row ever came */
	unsigned char *rows;
	bool used; /* since it was cleared */
};

struct row_cache row_cache_new(size_t octets, size_t places);
void row_cache_free(struct row_cache *cache);
/* False: not there, *out is untouched. */
bool row_cache_get(const struct row_cache *cache, int64_t id, void *out);
void row_cache_put(struct row_cache *cache, int64_t id, const void *row);
void row_cache_drop(struct row_cache *cache, int64_t id);
void row_cache_clear(struct row_cache *cache);
/* The row at that place, NULL if it is free; for looking at all of them. */
const void *row_cache_at(
    const struct row_cache *cache, size_t place, int64_t *id_out);

#endif
