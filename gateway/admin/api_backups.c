/* api_backups - the places that backups go to, and one more at once. */
#include <string.h>

#include "gateway/queue/backups.h"
#include "gateway/store/store_held.h"

#include "gateway/admin/api_impl.h"

static json_t *
place_json(const struct backup_figures *f)
{
	return json_pack("{s:o, s:o, s:o, s:I, s:o, s:b, s:o, s:i}", "name",
	    api_text(f->place->title), "folder", api_text(f->place->folder),
	    "good", api_time(f->good_ms), "octets", (json_int_t)f->good_octets,
	    "next", api_time(f->next_ms), "running", f->running, "why",
	    f->why[0] != '\0' ? api_text(f->why) : json_null(), "keep",
	    f->place->keep);
}

/* What is known of them; the folders themselves are not looked into: a stick
 * may take its time. */
void
api_backups_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	json_t *items = json_array();
	struct backup_figures figures;

	for (size_t i = 0; config->backup_figures != NULL &&
			   config->backup_figures(config->arg, i, &figures);
	     i++)
		json_array_append_new(items, place_json(&figures));
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", items, "next"));
}

static void
run_work(struct api_write *write, const struct turn *turn)
{
	api_write_audit(write, turn, "backup.run", "to %s", write->name);
	write->status = 202;
}

/* It is begun when the audit's row is durable. */
static json_t *
run_after(struct api_write *write)
{
	const struct api_config *config = &write->api->config;
	int rc = config->backup_now == NULL
		     ? -1
		     : config->backup_now(config->arg, write->name);

	if (rc == 0)
		return json_pack("{s:o}", "backup", api_text(write->name));
	if (rc == -2)
		api_write_refuse(write, 409, "it runs already");
	else
		api_write_refuse(write, 404,
		    "no section backup %s is in the configuration",
		    write->name);
	return NULL;
}

void
api_backup_run(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, run_work);

	if (write == NULL)
		return;
	write->after = run_after;
	api_write_submit(write);
}

json_t *
api_backups_short(const struct api_config *config)
{
	json_t *list = json_array();
	struct backup_figures f;

	for (size_t i = 0; config->backup_figures != NULL &&
			   config->backup_figures(config->arg, i, &f);
	     i++)
		json_array_append_new(list,
		    json_pack("{s:o, s:o, s:o, s:b}", "name",
			api_text(f.place->title), "good", api_time(f.good_ms),
			"next", api_time(f.next_ms), "running", f.running));
	return list;
}

json_t *
api_restored_json(struct store *reader)
{
	struct held_state state;

	store_held_state(reader, &state);
	if (state.restored_ms == 0)
		return json_null();
	return json_pack("{s:o, s:o, s:b, s:I, s:I}", "time",
	    api_time(state.restored_ms), "made", api_time(state.made_ms),
	    "open", state.open, "held", (json_int_t)state.texts, "timers",
	    (json_int_t)state.timers);
}
