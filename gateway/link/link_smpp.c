#include "gateway/link/link_smpp.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"

#include "gateway/link/link_smpp_private.h"

#define WINDOW_DEFAULT 10
#define ENQUIRE_MS 30000
#define RESPONSE_MS 10000
#define RECONNECT_MIN_MS 1000
#define RECONNECT_MAX_MS 60000

static struct link_smpp *
of(struct link *link)
{
	return (struct link_smpp *)link;
}

static const struct link_smpp *
of_const(const struct link *link)
{
	return (const struct link_smpp *)link;
}

/* -- the state of all its binds ---------------------------------------------
 */

struct binds {
	bool sends, receives, starting, down;
	size_t bound, refused;
	const struct smpp_conn *worst; /* the first that is not bound */
};

static struct binds
look(const struct link_smpp *lo)
{
	struct binds b = {.down = true};
	for (size_t i = 0; i < lo->conns; i++) {
		const struct smpp_sess *s = &lo->conn[i]->sess;
		enum smpp_sess_state state = smpp_sess_state(s);
		bool up = smpp_sess_is_up(s);
		b.down = b.down && state == SMPP_SESS_STOPPED;
		b.sends |= up && s->config.role != SMPP_SESS_RECEIVER;
		b.receives |= up && s->config.role != SMPP_SESS_TRANSMITTER;
		b.starting |= up || state == SMPP_SESS_CONNECTING ||
			      state == SMPP_SESS_BINDING;
		b.bound += up;
		b.refused += s->refused;
		if (!up && (b.worst == NULL || s->refused))
			b.worst = lo->conn[i];
	}
	return b;
}

static enum link_state
state_of(const struct link_smpp *lo, const struct binds *b)
{
	if (lo->stopping) /* not down before it has said farewell */
		return b->down ? LINK_DOWN : LINK_RESTING;
	if (!b->sends || !b->receives)
		return b->starting && b->refused == 0 ? LINK_STARTING
						      : LINK_DOWN;
	return lo->draining || timer_armed(lo->rest_timer) ? LINK_RESTING
							   : LINK_UP;
}

/* What does not fit is cut. */
static void __attribute__((format(printf, 3, 4)))
say(char *dst, size_t octets, const char *format, ...)
{
	char all[SMPP_SESS_WHY_OCTETS + 128];
	va_list args;
	va_start(args, format);
	vsnprintf(all, sizeof(all), format, args);
	va_end(args);
	str_copy(dst, octets, str_from(all));
}

/* With some binds up the link is; that others are refused needs a look. */
static void
note_refused(struct link_smpp *lo, const struct binds *b)
{
	char words[96];
	if (b->bound > 0 && b->refused > 0)
		say(lo->link.trouble, sizeof(lo->link.trouble),
		    "%zu of %zu binds refused: %s", b->refused, lo->conns,
		    smpp_status_text(
			words, sizeof(words), b->worst->sess.bind_status));
	else if (strstr(lo->link.trouble, " binds refused: ") != NULL)
		lo->link.trouble[0] = '\0';
}

void
link_smpp_changed(struct link_smpp *lo)
{
	struct binds b = look(lo);
	lo->stopped = lo->stopping && b.down;
	link_smpp_ussd_changed(lo, b.sends && b.receives);
	note_refused(lo, &b);
	enum link_state state = state_of(lo, &b);
	if (state != lo->link.state)
		log_event(LOG_INFO, "link", "state", "link=%s state=%s",
		    lo->link.name, link_state_name(state));
	lo->link.state = state;
	lo->link.sink->on_change(lo->link.sink->arg, &lo->link);
}

/* -- rests ------------------------------------------------------------------
 */

/* When it is over one text at a time finds out whether it is. */
void
link_smpp_rest(struct link_smpp *lo, int64_t ms)
{
	char why[LINK_TROUBLE_OCTETS * 2];

	log_event(LOG_WARN, "link", "rest", "link=%s ms=%lld why=%s",
	    lo->link.name, (long long)ms,
	    log_quote(why, sizeof(why), lo->link.trouble));
	timer_arm(lo->rest_timer, ms);
	smpp_flow_silent(&lo->flow);
	link_smpp_changed(lo);
}

static void
on_time(void *arg)
{
	link_smpp_changed(arg);
}

static void
on_paced(void *arg)
{
	link_smpp_changed(arg);
	link_smpp_pace(arg);
}

/* Somebody has mended it, or wishes it tried. */
static void
end_rest(struct link_smpp *lo)
{
	timer_stop(lo->rest_timer);
	timer_stop(lo->pause_timer);
	lo->link.trouble[0] = '\0';
	lo->judge = (struct smpp_judge){.no_validity = lo->judge.no_validity};
	smpp_flow_init(&lo->flow, lo->texts);
}

/* -- the contract -----------------------------------------------------------
 */

static void
link_start(struct link *link)
{
	struct link_smpp *lo = of(link);
	lo->stopping = lo->stopped = false;
	for (size_t i = 0; i < lo->conns; i++)
		smpp_sess_start(&lo->conn[i]->sess, link_smpp_now());
}

static void
link_stop(struct link *link, int64_t grace_ms)
{
	struct link_smpp *lo = of(link);
	lo->stopping = true;
	for (size_t i = 0; i < lo->conns; i++)
		smpp_sess_stop(&lo->conn[i]->sess, link_smpp_now(), grace_ms);
	link_smpp_changed(lo);
}

static size_t
link_room(const struct link *link)
{
	const struct link_smpp *lo = of_const(link);
	if (link->state != LINK_UP || lo->stopping)
		return 0;
	size_t room = 0;
	for (size_t i = 0; i < lo->conns; i++)
		room += smpp_conn_text_room(lo->conn[i]);
	size_t open = smpp_flow_room(&lo->flow, lo->under_way, link_smpp_now());
	size_t free_texts = lo->texts - lo->under_way;
	room = room < open ? room : open;
	return room < free_texts ? room : free_texts;
}

static void
link_acknowledge(struct link *link, const struct msg_place *place)
{
	link_smpp_answer(of(link), place, SMPP_ROK);
}

static void
link_refuse(struct link *link, const struct msg_place *place)
{
	link_smpp_answer(of(link), place, SMPP_RMSGQFUL);
}

static void
link_resume(struct link *link)
{
	struct link_smpp *lo = of(link);
	for (size_t i = 0; i < lo->conns; i++)
		smpp_conn_resume(lo->conn[i]);
}

static void
link_reset(struct link *link)
{
	struct link_smpp *lo = of(link);
	end_rest(lo);
	for (size_t i = 0; i < lo->conns; i++)
		smpp_sess_reset(&lo->conn[i]->sess, link_smpp_now());
}

static void
link_drain(struct link *link, bool on)
{
	of(link)->draining = on;
	if (!on)
		end_rest(of(link));
	link_smpp_changed(of(link));
}

/* -- what it tells of itself ------------------------------------------------
 */

static void
describe_flow(const struct link_smpp *lo, struct link_description *out)
{
	char rate[48] = "";
	if (lo->flow.rate_milli > 0)
		snprintf(rate, sizeof(rate), ", throttled to %lld a second",
		    (long long)(lo->flow.rate_milli / 1000));
	snprintf(out->detail, sizeof(out->detail),
	    "%s, %zu under way, up to %zu%s",
	    lo->draining                  ? "draining"
	    : timer_armed(lo->rest_timer) ? "resting"
					  : "bound",
	    lo->under_way, lo->flow.open, rate);
}

static void
describe_detail(const struct link_smpp *lo, struct link_description *out)
{
	struct binds b = look(lo);
	const struct smpp_conn *worst = b.worst;
	if (lo->stopped)
		str_copy(out->detail, sizeof(out->detail), STR("stopped"));
	else if (worst != NULL)
		say(out->detail, sizeof(out->detail), "%s%s%s",
		    fsm_state_name(&worst->sess.fsm),
		    worst->sess.why[0] != '\0' ? ": " : "", worst->sess.why);
	else
		describe_flow(lo, out);
}

static struct smpp_sess_counts
count_all(const struct link_smpp *lo)
{
	struct smpp_sess_counts sum = {0};
	for (size_t i = 0; i < lo->conns; i++) {
		const struct smpp_sess_counts *c = &lo->conn[i]->sess.counts;
		sum.binds += c->binds;
		sum.losses += c->losses;
		sum.unasked += c->unasked;
		sum.malformed += c->malformed;
		sum.silent += c->silent;
	}
	return sum;
}

static void
link_describe(const struct link *link, struct link_description *out)
{
	const struct link_smpp *lo = of_const(link);
	const struct smpp_sess *first = &lo->conn[0]->sess;
	struct smpp_sess_counts n = count_all(lo);
	*out = (struct link_description){
	    .signal_percent = -1, .since_mono_ms = first->entered_ms};
	snprintf(out->device, sizeof(out->device), "%.48s:%u%s",
	    lo->config.host, lo->config.port, lo->config.tls ? " tls" : "");
	snprintf(out->identity, sizeof(out->identity), "smpp as %.40s",
	    lo->config.system_id);
	str_copy(
	    out->operator_, sizeof(out->operator_), str_from(first->peer_id));
	snprintf(out->recoveries, sizeof(out->recoveries),
	    "bound %lu, lost %lu, unanswered %lu, unasked %lu, malformed %lu",
	    n.binds, n.losses, n.silent, n.unasked, n.malformed);
	describe_detail(lo, out);
}

static bool
link_step(const struct link *link, size_t i, struct link_step *out)
{
	static const char *const roles[] = {
	    [SMPP_SESS_TRANSCEIVER] = "transceiver",
	    [SMPP_SESS_TRANSMITTER] = "transmitter",
	    [SMPP_SESS_RECEIVER] = "receiver",
	};
	/* The texts live until the next call. */
	struct link_smpp *lo = of((struct link *)(uintptr_t)link);
	if (i >= lo->conns)
		return false;
	const struct smpp_sess *s = &lo->conn[i]->sess;
	snprintf(lo->step_text[0], sizeof(lo->step_text[0]), "%s %zu",
	    roles[s->config.role], i + 1);
	say(lo->step_text[1], sizeof(lo->step_text[1]),
	    "%s, %zu of %zu unanswered, bound %lu times%s%s",
	    fsm_state_name(&s->fsm), s->window.count, s->window.most,
	    s->counts.binds, s->why[0] != '\0' ? ": " : "", s->why);
	*out = (struct link_step){.times = 1,
	    .asked = "",
	    .answered = "",
	    .chosen = lo->step_text[0],
	    .why = lo->step_text[1]};
	return true;
}

/* -- life -------------------------------------------------------------------
 */

static void
destroy(void *arg)
{
	struct link_smpp *lo = arg;
	for (size_t i = 0; i < lo->texts; i++)
		free(lo->text[i].long_words);
	free(lo->text);
	free(lo->taken);
	free(lo->part_room);
	free(lo->room.text);
	tls_context_free(&lo->tls);
	buf_free(&lo->out);
	explicit_bzero(&lo->own, sizeof(lo->own));
	free(lo);
}

static void
link_free(struct link *link)
{
	struct link_smpp *lo = of(link);
	for (size_t i = 0; i < lo->conns; i++)
		smpp_conn_free(&lo->conn[i]);
	lo->conns = 0;
	link_smpp_ussd_free(lo);
	timer_free(&lo->rest_timer);
	timer_free(&lo->pause_timer);
	loop_reap(lo->loop, destroy, lo);
}

static const struct link_ops ops = {
    .kind = "smpp",
    .start = link_start,
    .stop = link_stop,
    .room = link_room,
    .send = link_smpp_send,
    .acknowledge = link_acknowledge,
    .refuse = link_refuse,
    .resume = link_resume,
    .reset = link_reset,
    .drain = link_drain,
    .describe = link_describe,
    .step = link_step,
    .free = link_free,
};

#define OWN(field)                                                             \
	(str_copy(                                                             \
	     lo->own.field, sizeof(lo->own.field), str_from(config->field)),   \
	    lo->config.field = lo->own.field)

/* 7.1.1: how long from now, "YYMMDDhhmmss000R". */
static void
write_validity(char dst[20], int64_t minutes)
{
	if (minutes <= 0) {
		dst[0] = '\0';
		return;
	}
	int64_t days = minutes / 1440 > 30 ? 30 : minutes / 1440;
	snprintf(dst, 20, "0000%02d%02d%02d00000R", (int)days,
	    (int)(minutes / 60 % 24), (int)(minutes % 60));
}

static void
take_texts(struct link_smpp *lo, const struct link_smpp_config *config)
{
	OWN(host);
	OWN(tls_ca);
	OWN(tls_name);
	OWN(system_id);
	OWN(password);
	OWN(system_type);
	OWN(address_range);
	OWN(sender);
	OWN(service_type);
	write_validity(lo->own.validity, config->validity_minutes);
}

static void
set_defaults(struct link_smpp_config *c)
{
	if (c->binds < 1)
		c->binds = 1;
	if (c->binds > LINK_SMPP_BINDS_MAX)
		c->binds = LINK_SMPP_BINDS_MAX;
	if (c->window < 1)
		c->window = WINDOW_DEFAULT;
	if (c->window > SMPP_WINDOW_MAX)
		c->window = SMPP_WINDOW_MAX;
	c->enquire_ms = c->enquire_ms > 0 ? c->enquire_ms : ENQUIRE_MS;
	c->response_ms = c->response_ms > 0 ? c->response_ms : RESPONSE_MS;
	if (c->reconnect_min_ms <= 0)
		c->reconnect_min_ms = RECONNECT_MIN_MS;
	if (c->reconnect_max_ms <= 0)
		c->reconnect_max_ms = RECONNECT_MAX_MS;
	if (c->reconnect_max_ms < c->reconnect_min_ms)
		c->reconnect_max_ms = c->reconnect_min_ms;
	c->text.segment.parts_max = MSG_PARTS_MAX;
}

static void
make_tables(struct link_smpp *lo)
{
	lo->texts = lo->config.window * (size_t)lo->config.binds;
	lo->text = xcalloc(lo->texts, sizeof(*lo->text));
	for (size_t i = lo->texts; i > 0; i--) {
		lo->text[i - 1].next_free = lo->text_free;
		lo->text_free = (uint32_t)i;
	}
	lo->taken = xcalloc(LINK_SMPP_TAKEN_MAX, sizeof(*lo->taken));
	for (uint32_t i = LINK_SMPP_TAKEN_MAX; i > 0; i--) {
		lo->taken[i - 1].next_free = lo->taken_free;
		lo->taken_free = i;
	}
	smpp_flow_init(&lo->flow, lo->texts);
	lo->out = buf_new(SMPP_LENGTH_MAX);
	lo->part_room = xcalloc(1, sizeof(((struct segment_list *)0)->data));
	lo->room.text = xcalloc(1, SMPP_TEXT_LONG_OCTETS);
	lo->room.text_octets = SMPP_TEXT_LONG_OCTETS;
}

static void
make_conns(struct link_smpp *lo)
{
	for (int i = 0; i < lo->config.binds; i++) {
		enum smpp_sess_role role = lo->config.pair
					       ? SMPP_SESS_TRANSMITTER
					       : SMPP_SESS_TRANSCEIVER;
		uint32_t at = (uint32_t)lo->conns;
		lo->conn[lo->conns++] = smpp_conn_new(lo, at, role);
		if (lo->config.pair)
			lo->conn[lo->conns++] =
			    smpp_conn_new(lo, at + 1, SMPP_SESS_RECEIVER);
	}
}

struct link *
link_smpp_new(struct loop *loop, const struct link_smpp_config *config,
    const struct link_sink *sink)
{
	struct link_smpp *lo = xcalloc(1, sizeof(*lo));
	lo->loop = loop;
	lo->config = *config;
	lo->link.ops = &ops;
	lo->link.sink = sink;
	lo->link.state = LINK_DOWN;
	lo->link.two_way = !config->no_questions;
	str_copy(lo->link.name, sizeof(lo->link.name), str_from(config->name));
	str_copy(
	    lo->link.number, sizeof(lo->link.number), str_from(config->number));
	take_texts(lo, config);
	set_defaults(&lo->config);
	make_tables(lo);
	lo->rest_timer = timer_new(loop, on_time, lo);
	lo->pause_timer = timer_new(loop, on_paced, lo);
	make_conns(lo);
	return &lo->link;
}
