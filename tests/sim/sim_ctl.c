#include "tests/sim/sim_ctl.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define REQUEST_MOST (1 << 20)

static void
put_line(struct sim_client *client, json_t *object)
{
	char *text = json_dumps(object, JSON_COMPACT);
	if (text != NULL) {
		sim_buf_text(&client->out, text);
		sim_buf_text(&client->out, "\n");
	}
	free(text);
	json_decref(object);
}

static bool
hears(const struct sim_client *client, const char *phone)
{
	for (int i = 0; i < client->listening; i++) {
		const char *wanted = client->listens[i];
		if (strcmp(wanted, "*") == 0 || sim_same_number(wanted, phone))
			return true;
	}
	return false;
}

static void
arrived(void *arg, const char *phone, const struct sim_inbox_text *text)
{
	struct sim_ctl *ctl = arg;
	if (ctl->told != NULL)
		fprintf(ctl->told, "%s: from %s: %s\n", phone, text->from,
		    text->text);
	for (int i = 0; i < SIM_CLIENTS; i++) {
		struct sim_client *c = &ctl->clients[i];
		if (c->fd >= 0 && hears(c, phone))
			put_line(c, json_pack("{s:s, s:s, s:s, s:s, s:I}",
					"event", "text", "phone", phone, "from",
					text->from, "text", text->text, "time",
					(json_int_t)text->wall_ms));
	}
}

int
sim_ctl_open(struct sim_ctl *ctl, const char *path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	for (int i = 0; i < SIM_CLIENTS; i++)
		ctl->clients[i].fd = -1;
	if (strlen(path) >= sizeof(at.sun_path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	sim_copy(at.sun_path, sizeof(at.sun_path), path);
	sim_copy(ctl->path, sizeof(ctl->path), path);
	ctl->fd =
	    socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (ctl->fd < 0)
		return -1;
	(void)unlink(path);
	if (bind(ctl->fd, (struct sockaddr *)&at, sizeof(at)) != 0 ||
	    listen(ctl->fd, 16) != 0)
		return -1;
	ctl->net->arrived = arrived;
	ctl->net->arrived_arg = ctl;
	return 0;
}

static void
drop_client(struct sim_client *client)
{
	if (client->fd >= 0)
		close(client->fd);
	sim_buf_free(&client->in);
	sim_buf_free(&client->out);
	*client = (struct sim_client){.fd = -1};
}

void
sim_ctl_close(struct sim_ctl *ctl)
{
	for (int i = 0; i < SIM_CLIENTS; i++)
		drop_client(&ctl->clients[i]);
	close(ctl->fd);
	(void)unlink(ctl->path);
}

size_t
sim_ctl_polls(struct sim_ctl *ctl, struct pollfd *polls)
{
	size_t count = 0;
	polls[count++] = (struct pollfd){.fd = ctl->fd, .events = POLLIN};
	for (int i = 0; i < SIM_CLIENTS; i++) {
		const struct sim_client *c = &ctl->clients[i];
		short events = POLLIN;
		if (c->out.octets > 0)
			events |= POLLOUT;
		polls[count++] = (struct pollfd){.fd = c->fd, .events = events};
	}
	return count;
}

static void
answer(struct sim_ctl *ctl, struct sim_client *client, const char *line,
    size_t octets)
{
	const char *why = "not a JSON object";
	json_t *request = json_loadb(line, octets, 0, NULL);
	json_t *members = NULL;
	if (json_is_object(request))
		members = sim_ctl_do(ctl, client, request, &why);
	if (members == NULL) {
		put_line(client, json_pack("{s:b, s:s}", "ok", 0, "why", why));
	} else {
		json_t *said = json_pack("{s:b}", "ok", 1);
		json_object_update(said, members);
		json_decref(members);
		put_line(client, said);
	}
	json_decref(request);
}

static void
answer_lines(struct sim_ctl *ctl, struct sim_client *client)
{
	size_t done = 0;
	char *end;
	while (client->in.octets > done &&
	       (end = memchr(client->in.at + done, '\n',
		    client->in.octets - done)) != NULL) {
		size_t octets = (size_t)(end - (client->in.at + done));
		if (octets > 0)
			answer(ctl, client, client->in.at + done, octets);
		done += octets + 1;
	}
	sim_buf_drop(&client->in, 0, done);
	if (client->in.octets > REQUEST_MOST)
		client->broken = true;
}

static void
read_client(struct sim_ctl *ctl, struct sim_client *client)
{
	static char bytes[65536];
	ssize_t n = read(client->fd, bytes, sizeof(bytes));
	if (n > 0) {
		sim_buf_add(&client->in, bytes, (size_t)n);
		answer_lines(ctl, client);
	} else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
		client->broken = true;
	}
}

static void
write_client(struct sim_client *client)
{
	if (client->out.octets == 0)
		return;
	ssize_t n =
	    send(client->fd, client->out.at, client->out.octets, MSG_NOSIGNAL);
	if (n > 0)
		sim_buf_drop(&client->out, 0, (size_t)n);
	else if (n < 0 && errno != EAGAIN && errno != EINTR)
		client->broken = true;
}

static void
take_client(struct sim_ctl *ctl)
{
	int fd = accept4(ctl->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	for (int i = 0; i < SIM_CLIENTS && fd >= 0; i++) {
		if (ctl->clients[i].fd < 0) {
			ctl->clients[i].fd = fd;
			return;
		}
	}
	if (fd >= 0)
		close(fd);
}

void
sim_ctl_work(struct sim_ctl *ctl, const struct pollfd *polls, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct sim_client *c = &ctl->clients[i - 1];
		if (c->fd >= 0 && c->fd == polls[i].fd &&
		    (polls[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
			read_client(ctl, c);
	}
	/* Events may be for anybody, so everybody is written to. */
	for (int i = 0; i < SIM_CLIENTS; i++) {
		struct sim_client *c = &ctl->clients[i];
		if (c->fd >= 0)
			write_client(c);
		if (c->broken)
			drop_client(c);
	}
	if (polls[0].revents != 0)
		take_client(ctl);
}
