#include "base/token.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/panic.h"

static const char letters[] =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
static const char plain[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

#define SESSION_LETTERS (TOKEN_SESSION_OCTETS - 1)
#define PREFIX_LETTERS (sizeof(TOKEN_API_PREFIX) - 1)
#define CHECK_LETTERS 6
#define CODE_HALF 4

void
token_random(uint8_t *dst, size_t octets)
{
	while (octets > 0) {
		ssize_t got = getrandom(dst, octets, 0);

		if (got < 0 && errno == EINTR)
			continue;
		PANIC_UNLESS(got > 0);
		dst += got;
		octets -= (size_t)got;
	}
}

/* An octet that would favour the first letters is thrown away. */
static char
draw(const char *alphabet, size_t count)
{
	unsigned whole = 256U - 256U % (unsigned)count;
	uint8_t octet;

	do
		token_random(&octet, 1);
	while (octet >= whole);
	return alphabet[octet % count];
}

static void
draw_letters(char *dst, size_t count)
{
	for (size_t i = 0; i < count; i++)
		dst[i] = draw(letters, sizeof(letters) - 1);
}

void
token_session(char dst[TOKEN_SESSION_OCTETS])
{
	draw_letters(dst, SESSION_LETTERS);
	dst[SESSION_LETTERS] = '\0';
}

/* CRC-32 (ISO-HDLC), bit by bit: 43 letters need no table. */
static uint32_t
crc32_of(const char *at, size_t octets)
{
	uint32_t crc = UINT32_MAX;

	for (size_t i = 0; i < octets; i++) {
		crc ^= (uint8_t)at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (UINT32_C(0xEDB88320) & -(crc & 1));
	}
	return ~crc;
}

static void
check_letters(char dst[CHECK_LETTERS], const char *at)
{
	uint32_t crc = crc32_of(at, SESSION_LETTERS);

	for (int i = CHECK_LETTERS - 1; i >= 0; i--) {
		dst[i] = letters[crc % (sizeof(letters) - 1)];
		crc /= sizeof(letters) - 1;
	}
}

void
token_api(char dst[TOKEN_API_OCTETS])
{
	char *at = dst + PREFIX_LETTERS;

	memcpy(dst, TOKEN_API_PREFIX, PREFIX_LETTERS);
	draw_letters(at, SESSION_LETTERS);
	check_letters(at + SESSION_LETTERS, at);
	at[SESSION_LETTERS + CHECK_LETTERS] = '\0';
}

bool
token_api_is(struct str token)
{
	char check[CHECK_LETTERS];
	const char *at = token.at + PREFIX_LETTERS;

	if (token.octets != TOKEN_API_OCTETS - 1 ||
	    !str_starts(token, TOKEN_API_PREFIX))
		return false;
	for (size_t i = 0; i < SESSION_LETTERS; i++)
		if (memchr(letters, at[i], sizeof(letters) - 1) == NULL)
			return false;
	check_letters(check, at);
	return memcmp(check, at + SESSION_LETTERS, CHECK_LETTERS) == 0;
}

void
token_code(char dst[TOKEN_CODE_OCTETS])
{
	for (size_t i = 0; i < TOKEN_CODE_OCTETS - 1; i++)
		dst[i] = draw(plain, sizeof(plain) - 1);
	dst[CODE_HALF] = '-';
	dst[TOKEN_CODE_OCTETS - 1] = '\0';
}

bool
token_code_read(char dst[TOKEN_CODE_OCTETS], struct str typed)
{
	size_t count = 0;

	memset(dst, 0, TOKEN_CODE_OCTETS);
	for (size_t i = 0; i < typed.octets; i++) {
		char c = typed.at[i];

		if (c == '-' || c == ' ')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (count == TOKEN_CODE_OCTETS - 1 ||
		    memchr(plain, c, sizeof(plain) - 1) == NULL)
			return false;
		if (count == CODE_HALF)
			dst[count++] = '-';
		dst[count++] = c;
	}
	return count == TOKEN_CODE_OCTETS - 1;
}
