/* proof - a word to the known number, before a doubtful text counts.
 *
 * risky.h says which texts are doubtful.  Four digits go to the phone that the
 * text says it is from, by a link that is trusted, with the beginning of the
 * text; the text waits.  The word back within PROOF_MS, by any link, and the
 * text is worked as if it had just come.  Without it nothing happens: whoever
 * did not write that text need not do anything.  Three wrong words end it, and
 * a phone gets at most three words a day, so that nobody can pester it; after
 * that the officer gets the text, once.
 *
 * For an admin three wrong words also end the words for PROOF_LOCK_MS: else
 * whoever forges the number had 120 guesses a day.
 *
 * An admin who is tied to a user of the console with a second factor needs no
 * word: six digits of it stand behind the command ("STATS 123456"). */
#ifndef HANDLERS_PROOF_H
#define HANDLERS_PROOF_H

#include <stdbool.h>

#include "handlers/book.h"
#include "handlers/desk.h"

#define PROOF_MS (INT64_C(10) * 60 * 1000)
#define PROOF_TRIES 3
#define PROOF_LOCK_MS (INT64_C(3) * 3600 * 1000)
#define PROOF_WORDS_A_DAY 3
#define PROOF_WORDS_ADMIN 40 /* each command takes one (adminsms.h) */
#define PROOF_TEXT_OCTETS 4097

/* Room for the text that waited. */
struct proof_text {
	struct handler_text text;
	char words[PROOF_TEXT_OCTETS];
};

enum proof_taken {
	PROOF_NONE, /* no word: go on with the desk's text */
	PROOF_RIGHT, /* the desk's text is now the one that waited */
	PROOF_WRONG, /* answered */
};

enum proof_taken proof_take(struct desk *desk, struct proof_text *waited);

/* Doubtful?  Then it waits, and the word is on its way. */
bool proof_asks(struct desk *desk, const struct book *book, bool asked);

#endif
