/* Reaches the readers of token.c.  Input: what somebody typed or sent.  Holds:
 * a token of the API is letters behind the prefix, and no other with one letter
 * changed; a code that was read is read the same again, and is of our letters.
 * most: 80
 * covers: base/token.c
 * functions: token_api_is token_code_read check_letters crc32_of */
#include <string.h>

#include "base/panic.h"
#include "base/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

/* Where the input says; a swap of one letter is what a checksum is for. */
static void
look_at_token(struct str text)
{
	char copy[TOKEN_API_OCTETS];

	if (!token_api_is(text))
		return;
	PANIC_UNLESS(text.octets == TOKEN_API_OCTETS - 1);
	for (size_t i = strlen(TOKEN_API_PREFIX); i < text.octets; i++) {
		memcpy(copy, text.at, text.octets);
		copy[i] = copy[i] == 'x' ? 'y' : 'x';
		PANIC_UNLESS(!token_api_is(str_of(copy, text.octets)));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct str text = str_of((const char *)data, octets);
	char code[TOKEN_CODE_OCTETS], again[TOKEN_CODE_OCTETS];

	look_at_token(text);
	if (!token_code_read(code, text))
		return 0;
	PANIC_UNLESS(strlen(code) == TOKEN_CODE_OCTETS - 1 && code[4] == '-');
	PANIC_UNLESS(strpbrk(code, "01ILOU ") == NULL);
	PANIC_UNLESS(token_code_read(again, str_from(code)));
	PANIC_UNLESS(strcmp(code, again) == 0);
	return 0;
}
