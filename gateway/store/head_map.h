/* head_map - int64 -> int64, open addressing; keys above 0.
 *
 * Sixteen octets a place, at most three quarters full: 25 million phones are
 * half a gigabyte, a village's fifty are nothing.  Growing doubles. */
#ifndef GATEWAY_STORE_HEAD_MAP_H
#define GATEWAY_STORE_HEAD_MAP_H

#include <stddef.h>
#include <stdint.h>

struct head_pair {
	int64_t key; /* 0: free place */
	int64_t value;
};

struct head_map {
	struct head_pair *pairs;
	size_t places; /* power of two, or 0 before the first put */
	size_t used;
};

int64_t head_map_get(const struct head_map *map, int64_t key); /* 0: none */
void head_map_put(struct head_map *map, int64_t key, int64_t value);
/* What stood behind it moves up, so that nothing is left in its place. */
void head_map_drop(struct head_map *map, int64_t key);
void head_map_clear(struct head_map *map); /* gives memory back when large */
void head_map_free(struct head_map *map);

#endif
