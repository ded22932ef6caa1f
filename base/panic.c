#include "base/panic.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"

/* One write(2) and no stdio: the heap and the streams may be what broke. */
_Noreturn void
panic(const char *format, ...)
{
	char line[512] = "panic: ";
	size_t at = strlen(line);
	va_list args;
	va_start(args, format);
	vsnprintf(line + at, sizeof(line) - at - 1, format, args);
	va_end(args);
	at = strlen(line);
	line[at++] = '\n';
	log_flush(); /* what led to it */
	if (write(STDERR_FILENO, line, at) < 0)
		abort();
	abort();
}

void *
xcalloc(size_t count, size_t octets)
{
	void *at = calloc(count > 0 ? count : 1, octets > 0 ? octets : 1);
	if (at == NULL)
		panic("no memory for %zu x %zu octets", count, octets);
	return at;
}

void *
xrealloc(void *old, size_t octets)
{
	void *at = realloc(old, octets > 0 ? octets : 1);
	if (at == NULL)
		panic("no memory for %zu octets", octets);
	return at;
}

char *
xstrdup(const char *text)
{
	size_t octets = strlen(text) + 1;
	return memcpy(xcalloc(octets, 1), text, octets);
}
