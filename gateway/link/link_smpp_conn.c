/* One connection: a dial, then a stream, and a timer, around smpp_sess. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/panic.h"

#include "gateway/link/link_smpp_private.h"

/* A whole PDU of the largest kind, and a burst. */
#define INPUT_OCTETS (2u * SMPP_LENGTH_MAX)
#define OUTPUT_OCTETS (1024u * 1024u)
#define OUTPUT_FULL_OCTETS (512u * 1024u)

int64_t
link_smpp_now(void)
{
	return clock_mono_ms(clock_system());
}

static void
feed(void *arg)
{
	struct smpp_conn *c = arg;
	if (c->stream == NULL)
		return;
	size_t used =
	    smpp_sess_input(&c->sess, link_smpp_now(), stream_input(c->stream));
	if (c->stream == NULL)
		return;
	stream_used(c->stream, used);
	stream_hold(c->stream, c->sess.no_room);
}

static void
on_stream(void *arg, enum stream_event event)
{
	struct smpp_conn *c = arg;
	switch (event) {
	case STREAM_INPUT:
		feed(c);
		return;
	case STREAM_DRAINED:
		smpp_sess_written(&c->sess, link_smpp_now());
		return;
	case STREAM_GONE:
		smpp_sess_lost(&c->sess, link_smpp_now(), NULL);
		return;
	}
}

/* The CA's file is read again: somebody may have put a newer one there. */
static void
forget_tls(struct link_smpp *lo)
{
	for (size_t i = 0; i < lo->conns; i++)
		if (lo->conn[i]->dial != NULL)
			return; /* in use */
	tls_context_free(&lo->tls);
}

static void
on_dialled(void *arg, struct stream *stream, const struct err *err)
{
	struct smpp_conn *c = arg;
	c->dial = NULL;
	c->stream = stream;
	if (stream == NULL && err->code == DIAL_ERR_TLS)
		forget_tls(c->lo);
	if (stream != NULL)
		smpp_sess_opened(&c->sess, link_smpp_now());
	else
		smpp_sess_lost(&c->sess, link_smpp_now(), err->text);
}

static void
on_timer(void *arg)
{
	struct smpp_conn *c = arg;
	smpp_sess_time_up(&c->sess, link_smpp_now());
}

/* -- effects ----------------------------------------------------------------
 */

/* Not from within the machine. */
static void
tell_no_tls(void *arg)
{
	struct smpp_conn *c = arg;
	smpp_sess_lost(&c->sess, link_smpp_now(), c->no_tls.text);
}

static bool
have_tls(struct smpp_conn *c)
{
	struct link_smpp *lo = c->lo;
	if (lo->config.tls && lo->tls == NULL)
		lo->tls = tls_client_context(lo->config.tls_ca, &c->no_tls);
	if (lo->config.tls && lo->tls == NULL)
		loop_later(lo->loop, tell_no_tls, c);
	return !lo->config.tls || lo->tls != NULL;
}

static void
do_connect(void *arg)
{
	struct smpp_conn *c = arg;
	const struct link_smpp_config *config = &c->lo->config;
	struct dial_config dial = {.host = config->host,
	    .port = config->port,
	    .tls_name = config->tls_name,
	    /* The session gives up by itself. */
	    .timeout_ms = 2 * config->response_ms + 10000,
	    .input_cap = INPUT_OCTETS,
	    .output_cap = OUTPUT_OCTETS,
	    .on_event = on_stream,
	    .owner = c,
	    .done = on_dialled,
	    .arg = c};
	c->generation++;
	if (!have_tls(c))
		return;
	dial.tls = c->lo->tls;
	c->dial = dial_start(c->lo->loop, &dial);
}

static void
do_close(void *arg)
{
	struct smpp_conn *c = arg;
	if (c->bound_wall_ms != 0) {
		c->bound_wall_ms = 0;
		c->lo->lost_wall_ms = clock_wall_ms(clock_system());
		c->lo->lost_mono_ms = link_smpp_now();
		link_smpp_orphan(c->lo, c);
	}
	dial_cancel(&c->dial);
	stream_free(&c->stream);
	c->generation++;
}

static bool
do_write(void *arg, struct span octets)
{
	struct smpp_conn *c = arg;
	return c->stream != NULL &&
	       stream_write(c->stream, octets.at, octets.octets);
}

static size_t
do_unwritten(void *arg)
{
	const struct smpp_conn *c = arg;
	return c->stream != NULL ? stream_unwritten(c->stream) : 0;
}

static void
do_arm(void *arg, int64_t ms)
{
	struct smpp_conn *c = arg;
	if (ms < 0)
		timer_stop(c->timer);
	else
		timer_arm(c->timer, ms);
}

static void
do_changed(void *arg)
{
	struct smpp_conn *c = arg;
	if (smpp_sess_is_up(&c->sess) && c->bound_wall_ms == 0)
		c->bound_wall_ms = clock_wall_ms(clock_system());
	link_smpp_changed(c->lo);
}

static enum smpp_taken
do_incoming(
    void *arg, const struct smpp_pdu *pdu, struct span octets, bool overdue)
{
	return link_smpp_incoming(arg, pdu, octets, overdue);
}

static void
do_ended(void *arg, const struct smpp_asked *asked, enum smpp_ending how,
    const struct smpp_pdu *pdu)
{
	link_smpp_ended(arg, asked, how, pdu);
}

static void
do_unasked(void *arg, const struct smpp_pdu *pdu)
{
	link_smpp_unasked(arg, pdu);
}

static void
do_again(void *arg)
{
	struct smpp_conn *c = arg;
	loop_later(c->lo->loop, feed, c);
}

static const struct smpp_sess_effects effects = {
    .connect = do_connect,
    .close = do_close,
    .write = do_write,
    .unwritten = do_unwritten,
    .arm = do_arm,
    .changed = do_changed,
    .incoming = do_incoming,
    .ended = do_ended,
    .unasked = do_unasked,
    .again = do_again,
};

/* -- life -------------------------------------------------------------------
 */

struct smpp_conn *
smpp_conn_new(struct link_smpp *lo, uint32_t index, enum smpp_sess_role role)
{
	const struct link_smpp_config *config = &lo->config;
	struct smpp_conn *c = xcalloc(1, sizeof(*c));
	c->lo = lo;
	c->index = index;
	snprintf(c->label, sizeof(c->label), "%s/%u", lo->link.name, index + 1);
	c->timer = timer_new(lo->loop, on_timer, c);
	struct smpp_sess_config sess = {.label = c->label,
	    .role = role,
	    .system_id = config->system_id,
	    .password = config->password,
	    .system_type = config->system_type,
	    .addr_range = config->address_range,
	    .addr_ton = config->address_ton,
	    .addr_npi = config->address_npi,
	    .window = config->window,
	    .response_ms = config->response_ms,
	    .enquire_ms = config->enquire_ms,
	    .reconnect_min_ms = config->reconnect_min_ms,
	    .reconnect_max_ms = config->reconnect_max_ms,
	    .seed = config->seed + index * UINT64_C(0x9E3779B97F4A7C15)};
	smpp_sess_init(&c->sess, &sess, &effects, c);
	return c;
}

static void
destroy(void *arg)
{
	struct smpp_conn *c = arg;
	smpp_sess_free(&c->sess);
	free(c);
}

void
smpp_conn_free(struct smpp_conn **conn)
{
	struct smpp_conn *c = *conn;
	*conn = NULL;
	if (c == NULL)
		return;
	dial_cancel(&c->dial);
	stream_free(&c->stream);
	timer_free(&c->timer);
	loop_reap(c->lo->loop, destroy, c);
}

void
smpp_conn_resume(struct smpp_conn *c)
{
	if (smpp_sess_resume(&c->sess))
		loop_later(c->lo->loop, feed, c);
}

size_t
smpp_conn_room(const struct smpp_conn *c)
{
	if (c->stream == NULL ||
	    stream_unwritten(c->stream) > OUTPUT_FULL_OCTETS)
		return 0;
	return smpp_sess_room(&c->sess);
}

size_t
smpp_conn_text_room(const struct smpp_conn *c)
{
	size_t room = smpp_conn_room(c), share = link_smpp_ussd_share(c->lo);
	return room > share ? room - share : 0;
}
