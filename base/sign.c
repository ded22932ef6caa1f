#include "base/sign.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/panic.h"

#define FILE_OCTETS 4096 /* a key's file has some 120 */

struct sign_key {
	EVP_PKEY *pkey;
};

/* -- keys ------------------------------------------------------------------ */

static struct sign_key *
wrap(EVP_PKEY *take)
{
	struct sign_key *key = xcalloc(1, sizeof(*key));

	PANIC_UNLESS(take != NULL);
	key->pkey = take;
	return key;
}

struct sign_key *
sign_key_new(void)
{
	return wrap(EVP_PKEY_Q_keygen(NULL, NULL, "ED25519"));
}

void
sign_key_free(struct sign_key **key)
{
	if (*key == NULL)
		return;
	EVP_PKEY_free((*key)->pkey);
	free(*key);
	*key = NULL;
}

void
sign_key_public(const struct sign_key *key, uint8_t dst[SIGN_PUBLIC_OCTETS])
{
	size_t octets = SIGN_PUBLIC_OCTETS;

	PANIC_UNLESS(
	    EVP_PKEY_get_raw_public_key(key->pkey, dst, &octets) == 1 &&
	    octets == SIGN_PUBLIC_OCTETS);
}

/* -- files ----------------------------------------------------------------- */

static int
read_file(char *dst, size_t dst_octets, size_t *octets_out, const char *path,
    bool secret, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	ssize_t n;

	*octets_out = 0;
	if (fd < 0)
		return err_set(err, errno == ENOENT ? SIGN_NONE : SIGN_FILE, 0,
		    "%s: %s", path, strerror(errno));
	if (secret && fstat(fd, &st) == 0 && (st.st_mode & 077) != 0) {
		close(fd);
		return err_set(err, SIGN_OPEN, 0,
		    "%s may be read by others: chmod 600 it, or make a new key",
		    path);
	}
	n = read(fd, dst, dst_octets);
	close(fd);
	if (n < 0)
		return err_set(
		    err, SIGN_FILE, 0, "%s: %s", path, strerror(errno));
	*octets_out = (size_t)n;
	return 0;
}

static EVP_PKEY *
parse(const char *pem, size_t octets, bool secret)
{
	BIO *bio = BIO_new_mem_buf(pem, (int)octets);
	/* A key behind one is refused, not asked for. */
	char no_passphrase[] = "";
	EVP_PKEY *pkey;

	PANIC_UNLESS(bio != NULL);
	pkey = secret ? PEM_read_bio_PrivateKey(bio, NULL, NULL, no_passphrase)
		      : PEM_read_bio_PUBKEY(bio, NULL, NULL, NULL);
	BIO_free(bio);
	if (pkey != NULL && EVP_PKEY_get_base_id(pkey) != EVP_PKEY_ED25519) {
		EVP_PKEY_free(pkey);
		pkey = NULL;
	}
	return pkey;
}

static EVP_PKEY *
read_key(const char *path, bool secret, struct err *err)
{
	char pem[FILE_OCTETS];
	size_t octets;
	EVP_PKEY *pkey = NULL;

	if (read_file(pem, sizeof(pem), &octets, path, secret, err) == 0) {
		pkey = parse(pem, octets, secret);
		if (pkey == NULL)
			err_set(err, SIGN_KIND, 0,
			    "%s is no Ed25519 %s key in PEM", path,
			    secret ? "private" : "public");
	}
	OPENSSL_cleanse(pem, sizeof(pem));
	return pkey;
}

struct sign_key *
sign_key_read(const char *path, struct err *err)
{
	EVP_PKEY *pkey = read_key(path, true, err);

	return pkey != NULL ? wrap(pkey) : NULL;
}

int
sign_public_read(
    uint8_t dst[SIGN_PUBLIC_OCTETS], const char *path, struct err *err)
{
	struct err why = {.code = 0};
	EVP_PKEY *pkey = read_key(path, false, &why);
	size_t octets = SIGN_PUBLIC_OCTETS;

	memset(dst, 0, SIGN_PUBLIC_OCTETS);
	if (pkey == NULL)
		return err_set(err, why.code, 0, "%s", why.text);
	PANIC_UNLESS(EVP_PKEY_get_raw_public_key(pkey, dst, &octets) == 1);
	EVP_PKEY_free(pkey);
	return 0;
}

/* A key that is half written is worse than none: no file stays. */
static int
write_file(const char *path, int flags, mode_t mode, BIO *pem, struct err *err)
{
	char *at;
	long octets = BIO_get_mem_data(pem, &at);
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, mode);
	bool good;

	if (fd < 0)
		return err_set(
		    err, SIGN_FILE, 0, "%s: %s", path, strerror(errno));
	good = write(fd, at, (size_t)octets) == octets && fsync(fd) == 0;
	if (!good)
		err_set(err, SIGN_FILE, 0, "%s: %s", path, strerror(errno));
	close(fd);
	if (!good)
		unlink(path);
	return good ? 0 : SIGN_FILE;
}

int
sign_key_write(const struct sign_key *key, const char *path, struct err *err)
{
	BIO *pem = BIO_new(BIO_s_secmem());
	int rc;

	PANIC_UNLESS(pem != NULL && PEM_write_bio_PrivateKey(pem, key->pkey,
					NULL, NULL, 0, NULL, NULL) == 1);
	rc = write_file(path, O_EXCL, 0600, pem, err);
	BIO_free(pem);
	return rc;
}

int
sign_public_write(const uint8_t public_key[SIGN_PUBLIC_OCTETS],
    const char *path, struct err *err)
{
	EVP_PKEY *pkey = EVP_PKEY_new_raw_public_key(
	    EVP_PKEY_ED25519, NULL, public_key, SIGN_PUBLIC_OCTETS);
	BIO *pem = BIO_new(BIO_s_mem());
	int rc;

	PANIC_UNLESS(pkey != NULL && pem != NULL &&
		     PEM_write_bio_PUBKEY(pem, pkey) == 1);
	rc = write_file(path, O_TRUNC, 0644, pem, err);
	BIO_free(pem);
	EVP_PKEY_free(pkey);
	return rc;
}

/* -- signatures ------------------------------------------------------------ */

void
sign_make(
    uint8_t dst[SIGN_OCTETS], const struct sign_key *key, struct str message)
{
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	size_t octets = SIGN_OCTETS;

	PANIC_UNLESS(
	    md != NULL &&
	    EVP_DigestSignInit(md, NULL, NULL, NULL, key->pkey) == 1 &&
	    EVP_DigestSign(md, dst, &octets, (const unsigned char *)message.at,
		message.octets) == 1 &&
	    octets == SIGN_OCTETS);
	EVP_MD_CTX_free(md);
}

bool
sign_check(const uint8_t public_key[SIGN_PUBLIC_OCTETS],
    const uint8_t signature[SIGN_OCTETS], struct str message)
{
	EVP_PKEY *pkey = EVP_PKEY_new_raw_public_key(
	    EVP_PKEY_ED25519, NULL, public_key, SIGN_PUBLIC_OCTETS);
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	bool good;

	PANIC_UNLESS(md != NULL);
	good = pkey != NULL &&
	       EVP_DigestVerifyInit(md, NULL, NULL, NULL, pkey) == 1 &&
	       EVP_DigestVerify(md, signature, SIGN_OCTETS,
		   (const unsigned char *)message.at, message.octets) == 1;
	EVP_MD_CTX_free(md);
	EVP_PKEY_free(pkey);
	return good;
}
