#include "handlers/quiet.h"

bool
quiet_differs(struct desk *desk)
{
	if (!desk->quiet_known) {
		desk->quiet_known = true;
		desk->quiet_differs = store_area_quiet_any(desk->store);
	}
	return desk->quiet_differs;
}

const struct market *
quiet_market(struct desk *desk, int64_t area_id, struct market *scratch)
{
	int from_min, until_min;

	if (!quiet_differs(desk) ||
	    !store_area_quiet(desk->store, area_id, &from_min, &until_min))
		return desk->market;
	*scratch = *desk->market;
	scratch->quiet_from_min = from_min;
	scratch->quiet_until_min = until_min;
	return scratch;
}

const struct market *
quiet_market_of(struct desk *desk, int64_t person_id, struct market *scratch)
{
	struct person person;

	if (!quiet_differs(desk) ||
	    !store_person_get(desk->store, person_id, &person))
		return desk->market;
	return quiet_market(desk, person.area_id, scratch);
}

bool
quiet_is(struct desk *desk, int64_t area_id, int64_t *wakes_ms_out)
{
	struct market scratch;
	const struct market *there = quiet_market(desk, area_id, &scratch);

	*wakes_ms_out = desk->now_ms;
	if (!desk->clock_sure || !market_is_quiet(there, desk->now_ms))
		return false;
	*wakes_ms_out = market_waking_after(there, desk->now_ms, 1);
	return true;
}
