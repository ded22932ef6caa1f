/* Which of its carriers holds the text?  Every reading is weighed by what it
 * gives; the dcs only settles what the text leaves open. */
#include <ctype.h>
#include <string.h>

#include "base/span.h"
#include "base/utf8.h"

#include "modem/ussd_private.h"
#include "sms/gsm7.h"
#include "sms/ucs2.h"

#define OCTETS_MAX 1024u /* of a line of at_lex, as hexadecimal */
#define SEPTETS_MAX 1184u

struct candidate {
	size_t count; /* of characters; 0: not this one */
	bool plausible;
	bool latin; /* UCS2: letters that the default alphabet has too */
	bool sure; /* nothing in it looks odd */
};

struct reading {
	uint8_t octets[OCTETS_MAX]; /* of the hexadecimal */
	size_t octets_count;
	uint8_t septets[SEPTETS_MAX];
	size_t septets_count;
	char utf8[SEPTETS_MAX * GSM7_UTF8_OCTETS + 1];
};

/* -- what stands there ---------------------------------------------------- */

/* Fewer digits than this nobody breaks into lines. */
#define BROKEN_DIGITS_MIN 16

/* Hexadecimal, line ends inside allowed: into hex, without them. */
static bool
take_hex(struct str raw, char *hex, size_t hex_octets, size_t *digits_out)
{
	size_t n = 0;
	for (size_t i = 0; i < raw.octets; i++) {
		if (raw.at[i] == '\n' || raw.at[i] == '\r')
			continue;
		if (!isxdigit((unsigned char)raw.at[i]) || n + 1 >= hex_octets)
			return false;
		hex[n++] = raw.at[i];
	}
	hex[n] = '\0';
	*digits_out = n;
	return n >= (n == raw.octets ? 2 : BROKEN_DIGITS_MIN);
}

static bool
only_decimal(const char *hex)
{
	return hex[strspn(hex, "0123456789")] == '\0';
}

/* -- UCS2 ----------------------------------------------------------------- */

#define COMMON 0 /* goes with any script */
#define LATIN 1
#define STRANGE 2 /* no operator writes it */

/* Scripts of one alphabet each; the first range that holds it. */
static int
script_of(uint32_t c)
{
	static const struct {
		uint32_t from, to;
		int script;
	} ranges[] = {{0x0000, 0x0009, STRANGE}, {0x000B, 0x000C, STRANGE},
	    {0x000E, 0x001F, STRANGE}, {0x0041, 0x005A, LATIN},
	    {0x0061, 0x007A, LATIN}, {0x007F, 0x009F, STRANGE},
	    {0x0000, 0x00BF, COMMON}, {0x00C0, 0x024F, LATIN},
	    {0x02B0, 0x036F, COMMON}, {0x0370, 0x03FF, 3}, {0x0400, 0x052F, 4},
	    {0x0530, 0x058F, 5}, {0x0590, 0x05FF, 6}, {0x0600, 0x077F, 7},
	    {0x0780, 0x07BF, 8}, {0x0900, 0x097F, 9}, {0x0980, 0x09FF, 10},
	    {0x0A00, 0x0A7F, 11}, {0x0A80, 0x0AFF, 12}, {0x0B00, 0x0B7F, 13},
	    {0x0B80, 0x0BFF, 14}, {0x0C00, 0x0C7F, 15}, {0x0C80, 0x0CFF, 16},
	    {0x0D00, 0x0D7F, 17}, {0x0D80, 0x0DFF, 18}, {0x0E00, 0x0E7F, 19},
	    {0x0E80, 0x0EFF, 20}, {0x0F00, 0x0FFF, 21}, {0x1000, 0x109F, 22},
	    {0x10A0, 0x10FF, 23}, {0x1200, 0x139F, 24}, {0x1780, 0x17FF, 25},
	    {0x1800, 0x18AF, 26}, {0x1E00, 0x1EFF, LATIN}, {0x1F00, 0x1FFF, 3},
	    {0x2000, 0x27BF, COMMON}, {0x3000, 0x303F, COMMON},
	    {0x3040, 0x30FF, 27}, {0x3400, 0x9FFF, 27}, {0xAC00, 0xD7A3, 28},
	    {0xF900, 0xFAFF, 27}, {0xFB50, 0xFDFF, 7}, {0xFE10, 0xFE4F, COMMON},
	    {0xFE70, 0xFEFE, 7}, {0xFEFF, 0xFFEF, COMMON},
	    {0x1F000, 0x1FAFF, COMMON}, {0x20000, 0x2FA1F, 27}};
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i].from && c <= ranges[i].to)
			return ranges[i].script;
	return STRANGE;
}

/* Most of it printable, and one script besides Latin. */
static struct candidate
weigh_ucs2(struct str text)
{
	size_t counts[32] = {0}, largest = 0, strange = 0, n = 0, used;
	for (; text.octets > 0; n++) {
		uint32_t c = utf8_next(text, &used);
		counts[c == UTF8_REPLACEMENT ? STRANGE : script_of(c)]++;
		text = str_of(text.at + used, text.octets - used);
	}
	for (int i = STRANGE + 1; i < 32; i++) {
		strange += counts[i];
		if (counts[i] > largest)
			largest = counts[i];
	}
	strange += counts[STRANGE] - largest;
	strange += counts[STRANGE]; /* worse than another script's letter */
	return (struct candidate){.count = n,
	    .plausible = n > 0 && strange * 10 <= n,
	    .latin = largest == 0,
	    .sure = strange == 0};
}

/* 0x11: the two letters of a language, as septets, in front. */
static struct span
cut_language_ucs2(struct ussd_reply *out, struct span octets)
{
	uint8_t letters[2];
	if (octets.octets < 2 || !gsm7_unpack(letters, 2, octets, 2))
		return octets;
	for (int i = 0; i < 2; i++)
		if ((letters[i] | 0x20) < 'a' || (letters[i] | 0x20) > 'z')
			return octets;
	memcpy(out->language, letters, 2);
	return span_part(octets, 2, octets.octets);
}

static struct candidate
try_ucs2(struct reading *r, struct ussd_reply *out, bool language)
{
	struct span octets = span_of(r->octets, r->octets_count);
	if (language)
		octets = cut_language_ucs2(out, octets);
	while (octets.octets >= 2 && octets.octets % 2 == 0 &&
	       octets.at[octets.octets - 1] == 0 &&
	       octets.at[octets.octets - 2] == 0)
		octets.octets -= 2; /* padding */
	if (octets.octets < 2)
		return (struct candidate){.count = 0};
	int n = ucs2_to_utf8(r->utf8, sizeof(r->utf8), octets, NULL);
	return n < 0 ? (struct candidate){.count = 0}
		     : weigh_ucs2(str_of(r->utf8, (size_t)n));
}

/* -- packed septets ------------------------------------------------------- */

/* 2: in any text, or an escape; 1: a letter with an accent; 0: odd, mostly
 * chance. */
static size_t
weight_of_septet(uint8_t s)
{
	static const uint8_t fair[] = {0x00, 0x02, 0x04, 0x05, 0x06, 0x07, 0x08,
	    0x09, 0x0E, 0x0F, 0x1C, 0x1D, 0x1E, 0x1F, 0x7B, 0x7C, 0x7D, 0x7E,
	    0x7F};
	if (s == '\n' || s == '\r' || s == GSM7_ESCAPE ||
	    (s >= 0x20 && s <= 0x5A && s != 0x24 && s != 0x40) ||
	    (s >= 'a' && s <= 'z'))
		return 2;
	return memchr(fair, s, sizeof(fair)) != NULL;
}

/* The CR that fills seven spare bits, or the '@' of a network without it. */
static void
cut_filler(struct reading *r)
{
	size_t n = r->septets_count;
	if (n > 0 && n % 8 == 0 &&
	    (r->septets[n - 1] == '\r' || r->septets[n - 1] == 0))
		r->septets_count--;
}

static struct candidate
try_packed(struct reading *r)
{
	size_t weight = 0;
	r->septets_count = r->octets_count * 8 / 7;
	struct span octets = span_of(r->octets, r->octets_count);
	if (!gsm7_unpack(r->septets, SEPTETS_MAX, octets, r->septets_count))
		return (struct candidate){.count = 0};
	cut_filler(r);
	for (size_t i = 0; i < r->septets_count; i++)
		weight += weight_of_septet(r->septets[i]);
	size_t n = r->septets_count;
	return (struct candidate){.count = n,
	    .plausible = n > 0 && weight * 100 >= n * 175,
	    .sure = n > 0 && weight * 100 >= n * 190};
}

static struct str
septets_as_text(struct reading *r)
{
	int n = gsm7_to_utf8(r->utf8, sizeof(r->utf8),
	    span_of(r->septets, r->septets_count), GSM7_DEFAULT, NULL);
	return str_of(r->utf8, n < 0 ? 0 : (size_t)n);
}

/* -- octets --------------------------------------------------------------- */

/* Letters of ASCII, an octet each (+CSCS "HEX", or 8-bit data): nothing else
 * reads like that by chance once it is some octets long. */
static struct candidate
try_octets(const struct reading *r)
{
	size_t common = 0, n = r->octets_count;
	for (size_t i = 0; i < n; i++) {
		uint8_t c = r->octets[i];
		bool line_end = c == '\n' || c == '\r';
		if ((c < 0x20 && !line_end) || c >= 0x7F)
			return (struct candidate){.count = 0};
		common += (c >= '0' && c <= '9') || c == ' ' ||
			  ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
	}
	return (struct candidate){.count = n,
	    .plausible = n > 0,
	    .sure = n >= 5 && common * 10 >= n * 7};
}

/* -- the text itself ------------------------------------------------------ */

/* Codes that only the GSM alphabet has for letters: the modem writes septets,
 * one an octet. */
static bool
is_unpacked_gsm7(struct str raw)
{
	bool sign = false;
	for (size_t i = 0; i < raw.octets; i++) {
		unsigned char c = (unsigned char)raw.at[i];
		if (c >= 0x80)
			return false;
		sign |= (c < 0x20 && c != '\n' && c != '\r' && c != '\t') ||
			c == 0x7F;
	}
	return sign;
}

/* UTF-16 as it is, not in hexadecimal. */
static bool
is_raw_ucs2(struct str raw)
{
	size_t zeros = 0;
	for (size_t i = 0; i < raw.octets; i += 2)
		zeros += raw.at[i] == 0;
	return raw.octets >= 4 && raw.octets % 2 == 0 &&
	       zeros * 4 >= raw.octets;
}

static struct str
latin1_as_text(struct reading *r, struct str raw)
{
	size_t n = 0;
	for (size_t i = 0; i < raw.octets && n + 4 < sizeof(r->utf8); i++)
		n += utf8_put(r->utf8 + n, (unsigned char)raw.at[i]);
	return str_of(r->utf8, n);
}

static struct str
plain_text(struct reading *r, struct str raw)
{
	if (is_raw_ucs2(raw)) {
		int n = ucs2_to_utf8(r->utf8, sizeof(r->utf8),
		    span_of(raw.at, raw.octets), NULL);
		if (n > 0)
			return str_of(r->utf8, (size_t)n);
	}
	if (is_unpacked_gsm7(raw) && raw.octets <= SEPTETS_MAX) {
		memcpy(r->septets, raw.at, raw.octets);
		r->septets_count = raw.octets;
		return septets_as_text(r);
	}
	return utf8_valid(raw) ? raw : latin1_as_text(r, raw);
}

/* -- choosing ------------------------------------------------------------- */

struct facts {
	bool decimal; /* digits 0 to 9 only */
	struct ussd_coding coding;
	struct ussd_hint hint;
	size_t digits;
};

/* Both can be read.  Septets that begin with an octet 0 are no text, so Latin
 * letters in UCS2 are never chance; of other scripts a few are. */
static bool
prefers_ucs2(const struct candidate *ucs2, const struct candidate *packed,
    const struct facts *f)
{
	if (!ucs2->plausible)
		return false;
	if (f->hint.ucs2 || f->coding.alphabet == USSD_UCS2)
		return true;
	if (ucs2->latin)
		return ucs2->count >= 2 || f->hint.hex;
	return ucs2->count >= 3 && ucs2->sure && !packed->sure;
}

/* Before UCS2, which takes pairs of ASCII for Chinese. */
static bool
prefers_octets(const struct candidate *octets, const struct candidate *packed,
    const struct facts *f)
{
	if (packed->sure || f->hint.ucs2 || f->digits % 2 != 0)
		return false;
	if (f->coding.alphabet == USSD_8BIT)
		return octets->plausible;
	/* Three ideograms may look like six letters; half a one is none. */
	size_t least = f->digits % 4 == 0 ? 8 : 5;
	return octets->sure && octets->count >= least &&
	       f->coding.alphabet != USSD_UCS2;
}

static enum ussd_form
choose_hex(const struct candidate *ucs2, const struct candidate *packed,
    const struct candidate *octets, const struct facts *f)
{
	bool whole = f->digits % 4 == 0;
	if (f->decimal && !f->hint.hex && !(f->hint.ucs2 && whole)) {
		bool latin = ucs2->plausible && ucs2->latin;
		bool told = ucs2->plausible && ucs2->sure &&
			    f->coding.alphabet == USSD_UCS2;
		return whole && ucs2->count >= 2 && (latin || told)
			   ? USSD_FORM_UCS2
			   : USSD_FORM_TEXT;
	}
	if (prefers_octets(octets, packed, f))
		return USSD_FORM_OCTETS;
	if (prefers_ucs2(ucs2, packed, f))
		return USSD_FORM_UCS2;
	if (f->coding.alphabet == USSD_8BIT && f->digits % 2 == 0 &&
	    !packed->sure)
		return USSD_FORM_OCTETS;
	if (packed->plausible)
		return USSD_FORM_PACKED;
	if (f->coding.alphabet == USSD_UCS2 && whole)
		return USSD_FORM_UCS2;
	return USSD_FORM_TEXT;
}

static bool
in_doubt(const struct candidate *ucs2, const struct candidate *packed,
    const struct facts *f, enum ussd_form chosen)
{
	switch (chosen) {
	case USSD_FORM_UCS2:
		return !ucs2->sure || (f->decimal && !f->hint.hex) ||
		       f->digits % 4 != 0;
	case USSD_FORM_PACKED:
		return !packed->sure || f->digits % 2 != 0;
	case USSD_FORM_OCTETS:
		return f->coding.alphabet != USSD_8BIT && ucs2->plausible;
	case USSD_FORM_NONE:
	case USSD_FORM_TEXT:
	case USSD_FORM_BARE:
		break;
	}
	bool units = f->digits % 4 == 0 && ucs2->count >= 2;
	bool septets = f->decimal ? packed->sure : packed->plausible;
	return (ucs2->plausible && units) || septets || f->hint.hex ||
	       f->hint.ucs2;
}

/* In hexadecimal: what it says; false when it is text after all. */
static bool
read_hex(struct reading *r, struct ussd_reply *out, const char *hex,
    const struct facts *f, struct str *text_out)
{
	size_t even = f->digits - f->digits % 2;
	int n = span_from_hex(r->octets, sizeof(r->octets), hex, even, NULL);
	r->octets_count = n < 0 ? 0 : (size_t)n;
	r->octets_count -= r->octets_count % 2;
	bool language = f->coding.language && f->coding.alphabet == USSD_UCS2;
	struct candidate ucs2 = try_ucs2(r, out, language);
	r->octets_count = n < 0 ? 0 : (size_t)n;
	struct candidate packed = try_packed(r);
	struct candidate octets = try_octets(r);
	out->carrier = choose_hex(&ucs2, &packed, &octets, f);
	out->doubtful |= in_doubt(&ucs2, &packed, f, out->carrier);
	if (out->carrier != USSD_FORM_UCS2)
		out->language[0] = out->language[1] = '\0';
	if (out->carrier == USSD_FORM_PACKED)
		*text_out = septets_as_text(r);
	else if (out->carrier == USSD_FORM_UCS2)
		*text_out = str_from(r->utf8);
	else if (out->carrier == USSD_FORM_OCTETS)
		*text_out = plain_text(
		    r, str_of((const char *)r->octets, r->octets_count));
	else
		return false;
	out->cut |= f->digits % (out->carrier == USSD_FORM_UCS2 ? 4 : 2) != 0;
	return true;
}

/* 0x10: "en" and CR in front. */
static struct str
cut_language(struct ussd_reply *out, struct str text)
{
	if (text.octets < 3 || (text.at[2] != '\r' && text.at[2] != '\n'))
		return text;
	for (int i = 0; i < 2; i++)
		if ((text.at[i] | 0x20) < 'a' || (text.at[i] | 0x20) > 'z')
			return text;
	memcpy(out->language, text.at, 2);
	return str_of(text.at + 3, text.octets - 3);
}

/* CR LF and CR become LF; nothing stays at the ends. */
static void
keep_clean(struct ussd_reply *out, struct str text)
{
	char line[USSD_TEXT_OCTETS];
	size_t n = 0;
	while (text.octets > 0 && (text.at[text.octets - 1] == '\0' ||
				      text.at[text.octets - 1] == '\r'))
		text.octets--;
	text = str_trim(text);
	for (size_t i = 0; i < text.octets && n < sizeof(line); i++) {
		bool pair = i + 1 < text.octets && text.at[i] == '\r' &&
			    text.at[i + 1] == '\n';
		if (!pair)
			line[n++] = text.at[i] == '\r' ? '\n' : text.at[i];
	}
	out->cut |= text.octets >= sizeof(line);
	utf8_clean(out->text, sizeof(out->text), str_of(line, n));
}

/* A modem that unpacks by itself shows the spare bits of 8n-1 characters. */
static struct str
cut_shown_filler(struct str text)
{
	if (text.octets > 0 && text.octets % 8 == 0 && utf8_is_ascii(text) &&
	    text.at[text.octets - 1] == '@')
		text.octets--;
	return text;
}

void
ussd_carrier_read(struct ussd_reply *out, struct str raw,
    struct ussd_coding coding, struct ussd_hint hint)
{
	struct reading r;
	char hex[OCTETS_MAX * 2 + 1];
	struct facts f = {.coding = coding, .hint = hint};
	struct str text;
	memset(&r, 0, sizeof(r));
	bool is_hex = take_hex(str_trim(raw), hex, sizeof(hex), &f.digits);
	f.decimal = is_hex && only_decimal(hex);
	if (!is_hex || !read_hex(&r, out, hex, &f, &text)) {
		out->carrier = USSD_FORM_TEXT;
		text = cut_shown_filler(plain_text(&r, raw));
	}
	if (coding.language && out->carrier != USSD_FORM_UCS2)
		text = cut_language(out, text);
	keep_clean(out, text);
}
