#include "gateway/link/ussd_dialect.h"

#include <string.h>

#include "gateway/link/ussd_dialect_private.h"

/* -- reading --------------------------------------------------------------- */

int
ussd_reading_bad(struct err *err, const char *name, const char *why)
{
	return err_set(err, USSD_DIALECT_FIELD, 0, "%s: %s", name, why);
}

int
ussd_reading_take(
    const char **value_out, struct ussd_reading *r, const char *name)
{
	struct err why;
	*value_out = NULL;
	if (name == NULL)
		return 0;
	int rc = http_fields_take(value_out, r->call->fields, name, &why);
	if (rc == HTTP_FIELDS_LARGE)
		return err_set(
		    r->err, USSD_DIALECT_LARGE, 0, "%s: %s", name, why.text);
	return rc == 0 ? 0 : ussd_reading_bad(r->err, name, why.text);
}

/* What an answer may repeat as it is. */
static bool
is_plain(const char *text)
{
	for (; *text != '\0'; text++)
		if (*text < 0x21 || *text > 0x7e ||
		    strchr("\"<>\\", *text) != NULL)
			return false;
	return true;
}

int
ussd_reading_take_id(struct ussd_reading *r, const char *id, const char *name)
{
	struct ussd_turn *t = r->turn;
	if (id == NULL || id[0] == '\0')
		return r->dialect->by_phone
			   ? 0
			   : ussd_reading_bad(r->err, name, "missing");
	if (strlen(id) >= sizeof(t->id) || !is_plain(id))
		return ussd_reading_bad(
		    r->err, name, "too long, or not of plain letters");
	str_copy(t->id, sizeof(t->id), str_from(id));
	/* The contract of by_phone: the phone is the session. */
	t->ask.id = r->channel->by_phone ? "" : t->id;
	return 0;
}

/* A plus that was not escaped is a blank once a form is decoded. */
static int
take_msisdn(struct ussd_reading *r)
{
	struct ussd_turn *t = r->turn;
	const char *name = r->dialect->msisdn, *said;
	int rc = ussd_reading_take(&said, r, name);
	if (rc != 0)
		return rc;
	struct str digits = str_trim(str_from(said));
	/* Of a hang-up the id says enough. */
	if (digits.octets == 0 && t->ask.event == SESSION_HANGUP)
		return 0;
	if (digits.octets == 0)
		return ussd_reading_bad(r->err, name, "missing");
	bool plus = said[0] == ' ' && digits.at[0] >= '1' &&
		    digits.at[0] <= '9' && r->dialect->media != USSD_JSON;
	/* A dash may stand between digits. */
	if (digits.octets + 2 > sizeof(t->msisdn) || digits.at[0] == '-' ||
	    str_starts(digits, "+-"))
		return ussd_reading_bad(r->err, name, "no phone number");
	t->msisdn[0] = '+';
	str_copy(t->msisdn + plus, sizeof(t->msisdn) - plus, digits);
	for (const char *c = t->msisdn; *c != '\0'; c++)
		if ((*c < '0' || *c > '9') && strchr("+ -.()", *c) == NULL)
			return ussd_reading_bad(
			    r->err, name, "no phone number");
	t->ask.msisdn = t->msisdn;
	return 0;
}

/* Would a person dial that? */
static bool
is_dialled(const char *text)
{
	bool marked = false;
	for (; *text != '\0'; text++) {
		if (*text == '*' || *text == '#')
			marked = true;
		else if ((*text < '0' || *text > '9') && *text != ' ')
			return false;
	}
	return marked;
}

/* The first of them that is served is what was dialled, else the first that is
 * a code at all: whoever keeps dialogues says in people's language that it is
 * not in use. */
static void
set_dialled(struct ussd_reading *r, const char *code)
{
	struct ussd_turn *t = r->turn;
	bool starts = t->ask.event != SESSION_INPUT;
	const char *text = r->dialect->text_dials && starts ? r->text : "";
	const char *dialled[2] = {is_dialled(text) ? text : "", code};
	struct str rest;
	if (session_code_match(r->channel, str_from(text), &rest) != NULL)
		dialled[0] = text;
	/* Some say 0 or a greeting there: it is no answer to anything. */
	if (t->ask.event == SESSION_START)
		t->ask.input = STR("");
	t->unserved = true;
	for (size_t i = 0; i < 2 && t->unserved; i++) {
		if (t->ask.dialled[0] == '\0')
			t->ask.dialled = dialled[i];
		if (session_code_match(
			r->channel, str_from(dialled[i]), &rest) == NULL)
			continue;
		t->ask.dialled = dialled[i];
		t->unserved = false;
	}
	t->unserved = t->unserved && t->ask.dialled[0] != '\0';
}

static int
take_code(struct ussd_reading *r)
{
	struct ussd_turn *t = r->turn;
	const char *code;
	int rc = ussd_reading_take(&code, r, r->dialect->code);
	if (rc != 0 || t->ask.event == SESSION_HANGUP)
		return rc;
	set_dialled(r, code != NULL ? code : "");
	/* Answers repeat it: only what was found good. */
	if (code != NULL && !t->unserved && strlen(code) < sizeof(t->code) &&
	    is_plain(code))
		str_copy(t->code, sizeof(t->code), str_from(code));
	return 0;
}

static int
take_rest(struct ussd_reading *r)
{
	const struct ussd_dialect *d = r->dialect;
	struct ussd_turn *t = r->turn;
	const struct {
		const char *name, **to;
	} fields[] = {
	    {d->network, &t->ask.network},
	    {d->lang, &t->ask.lang},
	    {d->key, &t->ask.key},
	};
	const char *value;
	int rc = 0;
	for (size_t i = 0; rc == 0 && i < 3; i++) {
		rc = ussd_reading_take(&value, r, fields[i].name);
		if (value != NULL)
			*fields[i].to = value;
	}
	if (strlen(t->ask.key) >= SESSION_KEY_OCTETS)
		t->ask.key = "";
	for (size_t i = 0; rc == 0 && i < USSD_ECHOES; i++) {
		rc = ussd_reading_take(&value, r, d->echo[i]);
		if (value != NULL && is_plain(value) &&
		    strlen(value) < USSD_ECHO_OCTETS)
			str_copy(t->echo[i], USSD_ECHO_OCTETS, str_from(value));
	}
	return rc;
}

static int
take_text(struct ussd_reading *r)
{
	int rc = ussd_reading_take(&r->text, r, r->dialect->text);
	if (r->text == NULL)
		r->text = "";
	r->turn->ask.input = str_from(r->text);
	return rc;
}

int
ussd_dialect_read(struct ussd_turn *out, const struct ussd_dialect *dialect,
    const struct session_channel *channel, const struct ussd_call *call,
    struct err *err)
{
	struct ussd_reading r = {.dialect = dialect,
	    .channel = channel,
	    .call = call,
	    .turn = out,
	    .err = err};
	const char *id;
	*out = (struct ussd_turn){
	    .ask = {.id = "",
		.msisdn = "",
		.dialled = "",
		.key = "",
		.network = "",
		.lang = "",
		.why = ""},
	};
	int rc = take_text(&r);
	if (rc == 0)
		rc = dialect->event(&r);
	if (rc == 0 && dialect->id != NULL) {
		rc = ussd_reading_take(&id, &r, dialect->id);
		if (rc == 0)
			rc = ussd_reading_take_id(&r, id, dialect->id);
	}
	if (rc == 0)
		rc = take_rest(&r);
	if (rc == 0)
		rc = take_msisdn(&r);
	return rc == 0 ? take_code(&r) : rc;
}

void
ussd_dialect_write(struct buf *out, const struct ussd_dialect *dialect,
    const struct ussd_turn *turn, const struct session_answer *answer)
{
	dialect->write(out, turn, answer);
}
