#include "base/json.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/utf8.h"

json_t *
json_read(struct str text, size_t cap, struct err *err)
{
	if (text.octets > cap) {
		err_set(err, JSON_ERR_LARGE, cap,
		    "%zu octets where at most %zu are taken", text.octets, cap);
		return NULL;
	}
	json_error_t what;
	json_t *value = json_loadb(text.octets > 0 ? text.at : "", text.octets,
	    JSON_REJECT_DUPLICATES, &what);
	if (value == NULL) {
		/* It quotes what stood there, and cuts that anywhere. */
		char words[ERR_TEXT_OCTETS];
		utf8_clean(words, sizeof(words), str_from(what.text));
		err_set(err, JSON_ERR_SYNTAX,
		    what.position > 0 ? (size_t)what.position : 0, "%s", words);
	}
	return value;
}

/* All of fd, or false when there is more than the buffer's cap. */
static bool
read_all(struct buf *into, int fd)
{
	char part[16384];
	for (;;) {
		ssize_t got = read(fd, part, sizeof(part));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0;
		if (!buf_add(into, part, (size_t)got)) {
			errno = EFBIG;
			return false;
		}
	}
}

json_t *
json_read_file(const char *path, size_t cap, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		err_set(err, JSON_ERR_FILE, 0, "cannot open %s: %s", path,
		    strerror(errno));
		return NULL;
	}
	struct buf text = buf_new(cap);
	json_t *value = NULL;
	if (read_all(&text, fd))
		value = json_read(buf_str(&text), cap, err);
	else
		err_set(err, JSON_ERR_FILE, 0, "cannot read %s: %s", path,
		    strerror(errno));
	buf_free(&text);
	close(fd);
	return value;
}

const char *
json_text(const json_t *object, const char *key, const char *otherwise)
{
	const char *text = json_string_value(json_object_get(object, key));
	return text != NULL ? text : otherwise;
}

int64_t
json_int(const json_t *object, const char *key, int64_t otherwise)
{
	const json_t *value = json_object_get(object, key);
	return json_is_integer(value) ? json_integer_value(value) : otherwise;
}

json_t *
json_clean(const char *text, size_t octets)
{
	/* The worst octet becomes the three of U+FFFD. */
	PANIC_UNLESS(octets < SIZE_MAX / 4);
	char *clean = xcalloc(octets * 3 + 4, 1);
	size_t used = 0;
	for (struct str rest = str_of(text, octets); rest.octets > 0;) {
		size_t taken;
		uint32_t code_point = utf8_next(rest, &taken);
		if (code_point == 0)
			code_point = UTF8_REPLACEMENT;
		used += utf8_put(clean + used, code_point);
		rest = str_of(rest.at + taken, rest.octets - taken);
	}
	json_t *value = json_stringn(clean, used);
	free(clean);
	return value;
}

void
json_line(FILE *out, const json_t *object)
{
	char *text = json_dumps(object, JSON_WRITE_FLAGS);
	if (text == NULL) {
		/* A member was built from bad UTF-8 without json_clean(). */
		log_event(
		    LOG_ERROR, "json", "unwritable", "reason=null-or-bad-utf8");
		return;
	}
	size_t octets = strlen(text);
	text[octets] = '\n'; /* in place of the NUL */
	fwrite(text, 1, octets + 1, out);
	free(text);
}

json_t *
json_milli(int64_t milli)
{
	if (milli % 1000 == 0)
		return json_integer(milli / 1000);
	return json_real((double)milli / 1000.0);
}
