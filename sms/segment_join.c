/* Parts -> the text again; see segment.h. */
#include <string.h>

#include "sms/segment.h"
#include "sms/ucs2.h"

/* Octets of UTF-16 that belong to the next piece's first ones: half a unit,
 * the first half of a pair, or both. */
struct carry {
	uint8_t octets[3];
	size_t count;
	bool escape; /* the GSM alphabet's */
};

struct joiner {
	char *dst;
	size_t dst_octets, at;
	struct carry carry;
	bool halves; /* this run of UCS2 pieces is cut between octets */
};

static bool
joined(struct joiner *to, int octets)
{
	if (octets < 0)
		return false;
	to->at += (size_t)octets;
	return true;
}

/* What was carried will not be continued: a lone half reads as U+FFFD. */
static bool
flush_carry(struct joiner *to)
{
	struct span rest = span_of(to->carry.octets, to->carry.count);
	bool done = joined(to, ucs2_to_utf8(to->dst + to->at,
				   to->dst_octets - to->at, rest, NULL));
	to->carry = (struct carry){.count = 0};
	return done;
}

/* Senders that cut a stream of octets leave odd pieces whose sum is even; a
 * sum that is odd means stray octets, each to be dropped where it is. */
static bool
cut_between_octets(const struct segment_piece *pieces, size_t count)
{
	size_t octets = 0;
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].missing || pieces[i].alphabet != SMS_UCS2)
			break;
		octets += pieces[i].data.octets;
	}
	return octets % 2 == 0;
}

static bool
join_ucs2(struct joiner *to, struct span data)
{
	uint8_t units[sizeof(to->carry.octets) + SEGMENT_PIECE_OCTETS];
	if (!to->halves)
		data.octets -= data.octets % 2;
	size_t octets = to->carry.count;
	memcpy(units, to->carry.octets, octets);
	if (data.octets > 0)
		memcpy(units + octets, data.at, data.octets);
	octets += data.octets;
	size_t ready = octets - octets % 2;
	if (ready >= 2 && (units[ready - 2] & 0xFC) == 0xD8)
		ready -= 2;
	to->carry.count = octets - ready;
	memcpy(to->carry.octets, units + ready, to->carry.count);
	return joined(
	    to, ucs2_to_utf8(to->dst + to->at, to->dst_octets - to->at,
		    span_of(units, ready), NULL));
}

static bool
join_gsm7(struct joiner *to, const struct segment_piece *piece)
{
	return joined(
	    to, gsm7_to_utf8(to->dst + to->at, to->dst_octets - to->at,
		    piece->data, piece->language, &to->carry.escape));
}

static int
join_piece(struct joiner *to, const struct segment_piece *pieces, size_t i,
    size_t count, struct err *err)
{
	const struct segment_piece *piece = &pieces[i];
	bool fits = true;
	bool goes_on = i > 0 && !piece->missing && !pieces[i - 1].missing &&
		       pieces[i - 1].alphabet == piece->alphabet;
	if (!goes_on)
		fits = flush_carry(to);
	if (piece->missing)
		return 0;
	if (piece->data.octets > (piece->alphabet == SMS_UCS2
					 ? SEGMENT_PIECE_OCTETS
					 : SEGMENT_PIECE_UNITS))
		return err_set(err, PDU_LONG, i,
		    "part %zu is longer than a message", i + 1);
	switch (piece->alphabet) {
	case SMS_8BIT:
		return err_set(
		    err, PDU_TEXT, i, "part %zu is 8 bit data", i + 1);
	case SMS_GSM7:
		fits = fits && join_gsm7(to, piece);
		break;
	case SMS_UCS2:
		if (!goes_on)
			to->halves = cut_between_octets(piece, count - i);
		fits = fits && join_ucs2(to, piece->data);
		break;
	}
	return fits ? 0 : err_set(err, PDU_ROOM, i, "no room for the text");
}

int
segment_join(char *dst, size_t dst_octets, size_t *octets_out,
    const struct segment_piece *pieces, size_t count, struct err *err)
{
	struct joiner to = {.dst = dst, .dst_octets = dst_octets};
	int rc = 0;
	*octets_out = 0;
	if (dst_octets == 0)
		return err_set(err, PDU_ROOM, 0, "no room for the text");
	dst[0] = '\0';
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = join_piece(&to, pieces, i, count, err);
	if (rc == 0 && !flush_carry(&to))
		rc = err_set(err, PDU_ROOM, count, "no room for the text");
	if (rc != 0)
		dst[0] = '\0';
	else
		*octets_out = to.at;
	return rc;
}
