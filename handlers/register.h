/* register - how one becomes a seller: by an officer and one's own consent,
 * or by asking and an officer's approval. */
#ifndef HANDLERS_REGISTER_H
#define HANDLERS_REGISTER_H

#include "gateway/store/store_consent.h"
#include "gateway/store/store_question.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* REG phone name village, by an officer or admin. */
void register_text(struct desk *desk, const struct book *book);
/* SELLER name, village. */
void register_request(struct desk *desk, const struct book *book);

/* The farmer's answer to ASK_CONSENT, and none. */
void register_consent(struct desk *desk, const struct question *q, bool yes);
void register_silence(struct desk *desk, const struct question *q);
/* What the officer said to SELLER (approval.h). */
void register_decided(
    struct desk *desk, const struct consent *consent, bool yes);

#endif
