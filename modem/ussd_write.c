/* A code or an answer -> the command that asks it. */
#include <stdio.h>
#include <string.h>

#include "base/span.h"
#include "base/utf8.h"

#include "modem/ussd.h"
#include "sms/gsm7.h"
#include "sms/ucs2.h"

#define CHARACTERS_MAX 182u

size_t
ussd_pack(uint8_t *dst, size_t dst_octets, const uint8_t *septets, size_t count)
{
	uint8_t padded[CHARACTERS_MAX + 2];
	if (count == 0 || count > CHARACTERS_MAX)
		return 0;
	memcpy(padded, septets, count);
	if (count % 8 == 7 || (count % 8 == 0 && padded[count - 1] == '\r'))
		padded[count++] = '\r';
	return gsm7_pack(dst, dst_octets, span_of(padded, count), 0);
}

static int
too_long(struct err *err)
{
	return err_set(err, USSD_ROOM, 0, "too long for one USSD request");
}

static int
write_text(char *dst, size_t dst_octets, struct str text, struct err *err)
{
	for (size_t i = 0; i < text.octets; i++)
		if (text.at[i] == '"' || (unsigned char)text.at[i] >= 0x80)
			return err_set(err, USSD_CHARACTER, i,
			    "a character that a code cannot hold");
	if (text.octets >= dst_octets || text.octets > CHARACTERS_MAX)
		return too_long(err);
	str_copy(dst, dst_octets, text);
	return 0;
}

static int
write_packed(char *dst, size_t dst_octets, struct str text, struct err *err)
{
	uint8_t septets[CHARACTERS_MAX], packed[CHARACTERS_MAX];
	struct err inner;
	size_t count;
	int rc = gsm7_from_utf8(septets, sizeof(septets), &count, text, &inner);
	if (rc == PDU_TEXT)
		return err_set(err, USSD_CHARACTER, inner.offset,
		    "a character that the GSM alphabet does not have");
	size_t octets = ussd_pack(packed, sizeof(packed), septets, count);
	if (rc != 0 || octets == 0 ||
	    span_to_hex(dst, dst_octets, span_of(packed, octets)) < 0)
		return too_long(err);
	return 0;
}

static int
write_ucs2(char *dst, size_t dst_octets, struct str text, struct err *err)
{
	uint8_t utf16[CHARACTERS_MAX * 2];
	size_t octets;
	if (ucs2_from_utf8(utf16, sizeof(utf16), &octets, text, NULL) != 0 ||
	    span_to_hex(dst, dst_octets, span_of(utf16, octets)) < 0)
		return too_long(err);
	return 0;
}

static int
check(struct str text, struct err *err)
{
	if (text.octets == 0)
		return err_set(err, USSD_EMPTY, 0, "no code is given");
	for (size_t i = 0; i < text.octets; i++)
		if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7F)
			return err_set(err, USSD_CHARACTER, i,
			    "a control character in the code");
	if (!utf8_valid(text))
		return err_set(err, USSD_CHARACTER, 0, "the code is not UTF-8");
	return 0;
}

static int
write_form(char *dst, size_t dst_octets, struct str text, enum ussd_form form,
    struct err *err)
{
	switch (form) {
	case USSD_FORM_TEXT:
	case USSD_FORM_BARE:
		return write_text(dst, dst_octets, text, err);
	case USSD_FORM_PACKED:
		return write_packed(dst, dst_octets, text, err);
	case USSD_FORM_UCS2:
		return write_ucs2(dst, dst_octets, text, err);
	case USSD_FORM_NONE:
	case USSD_FORM_OCTETS:
		break;
	}
	return err_set(err, USSD_CHARACTER, 0, "no form to ask in");
}

int
ussd_write(char *dst, size_t dst_octets, struct str text, enum ussd_form form,
    struct err *err)
{
	char body[CHARACTERS_MAX * 4 + 1] = "";
	int rc = check(text, err);
	if (rc == 0)
		rc = write_form(body, sizeof(body), text, form, err);
	if (rc == 0) {
		int n = snprintf(dst, dst_octets, "AT+CUSD=1,\"%s\"%s", body,
		    form == USSD_FORM_BARE ? "" : ",15");
		if (n < 0 || (size_t)n >= dst_octets)
			rc = too_long(err);
	}
	explicit_bzero(body, sizeof(body));
	if (rc != 0 && dst_octets > 0)
		dst[0] = '\0';
	return rc;
}

const char *
ussd_form_name(enum ussd_form form)
{
	switch (form) {
	case USSD_FORM_TEXT:
		return "text";
	case USSD_FORM_PACKED:
		return "packed";
	case USSD_FORM_UCS2:
		return "ucs2";
	case USSD_FORM_BARE:
		return "text without dcs";
	case USSD_FORM_OCTETS:
		return "octets";
	case USSD_FORM_NONE:
		break;
	}
	return "none";
}
