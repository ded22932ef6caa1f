/* line_row - a row of `line` as store_line.c and store_line_list.c read it. */
#ifndef GATEWAY_STORE_LINE_ROW_H
#define GATEWAY_STORE_LINE_ROW_H

#include "gateway/store/db.h"
#include "gateway/store/store_order.h"

/* id of a line = id of its order * LINE_SHIFT + number */
#define LINE_SHIFT 64

/* Of `line l`. */
#define LINE_COLUMNS                                                           \
	"l.id, l.product, l.unit, l.qty_milli, l.unit_grams,"                  \
	" l.price_max_minor, l.price_minor, l.state, l.seller_id, l.offer_id," \
	" l.proposal_id, l.hold_milli, l.accepted_milli, l.payment,"           \
	" l.paid_minor, l.done_ms, l.got_ms, l.settled_ms, l.created_ms,"      \
	" l.changed_ms, l.event_id, l.asked_count"

/* The first columns of the present row. */
void line_row_read(struct db_query *query, struct line *out);

#endif
