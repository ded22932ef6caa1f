/* Each dialect: what a request says, and the octets of the answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/link/ussd_dialect.h"

static const struct session_channel channel = {
    .name = "at",
    .code = {"384*96", "711*2", "415"},
    .codes = 3,
};

struct reading {
	struct http_fields fields;
	struct ussd_call call;
	struct ussd_turn turn;
	const struct ussd_dialect *dialect;
	struct err err;
	int rc;
};

static void
begin(
    struct reading *r, const char *dialect, const char *tail, const char *body)
{
	struct str text = str_from(body);
	r->dialect = ussd_dialect_find(dialect);
	assert_non_null(r->dialect);
	r->call =
	    (struct ussd_call){.tail = str_from(tail), .fields = &r->fields};
	http_fields_init_strict(&r->fields, USSD_DIALECT_BODY_OCTETS + 256,
	    USSD_DIALECT_FIELD_OCTETS);
	r->rc = r->dialect->media == USSD_JSON
		    ? http_fields_json(&r->fields, text, &r->err)
		    : http_fields_form(&r->fields, text, &r->err);
	if (r->rc == 0)
		r->rc = ussd_dialect_read(
		    &r->turn, r->dialect, &channel, &r->call, &r->err);
}

static void
end(struct reading *r)
{
	http_fields_free(&r->fields);
}

/* What was asked, on one line; empty things are left out. */
static void
tell(struct buf *out, const struct reading *r)
{
	static const char *const events[] = {
	    [SESSION_START] = "start",
	    [SESSION_INPUT] = "input",
	    [SESSION_EITHER] = "either",
	    [SESSION_WHOLE] = "whole",
	    [SESSION_HANGUP] = "hangup",
	};
	const struct session_ask *a = &r->turn.ask;
	if (r->rc != 0) {
		buf_add_format(out, "%d", r->rc);
		return;
	}
	buf_add_format(out, "%s %s %s", events[a->event], a->id, a->msisdn);
	buf_add_format(out, " dial=%s in=", a->dialled);
	buf_add_str(out, a->input);
	if (a->key[0] != '\0')
		buf_add_format(out, " key=%s", a->key);
	if (a->network[0] != '\0')
		buf_add_format(out, " net=%s", a->network);
	if (a->lang[0] != '\0')
		buf_add_format(out, " lang=%s", a->lang);
	if (a->why[0] != '\0')
		buf_add_format(out, " why=%s", a->why);
	if (r->turn.unserved)
		buf_add_text(out, " unserved");
}

/* -- africastalking -------------------------------------------------------- */

#define AT                                                                     \
	"sessionId=ATUid_7&phoneNumber=%2B254711000001&networkCode=63902&"     \
	"serviceCode=*384*96%23"

static const struct {
	const char *name, *dialect, *tail, *body, *says;
} asks[] = {
    {"at: dialled", "africastalking", "", AT "&text=",
	"whole ATUid_7 +254711000001 dial=*384*96# in= key=t net=63902"},
    {"at: answered", "africastalking", "", AT "&text=1*5",
	"whole ATUid_7 +254711000001 dial=*384*96# in=1*5 key=t1*5 "
	"net=63902"},
    {"at: no text is an empty one", "africastalking", "", AT,
	"whole ATUid_7 +254711000001 dial=*384*96# in= key=t net=63902"},
    {"at: a plus that became a blank", "africastalking", "",
	"sessionId=a1&phoneNumber=+254711000001&serviceCode=*384*96#&text=",
	"whole a1 +254711000001 dial=*384*96# in= key=t"},
    {"at: without a plus", "africastalking", "",
	"sessionId=a1&phoneNumber=0711000001&serviceCode=384*96&text=",
	"whole a1 0711000001 dial=384*96 in= key=t"},
    {"at: blanks in text", "africastalking", "",
	"sessionId=a1&phoneNumber=0711000001&text=1*green+maize",
	"whole a1 0711000001 dial= in=1*green maize key=t1*green maize"},
    {"at: end event on its path", "africastalking", "/event",
	AT "&status=Incomplete&date=2024-01-01+10%3A00&cost=1&input=1",
	"hangup ATUid_7 +254711000001 dial= in= net=63902 why=Incomplete"},
    {"at: end event on the same path", "africastalking", "",
	AT "&status=Failed&errorMessage=x&lastAppResponse=CON+a%0A1+b",
	"hangup ATUid_7 +254711000001 dial= in= net=63902 why=Failed"},
    {"at: a status beside a text is none", "africastalking", "",
	AT "&status=x&text=2",
	"whole ATUid_7 +254711000001 dial=*384*96# in=2 key=t2 net=63902"},
    {"at: first of two", "africastalking", "",
	"text=1&" AT "&text=2&sessionId=other",
	"whole ATUid_7 +254711000001 dial=*384*96# in=1 key=t1 net=63902"},
    {"at: another code", "africastalking", "",
	"sessionId=a1&phoneNumber=0711000001&serviceCode=*999%23&text=",
	"whole a1 0711000001 dial=*999# in= key=t unserved"},
    {"at: more behind a code than the code", "africastalking", "",
	"sessionId=a1&phoneNumber=0711000001&serviceCode=*384*967%23&text=",
	"whole a1 0711000001 dial=*384*967# in= key=t unserved"},
    {"at: no id", "africastalking", "",
	"phoneNumber=0711000001&serviceCode=*384*96%23&text=", "-1"},
    {"at: empty id", "africastalking", "",
	"sessionId=&phoneNumber=0711000001&text=", "-1"},
    {"at: id with a quote", "africastalking", "",
	"sessionId=a%22b&phoneNumber=0711000001&text=", "-1"},
    {"at: no number", "africastalking", "", "sessionId=a1&text=", "-1"},
    {"at: a number of letters", "africastalking", "",
	"sessionId=a1&phoneNumber=amina&text=", "-1"},
    {"at: less than nothing", "africastalking", "",
	"sessionId=a1&phoneNumber=-254711000001&text=", "-1"},
    {"at: less than nothing, with a plus", "africastalking", "",
	"sessionId=a1&phoneNumber=%2B-254711000001&text=", "-1"},
    {"at: names in other case", "africastalking", "",
	"sessionid=a1&PHONENUMBER=0711000001&Text=1&servicecode=*384*96%23",
	"whole a1 0711000001 dial=*384*96# in=1 key=t1"},
    {"at: a long number", "africastalking", "",
	"sessionId=a1&phoneNumber=0711000001071100000107110000010711000001",
	"-1"},
    {"at: not UTF-8", "africastalking", "", AT "&text=%ff", "-1"},
    {"at: a control character", "africastalking", "", AT "&text=1%0a", "-1"},
    {"at: NUL", "africastalking", "", AT "&text=%00", "-1"},
    {"at: half an escape", "africastalking", "", AT "&text=%0", "-1"},
    {"at: not UTF-8 where nobody looks", "africastalking", "",
	AT "&text=1&junk=%ff",
	"whole ATUid_7 +254711000001 dial=*384*96# in=1 key=t1 net=63902"},
    {"at: elsewhere", "africastalking", "/else", AT "&text=", "-3"},

    /* -- JSON with a word -- */
    {"hubtel: dialled", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"
	"\"711*2\",\"Type\":\"Initiation\",\"Message\":\"*711*2#\","
	"\"Operator\":\"vodafone\",\"Sequence\":1,\"ClientState\":\"\","
	"\"Platform\":\"USSD\"}",
	"start h1 233200000001 dial=*711*2# in= key=1 net=vodafone"},
    {"hubtel: dialled with more", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"
	"\"711*2\",\"Type\":\"initiation\",\"Message\":\"*711*2*1*5#\"}",
	"start h1 233200000001 dial=*711*2*1*5# in="},
    {"hubtel: dialled, the text says nothing", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"
	"\"711*2\",\"Type\":\"INITIATION\",\"Message\":\"\"}",
	"start h1 233200000001 dial=711*2 in="},
    {"hubtel: answered", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"
	"\"711*2\",\"Type\":\"response\",\"Message\":\"1\",\"Sequence\":\"2\"}",
	"input h1 233200000001 dial=711*2 in=1 key=2"},
    {"hubtel: gone", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"
	"\"711*2\",\"Type\":\"Release\",\"Message\":\"\"}",
	"hangup h1 233200000001 dial= in= why=Release"},
    {"hubtel: gone, without a number", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Type\":\"timeout\"}",
	"hangup h1  dial= in= why=Timeout"},
    {"hubtel: another word", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"Type\":\"x\"}",
	"-1"},
    {"hubtel: no word", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\"}", "-1"},
    {"hubtel: another code", "hubtel", "",
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"
	"\"711*3\",\"Type\":\"Initiation\",\"Message\":\"*711*3#\"}",
	"start h1 233200000001 dial=*711*3# in= unserved"},
    {"hubtel: an id that is an object", "hubtel", "",
	"{\"SessionId\":{},\"Mobile\":\"233200000001\",\"Type\":\"release\"}",
	"-1"},
    {"hubtel: NUL", "hubtel", "",
	"{\"SessionId\":\"h1\\u0000\",\"Mobile\":\"2\",\"Type\":\"release\"}",
	"-1"},
    {"hubtel: no JSON", "hubtel", "", "{\"SessionId\":", "-1"},
    {"hubtel: a list", "hubtel", "", "[]", "-1"},
    {"emergent: dialled", "emergent", "",
	"{\"SessionId\":\"e1\",\"Mobile\":\"233200000001\",\"USERID\":"
	"\"711*2\",\"Type\":\"Initiation\",\"Message\":\"\"}",
	"start e1 233200000001 dial=711*2 in="},
    {"arkesel: dialled", "arkesel", "",
	"{\"sessionID\":\"k1\",\"userID\":\"U9\",\"newSession\":true,"
	"\"msisdn\":\"233200000001\",\"userData\":\"*711*2#\",\"network\":"
	"\"MTN\"}",
	"start k1 233200000001 dial=*711*2# in= net=MTN"},
    {"arkesel: dialled, in letters", "arkesel", "",
	"{\"sessionID\":\"k1\",\"newSession\":\"true\",\"msisdn\":"
	"\"233200000001\",\"userData\":\"*711*2#\"}",
	"start k1 233200000001 dial=*711*2# in="},
    {"arkesel: dialled, as a number", "arkesel", "",
	"{\"sessionID\":\"k1\",\"newSession\":1,\"msisdn\":"
	"\"233200000001\",\"userData\":\"\"}",
	"start k1 233200000001 dial= in="},
    {"arkesel: answered", "arkesel", "",
	"{\"sessionID\":\"k1\",\"newSession\":false,\"msisdn\":"
	"\"233200000001\",\"userData\":\"*\"}",
	"input k1 233200000001 dial= in=*"},
    {"arkesel: another code", "arkesel", "",
	"{\"sessionID\":\"k1\",\"newSession\":true,\"msisdn\":"
	"\"233200000001\",\"userData\":\"*999#\"}",
	"start k1 233200000001 dial=*999# in= unserved"},
    {"arkesel: a flag that is none", "arkesel", "",
	"{\"sessionID\":\"k1\",\"newSession\":\"yes\",\"msisdn\":"
	"\"233200000001\",\"userData\":\"\"}",
	"-1"},
    {"nalo: dialled", "nalo", "",
	"{\"USERID\":\"NALO\",\"MSISDN\":\"233200000001\",\"USERDATA\":"
	"\"*711*2#\",\"MSGTYPE\":true,\"NETWORK\":\"MTN\"}",
	"start  233200000001 dial=*711*2# in= net=MTN"},
    {"nalo: answered, with an id", "nalo", "",
	"{\"USERID\":\"NALO\",\"MSISDN\":\"233200000001\",\"USERDATA\":"
	"\"3\",\"MSGTYPE\":false,\"SESSIONID\":\"16590\"}",
	"input 16590 233200000001 dial= in=3"},
    {"beem: dialled", "beem", "",
	"{\"command\":\"initiate\",\"msisdn\":\"255700000001\","
	"\"session_id\":\"b1\",\"operator\":\"vodacom\",\"payload\":"
	"{\"request_id\":0,\"response\":0}}",
	"start b1 255700000001 dial= in= key=0 net=vodacom"},
    {"beem: answered", "beem", "",
	"{\"command\":\"continue\",\"msisdn\":\"255700000001\","
	"\"session_id\":\"b1\",\"payload\":{\"request_id\":\"r2\","
	"\"response\":\"1\"}}",
	"input b1 255700000001 dial= in=1 key=r2"},
    {"beem: gone", "beem", "",
	"{\"command\":\"terminate\",\"msisdn\":\"255700000001\","
	"\"session_id\":\"b1\"}",
	"hangup b1 255700000001 dial= in= why=terminate"},
    {"infobip: dialled", "infobip", "/session/77/start",
	"{\"msisdn\":\"27700000001\",\"text\":\"*384*96#\",\"shortCode\":"
	"\"*384*96#\"}",
	"start 77 27700000001 dial=*384*96# in="},
    {"infobip: answered", "infobip", "/session/77/response",
	"{\"msisdn\":\"27700000001\",\"text\":\"2\",\"shortCode\":\"384*96\"}",
	"input 77 27700000001 dial=384*96 in=2"},
    {"infobip: gone", "infobip", "/session/77/end",
	"{\"reason\":\"dropped\",\"exitCode\":\"1\"}",
	"hangup 77  dial= in= why=end"},
    {"infobip: no session", "infobip", "/session//start", "{}", "-1"},
    {"infobip: elsewhere", "infobip", "/session/77", "{}", "-3"},
    {"infobip: deeper", "infobip", "/session/77/start/x", "{}", "-3"},
    {"infobip: another step", "infobip", "/session/77/stop", "{}", "-3"},
    {"mtn: dialled", "mtn", "",
	"{\"sessionId\":\"m1\",\"messageType\":\"0\",\"msisdn\":"
	"\"256700000001\",\"serviceCode\":\"*415#\",\"ussdString\":"
	"\"*415*1#\",\"language\":\"sw\",\"cellId\":\"1\",\"imsi\":\"6\"}",
	"start m1 256700000001 dial=*415*1# in= lang=sw"},
    {"mtn: answered", "mtn", "",
	"{\"sessionId\":\"m1\",\"messageType\":1,\"msisdn\":"
	"\"256700000001\",\"serviceCode\":\"*415#\",\"ussdString\":\"1\"}",
	"input m1 256700000001 dial=*415# in=1"},
    {"mtn: gone", "mtn", "",
	"{\"sessionId\":\"m1\",\"messageType\":5,\"msisdn\":"
	"\"256700000001\"}",
	"hangup m1 256700000001 dial= in= why=5"},
    {"mtn: a notice", "mtn", "",
	"{\"sessionId\":\"m1\",\"messageType\":3,\"msisdn\":"
	"\"256700000001\"}",
	"-1"},
    {"dmark: dialled", "dmark", "",
	"transactionId=d1&msisdn=256700000001&ussdServiceCode=*415%23&"
	"ussdRequestString=*415*1%23&transactionTime=x&response=false",
	"either d1 256700000001 dial=*415*1# in=*415*1#"},
    {"dmark: answered", "dmark", "",
	"transactionId=d1&msisdn=256700000001&ussdServiceCode=415&"
	"ussdRequestString=1",
	"either d1 256700000001 dial=415 in=1"},
    {"hollatags: dialled", "hollatags", "",
	"session_id=5&session_msisdn=2347000000000&session_operation=begin&"
	"session_msg=hi&session_from=*415%23&session_type=1&session_mno=MTN",
	"start 5 2347000000000 dial=*415# in= net=MTN"},
    {"hollatags: gone", "hollatags", "",
	"session_id=5&session_msisdn=2347000000000&session_operation=end",
	"hangup 5 2347000000000 dial= in= why=end"},
    {"advanta: dialled", "advanta", "",
	"SESSIONID=v1&USSDCODE=*415%23&MSISDN=254711000001&INPUT=*415%23",
	"whole v1 254711000001 dial=*415# in= key=t"},
    {"advanta: answered", "advanta", "",
	"SESSIONID=v1&USSDCODE=*415%23&MSISDN=254711000001&INPUT=*415*33*1%23",
	"whole v1 254711000001 dial=*415# in=33*1 key=t33*1"},
};

static void
what_is_asked(void **state)
{
	int wrong = 0;
	(void)state;
	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		struct reading r;
		char line[512];
		struct buf out = buf_over(line, sizeof(line));
		begin(&r, asks[i].dialect, asks[i].tail, asks[i].body);
		tell(&out, &r);
		end(&r);
		if (strcmp(line, asks[i].says) == 0)
			continue;
		wrong++;
		fprintf(stderr, "%s:\n  %s\n  not %s\n", asks[i].name, line,
		    asks[i].says);
	}
	assert_int_equal(wrong, 0);
}

/* -- answers --------------------------------------------------------------- */

#define HUBTEL_ASK                                                             \
	"{\"SessionId\":\"h1\",\"Mobile\":\"233200000001\",\"ServiceCode\":"   \
	"\"711*2\",\"Type\":\"Response\",\"Message\":\"1\"}"
#define ARKESEL_ASK                                                            \
	"{\"sessionID\":\"k1\",\"userID\":\"U9\",\"newSession\":true,"         \
	"\"msisdn\":\"233200000001\",\"userData\":\"\"}"
#define NALO_ASK                                                               \
	"{\"USERID\":\"NA<b>\",\"MSISDN\":\"233200000001\",\"USERDATA\":"      \
	"\"1\",\"MSGTYPE\":false"
#define BEEM_ASK                                                               \
	"{\"command\":\"continue\",\"msisdn\":\"255700000001\","               \
	"\"session_id\":\"b1\",\"operator\":\"vodacom\",\"payload\":"          \
	"{\"request_id\":\"r2\",\"response\":\"1\"}}"
#define MTN_ASK                                                                \
	"{\"sessionId\":\"m1\",\"messageType\":\"1\",\"msisdn\":"              \
	"\"256700000001\",\"serviceCode\":\"*415#\",\"ussdString\":\"1\"}"

static const struct {
	const char *dialect, *tail, *ask, *text;
	bool go_on;
	const char *body;
} answers[] = {
    {"africastalking", "", AT "&text=", "Market\n1 Buy\n2 Sell", true,
	"CON Market\n1 Buy\n2 Sell"},
    {"africastalking", "", AT "&text=1", "Order #K7F sent.", false,
	"END Order #K7F sent."},
    {"africastalking", "/event", AT "&status=Success", "", false, ""},
    {"advanta", "",
	"SESSIONID=v1&USSDCODE=*415%23&MSISDN=254711000001&INPUT=*415%23",
	"Market", true, "CON Market"},
    {"hubtel", "", HUBTEL_ASK, "Say \"yes\"\n1 Yes", true,
	"{\"SessionId\":\"h1\",\"Type\":\"Response\",\"Message\":"
	"\"Say \\\"yes\\\"\\n1 Yes\",\"ClientState\":\"\",\"Label\":"
	"\"Say \\\"yes\\\"\",\"DataType\":\"input\",\"FieldType\":\"text\"}"},
    {"hubtel", "", HUBTEL_ASK, "Bye \303\251.", false,
	"{\"SessionId\":\"h1\",\"Type\":\"Release\",\"Message\":"
	"\"Bye \303\251.\",\"ClientState\":\"\",\"Label\":\"Bye \303\251.\","
	"\"DataType\":\"display\",\"FieldType\":\"text\"}"},
    {"emergent", "", HUBTEL_ASK, "Bye", false,
	"{\"SessionId\":\"h1\",\"Type\":\"Release\",\"Message\":\"Bye\","
	"\"ClientState\":\"\",\"Label\":\"Bye\",\"DataType\":\"display\","
	"\"FieldType\":\"text\",\"MaskNextRoute\":false}"},
    {"arkesel", "", ARKESEL_ASK, "Market", true,
	"{\"sessionID\":\"k1\",\"userID\":\"U9\",\"msisdn\":\"233200000001\","
	"\"message\":\"Market\",\"continueSession\":true}"},
    {"arkesel", "", ARKESEL_ASK, "Bye", false,
	"{\"sessionID\":\"k1\",\"userID\":\"U9\",\"msisdn\":\"233200000001\","
	"\"message\":\"Bye\",\"continueSession\":false}"},
    /* What is not plain is not repeated. */
    {"nalo", "", NALO_ASK "}", "Market", true,
	"{\"USERID\":\"\",\"MSISDN\":\"233200000001\",\"MSG\":\"Market\","
	"\"MSGTYPE\":true}"},
    {"nalo", "", NALO_ASK ",\"SESSIONID\":\"16590\"}", "Bye", false,
	"{\"USERID\":\"\",\"MSISDN\":\"233200000001\",\"MSG\":\"Bye\","
	"\"MSGTYPE\":false,\"SESSIONID\":\"16590\"}"},
    {"beem", "", BEEM_ASK, "Market", true,
	"{\"msisdn\":\"255700000001\",\"operator\":\"vodacom\","
	"\"session_id\":\"b1\",\"command\":\"continue\",\"payload\":"
	"{\"request_id\":\"r2\",\"request\":\"Market\"}}"},
    {"beem", "", BEEM_ASK, "Bye", false,
	"{\"msisdn\":\"255700000001\",\"operator\":\"vodacom\","
	"\"session_id\":\"b1\",\"command\":\"terminate\",\"payload\":"
	"{\"request_id\":\"r2\",\"request\":\"Bye\"}}"},
    {"infobip", "/session/77/response", "{\"msisdn\":\"27700000001\"}",
	"Market", true,
	"{\"shouldClose\":false,\"ussdMenu\":\"Market\","
	"\"responseExitCode\":200,\"responseMessage\":\"\"}"},
    {"infobip", "/session/77/end", "{}", "", false,
	"{\"responseExitCode\":200,\"responseMessage\":\"\"}"},
    {"mtn", "", MTN_ASK, "Market", true,
	"{\"statusCode\":\"0000\",\"statusMessage\":\"Success\","
	"\"transactionId\":\"m1\",\"data\":{\"inboundResponse\":\"Market\","
	"\"userInputRequired\":true,\"messageType\":\"1\",\"serviceCode\":"
	"\"*415#\",\"msisdn\":\"256700000001\"},\"_link\":{\"self\":"
	"{\"href\":\"\"}}}"},
    {"mtn", "", MTN_ASK, "Bye", false,
	"{\"statusCode\":\"0000\",\"statusMessage\":\"Success\","
	"\"transactionId\":\"m1\",\"data\":{\"inboundResponse\":\"Bye\","
	"\"userInputRequired\":false,\"messageType\":\"2\",\"serviceCode\":"
	"\"*415#\",\"msisdn\":\"256700000001\"},\"_link\":{\"self\":"
	"{\"href\":\"\"}}}"},
    {"dmark", "", "transactionId=d1&msisdn=256700000001", "Market", true,
	"{\"responseString\":\"Market\",\"action\":\"request\"}"},
    {"dmark", "", "transactionId=d1&msisdn=256700000001", "Bye", false,
	"{\"responseString\":\"Bye\",\"action\":\"end\"}"},
    {"hollatags", "",
	"session_id=5&session_msisdn=2347000000000&session_operation=begin",
	"Market", true,
	"{\"session_id\":\"5\",\"session_msisdn\":\"2347000000000\","
	"\"session_operation\":\"continue\",\"session_type\":1,"
	"\"session_msg\":\"Market\"}"},
    {"hollatags", "",
	"session_id=5&session_msisdn=2347000000000&session_operation=begin",
	"Bye", false,
	"{\"session_id\":\"5\",\"session_msisdn\":\"2347000000000\","
	"\"session_operation\":\"end\",\"session_type\":4,"
	"\"session_msg\":\"Bye\"}"},
};

static void
what_is_answered(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
		struct reading r;
		char body[USSD_DIALECT_ANSWER_OCTETS];
		struct buf out = buf_over(body, sizeof(body));
		struct session_answer a = {.go_on = answers[i].go_on};
		str_copy(a.text, sizeof(a.text), str_from(answers[i].text));
		begin(&r, answers[i].dialect, answers[i].tail, answers[i].ask);
		assert_int_equal(r.rc, 0);
		ussd_dialect_write(&out, r.dialect, &r.turn, &a);
		end(&r);
		assert_string_equal(body, answers[i].body);
	}
}

/* The longest of everything still fits. */
static void
longest_answers(void **state)
{
	static const char *const names[] = {"hubtel", "beem", "mtn"};
	static const char *const bodies[] = {HUBTEL_ASK, BEEM_ASK, MTN_ASK};
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct reading r;
		char body[USSD_DIALECT_ANSWER_OCTETS];
		struct buf out = buf_over(body, sizeof(body));
		struct session_answer a = {.go_on = true};
		memset(a.text, 0x01, sizeof(a.text) - 1);
		begin(&r, names[i], "", bodies[i]);
		memset(r.turn.id, '/', sizeof(r.turn.id) - 1);
		ussd_dialect_write(&out, r.dialect, &r.turn, &a);
		end(&r);
		assert_false(out.full);
	}
}

/* -- limits ---------------------------------------------------------------- */

static int
with_text(const char *dialect, const char *before, size_t octets,
    const char *after, const char **key_out)
{
	static struct reading r;
	static char body[4096];
	struct buf out = buf_over(body, sizeof(body));
	buf_add_text(&out, before);
	for (size_t i = 0; i < octets; i++)
		buf_add_char(&out, '1');
	buf_add_text(&out, after);
	begin(&r, dialect, "", body);
	int rc = r.rc;
	*key_out = rc == 0 && r.turn.ask.key[0] != '\0' ? "key" : "";
	end(&r);
	return rc;
}

/* 512 octets are an answer, up to 1 KiB the engine says that it is none, and
 * beyond it nobody reads on. */
static void
long_texts(void **state)
{
	const char *key;
	(void)state;
	assert_int_equal(
	    with_text("africastalking", AT "&text=", 512, "", &key), 0);
	assert_string_equal(key, "key");
	assert_int_equal(
	    with_text("africastalking", AT "&text=", 1024, "", &key), 0);
	assert_string_equal(key, "");
	assert_int_equal(
	    with_text("africastalking", AT "&text=", 1025, "", &key),
	    HTTP_FIELDS_LARGE);
	assert_int_equal(with_text("hubtel",
			     "{\"SessionId\":\"h1\",\"Type\":\"Release\","
			     "\"x\":[{\"y\":\"",
			     1025, "\"}]}", &key),
	    HTTP_FIELDS_LARGE);
	assert_int_equal(with_text("africastalking",
			     "phoneNumber=1&sessionId=", 128, "", &key),
	    USSD_DIALECT_FIELD);
}

static void
names_of_all(void **state)
{
	char names[256], longest[8];
	struct buf out = buf_over(names, sizeof(names));
	(void)state;
	ussd_dialect_names(&out);
	assert_string_equal(names,
	    "africastalking, hubtel, emergent, arkesel, nalo, beem, infobip, "
	    "mtn, dmark, hollatags, advanta");
	struct buf full = buf_over(longest, sizeof(longest));
	ussd_dialect_names(&full);
	assert_true(full.full);
	assert_null(ussd_dialect_find("africastalking2"));
}

/* The phone is the session: an id would only be another name for it. */
static void
by_phone(void **state)
{
	struct session_channel by = channel;
	struct reading r;
	(void)state;
	by.by_phone = true;
	begin(&r, "nalo", "", NALO_ASK ",\"SESSIONID\":\"16590\"}");
	assert_int_equal(
	    ussd_dialect_read(&r.turn, r.dialect, &by, &r.call, &r.err), 0);
	assert_string_equal(r.turn.ask.id, "");
	assert_string_equal(r.turn.id, "16590");
	end(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_asked),
	    cmocka_unit_test(what_is_answered),
	    cmocka_unit_test(longest_answers),
	    cmocka_unit_test(long_texts),
	    cmocka_unit_test(names_of_all),
	    cmocka_unit_test(by_phone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
