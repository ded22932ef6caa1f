/* The rows, and how each tells a beginning from an answer and from an end. */
#include <string.h>

#include "gateway/link/ussd_dialect_private.h"

/* -- what a request is ----------------------------------------------------- */

static int
no_tail(struct ussd_reading *r)
{
	return r->call->tail.octets == 0
		   ? 0
		   : err_set(r->err, USSD_DIALECT_PATH, 0, "nothing is there");
}

static int
event_by_word(struct ussd_reading *r)
{
	const char *name = r->dialect->type, *said = NULL;
	int rc = no_tail(r);
	if (rc == 0)
		rc = ussd_reading_take(&said, r, name);
	if (rc != 0)
		return rc;
	if (said == NULL)
		return ussd_reading_bad(r->err, name, "missing");
	struct str word = str_trim(str_from(said));
	for (const struct ussd_word *w = r->dialect->words; w->said != NULL;
	     w++)
		if (str_equal_nocase(word, str_from(w->said))) {
			r->turn->ask.event = w->event;
			r->turn->ask.why =
			    w->event == SESSION_HANGUP ? w->said : "";
			return 0;
		}
	return ussd_reading_bad(r->err, name, "none that is known");
}

/* An unknown id begins a session, a known one goes on. */
static int
event_either(struct ussd_reading *r)
{
	r->turn->ask.event = SESSION_EITHER;
	return no_tail(r);
}

/* All answers so far.  Any two requests of a session with the same are one;
 * the letter tells an empty one from none. */
static void
set_whole(struct ussd_turn *t, struct str all)
{
	t->ask.event = SESSION_WHOLE;
	t->ask.input = all;
	if (all.octets > SESSION_INPUT_OCTETS)
		return;
	t->key[0] = 't';
	str_copy(t->key + 1, sizeof(t->key) - 1, all);
	t->ask.key = t->key;
}

/* The end has an address of its own, but who has only one may send it there,
 * too: it has a status, and no text. */
static int
event_africastalking(struct ussd_reading *r)
{
	const char *status = NULL, *text = NULL;
	bool is_event = r->call->is_event || str_is(r->call->tail, "/event");
	int rc = ussd_reading_take(&status, r, "status");
	if (rc == 0)
		rc = ussd_reading_take(&text, r, r->dialect->text);
	if (rc != 0)
		return rc;
	if (!is_event && no_tail(r) != 0)
		return USSD_DIALECT_PATH;
	if (is_event || (status != NULL && text == NULL)) {
		r->turn->ask.event = SESSION_HANGUP;
		r->turn->ask.why = status != NULL ? status : "";
		return 0;
	}
	set_whole(r->turn, str_from(r->text));
	return 0;
}

/* "*384*96*1*5#": the code stands before the answers. */
static int
event_advanta(struct ussd_reading *r)
{
	struct str all = str_from(r->text), rest;
	if (session_code_match(r->channel, all, &rest) != NULL)
		all = rest;
	set_whole(r->turn, all);
	return no_tail(r);
}

/* "/session/77/start" */
static int
event_infobip(struct ussd_reading *r)
{
	static const struct {
		const char *name;
		enum session_event event;
	} steps[] = {
	    {"start", SESSION_START},
	    {"response", SESSION_INPUT},
	    {"end", SESSION_HANGUP},
	};
	struct str part[4], rest = r->call->tail;
	char id[SESSION_ID_OCTETS + 1];
	size_t parts = 0;
	while (parts < 4 && str_cut(&part[parts], &rest, '/'))
		parts++;
	if (parts != 4 || rest.at != NULL || part[0].octets != 0 ||
	    !str_is(part[1], "session"))
		return err_set(
		    r->err, USSD_DIALECT_PATH, 0, "nothing is there");
	str_copy(id, sizeof(id), part[2]);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (str_is(part[3], steps[i].name)) {
			r->turn->ask.event = steps[i].event;
			r->turn->ask.why =
			    steps[i].event == SESSION_HANGUP ? "end" : "";
			return ussd_reading_take_id(
			    r, id, "the id in the path");
		}
	return err_set(r->err, USSD_DIALECT_PATH, 0, "nothing is there");
}

/* -- the table ------------------------------------------------------------- */

static const struct ussd_word hubtel_words[] = {
    {"Initiation", SESSION_START},
    {"Response", SESSION_INPUT},
    {"Release", SESSION_HANGUP},
    {"Timeout", SESSION_HANGUP},
    {NULL, SESSION_HANGUP},
};

static const struct ussd_word new_words[] = {
    {"true", SESSION_START},
    {"1", SESSION_START},
    {"false", SESSION_INPUT},
    {"0", SESSION_INPUT},
    {NULL, SESSION_HANGUP},
};

static const struct ussd_word beem_words[] = {
    {"initiate", SESSION_START},
    {"continue", SESSION_INPUT},
    {"terminate", SESSION_HANGUP},
    {"timeout", SESSION_HANGUP},
    {NULL, SESSION_HANGUP},
};

/* 3 tells something that nobody dialled for. */
static const struct ussd_word mtn_words[] = {
    {"0", SESSION_START},
    {"1", SESSION_INPUT},
    {"2", SESSION_HANGUP},
    {"4", SESSION_HANGUP},
    {"5", SESSION_HANGUP},
    {NULL, SESSION_HANGUP},
};

static const struct ussd_word hollatags_words[] = {
    {"begin", SESSION_START},
    {"continue", SESSION_INPUT},
    {"end", SESSION_HANGUP},
    {NULL, SESSION_HANGUP},
};

#define TEXT_PLAIN "text/plain; charset=utf-8"
#define JSON_ANSWER "application/json"

static const struct ussd_dialect dialects[] = {
    {
	.name = "africastalking",
	.methods = USSD_POST,
	.media = USSD_FORM,
	.answer_media = TEXT_PLAIN,
	.id = "sessionId",
	.msisdn = "phoneNumber",
	.code = "serviceCode",
	.text = "text",
	.network = "networkCode",
	.event = event_africastalking,
	.write = ussd_write_con_end,
    },
    {
	.name = "hubtel",
	.methods = USSD_POST,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "SessionId",
	.msisdn = "Mobile",
	.code = "ServiceCode",
	.text = "Message",
	.type = "Type",
	.key = "Sequence",
	.network = "Operator",
	.words = hubtel_words,
	.event = event_by_word,
	.write = ussd_write_hubtel,
    },
    {
	.name = "emergent",
	.methods = USSD_POST,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "SessionId",
	.msisdn = "Mobile",
	.code = "USERID",
	.text = "Message",
	.type = "Type",
	.key = "Sequence",
	.network = "Operator",
	.words = hubtel_words,
	.event = event_by_word,
	.write = ussd_write_emergent,
    },
    {
	.name = "arkesel",
	.methods = USSD_POST,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "sessionID",
	.msisdn = "msisdn",
	.text = "userData",
	.type = "newSession",
	.network = "network",
	.echo = {"userID"},
	.words = new_words,
	.event = event_by_word,
	.write = ussd_write_arkesel,
    },
    {
	.name = "nalo",
	.methods = USSD_POST,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.by_phone = true,
	.text_dials = true,
	.id = "SESSIONID",
	.msisdn = "MSISDN",
	.text = "USERDATA",
	.type = "MSGTYPE",
	.network = "NETWORK",
	.echo = {"USERID"},
	.words = new_words,
	.event = event_by_word,
	.write = ussd_write_nalo,
    },
    {
	.name = "beem",
	.methods = USSD_POST,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "session_id",
	.msisdn = "msisdn",
	.text = "payload.response",
	.type = "command",
	.key = "payload.request_id",
	.network = "operator",
	.echo = {"operator", "payload.request_id"},
	.words = beem_words,
	.event = event_by_word,
	.write = ussd_write_beem,
    },
    {
	.name = "infobip",
	.methods = USSD_POST | USSD_PUT,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.msisdn = "msisdn",
	.code = "shortCode",
	.text = "text",
	.event = event_infobip,
	.write = ussd_write_infobip,
    },
    {
	.name = "mtn",
	.methods = USSD_POST,
	.media = USSD_JSON,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "sessionId",
	.msisdn = "msisdn",
	.code = "serviceCode",
	.text = "ussdString",
	.type = "messageType",
	.lang = "language",
	.words = mtn_words,
	.event = event_by_word,
	.write = ussd_write_mtn,
    },
    {
	.name = "dmark",
	.methods = USSD_GET,
	.media = USSD_QUERY,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "transactionId",
	.msisdn = "msisdn",
	.code = "ussdServiceCode",
	.text = "ussdRequestString",
	.event = event_either,
	.write = ussd_write_dmark,
    },
    {
	.name = "hollatags",
	.methods = USSD_GET | USSD_POST,
	.media = USSD_QUERY,
	.answer_media = JSON_ANSWER,
	.text_dials = true,
	.id = "session_id",
	.msisdn = "session_msisdn",
	.code = "session_from",
	.text = "session_msg",
	.type = "session_operation",
	.network = "session_mno",
	.words = hollatags_words,
	.event = event_by_word,
	.write = ussd_write_hollatags,
    },
    {
	.name = "advanta",
	.methods = USSD_GET | USSD_POST,
	.media = USSD_QUERY,
	.answer_media = TEXT_PLAIN,
	.id = "SESSIONID",
	.msisdn = "MSISDN",
	.code = "USSDCODE",
	.text = "INPUT",
	.event = event_advanta,
	.write = ussd_write_con_end,
    },
};

const struct ussd_dialect *
ussd_dialect_find(const char *name)
{
	for (size_t i = 0; i < sizeof(dialects) / sizeof(dialects[0]); i++)
		if (strcmp(dialects[i].name, name) == 0)
			return &dialects[i];
	return NULL;
}

void
ussd_dialect_names(struct buf *out)
{
	for (size_t i = 0; i < sizeof(dialects) / sizeof(dialects[0]); i++) {
		buf_add_text(out, i > 0 ? ", " : "");
		buf_add_text(out, dialects[i].name);
	}
}
