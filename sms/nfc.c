#include "sms/nfc.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* Below this nothing is a mark or joins what stands before it; its first octet
 * tells. */
#define FIRST_MARK 0x300u
#define FIRST_MARK_OCTET 0xCCu

#define FORM ((utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE))

struct nfc
nfc_of(struct str text)
{
	return (struct nfc){.text = text};
}

/* Some vowel signs and parts of Korean syllables join the letter before them
 * without being marks in the sense of the standard. */
static bool
joins(uint32_t code_point)
{
	static const uint16_t signs[] = {0x09BE, 0x09D7, 0x0B3E, 0x0B56, 0x0B57,
	    0x0BBE, 0x0BD7, 0x0CC2, 0x0CD5, 0x0CD6, 0x0D3E, 0x0D57, 0x0DCF,
	    0x0DDF, 0x102E};
	if (code_point < FIRST_MARK)
		return false;
	if (code_point >= 0x1161 && code_point <= 0x11C2)
		return true;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (signs[i] == code_point)
			return true;
	return utf8proc_get_property((utf8proc_int32_t)code_point)
		   ->combining_class != 0;
}

static uint32_t
peek(const struct nfc *in, size_t *step_out)
{
	return utf8_next(
	    str_of(in->text.at + in->at, in->text.octets - in->at), step_out);
}

static bool
mark_follows(const struct nfc *in)
{
	size_t step;
	if (in->at >= in->text.octets ||
	    (unsigned char)in->text.at[in->at] < FIRST_MARK_OCTET)
		return false;
	return joins(peek(in, &step));
}

static size_t
take_apart(int32_t dst[NFC_ROOM], size_t count, uint32_t code_point)
{
	utf8proc_ssize_t n =
	    utf8proc_decompose_char((utf8proc_int32_t)code_point, dst + count,
		(utf8proc_ssize_t)(NFC_ROOM - count), FORM, NULL);
	return n < 0 || (size_t)n > NFC_ROOM - count ? 0 : (size_t)n;
}

/* Marks in their order of class, equal ones as they came. */
static void
sort_marks(int32_t marks[NFC_ROOM], size_t count)
{
	for (size_t i = 1; i < count; i++) {
		int32_t mark = marks[i];
		int class = utf8proc_get_property(mark)->combining_class;
		size_t at = i;
		for (; class != 0 && at > 0; at--) {
			int before = utf8proc_get_property(marks[at - 1])
					 ->combining_class;
			if (before <= class)
				break;
			marks[at] = marks[at - 1];
		}
		marks[at] = mark;
	}
}

static void
put_together(struct nfc *in)
{
	sort_marks(in->ready, in->ready_count);
	utf8proc_ssize_t n = utf8proc_normalize_utf32(
	    in->ready, (utf8proc_ssize_t)in->ready_count, FORM);
	if (n >= 0 && (size_t)n < in->ready_count)
		in->ready_count = (size_t)n;
}

static void
read_letter(struct nfc *in, uint32_t letter)
{
	size_t marks = 0, step;
	in->ready_next = 0;
	in->ready_count = take_apart(in->ready, 0, letter);
	while (marks++ < NFC_MARKS && mark_follows(in)) {
		uint32_t mark = peek(in, &step);
		in->at += step;
		in->ready_count += take_apart(in->ready, in->ready_count, mark);
	}
	put_together(in);
}

/* A letter of its own: only if the form has one other character for it. */
static uint32_t
alone(uint32_t letter)
{
	struct nfc one;
	if (letter < FIRST_MARK ||
	    utf8proc_get_property((utf8proc_int32_t)letter)->decomp_seqindex ==
		UINT16_MAX)
		return letter;
	one.ready_count = take_apart(one.ready, 0, letter);
	put_together(&one);
	return one.ready_count == 1 ? (uint32_t)one.ready[0] : letter;
}

bool
nfc_next(struct nfc *in, uint32_t *code_point_out)
{
	size_t step = 1;
	if (in->ready_next < in->ready_count) {
		*code_point_out = (uint32_t)in->ready[in->ready_next++];
		return true;
	}
	if (in->at >= in->text.octets)
		return false;
	uint32_t letter = (unsigned char)in->text.at[in->at];
	if (letter >= 0x80)
		letter = peek(in, &step);
	in->at += step;
	if (!mark_follows(in)) {
		*code_point_out = alone(letter);
		return true;
	}
	read_letter(in, letter);
	if (in->ready_count == 0) { /* never: the room is for the worst */
		*code_point_out = letter;
		return true;
	}
	*code_point_out = (uint32_t)in->ready[in->ready_next++];
	return true;
}
