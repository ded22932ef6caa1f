/* http_crowd - who is connected to a server, and for how long without a word.
 *
 * In: connections as evhttp makes them.  It tells nobody when one ends, so
 * they are known by descriptor and inode: a socket whose inode has changed is
 * another one.  A connection waits, until a whole request of it has come, and
 * again once that is answered; while its request is being answered it is busy,
 * for as long as that takes.
 * Who waits for too long is shut down, however often he sends an octet; when
 * all places are taken, who came first goes first, if he had a moment.
 * evhttp sees the end of the connection and frees it.
 * No clock, no log, no event. */
#ifndef BASE_HTTP_CROWD_H
#define BASE_HTTP_CROWD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bufferevent;
struct http_crowd;

/* places: the most at once; wait_ms: how long one may take for a request. */
struct http_crowd *http_crowd_new(size_t places, int64_t wait_ms);
void http_crowd_free(struct http_crowd **crowd);
/* While nobody is here. */
void http_crowd_limit(struct http_crowd *crowd, size_t places, int64_t wait_ms);
int64_t http_crowd_wait_ms(const struct http_crowd *crowd);

/* One that gets its descriptor right after.  There is room for it. */
void http_crowd_come(
    struct http_crowd *crowd, struct bufferevent *bev, int64_t now_ms);
/* It has it.  Before anything else is read: a reference to it is held until
 * here, and one that has ended meanwhile would read what is another's. */
void http_crowd_settle(struct http_crowd *crowd);
/* Its request has come whole; its answer is given. */
void http_crowd_busy(struct http_crowd *crowd, int fd);
void http_crowd_waits(struct http_crowd *crowd, int fd, int64_t now_ms);

/* Its request may take so much longer, until the answer is given. */
void http_crowd_patience(struct http_crowd *crowd, int fd, int64_t more_ms);
/* Something of the one that came last, freed once that one has gone. */
void http_crowd_companion(
    struct http_crowd *crowd, void *companion, void (*free_fn)(void *));
void *http_crowd_companion_of(struct http_crowd *crowd, int fd); /* or NULL */

/* Forgets those that have gone, shuts down those that wait for too long; how
 * many it shut down. */
size_t http_crowd_sweep(struct http_crowd *crowd, int64_t now_ms);
size_t http_crowd_count(const struct http_crowd *crowd);
/* No place is left even for one more; then a quarter of all, of those who came
 * first and wait for at least a second, is shut down: there is room soon. */
bool http_crowd_full(struct http_crowd *crowd, int64_t now_ms);

#endif
