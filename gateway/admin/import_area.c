/* import_area - one row of an area table: area,parent. */
#include <string.h>

#include "gateway/store/store_person.h"

#include "gateway/admin/import.h"

static int
apply(const struct import_row *row, struct err *err)
{
	struct store *store = row->turn->store;
	char area[64], parent[64];
	int64_t area_id, parent_id;

	if (import_text(area, sizeof(area), row->values[0], "area", err) < 0 ||
	    import_text(parent, sizeof(parent), row->values[1], "parent", err) <
		0)
		return -1;
	area_id = store_area_find(store, area);
	parent_id = parent[0] != '\0' ? store_area_find(store, parent) : 0;
	if (str_equal_nocase(str_from(area), str_from(parent)) ||
	    (area_id != 0 && parent_id != 0 &&
		store_area_within(store, parent_id, area_id)))
		return err_set(err, -1, 0,
		    "%s cannot lie in %s, which lies in it", area, parent);
	store_area_ensure(store, area, parent);
	return 0;
}

const struct import_kind import_area = {
    .name = "area",
    .columns = {"area", "parent"},
    .required = 1,
    .apply = apply,
};
