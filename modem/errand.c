#include "modem/errand.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/str.h"
#include "base/stream.h"
#include "base/timer.h"

#define LINE_OCTETS 256u
#define LINES_MAX 20
#define LOOK_MS 50
/* So long after its end a child's output is read, where a child of its own
 * keeps it open. */
#define WORDS_MS 250
#define NOT_RUN_STATUS 127

struct errand {
	struct loop *loop;
	char label[32];
	pid_t pid; /* 0: none runs */
	int64_t left_ms;
	int lines;
	bool must_finish;
	bool ended; /* as how and code say; told behind the last words */
	bool silent; /* the output came to its end */
	enum errand_end how;
	int code;
	struct stream *output;
	struct timer *timer;
	void (*on_end)(void *arg, enum errand_end end, int code);
	void *arg;
};

static void
log_line(struct errand *errand, struct str line)
{
	char text[LINE_OCTETS], quoted[LINE_OCTETS * 2];
	line = str_trim(line);
	if (line.octets == 0 || errand->lines++ >= LINES_MAX)
		return;
	str_copy(text, sizeof(text), line);
	log_event(LOG_INFO, "errand", "output", "link=%s text=%s",
	    errand->label, log_quote(quoted, sizeof(quoted), text));
}

/* all: what has no line feed yet, too. */
static void
log_lines(struct errand *errand, bool all)
{
	struct span input = stream_input(errand->output);
	const char *at = (const char *)input.at;
	size_t used = 0;
	for (size_t i = 0; i < input.octets; i++)
		if (at[i] == '\n') {
			log_line(errand, str_of(at + used, i - used));
			used = i + 1;
		}
	if (all || input.octets - used >= LINE_OCTETS) {
		log_line(errand, str_of(at + used, input.octets - used));
		used = input.octets;
	}
	stream_used(errand->output, used);
}

static void
tell_end(struct errand *errand)
{
	timer_stop(errand->timer);
	if (errand->output != NULL)
		log_lines(errand, true);
	stream_free(&errand->output);
	errand->on_end(errand->arg, errand->how, errand->code);
}

static void
on_output(void *owner, enum stream_event event)
{
	struct errand *errand = owner;
	errand->silent = event == STREAM_GONE;
	log_lines(errand, errand->silent);
	if (errand->silent && errand->ended)
		tell_end(errand);
}

/* The last words of a child may still lie in the pipe. */
static void
end(struct errand *errand, enum errand_end how, int code)
{
	errand->pid = 0;
	errand->ended = true;
	errand->how = how;
	errand->code = code;
	if (errand->output == NULL || errand->silent)
		tell_end(errand);
	else
		timer_arm(errand->timer, WORDS_MS);
}

static void
kill_group(const struct errand *errand)
{
	kill(-errand->pid, SIGKILL);
	while (waitpid(errand->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
}

/* The child is looked at now and then while it runs, rather than by SIGCHLD,
 * which belongs to the program. */
static void
on_timer(void *arg)
{
	struct errand *errand = arg;
	int status;
	if (errand->ended) {
		tell_end(errand);
		return;
	}
	pid_t got = waitpid(errand->pid, &status, WNOHANG);
	if (got == errand->pid) {
		if (WIFSIGNALED(status))
			end(errand, ERRAND_KILLED, WTERMSIG(status));
		else
			end(errand, ERRAND_DONE, WEXITSTATUS(status));
		return;
	}
	errand->left_ms -= LOOK_MS;
	if (errand->left_ms <= 0) {
		kill_group(errand);
		end(errand, ERRAND_LATE, 0);
		return;
	}
	timer_arm(errand->timer, LOOK_MS);
}

/* Behind fork(): nothing but calls that are safe there. */
static void
be_child(const struct errand_work *work, int output)
{
	sigset_t none;
	setpgid(0, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	int nothing = open("/dev/null", O_RDWR);
	dup2(nothing, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	dup2(output, STDERR_FILENO);
	/* Locks and ports of the other modems must not live on in here. */
	close_range(STDERR_FILENO + 1, ~0u, 0);
	if (work->argv == NULL)
		_exit(work->call(work->record) & 0xFF);
	execve(work->argv[0], work->argv, work->environment);
	_exit(NOT_RUN_STATUS);
}

static void
not_run(struct errand *errand)
{
	errand->ended = true;
	errand->how = ERRAND_NOT_RUN;
	errand->code = errno;
}

static void
start(struct errand *errand, const struct errand_work *work)
{
	int pair[2];
	if (pipe2(pair, O_CLOEXEC) != 0) {
		not_run(errand);
		return;
	}
	pid_t pid = fork();
	if (pid == 0)
		be_child(work, pair[1]);
	if (pid < 0)
		not_run(errand);
	close(pair[1]);
	if (pid < 0) {
		close(pair[0]);
		return;
	}
	setpgid(pid, pid); /* whoever is first */
	errand->pid = pid;
	errand->output = stream_new(
	    errand->loop, pair[0], LINE_OCTETS * 4, 64, on_output, errand);
}

struct errand *
errand_new(struct loop *loop, const struct errand_work *work)
{
	struct errand *errand = xcalloc(1, sizeof(*errand));
	errand->loop = loop;
	errand->left_ms = work->limit_ms;
	errand->on_end = work->on_end;
	errand->arg = work->arg;
	errand->must_finish = work->must_finish;
	str_copy(errand->label, sizeof(errand->label), str_from(work->label));
	errand->timer = timer_new(loop, on_timer, errand);
	start(errand, work);
	timer_arm(errand->timer, 0);
	return errand;
}

void
errand_free(struct errand **errand)
{
	struct errand *e = *errand;
	*errand = NULL;
	if (e == NULL)
		return;
	if (e->pid != 0 && !e->must_finish)
		kill_group(e);
	stream_free(&e->output);
	timer_free(&e->timer);
	loop_reap(e->loop, free, e);
}
