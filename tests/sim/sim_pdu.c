#include "tests/sim/sim_pdu.h"

#include <string.h>
#include <time.h>

#include "tests/sim/sim_text.h"
#include "tests/sim/sim_util.h"

/* A place in the octets; `why` is set once and ends all further reading. */
struct reader {
	const uint8_t *at;
	size_t left;
	const char *why;
};

static uint8_t
take(struct reader *r, const char *what)
{
	if (r->why == NULL && r->left == 0)
		r->why = what;
	if (r->why != NULL)
		return 0;
	r->left--;
	return *r->at++;
}

static void
refuse(struct reader *r, const char *why)
{
	if (r->why == NULL)
		r->why = why;
}

/* Digits after the type octet; `digits` semi-octets (9.1.2.3). */
static void
take_digits(struct reader *r, char out[SIM_NUMBER], size_t digits)
{
	static const char signs[] = "0123456789*#abc";
	uint8_t type = take(r, "address without its type");
	size_t used = 0;
	if ((type & 0x80) == 0)
		refuse(r, "type of address lacks its top bit");
	if (digits > 20)
		refuse(r, "address of more than 20 digits");
	if ((type >> 4 & 7) == 1)
		out[used++] = '+';
	for (size_t i = 0; i < digits && r->why == NULL; i += 2) {
		uint8_t pair = take(r, "address runs past the end");
		uint8_t low = pair & 15, high = pair >> 4;
		bool last = i + 1 == digits;
		if (low == 15 || (high == 15) != last)
			refuse(r, "filler in the wrong place of an address");
		else
			out[used++] = signs[low];
		if (r->why == NULL && !last)
			out[used++] = signs[high];
	}
	out[used] = '\0';
}

static void
take_smsc(struct reader *r, char out[SIM_NUMBER])
{
	uint8_t octets = take(r, "service centre missing");
	out[0] = '\0';
	if (octets == 0)
		return;
	if (octets > 11 || octets > r->left) {
		refuse(r, "service centre runs past the end");
		return;
	}
	size_t digits = (octets - 1u) * 2;
	if (octets > 1 && r->at[octets - 1] >> 4 == 15)
		digits--;
	take_digits(r, out, digits);
}

static char
alphabet_of(uint8_t dcs)
{
	unsigned group = dcs >> 4;
	if (group == 15)
		return dcs & 4 ? '8' : '7';
	if (group >= 8)
		return group == 14 ? 'u' : '7';
	return "78u7"[dcs >> 2 & 3];
}

static void
read_element(struct sim_concat *out, const uint8_t *ie)
{
	if (ie[0] == 0x00 && ie[1] == 3)
		*out = (struct sim_concat){ie[2], ie[3], ie[4], false};
	if (ie[0] == 0x08 && ie[1] == 4)
		*out = (struct sim_concat){
		    (unsigned)ie[2] << 8 | ie[3], ie[4], ie[5], true};
}

/* Returns the octets of the header with its length, 0 without one. */
static size_t
read_header(struct reader *r, struct sim_concat *out, const uint8_t *ud,
    size_t ud_octets)
{
	size_t end = ud_octets == 0 ? 1 : 1u + ud[0];
	if (end > ud_octets) {
		refuse(r, "user data header runs past the user data");
		return 0;
	}
	size_t i = 1;
	while (i + 2 <= end && i + 2u + ud[i + 1] <= end) {
		read_element(out, ud + i);
		i += 2u + ud[i + 1];
	}
	if (i != end)
		refuse(r, "header element runs past the header");
	if (out->total != 0 && (out->seq == 0 || out->seq > out->total))
		refuse(r, "part number outside of the series");
	return end;
}

static void
read_text(struct reader *r, struct sim_submit *out, uint8_t udl, size_t header)
{
	const uint8_t *ud = r->at;
	if (out->alphabet == '7') {
		size_t skipped = (header * 8 + 6) / 7;
		if (skipped > udl) {
			refuse(r, "header longer than the user data");
			return;
		}
		uint8_t septets[160];
		unsigned fill = (unsigned)(skipped * 7 - header * 8);
		sim_text_unpack(septets, udl - skipped, ud + header, fill);
		sim_text_from_septets(
		    out->text, sizeof(out->text), septets, udl - skipped);
	} else if (out->alphabet == 'u') {
		if ((udl - header) % 2 != 0)
			refuse(r, "half a UCS-2 character");
		else
			sim_text_from_ucs2(out->text, sizeof(out->text),
			    ud + header, udl - header);
	} else {
		sim_hex_write(out->text, ud + header, udl - header);
	}
}

static void
read_user_data(struct reader *r, struct sim_submit *out, bool udhi)
{
	uint8_t udl = take(r, "user data length missing");
	size_t octets = out->alphabet == '7' ? (udl * 7u + 7) / 8 : udl;
	if (udl > (out->alphabet == '7' ? 160 : SIM_UD_OCTETS))
		refuse(r, "user data longer than one message");
	if (r->why == NULL && octets != r->left)
		refuse(r, octets > r->left ? "user data cut short"
					   : "octets after the user data");
	if (r->why != NULL)
		return;
	size_t header = 0;
	if (udhi)
		header = read_header(r, &out->concat, r->at, octets);
	if (r->why == NULL)
		read_text(r, out, udl, header);
}

/* 9.2.3.12.1 */
static int64_t
relative_ms(uint8_t v)
{
	static const int64_t minute = 60000, day = 86400000;
	if (v <= 143)
		return (v + 1) * 5 * minute;
	if (v <= 167)
		return day / 2 + (v - 143) * 30 * minute;
	return v <= 196 ? (v - 166) * day : (v - 192) * 7 * day;
}

static int
unswapped(uint8_t octet)
{
	return (octet & 15) * 10 + (octet >> 4);
}

/* 9.2.3.12.3: what the low bits of the first octet say of the next ones. */
static int64_t
enhanced_ms(const uint8_t v[7])
{
	switch (v[0] & 7) {
	case 1:
		return relative_ms(v[1]);
	case 2:
		return v[1] * 1000;
	case 3:
		return ((unswapped(v[1]) * 60 + unswapped(v[2])) * 60 +
			   unswapped(v[3])) *
		       1000;
	default:
		return 0;
	}
}

static int64_t
absolute_wall_ms(const uint8_t v[7])
{
	struct tm tm = {.tm_year = 100 + unswapped(v[0]),
	    .tm_mon = unswapped(v[1]) - 1,
	    .tm_mday = unswapped(v[2]),
	    .tm_hour = unswapped(v[3]),
	    .tm_min = unswapped(v[4]),
	    .tm_sec = unswapped(v[5])};
	int quarters = unswapped(v[6] & 0xF7);
	return ((int64_t)timegm(&tm) -
		   (v[6] & 8 ? -quarters : quarters) * 900) *
	       1000;
}

static void
take_validity(struct reader *r, struct sim_submit *out, unsigned format)
{
	static const size_t octets[4] = {0, 7, 1, 7};
	uint8_t v[7] = {0};
	for (size_t i = 0; i < octets[format]; i++)
		v[i] = take(r, "validity period missing");
	if (format == 2)
		out->validity_ms = relative_ms(v[0]);
	else if (format == 1)
		out->validity_ms = enhanced_ms(v);
	else if (format == 3)
		out->until_wall_ms = absolute_wall_ms(v);
}

static void
read_tpdu(struct reader *r, struct sim_submit *out)
{
	uint8_t first = take(r, "empty TPDU");
	if ((first & 3) != 1)
		refuse(r, "not a SUBMIT");
	out->reject_repeats = first & 4;
	out->report = first & 0x20;
	out->mr = take(r, "message reference missing");
	uint8_t digits = take(r, "recipient missing");
	if (digits == 0)
		refuse(r, "recipient without digits");
	take_digits(r, out->to, digits);
	out->pid = take(r, "protocol identifier missing");
	out->dcs = take(r, "coding scheme missing");
	if ((out->dcs >> 6) <= 1 && (out->dcs & 0x20))
		refuse(r, "compressed user data");
	out->alphabet = alphabet_of(out->dcs);
	take_validity(r, out, first >> 3 & 3);
	read_user_data(r, out, first & 0x40);
}

int
sim_pdu_read_submit(struct sim_submit *out, const char *hex, size_t chars,
    size_t announced, const char **why)
{
	uint8_t octets[SIM_TPDU_OCTETS + 12];
	int n = sim_hex_read(octets, sizeof(octets), hex, chars);
	struct reader r = {octets, n < 0 ? 0 : (size_t)n, NULL};
	*out = (struct sim_submit){0};
	if (n < 0)
		refuse(&r, "not hexadecimal, or too long");
	take_smsc(&r, out->smsc);
	if (r.why == NULL && r.left != announced)
		refuse(&r, "announced length does not fit");
	if (r.why == NULL)
		read_tpdu(&r, out);
	*why = r.why;
	return r.why == NULL ? 0 : -1;
}

/* --- writing --- */

static void
put(struct sim_tpdu *out, uint8_t octet)
{
	if (out->octets < SIM_TPDU_OCTETS)
		out->at[out->octets++] = octet;
}

static uint8_t
semi_octet(char c)
{
	static const char signs[] = "0123456789*#abc";
	const char *at = memchr(signs, c, 15);
	return at == NULL ? 0 : (uint8_t)(at - signs);
}

static void
put_digits(struct sim_tpdu *out, const char *digits)
{
	for (size_t i = 0; digits[i] != '\0'; i += 2) {
		uint8_t high =
		    digits[i + 1] == '\0' ? 15 : semi_octet(digits[i + 1]);
		put(out, (uint8_t)(high << 4 | semi_octet(digits[i])));
		if (digits[i + 1] == '\0')
			return;
	}
}

static void
put_letters(struct sim_tpdu *out, const char *name)
{
	uint8_t septets[11], packed[11];
	int n = sim_text_to_septets(septets, sizeof(septets), name);
	size_t count = n < 0 ? 0 : (size_t)n;
	size_t octets = sim_text_pack(packed, septets, count, 0);
	put(out, (uint8_t)((count * 7 + 3) / 4));
	put(out, 0xD0);
	for (size_t i = 0; i < octets; i++)
		put(out, packed[i]);
}

static void
put_address(struct sim_tpdu *out, const char *number)
{
	const char *digits = number + (number[0] == '+');
	if (strspn(digits, "0123456789*#") != strlen(digits)) {
		put_letters(out, number);
		return;
	}
	char cut[21];
	sim_copy(cut, sizeof(cut), digits);
	put(out, (uint8_t)strlen(cut));
	put(out, number[0] == '+' ? 0x91 : 0x81);
	put_digits(out, cut);
}

static uint8_t
swapped(int n)
{
	return (uint8_t)((n % 10) << 4 | n / 10);
}

static void
put_stamp(struct sim_tpdu *out, int64_t wall_ms, int quarters)
{
	time_t local = (time_t)(wall_ms / 1000 + quarters * 900);
	struct tm tm;
	gmtime_r(&local, &tm);
	int fields[6] = {tm.tm_year % 100, tm.tm_mon + 1, tm.tm_mday,
	    tm.tm_hour, tm.tm_min, tm.tm_sec};
	for (int i = 0; i < 6; i++)
		put(out, swapped(fields[i]));
	uint8_t zone = swapped(quarters < 0 ? -quarters : quarters);
	put(out, quarters < 0 ? zone | 0x08 : zone);
}

void
sim_pdu_deliver(struct sim_tpdu *out, const struct sim_deliver *head,
    const struct sim_part *part)
{
	uint8_t dcs = part->dcs;
	if (head->message_class >= 0)
		dcs |= (uint8_t)(0x10 | head->message_class);
	*out = (struct sim_tpdu){0};
	put(out, (uint8_t)((head->more ? 0 : 4) | (part->udhi ? 0x40 : 0)));
	put_address(out, head->from);
	put(out, head->pid);
	put(out, dcs);
	put_stamp(out, head->wall_ms, head->zone_quarters);
	put(out, part->udl);
	for (size_t i = 0; i < part->ud_octets; i++)
		put(out, part->ud[i]);
}

void
sim_pdu_report(struct sim_tpdu *out, const struct sim_report *report)
{
	*out = (struct sim_tpdu){0};
	put(out, 0x06);
	put(out, report->mr);
	put_address(out, report->to);
	put_stamp(out, report->sent_wall_ms, report->zone_quarters);
	put_stamp(out, report->done_wall_ms, report->zone_quarters);
	put(out, report->status);
}

void
sim_pdu_print(
    char hex[SIM_PDU_HEX], const char *smsc, const struct sim_tpdu *tpdu)
{
	struct sim_tpdu centre = {0};
	char digits[21];
	sim_copy(digits, sizeof(digits), smsc + (smsc[0] == '+'));
	size_t count = strlen(digits);
	put(&centre, count == 0 ? 0 : (uint8_t)(1 + (count + 1) / 2));
	if (count > 0) {
		put(&centre, smsc[0] == '+' ? 0x91 : 0x81);
		put_digits(&centre, digits);
	}
	sim_hex_write(hex, centre.at, centre.octets);
	sim_hex_write(hex + 2 * centre.octets, tpdu->at, tpdu->octets);
}

/* --- cutting --- */

static void
write_part(struct sim_part *out, const uint8_t *units, size_t count, bool wide,
    const uint8_t header[6])
{
	size_t head = header == NULL ? 0 : 6;
	*out = (struct sim_part){.udhi = header != NULL};
	out->dcs = wide ? 8 : 0;
	if (head > 0)
		memcpy(out->ud, header, head);
	if (wide) {
		memcpy(out->ud + head, units, count);
		out->ud_octets = head + count;
		out->udl = (uint8_t)out->ud_octets;
		return;
	}
	/* Six octets of header are 48 bits: one fill bit to the septet. */
	unsigned fill = head > 0 ? 1 : 0;
	out->ud_octets =
	    head + sim_text_pack(out->ud + head, units, count, fill);
	out->udl = (uint8_t)(count + (head > 0 ? 7 : 0));
}

/* How much of units[0..left) one part may take without breaking a pair. */
static size_t
whole(const uint8_t *units, size_t left, size_t most, bool wide)
{
	if (left <= most)
		return left;
	if (wide && (units[most - 2] & 0xFC) == 0xD8)
		return most - 2;
	if (!wide && units[most - 1] == 0x1B)
		return most - 1;
	return most;
}

static int
cut(struct sim_part *parts, size_t room, const uint8_t *units, size_t count,
    bool wide, uint8_t ref)
{
	size_t single = wide ? 140 : 160, most = wide ? 134 : 153, total = 0;
	if (count <= single) {
		write_part(&parts[0], units, count, wide, NULL);
		return 1;
	}
	for (size_t i = 0; i < count; total++)
		i += whole(units + i, count - i, most, wide);
	if (total > room)
		return -1;
	for (size_t seq = 0, i = 0; seq < total; seq++) {
		uint8_t header[6] = {
		    5, 0, 3, ref, (uint8_t)total, (uint8_t)(seq + 1)};
		size_t n = whole(units + i, count - i, most, wide);
		write_part(&parts[seq], units + i, n, wide, header);
		i += n;
	}
	return (int)total;
}

int
sim_pdu_split(
    struct sim_part *parts, size_t room, const char *utf8, uint8_t ref)
{
	uint8_t units[SIM_PARTS * 153];
	bool wide = false;
	int n = sim_text_to_septets(units, sizeof(units), utf8);
	if (n < 0) {
		wide = true;
		n = sim_text_to_ucs2(units, sizeof(units), utf8);
	}
	if (n < 0 || room == 0)
		return -1;
	return cut(parts, room, units, (size_t)n, wide, ref);
}
