#include "sms/segment.h"

#include <string.h>

#include "base/utf8.h"

#include "sms/ucs2.h"

/* How one text is to be written: decided once, before it is cut. */
struct plan {
	enum sms_alphabet alphabet;
	bool replace; /* punctuation goes through plain_punctuation */
	size_t units; /* of the whole text */
	size_t part_cap; /* units of each part, when there are several */
};

/* ASCII for the punctuation that word processors put into texts, or NULL.
 * "" removes the character. */
static const char *
plain_punctuation(uint32_t code_point)
{
	switch (code_point) {
	case '\t':
	case 0x00A0: /* no-break space */
	case 0x2009: /* thin spaces */
	case 0x202F:
		return " ";
	case '`':
	case 0x00B4: /* acute accent alone */
	case 0x2018: /* single quotes */
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032: /* prime */
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
	case 0x2022: /* bullet */
		return "*";
	case 0x2026:
		return "...";
	case 0x200B: /* zero width: space, joiners, byte order mark */
	case 0x200C:
	case 0x200D:
	case 0xFEFF:
		return "";
	default:
		return NULL;
	}
}

/* One character of the text in the plan's alphabet: its octets in dst (septets
 * one to an octet, or UTF-16) and their number; *units_out counts as the parts
 * do.  False when the GSM alphabet does not have it. */
#define CHARACTER_OCTETS 4u
static bool
write_character(uint8_t dst[CHARACTER_OCTETS], size_t *octets_out,
    size_t *units_out, uint32_t code_point, const struct plan *plan)
{
	if (plan->alphabet == SMS_UCS2) {
		*units_out = ucs2_from_code_point(dst, code_point);
		*octets_out = 2 * *units_out;
		return true;
	}
	size_t septets = gsm7_from_code_point(dst, code_point);
	const char *plain =
	    plan->replace ? plain_punctuation(code_point) : NULL;
	*octets_out = *units_out = septets;
	if (septets > 0 || plain == NULL)
		return septets > 0;
	/* ASCII punctuation is its own septet. */
	*octets_out = *units_out = strlen(plain);
	memcpy(dst, plain, *octets_out);
	return true;
}

static uint32_t
next_character(struct str text, size_t at, bool replace, size_t *step_out)
{
	uint32_t code_point =
	    utf8_next(str_of(text.at + at, text.octets - at), step_out);
	if (replace && code_point == '\r' && at + 1 < text.octets &&
	    text.at[at + 1] == '\n') {
		*step_out = 2;
		return '\n';
	}
	return code_point;
}

static bool
count_units(struct plan *plan, struct str text)
{
	plan->units = 0;
	for (size_t at = 0, step; at < text.octets; at += step) {
		uint8_t character[CHARACTER_OCTETS];
		size_t octets, units;
		uint32_t code_point =
		    next_character(text, at, plan->replace, &step);
		if (!write_character(
			character, &octets, &units, code_point, plan))
			return false;
		plan->units += units;
	}
	return true;
}

/* Replacing must pay: a text that needs UCS2 all the same goes as it is. */
static struct plan
make_plan(struct str text, const struct segment_rules *rules)
{
	struct plan plan = {.alphabet = SMS_GSM7};
	bool wide = rules != NULL && rules->wide_reference;
	plan.replace = rules != NULL && rules->transliterate;
	bool fits = count_units(&plan, text);
	if (!fits) {
		plan = (struct plan){.alphabet = SMS_UCS2};
		count_units(&plan, text);
	}
	size_t whole_cap = plan.alphabet == SMS_GSM7 ? 160 : 70;
	plan.part_cap = plan.alphabet == SMS_GSM7 ? 153 : 67;
	plan.part_cap -= wide ? 1 : 0;
	if (plan.units <= whole_cap)
		plan.part_cap = whole_cap;
	return plan;
}

/* Where a cut text is going: the part that is being filled. */
struct filler {
	struct segment_list *list; /* NULL: only count */
	size_t parts, parts_max;
	size_t used_units; /* of the last part */
	size_t octets; /* of all parts */
};

static bool
add_character(struct filler *to, const uint8_t *character, size_t octets,
    size_t units, size_t part_cap)
{
	if (to->used_units + units > part_cap) {
		if (to->parts == to->parts_max)
			return false;
		to->parts++;
		to->used_units = 0;
	}
	if (to->list != NULL) {
		memcpy(to->list->data + to->octets, character, octets);
		to->list->end_octet[to->parts - 1] =
		    (uint16_t)(to->octets + octets);
	}
	to->used_units += units;
	to->octets += octets;
	return true;
}

/* Returns text.octets, or where the first part too many would start. */
static size_t
fill_parts(struct filler *to, struct str text, const struct plan *plan)
{
	size_t at = 0;
	for (size_t step; at < text.octets; at += step) {
		uint8_t character[CHARACTER_OCTETS];
		size_t octets, units;
		uint32_t code_point =
		    next_character(text, at, plan->replace, &step);
		write_character(character, &octets, &units, code_point, plan);
		if (!add_character(
			to, character, octets, units, plan->part_cap))
			break;
	}
	return at;
}

int
segment_split(struct segment_list *out, struct str text,
    const struct segment_rules *rules, struct err *err)
{
	size_t parts_max = rules == NULL ? 0 : rules->parts_max;
	if (parts_max == 0)
		parts_max = SEGMENT_PARTS_DEFAULT;
	if (parts_max > SEGMENT_PARTS_MAX)
		parts_max = SEGMENT_PARTS_MAX;
	struct plan plan = make_plan(text, rules);
	struct filler to = {.list = out, .parts = 1, .parts_max = parts_max};
	out->alphabet = plan.alphabet;
	out->units = plan.units;
	out->end_octet[0] = 0;
	size_t done = fill_parts(&to, text, &plan);
	out->parts = done < text.octets ? 0 : to.parts;
	if (done < text.octets)
		return err_set(err, PDU_LONG, done,
		    "text needs more than %zu parts", parts_max);
	return 0;
}

struct span
segment_part(const struct segment_list *list, size_t i)
{
	if (i >= list->parts)
		return span_of(list->data, 0);
	size_t start = i == 0 ? 0 : list->end_octet[i - 1];
	return span_of(list->data + start, list->end_octet[i] - start);
}

struct segment_cost
segment_measure(struct str text, const struct segment_rules *rules)
{
	struct plan plan = make_plan(text, rules);
	struct filler to = {.parts = 1, .parts_max = SIZE_MAX};
	fill_parts(&to, text, &plan);
	return (struct segment_cost){plan.alphabet, plan.units, to.parts};
}

size_t
segment_count(struct str text, bool transliterate)
{
	struct segment_rules rules = {.transliterate = transliterate};
	return segment_measure(text, &rules).parts;
}

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
	uint8_t units[sizeof(to->carry.octets) + GSM7_SEPTETS_MAX];
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
	if (piece->data.octets > GSM7_SEPTETS_MAX)
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
