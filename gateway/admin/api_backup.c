/* api_backup - a checked copy of the store while work goes on.
 *
 * Copying takes as long as the disk wants, so it has a thread and a reading
 * connection of its own; the loop hears of its end through a pipe.  One at a
 * time.  The thread touches nothing but its struct. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/stream.h"

#include "gateway/admin/api_impl.h"

#define PATH_OCTETS 1024

struct api_backup {
	struct api *api;
	struct http_request *request;
	struct caller caller;
	struct stream *told; /* reads the pipe */
	int tell_fd; /* the thread closes it when it has ended */
	pthread_t thread;
	char from[PATH_OCTETS], to[PATH_OCTETS];
	int status;
	struct err err;
};

/* "/var/furrow-2025-01.db", "-search.db" beside "/var/furrow.db": a month, or
 * the index of words; these are stores, too, and no copies. */
static bool
is_of_the_store(const char *path, const char *store)
{
	char *there = realpath(path, NULL), *here = realpath(store, NULL);
	const char *own;
	size_t stem;
	bool ours = false;

	if (there != NULL && here != NULL) {
		own = strrchr(here, '/');
		stem = (size_t)(own - here) + 1 + strcspn(own + 1, ".");
		ours = strncmp(there, here, stem) == 0 && there[stem] == '-' &&
		       strchr(there + stem, '/') == NULL;
	}
	free(there);
	free(here);
	return ours;
}

/* An older copy may be written over: no other file, and never the store that
 * is copied. */
static bool
is_in_the_way(const char *path, const char *store)
{
	static const char begins[] = "SQLite format 3"; /* with its NUL */
	char head[sizeof(begins)];
	struct stat st, own;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool copy;

	if (fd < 0)
		return lstat(path, &st) == 0;
	copy = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	       read(fd, head, sizeof(head)) == (ssize_t)sizeof(head) &&
	       memcmp(head, begins, sizeof(head)) == 0;
	close(fd);
	return !copy || is_of_the_store(path, store) ||
	       (stat(store, &own) == 0 && own.st_ino == st.st_ino &&
		   own.st_dev == st.st_dev);
}

static void *
copy(void *arg)
{
	struct api_backup *b = arg;
	struct store *store = store_open_reader(b->from, &b->err);
	int fd = b->tell_fd;

	b->status = -1;
	if (store != NULL && is_in_the_way(b->to, b->from))
		err_set(&b->err, STORE_OPEN, 0,
		    "%.120s is in the way and is not a copy of a store", b->to);
	else if (store != NULL)
		b->status = store_backup(store, b->to, &b->err);
	store_close(&store);
	close(fd);
	return NULL;
}

/* -- the end: an audit row, then the answer ---------------------------------
 */

static void
work(struct api_write *write, const struct turn *turn)
{
	const char *file = json_text(write->body, "file", "");

	api_write_audit(write, turn, "backup", "%s", file);
	write->status = 201;
	write->reply = json_incref(write->body);
}

static json_t *
result(const struct api_backup *b)
{
	struct stat st;

	if (stat(b->to, &st) != 0)
		st.st_size = 0;
	return json_pack("{s:o, s:I}", "file", api_text(b->to), "octets",
	    (json_int_t)st.st_size);
}

static void
ended(void *owner, enum stream_event event)
{
	struct api_backup *b = owner;
	struct api_call call = {b->api, b->request, "", "", &b->caller};

	if (event != STREAM_GONE)
		return;
	pthread_join(b->thread, NULL);
	stream_free(&b->told);
	b->api->backup = NULL;
	if (b->status == 0)
		api_write_submit(api_write_bare(&call, work, result(b)));
	else
		api_problem(b->request, 409, "%s", b->err.text);
	free(b);
}

/* -- the beginning -----------------------------------------------------------
 */

static bool
begin(struct api_backup *b)
{
	int fds[2];

	if (pipe2(fds, O_CLOEXEC) != 0)
		return false;
	b->tell_fd = fds[1];
	if (pthread_create(&b->thread, NULL, copy, b) != 0) {
		close(fds[0]);
		close(fds[1]);
		return false;
	}
	b->told = stream_new(b->api->config.loop, fds[0], 16, 16, ended, b);
	return true;
}

static const char *
why_not(const struct api *api, const char *file, struct str text)
{
	if (text.octets == 0 || file[0] != '/')
		return "file is not an absolute path";
	if (strlen(file) >= PATH_OCTETS ||
	    strlen(api->config.store_path) >= PATH_OCTETS)
		return "the path is too long";
	if (api->backup != NULL)
		return "another backup is running";
	return NULL;
}

void
api_backup_post(const struct api_call *call)
{
	struct api *api = call->api;
	struct str text = http_request_body(call->request);
	json_t *body = json_read(text, PATH_OCTETS * 2, NULL);
	const char *file = json_text(body, "file", "");
	const char *why = why_not(api, file, text);
	struct api_backup *b;

	/* Where a file is written is for who is on this machine to say: over
	 * the network it would be a way to any file of the daemon's. */
	if (!call->caller->local) {
		api_problem(call->request, 403,
		    "a copy to a file is made on the machine itself (furrow "
		    "backup FILE); POST /api/v1/backups/NAME/run starts one of "
		    "the configured backups");
		json_decref(body);
		return;
	}
	if (why != NULL) {
		api_problem(call->request, 422, "%s", why);
		json_decref(body);
		return;
	}
	b = xcalloc(1, sizeof(*b));
	b->api = api;
	b->request = call->request;
	b->caller = *call->caller;
	str_copy(b->to, sizeof(b->to), str_from(file));
	str_copy(b->from, sizeof(b->from), str_from(api->config.store_path));
	json_decref(body);
	if (begin(b)) {
		api->backup = b;
		return;
	}
	api_problem(call->request, 503, "no thread: %s", strerror(errno));
	free(b);
}

/* The process ends: it does not wait for a slow disk.  What the thread still
 * writes is a file under a passing name, and its struct is left to it. */
void
api_backup_end(struct api *api)
{
	struct api_backup *b = api->backup;

	if (b == NULL)
		return;
	api->backup = NULL;
	stream_free(&b->told);
	pthread_detach(b->thread);
	api_problem(b->request, 503, "furrowd is ending");
}
