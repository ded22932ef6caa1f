/* api_metrics - /metrics. */
#include <stdlib.h>

#include "base/clock.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/events.h"

/* What is open is counted, row by row: not at every scraper's whim. */
static void
count_queue(struct api *api, int64_t mono_ms)
{
	struct api_queue_counted *c = &api->counted;

	if (c->known && mono_ms - c->mono_ms < METRICS_COUNT_MS)
		return;
	store_message_count_open(api->config.reader, &c->counts);
	c->oldest_due_ms = store_message_oldest_due(api->config.reader);
	c->mono_ms = mono_ms;
	c->known = true;
}

void
api_metrics(void *api_, struct http_request *request)
{
	struct api *api = api_;
	const struct api_config *config = &api->config;
	struct api_status *status = api_status_gather(api);
	struct buf out = buf_new(METRICS_OCTETS);
	struct metrics m = {.version = config->version, .status = status};

	count_queue(api, clock_mono_ms(config->clock));
	m.queue = &api->counted.counts;
	m.oldest_due_ms = api->counted.oldest_due_ms;
	m.now_ms = clock_wall_ms(config->clock);
	m.disk_free_octets = store_disk_free_octets(config->reader);
	m.listeners = events_count(api->events);
	if (config->metrics != NULL)
		config->metrics(config->arg, &m.facts);
	metrics_write(&out, &m);
	metrics_write_process(&out);
	http_answer(request, 200, METRICS_TYPE, buf_str(&out));
	buf_free(&out);
	free(status);
}
