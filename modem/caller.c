#include "modem/caller.h"

#include <string.h>

#include "modem/at_arg.h"

#define TYPE_INTERNATIONAL 145
#define DIGITS_LEAST 3
#define DIGITS_MOST 20
#define CLI_VALID 0
#define CLI_ARGUMENT 5 /* counted from 0: "CLI validity" of 7.11 */

static bool
is_number(struct str text)
{
	size_t digits = 0;
	for (size_t i = 0; i < text.octets; i++) {
		char c = text.at[i];
		if (c >= '0' && c <= '9')
			digits++;
		else if (c != '*' && c != '#' && (c != '+' || i > 0))
			return false;
	}
	return digits >= DIGITS_LEAST && digits <= DIGITS_MOST;
}

/* The network says that it knows the number, but must not or cannot tell. */
static bool
is_withheld(struct at_arg args)
{
	struct str skipped;
	int64_t validity;
	for (int i = 2; i < CLI_ARGUMENT; i++)
		if (!at_arg_next(&args, &skipped, NULL))
			return false;
	return at_arg_next_number(&args, &validity) && validity != CLI_VALID;
}

static bool
read_clip(struct str line, struct str *number_out, bool *plus_out)
{
	struct at_arg args;
	int64_t type;
	if (!at_arg_begin(&args, line, "+CLIP:") ||
	    !at_arg_next(&args, number_out, NULL))
		return false;
	at_arg_next_number(&args, &type);
	*plus_out = type == TYPE_INTERNATIONAL;
	*number_out = str_trim(*number_out);
	return !is_withheld(args);
}

/* The number stands last, behind the time of day. */
static bool
read_missed(struct str line, struct str *number_out)
{
	struct at_arg args;
	if (!at_arg_begin(&args, line, "MISSED_CALL:"))
		return false;
	struct str rest = str_trim(args.rest);
	size_t at = rest.octets;
	while (at > 0 && rest.at[at - 1] != ' ')
		at--;
	*number_out = str_of(rest.at + at, rest.octets - at);
	return at > 0;
}

bool
caller_read(char number[CALLER_OCTETS], struct str line)
{
	struct str text = STR("");
	bool plus = false;
	number[0] = '\0';
	if ((!read_clip(line, &text, &plus) && !read_missed(line, &text)) ||
	    !is_number(text))
		return false;
	size_t at = plus && text.at[0] != '+' ? 1 : 0;
	number[0] = '+';
	str_copy(number + at, CALLER_OCTETS - at, text);
	return true;
}

/* The place of that number, or of who rang longest ago. */
static struct caller *
place_of(struct caller_book *book, const char *number)
{
	struct caller *oldest = &book->caller[0];
	for (int i = 0; i < book->count; i++) {
		struct caller *c = &book->caller[i];
		if (strcmp(c->number, number) == 0)
			return c;
		if (c->rang_mono_ms < oldest->rang_mono_ms)
			oldest = c;
	}
	if (book->count < CALLERS_MAX) {
		oldest = &book->caller[book->count++];
		oldest->number[0] = '\0';
	}
	return oldest;
}

bool
caller_is_new(struct caller_book *book, const char *number, int64_t mono_ms,
    int64_t gap_ms)
{
	struct caller *c = place_of(book, number);
	bool same = strcmp(c->number, number) == 0 &&
		    mono_ms - c->rang_mono_ms < gap_ms;
	str_copy(c->number, sizeof(c->number), str_from(number));
	c->rang_mono_ms = mono_ms;
	return !same;
}
