/* Who may ask over TCP: the auth, as the configuration wants it. */
#include "programs/furrowd/wire_private.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"

/* Where a browser finds the console; an address of all interfaces is none, so
 * the first of the names stands for it. */
static void
console_address(char dst[WIRE_CONSOLE_OCTETS], const struct conf_admin *admin)
{
	bool all = strcmp(admin->address, "0.0.0.0") == 0 ||
		   strcmp(admin->address, "::") == 0;
	const char *host =
	    all && admin->hosts > 0 ? admin->host[0] : admin->address;
	bool colons = strchr(host, ':') != NULL;
	dst[0] = 0;
	if (admin->address[0] != 0)
		snprintf(dst, WIRE_CONSOLE_OCTETS, "http%s://%s%s%s:%u/",
		    admin->certificate[0] != 0 ? "s" : "", colons ? "[" : "",
		    host, colons ? "]" : "", admin->port);
}

/* Without a listener, too: users can be made before anybody can come. */
void
wire_auth_open(struct wire *w)
{
	const struct conf_admin *admin = &w->conf->admin;
	console_address(w->console, admin);
	struct auth_config config = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .reader = w->reader,
	    .market = &w->conf->market,
	    .submit = wire_submit,
	    .arg = w,
	    .address = w->console,
	    .tls = admin->certificate[0] != 0,
	    .demo = admin->phones[0] != 0,
	    .session_idle_ms = admin->session_idle_ms,
	    .session_longest_ms = admin->session_longest_ms,
	    .totp = admin->totp_required ? AUTH_TOTP_REQUIRED_ADMIN
					 : AUTH_TOTP_OPTIONAL,
	    .threads = 1,
	};
	w->auth = auth_new(&config);
}

void
wire_auth_begin(struct wire *w)
{
	if (w->front != NULL)
		auth_begin(w->auth);
}

enum auth_answer
wire_auth_who(void *wire, struct http_request *request, struct caller *out)
{
	struct wire *w = wire;
	return auth_who(w->auth, request, out);
}
