#include "base/http_crowd.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <event2/bufferevent.h>

#include "base/panic.h"

#define MOMENT_MS 1000

struct member {
	struct bufferevent *pending; /* its descriptor is not known yet */
	int fd;
	ino_t inode;
	bool busy, ended;
	int64_t since_ms, more_ms;
	void *companion; /* NULL: none */
	void (*free_companion)(void *);
};

struct http_crowd {
	struct member *member;
	size_t count, places;
	int64_t wait_ms;
};

struct http_crowd *
http_crowd_new(size_t places, int64_t wait_ms)
{
	struct http_crowd *c = xcalloc(1, sizeof(*c));
	http_crowd_limit(c, places, wait_ms);
	return c;
}

void
http_crowd_limit(struct http_crowd *crowd, size_t places, int64_t wait_ms)
{
	PANIC_UNLESS(places > 0 && crowd->count == 0);
	free(crowd->member);
	crowd->places = places;
	crowd->wait_ms = wait_ms;
	crowd->member = xcalloc(places, sizeof(*crowd->member));
}

int64_t
http_crowd_wait_ms(const struct http_crowd *crowd)
{
	return crowd->wait_ms;
}

static void
part_from(struct member *m)
{
	if (m->companion != NULL)
		m->free_companion(m->companion);
	m->companion = NULL;
}

void
http_crowd_free(struct http_crowd **crowd)
{
	struct http_crowd *c = *crowd;
	*crowd = NULL;
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->count; i++) {
		if (c->member[i].pending != NULL)
			bufferevent_decref(c->member[i].pending);
		part_from(&c->member[i]);
	}
	free(c->member);
	free(c);
}

/* -- who is who ------------------------------------------------------------ */

/* 0: it is none any more. */
static ino_t
inode_of(int fd)
{
	struct stat st;
	return fd >= 0 && fstat(fd, &st) == 0 && S_ISSOCK(st.st_mode)
		   ? st.st_ino
		   : 0;
}

/* The descriptor of one that has just come. */
static void
settle(struct member *m)
{
	struct bufferevent *bev = m->pending;
	m->pending = NULL;
	m->fd = bufferevent_getfd(bev);
	m->inode = inode_of(m->fd);
	bufferevent_decref(bev);
}

static bool
is_here(const struct member *m)
{
	return m->inode != 0 && inode_of(m->fd) == m->inode;
}

static struct member *
member_of(struct http_crowd *crowd, int fd)
{
	for (size_t i = 0; i < crowd->count; i++) {
		struct member *m = &crowd->member[i];
		if (m->fd == fd && is_here(m))
			return m;
	}
	return NULL;
}

void
http_crowd_come(
    struct http_crowd *crowd, struct bufferevent *bev, int64_t now_ms)
{
	PANIC_UNLESS(crowd->count < crowd->places);
	bufferevent_incref(bev);
	crowd->member[crowd->count++] =
	    (struct member){.pending = bev, .fd = -1, .since_ms = now_ms};
}

/* They are the newest. */
void
http_crowd_settle(struct http_crowd *crowd)
{
	for (size_t i = crowd->count; i > 0; i--) {
		if (crowd->member[i - 1].pending == NULL)
			return;
		settle(&crowd->member[i - 1]);
	}
}

void
http_crowd_busy(struct http_crowd *crowd, int fd)
{
	struct member *m = member_of(crowd, fd);
	if (m != NULL)
		m->busy = true;
}

void
http_crowd_waits(struct http_crowd *crowd, int fd, int64_t now_ms)
{
	struct member *m = member_of(crowd, fd);
	if (m == NULL)
		return;
	m->busy = false;
	m->since_ms = now_ms;
	m->more_ms = 0;
}

void
http_crowd_patience(struct http_crowd *crowd, int fd, int64_t more_ms)
{
	struct member *m = member_of(crowd, fd);
	if (m != NULL)
		m->more_ms = more_ms;
}

void
http_crowd_companion(
    struct http_crowd *crowd, void *companion, void (*free_fn)(void *))
{
	struct member *m = &crowd->member[crowd->count - 1];
	PANIC_UNLESS(crowd->count > 0 && m->companion == NULL);
	m->companion = companion;
	m->free_companion = free_fn;
}

void *
http_crowd_companion_of(struct http_crowd *crowd, int fd)
{
	struct member *m = member_of(crowd, fd);
	return m != NULL ? m->companion : NULL;
}

/* -- who must go ----------------------------------------------------------- */

static void
end(struct member *m)
{
	m->ended = true;
	shutdown(m->fd, SHUT_RDWR);
}

size_t
http_crowd_sweep(struct http_crowd *crowd, int64_t now_ms)
{
	size_t kept = 0, ended = 0;
	for (size_t i = 0; i < crowd->count; i++) {
		struct member *m = &crowd->member[i];
		if (m->pending == NULL && !is_here(m)) {
			part_from(m);
			continue;
		}
		if (!m->busy && !m->ended && m->pending == NULL &&
		    now_ms - m->since_ms >= crowd->wait_ms + m->more_ms) {
			end(m);
			ended++;
		}
		crowd->member[kept++] = *m;
	}
	crowd->count = kept;
	return ended;
}

size_t
http_crowd_count(const struct http_crowd *crowd)
{
	return crowd->count;
}

bool
http_crowd_full(struct http_crowd *crowd, int64_t now_ms)
{
	if (crowd->count < crowd->places)
		return false;
	http_crowd_sweep(crowd, now_ms);
	if (crowd->count < crowd->places)
		return false;
	/* They stand in the order in which they came. */
	size_t most = crowd->places / 4 + 1;
	for (size_t i = 0; i < crowd->count && most > 0; i++) {
		struct member *m = &crowd->member[i];
		if (m->busy || m->ended || now_ms - m->since_ms < MOMENT_MS)
			continue;
		end(m);
		most--;
	}
	return true;
}
