#include "gateway/store/audit_heads.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/panic.h"

/* -- reading --------------------------------------------------------------- */

struct reading {
	struct audit_heads *heads;
	size_t room;
	const uint8_t *public_key;
	/* The last line, whose signature vouches for all before it. */
	char line[AUDIT_HEAD_OCTETS];
	size_t line_octets;
};

static void
bad(struct reading *r, const char *why)
{
	struct audit_heads *heads = r->heads;

	heads->bad_line = (int64_t)heads->count + 1;
	snprintf(heads->trouble, sizeof(heads->trouble),
	    "line %" PRId64 " of the signed heads %s", heads->bad_line, why);
}

static void
keep(struct reading *r, const struct audit_head *head, struct str line)
{
	struct audit_heads *heads = r->heads;

	if (heads->count == r->room) {
		r->room = r->room == 0 ? 64 : r->room * 2;
		heads->at = realloc(heads->at, r->room * sizeof(*heads->at));
		PANIC_UNLESS(heads->at != NULL);
	}
	heads->at[heads->count++] = *head;
	memcpy(r->line, line.at, line.octets);
	r->line_octets = line.octets;
	digest_sha256(heads->last_line, span_of(line.at, line.octets));
}

static bool
take(struct reading *r, struct str line)
{
	struct audit_heads *heads = r->heads;
	struct audit_head head;

	if (heads->count == AUDIT_HEADS_MOST)
		bad(r, "is one too many");
	else if (!audit_head_read(&head, line))
		bad(r, "is not a head, or only a part of one");
	else if (memcmp(head.before, heads->last_line, DIGEST_OCTETS) != 0 ||
		 head.number != (int64_t)heads->count + 1)
		bad(r, heads->count == 0
			   ? "is not the first that was written: those before "
			     "are gone"
			   : "does not follow from the line before: one was "
			     "changed or taken away");
	else
		keep(r, &head, line);
	return heads->bad_line == 0;
}

/* If the newest is signed, all are: each holds the hash of the one before.  If
 * not, the first that is not is named. */
static void
check_signatures(struct reading *r, FILE *file)
{
	struct audit_heads *heads = r->heads;
	char line[AUDIT_HEAD_OCTETS + 1];

	if (heads->count == 0 ||
	    audit_head_signed(&heads->at[heads->count - 1],
		str_of(r->line, r->line_octets), r->public_key))
		return;
	rewind(file);
	for (size_t i = 0; i < heads->count; i++) {
		if (fgets(line, sizeof(line), file) == NULL)
			break;
		if (audit_head_signed(&heads->at[i],
			str_of(line, strcspn(line, "\n")), r->public_key))
			continue;
		heads->count = i;
		bad(r, "is not signed by this key");
		return;
	}
}

int
audit_heads_load(struct audit_heads *out, const char *path,
    const uint8_t public_key[SIGN_PUBLIC_OCTETS], struct err *err)
{
	struct reading r = {.heads = out, .public_key = public_key};
	char line[AUDIT_HEAD_OCTETS + 1];
	FILE *file = fopen(path, "re");
	int code = 0;

	memset(out, 0, sizeof(*out));
	if (file == NULL)
		return err_set(err,
		    errno == ENOENT ? AUDIT_HEADS_NONE : AUDIT_HEADS_FILE, 0,
		    "%s: %s", path, strerror(errno));
	while (fgets(line, sizeof(line), file) != NULL &&
	       take(&r, str_of(line, strcspn(line, "\n"))))
		;
	if (ferror(file))
		code = err_set(
		    err, AUDIT_HEADS_FILE, 0, "%s: %s", path, strerror(errno));
	else
		check_signatures(&r, file);
	fclose(file);
	return code;
}

void
audit_heads_free(struct audit_heads *heads)
{
	free(heads->at);
	memset(heads, 0, sizeof(*heads));
}

/* -- writing --------------------------------------------------------------- */

/* Half a line would make every later one look torn out: what was written of it
 * is cut off again. */
static int
undo(int fd, off_t before, const char *path, struct err *err)
{
	int why = errno;

	if (ftruncate(fd, before) != 0)
		return err_set(err, AUDIT_HEADS_FILE, 0,
		    "%s: half a line is left: %s", path, strerror(errno));
	return err_set(err,
	    why == ENOSPC || why == EDQUOT ? AUDIT_HEADS_FULL
					   : AUDIT_HEADS_FILE,
	    0, "%s: %s", path, strerror(why));
}

int
audit_heads_append(const char *path, struct str line, struct err *err)
{
	char text[AUDIT_HEAD_OCTETS + 1];
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
	off_t before;
	int rc = 0;

	PANIC_UNLESS(line.octets < sizeof(text) - 1);
	if (fd < 0)
		return err_set(
		    err, AUDIT_HEADS_FILE, 0, "%s: %s", path, strerror(errno));
	memcpy(text, line.at, line.octets);
	text[line.octets] = '\n';
	before = lseek(fd, 0, SEEK_END);
	errno = ENOSPC; /* what a short write means */
	if (write(fd, text, line.octets + 1) != (ssize_t)line.octets + 1 ||
	    fsync(fd) != 0)
		rc = undo(fd, before, path, err);
	close(fd);
	return rc;
}

bool
audit_heads_public_path(char *dst, size_t dst_octets, const char *path)
{
	return snprintf(dst, dst_octets, "%s.pub", path) < (int)dst_octets;
}
