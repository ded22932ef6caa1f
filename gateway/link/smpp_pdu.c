/* Octets -> PDU; see smpp_pdu.h.  Writing is in smpp_pdu_encode.c. */
#include "gateway/link/smpp_pdu.h"

#include <string.h>

#include "gateway/link/smpp_layout.h"

#define DEST_NUMBER 1u /* 5.2.25 */
#define DEST_LIST 2u
/* A centre's NULs behind a text; more would be a TLV. */
#define STRAY_OCTETS 3u

/* What is left of a body, and where it stands in the PDU. */
struct reader {
	struct span all;
	size_t at;
};

static uint32_t
read_32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

enum smpp_frame
smpp_pdu_frame(struct smpp_head *head_out, struct span stream)
{
	*head_out = (struct smpp_head){0};
	if (stream.octets < 4)
		return SMPP_FRAME_MORE;
	head_out->length = read_32(stream.at);
	if (stream.octets >= SMPP_HEAD_OCTETS) {
		head_out->command = read_32(stream.at + 4);
		head_out->status = read_32(stream.at + 8);
		head_out->sequence = read_32(stream.at + 12);
	}
	if (head_out->length < SMPP_HEAD_OCTETS ||
	    head_out->length > SMPP_LENGTH_MAX)
		return SMPP_FRAME_BAD;
	return stream.octets < head_out->length ? SMPP_FRAME_MORE
						: SMPP_FRAME_PDU;
}

/* -- lists ---------------------------------------------------------------- */

static bool
cut_octet(uint8_t *out, struct span *rest)
{
	if (rest->octets == 0)
		return false;
	*out = rest->at[0];
	*rest = span_part(*rest, 1, rest->octets - 1);
	return true;
}

static bool
cut_string(struct str *out, struct span *rest)
{
	const uint8_t *end =
	    rest->octets == 0 ? NULL : memchr(rest->at, 0, rest->octets);
	if (end == NULL)
		return false;
	size_t octets = (size_t)(end - rest->at);
	*out = str_of((const char *)rest->at, octets);
	*rest = span_part(*rest, octets + 1, rest->octets);
	return true;
}

static bool
cut_addr(struct smpp_addr *out, struct span *rest)
{
	return cut_octet(&out->ton, rest) && cut_octet(&out->npi, rest) &&
	       cut_string(&out->text, rest) &&
	       out->text.octets <= SMPP_ADDRESS_OCTETS;
}

bool
smpp_dest_next(struct smpp_dest *out, struct span *rest)
{
	struct span left = *rest;
	uint8_t flag;
	*out = (struct smpp_dest){.is_list = false};
	if (!cut_octet(&flag, &left) ||
	    (flag != DEST_NUMBER && flag != DEST_LIST))
		return false;
	out->is_list = flag == DEST_LIST;
	if (!(out->is_list ? cut_string(&out->addr.text, &left)
			   : cut_addr(&out->addr, &left)) ||
	    out->addr.text.octets > SMPP_ADDRESS_OCTETS)
		return false;
	*rest = left;
	return true;
}

bool
smpp_unsuccess_next(struct smpp_unsuccess *out, struct span *rest)
{
	struct span left = *rest;
	*out = (struct smpp_unsuccess){.status = 0};
	if (!cut_addr(&out->addr, &left) || left.octets < 4)
		return false;
	out->status = read_32(left.at);
	*rest = span_part(left, 4, left.octets);
	return true;
}

/* -- fields --------------------------------------------------------------- */

static struct span
left_of(const struct reader *in)
{
	return span_part(in->all, in->at, in->all.octets);
}

static void *
place_of(struct smpp_pdu *out, const struct smpp_field *field)
{
	return (char *)out + field->at;
}

static int
refuse(struct smpp_pdu *out, struct err *err, enum smpp_pdu_err code,
    uint32_t status, size_t at, const char *what, const char *how)
{
	out->answer = status;
	return err_set(err, code, at, "%s %s", what, how);
}

static int
run_out(struct smpp_pdu *out, const struct smpp_field *field, size_t at,
    uint32_t status, struct err *err)
{
	return refuse(out, err, SMPP_PDU_SHORT, status, at, field->name,
	    "runs past the end of the body");
}

static int
read_octet(struct smpp_pdu *out, struct reader *in,
    const struct smpp_field *field, struct err *err)
{
	struct span left = left_of(in);
	if (left.octets == 0)
		return run_out(out, field, in->at, field->status, err);
	*(uint8_t *)place_of(out, field) = left.at[0];
	in->at++;
	return 0;
}

/* A response's string may end with the PDU. */
static int
read_string(struct smpp_pdu *out, struct reader *in,
    const struct smpp_field *field, struct err *err)
{
	struct span left = left_of(in), rest = left;
	struct str text;
	if (left.octets == 0)
		return run_out(out, field, in->at, SMPP_RINVCMDLEN, err);
	if (!cut_string(&text, &rest)) {
		if (!smpp_is_resp(out->head.command))
			return run_out(out, field, in->at, field->status, err);
		out->odd |= SMPP_ODD_UNTERMINATED;
		text = str_of((const char *)left.at, left.octets);
		rest.octets = 0;
	}
	if (text.octets > field->most) {
		if (!field->lenient)
			return refuse(out, err, SMPP_PDU_LONG, field->status,
			    in->at, field->name,
			    "is longer than the clause allows");
		out->odd |= SMPP_ODD_LONG;
	}
	*(struct str *)place_of(out, field) = text;
	in->at = in->all.octets - rest.octets;
	return 0;
}

static int
read_message(struct smpp_pdu *out, struct reader *in,
    const struct smpp_field *field, struct err *err)
{
	struct span left = left_of(in);
	if (left.octets == 0)
		return run_out(out, field, in->at, SMPP_RINVCMDLEN, err);
	size_t octets = left.at[0];
	if (octets > left.octets - 1)
		return run_out(out, field, in->at, field->status, err);
	*(struct span *)place_of(out, field) = span_part(left, 1, octets);
	in->at += 1 + octets;
	return 0;
}

static int
read_dests(struct smpp_pdu *out, struct reader *in,
    const struct smpp_field *field, struct err *err)
{
	struct span left = left_of(in);
	struct smpp_dest dest;
	if (!cut_octet(&out->sm.dests, &left))
		return run_out(out, field, in->at, SMPP_RINVCMDLEN, err);
	struct span list = left;
	for (unsigned i = 0; i < out->sm.dests; i++)
		if (!smpp_dest_next(&dest, &left))
			return refuse(out, err, SMPP_PDU_VALUE,
			    SMPP_RINVDESTFLAG, in->all.octets - left.octets,
			    field->name, "has what is no destination");
	out->sm.dest_list = span_part(list, 0, list.octets - left.octets);
	in->at = in->all.octets - left.octets;
	return 0;
}

/* As many as there are, if the number before them lies. */
static void
read_unsuccesses(struct smpp_pdu *out, struct reader *in)
{
	struct span left = left_of(in);
	struct smpp_unsuccess one;
	uint8_t said = 0;
	if (!cut_octet(&said, &left))
		return;
	struct span list = left;
	while (out->resp.unsuccesses < said && smpp_unsuccess_next(&one, &left))
		out->resp.unsuccesses++;
	out->resp.unsuccess_list =
	    span_part(list, 0, list.octets - left.octets);
	in->at = in->all.octets - left.octets;
}

static int
read_field(struct smpp_pdu *out, struct reader *in,
    const struct smpp_field *field, struct err *err)
{
	switch (field->kind) {
	case SMPP_FIELD_OCTET:
		return read_octet(out, in, field, err);
	case SMPP_FIELD_STRING:
		return read_string(out, in, field, err);
	case SMPP_FIELD_MESSAGE:
		return read_message(out, in, field, err);
	case SMPP_FIELD_DESTS:
		return read_dests(out, in, field, err);
	case SMPP_FIELD_UNSUCCESS:
		read_unsuccesses(out, in);
		return 0;
	}
	return 0;
}

/* -- bodies --------------------------------------------------------------- */

static bool
are_nuls(struct span octets)
{
	for (size_t i = 0; i < octets.octets; i++)
		if (octets.at[i] != 0)
			return false;
	return true;
}

static int
read_tlvs(struct smpp_pdu *out, struct reader *in, struct err *err)
{
	size_t broken;
	struct span left = left_of(in);
	if (smpp_tlvs_decode(&out->tlvs, left, &out->odd, &broken) == 0)
		return 0;
	struct span stray = span_part(left, broken, left.octets);
	if (stray.octets <= STRAY_OCTETS && are_nuls(stray)) {
		out->odd |= SMPP_ODD_TRAILING;
		return 0;
	}
	if (smpp_is_resp(out->head.command)) {
		out->odd |= SMPP_ODD_TLV_STREAM;
		return 0;
	}
	return refuse(out, err, SMPP_PDU_TLV, SMPP_RINVTLVSTREAM,
	    in->at + broken, "an optional parameter (5.3.2)",
	    "runs past the end of the PDU");
}

static bool
are_tlvs(struct span octets)
{
	struct smpp_tlv tlv;
	int more;
	while ((more = smpp_tlv_next(&tlv, &octets)) == 1)
		continue;
	return more == 0;
}

/* Some leave the message_id of an error out and tell why in TLVs; others leave
 * its NUL there. */
static bool
begins_with_tlvs(struct span body)
{
	struct span rest = body;
	struct smpp_tlv tlv;
	if (smpp_tlv_next(&tlv, &rest) != 1 || smpp_tlv_name(tlv.tag) == NULL)
		return false;
	if (body.at[0] == 0 && are_tlvs(span_part(body, 1, body.octets)))
		return false;
	return are_tlvs(rest);
}

static void
read_response(
    struct smpp_pdu *out, struct reader *in, const struct smpp_layout *layout)
{
	struct span body = left_of(in);
	size_t fields = layout->count;
	if (body.octets == 0 && fields > 0 && out->head.status == SMPP_ROK)
		out->odd |= SMPP_ODD_NO_BODY;
	if (out->head.status != SMPP_ROK && begins_with_tlvs(body))
		fields = 0;
	for (size_t i = 0; i < fields; i++)
		if (read_field(out, in, &layout->fields[i], NULL) != 0)
			break;
	out->answer = 0;
	read_tlvs(out, in, NULL);
}

static int
read_request(struct smpp_pdu *out, struct reader *in,
    const struct smpp_layout *layout, struct err *err)
{
	for (size_t i = 0; i < layout->count; i++) {
		int rc = read_field(out, in, &layout->fields[i], err);
		if (rc != 0)
			return rc;
	}
	if (layout->count > 0)
		return read_tlvs(out, in, err);
	/* Nothing belongs into an enquire_link or unbind, and nothing that
	 * stands there changes what it asks. */
	if (in->at < in->all.octets)
		out->odd |= SMPP_ODD_TRAILING;
	return 0;
}

static int
decode_body(struct smpp_pdu *out, struct span octets, struct err *err)
{
	const struct smpp_layout *layout = smpp_layout_find(out->head.command);
	struct reader in = {octets, SMPP_HEAD_OCTETS};
	if (layout == NULL) {
		out->nack = true;
		out->answer = SMPP_RINVCMDID;
		return err_set(err, SMPP_PDU_COMMAND, 4,
		    "command_id 0x%08X (5.1.2.1) is of no command",
		    (unsigned)out->head.command);
	}
	if (!smpp_is_resp(layout->command))
		return read_request(out, &in, layout, err);
	read_response(out, &in, layout);
	return 0;
}

int
smpp_pdu_decode(struct smpp_pdu *out, struct span octets, struct err *err)
{
	memset(out, 0, sizeof(*out));
	err_clear(err);
	if (smpp_pdu_frame(&out->head, octets) != SMPP_FRAME_PDU ||
	    out->head.length != octets.octets) {
		out->nack = true;
		out->answer = SMPP_RINVCMDLEN;
		return err_set(err, SMPP_PDU_FRAME, 0,
		    "command_length (5.1.1) is not that of the PDU");
	}
	int rc = decode_body(out, octets, err);
	if (rc != 0) {
		struct smpp_pdu failed = {.head = out->head,
		    .answer = out->answer,
		    .nack = out->nack};
		*out = failed;
	}
	return rc;
}

const char *
smpp_odd_names(char *dst, size_t dst_octets, uint32_t odd)
{
	static const struct {
		enum smpp_odd bit;
		const char *words;
	} names[] = {
	    {SMPP_ODD_NO_BODY, "no body"},
	    {SMPP_ODD_UNTERMINATED, "string not terminated"},
	    {SMPP_ODD_LONG, "string too long"},
	    {SMPP_ODD_TRAILING, "octets behind the body"},
	    {SMPP_ODD_TLV_LENGTH, "TLV of a wrong length"},
	    {SMPP_ODD_TLV_TWICE, "TLV given twice"},
	    {SMPP_ODD_TLV_STREAM, "TLVs run past the end"},
	};
	struct buf out = buf_over(dst, dst_octets);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if ((odd & names[i].bit) == 0)
			continue;
		buf_add_text(&out, out.octets > 0 ? ", " : "");
		buf_add_text(&out, names[i].words);
	}
	return dst;
}
