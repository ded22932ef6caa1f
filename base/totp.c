#include "base/totp.h"

#include "base/digest.h"

#define FIGURES 6

uint32_t
totp_code(struct span key, int64_t step, int figures)
{
	uint8_t message[8], mac[DIGEST_SHA1_OCTETS];
	uint32_t number, limit = 1;
	const uint8_t *at;

	for (int i = 0; i < 8; i++)
		message[i] = (uint8_t)((uint64_t)step >> (56 - 8 * i));
	digest_hmac_sha1(mac, key, span_of(message, sizeof(message)));
	at = mac + (mac[sizeof(mac) - 1] & 0x0F);
	number = (uint32_t)(at[0] & 0x7F) << 24 | (uint32_t)at[1] << 16 |
		 (uint32_t)at[2] << 8 | at[3];
	while (figures-- > 0)
		limit *= 10;
	return number % limit;
}

/* False: not six figures. */
static bool
read_figures(uint32_t *out, struct str typed)
{
	int figures = 0;

	*out = 0;
	for (size_t i = 0; i < typed.octets; i++) {
		if (typed.at[i] == ' ')
			continue;
		if (typed.at[i] < '0' || typed.at[i] > '9' ||
		    ++figures > FIGURES)
			return false;
		*out = *out * 10 + (uint32_t)(typed.at[i] - '0');
	}
	return figures == FIGURES;
}

bool
totp_is(struct span key, struct str typed, int64_t now_ms, int64_t last_step,
    int64_t *step_out)
{
	int64_t now = now_ms / TOTP_STEP_MS;
	uint32_t code;

	*step_out = last_step;
	if (!read_figures(&code, typed))
		return false;
	for (int64_t step = now - TOTP_WINDOW; step <= now + TOTP_WINDOW;
	     step++)
		if (step > last_step && totp_code(key, step, FIGURES) == code) {
			*step_out = step;
			return true;
		}
	return false;
}

void
totp_base32(char *dst, struct span key)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	uint32_t held = 0;
	int bits = 0;

	for (size_t i = 0; i < key.octets; i++) {
		held = held << 8 | key.at[i];
		for (bits += 8; bits >= 5; bits -= 5)
			*dst++ = alphabet[held >> (bits - 5) & 31];
	}
	if (bits > 0)
		*dst++ = alphabet[held << (5 - bits) & 31];
	*dst = '\0';
}
