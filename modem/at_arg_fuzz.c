/* Reaches modem/at_arg, with the input as a line.  Every walk must end, and
 * views must lie inside the line.
 * most: 160
 * covers: modem/at_arg.c */
#include <stdint.h>

#include "base/panic.h"

#include "modem/at_arg.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
check_inside(struct str line, struct str view)
{
	if (view.octets == 0)
		return;
	PANIC_UNLESS(view.at >= line.at &&
		     view.at + view.octets <= line.at + line.octets);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct str line = str_of((const char *)data, octets), text;
	struct at_arg args = at_arg_of(line);
	size_t turns = 0;
	int64_t number;
	uint64_t allowed;
	bool quoted;
	while (at_arg_next(&args, &text, &quoted)) {
		check_inside(line, text);
		PANIC_UNLESS(++turns <= octets + 1);
		at_arg_list_has(text, "ME");
	}
	args = at_arg_of(line);
	for (turns = 0; args.more; turns++) {
		at_arg_next_number(&args, &number);
		PANIC_UNLESS(turns <= octets + 1);
	}
	PANIC_UNLESS(!at_arg_next_number(&args, &number) && number == -1);
	args = at_arg_of(line);
	for (turns = 0; at_arg_next_range(&args, &allowed); turns++)
		PANIC_UNLESS(turns <= octets + 1);
	at_arg_last_number(line);
	at_arg_begin(&args, line, "+CMTI:");
	at_arg_begin_hurt(&args, line, "+CMTI:");
	at_arg_hurt_word(line, "OK");
	return 0;
}
