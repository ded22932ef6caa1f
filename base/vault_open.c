/* The reading half. */
#include "base/vault.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/panic.h"
#include "base/vault_private.h"

struct vault_in {
	int fd;
	char path[PATH_MAX];
	int64_t place; /* in the file, of the next chunk */
	int64_t left; /* of the piece at work */
	bool last; /* the last chunk was read */
	bool ended; /* the end of all pieces, too */
	bool proven; /* the first chunk was */
	crypto_secretstream_xchacha20poly1305_state stream;
	z_stream zip;
	struct vault_head head;
	uint8_t plain[VAULT_CHUNK];
	uint8_t locked[VAULT_CHUNK + VAULT_TAG];
};

/* Octets read, fewer only at the file's end; negative with err. */
static ssize_t
take(int fd, const char *path, void *at, size_t octets, struct err *err)
{
	size_t done = 0;
	while (done < octets) {
		ssize_t n = read(fd, (uint8_t *)at + done, octets - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, VAULT_IO, done, "%s: %s", path,
			    strerror(errno));
		if (n == 0)
			break;
		done += (size_t)n;
	}
	return (ssize_t)done;
}

static int
cut(const struct vault_in *in, struct err *err)
{
	return err_set(err, VAULT_CUT, (size_t)in->place,
	    "%s is cut short (or damaged) behind octet %lld", in->path,
	    (long long)in->place);
}

static int
altered(const struct vault_in *in, struct err *err)
{
	return err_set(err, VAULT_ALTERED, (size_t)in->place,
	    "%s is damaged or was altered behind octet %lld", in->path,
	    (long long)in->place);
}

/* -- the head -------------------------------------------------------------- */

static int
read_head(int fd, const char *path, struct vault_head *head, struct err *err)
{
	uint8_t in[sizeof(*head)];
	ssize_t n = take(fd, path, in, sizeof(in), err);
	if (n < 0)
		return (int)n;
	int code = vault_head_read(head, span_of(in, (size_t)n));
	if (code == VAULT_FORM)
		return err_set(err, code, 0,
		    "%s is no backup of furrow's, or its beginning is damaged",
		    path);
	if (code == VAULT_CUT)
		return err_set(err, code, (size_t)n,
		    "%s is cut short: it ends at octet %lld", path,
		    (long long)n);
	return 0;
}

static int
unlock(struct vault_in *in, const struct vault_key *key, struct err *err)
{
	uint8_t secret[crypto_secretstream_xchacha20poly1305_KEYBYTES];
	char needs[VAULT_ID_TEXT], has[VAULT_ID_TEXT];
	int code = 0;
	vault_key_name(needs, in->head.id);
	vault_key_name(has, key->id);
	if (!key->secret)
		return err_set(err, VAULT_WRONG_KEY, 0,
		    "the public key only locks: opening takes the secret key");
	if (memcmp(in->head.id, key->id, sizeof(key->id)) != 0)
		return err_set(err, VAULT_WRONG_KEY, 0,
		    "%s needs the secret key %s, this one is %s", in->path,
		    needs, has);
	if (crypto_box_seal_open(secret, in->head.sealed,
		sizeof(in->head.sealed), key->public_half,
		key->secret_half) != 0 ||
	    crypto_secretstream_xchacha20poly1305_init_pull(
		&in->stream, in->head.stream, secret) != 0)
		code = altered(in, err);
	sodium_memzero(secret, sizeof(secret));
	return code;
}

struct vault_in *
vault_open(const char *path, const struct vault_key *key, struct err *err)
{
	PANIC_UNLESS(sodium_init() >= 0);
	struct vault_in *in = xcalloc(1, sizeof(*in));
	PANIC_UNLESS(inflateInit(&in->zip) == Z_OK);
	snprintf(in->path, sizeof(in->path), "%s", path);
	in->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	int code = in->fd < 0 ? err_set(err, VAULT_IO, 0, "%s: %s", path,
				    strerror(errno))
			      : read_head(in->fd, path, &in->head, err);
	if (code == 0)
		code = unlock(in, key, err);
	in->place = sizeof(in->head);
	if (code != 0)
		vault_close(&in);
	return in;
}

int
vault_who(const char *path, uint8_t id_out[VAULT_ID_OCTETS],
    int64_t *octets_out, struct err *err)
{
	struct vault_head head;
	struct stat st = {.st_size = 0};
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	int code;
	memset(id_out, 0, VAULT_ID_OCTETS);
	*octets_out = 0;
	if (fd < 0 || fstat(fd, &st) != 0)
		code =
		    err_set(err, VAULT_IO, 0, "%s: %s", path, strerror(errno));
	else
		code = read_head(fd, path, &head, err);
	if (fd >= 0)
		close(fd);
	if (code != 0)
		return code;
	memcpy(id_out, head.id, VAULT_ID_OCTETS);
	*octets_out = st.st_size;
	return 0;
}

/* -- chunks ---------------------------------------------------------------- */

/* The next chunk, proven, is what zlib reads next. */
static int
next_chunk(struct vault_in *in, struct err *err)
{
	unsigned long long octets;
	unsigned char tag;
	if (in->last)
		return altered(in, err); /* pieces go on, the file does not */
	ssize_t n = take(in->fd, in->path, in->locked, sizeof(in->locked), err);
	if (n < 0)
		return (int)n;
	if ((size_t)n < VAULT_TAG) {
		in->place += n;
		return cut(in, err);
	}
	if (crypto_secretstream_xchacha20poly1305_pull(&in->stream, in->plain,
		&octets, &tag, in->locked, (unsigned long long)n,
		in->proven ? NULL : (const uint8_t *)&in->head,
		in->proven ? 0 : VAULT_HEAD_PROVEN) != 0)
		return (size_t)n < sizeof(in->locked) ? cut(in, err)
						      : altered(in, err);
	in->proven = true;
	in->place += n;
	in->last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	in->zip.next_in = in->plain;
	in->zip.avail_in = (uInt)octets;
	return 0;
}

/* Exactly so many octets of what was compressed. */
static int
expand(struct vault_in *in, void *at, size_t octets, struct err *err)
{
	in->zip.next_out = at;
	in->zip.avail_out = (uInt)octets;
	while (in->zip.avail_out > 0) {
		int rc = inflate(&in->zip, Z_NO_FLUSH);
		if (rc == Z_STREAM_END && in->zip.avail_out > 0)
			return altered(in, err);
		if (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR)
			return altered(in, err);
		if (in->zip.avail_out == 0)
			return 0;
		if (in->zip.avail_in == 0) {
			int code = next_chunk(in, err);
			if (code != 0)
				return code;
		}
	}
	return 0;
}

/* Behind the last piece there is nothing but the end of the stream. */
static int
see_end(struct vault_in *in, struct err *err)
{
	uint8_t more;
	int rc = Z_OK;
	in->zip.next_out = &more;
	in->zip.avail_out = 1;
	while (rc != Z_STREAM_END) {
		rc = inflate(&in->zip, Z_NO_FLUSH);
		if (in->zip.avail_out == 0 ||
		    (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR))
			return altered(in, err);
		if (rc == Z_STREAM_END || in->zip.avail_in > 0)
			continue;
		int code = next_chunk(in, err);
		if (code != 0)
			return code;
	}
	while (!in->last) {
		int code = next_chunk(in, err);
		if (code != 0)
			return code;
	}
	ssize_t n = take(in->fd, in->path, &more, 1, err);
	if (n > 0 || in->zip.avail_in > 0)
		return altered(in, err);
	in->ended = true;
	return (int)n;
}

/* -- pieces ---------------------------------------------------------------- */

static int
pass_over(struct vault_in *in, struct err *err)
{
	uint8_t away[4096];
	int n = 1;
	while (n > 0)
		n = vault_read(in, away, sizeof(away), err);
	return n;
}

int
vault_next(struct vault_in *in, char name[VAULT_NAME_OCTETS],
    int64_t *octets_out, struct err *err)
{
	uint8_t head[VAULT_PIECE_OCTETS];
	int code = pass_over(in, err);
	name[0] = '\0';
	*octets_out = 0;
	if (code != 0 || in->ended)
		return code;
	code = expand(in, head, sizeof(head), err);
	if (code != 0)
		return code;
	size_t length;
	code = vault_head_piece(head, &length, &in->left);
	if (code == 0)
		return see_end(in, err);
	if (code < 0)
		return altered(in, err);
	code = expand(in, name, length, err);
	name[length] = '\0';
	*octets_out = in->left;
	return code != 0 ? code : 1;
}

int
vault_read(struct vault_in *in, void *at, size_t octets, struct err *err)
{
	if ((int64_t)octets > in->left)
		octets = (size_t)in->left;
	if (octets > VAULT_CHUNK)
		octets = VAULT_CHUNK;
	if (octets == 0)
		return 0;
	int code = expand(in, at, octets, err);
	if (code != 0)
		return code;
	in->left -= (int64_t)octets;
	return (int)octets;
}

void
vault_close(struct vault_in **in)
{
	struct vault_in *i = *in;
	*in = NULL;
	if (i == NULL)
		return;
	if (i->fd >= 0)
		close(i->fd);
	inflateEnd(&i->zip);
	sodium_memzero(i, sizeof(*i));
	free(i);
}
