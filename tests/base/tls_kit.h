/* tls_kit - certificates made at test time, and a peer that speaks TLS.
 *
 * Files in a folder of their own: `ca.pem` vouches for `good.pem` (localhost,
 * 127.0.0.1, *.furrow.test), `other.pem` (sms.example.org) and `expired.pem`
 * (localhost, until 2020); `stranger.pem` vouches for none of them.  The keys
 * are NAME.key.  Elliptic curves: a key costs no time. */
#ifndef TESTS_BASE_TLS_KIT_H
#define TESTS_BASE_TLS_KIT_H

#include <stdbool.h>
#include <stddef.h>

struct tls_kit {
	char dir[64];
};

void tls_kit_make(struct tls_kit *kit);
void tls_kit_remove(struct tls_kit *kit);
/* "ca.pem" -> its path, into dst. */
const char *tls_kit_path(
    const struct tls_kit *kit, char dst[128], const char *file);

/* A listening socket of 127.0.0.1. */
int tls_kit_listen(unsigned short *port_out);
/* Waits for a caller, at most five seconds; -1: none. */
int tls_kit_accept(int listener);

/* A peer in its own process: takes `times` callers one after the other, shows
 * them NAME.pem, and echoes until they leave.  The parent waits with
 * tls_kit_wait(). */
int tls_kit_echo(const struct tls_kit *kit, const char *name, int listener,
    int times, int octets_at_once);
void tls_kit_wait(int pid);

/* What a caller offers, and nothing else; versions as on the wire (0x0303 is
 * TLS 1.2). */
struct tls_kit_offer {
	int least, most;
	const char *ciphers; /* OpenSSL's words, for 1.2 and before; NULL: its
			      * own */
	const char *protocol; /* ALPN: one; NULL: none */
};

enum tls_kit_found {
	TLS_KIT_REFUSED, /* by the other side, in the handshake */
	TLS_KIT_1_2,
	TLS_KIT_1_3,
	TLS_KIT_OTHER,
	TLS_KIT_CANNOT, /* this OpenSSL cannot offer it, or nobody answers */
};

/* A caller in its own process, of 127.0.0.1, who trusts ca.pem: its exit status
 * is an enum tls_kit_found. */
int tls_kit_ask(const struct tls_kit *kit, unsigned short port,
    const struct tls_kit_offer *offer);

#endif
