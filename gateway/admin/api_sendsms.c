/* api_sendsms - /cgi-bin/sendsms: what speaks to Kannel can send texts here.
 *
 * In: GET or POST with the parameters of Kannel's smsbox (user guide, "Using
 *     the HTTP interface to send SMS messages"), or POST of text/plain with the
 *     text as body and the others in the query or in X-Kannel-... fields:
 *
 *   username   not looked at: the password says who it is
 *   password   an API token with the scope sms, of an operator (or it comes as
 *              Authorization: Bearer)
 *   to         one number, or up to SENDSMS_MOST with blanks between
 *   text       UTF-8; what is none, or charset=ISO-8859-1, is read as that
 *   smsc       a link's name: by that one only
 *   from       a link's name or number: the same; others are no matter, for a
 *              link sends under its own
 *   deferred, validity   minutes: not before, and not later than behind that
 *   coding     0 and 2 are texts, whose alphabet is chosen here (2 with its
 *              charset only); 1 and udh are data: refused
 *   mclass, dlr-mask, dlr-url, priority ... are read over (docs/sendsms.md)
 *
 * Out: 202 "0: Accepted for delivery" once the text is durably queued (with
 *     X-Furrow-Message: its id), "3: Queued for later delivery" when it is
 *     deferred; 403 "Authorization failed for sendsms"; other 4xx: never; 5xx:
 *     again later.  With several numbers: 202 when at least one is queued.
 *     HEAD sends nothing: it is 405. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/auth.h"

#define SENDSMS_MOST 100
#define TEXT_OCTETS 8192
#define MINUTES_MOST (7 * 24 * 60)

static void
say(struct http_request *request, int status, const char *words)
{
	http_answer(
	    request, status, "text/plain; charset=utf-8", str_from(words));
}

/* "to" of the query, or X-Kannel-To; "" when it is not there. */
static const char *
parameter(
    const struct http_request *request, const char *name, const char *other)
{
	char field[48];
	const char *value = http_request_query(request, name);

	if (value == NULL && other != NULL)
		value = http_request_query(request, other);
	snprintf(field, sizeof(field), "X-Kannel-%s", name);
	if (value == NULL)
		value = http_request_header(request, field);
	return value != NULL ? value : "";
}

/* -- who -- */

/* False: answered. */
static bool
let_in(struct api *api, struct http_request *request, struct caller *out)
{
	struct auth *auth = api->config.auth;
	const char *password = parameter(request, "password", "pass");
	bool known = false;

	if (auth != NULL && password[0] == '\0') {
		if (auth_who(auth, request, out) == AUTH_ANSWERED)
			return false;
		/* A session's cookie goes along with any link: not by that. */
		known = out->token_id != 0;
	} else if (auth != NULL) {
		known = auth_token(auth, str_from(password), "sms", out);
	}
	if (known && out->role >= CALLER_OPERATOR)
		return true;
	say(request, 403, "Authorization failed for sendsms");
	return false;
}

/* -- the text -- */

static bool
is_one_of(const char *value, const char *words)
{
	char word[40];
	int octets = snprintf(word, sizeof(word), " %s ", value);

	for (char *c = word; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c | 32);
	return octets < (int)sizeof(word) && strstr(words, word) != NULL;
}

/* ISO 8859-1, with the euro sign where Windows has it. */
static void
add_latin(struct buf *out, struct str text)
{
	char letter[4];

	for (size_t i = 0; i < text.octets; i++) {
		unsigned char c = (unsigned char)text.at[i];

		buf_add(out, letter, utf8_put(letter, c == 0x80 ? 0x20ac : c));
	}
}

/* False: not in a charset that is read here. */
static bool
read_text(struct buf *out, struct str text, const char *charset)
{
	if (is_one_of(charset, " iso-8859-1 latin1 windows-1252 cp1252 ")) {
		add_latin(out, text);
		return true;
	}
	if (charset[0] != '\0' && !is_one_of(charset, " utf-8 utf8 us-ascii "))
		return false;
	if (utf8_valid(text))
		buf_add_str(out, text);
	else
		add_latin(out, text);
	return true;
}

/* The query's, or else the body. */
static struct str
text_of(const struct http_request *request)
{
	const char *text = http_request_query(request, "text");

	return text != NULL ? str_from(text) : http_request_body(request);
}

/* NULL, or what is wrong with it. */
static const char *
read_body(const struct http_request *request, json_t **out)
{
	char storage[TEXT_OCTETS];
	struct buf text = buf_over(storage, sizeof(storage));
	json_t *all = json_array();
	struct str rest = str_from(parameter(request, "to", NULL)), number;

	*out = NULL;
	while (str_cut(&number, &rest, ' '))
		if (number.octets > 0)
			json_array_append_new(
			    all, json_clean(number.at, number.octets));
	size_t numbers = json_array_size(all);
	bool read = read_text(
	    &text, text_of(request), parameter(request, "charset", NULL));
	*out = json_pack(
	    "{s:o, s:o}", "all", all, "text", json_clean(text.at, text.octets));
	if (numbers == 0)
		return "Missing receiver number, rejected";
	if (numbers > SENDSMS_MOST)
		return "Too many receivers, rejected";
	if (!read)
		return "Charset not known here, use UTF-8, rejected";
	if (text.full)
		return "Message too long, rejected";
	if (strcmp(parameter(request, "coding", NULL), "1") == 0 ||
	    parameter(request, "udh", NULL)[0] != '\0')
		return "Only texts are sent here, no data, rejected";
	/* To Kannel that is UTF-16BE, whose zeros no query may have here. */
	if (strcmp(parameter(request, "coding", NULL), "2") == 0 &&
	    parameter(request, "charset", NULL)[0] == '\0')
		return "coding=2 takes charset=UTF-8 and such a text here, "
		       "rejected";
	return NULL;
}

/* -- by which link, and when -- */

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

static bool
minutes_of(const struct http_request *request, const char *name, int64_t *out)
{
	const char *value = parameter(request, name, NULL);
	int64_t minutes = 0;

	*out = 0;
	if (value[0] == '\0')
		return true;
	if (!str_to_int64(&minutes, str_from(value)) || minutes < 0 ||
	    minutes > MINUTES_MOST)
		return false;
	*out = minutes * 60000;
	return true;
}

/* NULL, or what is wrong. */
static const char *
read_wish(const struct api *api, const struct http_request *request,
    struct api_message_wish *out)
{
	const char *smsc = parameter(request, "smsc", NULL);

	*out = (struct api_message_wish){.link_id = link_called(api, smsc)};
	if (smsc[0] != '\0' && out->link_id == 0)
		return "No link of that name (smsc), rejected";
	if (out->link_id == 0)
		out->link_id =
		    link_called(api, parameter(request, "from", NULL));
	if (!minutes_of(request, "deferred", &out->after_ms) ||
	    !minutes_of(request, "validity", &out->within_ms))
		return "deferred and validity are minutes, a week at most, "
		       "rejected";
	return NULL;
}

/* -- sending -- */

static void
send_work(struct api_write *write, const struct turn *turn)
{
	const json_t *all = json_object_get(write->body, "all");
	const json_t *w = json_object_get(write->body, "wish");
	struct api_message_wish wish = {.link_id = json_int(w, "link", 0),
	    .after_ms = json_int(w, "after", 0),
	    .within_ms = json_int(w, "within", 0)};
	char number[PARTY_OCTETS], problem[sizeof(write->problem)] = "";
	int64_t id = 0;
	int status = 400;

	for (size_t i = 0; i < json_array_size(all); i++) {
		write->problem[0] = '\0';
		json_object_set(write->body, "to", json_array_get(all, i));
		if (api_message_queue(write, turn, &wish, number)) {
			id = id != 0 ? id : write->id;
			continue;
		}
		status = write->status;
		memcpy(problem, write->problem, sizeof(problem));
	}
	memcpy(write->problem, id != 0 ? "" : problem,
	    id != 0 ? 1 : sizeof(problem));
	write->status = id != 0 ? 202 : status;
	write->id = id;
}

/* After the commit. */
static void
tell(struct api_write *write)
{
	char id[24];
	const json_t *wish = json_object_get(write->body, "wish");

	snprintf(id, sizeof(id), "%lld", (long long)write->id);
	http_answer_header(write->request, "X-Furrow-Message", id);
	say(write->request, 202,
	    json_int(wish, "after", 0) > 0 ? "3: Queued for later delivery"
					   : "0: Accepted for delivery");
	api_write_free(write);
}

void
api_sendsms(
    struct api *api, struct http_request *request, const struct caller *caller)
{
	struct caller who = {.role = CALLER_NOBODY};
	struct api_message_wish wish;
	json_t *body;

	if (caller != NULL)
		who = *caller;
	else if (!let_in(api, request, &who))
		return;
	http_request_note(request, who.numbers ? 0 : CALLER_NOTE_MASK);
	const char *wrong = read_body(request, &body);
	if (wrong == NULL)
		wrong = read_wish(api, request, &wish);
	if (wrong != NULL) {
		json_decref(body);
		say(request, 400, wrong);
		return;
	}
	json_object_set_new(body, "wish",
	    json_pack("{s:I, s:I, s:I}", "link", (json_int_t)wish.link_id,
		"after", (json_int_t)wish.after_ms, "within",
		(json_int_t)wish.within_ms));
	struct api_call call = {api, request, "", "", &who};
	struct api_write *write = api_write_bare(&call, send_work, body);
	write->later = tell;
	api_write_submit(write);
}
