/* handlers - the trade: what people text becomes orders, and answers.
 *
 * Main makes one `struct trade` from the configuration and hands
 * handlers_table() with it to the turn (gateway/core/handler.h).  No clock, no
 * links, no loop, no SQL in here.
 * Ownership: trade_new gives, trade_free takes; catalogue and lexicon in the
 * config are borrowed and must outlive the trade (or the next reload). */
#ifndef HANDLERS_HANDLERS_H
#define HANDLERS_HANDLERS_H

#include <stdint.h>

#include "base/err.h"
#include "gateway/core/handler.h"
#include "handlers/catalogue.h"
#include "handlers/lexicon.h"

struct trade;
struct ussd_menu;

struct trade_config {
	const struct catalogue *catalogue;
	const struct lexicon *lexicon;
	const char *phrases_dir; /* folder of *.phrases */
	const char *language; /* the market's: what a file lacks is in it */
	/* For order codes; tests pass a fixed series. */
	uint64_t (*random)(void *arg);
	void *random_arg;
	/* An admin taught the market a name, by text or else: load the
	 * catalogue anew (handlers/alias) and call trade_reload_catalogue().
	 * Called before the next text is read, inside the turn; NULL: names
	 * that were taught count after the next reload. */
	void (*names_changed)(void *arg);
	void *names_arg;
	/* For whoever asks by text (adminsms.h); all NULL: none. */
	struct handler_links links;
	/* The second factor of who asks by text; NULL: nobody has one. */
	enum handler_code (*code)(
	    const struct turn *turn, int64_t person_id, struct str digits);
	/* The file of screens (ussd_menu.h); NULL: nobody can dial. */
	const char *menu_path;
};

/* NULL with err when a phrase file or the file of screens is bad (phrase.h,
 * ussd_menu.h say how). */
struct trade *trade_new(const struct trade_config *config, struct err *err);
void trade_free(struct trade **trade);

/* Another file of screens; its dialogues begin anew with the next answer
 * (ussd_walk.h).  Between turns only.  0, or a negative enum ussd_menu_err with
 * err: the old one stays.  A trade that nobody can dial stays one: 0. */
int trade_reload_menu(struct trade *trade, const char *path, struct err *err);

/* Its file of screens, NULL without one; the trade's own, until a reload. */
const struct ussd_menu *trade_menu(const struct trade *trade);

/* The old one may be freed afterwards.  Products that only the ledger still
 * knows are shown by their key.  names_version: store_alias_version() when it
 * was loaded. */
void trade_reload_catalogue(struct trade *trade,
    const struct catalogue *catalogue, int64_t names_version);

const struct handler_table *handlers_table(void);

#endif
