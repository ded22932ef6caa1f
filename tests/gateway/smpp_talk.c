/* smpp_talk - our SMPP codec, led by lines of text, for smpp_foreign.py.
 *
 * A line in is one PDU in hex.  A line out: what was read (name=hex pairs of
 * the fields of that command, hex because strings may hold anything), then
 * " | " and the same PDU as we write it; or "refused STATUS OCTET". */
#include <stdio.h>
#include <string.h>

#include "gateway/link/smpp_layout.h"
#include "gateway/link/smpp_pdu.h"

#define PDU_OCTETS 4096

static void
print_octets(const char *name, const void *at, size_t octets)
{
	char hex[2 * PDU_OCTETS + 1];
	span_to_hex(hex, sizeof(hex), span_of(at, octets));
	printf("%s=%s ", name, hex);
}

/* "source_addr" of "source_addr (5.2.8)". */
static void
print_field(const struct smpp_pdu *pdu, const struct smpp_field *field)
{
	char name[64];
	const void *at = (const char *)pdu + field->at;
	str_copy(name, sizeof(name),
	    str_of(field->name, strcspn(field->name, " (")));
	switch (field->kind) {
	case SMPP_FIELD_OCTET:
		print_octets(name, at, 1);
		break;
	case SMPP_FIELD_STRING:
		print_octets(name, ((const struct str *)at)->at,
		    ((const struct str *)at)->octets);
		break;
	case SMPP_FIELD_MESSAGE:
		print_octets(name, ((const struct span *)at)->at,
		    ((const struct span *)at)->octets);
		break;
	case SMPP_FIELD_DESTS:
		print_octets(
		    name, pdu->sm.dest_list.at, pdu->sm.dest_list.octets);
		break;
	case SMPP_FIELD_UNSUCCESS:
		print_octets(name, pdu->resp.unsuccess_list.at,
		    pdu->resp.unsuccess_list.octets);
		break;
	}
}

static void
print_tlvs(const struct smpp_tlvs *tlvs)
{
	printf("has=%08X unknowns=%u sar=%u/%u/%u state=%u ports=%u/%u "
	       "reference=%u seconds=%u error=%u/%u ",
	    (unsigned)tlvs->has, tlvs->unknowns, tlvs->sar_ref, tlvs->sar_total,
	    tlvs->sar_seq, tlvs->message_state, tlvs->source_port,
	    tlvs->dest_port, tlvs->user_reference,
	    (unsigned)tlvs->validity_seconds, tlvs->network_error.network,
	    tlvs->network_error.code);
	print_octets(
	    "payload", tlvs->message_payload.at, tlvs->message_payload.octets);
	print_octets(
	    "receipted", tlvs->receipted_id.at, tlvs->receipted_id.octets);
}

static void
answer(struct span octets)
{
	struct smpp_pdu pdu;
	struct err err;
	char room[2 * PDU_OCTETS];
	if (smpp_pdu_decode(&pdu, octets, &err) != 0) {
		printf("refused %u %zu\n", (unsigned)pdu.answer, err.offset);
		return;
	}
	const struct smpp_layout *layout = smpp_layout_find(pdu.head.command);
	printf("command=%s status=%u sequence=%u ", layout->name,
	    (unsigned)pdu.head.status, (unsigned)pdu.head.sequence);
	for (size_t i = 0; i < layout->count; i++)
		print_field(&pdu, &layout->fields[i]);
	print_tlvs(&pdu.tlvs);
	struct buf out = buf_over(room, sizeof(room));
	if (smpp_pdu_encode(&out, &pdu, &err) != 0) {
		printf("| refused %s\n", err.text);
		return;
	}
	print_octets("|", out.at, out.octets);
	putchar('\n');
}

int
main(void)
{
	char line[2 * PDU_OCTETS + 2];
	uint8_t octets[PDU_OCTETS];
	while (fgets(line, sizeof(line), stdin) != NULL) {
		int count = span_from_hex(
		    octets, sizeof(octets), line, strcspn(line, "\n"), NULL);
		answer(span_of(octets, count > 0 ? (size_t)count : 0));
	}
	return 0;
}
