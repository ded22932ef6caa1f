#include "tests/sim/sim_journal.h"

void
sim_journal(FILE *out, int64_t wall_ms, const char *kind, json_t *members)
{
	if (out == NULL || members == NULL) {
		json_decref(members);
		return;
	}
	json_t *line =
	    json_pack("{s:I, s:s}", "time", (json_int_t)wall_ms, "kind", kind);
	json_object_update(line, members);
	json_dumpf(line, out, JSON_COMPACT);
	fputc('\n', out);
	fflush(out);
	json_decref(line);
	json_decref(members);
}
