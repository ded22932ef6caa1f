#include "gateway/queue/audit_signer.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "base/workers.h"
#include "gateway/store/audit_heads.h"
#include "gateway/store/store_audit.h"

#define LOOK_MS 1000
/* What went wrong is tried again, but not each second. */
#define AGAIN_MS 30000

#define TO_ACCEPT ": look (furrow audit verify), then say furrow audit accept"

struct audit_signer {
	struct work work; /* first, so that work is the signer */
	struct audit_signer_config config;
	struct workers *workers;
	struct timer *timer;
	bool working, accept;
	int64_t seen; /* rows added when the thread was last asked */
	int64_t due_mono_ms; /* of the next head */
	char trouble[ERR_TEXT_OCTETS]; /* the loop's: the last err, told */

	/* The thread's, while it works. */
	struct sign_key *key;
	struct audit_head last; /* number 0: none was read or signed yet */
	uint8_t last_line[DIGEST_OCTETS];
	struct stat file; /* of the heads, as we left it */
	int64_t now_ms;
	bool accepting;
	struct err err; /* code 0: all is well */
	char line[AUDIT_HEAD_OCTETS]; /* signed just now; "": nothing */
};

/* -- in the thread: key and heads ------------------------------------------ */

static bool
is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

/* Out of the way, for whoever wants to look at them later. */
static int
set_heads_aside(struct audit_signer *s)
{
	char to[PATH_MAX];
	const char *path = s->config.heads_path;

	memset(&s->last, 0, sizeof(s->last));
	memset(s->last_line, 0, sizeof(s->last_line));
	if (!is_there(path))
		return 0;
	if (snprintf(to, sizeof(to), "%s.%" PRId64, path, s->now_ms) >=
	    (int)sizeof(to))
		return err_set(&s->err, -1, 0, "%s: too long a path", path);
	return rename(path, to) == 0
		   ? 0
		   : err_set(&s->err, -1, 0, "%s: %s", path, strerror(errno));
}

static int
make_key(struct audit_signer *s)
{
	uint8_t public_key[SIGN_PUBLIC_OCTETS];
	char path[PATH_MAX];

	s->key = sign_key_new();
	sign_key_public(s->key, public_key);
	if (audit_heads_public_path(path, sizeof(path), s->config.heads_path) &&
	    sign_public_write(public_key, path, &s->err) == 0 &&
	    sign_key_write(s->key, s->config.key_path, &s->err) == 0)
		return 0;
	sign_key_free(&s->key);
	return -1;
}

static int
open_key(struct audit_signer *s)
{
	/* It is still here in memory; but with the next start nobody could
	 * sign, and who took it away may sign what he likes. */
	if (s->key != NULL && !is_there(s->config.key_path))
		sign_key_free(&s->key);
	if (s->key != NULL)
		return 0;
	s->key = sign_key_read(s->config.key_path, &s->err);
	if (s->key != NULL)
		return 0;
	if (s->err.code != SIGN_NONE)
		return -1;
	if ((is_there(s->config.heads_path) || s->last.number > 0) &&
	    !s->accepting)
		return err_set(&s->err, -1, 0,
		    "the audit's key %s is gone, and it has signed heads "
		    "before" TO_ACCEPT,
		    s->config.key_path);
	err_clear(&s->err);
	return set_heads_aside(s) < 0 ? -1 : make_key(s);
}

static int
take_heads(struct audit_signer *s, const struct audit_heads *heads)
{
	if (heads->bad_line != 0 || heads->count == 0)
		return s->accepting
			   ? set_heads_aside(s)
			   : err_set(&s->err, -1, 0, "%s" TO_ACCEPT,
				 heads->bad_line != 0 ? heads->trouble
						      : "no head is left");
	s->last = heads->at[heads->count - 1];
	memcpy(s->last_line, heads->last_line, sizeof(s->last_line));
	return 0;
}

/* Since our last line: who was there would be told apart by the clock. */
static bool
untouched(const struct audit_signer *s)
{
	struct stat now;

	return s->last.number > 0 && stat(s->config.heads_path, &now) == 0 &&
	       now.st_ino == s->file.st_ino && now.st_dev == s->file.st_dev &&
	       now.st_size == s->file.st_size &&
	       now.st_mtim.tv_sec == s->file.st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == s->file.st_mtim.tv_nsec;
}

/* The file as it is by now, should somebody have touched it. */
static int
read_heads(struct audit_signer *s, struct audit_heads *heads, bool fresh_key)
{
	uint8_t public_key[SIGN_PUBLIC_OCTETS];
	int code;

	if (untouched(s) && !s->accepting)
		return 0;
	sign_key_public(s->key, public_key);
	code =
	    audit_heads_load(heads, s->config.heads_path, public_key, &s->err);
	if (code == 0)
		return take_heads(s, heads);
	if (code != AUDIT_HEADS_NONE)
		return -1;
	if (!fresh_key && !s->accepting)
		return err_set(&s->err, -1, 0,
		    "the signed heads %s are gone" TO_ACCEPT,
		    s->config.heads_path);
	err_clear(&s->err);
	return set_heads_aside(s);
}

/* -- in the thread: a head --------------------------------------------------
 */

static bool
is_true(struct store *reader, const struct audit_tail *tail,
    const struct audit_head *head)
{
	uint8_t hash[DIGEST_OCTETS];

	if (memcmp(head->seed, tail->seed, sizeof(head->seed)) != 0)
		return false;
	return head->id == 0 ||
	       (store_audit_hash_of(reader, head->id, hash) &&
		   memcmp(hash, head->hash, sizeof(hash)) == 0);
}

/* The last row up to which the store is still as it was signed. */
static int64_t
agreed_id(struct store *reader, const struct audit_tail *tail,
    const struct audit_heads *heads)
{
	for (size_t i = heads->count; i-- > 0;)
		if (is_true(reader, tail, &heads->at[i]))
			return heads->at[i].id;
	return 0;
}

static void
sign(struct audit_signer *s, struct store *reader,
    const struct audit_tail *tail, int64_t accepted_id)
{
	struct audit_head head = {.number = s->last.number + 1,
	    .id = tail->id,
	    .rows = store_audit_rows(reader),
	    .time_ms = s->now_ms - s->now_ms % 1000,
	    .message_id = store_audit_newest_message(reader),
	    .accepted_id = accepted_id};
	size_t octets;

	memcpy(head.seed, tail->seed, sizeof(head.seed));
	memcpy(head.hash, tail->hash, sizeof(head.hash));
	memcpy(head.before, s->last_line, sizeof(head.before));
	octets = audit_head_write(s->line, &head, s->key);
	if (store_failed(reader, &s->err) != 0 ||
	    audit_heads_append(
		s->config.heads_path, str_of(s->line, octets), &s->err) != 0) {
		s->line[0] = '\0';
		return;
	}
	s->last = head;
	digest_sha256(s->last_line, span_of(s->line, octets));
	if (stat(s->config.heads_path, &s->file) != 0)
		memset(&s->file, 0, sizeof(s->file));
}

static void
look(struct audit_signer *s, struct store *reader, struct audit_heads *heads)
{
	struct audit_tail tail;

	if (!store_audit_tail(reader, &tail) || tail.id != tail.max_id)
		err_set(&s->err, -1, 0,
		    "the end of the audit is not where it was written");
	else if (s->last.number == 0 || is_true(reader, &tail, &s->last))
		sign(s, reader, &tail, -1);
	else if (s->accepting)
		sign(s, reader, &tail, agreed_id(reader, &tail, heads));
	else
		err_set(&s->err, -1, 0,
		    "the store is not the one that signed head %" PRId64
		    " speaks of" TO_ACCEPT,
		    s->last.number);
}

static void
work(struct work *work_, int thread)
{
	struct audit_signer *s = (struct audit_signer *)work_;
	struct audit_heads heads = {.count = 0};
	bool had_key = s->key != NULL || is_there(s->config.key_path);
	struct store *reader;

	(void)thread;
	err_clear(&s->err);
	s->line[0] = '\0';
	reader = store_open_reader(s->config.store_path, &s->err);
	if (reader != NULL && open_key(s) == 0 &&
	    read_heads(s, &heads, !had_key) == 0)
		look(s, reader, &heads);
	audit_heads_free(&heads);
	store_close(&reader);
}

/* -- in the loop ------------------------------------------------------------
 */

static void
tell(struct audit_signer *s)
{
	char why[ERR_TEXT_OCTETS * 2], line[AUDIT_HEAD_OCTETS * 2];

	if (s->line[0] != '\0')
		log_event(LOG_INFO, "audit", "head", "line=%s",
		    log_quote_ours(line, sizeof(line), s->line));
	if (s->err.code != 0 && strcmp(s->trouble, s->err.text) != 0)
		log_event(LOG_WARN, "audit", "not_signed", "why=%s",
		    log_quote(why, sizeof(why), s->err.text));
	str_copy(s->trouble, sizeof(s->trouble),
	    str_from(s->err.code != 0 ? s->err.text : ""));
}

static int64_t
mono_ms(const struct audit_signer *s)
{
	return clock_mono_ms(s->config.clock);
}

static void
work_done(struct work *work_, bool ran)
{
	struct audit_signer *s = (struct audit_signer *)work_;

	s->working = false;
	if (!ran)
		return;
	tell(s);
	s->due_mono_ms =
	    mono_ms(s) + (s->err.code != 0 ? AGAIN_MS : s->config.every_ms);
}

static void
ask(struct audit_signer *s)
{
	s->now_ms = clock_wall_ms(s->config.clock);
	s->accepting = s->accept;
	s->accept = false;
	s->seen = store_audit_added(s->config.store);
	s->working = true;
}

static void
on_timer(void *arg)
{
	struct audit_signer *s = arg;
	int64_t now = mono_ms(s);

	/* A row has come: its head is due soon, unless one is due sooner. */
	if (store_audit_added(s->config.store) != s->seen &&
	    s->due_mono_ms > now + s->config.after_ms && s->trouble[0] == '\0')
		s->due_mono_ms = now + s->config.after_ms;
	timer_arm(s->timer, s->config.look_ms);
	if (s->working || (now < s->due_mono_ms && !s->accept))
		return;
	ask(s);
	if (!workers_give(s->workers, &s->work))
		s->working = false;
}

struct audit_signer *
audit_signer_new(const struct audit_signer_config *config)
{
	struct workers *workers = workers_new(config->loop, 1);
	struct audit_signer *s;

	if (workers == NULL)
		return NULL;
	s = xcalloc(1, sizeof(*s));
	s->work = (struct work){work, work_done, NULL};
	s->config = *config;
	if (s->config.look_ms <= 0)
		s->config.look_ms = LOOK_MS;
	s->config.store_path = xstrdup(config->store_path);
	s->config.key_path = xstrdup(config->key_path);
	s->config.heads_path = xstrdup(config->heads_path);
	s->workers = workers;
	s->timer = timer_new(config->loop, on_timer, s);
	timer_arm(s->timer, 0);
	return s;
}

const char *
audit_signer_trouble(const struct audit_signer *signer)
{
	return signer != NULL && signer->trouble[0] != '\0' ? signer->trouble
							    : NULL;
}

void
audit_signer_accept(struct audit_signer *signer)
{
	if (signer != NULL)
		signer->accept = true;
}

void
audit_signer_free(struct audit_signer **signer)
{
	struct audit_signer *s = *signer;

	*signer = NULL;
	if (s == NULL)
		return;
	workers_free(&s->workers);
	timer_free(&s->timer);
	if (store_audit_added(s->config.store) != s->seen) {
		ask(s);
		work(&s->work, 0);
		tell(s);
	}
	sign_key_free(&s->key);
	free((char *)(uintptr_t)s->config.store_path);
	free((char *)(uintptr_t)s->config.key_path);
	free((char *)(uintptr_t)s->config.heads_path);
	free(s);
}
