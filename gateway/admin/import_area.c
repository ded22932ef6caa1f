/* import_area - one row of an area table: area,parent,quiet. */
#include <string.h>

#include "gateway/store/store_person.h"

#include "gateway/admin/import.h"

/* "20:30-06:30", "none": nobody is spared there, "market": as around it. */
static bool
read_quiet(const char *text, int *from_min, int *until_min)
{
	*from_min = *until_min = -1;
	if (strcmp(text, "market") == 0)
		return true;
	return market_read_quiet(
	    strcmp(text, "none") == 0 ? "" : text, from_min, until_min);
}

static int
apply(const struct import_row *row, struct err *err)
{
	struct store *store = row->turn->store;
	char area[64], parent[64];
	char quiet[16];
	int64_t area_id, parent_id;
	int from_min = -1, until_min = -1;

	if (import_text(area, sizeof(area), row->values[0], "area", err) < 0 ||
	    import_text(parent, sizeof(parent), row->values[1], "parent", err) <
		0 ||
	    import_text(quiet, sizeof(quiet), row->values[2], "quiet", err) < 0)
		return -1;
	if (!read_quiet(quiet, &from_min, &until_min))
		return err_set(
		    err, -1, 0, "quiet is like 20:30-06:30, none, or market");
	area_id = store_area_find(store, area);
	parent_id = parent[0] != '\0' ? store_area_find(store, parent) : 0;
	if (str_equal_nocase(str_from(area), str_from(parent)) ||
	    (area_id != 0 && parent_id != 0 &&
		store_area_within(store, parent_id, area_id)))
		return err_set(err, -1, 0,
		    "%s cannot lie in %s, which lies in it", area, parent);
	area_id = store_area_ensure(store, area, parent);
	if (quiet[0] != '\0')
		store_area_quiet_put(store, area_id, from_min, until_min);
	return 0;
}

const struct import_kind import_area = {
    .name = "area",
    .columns = {"area", "parent", "quiet"},
    .required = 1,
    .apply = apply,
};
