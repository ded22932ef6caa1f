#include "gateway/admin/webhook.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"

#define DELAY_LEAST_MS 5000

bool
webhook_secret_read(struct webhook_secret *out, struct str written)
{
	struct str rest = str_trim(written);
	*out = (struct webhook_secret){.octets = 0};
	if (str_starts(rest, "whsec_")) {
		int octets = digest_from_base64((uint8_t *)out->at,
		    sizeof(out->at), str_of(rest.at + 6, rest.octets - 6));
		out->octets = octets > 0 ? (size_t)octets : 0;
	} else if (rest.octets <= sizeof(out->at)) {
		memcpy(out->at, rest.at, rest.octets);
		out->octets = rest.octets;
	}
	return out->octets >= WEBHOOK_SECRET_LEAST;
}

void
webhook_id(char dst[WEBHOOK_ID_OCTETS], int64_t event_id, int64_t time_ms)
{
	snprintf(dst, WEBHOOK_ID_OCTETS, "evt_%" PRId64 "_%" PRId64, time_ms,
	    event_id);
}

void
webhook_sign(char dst[WEBHOOK_SIGNATURE_OCTETS],
    const struct webhook_secret *secret, const char *id, int64_t unix_s,
    struct str body)
{
	struct buf said = buf_new(body.octets + 128);
	uint8_t hash[DIGEST_OCTETS];
	buf_add_format(&said, "%s.%" PRId64 ".", id, unix_s);
	buf_add_str(&said, body);
	digest_hmac(hash, str_of(secret->at, secret->octets), buf_str(&said));
	buf_free(&said);
	memcpy(dst, "v1,", 4);
	digest_to_base64(
	    dst + 3, WEBHOOK_SIGNATURE_OCTETS - 3, span_of(hash, sizeof(hash)));
}

enum webhook_verdict
webhook_judge(int status)
{
	if (status >= 200 && status <= 299)
		return WEBHOOK_TAKEN;
	return status == 410 ? WEBHOOK_GONE : WEBHOOK_AGAIN;
}

int64_t
webhook_delay_ms(int tries, int64_t retry_after_s, uint64_t random)
{
	int64_t ms = DELAY_LEAST_MS;
	for (int i = 1; i < tries && ms < WEBHOOK_DELAY_MOST_MS; i++)
		ms *= 2;
	if (retry_after_s > ms / 1000)
		ms = retry_after_s < WEBHOOK_DELAY_MOST_MS / 1000
			 ? retry_after_s * 1000
			 : WEBHOOK_DELAY_MOST_MS;
	if (ms > WEBHOOK_DELAY_MOST_MS)
		ms = WEBHOOK_DELAY_MOST_MS;
	return ms - ms / 5 + (int64_t)(random % (uint64_t)(ms / 5 * 2));
}
