#include "tests/sim/sim_profile.h"

#include <stdio.h>
#include <string.h>

const struct sim_profile *
sim_profile_at(int i)
{
	const struct sim_profile *tables[] = {
	    sim_profile_sticks, sim_profile_modules};
	for (int t = 0; t < 2 && i >= 0; t++) {
		const struct sim_profile *row = tables[t];
		for (; row->name != NULL; row++) {
			if (i-- == 0)
				return row;
		}
	}
	return NULL;
}

const struct sim_profile *
sim_profile_find(const char *name)
{
	const struct sim_profile *row;
	for (int i = 0; (row = sim_profile_at(i)) != NULL; i++) {
		if (strcmp(row->name, name) == 0)
			return row;
	}
	return NULL;
}

bool
sim_profile_lists(const char *list, const char *command)
{
	char word[32];
	snprintf(word, sizeof(word), " %s ", command);
	return list != NULL && strstr(list, word) != NULL;
}
