/* link_smpp_ussd_private - shared by link_smpp_ussd (turns in, the gateway's
 * answers), link_smpp_ussd_out (screens out, what the centre says of them) and
 * link_smpp_ussd_turn (the table of turns under way, and how one ends). */
#ifndef GATEWAY_LINK_LINK_SMPP_USSD_PRIVATE_H
#define GATEWAY_LINK_LINK_SMPP_USSD_PRIVATE_H

#include "gateway/link/link_smpp_private.h"
#include "gateway/link/link_smpp_ussd.h"

/* What a turn waits for; each is a list, the oldest first. */
enum ussd_waits {
	USSD_FREE,
	USSD_ASKED, /* the gateway */
	USSD_WINDOW, /* a place in a window, until due_ms */
	USSD_AGAIN, /* due_ms: it was throttled */
	USSD_SENT, /* the centre's response, until due_ms */
	USSD_GIVEN_UP, /* the end of a request that is lost already */
	USSD_TELL, /* the loop: the gateway is to be told `why` */
	USSD_LISTS,
};

struct ussd_turn {
	struct link_smpp_ussd *ussd;
	enum ussd_waits waits;
	uint32_t older, newer; /* of its list; place + 1 */
	uint32_t conn; /* by which it came */
	unsigned downs; /* of the link, when it came */
	uint64_t same; /* of its copies */
	enum session_event event;
	bool once, thrown_back;
	int64_t asked_ms, due_ms;
	struct smpp_ussd_place place;
	/* The screen. */
	int64_t session_id;
	int turn;
	bool go_on;
	const char *why; /* it is lost */
	char code[SESSION_CODE_OCTETS];
	char text[SESSION_TEXT_OCTETS];
};

struct ussd_list {
	uint32_t oldest, newest;
};

struct link_smpp_ussd {
	struct link_smpp *lo; /* NULL: the link is gone */
	struct loop *loop;
	struct link_smpp_ussd_config config;
	/* A dialogue that came without an id of its own. */
	struct session_channel by_phone;
	struct ussd_turn *turn;
	uint32_t turns; /* used so far */
	struct ussd_list list[USSD_LISTS];
	struct timer *timer;
	bool bound, down_owed;
	unsigned downs; /* times that it was bound no more */
	unsigned long ignored, odd, copies, lost;
	struct session_hour refused;
	char error[SESSION_ERROR_OCTETS];
	int64_t error_ms;
};

/* link_smpp_ussd_turn.c */
struct ussd_turn *ussd_turn_oldest(
    const struct link_smpp_ussd *u, enum ussd_waits list);
void ussd_turn_move(struct ussd_turn *t, enum ussd_waits waits);
/* ASKED.  NULL: there are as many as there may be. */
struct ussd_turn *ussd_turn_new(struct link_smpp_ussd *u);
/* After it t is no more; where the link is gone, u neither, soon. */
void ussd_turn_release(struct ussd_turn *t);
/* It could not be shown: noted, and the gateway is told, soon. */
void ussd_turn_lose(struct ussd_turn *t, const char *why, const char *detail);
/* It was; but not all sessions go on that would (t->why). */
void ussd_turn_shown(struct ussd_turn *t);
void link_smpp_ussd_lost(
    struct link_smpp_ussd *u, const char *why, const char *detail);
void link_smpp_ussd_tell(void *link_smpp_ussd); /* for loop_later */
bool link_smpp_ussd_worth(unsigned long times); /* saying */
void link_smpp_ussd_destroy(void *link_smpp_ussd);

/* link_smpp_ussd_out.c */
void ussd_turn_send(struct ussd_turn *t);
void link_smpp_ussd_arm(struct link_smpp_ussd *u);
void link_smpp_ussd_due(void *link_smpp_ussd); /* its timer */

#endif
