#include "sms/segment.h"

#include <string.h>

#include <utf8proc.h>

#include "sms/nfc.h"
#include "sms/ucs2.h"

#define USER_DATA_OCTETS 140u
#define LANGUAGE_OCTETS 3u /* of a header element that names a table */
#define CONCAT_OCTETS(wide) ((wide) ? 6u : 5u)

/* One way to write a text, and what it costs. */
struct plan {
	enum sms_alphabet alphabet;
	struct gsm7_language language;
	enum plain_level level;
	size_t whole_cap; /* units of a text in one part */
	size_t part_cap; /* units of each part, when there are several */
	bool fits; /* the alphabet has all of the text */
	size_t units; /* of the whole text, without headers */
	size_t parts;
};

/* One character of the text as the plan has it.  Units count as the parts do:
 * septets, or 16 bits. */
struct character {
	uint8_t octets[2 * PLAIN_CHARACTERS];
	size_t count;
	size_t units;
};

static size_t
header_elements(const struct plan *plan, const struct segment_rules *rules)
{
	size_t octets = rules->header_octets;
	if (octets > SEGMENT_HEADER_OCTETS_MAX)
		octets = SEGMENT_HEADER_OCTETS_MAX;
	octets += plan->language.locking != 0 ? LANGUAGE_OCTETS : 0;
	octets += plan->language.single != 0 ? LANGUAGE_OCTETS : 0;
	return octets;
}

/* elements: octets of the header without its length octet. */
static size_t
cap_behind(enum sms_alphabet alphabet, size_t elements)
{
	size_t header = elements == 0 ? 0 : 1 + elements;
	if (alphabet == SMS_GSM7)
		return GSM7_SEPTETS_MAX - gsm7_header_septets(header);
	return (USER_DATA_OCTETS - header) / 2;
}

static void
set_caps(struct plan *plan, const struct segment_rules *rules)
{
	size_t elements = header_elements(plan, rules);
	plan->whole_cap = cap_behind(plan->alphabet, elements);
	plan->part_cap = cap_behind(
	    plan->alphabet, elements + CONCAT_OCTETS(rules->wide_reference));
}

/* Each character that stands for another must be in the alphabet itself. */
static bool
write_plain(struct character *out, uint32_t code_point, const struct plan *plan)
{
	uint32_t plain[PLAIN_CHARACTERS];
	out->count = 0;
	int n = plain_replace(plain, code_point, plan->level);
	for (int i = 0; i < n; i++) {
		size_t septets = gsm7_from_code_point_in(
		    out->octets + out->count, plain[i], plan->language);
		if (septets == 0)
			return false;
		out->count += septets;
	}
	out->units = out->count;
	return n >= 0;
}

/* False when the GSM alphabet, as the plan has it, lacks the character. */
static bool
write_character(
    struct character *out, uint32_t code_point, const struct plan *plan)
{
	if (plan->alphabet == SMS_UCS2) {
		out->units = ucs2_from_code_point(out->octets, code_point);
		out->count = 2 * out->units;
		return true;
	}
	out->count =
	    gsm7_from_code_point_in(out->octets, code_point, plan->language);
	out->units = out->count;
	return out->count > 0 || write_plain(out, code_point, plan);
}

/* CR LF is one character where marks are replaced. */
static bool
next_character(struct nfc *in, uint32_t *code_point, const struct plan *plan)
{
	if (!nfc_next(in, code_point))
		return false;
	if (plan->alphabet == SMS_GSM7 && plan->level != PLAIN_NONE &&
	    *code_point == '\r' && in->at < in->text.octets &&
	    in->text.at[in->at] == '\n')
		return nfc_next(in, code_point);
	return true;
}

/* ---- texts of plain ASCII, which most are ---- */

#define NOT_PLAIN 0xFF

/* The septet of a character that the main table has; NOT_PLAIN for what is
 * escaped, replaced or two octets long, and for CR. */
static uint8_t
plain_septet(char octet)
{
	if ((octet >= ' ' && octet <= 'Z' && octet != '$' && octet != '@') ||
	    (octet >= 'a' && octet <= 'z') || octet == '\n')
		return (uint8_t)octet;
	switch (octet) {
	case '@':
		return 0x00;
	case '$':
		return 0x02;
	case '_':
		return 0x11;
	default:
		return NOT_PLAIN;
	}
}

static bool
is_plain(struct str text, const struct plan *plan)
{
	if (plan->alphabet != SMS_GSM7 || plan->language.locking != 0 ||
	    plan->language.single != 0)
		return false;
	for (size_t i = 0; i < text.octets; i++)
		if (plain_septet(text.at[i]) == NOT_PLAIN)
			return false;
	return true;
}

/* ---- what a plan costs ---- */

static struct plan
measure(struct str text, struct plan plan, const struct segment_rules *rules)
{
	struct nfc in = nfc_of(text);
	size_t used = 0; /* of the last part */
	uint32_t code_point;
	set_caps(&plan, rules);
	plan.parts = 1;
	if (is_plain(text, &plan)) {
		plan.fits = true;
		plan.units = text.octets;
		if (plan.units > plan.whole_cap)
			plan.parts =
			    (plan.units + plan.part_cap - 1) / plan.part_cap;
		return plan;
	}
	while (next_character(&in, &code_point, &plan)) {
		struct character character;
		if (!write_character(&character, code_point, &plan))
			return plan;
		if (used + character.units > plan.part_cap) {
			plan.parts++;
			used = 0;
		}
		used += character.units;
		plan.units += character.units;
	}
	plan.fits = true;
	if (plan.units <= plan.whole_cap)
		plan.parts = 1;
	return plan;
}

/* How plain a text looks on an old telephone; among equals we prefer that. */
static int
rank(const struct plan *plan)
{
	bool shifted =
	    plan->language.locking != 0 || plan->language.single != 0;
	if (plan->alphabet == SMS_UCS2)
		return 1;
	if (plan->level == PLAIN_FULL)
		return shifted ? 4 : 3;
	return shifted ? 2 : 0;
}

/* Septets that are sent, headers too. */
static size_t
septets(const struct plan *plan)
{
	size_t cap = plan->parts == 1 ? plan->whole_cap : plan->part_cap;
	return plan->units + plan->parts * (GSM7_SEPTETS_MAX - cap);
}

static void
consider(struct plan *best, struct str text, struct plan plan,
    const struct segment_rules *rules)
{
	plan = measure(text, plan, rules);
	if (!plan.fits)
		return;
	bool better = !best->fits || plan.parts < best->parts;
	if (best->fits && plan.parts == best->parts)
		better = rank(&plan) < rank(best) ||
			 (rank(&plan) == rank(best) &&
			     septets(&plan) < septets(best));
	if (better)
		*best = plan;
}

/* Single shift, locking shift, both: whatever tables the language has. */
static void
consider_tables(struct plan *best, struct str text, uint8_t id,
    enum plain_level level, const struct segment_rules *rules)
{
	struct plan plan = {.alphabet = SMS_GSM7, .level = level};
	if (gsm7_lang_single(id) == NULL)
		return;
	plan.language = (struct gsm7_language){.single = id};
	consider(best, text, plan, rules);
	if (gsm7_lang_locking(id) == NULL)
		return;
	plan.language = (struct gsm7_language){.locking = id};
	consider(best, text, plan, rules);
	plan.language = (struct gsm7_language){.locking = id, .single = id};
	consider(best, text, plan, rules);
}

static void
consider_level(struct plan *best, struct str text, enum plain_level level,
    const struct segment_rules *rules)
{
	struct plan plan = {.alphabet = SMS_GSM7, .level = level};
	consider(best, text, plan, rules);
	for (uint8_t id = 1; id <= GSM7_LANG_LAST; id++)
		if ((rules->languages >> id & 1) != 0)
			consider_tables(best, text, id, level, rules);
}

/* Fewest parts; then the plainest look; then the fewest septets.  Letters are
 * replaced only where that saves a part. */
static struct plan
choose(struct str text, const struct segment_rules *rules)
{
	struct plan best = {
	    .alphabet = SMS_GSM7,
	    .level = rules->transliterate == PLAIN_NONE ? PLAIN_NONE
							: PLAIN_PUNCTUATION,
	};
	enum plain_level level = best.level;
	if (rules->ucs2)
		return measure(
		    text, (struct plan){.alphabet = SMS_UCS2}, rules);
	best = measure(text, best, rules);
	if (best.fits && (best.parts == 1 || rules->languages == 0))
		return best;
	consider(&best, text, (struct plan){.alphabet = SMS_UCS2}, rules);
	if (best.parts == 1) /* tables and plain letters come after these */
		return best;
	if (rules->languages != 0)
		consider_level(&best, text, level, rules);
	if (rules->transliterate == PLAIN_FULL)
		consider_level(&best, text, PLAIN_FULL, rules);
	return best;
}

/* ---- cutting ---- */

/* What people see as one character, a letter with its signs or a composed
 * emoji, and how much of it is written. */
struct cluster {
	uint32_t before; /* the last code point; 0: none */
	int32_t state; /* utf8proc's */
	size_t at_octet, units;
};

static void
follow_cluster(struct cluster *c, uint32_t code_point, size_t octets)
{
	bool starts =
	    c->before == 0 ||
	    utf8proc_grapheme_break_stateful((utf8proc_int32_t)c->before,
		(utf8proc_int32_t)code_point, &c->state);
	c->before = code_point;
	if (!starts)
		return;
	c->at_octet = octets;
	c->units = 0;
}

/* Starts the next part: at the character that does not fit or, to keep what
 * is seen as one in one part, where it begins.  Returns the units that the
 * next part has then. */
static size_t
next_part(struct segment_list *out, const struct cluster *c, size_t cap,
    const struct character *character)
{
	size_t last = out->parts - 1;
	size_t start = last == 0 ? 0 : out->end_octet[last - 1];
	out->parts++;
	if (c->units == 0 || c->at_octet <= start ||
	    c->units + character->units > cap)
		return 0;
	out->end_octet[last] = (uint16_t)c->at_octet;
	return c->units;
}

/* Returns false when the text needs more than parts_max parts; *at_out is the
 * octet of the text where the first part too many would start. */
static bool
cut(struct segment_list *out, struct str text, const struct plan *plan,
    size_t parts_max, bool keep_clusters, size_t *at_out)
{
	struct nfc in = nfc_of(text);
	struct cluster cluster = {.before = 0};
	size_t cap = plan->parts == 1 ? plan->whole_cap : plan->part_cap;
	size_t used = 0, octets = 0;
	uint32_t code_point;
	out->parts = 1;
	for (*at_out = 0; next_character(&in, &code_point, plan);
	     *at_out = in.at) {
		struct character character;
		write_character(&character, code_point, plan);
		if (keep_clusters)
			follow_cluster(&cluster, code_point, octets);
		if (used + character.units > cap) {
			if (out->parts == parts_max)
				return false;
			used = next_part(out, &cluster, cap, &character);
		}
		memcpy(out->data + octets, character.octets, character.count);
		octets += character.count;
		used += character.units;
		cluster.units += character.units;
		out->end_octet[out->parts - 1] = (uint16_t)octets;
	}
	return true;
}

static void
copy_plain(struct segment_list *out, struct str text)
{
	for (size_t i = 0; i < text.octets; i++)
		out->data[i] = plain_septet(text.at[i]);
	out->parts = 1;
	out->end_octet[0] = (uint16_t)text.octets;
}

/* What is seen as one stays in one part where that costs no part more. */
static bool
cut_well(struct segment_list *out, struct str text, const struct plan *plan,
    size_t parts_max, size_t *at_out)
{
	if (plan->parts == 1 && is_plain(text, plan)) {
		copy_plain(out, text);
		return true;
	}
	if (plan->parts > 1 && cut(out, text, plan, parts_max, true, at_out) &&
	    out->parts == plan->parts)
		return true;
	return cut(out, text, plan, parts_max, false, at_out);
}

int
segment_split(struct segment_list *out, struct str text,
    const struct segment_rules *rules, struct err *err)
{
	static const struct segment_rules none = {.parts_max = 0};
	size_t at;
	if (rules == NULL)
		rules = &none;
	size_t parts_max = rules->parts_max;
	if (parts_max == 0)
		parts_max = SEGMENT_PARTS_DEFAULT;
	if (parts_max > SEGMENT_PARTS_MAX)
		parts_max = SEGMENT_PARTS_MAX;
	struct plan plan = choose(text, rules);
	out->alphabet = plan.alphabet;
	out->language = plan.language;
	out->units = plan.units;
	out->end_octet[0] = 0;
	if (cut_well(out, text, &plan, parts_max, &at))
		return 0;
	out->parts = 0;
	return err_set(
	    err, PDU_LONG, at, "text needs more than %zu parts", parts_max);
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
	static const struct segment_rules none = {.parts_max = 0};
	struct plan plan = choose(text, rules == NULL ? &none : rules);
	return (struct segment_cost){plan.alphabet, plan.units, plan.parts};
}

size_t
segment_count(struct str text, bool transliterate)
{
	struct segment_rules rules = {
	    .transliterate = transliterate ? PLAIN_PUNCTUATION : PLAIN_NONE};
	return segment_measure(text, &rules).parts;
}
