#include "bench/ussd_bad.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

#include "bench/ussd_line.h"

#define KIND_FORM "application/x-www-form-urlencoded"

/* A body is the row's words, with @ for the phone's seven digits, % for the
 * number of this request, ~ for `times` letters. */
static const struct row {
	const char *name;
	int status;
	const char *method, *kind, *end; /* behind the channel's path */
	const char *body;
	size_t times;
} rows[] = {
    {"good-start", 200, "POST", KIND_FORM, "",
	"sessionId=g-%&phoneNumber=%2B25473@&serviceCode=CODE&text=", 0},
    {"good-repeat", 200, "POST", KIND_FORM, "",
	"sessionId=r&phoneNumber=%2B254740000001&serviceCode=CODE&text=", 0},
    {"method", 405, "PUT", KIND_FORM, "", "sessionId=b", 0},
    {"media", 415, "POST", "text/xml", "", "<a/>", 0},
    {"path", 404, "POST", KIND_FORM, "/elsewhere", "sessionId=b", 0},
    {"empty", 400, "POST", KIND_FORM, "", "", 0},
    {"no-session", 400, "POST", KIND_FORM, "",
	"phoneNumber=%2B25473@&serviceCode=CODE&text=", 0},
    {"no-phone", 400, "POST", KIND_FORM, "",
	"sessionId=b-%&serviceCode=CODE&text=", 0},
    {"bad-phone", 400, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=12ab&serviceCode=CODE&text=", 0},
    {"other-code", 200, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=%2B25473@&serviceCode=*999%23&text=", 0},
    {"other-phone", 403, "POST", KIND_FORM, "",
	"sessionId=r&phoneNumber=%2B25473@&serviceCode=CODE&text=", 0},
    {"bad-utf8", 400, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=%2B25473@&serviceCode=CODE&text=%C3%28", 0},
    {"control", 400, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=%2B25473@&serviceCode=CODE&text=%00%07", 0},
    {"bad-percent", 400, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=%2B25473@&serviceCode=CODE&text=%zz", 0},
    {"long-field", 413, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=%2B25473@&serviceCode=CODE&text=~", 1100},
    {"long-body", 413, "POST", KIND_FORM, "", "sessionId=~", 9000},
    {"many-tokens", 200, "POST", KIND_FORM, "",
	"sessionId=b-%&phoneNumber=%2B25473@&serviceCode=CODE&text="
	"1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1"
	"*1*1*1*1*1*1",
	0},
    {"many-pairs", 413, "POST", KIND_FORM, "", "~", 8000},
};
#define ROWS ((int)(sizeof(rows) / sizeof(rows[0])))

const char *
ussd_bad_name(int kind)
{
	return kind < ROWS ? rows[kind].name : NULL;
}

static void
put_times(struct buf *body, const struct row *row)
{
	bool pairs = row->body[0] == '~';
	for (size_t i = 0; i < row->times; i++)
		buf_add_char(body, pairs ? "a=&"[i % 3] : 'a');
}

static void
put_code(struct buf *body, const char *code)
{
	for (; *code != '\0'; code++)
		if (*code == '#')
			buf_add_text(body, "%23");
		else
			buf_add_char(body, *code);
}

static void
put_body(struct buf *body, const struct row *row,
    const struct ussd_bad_config *config, int64_t n)
{
	for (const char *at = row->body; *at != '\0'; at++) {
		if (strncmp(at, "CODE", 4) == 0) {
			put_code(body, config->code);
			at += 3;
		} else if (*at == '@') {
			buf_add_format(body, "%07lld",
			    (long long)((config->first + n) % 10000000));
		} else if (*at == '%' && (at[1] == '&' || at[1] == '\0')) {
			buf_add_format(
			    body, "%d-%lld", (int)getpid(), (long long)n);
		} else if (*at == '~') {
			put_times(body, row);
		} else {
			buf_add_char(body, *at);
		}
	}
}

static size_t
write_one(char request[USSD_WIRE_ASK_OCTETS], const struct row *row,
    const struct ussd_bad_config *config, int64_t n)
{
	char storage[10240], path[512];
	struct buf body = buf_over(storage, sizeof(storage));
	put_body(&body, row, config, n);
	snprintf(path, sizeof(path), "%s%s", config->path, row->end);
	return ussd_wire_request(
	    request, row->method, path, row->kind, body.at, body.octets);
}

struct run {
	const struct row *row;
	struct ussd_bad_counts *counts;
};

static void
on_reply(void *arg, uint32_t tag, const struct ussd_reply *reply)
{
	struct run *run = arg;
	int status = reply == NULL ? 0 : reply->status;
	(void)tag;
	if (status == run->row->status)
		run->counts->expected++;
	else
		run->counts->status = status;
}

static const struct row *
find(const char *name)
{
	for (int i = 0; i < ROWS; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

bool
ussd_bad_run(const struct ussd_bad_config *config, const char *name,
    int64_t count, struct ussd_bad_counts *out, struct err *err)
{
	char request[USSD_WIRE_ASK_OCTETS];
	struct run run = {find(name), out};
	*out = (struct ussd_bad_counts){0};
	if (run.row == NULL) {
		err_set(err, -1, 0, "no such kind: %s", name);
		return false;
	}
	struct ussd_line *line = ussd_line_new(
	    config->port, config->connections, on_reply, &run, err);
	if (line == NULL)
		return false;
	while (out->sent < count || ussd_line_busy(line) > 0) {
		while (out->sent < count) {
			size_t octets =
			    write_one(request, run.row, config, out->sent);
			if (!ussd_line_send(line, request, octets, 0))
				break;
			out->sent++;
		}
		ussd_line_turn(line, 100000);
	}
	out->again = ussd_line_again(line);
	ussd_line_free(&line);
	return true;
}
