#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#define BUF_FIRST_OCTETS 64

struct buf
buf_over(char *storage, size_t octets)
{
	PANIC_UNLESS(octets > 0);
	storage[0] = '\0';
	return (struct buf){.at = storage, .room = octets, .cap = octets - 1};
}

struct buf
buf_new(size_t cap)
{
	PANIC_UNLESS(cap < SIZE_MAX / 2);
	size_t room = cap + 1 < BUF_FIRST_OCTETS ? cap + 1 : BUF_FIRST_OCTETS;
	return (struct buf){
	    .at = xcalloc(room, 1), .room = room, .cap = cap, .owned = true};
}

void
buf_free(struct buf *b)
{
	if (!b->owned) {
		buf_clear(b);
		return;
	}
	free(b->at);
	*b = (struct buf){0};
}

/* Room for `more` octets and the NUL; false (and full) beyond the cap. */
static bool
make_room(struct buf *b, size_t more)
{
	if (b->full || more > b->cap - b->octets) {
		b->full = true;
		return false;
	}
	size_t need = b->octets + more + 1;
	if (need <= b->room)
		return true;
	size_t room = b->room;
	while (room < need)
		room *= 2;
	if (room > b->cap + 1)
		room = b->cap + 1;
	b->at = xrealloc(b->at, room);
	b->room = room;
	return true;
}

bool
buf_add(struct buf *b, const void *bytes, size_t octets)
{
	if (!make_room(b, octets))
		return false;
	if (octets > 0)
		memcpy(b->at + b->octets, bytes, octets);
	b->octets += octets;
	b->at[b->octets] = '\0';
	return true;
}

bool
buf_add_str(struct buf *b, struct str s)
{
	return buf_add(b, s.at, s.octets);
}

bool
buf_add_text(struct buf *b, const char *terminated)
{
	return buf_add_str(b, str_from(terminated));
}

bool
buf_add_char(struct buf *b, char c)
{
	return buf_add(b, &c, 1);
}

bool
buf_add_format(struct buf *b, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	bool fits = buf_add_vformat(b, format, args);
	va_end(args);
	return fits;
}

bool
buf_add_vformat(struct buf *b, const char *format, va_list args)
{
	if (!make_room(b, 0))
		return false;
	va_list again;
	va_copy(again, args);
	size_t space = b->room - b->octets;
	int wanted = vsnprintf(b->at + b->octets, space, format, args);
	bool fits = wanted >= 0 && make_room(b, (size_t)wanted);
	if (fits && (size_t)wanted >= space)
		vsnprintf(b->at + b->octets, (size_t)wanted + 1, format, again);
	va_end(again);
	if (fits)
		b->octets += (size_t)wanted;
	else
		b->full = true;
	b->at[b->octets] = '\0';
	return fits;
}

void
buf_drop(struct buf *b, size_t octets)
{
	if (octets > b->octets)
		octets = b->octets;
	b->octets -= octets;
	if (octets > 0)
		memmove(b->at, b->at + octets, b->octets + 1);
}

void
buf_clear(struct buf *b)
{
	b->octets = 0;
	b->full = false;
	if (b->at != NULL)
		b->at[0] = '\0';
}

void
buf_wipe(struct buf *b)
{
	if (b->at != NULL)
		explicit_bzero(b->at, b->room);
	buf_clear(b);
}

struct str
buf_str(const struct buf *b)
{
	return str_of(b->at, b->octets);
}

struct span
buf_span(const struct buf *b)
{
	return span_of(b->at, b->octets);
}
