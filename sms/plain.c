#include "sms/plain.h"

#include <stdbool.h>
#include <stddef.h>

#include <utf8proc.h>

/* ASCII for the punctuation that word processors put into texts, or NULL.
 * "" removes the character. */
static const char *
punctuation(uint32_t code_point)
{
	switch (code_point) {
	case '\t':
	case 0x00A0: /* no-break space */
	case 0x2028: /* line separator; a space is shorter than a doubt */
	case 0x202F:
	case 0x205F:
	case 0x3000:
		return " ";
	case '`':
	case 0x00B4: /* acute accent alone */
	case 0x02B9: /* modifier letters that stand for an apostrophe */
	case 0x02BB:
	case 0x02BC:
	case 0x2018: /* single quotes */
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032: /* prime */
	case 0x2039:
	case 0x203A:
	case 0xA78C: /* saltillo */
		return "'";
	case 0x00AB: /* guillemets */
	case 0x00BB:
	case 0x201C: /* double quotes */
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033:
		return "\"";
	case 0x2010: /* hyphens, dashes, minus */
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
		return "-";
	case 0x2022: /* bullets */
	case 0x2023:
	case 0x25CF:
		return "*";
	case 0x2026:
		return "...";
	case 0x2044: /* fraction slash */
		return "/";
	case 0x00AD: /* soft hyphen */
	case 0x200B: /* zero width: space, joiners, marks of direction */
	case 0x200C:
	case 0x200D:
	case 0x200E:
	case 0x200F:
	case 0x2060:
	case 0xFE0F: /* how an emoji is to look */
	case 0xFEFF:
		return "";
	default: /* spaces of all widths */
		return code_point >= 0x2000 && code_point <= 0x200A ? " "
								    : NULL;
	}
}

/* Letters that have no accent to take off. */
static const struct {
	uint16_t letter;
	char plain[3];
} spelt[] = {
    {0x00AA, "a"},
    {0x00BA, "o"},
    {0x00D0, "D"},
    {0x00DE, "Th"},
    {0x00F0, "d"},
    {0x00FE, "th"},
    {0x0110, "D"},
    {0x0111, "d"},
    {0x0126, "H"},
    {0x0127, "h"},
    {0x0131, "i"},
    {0x0138, "k"},
    {0x0141, "L"},
    {0x0142, "l"},
    {0x014A, "N"},
    {0x014B, "n"},
    {0x0152, "OE"},
    {0x0153, "oe"},
    {0x0166, "T"},
    {0x0167, "t"},
    {0x0181, "B"}, /* hooked and open letters of African languages */
    {0x0186, "O"},
    {0x0189, "D"},
    {0x018A, "D"},
    {0x018E, "E"},
    {0x0190, "E"},
    {0x0192, "f"},
    {0x0194, "G"},
    {0x0196, "I"},
    {0x0198, "K"},
    {0x0199, "k"},
    {0x019D, "N"},
    {0x01B2, "V"},
    {0x01B3, "Y"},
    {0x01B4, "y"},
    {0x01DD, "e"},
    {0x0253, "b"},
    {0x0254, "o"},
    {0x0256, "d"},
    {0x0257, "d"},
    {0x0259, "e"},
    {0x025B, "e"},
    {0x0263, "g"},
    {0x0268, "i"},
    {0x0269, "i"},
    {0x0272, "n"},
    {0x0289, "u"},
    {0x028B, "v"},
    {0x1E9E, "SS"},
};

/* A blank keeps 2 1/2 from being twenty-one halves. */
static const char *
sign(uint32_t code_point)
{
	switch (code_point) {
	case 0x00B7: /* middle dot */
		return ".";
	case 0x00BC:
		return " 1/4";
	case 0x00BD:
		return " 1/2";
	case 0x00BE:
		return " 3/4";
	case 0x00D7:
		return "x";
	default:
		return NULL;
	}
}

static const char *
spelt_out(uint32_t code_point)
{
	const char *text = sign(code_point);
	if (text != NULL)
		return text;
	for (size_t i = 0; i < sizeof(spelt) / sizeof(spelt[0]); i++)
		if (spelt[i].letter == code_point)
			return spelt[i].plain;
	return NULL;
}

/* Alpha to omega; those that look like Latin capitals are these. */
static uint32_t
greek_capital(uint32_t code_point)
{
	static const uint16_t capitals[] = {'A', 'B', 0x393, 0x394, 'E', 'Z',
	    'H', 0x398, 'I', 'K', 0x39B, 'M', 'N', 0x39E, 'O', 0x3A0, 'P',
	    0x3A3, 0x3A3, 'T', 'Y', 0x3A6, 'X', 0x3A8, 0x3A9};
	if (code_point >= 0x391 && code_point <= 0x3A9)
		code_point += 0x20;
	if (code_point < 0x3B1 || code_point > 0x3C9)
		return 0;
	return capitals[code_point - 0x3B1];
}

/* The letter below the accents, or 0. */
static uint32_t
without_accents(uint32_t code_point)
{
	utf8proc_int32_t base[8];
	utf8proc_ssize_t n =
	    utf8proc_decompose_char((utf8proc_int32_t)code_point, base, 8,
		UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, NULL);
	if (n != 1 || (uint32_t)base[0] == code_point)
		return 0;
	return (uint32_t)base[0];
}

static bool
is_latin_or_greek(uint32_t code_point)
{
	return (code_point >= 0xC0 && code_point < 0x250) ||
	       (code_point >= 0x386 && code_point < 0x400) ||
	       (code_point >= 0x1E00 && code_point < 0x2000);
}

static int
put_text(uint32_t dst[PLAIN_CHARACTERS], const char *ascii)
{
	int n = 0;
	for (; ascii[n] != '\0' && n < PLAIN_CHARACTERS; n++)
		dst[n] = (unsigned char)ascii[n];
	return n;
}

static int
put_letter(uint32_t dst[PLAIN_CHARACTERS], uint32_t code_point)
{
	const char *text = spelt_out(code_point);
	if (code_point >= 0x300 && code_point < 0x370)
		return 0; /* an accent that has no letter of its own */
	if (text != NULL)
		return put_text(dst, text);
	dst[0] = 0xC7;
	if (code_point == 0xE7) /* the GSM alphabet has the capital alone */
		return 1;
	if (!is_latin_or_greek(code_point))
		return -1;
	uint32_t base = without_accents(code_point);
	uint32_t capital = greek_capital(base != 0 ? base : code_point);
	text = spelt_out(base);
	if (text != NULL)
		return put_text(dst, text);
	dst[0] = capital != 0 ? capital : base;
	return dst[0] == 0 ? -1 : 1;
}

int
plain_replace(
    uint32_t dst[PLAIN_CHARACTERS], uint32_t code_point, enum plain_level level)
{
	if (level == PLAIN_NONE)
		return -1;
	const char *text = punctuation(code_point);
	if (text != NULL)
		return put_text(dst, text);
	return level == PLAIN_FULL ? put_letter(dst, code_point) : -1;
}

bool
plain_level_from_name(enum plain_level *out, struct str name)
{
	static const char *const names[] = {
	    [PLAIN_NONE] = "none",
	    [PLAIN_PUNCTUATION] = "punctuation",
	    [PLAIN_FULL] = "full",
	};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_is(name, names[i])) {
			*out = (enum plain_level)i;
			return true;
		}
	return false;
}
