/* Reaches proof_read.c whole.  Input: a text.  Holds: a word is four figures; a
 * tail is so many figures behind a blank and a command, all within the text.
 * most: 64
 * covers: handlers/proof_read.c */
#include <stdint.h>

#include "base/panic.h"
#include "handlers/proof_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
look(struct str text, size_t figures)
{
	struct str command, tail;

	if (!proof_read_tail(text, figures, &command, &tail)) {
		PANIC_UNLESS(command.octets == 0 && tail.octets == 0);
		return;
	}
	PANIC_UNLESS(tail.octets == figures);
	PANIC_UNLESS(tail.at + figures == text.at + text.octets);
	for (size_t i = 0; i < figures; i++)
		PANIC_UNLESS(tail.at[i] >= '0' && tail.at[i] <= '9');
	PANIC_UNLESS(command.octets > 0 && command.at >= text.at);
	PANIC_UNLESS(command.at + command.octets < tail.at);
	PANIC_UNLESS(tail.at[-1] == ' ');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct str text = str_of((const char *)data, octets);

	look(text, PROOF_READ_WORD);
	look(text, PROOF_READ_CODE);
	if (proof_read_word(text))
		for (size_t i = 0; i < 4; i++)
			PANIC_UNLESS(data[i] >= '0' && data[i] <= '9');
	return 0;
}
