#include "programs/furrow/phone_sim.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"

#define LINE_MOST (16u << 20) /* a full inbox is one line */
#define ANSWER_WITHIN_MS 5000

struct event {
	struct event *next;
	json_t *text; /* owned */
};

struct phone_sim {
	int fd;
	struct buf in;
	struct event *first, **end;
};

static struct phone_sim *
fail_open(int fd, const char *path, struct err *err)
{
	err_set(err, -1, 0, "%s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return NULL;
}

struct phone_sim *
phone_sim_open(const char *path, struct err *err)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	struct phone_sim *sim;
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (strlen(path) >= sizeof(at.sun_path))
		errno = ENAMETOOLONG;
	if (fd < 0 || strlen(path) >= sizeof(at.sun_path))
		return fail_open(fd, path, err);
	str_copy(at.sun_path, sizeof(at.sun_path), str_from(path));
	if (connect(fd, (struct sockaddr *)&at, sizeof(at)) != 0)
		return fail_open(fd, path, err);
	sim = calloc(1, sizeof(*sim));
	if (sim == NULL)
		abort();
	sim->fd = fd;
	sim->in = buf_new(LINE_MOST);
	sim->end = &sim->first;
	return sim;
}

static json_t *
take_event(struct phone_sim *sim)
{
	struct event *e = sim->first;
	json_t *text = e->text;

	sim->first = e->next;
	if (sim->first == NULL)
		sim->end = &sim->first;
	free(e);
	return text;
}

static void
keep_event(struct phone_sim *sim, json_t *text)
{
	struct event *e = calloc(1, sizeof(*e));

	if (e == NULL)
		abort();
	e->text = text;
	*sim->end = e;
	sim->end = &e->next;
}

void
phone_sim_close(struct phone_sim **sim)
{
	if (*sim == NULL)
		return;
	while ((*sim)->first != NULL)
		json_decref(take_event(*sim));
	close((*sim)->fd);
	buf_free(&(*sim)->in);
	free(*sim);
	*sim = NULL;
}

/* A whole line out of what was read: 1, 0 none yet, -1 no JSON. */
static int
take_line(struct phone_sim *sim, json_t **out)
{
	struct str rest = buf_str(&sim->in), line;
	const char *end =
	    rest.octets == 0 ? NULL : memchr(rest.at, '\n', rest.octets);

	if (end == NULL)
		return sim->in.full ? -1 : 0;
	line = str_of(rest.at, (size_t)(end - rest.at));
	*out = json_read(line, LINE_MOST, NULL);
	buf_drop(&sim->in, line.octets + 1);
	return *out != NULL ? 1 : -1;
}

static int
read_line(struct phone_sim *sim, json_t **out, int64_t until_ms)
{
	const struct clock_source *clock = clock_system();
	char bytes[16384];
	int got;

	while ((got = take_line(sim, out)) == 0) {
		int64_t left = until_ms - clock_mono_ms(clock);
		struct pollfd p = {.fd = sim->fd, .events = POLLIN};
		ssize_t n;

		if (poll(&p, 1, left > 0 ? (int)left : 0) == 0)
			return 0;
		n = read(sim->fd, bytes, sizeof(bytes));
		if (n == 0 || (n < 0 && errno != EINTR))
			return -1;
		if (n > 0)
			buf_add(&sim->in, bytes, (size_t)n);
	}
	return got;
}

static int
write_line(struct phone_sim *sim, json_t *request)
{
	char *text = json_dumps(request, JSON_COMPACT);
	size_t octets = text == NULL ? 0 : strlen(text), done = 0;

	json_decref(request);
	if (text == NULL)
		return -1;
	/* The NUL's place is good for the line end. */
	text[octets++] = '\n';
	while (done < octets) {
		ssize_t n =
		    send(sim->fd, text + done, octets - done, MSG_NOSIGNAL);

		if (n <= 0)
			break;
		done += (size_t)n;
	}
	free(text);
	return done == octets ? 0 : -1;
}

static json_t *
read_answer(struct phone_sim *sim, struct err *err)
{
	int64_t until_ms = clock_mono_ms(clock_system()) + ANSWER_WITHIN_MS;
	json_t *line;
	int got;

	while ((got = read_line(sim, &line, until_ms)) == 1) {
		if (json_object_get(line, "event") == NULL)
			return line;
		keep_event(sim, line);
	}
	err_set(err, -1, 0, "%s",
	    got == 0 ? "the simulated network does not answer"
		     : "the simulated network is gone");
	return NULL;
}

json_t *
phone_sim_ask(struct phone_sim *sim, json_t *request, struct err *err)
{
	json_t *answer = NULL;

	if (write_line(sim, request) != 0)
		err_set(err, -1, 0, "the simulated network is gone");
	else
		answer = read_answer(sim, err);
	if (answer != NULL && !json_is_true(json_object_get(answer, "ok"))) {
		err_set(err, -1, 0, "%s", json_text(answer, "why", "refused"));
		json_decref(answer);
		return NULL;
	}
	return answer;
}

static int
tell(struct phone_sim *sim, json_t *request, struct err *err)
{
	json_t *answer = phone_sim_ask(sim, request, err);

	json_decref(answer);
	return answer == NULL ? -1 : 0;
}

int
phone_sim_text(struct phone_sim *sim, const char *from, const char *to,
    const char *text, struct err *err)
{
	return tell(sim,
	    json_pack("{s:s, s:s, s:s, s:o}", "do", "text", "from", from, "to",
		to, "text", json_clean(text, strlen(text))),
	    err);
}

int
phone_sim_listen(struct phone_sim *sim, const char *phone, struct err *err)
{
	return tell(
	    sim, json_pack("{s:s, s:s}", "do", "listen", "phone", phone), err);
}

int
phone_sim_market(
    struct phone_sim *sim, char number[PHONE_NUMBER_OCTETS], struct err *err)
{
	json_t *answer =
	    phone_sim_ask(sim, json_pack("{s:s}", "do", "modems"), err);
	const json_t *first =
	    json_array_get(json_object_get(answer, "modems"), 0);
	const char *text = json_text(first, "number", "");

	if (text[0] == '\0')
		text = json_text(first, "name", "");
	str_copy(number, PHONE_NUMBER_OCTETS, str_from(text));
	if (answer != NULL && text[0] == '\0')
		err_set(err, -1, 0, "the simulated network has no modem");
	json_decref(answer);
	return number[0] == '\0' ? -1 : 0;
}

int
phone_sim_next(struct phone_sim *sim, struct phone_text *out, int timeout_ms)
{
	int64_t until_ms = clock_mono_ms(clock_system()) + timeout_ms;
	json_t *line = NULL;
	int got = 1;

	*out = (struct phone_text){.text = NULL};
	if (sim->first != NULL)
		line = take_event(sim);
	else
		got = read_line(sim, &line, until_ms);
	if (got != 1)
		return got;
	str_copy(out->phone, sizeof(out->phone),
	    str_from(json_text(line, "phone", "")));
	str_copy(out->from, sizeof(out->from),
	    str_from(json_text(line, "from", "")));
	out->text = strdup(json_text(line, "text", ""));
	out->wall_ms = json_int(line, "time", 0);
	json_decref(line);
	if (out->text == NULL)
		abort();
	return 1;
}

void
phone_text_free(struct phone_text *text)
{
	free(text->text);
	*text = (struct phone_text){.text = NULL};
}

int
phone_sim_fd(const struct phone_sim *sim)
{
	return sim->fd;
}

bool
phone_sim_waiting(const struct phone_sim *sim)
{
	struct str rest = buf_str(&sim->in);

	return sim->first != NULL ||
	       (rest.octets > 0 && memchr(rest.at, '\n', rest.octets) != NULL);
}
