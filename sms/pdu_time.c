#include "sms/pdu_time.h"

#include <string.h>

#define ZONE_NEGATIVE 0x08u
#define QUARTER_MINUTES 15
#define MINUTE_S 60
#define HOUR_S 3600
#define DAY_S 86400
#define WEEK_S (7 * DAY_S)

/* Tens in the low half, units in the high one; -1 when one is no digit. */
static int
decode_two(uint8_t octet)
{
	int tens = octet & 0xF, units = octet >> 4;
	return tens > 9 || units > 9 ? -1 : tens * 10 + units;
}

static uint8_t
encode_two(int value)
{
	return (uint8_t)(value / 10 % 10 | value % 10 << 4);
}

/* All years here are 2000..2099, where each fourth is a leap year. */
static int
days_of_month(int year, int month)
{
	static const uint8_t days[12] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0);
}

static bool
is_date(int year, int month, int day)
{
	return year >= 2000 && year <= 2099 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= days_of_month(year, month);
}

struct pdu_stamp
pdu_time_decode(const uint8_t src[PDU_TIME_OCTETS])
{
	struct pdu_stamp none = {.valid = false};
	int field[PDU_TIME_OCTETS];
	for (size_t i = 0; i < PDU_TIME_OCTETS; i++) {
		/* The sign must go before the zone is read as digits. */
		uint8_t octet = src[i];
		if (i == PDU_TIME_OCTETS - 1)
			octet &= (uint8_t)~ZONE_NEGATIVE;
		field[i] = decode_two(octet);
		if (field[i] < 0)
			return none;
	}
	if (!is_date(2000 + field[0], field[1], field[2]) || field[3] > 23 ||
	    field[4] > 59 || field[5] > 59)
		return none;
	int zone = field[6] * QUARTER_MINUTES;
	bool negative = (src[6] & ZONE_NEGATIVE) != 0;
	return (struct pdu_stamp){
	    .valid = true,
	    .year = (int16_t)(2000 + field[0]),
	    .month = (uint8_t)field[1],
	    .day = (uint8_t)field[2],
	    .hour = (uint8_t)field[3],
	    .minute = (uint8_t)field[4],
	    .second = (uint8_t)field[5],
	    .zone_minutes = (int16_t)(negative ? -zone : zone),
	};
}

void
pdu_time_encode(uint8_t dst[PDU_TIME_OCTETS], const struct pdu_stamp *stamp)
{
	memset(dst, 0, PDU_TIME_OCTETS);
	if (!stamp->valid)
		return;
	int zone = stamp->zone_minutes / QUARTER_MINUTES;
	dst[0] = encode_two(stamp->year);
	dst[1] = encode_two(stamp->month);
	dst[2] = encode_two(stamp->day);
	dst[3] = encode_two(stamp->hour);
	dst[4] = encode_two(stamp->minute);
	dst[5] = encode_two(stamp->second);
	dst[6] = encode_two(zone < 0 ? -zone : zone);
	if (zone < 0)
		dst[6] |= ZONE_NEGATIVE;
}

/* Days from 1970-01-01 to 1 January of a year 2000..2100. */
static int64_t
days_to_year(int year)
{
	int since = year - 2000;
	return 10957 + 365 * (int64_t)since + (since + 3) / 4;
}

int64_t
pdu_time_unix_s(const struct pdu_stamp *stamp)
{
	if (!stamp->valid || !is_date(stamp->year, stamp->month, stamp->day))
		return 0;
	int64_t days = days_to_year(stamp->year) + stamp->day - 1;
	for (int month = 1; month < stamp->month; month++)
		days += days_of_month(stamp->year, month);
	return days * DAY_S + stamp->hour * HOUR_S + stamp->minute * MINUTE_S +
	       stamp->second - (int64_t)stamp->zone_minutes * MINUTE_S;
}

struct pdu_stamp
pdu_time_from_unix_s(int64_t unix_s, int zone_minutes)
{
	struct pdu_stamp stamp = {.valid = false};
	int64_t first = days_to_year(2000) * DAY_S;
	int64_t behind = days_to_year(2100) * DAY_S;
	if (zone_minutes % QUARTER_MINUTES != 0 || zone_minutes <= -1200 ||
	    zone_minutes >= 1200 || unix_s < first - DAY_S ||
	    unix_s > behind + DAY_S)
		return stamp;
	int64_t local_s = unix_s + (int64_t)zone_minutes * MINUTE_S;
	if (local_s < first || local_s >= behind)
		return stamp;
	int64_t days = local_s / DAY_S, rest_s = local_s % DAY_S;
	int year = 2000, month = 1;
	while (days_to_year(year + 1) <= days)
		year++;
	days -= days_to_year(year);
	for (; days >= days_of_month(year, month); month++)
		days -= days_of_month(year, month);
	stamp.valid = true;
	stamp.year = (int16_t)year;
	stamp.month = (uint8_t)month;
	stamp.day = (uint8_t)(days + 1);
	stamp.hour = (uint8_t)(rest_s / HOUR_S);
	stamp.minute = (uint8_t)(rest_s % HOUR_S / MINUTE_S);
	stamp.second = (uint8_t)(rest_s % MINUTE_S);
	stamp.zone_minutes = (int16_t)zone_minutes;
	return stamp;
}

static char *
put_two(char *at, int value, char after)
{
	*at++ = (char)('0' + value / 10 % 10);
	*at++ = (char)('0' + value % 10);
	*at++ = after;
	return at;
}

/* By hand: this runs once for each message that `furrow pdu` prints. */
char *
pdu_time_text(char dst[PDU_TIME_TEXT_OCTETS], const struct pdu_stamp *stamp)
{
	dst[0] = '\0';
	if (!stamp->valid)
		return dst;
	int zone = stamp->zone_minutes;
	bool negative = zone < 0;
	if (negative)
		zone = -zone;
	char *at = dst;
	*at++ = '2'; /* all our years are 20yy */
	*at++ = '0';
	at = put_two(at, stamp->year % 100, '-');
	at = put_two(at, stamp->month, '-');
	at = put_two(at, stamp->day, 'T');
	at = put_two(at, stamp->hour, ':');
	at = put_two(at, stamp->minute, ':');
	at = put_two(at, stamp->second, negative ? '-' : '+');
	at = put_two(at, zone / 60, ':');
	put_two(at, zone % 60, '\0');
	return dst;
}

/* digits of text from at on as a number, -1 when one is no digit. */
static int
read_digits(struct str text, size_t at, size_t digits)
{
	int value = 0;
	for (size_t i = at; i < at + digits; i++) {
		if (i >= text.octets || text.at[i] < '0' || text.at[i] > '9')
			return -1;
		value = value * 10 + (text.at[i] - '0');
	}
	return value;
}

/* "+02:00", "-03:30", "Z" -> minutes; false for all else. */
static bool
read_zone(int *minutes_out, struct str zone)
{
	*minutes_out = 0;
	if (str_is(zone, "Z") || str_is(zone, "z"))
		return true;
	int hours = read_digits(zone, 1, 2), minutes = read_digits(zone, 4, 2);
	if (zone.octets != 6 || zone.at[3] != ':' || hours < 0 || minutes < 0 ||
	    minutes > 59 || (zone.at[0] != '+' && zone.at[0] != '-'))
		return false;
	*minutes_out = hours * 60 + minutes;
	if (zone.at[0] == '-')
		*minutes_out = -*minutes_out;
	return true;
}

bool
pdu_time_from_text(struct pdu_stamp *out, struct str text)
{
	static const char marks[] = "....-..-..T..:..:..";
	static const uint8_t places[] = {0, 5, 8, 11, 14, 17};
	static const uint8_t tops[] = {0, 12, 31, 23, 59, 59};
	int field[6], zone;
	memset(out, 0, sizeof(*out));
	if (text.octets < sizeof(marks))
		return false;
	for (size_t i = 0; i + 1 < sizeof(marks); i++)
		if (marks[i] != '.' && text.at[i] != marks[i])
			return false;
	for (size_t i = 0; i < 6; i++) {
		field[i] = read_digits(text, places[i], i == 0 ? 4 : 2);
		if (field[i] < 0 || (i > 0 && field[i] > tops[i]))
			return false;
	}
	text = str_of(
	    text.at + sizeof(marks) - 1, text.octets - (sizeof(marks) - 1));
	if (!read_zone(&zone, text) || zone % QUARTER_MINUTES != 0 ||
	    zone <= -1200 || zone >= 1200 ||
	    !is_date(field[0], field[1], field[2]))
		return false;
	*out = (struct pdu_stamp){
	    .valid = true,
	    .year = (int16_t)field[0],
	    .month = (uint8_t)field[1],
	    .day = (uint8_t)field[2],
	    .hour = (uint8_t)field[3],
	    .minute = (uint8_t)field[4],
	    .second = (uint8_t)field[5],
	    .zone_minutes = (int16_t)zone,
	};
	return true;
}

int64_t
pdu_time_relative_s(uint8_t octet)
{
	if (octet <= 143)
		return (octet + 1) * (int64_t)(5 * MINUTE_S);
	if (octet <= 167)
		return 12 * HOUR_S + (octet - 143) * (int64_t)(30 * MINUTE_S);
	if (octet <= 196)
		return (octet - 166) * (int64_t)DAY_S;
	return (octet - 192) * (int64_t)WEEK_S;
}

uint8_t
pdu_time_relative_from_minutes(int64_t minutes)
{
	unsigned octet = 0;
	while (octet < 255 &&
	       pdu_time_relative_s((uint8_t)octet) / MINUTE_S < minutes)
		octet++;
	return (uint8_t)octet;
}

/* 9.2.3.12.3.  The indicator may be longer than one octet; what stands behind
 * it is the period, in the form that its first octet names. */
static void
decode_enhanced(struct pdu_validity *out, const uint8_t *field)
{
	size_t at = 0;
	out->single_shot = (field[0] & 0x40) != 0;
	while (at < PDU_TIME_OCTETS && (field[at] & 0x80) != 0)
		at++;
	at++;
	size_t left = at < PDU_TIME_OCTETS ? PDU_TIME_OCTETS - at : 0;
	switch (field[0] & 7) {
	case 1:
		if (left >= 1)
			out->for_s = pdu_time_relative_s(field[at]);
		break;
	case 2:
		if (left >= 1)
			out->for_s = field[at];
		break;
	case 3:
		if (left >= 3) {
			int hours = decode_two(field[at]);
			int minutes = decode_two(field[at + 1]);
			int seconds = decode_two(field[at + 2]);
			if (hours >= 0 && minutes >= 0 && seconds >= 0)
				out->for_s = hours * HOUR_S +
					     minutes * MINUTE_S + seconds;
		}
		break;
	default: /* 0: no period, 4..7: reserved */
		break;
	}
}

/* Seconds in an octet where they fit, hours to seconds in digits where these
 * do, else the octet of the relative form. */
static void
encode_enhanced(
    uint8_t dst[PDU_TIME_OCTETS], const struct pdu_validity *validity)
{
	int64_t s = validity->for_s;
	dst[0] = validity->single_shot ? 0x40 : 0;
	if (s <= 0)
		return;
	if (s <= 255) {
		dst[0] |= 2;
		dst[1] = (uint8_t)s;
	} else if (s < 100 * HOUR_S) {
		dst[0] |= 3;
		dst[1] = encode_two((int)(s / HOUR_S));
		dst[2] = encode_two((int)(s / MINUTE_S % 60));
		dst[3] = encode_two((int)(s % MINUTE_S));
	} else {
		dst[0] |= 1;
		dst[1] = pdu_time_relative_from_minutes(
		    (s + MINUTE_S - 1) / MINUTE_S);
	}
}

size_t
pdu_time_validity_encode(
    uint8_t dst[PDU_VALIDITY_OCTETS], const struct pdu_validity *validity)
{
	memset(dst, 0, PDU_VALIDITY_OCTETS);
	switch (validity->form) {
	case PDU_VALIDITY_NONE:
		return 0;
	case PDU_VALIDITY_RELATIVE:
		dst[0] = pdu_time_relative_from_minutes(
		    (validity->for_s + MINUTE_S - 1) / MINUTE_S);
		return 1;
	case PDU_VALIDITY_ENHANCED:
		encode_enhanced(dst, validity);
		return PDU_TIME_OCTETS;
	case PDU_VALIDITY_ABSOLUTE:
		pdu_time_encode(dst, &validity->until);
		return PDU_TIME_OCTETS;
	}
	return 0;
}

int
pdu_time_validity_decode(struct pdu_validity *out, enum pdu_validity_form form,
    struct span pdu, size_t *at_octet, struct err *err)
{
	static const uint8_t field_octets[4] = {
	    [PDU_VALIDITY_RELATIVE] = 1,
	    [PDU_VALIDITY_ENHANCED] = PDU_TIME_OCTETS,
	    [PDU_VALIDITY_ABSOLUTE] = PDU_TIME_OCTETS,
	};
	size_t octets = field_octets[form];
	memset(out, 0, sizeof(*out));
	if (*at_octet > pdu.octets || octets > pdu.octets - *at_octet)
		return err_set(
		    err, PDU_SHORT, pdu.octets, "validity period is missing");
	const uint8_t *field = pdu.at + *at_octet;
	out->form = form;
	switch (form) {
	case PDU_VALIDITY_NONE:
		break;
	case PDU_VALIDITY_RELATIVE:
		out->for_s = pdu_time_relative_s(field[0]);
		break;
	case PDU_VALIDITY_ENHANCED:
		decode_enhanced(out, field);
		break;
	case PDU_VALIDITY_ABSOLUTE:
		out->until = pdu_time_decode(field);
		break;
	}
	*at_octet += octets;
	return 0;
}
