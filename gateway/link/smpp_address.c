#include "gateway/link/smpp_address.h"

#include <string.h>

static bool
all_digits(struct str s)
{
	for (size_t i = 0; i < s.octets; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.octets > 0;
}

void
smpp_address_write(char dst[PARTY_OCTETS], const struct smpp_addr *from)
{
	struct str text = str_trim(from->text);
	const char *prefix = "";
	if (from->ton == SMPP_TON_INTERNATIONAL && all_digits(text) &&
	    text.octets > 6 && text.at[0] != '0')
		prefix = "+";
	else if (from->ton == SMPP_TON_NATIONAL && all_digits(text) &&
		 text.octets > 6 && text.octets < 11 && text.at[0] != '0')
		prefix = "0";
	size_t octets = strlen(prefix);
	memcpy(dst, prefix, octets);
	str_copy(dst + octets, PARTY_OCTETS - octets, text);
}
