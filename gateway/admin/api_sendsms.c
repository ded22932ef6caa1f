/* api_sendsms - /cgi-bin/sendsms: what speaks to Kannel can send texts here.
 *
 * In: GET or POST with the parameters of Kannel's smsbox (sendsms.h) in the
 *     query, in a form (application/x-www-form-urlencoded), or in fields
 *     X-Kannel-...; the text may be the body (text/...).  Who it is:
 *
 *   password   an API token with the scope sms, of an operator (or it comes as
 *              Authorization: Bearer)
 *   username   that token's name; with Bearer it may be left out
 *
 *   smsc       a link's name: by that one only
 *   from       a link's name or number: the same; others are no matter, for a
 *              link sends under its own
 *   dlr-mask, dlr-url  who is called when something becomes of it (dlrs.h)
 *   the rest   sendsms.h; what is read over is in docs/sendsms.md
 *
 * Out: always one line of text/plain.  202 "0: Accepted for delivery" once the
 *     text is durably queued (with X-Furrow-Message: its id), "3: Queued for
 *     later delivery" when it is deferred; 403 "Authorization failed for
 *     sendsms"; other 4xx: never; 5xx: again later (503 with Retry-After when
 *     the token has queued too many of late).  With several numbers: 202 when
 *     at least one is queued, and X-Furrow-Refused says which are not ("2 5",
 *     from 1).  HEAD sends nothing: it is 405. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mask.h"
#include "base/panic.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth.h"
#include "gateway/admin/dlr.h"
#include "gateway/admin/dlrs.h"
#include "gateway/admin/sendsms.h"

#define FORM "application/x-www-form-urlencoded"
#define PROBLEM_OCTETS 512
#define REFUSED_OCTETS (SENDSMS_MOST * 4)

/* All that a request brings; too large for a stack. */
struct asked {
	struct sendsms_said said;
	struct sendsms read;
};

static void
say(struct http_request *request, int status, const char *words)
{
	char seen[PROBLEM_OCTETS];

	if ((http_request_noted(request) & CALLER_NOTE_MASK) != 0)
		mask_text(seen, sizeof(seen), str_from(words));
	else
		str_copy(seen, sizeof(seen), str_from(words));
	http_answer(
	    request, status, "text/plain; charset=utf-8", str_from(seen));
}

/* -- what is said -----------------------------------------------------------
 */

static struct str
type_of(const struct http_request *request)
{
	const char *type = http_request_header(request, "Content-Type");

	return str_trim(str_of(type, type != NULL ? strcspn(type, ";") : 0));
}

static const char *
read_fields(struct sendsms_said *said, const struct http_request *request)
{
	const char *wrong = NULL;

	for (int key = 0; key < SENDSMS_KEYS && wrong == NULL; key++) {
		char name[48];

		snprintf(name, sizeof(name), "X-Kannel-%s",
		    sendsms_key_name((enum sendsms_key)key));
		const char *value = http_request_header(request, name);
		if (value != NULL)
			wrong = sendsms_said_put(
			    said, (enum sendsms_key)key, str_from(value));
	}
	return wrong;
}

/* The query's first, then the form's, then the head's. */
static const char *
read_said(struct sendsms_said *said, const struct http_request *request)
{
	const char *wrong =
	    sendsms_said_read(said, http_request_query_text(request));

	if (wrong == NULL && str_equal_nocase(type_of(request), STR(FORM)))
		wrong = sendsms_said_read(said, http_request_body(request));
	return wrong != NULL ? wrong : read_fields(said, request);
}

/* False: a body of a kind that is neither a form nor a text. */
static bool
body_of(const struct http_request *request, struct str *out)
{
	struct str type = type_of(request), body = http_request_body(request);
	bool form = str_equal_nocase(type, STR(FORM));

	*out = form ? str_of(NULL, 0) : body;
	/* What is XML to Kannel must not reach a phone as it is. */
	return form || body.octets == 0 || type.octets == 0 ||
	       str_equal_nocase(type, STR("text/plain")) ||
	       str_equal_nocase(type, STR("text/html"));
}

/* -- who --------------------------------------------------------------------
 */

/* NULL, or what is wrong with it.  No session's cookie is looked at: that goes
 * along with any link. */
static const char *
let_in(struct auth *auth, const struct http_request *request,
    const struct sendsms_said *said, struct caller *out)
{
	struct str bearer =
	    str_from(http_request_header(request, "Authorization"));
	struct str password = str_from(sendsms_said(said, SENDSMS_PASSWORD));
	const char *name = said->value[SENDSMS_USERNAME];
	bool by_head =
	    password.octets == 0 && str_starts_nocase(bearer, "bearer ");

	if (by_head)
		password = str_trim(str_of(bearer.at + 7, bearer.octets - 7));
	if (auth == NULL || !auth_token(auth, password, "sms", out) ||
	    out->role < CALLER_OPERATOR)
		return "Authorization failed for sendsms";
	if (name != NULL ? strcmp(name, out->name) != 0 : !by_head)
		return "Authorization failed for sendsms: username is not the "
		       "name of that token";
	return NULL;
}

/* -- by which link ----------------------------------------------------------
 */

static int64_t
link_called(const struct api *api, const char *name)
{
	struct api_status *status = api_status_gather(api);
	int64_t id = 0;

	for (int i = 0; name[0] != '\0' && i < status->links_count; i++) {
		const struct api_link *l = &status->links[i];

		if (strcmp(l->name, name) == 0 ||
		    strcmp(l->number, name) == 0 ||
		    (l->number[0] == '+' && strcmp(l->number + 1, name) == 0))
			id = l->id;
	}
	free(status);
	return id;
}

/* NULL, or what is wrong. */
static const char *
find_link(
    const struct api *api, const struct sendsms_said *said, int64_t *link_out)
{
	const char *smsc = sendsms_said(said, SENDSMS_SMSC);

	*link_out = link_called(api, smsc);
	if (smsc[0] != '\0' && *link_out == 0)
		return "No link of that name (smsc), rejected";
	if (*link_out == 0)
		*link_out = link_called(api, sendsms_said(said, SENDSMS_FROM));
	return NULL;
}

/* -- sending ----------------------------------------------------------------
 */

static json_t *
make_body(const struct sendsms *read, int64_t link_id)
{
	json_t *all = json_array(), *body;

	for (size_t i = 0; i < read->receivers; i++)
		json_array_append_new(
		    all, json_clean(read->to[i].at, read->to[i].octets));
	body = json_pack("{s:o, s:o, s:{s:I, s:I, s:I}}", "all", all, "text",
	    json_clean(read->text, strlen(read->text)), "wish", "link",
	    (json_int_t)link_id, "after", (json_int_t)read->after_ms, "within",
	    (json_int_t)read->within_ms);
	PANIC_UNLESS(body != NULL);
	return body;
}

/* Its sender is called when something becomes of it. */
static void
note_dlr(struct api_write *write, const struct turn *turn,
    const struct api_message_wish *wish)
{
	const json_t *asked = json_object_get(write->body, "dlr");
	char from[STORE_DLR_FROM_OCTETS];

	if (asked == NULL)
		return;
	str_copy(from, sizeof(from), str_from(json_text(asked, "from", "")));
	const struct dlr dlr = {.message_id = write->id,
	    .mask = (unsigned)json_int(asked, "mask", 0),
	    .url = json_text(asked, "url", ""),
	    .place = json_text(asked, "place", ""),
	    .from = from,
	    .until_ms = turn->now_ms + wish->after_ms + wish->within_ms +
			DLRS_EXPECT_MS};
	store_dlr_add(turn->store, &dlr);
}

static void
send_work(struct api_write *write, const struct turn *turn)
{
	const json_t *all = json_object_get(write->body, "all");
	const json_t *w = json_object_get(write->body, "wish");
	struct api_message_wish wish = {.link_id = json_int(w, "link", 0),
	    .after_ms = json_int(w, "after", 0),
	    .within_ms = json_int(w, "within", 0)};
	char number[PARTY_OCTETS], problem[sizeof(write->problem)] = "";
	char refused_at[REFUSED_OCTETS] = "";
	struct buf at = buf_over(refused_at, sizeof(refused_at));
	int64_t id = 0;
	int status = 400;

	for (size_t i = 0; i < json_array_size(all); i++) {
		write->problem[0] = '\0';
		json_object_set(write->body, "to", json_array_get(all, i));
		if (api_message_queue(write, turn, &wish, number)) {
			id = id != 0 ? id : write->id;
			note_dlr(write, turn, &wish);
			continue;
		}
		status = write->status;
		buf_add_format(&at, "%s%zu", at.octets > 0 ? " " : "", i + 1);
		memcpy(problem, write->problem, sizeof(problem));
	}
	memcpy(write->problem, id != 0 ? "" : problem,
	    id != 0 ? 1 : sizeof(problem));
	json_object_set_new(write->body, "refused", json_string(refused_at));
	write->status = id != 0 ? 202 : status;
	write->id = id;
}

/* After the commit. */
static void
tell(struct api_write *write)
{
	char id[24];
	const json_t *wish = json_object_get(write->body, "wish");
	const char *refused = json_text(write->body, "refused", "");

	snprintf(id, sizeof(id), "%lld", (long long)write->id);
	http_answer_header(write->request, "X-Furrow-Message", id);
	if (refused[0] != '\0')
		http_answer_header(write->request, "X-Furrow-Refused", refused);
	say(write->request, 202,
	    json_int(wish, "after", 0) > 0 ? "3: Queued for later delivery"
					   : "0: Accepted for delivery");
	api_write_free(write);
}

static void
again_later(struct http_request *request, int64_t in_s, const char *words)
{
	char seconds[24];

	snprintf(seconds, sizeof(seconds), "%lld", (long long)in_s);
	http_answer_header(request, "Retry-After", seconds);
	say(request, 503, words);
}

static void
refused(struct api_write *write)
{
	char words[PROBLEM_OCTETS];

	if (write->status >= 500) {
		again_later(write->request, 10, write->problem);
		return;
	}
	snprintf(words, sizeof(words), "%.400s, rejected", write->problem);
	say(write->request, write->status, words);
}

/* Into the body, if somebody is to be called; NULL, or what is wrong. */
static const char *
find_dlr(const struct api *api, const struct asked *asked, json_t *body)
{
	const struct api_config *config = &api->config;
	const char *written = sendsms_said(&asked->said, SENDSMS_DLR_URL);
	const char *from = sendsms_said(&asked->said, SENDSMS_FROM);
	unsigned mask = asked->read.dlr_mask & DLR_BITS;
	char place[DLR_PLACE_OCTETS];
	struct dlr_url url;

	if (mask == 0)
		return NULL;
	const char *wrong = dlr_url_read(
	    &url, written, config->dlr_hosts, config->dlr_hosts_count);
	if (wrong != NULL)
		return wrong;
	dlr_place(place, &url);
	json_object_set_new(body, "dlr",
	    json_pack("{s:i, s:s, s:s, s:o}", "mask", (int)mask, "url", written,
		"place", place, "from", json_clean(from, strlen(from))));
	return NULL;
}

/* NULL, or what is wrong; *body_out is ours to let go. */
static const char *
read_asked(const struct api *api, const struct http_request *request,
    struct asked *asked, json_t **body_out)
{
	int64_t link_id;
	struct str text;

	*body_out = NULL;
	if (!body_of(request, &text))
		return "The body is to be " FORM " or text/plain, rejected";
	const char *wrong = sendsms_read(&asked->read, &asked->said, text);
	if (wrong == NULL)
		wrong = find_link(api, &asked->said, &link_id);
	if (wrong != NULL)
		return wrong;
	*body_out = make_body(&asked->read, link_id);
	return find_dlr(api, asked, *body_out);
}

/* False: answered. */
static bool
may_go(struct api *api, struct http_request *request, const struct caller *who,
    size_t texts)
{
	int64_t wait_ms = who->token_id == 0
			      ? 0
			      : sendsms_pace_take(&api->pace, who->token_id,
				    texts, api->config.sendsms_per_minute,
				    clock_mono_ms(api->config.clock));

	if (wait_ms == 0)
		return true;
	again_later(request, (wait_ms + 999) / 1000,
	    "Too many texts by this token (sendsms-per-minute), try again "
	    "later");
	return false;
}

/* False: answered. */
static bool
who_asks(const struct api *api, struct http_request *request,
    struct sendsms_said *said, const struct caller *known, struct caller *out)
{
	const char *wrong = read_said(said, request);

	*out = (struct caller){.role = CALLER_NOBODY};
	if (wrong != NULL) {
		say(request, 400, wrong);
		return false;
	}
	if (known != NULL)
		*out = *known;
	else
		wrong = let_in(api->config.auth, request, said, out);
	if (wrong != NULL) {
		say(request, 403, wrong);
		return false;
	}
	http_request_note(request, out->numbers ? 0 : CALLER_NOTE_MASK);
	return true;
}

static void
ask(struct api *api, struct http_request *request, struct asked *asked,
    const struct caller *known)
{
	struct caller who;
	json_t *body;

	if (!who_asks(api, request, &asked->said, known, &who))
		return;
	const char *wrong = read_asked(api, request, asked, &body);
	if (wrong != NULL) {
		json_decref(body);
		say(request, 400, wrong);
		return;
	}
	if (!may_go(api, request, &who, asked->read.receivers)) {
		json_decref(body);
		return;
	}
	struct api_call call = {api, request, "", "", &who};
	struct api_write *write = api_write_bare(&call, send_work, body);
	write->later = tell;
	write->refused = refused;
	api_write_submit(write);
}

void
api_sendsms(
    struct api *api, struct http_request *request, const struct caller *caller)
{
	struct asked *asked = xcalloc(1, sizeof(*asked));

	ask(api, request, asked, caller);
	explicit_bzero(&asked->said, sizeof(asked->said));
	free(asked);
}
