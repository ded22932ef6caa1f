/* desk - one piece of work of the trade: what happened, who is behind it, and
 * what it may be done with.
 *
 * Made for one text, timer, fate or admin act and gone after it.  Everybody
 * below handlers.c gets it; the store in it is inside a transaction. */
#ifndef HANDLERS_DESK_H
#define HANDLERS_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_person.h"

#include "handlers/amount.h"
#include "handlers/catalogue.h"
#include "handlers/intent.h"
#include "handlers/pack.h"
#include "handlers/phrase.h"

#define DESK_LINES_MAX 63 /* lines of one order: store_order's ids */

struct trade {
	const struct catalogue *catalogue;
	const struct lexicon *lexicon;
	struct phrases *phrases;
	uint64_t (*random)(void *arg);
	void *random_arg;
	/* As in trade_config. */
	void (*names_changed)(void *arg);
	void *names_arg;
	int64_t names_version; /* store_alias_version() of the catalogue */
	struct handler_links links;
	enum handler_code (*code)(
	    const struct turn *turn, int64_t person_id, struct str digits);
	char language[12]; /* the market's, when it was made */
	/* Of dialogues; NULL: nobody can dial. */
	struct ussd_menu *menu;
	struct ussd_goods *goods;
};

/* What somebody who dialled is shown of the answers to them: letter.h puts
 * them here. */
struct desk_screen {
	struct buf said; /* over the caller's storage; a line each */
	bool text_too; /* something is done: they get it as a text as well */
	/* A question is answered by text, when the dialogue is over: it goes
	 * as one, and is not shown. */
	bool asked;
};

struct desk {
	const struct trade *trade;
	const struct turn *turn;
	struct store *store;
	const struct market *market;
	int64_t now_ms;
	bool clock_sure;
	bool quiet_known, quiet_differs; /* quiet.h keeps them */

	/* Who made it happen, for the history. */
	char by[32]; /* "buyer" "seller" "officer" "admin:amina" "clock" */
	int64_t by_person;
	int64_t cause_id; /* the inbound message; 0: none */

	/* A text only. */
	const struct handler_text *text; /* NULL: timer, fate, admin */
	struct person from; /* its sender */
	struct intent intent;
	struct pack pack; /* a weight that the text gave a measure */
	char lang[12]; /* in which the sender is answered */
	bool proven; /* by a word (proof.h) */
	struct str pin; /* that stood behind it (pin.h) */
	bool last_word; /* a stopped sender may be answered this once */
	struct desk_screen *screen; /* NULL: a text, no dialogue */
};

/* The language a person is written to in: the one they chose, else in which
 * they last wrote, else the market's.  A language that was only heard stands
 * in person.lang behind a '~'. */
void desk_lang_of(
    char dst[12], const struct desk *desk, const struct person *person);

struct amount_style desk_style(const struct desk *desk, const char *lang);

/* The market's own limits of reading; NULL: the usual ones. */
const struct intent_limits *desk_limits(
    struct intent_limits *out, const struct desk *desk);

/* Sets `by` to a role for the history. */
void desk_as(struct desk *desk, const char *role);

#endif
