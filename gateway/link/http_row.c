#include "gateway/link/http_row.h"

#include <string.h>

struct meaning {
	const char *name;
	int meaning;
};

static const struct meaning classes[] = {
    {"accepted", HTTP_CLASS_ACCEPTED},
    {"retry", HTTP_CLASS_RETRY},
    {"later", HTTP_CLASS_LATER},
    {"elsewhere", HTTP_CLASS_ELSEWHERE},
    {"dead", HTTP_CLASS_DEAD},
    {"credit", HTTP_CLASS_CREDIT},
    {"blocked", HTTP_CLASS_BLOCKED},
    {"text", HTTP_CLASS_TEXT},
    {"unknown", HTTP_CLASS_UNKNOWN},
    {NULL, 0},
};

static const struct meaning fates[] = {
    {"delivered", HTTP_FATE_DELIVERED},
    {"trying", HTTP_FATE_TRYING},
    {"failed", HTTP_FATE_FAILED},
    {"rejected", HTTP_FATE_REJECTED},
    {"dead", HTTP_FATE_DEAD},
    {"expired", HTTP_FATE_EXPIRED},
    {NULL, 0},
};

/* What the providers' pages say. */
struct shipped {
	const char *name;
	bool get, json;
	const char *url, *field, *body;
	const char *id, *code, *other_code, *words;
	const char *in_from, *in_text, *in_id, *in_date;
	const char *report_id, *report_status, *report_reason, *report_to;
	const char *codes[24], *fates[24];
};

static const struct shipped shipped[] = {
    {
	.name = "africastalking",
	.url = "https://api.africastalking.com/version1/messaging",
	.field = "apiKey: {key}",
	/* enqueue: they take it at once and send it from their queue. */
	.body = "username={user}&to={to}&message={text}&from={from}&enqueue=1",
	.id = "SMSMessageData.Recipients[0].messageId",
	.code = "SMSMessageData.Recipients[0].statusCode",
	/* "InvalidSenderId" with no recipient at all. */
	.other_code = "SMSMessageData.Message",
	.words = "SMSMessageData.Recipients[0].status",
	.in_from = "from",
	.in_text = "text",
	.in_id = "id",
	.in_date = "date",
	.report_id = "id",
	.report_status = "status",
	.report_reason = "failureReason",
	.report_to = "phoneNumber",
	.codes = {"100 accepted", "101 accepted", "102 accepted",
	    "401 elsewhere", /* held for risk */
	    "402 blocked", "InvalidSenderId blocked", "403 dead",
	    "404 elsewhere", /* this type of number is not served */
	    "405 credit", "InsufficientBalance credit",
	    "406 dead", /* the person wants nothing from this sender */
	    "407 elsewhere", "409 elsewhere", "500 retry", "501 retry",
	    "502 elsewhere"},
	.fates = {"Success delivered", "Sent trying", "Submitted trying",
	    "Buffered trying", "Failed failed", "Rejected rejected",
	    "AbsentSubscriber expired", "UserDoesNotExist dead",
	    "NotNetworkSubscriber dead",
	    "NotNetworkSubcriber dead", /* as they write it */
	    "UserInBlackList rejected", "Expired expired"},
    },
    {
	.name = "generic",
	.in_from = "from",
	.in_text = "text",
	.in_id = "id",
	.in_date = "date",
	.report_id = "id",
	.report_status = "status",
	.report_to = "to",
	/* The words of SMPP, which most providers pass on. */
	.fates = {"DELIVRD delivered", "delivered delivered",
	    "success delivered", "ACCEPTD trying", "ENROUTE trying",
	    "sent trying", "submitted trying", "queued trying",
	    "buffered trying", "EXPIRED expired", "UNDELIV failed",
	    "undelivered failed", "failed failed", "REJECTD rejected",
	    "rejected rejected", "DELETED failed"},
    },
};

/* -- codes ----------------------------------------------------------------- */

static bool
set_code(struct http_code *codes, size_t *count, const struct meaning *names,
    const char *written)
{
	const char *blank = strrchr(written, ' ');
	const struct meaning *m = names;
	if (blank == NULL || blank == written)
		return false;
	while (m->name != NULL && strcmp(m->name, blank + 1) != 0)
		m++;
	struct str code = str_trim(str_of(written, (size_t)(blank - written)));
	if (m->name == NULL || code.octets == 0 ||
	    code.octets >= HTTP_ROW_CODE_OCTETS)
		return false;
	size_t i = 0;
	while (i < *count && !str_equal_nocase(code, str_from(codes[i].code)))
		i++;
	if (i == HTTP_ROW_CODES)
		return false;
	str_copy(codes[i].code, sizeof(codes[i].code), code);
	codes[i].meaning = m->meaning;
	*count = i == *count ? i + 1 : *count;
	return true;
}

static int
meaning_of(const struct http_code *codes, size_t count, const char *code)
{
	struct str wanted = str_trim(str_from(code));
	for (size_t i = 0; i < count; i++)
		if (str_equal_nocase(wanted, str_from(codes[i].code)))
			return codes[i].meaning;
	return -1;
}

bool
http_row_set_code(struct http_row *row, const char *written)
{
	return set_code(row->codes, &row->codes_count, classes, written);
}

bool
http_row_set_fate(struct http_row *row, const char *written)
{
	return set_code(row->fates, &row->fates_count, fates, written);
}

int
http_row_class(const struct http_row *row, const char *code)
{
	return meaning_of(row->codes, row->codes_count, code);
}

int
http_row_fate(const struct http_row *row, const char *status)
{
	return meaning_of(row->fates, row->fates_count, status);
}

/* -- rows ------------------------------------------------------------------ */

static void
fill(struct http_row *out, const struct shipped *s)
{
	const struct {
		char *dst;
		size_t octets;
		const char *src;
	} texts[] = {
	    {out->name, sizeof(out->name), s->name},
	    {out->url, sizeof(out->url), s->url},
	    {out->field[0], sizeof(out->field[0]), s->field},
	    {out->body, sizeof(out->body), s->body},
	    {out->id, sizeof(out->id), s->id},
	    {out->code, sizeof(out->code), s->code},
	    {out->other_code, sizeof(out->other_code), s->other_code},
	    {out->words, sizeof(out->words), s->words},
	    {out->in_from, sizeof(out->in_from), s->in_from},
	    {out->in_text, sizeof(out->in_text), s->in_text},
	    {out->in_id, sizeof(out->in_id), s->in_id},
	    {out->in_date, sizeof(out->in_date), s->in_date},
	    {out->report_id, sizeof(out->report_id), s->report_id},
	    {out->report_status, sizeof(out->report_status), s->report_status},
	    {out->report_reason, sizeof(out->report_reason), s->report_reason},
	    {out->report_to, sizeof(out->report_to), s->report_to},
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		str_copy(texts[i].dst, texts[i].octets, str_from(texts[i].src));
}

bool
http_row_find(struct http_row *out, const char *name)
{
	for (size_t i = 0; i < sizeof(shipped) / sizeof(shipped[0]); i++) {
		const struct shipped *s = &shipped[i];
		if (strcmp(s->name, name) != 0)
			continue;
		*out = (struct http_row){.get = s->get, .json = s->json};
		fill(out, s);
		out->fields = s->field != NULL;
		for (size_t k = 0; k < 24 && s->codes[k] != NULL; k++)
			http_row_set_code(out, s->codes[k]);
		for (size_t k = 0; k < 24 && s->fates[k] != NULL; k++)
			http_row_set_fate(out, s->fates[k]);
		return true;
	}
	return false;
}

const char *
http_row_names(void)
{
	return "africastalking, generic";
}
