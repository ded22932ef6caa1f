/* bed - a modem (times shrunk) on a scripted peer, and what its owner is told:
 * for the tests of the driver. */
#ifndef TESTS_MODEM_BED_H
#define TESTS_MODEM_BED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/loop.h"

#include "modem/modem.h"
#include "modem/modem_ussd.h"
#include "tests/modem/peer.h"

/* 23 octets from +31641600986, "How are you?". */
#define PDU                                                                    \
	"07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741" \
	"F977FD07"
#define PDU2                                                                   \
	"07911326040000F0040B911346610089F60000208062917315080CC8F71D14969741" \
	"F977FD07"
#define RECORD(index, pdu) "\r\n+CMGL: " index ",0,,30\r\n" pdu "\r\n"
#define OK "\r\nOK\r\n"

struct bed {
	struct loop *loop;
	struct peer *peer;
	struct modem *modem;
	struct modem_sink sink;
	char dir[64], path[80], device[96];
	struct buf story; /* what the owner was told */
	bool full;
};

/* The peer answers as tests/capture/CAPTURE says; the modem is started. */
struct bed *bed_new(const char *capture, const char *pin);
/* The same with more of a configuration; name and times are filled in, the
 * device is a name or pattern in bed->dir (NULL: the peer's, "tty"). */
struct bed *bed_new_as(const char *capture, const struct modem_config *wanted);
/* On "generic" and in a hurry, for tests of silence: up, and quiet. */
struct bed *bed_hasty(struct modem_config config);
/* Up, and all that follows from it done. */
struct bed *bed_up(const char *capture);
void bed_free(struct bed *bed);

void pass_ms(struct bed *bed, int64_t ms);
const char *story(struct bed *bed); /* "SM:1 deleted SM:1 " */
const char *heard(struct bed *bed); /* by the peer */
/* Until story() or heard() holds `wanted`; fails after five seconds. */
void wait_for(
    struct bed *bed, const char *(*source)(struct bed *), const char *wanted);
void wait_status(struct bed *bed, enum modem_status status);
void send_text(struct bed *bed); /* AT+CMGS=15, id 7 */
void discard(const char *line, void *arg); /* a log sink */

#endif
