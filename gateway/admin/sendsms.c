#include "gateway/admin/sendsms.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/utf8.h"

#define MINUTES_MOST (7 * 24 * 60)
#define PHONE_DIGITS_LEAST 7
#define E164_DIGITS_MOST 15
#define MASK_MOST 255
#define OCTET_0 "An octet 0 (%00) is part of no text, rejected"

/* -- what is said ---------------------------------------------------------- */

static const char *const names[SENDSMS_KEYS] = {
    [SENDSMS_USERNAME] = "username",
    [SENDSMS_PASSWORD] = "password",
    [SENDSMS_TO] = "to",
    [SENDSMS_TEXT] = "text",
    [SENDSMS_CHARSET] = "charset",
    [SENDSMS_CODING] = "coding",
    [SENDSMS_UDH] = "udh",
    [SENDSMS_SMSC] = "smsc",
    [SENDSMS_FROM] = "from",
    [SENDSMS_DEFERRED] = "deferred",
    [SENDSMS_VALIDITY] = "validity",
    [SENDSMS_DLR_MASK] = "dlr-mask",
    [SENDSMS_DLR_URL] = "dlr-url",
};

const char *
sendsms_key_name(enum sendsms_key key)
{
	return names[key];
}

static int
key_of(struct str name)
{
	for (int key = 0; key < SENDSMS_KEYS; key++)
		if (str_is(name, names[key]))
			return key;
	return str_is(name, "user")   ? SENDSMS_USERNAME
	       : str_is(name, "pass") ? SENDSMS_PASSWORD
				      : -1;
}

static int
hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 32);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One octet off the front; -1: no escape, -2: an octet 0. */
static int
next_octet(struct str *rest)
{
	int octet = (unsigned char)rest->at[0];
	size_t used = 1;
	if (octet == '%') {
		int high = rest->octets > 2 ? hex_of(rest->at[1]) : -1;
		int low = rest->octets > 2 ? hex_of(rest->at[2]) : -1;
		if (high < 0 || low < 0)
			return -1;
		octet = high * 16 + low;
		used = 3;
	} else if (octet == '+') {
		octet = ' ';
	}
	*rest = str_of(rest->at + used, rest->octets - used);
	return octet == 0 ? -2 : octet;
}

/* Behind what is there, with a NUL; what goes wrong is not said. */
static const char *
decode(struct sendsms_said *said, struct str encoded, enum sendsms_key key)
{
	size_t at = said->octets;
	while (encoded.octets > 0) {
		int octet = next_octet(&encoded);
		if (octet == -1)
			return "A % is not followed by two hex digits (write "
			       "%25 for a % itself), rejected";
		if (octet == -2 && key != SENDSMS_TEXT)
			return OCTET_0;
		if (at + 1 >= sizeof(said->at))
			return "Request too long, rejected";
		said->at[at++] = octet == -2 ? '\0' : (char)octet;
	}
	if (at + 1 > sizeof(said->at))
		return "Request too long, rejected";
	said->at[at] = '\0';
	said->value[key] = &said->at[said->octets];
	if (key == SENDSMS_TEXT)
		said->text_octets = at - said->octets;
	said->octets = at + 1;
	return NULL;
}

const char *
sendsms_said_read(struct sendsms_said *said, struct str encoded)
{
	struct str pair, name;
	while (str_cut(&pair, &encoded, '&')) {
		struct str value = pair;
		str_cut(&name, &value, '=');
		int key = key_of(name);
		if (key < 0 || said->value[key] != NULL)
			continue;
		const char *wrong = decode(said, value, (enum sendsms_key)key);
		if (wrong != NULL)
			return wrong;
	}
	return NULL;
}

const char *
sendsms_said_put(
    struct sendsms_said *said, enum sendsms_key key, struct str value)
{
	if (said->value[key] != NULL)
		return NULL;
	if (value.octets + 1 > sizeof(said->at) - said->octets)
		return "Request too long, rejected";
	char *at = &said->at[said->octets];
	if (value.octets > 0)
		memcpy(at, value.at, value.octets);
	at[value.octets] = '\0';
	said->octets += value.octets + 1;
	said->value[key] = at;
	if (key == SENDSMS_TEXT)
		said->text_octets = value.octets;
	return NULL;
}

const char *
sendsms_said(const struct sendsms_said *said, enum sendsms_key key)
{
	return said->value[key] != NULL ? said->value[key] : "";
}

/* -- the words ------------------------------------------------------------- */

static bool
is_one_of(const char *value, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcasecmp(value, *words) == 0)
			return true;
	return false;
}

/* ISO 8859-1, with what Windows has where that has controls (as the WHATWG's
 * Encoding Standard reads that name). */
static uint32_t
latin_of(unsigned char octet)
{
	static const uint16_t windows[32] = {0x20ac, 0x81, 0x201a, 0x0192,
	    0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
	    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d,
	    0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153,
	    0x9d, 0x017e, 0x0178};
	return octet >= 0x80 && octet < 0xa0 ? windows[octet - 0x80] : octet;
}

static void
add_latin(struct buf *out, struct str text)
{
	char letter[4];
	for (size_t i = 0; i < text.octets; i++)
		buf_add(out, letter,
		    utf8_put(letter, latin_of((unsigned char)text.at[i])));
}

/* The code point at *at, which goes behind it; 0 is none: half a pair, or an
 * octet that is missing. */
static uint32_t
next_utf16(struct str text, size_t *at)
{
	const unsigned char *in = (const unsigned char *)text.at + *at;
	size_t left = text.octets - *at;
	uint32_t unit = left >= 2 ? (uint32_t)(in[0] << 8 | in[1]) : 0;
	*at += 2;
	if (unit < 0xd800 || unit > 0xdfff)
		return unit;
	uint32_t low = left >= 4 ? (uint32_t)(in[2] << 8 | in[3]) : 0;
	*at += 2;
	if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return 0;
	return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

/* As PlaySMS writes what is not ASCII; a mark of the order may be in front. */
static bool
add_utf16(struct buf *out, struct str text)
{
	char letter[4];
	size_t at = str_starts(text, "\xfe\xff") ? 2 : 0;
	while (at < text.octets) {
		uint32_t code_point = next_utf16(text, &at);
		if (code_point == 0)
			return false;
		buf_add(out, letter, utf8_put(letter, code_point));
	}
	return true;
}

static const char *
read_text(struct sendsms *out, struct str text, const char *charset)
{
	static const char *const utf16[] = {
	    "utf-16be", "utf16be", "ucs-2be", "ucs2be", NULL};
	static const char *const latin[] = {
	    "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", NULL};
	static const char *const utf8[] = {
	    "", "utf-8", "utf8", "us-ascii", "ascii", NULL};
	struct buf into = buf_over(out->text, sizeof(out->text));
	bool is_latin = is_one_of(charset, latin);
	bool is_utf16 = is_one_of(charset, utf16);
	if (!is_latin && !is_utf16 && !is_one_of(charset, utf8))
		return "Charset not known here, use UTF-8, rejected";
	if (is_utf16 && !add_utf16(&into, text))
		return "The text is not as its charset=UTF-16BE says, rejected";
	if (!is_utf16 && text.octets > 0 &&
	    memchr(text.at, 0, text.octets) != NULL)
		return OCTET_0;
	if (!is_latin && !is_utf16 && utf8_valid(text))
		buf_add_str(&into, text);
	else if (!is_utf16)
		add_latin(&into, text);
	return into.full ? "Message too long, rejected" : NULL;
}

/* -- to whom --------------------------------------------------------------- */

static size_t
digits_in(struct str part)
{
	size_t digits = 0;
	for (size_t i = 0; i < part.octets; i++)
		digits += isdigit((unsigned char)part.at[i]) ? 1 : 0;
	return digits;
}

/* "+254 711 000 001": parts of a number stand for nobody, and "711" alone would
 * be a service's. */
static void
join_one(struct sendsms *out, struct str all)
{
	bool in_parts = false;
	for (size_t i = 0; i < out->receivers; i++)
		in_parts =
		    in_parts || digits_in(out->to[i]) < PHONE_DIGITS_LEAST;
	size_t digits = digits_in(all);
	if (out->receivers < 2 || !in_parts || digits < PHONE_DIGITS_LEAST ||
	    digits > E164_DIGITS_MOST)
		return;
	for (size_t i = 0; i < all.octets; i++)
		if (isalpha((unsigned char)all.at[i]))
			return;
	out->to[0] = all;
	out->receivers = 1;
}

static const char *
read_to(struct sendsms *out, struct str written)
{
	struct str all = str_trim(written), rest = all, part;
	while (str_cut(&part, &rest, ' ')) {
		if (part.octets == 0)
			continue;
		if (out->receivers == SENDSMS_MOST)
			return "Too many receivers, rejected";
		out->to[out->receivers++] = part;
	}
	join_one(out, all);
	return out->receivers > 0 ? NULL : "Missing receiver number, rejected";
}

/* -- the rest -------------------------------------------------------------- */

static bool
read_minutes(int64_t *out, const char *value)
{
	int64_t minutes = 0;
	*out = 0;
	if (value[0] == '\0')
		return true;
	if (!str_to_int64(&minutes, str_from(value)) || minutes < 0 ||
	    minutes > MINUTES_MOST)
		return false;
	*out = minutes * 60000;
	return true;
}

static const char *
read_dlr(struct sendsms *out, const struct sendsms_said *said)
{
	const char *mask = sendsms_said(said, SENDSMS_DLR_MASK);
	const char *url = sendsms_said(said, SENDSMS_DLR_URL);
	int64_t bits = 0;
	if (mask[0] != '\0' && (!str_to_int64(&bits, str_from(mask)) ||
				   bits < 0 || bits > MASK_MOST))
		return "dlr-mask is a sum of 1, 2, 4, 8 and 16, rejected";
	if (strlen(url) >= SENDSMS_URL_OCTETS)
		return "dlr-url is too long, rejected";
	out->dlr_mask = url[0] != '\0' ? (unsigned)bits : 0;
	return NULL;
}

/* What is no text of a person is not sent here. */
static const char *
read_coding(const struct sendsms_said *said)
{
	const char *coding = sendsms_said(said, SENDSMS_CODING);
	if (strcmp(coding, "1") == 0 ||
	    sendsms_said(said, SENDSMS_UDH)[0] != '\0')
		return "Only texts are sent here, no data, rejected";
	/* To Kannel that is UTF-16BE, to others UTF-8: nobody is to guess. */
	if (strcmp(coding, "2") == 0 &&
	    sendsms_said(said, SENDSMS_CHARSET)[0] == '\0')
		return "coding=2 takes a charset here, UTF-8 or UTF-16BE, and "
		       "such a text, rejected";
	return NULL;
}

const char *
sendsms_read(
    struct sendsms *out, const struct sendsms_said *said, struct str body)
{
	struct str text = body;
	if (said->value[SENDSMS_TEXT] != NULL)
		text = str_of(said->value[SENDSMS_TEXT], said->text_octets);
	*out = (struct sendsms){.receivers = 0};
	const char *wrong =
	    read_to(out, str_from(sendsms_said(said, SENDSMS_TO)));
	if (wrong == NULL)
		wrong =
		    read_text(out, text, sendsms_said(said, SENDSMS_CHARSET));
	if (wrong == NULL)
		wrong = read_coding(said);
	if (wrong == NULL)
		wrong = read_dlr(out, said);
	if (wrong != NULL)
		return wrong;
	if (read_minutes(
		&out->after_ms, sendsms_said(said, SENDSMS_DEFERRED)) &&
	    read_minutes(&out->within_ms, sendsms_said(said, SENDSMS_VALIDITY)))
		return NULL;
	return "deferred and validity are minutes, a week at most, rejected";
}
