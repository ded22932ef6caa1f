#include "gateway/store/audit_head.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/panic.h"

#define SIGNATURE_MARK " sig="

static void
add_octets(struct buf *to, const char *key, const uint8_t *at, size_t octets)
{
	char text[100];

	digest_to_base64(text, sizeof(text), span_of(at, octets));
	buf_add_format(to, " %s=%s", key, text);
}

size_t
audit_head_write(char dst[AUDIT_HEAD_OCTETS], struct audit_head *head,
    const struct sign_key *key)
{
	struct buf line = buf_over(dst, AUDIT_HEAD_OCTETS);
	char time[32];

	sign_key_public(key, head->key);
	buf_add_format(&line,
	    "furrow-head 1 number=%" PRId64 " id=%" PRId64 " rows=%" PRId64
	    " time=%s message=%" PRId64 " accepted=%" PRId64,
	    head->number, head->id, head->rows,
	    clock_rfc3339(time, sizeof(time), head->time_ms, 0),
	    head->message_id, head->accepted_id);
	add_octets(&line, "seed", head->seed, sizeof(head->seed));
	add_octets(&line, "hash", head->hash, sizeof(head->hash));
	add_octets(&line, "before", head->before, sizeof(head->before));
	add_octets(&line, "key", head->key, sizeof(head->key));
	sign_make(head->signature, key, buf_str(&line));
	add_octets(&line, "sig", head->signature, sizeof(head->signature));
	PANIC_UNLESS(!line.full);
	return line.octets;
}

/* The next word of the line, which must be KEY=…; what stands behind it. */
static bool
cut(struct str *value_out, struct str *rest, const char *key)
{
	size_t octets = strlen(key);
	struct str word;

	if (!str_cut(&word, rest, ' ') || !str_starts(word, key) ||
	    word.octets <= octets || word.at[octets] != '=')
		return false;
	*value_out = str_of(word.at + octets + 1, word.octets - octets - 1);
	return true;
}

static bool
cut_number(int64_t *out, struct str *rest, const char *key, int64_t least)
{
	struct str value;

	return cut(&value, rest, key) && str_to_int64(out, value) &&
	       *out >= least;
}

static bool
cut_octets(uint8_t *dst, size_t octets, struct str *rest, const char *key)
{
	struct str value;

	return cut(&value, rest, key) && value.octets == (octets + 2) / 3 * 4 &&
	       digest_from_base64(dst, octets, value) == (int)octets;
}

static bool
cut_time(int64_t *out, struct str *rest)
{
	struct str value;
	char text[32];

	return cut(&value, rest, "time") &&
	       str_copy(text, sizeof(text), value) == value.octets &&
	       clock_parse(out, text);
}

bool
audit_head_read(struct audit_head *out, struct str line)
{
	struct str rest = line, word;

	memset(out, 0, sizeof(*out));
	return line.octets < AUDIT_HEAD_OCTETS && str_cut(&word, &rest, ' ') &&
	       str_is(word, "furrow-head") && str_cut(&word, &rest, ' ') &&
	       str_is(word, "1") &&
	       cut_number(&out->number, &rest, "number", 1) &&
	       cut_number(&out->id, &rest, "id", 0) &&
	       cut_number(&out->rows, &rest, "rows", 0) &&
	       cut_time(&out->time_ms, &rest) &&
	       cut_number(&out->message_id, &rest, "message", 0) &&
	       cut_number(&out->accepted_id, &rest, "accepted", -1) &&
	       cut_octets(out->seed, sizeof(out->seed), &rest, "seed") &&
	       cut_octets(out->hash, sizeof(out->hash), &rest, "hash") &&
	       cut_octets(out->before, sizeof(out->before), &rest, "before") &&
	       cut_octets(out->key, sizeof(out->key), &rest, "key") &&
	       cut_octets(
		   out->signature, sizeof(out->signature), &rest, "sig") &&
	       rest.at == NULL;
}

bool
audit_head_signed(const struct audit_head *head, struct str line,
    const uint8_t public_key[SIGN_PUBLIC_OCTETS])
{
	const char *mark = memmem(line.at, line.octets, SIGNATURE_MARK, 5);

	return mark != NULL && sign_check(public_key, head->signature,
				   str_of(line.at, (size_t)(mark - line.at)));
}
