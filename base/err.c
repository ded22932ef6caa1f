#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

int
err_set(struct err *err, int code, size_t offset, const char *format, ...)
{
	if (err == NULL)
		return code;
	err->code = code;
	err->offset = offset;
	va_list args;
	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	return code;
}

void
err_clear(struct err *err)
{
	if (err != NULL)
		*err = (struct err){0};
}
