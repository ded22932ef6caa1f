/* err - what went wrong, where, in words for the person who must mend it.
 *
 * A record of fixed size that the caller owns (stack or struct) and passes
 * down; nothing is allocated.  `code` is an enum of the module that failed
 * (negative, never 0), `offset` counts octets (binary input) or lines (text
 * input) from the start of what was handed in, as the callee's header says.
 * `text` is one English clause without a full stop: "address runs past the
 * end of the PDU".  NULL is accepted wherever a `struct err *` is taken.
 * Thread rule: none, it is plain data. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stddef.h>

#define ERR_TEXT_OCTETS 192

struct err {
	int code;
	size_t offset;
	char text[ERR_TEXT_OCTETS];
};

/* Fills err (if not NULL) and returns code, so that a decoder can end with
 * `return err_set(err, PDU_SHORT, at, "...")`.  Text is cut to fit, between
 * two characters of UTF-8. */
int err_set(struct err *err, int code, size_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Back to "nothing went wrong": code 0, offset 0, empty text. */
void err_clear(struct err *err);

#endif
