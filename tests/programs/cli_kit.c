#include "tests/programs/cli_kit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/json.h"
#include "base/panic.h"

#include "tests/gateway/api_world.h"
#include "tests/gateway/session_kit.h"

#define WORDS 32

/* -- the daemon
 * ------------------------------------------------------------------- */

static void
stop(void *arg, int signal_number)
{
	(void)signal_number;
	loop_stop(arg);
}

static void
done(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

/* One who ordered by dialling and gave a PIN, one who has not answered yet. */
static void
add_dialogues(struct world *w)
{
	const int64_t t = WORLD_START_MS + 60000;
	struct session_kit_row row = {
	    "+254722000009", "at", t, SESSION_DONE, "K7F", NULL};
	int64_t id;

	store_begin(w->store);
	id = session_kit_open(w->store, &row);
	session_kit_turn(w->store, id, t, "", "1 Buy\n2 Sell", true);
	session_kit_turn(w->store, id, t + 3000, "****", "Sent #K7F.", false);
	row = (struct session_kit_row){
	    "+254722000008", "at", t + 1000, SESSION_WAIT, NULL, NULL};
	id = session_kit_open(w->store, &row);
	session_kit_turn(w->store, id, t + 1000, "", "1 Buy", true);
	store_commit(w->store, done, NULL);
	w->status.channels_count = 1;
	w->status.channels[0] = (struct session_figures){.name = "at",
	    .kind = "africastalking",
	    .state = LINK_UP,
	    .open = 1,
	    .answers = 3};
}

static _Noreturn void
be_daemon(int tell_fd, bool sick, bool dialled)
{
	struct world w;
	char path[160];
	FILE *conf;
	int64_t text;

	world_open(&w);
	world_fill(&w);
	world_earn(&w);
	text = world_text(&w, "+254722000002", "want 5kg maize");
	world_word(&w, "maizi", "sw", 12, text);
	world_word(&w, "known", "en", 40, text);
	world_word(&w, "mogo", "en", 1, text);
	if (dialled)
		add_dialogues(&w);
	if (sick)
		w.status.links[0].state = LINK_DOWN;
	snprintf(path, sizeof(path), "%s/furrow.conf", w.dir);
	conf = fopen(path, "w");
	PANIC_UNLESS(conf != NULL);
	fprintf(conf, "admin { socket = \"furrow.sock\" }\n");
	fclose(conf);
	loop_on_signal(w.loop, SIGTERM, stop, w.loop);
	PANIC_UNLESS(write(tell_fd, w.dir, sizeof(w.dir)) == sizeof(w.dir));
	close(tell_fd);
	loop_run(w.loop);
	world_close(&w);
	exit(0);
}

static void
open_kit(struct cli_kit *kit, bool sick, bool dialled)
{
	int fds[2];

	memset(kit, 0, sizeof(*kit));
	PANIC_UNLESS(pipe2(fds, O_CLOEXEC) == 0);
	kit->daemon_pid = fork();
	PANIC_UNLESS(kit->daemon_pid >= 0);
	if (kit->daemon_pid == 0) {
		close(fds[0]);
		be_daemon(fds[1], sick, dialled);
	}
	close(fds[1]);
	PANIC_UNLESS(
	    read(fds[0], kit->dir, sizeof(kit->dir)) == sizeof(kit->dir));
	close(fds[0]);
	cli_kit_path(kit, "furrow.conf", kit->conf);
}

void
cli_kit_open(struct cli_kit *kit, bool sick)
{
	open_kit(kit, sick, false);
}

void
cli_kit_open_dialled(struct cli_kit *kit)
{
	open_kit(kit, false, true);
}

void
cli_kit_close(struct cli_kit *kit)
{
	int status;

	kill(kit->daemon_pid, SIGTERM);
	PANIC_UNLESS(waitpid(kit->daemon_pid, &status, 0) > 0);
	assert_int_equal(status, 0);
}

/* -- furrow
 * ---------------------------------------------------------------------------
 */

static _Noreturn void
be_furrow(char *const argv[], int out_fd, int err_fd)
{
	dup2(out_fd, STDOUT_FILENO);
	if (err_fd >= 0)
		dup2(err_fd, STDERR_FILENO);
	const char *zone = getenv("CLI_KIT_TZ");
	setenv("TZ", zone != NULL ? zone : "UTC", 1);
	setenv("USER", "amina", 1);
	execv("./furrow", argv);
	_exit(127);
}

static void
take_words(struct cli_kit *kit, bool conf, char *argv[WORDS], va_list words)
{
	int count = 0;
	char *word;

	argv[count++] = (char *)(uintptr_t) "furrow";
	if (conf) {
		argv[count++] = (char *)(uintptr_t) "-c";
		argv[count++] = kit->conf;
	}
	while ((word = va_arg(words, char *)) != NULL && count < WORDS - 1)
		argv[count++] = word;
	argv[count] = NULL;
}

static FILE *
scratch(void)
{
	FILE *file = tmpfile();

	PANIC_UNLESS(file != NULL);
	return file;
}

static void
slurp(char *dst, size_t dst_octets, FILE *from)
{
	rewind(from);
	dst[fread(dst, 1, dst_octets - 1, from)] = '\0';
	fclose(from);
}

static void
run(struct cli_kit *kit, char *argv[])
{
	FILE *out = scratch(), *err = scratch();
	int status, pid = fork();

	PANIC_UNLESS(pid >= 0);
	if (pid == 0)
		be_furrow(argv, fileno(out), fileno(err));
	PANIC_UNLESS(waitpid(pid, &status, 0) == pid);
	assert_true(WIFEXITED(status));
	kit->status = WEXITSTATUS(status);
	slurp(kit->out, sizeof(kit->out), out);
	slurp(kit->err, sizeof(kit->err), err);
}

void
cli_kit_run(struct cli_kit *kit, ...)
{
	char *argv[WORDS];
	va_list words;

	va_start(words, kit);
	take_words(kit, true, argv, words);
	va_end(words);
	run(kit, argv);
}

void
cli_kit_run_bare(struct cli_kit *kit, ...)
{
	char *argv[WORDS];
	va_list words;

	va_start(words, kit);
	take_words(kit, false, argv, words);
	va_end(words);
	run(kit, argv);
}

int
cli_kit_start(struct cli_kit *kit, int *pid_out, ...)
{
	char *argv[WORDS];
	va_list words;
	int fds[2];

	va_start(words, pid_out);
	take_words(kit, true, argv, words);
	va_end(words);
	PANIC_UNLESS(pipe2(fds, O_CLOEXEC) == 0);
	*pid_out = fork();
	PANIC_UNLESS(*pid_out >= 0);
	if (*pid_out == 0)
		be_furrow(argv, fds[1], -1);
	close(fds[1]);
	return fds[0];
}

void
cli_kit_stop(int pid)
{
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
}

/* -- looking at what came
 * ------------------------------------------------------------- */

json_t *
cli_kit_line(const struct cli_kit *kit, int i)
{
	struct str rest = str_from(kit->out), line;
	json_t *object;

	while (str_cut(&line, &rest, '\n') && i-- > 0)
		continue;
	object = json_read(line, line.octets, NULL);
	if (object == NULL)
		fail_msg("no JSON: %.*s", (int)line.octets, line.at);
	return object;
}

void
cli_kit_keys(const json_t *object, const char *keys)
{
	struct str rest = str_from(keys), key;
	char text[64];

	while (str_cut(&key, &rest, ' ')) {
		str_copy(text, sizeof(text), key);
		if (json_object_get(object, text) == NULL)
			fail_msg("the key %s is not there", text);
	}
}

void
cli_kit_path(const struct cli_kit *kit, const char *name, char *dst)
{
	snprintf(dst, 96, "%.60s/%s", kit->dir, name);
}

void
cli_kit_write(const struct cli_kit *kit, const char *name, const char *text)
{
	char path[160];
	FILE *out;

	cli_kit_path(kit, name, path);
	out = fopen(path, "w");
	PANIC_UNLESS(out != NULL);
	fputs(text, out);
	fclose(out);
}
