/* metrics - /metrics: figures for Prometheus and what reads like it.
 *
 * Out: its text format 0.0.4.  Every name begins with furrow_ or process_;
 * counts that only grow end in _total and begin anew with the daemon
 * (furrow_start_time_seconds tells), units are seconds and octets ("_bytes" by
 * convention).  docs/metrics.md has each name and what to watch.
 *
 * Labels are links, channels, states, alarms: as many as the configuration
 * names, never a person or a number.  It costs figures that lie in memory, a
 * count of what is open (at most once in METRICS_COUNT_MS), and a few looks at
 * /proc. */
#ifndef GATEWAY_ADMIN_METRICS_H
#define GATEWAY_ADMIN_METRICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "gateway/admin/dlrs.h"
#include "gateway/admin/webhooks.h"
#include "gateway/queue/backups.h"
#include "gateway/queue/turnloop.h"

#define METRICS_TYPE "text/plain; version=0.0.4; charset=utf-8"
#define METRICS_OCTETS (1024 * 1024)
#define METRICS_COUNT_MS 5000
#define METRICS_BACKUPS_MOST 16

/* Of the daemon; all of it of this run. */
struct metrics_facts {
	const struct turnloop_figures *turns; /* NULL: none */
	struct link_counts linkless; /* of texts that no link took */
	int64_t orders_open;
	int64_t statements, rows; /* of the store's writer */
	int64_t audit_rows;
	int64_t store_octets, journal_octets;
	bool search_behind;
	struct backup_figures backup[METRICS_BACKUPS_MOST];
	int backups;
	struct webhooks_figures webhook[WEBHOOKS_MOST];
	int webhooks;
	struct dlrs_figures dlr;
};

struct api_status;
struct message_counts;

struct metrics {
	const char *version;
	const struct api_status *status;
	const struct message_counts *queue;
	int64_t oldest_due_ms; /* 0: nothing waits */
	int64_t now_ms;
	int64_t disk_free_octets; /* -1: unknown */
	int64_t listeners; /* of events */
	struct metrics_facts facts;
};

/* Pure.  out->full: there was no room. */
void metrics_write(struct buf *out, const struct metrics *metrics);
/* The process's own, out of /proc; what cannot be read is left out. */
void metrics_write_process(struct buf *out);

#endif
