/* tls - TLS 1.2 and 1.3 over a connected, non-blocking socket; OpenSSL 3 stays
 * behind this door.
 *
 * A context holds what many connections share: whom we trust (a client) or who
 * we are (a server).  A session is one connection; it neither owns nor closes
 * the descriptor.  The order: tls_client() or tls_server(), tls_handshake()
 * until it is done, then hand it to a stream (tls_layer()), which frees it.
 *
 * A client always checks the chain, the dates and the name (RFC 6125; an IP
 * address against the certificate's addresses).  There is no switch that turns
 * the check off: who has a certificate of his own making names its file as the
 * CA.  Nothing is renegotiated, nothing compressed, no session is resumed.
 *
 * Faults are told in words for the person who must mend them: which
 * certificate, what does not match, since when it is expired, who signed it. */
#ifndef BASE_TLS_H
#define BASE_TLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/stream.h"

struct bufferevent;
struct event_base;

enum tls_err {
	TLS_ERR_FILE = -1, /* CA, certificate or key: cannot be read, or is no
			      such thing */
	TLS_ERR_PAIR = -2, /* the key is not that of the certificate */
	TLS_ERR_LIBRARY = -3, /* OpenSSL itself refuses (a policy of the host)
			       */
};

struct tls_context;

/* ca_file: PEM, one or more certificates that may vouch; NULL or "": those of
 * the system (Debian: package ca-certificates).  NULL with err otherwise. */
struct tls_context *tls_client_context(const char *ca_file, struct err *err);
/* PEM: our certificate and, behind it, those between it and its CA; its key
 * without a password. */
struct tls_context *tls_server_context(
    const char *certificate_file, const char *key_file, struct err *err);
/* A server's, for browsers and programs of today: of TLS 1.2 only ECDHE with an
 * AEAD cipher, in our order, and of the applications named only HTTP/1.1 (ALPN,
 * RFC 7301), so that nobody is turned to another service of that certificate.
 * Gateways in the field are not asked for as much. */
void tls_context_modern(struct tls_context *context);
/* Sessions that were made of it live on. */
void tls_context_free(struct tls_context **context);

struct tls;

/* name: whom the certificate must be for, a host name or an IP address. */
struct tls *tls_client(struct tls_context *context, int fd, const char *name);
struct tls *tls_server(struct tls_context *context, int fd);
void tls_free(struct tls **tls);

/* STREAM_IO_DONE: both sides agreed.  STREAM_IO_READ, _WRITE: call again once
 * the socket can be read, written.  STREAM_IO_END: it failed; tls_why(). */
enum stream_io tls_handshake(struct tls *tls);
/* One clause without a full stop; "" when nothing failed. */
const char *tls_why(const struct tls *tls);
/* "TLSv1.3 TLS_AES_256_GCM_SHA384", once agreed. */
void tls_describe(const struct tls *tls, char *dst, size_t dst_octets);

/* For stream_new_over(): the session is its argument. */
const struct stream_layer *tls_layer(void);

/* Only for base/http: an accepted socket of a server context; takes fd when
 * there is one (-1: it comes later). */
struct bufferevent *tls_bufferevent(
    struct tls_context *context, struct event_base *base, int fd);

#endif
