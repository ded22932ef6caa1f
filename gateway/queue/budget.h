/* budget - what the plan of a SIM allows, and how SIMs share the work.
 *
 * Plans have limits that nobody prints large: so many texts a month, so many
 * different numbers; who goes beyond finds the SIM barred.  So each link has a
 * budget (struct link_budget): parts a month, numbers a month.  Counted when
 * texts are claimed, in the turn's transaction, so a crash forgets nothing;
 * parts that the network certainly did not take are given back, numbers are
 * not.  From eight parts in ten on there is an alarm.  At the limit of parts
 * nothing leaves by that link but alarms; at the limit of numbers it goes on
 * writing to those that it wrote to this month.  What it may not carry waits
 * for another link, or for the next month.
 *
 * Two dates more: when the SIM or its airtime expires (an alarm from a week
 * before), and how long a SIM may be idle before its operator takes it away:
 * then one text to the admin leaves by it.
 *
 * Days and money are ceiling's affair. */
#ifndef GATEWAY_QUEUE_BUDGET_H
#define GATEWAY_QUEUE_BUDGET_H

#include "gateway/core/handler.h"
#include "gateway/core/link.h"
#include "gateway/store/store_budget.h"
#include "gateway/store/store_message.h"

enum budget_state {
	BUDGET_OPEN,
	BUDGET_NEAR, /* eight parts in ten are used */
	BUDGET_REACHED,
};

/* Pure.  limit 0: none. */
enum budget_state budget_judge(int64_t used, int64_t limit);

/* One link's month while it claims. */
struct budget {
	const struct turn *turn;
	const struct link *link;
	bool others; /* another link may carry what this one may not */
	int64_t month_ms;
	struct budget_used used; /* before this turn's claims */
	struct budget_used now; /* this turn's claims */
};

void budget_open(
    struct budget *budget, const struct turn *turn, const struct link *link);
/* Classes that may leave, as message_claim.classes. */
unsigned budget_classes(const struct budget *budget);
/* True: only to numbers that it wrote to this month. */
bool budget_known_only(const struct budget *budget);
/* May that text, of so many parts, leave now?  Then it is counted.  One that
 * no link may carry is put off. */
bool budget_may(struct budget *budget, const struct message *m, int64_t parts);
/* After all it does not leave; the number stays counted. */
void budget_undo(struct budget *budget, int64_t parts);
/* Writes what was claimed. */
void budget_close(struct budget *budget);
/* The network did not take that many parts, claimed at claimed_ms. */
void budget_give_back(const struct turn *turn, const struct link *link,
    int64_t claimed_ms, int64_t parts);

/* How much of what it may do a link has done, in thousandths, the fullest of
 * its limits: links with less go first. */
int budget_share(const struct budget *budget);

/* For alarms: words into dst, "" when there is nothing to say. */
enum budget_state budget_look(const struct turn *turn, const struct link *link,
    char *dst, size_t dst_octets);
bool budget_expires(const struct turn *turn, const struct link *link, char *dst,
    size_t dst_octets);
/* A SIM that was idle for too long gets something to send, once. */
void budget_keep_alive(const struct turn *turn, const struct link *link,
    int64_t admin_phone_id, int64_t admin_person_id);

#endif
