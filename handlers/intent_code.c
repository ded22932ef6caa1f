/* intent_code - see the header. */
#include "handlers/intent_code.h"

#include <string.h>

#define CODE_MIN 3
#define CODE_MAX 5

/* What people write, or a blurred screen shows, for a digit or a letter. */
static const char digit_for[][2] = {
    {'O', '0'}, {'Z', '2'}, {'S', '5'}, {'G', '6'}, {'T', '7'}, {'B', '8'}};
static const char letter_for[][2] = {
    {'0', 'Q'}, {'8', 'B'}, {'6', 'G'}, {'4', 'A'}, {'7', 'T'}, {'V', 'U'}};

static char
upper(uint32_t cp)
{
	if (cp >= 'a' && cp <= 'z')
		return (char)(cp - 'a' + 'A');
	if ((cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9'))
		return (char)cp;
	return '?';
}

static bool
is_open(const char *code, const struct intent_hints *hints)
{
	for (size_t i = 0; i < hints->open_codes_count; i++)
		if (strcmp(code, hints->open_codes[i]) == 0)
			return true;
	return false;
}

static bool
fits_alphabet(const char *code)
{
	for (size_t i = 0; code[i] != '\0'; i++) {
		const char *alphabet =
		    i % 2 == 0 ? "ABCDEFGHJKMNPQRTUVWXY" : "23456789";
		if (strchr(alphabet, code[i]) == NULL)
			return false;
	}
	return true;
}

static bool
is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Not of our alphabet, but nothing else looks like this: "Z9Z", "D7S".  Unless
 * a figure was glued to a short "and" or "times": "n5l milk", "x5l". */
static bool
is_shaped(const char *code, size_t letters)
{
	bool unit = code[2] == 'L' || code[2] == 'G' || code[2] == 'K';
	return letters == CODE_MIN && is_letter(code[0]) && is_digit(code[1]) &&
	       is_letter(code[2]) && !(unit && strchr("NXY", code[0]) != NULL);
}

static char
mended(char c, bool digit)
{
	const char(*pairs)[2] = digit ? digit_for : letter_for;
	size_t count = digit ? sizeof(digit_for) / 2 : sizeof(letter_for) / 2;
	for (size_t i = 0; i < count; i++)
		if (pairs[i][0] == c)
			return pairs[i][1];
	return c;
}

/* One character at a time, then all at once: "KTF" for "K7F". */
static bool
mend(char *code, const struct intent_hints *hints)
{
	char all[INTENT_CODE_OCTETS] = "";
	for (size_t i = 0; code[i] != '\0'; i++) {
		char kept = code[i];
		all[i] = mended(code[i], i % 2 == 1);
		code[i] = all[i];
		if (code[i] != kept && is_open(code, hints))
			return true;
		code[i] = kept;
	}
	if (!is_open(all, hints))
		return false;
	memcpy(code, all, INTENT_CODE_OCTETS);
	return true;
}

bool
intent_code_signed(
    char code_out[INTENT_CODE_OCTETS], const uint32_t *word, size_t letters)
{
	char code[INTENT_CODE_OCTETS] = "";
	size_t digits = 0;
	if (letters < CODE_MIN || letters > CODE_MAX)
		return false;
	for (size_t i = 0; i < letters; i++) {
		code[i] = upper(word[i]);
		digits += is_digit(code[i]);
		if (code[i] == '?')
			return false;
	}
	bool turned = letters == CODE_MIN && is_letter(code[1]) &&
		      is_digit(code[0]) && is_digit(code[2]);
	if (digits == 0 || !(is_letter(code[0]) || turned))
		return false;
	memcpy(code_out, code, INTENT_CODE_OCTETS);
	return true;
}

bool
intent_code_read(char code_out[INTENT_CODE_OCTETS], bool *open_out,
    const uint32_t *word, size_t letters, const struct intent_hints *hints)
{
	char code[INTENT_CODE_OCTETS] = "";
	*open_out = false;
	if (letters < CODE_MIN || letters > CODE_MAX)
		return false;
	for (size_t i = 0; i < letters; i++)
		code[i] = upper(word[i]);
	*open_out = is_open(code, hints);
	if (!*open_out && !fits_alphabet(code)) {
		*open_out = hints->open_codes_count > 0 && mend(code, hints);
		if (!*open_out && !is_shaped(code, letters))
			return false;
	}
	memcpy(code_out, code, INTENT_CODE_OCTETS);
	return true;
}
