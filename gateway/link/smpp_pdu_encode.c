/* PDU -> octets; see smpp_pdu.h.  The fields are those of smpp_layout. */
#include <string.h>

#include "gateway/link/smpp_layout.h"
#include "gateway/link/smpp_pdu.h"

#define MESSAGE_OCTETS_MAX 255u

static void
put_32(struct buf *out, uint32_t value)
{
	uint8_t octets[4] = {(uint8_t)(value >> 24), (uint8_t)(value >> 16),
	    (uint8_t)(value >> 8), (uint8_t)value};
	buf_add(out, octets, sizeof(octets));
}

static void
put_octet(struct buf *out, uint8_t value)
{
	buf_add(out, &value, 1);
}

static const void *
place_of(const struct smpp_pdu *pdu, const struct smpp_field *field)
{
	return (const char *)pdu + field->at;
}

static int
refuse(struct err *err, enum smpp_pdu_err code, const struct buf *out,
    const struct smpp_field *field, const char *how)
{
	return err_set(err, code, out->octets, "%s %s", field->name, how);
}

static int
write_string(struct buf *out, const struct smpp_pdu *pdu,
    const struct smpp_field *field, struct err *err)
{
	struct str text = *(const struct str *)place_of(pdu, field);
	if (text.octets > 0 && memchr(text.at, 0, text.octets) != NULL)
		return refuse(
		    err, SMPP_PDU_VALUE, out, field, "has a NUL inside");
	if (text.octets > field->most && !field->lenient)
		return refuse(err, SMPP_PDU_LONG, out, field,
		    "is longer than the clause allows");
	buf_add_str(out, text);
	put_octet(out, 0);
	return 0;
}

static int
write_message(struct buf *out, const struct smpp_pdu *pdu,
    const struct smpp_field *field, struct err *err)
{
	struct span message = *(const struct span *)place_of(pdu, field);
	if (message.octets > MESSAGE_OCTETS_MAX)
		return refuse(err, SMPP_PDU_LONG, out, field,
		    "is longer than the clause allows");
	put_octet(out, (uint8_t)message.octets);
	buf_add(out, message.at, message.octets);
	return 0;
}

static int
write_dests(struct buf *out, const struct smpp_pdu *pdu,
    const struct smpp_field *field, struct err *err)
{
	struct span list = pdu->sm.dest_list, rest = list;
	struct smpp_dest dest;
	unsigned count = 0;
	while (count < pdu->sm.dests && smpp_dest_next(&dest, &rest))
		count++;
	if (count != pdu->sm.dests || rest.octets != 0)
		return refuse(err, SMPP_PDU_VALUE, out, field,
		    "are not as many as dests says");
	put_octet(out, pdu->sm.dests);
	buf_add(out, list.at, list.octets);
	return 0;
}

static int
write_unsuccesses(struct buf *out, const struct smpp_pdu *pdu,
    const struct smpp_field *field, struct err *err)
{
	struct span list = pdu->resp.unsuccess_list, rest = list;
	struct smpp_unsuccess one;
	unsigned count = 0;
	while (
	    count < pdu->resp.unsuccesses && smpp_unsuccess_next(&one, &rest))
		count++;
	if (count != pdu->resp.unsuccesses || rest.octets != 0)
		return refuse(err, SMPP_PDU_VALUE, out, field,
		    "are not as many as unsuccesses says");
	put_octet(out, pdu->resp.unsuccesses);
	buf_add(out, list.at, list.octets);
	return 0;
}

static int
write_field(struct buf *out, const struct smpp_pdu *pdu,
    const struct smpp_field *field, struct err *err)
{
	switch (field->kind) {
	case SMPP_FIELD_OCTET:
		put_octet(out, *(const uint8_t *)place_of(pdu, field));
		return 0;
	case SMPP_FIELD_STRING:
		return write_string(out, pdu, field, err);
	case SMPP_FIELD_MESSAGE:
		return write_message(out, pdu, field, err);
	case SMPP_FIELD_DESTS:
		return write_dests(out, pdu, field, err);
	case SMPP_FIELD_UNSUCCESS:
		return write_unsuccesses(out, pdu, field, err);
	}
	return 0;
}

static int
write_body(struct buf *out, const struct smpp_pdu *pdu,
    const struct smpp_layout *layout, struct err *err)
{
	bool tlvs = pdu->tlvs.has != 0 || pdu->tlvs.unknown.octets > 0;
	bool bare =
	    layout->bare_errors && pdu->head.status != SMPP_ROK && !tlvs;
	for (size_t i = 0; i < layout->count && !bare; i++) {
		int rc = write_field(out, pdu, &layout->fields[i], err);
		if (rc != 0)
			return rc;
	}
	if (smpp_is_resp(layout->command) || layout->count > 0)
		smpp_tlvs_encode(out, &pdu->tlvs);
	return 0;
}

static int
take_back(struct buf *out, size_t octets, bool full, int rc)
{
	out->octets = octets;
	out->full = full;
	if (out->room > 0)
		out->at[octets] = '\0';
	return rc;
}

int
smpp_pdu_encode(struct buf *out, const struct smpp_pdu *pdu, struct err *err)
{
	size_t start = out->octets;
	bool was_full = out->full;
	const struct smpp_layout *layout = smpp_layout_find(pdu->head.command);
	err_clear(err);
	if (layout == NULL)
		return err_set(err, SMPP_PDU_COMMAND, start,
		    "command_id 0x%08X (5.1.2.1) is of no command",
		    (unsigned)pdu->head.command);
	put_32(out, 0);
	put_32(out, pdu->head.command);
	put_32(out, pdu->head.status);
	put_32(out, pdu->head.sequence);
	int rc = write_body(out, pdu, layout, err);
	if (rc != 0)
		return take_back(out, start, was_full, rc);
	size_t octets = out->octets - start;
	if (out->full || octets > SMPP_LENGTH_MAX)
		return take_back(out, start, was_full,
		    err_set(err, SMPP_PDU_ROOM, start,
			"no room for a PDU of this length"));
	for (unsigned i = 0; i < 4; i++)
		out->at[start + i] = (char)(octets >> (24 - 8 * i));
	return 0;
}

/* 4.12 and 4.1.7: these two are never answered. */
static bool
is_answered(uint32_t command)
{
	return !smpp_is_resp(command) && command != SMPP_ALERT_NOTIFICATION &&
	       command != SMPP_OUTBIND;
}

int
smpp_pdu_answer(struct buf *out, const struct smpp_head *request,
    uint32_t status, struct str message_id)
{
	struct smpp_pdu resp = {
	    .head = {.command = request->command | SMPP_RESP,
		.status = status,
		.sequence = request->sequence},
	};
	if (!is_answered(request->command))
		return 0;
	const struct smpp_layout *layout = smpp_layout_find(resp.head.command);
	if (layout == NULL)
		resp.head.command = SMPP_GENERIC_NACK;
	else if (layout->count > 0 &&
		 layout->fields[0].at ==
		     offsetof(struct smpp_pdu, resp.message_id))
		resp.resp.message_id = message_id;
	return smpp_pdu_encode(out, &resp, NULL);
}
