/* buf - bytes that grow up to a cap, and not one octet further.
 *
 * Two uses: over storage that the caller owns (buf_over: never allocates), or
 * over the heap (buf_new: doubles up to the cap; allocation failure panics).
 * Once an append did not fit, `full` stays set and nothing more is appended,
 * so a chain of appends needs one check at its end.  The contents always end
 * in a NUL that is not counted. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "base/str.h"

struct buf {
	char *at;
	size_t octets; /* used, without the NUL */
	size_t room; /* allocated, with the NUL */
	size_t cap; /* most octets that will ever be used */
	bool owned; /* at is ours to grow and free */
	bool full; /* an append was refused */
};

/* Over `storage` of `octets` (at least 1); the cap is octets - 1. */
struct buf buf_over(char *storage, size_t octets);
/* On the heap, empty, growing up to cap.  End with buf_free. */
struct buf buf_new(size_t cap);
void buf_free(struct buf *b); /* accepts an over-buffer, which it empties */

bool buf_add(struct buf *b, const void *bytes, size_t octets);
bool buf_add_str(struct buf *b, struct str s);
bool buf_add_text(struct buf *b, const char *terminated);
bool buf_add_char(struct buf *b, char c);
bool buf_add_format(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool buf_add_vformat(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Removes the first `octets` (all, if fewer are there) and keeps the rest. */
void buf_drop(struct buf *b, size_t octets);
void buf_clear(struct buf *b); /* also clears `full` */
/* Overwrites first.  For PINs and passwords use it over an own storage: a heap
 * buffer that has grown left copies behind. */
void buf_wipe(struct buf *b);

struct str buf_str(const struct buf *b);
struct span buf_span(const struct buf *b);

#endif
