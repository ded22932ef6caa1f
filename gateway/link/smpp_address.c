#include "gateway/link/smpp_address.h"

#include <string.h>

void
smpp_address_write(char dst[PARTY_OCTETS], const struct smpp_addr *from)
{
	struct str text = str_trim(from->text);
	const char *prefix = "";
	if (from->ton == SMPP_TON_INTERNATIONAL && str_is_figures(text) &&
	    text.octets > 6 && text.at[0] != '0')
		prefix = "+";
	else if (from->ton == SMPP_TON_NATIONAL && str_is_figures(text) &&
		 text.octets > 6 && text.octets < 11 && text.at[0] != '0')
		prefix = "0";
	size_t octets = strlen(prefix);
	memcpy(dst, prefix, octets);
	str_copy(dst + octets, PARTY_OCTETS - octets, text);
}
