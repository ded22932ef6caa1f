/* panic - our own invariant is broken: say so and stop.
 *
 * Only for what cannot be caused from outside.  Prints one line to stderr and
 * aborts; the supervisor starts us again and the store is the truth. */
#ifndef BASE_PANIC_H
#define BASE_PANIC_H

#include <stddef.h>

_Noreturn void panic(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

#define PANIC_UNLESS(condition)                                                \
	do {                                                                   \
		if (!(condition))                                              \
			panic("%s:%d: %s", __FILE__, __LINE__, #condition);    \
	} while (0)

/* Allocation that does not fail: zeroed memory, or a panic. */
void *xcalloc(size_t count, size_t octets) __attribute__((malloc));
void *xrealloc(void *old, size_t octets);
char *xstrdup(const char *text) __attribute__((malloc));

#endif
