/* ask - questions to a running furrowd, and how long each takes.
 *
 *   ask SOCKET TIMES FILE
 *
 * FILE has a question a line: a name, a blank, a path ("/api/v1/messages?…").
 * Each is asked TIMES times over the control socket, one after the other, all
 * of them round and round, so that no question finds only its own pages warm.
 * Prints a line each: the middle one, the 99th of a hundred, the longest and
 * the first in milliseconds, rows of the answer, and "more" when the page says
 * that it goes on.  Exit status 1 when an answer is not 200. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <jansson.h>

#include "base/str.h"
#include "bench/latency.h"

#define QUESTIONS_MAX 64
#define ANSWER_OCTETS (8 * 1024 * 1024)

struct question {
	char name[48], path[512];
	struct latency latency;
	double first_ms;
	size_t rows;
	bool more;
};

static int64_t
now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int
dial(const char *path)
{
	struct sockaddr_un to = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	snprintf(to.sun_path, sizeof(to.sun_path), "%s", path);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0)
		return fd;
	perror(path);
	exit(1);
}

/* The whole answer, up to the peer's end; its length. */
static size_t
fetch(const char *socket_path, const char *path, char *into)
{
	char request[640];
	size_t have = 0;
	ssize_t got = 1;
	int fd = dial(socket_path);
	int octets = snprintf(request, sizeof(request),
	    "GET %s HTTP/1.1\r\nHost: furrow\r\nConnection: close\r\n\r\n",
	    path);
	if (write(fd, request, (size_t)octets) != octets)
		got = 0;
	while (got > 0 && have < ANSWER_OCTETS - 1) {
		got = read(fd, into + have, ANSWER_OCTETS - 1 - have);
		have += got > 0 ? (size_t)got : 0;
	}
	close(fd);
	into[have] = '\0';
	return have;
}

static bool
read_answer(struct question *q, const char *answer)
{
	const char *body = strstr(answer, "\r\n\r\n");
	json_t *tree;
	if (strncmp(answer, "HTTP/1.1 200 ", 13) != 0 || body == NULL) {
		fprintf(stderr, "ask: %s: %.200s\n", q->path, answer);
		return false;
	}
	tree = json_loads(body + 4, 0, NULL);
	q->rows = json_array_size(json_object_get(tree, "items"));
	q->more = json_is_integer(json_object_get(tree, "next"));
	json_decref(tree);
	return true;
}

static bool
ask(struct question *q, const char *socket_path, char *answer, bool first)
{
	int64_t from = now_us();
	fetch(socket_path, q->path, answer);
	int64_t took = now_us() - from;
	if (first)
		q->first_ms = (double)took / 1000;
	else
		latency_add(&q->latency, took);
	return read_answer(q, answer);
}

static size_t
read_questions(const char *path, struct question *into)
{
	FILE *file = fopen(path, "r");
	size_t count = 0;
	while (
	    file != NULL && count < QUESTIONS_MAX &&
	    fscanf(file, "%47s %511s", into[count].name, into[count].path) == 2)
		latency_clear(&into[count++].latency);
	if (file == NULL)
		perror(path);
	else
		fclose(file);
	return count;
}

static void
print(const struct question *q)
{
	printf("%-28s p50 %7.2f  p99 %7.2f  most %7.2f  first %7.2f ms  %zu "
	       "rows%s\n",
	    q->name, latency_ms(&q->latency, 0.5),
	    latency_ms(&q->latency, 0.99), (double)q->latency.max_us / 1000,
	    q->first_ms, q->rows, q->more ? ", more" : "");
}

int
main(int argc, char **argv)
{
	struct question *q = calloc(QUESTIONS_MAX, sizeof(*q));
	char *answer = malloc(ANSWER_OCTETS);
	bool good = true;
	int64_t times;
	if (argc != 4 || !str_to_int64(&times, str_from(argv[2])) ||
	    q == NULL || answer == NULL) {
		fprintf(stderr, "usage: ask SOCKET TIMES FILE\n");
		return 2;
	}
	size_t count = read_questions(argv[3], q);
	for (int64_t turn = 0; turn <= times; turn++)
		for (size_t i = 0; i < count; i++)
			good &= ask(&q[i], argv[1], answer, turn == 0);
	for (size_t i = 0; i < count; i++)
		print(&q[i]);
	free(answer);
	free(q);
	return good && count > 0 ? 0 : 1;
}
