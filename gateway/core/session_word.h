/* session_word - the few short texts that the gateway itself says in a
 * dialogue, when there is no screen to be shown.
 *
 * All of them end the dialogue.  The trade has them in the languages of its
 * menu (handler_table.session_words); what it has not is said in English, by
 * session_word_english().  Each fits a screen of 70 units. */
#ifndef GATEWAY_CORE_SESSION_WORD_H
#define GATEWAY_CORE_SESSION_WORD_H

enum session_word {
	SESSION_WORD_BUSY, /* more dialogues than we serve at once */
	SESSION_WORD_LATER, /* the deadline: the work goes on, a text follows */
	SESSION_WORD_AGAIN, /* the store failed: nothing was done */
	SESSION_WORD_LONG, /* the answer is longer than any could be */
	SESSION_WORD_OFTEN, /* dialled too often within a short time */
	SESSION_WORD_NOT_IN_USE, /* that code is none of ours */
	SESSION_WORD_BLOCKED, /* that number is not served */
	SESSION_WORD_ENDED, /* an answer to a dialogue that they left */
	SESSION_WORDS,
};

/* Never NULL. */
const char *session_word_english(enum session_word word);

#endif
