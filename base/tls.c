#include "base/tls.h"

#include <arpa/inet.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <event2/bufferevent.h>
#include <event2/bufferevent_ssl.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "base/buf.h"
#include "base/panic.h"
#include "base/str.h"

#define WHY_OCTETS 192
#define WHO_OCTETS 72
#define READ_AHEAD_OCTETS 65536

struct tls_context {
	SSL_CTX *ctx;
	char store[80]; /* who vouches, for people */
};

struct tls {
	SSL *ssl;
	char name[80]; /* whom a client asked for */
	char store[80];
	char why[WHY_OCTETS];
};

/* -- faults in words ------------------------------------------------------- */

static void
first_name_of(char *dst, size_t octets, X509 *certificate)
{
	GENERAL_NAMES *names =
	    X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
	dst[0] = '\0';
	for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
		const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
		if (name->type != GEN_DNS)
			continue;
		const ASN1_STRING *text = name->d.dNSName;
		str_copy(dst, octets,
		    str_of((const char *)ASN1_STRING_get0_data(text),
			(size_t)ASN1_STRING_length(text)));
		break;
	}
	GENERAL_NAMES_free(names);
}

/* What a person would call it: a host of it, its common name, all else. */
static void
who(char dst[WHO_OCTETS], X509 *certificate, bool issuer)
{
	X509_NAME *name = issuer ? X509_get_issuer_name(certificate)
				 : X509_get_subject_name(certificate);
	if (!issuer)
		first_name_of(dst, WHO_OCTETS, certificate);
	if (!issuer && dst[0] != '\0')
		return;
	if (X509_NAME_get_text_by_NID(name, NID_commonName, dst, WHO_OCTETS) <=
	    0)
		X509_NAME_oneline(name, dst, WHO_OCTETS);
	for (char *c = dst; *c != '\0'; c++)
		if ((unsigned char)*c < 0x20 || (unsigned char)*c >= 0x7f)
			*c = '?';
}

static void
day_of(char dst[16], const ASN1_TIME *time)
{
	struct tm tm;
	str_copy(dst, 16, STR("?"));
	if (ASN1_TIME_to_tm(time, &tm) == 1)
		strftime(dst, 16, "%Y-%m-%d", &tm);
}

static void
tell_dates(struct tls *t, X509 *certificate, const char *subject, bool expired)
{
	char day[16];
	if (expired) {
		day_of(day, X509_get0_notAfter(certificate));
		snprintf(t->why, sizeof(t->why),
		    "the certificate of %s expired on %s", subject, day);
		return;
	}
	day_of(day, X509_get0_notBefore(certificate));
	snprintf(t->why, sizeof(t->why),
	    "the certificate of %s is valid from %s on: is this machine's "
	    "clock right?",
	    subject, day);
}

static void
tell_certificate(struct tls *t, X509 *certificate, int code)
{
	char subject[WHO_OCTETS] = "?", issuer[WHO_OCTETS] = "?";
	if (certificate != NULL) {
		who(subject, certificate, false);
		who(issuer, certificate, true);
	}
	switch (code) {
	case X509_V_ERR_HOSTNAME_MISMATCH:
	case X509_V_ERR_IP_ADDRESS_MISMATCH:
		snprintf(t->why, sizeof(t->why),
		    "the certificate is for %s, not for %.60s", subject,
		    t->name);
		return;
	case X509_V_ERR_CERT_HAS_EXPIRED:
	case X509_V_ERR_CERT_NOT_YET_VALID:
		tell_dates(t, certificate, subject,
		    code == X509_V_ERR_CERT_HAS_EXPIRED);
		return;
	case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
	case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
	case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
	case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
	case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
	case X509_V_ERR_CERT_SIGNATURE_FAILURE:
		snprintf(t->why, sizeof(t->why),
		    "the certificate is signed by %.50s, who is not in %.70s",
		    issuer, t->store);
		return;
	default:
		snprintf(t->why, sizeof(t->why), "the certificate of %s: %.70s",
		    subject, X509_verify_cert_error_string(code));
		return;
	}
}

/* Called for each certificate of the chain; the first fault ends it. */
static int
on_certificate(int good, X509_STORE_CTX *store)
{
	SSL *ssl = X509_STORE_CTX_get_ex_data(
	    store, SSL_get_ex_data_X509_STORE_CTX_idx());
	struct tls *t = ssl != NULL ? SSL_get_app_data(ssl) : NULL;
	if (!good && t != NULL)
		tell_certificate(t, X509_STORE_CTX_get_current_cert(store),
		    X509_STORE_CTX_get_error(store));
	return good;
}

/* Behind a call that failed; the first reason stays. */
static void
tell_failure(struct tls *t, int ssl_error, int system_error)
{
	unsigned long code = ERR_peek_last_error();
	int reason = ERR_GET_REASON(code);
	const char *words = code != 0 ? ERR_reason_error_string(code) : NULL;
	ERR_clear_error();
	if (t->why[0] != '\0')
		return;
	if (ssl_error == SSL_ERROR_ZERO_RETURN ||
	    reason == SSL_R_UNEXPECTED_EOF_WHILE_READING)
		return; /* closed, politely or not */
	if (ssl_error == SSL_ERROR_SYSCALL) {
		if (system_error != 0)
			str_copy(t->why, sizeof(t->why),
			    str_from(strerror(system_error)));
	} else if (!SSL_is_init_finished(t->ssl) &&
		   (reason == SSL_R_WRONG_VERSION_NUMBER ||
		       reason == SSL_R_HTTP_REQUEST ||
		       reason == SSL_R_PACKET_LENGTH_TOO_LONG)) {
		str_copy(t->why, sizeof(t->why),
		    STR("the peer does not speak TLS on this port"));
	} else {
		snprintf(t->why, sizeof(t->why), "TLS: %.120s",
		    words != NULL ? words : "broken");
	}
}

/* -- contexts -------------------------------------------------------------- */

static int
refuse(struct err *err, int code, const char *what, const char *file)
{
	unsigned long first = ERR_peek_error();
	const char *words =
	    first != 0 ? ERR_reason_error_string(first) : "unusable";
	if (first != 0 && ERR_GET_LIB(first) == ERR_LIB_SYS)
		words = strerror(ERR_GET_REASON(first));
	err_set(err, code, 0, "%s %.90s: %.60s", what, file,
	    words != NULL ? words : "unusable");
	ERR_clear_error();
	return code;
}

static struct tls_context *
context_new(const SSL_METHOD *method, struct err *err)
{
	struct tls_context *context = xcalloc(1, sizeof(*context));
	ERR_clear_error();
	context->ctx = SSL_CTX_new(method);
	if (context->ctx == NULL ||
	    SSL_CTX_set_min_proto_version(context->ctx, TLS1_2_VERSION) != 1) {
		refuse(err, TLS_ERR_LIBRARY, "OpenSSL", "");
		tls_context_free(&context);
		return NULL;
	}
	SSL_CTX_set_options(context->ctx,
	    SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
	SSL_CTX_set_mode(context->ctx, SSL_MODE_ENABLE_PARTIAL_WRITE |
					   SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
					   SSL_MODE_RELEASE_BUFFERS);
	SSL_CTX_set_session_cache_mode(context->ctx, SSL_SESS_CACHE_OFF);
	/* Many small records come in one read(2). */
	SSL_CTX_set_read_ahead(context->ctx, 1);
	SSL_CTX_set_default_read_buffer_len(context->ctx, READ_AHEAD_OCTETS);
	return context;
}

struct tls_context *
tls_client_context(const char *ca_file, struct err *err)
{
	struct tls_context *context = context_new(TLS_client_method(), err);
	if (context == NULL)
		return NULL;
	SSL_CTX_set_verify(context->ctx, SSL_VERIFY_PEER, on_certificate);
	bool own = ca_file != NULL && ca_file[0] != '\0';
	str_copy(context->store, sizeof(context->store),
	    str_from(own ? ca_file : "the system's certificates"));
	int good = own ? SSL_CTX_load_verify_file(context->ctx, ca_file)
		       : SSL_CTX_set_default_verify_paths(context->ctx);
	if (good != 1) {
		refuse(err, TLS_ERR_FILE, "CA file", context->store);
		tls_context_free(&context);
	}
	return context;
}

/* A key with a password would ask for it on the terminal. */
static int
no_password(char *dst, int octets, int writing, void *arg)
{
	(void)dst;
	(void)octets;
	(void)writing;
	(void)arg;
	return -1;
}

struct tls_context *
tls_server_context(
    const char *certificate_file, const char *key_file, struct err *err)
{
	struct tls_context *context = context_new(TLS_server_method(), err);
	if (context == NULL)
		return NULL;
	int rc = 0;
	SSL_CTX_set_default_passwd_cb(context->ctx, no_password);
	if (SSL_CTX_use_certificate_chain_file(
		context->ctx, certificate_file) != 1)
		rc = refuse(
		    err, TLS_ERR_FILE, "tls-certificate", certificate_file);
	else if (SSL_CTX_use_PrivateKey_file(
		     context->ctx, key_file, SSL_FILETYPE_PEM) != 1)
		rc = refuse(err, TLS_ERR_FILE, "tls-key", key_file);
	else if (SSL_CTX_check_private_key(context->ctx) != 1)
		rc = refuse(err, TLS_ERR_PAIR, "tls-key", key_file);
	if (rc != 0)
		tls_context_free(&context);
	return context;
}

/* Who names none of ours is refused; who names nothing is not asked. */
static int
choose_application(SSL *ssl, const unsigned char **out, unsigned char *octets,
    const unsigned char *named, unsigned named_octets, void *arg)
{
	static const unsigned char ours[] = "\x08http/1.1";
	(void)ssl;
	(void)arg;
	unsigned char *chosen = NULL;
	int rc = SSL_select_next_proto(
	    &chosen, octets, ours, sizeof(ours) - 1, named, named_octets);
	*out = chosen;
	return rc == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK
					    : SSL_TLSEXT_ERR_ALERT_FATAL;
}

void
tls_context_modern(struct tls_context *context)
{
	PANIC_UNLESS(SSL_CTX_set_cipher_list(context->ctx,
			 "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL") == 1);
	SSL_CTX_set_options(context->ctx, SSL_OP_CIPHER_SERVER_PREFERENCE);
	PANIC_UNLESS(SSL_CTX_set_num_tickets(context->ctx, 0) == 1);
	SSL_CTX_set_alpn_select_cb(context->ctx, choose_application, NULL);
}

void
tls_context_free(struct tls_context **context)
{
	struct tls_context *c = *context;
	*context = NULL;
	if (c == NULL)
		return;
	SSL_CTX_free(c->ctx);
	free(c);
}

/* -- sessions -------------------------------------------------------------- */

static struct tls *
session_new(struct tls_context *context, int fd)
{
	struct tls *t = xcalloc(1, sizeof(*t));
	t->ssl = SSL_new(context->ctx);
	PANIC_UNLESS(t->ssl != NULL);
	PANIC_UNLESS(SSL_set_fd(t->ssl, fd) == 1);
	SSL_set_app_data(t->ssl, t);
	memcpy(t->store, context->store, sizeof(t->store));
	return t;
}

static bool
is_address(const char *name)
{
	unsigned char octets[sizeof(struct in6_addr)];
	return inet_pton(AF_INET, name, octets) == 1 ||
	       inet_pton(AF_INET6, name, octets) == 1;
}

struct tls *
tls_client(struct tls_context *context, int fd, const char *name)
{
	struct tls *t = session_new(context, fd);
	str_copy(t->name, sizeof(t->name), str_from(name));
	bool good;
	if (is_address(name)) {
		good = X509_VERIFY_PARAM_set1_ip_asc(
			   SSL_get0_param(t->ssl), name) == 1;
	} else {
		SSL_set_hostflags(t->ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
		good = name[0] != '\0' && SSL_set1_host(t->ssl, name) == 1 &&
		       SSL_set_tlsext_host_name(t->ssl, name) == 1;
	}
	/* Without a name there would be no check: no handshake then. */
	if (!good)
		snprintf(t->why, sizeof(t->why),
		    "\"%.60s\" is no name that a certificate can have", name);
	SSL_set_connect_state(t->ssl);
	return t;
}

struct tls *
tls_server(struct tls_context *context, int fd)
{
	struct tls *t = session_new(context, fd);
	SSL_set_accept_state(t->ssl);
	return t;
}

void
tls_free(struct tls **tls)
{
	struct tls *t = *tls;
	*tls = NULL;
	if (t == NULL)
		return;
	SSL_free(t->ssl);
	free(t);
}

static enum stream_io
ended(struct tls *t, int rc)
{
	int system_error = errno;
	int ssl_error = SSL_get_error(t->ssl, rc);
	if (ssl_error == SSL_ERROR_WANT_READ)
		return STREAM_IO_READ;
	if (ssl_error == SSL_ERROR_WANT_WRITE)
		return STREAM_IO_WRITE;
	tell_failure(t, ssl_error, system_error);
	return STREAM_IO_END;
}

enum stream_io
tls_handshake(struct tls *tls)
{
	if (tls->why[0] != '\0')
		return STREAM_IO_END;
	ERR_clear_error();
	errno = 0;
	int rc = SSL_do_handshake(tls->ssl);
	return rc == 1 ? STREAM_IO_DONE : ended(tls, rc);
}

const char *
tls_why(const struct tls *tls)
{
	return tls->why;
}

void
tls_describe(const struct tls *tls, char *dst, size_t dst_octets)
{
	snprintf(dst, dst_octets, "%s %s", SSL_get_version(tls->ssl),
	    SSL_get_cipher_name(tls->ssl));
}

/* -- as a layer of a stream ------------------------------------------------ */

static enum stream_io
layer_read(void *arg, void *dst, size_t room, size_t *octets_out)
{
	struct tls *t = arg;
	*octets_out = 0;
	ERR_clear_error();
	errno = 0;
	int rc = SSL_read_ex(t->ssl, dst, room, octets_out);
	return rc == 1 ? STREAM_IO_DONE : ended(t, rc);
}

static enum stream_io
layer_write(void *arg, const void *bytes, size_t octets, size_t *octets_out)
{
	struct tls *t = arg;
	*octets_out = 0;
	ERR_clear_error();
	errno = 0;
	int rc = SSL_write_ex(t->ssl, bytes, octets, octets_out);
	return rc == 1 ? STREAM_IO_DONE : ended(t, rc);
}

static const char *
layer_why(const void *arg)
{
	return tls_why(arg);
}

/* The goodbye is tried, not awaited. */
static void
layer_free(void *arg)
{
	struct tls *t = arg;
	ERR_clear_error();
	if (SSL_is_init_finished(t->ssl) && t->why[0] == '\0')
		SSL_shutdown(t->ssl);
	ERR_clear_error();
	tls_free(&t);
}

const struct stream_layer *
tls_layer(void)
{
	static const struct stream_layer layer = {
	    .read = layer_read,
	    .write = layer_write,
	    .why = layer_why,
	    .free = layer_free,
	};
	return &layer;
}

struct bufferevent *
tls_bufferevent(struct tls_context *context, struct event_base *base, int fd)
{
	SSL *ssl = SSL_new(context->ctx);
	PANIC_UNLESS(ssl != NULL);
	/* It waits for the socket, whatever lies read in advance. */
	SSL_set_read_ahead(ssl, 0);
	struct bufferevent *bev = bufferevent_openssl_socket_new(
	    base, fd, ssl, BUFFEREVENT_SSL_ACCEPTING, BEV_OPT_CLOSE_ON_FREE);
	PANIC_UNLESS(bev != NULL);
	bufferevent_openssl_set_allow_dirty_shutdown(bev, 1);
	return bev;
}
