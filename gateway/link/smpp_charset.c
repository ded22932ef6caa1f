#include "gateway/link/smpp_charset.h"

#include "base/utf8.h"

static const uint16_t windows_1252[32] = {0x20AC, 0x0081, 0x201A, 0x0192,
    0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E,
    0x0178};

static uint32_t
cyrillic(uint8_t octet)
{
	if (octet <= 0xA0 || octet == 0xAD)
		return octet;
	if (octet == 0xF0)
		return 0x2116;
	if (octet == 0xFD)
		return 0xA7;
	return 0x0400u + (octet - 0xA0u);
}

static uint32_t
hebrew(uint8_t octet)
{
	switch (octet) {
	case 0xAA:
		return 0xD7;
	case 0xBA:
		return 0xF7;
	case 0xDF:
		return 0x2017;
	case 0xFD:
		return 0x200E;
	case 0xFE:
		return 0x200F;
	}
	if (octet >= 0xE0 && octet <= 0xFA)
		return 0x05D0u + (octet - 0xE0u);
	if (octet == 0xA1 || octet >= 0xBF)
		return UTF8_REPLACEMENT;
	return octet;
}

uint32_t
smpp_charset_point(enum smpp_charset charset, uint8_t octet)
{
	if (octet < 0x80)
		return octet;
	if (octet < 0xA0)
		return charset == SMPP_CHARSET_LATIN1
			   ? windows_1252[octet - 0x80]
			   : UTF8_REPLACEMENT;
	switch (charset) {
	case SMPP_CHARSET_LATIN1:
		return octet;
	case SMPP_CHARSET_CYRILLIC:
		return cyrillic(octet);
	case SMPP_CHARSET_HEBREW:
		return hebrew(octet);
	}
	return UTF8_REPLACEMENT;
}
