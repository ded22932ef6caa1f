#include "modem/at_arg.h"

#include <ctype.h>
#include <string.h>

static bool
same(char a, char b)
{
	return toupper((unsigned char)a) == toupper((unsigned char)b);
}

/* Octets of the line that the prefix takes when its own character `lost` is
 * missing and the line's character `extra` does not count; 0: no match. */
static size_t
match(struct str line, const char *prefix, size_t lost, size_t extra)
{
	size_t i = 0;
	for (size_t p = 0; prefix[p] != '\0'; p++) {
		if (p == lost)
			continue;
		i += i == extra;
		if (i >= line.octets || !same(line.at[i], prefix[p]))
			return 0;
		i++;
	}
	return i;
}

struct at_arg
at_arg_of(struct str arguments)
{
	struct str rest = str_trim(arguments);
	return (struct at_arg){rest, rest.octets > 0};
}

static bool
begin(struct at_arg *args, struct str line, size_t octets)
{
	*args = at_arg_of(str_of(line.at + octets, line.octets - octets));
	if (octets == 0)
		args->more = false;
	return octets > 0;
}

bool
at_arg_begin(struct at_arg *args, struct str line, const char *prefix)
{
	return begin(args, line, match(line, prefix, SIZE_MAX, SIZE_MAX));
}

/* The match of a hurt prefix.  When it is the colon that was lost, a letter
 * behind it would make it another, longer prefix. */
static size_t
match_hurt(struct str line, const char *prefix)
{
	size_t wanted = strlen(prefix);
	for (size_t hurt = 0; hurt < wanted; hurt++) {
		size_t octets = match(line, prefix, hurt, SIZE_MAX);
		if (octets > 0 && hurt == wanted - 1 && octets < line.octets &&
		    isalpha((unsigned char)line.at[octets]))
			octets = 0;
		if (octets == 0)
			octets = match(line, prefix, SIZE_MAX, hurt);
		if (octets > 0)
			return octets;
	}
	return 0;
}

bool
at_arg_begin_hurt(struct at_arg *args, struct str line, const char *prefix)
{
	/* Whole first: else the colon of a whole prefix counts as lost, and
	 * stays in front of the first argument. */
	size_t octets = match(line, prefix, SIZE_MAX, SIZE_MAX);
	return begin(
	    args, line, octets > 0 ? octets : match_hurt(line, prefix));
}

bool
at_arg_hurt_word(struct str line, const char *word)
{
	size_t wanted = strlen(word);
	if (line.octets + 1 < wanted || line.octets > wanted + 1)
		return false;
	for (size_t hurt = 0; hurt <= wanted; hurt++)
		if (match(line, word, hurt, SIZE_MAX) == line.octets ||
		    (match(line, word, SIZE_MAX, hurt) > 0 &&
			line.octets == wanted + 1))
			return true;
	return false;
}

/* Where the argument at the front ends: at a comma that is neither in quotes
 * nor in brackets.  A quote is closed only by one before a comma or the end,
 * because USSD texts hold quotes that are not escaped. */
static size_t
argument_octets(struct str rest)
{
	bool quoted = false;
	int depth = 0;
	for (size_t i = 0; i < rest.octets; i++) {
		char c = rest.at[i];
		if (c == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (c == '(')
			depth++;
		if (c == ')' && depth > 0)
			depth--;
		if (c == ',' && depth == 0)
			return i;
	}
	return rest.octets;
}

/* A quote that is never closed was lost on the way: take the commas then. */
static size_t
argument_end(struct str rest)
{
	size_t end = argument_octets(rest);
	if (end < rest.octets || memchr(rest.at, ',', end) == NULL)
		return end;
	size_t quotes = 0, brackets = 0;
	for (size_t i = 0; i < end; i++) {
		quotes += rest.at[i] == '"';
		brackets += rest.at[i] == '(';
		brackets -= rest.at[i] == ')' && brackets > 0;
	}
	if (quotes % 2 == 0 && brackets == 0)
		return end;
	const char *comma = memchr(rest.at, ',', end);
	return comma == NULL ? end : (size_t)(comma - rest.at);
}

static struct str
unquote(struct str text, bool *quoted_out)
{
	bool front = text.octets > 0 && text.at[0] == '"';
	if (front)
		text = str_of(text.at + 1, text.octets - 1);
	bool back = text.octets > 0 && text.at[text.octets - 1] == '"';
	if (back)
		text.octets--;
	if (quoted_out != NULL)
		*quoted_out = front || back;
	return text;
}

/* The argument as it stands, and past its comma. */
static bool
next_raw(struct at_arg *args, struct str *raw_out)
{
	*raw_out = str_of(args->rest.at, 0);
	if (!args->more)
		return false;
	size_t end = argument_end(args->rest);
	*raw_out = str_trim(str_of(args->rest.at, end));
	args->more = end < args->rest.octets;
	size_t used = args->more ? end + 1 : end;
	args->rest = str_of(args->rest.at + used, args->rest.octets - used);
	return true;
}

bool
at_arg_next(struct at_arg *args, struct str *text_out, bool *quoted_out)
{
	bool found = next_raw(args, text_out);
	*text_out = unquote(*text_out, quoted_out);
	return found;
}

bool
at_arg_next_number(struct at_arg *args, int64_t *number_out)
{
	struct str text;
	*number_out = -1;
	if (!at_arg_next(args, &text, NULL))
		return false;
	int64_t number;
	if (!str_to_int64(&number, str_trim(text)))
		return false;
	*number_out = number;
	return true;
}

int64_t
at_arg_last_number(struct str line)
{
	size_t from = line.octets;
	while (from > 0 && line.at[from - 1] != ',' && line.at[from - 1] != ':')
		from--;
	struct str text = str_trim(str_of(line.at + from, line.octets - from));
	int64_t number;
	return str_to_int64(&number, unquote(text, NULL)) && number >= 0
		   ? number
		   : -1;
}

static void
allow_range(uint64_t *allowed, struct str part)
{
	struct str low_text, high_text = str_trim(part);
	int64_t low, high;
	bool open = memchr(high_text.at, '-', high_text.octets) != NULL;
	str_cut(&low_text, &high_text, '-');
	if (!str_to_int64(&low, str_trim(low_text)) || low < 0 || low > 63)
		return;
	if (!open || !str_to_int64(&high, str_trim(high_text)))
		high = low;
	for (int64_t n = low; n <= high && n <= 63; n++)
		*allowed |= UINT64_C(1) << n;
}

static struct str
without_brackets(struct str text)
{
	if (text.octets > 0 && text.at[0] == '(')
		text = str_of(text.at + 1, text.octets - 1);
	if (text.octets > 0 && text.at[text.octets - 1] == ')')
		text.octets--;
	return text;
}

bool
at_arg_next_range(struct at_arg *args, uint64_t *allowed_out)
{
	struct str list, part;
	*allowed_out = 0;
	if (!next_raw(args, &list))
		return false;
	list = without_brackets(list);
	while (list.octets > 0 && str_cut(&part, &list, ','))
		allow_range(allowed_out, part);
	return true;
}

bool
at_arg_list_has(struct str list, const char *wanted)
{
	struct at_arg args = at_arg_of(without_brackets(str_trim(list)));
	struct str text;
	while (at_arg_next(&args, &text, NULL))
		if (str_equal_nocase(str_trim(text), str_from(wanted)))
			return true;
	return false;
}
