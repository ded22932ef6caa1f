/* Reaches query_read.c, and party_normalise for filters by phone.  Input: the
 * value of a parameter.  Holds: no number is below zero; a time that was read
 * is written and read as the same; a phone number stays the same.
 * most: 60
 * covers: gateway/admin/query_read.c */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/panic.h"
#include "gateway/admin/query_read.h"
#include "gateway/core/party.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define YEAR_10000_MS INT64_C(253402300800000)

/* Whole seconds, and years that clock_parse() has. */
static void
look_at_time(const char *text)
{
	char again[40];
	int64_t time, other;

	PANIC_UNLESS(query_read_time(&time, text) || time == 0);
	if (time < 0 || time >= YEAR_10000_MS)
		return;
	(void)clock_rfc3339(again, sizeof(again), time - time % 1000, 0);
	PANIC_UNLESS(query_read_time(&other, again));
	PANIC_UNLESS(other == time - time % 1000);
}

static void
look_at_phone(struct str text)
{
	char once[PARTY_OCTETS], twice[PARTY_OCTETS];
	enum party_kind kind = party_normalise(once, text, "254");

	PANIC_UNLESS(strlen(once) < PARTY_OCTETS);
	if (kind != PARTY_PHONE)
		return;
	PANIC_UNLESS(
	    party_normalise(twice, str_from(once), "254") == PARTY_PHONE);
	PANIC_UNLESS(strcmp(once, twice) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char *text = xcalloc(1, octets + 1);
	int64_t number;

	if (octets > 0)
		memcpy(text, data, octets);
	PANIC_UNLESS(query_read_number(&number, text) || number == 0);
	PANIC_UNLESS(number >= 0);
	look_at_time(text);
	look_at_phone(str_of((const char *)data, octets));
	free(text);
	return 0;
}
