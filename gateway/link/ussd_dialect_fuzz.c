/* Reaches ussd_dialect: an octet for the dialect, the end of a path up to a
 * NUL, then a request, where it has a "?" the query before the body.  What is
 * read has an id and a number that are what they should be, and is answered, by
 * the same words, in one whole body that says them.
 * most: 300
 * covers: gateway/link/ussd_dialect.c gateway/link/ussd_dialect_table.c
 * covers: gateway/link/ussd_dialect_write.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "gateway/link/ussd_dialect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static const char *const names[] = {"africastalking", "hubtel", "emergent",
    "arkesel", "nalo", "beem", "infobip", "mtn", "dmark", "hollatags",
    "advanta"};
#define NAMES (sizeof(names) / sizeof(names[0]))

static void
must(bool good)
{
	if (!good)
		abort();
}

static void
check_turn(const struct ussd_turn *t, const struct ussd_dialect *d)
{
	const struct session_ask *a = &t->ask;
	const char *texts[] = {
	    a->id, a->msisdn, a->dialled, a->key, a->network, a->lang, a->why};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		must(texts[i] != NULL && utf8_valid(str_from(texts[i])));
	must(d->by_phone || a->id[0] != '\0');
	must(strlen(a->id) < SESSION_ID_OCTETS);
	must(strlen(a->key) < SESSION_KEY_OCTETS);
	must(a->event == SESSION_HANGUP || a->msisdn[0] != '\0');
	must(strspn(a->msisdn, "+0123456789 -.()") == strlen(a->msisdn));
	must(a->input.octets <= USSD_DIALECT_FIELD_OCTETS);
	must(!t->unserved || a->dialled[0] != '\0');
	must(a->event != SESSION_START || a->input.octets == 0);
}

/* Where the words are in an answer. */
static const char *
words_in(const struct ussd_dialect *d, size_t which)
{
	static const char *const paths[NAMES] = {NULL, "Message", "Message",
	    "message", "MSG", "payload.request", "ussdMenu",
	    "data.inboundResponse", "responseString", "session_msg", NULL};
	must(strcmp(d->name, names[which]) == 0);
	return paths[which];
}

static void
check_body(const struct ussd_turn *t, const struct ussd_dialect *d,
    size_t which, const struct session_answer *answer)
{
	char body[USSD_DIALECT_ANSWER_OCTETS];
	struct buf out = buf_over(body, sizeof(body));
	const char *path = words_in(d, which), *words;
	bool gone = t->ask.event == SESSION_HANGUP;
	ussd_dialect_write(&out, d, t, answer);
	must(!out.full);
	if (path == NULL) {
		must(gone ? out.octets == 0
			  : str_starts(buf_str(&out),
				answer->go_on ? "CON " : "END ") &&
				str_is(str_of(body + 4, out.octets - 4),
				    answer->text));
		return;
	}
	struct http_fields f;
	http_fields_init_strict(&f, sizeof(body), sizeof(body));
	must(http_fields_json(&f, buf_str(&out), NULL) == 0);
	words = http_fields_get(&f, path);
	must((gone && words == NULL) ||
	     (words != NULL && strcmp(words, answer->text) == 0));
	http_fields_free(&f);
}

static void
check_answer(const struct ussd_turn *t, const struct ussd_dialect *d,
    size_t which, bool go_on)
{
	struct session_answer answer = {
	    .go_on = go_on, .text = "Market \"a\"\n1 Buy \303\251"};
	check_body(t, d, which, &answer);
	if (t->ask.input.octets >= sizeof(answer.text))
		return;
	str_copy(answer.text, sizeof(answer.text), t->ask.input);
	check_body(t, d, which, &answer);
}

/* As they come over HTTP: what the address says stands first, unless the body
 * alone counts. */
static int
read_fields(
    struct http_fields *fields, const struct ussd_dialect *d, struct str body)
{
	struct str query = STR("");
	int rc = 0;
	if (d->media == USSD_QUERY &&
	    memchr(body.at, '?', body.octets) != NULL) {
		str_cut(&query, &body, '?');
		rc = http_fields_form(fields, query, NULL);
	}
	if (rc != 0)
		return rc;
	bool json = d->media == USSD_JSON ||
		    (d->media == USSD_QUERY && str_starts(body, "{"));
	return json ? http_fields_json(fields, body, NULL)
		    : http_fields_form(fields, body, NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static const struct session_channel channel = {
	    .code = {"384*96", "711*2", "415"}, .codes = 3};
	const uint8_t *end =
	    octets > 1 ? memchr(data + 1, 0, octets - 1) : NULL;
	struct http_fields fields;
	struct ussd_turn turn;
	if (end == NULL)
		return 0;
	size_t which = data[0] % NAMES;
	const struct ussd_dialect *d = ussd_dialect_find(names[which]);
	struct ussd_call call = {
	    .tail = str_of((const char *)data + 1, (size_t)(end - data) - 1),
	    .is_event = data[0] >= 0x80,
	    .fields = &fields};
	struct str body =
	    str_of((const char *)end + 1, octets - (size_t)(end - data) - 1);
	http_fields_init_strict(
	    &fields, USSD_DIALECT_BODY_OCTETS, USSD_DIALECT_FIELD_OCTETS);
	int rc = read_fields(&fields, d, body);
	if (rc == 0)
		rc = ussd_dialect_read(&turn, d, &channel, &call, NULL);
	must(rc <= 0 && rc >= USSD_DIALECT_PATH);
	if (rc == 0) {
		check_turn(&turn, d);
		check_answer(&turn, d, which, true);
		check_answer(&turn, d, which, false);
	}
	http_fields_free(&fields);
	return 0;
}
