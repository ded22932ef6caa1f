#include "gateway/admin/dlr.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/buf.h"

/* -- hosts ----------------------------------------------------------------- */

static bool
read_port(unsigned short *out, struct str written)
{
	int64_t port;
	if (written.octets == 0 || !isdigit((unsigned char)written.at[0]) ||
	    !str_to_int64(&port, written) || port < 1 || port > 65535)
		return false;
	*out = (unsigned short)port;
	return true;
}

/* Letters, digits, dots and dashes; within brackets an IPv6 address. */
static bool
read_name(char dst[DLR_HOST_OCTETS], struct str name)
{
	bool six = name.octets > 2 && name.at[0] == '[' &&
		   name.at[name.octets - 1] == ']';
	if (six)
		name = str_of(name.at + 1, name.octets - 2);
	if (name.octets == 0 || name.octets >= DLR_HOST_OCTETS)
		return false;
	for (size_t i = 0; i < name.octets; i++) {
		char c = name.at[i];
		bool good =
		    six ? isxdigit((unsigned char)c) || c == ':' || c == '.'
			: isalnum((unsigned char)c) || c == '-' || c == '.';
		if (!good || (c & 0x80) != 0)
			return false;
		dst[i] = (char)tolower((unsigned char)c);
	}
	dst[name.octets] = '\0';
	return true;
}

bool
dlr_host_read(struct dlr_host *out, struct str written)
{
	struct str name = written;
	*out = (struct dlr_host){.port = 0};
	for (size_t i = written.octets; i > 0 && written.at[i - 1] != ']'; i--)
		if (written.at[i - 1] == ':') {
			name = str_of(written.at, i - 1);
			if (!read_port(&out->port,
				str_of(written.at + i, written.octets - i)))
				return false;
			break;
		}
	return read_name(out->name, name);
}

static bool
is_this_machine(const char *host)
{
	return strcmp(host, "localhost") == 0 ||
	       strcmp(host, "127.0.0.1") == 0 || strcmp(host, "::1") == 0;
}

static unsigned short
port_of(bool tls)
{
	return tls ? 443 : 80;
}

static bool
may_call(const struct dlr_url *url, const struct dlr_host *hosts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		unsigned short port =
		    hosts[i].port != 0 ? hosts[i].port : port_of(url->tls);
		if (strcmp(hosts[i].name, url->host) == 0 && port == url->port)
			return true;
	}
	return false;
}

/* -- addresses ------------------------------------------------------------- */

static bool
is_plain(struct str text)
{
	for (size_t i = 0; i < text.octets; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c <= ' ' || c >= 0x7f || c == '#' || c == '"' || c == '<' ||
		    c == '>' || c == '\\')
			return false;
	}
	return true;
}

/* Scheme, host, port, and what is behind. */
static bool
take_apart(struct dlr_url *out, const char *url)
{
	struct dlr_host host;
	struct str rest = str_from(url);
	out->tls = str_starts_nocase(rest, "https://");
	if (!out->tls && !str_starts_nocase(rest, "http://"))
		return false;
	size_t scheme = out->tls ? 8 : 7;
	rest = str_of(rest.at + scheme, rest.octets - scheme);
	size_t octets = strcspn(rest.at, "/?");
	out->target = str_of(rest.at + octets, rest.octets - octets);
	if (!dlr_host_read(&host, str_of(rest.at, octets)) ||
	    !is_plain(out->target))
		return false;
	memcpy(out->host, host.name, sizeof(out->host));
	out->port = host.port != 0 ? host.port : port_of(out->tls);
	return true;
}

const char *
dlr_url_read(struct dlr_url *out, const char *url, const struct dlr_host *hosts,
    size_t count)
{
	*out = (struct dlr_url){.tls = false};
	if (!take_apart(out, url))
		return "dlr-url is not like https://host/path, with blanks and "
		       "other letters escaped, rejected";
	if (!out->tls && !is_this_machine(out->host))
		return "dlr-url is to be https: only on this machine http will "
		       "do, rejected";
	if (!may_call(out, hosts, count))
		return "The host of dlr-url is not in dlr-hosts (furrow.conf, "
		       "section admin), rejected";
	return NULL;
}

void
dlr_place(char dst[DLR_PLACE_OCTETS], const struct dlr_url *url)
{
	bool six = strchr(url->host, ':') != NULL;
	snprintf(dst, DLR_PLACE_OCTETS, "http%s://%s%.255s%s:%u",
	    url->tls ? "s" : "", six ? "[" : "", url->host, six ? "]" : "",
	    (unsigned)url->port);
}

/* -- what is called -------------------------------------------------------- */

#define STAMP_OCTETS 40

static struct tm
utc_of(int64_t time_ms)
{
	time_t seconds = (time_t)(time_ms / 1000);
	struct tm tm = {.tm_sec = 0};
	gmtime_r(&seconds, &tm);
	return tm;
}

/* "2611261418" */
static void
short_stamp(char dst[STAMP_OCTETS], int64_t time_ms)
{
	struct tm tm = utc_of(time_ms);
	char whole[STAMP_OCTETS] = "20";
	strftime(whole, sizeof(whole), "%Y%m%d%H%M", &tm);
	str_copy(dst, STAMP_OCTETS, str_from(whole + 2));
}

void
dlr_receipt(char dst[DLR_RECEIPT_OCTETS], const struct dlr_report *r)
{
	char sent[STAMP_OCTETS], done[STAMP_OCTETS];
	bool good = r->bit == DLR_DELIVERED;
	if (r->bit == DLR_TAKEN) {
		snprintf(dst, DLR_RECEIPT_OCTETS, "ACK/");
		return;
	}
	if (r->bit == DLR_REJECTED) {
		snprintf(
		    dst, DLR_RECEIPT_OCTETS, "NACK/%d/%.200s", r->code, r->why);
		return;
	}
	short_stamp(sent, r->sent_ms != 0 ? r->sent_ms : r->time_ms);
	short_stamp(done, r->time_ms);
	snprintf(dst, DLR_RECEIPT_OCTETS,
	    "id:%" PRId64 " sub:001 dlvrd:%03d submit date:%s done date:%s "
	    "stat:%s err:%03d text:",
	    r->foreign_id, good ? 1 : 0, sent, done,
	    good                     ? "DELIVRD"
	    : r->bit == DLR_BUFFERED ? "ENROUTE"
				     : "UNDELIV",
	    good ? 0 : r->code);
}

static void
add_encoded(struct buf *out, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		if (c < 0x80 && (isalnum(c) || strchr("-._~", c) != NULL)) {
			buf_add_char(out, (char)c);
			continue;
		}
		buf_add_char(out, '%');
		buf_add_char(out, hex[c >> 4]);
		buf_add_char(out, hex[c & 15]);
	}
}

static void
add_number(struct buf *out, int64_t number)
{
	buf_add_format(out, "%" PRId64, number);
}

static void
add_receipt(struct buf *out, const struct dlr_report *r)
{
	char receipt[DLR_RECEIPT_OCTETS];
	dlr_receipt(receipt, r);
	add_encoded(out, receipt);
}

static void
add_time(struct buf *out, const struct dlr_report *r)
{
	char time[STAMP_OCTETS];
	struct tm tm = utc_of(r->time_ms);
	if (strftime(time, sizeof(time), "%Y-%m-%d %H:%M", &tm) > 0)
		add_encoded(out, time);
}

/* False: no escape of ours. */
static bool
add_escape(struct buf *out, char letter, const struct dlr_report *r)
{
	switch (letter) {
	case 'd':
		add_number(out, r->bit);
		return true;
	case 'A':
		add_receipt(out, r);
		return true;
	case 'a':
		add_encoded(out, r->text);
		return true;
	case 'p':
	case 'q':
		add_encoded(out, r->to);
		return true;
	case 'P':
	case 'Q':
		add_encoded(out, r->from);
		return true;
	case 'i':
		add_encoded(out, r->smsc);
		return true;
	case 't':
		add_time(out, r);
		return true;
	case 'T':
		add_number(out, r->time_ms / 1000);
		return true;
	case 'F':
		if (r->foreign_id >= 0)
			add_number(out, r->foreign_id);
		return true;
	case 'I':
		add_number(out, r->message_id);
		return true;
	default:
		return false;
	}
}

static bool
is_hex_pair(struct str text)
{
	return text.octets >= 2 && isxdigit((unsigned char)text.at[0]) &&
	       isxdigit((unsigned char)text.at[1]);
}

/* How many octets of it are an escape; 0: it was a % alone. */
static size_t
take_escape(struct buf *out, struct str behind, const struct dlr_report *r)
{
	bool doubled = behind.octets > 0 && behind.at[0] == '%';
	if (!doubled && behind.octets > 0 && add_escape(out, behind.at[0], r))
		return 1;
	struct str rest =
	    doubled ? str_of(behind.at + 1, behind.octets - 1) : behind;
	buf_add_text(out, is_hex_pair(rest) ? "%" : "%25");
	return doubled ? 1 : 0;
}

bool
dlr_fill(
    char *dst, size_t dst_octets, struct str target, const struct dlr_report *r)
{
	struct buf out = buf_over(dst, dst_octets);
	if (target.octets == 0 || target.at[0] != '/')
		buf_add_char(&out, '/');
	for (size_t i = 0; i < target.octets; i++) {
		if (target.at[i] != '%')
			buf_add_char(&out, target.at[i]);
		else
			i += take_escape(&out,
			    str_of(target.at + i + 1, target.octets - i - 1),
			    r);
	}
	return !out.full;
}
