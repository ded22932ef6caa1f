#include "gateway/core/link.h"

#include <string.h>

static const char *const class_names[] = {
    [LINK_ANY] = "any",
    [LINK_TRANSACTIONAL] = "transactional",
    [LINK_PROMOTIONAL] = "promotional",
};

bool
link_class_from_name(enum link_class *out, const char *name)
{
	for (int i = LINK_ANY; i <= LINK_PROMOTIONAL; i++)
		if (strcmp(class_names[i], name) == 0) {
			*out = (enum link_class)i;
			return true;
		}
	return false;
}

const char *
link_state_name(enum link_state state)
{
	switch (state) {
	case LINK_DOWN:
		return "down";
	case LINK_STARTING:
		return "starting";
	case LINK_UP:
		return "up";
	case LINK_RESTING:
		return "resting";
	case LINK_PARKED:
		return "parked";
	}
	return "?";
}
