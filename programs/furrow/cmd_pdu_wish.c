#include "programs/furrow/cmd_pdu_wish.h"

#include <inttypes.h>
#include <string.h>

#include "programs/furrow/cmd_pdu.h"

/* A whole number within its limits, or `otherwise` when not given. */
static int
read_number(int64_t *out, const json_t *object, const char *key, int64_t least,
    int64_t most, int64_t otherwise, struct err *err)
{
	const json_t *value = json_object_get(object, key);
	*out = otherwise;
	if (!cmd_pdu_is_given(object, key))
		return 0;
	if (!json_is_integer(value) || json_integer_value(value) < least ||
	    json_integer_value(value) > most)
		return err_set(err, PDU_VALUE, 0,
		    "%s is no whole number of %" PRId64 " to %" PRId64, key,
		    least, most);
	*out = json_integer_value(value);
	return 0;
}

/* Absent is false. */
static int
read_truth(bool *out, const json_t *object, const char *key, struct err *err)
{
	const json_t *value = json_object_get(object, key);
	if (cmd_pdu_is_given(object, key) && !json_is_boolean(value))
		return err_set(
		    err, PDU_VALUE, 0, "%s is neither true nor false", key);
	*out = json_is_true(value);
	return 0;
}

static struct str
text_of(const json_t *value)
{
	return str_of(json_string_value(value), json_string_length(value));
}

/* ---- what is sent ---- */

static int
read_data(struct cmd_pdu_wish *out, const json_t *data, struct err *err)
{
	struct str hex = text_of(data);
	size_t bad = 0;
	int octets = -1;
	if (json_is_string(data))
		octets = span_from_hex(
		    out->data, sizeof(out->data), hex.at, hex.octets, &bad);
	if (octets < 0)
		return err_set(err, PDU_VALUE, bad / 2,
		    "data is no hex of at most %u octets", CMD_PDU_DATA_OCTETS);
	out->binary = true;
	out->data_octets = (size_t)octets;
	return 0;
}

static int
read_content(struct cmd_pdu_wish *out, const json_t *object, struct err *err)
{
	const json_t *to = json_object_get(object, "to");
	const json_t *text = json_object_get(object, "text");
	const json_t *smsc = json_object_get(object, "smsc");
	if (!json_is_string(to))
		return cmd_pdu_refuse(err, "to is missing or no string");
	if (cmd_pdu_is_given(object, "smsc") && !json_is_string(smsc))
		return cmd_pdu_refuse(err, "smsc is no string");
	out->spec.to = text_of(to);
	out->spec.smsc = str_from(json_string_value(smsc));
	if (!cmd_pdu_is_given(object, "text") &&
	    cmd_pdu_is_given(object, "data"))
		return read_data(out, json_object_get(object, "data"), err);
	if (!json_is_string(text))
		return cmd_pdu_refuse(err, "text is missing or no string");
	out->text = text_of(text);
	return 0;
}

/* ---- how it is written ---- */

static int
read_languages(uint16_t *out, const json_t *object, struct err *err)
{
	const json_t *list = json_object_get(object, "languages");
	if (cmd_pdu_is_given(object, "languages") && !json_is_array(list))
		return cmd_pdu_refuse(err, "languages is no list");
	for (size_t i = 0; i < json_array_size(list); i++) {
		uint8_t id =
		    gsm7_lang_from_code(text_of(json_array_get(list, i)));
		if (id == GSM7_LANG_DEFAULT)
			return cmd_pdu_refuse(
			    err, "languages has one without tables");
		*out |= SEGMENT_LANGUAGE(id);
	}
	return 0;
}

static int
read_rules(struct cmd_pdu_wish *out, const json_t *object, struct err *err)
{
	const json_t *level = json_object_get(object, "transliterate");
	out->rules.parts_max = SEGMENT_PARTS_MAX;
	if (json_is_true(level))
		out->rules.transliterate = PLAIN_PUNCTUATION;
	else if (cmd_pdu_is_given(object, "transliterate") &&
		 !json_is_false(level) &&
		 !plain_level_from_name(
		     &out->rules.transliterate, text_of(level)))
		return cmd_pdu_refuse(
		    err, "transliterate is none of none, punctuation, full");
	return read_languages(&out->rules.languages, object, err);
}

static int
read_ports(struct cmd_pdu_wish *out, const json_t *object, struct err *err)
{
	const json_t *ports = json_object_get(object, "ports");
	int64_t bits, dst, src;
	if (!cmd_pdu_is_given(object, "ports"))
		return 0;
	if (!json_is_object(ports))
		return cmd_pdu_refuse(err, "ports is no object");
	int rc = read_number(&bits, ports, "bits", 8, 16, 16, err);
	if (rc == 0 && bits != 8 && bits != 16)
		rc = cmd_pdu_refuse(err, "bits is neither 8 nor 16");
	int64_t most = bits == 8 ? UINT8_MAX : UINT16_MAX;
	if (rc == 0)
		rc = read_number(&dst, ports, "dst", 0, most, 0, err);
	if (rc == 0)
		rc = read_number(&src, ports, "src", 0, most, 0, err);
	if (rc != 0)
		return rc;
	out->spec.content.header.ports =
	    (struct udh_ports){true, bits == 16, (uint16_t)dst, (uint16_t)src};
	out->rules.header_octets = bits == 16 ? 6 : 4;
	return 0;
}

/* ---- how it is sent ---- */

static int
read_period(struct pdu_validity *out, const json_t *object, struct err *err)
{
	const char *form = json_string_value(json_object_get(object, "form"));
	const json_t *until = json_object_get(object, "until");
	bool absolute = form != NULL && strcmp(form, "absolute") == 0;
	if (absolute && pdu_time_from_text(&out->until, text_of(until))) {
		out->form = PDU_VALIDITY_ABSOLUTE;
		return 0;
	}
	if (absolute)
		return cmd_pdu_refuse(
		    err, "until is no time like 2026-11-25T13:38:00+02:00");
	if (form == NULL ||
	    (strcmp(form, "relative") != 0 && strcmp(form, "enhanced") != 0))
		return cmd_pdu_refuse(
		    err, "form is none of relative, enhanced, absolute");
	out->form =
	    form[0] == 'r' ? PDU_VALIDITY_RELATIVE : PDU_VALIDITY_ENHANCED;
	int rc = read_truth(&out->single_shot, object, "single_shot", err);
	if (rc != 0)
		return rc;
	return read_number(
	    &out->for_s, object, "seconds", 0, INT32_MAX, 0, err);
}

/* "2h", or an object as decode prints it. */
static int
read_validity(struct pdu_validity *out, const json_t *object, struct err *err)
{
	const json_t *value = json_object_get(object, "validity");
	int64_t ms;
	if (!cmd_pdu_is_given(object, "validity"))
		return 0;
	if (json_is_object(value))
		return read_period(out, value, err);
	if (!json_is_string(value) || !str_to_duration_ms(&ms, text_of(value)))
		return cmd_pdu_refuse(
		    err, "validity is neither a period like 2h nor an object");
	out->form = PDU_VALIDITY_RELATIVE;
	out->for_s = ms / 1000;
	return 0;
}

static int
read_reference(struct cmd_pdu_wish *out, const json_t *object, uint64_t number,
    struct err *err)
{
	int64_t ref, bits;
	int rc = read_number(&bits, object, "concat", 8, 16, 0, err);
	if (rc == 0 && bits != 0 && bits != 8 && bits != 16)
		rc = cmd_pdu_refuse(err, "concat is neither 8 nor 16");
	int64_t most = bits == 8 ? UINT8_MAX : UINT16_MAX;
	int64_t otherwise =
	    (int64_t)(number & (bits == 16 ? UINT16_MAX : UINT8_MAX));
	if (rc == 0)
		rc = read_number(&ref, object, "ref", 0, most, otherwise, err);
	if (rc != 0)
		return rc;
	out->ref = (uint16_t)ref;
	out->rules.wide_reference = bits == 16 || ref > UINT8_MAX;
	return 0;
}

static int
read_numbers(struct cmd_pdu_wish *out, const json_t *object, struct err *err)
{
	int64_t class, mr, pid;
	struct pdu_submit_spec *spec = &out->spec;
	int rc =
	    read_number(&class, object, "class", 0, 3, PDU_CLASS_NONE, err);
	if (rc == 0)
		rc = read_number(&spec->validity_minutes, object,
		    "validity_minutes", 0, INT32_MAX, 0, err);
	if (rc == 0)
		rc = read_number(&mr, object, "mr", 0, UINT8_MAX, 0, err);
	if (rc == 0)
		rc = read_number(&pid, object, "pid", 0, UINT8_MAX, 0, err);
	if (rc != 0)
		return rc;
	spec->content.class = (int)class;
	spec->content.pid = (uint8_t)pid;
	spec->reference = (uint8_t)mr;
	return 0;
}

static int
read_flags(struct pdu_submit_spec *out, const json_t *object, struct err *err)
{
	bool asked = false;
	int rc = read_truth(&asked, object, "request_report", err);
	if (rc == 0)
		rc = read_truth(&out->report, object, "report", err);
	if (rc == 0)
		rc = read_truth(
		    &out->reject_duplicates, object, "reject_duplicates", err);
	if (rc == 0)
		rc = read_truth(&out->reply_path, object, "reply_path", err);
	out->report = out->report || asked;
	return rc;
}

int
cmd_pdu_wish_read(struct cmd_pdu_wish *out, const json_t *object,
    uint64_t number, struct err *err)
{
	memset(out, 0, sizeof(*out));
	int rc = read_content(out, object, err);
	if (rc == 0)
		rc = read_rules(out, object, err);
	if (rc == 0)
		rc = read_ports(out, object, err);
	if (rc == 0)
		rc = read_numbers(out, object, err);
	if (rc == 0)
		rc = read_flags(&out->spec, object, err);
	if (rc == 0)
		rc = read_validity(&out->spec.validity, object, err);
	return rc == 0 ? read_reference(out, object, number, err) : rc;
}
