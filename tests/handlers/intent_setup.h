/* intent_setup - what the tests of the reader of texts share: the real word
 * lists, the sample catalogue, and a way to tell a record in one line. */
#ifndef TESTS_HANDLERS_INTENT_SETUP_H
#define TESTS_HANDLERS_INTENT_SETUP_H

#include <stdbool.h>
#include <stddef.h>

#include "handlers/catalogue.h"
#include "handlers/intent.h"
#include "handlers/lexicon.h"

struct intent_setup {
	struct lexicon *lex;
	struct catalogue *cat;
};

/* Ends the test program when the files cannot be loaded. */
void intent_setup_load(struct intent_setup *out);
void intent_setup_free(struct intent_setup *setup);

/* Would it change something in the ledger, or make us silent? */
bool intent_is_act(const struct intent *in);

/* "order? tomato 5kg, onion 3 | max 30/kg | #K7F | day fri | at Mwea".  A
 * question mark after the kind: it would ask.  dst is always terminated. */
void intent_story(char *dst, size_t dst_octets,
    const struct intent_setup *setup, const struct intent *in);

#endif
