/* ceiling - how many texts may leave today, and for how much money.
 *
 * A loop that costs money must never empty a SIM overnight.  Four limits, each
 * for a day of accounts: money over all links (limits.spend-per-day), money
 * and texts of one link (its spend-per-day, texts-per-day), texts to one phone
 * (limits.texts-per-phone-day).  A part of a text costs what its link says.
 *
 * Counted when a text is claimed, in the turn's transaction: rows of `spent`,
 * so a restart or a crash forgets nothing; what the network certainly did not
 * take is given back, what is unknown is not.  The texts to a phone are
 * counted along its chain of messages, at most those of that day.
 *
 * From 9 parts in 10 on advisories wait; at the limit everything waits but the
 * alarm that says so.  What waits is not lost: it goes on the next day, unless
 * it is stale by then.  A long text that does not fit any more is put off, and
 * shorter ones go on meanwhile.  A phone that had its texts gets the rest the
 * next day, others are not held up by it.
 *
 * A day of accounts is market_account_day(). */
#ifndef GATEWAY_QUEUE_CEILING_H
#define GATEWAY_QUEUE_CEILING_H

#include "gateway/core/handler.h"
#include "gateway/core/link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_spend.h"

enum ceiling_state {
	CEILING_OPEN,
	CEILING_NEAR, /* advisories wait */
	CEILING_REACHED, /* all wait but alarms */
};

/* Pure.  limit 0: none.  Reached is also: `next` more would be too much. */
enum ceiling_state ceiling_judge(int64_t used, int64_t limit, int64_t next);
/* Classes that may leave, as message_claim.classes. */
unsigned ceiling_classes(enum ceiling_state state);

/* When the next day of accounts begins. */
int64_t ceiling_next_day_ms(const struct market *market, int64_t now_ms);

/* One link's accounts while it claims. */
struct ceiling {
	const struct turn *turn;
	const struct link *link;
	int64_t day;
	struct spend all, own; /* used before this turn's claims */
	struct spend now; /* this turn's claims */
	bool others; /* what this link may not carry, another may */
	enum ceiling_state state;
};

/* Reads what was used. */
void ceiling_open(
    struct ceiling *ceiling, const struct turn *turn, const struct link *link);
/* May that text, so many parts, leave now?  One to a blocked number is failed,
 * one to a phone that had its texts is put off; *failed_out: tell the trade. */
bool ceiling_may(struct ceiling *ceiling, const struct message *m,
    int64_t parts, bool *failed_out);
/* Writes what was claimed. */
void ceiling_close(struct ceiling *ceiling);
/* How much of its day it has used, in thousandths: the fullest of its limits.
 */
int ceiling_share(const struct ceiling *ceiling);
/* Parts of that text which are still to be sent. */
int64_t ceiling_parts(const struct message *m);
/* The network did not take the rest of that text: how many parts came back. */
int64_t ceiling_give_back(const struct turn *turn, const struct link *link,
    int64_t message_id, int parts_done);

/* For alarms: how one link stands, link NULL: all together; least_minor: the
 * price of a text.  Words into dst, "" when open. */
enum ceiling_state ceiling_look(const struct turn *turn,
    const struct link *link, int64_t least_minor, char *dst, size_t dst_octets);

#endif
