/* party - who is at the other end of a text: numbers made comparable.
 *
 * A number that a network shows us may be international (+254711000001),
 * national (0711000001), a short code (20880), or letters (SAFARICOM).  Inside
 * furrow a person's number is always E.164 with its plus sign, so that one
 * phone is one row however it was written.  Pure; no country tables beyond the
 * market's own calling code. */
#ifndef GATEWAY_CORE_PARTY_H
#define GATEWAY_CORE_PARTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define PARTY_OCTETS 32 /* longest address with NUL: 22 octets of letters */

enum party_kind {
	PARTY_PHONE, /* E.164, may be answered */
	PARTY_SHORT, /* up to 6 digits: a service, never answered */
	PARTY_LETTERS, /* alphanumeric sender, cannot be answered */
	PARTY_NOBODY, /* empty or unreadable */
};

/* Writes the comparable form into dst.  `country` is the calling code without
 * plus ("254"): 0711… and 00254711… and 254711000001 (as long as a full
 * number) all become +254711….  Blanks, dots, brackets and dashes are left
 * out; full-width digits are read.  Digits beyond 15 make it NOBODY. */
enum party_kind party_normalise(
    char dst[PARTY_OCTETS], struct str written, const char *country);

enum party_kind party_kind_of(const char *normalised);

/* The same phone although one side is national?  Compares the last 9 digits
 * (all, when fewer are there but at least 7). */
bool party_same_tail(const char *a, const char *b);

/* A hash of the last eight octets, for numbers are written in several ways:
 * to count numbers with, not to know them.  Never 0. */
uint32_t party_tail(struct str number);

#endif
