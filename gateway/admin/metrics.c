#include "gateway/admin/metrics.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gateway/admin/api.h"
#include "gateway/store/store_message.h"

/* -- how it is written -------------------------------------------------------
 */

static void
head(struct buf *out, const char *name, const char *type, const char *help)
{
	buf_add_format(
	    out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

/* A label's value: \, " and line feeds are escaped. */
static void
add_quoted(struct buf *out, const char *text)
{
	buf_add_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '\\' || *text == '"')
			buf_add_char(out, '\\');
		if (*text == '\n')
			buf_add_text(out, "\\n");
		else
			buf_add_char(out, *text);
	}
	buf_add_char(out, '"');
}

static void
number(struct buf *out, const char *name, const char *type, const char *help,
    int64_t value)
{
	head(out, name, type, help);
	buf_add_format(out, "%s %" PRId64 "\n", name, value);
}

/* name{key="value"[,key2="value2"]} count */
static void
labelled(struct buf *out, const char *name, const char *key, const char *value,
    const char *key2, const char *value2, int64_t count)
{
	buf_add_format(out, "%s{%s=", name, key);
	add_quoted(out, value);
	if (key2 != NULL) {
		buf_add_format(out, ",%s=", key2);
		add_quoted(out, value2);
	}
	buf_add_format(out, "} %" PRId64 "\n", count);
}

static void
seconds(struct buf *out, int64_t us)
{
	buf_add_format(
	    out, "%" PRId64 ".%06" PRId64, us / 1000000, us % 1000000);
}

static void
histogram(struct buf *out, const char *name, const char *help,
    const struct turnloop_span *span)
{
	static const int64_t limits[] = TURNLOOP_LIMITS_US;
	int64_t sum = 0;
	head(out, name, "histogram", help);
	for (size_t i = 0; i < TURNLOOP_LIMITS; i++) {
		sum += span->count[i];
		buf_add_format(out, "%s_bucket{le=\"", name);
		seconds(out, limits[i]);
		buf_add_format(out, "\"} %" PRId64 "\n", sum);
	}
	sum += span->count[TURNLOOP_LIMITS];
	buf_add_format(out, "%s_bucket{le=\"+Inf\"} %" PRId64 "\n%s_sum ", name,
	    sum, name);
	seconds(out, span->sum_us);
	buf_add_format(out, "\n%s_count %" PRId64 "\n", name, sum);
}

/* -- links -------------------------------------------------------------------
 */

static void
link_texts(struct buf *out, const struct api_status *s)
{
	static const char name[] = "furrow_link_texts_total";
	head(out, name, "counter",
	    "What a link brought, and how the tries to send by it ended.");
	for (int i = 0; i < s->links_count; i++) {
		const struct api_link *l = &s->links[i];
		const struct link_counts *c = &l->counts;
		labelled(out, name, "link", l->name, "what", "in", c->in);
		labelled(
		    out, name, "link", l->name, "what", "report", c->reports);
		labelled(out, name, "link", l->name, "what", "accepted",
		    c->accepted);
		labelled(
		    out, name, "link", l->name, "what", "refused", c->refused);
		labelled(
		    out, name, "link", l->name, "what", "unknown", c->unknown);
	}
}

#define MESSAGES "furrow_messages_total"

static void
message_ends(struct buf *out, const char *link, const struct link_counts *c)
{
	const struct {
		const char *direction, *state;
		int64_t count;
	} rows[] = {
	    {"in", "received", c->in},
	    {"out", "sent", c->sent},
	    {"out", "delivered", c->delivered},
	    {"out", "unknown", c->unknown},
	    {"out", "lost", c->lost},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		buf_add_text(out, MESSAGES "{link=");
		add_quoted(out, link);
		buf_add_format(out,
		    ",direction=\"%s\",state=\"%s\"} %" PRId64 "\n",
		    rows[i].direction, rows[i].state, rows[i].count);
	}
}

/* Five rows a link, and those of no link: never more, whatever is sent. */
static void
messages(struct buf *out, const struct metrics *m)
{
	head(out, MESSAGES, "counter",
	    "Messages by the states they came to; what no link took has none.");
	for (int i = 0; i < m->status->links_count; i++)
		message_ends(
		    out, m->status->links[i].name, &m->status->links[i].counts);
	message_ends(out, "", &m->facts.linkless);
}

static void
link_states(struct buf *out, const struct api_status *s)
{
	head(out, "furrow_link_up", "gauge", "1: the link sends and receives.");
	for (int i = 0; i < s->links_count; i++) {
		const struct api_link *l = &s->links[i];
		labelled(out, "furrow_link_up", "link", l->name, NULL, NULL,
		    l->state == LINK_UP);
	}
	head(out, "furrow_link_signal_percent", "gauge",
	    "Signal of a modem, where it tells.");
	for (int i = 0; i < s->links_count; i++)
		if (s->links[i].description.signal_percent >= 0)
			labelled(out, "furrow_link_signal_percent", "link",
			    s->links[i].name, NULL, NULL,
			    s->links[i].description.signal_percent);
	head(out, "furrow_link_credit_minor", "gauge",
	    "Left on the SIM, in minor units of the market's currency.");
	for (int i = 0; i < s->links_count; i++)
		if (s->links[i].credit.known)
			labelled(out, "furrow_link_credit_minor", "link",
			    s->links[i].name, NULL, NULL,
			    s->links[i].credit.amount_minor);
}

static void
channels(struct buf *out, const struct api_status *s)
{
	head(out, "furrow_sessions_open", "gauge",
	    "Dialogues (USSD) that are not over.");
	for (int i = 0; i < s->channels_count; i++)
		labelled(out, "furrow_sessions_open", "channel",
		    s->channels[i].name, NULL, NULL, s->channels[i].open);
	head(out, "furrow_channel_up", "gauge",
	    "1: dialogues can come in by it.");
	for (int i = 0; i < s->channels_count; i++)
		labelled(out, "furrow_channel_up", "channel",
		    s->channels[i].name, NULL, NULL,
		    s->channels[i].state == LINK_UP);
}

/* -- alarms ------------------------------------------------------------------
 */

/* Two of one name would be one series twice. */
static bool
is_told(const struct api_status *s, int alarm)
{
	for (int i = 0; i < alarm; i++)
		if (strcmp(s->alarms[i].name, s->alarms[alarm].name) == 0)
			return true;
	return false;
}

static void
alarms(struct buf *out, const struct api_status *s)
{
	number(out, "furrow_alarms", "gauge", "Alarms that are on.",
	    s->alarms_count);
	head(out, "furrow_alarm", "gauge", "1: this alarm is on.");
	for (int i = 0; i < s->alarms_count; i++)
		if (!is_told(s, i))
			labelled(out, "furrow_alarm", "name", s->alarms[i].name,
			    NULL, NULL, 1);
}

/* -- the rest ----------------------------------------------------------------
 */

static void
queue(struct buf *out, const struct metrics *m)
{
	static const char name[] = "furrow_queue_texts";
	int64_t late = m->oldest_due_ms > 0 ? m->now_ms - m->oldest_due_ms : 0;
	head(out, name, "gauge", "Texts that have not come to an end.");
	labelled(out, name, "state", "queued", NULL, NULL, m->queue->queued);
	labelled(out, name, "state", "sending", NULL, NULL, m->queue->sending);
	labelled(out, name, "state", "refused", NULL, NULL, m->queue->refused);
	labelled(out, name, "state", "unknown", NULL, NULL, m->queue->unknown);
	number(out, "furrow_queue_oldest_seconds", "gauge",
	    "For so long the oldest text waits that could leave by now.",
	    late > 0 ? late / 1000 : 0);
}

static void
turns(struct buf *out, const struct turnloop_figures *figures)
{
	if (figures == NULL)
		return;
	histogram(out, "furrow_turn_duration_seconds",
	    "A turn of the loop, with its commit.", &figures->turn);
	histogram(out, "furrow_commit_duration_seconds",
	    "The commit of a turn: how fast the disk is.", &figures->commit);
	number(out, "furrow_turns_failed_total", "counter",
	    "Turns that were rolled back.", figures->failed);
}

/* A time and no age: whoever asks late still computes the right one. */
static void
backups(struct buf *out, const struct metrics_facts *f)
{
	head(out, "furrow_backup_good_timestamp_seconds", "gauge",
	    "When the last good backup was made, since 1970; 0: never.");
	for (int i = 0; i < f->backups; i++)
		labelled(out, "furrow_backup_good_timestamp_seconds", "backup",
		    f->backup[i].place->title, NULL, NULL,
		    f->backup[i].good_ms / 1000);
	head(out, "furrow_backup_failed", "gauge",
	    "1: the last try to make it failed.");
	for (int i = 0; i < f->backups; i++)
		labelled(out, "furrow_backup_failed", "backup",
		    f->backup[i].place->title, NULL, NULL,
		    f->backup[i].why[0] != '\0');
}

static void
webhook_figure(struct buf *out, const struct metrics_facts *f, const char *name,
    const char *type, const char *help, size_t offset)
{
	head(out, name, type, help);
	for (int i = 0; i < f->webhooks; i++) {
		int64_t figure;
		memcpy(&figure, (const char *)&f->webhook[i] + offset,
		    sizeof(figure));
		labelled(out, name, "name", f->webhook[i].hook->name, NULL,
		    NULL, figure);
	}
}

static void
webhooks(struct buf *out, const struct metrics_facts *f)
{
	if (f->webhooks == 0)
		return;
	webhook_figure(out, f, "furrow_webhook_waiting", "gauge",
	    "Events that are not told yet.",
	    offsetof(struct webhooks_figures, waiting));
	webhook_figure(out, f, "furrow_webhook_oldest_seconds", "gauge",
	    "Age of the first event that waits.",
	    offsetof(struct webhooks_figures, oldest_s));
	webhook_figure(out, f, "furrow_webhook_tries", "gauge",
	    "Tries that failed, of the event that it is at.",
	    offsetof(struct webhooks_figures, tries));
	webhook_figure(out, f, "furrow_webhook_delivered_total", "counter",
	    "Events that were taken.", offsetof(struct webhooks_figures, told));
	webhook_figure(out, f, "furrow_webhook_dropped_total", "counter",
	    "Events that were given up.",
	    offsetof(struct webhooks_figures, dropped));
	webhook_figure(out, f, "furrow_webhook_failed_total", "counter",
	    "Tries that failed, of this run.",
	    offsetof(struct webhooks_figures, failed));
}

static void
dlrs(struct buf *out, const struct dlrs_figures *figures)
{
	number(out, "furrow_dlr_waiting", "gauge",
	    "Delivery reports that are not told yet.", figures->waiting);
	number(out, "furrow_dlr_delivered_total", "counter",
	    "Delivery reports that were taken.", figures->told);
	number(out, "furrow_dlr_dropped_total", "counter",
	    "Delivery reports that were given up.", figures->dropped);
	number(out, "furrow_dlr_failed_total", "counter", "Tries that failed.",
	    figures->failed);
}

static void
store(struct buf *out, const struct metrics *m)
{
	const struct metrics_facts *f = &m->facts;
	number(out, "furrow_orders_open", "gauge",
	    "Orders that are not closed.", f->orders_open);
	number(out, "furrow_store_size_bytes", "gauge", "The store's file.",
	    f->store_octets);
	number(out, "furrow_store_journal_bytes", "gauge",
	    "The journal (WAL) beside it.", f->journal_octets);
	if (m->disk_free_octets >= 0)
		number(out, "furrow_store_disk_free_bytes", "gauge",
		    "Free on the disk that has it.", m->disk_free_octets);
	number(out, "furrow_store_statements_total", "counter",
	    "Statements that the turns ran.", f->statements);
	number(out, "furrow_store_rows_total", "counter",
	    "Rows that they wrote.", f->rows);
	number(out, "furrow_audit_rows_total", "counter",
	    "Rows added to the audit.", f->audit_rows);
	number(out, "furrow_search_behind", "gauge",
	    "1: the index of words cannot be fed.", f->search_behind);
}

void
metrics_write(struct buf *out, const struct metrics *m)
{
	const struct api_status *s = m->status;
	head(out, "furrow_build_info", "gauge", "Which furrow this is.");
	labelled(
	    out, "furrow_build_info", "version", m->version, NULL, NULL, 1);
	number(out, "furrow_start_time_seconds", "gauge",
	    "When this run began, since 1970.",
	    (m->now_ms - s->uptime_ms) / 1000);
	number(out, "furrow_schema_version", "gauge",
	    "Newest step of the store's schema.", s->schema);
	number(out, "furrow_clock_sure", "gauge",
	    "0: the time cannot be believed, and nothing expires.",
	    s->clock_sure);
	link_states(out, s);
	link_texts(out, s);
	messages(out, m);
	channels(out, s);
	queue(out, m);
	store(out, m);
	backups(out, &m->facts);
	webhooks(out, &m->facts);
	dlrs(out, &m->facts.dlr);
	turns(out, m->facts.turns);
	number(out, "furrow_event_listeners", "gauge",
	    "Who follows /api/v1/events.", m->listeners);
	alarms(out, s);
}

/* -- the process -------------------------------------------------------------
 */

static int64_t
open_descriptors(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int64_t count = -3; /* ".", ".." and the look itself */
	if (dir == NULL)
		return -1;
	while (readdir(dir) != NULL)
		count++;
	closedir(dir);
	return count;
}

/* Fields behind the name in brackets, which may hold anything (proc(5)). */
static bool
read_stat(int64_t *ticks_out, int64_t *memory_out, int64_t *resident_out)
{
	char text[1024];
	unsigned long user, system, memory;
	long pages;
	FILE *file = fopen("/proc/self/stat", "r");
	if (file == NULL)
		return false;
	size_t octets = fread(text, 1, sizeof(text) - 1, file);
	fclose(file);
	text[octets] = '\0';
	const char *at = strrchr(text, ')');
	if (at == NULL ||
	    sscanf(at + 1,
		" %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu"
		" %*d %*d %*d %*d %*d %*d %*u %lu %ld",
		&user, &system, &memory, &pages) != 4)
		return false;
	*ticks_out = (int64_t)(user + system);
	*memory_out = (int64_t)memory;
	*resident_out = (int64_t)pages * sysconf(_SC_PAGESIZE);
	return true;
}

void
metrics_write_process(struct buf *out)
{
	int64_t ticks, memory, resident, fds = open_descriptors();
	if (read_stat(&ticks, &memory, &resident)) {
		head(out, "process_cpu_seconds_total", "counter",
		    "Processor time, of all threads.");
		buf_add_text(out, "process_cpu_seconds_total ");
		seconds(out, ticks * 1000000 / sysconf(_SC_CLK_TCK));
		buf_add_char(out, '\n');
		number(out, "process_virtual_memory_bytes", "gauge",
		    "Address space.", memory);
		number(out, "process_resident_memory_bytes", "gauge",
		    "Memory in use.", resident);
	}
	if (fds >= 0)
		number(
		    out, "process_open_fds", "gauge", "Open descriptors.", fds);
	number(out, "process_max_fds", "gauge", "Most of them.",
	    sysconf(_SC_OPEN_MAX));
}
