/* webhook - how an event is told to another program: the signature, what his
 * answer means, and when to try again.
 *
 * Standard Webhooks (standardwebhooks.com, specification 1.0): the secret is
 * "whsec_" and Base64 of 24 to 64 octets; what is signed is
 * "ID.TIMESTAMP.BODY" by HMAC-SHA-256, and the field webhook-signature is "v1,"
 * and its Base64.  A secret of any other form is taken as it is written.

 * Pure: no clock, socket or log. */
#ifndef GATEWAY_ADMIN_WEBHOOK_H
#define GATEWAY_ADMIN_WEBHOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define WEBHOOK_SECRET_OCTETS 64
#define WEBHOOK_SECRET_LEAST 16
#define WEBHOOK_SIGNATURE_OCTETS 52
#define WEBHOOK_ID_OCTETS 48

struct webhook_secret {
	char at[WEBHOOK_SECRET_OCTETS];
	size_t octets;
};

/* False: "whsec_" with something else than Base64 behind, or a secret that is
 * too short to be one, or too long. */
bool webhook_secret_read(struct webhook_secret *out, struct str written);

/* The same event has the same id in every try, and after a restart: whoever
 * gets it twice knows it. */
void webhook_id(char dst[WEBHOOK_ID_OCTETS], int64_t event_id, int64_t time_ms);

/* "v1,…" of that; body: as it is sent. */
void webhook_sign(char dst[WEBHOOK_SIGNATURE_OCTETS],
    const struct webhook_secret *secret, const char *id, int64_t unix_s,
    struct str body);

enum webhook_verdict {
	WEBHOOK_TAKEN, /* 2xx */
	WEBHOOK_GONE, /* 410: he wants no more of them, ever */
	WEBHOOK_AGAIN, /* everything else, and silence */
};
/* status 0: no whole answer came. */
enum webhook_verdict webhook_judge(int status);

#define WEBHOOK_DELAY_MOST_MS (INT64_C(3600) * 1000)
/* How long to wait after so many tries that failed (from 1): 5 s, twice as long
 * each time, an hour at most, and a fifth more or less by `random`, so that
 * what broke together does not come back together.  retry_after_s: what he
 * asked for (-1: nothing), an hour at most. */
int64_t webhook_delay_ms(int tries, int64_t retry_after_s, uint64_t random);

#endif
