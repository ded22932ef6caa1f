#include "tests/gateway/backup_kit.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/vault_key.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

#define KILLED 99

/* In place of base/fault.c's: which visit is the last one. */
static int visits_left;

void
fault_here(const char *place)
{
	(void)place;
	if (visits_left > 0 && --visits_left == 0)
		_exit(KILLED);
}

static void
name(char dst[128], const struct backup_kit *b, const char *leaf)
{
	snprintf(dst, 128, "%s/%s", b->kit->folder, leaf);
}

int
backup_kit_open(void **state)
{
	struct backup_kit *b = calloc(1, sizeof(*b));
	void *kit;
	struct err err;
	if (b == NULL || kit_open(&kit) != 0)
		return -1;
	b->kit = kit;
	name(b->folder, b, "stick");
	name(b->public_file, b, "a.public");
	name(b->secret_file, b, "a.secret");
	name(b->to, b, "again.db");
	*state = b;
	return mkdir(b->folder, 0700) == 0 &&
		       vault_key_make(b->public_file, b->secret_file, &err) == 0
		   ? 0
		   : -1;
}

static void
empty(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	while (dir != NULL && (e = readdir(dir)) != NULL)
		unlinkat(dirfd(dir), e->d_name, 0);
	if (dir != NULL)
		closedir(dir);
	rmdir(folder);
}

int
backup_kit_close(void **state)
{
	struct backup_kit *b = *state;
	void *kit = b->kit;
	empty(b->folder);
	free(b);
	return kit_close(&kit);
}

int
backup_kit_files(const char *folder)
{
	DIR *dir = opendir(folder);
	int count = 0;
	for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;)
		count += e->d_name[0] != '.';
	if (dir != NULL)
		closedir(dir);
	return count;
}

static void
make_order(struct backup_kit *b)
{
	struct kit *kit = b->kit;
	struct order order = {.buyer_id = kit_person(kit, 1),
	    .phone_id = kit_phone(kit, 1),
	    .message_id = b->ids[TEXT_IN],
	    .created_ms = T0,
	    .changed_ms = T0};
	struct question question = {.phone_id = kit_phone(kit, 1),
	    .person_id = kit_person(kit, 1),
	    .kind = 1,
	    .created_ms = T0,
	    .due_ms = T0 + 1000};
	store_order_add(kit->store, &order, kit_random, kit);
	assert_int_equal(strlen(order.code), 3);
	store_question_ask(kit->store, &question);
	store_timer_set(kit->store, 1, 7, T0 + 60000);
}

void
backup_kit_fill(struct backup_kit *b)
{
	struct kit *kit = b->kit;
	kit_begin(kit);
	b->ids[TEXT_IN] = kit_receive(kit, 1, "5kg tomato");
	for (int i = TEXT_QUEUED; i <= TEXT_SENT; i++)
		b->ids[i] = kit_queue(kit, i + 1, MESSAGE_CONFIRM);
	b->ids[TEXT_NEXT] = kit_queue(kit, TEXT_QUEUED + 1, MESSAGE_CONFIRM);
	make_order(b);
	kit_commit(kit);
	kit_begin(kit);
	store_message_put_off(
	    kit->store, b->ids[TEXT_QUEUED], T0 + 5000, "not yet");
	kit_claim(kit, 1, true, T0 + 1, 10);
	store_message_unknown(kit->store, b->ids[TEXT_UNKNOWN], T0 + 2,
	    T0 + 1000, 1, 0, "silence");
	store_message_sent(kit->store, b->ids[TEXT_SENT], T0 + 2, 1, 1);
	kit_commit(kit);
}

int
backup_kit_try(struct backup_kit *b, int64_t now_ms, int keep,
    struct backup_made *out, struct err *err)
{
	const struct backup_wish wish = {.store_path = b->kit->path,
	    .conf_path = b->public_file, /* any file does */
	    .folder = b->folder,
	    .key_file = b->public_file,
	    .version = "0",
	    .now_ms = now_ms,
	    .keep = keep};
	return backup_make(&wish, out, err);
}

struct backup_made
backup_kit_make(struct backup_kit *b, int64_t now_ms)
{
	struct backup_made made;
	struct err err = {0};
	if (backup_kit_try(b, now_ms, 0, &made, &err) != 0)
		fail_msg("%s", err.text);
	return made;
}

int
backup_kit_restore(struct backup_kit *b, bool replace, struct restore_done *out,
    struct err *err)
{
	struct backup_file last;
	char path[256];
	int count = backup_list(b->folder, "f", &last, 1);
	assert_int_equal(count, 1);
	backup_path(path, sizeof(path), b->folder, last.name);
	const struct restore_wish wish = {.file = path,
	    .key_file = b->secret_file,
	    .to = b->to,
	    .replace = replace,
	    .now_ms = T0 + 3600000,
	    .actor = "admin:test"};
	return restore_run(&wish, out, err);
}

int
backup_kit_fault(struct backup_kit *b, int (*fn)(struct backup_kit *b), int nth,
    int64_t octets)
{
	int status;
	pid_t pid = fork();
	if (pid == 0) {
		struct rlimit limit = {(rlim_t)octets, (rlim_t)octets};
		visits_left = nth;
		signal(SIGXFSZ, SIG_IGN);
		if (octets > 0)
			setrlimit(RLIMIT_FSIZE, &limit);
		_exit(-fn(b));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status) == KILLED ? 1 : -WEXITSTATUS(status);
}
