#include "programs/furrowd/wire_http.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/tls.h"
#include "gateway/link/link_http.h"

/* What one section needs; the gate may be that of another. */
struct needs {
	struct tls_context *client, *server;
	struct http_gate *gate, *own_gate;
};

struct wire_http {
	struct needs needs[CONF_HTTP_MAX];
};

static bool
same_address(const struct conf_http *a, const struct conf_http *b)
{
	return a->port == b->port && strcmp(a->address, b->address) == 0;
}

/* One that listens there already, or a new one. */
static int
open_gate(struct wire_http *w, struct loop *loop, const struct conf *conf,
    size_t i, struct err *err)
{
	const struct conf_http *h = &conf->http[i];
	struct needs *n = &w->needs[i];
	if (h->address[0] == '\0')
		return 0;
	for (size_t k = 0; k < i && n->gate == NULL; k++)
		if (same_address(&conf->http[k], h))
			n->gate = w->needs[k].gate;
	if (n->gate != NULL)
		return 0;
	if (h->certificate[0] != '\0') {
		n->server =
		    tls_server_context(h->certificate, h->certificate_key, err);
		if (n->server == NULL)
			return -1;
	}
	n->own_gate = n->gate =
	    http_gate_new(loop, n->server, h->address, h->port, err);
	return n->gate != NULL ? 0 : -1;
}

static struct link *
open_link(struct loop *loop, const struct conf_http *h, const struct needs *n,
    const struct link_sink *sink)
{
	struct link_http_config config = {
	    .name = h->link.name,
	    .number = h->link.number,
	    .no_questions = !h->link.two_way,
	    .row = &h->row,
	    .user = h->user,
	    .key = h->key,
	    .from = h->from,
	    .tls = n->client,
	    .tls_name = h->tls_name,
	    .window = h->window,
	    .connect_ms = h->connect_ms,
	    .answer_ms = h->answer_ms,
	    .gate = n->gate,
	    .path = h->path,
	    .report_path = h->report_path,
	    .caller = &h->caller,
	    .hold_ms = h->hold_ms,
	};
	return link_http_new(loop, &config, sink);
}

struct wire_http *
wire_http_open(struct loop *loop, struct conf *conf,
    const struct link_sink *sink, struct link *out[], struct err *err)
{
	struct wire_http *w = xcalloc(1, sizeof(*w));
	for (size_t i = 0; i < conf->https; i++) {
		struct conf_http *h = &conf->http[i];
		struct needs *n = &w->needs[i];
		n->client = tls_client_context(h->tls_ca, err);
		out[i] = NULL;
		if (n->client != NULL && open_gate(w, loop, conf, i, err) == 0)
			out[i] = open_link(loop, h, n, sink);
		explicit_bzero(h->key, sizeof(h->key));
		explicit_bzero(h->caller.secret, sizeof(h->caller.secret));
		if (out[i] != NULL)
			continue;
		while (i-- > 0)
			out[i]->ops->free(out[i]);
		wire_http_free(&w);
		return NULL;
	}
	return w;
}

struct http_gate *
wire_http_gate(const struct wire_http *http, const struct conf *conf,
    const char *address, unsigned short port)
{
	for (size_t i = 0; http != NULL && i < conf->https; i++)
		if (conf->http[i].port == port &&
		    strcmp(conf->http[i].address, address) == 0)
			return http->needs[i].gate;
	return NULL;
}

void
wire_http_free(struct wire_http **http)
{
	struct wire_http *w = *http;
	*http = NULL;
	if (w == NULL)
		return;
	for (size_t i = 0; i < CONF_HTTP_MAX; i++)
		http_gate_free(&w->needs[i].own_gate);
	for (size_t i = 0; i < CONF_HTTP_MAX; i++) {
		tls_context_free(&w->needs[i].client);
		tls_context_free(&w->needs[i].server);
	}
	free(w);
}
