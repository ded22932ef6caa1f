#include "gateway/core/link.h"

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
