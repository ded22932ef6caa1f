/* smpp_charset - the alphabets of one octet a letter that data_coding names.
 *
 * Clause: SMPP 3.4 5.2.19; ISO 8859-1, -5, -8, and windows-1252 where ISO
 * 8859-1 has control characters that nobody types.  Pure tables. */
#ifndef GATEWAY_LINK_SMPP_CHARSET_H
#define GATEWAY_LINK_SMPP_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

enum smpp_charset {
	SMPP_CHARSET_LATIN1,
	SMPP_CHARSET_CYRILLIC,
	SMPP_CHARSET_HEBREW,
};

/* U+FFFD for places without a letter. */
uint32_t smpp_charset_point(enum smpp_charset charset, uint8_t octet);

#endif
