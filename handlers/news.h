/* news - one thing that many asked to hear of, told by a cursor.
 *
 * One row of `news` and one timer, however many follow: each TIMER_NEWS looks
 * at NEWS_BATCH followers at most, queues their texts, and waits until the last
 * of them has left before it queues more - so the queue holds one batch, and a
 * village's single modem stays free for orders.  Advisory texts: by day only
 * (NEWS_FROM to NEWS_UNTIL, never in quiet hours), never sent twice, stale when
 * the sale is over.  Everybody is told once, whatever of it they follow.
 *
 * A seller's new offers: the first SELL of a day starts it, so a follower gets
 * at most one text a day from each seller. */
#ifndef HANDLERS_NEWS_H
#define HANDLERS_NEWS_H

#include "gateway/store/store_follow.h"
#include "gateway/store/store_sale.h"

#include "handlers/desk.h"

#define NEWS_BATCH 50
#define NEWS_FROM_MIN (8 * 60)
#define NEWS_UNTIL_MIN (20 * 60)

/* From the beginning, at due_ms or when the day allows it. */
void news_begin(
    struct desk *desk, enum news_kind kind, int64_t ref, int64_t due_ms);
/* TIMER_NEWS. */
void news_due(struct desk *desk, int64_t news_id);

/* The sender listed something; tells the followers in a while. */
void news_of_offer(struct desk *desk);

/* A sale's announcement, to the sender. */
void news_say_sale(struct desk *desk, const struct sale *sale);

/* Pure: wall_ms, or when the next day begins for such texts. */
int64_t news_by_day(const struct market *market, int64_t wall_ms);

#endif
