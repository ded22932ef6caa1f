/* ussd_letters - the letters of a screen. */
#include "handlers/ussd_letters.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/plain.h"
#include "sms/ucs2.h"

/* A page, or the words of one, at the most. */
#define TEXT_OCTETS 2048

static struct str
behind(struct str text, size_t octets)
{
	return str_of(text.at + octets, text.octets - octets);
}

/* 0: nothing of it. */
static uint32_t
letter_clean(uint32_t letter, bool lines)
{
	utf8proc_category_t category;

	if (letter >= ' ' && letter <= '~')
		return letter;
	if (letter == '\n' && lines)
		return letter;
	if (letter == '\r' || letter == 0)
		return 0;
	category = utf8proc_category((utf8proc_int32_t)letter);
	if (category == UTF8PROC_CATEGORY_CC ||
	    category == UTF8PROC_CATEGORY_ZL ||
	    category == UTF8PROC_CATEGORY_ZP)
		return ' ';
	if (category == UTF8PROC_CATEGORY_CF && letter != 0x200C &&
	    letter != 0x200D)
		return 0;
	return letter;
}

void
ussd_letters_clean(struct buf *out, struct str text, bool lines)
{
	for (size_t step; text.octets > 0; text = behind(text, step)) {
		uint32_t letter = letter_clean(utf8_next(text, &step), lines);
		char octets[4];

		if (letter == ' ' && !lines &&
		    (out->octets == 0 || out->at[out->octets - 1] == ' '))
			continue;
		if (letter != 0)
			buf_add(out, octets, utf8_put(octets, letter));
	}
}

/* What stands for a letter; how many, -1: it stays. */
static int
letter_plain(
    uint32_t dst[PLAIN_CHARACTERS], uint32_t letter, enum plain_level level)
{
	uint8_t septets[2];

	if (level == PLAIN_NONE || gsm7_from_code_point(septets, letter) > 0)
		return -1;
	/* Phones that are old show the alphabet's own capital. */
	if (letter == 0x00E7 && level == PLAIN_FULL) {
		dst[0] = 'c';
		return 1;
	}
	return plain_replace(dst, letter, level);
}

static void
write_plain(struct buf *out, struct str text, enum plain_level level)
{
	if (level == PLAIN_NONE) {
		buf_add_str(out, text);
		return;
	}
	for (size_t step; text.octets > 0; text = behind(text, step)) {
		uint32_t instead[PLAIN_CHARACTERS];
		int count =
		    letter_plain(instead, utf8_next(text, &step), level);

		if (count < 0)
			buf_add(out, text.at, step);
		for (int i = 0; i < count; i++) {
			char octets[4];

			buf_add(out, octets, utf8_put(octets, instead[i]));
		}
	}
}

/* No plain letter stands for it. */
static bool
is_foreign(uint32_t letter)
{
	uint32_t instead[PLAIN_CHARACTERS];
	uint8_t septets[2];

	return gsm7_from_code_point(septets, letter) == 0 &&
	       letter_plain(instead, letter, PLAIN_FULL) < 0;
}

/* Most texts end it at their first letter that is not ASCII: there is one that
 * is no letter of the alphabet whatever is done. */
static bool
has_foreign(struct str text)
{
	for (size_t step; text.octets > 0; text = behind(text, step)) {
		uint32_t letter = utf8_next(text, &step);

		if (letter >= 0x80 && is_foreign(letter))
			return true;
	}
	return false;
}

/* The least change that brings all of it into the GSM alphabet; false, with
 * the text as it was, when there is none. */
static bool
make_plain(struct buf *out, size_t *septets_out, struct str text)
{
	bool foreign = has_foreign(text);

	for (int level = PLAIN_NONE; !foreign && level <= PLAIN_FULL; level++) {
		buf_clear(out);
		write_plain(out, text, (enum plain_level)level);
		if (gsm7_count(septets_out, buf_str(out)))
			return true;
	}
	buf_clear(out);
	buf_add_str(out, text);
	return false;
}

bool
ussd_letters_settle(char *dst, size_t dst_octets, size_t *size_out,
    bool *gsm_out, struct str text, const struct ussd_letters_room *room)
{
	char plain[TEXT_OCTETS];
	struct buf out = buf_over(plain, sizeof(plain));

	*dst = '\0';
	*gsm_out = make_plain(&out, size_out, text);
	if (!*gsm_out)
		*size_out = ucs2_count(text);
	if (out.full || out.octets >= dst_octets ||
	    *size_out > (*gsm_out ? room->septets : room->units))
		return false;
	memcpy(dst, out.at, out.octets + 1);
	return true;
}

size_t
ussd_letters_size(struct str text, bool *gsm_out)
{
	char plain[TEXT_OCTETS];
	struct buf out = buf_over(plain, sizeof(plain));
	size_t size;

	*gsm_out = make_plain(&out, &size, text);
	return *gsm_out ? size : ucs2_count(text);
}

size_t
ussd_letters_units(struct str text)
{
	return ucs2_count(text);
}

size_t
ussd_letters_foreign(struct str text)
{
	size_t foreign = 0;

	for (size_t step; text.octets > 0; text = behind(text, step))
		foreign += is_foreign(utf8_next(text, &step));
	return foreign;
}
