#include "gateway/queue/credit_read.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/panic.h"
#include "base/str.h"

/* -- patterns ------------------------------------------------------------- */

struct credit_pattern {
	regex_t regex;
};

struct credit_pattern *
credit_pattern_new(const char *pattern, struct err *err)
{
	char why[120];
	err_clear(err);
	if (pattern[0] == '\0')
		return NULL;
	struct credit_pattern *p = xcalloc(1, sizeof(*p));
	int rc = regcomp(&p->regex, pattern, REG_EXTENDED | REG_ICASE);
	if (rc != 0) {
		regerror(rc, &p->regex, why, sizeof(why));
		free(p);
		err_set(err, CREDIT_READ_SYNTAX, 0, "%s", why);
		return NULL;
	}
	if (p->regex.re_nsub != 1) {
		err_set(err, CREDIT_READ_GROUPS, 0,
		    "it has %zu groups in brackets; one is to hold the value",
		    p->regex.re_nsub);
		credit_pattern_free(&p);
	}
	return p;
}

void
credit_pattern_free(struct credit_pattern **pattern)
{
	if (*pattern != NULL)
		regfree(&(*pattern)->regex);
	free(*pattern);
	*pattern = NULL;
}

bool
credit_pattern_find(const struct credit_pattern *pattern, const char *text,
    struct str *group_out)
{
	regmatch_t found[2];
	*group_out = STR("");
	if (regexec(&pattern->regex, text, 2, found, 0) != 0 ||
	    found[1].rm_so < 0 || found[1].rm_eo <= found[1].rm_so)
		return false;
	*group_out = str_of(
	    text + found[1].rm_so, (size_t)(found[1].rm_eo - found[1].rm_so));
	return true;
}

/* -- plain digits --------------------------------------------------------- */

/* Into ASCII digits and marks: Arabic, Persian, Hindi and full-width digits,
 * Arabic decimal and thousands marks, no-break blanks, the real minus. */
static size_t
plain(char *dst, size_t dst_octets, struct str text)
{
	static const struct {
		const char *from;
		char first;
		int count;
	} rows[] = {{"\331\240", '0', 10}, /* U+0660 */
	    {"\333\260", '0', 10}, /* U+06F0 */
	    {"\340\245\246", '0', 10}, /* U+0966 */
	    {"\340\247\246", '0', 10}, /* U+09E6 */
	    {"\357\274\220", '0', 10}, /* U+FF10 */
	    {"\331\253", '.', 1}, {"\331\254", ',', 1}, {"\302\240", ' ', 1},
	    {"\342\200\257", ' ', 1}, {"\342\210\222", '-', 1},
	    {"\342\200\231", '\'', 1}};
	size_t n = 0;
	for (size_t i = 0; i < text.octets && n + 1 < dst_octets;) {
		size_t used = 1;
		char c = text.at[i];
		for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++) {
			size_t octets = strlen(rows[r].from);
			if (i + octets > text.octets ||
			    memcmp(text.at + i, rows[r].from, octets - 1) != 0)
				continue;
			int step = (unsigned char)text.at[i + octets - 1] -
				   (unsigned char)rows[r].from[octets - 1];
			if (step < 0 || step >= rows[r].count)
				continue;
			c = (char)(rows[r].first + step);
			used = octets;
			break;
		}
		dst[n++] = c;
		i += used;
	}
	dst[n] = '\0';
	return n;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* -- amounts -------------------------------------------------------------- */

#define DIGITS_MAX 15
#define MARKS_MAX 8

struct number {
	char digits[DIGITS_MAX + 1];
	int count;
	char marks[MARKS_MAX]; /* '.', ',', ' ' or '\'' */
	int before[MARKS_MAX]; /* digits in front of it */
	int marks_count;
	bool negative;
};

/* The only number of the text; two of them are one too many. */
static bool
scan(struct number *n, const char *s)
{
	const char *first = strpbrk(s, "0123456789");
	memset(n, 0, sizeof(*n));
	if (first == NULL)
		return false;
	for (const char *c = s; c < first; c++) {
		n->negative |= *c == '-';
		if ((*c == '.' || *c == ',') && c + 1 == first && c == s)
			return false; /* ".50": its front was cut off */
	}
	for (; *first != '\0'; first++) {
		if (is_digit(*first)) {
			if (n->count == DIGITS_MAX)
				return false;
			n->digits[n->count++] = *first;
		} else if (strchr("., '", *first) != NULL &&
			   is_digit(first[1])) {
			if (n->marks_count == MARKS_MAX)
				return false;
			n->marks[n->marks_count] = *first;
			n->before[n->marks_count++] = n->count;
		} else {
			break;
		}
	}
	return strpbrk(first, "0123456789") == NULL;
}

/* All marks up to `count` part thousands (or lakhs): groups of two or three,
 * three at the end. */
static bool
parts_thousands(const struct number *n, int count, int end)
{
	for (int i = 0; i < count; i++) {
		int next = i + 1 < count ? n->before[i + 1] : end;
		int group = next - n->before[i];
		if (n->marks[i] != n->marks[0] || n->before[i] == 0 ||
		    (i + 1 == count ? group != 3 : group != 3 && group != 2))
			return false;
	}
	return count == 0 || (n->before[0] <= 3 && n->digits[0] != '0');
}

/* Digits in front of the decimal mark; -1: it cannot be told. */
static int
whole_digits(const struct number *n, int places)
{
	int last = n->marks_count - 1;
	if (last < 0)
		return n->count;
	char mark = n->marks[last];
	int behind = n->count - n->before[last];
	bool decimal = mark == '.' || mark == ',';
	bool thousands = parts_thousands(n, n->marks_count, n->count);
	bool both = last > 0 && n->marks[last - 1] != mark;
	if (both)
		return decimal && parts_thousands(n, last, n->before[last])
			   ? n->before[last]
			   : -1;
	if (last > 0 || !decimal)
		return thousands ? n->count : -1;
	if (behind != 3 || !thousands)
		return n->before[last];
	/* "1,234": thousands, unless the coin has thousandths. */
	return places < 3 ? n->count : -1;
}

bool
credit_read_amount(int64_t *minor_out, struct str text, int places)
{
	char s[96];
	struct number n;
	*minor_out = 0;
	plain(s, sizeof(s), text);
	if (text.octets >= sizeof(s) || !scan(&n, s))
		return false;
	int whole = whole_digits(&n, places);
	if (whole <= 0)
		return false;
	int64_t minor = 0;
	for (int i = 0; i < whole + places; i++) {
		int64_t digit = i < n.count ? n.digits[i] - '0' : 0;
		if (minor > (INT64_MAX - 9) / 10)
			return false;
		minor = minor * 10 + digit;
	}
	*minor_out = n.negative ? -minor : minor;
	return true;
}

/* -- days ----------------------------------------------------------------- */

/* English, French, Spanish, Portuguese, Swahili: how their months begin. */
static int
month_of(const char *s, size_t letters)
{
	static const struct {
		const char *begin;
		int month;
	} months[] = {{"jan", 1}, {"ene", 1}, {"feb", 2}, {"fev", 2},
	    {"f\303\251v", 2}, {"mar", 3}, {"apr", 4}, {"avr", 4}, {"abr", 4},
	    {"may", 5}, {"mai", 5}, {"mei", 5}, {"juin", 6}, {"jun", 6},
	    {"juil", 7}, {"jul", 7}, {"aug", 8}, {"ao\303\273", 8}, {"aou", 8},
	    {"ago", 8}, {"sep", 9}, {"set", 9}, {"oct", 10}, {"okt", 10},
	    {"out", 10}, {"nov", 11}, {"dec", 12}, {"d\303\251c", 12},
	    {"dic", 12}, {"dez", 12}, {"des", 12}};
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
		if (letters >= strlen(months[i].begin) &&
		    str_starts_nocase(str_of(s, letters), months[i].begin))
			return months[i].month;
	return 0;
}

struct field {
	int value, digits; /* digits 0: a month's name */
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

static const char *
skip_between(const char *s)
{
	static const char *const words[] = {
	    "\345\271\264", "\346\234\210", "de "};
	s += strspn(s, "/-., ");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return s + strlen(words[i]);
	return s;
}

/* Of at most eight digits, so it fits. */
static int
number_of(const char *s, size_t digits)
{
	int64_t value = 0;
	return str_to_int64(&value, str_of(s, digits)) ? (int)value : 0;
}

/* One field at the front of *s; false: neither digits nor a month. */
static bool
take_field(struct field *out, const char **s)
{
	size_t digits = strspn(*s, "0123456789"), letters = 0;
	*out = (struct field){0};
	if (digits > 0) {
		if (digits > 8)
			return false;
		out->value = number_of(*s, digits);
		out->digits = (int)digits;
		*s += digits;
		/* "31st" */
		if (is_letter(**s) && strchr("snrt", **s) != NULL &&
		    (*s)[1] != '\0' && !is_letter((*s)[2]))
			*s += 2;
	} else {
		while (is_letter((*s)[letters]))
			letters++;
		out->value = month_of(*s, letters);
		*s += letters;
	}
	*s = skip_between(*s);
	return out->value > 0;
}

static bool
is_day(struct credit_day *d)
{
	if (d->year < 100)
		d->year += 2000;
	return d->year >= 2000 && d->year < 2200 &&
	       clock_from_civil(d->year, d->month, d->day, 0, 0, 0) !=
		   INT64_MIN;
}

static bool
from_fields(struct credit_day *out, const struct field f[3])
{
	bool year_first = f[0].digits == 4;
	bool year_last = f[2].digits == 4 || f[2].digits == 2;
	if (year_first && f[1].digits <= 2 && f[2].digits <= 2 &&
	    f[2].digits > 0)
		*out = (struct credit_day){f[0].value, f[1].value, f[2].value};
	else if (f[0].digits == 0 && f[1].digits <= 2 && f[1].digits > 0 &&
		 year_last)
		*out = (struct credit_day){f[2].value, f[0].value, f[1].value};
	else if (f[0].digits > 2 || f[1].digits > 2 || !year_last)
		return false;
	else if (f[1].digits > 0 && f[1].value > 12)
		*out = (struct credit_day){f[2].value, f[0].value, f[1].value};
	else
		*out = (struct credit_day){f[2].value, f[1].value, f[0].value};
	return is_day(out);
}

static bool
day_at(struct credit_day *out, const char *s)
{
	struct field f[3] = {{0, 0}, {0, 0}, {0, 0}};
	const char *at = s;
	if (strspn(s, "0123456789") == 8) {
		int n = number_of(s, 8);
		*out = (struct credit_day){n / 10000, n / 100 % 100, n % 100};
		if (is_day(out))
			return true;
		*out = (struct credit_day){
		    n % 10000, n / 10000 % 100, n / 1000000};
		return is_day(out);
	}
	for (int i = 0; i < 3; i++)
		if (!take_field(&f[i], &at))
			return false;
	return from_fields(out, f);
}

bool
credit_read_day(struct credit_day *out, struct str text)
{
	char s[256];
	plain(s, sizeof(s), text);
	bool inside = false; /* a number or a word */
	for (const char *at = s; *at != '\0'; at++) {
		bool part = is_digit(*at) || is_letter(*at);
		if (part && !inside && day_at(out, at))
			return true;
		inside = part;
	}
	*out = (struct credit_day){0};
	return false;
}
