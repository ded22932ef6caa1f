#include "gateway/store/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "gateway/store/backup.h"
#include "gateway/store/restore_inside.h"

static int
lock(const char *to, int *fd_out, struct err *err)
{
	char name[PATH_MAX];
	snprintf(name, sizeof(name), "%s-lock", to);
	*fd_out = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (*fd_out < 0 && errno == ENOENT)
		return err_set(err, RESTORE_WRITE, 0,
		    "the folder of %s is not there: make it first", to);
	if (*fd_out < 0)
		return restore_no_write(name, err);
	if (flock(*fd_out, LOCK_EX | LOCK_NB) == 0)
		return 0;
	close(*fd_out);
	*fd_out = -1;
	return err_set(
	    err, RESTORE_BUSY, 0, "a furrowd works with %s: stop it first", to);
}

static void
drop_part(const struct restoring *r)
{
	static const char *const parts[] = {"", "-wal", "-shm", "-lock"};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		restore_drop_beside(r->part, parts[i]);
}

static int
run(struct restoring *r, struct err *err)
{
	const struct restore_wish *w = r->wish;
	if (!w->replace && access(w->to, F_OK) == 0)
		return err_set(err, RESTORE_EXISTS, 0,
		    "%s is there: say --replace, and it is put aside", w->to);
	/* The journal of one that was killed would be taken for this one's. */
	drop_part(r);
	int code =
	    restore_open_file(r, w->file, BACKUP_PIECE_STORE, r->part, err);
	if (code == 0)
		code = restore_make_ready(r, err);
	if (code == 0)
		code = restore_take_months(r, err);
	if (code == 0)
		code = restore_change_places(r, err);
	if (code != 0) {
		drop_part(r);
		restore_drop_beside(r->out->conf, "");
	}
	return code;
}

int
restore_run(
    const struct restore_wish *wish, struct restore_done *out, struct err *err)
{
	struct restoring r = {.wish = wish, .out = out};
	int lock_fd, code;
	memset(out, 0, sizeof(*out));
	snprintf(r.folder, sizeof(r.folder), "%s", wish->file);
	memmove(r.folder, dirname(r.folder), strlen(dirname(r.folder)) + 1);
	if ((size_t)snprintf(r.part, sizeof(r.part), "%s.restoring",
		wish->to) >= sizeof(r.part) - 32)
		return err_set(err, RESTORE_WRITE, 0, "the path is too long");
	if (vault_key_read(&r.key, wish->key_file, err) != 0)
		return err != NULL ? (err->code = RESTORE_KEY) : RESTORE_KEY;
	code = lock(wish->to, &lock_fd, err);
	if (code == 0)
		code = run(&r, err);
	if (lock_fd >= 0)
		close(lock_fd);
	json_decref(r.about);
	vault_key_wipe(&r.key);
	return code;
}

static int
read_through(struct vault_in *in, char **about_out, struct err *err)
{
	char piece[VAULT_NAME_OCTETS];
	int64_t octets;
	int n;
	while ((n = vault_next(in, piece, &octets, err)) > 0)
		if (about_out != NULL && *about_out == NULL &&
		    strcmp(piece, BACKUP_PIECE_ABOUT) == 0 &&
		    (*about_out = restore_read_text(in, octets, err)) == NULL)
			return RESTORE_FILE;
	return n < 0 ? restore_vault_said(n, err) : 0;
}

int
restore_verify(
    const char *file, const char *key_file, char **about_out, struct err *err)
{
	struct vault_key key;
	if (about_out != NULL)
		*about_out = NULL;
	if (vault_key_read(&key, key_file, err) != 0)
		return err != NULL ? (err->code = RESTORE_KEY) : RESTORE_KEY;
	struct vault_in *in = vault_open(file, &key, err);
	int code = in == NULL ? restore_vault_said(
				    err != NULL ? err->code : VAULT_IO, err)
			      : read_through(in, about_out, err);
	vault_close(&in);
	vault_key_wipe(&key);
	return code;
}
