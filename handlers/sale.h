/* sale - a sale with an end: SALE, SALE END, and its clock.
 *
 * One price, one time, one stock; sellers in relay: who opened it sells first,
 * and when one's stock is gone the next takes on.  The seller promised by the
 * word SALE, so nobody is asked about an order: it is agreed at once
 * (sale_buy), and sellers hear sums at intervals (sale_tell).
 *
 * States (docs/machines.md): asked -> planned -> running -> ended, each moved
 * by a row of `timer`, so late timers after a power cut only make it late.  It
 * ends at its time, by SALE END, or when all of it has been taken for half an
 * hour and nobody waits: till then somebody may cancel or join. */
#ifndef HANDLERS_SALE_H
#define HANDLERS_SALE_H

#include "base/fsm.h"

#include "gateway/store/store_question.h"
#include "gateway/store/store_sale.h"

#include "handlers/book.h"
#include "handlers/desk.h"

const struct fsm_table *sale_table(void);

/* What makes a sale doubtful, so that it is repeated and asked about. */
struct sale_facts {
	bool time_doubt; /* sale_said_time() */
	int64_t price_minor;
	int64_t usual_minor; /* what it costs otherwise; -1 not known */
	const char *product;
	bool second; /* of these goods the sender has a sale already */
};
/* Pure: open it at once? */
bool sale_is_plain(const struct sale_facts *facts);

/* SALE, SALE END: a command (handlers/command), false when the text has not
 * its shape. */
bool sale_open_text(
    struct desk *desk, const struct book *book, struct str rest);

/* By who opened it, or an officer; planned or running. */
bool sale_may_end(const struct desk *desk, const struct sale *sale);
/* False: the sender may not; nothing is said. */
bool sale_end(struct desk *desk, struct sale *sale);

/* The answer to ASK_SALE. */
void sale_answer(struct desk *desk, const struct question *q, bool yes);

/* Nobody answered ASK_SALE: dropped. */
void sale_unanswered(struct desk *desk, const struct question *q);

/* TIMER_SALE_START, TIMER_SALE_END. */
void sale_start_due(struct desk *desk, int64_t sale_id);
void sale_end_due(struct desk *desk, int64_t sale_id);

/* After an outage, when all timers have moved: a sale's time was told to
 * people by the clock, so it stays. */
void sale_outage(struct desk *desk);

/* Something was taken, given or freed: when does it end now? */
void sale_set_end(struct desk *desk, const struct sale *sale);

#endif
