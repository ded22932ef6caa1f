#include "tests/base/tls_kit.h"

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "base/panic.h"

struct made {
	X509 *certificate;
	EVP_PKEY *key;
};

const char *
tls_kit_path(const struct tls_kit *kit, char dst[128], const char *file)
{
	snprintf(dst, 128, "%s/%s", kit->dir, file);
	return dst;
}

static void
save(const struct tls_kit *kit, const char *name, const struct made *made)
{
	char file[48], path[128];
	snprintf(file, sizeof(file), "%s.pem", name);
	FILE *out = fopen(tls_kit_path(kit, path, file), "w");
	PANIC_UNLESS(
	    out != NULL && PEM_write_X509(out, made->certificate) == 1);
	fclose(out);
	snprintf(file, sizeof(file), "%s.key", name);
	out = fopen(tls_kit_path(kit, path, file), "w");
	PANIC_UNLESS(out != NULL && PEM_write_PrivateKey(out, made->key, NULL,
					NULL, 0, NULL, NULL) == 1);
	fclose(out);
}

static void
add_extension(X509 *certificate, int nid, const char *value)
{
	X509V3_CTX context;
	X509V3_set_ctx_nodb(&context);
	X509V3_set_ctx(&context, certificate, certificate, NULL, NULL, 0);
	X509_EXTENSION *extension =
	    X509V3_EXT_conf_nid(NULL, &context, nid, value);
	PANIC_UNLESS(extension != NULL);
	X509_add_ext(certificate, extension, -1);
	X509_EXTENSION_free(extension);
}

/* ca: NULL for one that signs itself.  days: from now on, or until then. */
static struct made
make(const char *name, const char *hosts, const struct made *ca, long days)
{
	struct made made = {X509_new(), EVP_EC_gen("P-256")};
	X509 *c = made.certificate;
	X509_set_version(c, 2);
	ASN1_INTEGER_set(X509_get_serialNumber(c), random());
	X509_gmtime_adj(X509_getm_notBefore(c), days < 0 ? days * 172800 : -60);
	X509_gmtime_adj(X509_getm_notAfter(c), days * 86400);
	X509_set_pubkey(c, made.key);
	X509_NAME_add_entry_by_txt(X509_get_subject_name(c), "CN", MBSTRING_ASC,
	    (const unsigned char *)name, -1, -1, 0);
	X509_set_issuer_name(
	    c, X509_get_subject_name(ca != NULL ? ca->certificate : c));
	add_extension(c, NID_basic_constraints,
	    ca == NULL ? "critical,CA:TRUE" : "CA:FALSE");
	if (hosts != NULL)
		add_extension(c, NID_subject_alt_name, hosts);
	PANIC_UNLESS(
	    X509_sign(c, ca != NULL ? ca->key : made.key, EVP_sha256()) > 0);
	return made;
}

static void
drop(struct made *made)
{
	X509_free(made->certificate);
	EVP_PKEY_free(made->key);
}

void
tls_kit_make(struct tls_kit *kit)
{
	static const struct {
		const char *name, *hosts;
		long days;
	} leaves[] = {
	    {"good", "DNS:localhost,IP:127.0.0.1,DNS:*.furrow.test", 10},
	    {"other", "DNS:sms.example.org", 10},
	    {"expired", "DNS:localhost,IP:127.0.0.1", -10},
	};
	snprintf(kit->dir, sizeof(kit->dir), "tls_kit.XXXXXX");
	PANIC_UNLESS(mkdtemp(kit->dir) != NULL);
	struct made ca = make("Furrow test CA", NULL, NULL, 20);
	struct made stranger = make("A stranger", NULL, NULL, 20);
	save(kit, "ca", &ca);
	save(kit, "stranger", &stranger);
	for (size_t i = 0; i < sizeof(leaves) / sizeof(leaves[0]); i++) {
		struct made leaf =
		    make("leaf", leaves[i].hosts, &ca, leaves[i].days);
		save(kit, leaves[i].name, &leaf);
		drop(&leaf);
	}
	drop(&ca);
	drop(&stranger);
}

void
tls_kit_remove(struct tls_kit *kit)
{
	static const char *const names[] = {
	    "ca", "stranger", "good", "other", "expired"};
	char file[48], path[128];
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(file, sizeof(file), "%s.pem", names[i]);
		unlink(tls_kit_path(kit, path, file));
		snprintf(file, sizeof(file), "%s.key", names[i]);
		unlink(tls_kit_path(kit, path, file));
	}
	rmdir(kit->dir);
}

int
tls_kit_listen(unsigned short *port_out)
{
	struct sockaddr_in name = {.sin_family = AF_INET};
	socklen_t octets = sizeof(name);
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	PANIC_UNLESS(bind(fd, (struct sockaddr *)&name, sizeof(name)) == 0 &&
		     listen(fd, 16) == 0 &&
		     getsockname(fd, (struct sockaddr *)&name, &octets) == 0);
	*port_out = ntohs(name.sin_port);
	return fd;
}

int
tls_kit_accept(int listener)
{
	struct pollfd ready = {.fd = listener, .events = POLLIN};
	return poll(&ready, 1, 5000) == 1 ? accept(listener, NULL, NULL) : -1;
}

static void
echo(SSL_CTX *ctx, int fd, int octets_at_once)
{
	char buffer[65536];
	SSL *ssl = SSL_new(ctx);
	SSL_set_fd(ssl, fd);
	int got = SSL_accept(ssl) == 1;
	while (got > 0 && (got = SSL_read(ssl, buffer, sizeof(buffer))) > 0)
		for (int at = 0, n; at < got; at += n) {
			n = got - at;
			if (octets_at_once > 0 && n > octets_at_once)
				n = octets_at_once;
			if (SSL_write(ssl, buffer + at, n) != n)
				break;
		}
	SSL_free(ssl);
	close(fd);
}

int
tls_kit_echo(const struct tls_kit *kit, const char *name, int listener,
    int times, int octets_at_once)
{
	int pid = fork();
	if (pid != 0)
		return pid;
	char file[48], path[128];
	signal(SIGPIPE, SIG_IGN);
	alarm(20);
	SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
	snprintf(file, sizeof(file), "%s.pem", name);
	SSL_CTX_use_certificate_chain_file(ctx, tls_kit_path(kit, path, file));
	snprintf(file, sizeof(file), "%s.key", name);
	SSL_CTX_use_PrivateKey_file(
	    ctx, tls_kit_path(kit, path, file), SSL_FILETYPE_PEM);
	for (int fd; times > 0 && (fd = tls_kit_accept(listener)) >= 0; times--)
		echo(ctx, fd, octets_at_once);
	_exit(0);
}

void
tls_kit_wait(int pid)
{
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
}

/* -- who offers this and that ------------------------------------------------
 */

static SSL_CTX *
offering(const struct tls_kit *kit, const struct tls_kit_offer *offer)
{
	char path[128];
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	unsigned char named[32] = {0};
	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
	SSL_CTX_load_verify_file(ctx, tls_kit_path(kit, path, "ca.pem"));
	SSL_CTX_set_min_proto_version(ctx, offer->least);
	SSL_CTX_set_max_proto_version(ctx, offer->most);
	if (offer->ciphers != NULL &&
	    SSL_CTX_set_cipher_list(ctx, offer->ciphers) != 1)
		_exit(TLS_KIT_CANNOT);
	if (offer->protocol != NULL) {
		size_t octets = strlen(offer->protocol);
		named[0] = (unsigned char)octets;
		memcpy(named + 1, offer->protocol, octets);
		SSL_CTX_set_alpn_protos(ctx, named, (unsigned)octets + 1);
	}
	return ctx;
}

/* What the other side says is an alert; what stays here is no answer. */
static enum tls_kit_found
why_not(void)
{
	unsigned long first = ERR_peek_error();
	int why = ERR_GET_REASON(first);
	return ERR_GET_LIB(first) == ERR_LIB_SSL && why >= SSL_AD_REASON_OFFSET
		   ? TLS_KIT_REFUSED
		   : TLS_KIT_CANNOT;
}

int
tls_kit_ask(const struct tls_kit *kit, unsigned short port,
    const struct tls_kit_offer *offer)
{
	int pid = fork();
	if (pid != 0)
		return pid;
	struct sockaddr_in name = {
	    .sin_family = AF_INET, .sin_port = htons(port)};
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	alarm(20);
	SSL *ssl = SSL_new(offering(kit, offer));
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	if (connect(fd, (struct sockaddr *)&name, sizeof(name)) != 0)
		_exit(TLS_KIT_CANNOT);
	SSL_set_fd(ssl, fd);
	if (SSL_connect(ssl) != 1)
		_exit((int)why_not());
	int version = SSL_version(ssl);
	_exit(version == TLS1_2_VERSION   ? TLS_KIT_1_2
	      : version == TLS1_3_VERSION ? TLS_KIT_1_3
					  : TLS_KIT_OTHER);
}
