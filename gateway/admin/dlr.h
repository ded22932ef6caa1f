/* dlr - delivery reports to whoever sent a text by /cgi-bin/sendsms: which
 * addresses may be called, and what is called there.
 *
 * Kannel's user guide, "Delivery reports" (dlr-mask, dlr-url) and "Parameters
 * of a service's URL" (the escapes).  dlr-url comes from whoever has a token:
 * it is called only at hosts that the configuration names, so that no token
 * reaches what is behind this machine.
 * Pure: no clock, socket, log or allocation. */
#ifndef GATEWAY_ADMIN_DLR_H
#define GATEWAY_ADMIN_DLR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/store/store_dlr.h"

#define DLR_HOSTS_MOST 16
#define DLR_HOST_OCTETS 256
#define DLR_RECEIPT_OCTETS 256

/* One of the setting dlr-hosts. */
struct dlr_host {
	char name[DLR_HOST_OCTETS]; /* small letters; an IPv6 without [] */
	unsigned short port; /* 0: that of the scheme */
};
/* "shop.example", "shop.example:8443", "127.0.0.1:8080", "[::1]:8080"; false:
 * no such thing. */
bool dlr_host_read(struct dlr_host *out, struct str written);

struct dlr_url {
	bool tls;
	char host[DLR_HOST_OCTETS];
	unsigned short port;
	struct str target; /* a view, "/path?query" or "?query" or "" */
};
/* NULL, or in words what is wrong with it: not like https://host/path, a name
 * and password in it, blanks or letters that are to be escaped, http to another
 * machine, a host that is not in dlr-hosts. */
const char *dlr_url_read(struct dlr_url *out, const char *url,
    const struct dlr_host *hosts, size_t count);

/* "https://shop.example:443": what is called by one client. */
#define DLR_PLACE_OCTETS STORE_DLR_PLACE_OCTETS
void dlr_place(char dst[DLR_PLACE_OCTETS], const struct dlr_url *url);

/* One report. */
struct dlr_report {
	unsigned bit; /* DLR_… */
	int code; /* of the network; 0: none */
	int64_t time_ms; /* when that came about */
	int64_t message_id;
	int64_t foreign_id; /* what the link calls it; -1: not known */
	int64_t sent_ms; /* 0: it has not left */
	const char *text, *to, *from, *smsc, *why; /* never NULL */
};
/* %A: "ACK/", "NACK/CODE/WHY", or the words of an SMPP receipt (SMPP 3.4,
 * appendix B). */
void dlr_receipt(char dst[DLR_RECEIPT_OCTETS], const struct dlr_report *report);

/* The target with its escapes filled in, percent-encoded:
 *   %d  the bit           %A  the receipt         %a  the text
 *   %p  to whom (%q)      %P  from (%Q)           %i  the link
 *   %t  when, UTC "2026-11-26 14:18"              %T  the same, Unix seconds
 *   %F  foreign_id        %I  message_id          %%  a %
 * Other two hex digits behind a % stay as they are; any other % becomes %25.
 * False: it does not fit. */
bool dlr_fill(char *dst, size_t dst_octets, struct str target,
    const struct dlr_report *report);

#endif
