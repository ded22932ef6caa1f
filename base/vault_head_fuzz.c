/* Reaches vault_head.c whole.  Input: the first octets of a file, and as a
 * piece's head.  Holds: what is taken is the input, octet for octet; a name
 * fits its room and a length is none below zero.
 * most: 200
 * covers: base/vault_head.c */
#include <string.h>

#include "base/panic.h"
#include "base/vault_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct vault_head head;
	size_t name;
	int64_t length;
	int code = vault_head_read(&head, span_of(data, octets));

	if (code == 0)
		PANIC_UNLESS(memcmp(&head, data, sizeof(head)) == 0);
	else if (code == VAULT_CUT)
		PANIC_UNLESS(
		    octets >= VAULT_MAGIC_OCTETS && octets < sizeof(head));
	else
		PANIC_UNLESS(code == VAULT_FORM);
	if (octets < VAULT_PIECE_OCTETS)
		return 0;
	code = vault_head_piece(data, &name, &length);
	PANIC_UNLESS(name < VAULT_NAME_OCTETS && length >= 0);
	PANIC_UNLESS((code == 1) == (name > 0));
	PANIC_UNLESS(code == 1 || length == 0);
	return 0;
}
