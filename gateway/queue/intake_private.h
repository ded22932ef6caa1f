/* intake_private - shared by intake (every kind of message), intake_text
 * (whole texts and what stands in for them) and intake_part (long texts). */
#ifndef GATEWAY_QUEUE_INTAKE_PRIVATE_H
#define GATEWAY_QUEUE_INTAKE_PRIVATE_H

#include "gateway/queue/intake.h"
#include "gateway/store/store_message.h"

struct sender {
	char number[PARTY_OCTETS];
	enum party_kind kind;
	int64_t phone_id, person_id;
	bool claimed; /* the text says so, the network does not */
};

/* intake.c */

/* One row; `state`, `kind` and `why` as in store_message.h. */
struct intake_row {
	struct str text;
	enum message_state state;
	enum message_kind kind;
	const char *why;
};
int64_t intake_store(const struct turn *turn, const struct link *link,
    const struct sender *sender, const struct msg_in *message,
    const struct intake_row *row);
/* The network's second copy of a text that is stored? */
bool intake_is_repeat(const struct turn *turn, const struct sender *sender,
    const struct msg_in *message);

/* What a whole text is to the trade. */
struct intake_words {
	int64_t message_id;
	struct str text;
	bool incomplete, call;
};
/* To the trade, unless its sender cannot or may not be answered (letters,
 * short codes, blocked numbers, more texts an hour than allowed). */
void intake_hand_over(const struct intake *intake, const struct turn *turn,
    const struct link *link, const struct sender *sender,
    const struct intake_words *words);
void intake_log(const struct link *link, const struct sender *sender,
    int64_t id, const char *how, size_t octets);

/* Who sent what is stored already. */
struct sender intake_sender_again(const struct turn *turn, int64_t phone_id);

/* intake_text.c */
void intake_text(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message);
/* Stand-ins whose true text did not come. */
void intake_placeholders(const struct intake *intake, const struct turn *turn);

/* intake_part.c */
void intake_part(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message);
void intake_parts_overdue(const struct intake *intake, const struct turn *turn);

#endif
