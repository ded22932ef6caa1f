#include "tests/fault/bag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#define SHOWN 5

void
bag_add(struct bag *bag, const char *format, ...)
{
	char text[8192];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (bag->count == bag->room) {
		bag->room = bag->room * 2 + 256;
		bag->at = xrealloc(bag->at, bag->room * sizeof(bag->at[0]));
	}
	bag->at[bag->count++] = xstrdup(text);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
bag_sort(struct bag *bag)
{
	if (bag->count > 0)
		qsort(bag->at, bag->count, sizeof(bag->at[0]), compare);
}

size_t
bag_beyond(const struct bag *bag, const struct bag *other, const char *title)
{
	size_t beyond = 0, j = 0;
	for (size_t i = 0; i < bag->count; i++) {
		while (j < other->count && strcmp(other->at[j], bag->at[i]) < 0)
			j++;
		if (j < other->count && strcmp(other->at[j], bag->at[i]) == 0) {
			j++;
			continue;
		}
		if (title != NULL && beyond < SHOWN)
			printf("  %s: %s\n", title, bag->at[i]);
		beyond++;
	}
	return beyond;
}

bool
bag_has(const struct bag *bag, const char *key)
{
	return bag->count > 0 && bsearch(&key, bag->at, bag->count,
				     sizeof(bag->at[0]), compare) != NULL;
}

void
bag_free(struct bag *bag)
{
	for (size_t i = 0; i < bag->count; i++)
		free(bag->at[i]);
	free(bag->at);
	*bag = (struct bag){.count = 0};
}
