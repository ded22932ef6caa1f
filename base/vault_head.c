#include <string.h>

#include "base/vault_private.h"

int
vault_head_read(struct vault_head *out, struct span in)
{
	memset(out, 0, sizeof(*out));
	if (in.octets < VAULT_MAGIC_OCTETS ||
	    memcmp(in.at, VAULT_MAGIC, VAULT_MAGIC_OCTETS) != 0)
		return VAULT_FORM;
	if (in.octets < sizeof(*out))
		return VAULT_CUT;
	memcpy(out, in.at, sizeof(*out));
	return 0;
}

int
vault_head_piece(const uint8_t in[VAULT_PIECE_OCTETS], size_t *name_octets_out,
    int64_t *octets_out)
{
	size_t length = (size_t)in[0] * 256 + in[1];
	uint64_t octets = 0;

	for (int i = 2; i < VAULT_PIECE_OCTETS; i++)
		octets = octets << 8 | in[i];
	*name_octets_out = 0;
	*octets_out = 0;
	if (length == 0)
		return 0;
	if (length >= VAULT_NAME_OCTETS || octets > INT64_MAX)
		return VAULT_ALTERED;
	*name_octets_out = length;
	*octets_out = (int64_t)octets;
	return 1;
}
