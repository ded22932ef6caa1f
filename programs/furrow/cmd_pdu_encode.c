#include <inttypes.h>
#include <string.h>

#include "programs/furrow/cmd_pdu.h"

#include "sms/pdu.h"
#include "sms/segment.h"

struct wish {
	struct pdu_submit_spec spec;
	struct segment_rules rules;
	struct str text;
	int64_t ref;
};

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

static int
read_numbers(
    struct wish *out, const json_t *object, int64_t ref, struct err *err)
{
	int64_t class, mr;
	int rc =
	    read_number(&class, object, "class", 0, 3, PDU_CLASS_NONE, err);
	if (rc == 0)
		rc = read_number(&out->spec.validity_minutes, object,
		    "validity_minutes", 0, INT32_MAX, 0, err);
	if (rc == 0)
		rc = read_number(
		    &out->ref, object, "ref", 0, UINT16_MAX, ref, err);
	if (rc == 0)
		rc = read_number(&mr, object, "mr", 0, UINT8_MAX, 0, err);
	if (rc != 0)
		return rc;
	out->spec.content.class = (int)class;
	out->spec.reference = (uint8_t)mr;
	return 0;
}

static int
read_wish(
    struct wish *out, const json_t *object, uint64_t number, struct err *err)
{
	const json_t *to = json_object_get(object, "to");
	const json_t *text = json_object_get(object, "text");
	const json_t *smsc = json_object_get(object, "smsc");
	memset(out, 0, sizeof(*out));
	if (!json_is_string(to))
		return cmd_pdu_refuse(err, "to is missing or no string");
	if (!json_is_string(text))
		return cmd_pdu_refuse(err, "text is missing or no string");
	if (cmd_pdu_is_given(object, "smsc") && !json_is_string(smsc))
		return cmd_pdu_refuse(err, "smsc is no string");
	int rc = read_numbers(out, object, (int64_t)(number & 0xFF), err);
	if (rc != 0)
		return rc;
	out->text = str_of(json_string_value(text), json_string_length(text));
	out->spec.to = str_of(json_string_value(to), json_string_length(to));
	out->spec.smsc = str_from(json_string_value(smsc));
	out->spec.report =
	    json_is_true(json_object_get(object, "request_report"));
	out->rules.transliterate =
	    json_is_true(json_object_get(object, "transliterate"));
	out->rules.parts_max = SEGMENT_PARTS_MAX;
	out->rules.wide_reference = out->ref > UINT8_MAX;
	return 0;
}

static int
put_part(struct buf *out, const struct wish *wish,
    const struct segment_list *list, size_t i, struct err *err)
{
	struct pdu_submit_spec spec = wish->spec;
	uint8_t pdu[PDU_OCTETS_MAX];
	size_t tpdu_octets;
	spec.content.alphabet = list->alphabet;
	spec.content.data = segment_part(list, i);
	if (list->parts > 1)
		spec.content.header.concat = (struct udh_concat){
		    .present = true,
		    .wide = wish->rules.wide_reference,
		    .ref = (uint16_t)wish->ref,
		    .total = (uint8_t)list->parts,
		    .seq = (uint8_t)(i + 1),
		};
	int octets =
	    pdu_encode_submit(pdu, sizeof(pdu), &tpdu_octets, &spec, err);
	if (octets < 0)
		return octets;
	cmd_pdu_put(out, i == 0 ? "{\"pdu\":" : ",{\"pdu\":");
	cmd_pdu_put_hex(out, span_of(pdu, (size_t)octets));
	cmd_pdu_put(out, ",\"length\":");
	cmd_pdu_put_number(out, (int64_t)tpdu_octets);
	buf_add_char(out, '}');
	return 0;
}

static int
put_message(struct buf *out, struct str id, const struct wish *wish,
    const struct segment_list *list, struct err *err)
{
	cmd_pdu_put(out, "{\"id\":");
	buf_add_str(out, id);
	cmd_pdu_put(out, ",\"ok\":true,\"parts\":[");
	for (size_t i = 0; i < list->parts; i++) {
		int rc = put_part(out, wish, list, i, err);
		if (rc != 0)
			return rc;
	}
	cmd_pdu_put(out, "],\"alphabet\":\"");
	cmd_pdu_put(out, pdu_dcs_alphabet_name(list->alphabet));
	cmd_pdu_put(out,
	    list->alphabet == SMS_GSM7 ? "\",\"septets\":" : "\",\"units\":");
	cmd_pdu_put_number(out, (int64_t)list->units);
	cmd_pdu_put(out, ",\"segments\":");
	cmd_pdu_put_number(out, (int64_t)list->parts);
	cmd_pdu_put(out, "}\n");
	return 0;
}

void
cmd_pdu_encode(
    struct buf *out, struct str id, const json_t *object, uint64_t number)
{
	struct segment_list list;
	struct wish wish;
	struct err err;
	size_t before = out->octets;
	int rc = read_wish(&wish, object, number, &err);
	if (rc == 0)
		rc = segment_split(&list, wish.text, &wish.rules, &err);
	if (rc == 0)
		rc = put_message(out, id, &wish, &list, &err);
	if (rc != 0) {
		out->octets = before; /* half a line is no line */
		cmd_pdu_put_error(out, id, &err);
	}
}
