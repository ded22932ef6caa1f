#include "tests/gateway/auth_world.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/panic.h"
#include "base/str.h"
#include "gateway/admin/api_impl.h"

static void
handle(void *arg, struct http_request *request)
{
	struct auth_world *a = arg;
	struct caller caller;

	if (strcmp(http_request_path(request), "/cgi-bin/sendsms") == 0)
		api_sendsms(a->w.api, request, NULL);
	else if (auth_who(a->auth, request, &caller) == AUTH_CALLER)
		api_ask(a->w.api, request, &caller);
}

void
auth_world_open(struct auth_world *a, enum auth_totp totp)
{
	struct auth_config config = {.totp = totp, .address = "http://x/"};
	struct err err;

	memset(a, 0, sizeof(*a));
	world_open(&a->w);
	config.loop = a->w.loop;
	config.clock = &a->w.clock.source;
	config.reader = a->w.reader;
	config.market = &a->w.market;
	config.submit = a->w.api->config.submit;
	config.arg = &a->w;
	a->auth = auth_new(&config);
	a->w.api->config.auth = a->auth;
	a->server = http_server_new(a->w.loop, handle, a);
	snprintf(a->w.socket, sizeof(a->w.socket), "%s/auth.sock", a->w.dir);
	PANIC_UNLESS(http_listen_unix(a->server, a->w.socket, &err) == 0);
}

void
auth_world_close(struct auth_world *a)
{
	loop_once(a->w.loop, false); /* what was still to be written */
	http_server_free(&a->server);
	auth_stop(a->auth);
	auth_free(&a->auth);
	world_close(&a->w);
}

json_t *
auth_world_local(struct auth_world *a, const char *path, const char *json)
{
	char was[96];

	memcpy(was, a->w.socket, sizeof(was));
	snprintf(a->w.socket, sizeof(a->w.socket), "%s/furrow.sock", a->w.dir);
	a->w.more[0] = '\0';
	world_ask(&a->w, path, "application/json", json);
	memcpy(a->w.socket, was, sizeof(was));
	return a->w.reply;
}

int
auth_world_in(struct auth_world *a, const char *path, const char *json)
{
	const char *cookie;

	world_post(&a->w, path, json);
	cookie = strstr(a->w.http_head, "Set-Cookie: furrow=");
	if (cookie != NULL)
		str_copy(a->cookie, sizeof(a->cookie),
		    str_of(cookie + 19, strcspn(cookie + 19, ";")));
	str_copy(a->csrf, sizeof(a->csrf),
	    str_from(json_text(a->w.reply, "csrf", "")));
	return a->w.http_status;
}

int
auth_world_ask(struct auth_world *a, const char *path, const char *json)
{
	snprintf(a->w.more, sizeof(a->w.more),
	    "Cookie: a=b; furrow=%s\r\nX-CSRF-Token: %s\r\n", a->cookie,
	    a->csrf);
	world_ask(&a->w, path, "application/json", json);
	a->w.more[0] = '\0';
	return a->w.http_status;
}

int
auth_world_token(
    struct auth_world *a, const char *token, const char *path, const char *json)
{
	snprintf(a->w.more, sizeof(a->w.more), "Authorization: Bearer %s\r\n",
	    token);
	world_ask(&a->w, path, "application/json", json);
	a->w.more[0] = '\0';
	return a->w.http_status;
}
