#include "tests/scenario/daemon_kit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ARGS_MOST 32
#define UP_WITHIN_MS (15000 * KIT_SLOWER)
#define LOOK_EVERY_MS 20

static int
fail(const char *what, const char *why)
{
	fprintf(stderr, "kit: %s: %s\n", what, why);
	return -1;
}

int64_t
kit_now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
kit_pause_ms(int ms)
{
	struct timespec t = {ms / 1000, (ms % 1000) * 1000000L};
	nanosleep(&t, NULL);
}

int
kit_write(const char *path, const char *format, ...)
{
	va_list args;
	FILE *out = fopen(path, "w");
	if (out == NULL)
		return fail(path, strerror(errno));
	va_start(args, format);
	int written = vfprintf(out, format, args);
	va_end(args);
	return fclose(out) == 0 && written >= 0 ? 0 : fail(path, "not written");
}

/* -- the folder ------------------------------------------------------------ */

/* One level: nobody makes folders in there. */
static void
empty(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	while (dir != NULL && (entry = readdir(dir)) != NULL)
		(void)unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir != NULL)
		closedir(dir);
}

int
kit_enter(struct kit *kit, const char *name)
{
	*kit = (struct kit){.simnet = 0};
	if (getcwd(kit->top, sizeof(kit->top)) == NULL)
		return fail("getcwd", strerror(errno));
	empty(name);
	if (mkdir(name, 0700) != 0 && errno != EEXIST)
		return fail(name, strerror(errno));
	if (chdir(name) != 0 || getcwd(kit->dir, sizeof(kit->dir)) == NULL)
		return fail(name, strerror(errno));
	return 0;
}

void
kit_leave(struct kit *kit, bool keep)
{
	kit_kill(kit);
	sim_close(&kit->sim);
	if (kit->simnet > 0)
		(void)sim_stop(kit->simnet);
	kit->simnet = 0;
	if (kit->dir[0] == '\0' || chdir(kit->top) != 0)
		return;
	if (!keep) {
		empty(kit->dir);
		(void)rmdir(kit->dir);
	}
	kit->dir[0] = '\0';
}

/* -- children -------------------------------------------------------------- */

/* execv takes char *const[] for history's sake and changes nothing. */
static void
become(const char *path, const char *const *argv)
{
	union {
		const char *const *in;
		char *const *out;
	} same = {argv};
	/* Whatever happens to the test, nobody is left behind. */
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	execv(path, same.out);
	perror(path);
	_exit(127);
}

static void
redirect(const char *path, int fd)
{
	int to = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
	if (to < 0 || dup2(to, fd) < 0)
		_exit(126);
	close(to);
}

static bool
take_status(pid_t *pid, int *status)
{
	if (*pid <= 0 || waitpid(*pid, status, WNOHANG) != *pid)
		return false;
	*pid = 0;
	return true;
}

/* All of `fd` up to its end, cut to fit; closes it. */
static void
drain(int fd, char *out, size_t out_octets)
{
	char rest[4096];
	size_t have = 0;
	ssize_t n;
	do {
		bool room = out != NULL && have + 1 < out_octets;
		n = room ? read(fd, out + have, out_octets - 1 - have)
			 : read(fd, rest, sizeof(rest));
		if (n > 0 && room)
			have += (size_t)n;
	} while (n > 0 || (n < 0 && errno == EINTR));
	if (out != NULL && out_octets > 0)
		out[have] = '\0';
	close(fd);
}

static int
status_of(pid_t pid)
{
	int status;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* -- the network ----------------------------------------------------------- */

int
kit_network(struct kit *kit, int modems, const char *keys)
{
	enum { MOST = 16 };
	char texts[MOST][160];
	const char *args[2 * MOST + 1];
	int count = 0;
	for (int i = 0; i < modems && i < MOST; i++) {
		snprintf(texts[i], sizeof(texts[i]),
		    "%c:number=+2547000000%02d%s%s", 'a' + i, i + 1,
		    keys != NULL ? "," : "", keys != NULL ? keys : "");
		args[count++] = "--modem";
		args[count++] = texts[i];
	}
	args[count] = NULL;
	kit->simnet = sim_start(".", args);
	if (kit->simnet <= 0)
		return fail("simnet", "did not start");
	kit->sim = sim_connect_dir(".");
	return kit->sim != NULL ? 0 : fail("simnet", strerror(errno));
}

/* -- the market ------------------------------------------------------------ */

int
kit_conf(int modems, const char *market_extra, const char *modem_extra)
{
	FILE *out = fopen("furrow.conf", "w");
	if (out == NULL)
		return fail("furrow.conf", strerror(errno));
	fprintf(out,
	    "market {\n"
	    "  name = \"Trial\"\n"
	    "  country = \"254\"\n"
	    "  currency = \"KES\"\n"
	    "  catalogue = \"" FURROW_SOURCE "/packaging/catalogue.json\"\n"
	    "  answer-within = \"1h\"\n"
	    "  unknown-wait = \"3s\"\n"
	    "  timezone = \"UTC\"\n"
	    "  %s\n"
	    "}\n"
	    "store { path = \"furrow.db\" }\n"
	    "admin { socket = \"furrow.sock\" }\n",
	    market_extra);
	for (int i = 0; i < modems; i++)
		fprintf(out,
		    "modem %c { device = \"%c\"  number = \"+2547000000%02d\""
		    "  %s }\n",
		    'a' + i, 'a' + i, i + 1, modem_extra);
	return fclose(out) == 0 ? 0 : fail("furrow.conf", strerror(errno));
}

int
kit_sellers(int sellers)
{
	FILE *people = fopen("people.csv", "w");
	FILE *offers = fopen("offers.csv", "w");
	if (people == NULL || offers == NULL)
		return fail("people.csv", strerror(errno));
	fputs("phone,name,roles,lang\n", people);
	fputs("phone,product,quantity,unit,price\n", offers);
	for (int i = 1; i <= sellers; i++) {
		fprintf(people, "+2547220000%02d,Seller %d,seller,en\n", i, i);
		fprintf(offers, "+2547220000%02d,tomato,5000,kg,40\n", i);
	}
	fclose(people);
	fclose(offers);
	if (kit_furrow(NULL, 0, "person", "import", "people.csv", NULL) != 0 ||
	    kit_furrow(NULL, 0, "offer", "import", "offers.csv", NULL) != 0)
		return fail("import", "refused, see cli.err");
	return 0;
}

/* -- the daemon ------------------------------------------------------------ */

static const char *
path_of(enum kit_program program)
{
	switch (program) {
	case KIT_FURROWD:
		return KIT_BUILT "/furrowd";
	case KIT_FAULTY:
		return KIT_BUILT "/tests/fault/furrowd_faulty";
	}
	return "";
}

static void
become_daemon(enum kit_program program, const char *setting)
{
	static const char *const args[] = {
	    "furrowd", "-f", "-c", "furrow.conf", NULL};
	static char text[256]; /* putenv keeps it */
	if (setting != NULL) {
		snprintf(text, sizeof(text), "%s", setting);
		(void)putenv(text);
	}
	redirect("furrowd.log", STDOUT_FILENO);
	redirect("furrowd.log", STDERR_FILENO);
	become(path_of(program), args);
}

int
kit_start(struct kit *kit, enum kit_program program, const char *setting)
{
	struct stat st;
	kit->log_mark = stat("furrowd.log", &st) == 0 ? (long)st.st_size : 0;
	kit->daemon = fork();
	if (kit->daemon == 0)
		become_daemon(program, setting);
	return kit->daemon > 0 ? 0 : fail("fork", strerror(errno));
}

int
kit_run_daemon(char *out, size_t out_octets, const char *const *args)
{
	int ends[2], status = 0;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail("pipe", strerror(errno));
	pid_t pid = fork();
	if (pid == 0) {
		if (dup2(ends[1], STDERR_FILENO) < 0 ||
		    dup2(ends[1], STDOUT_FILENO) < 0)
			_exit(126);
		become(path_of(KIT_FURROWD), args);
	}
	close(ends[1]);
	int64_t until_ms = kit_now_ms() + 5000 * KIT_SLOWER;
	while (pid > 0 && !take_status(&pid, &status)) {
		if (kit_now_ms() > until_ms) {
			(void)kill(pid, SIGKILL);
			(void)waitpid(pid, NULL, 0);
			status = -1;
			break;
		}
		kit_pause_ms(LOOK_EVERY_MS);
	}
	/* Such a run says a few lines: they fit into the pipe. */
	drain(ends[0], out, out_octets);
	return status != -1 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int
kit_up(struct kit *kit)
{
	int64_t until_ms = kit_now_ms() + UP_WITHIN_MS;
	while (kit_furrow(NULL, 0, "status", NULL) != 0) {
		int status;
		if (kit_gone(kit, &status))
			return fail("furrowd", "ended, see furrowd.log");
		if (kit_now_ms() > until_ms)
			return fail("furrowd", "is not up, see furrowd.log");
		kit_pause_ms(2 * LOOK_EVERY_MS);
	}
	return 0;
}

bool
kit_gone(struct kit *kit, int *status)
{
	return take_status(&kit->daemon, status);
}

bool
kit_wait_gone(struct kit *kit, int timeout_ms, int *status)
{
	int64_t until_ms = kit_now_ms() + timeout_ms;
	while (!kit_gone(kit, status)) {
		if (kit_now_ms() > until_ms)
			return false;
		kit_pause_ms(2);
	}
	return true;
}

void
kit_kill(struct kit *kit)
{
	if (kit->daemon <= 0)
		return;
	(void)kill(kit->daemon, SIGKILL);
	(void)waitpid(kit->daemon, NULL, 0);
	kit->daemon = 0;
}

int
kit_stop(struct kit *kit, int *took_ms)
{
	int status;
	int64_t from_ms = kit_now_ms();
	if (kit->daemon <= 0)
		return fail("stop", "furrowd does not run");
	(void)kill(kit->daemon, SIGTERM);
	bool gone = kit_wait_gone(kit, 10000, &status);
	if (took_ms != NULL)
		*took_ms = (int)(kit_now_ms() - from_ms);
	if (!gone) {
		kit_kill(kit);
		return fail("furrowd", "did not end on SIGTERM");
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The file from `from` on, given to the caller, NULL when there is none. */
static char *
read_file(const char *path, long from)
{
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return NULL;
	fseek(in, 0, SEEK_END);
	long octets = ftell(in) - from;
	char *text = octets >= 0 ? malloc((size_t)octets + 1) : NULL;
	if (text != NULL) {
		fseek(in, from, SEEK_SET);
		text[fread(text, 1, (size_t)octets, in)] = '\0';
	}
	fclose(in);
	return text;
}

static bool
file_has(const char *path, long from, const char *wanted)
{
	char *text = read_file(path, from);
	bool has = text != NULL && strstr(text, wanted) != NULL;
	free(text);
	return has;
}

int
kit_logged(struct kit *kit, const char *text, int timeout_ms)
{
	int64_t until_ms = kit_now_ms() + timeout_ms;
	while (!file_has("furrowd.log", kit->log_mark, text)) {
		if (kit_now_ms() > until_ms)
			return fail(text, "is not in furrowd.log");
		kit_pause_ms(LOOK_EVERY_MS);
	}
	return 0;
}

/* -- furrow ---------------------------------------------------------------- */

static const char furrow[] = KIT_BUILT "/furrow";

/* Starts it with its standard output in a pipe: our end, or -1. */
static int
start_furrow(pid_t *pid, const char *const *argv)
{
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail("pipe", strerror(errno));
	*pid = fork();
	if (*pid == 0) {
		if (dup2(ends[1], STDOUT_FILENO) < 0)
			_exit(126);
		redirect("cli.err", STDERR_FILENO);
		become(furrow, argv);
	}
	close(ends[1]);
	return ends[0];
}

static void
gather(const char **argv, va_list args)
{
	int count = 0;
	const char *word;
	argv[count++] = "furrow";
	while (count + 1 < ARGS_MOST &&
	       (word = va_arg(args, const char *)) != NULL)
		argv[count++] = word;
	argv[count] = NULL;
}

int
kit_furrow(char *out, size_t out_octets, ...)
{
	const char *argv[ARGS_MOST];
	pid_t pid;
	va_list args;
	va_start(args, out_octets);
	gather(argv, args);
	va_end(args);
	int fd = start_furrow(&pid, argv);
	if (fd < 0)
		return -1;
	drain(fd, out, out_octets);
	return status_of(pid);
}

/* Line by line, as one array; a line that is no JSON is left as a null. */
static json_t *
read_rows(int fd)
{
	json_t *rows = json_array();
	char *line = NULL;
	size_t room = 0;
	FILE *in = fdopen(fd, "r");
	while (in != NULL && getline(&line, &room, in) > 0) {
		json_t *row = json_loads(line, 0, NULL);
		if (row == NULL)
			fprintf(stderr, "kit: no JSON: %s", line);
		json_array_append_new(rows, row != NULL ? row : json_null());
	}
	free(line);
	if (in != NULL)
		fclose(in);
	return rows;
}

json_t *
kit_rows(const char *word, ...)
{
	const char *argv[ARGS_MOST] = {"furrow", word};
	int count = 2;
	pid_t pid;
	va_list args;
	va_start(args, word);
	while (count + 2 < ARGS_MOST &&
	       (argv[count] = va_arg(args, const char *)) != NULL)
		count++;
	va_end(args);
	argv[count++] = "--json";
	argv[count] = NULL;
	int fd = start_furrow(&pid, argv);
	json_t *rows = fd >= 0 ? read_rows(fd) : NULL;
	if (fd >= 0 && status_of(pid) != 0) {
		json_decref(rows);
		return NULL;
	}
	return rows;
}

int
kit_furrow_follow(pid_t *pid, const char *const *args)
{
	return start_furrow(pid, args);
}

bool
kit_complained(const char *text)
{
	return file_has("cli.err", 0, text);
}
