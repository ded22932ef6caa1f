#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/admin/dlrs_private.h"
#include "gateway/store/store_message.h"

#define CALL_MS 10000
#define ANSWER_OCTETS 65536
/* A text of ten parts, each of its octets escaped, and as much again. */
#define TARGET_OCTETS 32768

void
dlrs_place_open(struct dlrs_place *place, struct dlrs *all, const char *name)
{
	const struct dlrs_config *config = &all->config;
	struct dlr_url url;
	*place = (struct dlrs_place){.all = all};
	str_copy(place->name, sizeof(place->name), str_from(name));
	place->allowed = dlr_url_read(&url, name, config->hosts,
			     config->hosts_count) == NULL;
	if (!place->allowed)
		return;
	const struct http_client_config client = {
	    .host = url.host,
	    .port = url.port,
	    .tls = url.tls ? all->tls : NULL,
	    .connections = DLRS_CALLS,
	    .connect_ms = CALL_MS,
	    .answer_ms = CALL_MS,
	    .answer_cap = ANSWER_OCTETS,
	    .status_only = true,
	};
	place->client = http_client_new(config->loop, &client);
}

void
dlrs_place_close(struct dlrs_place *place)
{
	http_client_free(&place->client);
	place->name[0] = '\0';
}

/* A text that was split has a reference for each part: the first one's. */
static int64_t
foreign_id(struct store *reader, const struct message *m)
{
	struct message_part parts[MSG_PARTS_MAX];
	if (m->mr >= 0)
		return m->mr;
	int count = store_message_parts(reader, m->id, parts);
	return count > 0 ? parts[0].mr : -1;
}

static enum dlrs_call_end
fill(char *dst, size_t dst_octets, struct str target, struct store *reader,
    const struct dlr_call *call)
{
	struct message m;
	if (!store_message_get(reader, call->message_id, &m))
		return store_failed(reader, NULL) != 0 ? DLRS_CALL_LATER
						       : DLRS_CALL_NEVER;
	const struct dlr_report report = {.bit = call->bit,
	    .code = call->code,
	    .time_ms = call->time_ms,
	    .message_id = call->message_id,
	    .foreign_id = foreign_id(reader, &m),
	    .sent_ms = m.first_ms,
	    .text = m.text,
	    .to = m.number,
	    .from = call->from,
	    .smsc = m.link,
	    .why = m.why};
	return dlr_fill(dst, dst_octets, target, &report) ? DLRS_CALL_BEGUN
							  : DLRS_CALL_NEVER;
}

enum dlrs_call_end
dlrs_call(struct dlrs_place *place, const struct dlr_call *call, size_t i,
    http_call_fn fn)
{
	const struct dlrs_config *config = &place->all->config;
	struct dlr_url url;
	char *target = xcalloc(1, TARGET_OCTETS);
	enum dlrs_call_end end = DLRS_CALL_NEVER;
	if (dlr_url_read(&url, call->url, config->hosts, config->hosts_count) ==
	    NULL)
		end = fill(
		    target, TARGET_OCTETS, url.target, config->reader, call);
	const struct http_client_request request = {
	    .method = "GET",
	    .target = target,
	    .fields = "User-Agent: furrow\r\n",
	};
	if (end == DLRS_CALL_BEGUN &&
	    !http_client_call(place->client, &request, fn, place, (int64_t)i))
		end = DLRS_CALL_NEVER;
	free(target);
	return end;
}

void
dlrs_why(char dst[DLRS_WHY_OCTETS], const struct http_call_end *end)
{
	if (end->how != HTTP_CALL_ANSWERED)
		snprintf(dst, DLRS_WHY_OCTETS, "%s",
		    end->why != NULL ? end->why : "no answer");
	else if (end->status >= 300 && end->status <= 399)
		snprintf(dst, DLRS_WHY_OCTETS,
		    "it answered %d: redirects are not followed", end->status);
	else
		snprintf(dst, DLRS_WHY_OCTETS, "it answered %d", end->status);
}
