#include "programs/furrow/cmd_pdu.h"

#include "base/json.h"

#include "sms/pdu.h"

bool
cmd_pdu_direction(enum pdu_direction *out, struct str name)
{
	static const struct {
		const char *name;
		enum pdu_direction direction;
	} rows[] = {
	    {"deliver", PDU_DIRECTION_DELIVER},
	    {"submit", PDU_DIRECTION_SUBMIT},
	    {"status-report", PDU_DIRECTION_STATUS_REPORT},
	    {"deliver-report", PDU_DIRECTION_DELIVER_REPORT},
	    {"submit-report", PDU_DIRECTION_SUBMIT_REPORT},
	    {"command", PDU_DIRECTION_COMMAND},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (str_is(name, rows[i].name)) {
			*out = rows[i].direction;
			return true;
		}
	return false;
}

static int
read_framing(long *framing_out, const json_t *object, struct err *err)
{
	const json_t *included = json_object_get(object, "smsc_included");
	const json_t *length = json_object_get(object, "length");
	*framing_out = PDU_WITH_SMSC;
	if (cmd_pdu_is_given(object, "smsc_included") &&
	    !json_is_boolean(included))
		return cmd_pdu_refuse(
		    err, "smsc_included is neither true nor false");
	if (cmd_pdu_is_given(object, "length")) {
		json_int_t octets = json_integer_value(length);
		if (!json_is_integer(length) || octets < 0 ||
		    octets > (json_int_t)PDU_OCTETS_MAX)
			return cmd_pdu_refuse(
			    err, "length is no length of a PDU");
		*framing_out = (long)octets;
	}
	if (json_is_false(included))
		*framing_out = PDU_WITHOUT_SMSC;
	return 0;
}

int
cmd_pdu_request_read(
    struct cmd_pdu_request *out, const json_t *object, struct err *err)
{
	const char *hex = json_text(object, "pdu", NULL);
	const char *name = json_text(object, "direction", NULL);
	int rc = read_framing(&out->framing, object, err);
	if (rc != 0)
		return rc;
	if (hex == NULL)
		return cmd_pdu_refuse(err, "pdu is missing or no string");
	if (cmd_pdu_is_given(object, "direction") &&
	    (name == NULL ||
		!cmd_pdu_direction(&out->direction, str_from(name))))
		return cmd_pdu_refuse(
		    err, "direction is none of deliver, submit, status-report");
	out->hex = str_trim(str_from(hex));
	return 0;
}

/* ---- the quick way: one flat object, ASCII, no escapes, known keys ---- */

static void
skip_blanks(struct str *rest)
{
	while (rest->octets > 0 && (*rest->at == ' ' || *rest->at == '\t'))
		*rest = str_of(rest->at + 1, rest->octets - 1);
}

static bool
take_mark(struct str *rest, char mark)
{
	skip_blanks(rest);
	if (rest->octets == 0 || *rest->at != mark)
		return false;
	*rest = str_of(rest->at + 1, rest->octets - 1);
	return true;
}

/* A string without its quotes, which stand on both sides of it. */
static bool
take_string(struct str *out, struct str *rest)
{
	if (!take_mark(rest, '"'))
		return false;
	for (size_t i = 0; i < rest->octets; i++) {
		unsigned char c = (unsigned char)rest->at[i];
		if (c == '"') {
			*out = str_of(rest->at, i);
			*rest = str_of(rest->at + i + 1, rest->octets - i - 1);
			return true;
		}
		if (c < 0x20 || c >= 0x7F || c == '\\')
			return false;
	}
	return false;
}

/* An id is echoed as it stands: a string, or digits that are JSON. */
static bool
take_id(struct str *out, struct str *rest)
{
	size_t digits = 0;
	skip_blanks(rest);
	while (digits < rest->octets && rest->at[digits] >= '0' &&
	       rest->at[digits] <= '9')
		digits++;
	if (digits > 0) {
		*out = str_of(rest->at, digits);
		*rest = str_of(rest->at + digits, rest->octets - digits);
		return digits <= 15 && (digits == 1 || out->at[0] != '0');
	}
	if (!take_string(out, rest))
		return false;
	*out = str_of(out->at - 1, out->octets + 2);
	return true;
}

static bool
take_truth(bool *out, struct str *rest)
{
	skip_blanks(rest);
	*out = str_starts(*rest, "true");
	if (!*out && !str_starts(*rest, "false"))
		return false;
	size_t octets = *out ? 4 : 5;
	*rest = str_of(rest->at + octets, rest->octets - octets);
	return true;
}

static bool
take_member(struct cmd_pdu_request *out, struct str *rest, unsigned *seen)
{
	struct str key, text;
	bool with_smsc;
	unsigned member;
	if (!take_string(&key, rest) || !take_mark(rest, ':'))
		return false;
	if (str_is(key, "id") && take_id(&out->id, rest)) {
		member = 1;
	} else if (str_is(key, "pdu") && take_string(&text, rest)) {
		out->hex = str_trim(text);
		member = 2;
	} else if (str_is(key, "direction") && take_string(&text, rest) &&
		   cmd_pdu_direction(&out->direction, text)) {
		member = 4;
	} else if (str_is(key, "smsc_included") &&
		   take_truth(&with_smsc, rest)) {
		out->framing = with_smsc ? PDU_WITH_SMSC : PDU_WITHOUT_SMSC;
		member = 8;
	} else {
		return false;
	}
	bool again = (*seen & member) != 0;
	*seen |= member;
	return !again;
}

bool
cmd_pdu_request_plain(struct cmd_pdu_request *out, struct str line)
{
	unsigned seen = 0;
	if (!take_mark(&line, '{'))
		return false;
	do {
		if (!take_member(out, &line, &seen))
			return false;
	} while (take_mark(&line, ','));
	if (!take_mark(&line, '}'))
		return false;
	skip_blanks(&line);
	return line.octets == 0 && (seen & 2) != 0;
}
