/* cmd_pdu_wish - what a line of `furrow pdu encode` asks for.
 *
 * In: one JSON object; keys that are not known are ignored, known ones of the
 * wrong kind are refused.  Out: what the encoders take.  All views point into
 * the object, but for the data, which was hex. */
#ifndef PROGRAMS_FURROW_CMD_PDU_WISH_H
#define PROGRAMS_FURROW_CMD_PDU_WISH_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"

#include "sms/pdu.h"
#include "sms/segment.h"

/* Binary data of one wish; more needs a better way than SMS. */
#define CMD_PDU_DATA_OCTETS 4096u

struct cmd_pdu_wish {
	struct pdu_submit_spec spec; /* all but alphabet, data and concat */
	struct segment_rules rules;
	bool binary; /* data instead of text */
	struct str text;
	uint8_t data[CMD_PDU_DATA_OCTETS];
	size_t data_octets;
	uint16_t ref; /* of the parts */
};

/* number: of the input line, the reference when the wish names none.  0, or
 * PDU_VALUE with err. */
int cmd_pdu_wish_read(struct cmd_pdu_wish *out, const json_t *object,
    uint64_t number, struct err *err);

#endif
