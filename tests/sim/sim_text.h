/* sim_text - the alphabets of a text, written from 3GPP TS 23.038 anew.
 *
 * UTF-8 <-> septets of the default alphabet with its extension (6.2.1) and
 * UTF-8 <-> UCS-2 as UTF-16BE (6.2.3).  National shift tables are not known
 * here: a sender that uses them shows up as a wrong text.  Strict on purpose:
 * an escape or a surrogate at the end of a part is shown as U+FFFD, as the
 * phones do that cannot join it to the next part. */
#ifndef TESTS_SIM_SIM_TEXT_H
#define TESTS_SIM_SIM_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One code point from UTF-8; what is not UTF-8 is U+FFFD, one octet long.
 * *s must not be at its NUL. */
uint32_t sim_utf8_next(const char **s);
/* 1..4 octets written. */
size_t sim_utf8_put(char *dst, uint32_t code_point);

/* The septets of one character: 1, 2 (escaped), 0 if it has none. */
int sim_text_septets_of(uint8_t out[2], uint32_t code_point);

/* Septet values, one an octet; -1 when the text needs UCS-2 or is longer than
 * `room`. */
int sim_text_to_septets(uint8_t *out, size_t room, const char *utf8);

/* UTF-8 with a NUL, cut to `room`; returns octets. */
size_t sim_text_from_septets(
    char *out, size_t room, const uint8_t *septets, size_t count);

/* 23.038 6.1.2.1: least significant bit first, after `fill_bits` bits that
 * keep a header's end on a septet.  Returns the octets written. */
size_t sim_text_pack(
    uint8_t *out, const uint8_t *septets, size_t count, unsigned fill_bits);
void sim_text_unpack(
    uint8_t *out, size_t count, const uint8_t *octets, unsigned fill_bits);

/* Octets of UTF-16BE, -1 when longer than `room`; and back, as above. */
int sim_text_to_ucs2(uint8_t *out, size_t room, const char *utf8);
size_t sim_text_from_ucs2(
    char *out, size_t room, const uint8_t *octets, size_t count);

#endif
