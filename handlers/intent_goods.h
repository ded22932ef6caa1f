/* intent_goods - which names of goods are meant as goods.
 *
 * A short name, or one that is an ordinary word too ("date", "til", "mais"), is
 * goods only beside a quantity, among other goods, or beside a word of the
 * trade.  The others lose their products here.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_GOODS_H
#define HANDLERS_INTENT_GOODS_H

#include "handlers/intent_token.h"

void intent_goods_settle(struct intent_text *t);

#endif
