/* Long texts: their parts, and those whose parts never come, or late. */
#include "gateway/queue/intake_private.h"

#include "gateway/queue/assembly.h"
#include "gateway/store/store_link.h"

#define OVERDUE_A_TURN 8
#define LATER_LOOKED_AT 16

/* -- a part --------------------------------------------------------------- */

static void
take_complete(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message, const struct part_series *series,
    struct str text)
{
	struct msg_in whole = *message;
	if (series->stamp_ms != 0)
		whole.stamp_ms = series->stamp_ms;
	int64_t id = intake_store(turn, link, sender, &whole,
	    &(struct intake_row){.text = text, .state = MESSAGE_RECEIVED});
	intake_hand_over(intake, turn, link, sender,
	    &(struct intake_words){id, text, false, false});
}

struct last_in {
	int64_t id;
};

static bool
is_no_text(void *arg, const struct message *m)
{
	struct last_in *last = arg;
	if (!m->out && m->state == MESSAGE_RECEIVED)
		last->id = m->id;
	return last->id == 0;
}

/* They were asked to send it again, and most do: once they said anything, what
 * comes late is only shown, for it would be ordered twice. */
static bool
said_nothing_since(const struct turn *turn, int64_t phone_id, int64_t id)
{
	struct last_in last = {0};
	store_message_heads(
	    turn->store, phone_id, LATER_LOOKED_AT, is_no_text, &last);
	return last.id == id;
}

static void
take_late(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct part_series *series, struct str text)
{
	bool whole = series->have == series->total;
	int64_t id = series->message_id;
	store_message_mend(
	    turn->store, id, text, whole ? MESSAGE_TEXT : MESSAGE_TORN);
	intake_log(link, sender, id, whole ? "completed_late" : "part_late",
	    text.octets);
	if (whole && said_nothing_since(turn, sender->phone_id, id))
		intake_hand_over(intake, turn, link, sender,
		    &(struct intake_words){id, text, false, false});
}

void
intake_part(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	/* Nobody cuts a text into nothing: it stands in for the true part. */
	if (message->data.octets == 0) {
		intake_log(link, sender, 0, "placeholder", 0);
		return;
	}
	struct buf text = buf_new(ASSEMBLY_TEXT_OCTETS);
	struct part_series series;
	switch (assembly_take(turn->store, link->id, sender->phone_id, message,
	    turn->now_ms, &series, &text)) {
	case PART_NEW:
		intake_log(link, sender, 0, "part", message->text.octets);
		break;
	case PART_REPEAT:
		intake_log(
		    link, sender, 0, "part_repeated", message->text.octets);
		break;
	case PART_COMPLETE:
		intake_log(link, sender, 0, "part", message->text.octets);
		take_complete(intake, turn, link, sender, message, &series,
		    buf_str(&text));
		break;
	case PART_LATE:
		take_late(intake, turn, link, sender, &series, buf_str(&text));
		break;
	}
	buf_free(&text);
}

/* -- parts that never come ------------------------------------------------ */

struct overdue {
	struct part_series series[OVERDUE_A_TURN];
	int count;
};

static void
note_overdue(void *arg, const struct part_series *series)
{
	struct overdue *o = arg;
	if (o->count < OVERDUE_A_TURN)
		o->series[o->count++] = *series;
}

static void
give_up(const struct intake *intake, const struct turn *turn,
    const struct part_series *series)
{
	struct buf text = buf_new(ASSEMBLY_TEXT_OCTETS);
	struct link link = {.id = series->link_id};
	struct sender sender = intake_sender_again(turn, series->phone_id);
	struct msg_in none = {.place.index = -1, .stamp_ms = series->stamp_ms};
	store_link_name(turn->store, link.id, link.name, sizeof(link.name));
	assembly_give_up(turn->store, series, &text);
	int64_t id = intake_store(turn, &link, &sender, &none,
	    &(struct intake_row){.text = buf_str(&text),
		.state = MESSAGE_RECEIVED,
		.kind = MESSAGE_TORN});
	store_part_shown(turn->store, series->id, id, turn->now_ms);
	intake_log(&link, &sender, id, "incomplete", text.octets);
	intake_hand_over(intake, turn, &link, &sender,
	    &(struct intake_words){id, buf_str(&text), true, false});
	buf_free(&text);
}

void
intake_parts_overdue(const struct intake *intake, const struct turn *turn)
{
	struct overdue overdue = {.count = 0};
	int64_t wait_ms = turn->market->parts_wait_ms > 0
			      ? turn->market->parts_wait_ms
			      : ASSEMBLY_WAIT_MS;
	store_part_overdue(turn->store, turn->now_ms - wait_ms, OVERDUE_A_TURN,
	    note_overdue, &overdue);
	for (int i = 0; i < overdue.count; i++)
		give_up(intake, turn, &overdue.series[i]);
	store_part_forget(turn->store, turn->now_ms - ASSEMBLY_MEMORY_MS);
}
