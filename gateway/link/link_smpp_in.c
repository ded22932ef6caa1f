/* deliver_sm and data_sm -> messages; and their answers. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

#include "gateway/link/link_smpp_private.h"
#include "gateway/link/smpp_address.h"

/* Answers that take longer make centres ask again on the same connection. */
#define SLOW_ANSWER_MS 2000
#define FNV_PRIME UINT64_C(0x100000001B3)

/* -- is it another copy? ----------------------------------------------------
 */

static uint64_t
mix(uint64_t hash, struct span octets)
{
	return (hash ^ span_hash(octets)) * FNV_PRIME;
}

/* Not the sequence number, nor what a centre adds to a second copy. */
static uint64_t
same_of(const struct smpp_pdu *pdu)
{
	const struct smpp_sm *sm = &pdu->sm;
	uint8_t how[2] = {sm->esm_class, sm->data_coding};
	uint64_t hash = mix(0, span_of(how, sizeof(how)));
	hash = mix(hash, span_of(sm->source.text.at, sm->source.text.octets));
	hash = mix(hash, span_of(sm->dest.text.at, sm->dest.text.octets));
	hash = mix(hash, sm->short_message);
	hash = mix(hash, pdu->tlvs.message_payload);
	uint8_t part[4] = {(uint8_t)(pdu->tlvs.sar_ref >> 8),
	    (uint8_t)pdu->tlvs.sar_ref, pdu->tlvs.sar_total, pdu->tlvs.sar_seq};
	hash = mix(hash, span_of(part, sizeof(part)));
	return hash != 0 ? hash : 1;
}

static bool
is_orphan(const struct link_smpp *lo, uint64_t same, int64_t now_ms)
{
	if (lo->orphans == 0 ||
	    now_ms - lo->orphaned_mono_ms > LINK_SMPP_AGAIN_MS)
		return false;
	size_t count =
	    lo->orphans < LINK_SMPP_ORPHANS ? lo->orphans : LINK_SMPP_ORPHANS;
	for (size_t i = 0; i < count; i++)
		if (lo->orphan[i] == same)
			return true;
	return false;
}

/* Asked again because we are slow. */
static bool
is_unanswered(const struct link_smpp *lo, uint64_t same, int64_t now_ms)
{
	if (lo->taken_count == 0 ||
	    now_ms - lo->answered_mono_ms < SLOW_ANSWER_MS)
		return false;
	for (size_t i = 0; i < LINK_SMPP_TAKEN_MAX; i++)
		if (lo->taken[i].busy && lo->taken[i].same == same)
			return true;
	return false;
}

struct span_ms {
	int64_t since, before;
};

static void
widen(struct span_ms *s, int64_t since_ms, int64_t before_ms)
{
	s->since = since_ms < s->since ? since_ms : s->since;
	s->before = before_ms > s->before ? before_ms : s->before;
}

/* What the centre did not see answered before this bind. */
static void
widen_to_bind(struct span_ms *s, const struct smpp_conn *c)
{
	const struct link_smpp *lo = c->lo;
	int64_t lost_ms =
	    lo->lost_wall_ms != 0 ? lo->lost_wall_ms : lo->config.alive_ms;
	if (lost_ms == 0 || lost_ms > c->bound_wall_ms)
		lost_ms = c->bound_wall_ms;
	widen(s, lost_ms - LINK_SMPP_AGAIN_MS, c->bound_wall_ms);
}

/* Our answers may have been lost with a connection after they were written:
 * then the text comes by the next bind, or by one that has long been there. */
static void
note_again(const struct smpp_conn *c, struct msg_in *m)
{
	const struct link_smpp *lo = c->lo;
	int64_t now_ms = c->sess.now_ms;
	struct span_ms same = {.since = INT64_MAX};
	if (now_ms - c->sess.bound_ms < LINK_SMPP_AGAIN_MS)
		widen_to_bind(&same, c);
	if (lo->lost_wall_ms != 0 &&
	    now_ms - lo->lost_mono_ms < LINK_SMPP_AGAIN_MS)
		widen(&same, lo->lost_wall_ms - LINK_SMPP_AGAIN_MS,
		    lo->lost_wall_ms);
	if (is_orphan(lo, m->same, now_ms) ||
	    is_unanswered(lo, m->same, now_ms))
		widen(&same, clock_wall_ms(clock_system()) - LINK_SMPP_AGAIN_MS,
		    INT64_MAX);
	if (same.before == 0)
		return;
	m->again_since_ms = same.since;
	m->again_before_ms = same.before;
}

void
link_smpp_orphan(struct link_smpp *lo, const struct smpp_conn *c)
{
	for (size_t i = 0; i < LINK_SMPP_TAKEN_MAX && lo->taken_count > 0; i++)
		if (lo->taken[i].busy && lo->taken[i].conn == c->index &&
		    lo->taken[i].generation == c->generation) {
			lo->orphan[lo->orphans++ % LINK_SMPP_ORPHANS] =
			    lo->taken[i].same;
			lo->orphaned_mono_ms = c->sess.now_ms;
		}
}

/* -- messages ---------------------------------------------------------------
 */

static bool
is_ours(const struct link_smpp *lo, const struct smpp_addr *address)
{
	const char *number = lo->link.number;
	struct str text = str_trim(address->text);
	if (text.octets == 0 || str_is(text, number) ||
	    str_is(text, lo->own.sender))
		return true;
	return number[0] == '+' && str_is(text, number + 1);
}

/* Centres disagree whether a receipt comes from the recipient or from us. */
static const struct smpp_addr *
recipient_of(const struct link_smpp *lo, const struct smpp_sm *sm)
{
	return is_ours(lo, &sm->source) && !is_ours(lo, &sm->dest)
		   ? &sm->dest
		   : &sm->source;
}

static void
fill_report(
    const struct link_smpp *lo, struct msg_in *m, const struct smpp_pdu *pdu)
{
	struct smpp_receipt receipt;
	smpp_receipt_read(&receipt, pdu, lo->config.id_in_receipt);
	m->kind = MSG_REPORT;
	smpp_address_write(m->from, recipient_of(lo, &pdu->sm));
	m->report_mr = receipt.key != 0 ? receipt.key : -1;
	m->report = receipt.report;
	m->report_code = receipt.tp_status;
}

/* A letter without a counterpart, or what only this centre knows of, is for
 * whoever looks at the octets later. */
static bool
is_told(const struct msg_in *m, const struct smpp_pdu *pdu)
{
	static const char lost[] = "\xEF\xBF\xBD"; /* U+FFFD */
	return m->kind == MSG_TEXT && m->part.total <= 1 &&
	       pdu->tlvs.unknowns == 0 &&
	       memmem(m->text.at, m->text.octets, lost, 3) == NULL;
}

static void
fill(struct smpp_conn *c, struct msg_in *m, const struct smpp_pdu *pdu)
{
	struct link_smpp *lo = c->lo;
	if (smpp_receipt_is(pdu)) {
		fill_report(lo, m, pdu);
		return;
	}
	smpp_address_write(m->from, &pdu->sm.source);
	smpp_text_read(m, pdu, &lo->config.text, &lo->room);
	m->same = same_of(pdu);
	m->raw_told = is_told(m, pdu);
	note_again(c, m);
}

/* -- the table of what is not answered yet ----------------------------------
 */

static void
take_place(const struct smpp_conn *c, const struct smpp_pdu *pdu, uint64_t same)
{
	struct link_smpp *lo = c->lo;
	struct smpp_taken_in *taken = &lo->taken[lo->taken_free - 1];
	if (lo->taken_count++ == 0)
		lo->answered_mono_ms = c->sess.now_ms;
	lo->taken_free = taken->next_free;
	*taken = (struct smpp_taken_in){.conn = c->index,
	    .generation = c->generation,
	    .command = pdu->head.command,
	    .sequence = pdu->head.sequence,
	    .same = same,
	    .busy = true};
}

static enum smpp_taken
no_room(struct smpp_conn *c, const struct smpp_pdu *pdu, bool overdue)
{
	if (!overdue)
		return SMPP_TAKEN_NO_ROOM;
	smpp_sess_answer_now(&c->sess, &pdu->head, SMPP_RMSGQFUL);
	return SMPP_TAKEN_ANSWERED;
}

enum smpp_taken
link_smpp_incoming(struct smpp_conn *c, const struct smpp_pdu *pdu,
    struct span octets, bool overdue)
{
	struct link_smpp *lo = c->lo;
	if (link_smpp_ussd_incoming(c, pdu))
		return SMPP_TAKEN_ANSWERED;
	if (lo->taken_free == 0)
		return no_room(c, pdu, overdue);
	struct msg_in m = {
	    .place = {.index = (int)lo->taken_free - 1}, .raw = octets};
	fill(c, &m, pdu);
	if (!lo->link.sink->on_message(lo->link.sink->arg, &lo->link, &m))
		return no_room(c, pdu, overdue);
	take_place(c, pdu, m.same);
	return SMPP_TAKEN;
}

void
link_smpp_answer(
    struct link_smpp *lo, const struct msg_place *place, uint32_t status)
{
	if (place->index < 0 || place->index >= LINK_SMPP_TAKEN_MAX ||
	    !lo->taken[place->index].busy)
		return;
	struct smpp_taken_in *taken = &lo->taken[place->index];
	struct smpp_taken_in was = *taken;
	taken->busy = false;
	taken->next_free = lo->taken_free;
	lo->taken_free = (uint32_t)place->index + 1;
	lo->taken_count--;
	lo->answered_mono_ms = link_smpp_now();
	struct smpp_conn *c = lo->conn[was.conn];
	if (c->generation == was.generation)
		smpp_sess_answer(&c->sess, lo->answered_mono_ms, was.command,
		    was.sequence, status);
}
