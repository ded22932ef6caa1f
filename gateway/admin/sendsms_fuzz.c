/* Reaches sendsms.c whole.  Input: a query, and behind an octet 0 a form, and
 * behind another the body.  Holds: what was said lies in its room and ends
 * there; a refusal ends in ", rejected"; what is taken is UTF-8 and has
 * receivers that are part of what was said. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"
#include "gateway/admin/sendsms.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static bool
good(const char *wrong)
{
	static const char end[] = ", rejected";
	if (wrong == NULL)
		return true;
	size_t length = strlen(wrong);
	PANIC_UNLESS(length > sizeof(end) &&
		     strcmp(wrong + length - sizeof(end) + 1, end) == 0);
	return false;
}

static bool
within(const struct sendsms_said *said, const char *at, size_t octets)
{
	return at >= said->at && at + octets <= said->at + said->octets;
}

static void
check_said(const struct sendsms_said *said)
{
	PANIC_UNLESS(said->octets <= sizeof(said->at));
	for (int key = 0; key < SENDSMS_KEYS; key++)
		if (said->value[key] != NULL)
			PANIC_UNLESS(within(said, said->value[key],
			    strlen(said->value[key]) + 1));
}

static void
check_read(const struct sendsms *read, const struct sendsms_said *said)
{
	PANIC_UNLESS(read->receivers > 0 && read->receivers <= SENDSMS_MOST);
	for (size_t i = 0; i < read->receivers; i++)
		PANIC_UNLESS(read->to[i].octets > 0 &&
			     within(said, read->to[i].at, read->to[i].octets));
	PANIC_UNLESS(utf8_valid(str_from(read->text)));
	PANIC_UNLESS(read->after_ms >= 0 && read->within_ms >= 0);
	PANIC_UNLESS(
	    read->dlr_mask == 0 || said->value[SENDSMS_DLR_URL] != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct sendsms_said *said = xcalloc(1, sizeof(*said));
	struct sendsms *read = xcalloc(1, sizeof(*read));
	struct str rest = str_of((const char *)data, octets), query, form;

	str_cut(&query, &rest, '\0');
	bool whole = good(sendsms_said_read(said, query));
	if (str_cut(&form, &rest, '\0'))
		whole = good(sendsms_said_read(said, form)) && whole;
	check_said(said);
	if (whole && good(sendsms_read(read, said, rest)))
		check_read(read, said);
	free(said);
	free(read);
	return 0;
}
