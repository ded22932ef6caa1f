#include "programs/furrowd/wire_session.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/tls.h"
#include "gateway/link/http_gate.h"
#include "gateway/link/link_smpp_ussd.h"
#include "gateway/link/ussd_http.h"
#include "gateway/store/store_link.h"
#include "programs/furrowd/wire_session_smpp.h"

#define CONNECTIONS 4096 /* at one address */
#define CONNECTIONS_LEAST 16
#define OTHERS 256 /* descriptors for the store, modems, the admins */

/* What one section needs; the gate may be that of another. */
struct needs {
	struct tls_context *server;
	struct http_gate *gate, *own_gate;
	struct ussd_http *channel;
	struct link *link; /* by SMPP, then nothing of the above */
};

struct wire_session {
	struct needs needs[CONF_SESSION_MAX];
	size_t count;
	size_t connections; /* at one address */
};

/* As many as the system allows; how many connections each of so many gates may
 * have then. */
static size_t
raise_descriptors(size_t gates)
{
	struct rlimit limit;
	if (gates == 0)
		return 0;
	rlim_t wanted = gates * CONNECTIONS + OTHERS;
	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return CONNECTIONS_LEAST;
	if (limit.rlim_cur < wanted) {
		limit.rlim_cur =
		    limit.rlim_max < wanted ? limit.rlim_max : wanted;
		if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
			getrlimit(RLIMIT_NOFILE, &limit);
	}
	if (limit.rlim_cur >= wanted)
		return CONNECTIONS;
	log_event(LOG_WARN, "wire", "few_descriptors", "have=%llu wanted=%llu",
	    (unsigned long long)limit.rlim_cur, (unsigned long long)wanted);
	size_t each = limit.rlim_cur > OTHERS
			  ? (size_t)(limit.rlim_cur - OTHERS) / gates
			  : 0;
	return each > CONNECTIONS_LEAST ? each : CONNECTIONS_LEAST;
}

/* Addresses of channels over HTTP. */
static size_t
count_gates(const struct conf *conf)
{
	size_t gates = 0;
	for (size_t i = 0; i < conf->sessions; i++) {
		const struct conf_session *s = &conf->session[i];
		bool first = s->dialect != NULL;
		for (size_t k = 0; k < i && first; k++)
			first =
			    conf->session[k].port != s->port ||
			    strcmp(conf->session[k].address, s->address) != 0;
		gates += first;
	}
	return gates;
}

static struct http_gate *
find_gate(const struct wire_session *w, const struct conf *conf, size_t i,
    const struct wire_http *http)
{
	const struct conf_session *s = &conf->session[i];
	for (size_t k = 0; k < i; k++)
		if (conf->session[k].port == s->port &&
		    strcmp(conf->session[k].address, s->address) == 0)
			return w->needs[k].gate;
	return wire_http_gate(http, conf, s->address, s->port);
}

static int
open_gate(struct wire_session *w, struct loop *loop, const struct conf *conf,
    size_t i, const struct wire_http *http, struct err *err)
{
	const struct conf_session *s = &conf->session[i];
	struct needs *n = &w->needs[i];
	n->gate = find_gate(w, conf, i, http);
	if (n->gate == NULL && s->certificate[0] != '\0') {
		n->server =
		    tls_server_context(s->certificate, s->certificate_key, err);
		if (n->server == NULL)
			return -1;
	}
	if (n->gate == NULL)
		n->gate = n->own_gate =
		    http_gate_new(loop, n->server, s->address, s->port, err);
	if (n->gate == NULL)
		return -1;
	http_gate_throng(n->gate, w->connections);
	return 0;
}

static int
open_channel(struct wire_session *w, struct conf *conf, size_t i,
    const struct session_sink *sink, struct err *err)
{
	struct conf_session *s = &conf->session[i];
	struct needs *n = &w->needs[i];
	struct ussd_http_config config = {
	    .channel = &s->channel,
	    .dialect = s->dialect,
	    .path = s->path,
	    .event_path = s->event_path,
	    .caller = &s->caller,
	    .gate = n->gate,
	    .sink = sink,
	};
	n->channel = ussd_http_new(&config);
	if (n->channel == NULL)
		return err_set(
		    err, -1, 0, "ussd %s: its path is taken", s->channel.name);
	log_event(LOG_INFO, "wire", "channel", "name=%s dialect=%s codes=%zu",
	    s->channel.name, s->dialect->name, s->channel.codes);
	return 0;
}

static int
open_http(struct wire_session *w, struct loop *loop, struct conf *conf,
    size_t i, const struct session_sink *sink, const struct wire_links *links,
    struct err *err)
{
	struct http_caller *caller = &conf->session[i].caller;
	int rc = open_gate(w, loop, conf, i, links->http, err);
	if (rc == 0)
		rc = open_channel(w, conf, i, sink, err);
	explicit_bzero(caller->secret, sizeof(caller->secret));
	return rc;
}

struct wire_session *
wire_session_open(struct loop *loop, struct store *store, struct conf *conf,
    const struct session_sink *sink, const struct wire_links *links,
    struct err *err)
{
	struct wire_session *w = xcalloc(1, sizeof(*w));
	if (conf->sessions > 0)
		w->connections = raise_descriptors(count_gates(conf));
	for (size_t i = 0; i < conf->sessions; i++) {
		struct conf_session *s = &conf->session[i];
		s->channel.id =
		    store_link_ensure(store, s->channel.name, "ussd", "");
		w->count = i + 1;
		int rc = 0;
		if (s->dialect == NULL)
			w->needs[i].link = wire_session_smpp_open(
			    links->link, links->count, s, sink);
		else
			rc = open_http(w, loop, conf, i, sink, links, err);
		if (rc == 0)
			continue;
		wire_session_free(&w);
		return NULL;
	}
	return w;
}

void
wire_session_stop(struct wire_session *sessions)
{
	for (size_t i = 0; i < sessions->count; i++)
		if (sessions->needs[i].channel != NULL)
			ussd_http_stop(sessions->needs[i].channel);
}

void
wire_session_free(struct wire_session **sessions)
{
	struct wire_session *w = *sessions;
	*sessions = NULL;
	if (w == NULL)
		return;
	for (size_t i = 0; i < w->count; i++)
		ussd_http_free(&w->needs[i].channel);
	for (size_t i = 0; i < w->count; i++) {
		http_gate_free(&w->needs[i].own_gate);
		tls_context_free(&w->needs[i].server);
	}
	free(w);
}

bool
wire_session_figures(
    const struct wire_session *sessions, size_t i, struct session_figures *out)
{
	if (i >= sessions->count)
		return false;
	if (sessions->needs[i].link != NULL)
		link_smpp_ussd_figures(sessions->needs[i].link, out);
	else
		ussd_http_figures(sessions->needs[i].channel, out);
	return true;
}
