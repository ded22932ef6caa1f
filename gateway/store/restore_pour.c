#include "gateway/store/restore_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/panic.h"
#include "gateway/store/backup.h"
#include "gateway/store/schema.h"

#define ABOUT_OCTETS (1 << 20)
#define STEP_OCTETS 65536
#define ROOM_OCTETS (INT64_C(64) << 20)

int
restore_vault_said(int code, struct err *err)
{
	int to = code == VAULT_WRONG_KEY ? RESTORE_KEY : RESTORE_FILE;
	if (err != NULL)
		err->code = to;
	return to;
}

int
restore_no_write(const char *path, struct err *err)
{
	return err_set(err, RESTORE_WRITE, 0, "%s: %s", path, strerror(errno));
}

/* A small piece as text; NULL with err. */
char *
restore_read_text(struct vault_in *in, int64_t octets, struct err *err)
{
	if (octets > ABOUT_OCTETS) {
		err_set(err, RESTORE_FILE, 0, "a piece of it is too large");
		return NULL;
	}
	char *text = xcalloc(1, (size_t)octets + 1);
	size_t done = 0;
	int n = 1;
	while (n > 0) {
		n = vault_read(in, text + done, (size_t)octets - done, err);
		done += n > 0 ? (size_t)n : 0;
	}
	if (n == 0)
		return text;
	restore_vault_said(n, err);
	free(text);
	return NULL;
}

static bool
has_room(const char *path, int64_t octets)
{
	char folder[PATH_MAX];
	struct statvfs fs;
	snprintf(folder, sizeof(folder), "%s", path);
	return statvfs(dirname(folder), &fs) != 0 ||
	       (int64_t)fs.f_bavail * (int64_t)fs.f_frsize >=
		   octets + ROOM_OCTETS;
}

static bool
write_all(int fd, const char *at, size_t octets)
{
	while (octets > 0) {
		ssize_t n = write(fd, at, octets);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		octets -= (size_t)n;
	}
	return true;
}

static int
pour(struct vault_in *in, int fd, const char *path, struct err *err)
{
	char *octets = xcalloc(1, STEP_OCTETS);
	int n = 1, code = 0;
	while (n > 0 && code == 0) {
		n = vault_read(in, octets, STEP_OCTETS, err);
		if (n > 0 && !write_all(fd, octets, (size_t)n))
			code = restore_no_write(path, err);
	}
	free(octets);
	fault_here("restore.poured");
	if (code == 0 && n < 0)
		code = restore_vault_said(n, err);
	if (code == 0 && fsync(fd) != 0)
		code = restore_no_write(path, err);
	return code;
}

static int
pour_file(
    struct vault_in *in, int64_t octets, const char *path, struct err *err)
{
	if (!has_room(path, octets))
		return err_set(err, RESTORE_WRITE, 0,
		    "%s: the disk has too little room: %" PRId64
		    " MiB are needed",
		    path, (octets >> 20) + 64);
	unlink(path);
	int fd = open(
	    path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return restore_no_write(path, err);
	int code = pour(in, fd, path, err);
	if (close(fd) != 0 && code == 0)
		code = restore_no_write(path, err);
	if (code != 0)
		unlink(path);
	return code;
}

static int
take_about(
    struct restoring *r, struct vault_in *in, int64_t octets, struct err *err)
{
	char *text = restore_read_text(in, octets, err);
	if (text == NULL)
		return err != NULL ? err->code : RESTORE_FILE;
	r->about = json_read(str_from(text), ABOUT_OCTETS, NULL);
	free(text);
	if (r->about == NULL || json_int(r->about, "format", 0) != 1)
		return err_set(err, RESTORE_NEWER, 0,
		    "a newer furrow made it: install that one");
	if (json_int(r->about, "schema", 0) > schema_newest())
		return err_set(err, RESTORE_NEWER, 0,
		    "it has schema %lld, this furrow knows up to %d: "
		    "install the newer furrow",
		    (long long)json_int(r->about, "schema", 0),
		    schema_newest());
	r->out->made_ms = json_int(r->about, "made_ms", 0);
	return 0;
}

/* The configuration of then is for a person to compare; it is never put in
 * force. */
static int
take_conf(
    struct restoring *r, struct vault_in *in, int64_t octets, struct err *err)
{
	char *path = r->out->conf;
	if ((size_t)snprintf(path, RESTORE_PATH_OCTETS, "%s.restored.conf",
		r->wish->to) >= RESTORE_PATH_OCTETS)
		return 0;
	return pour_file(in, octets, path, err);
}

/* Takes what it knows; `database` is the piece that must be there. */
static int
take_pieces(struct restoring *r, struct vault_in *in, const char *database,
    const char *to, struct err *err)
{
	char piece[VAULT_NAME_OCTETS];
	int64_t octets;
	bool found = false;
	int code, n;
	while ((n = vault_next(in, piece, &octets, err)) > 0) {
		code = 0;
		if (strcmp(piece, BACKUP_PIECE_ABOUT) == 0 && r->about == NULL)
			code = take_about(r, in, octets, err);
		else if (strcmp(piece, database) == 0 && !found) {
			found = true;
			code = pour_file(in, octets, to, err);
		} else if (strcmp(piece, BACKUP_PIECE_CONF) == 0)
			code = take_conf(r, in, octets, err);
		if (code != 0)
			return code;
	}
	if (n < 0)
		return restore_vault_said(n, err);
	if (!found || r->about == NULL)
		return err_set(err, RESTORE_FILE, 0,
		    "there is no %s in it: is it another kind of backup?",
		    database);
	return 0;
}

int
restore_open_file(struct restoring *r, const char *file, const char *database,
    const char *to, struct err *err)
{
	struct vault_in *in = vault_open(file, &r->key, err);
	if (in == NULL)
		return restore_vault_said(
		    err != NULL ? err->code : VAULT_IO, err);
	int code = take_pieces(r, in, database, to, err);
	vault_close(&in);
	return code;
}
