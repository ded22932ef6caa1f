/* ussd_line - connections of a gateway to furrowd, kept from one request to the
 * next, one request on each at a time.
 *
 * In: whole requests.  Out: on_reply for each, once: its answer, or NULL when
 * the connection ended without one.  A connection that the other side closes is
 * made again.  One thread; blocks in ussd_line_turn only (and for the moment
 * that a connection to this machine takes). */
#ifndef BENCH_USSD_LINE_H
#define BENCH_USSD_LINE_H

#include <stdint.h>

#include "base/err.h"
#include "bench/ussd_wire.h"

struct ussd_line;

/* reply->text is a view for the call. */
typedef void (*ussd_line_reply_fn)(
    void *arg, uint32_t tag, const struct ussd_reply *reply);

/* NULL: nobody listens on 127.0.0.1:port. */
struct ussd_line *ussd_line_new(int port, int connections,
    ussd_line_reply_fn on_reply, void *arg, struct err *err);
void ussd_line_free(struct ussd_line **line);

/* False: all of them are busy. */
bool ussd_line_send(
    struct ussd_line *line, const char *request, size_t octets, uint32_t tag);
int ussd_line_busy(const struct ussd_line *line);
/* How often a connection was made beyond the first time. */
int64_t ussd_line_again(const struct ussd_line *line);
void ussd_line_turn(struct ussd_line *line, int64_t timeout_us);

#endif
