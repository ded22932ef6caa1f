/* Texts -> requests, and what becomes of them. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "gateway/link/link_http_private.h"

#define UNKNOWNS_MAX 3 /* in a row, before it rests */

/* -- endings --------------------------------------------------------------- */

static struct link_http_text *
text_of(struct link_http *lh, int64_t id)
{
	for (size_t i = 0; i < LINK_HTTP_WINDOW_MAX; i++)
		if (lh->text[i].id == id)
			return &lh->text[i];
	return NULL;
}

static struct msg_outcome
outcome_of(int64_t id, enum outcome outcome, enum refusal refusal)
{
	struct msg_outcome out = {.id = id,
	    .outcome = outcome,
	    .refusal = refusal,
	    .parts_total = 1,
	    .parts_done = outcome == OUTCOME_ACCEPTED};
	for (size_t i = 0; i < MSG_PARTS_MAX; i++)
		out.mr[i] = -1;
	return out;
}

static void
tell(struct link_http *lh, const struct msg_outcome *out)
{
	lh->link.sink->on_outcome(lh->link.sink->arg, &lh->link, out);
}

static struct link_http_sent *
row_of(const struct link_http *lh, int64_t mr)
{
	return &lh->sent[(uint64_t)mr % LINK_HTTP_ROWS * LINK_HTTP_ROW];
}

void
link_http_remember(struct link *link, int64_t mr, const char *to)
{
	struct link_http_sent *row = row_of((struct link_http *)link, mr);
	memmove(row + 1, row, (LINK_HTTP_ROW - 1) * sizeof(*row));
	row->mr = mr;
	str_copy(row->to, sizeof(row->to), str_from(to));
}

const char *
link_http_sent_to(const struct link_http *lh, int64_t mr)
{
	const struct link_http_sent *row = row_of(lh, mr);
	for (int i = 0; i < LINK_HTTP_ROW; i++)
		if (row[i].mr == mr)
			return row[i].to;
	return "";
}

static void
went_well(struct link_http *lh)
{
	lh->probing = false;
	lh->unknowns = 0;
	lh->link.trouble[0] = '\0';
	memset(lh->rests, 0, sizeof(lh->rests));
}

static void
count_unknown(struct link_http *lh, const char *why)
{
	if (++lh->unknowns < UNKNOWNS_MAX)
		return;
	lh->unknowns = 0;
	link_http_rest(lh, LINK_HTTP_FAULT_UNKNOWN, 0, why);
}

/* What the answer says of the link. */
static void
learn(struct link_http *lh, const struct http_verdict *v, int64_t retry_after_s)
{
	if (v->outcome == OUTCOME_ACCEPTED) {
		went_well(lh);
	} else if (v->outcome == OUTCOME_UNKNOWN) {
		count_unknown(lh, v->why);
	} else if (v->trouble) {
		link_http_rest(lh, LINK_HTTP_FAULT_ACCOUNT, 0, v->why);
	} else if (v->refusal == REFUSAL_WAIT) {
		int64_t ms =
		    retry_after_s > 3600 ? 3600000 : retry_after_s * 1000;
		link_http_rest(
		    lh, LINK_HTTP_FAULT_BUSY, ms > 0 ? ms : 0, v->why);
	} else {
		lh->unknowns = 0; /* it answers, and knows what it says */
		lh->probing = false;
	}
}

static struct msg_outcome
answered(struct link_http *lh, const struct link_http_text *text,
    const struct http_call_end *end)
{
	struct http_verdict v = http_verdict(&lh->row, end->status, end->body);
	struct msg_outcome out = outcome_of(text->id, v.outcome, v.refusal);
	out.code = v.code;
	str_copy(out.why, sizeof(out.why), str_from(v.why));
	if (v.outcome == OUTCOME_ACCEPTED) {
		out.mr[0] = http_verdict_mr(v.id);
		if (out.mr[0] > 0)
			link_http_remember(&lh->link, out.mr[0], text->to);
	}
	learn(lh, &v, end->retry_after_s);
	return out;
}

static struct msg_outcome
not_answered(struct link_http *lh, const struct link_http_text *text,
    const struct http_call_end *end)
{
	bool lost = end->how == HTTP_CALL_LOST;
	struct msg_outcome out =
	    outcome_of(text->id, lost ? OUTCOME_UNKNOWN : OUTCOME_REFUSED,
		lost ? REFUSAL_NONE : REFUSAL_WAIT);
	str_copy(out.why, sizeof(out.why), str_from(end->why));
	if (lost)
		count_unknown(lh, end->why);
	else if (end->fault_of_tls)
		link_http_rest(lh, LINK_HTTP_FAULT_ACCOUNT, 0, end->why);
	else
		link_http_rest(lh, LINK_HTTP_FAULT_AWAY, 0, end->why);
	return out;
}

static void
on_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct link_http *lh = arg;
	struct link_http_text *text = text_of(lh, id);
	if (text == NULL)
		return; /* given up */
	struct msg_outcome out = end->how == HTTP_CALL_ANSWERED
				     ? answered(lh, text, end)
				     : not_answered(lh, text, end);
	char why[sizeof(out.why) * 2];
	log_event(out.outcome == OUTCOME_ACCEPTED ? LOG_DEBUG : LOG_INFO,
	    "link", "http_ended",
	    "link=%s msg=%" PRId64 " outcome=%s refusal=%s why=%s",
	    lh->link.name, id, outcome_name(out.outcome),
	    refusal_name(out.refusal), log_quote(why, sizeof(why), out.why));
	text->id = 0;
	lh->running--;
	tell(lh, &out);
	if (lh->stopping && lh->running == 0)
		timer_arm(lh->stop_timer, 0);
	link_http_changed(lh);
}

void
link_http_give_up(struct link_http *lh, const char *why)
{
	for (size_t i = 0; i < LINK_HTTP_WINDOW_MAX; i++) {
		if (lh->text[i].id == 0)
			continue;
		struct msg_outcome out =
		    outcome_of(lh->text[i].id, OUTCOME_UNKNOWN, REFUSAL_NONE);
		str_copy(out.why, sizeof(out.why), str_from(why));
		lh->text[i].id = 0;
		lh->running--;
		tell(lh, &out);
	}
}

/* -- beginnings ------------------------------------------------------------ */

static void
tell_failures(void *arg)
{
	struct link_http *lh = arg;
	size_t count = lh->failures;
	lh->failures = 0;
	if (count == 0)
		return;
	for (size_t i = 0; i < count; i++)
		tell(lh, &lh->failed[i]);
	link_http_changed(lh);
}

/* Not from within link_http_send(). */
static void
fail(struct link_http *lh, int64_t id, enum refusal refusal, const char *why)
{
	if (lh->failures == LINK_HTTP_WINDOW_MAX)
		tell_failures(lh);
	struct msg_outcome out = outcome_of(id, OUTCOME_REFUSED, refusal);
	str_copy(out.why, sizeof(out.why), str_from(why));
	lh->failed[lh->failures++] = out;
	loop_later(lh->loop, tell_failures, lh);
}

static bool
write_request(struct link_http *lh, const struct http_values *values)
{
	const struct http_row *row = &lh->row;
	buf_clear(&lh->target);
	buf_clear(&lh->fields);
	buf_clear(&lh->body);
	http_template_fill(
	    &lh->target, lh->url.target, HTTP_ESCAPE_URL, values);
	for (size_t i = 0; i < row->fields; i++) {
		http_template_fill(
		    &lh->fields, row->field[i], HTTP_ESCAPE_FIELD, values);
		buf_add_text(&lh->fields, "\r\n");
	}
	buf_add_text(&lh->fields,
	    "Accept: application/json\r\n"
	    "Accept-Encoding: identity\r\nUser-Agent: furrow\r\n");
	if (!row->get) {
		buf_add_format(&lh->fields, "Content-Type: %s\r\n",
		    row->json ? "application/json"
			      : "application/x-www-form-urlencoded");
		http_template_fill(&lh->body, row->body,
		    row->json ? HTTP_ESCAPE_JSON : HTTP_ESCAPE_URL, values);
	}
	return !lh->target.full && !lh->fields.full && !lh->body.full;
}

void
link_http_send(struct link *link, const struct msg_out *text)
{
	struct link_http *lh = (struct link_http *)link;
	struct link_http_text *slot = text_of(lh, 0);
	char id[24];
	snprintf(id, sizeof(id), "%" PRId64, text->id);
	struct http_values values = {.to = str_from(text->to),
	    .from = str_from(lh->from),
	    .text = text->text,
	    .id = str_from(id),
	    .user = str_from(lh->user),
	    .key = str_from(lh->key)};
	if (!lh->started || lh->stopping || slot == NULL) {
		fail(lh, text->id, REFUSAL_WAIT, "the link is not up");
		return;
	}
	if (!write_request(lh, &values)) {
		fail(lh, text->id, REFUSAL_TEXT, "too long for a request");
		return;
	}
	struct http_client_request request = {
	    .method = lh->row.get ? "GET" : "POST",
	    .target = lh->target.at,
	    .fields = lh->fields.at,
	    .body = buf_str(&lh->body)};
	if (!http_client_call(lh->client, &request, on_end, lh, text->id)) {
		fail(lh, text->id, REFUSAL_WAIT, "no request is free");
		return;
	}
	slot->id = text->id;
	str_copy(slot->to, sizeof(slot->to), str_from(text->to));
	lh->running++;
}
