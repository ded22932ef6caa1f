/* handset_book - who carries the phones of a simulated network, and what they
 * wrote and got.
 *
 * People: a file of lines NAME NUMBER ROLE ('#' begins a comment); whoever else
 * texts or is texted is added, up to HANDSET_BOOK_MAX.
 * Texts: the newest HANDSET_BOOK_TEXTS of all phones together, a ring.
 * Plain memory: no connection (handsets.h), no clock, nothing durable.  Made of
 * zeros; handset_book_free() frees the texts in it. */
#ifndef GATEWAY_ADMIN_HANDSET_BOOK_H
#define GATEWAY_ADMIN_HANDSET_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define HANDSET_BOOK_MAX 64
#define HANDSET_BOOK_TEXTS 1000
#define HANDSET_TEXT_OCTETS 2000 /* of one text; more is cut or refused */

struct handset {
	char name[40]; /* the number, of a stranger */
	char number[24]; /* E.164 */
	char role[24]; /* "" of a stranger */
	bool off;
};

struct handset_text {
	int64_t id; /* ascending; 1 is the first */
	size_t handset; /* its place */
	bool sent; /* by that phone; else it came */
	char other[24]; /* who sent it, to whom it went */
	int64_t wall_ms;
	char *text; /* UTF-8 */
};

struct handset_book {
	struct handset handset[HANDSET_BOOK_MAX];
	size_t count;
	struct handset_text text[HANDSET_BOOK_TEXTS]; /* id % TEXTS */
	int64_t newest; /* id; 0: none */
};

void handset_book_free(struct handset_book *book);

/* One line of the file.  1 *out is somebody, 0 nobody (blank, a comment), -1
 * no number behind the name, or too long.  Pure. */
int handset_book_line(struct handset *out, struct str line);
/* All of them; negative with err (offset: line): it cannot be read, a line is
 * none, or there are too many. */
int handset_book_read(
    struct handset_book *book, const char *path, struct err *err);

/* By name (case does not matter) or number: its place, -1: nobody.
 * handset_book_take adds a number that nobody has; -1 then: neither a name nor
 * a number, or no room. */
int handset_book_find(const struct handset_book *book, const char *who);
int handset_book_take(struct handset_book *book, const char *who);

/* Copies; takes the place of the oldest when there is no room. */
void handset_book_keep(struct handset_book *book, int handset, bool sent,
    const char *other, const char *text, int64_t wall_ms);
/* Texts behind after_id, oldest first. */
void handset_book_each(const struct handset_book *book, int64_t after_id,
    void (*fn)(void *arg, const struct handset_text *text), void *arg);

#endif
