#include "gateway/core/area.h"

#define BITS 10
#define GROUP INT64_C(1023)

/* How far the lowest level in use is shifted up. */
static int
lowest(int64_t area_no)
{
	for (int level = 0; level < AREA_LEVELS; level++)
		if ((area_no & (GROUP << (level * BITS))) != 0)
			return level * BITS;
	return AREA_LEVELS * BITS;
}

int64_t
area_child(int64_t parent_no, int64_t slot)
{
	int shift = lowest(parent_no) - BITS;

	if (shift < 0)
		return parent_no;
	if (slot < 1)
		slot = 1;
	return parent_no | ((slot < AREA_SLOTS ? slot : AREA_SLOTS) << shift);
}

int64_t
area_up(int64_t area_no)
{
	int shift = lowest(area_no);

	return shift < AREA_LEVELS * BITS ? area_no & ~(GROUP << shift) : 0;
}

int64_t
area_last(int64_t area_no)
{
	return area_no | ((INT64_C(1) << lowest(area_no)) - 1);
}

int64_t
area_slot(int64_t area_no)
{
	int shift = lowest(area_no);

	return shift < AREA_LEVELS * BITS ? (area_no >> shift) & GROUP : 0;
}
