/* The console and the API over TCP: the front, and who tells it who asks. */
#include "programs/furrowd/wire_private.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "config.h"

/* The console that the configuration names, the installed one, or that of the
 * tree that this was built from. */
static const char *
find_web(const struct conf_admin *admin)
{
	struct stat st;
	if (admin->web[0] != '\0')
		return admin->web;
	if (stat(FURROW_DATADIR "/web/index.html", &st) == 0)
		return FURROW_DATADIR "/web";
	return FURROW_WEB;
}

static const char *
on_unwell(void *arg)
{
	const struct wire *w = arg;
	return turnloop_alarms(w->turnloop)->disk_failed
		   ? "the disk fails, nothing can be stored"
		   : NULL;
}

/* A scraper: a token for it, or whoever comes, if the configuration says so. */
static void
on_metrics(void *arg, struct http_request *request)
{
	struct wire *w = arg;
	struct caller caller;
	if (w->conf->admin.metrics_open ||
	    wire_auth_who(w, request, &caller) == AUTH_CALLER)
		api_metrics(w->api, request);
}

static void
on_sendsms(void *arg, struct http_request *request)
{
	struct wire *w = arg;
	api_sendsms(w->api, request, NULL);
}

int
wire_front_open(struct wire *w, struct err *err)
{
	const struct conf_admin *admin = &w->conf->admin;
	if (admin->address[0] == '\0')
		return 0;
	struct front_config config = {
	    .loop = w->loop,
	    .address = admin->address,
	    .port = admin->port,
	    .certificate = admin->certificate,
	    .key = admin->certificate_key,
	    .hosts = admin->hosts,
	    .web = find_web(admin),
	    .api = w->api,
	    .arg = w,
	    .who = wire_auth_who,
	    .unwell = on_unwell,
	};
	for (size_t i = 0; i < admin->hosts; i++)
		config.host[i] = admin->host[i];
	w->front = front_open(&config, err);
	if (w->front == NULL)
		return -1;
	front_add(w->front, "/metrics", false, on_metrics, w);
	front_add(w->front, "/cgi-bin/sendsms", true, on_sendsms, w);
	log_event(LOG_INFO, "wire", "console", "listen=%s port=%u tls=%d",
	    admin->address, admin->port, admin->certificate[0] != '\0');
	return 0;
}

void
wire_front_reload(struct wire *w)
{
	struct err err;
	char why[ERR_TEXT_OCTETS * 2];
	if (w->front != NULL && front_renew(w->front, &err) != 0)
		log_event(LOG_ERROR, "wire", "certificate_refused", "why=%s",
		    log_quote(why, sizeof(why), err.text));
}
