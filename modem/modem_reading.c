/* What stood in a slot. */
#include "base/span.h"

#include "modem/modem_record.h"

#define STAT_UNSENT 2
#define STAT_SENT 3
#define TYPE_BITS 0x03 /* 23.040 9.2.3.1 */
#define TYPE_REPORT 0x02

static bool
is_report(const struct reading *reading)
{
	struct span pdu = reading->pdu;
	if (!reading->fits)
		return false;
	size_t at = (int64_t)pdu.octets == reading->announced_octets
			? 0
			: (size_t)pdu.at[0] + 1;
	return at < pdu.octets && (pdu.at[at] & TYPE_BITS) == TYPE_REPORT;
}

void
modem_reading_of(struct reading *out, const struct at_line *line)
{
	out->text = line->pdu;
	out->announced_octets = line->announced_octets;
	out->hash = span_hash(span_of(line->pdu.at, line->pdu.octets));
	int octets = span_from_hex(out->octets, sizeof(out->octets),
	    line->pdu.at, line->pdu.octets, NULL);
	out->pdu = span_of(out->octets, octets > 0 ? (size_t)octets : 0);
	int64_t smsc = octets > 0 ? out->octets[0] + 1 : 0;
	out->fits = octets > 0 && (octets - smsc == line->announced_octets ||
				      octets == line->announced_octets);
	out->report = is_report(out);
}

int
modem_reading_stat(struct at_arg *args)
{
	struct str text;
	int64_t stat;
	if (!at_arg_next(args, &text, NULL))
		return -1;
	if (str_to_int64(&stat, str_trim(text)) && stat >= 0 && stat <= 4)
		return (int)stat;
	return str_starts_nocase(text, "STO") ? STAT_SENT : -1;
}

bool
modem_stat_is_own(int stat)
{
	return stat == STAT_UNSENT || stat == STAT_SENT;
}
