/* ussd_intent - what a dialogue's choices amount to, as if they had texted it.
 *
 * In: an act, and the state: what was chosen and typed.
 * Out: the desk's intent, as the reader of texts gives it; and the words, in
 *     English ("ORDER 3 bags maize", "YES K7F"), for log and history are read
 * by whoever runs the market. */
#ifndef HANDLERS_USSD_INTENT_H
#define HANDLERS_USSD_INTENT_H

#include "base/buf.h"

#include "handlers/ussd_dial.h"

/* False: what it is about is there no more. */
bool ussd_intent_put(
    struct ussd_dial *dial, enum ussd_act act, struct buf *out);

/* The goods alone, into the intent's first item. */
void ussd_intent_goods(struct ussd_dial *dial);

#endif
