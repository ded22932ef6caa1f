/* area - the number of an area: its way down the tree, in one integer.
 *
 * Ten bits a level, six levels (country, county, sub-county, ward, village ...
 * what the market calls them), the topmost first.  So all that lies within an
 * area lies between area_no and area_last(area_no), and the areas around it
 * are found without asking anybody.  0: no area; everything lies within it.
 *
 * Not exact beyond 1,023 areas in one, or deeper than six: those share a
 * number with their neighbour or their parent, and count as the same place. */
#ifndef GATEWAY_CORE_AREA_H
#define GATEWAY_CORE_AREA_H

#include <stdint.h>

#define AREA_SLOTS 1023
#define AREA_LEVELS 6

/* The slot-th area (from 1; above AREA_SLOTS: the last) of that parent. */
int64_t area_child(int64_t parent_no, int64_t slot);
/* The area around it; 0 above the topmost. */
int64_t area_up(int64_t area_no);
/* The highest number within. */
int64_t area_last(int64_t area_no);
/* Which of its parent's it is; 0 of none. */
int64_t area_slot(int64_t area_no);

#endif
