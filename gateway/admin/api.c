#include "gateway/admin/api.h"

#include <stdlib.h>

#include "base/panic.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/events.h"

struct api *
api_new(const struct api_config *config)
{
	struct api *api = xcalloc(1, sizeof(*api));

	PANIC_UNLESS(config->reader != NULL && config->submit != NULL);
	PANIC_UNLESS(config->market != NULL && config->clock != NULL);
	api->config = *config;
	api_reader_begin(api);
	return api;
}

void
api_free(struct api **api)
{
	if (*api == NULL)
		return;
	events_free(&(*api)->events);
	(*api)->ending = true;
	api_reader_end(*api);
	api_export_end(*api);
	api_backup_end(*api);
	api_report_end(*api);
	free(*api);
	*api = NULL;
}
