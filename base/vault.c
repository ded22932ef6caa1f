/* The writing half. */
#include "base/vault.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/fault.h"
#include "base/panic.h"
#include "base/vault_private.h"

/* Half of what the best one saves, for a tenth of its time. */
#define ZIP_LEVEL 4

struct vault_out {
	int fd;
	char path[PATH_MAX], part[PATH_MAX];
	int64_t octets; /* written so far */
	int64_t owed; /* of the piece at work */
	crypto_secretstream_xchacha20poly1305_state stream;
	crypto_generichash_state sum; /* of all that was written */
	z_stream zip;
	bool proven; /* the first chunk was written */
	struct vault_head head;
	uint8_t plain[VAULT_CHUNK];
	uint8_t locked[VAULT_CHUNK + VAULT_TAG];
};

/* -- to the disk ----------------------------------------------------------- */

static int
trouble(const char *path, struct err *err)
{
	int why = errno;
	bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
	return err_set(err, full ? VAULT_FULL : VAULT_IO, 0, "%s: %s", path,
	    strerror(why));
}

static int
put(struct vault_out *out, const uint8_t *at, size_t octets, struct err *err)
{
	crypto_generichash_update(&out->sum, at, octets);
	while (octets > 0) {
		ssize_t n = write(out->fd, at, octets);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return trouble(out->part, err);
		at += n;
		octets -= (size_t)n;
		out->octets += n;
	}
	return 0;
}

static int
put_chunk(struct vault_out *out, size_t octets, bool last, struct err *err)
{
	unsigned long long locked;
	int rc = crypto_secretstream_xchacha20poly1305_push(&out->stream,
	    out->locked, &locked, out->plain, octets,
	    out->proven ? NULL : (const uint8_t *)&out->head,
	    out->proven ? 0 : VAULT_HEAD_PROVEN,
	    last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
		 : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
	PANIC_UNLESS(rc == 0);
	out->proven = true;
	return put(out, out->locked, (size_t)locked, err);
}

/* -- opening --------------------------------------------------------------- */

static void
lock(struct vault_out *out, const struct vault_key *key)
{
	uint8_t secret[crypto_secretstream_xchacha20poly1305_KEYBYTES];
	struct vault_head *head = &out->head;
	memcpy(head->magic, VAULT_MAGIC, VAULT_MAGIC_OCTETS);
	memcpy(head->id, key->id, sizeof(head->id));
	crypto_secretstream_xchacha20poly1305_keygen(secret);
	PANIC_UNLESS(crypto_box_seal(head->sealed, secret, sizeof(secret),
			 key->public_half) == 0);
	PANIC_UNLESS(crypto_secretstream_xchacha20poly1305_init_push(
			 &out->stream, head->stream, secret) == 0);
	sodium_memzero(secret, sizeof(secret));
}

static struct vault_out *
make(const char *path)
{
	struct vault_out *out = xcalloc(1, sizeof(*out));
	out->fd = -1;
	snprintf(out->path, sizeof(out->path), "%s", path);
	if ((size_t)snprintf(out->part, sizeof(out->part), "%s.part", path) >=
	    sizeof(out->part))
		out->part[0] = '\0';
	PANIC_UNLESS(deflateInit(&out->zip, ZIP_LEVEL) == Z_OK);
	out->zip.next_out = out->plain;
	out->zip.avail_out = VAULT_CHUNK;
	crypto_generichash_init(&out->sum, NULL, 0, crypto_generichash_BYTES);
	return out;
}

struct vault_out *
vault_create(const char *path, const struct vault_key *key, struct err *err)
{
	PANIC_UNLESS(sodium_init() >= 0);
	struct vault_out *out = make(path);
	lock(out, key);
	if (out->part[0] == '\0') {
		err_set(err, VAULT_IO, 0, "the path is too long");
		vault_abandon(&out);
		return NULL;
	}
	unlink(out->part);
	out->fd = open(out->part,
	    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (out->fd < 0) {
		trouble(out->part, err);
		out->part[0] = '\0'; /* not ours to take away */
	}
	if (out->fd < 0 ||
	    put(out, (const uint8_t *)&out->head, sizeof(out->head), err) != 0)
		vault_abandon(&out);
	return out;
}

/* -- pieces ---------------------------------------------------------------- */

static int
squeeze(struct vault_out *out, const void *at, size_t octets, int flush,
    struct err *err)
{
	int rc = Z_OK;
	out->zip.next_in = at;
	out->zip.avail_in = (uInt)octets;
	do {
		rc = deflate(&out->zip, flush);
		PANIC_UNLESS(rc != Z_STREAM_ERROR);
		if (out->zip.avail_out > 0)
			continue;
		int code = put_chunk(out, VAULT_CHUNK, false, err);
		if (code != 0)
			return code;
		out->zip.next_out = out->plain;
		out->zip.avail_out = VAULT_CHUNK;
	} while (
	    flush == Z_FINISH ? rc != Z_STREAM_END : out->zip.avail_in > 0);
	return 0;
}

int
vault_piece(
    struct vault_out *out, const char *name, int64_t octets, struct err *err)
{
	uint8_t head[VAULT_PIECE_OCTETS + VAULT_NAME_OCTETS];
	size_t length = strlen(name);
	PANIC_UNLESS(out->owed == 0 && length > 0 && octets >= 0 &&
		     length < VAULT_NAME_OCTETS);
	head[0] = 0;
	head[1] = (uint8_t)length;
	for (int i = 0; i < 8; i++)
		head[2 + i] = (uint8_t)((uint64_t)octets >> (56 - 8 * i));
	memcpy(head + VAULT_PIECE_OCTETS, name, length);
	out->owed = octets;
	return squeeze(out, head, VAULT_PIECE_OCTETS + length, Z_NO_FLUSH, err);
}

int
vault_write(
    struct vault_out *out, const void *at, size_t octets, struct err *err)
{
	PANIC_UNLESS(octets <= VAULT_CHUNK && (int64_t)octets <= out->owed);
	out->owed -= (int64_t)octets;
	return squeeze(out, at, octets, Z_NO_FLUSH, err);
}

/* -- the end --------------------------------------------------------------- */

static int
end_stream(struct vault_out *out, struct err *err)
{
	static const uint8_t end[VAULT_PIECE_OCTETS];
	PANIC_UNLESS(out->owed == 0);
	int code = squeeze(out, end, sizeof(end), Z_FINISH, err);
	if (code != 0)
		return code;
	return put_chunk(out, VAULT_CHUNK - out->zip.avail_out, true, err);
}

/* From the device and not from the cache, as far as the kernel lets go. */
static int
read_back(struct vault_out *out, struct err *err)
{
	crypto_generichash_state sum;
	uint8_t was[crypto_generichash_BYTES], is[crypto_generichash_BYTES];
	int fd = open(out->part, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t n = fd < 0 ? -1 : 1;
	crypto_generichash_init(&sum, NULL, 0, sizeof(is));
	if (fd >= 0)
		posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	while (n > 0) {
		n = read(fd, out->plain, sizeof(out->plain));
		if (n > 0)
			crypto_generichash_update(&sum, out->plain, (size_t)n);
	}
	int code = n < 0 ? trouble(out->part, err) : 0;
	if (fd >= 0)
		close(fd);
	crypto_generichash_final(&sum, is, sizeof(is));
	crypto_generichash_final(&out->sum, was, sizeof(was));
	if (code == 0 && sodium_memcmp(was, is, sizeof(is)) != 0)
		code = err_set(err, VAULT_ALTERED, 0,
		    "%s: the disk gives back other octets than were written",
		    out->part);
	return code;
}

static int
sync_folder(const char *path, struct err *err)
{
	char folder[PATH_MAX];
	snprintf(folder, sizeof(folder), "%s", path);
	int fd = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* A stick's file system may not know how: then it does it alone. */
	int code = 0;
	if (fd < 0 || (fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP))
		code = trouble(folder, err);
	if (fd >= 0)
		close(fd);
	return code;
}

static int
settle(struct vault_out *out, struct err *err)
{
	int code = end_stream(out, err);
	fault_here("vault.written");
	if (code == 0 && fsync(out->fd) != 0)
		code = trouble(out->part, err);
	if (code == 0)
		code = read_back(out, err);
	fault_here("vault.proven");
	if (code == 0 && rename(out->part, out->path) != 0)
		code = trouble(out->path, err);
	if (code == 0) {
		out->part[0] = '\0';
		code = sync_folder(out->path, err);
	}
	return code;
}

int
vault_finish(struct vault_out **out, int64_t *octets_out, struct err *err)
{
	int code = settle(*out, err);
	*octets_out = (*out)->octets;
	vault_abandon(out);
	return code;
}

void
vault_abandon(struct vault_out **out)
{
	struct vault_out *o = *out;
	*out = NULL;
	if (o == NULL)
		return;
	if (o->fd >= 0)
		close(o->fd);
	if (o->part[0] != '\0')
		unlink(o->part);
	deflateEnd(&o->zip);
	sodium_memzero(o, sizeof(*o));
	free(o);
}
