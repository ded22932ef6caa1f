/* bag - texts that are counted: what was said against what was heard.
 *
 * Fill it, sort it, then ask; a key is any text without a line end. */
#ifndef TESTS_FAULT_BAG_H
#define TESTS_FAULT_BAG_H

#include <stdbool.h>
#include <stddef.h>

struct bag {
	char **at; /* owned */
	size_t count, room;
};

void bag_add(struct bag *bag, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void bag_sort(struct bag *bag);
/* Both sorted: how many are in `bag` beyond those of the same text in
 * `other`.  The first few are printed behind `title`, unless that is NULL. */
size_t bag_beyond(
    const struct bag *bag, const struct bag *other, const char *title);
/* Sorted: is there one? */
bool bag_has(const struct bag *bag, const char *key);
void bag_free(struct bag *bag);

#endif
