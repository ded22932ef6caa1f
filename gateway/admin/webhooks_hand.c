/* webhooks_hand - what an admin does to a hook. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/admin/webhooks_private.h"

static struct webhooks_one *
find(struct webhooks *w, const char *name)
{
	for (size_t i = 0; w != NULL && i < w->config.count; i++)
		if (strcmp(w->one[i].hook->name, name) == 0)
			return &w->one[i];
	return NULL;
}

static void
on_test_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct webhooks_one *one = arg;
	webhooks_test_fn *fn = one->test;
	char why[WEBHOOK_WHY_OCTETS];
	(void)id;
	one->test = NULL;
	webhooks_why(why, end);
	fn(one->test_arg, webhooks_status(end), why);
}

int
webhooks_test(
    struct webhooks *w, const char *name, webhooks_test_fn *fn, void *arg)
{
	struct webhooks_one *one = find(w, name);
	if (one == NULL)
		return -1;
	if (one->test != NULL)
		return -2;
	int64_t now_ms = clock_wall_ms(w->config.clock);
	char id[WEBHOOK_ID_OCTETS];
	snprintf(id, sizeof(id), "test_%" PRId64, now_ms);
	json_t *all = json_pack("{s:s, s:s, s:o, s:{s:s}}", "id", id, "type",
	    "test", "time", api_time(now_ms), "data", "text",
	    "furrow tries whether this hook works");
	char *body = json_dumps(all, JSON_WRITE_FLAGS);
	json_decref(all);
	PANIC_UNLESS(body != NULL);
	one->test = fn;
	one->test_arg = arg;
	bool sent = webhooks_call(one, id, str_from(body), on_test_end);
	free(body);
	if (!sent)
		one->test = NULL;
	return sent ? 0 : -2;
}

int
webhooks_resume(struct webhooks *w, const char *name, bool skip)
{
	struct webhooks_one *one = find(w, name);
	if (one == NULL)
		return -1;
	struct webhook_event first;
	if (skip && (one->place.off || one->place.tries > 0) &&
	    store_webhook_next(w->config.reader, one->place.event_id,
		one->hook->kinds, &first))
		webhooks_drop(one, first.id, 1, "an admin skipped it");
	one->place.off = false;
	one->dirty = true;
	one->place.tries = 0;
	one->place.why[0] = '\0';
	one->more = true;
	webhooks_go_on(one);
	return 0;
}
