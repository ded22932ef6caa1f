#include "tests/sim/sim_util.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t
sim_chance(struct sim_world *world, uint32_t limit)
{
	/* xorshift64*: small, and the same on every machine. */
	uint64_t x = world->seed == 0 ? 88172645463325252u : world->seed;
	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	world->seed = x;
	uint64_t drawn = (x * 2685821657736338717u) >> 33;
	return limit == 0 ? 0 : (uint32_t)(drawn % limit);
}

void *
sim_alloc(size_t count, size_t octets)
{
	void *at = calloc(count, octets);
	if (at == NULL)
		abort();
	return at;
}

static void
make_room(struct sim_buf *b, size_t more)
{
	size_t need = b->octets + more + 1;
	if (need <= b->room)
		return;
	size_t room = b->room == 0 ? 256 : b->room;
	while (room < need)
		room *= 2;
	b->at = realloc(b->at, room);
	if (b->at == NULL)
		abort();
	b->room = room;
}

void
sim_buf_insert(
    struct sim_buf *b, size_t where, const void *bytes, size_t octets)
{
	make_room(b, octets);
	memmove(b->at + where + octets, b->at + where, b->octets - where);
	if (octets > 0)
		memcpy(b->at + where, bytes, octets);
	b->octets += octets;
	b->at[b->octets] = '\0';
}

void
sim_buf_add(struct sim_buf *b, const void *bytes, size_t octets)
{
	sim_buf_insert(b, b->octets, bytes, octets);
}

void
sim_buf_text(struct sim_buf *b, const char *terminated)
{
	sim_buf_add(b, terminated, strlen(terminated));
}

void
sim_buf_vformat(struct sim_buf *b, const char *format, va_list args)
{
	char text[1024];
	int n = vsnprintf(text, sizeof(text), format, args);
	if (n < 0 || (size_t)n >= sizeof(text))
		abort();
	sim_buf_add(b, text, (size_t)n);
}

void
sim_buf_format(struct sim_buf *b, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	sim_buf_vformat(b, format, args);
	va_end(args);
}

void
sim_buf_drop(struct sim_buf *b, size_t where, size_t octets)
{
	if (where > b->octets)
		where = b->octets;
	if (octets > b->octets - where)
		octets = b->octets - where;
	if (octets == 0)
		return;
	memmove(
	    b->at + where, b->at + where + octets, b->octets - where - octets);
	b->octets -= octets;
	b->at[b->octets] = '\0';
}

void
sim_buf_move(struct sim_buf *to, struct sim_buf *from)
{
	sim_buf_add(to, from->at, from->octets);
	sim_buf_drop(from, 0, from->octets);
}

void
sim_buf_free(struct sim_buf *b)
{
	free(b->at);
	*b = (struct sim_buf){0};
}

void
sim_hex_write(char *dst, const uint8_t *src, size_t octets)
{
	static const char digits[] = "0123456789ABCDEF";
	for (size_t i = 0; i < octets; i++) {
		dst[2 * i] = digits[src[i] >> 4];
		dst[2 * i + 1] = digits[src[i] & 15];
	}
	dst[2 * octets] = '\0';
}

static int
nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

int
sim_hex_read(uint8_t *dst, size_t room, const char *hex, size_t chars)
{
	if (chars % 2 != 0 || chars / 2 > room)
		return -1;
	for (size_t i = 0; i < chars / 2; i++) {
		int high = nibble(hex[2 * i]), low = nibble(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return -1;
		dst[i] = (uint8_t)(high << 4 | low);
	}
	return (int)(chars / 2);
}

void
sim_copy(char *dst, size_t room, const char *src)
{
	size_t octets = strnlen(src, room - 1);
	memcpy(dst, src, octets);
	dst[octets] = '\0';
}

long
sim_number(const char *text, long low, long high, long otherwise)
{
	char *end;
	errno = 0;
	long n = strtol(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || n < low || n > high)
		return otherwise;
	return n;
}

bool
sim_same_number(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b);
	if (na < 9 || nb < 9)
		return strcmp(a, b) == 0;
	return strcmp(a + na - 9, b + nb - 9) == 0;
}
