#include "sms/pdu_addr.h"

#include <stdbool.h>
#include <string.h>

#include "sms/gsm7.h"

#define EXTENSION 0x80u /* bit 8 of the type octet: no further type octets */
#define FILLER 0xFu
#define NAME_SEPTETS_MAX 11u
#define SMSC_OCTETS_MAX 11u /* type and ten octets of digits */

static const char digit_names[16] = "0123456789*#abc";

/* Digits until the end, or until the filler that ends the number. */
static void
decode_digits(struct pdu_addr *out, const uint8_t *src, size_t digits)
{
	size_t at = 0;
	if (out->ton == PDU_TON_INTERNATIONAL)
		out->text[at++] = '+';
	size_t first = at;
	for (size_t i = 0; i < digits; i++) {
		uint8_t digit = src[i / 2] >> (i % 2 * 4) & 0xF;
		if (digit == FILLER)
			break;
		out->text[at++] = digit_names[digit];
	}
	if (at == first)
		at = 0; /* no lone plus sign */
	out->text[at] = '\0';
}

/* The length of a name counts semi-octets, so seven characters take 13; who
 * writes 14 lets an eighth septet of zeros appear, which would read as '@'. */
static void
decode_name(struct pdu_addr *out, const uint8_t *src, size_t digits)
{
	uint8_t septets[NAME_SEPTETS_MAX];
	size_t count = digits * 4 / 7;
	struct span packed = span_of(src, (digits + 1) / 2);
	if (!gsm7_unpack(septets, sizeof(septets), packed, count))
		count = 0;
	if (count > 0 && count % 8 == 0 && septets[count - 1] == 0)
		count--;
	gsm7_to_utf8(out->text, sizeof(out->text), span_of(septets, count),
	    GSM7_DEFAULT, NULL);
}

static void
decode_value(struct pdu_addr *out, const uint8_t *src, size_t digits)
{
	out->ton = (enum pdu_ton)(src[0] >> 4 & 7);
	out->npi = src[0] & 0xF;
	if (out->ton == PDU_TON_ALPHANUMERIC)
		decode_name(out, src + 1, digits);
	else
		decode_digits(out, src + 1, digits);
}

int
pdu_addr_decode(
    struct pdu_addr *out, struct span pdu, size_t *at_octet, struct err *err)
{
	size_t at = *at_octet;
	memset(out, 0, sizeof(*out));
	if (at >= pdu.octets || pdu.octets - at < 2)
		return err_set(
		    err, PDU_SHORT, pdu.octets, "address is missing");
	size_t digits = pdu.at[at];
	if (digits > PDU_ADDR_DIGITS)
		return err_set(err, PDU_LONG, at,
		    "address of %zu semi-octets, at most 20", digits);
	size_t octets = 2 + (digits + 1) / 2;
	if (octets > pdu.octets - at)
		return err_set(err, PDU_SHORT, at,
		    "address of %zu semi-octets runs past the end", digits);
	decode_value(out, pdu.at + at + 1, digits);
	*at_octet = at + octets;
	return 0;
}

int
pdu_addr_decode_smsc(
    struct pdu_addr *out, struct span pdu, size_t *at_octet, struct err *err)
{
	size_t at = *at_octet;
	memset(out, 0, sizeof(*out));
	if (at >= pdu.octets)
		return err_set(err, PDU_SHORT, pdu.octets,
		    "service centre address is missing");
	size_t octets = pdu.at[at];
	if (octets > SMSC_OCTETS_MAX)
		return err_set(err, PDU_LONG, at,
		    "service centre address of %zu octets, at most 11", octets);
	if (octets >= pdu.octets - at)
		return err_set(err, PDU_SHORT, at,
		    "service centre address of %zu octets runs past the end",
		    octets);
	if (octets > 0)
		decode_value(out, pdu.at + at + 1, 2 * (octets - 1));
	*at_octet = at + 1 + octets;
	return 0;
}

static int
digit_value(char c)
{
	const char *found = c == '\0' ? NULL : strchr(digit_names, c);
	return found == NULL ? -1 : (int)(found - digit_names);
}

static bool
is_dialled(struct str text)
{
	for (size_t i = 0; i < text.octets; i++) {
		int value = digit_value(text.at[i]);
		if (value < 0 || value > 11) /* a, b, c are names' letters */
			return false;
	}
	return true;
}

static int
check_name(struct str text, struct err *err)
{
	uint8_t septets[NAME_SEPTETS_MAX];
	size_t count;
	int rc = gsm7_from_utf8(septets, sizeof(septets), &count, text, err);
	if (rc == PDU_ROOM)
		return err_set(err, PDU_TEXT, 0, "name beyond 11 septets");
	return rc;
}

int
pdu_addr_from_text(struct pdu_addr *out, struct str text, struct err *err)
{
	memset(out, 0, sizeof(*out));
	if (text.octets == 0)
		return err_set(err, PDU_NUMBER, 0, "address is empty");
	bool plus = text.at[0] == '+';
	struct str digits = str_of(text.at + plus, text.octets - plus);
	if (is_dialled(digits)) {
		if (digits.octets == 0 || digits.octets > PDU_ADDR_DIGITS)
			return err_set(
			    err, PDU_NUMBER, 0, "number needs 1 to 20 digits");
		out->ton = plus ? PDU_TON_INTERNATIONAL : PDU_TON_UNKNOWN;
		out->npi = PDU_NPI_TELEPHONE;
	} else {
		int rc = check_name(text, err);
		if (rc != 0)
			return rc;
		out->ton = PDU_TON_ALPHANUMERIC;
	}
	memcpy(out->text, text.at, text.octets);
	return 0;
}

/* Digits -> swapped semi-octets.  Returns their number, or PDU_NUMBER. */
static int
encode_digits(uint8_t *dst, const struct pdu_addr *addr, struct err *err)
{
	struct str text = str_from(addr->text);
	if (addr->ton == PDU_TON_INTERNATIONAL && str_starts(text, "+"))
		text = str_of(text.at + 1, text.octets - 1);
	if (text.octets > PDU_ADDR_DIGITS)
		return err_set(err, PDU_NUMBER, 0, "number beyond 20 digits");
	for (size_t i = 0; i < text.octets; i++) {
		int value = digit_value(text.at[i]);
		if (value < 0)
			return err_set(err, PDU_NUMBER, 0,
			    "number has a character that is no digit");
		if (i % 2 == 0)
			dst[i / 2] = (uint8_t)(FILLER << 4 | (unsigned)value);
		else
			dst[i / 2] = (uint8_t)((dst[i / 2] & 0xFu) |
					       (unsigned)value << 4);
	}
	return (int)text.octets;
}

static int
encode_name(uint8_t *dst, const struct pdu_addr *addr, struct err *err)
{
	uint8_t septets[NAME_SEPTETS_MAX];
	size_t count;
	int rc = gsm7_from_utf8(
	    septets, sizeof(septets), &count, str_from(addr->text), err);
	if (rc != 0)
		return err_set(err, PDU_NUMBER, 0,
		    "name is no text of at most 11 septets");
	gsm7_pack(dst, PDU_ADDR_OCTETS - 2, span_of(septets, count), 0);
	return (int)((count * 7 + 3) / 4);
}

/* Type and value into field; returns the semi-octets, or PDU_NUMBER. */
static int
encode_value(uint8_t field[PDU_ADDR_OCTETS - 1], const struct pdu_addr *addr,
    struct err *err)
{
	field[0] = (uint8_t)(EXTENSION | ((unsigned)addr->ton & 7u) << 4 |
			     (addr->npi & 0xFu));
	if (memchr(addr->text, '\0', sizeof(addr->text)) == NULL)
		return err_set(err, PDU_NUMBER, 0, "text is not terminated");
	if (addr->ton == PDU_TON_ALPHANUMERIC)
		return encode_name(field + 1, addr, err);
	return encode_digits(field + 1, addr, err);
}

static int
put_field(uint8_t *dst, size_t dst_octets, uint8_t length, const uint8_t *field,
    size_t field_octets, struct err *err)
{
	if (dst_octets < 1 + field_octets)
		return err_set(err, PDU_ROOM, 0, "no room for an address");
	dst[0] = length;
	memcpy(dst + 1, field, field_octets);
	return (int)(1 + field_octets);
}

int
pdu_addr_encode(uint8_t *dst, size_t dst_octets, const struct pdu_addr *addr,
    struct err *err)
{
	uint8_t field[PDU_ADDR_OCTETS - 1] = {0};
	int digits = encode_value(field, addr, err);
	if (digits < 0)
		return digits;
	return put_field(dst, dst_octets, (uint8_t)digits, field,
	    1 + ((size_t)digits + 1) / 2, err);
}

int
pdu_addr_encode_smsc(uint8_t *dst, size_t dst_octets,
    const struct pdu_addr *addr, struct err *err)
{
	uint8_t field[PDU_ADDR_OCTETS - 1] = {0};
	int digits = encode_value(field, addr, err);
	if (digits < 0)
		return digits;
	size_t octets = digits == 0 ? 0 : 1 + ((size_t)digits + 1) / 2;
	return put_field(dst, dst_octets, (uint8_t)octets, field, octets, err);
}
