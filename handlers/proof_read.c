#include "handlers/proof_read.h"

bool
proof_read_word(struct str text)
{
	return text.octets == PROOF_READ_WORD && str_is_figures(text);
}

bool
proof_read_tail(struct str text, size_t figures, struct str *command_out,
    struct str *figures_out)
{
	struct str command, tail;
	size_t before;

	*command_out = *figures_out = str_of(NULL, 0);
	if (text.octets < figures + 2)
		return false;
	before = text.octets - figures;
	command = str_trim(str_of(text.at, before));
	tail = str_of(text.at + before, figures);
	if (text.at[before - 1] != ' ' || command.octets == 0 ||
	    !str_is_figures(tail))
		return false;
	*command_out = command;
	*figures_out = tail;
	return true;
}
