/* api_reader - questions that read the store, answered in threads of their own.
 *
 * A page of a long log may read many rows: in the loop it would hold up orders.
 * Each thread has its own reading connection, opened when it is first asked,
 * and gets the call with a copy of the api in which that connection and a copy
 * of the market stand; so the functions of the resources are the same in the
 * loop and in a thread.  The request is held meanwhile (base/http.h). */
#include <stdlib.h>

#include "base/panic.h"
#include "base/workers.h"

#include "gateway/admin/api_impl.h"

struct api_readers {
	struct workers *workers;
	struct store *store[WORKERS_MOST]; /* each of its thread alone */
};

struct asked {
	struct work work;
	struct api_readers *readers;
	struct api api; /* the copy */
	struct market market; /* the same */
	struct http_request *request;
	char name[64], act[16];
	struct caller caller;
	void (*fn)(const struct api_call *call);
};

/* -- in the thread ----------------------------------------------------------
 */

static void
answer(struct work *work, int thread)
{
	struct asked *a = (struct asked *)work;
	struct store **store = &a->readers->store[thread];
	struct api_call call = {
	    &a->api, a->request, a->name, a->act, &a->caller};
	struct err err;

	if (*store == NULL)
		*store = store_open_reader(a->api.config.store_path, &err);
	a->api.config.reader = *store;
	a->api.config.market = &a->market;
	if (*store != NULL)
		a->fn(&call);
	else
		api_problem(a->request, 503, "%s", err.text);
}

/* -- in the loop ------------------------------------------------------------
 */

static void
release(struct work *work, bool ran)
{
	struct asked *a = (struct asked *)work;

	if (!ran)
		api_problem(a->request, 503, "furrowd is ending");
	http_release(a->request);
	free(a);
}

bool
api_reader_ask(
    const struct api_call *call, void (*fn)(const struct api_call *call))
{
	struct asked *a = xcalloc(1, sizeof(*a));

	a->work = (struct work){answer, release, NULL};
	a->readers = call->api->readers;
	a->api = *call->api;
	a->market = *call->api->config.market;
	a->request = call->request;
	a->fn = fn;
	a->caller = *call->caller;
	str_copy(a->name, sizeof(a->name), str_from(call->name));
	str_copy(a->act, sizeof(a->act), str_from(call->act));
	http_hold(call->request);
	if (workers_give(a->readers->workers, &a->work))
		return true;
	http_unhold(call->request);
	free(a);
	return false;
}

void
api_reader_begin(struct api *api)
{
	struct workers *workers;

	if (api->config.readers <= 0)
		return;
	workers = workers_new(api->config.loop, api->config.readers);
	if (workers == NULL)
		return;
	api->readers = xcalloc(1, sizeof(*api->readers));
	api->readers->workers = workers;
}

void
api_reader_end(struct api *api)
{
	struct api_readers *r = api->readers;

	if (r == NULL)
		return;
	api->readers = NULL;
	workers_free(&r->workers);
	for (int i = 0; i < WORKERS_MOST; i++)
		store_close(&r->store[i]);
	free(r);
}
