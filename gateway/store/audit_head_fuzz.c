/* Reaches audit_head's reader.  Input: a line of the file of heads.  Holds:
 * what is taken has numbers that can be, and is the same however often it is
 * read; a line that was cut is none; a key of nobody has signed nothing.
 * most: 660
 * covers: gateway/store/audit_head.c
 * functions: audit_head_read audit_head_signed cut cut_number cut_octets
 * functions: cut_time */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/audit_head.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
look(const struct audit_head *head, struct str line)
{
	/* Of RFC 8032, 7.1, test 1. */
	const uint8_t nobody[SIGN_PUBLIC_OCTETS] = {0xd7, 0x5a, 0x98, 0x01,
	    0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07,
	    0x3a, 0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02,
	    0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a};
	struct audit_head other;

	PANIC_UNLESS(line.octets < AUDIT_HEAD_OCTETS);
	PANIC_UNLESS(head->number >= 1 && head->id >= 0 && head->rows >= 0);
	PANIC_UNLESS(head->message_id >= 0 && head->accepted_id >= -1);
	PANIC_UNLESS(audit_head_read(&other, line));
	PANIC_UNLESS(memcmp(head, &other, sizeof(other)) == 0);
	for (size_t cut = 0; cut < line.octets; cut += 7)
		PANIC_UNLESS(!audit_head_read(&other, str_of(line.at, cut)));
	PANIC_UNLESS(!audit_head_signed(head, line, nobody));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct str line = str_of((const char *)data, octets);
	struct audit_head head;

	if (audit_head_read(&head, line))
		look(&head, line);
	return 0;
}
