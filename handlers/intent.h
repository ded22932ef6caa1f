/* intent - what a person means by a text: words in, one typed record out.
 *
 * In:  a text (UTF-8, any octets), the lexicon, the catalogue, and hints: who
 *      writes (roles), in which language they last wrote, what we last asked
 *      this phone and which orders are open with it.
 * Out: struct intent.  `kind` says what they want; `ask` that it would be
 *      wrong to act on it: put the question `why` back instead.  A wrong act
 *      costs more than a question, so every doubt ends in `ask`.
 * Units: quantities in thousandths (_milli), prices in thousandths of the
 *      market's currency (_milli), never floats.
 * Limits: 1,600 code points, 320 words and marks, 20 items, 9 digits before
 *      the decimal mark.  The rest of a longer text is not read, so orders and
 *      offers in it are asked about.  Of the words that nobody knows the first
 *      24 are looked up by spelling and sound.
 * Ownership: nothing is allocated; the `struct str` members are views into the
 *      text handed in and die with it.
 * Pure: no clock, store, log or locale; the same input gives the same record.
 * Not here: whether the order exists, who may do what, the answer's wording. */
#ifndef HANDLERS_INTENT_H
#define HANDLERS_INTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "handlers/catalogue.h"
#include "handlers/lexicon.h"

#define INTENT_ITEMS 20
#define INTENT_RIVALS 3
#define INTENT_CODE_OCTETS 8
#define INTENT_UNIT_OCTETS 12

enum intent_kind {
	INTENT_NONE, /* no trade in it: small talk, gossip, noise */
	INTENT_GREETING, /* hello and no more */
	INTENT_AMBIGUOUS, /* about trade, but which act? `why` says */
	INTENT_DIGIT, /* the bare answer to the open question: `number`, or
			 items[0] when a quantity was asked for */
	INTENT_CODE_ONLY, /* a code and no verb: never consent */

	INTENT_ORDER, /* wants goods: items, perhaps place, day, price */
	INTENT_CHANGE, /* of an order: items, `change` tells how, code */
	INTENT_CANCEL, /* an order: code, if said */
	INTENT_STATUS, /* where is it: code or product, if said */
	INTENT_GOT, /* it arrived */
	INTENT_PROBLEM, /* complaint with a code: `rest` is what was wrong */
	INTENT_FEEDBACK, /* complaint or praise without a plain code */

	INTENT_ACCEPT, /* yes: code or list_index, if said */
	INTENT_REJECT, /* no, have none */
	INTENT_PARTIAL, /* yes, but less: items[0] (product may be -1),
			   or percent = 50 for "half" */
	INTENT_COUNTER, /* another price: price_milli, price_per */
	INTENT_DONE, /* seller: handed over */
	INTENT_NOSHOW, /* seller: buyer never came */
	INTENT_PAID, /* seller: money came, amount in price_milli */
	INTENT_OFFER, /* SELL maize 200kg 35/kg */
	INTENT_STOCK, /* STOCK maize 150kg: items[0] is what is left */
	INTENT_PRICE_SET, /* PRICE maize 40 */
	INTENT_SOLD_OUT, /* SOLD OUT maize; no item: everything */
	INTENT_MY, /* my listings */
	INTENT_INCOME, /* what did I earn */
	INTENT_TURN, /* why not me */

	INTENT_PRICE_QUERY, /* how much is maize / do you have maize */
	INTENT_REGISTER, /* REG phone name village, by an officer */
	INTENT_SELLER_REQUEST, /* SELLER name, village */
	INTENT_HELP,
	INTENT_STOP, /* no more texts: outranks everything */
	INTENT_START,
	INTENT_LANGUAGE, /* `to` is the language wanted */
	INTENT_ALIAS, /* ALIAS waru potato, by an admin: `name` is the new
			 word, items[0] what it is another name for */
};

/* What to ask back (only with ask). */
enum intent_ask {
	INTENT_ASK_NOTHING,
	INTENT_ASK_QUANTITY, /* product known: how much? */
	INTENT_ASK_UNIT, /* 3 what: kilos, pieces? */
	INTENT_ASK_PRODUCT, /* 5 kg of what; rivals, if any, in items[0] */
	INTENT_ASK_NUMBER, /* two readings of a figure: "1.500", "2-3" */
	INTENT_ASK_CODE, /* which of several open orders? */
	INTENT_ASK_AMOUNT, /* price or sum missing */
	INTENT_ASK_VERB, /* a code or a product alone: what about it? */
	INTENT_ASK_WHICH, /* two intents in one text */
	INTENT_ASK_CONFIRM, /* read, but unsure (guessed spelling, a condition,
			       a question): repeat it and ask YES or NO */
};

/* What a change does with its items. */
enum intent_change {
	INTENT_CHANGE_SET, /* make it so much */
	INTENT_CHANGE_ADD, /* so much more, or one thing more */
	INTENT_CHANGE_DROP, /* so much less; without a quantity: leave it out */
};

enum intent_price {
	INTENT_PRICE_NONE,
	INTENT_PRICE_MAX, /* buyer: at most */
	INTENT_PRICE_ASK, /* seller: at least, or simply the price */
};

struct intent_item {
	int product; /* index into the catalogue, -1 not said */
	bool has_qty; /* false: qty_milli is 0 and means nothing */
	bool fuzzy; /* the product's name was not written exactly */
	int64_t qty_milli; /* always > 0 when has_qty */
	/* "2-3 kg": the upper figure, else 0.  ask is set then. */
	int64_t qty_high_milli;
	char unit[INTENT_UNIT_OCTETS]; /* canonical (lexicon.h), or "" */
	int rivals[INTENT_RIVALS]; /* other products it might be */
	size_t rivals_count;
	int64_t price_milli; /* this item's own price, 0 none */
	char price_per[INTENT_UNIT_OCTETS];
	struct str said; /* the product's name as written (to learn words) */
};

struct intent {
	enum intent_kind kind;
	bool ask;
	enum intent_ask why;
	struct intent_item items[INTENT_ITEMS];
	size_t items_count;
	enum intent_change change;

	enum intent_price price;
	int64_t price_milli; /* > 0 when price is set */
	char price_per[INTENT_UNIT_OCTETS]; /* "" = in all, or not said */

	char code[INTENT_CODE_OCTETS]; /* upper case, or "" */
	bool code_open; /* it is among hints->open_codes */
	int list_index; /* "ok 2": 2; 0 none */
	int64_t number; /* INTENT_DIGIT: the figure; else -1 */
	bool complaint; /* FEEDBACK: something is wrong; else it is praise */
	int percent; /* PARTIAL: "half" 50; 0 none */

	char day[12]; /* today tomorrow mon .. sun, a date "2026-05-31"
			 or "31-05", or "" */
	struct str place; /* as written */
	struct str name; /* FOR name, REG, SELLER: a person as written */
	struct str phone; /* REG: digits as written */
	struct str seller; /* FROM name: a chosen seller, as written */
	struct str rest; /* what follows the verb, verbatim */
	char to[12]; /* LANGUAGE: "sw" ... */
	/* The language this text is in, best guess: "hi", or "hi-Latn" when it
	 * is written in Latin letters though the language has its own. */
	char lang[12];

	const char *rule; /* that decided, a static word: "order"; never NULL */
	int cost; /* what the reading leaves unexplained, intent_limits */
	int cost_max; /* above it we asked */
};

#define INTENT_ROLE_BUYER 1u
#define INTENT_ROLE_SELLER 2u
#define INTENT_ROLE_OFFICER 4u
#define INTENT_ROLE_ADMIN 8u

/* The last thing we asked this phone, while it is open. */
enum intent_question_kind {
	INTENT_QUESTION_NONE,
	INTENT_QUESTION_CHOICE, /* numbered answers 1..choices_count */
	INTENT_QUESTION_QUANTITY, /* how much? a bare "5" or "5kg" answers */
	INTENT_QUESTION_YES_NO, /* a bare yes or no answers */
	INTENT_QUESTION_PRODUCT, /* which? numbered products in choices */
};

struct intent_question {
	enum intent_question_kind kind;
	const int *choices; /* product indexes for PRODUCT, else NULL */
	size_t choices_count;
};

/* How sure is sure enough to act; all in tenths of a wrong letter. */
struct intent_limits {
	int slip; /* a spelling farther off is not mended */
	int margin; /* another name nearer than this to the best: ask which */
	int cost_line; /* what a text may leave unexplained (half as much more
			  for each line of goods behind the first) ... */
	int cost_wish; /* ... and how much more beside a plain wish */
};

/* 20, 3, 10, 20. */
extern const struct intent_limits intent_limits_usual;

struct intent_hints {
	const struct intent_limits *limits; /* NULL: the usual ones */
	const char *lang; /* last language, or NULL */
	bool lang_guessed; /* the market's: they have not written yet */
	unsigned roles; /* INTENT_ROLE_*; 0: nobody knows this phone */
	const struct intent_question *question; /* or NULL */
	const char *const *open_codes; /* open with this phone, upper case */
	size_t open_codes_count;
	int open_proposals; /* questions open with this seller */
	bool has_list; /* a numbered list was the last thing sent */
};

/* Reads one text.  Never fails: what cannot be read is INTENT_NONE.  hints
 * may be NULL. */
void intent_parse(struct intent *out, const struct lexicon *lex,
    const struct catalogue *cat, struct str text,
    const struct intent_hints *hints);

/* The word for an intent in `furrow parse` (contract): several kinds share
 * one ("offer" for OFFER, STOCK, PRICE_SET; "cancel" for goods left out of an
 * order, too). Never NULL. */
const char *intent_name(const struct intent *intent);
/* Every kind its own word, for logs: "price_set". */
const char *intent_kind_name(enum intent_kind kind);

#endif
