#include "gateway/link/http_gate.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/str.h"

#define BODY_OCTETS 65536
#define PATH_OCTETS 128
#define CONNECTIONS 256
#define CALL_MS 20000 /* what 64 KiB take on a slow line */
#define THRONG_CALL_MS 15000 /* and gateways keep theirs open between two */

struct way {
	char path[PATH_OCTETS];
	bool tree;
	http_handler_fn fn;
	void *arg;
};

struct http_gate {
	struct http_server *server;
	struct way way[HTTP_GATE_PATHS];
	size_t ways;
};

static const struct way *
way_of(const struct http_gate *gate, const char *path)
{
	for (size_t i = 0; i < gate->ways; i++)
		if (strcmp(gate->way[i].path, path) == 0)
			return &gate->way[i];
	return NULL;
}

/* The nearest tree that it stands in. */
static const struct way *
tree_of(const struct http_gate *gate, const char *path)
{
	const struct way *best = NULL;
	for (size_t i = 0; i < gate->ways; i++) {
		const struct way *w = &gate->way[i];
		size_t octets = strlen(w->path);
		if (w->tree && strncmp(path, w->path, octets) == 0 &&
		    (path[octets] == '/' || octets == 1) &&
		    (best == NULL || octets > strlen(best->path)))
			best = w;
	}
	return best;
}

static void
on_request(void *arg, struct http_request *request)
{
	struct http_gate *gate = arg;
	const struct way *way = way_of(gate, http_request_path(request));
	if (way == NULL)
		way = tree_of(gate, http_request_path(request));
	if (way != NULL)
		way->fn(way->arg, request);
	else
		http_answer(request, 404, "application/json",
		    STR("{\"error\":\"no such path\"}"));
}

struct http_gate *
http_gate_new(struct loop *loop, struct tls_context *tls, const char *address,
    unsigned short port, struct err *err)
{
	struct http_gate *gate = xcalloc(1, sizeof(*gate));
	gate->server = http_server_new(loop, on_request, gate);
	http_server_body_cap(gate->server, BODY_OCTETS);
	http_server_crowd(gate->server, CONNECTIONS, CALL_MS);
	http_server_any_method(gate->server);
	if (tls != NULL)
		http_server_tls(gate->server, tls);
	if (http_listen_tcp(gate->server, address, port, err) != 0)
		http_gate_free(&gate);
	return gate;
}

void
http_gate_free(struct http_gate **gate)
{
	struct http_gate *g = *gate;
	*gate = NULL;
	if (g == NULL)
		return;
	http_server_free(&g->server);
	free(g);
}

void
http_gate_throng(struct http_gate *gate, size_t connections)
{
	http_server_crowd(gate->server, connections, THRONG_CALL_MS);
}

static bool
add(struct http_gate *gate, const char *path, bool tree, http_handler_fn fn,
    void *arg)
{
	if (gate->ways == HTTP_GATE_PATHS || strlen(path) >= PATH_OCTETS ||
	    way_of(gate, path) != NULL)
		return false;
	struct way *way = &gate->way[gate->ways++];
	str_copy(way->path, sizeof(way->path), str_from(path));
	way->tree = tree;
	way->fn = fn;
	way->arg = arg;
	return true;
}

bool
http_gate_add(
    struct http_gate *gate, const char *path, http_handler_fn fn, void *arg)
{
	return add(gate, path, false, fn, arg);
}

bool
http_gate_add_tree(
    struct http_gate *gate, const char *path, http_handler_fn fn, void *arg)
{
	return add(gate, path, true, fn, arg);
}

void
http_gate_remove(struct http_gate *gate, const void *arg)
{
	size_t kept = 0;
	for (size_t i = 0; i < gate->ways; i++)
		if (gate->way[i].arg != arg)
			gate->way[kept++] = gate->way[i];
	gate->ways = kept;
}
