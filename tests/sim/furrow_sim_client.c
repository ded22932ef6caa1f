#include "tests/sim/furrow_sim_client.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/sim/sim_util.h"

#define WAIT_S 5
#define ANSWER_MOST (16 << 20)

static int
open_socket(const char *path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	struct timeval wait = {.tv_sec = WAIT_S};
	if (strlen(path) >= sizeof(at.sun_path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	sim_copy(at.sun_path, sizeof(at.sun_path), path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -1;
	(void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait));
	if (connect(fd, (struct sockaddr *)&at, sizeof(at)) == 0)
		return fd;
	close(fd);
	return -1;
}

static bool
write_line(int fd, json_t *request)
{
	struct sim_buf line = {0};
	char *text = json_dumps(request, JSON_COMPACT);
	if (text == NULL)
		return false;
	sim_buf_text(&line, text);
	sim_buf_text(&line, "\n");
	free(text);
	size_t done = 0;
	while (done < line.octets) {
		ssize_t n =
		    send(fd, line.at + done, line.octets - done, MSG_NOSIGNAL);
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	bool all = done == line.octets;
	sim_buf_free(&line);
	return all;
}

static json_t *
read_answer(int fd)
{
	struct sim_buf in = {0};
	char bytes[16384];
	json_t *answer = NULL;
	while (in.octets < ANSWER_MOST) {
		ssize_t n = recv(fd, bytes, sizeof(bytes), 0);
		if (n <= 0)
			break;
		sim_buf_add(&in, bytes, (size_t)n);
		if (in.at[in.octets - 1] != '\n')
			continue;
		answer = json_loadb(in.at, in.octets, 0, NULL);
		break;
	}
	sim_buf_free(&in);
	return answer;
}

json_t *
furrow_sim_client_ask(const char *path, json_t *request, const char **why)
{
	int fd = open_socket(path);
	json_t *answer = NULL;
	*why = "no network runs there (furrow-sim run)";
	if (fd < 0)
		return NULL;
	*why = "no answer";
	if (write_line(fd, request))
		answer = read_answer(fd);
	close(fd);
	return answer;
}
