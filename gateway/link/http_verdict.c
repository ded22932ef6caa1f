#include "gateway/link/http_verdict.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "base/utf8.h"
#include "gateway/link/http_fields.h"

#define ANSWER_OCTETS 4096 /* of what a pattern looks at */

int64_t
http_verdict_mr(const char *id)
{
	if (id[0] == '\0')
		return -1;
	uint64_t hash = span_hash(span_of(id, strlen(id))) & INT64_MAX;
	return hash != 0 ? (int64_t)hash : 1;
}

static struct http_verdict
refused(enum refusal refusal, bool trouble)
{
	return (struct http_verdict){
	    .outcome = OUTCOME_REFUSED, .refusal = refusal, .trouble = trouble};
}

static struct http_verdict
of_class(enum http_class class_)
{
	switch (class_) {
	case HTTP_CLASS_ACCEPTED:
		return (struct http_verdict){.outcome = OUTCOME_ACCEPTED};
	case HTTP_CLASS_RETRY:
		return refused(REFUSAL_RETRY, false);
	case HTTP_CLASS_LATER:
		return refused(REFUSAL_WAIT, false);
	case HTTP_CLASS_ELSEWHERE:
		return refused(REFUSAL_ELSEWHERE, false);
	case HTTP_CLASS_DEAD:
		return refused(REFUSAL_DEAD, false);
	case HTTP_CLASS_CREDIT:
		return refused(REFUSAL_CREDIT, true);
	case HTTP_CLASS_BLOCKED:
		return refused(REFUSAL_BLOCKED, true);
	case HTTP_CLASS_TEXT:
		return refused(REFUSAL_TEXT, false);
	case HTTP_CLASS_UNKNOWN:
		break;
	}
	return (struct http_verdict){.outcome = OUTCOME_UNKNOWN};
}

static const struct {
	int first, last;
	enum http_class class_;
	bool trouble;
	const char *why;
} statuses[] = {
    {300, 399, HTTP_CLASS_ELSEWHERE, true,
	"sends us to another address: is url right?"},
    {401, 401, HTTP_CLASS_BLOCKED, true, "refuses our key or password"},
    {402, 402, HTTP_CLASS_CREDIT, true, "no money left there"},
    {403, 403, HTTP_CLASS_BLOCKED, true, "forbids us to send"},
    {404, 405, HTTP_CLASS_ELSEWHERE, true,
	"has no such address: is url right?"},
    {408, 408, HTTP_CLASS_UNKNOWN, false, "its time ran out"},
    {413, 414, HTTP_CLASS_TEXT, false, "finds the text too long"},
    {429, 429, HTTP_CLASS_LATER, false, "we send too fast"},
    {400, 499, HTTP_CLASS_ELSEWHERE, false, "does not take it"},
    {503, 503, HTTP_CLASS_LATER, false, "is not available"},
    {500, 599, HTTP_CLASS_UNKNOWN, false, "failed inside"},
};

static struct http_verdict
of_status(int status)
{
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++) {
		if (status < statuses[i].first || status > statuses[i].last)
			continue;
		struct http_verdict v = of_class(statuses[i].class_);
		v.trouble = statuses[i].trouble;
		v.code = status;
		snprintf(v.why, sizeof(v.why), "HTTP %d: %s", status,
		    statuses[i].why);
		return v;
	}
	struct http_verdict v = of_class(HTTP_CLASS_UNKNOWN);
	v.code = status;
	snprintf(v.why, sizeof(v.why), "HTTP %d", status);
	return v;
}

/* Words of a stranger: one line of printable text. */
static void
set_why(struct http_verdict *v, const char *code, const char *words)
{
	char clean[64];
	utf8_clean(clean, sizeof(clean),
	    str_from(words != NULL && words[0] != '\0' ? words : code));
	for (char *c = clean; *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
	snprintf(v->why, sizeof(v->why), "answered %.20s%s%s", code,
	    strcmp(clean, code) != 0 ? ": " : "",
	    strcmp(clean, code) != 0 ? clean : "");
}

static void
set_id(struct http_verdict *v, struct str id)
{
	/* Africa's Talking's word for none. */
	if (id.octets < sizeof(v->id) && !str_equal(id, STR("None")))
		str_copy(v->id, sizeof(v->id), id);
}

static struct http_verdict
of_code(const struct http_row *row, struct http_fields *f, const char *code)
{
	const char *words = http_fields_get(f, row->words);
	const char *id = http_fields_get(f, row->id);
	int class_ = http_row_class(row, code);
	struct http_verdict v = of_class(
	    class_ >= 0 ? (enum http_class)class_ : HTTP_CLASS_UNKNOWN);
	set_why(&v, code, words);
	v.code = (int)strtol(code, NULL, 10);
	if (v.outcome == OUTCOME_ACCEPTED && id != NULL)
		set_id(&v, str_from(id));
	return v;
}

/* False: nothing in the body says more than the status. */
static bool
read_json(struct http_verdict *out, const struct http_row *row, bool good,
    struct http_fields *f)
{
	const char *code = http_fields_get(f, row->code);
	if (code == NULL)
		code = http_fields_get(f, row->other_code);
	int class_ = code != NULL ? http_row_class(row, code) : -1;
	/* What contradicts itself is believed in neither. */
	if (code != NULL && (good || class_ > HTTP_CLASS_ACCEPTED)) {
		*out = of_code(row, f, code);
		return true;
	}
	const char *id = http_fields_get(f, row->id);
	bool whole =
	    good && row->code[0] == '\0' && row->id[0] != '\0' && id != NULL;
	if (!whole)
		return false;
	*out = of_class(HTTP_CLASS_ACCEPTED);
	set_why(out, "accepted", NULL);
	set_id(out, str_from(id));
	return true;
}

static bool
read_pattern(
    struct http_verdict *out, const struct http_row *row, struct str body)
{
	char text[ANSWER_OCTETS];
	regex_t pattern;
	regmatch_t found[2] = {{-1, -1}, {-1, -1}};
	if (regcomp(&pattern, row->pattern, REG_EXTENDED) != 0)
		return false;
	str_copy(text, sizeof(text), body);
	bool matches = regexec(&pattern, text, 2, found, 0) == 0;
	regfree(&pattern);
	if (!matches)
		return false;
	*out = of_class(HTTP_CLASS_ACCEPTED);
	set_why(out, "accepted", NULL);
	if (found[1].rm_so >= 0)
		set_id(out, str_of(text + found[1].rm_so,
				(size_t)(found[1].rm_eo - found[1].rm_so)));
	return true;
}

static struct http_verdict
unreadable(int status)
{
	struct http_verdict v = of_class(HTTP_CLASS_UNKNOWN);
	v.code = status;
	snprintf(v.why, sizeof(v.why), "HTTP %d, but the answer cannot be read",
	    status);
	return v;
}

struct http_verdict
http_verdict(const struct http_row *row, int status, struct str body)
{
	bool good = status >= 200 && status < 300;
	bool asks_json = row->code[0] != '\0' || row->id[0] != '\0';
	struct http_verdict v = {0};
	struct http_fields f;
	bool read = false;
	if (good && row->pattern[0] != '\0' && read_pattern(&v, row, body))
		return v;
	http_fields_init(&f);
	if (asks_json && http_fields_json(&f, body, NULL) == 0)
		read = read_json(&v, row, good, &f);
	http_fields_free(&f);
	if (read)
		return v;
	if (!good)
		return of_status(status);
	if (asks_json || row->pattern[0] != '\0')
		return unreadable(status);
	v = of_class(HTTP_CLASS_ACCEPTED);
	v.code = status;
	snprintf(v.why, sizeof(v.why), "HTTP %d", status);
	return v;
}
