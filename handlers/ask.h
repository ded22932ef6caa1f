/* ask - the last thing we asked a phone, and what an answer to it means.
 *
 * One question is open per phone; it lives as long as the market says
 * (consent and approval longer).  A figure, YES, NO, a product's name or a
 * quantity answers it; any whole new text is taken for what it says, so a
 * question never traps anybody. The payload is JSON: {"orders":[ids]} for
 * lists, {"lines":[ids]} for the buyer's answer, {"consent":[id]} for
 * approvals, a draft (draft.h). */
#ifndef HANDLERS_ASK_H
#define HANDLERS_ASK_H

#include "gateway/store/store_question.h"

#include "handlers/book.h"
#include "handlers/desk.h"

enum ask_kind {
	ASK_DRAFT = 1, /* an order or listing that lacks something */
	ASK_PICK_PROPOSAL, /* which of several proposals: OK 1 */
	ASK_PICK_ORDER, /* which order; the verb is kept */
	ASK_PROPOSAL, /* one proposal by its code: yes or no */
	ASK_SOME, /* how much can you give? */
	ASK_BUYER, /* take the part, or the price? */
	ASK_CONSENT, /* may we register you? */
	ASK_APPROVE, /* officer: may they sell? */
	ASK_WANTED, /* after an outage: still wanted? */
	ASK_CHANGE, /* of an order: to so much? (change_ask) */
	ASK_CANCEL_ALL, /* of several orders at once? (cancel) */
	ASK_POOL, /* which household of that name? (pool_took) */
	ASK_SALE, /* seller: is that what you mean to sell? (sale) */
	ASK_STILL, /* is this still them? (still) */
};

/* Opens a question for the sender's phone, or another one; closes the one
 * before.  `payload` is borrowed.  due_ms 0: as the market says. */
int64_t ask_open(struct desk *desk, int64_t phone_id, int64_t person_id,
    enum ask_kind kind, int64_t order_id, const char *payload, int64_t due_ms);

/* What is open with the sender on this phone; not what somebody else who uses
 * it was asked, nor who had the number before. */
bool ask_current(const struct desk *desk, struct question *out);

/* A list of ids under `key`, with an intent kind as "verb" (0: none). */
void ask_payload_ids(char dst[QUESTION_PAYLOAD_OCTETS], const char *key,
    const int64_t *ids, size_t count, int verb);
size_t ask_read_ids(
    const struct question *q, const char *key, int64_t *ids, size_t ids_count);
int ask_read_verb(const struct question *q);

/* What the reader of texts must know of it.  The product indexes live in
 * `choices`. */
void ask_hint(struct intent_question *out, int choices[9],
    const struct desk *desk, const struct question *q);

/* Takes the sender's text as the answer.  False: it is none, go on. */
bool ask_answer(
    struct desk *desk, const struct question *q, const struct book *book);

/* No answer, and nothing else that we could act on: the question once more,
 * and the second time it is left.  False: go on as with any text. */
bool ask_missed(
    struct desk *desk, const struct question *q, const struct book *book);

/* The words of the sender's open question again; false: there is none. */
bool ask_repeat(struct desk *desk);
/* The same for somebody's question that moved with them from the phone on
 * which it was put. */
void ask_moved(struct desk *desk, int64_t person_id, int64_t from_phone_id,
    int64_t to_phone_id);

/* A price, a part, a yes to nothing, while a question is open: that one once
 * more, a third time it is left.  False: there is none. */
bool ask_beside(struct desk *desk);

/* TIMER_QUESTION: nobody answered. */
void ask_expired(struct desk *desk, int64_t question_id);

#endif
