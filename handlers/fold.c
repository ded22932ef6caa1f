/* fold - see the header. */
#include "handlers/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"

#include "handlers/fold_han.h"

#define DECOMPOSED_MAX 32
#define APOSTROPHE 0x27

/* Zeros of the decimal digits of the scripts in which people write to us. */
static const uint32_t digit_zeros[] = {0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66,
    0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x1040, 0x17e0};

/* Letters that have another form after folding; 0 makes them vanish. */
static uint32_t
replace_letter(uint32_t cp)
{
	switch (cp) {
	case 0x0640:
	case 0x093c:
	case 0x09bc:
	case 0x0981:
		return 0;
	case 0x0629:
		return 0x0647;
	case 0x0649:
	case 0x06cc:
		return 0x064a;
	case 0x06a9:
		return 0x0643;
	case 0x0901:
		return 0x0902;
	case 0x0940:
		return 0x093f;
	case 0x0942:
		return 0x0941;
	case 0x09c0:
		return 0x09bf;
	case 0x09c2:
		return 0x09c1;
	case 0x09df:
		return 0x09af;
	default:
		return cp;
	}
}

/* The same for marks and blanks. */
static uint32_t
replace(uint32_t cp)
{
	switch (cp) {
	case 0x00b4:
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x2032:
	case 0x02bc:
		return APOSTROPHE;
	case 0x201c:
	case 0x201d:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212:
	case 0x301c:
		return '-';
	case 0x2044:
		return '/';
	case 0x00d7:
		return 'x';
	case 0x2022:
	case 0x3002:
	case 0x0964:
	case 0x061b:
	case 0x1362:
		return ';';
	case 0x00b7:
	case 0x1361:
	case 0x3000:
	case 0x00a0:
		return ' ';
	case 0x3001:
	case 0x060c:
	case 0x066c:
	case 0x1363:
		return ',';
	case 0x061f:
		return '?';
	case 0x066b:
		return '.';
	default:
		return replace_letter(cp);
	}
}

/* Cyrillic and Greek letters that look like Latin ones: nobody writes to us in
 * those scripts, but keyboards and jokers mix them in. */
static uint32_t
look_alike(uint32_t cp)
{
	static const struct {
		uint16_t cp;
		char latin;
	} pairs[] = {{0x03b1, 'a'}, {0x03b5, 'e'}, {0x03b9, 'i'}, {0x03ba, 'k'},
	    {0x03bd, 'v'}, {0x03bf, 'o'}, {0x03c1, 'p'}, {0x03c4, 't'},
	    {0x03c5, 'u'}, {0x0430, 'a'}, {0x0432, 'b'}, {0x0433, 'r'},
	    {0x0435, 'e'}, {0x043a, 'k'}, {0x043c, 'm'}, {0x043d, 'h'},
	    {0x043e, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0442, 't'},
	    {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'},
	    {0x0458, 'j'}};
	if (cp < 0x0370 || cp > 0x04ff)
		return cp;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i].cp == cp)
			return (uint32_t)pairs[i].latin;
	return cp;
}

static uint32_t
fold_digit(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(digit_zeros) / sizeof(digit_zeros[0]);
	     i++)
		if (cp >= digit_zeros[i] && cp < digit_zeros[i] + 10)
			return '0' + (cp - digit_zeros[i]);
	return cp;
}

/* Marks that carry no meaning of their own: accents on Latin letters, Arabic
 * vowels and hamzas.  Indic vowel signs are marks too, and stay. */
static bool
is_dropped_mark(uint32_t cp)
{
	return (cp >= 0x0300 && cp <= 0x036f) ||
	       (cp >= 0x064b && cp <= 0x065f) || cp == 0x0670 ||
	       (cp >= 0xfe00 && cp <= 0xfe0f) ||
	       (cp >= 0x200b && cp <= 0x200f) ||
	       (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2060 && cp <= 0x206f) || cp == 0x00ad || cp == 0xfeff;
}

static uint32_t
fold_ascii(uint32_t cp)
{
	if (cp >= 'A' && cp <= 'Z')
		return cp + ('a' - 'A');
	if (cp == '`')
		return APOSTROPHE;
	if (cp == '\n' || cp == '\r')
		return '\n';
	return cp < 0x20 || cp == 0x7f ? ' ' : cp;
}

static uint32_t
fold_one(uint32_t cp)
{
	if (cp < 0x80)
		return fold_ascii(cp);
	if (is_dropped_mark(cp))
		return 0;
	if (cp >= 0x4e00)
		return fold_han(cp);
	return cp == 0x2028 ? '\n' : fold_digit(look_alike(replace(cp)));
}

static void
put(struct fold *out, uint32_t cp, size_t from)
{
	if (cp == 0 || out->count >= FOLD_MAX)
		return;
	out->at[out->count] = cp;
	out->from[out->count++] = (uint16_t)from;
}

/* A number in a circle opens a line of a list; a sign such as one half must
 * not grow together with the figure before it. */
static bool
put_number_sign(struct fold *out, uint32_t cp, size_t from)
{
	if (cp >= 0x2460 && cp <= 0x2468) {
		put(out, '1' + (cp - 0x2460), from);
		put(out, ')', from);
		return true;
	}
	if ((cp >= 0x00bc && cp <= 0x00be) || (cp >= 0x2150 && cp <= 0x215e))
		put(out, ' ', from);
	return false;
}

/* Ligatures that Unicode does not take apart. */
static bool
put_ligature(struct fold *out, uint32_t cp, size_t from)
{
	bool oe = cp == 0x0152 || cp == 0x0153;
	if (!oe && cp != 0x00c6 && cp != 0x00e6)
		return false;
	put(out, oe ? 'o' : 'a', from);
	put(out, 'e', from);
	return true;
}

static void
put_decomposed(struct fold *out, uint32_t cp, size_t from)
{
	int32_t parts[DECOMPOSED_MAX];
	int last_boundclass = 0;
	utf8proc_ssize_t n =
	    utf8proc_decompose_char((utf8proc_int32_t)cp, parts, DECOMPOSED_MAX,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
		    UTF8PROC_IGNORE,
		&last_boundclass);
	if (n < 0 || n > DECOMPOSED_MAX) {
		put(out, ' ', from);
		return;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		put(out, fold_one((uint32_t)parts[i]), from);
}

/* Chinese characters stand for most of what is no ASCII, and have no parts. */
static void
put_other(struct fold *out, uint32_t cp, size_t from)
{
	uint32_t instead = replace(cp);
	if (cp >= 0x4e00 && cp <= 0x9fff)
		put(out, fold_han(cp), from);
	else if (instead != cp)
		put(out, instead, from);
	else if (cp != UTF8_REPLACEMENT && !put_number_sign(out, cp, from) &&
		 !put_ligature(out, cp, from))
		put_decomposed(out, cp, from);
}

void
fold_text(struct fold *out, struct str text)
{
	out->count = 0;
	size_t at = 0;
	/* Cut by characters read, too: invisible ones must not cost time. */
	for (size_t n = 0; at < text.octets && n < FOLD_MAX; n++) {
		size_t octets = 1;
		uint32_t cp = (unsigned char)text.at[at];
		if (cp < 0x80) {
			put(out, fold_ascii(cp), at);
		} else {
			cp = utf8_next(
			    str_of(text.at + at, text.octets - at), &octets);
			put_other(out, cp, at);
		}
		at += octets;
	}
	out->from[out->count] = (uint16_t)at;
}

enum fold_class
fold_class(uint32_t cp)
{
	if (cp >= 'a' && cp <= 'z')
		return FOLD_LETTER;
	if (cp >= '0' && cp <= '9')
		return FOLD_DIGIT;
	if (cp == ' ')
		return FOLD_BLANK;
	if (cp == '\n')
		return FOLD_LINE;
	if (cp < 0x80)
		return FOLD_MARK;
	if ((cp >= 0x3400 && cp <= 0x9fff) || cp == 0x3007 ||
	    (cp >= 0x20000 && cp <= 0x3ffff))
		return FOLD_HAN;
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
	if (category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_MC)
		return FOLD_LETTER;
	return category == UTF8PROC_CATEGORY_ZS ? FOLD_BLANK : FOLD_MARK;
}

size_t
fold_phrase(uint32_t *dst, size_t dst_count, struct str phrase)
{
	struct fold folded;
	fold_text(&folded, phrase);
	if (folded.from[folded.count] < phrase.octets)
		return 0;
	size_t n = 0;
	for (size_t i = 0; i < folded.count; i++) {
		uint32_t cp = folded.at[i];
		if (cp == 0x27)
			continue;
		if (cp == '-' || cp == '\n')
			cp = ' ';
		if (cp == ' ' && (n == 0 || dst[n - 1] == ' '))
			continue;
		if (n == dst_count)
			return 0;
		dst[n++] = cp;
	}
	while (n > 0 && dst[n - 1] == ' ')
		n--;
	return n;
}
