/* cmd_pdu - `furrow pdu decode|encode`: lines in, one JSON object out for each.
 *
 * The command itself is `cmd_pdu` of command.h.  This header is what its
 * files share: JSON written by hand (jansson costs more than the decoding),
 * requests, and the two halves.  Errors come out as
 *     {"id", "ok":false, "error", "offset"}
 * and never end the run. */
#ifndef PROGRAMS_FURROW_CMD_PDU_H
#define PROGRAMS_FURROW_CMD_PDU_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"
#include "base/str.h"

#include "sms/pdu.h"

void cmd_pdu_put(struct buf *out, const char *json); /* as it is */
void cmd_pdu_put_number(struct buf *out, int64_t number);
/* Quoted; text must be UTF-8. */
void cmd_pdu_put_string(struct buf *out, struct str text);
/* Quoted; at most a PDU. */
void cmd_pdu_put_hex(struct buf *out, struct span bytes);
/* The whole line; id is JSON already. */
void cmd_pdu_put_error(struct buf *out, struct str id, const struct err *err);

/* There, and not null. */
bool cmd_pdu_is_given(const json_t *object, const char *key);
/* Fills err at offset 0; gives PDU_VALUE. */
int cmd_pdu_refuse(struct err *err, const char *why);

/* "deliver", "submit", "status-report"; false for all else. */
bool cmd_pdu_direction(enum pdu_direction *out, struct str name);

/* One PDU to decode; all views die with the line. */
struct cmd_pdu_request {
	struct str id; /* JSON */
	struct str hex; /* whatever the caller gave */
	enum pdu_direction direction;
	long framing; /* as pdu_decode takes it */
};

/* Both start from *out as the caller filled it and replace what the object
 * names.  _plain reads the line without a JSON library when it is as simple
 * as nearly all are; false, with *out spoiled, means "ask the library".
 * _read gives 0, or PDU_VALUE with err. */
bool cmd_pdu_request_plain(struct cmd_pdu_request *out, struct str line);
int cmd_pdu_request_read(
    struct cmd_pdu_request *out, const json_t *object, struct err *err);

/* One request -> one line. */
void cmd_pdu_decode(struct buf *out, const struct cmd_pdu_request *request);

/* One request of the encoder -> one line.  number: of the input line; it is
 * the reference of the parts when the request names none. */
void cmd_pdu_encode(
    struct buf *out, struct str id, const json_t *object, uint64_t number);

#endif
