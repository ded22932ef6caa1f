#include "base/digest.h"

#include <limits.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/panic.h"

void
digest_sha256(uint8_t dst[DIGEST_OCTETS], struct span bytes)
{
	PANIC_UNLESS(EVP_Digest(bytes.at != NULL ? bytes.at : dst, bytes.octets,
			 dst, NULL, EVP_sha256(), NULL) == 1);
}

void
digest_hmac_sha1(
    uint8_t dst[DIGEST_SHA1_OCTETS], struct span key, struct span message)
{
	unsigned octets = 0;

	PANIC_UNLESS(HMAC(EVP_sha1(), key.at, (int)key.octets, message.at,
			 message.octets, dst, &octets) != NULL &&
		     octets == DIGEST_SHA1_OCTETS);
}

void
digest_hmac(uint8_t dst[DIGEST_OCTETS], struct str key, struct str message)
{
	unsigned octets = 0;
	const char *at = message.at != NULL ? message.at : "";
	PANIC_UNLESS(HMAC(EVP_sha256(), key.at != NULL ? key.at : "",
			 (int)key.octets, (const unsigned char *)at,
			 message.octets, dst, &octets) != NULL &&
		     octets == DIGEST_OCTETS);
}

bool
digest_same(struct str a, struct str b)
{
	return a.octets == b.octets &&
	       (a.octets == 0 || CRYPTO_memcmp(a.at, b.at, a.octets) == 0);
}

int
digest_to_base64(char *dst, size_t dst_octets, struct span bytes)
{
	if (bytes.octets > INT_MAX / 2 ||
	    (bytes.octets + 2) / 3 * 4 + 1 > dst_octets) {
		if (dst_octets > 0)
			dst[0] = '\0';
		return -1;
	}
	return EVP_EncodeBlock(
	    (unsigned char *)dst, bytes.at, (int)bytes.octets);
}

int
digest_from_base64(uint8_t *dst, size_t dst_octets, struct str text)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t written = 0, bits = 0;
	uint32_t held = 0;
	while (text.octets > 0 && text.at[text.octets - 1] == '=')
		text.octets--;
	if (text.octets % 4 == 1)
		return -1;
	for (size_t i = 0; i < text.octets; i++) {
		const char *at = memchr(letters, text.at[i], 64);
		if (at == NULL)
			return -1;
		held = held << 6 | (uint32_t)(at - letters);
		bits += 6;
		if (bits < 8)
			continue;
		bits -= 8;
		if (written == dst_octets)
			return -1;
		dst[written++] = (uint8_t)(held >> bits);
	}
	return (int)written;
}

bool
digest_is(const uint8_t hash[DIGEST_OCTETS], struct str said)
{
	uint8_t octets[DIGEST_OCTETS];
	int count;
	if (str_starts_nocase(said, "sha256="))
		said = str_of(said.at + 7, said.octets - 7);
	if (said.octets == 2 * (size_t)DIGEST_OCTETS)
		count = span_from_hex(
		    octets, sizeof(octets), said.at, said.octets, NULL);
	else
		count = digest_from_base64(octets, sizeof(octets), said);
	return count == DIGEST_OCTETS &&
	       CRYPTO_memcmp(octets, hash, DIGEST_OCTETS) == 0;
}
