#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "gateway/admin/webhooks_private.h"

/* One for the events, in their order, and one for a trial. */
#define CONNECTIONS 2
#define ANSWER_OCTETS 65536

bool
webhooks_call_open(struct webhooks_one *one, struct err *err)
{
	const struct webhooks_hook *hook = one->hook;
	if (hook->tls) {
		one->tls = tls_client_context(hook->ca, err);
		if (one->tls == NULL)
			return false;
	}
	const struct http_client_config config = {
	    .host = hook->host,
	    .port = hook->port,
	    .tls = one->tls,
	    .connections = CONNECTIONS,
	    .connect_ms = hook->timeout_ms,
	    .answer_ms = hook->timeout_ms,
	    .answer_cap = ANSWER_OCTETS,
	    .status_only = true,
	};
	one->client = http_client_new(one->all->config.loop, &config);
	return true;
}

void
webhooks_call_close(struct webhooks_one *one)
{
	http_client_free(&one->client);
	tls_context_free(&one->tls);
}

bool
webhooks_call(
    struct webhooks_one *one, const char *id, struct str body, http_call_fn fn)
{
	int64_t unix_s = clock_wall_ms(one->all->config.clock) / 1000;
	char sign[WEBHOOK_SIGNATURE_OCTETS], fields[512];
	webhook_sign(sign, &one->hook->secret, id, unix_s, body);
	snprintf(fields, sizeof(fields),
	    "Content-Type: application/json\r\n"
	    "User-Agent: furrow\r\n"
	    "webhook-id: %s\r\n"
	    "webhook-timestamp: %" PRId64 "\r\n"
	    "webhook-signature: %s\r\n",
	    id, unix_s, sign);
	const struct http_client_request request = {
	    .method = "POST",
	    .target = one->hook->target,
	    .fields = fields,
	    .body = body,
	};
	return http_client_call(one->client, &request, fn, one, 0);
}

int
webhooks_status(const struct http_call_end *end)
{
	return end->how == HTTP_CALL_ANSWERED ? end->status : 0;
}

void
webhooks_why(char dst[WEBHOOK_WHY_OCTETS], const struct http_call_end *end)
{
	if (end->how != HTTP_CALL_ANSWERED)
		snprintf(dst, WEBHOOK_WHY_OCTETS, "%s",
		    end->why != NULL ? end->why : "no answer");
	else if (end->status >= 300 && end->status <= 399)
		snprintf(dst, WEBHOOK_WHY_OCTETS,
		    "it answered %d: redirects are not followed, mend the url",
		    end->status);
	else
		snprintf(
		    dst, WEBHOOK_WHY_OCTETS, "it answered %d", end->status);
}
