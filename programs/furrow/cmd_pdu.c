#include "programs/furrow/cmd_pdu.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/panic.h"
#include "base/span.h"
#include "base/str.h"

#include "sms/pdu.h"

#include "programs/furrow/command.h"

/* A line beyond this is refused and stepped over. */
#define LINE_OCTETS_MAX ((size_t)4 << 20)
/* Printed text waits until it is worth a write. */
#define OUT_FLUSH_OCTETS ((size_t)64 << 10)
#define OUT_OCTETS_MAX ((size_t)64 << 20)

/* What is being done to every line. */
struct job {
	bool encode;
	enum pdu_direction direction;
	struct buf out;
	bool write_failed;
};

/* ---- JSON by hand: jansson would cost more than the decoding ---- */

void
cmd_pdu_put(struct buf *out, const char *text)
{
	buf_add(out, text, strlen(text));
}

void
cmd_pdu_put_number(struct buf *out, int64_t number)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		digits[--at] = '-';
	buf_add(out, digits + at, sizeof(digits) - at);
}

static void
put_escape(struct buf *out, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	char unicode[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
	switch (c) {
	case '"':
		cmd_pdu_put(out, "\\\"");
		break;
	case '\\':
		cmd_pdu_put(out, "\\\\");
		break;
	case '\n':
		cmd_pdu_put(out, "\\n");
		break;
	case '\r':
		cmd_pdu_put(out, "\\r");
		break;
	case '\t':
		cmd_pdu_put(out, "\\t");
		break;
	default:
		buf_add(out, unicode, sizeof(unicode));
		break;
	}
}

/* The codecs give nothing but UTF-8, so that only ASCII needs a look. */
void
cmd_pdu_put_string(struct buf *out, struct str text)
{
	size_t from = 0;
	buf_add_char(out, '"');
	for (size_t i = 0; i < text.octets; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		buf_add(out, text.at + from, i - from);
		put_escape(out, c);
		from = i + 1;
	}
	buf_add(out, text.at + from, text.octets - from);
	buf_add_char(out, '"');
}

void
cmd_pdu_put_hex(struct buf *out, struct span bytes)
{
	char hex[2 * PDU_OCTETS_MAX + 1];
	int digits = span_to_hex(hex, sizeof(hex), bytes);
	buf_add_char(out, '"');
	buf_add(out, hex, digits < 0 ? 0 : (size_t)digits);
	buf_add_char(out, '"');
}

void
cmd_pdu_put_error(struct buf *out, struct str id, const struct err *err)
{
	cmd_pdu_put(out, "{\"id\":");
	buf_add_str(out, id);
	cmd_pdu_put(out, ",\"ok\":false,\"error\":");
	cmd_pdu_put_string(out, str_from(err->text));
	cmd_pdu_put(out, ",\"offset\":");
	cmd_pdu_put_number(out, (int64_t)err->offset);
	cmd_pdu_put(out, "}\n");
}

/* Absent and null are the same; anything but a string or a number that the
 * key allows is a mistake worth telling. */
bool
cmd_pdu_is_given(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	return value != NULL && !json_is_null(value);
}

int
cmd_pdu_refuse(struct err *err, const char *why)
{
	return err_set(err, PDU_VALUE, 0, "%s", why);
}

/* ---- lines ---- */

/* request holds what the line does not say. */
static void
do_json(struct job *job, struct str line, uint64_t number,
    struct cmd_pdu_request request)
{
	struct err err;
	char *id = NULL;
	int rc = 0;
	json_t *object = json_read(line, LINE_OCTETS_MAX, &err);
	const json_t *given = json_object_get(object, "id");
	if (given != NULL)
		id = json_dumps(given, JSON_COMPACT | JSON_ENCODE_ANY);
	if (id != NULL)
		request.id = str_from(id);
	if (object == NULL)
		rc = err.code;
	else if (!json_is_object(object))
		rc = cmd_pdu_refuse(&err, "no JSON object");
	else if (!job->encode)
		rc = cmd_pdu_request_read(&request, object, &err);
	if (rc != 0)
		cmd_pdu_put_error(&job->out, request.id, &err);
	else if (job->encode)
		cmd_pdu_encode(&job->out, request.id, object, number);
	else
		cmd_pdu_decode(&job->out, &request);
	free(id);
	json_decref(object);
}

static void
do_line(struct job *job, struct str line, uint64_t number)
{
	char digits[24];
	struct buf id = buf_over(digits, sizeof(digits));
	line = str_trim(line);
	cmd_pdu_put_number(&id, (int64_t)number);
	if (line.octets == 0) {
		struct err err;
		err_set(&err, PDU_SHORT, 0, "line is empty");
		cmd_pdu_put_error(&job->out, buf_str(&id), &err);
		return;
	}
	struct cmd_pdu_request defaults = {
	    .id = buf_str(&id),
	    .hex = line,
	    .direction = job->direction,
	    .framing = PDU_WITH_SMSC,
	};
	struct cmd_pdu_request request = defaults;
	bool json = job->encode || line.at[0] == '{';
	if (!json || (!job->encode && cmd_pdu_request_plain(&request, line)))
		cmd_pdu_decode(&job->out, &request);
	else
		do_json(job, line, number, defaults);
}

static void
refuse_long_line(struct job *job, uint64_t number)
{
	char digits[24];
	struct buf id = buf_over(digits, sizeof(digits));
	struct err err;
	cmd_pdu_put_number(&id, (int64_t)number);
	err_set(&err, PDU_LONG, LINE_OCTETS_MAX, "line beyond %zu octets",
	    LINE_OCTETS_MAX);
	cmd_pdu_put_error(&job->out, buf_str(&id), &err);
}

static void
flush(struct job *job)
{
	struct str rest = buf_str(&job->out);
	while (rest.octets > 0 && !job->write_failed) {
		ssize_t n = write(STDOUT_FILENO, rest.at, rest.octets);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			job->write_failed = true;
		else
			rest = str_of(rest.at + n, rest.octets - (size_t)n);
	}
	buf_clear(&job->out);
}

/* The input as it comes: whole lines, and the start of one more. */
struct lines {
	int fd;
	char *at; /* LINE_OCTETS_MAX */
	size_t start, end;
	uint64_t number;
	bool skipping; /* the rest of a line that was too long */
};

static void
do_one(struct job *job, struct lines *in, size_t octets)
{
	in->number++;
	if (in->skipping)
		refuse_long_line(job, in->number);
	else
		do_line(job, str_of(in->at + in->start, octets), in->number);
	in->skipping = false;
	if (job->out.octets >= OUT_FLUSH_OCTETS)
		flush(job);
}

/* Does all whole lines; what stays is moved to the front. */
static void
do_lines(struct job *job, struct lines *in)
{
	while (in->start < in->end) {
		const char *from = in->at + in->start;
		const char *lf = memchr(from, '\n', in->end - in->start);
		if (lf == NULL)
			break;
		do_one(job, in, (size_t)(lf - from));
		in->start = (size_t)(lf - in->at) + 1;
	}
	in->end -= in->start;
	memmove(in->at, in->at + in->start, in->end);
	in->start = 0;
	if (in->end == LINE_OCTETS_MAX) {
		in->skipping = true;
		in->end = 0;
	}
}

static int
do_input(struct job *job, int fd, const char *name)
{
	struct lines in = {.fd = fd, .at = xcalloc(1, LINE_OCTETS_MAX)};
	ssize_t n = 1;
	while (n != 0 && !job->write_failed) {
		n = read(fd, in.at + in.end, LINE_OCTETS_MAX - in.end);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			break;
		in.end += (size_t)n;
		do_lines(job, &in);
		flush(job); /* who types a line wants to see it answered */
	}
	if (n == 0 && (in.end > 0 || in.skipping))
		do_one(job, &in, in.end);
	flush(job);
	free(in.at);
	if (job->write_failed)
		return complain("standard output", "%s", strerror(errno));
	return n < 0 ? complain(name, "%s", strerror(errno)) : EXIT_DONE;
}

static int
do_file(struct job *job, const char *path)
{
	if (strcmp(path, "-") == 0)
		return do_input(job, STDIN_FILENO, "standard input");
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return complain(path, "%s", strerror(errno));
	int rc = do_input(job, fd, path);
	close(fd);
	return rc;
}

static int
read_options(struct job *job, int argc, char **argv, int *first_file)
{
	if (argc < 2)
		return usage(&cmd_pdu, "decode or encode?");
	if (strcmp(argv[1], "encode") == 0)
		job->encode = true;
	else if (strcmp(argv[1], "decode") != 0)
		return usage(
		    &cmd_pdu, "neither decode nor encode: %s", argv[1]);
	int i = 2;
	for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
		static const char option[] = "--direction";
		size_t octets = sizeof(option) - 1;
		const char *name = NULL;
		if (strcmp(argv[i], "--") == 0) {
			i++;
			break;
		}
		if (strcmp(argv[i], option) == 0)
			name = ++i < argc ? argv[i] : "";
		else if (strncmp(argv[i], option, octets) == 0 &&
			 argv[i][octets] == '=')
			name = argv[i] + octets + 1;
		if (name == NULL || job->encode)
			return usage(&cmd_pdu, "unknown option: %s", argv[i]);
		if (!cmd_pdu_direction(&job->direction, str_from(name)))
			return usage(&cmd_pdu,
			    "--direction deliver|submit|status-report|"
			    "deliver-report|submit-report|command");
	}
	*first_file = i;
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct job job = {.direction = PDU_DIRECTION_GUESS};
	int i = 0;
	(void)cli; /* needs no daemon */
	int rc = read_options(&job, argc, argv, &i);
	if (rc != EXIT_DONE)
		return rc;
	job.out = buf_new(OUT_OCTETS_MAX);
	if (i >= argc)
		rc = do_file(&job, "-");
	for (; i < argc && rc == EXIT_DONE; i++)
		rc = do_file(&job, argv[i]);
	buf_free(&job.out);
	return rc;
}

const struct command cmd_pdu = {
    .name = "pdu",
    .usage = "pdu decode [--direction deliver|submit|status-report] [FILE…]\n"
	     "       furrow pdu encode [FILE…]",
    .summary = "read and write SMS PDUs, one a line",
    .help =
	"decode reads lines of hex, or of JSON:\n"
	"    {\"id\", \"pdu\", \"direction\", \"smsc_included\", \"length\"}\n"
	"and writes one JSON object for each: the message, or \"ok\":false "
	"with the\n"
	"error and the octet at fault.  Without a direction the message type "
	"decides.\n"
	"Lines that are bare hex get their number as id; length is the one "
	"that the\n"
	"modem announced.\n"
	"\n"
	"encode reads {\"id\", \"to\", \"text\"}, or \"data\" (hex) for the "
	"text, and optionally\n"
	"    \"languages\" [\"tr\",…] whose tables may be used, "
	"\"transliterate\" none|punctuation|full,\n"
	"    \"class\" 0-3, \"pid\", \"ports\" {\"dst\", \"src\", "
	"\"bits\"}, \"concat\" 8|16, \"ref\", \"mr\",\n"
	"    \"validity\" \"2h\" or as decode prints it, "
	"\"validity_minutes\", \"report\", \"reply_path\",\n"
	"    \"reject_duplicates\", \"smsc\"\n"
	"and writes the parts as AT+CMGS takes them: \"pdu\" with the service "
	"centre in\n"
	"front, \"length\" without it.  Every line is answered by one line.\n",
    .fn = run,
};
