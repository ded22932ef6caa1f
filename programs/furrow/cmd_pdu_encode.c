#include <string.h>

#include "programs/furrow/cmd_pdu.h"
#include "programs/furrow/cmd_pdu_wish.h"

#include "sms/pdu.h"
#include "sms/segment.h"

/* The parts of a wish, wherever they came from. */
struct parts {
	const struct cmd_pdu_wish *wish;
	enum sms_alphabet alphabet;
	size_t count;
	size_t units; /* septets, 16 bit units, octets of data */
	struct segment_list list; /* of a text */
	size_t part_octets; /* of data: all parts but the last */
};

static struct span
part_of(const struct parts *parts, size_t i)
{
	const struct cmd_pdu_wish *wish = parts->wish;
	if (!wish->binary)
		return segment_part(&parts->list, i);
	return span_part(span_of(wish->data, wish->data_octets),
	    i * parts->part_octets, parts->part_octets);
}

/* Octets that header elements leave of a part. */
static size_t
room_behind(size_t elements)
{
	return PDU_USER_DATA_OCTETS - (elements == 0 ? 0 : 1 + elements);
}

static int
cut_data(struct parts *out, struct err *err)
{
	const struct cmd_pdu_wish *wish = out->wish;
	size_t header = wish->rules.header_octets;
	out->alphabet = SMS_8BIT;
	out->units = wish->data_octets;
	out->part_octets = room_behind(header);
	if (wish->data_octets > out->part_octets)
		out->part_octets =
		    room_behind(header + (wish->rules.wide_reference ? 6 : 5));
	out->count =
	    (wish->data_octets + out->part_octets - 1) / out->part_octets;
	if (out->count == 0)
		out->count = 1;
	if (out->count <= SEGMENT_PARTS_MAX)
		return 0;
	return err_set(err, PDU_LONG, SEGMENT_PARTS_MAX * out->part_octets,
	    "data needs more than %u parts", SEGMENT_PARTS_MAX);
}

static int
cut(struct parts *out, struct err *err)
{
	const struct cmd_pdu_wish *wish = out->wish;
	if (wish->binary)
		return cut_data(out, err);
	int rc = segment_split(&out->list, wish->text, &wish->rules, err);
	out->alphabet = out->list.alphabet;
	out->count = out->list.parts;
	out->units = out->list.units;
	return rc;
}

static int
put_part(struct buf *out, const struct parts *parts, size_t i, struct err *err)
{
	const struct cmd_pdu_wish *wish = parts->wish;
	struct pdu_submit_spec spec = wish->spec;
	uint8_t pdu[PDU_OCTETS_MAX];
	size_t tpdu_octets;
	spec.content.alphabet = parts->alphabet;
	spec.content.data = part_of(parts, i);
	if (!wish->binary)
		spec.content.header.language = parts->list.language;
	if (parts->count > 1)
		spec.content.header.concat = (struct udh_concat){
		    .present = true,
		    .wide = wish->rules.wide_reference,
		    .ref = wish->ref,
		    .total = (uint8_t)parts->count,
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

static const char *
unit_name(enum sms_alphabet alphabet)
{
	switch (alphabet) {
	case SMS_GSM7:
		return "septets";
	case SMS_8BIT:
		return "octets";
	case SMS_UCS2:
		return "units";
	}
	return "";
}

static int
put_message(
    struct buf *out, struct str id, const struct parts *parts, struct err *err)
{
	const struct gsm7_language *language = &parts->list.language;
	cmd_pdu_put(out, "{\"id\":");
	buf_add_str(out, id);
	cmd_pdu_put(out, ",\"ok\":true,\"parts\":[");
	for (size_t i = 0; i < parts->count; i++) {
		int rc = put_part(out, parts, i, err);
		if (rc != 0)
			return rc;
	}
	buf_add_format(out, "],\"alphabet\":\"%s\",\"%s\":%zu,\"segments\":%zu",
	    pdu_dcs_alphabet_name(parts->alphabet), unit_name(parts->alphabet),
	    parts->units, parts->count);
	if (language->locking != 0 || language->single != 0)
		buf_add_format(out,
		    ",\"language\":{\"locking\":%u,\"single\":%u}",
		    language->locking, language->single);
	cmd_pdu_put(out, "}\n");
	return 0;
}

void
cmd_pdu_encode(
    struct buf *out, struct str id, const json_t *object, uint64_t number)
{
	struct cmd_pdu_wish wish;
	struct parts parts;
	struct err err;
	size_t before = out->octets;
	parts.wish = &wish;
	parts.list.language = GSM7_DEFAULT;
	int rc = cmd_pdu_wish_read(&wish, object, number, &err);
	if (rc == 0)
		rc = cut(&parts, &err);
	if (rc == 0)
		rc = put_message(out, id, &parts, &err);
	if (rc != 0) {
		out->octets = before; /* half a line is no line */
		cmd_pdu_put_error(out, id, &err);
	}
}
