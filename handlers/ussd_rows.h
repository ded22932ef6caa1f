/* ussd_rows - the names that a file of screens may use, and what each means.
 *
 * In: a name as it stands in ussd.menu.  Out: its index, which is an enum of
 *     this header: ussd_walk and what it calls know what to do for it.
 * Words: the {names} that whoever fills a screen of that row has for it, apart
 *     from {market}, which is always there.  They are those of struct words
 *     (handlers/phrase.h).  What a row does not fill is refused in the file:
 *     it would be shown as nothing.
 * Not here: what a source reads or an act does.
 * Pure tables; nothing is allocated. */
#ifndef HANDLERS_USSD_ROWS_H
#define HANDLERS_USSD_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum ussd_table {
	USSD_TABLE_SOURCE, /* of lists */
	USSD_TABLE_RULE, /* of figures and words */
	USSD_TABLE_ACT, /* of confirm and show screens */
	USSD_TABLE_CONDITION, /* of options */
	USSD_TABLE_TEXT, /* shared by the screens */
	USSD_TABLE_ENTRY, /* screens that we go to without an option */
	USSD_TABLE_MENU, /* one row: menus, which have no row of their own */
	USSD_TABLES,
};

enum ussd_source {
	USSD_SOURCE_PRODUCTS, /* on sale, most offered first */
	USSD_SOURCE_FOUND, /* products by the letters that were given */
	USSD_SOURCE_CATALOGUE, /* all that is traded, what they sell first */
	USSD_SOURCE_UNITS, /* that the product is sold by */
	USSD_SOURCE_AREAS, /* below the chosen one, or of the market */
	USSD_SOURCE_ORDERS, /* my open orders */
	USSD_SOURCE_ASKED, /* offers that wait for my answer */
	USSD_SOURCE_LISTINGS, /* what I sell */
	USSD_SOURCE_LANGUAGES, /* of the file */
	USSD_SOURCE_PEOPLE, /* of a phone that several share */
	USSD_SOURCES,
};

enum ussd_rule {
	USSD_RULE_QUANTITY, /* above zero, in the unit */
	USSD_RULE_PRICE, /* in the market's currency, for one unit */
	USSD_RULE_PIN, /* four digits or more; the screen must be secret */
	USSD_RULE_LETTERS, /* how a name begins */
	USSD_RULE_WORDS, /* whatever they want to say */
	USSD_RULES,
};

enum ussd_act {
	USSD_ACT_ORDER,
	USSD_ACT_CANCEL,
	USSD_ACT_GOT, /* the goods came */
	USSD_ACT_OFFER,
	USSD_ACT_STOCK,
	USSD_ACT_PRICE,
	USSD_ACT_SOLD_OUT,
	USSD_ACT_ACCEPT,
	USSD_ACT_DECLINE,
	USSD_ACT_PARTIAL,
	USSD_ACT_FEEDBACK,
	USSD_ACT_PROBLEM, /* with the chosen order, in their words */
	USSD_ACT_JOIN, /* to become a seller: name and village */
	USSD_ACT_STOP, /* no more texts */
	USSD_ACT_START, /* texts again */
	USSD_ACT_LANGUAGE,
	USSD_ACT_STATUS,
	USSD_ACT_INCOME,
	USSD_ACT_HELP,
	USSD_ACT_MY, /* what I sell */
	USSD_ACT_TURN, /* whose turn it is */
	USSD_ACT_PRICE_OF, /* what others ask for it */
	USSD_ACTS,
};

/* What an act leaves behind. */
enum ussd_deed {
	USSD_DEED_TELLS, /* nothing: it only says something */
	/* A wish about themselves, the same if it is done twice: no confirm
	 * screen needed, but allowed. */
	USSD_DEED_WISH,
	USSD_DEED_CHANGES, /* goods, orders, others: behind a confirm screen */
};

enum ussd_condition {
	USSD_CONDITION_ASKED, /* offers wait for their answer; {n} of them */
	USSD_CONDITION_ORDERS, /* they have open orders; {n} of them */
	USSD_CONDITION_SELLER,
	USSD_CONDITION_BUYER,
	USSD_CONDITION_SHARED, /* a phone of several people */
	USSD_CONDITION_PIN, /* they have one, or need one here */
	USSD_CONDITION_OPEN, /* the chosen order can be cancelled */
	USSD_CONDITION_COMING, /* the chosen order can be said to have come */
	USSD_CONDITION_AGREED, /* the chosen order is agreed, or came */
	USSD_CONDITION_STOPPED, /* they want no texts */
	USSD_CONDITION_MORE, /* the list does not show all there is */
	USSD_CONDITION_PART, /* the chosen offer can be given in part */
	USSD_CONDITIONS,
};

enum ussd_text {
	USSD_TEXT_BAD, /* above a screen: that was no option */
	USSD_TEXT_OVER, /* above home: the session is over, start again */
	USSD_TEXT_MORE, /* 98 */
	USSD_TEXT_BACK, /* 0 */
	USSD_TEXT_HOME, /* 00 */
	USSD_TEXT_BYE, /* the way `end` */
	USSD_TEXT_CALL, /* three bad answers: whom to call, {phone} */
	USSD_TEXT_NONE, /* a list without rows */
	USSD_TEXT_SENT, /* an order is made: #{code} */
	USSD_TEXT_MADE, /* on top: it was made before, #{code} */
	USSD_TEXT_TEXTED, /* the answer comes as a text */
	USSD_TEXT_BY_TEXT, /* it is not shown here but sent */
	USSD_TEXT_PIN_BAD, /* that is not the PIN */
	USSD_TEXT_CHANGED, /* above a list: it is not the one they saw */
	USSD_TEXT_NEWS, /* above a confirm screen: not what they saw */
	USSD_TEXT_FIGURE, /* above a number screen: that was no figure */
	USSD_TEXT_MOST, /* above a number screen: at most {qty} */
	USSD_TEXT_TURNS, /* too many screens: dial again */
	/* What the gateway says by itself (core/session_word.h). */
	USSD_TEXT_BUSY,
	USSD_TEXT_LATER,
	USSD_TEXT_AGAIN,
	USSD_TEXT_LONG,
	USSD_TEXT_OFTEN,
	USSD_TEXT_NOT_IN_USE,
	USSD_TEXT_BLOCKED,
	USSD_TEXTS,
};

enum ussd_entry {
	USSD_ENTRY_HOME,
	USSD_ENTRY_RESUME, /* go on or start again */
	USSD_ENTRY_LANGUAGE, /* the first dial of somebody without one */
	USSD_ENTRY_WHO, /* a phone of several people */
	USSD_ENTRY_PIN, /* before what only one of them may see */
	USSD_ENTRIES,
};

struct ussd_row {
	const char *name;
	const char *words; /* "qty product", "" none */
	enum ussd_deed deed; /* of acts */
	bool own; /* of acts: shows what one person of a phone alone may see */
	bool figure; /* of rules: for number screens, not for text screens */
	bool needed; /* of texts and entries: every file must have it */
};

size_t ussd_rows_count(enum ussd_table table);
/* Panics on an index out of range: it comes from ussd_rows_find. */
const struct ussd_row *ussd_rows_at(enum ussd_table table, int index);
/* -1: no such name. */
int ussd_rows_find(enum ussd_table table, struct str name);
/* What is shown where a file has not got a text that is not `needed`: one that
 * was written for an older furrow.  "" for those that are. */
const char *ussd_rows_english(int text);
/* Does the row fill {name}? */
bool ussd_rows_fills(const struct ussd_row *row, struct str name);

#endif
