/* Answers, as each dialect wants them. */
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/json.h"
#include "base/panic.h"

#include "gateway/link/ussd_dialect_private.h"

/* Takes the object. */
static void
put(struct buf *out, json_t *object)
{
	char *text = json_dumps(object, JSON_COMPACT);
	json_decref(object);
	PANIC_UNLESS(text != NULL);
	buf_add_text(out, text);
	free(text);
}

static json_t *
text_of(const struct session_answer *answer)
{
	return json_clean(answer->text, strlen(answer->text));
}

/* Nobody reads the answer to a hang-up, but it must be empty. */
USSD_WRITER(con_end)
{
	if (turn->ask.event == SESSION_HANGUP)
		return;
	buf_add_text(out, answer->go_on ? "CON " : "END ");
	buf_add_text(out, answer->text);
}

/* Of all versions of its documents at once: the older know only the first
 * three. */
static json_t *
hubtel(const struct ussd_turn *turn, const struct session_answer *answer)
{
	struct str label, rest = str_from(answer->text);
	str_cut(&label, &rest, '\n');
	return json_pack("{ss, ss, so, ss, so, ss, ss}", "SessionId", turn->id,
	    "Type", answer->go_on ? "Response" : "Release", "Message",
	    text_of(answer), "ClientState", "", "Label",
	    json_clean(label.at, label.octets), "DataType",
	    answer->go_on ? "input" : "display", "FieldType", "text");
}

USSD_WRITER(hubtel)
{
	put(out, hubtel(turn, answer));
}

USSD_WRITER(emergent)
{
	json_t *object = hubtel(turn, answer);
	json_object_set_new(object, "MaskNextRoute", json_false());
	put(out, object);
}

USSD_WRITER(arkesel)
{
	put(out, json_pack("{ss, ss, ss, so, sb}", "sessionID", turn->id,
		     "userID", turn->echo[0], "msisdn", turn->msisdn, "message",
		     text_of(answer), "continueSession", answer->go_on));
}

USSD_WRITER(nalo)
{
	json_t *object =
	    json_pack("{ss, ss, so, sb}", "USERID", turn->echo[0], "MSISDN",
		turn->msisdn, "MSG", text_of(answer), "MSGTYPE", answer->go_on);
	if (turn->id[0] != '\0')
		json_object_set_new(object, "SESSIONID", json_string(turn->id));
	put(out, object);
}

USSD_WRITER(beem)
{
	put(out,
	    json_pack("{ss, ss, ss, ss, s{ss, so}}", "msisdn", turn->msisdn,
		"operator", turn->echo[0], "session_id", turn->id, "command",
		answer->go_on ? "continue" : "terminate", "payload",
		"request_id", turn->echo[1], "request", text_of(answer)));
}

USSD_WRITER(infobip)
{
	if (turn->ask.event == SESSION_HANGUP)
		put(out, json_pack("{si, ss}", "responseExitCode", 200,
			     "responseMessage", ""));
	else
		put(out, json_pack("{sb, so, si, ss}", "shouldClose",
			     !answer->go_on, "ussdMenu", text_of(answer),
			     "responseExitCode", 200, "responseMessage", ""));
}

USSD_WRITER(mtn)
{
	put(out, json_pack("{ss, ss, ss, s{so, sb, ss, ss, ss}, s{s{ss}}}",
		     "statusCode", "0000", "statusMessage", "Success",
		     "transactionId", turn->id, "data", "inboundResponse",
		     text_of(answer), "userInputRequired", answer->go_on,
		     "messageType", answer->go_on ? "1" : "2", "serviceCode",
		     turn->code, "msisdn", turn->msisdn, "_link", "self",
		     "href", ""));
}

USSD_WRITER(dmark)
{
	(void)turn;
	put(out, json_pack("{so, ss}", "responseString", text_of(answer),
		     "action", answer->go_on ? "request" : "end"));
}

USSD_WRITER(hollatags)
{
	put(out, json_pack("{ss, ss, ss, si, so}", "session_id", turn->id,
		     "session_msisdn", turn->msisdn, "session_operation",
		     answer->go_on ? "continue" : "end", "session_type",
		     answer->go_on ? 1 : 4, "session_msg", text_of(answer)));
}
