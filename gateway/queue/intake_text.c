/* A whole text: new, the network's repeat, or one that stands in for another
 * or takes its place. */
#include "gateway/queue/intake_private.h"

#include <inttypes.h>

#include "base/log.h"
#include "gateway/queue/placeholder.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_placeholder.h"

#define STAND_INS_A_TURN 8
/* An empty text needs no service centre's stamp to be one, but without a stamp
 * its true text cannot be told. */
#define CAN_WAIT(message) ((message)->stamp_ms != 0)

/* The one before it of this type is no text of its own any more, unless the
 * trade made an order of it: that stands until the person changes it. */
static void
replace(const struct turn *turn, const struct sender *sender,
    const struct msg_in *message, int64_t id)
{
	struct message before;
	int64_t before_id = store_placeholder_replace(
	    turn->store, sender->phone_id, message->replaces, id);
	if (before_id == 0 ||
	    !store_message_head(turn->store, before_id, &before) ||
	    before.order_id != 0)
		return;
	store_message_supersede(turn->store, before_id);
	log_event(LOG_INFO, "intake", "replaced", "msg=%" PRId64 " by=%" PRId64,
	    before_id, id);
}

/* The words that an earlier stand-in stood for have come. */
static void
fulfil(const struct turn *turn, const struct sender *sender,
    const struct msg_in *message)
{
	int64_t id = store_placeholder_find(
	    turn->store, sender->phone_id, message->stamp_ms, true);
	if (id == 0)
		return;
	store_placeholder_drop(turn->store, id);
	store_message_supersede(turn->store, id);
}

static void
take_stand_in(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	bool late = store_placeholder_find(turn->store, sender->phone_id,
			message->stamp_ms, false) != 0;
	int64_t id = intake_store(turn, link, sender, message,
	    &(struct intake_row){.text = message->text,
		.state = late ? MESSAGE_REPEATED : MESSAGE_RECEIVED,
		.kind = MESSAGE_TORN});
	intake_log(link, sender, id, late ? "repeated" : "placeholder",
	    message->text.octets);
	if (late || id == 0)
		return;
	if (CAN_WAIT(message))
		store_placeholder_put(
		    turn->store, id, turn->now_ms + PLACEHOLDER_WAIT_MS);
	else
		intake_hand_over(intake, turn, link, sender,
		    &(struct intake_words){id, message->text, true, false});
}

static void
take_new(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	fulfil(turn, sender, message);
	int64_t id = intake_store(turn, link, sender, message,
	    &(struct intake_row){
		.text = message->text, .state = MESSAGE_RECEIVED});
	intake_log(link, sender, id, "received", message->text.octets);
	if (message->replaces != 0)
		replace(turn, sender, message, id);
	intake_hand_over(intake, turn, link, sender,
	    &(struct intake_words){id, message->text, false, false});
}

void
intake_text(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	if (intake_is_repeat(turn, sender, message)) {
		int64_t id = intake_store(turn, link, sender, message,
		    &(struct intake_row){
			.text = message->text, .state = MESSAGE_REPEATED});
		intake_log(link, sender, id, "repeated", message->text.octets);
	} else if (placeholder_is(message->text)) {
		take_stand_in(intake, turn, link, sender, message);
	} else {
		take_new(intake, turn, link, sender, message);
	}
}

/* Nobody sent the true text: the person is asked for it. */
static void
give_up(const struct intake *intake, const struct turn *turn, int64_t id)
{
	struct message m;
	if (!store_message_head(turn->store, id, &m) ||
	    m.state != MESSAGE_RECEIVED)
		return;
	struct link link = {.id = m.link_id};
	struct sender sender = intake_sender_again(turn, m.phone_id);
	store_link_name(turn->store, link.id, link.name, sizeof(link.name));
	intake_log(&link, &sender, id, "incomplete", 0);
	intake_hand_over(intake, turn, &link, &sender,
	    &(struct intake_words){id, STR(""), true, false});
}

void
intake_placeholders(const struct intake *intake, const struct turn *turn)
{
	for (int i = 0; i < STAND_INS_A_TURN; i++) {
		int64_t id =
		    store_placeholder_take_due(turn->store, turn->now_ms);
		if (id == 0)
			return;
		give_up(intake, turn, id);
	}
}
