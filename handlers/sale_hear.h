/* sale_hear - does a text name a sale?  By its code ("20kg #KM4"), by the word
 * SALE or a promoter's code where one runs for these goods ("mango 20kg SALE",
 * "mango 20kg CODE JANE"), or because it answers the announcement.
 *
 * In: the text.  Out: the sale, the promoter, and the text without what named
 * them, for the reader of texts.  Texts that name none cost one look at the
 * few sales that run. */
#ifndef HANDLERS_SALE_HEAR_H
#define HANDLERS_SALE_HEAR_H

#include "gateway/store/store_sale.h"

#include "handlers/desk.h"

#define SALE_HEAR_OCTETS 480

struct sale_heard {
	struct sale sale; /* id 0: not named by a code or an announcement */
	bool by_code;
	bool by_word; /* SALE */
	int64_t promoter_id; /* 0: none */
	char rest[SALE_HEAR_OCTETS];
};

/* Cuts SALE off the end of a word: all of it, or, where no blanks are written,
 * "芒果10斤特卖". */
bool sale_hear_cut(const struct desk *desk, struct str *word);

/* False: nothing of that in it. */
bool sale_hear(struct sale_heard *out, struct desk *desk);

#endif
