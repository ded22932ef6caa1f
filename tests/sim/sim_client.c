#include "tests/sim/sim_client.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/sim/sim_util.h"

#define ANSWER_WITHIN_MS 5000

struct event {
	struct event *next;
	json_t *text; /* owned */
};

struct sim {
	int fd;
	struct sim_buf in;
	char why[128];
	struct event *events, **events_end;
	char listened[32][24]; /* phones whose texts are asked for */
	int listening;
};

static int64_t
mono_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
pause_ms(int ms)
{
	struct timespec t = {ms / 1000, (ms % 1000) * 1000000L};
	nanosleep(&t, NULL);
}

struct sim *
sim_connect(const char *path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	if (strlen(path) >= sizeof(at.sun_path)) {
		errno = ENAMETOOLONG;
		return NULL;
	}
	sim_copy(at.sun_path, sizeof(at.sun_path), path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return NULL;
	if (connect(fd, (struct sockaddr *)&at, sizeof(at)) != 0) {
		close(fd);
		return NULL;
	}
	struct sim *sim = sim_alloc(1, sizeof(*sim));
	sim->fd = fd;
	sim->events_end = &sim->events;
	return sim;
}

struct sim *
sim_connect_dir(const char *dir)
{
	char path[512];
	snprintf(path, sizeof(path), "%s/sim.sock", dir);
	return sim_connect(path);
}

static void
drop_event(struct sim *sim, struct event **at)
{
	struct event *e = *at;
	*at = e->next;
	if (*at == NULL)
		sim->events_end = at;
	json_decref(e->text);
	free(e);
}

void
sim_close(struct sim **sim)
{
	if (*sim == NULL)
		return;
	while ((*sim)->events != NULL)
		drop_event(*sim, &(*sim)->events);
	close((*sim)->fd);
	sim_buf_free(&(*sim)->in);
	free(*sim);
	*sim = NULL;
}

const char *
sim_why(const struct sim *sim)
{
	return sim->why;
}

/* 1 a line (owned by the caller), 0 time is over, -1 simnet is gone. */
static int
read_line(struct sim *sim, json_t **out, int64_t until_ms)
{
	char bytes[65536];
	for (;;) {
		char *end = sim->in.octets == 0
				? NULL
				: memchr(sim->in.at, '\n', sim->in.octets);
		if (end != NULL) {
			size_t octets = (size_t)(end - sim->in.at);
			*out = json_loadb(sim->in.at, octets, 0, NULL);
			sim_buf_drop(&sim->in, 0, octets + 1);
			return *out == NULL ? -1 : 1;
		}
		int64_t left = until_ms - mono_ms();
		struct pollfd p = {.fd = sim->fd, .events = POLLIN};
		int ready = poll(&p, 1, left < 0 ? 0 : (int)left);
		if (ready == 0)
			return 0;
		ssize_t n = read(sim->fd, bytes, sizeof(bytes));
		if (n <= 0)
			return -1;
		sim_buf_add(&sim->in, bytes, (size_t)n);
	}
}

static void
keep_event(struct sim *sim, json_t *text)
{
	struct event *e = sim_alloc(1, sizeof(*e));
	e->text = text;
	*sim->events_end = e;
	sim->events_end = &e->next;
}

/* The next answer; events on the way are kept. */
static json_t *
read_answer(struct sim *sim)
{
	json_t *line;
	int64_t until_ms = mono_ms() + ANSWER_WITHIN_MS;
	int got;
	while ((got = read_line(sim, &line, until_ms)) == 1) {
		if (json_object_get(line, "event") == NULL)
			return line;
		keep_event(sim, line);
	}
	sim_copy(sim->why, sizeof(sim->why),
	    got == 0 ? "no answer" : "simnet is gone");
	return NULL;
}

static bool
write_all(struct sim *sim, const char *bytes, size_t octets)
{
	while (octets > 0) {
		ssize_t n = send(sim->fd, bytes, octets, MSG_NOSIGNAL);
		if (n <= 0)
			return false;
		bytes += n;
		octets -= (size_t)n;
	}
	return true;
}

static json_t *
ask(struct sim *sim, json_t *request)
{
	sim->why[0] = '\0';
	char *text = json_dumps(request, JSON_COMPACT);
	json_decref(request);
	bool sent = text != NULL && write_all(sim, text, strlen(text)) &&
		    write_all(sim, "\n", 1);
	free(text);
	if (!sent) {
		sim_copy(sim->why, sizeof(sim->why), "cannot write");
		return NULL;
	}
	json_t *answer = read_answer(sim);
	if (answer != NULL && !json_is_true(json_object_get(answer, "ok"))) {
		const char *why =
		    json_string_value(json_object_get(answer, "why"));
		sim_copy(sim->why, sizeof(sim->why), why ? why : "refused");
		json_decref(answer);
		return NULL;
	}
	return answer;
}

json_t *
sim_ask(struct sim *sim, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	json_t *request = json_vpack_ex(NULL, 0, format, args);
	va_end(args);
	return ask(sim, request);
}

int
sim_tell(struct sim *sim, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	json_t *answer = ask(sim, json_vpack_ex(NULL, 0, format, args));
	va_end(args);
	json_decref(answer);
	return answer == NULL ? -1 : 0;
}

uint64_t
sim_text(struct sim *sim, const char *from, const char *to, const char *text)
{
	json_t *answer = sim_ask(sim, "{s:s, s:s, s:s, s:s}", "do", "text",
	    "from", from, "to", to, "text", text);
	json_int_t id = json_integer_value(json_object_get(answer, "id"));
	json_decref(answer);
	return (uint64_t)id;
}

static size_t
write_batch(struct sim *sim, struct sim_buf *batch, size_t count)
{
	size_t taken = 0;
	if (!write_all(sim, batch->at, batch->octets))
		return 0;
	sim_buf_drop(batch, 0, batch->octets);
	for (size_t i = 0; i < count; i++) {
		json_t *answer = read_answer(sim);
		if (answer == NULL)
			return taken;
		taken += json_is_true(json_object_get(answer, "ok"));
		json_decref(answer);
	}
	return taken;
}

size_t
sim_texts(struct sim *sim, const char *to, size_t count,
    void (*fill)(void *arg, size_t i, char from[24], char text[1024]),
    void *arg)
{
	/* Answers are read between batches: neither side's buffer fills. */
	enum { BATCH = 200 };
	struct sim_buf batch = {0};
	size_t taken = 0, waiting = 0;
	for (size_t i = 0; i < count; i++) {
		char from[24], text[1024];
		fill(arg, i, from, text);
		json_t *request = json_pack("{s:s, s:s, s:s, s:s}", "do",
		    "text", "from", from, "to", to, "text", text);
		char *line = json_dumps(request, JSON_COMPACT);
		json_decref(request);
		if (line == NULL)
			continue;
		sim_buf_text(&batch, line);
		sim_buf_text(&batch, "\n");
		free(line);
		if (++waiting == BATCH || i + 1 == count) {
			taken += write_batch(sim, &batch, waiting);
			waiting = 0;
		}
	}
	if (waiting > 0)
		taken += write_batch(sim, &batch, waiting);
	sim_buf_free(&batch);
	return taken;
}

static json_t *
text_event(const char *phone, json_t *text)
{
	json_t *event = json_object();
	json_object_set_new(event, "phone", json_string(phone));
	json_object_update(event, text);
	return event;
}

/* From now on this phone's texts are events; those of before are too. */
static int
hear(struct sim *sim, const char *phone)
{
	for (int i = 0; i < sim->listening; i++) {
		if (sim_same_number(sim->listened[i], phone))
			return 0;
	}
	if (sim->listening == 32)
		return -1;
	/* The first asks for all phones: simnet keeps only a few names. */
	if (sim->listening == 0 &&
	    sim_tell(sim, "{s:s, s:s}", "do", "listen", "phone", "*") != 0)
		return -1;
	json_t *answer =
	    sim_ask(sim, "{s:s, s:s}", "do", "inbox", "phone", phone);
	if (answer == NULL)
		return -1;
	sim_copy(sim->listened[sim->listening++], 24, phone);
	/* The inbox holds everything up to now, so events of it go. */
	struct event **at = &sim->events;
	while (*at != NULL) {
		const char *who =
		    json_string_value(json_object_get((*at)->text, "phone"));
		if (who != NULL && sim_same_number(who, phone))
			drop_event(sim, at);
		else
			at = &(*at)->next;
	}
	json_t *texts = json_object_get(answer, "texts");
	for (size_t i = 0; i < json_array_size(texts); i++)
		keep_event(sim, text_event(phone, json_array_get(texts, i)));
	json_decref(answer);
	return 0;
}

static bool
find_text(struct sim *sim, const char *phone, const char *containing, char *out)
{
	struct event **at = &sim->events;
	for (; *at != NULL; at = &(*at)->next) {
		json_t *e = (*at)->text;
		const char *who =
		    json_string_value(json_object_get(e, "phone"));
		const char *text =
		    json_string_value(json_object_get(e, "text"));
		if (who == NULL || text == NULL || !sim_same_number(who, phone))
			continue;
		if (strstr(text, containing) == NULL)
			continue;
		if (out != NULL)
			sim_copy(out, SIM_TEXT_ROOM, text);
		drop_event(sim, at);
		return true;
	}
	return false;
}

int
sim_wait_text(struct sim *sim, const char *phone, const char *containing,
    int timeout_ms, char *out)
{
	int64_t until_ms = mono_ms() + timeout_ms;
	if (hear(sim, phone) != 0)
		return -1;
	while (!find_text(sim, phone, containing, out)) {
		json_t *line;
		int got = read_line(sim, &line, until_ms);
		if (got != 1) {
			snprintf(sim->why, sizeof(sim->why),
			    got == 0 ? "no such text came" : "simnet is gone");
			return -1;
		}
		keep_event(sim, line);
	}
	return 0;
}

int
sim_inbox_count(struct sim *sim, const char *phone)
{
	json_t *answer =
	    sim_ask(sim, "{s:s, s:s}", "do", "inbox", "phone", phone);
	if (answer == NULL)
		return -1;
	int count = (int)json_array_size(json_object_get(answer, "texts"));
	json_decref(answer);
	return count;
}

int
sim_fault(struct sim *sim, const char *modem, const char *fault)
{
	return sim_tell(sim, "{s:s, s:s, s:s}", "do", "fault", "modem", modem,
	    "fault", fault);
}

int
sim_fault_ms(struct sim *sim, const char *modem, const char *fault, int ms)
{
	return sim_tell(sim, "{s:s, s:s, s:s, s:i}", "do", "fault", "modem",
	    modem, "fault", fault, "ms", ms);
}

int
sim_fault_chance(
    struct sim *sim, const char *modem, const char *fault, double chance)
{
	return sim_tell(sim, "{s:s, s:s, s:s, s:f}", "do", "fault", "modem",
	    modem, "fault", fault, "chance", chance);
}

int
sim_unplug(struct sim *sim, const char *modem)
{
	return sim_tell(sim, "{s:s, s:s}", "do", "unplug", "modem", modem);
}

int
sim_replug(struct sim *sim, const char *modem)
{
	return sim_tell(sim, "{s:s, s:s}", "do", "replug", "modem", modem);
}

int
sim_switch(struct sim *sim, const char *phone, bool off)
{
	return sim_tell(sim, "{s:s, s:s, s:b}", "do", "phone", "number", phone,
	    "off", (int)off);
}

int
sim_ring(struct sim *sim, const char *from, const char *to, int rings)
{
	return sim_tell(sim, "{s:s, s:s, s:s, s:i}", "do", "ring", "from", from,
	    "to", to, "rings", rings);
}

int
sim_stats(struct sim *sim, struct sim_stats *out)
{
	*out = (struct sim_stats){0};
	json_t *answer = sim_ask(sim, "{s:s}", "do", "stats");
	if (answer == NULL)
		return -1;
	const struct {
		const char *name;
		int64_t *value;
	} rows[] = {
	    {"texts", &out->texts},
	    {"parts", &out->parts},
	    {"handed", &out->handed},
	    {"doubled", &out->doubled},
	    {"taken", &out->taken},
	    {"refused", &out->refused},
	    {"delivered", &out->delivered},
	    {"reports", &out->reports},
	    {"waiting", &out->waiting},
	    {"stored", &out->stored},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		*rows[i].value =
		    json_integer_value(json_object_get(answer, rows[i].name));
	json_decref(answer);
	return 0;
}

long
sim_journal_count(const char *path, const char *kind, const char *containing)
{
	char wanted[64] = "", *line = NULL;
	size_t room = 0;
	long count = 0;
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return -1;
	if (kind != NULL)
		snprintf(wanted, sizeof(wanted), "\"kind\":\"%s\"", kind);
	while (getline(&line, &room, in) > 0)
		count += strstr(line, wanted) != NULL &&
			 strstr(line, containing) != NULL;
	free(line);
	fclose(in);
	return count;
}

/* --- simnet as a child --- */

static void
become_simnet(const char *dir, const char *const *args)
{
	enum { MOST = 160 }; /* 64 modems */
	const char *program = getenv("SIMNET");
	char log[512];
	const char *argv[MOST] = {"simnet", "--dir", dir, "--log", log};
	int count = 5;
	snprintf(log, sizeof(log), "%s/sim.log", dir);
	for (int i = 0; args[i] != NULL && count + 1 < MOST; i++)
		argv[count++] = args[i];
	argv[count] = NULL;
	/* execv takes char *const[] for history's sake and changes nothing. */
	union {
		const char **in;
		char *const *out;
	} same = {argv};
	execv(program != NULL ? program : SIMNET_BUILT, same.out);
	perror("simnet");
	_exit(127);
}

pid_t
sim_start(const char *dir, const char *const *args)
{
	char path[512];
	snprintf(path, sizeof(path), "%s/sim.sock", dir);
	(void)unlink(path);
	pid_t pid = fork();
	if (pid == 0)
		become_simnet(dir, args);
	for (int i = 0; pid > 0 && i < 500; i++) {
		struct sim *sim = sim_connect(path);
		if (sim != NULL) {
			sim_close(&sim);
			return pid;
		}
		if (waitpid(pid, NULL, WNOHANG) == pid)
			return -1;
		pause_ms(10);
	}
	if (pid > 0)
		(void)sim_stop(pid);
	return -1;
}

int
sim_stop(pid_t pid)
{
	int status;
	(void)kill(pid, SIGTERM);
	for (int i = 0; i < 300; i++) {
		if (waitpid(pid, &status, WNOHANG) == pid)
			return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
		pause_ms(10);
	}
	(void)kill(pid, SIGKILL);
	(void)waitpid(pid, &status, 0);
	return -1;
}
