#include "base/vault_key.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "base/panic.h"
#include "base/str.h"

#define FILE_OCTETS 4096
#define LINE_OCTETS 128

static const char *const words[] = {"furrow-public-1 ", "furrow-secret-1 "};

static void
complete(struct vault_key *key)
{
	crypto_generichash(key->id, sizeof(key->id), key->public_half,
	    sizeof(key->public_half), NULL, 0);
}

static bool
decode(uint8_t dst[VAULT_KEY_OCTETS], struct str text)
{
	size_t octets = 0;
	return sodium_base642bin(dst, VAULT_KEY_OCTETS, text.at, text.octets,
		   NULL, &octets, NULL, sodium_base64_VARIANT_ORIGINAL) == 0 &&
	       octets == VAULT_KEY_OCTETS;
}

/* One line that is no remark. */
static bool
take_line(struct vault_key *out, struct str line)
{
	for (int secret = 0; secret < 2; secret++) {
		size_t skip = strlen(words[secret]);
		if (!str_starts(line, words[secret]))
			continue;
		struct str rest = str_of(line.at + skip, line.octets - skip);
		out->secret = secret == 1;
		if (!out->secret)
			return decode(out->public_half, rest);
		return decode(out->secret_half, rest) &&
		       crypto_scalarmult_base(
			   out->public_half, out->secret_half) == 0;
	}
	return false;
}

static bool
take_text(struct vault_key *out, struct str text)
{
	struct str line;
	bool found = false;
	while (str_cut(&line, &text, '\n')) {
		line = str_trim(line);
		if (line.octets == 0 || line.at[0] == '#')
			continue;
		if (found || !take_line(out, line))
			return false;
		found = true;
	}
	return found;
}

static int
read_fd(struct vault_key *out, int fd, const char *path, struct err *err)
{
	char text[FILE_OCTETS];
	struct stat st;
	ssize_t octets = read(fd, text, sizeof(text));
	int code = 0;
	if (octets < 0 || fstat(fd, &st) != 0)
		code = err_set(
		    err, VAULT_KEY_READ, 0, "%s: %s", path, strerror(errno));
	else if (!take_text(out, str_of(text, (size_t)octets)))
		code = err_set(err, VAULT_KEY_FORM, 0,
		    "%s is no key file: make a pair by 'furrow backup keygen'",
		    path);
	else if (out->secret && (st.st_mode & 077) != 0)
		code = err_set(err, VAULT_KEY_OPEN, 0,
		    "%s is a secret key that others may read: chmod 600 it",
		    path);
	sodium_memzero(text, sizeof(text));
	return code;
}

int
vault_key_read(struct vault_key *out, const char *path, struct err *err)
{
	memset(out, 0, sizeof(*out));
	PANIC_UNLESS(sodium_init() >= 0);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return err_set(
		    err, VAULT_KEY_READ, 0, "%s: %s", path, strerror(errno));
	int code = read_fd(out, fd, path, err);
	close(fd);
	if (code == 0)
		complete(out);
	else
		vault_key_wipe(out);
	return code;
}

static bool
write_all(int fd, const char *text)
{
	size_t octets = strlen(text);
	return write(fd, text, octets) == (ssize_t)octets && fsync(fd) == 0;
}

static int
write_file(const char *path, const char *word, const char *remark,
    const uint8_t key[VAULT_KEY_OCTETS], mode_t mode, struct err *err)
{
	char text[LINE_OCTETS * 2], encoded[LINE_OCTETS];
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (fd < 0)
		return err_set(
		    err, VAULT_KEY_WRITE, 0, "%s: %s", path, strerror(errno));
	sodium_bin2base64(encoded, sizeof(encoded), key, VAULT_KEY_OCTETS,
	    sodium_base64_VARIANT_ORIGINAL);
	snprintf(text, sizeof(text), "# %s\n%s%s\n", remark, word, encoded);
	bool whole = write_all(fd, text);
	int why = errno;
	sodium_memzero(text, sizeof(text));
	sodium_memzero(encoded, sizeof(encoded));
	if (close(fd) == 0 && whole)
		return 0;
	unlink(path);
	return err_set(err, VAULT_KEY_WRITE, 0, "%s: %s", path, strerror(why));
}

int
vault_key_make(
    const char *public_path, const char *secret_path, struct err *err)
{
	struct vault_key key = {.secret = true};
	PANIC_UNLESS(sodium_init() >= 0);
	crypto_box_keypair(key.public_half, key.secret_half);
	int code = write_file(secret_path, words[1],
	    "opens furrow's backups: keep it away from the machine",
	    key.secret_half, 0600, err);
	if (code == 0) {
		code = write_file(public_path, words[0],
		    "locks furrow's backups: for the machine", key.public_half,
		    0644, err);
		if (code != 0)
			unlink(secret_path);
	}
	vault_key_wipe(&key);
	return code;
}

void
vault_key_wipe(struct vault_key *key)
{
	sodium_memzero(key, sizeof(*key));
}

void
vault_key_name(char dst[VAULT_ID_TEXT], const uint8_t id[VAULT_ID_OCTETS])
{
	for (int i = 0; i < (VAULT_ID_TEXT - 1) / 2; i++)
		snprintf(dst + 2 * i, 3, "%02x", id[i]);
}
