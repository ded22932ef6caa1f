/* smpp_address - a number as an SMPP centre writes it, for the rest of furrow.
 *
 * Clause: SMPP 3.4 5.2.5 (type of number).  What the type says is put into the
 * number itself ("+" for international, "0" for national), for the market's
 * calling code does the rest (gateway/core/party).  Pure. */
#ifndef GATEWAY_LINK_SMPP_ADDRESS_H
#define GATEWAY_LINK_SMPP_ADDRESS_H

#include "gateway/core/party.h"
#include "gateway/link/smpp_pdu.h"

/* What does not fit is cut: no telephone's number is as long. */
void smpp_address_write(char dst[PARTY_OCTETS], const struct smpp_addr *from);

#endif
