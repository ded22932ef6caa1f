/* message_row - what store_message, store_queue and store_report share: the
 * columns of a message, its moves, and its lane.
 *
 * Lane: a waiting text stands in a lane only if it is the oldest open text
 * (queued, sending, refused) of its phone, or the oldest that is no advisory;
 * so texts to one phone cannot overtake each other, no advisory holds up an
 * answer, and a claim never looks at a text that must wait for another.  A lane
 * holds what leaves under the same conditions:
 *
 *     lane = 16 * group + 8 * is it a question + class
 *
 * and is read in due order.  The group says which links may claim it: 0 any
 * (there are no routes), up to ROUTE_GROUP_NONE - 1 that link alone (pin_id: a
 * text that makes sense by it only), ROUTE_GROUP_NONE no link (claimed to be
 * told so), above it a set of links that a route names (core/route.h).  So a
 * million texts that wait for one link are never looked at by another, and a
 * text that no route gives to a link is in no lane that it reads.  The group
 * is not stored with the text but asked of the routes when it gets its lane;
 * new routes move what stands in lanes (store_route_step).  Three numbers are
 * no lanes: 0 is every message that waits for nothing or behind another,
 * MESSAGE_LANE_STALE a text that became stale and was not told to anybody yet,
 * MESSAGE_LANE_UNKNOWN an unknown one; its due_ms is when it must be settled.
 */
#ifndef GATEWAY_STORE_MESSAGE_ROW_H
#define GATEWAY_STORE_MESSAGE_ROW_H

#include "gateway/store/db.h"
#include "gateway/store/store_message.h"

struct store;

#define MESSAGE_LANE_UNKNOWN (-2)
#define MESSAGE_LANE_STALE (-1)
#define MESSAGE_LANE_LINK 16
#define MESSAGE_LANE_QUESTION 8

/* Queued and refused, those that wait: the very words of the index
 * message_open, which is older than the present number of `sending`.  11 is no
 * state. */
#define MESSAGE_OPEN "(state = 10 OR state = 11 OR state = 15)"

#define MESSAGE_HEAD_COLUMNS                                                   \
	"m.id, m.prev_id, m.time_ms, m.out, m.state, m.phone_id,"              \
	" m.person_id, m.link_id, m.order_id, m.cause_id, m.stamp_ms, m.hash," \
	" m.changed_ms, m.class, m.question, m.repeated, m.subject,"           \
	" m.subject_id, m.due_ms, m.stale_ms, m.first_ms, m.tries,"            \
	" m.parts_total, m.parts_done, m.code, m.idle, m.kind, m.mr"

#define MESSAGE_SELECT                                                         \
	"SELECT " MESSAGE_HEAD_COLUMNS                                         \
	", m.why, m.text, p.number, l.name" MESSAGE_FROM
#define MESSAGE_FROM                                                           \
	" FROM message m LEFT JOIN phone p ON p.id = m.phone_id"               \
	" LEFT JOIN link l ON l.id = m.link_id "

/* The present row of a MESSAGE_SELECT; text and why are its views. */
void message_row_read(struct db_query *query, struct message *out);
/* What a head does not have: why and text, as views of the store's, number and
 * link.  False: no such row. */
bool message_row_words(struct store *store, struct message *out);
/* A row that was just read or written whole, for store_message_head(). */
void message_row_note(struct store *store, const struct message *m);

/* Bits (1 << state) of the states from which `to` may be reached.  SQL asks
 * (bits >> state) & 1: an IN list of three would be a table made each time. */
int64_t message_row_from(enum message_state to);
/* Fails the transaction: that message cannot become `to`. */
void message_row_refuse(struct store *store, int64_t id, enum message_state to);

int64_t message_row_lane(
    int64_t group, bool question, enum message_class class_);

/* 0: no such message. */
int64_t message_row_phone(struct store *store, int64_t id);

/* Whoever is the oldest open text of the phone gets its lane, if it waits, and
 * so does the oldest that is no advisory. */
void message_row_line_up(struct store *store, int64_t phone_id);
/* A text of the phone waits anew, perhaps before others that wait. */
void message_row_wait_again(struct store *store, int64_t phone_id);

/* Past its time: marked for store_message_take_stale(), and the next of that
 * phone may come.  False: it is not. */
bool message_row_stale(struct store *store, int64_t id, int64_t now_ms);
/* The earliest due time in the lanes above that one; INT64_MAX: none. */
int64_t message_row_earliest(struct store *store, int64_t after_lane);

/* A fresh row is the newest of its phone from now on. */
int64_t message_row_prev(struct store *store, int64_t phone_id);
void message_row_chain(struct store *store, int64_t phone_id, int64_t id);

/* What the index of words knows of it is old: its text, or another link tries
 * it. */
void message_row_changed(struct store *store, int64_t message_id);

#endif
