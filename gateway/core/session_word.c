#include "gateway/core/session_word.h"

#include <stddef.h>

static const char *const words[SESSION_WORDS] = {
    [SESSION_WORD_BUSY] = "Busy. Please try again later.",
    [SESSION_WORD_LATER] = "It takes long now. We will text you.",
    [SESSION_WORD_AGAIN] = "Try again later.",
    [SESSION_WORD_LONG] = "Your answer is too long. Please dial again.",
    [SESSION_WORD_OFTEN] = "You dialled very often. Please wait a while.",
    [SESSION_WORD_NOT_IN_USE] = "Code not in use.",
    [SESSION_WORD_BLOCKED] = "This service is not open to your number.",
    [SESSION_WORD_ENDED] = "Session ended, start again.",
};

const char *
session_word_english(enum session_word word)
{
	return (unsigned)word < SESSION_WORDS ? words[word] : "";
}
