/* sim_util - what every part of the simulators needs: time and chance that
 * are passed in, bytes that grow, hexadecimal.
 *
 * Nothing here comes from base/: the simulators judge the gateway, so they
 * share no code with it.  Allocation failure aborts. */
#ifndef TESTS_SIM_SIM_UTIL_H
#define TESTS_SIM_SIM_UTIL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One per simnet.  The main loop (or a test) sets the times before each turn.
 */
struct sim_world {
	int64_t now_ms; /* monotonic */
	int64_t wall_ms; /* UTC since 1970 */
	uint64_t seed; /* state of the generator, never 0 */
	int zone_quarters; /* quarter hours east of UTC, for stamps */
	unsigned boot_ms; /* from power to the banner */
};

#define SIM_NEVER INT64_MAX

/* Even draw below `limit` (0 when limit is 0); the same seed, the same row. */
uint32_t sim_chance(struct sim_world *world, uint32_t limit);

/* Bytes that grow.  All zero is an empty one; sim_buf_free ends it. */
struct sim_buf {
	char *at;
	size_t octets; /* used; a NUL that is not counted follows */
	size_t room;
};
void sim_buf_add(struct sim_buf *b, const void *bytes, size_t octets);
void sim_buf_text(struct sim_buf *b, const char *terminated);
void sim_buf_format(struct sim_buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void sim_buf_vformat(struct sim_buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
void sim_buf_insert(
    struct sim_buf *b, size_t where, const void *bytes, size_t octets);
void sim_buf_drop(struct sim_buf *b, size_t where, size_t octets);
void sim_buf_move(struct sim_buf *to, struct sim_buf *from); /* appends */
void sim_buf_free(struct sim_buf *b);

/* Upper-case hexadecimal with a NUL: dst has room for 2 * octets + 1. */
void sim_hex_write(char *dst, const uint8_t *src, size_t octets);

/* The octets read, or -1: odd count, a character that is no digit, or more
 * than `room` octets.  Both cases of letters are taken. */
int sim_hex_read(uint8_t *dst, size_t room, const char *hex, size_t chars);

void *sim_alloc(size_t count, size_t octets); /* zeroed */
void sim_copy(char *dst, size_t room, const char *src); /* cuts to fit */

/* A whole number in [low, high] or `otherwise`. */
long sim_number(const char *text, long low, long high, long otherwise);

/* The last nine digits agree (short numbers: all of them): how people and
 * networks write one number in several ways ("0712…", "+254712…"). */
bool sim_same_number(const char *a, const char *b);

#endif
