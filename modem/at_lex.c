#include "modem/at_lex.h"

#include <string.h>

struct scan {
	const char *at;
	size_t from, end, octets; /* the line is [from, end) */
	unsigned hints;
	bool joining;
};

static bool
is_break(char c)
{
	return c == '\r' || c == '\n';
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
	       (c >= 'a' && c <= 'f');
}

/* Controls are never part of an answer, and octets beyond ASCII only stand in
 * quotes: anything else came from a bad wire or a wrong speed.  A +CUSD text
 * may be in the GSM alphabet, where they are letters: '@' is 0x00. */
static bool
is_noise(char c, bool quoted, bool gsm)
{
	unsigned char u = (unsigned char)c;
	if (quoted && gsm)
		return false;
	return (u < 0x20 && u != '\t') || u == 0x7F || u == 0xFF ||
	       (u > 0x7F && !quoted);
}

static bool
is_ussd(const struct scan *s, size_t end)
{
	static const char ussd[] = "+CUSD:";
	return end - s->from > sizeof(ussd) &&
	       memcmp(s->at + s->from, ussd, sizeof(ussd) - 1) == 0;
}

static bool
may_join(const struct scan *s, size_t at)
{
	return (s->hints & AT_LEX_IMPATIENT) == 0 &&
	       at - s->from < AT_LEX_JOIN_OCTETS && is_ussd(s, at);
}

enum ending { END_NONE, END_BREAK, END_PROMPT, END_LONG };

/* Where the line that starts at s->from ends. */
static enum ending
find_end(struct scan *s)
{
	bool quoted = false;
	for (size_t i = s->from; i < s->octets; i++) {
		char c = s->at[i];
		s->end = i;
		if (i - s->from >= AT_LEX_LINE_OCTETS)
			return END_LONG;
		if (is_break(c) && !(quoted && may_join(s, i)))
			return END_BREAK;
		s->joining = quoted && (s->joining || is_break(c));
		if (c == '"')
			quoted = !quoted;
		if (c == '>' && !quoted && (s->hints & AT_LEX_WANT_PROMPT) != 0)
			return END_PROMPT;
	}
	s->end = s->octets;
	return END_NONE;
}

/* "+CMTI:", "^RSSI:", "+CMS ERROR:" at that place? */
static bool
is_header(const char *at, size_t octets)
{
	size_t letters = 0, i = 1;
	if (octets < 5 || (at[0] != '+' && at[0] != '^'))
		return false;
	for (; i < octets && at[i] != ':'; i++) {
		if (at[i] >= 'A' && at[i] <= 'Z')
			letters++;
		else if (at[i] != ' ' && !(at[i] >= '0' && at[i] <= '9'))
			return false;
	}
	return i < octets && letters >= 3 && letters < 16;
}

/* Some firmwares write an unsolicited line right behind the one before, and a
 * lost line end does the same: the line ends where the next header starts. */
static size_t
glue_of_header(const struct scan *s)
{
	bool quoted = false;
	for (size_t i = s->from; i < s->end; i++) {
		if (s->at[i] == '"')
			quoted = !quoted;
		if (i > s->from && !quoted && is_header(s->at + i, s->end - i))
			return i;
	}
	return s->end;
}

/* "...3A00OK" behind a PDU, "+CMGS: 12OK": the final result was glued on. */
static size_t
glue_of_ok(const struct scan *s)
{
	size_t octets = s->end - s->from;
	const char *line = s->at + s->from;
	if (octets < 4 || memcmp(line + octets - 2, "OK", 2) != 0)
		return s->end;
	char before = line[octets - 3];
	if (line[0] == '+')
		return (before >= '0' && before <= '9') || before == '"'
			   ? s->end - 2
			   : s->end;
	if ((s->hints & AT_LEX_WANT_PDU) == 0)
		return s->end;
	for (size_t i = 0; i < octets - 2; i++)
		if (!is_hex(line[i]))
			return s->end;
	return s->end - 2;
}

static void
copy_line(struct at_lex_item *item, const struct scan *s)
{
	size_t n = 0;
	bool quoted = false, gsm = is_ussd(s, s->end);
	for (size_t i = s->from; i < s->end; i++) {
		char c = s->at[i];
		if (c == '\r' && i + 1 < s->end && s->at[i + 1] == '\n')
			continue;
		if (is_break(c))
			c = '\n';
		else if (is_noise(c, quoted, gsm))
			continue;
		if (c == '"')
			quoted = !quoted;
		item->bytes[n++] = c;
	}
	item->text = str_trim(str_of(item->bytes, n));
}

static enum at_lex_kind
kind_of(struct str line, unsigned hints)
{
	if ((hints & AT_LEX_WANT_PDU) == 0 || line.octets % 2 != 0)
		return AT_LEX_LINE;
	for (size_t i = 0; i < line.octets; i++)
		if (!is_hex(line.at[i]))
			return AT_LEX_LINE;
	return AT_LEX_PDU;
}

static size_t
skip_blank(const char *at, size_t from, size_t octets)
{
	while (from < octets && (at[from] == ' ' || at[from] == '\t' ||
				    is_noise(at[from], false, false)))
		from++;
	return from;
}

int
at_lex_next(
    struct at_lex_item *item, struct span in, unsigned hints, size_t *used_out)
{
	struct scan s = {
	    .at = (const char *)in.at, .octets = in.octets, .hints = hints};
	item->joining = false;
	for (;;) {
		s.from = skip_blank(s.at, s.end, s.octets);
		s.joining = false;
		enum ending ending = find_end(&s);
		*used_out = ending == END_NONE ? s.from : s.end;
		item->joining = s.joining && ending == END_NONE;
		if (ending == END_NONE)
			return 0;
		if (ending == END_LONG)
			return AT_LEX_LONG;
		if (ending == END_PROMPT && s.end == s.from) {
			*used_out = s.end + 1;
			item->kind = AT_LEX_PROMPT;
			item->text = str_of(item->bytes, 0);
			return 1;
		}
		s.end = glue_of_header(&s);
		s.end = glue_of_ok(&s);
		*used_out = s.end;
		copy_line(item, &s);
		if (item->text.octets == 0)
			continue;
		item->kind = kind_of(item->text, hints);
		return 1;
	}
}
