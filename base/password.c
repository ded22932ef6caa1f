#include "base/password.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <argon2.h>
#include <utf8proc.h>

#include "base/panic.h"
#include "base/password_common.h"
#include "base/token.h"
#include "base/utf8.h"

#define PASSES 2
#define MEMORY_KIB 19456
#define LANES 1
#define SALT_OCTETS 16
#define DIGEST_OCTETS 32
#define PARAMETERS "$argon2id$v=19$m=19456,t=2,p=1$"
#define DEAREST 4

/* From so many characters on a common word is only a part of it. */
#define LONG_ENOUGH 15
#define NAME_MATTERS 4

/* -- what may be one ------------------------------------------------------ */

static bool
is_text(struct str password)
{
	if (!utf8_valid(password))
		return false;
	for (size_t i = 0; i < password.octets; i++)
		if ((uint8_t)password.at[i] < ' ' || password.at[i] == 127)
			return false;
	return true;
}

/* All the same, or each next to the one before: "11111111", "abcdefgh",
 * "87654321". */
static bool
is_pattern(struct str s)
{
	int step = s.at[1] - s.at[0];

	if (step < -1 || step > 1)
		return false;
	for (size_t i = 2; i < s.octets; i++)
		if (s.at[i] - s.at[i - 1] != step)
			return false;
	return true;
}

static bool
is_listed(struct str word)
{
	char line[LONG_ENOUGH + 8];

	if (word.octets == 0 || word.octets >= LONG_ENOUGH)
		return false;
	line[0] = '\n';
	memcpy(line + 1, word.at, word.octets);
	line[word.octets + 1] = '\n';
	line[word.octets + 2] = '\0';
	return strstr(password_common(), line) != NULL;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (uint8_t)c >= 128;
}

/* The word itself, or without what people put behind it ("Password2026!"). */
static bool
is_common(struct str word)
{
	if (is_listed(word))
		return true;
	while (word.octets > 0 && !is_letter(word.at[word.octets - 1]))
		word.octets--;
	return is_listed(word);
}

/* Little is left without that word? */
static bool
is_mostly(struct str password, const char *word)
{
	size_t octets = strlen(word), others;

	for (size_t i = 0; i + octets <= password.octets; i++)
		if (octets >= NAME_MATTERS &&
		    memcmp(password.at + i, word, octets) == 0) {
			others = utf8_count(password) -
				 utf8_count(str_of(word, octets));
			return others < PASSWORD_SHORTEST;
		}
	return false;
}

static struct str
lower(char *dst, size_t dst_octets, struct str src)
{
	size_t octets = str_copy(dst, dst_octets, src);

	for (size_t i = 0; i < octets; i++)
		if (dst[i] >= 'A' && dst[i] <= 'Z')
			dst[i] = (char)(dst[i] - 'A' + 'a');
	return str_of(dst, octets);
}

enum password_fault
password_judge(struct str password, const char *name)
{
	char low[PASSWORD_LONGEST * 4 + 1], low_name[64];
	size_t count = utf8_count(password);
	struct str word;

	if (!is_text(password))
		return PASSWORD_NOT_TEXT;
	if (count < PASSWORD_SHORTEST)
		return PASSWORD_SHORT;
	if (count > PASSWORD_LONGEST)
		return PASSWORD_LONG;
	word = lower(low, sizeof(low), password);
	(void)lower(low_name, sizeof(low_name), str_from(name));
	if (is_pattern(word))
		return PASSWORD_PATTERN;
	if (count < LONG_ENOUGH && is_common(word))
		return PASSWORD_COMMON;
	if (is_mostly(word, "furrow") || is_mostly(word, low_name))
		return PASSWORD_NAME;
	return PASSWORD_GOOD;
}

const char *
password_fault_text(enum password_fault fault)
{
	switch (fault) {
	case PASSWORD_GOOD:
		return "";
	case PASSWORD_SHORT:
		return "has fewer than 8 characters; a few words in a row are "
		       "easy to remember and hard to guess";
	case PASSWORD_LONG:
		return "has more than 256 characters";
	case PASSWORD_NOT_TEXT:
		return "is not text";
	case PASSWORD_COMMON:
		return "is one of those that everybody tries first";
	case PASSWORD_PATTERN:
		return "is one character over and over, or a row of them";
	case PASSWORD_NAME:
		return "is hardly more than a name";
	}
	return "";
}

/* -- its hash ------------------------------------------------------------- */

/* One spelling of what looks the same; gives (free).  What is not UTF-8 stays
 * as it is: it is nobody's password. */
static char *
normal(struct str password, size_t *octets_out)
{
	utf8proc_uint8_t *made = NULL;
	utf8proc_ssize_t octets =
	    utf8proc_map((const utf8proc_uint8_t *)password.at,
		(utf8proc_ssize_t)password.octets, &made,
		(utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
				    UTF8PROC_COMPAT));

	if (octets < 0) {
		made = xcalloc(1, password.octets + 1);
		if (password.octets > 0)
			memcpy(made, password.at, password.octets);
		octets = (utf8proc_ssize_t)password.octets;
	}
	*octets_out = (size_t)octets;
	return (char *)made;
}

static void
wipe(char *text, size_t octets)
{
	explicit_bzero(text, octets);
	free(text);
}

void
password_hash(char dst[PASSWORD_HASH_OCTETS], struct str password)
{
	uint8_t salt[SALT_OCTETS];
	size_t octets;
	char *text = normal(password, &octets);
	int rc;

	token_random(salt, sizeof(salt));
	rc = argon2id_hash_encoded(PASSES, MEMORY_KIB, LANES, text, octets,
	    salt, sizeof(salt), DIGEST_OCTETS, dst, PASSWORD_HASH_OCTETS);
	wipe(text, octets);
	PANIC_UNLESS(rc == ARGON2_OK);
}

/* Whoever can write the database shall not be able to empty the memory. */
static bool
is_bearable(const char *hash)
{
	unsigned memory, passes, lanes;

	return sscanf(hash, "$argon2id$v=19$m=%6u,t=%3u,p=%3u$", &memory,
		   &passes, &lanes) == 3 &&
	       memory <= DEAREST * MEMORY_KIB && passes <= DEAREST * PASSES &&
	       lanes <= DEAREST * LANES;
}

bool
password_is(const char *hash, struct str password)
{
	size_t octets;
	char *text;
	bool same;

	if (!is_bearable(hash))
		return false;
	text = normal(password, &octets);
	same = argon2id_verify(hash, text, octets) == ARGON2_OK;
	wipe(text, octets);
	return same;
}

bool
password_is_old(const char *hash)
{
	return strncmp(hash, PARAMETERS, sizeof(PARAMETERS) - 1) != 0;
}

const char *
password_nobody(void)
{
	return PARAMETERS "AAAAAAAAAAAAAAAAAAAAAA$"
			  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
}
