#include "gateway/queue/alarm_sms.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "sms/segment.h"

/* Longer beginnings first; those that say it themselves have "". */
static const struct {
	const char *key; /* with a blank: a link's name stands behind it */
	const char *advice;
} advices[] = {
    {"link ", "See to power, cable, SIM or line; then: furrow link reset @"},
    {"store ", "Put its SIM into a phone and delete texts"},
    {"sim ", ""},
    {"sends ", "Top it up or ask the operator. More: furrow link show @"},
    {"airtime ", "Top it up now"},
    {"balance ", ""},
    {"plan near ", "Buy a larger plan, or give texts to another link"},
    {"plan ", "Buy a larger plan and raise its limit in furrow.conf"},
    {"expires ", "Top it up"},
    {"near ", "Raise the limit of the day in furrow.conf, or wait"},
    {"spent ", "Raise the limit of the day in furrow.conf, or wait"},
    {"disk", "Make room on it or put in a larger one; orders need it"},
    {"queue", "See why: furrow queue list, furrow link list"},
    {"route", ""},
    {"robots", "Look: furrow log show, or the page Log"},
    {"clock", "Set the machine's clock (timedatectl)"},
    {"backup-failed", "See to the stick or disk. More: furrow backup list"},
    {"backup-old", "Put the stick in. More: furrow backup list"},
    {"webhook-behind", "Does its server answer? More: furrow webhook list"},
    {"webhook", "Does its server answer? More: furrow webhook list"},
    {"restore-held", ""},
};

const char *
alarm_sms_advice(const char *key)
{
	for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++) {
		size_t octets = strlen(advices[i].key);
		bool named = advices[i].key[octets - 1] == ' ';
		if (strncmp(key, advices[i].key, octets) == 0 &&
		    (named || key[octets] == '\0'))
			return advices[i].advice;
	}
	return NULL;
}

static void
add_advice(struct buf *out, const char *key)
{
	const char *advice = alarm_sms_advice(key);
	const char *name = strrchr(key, ' ');
	size_t before;
	if (advice == NULL || advice[0] == '\0')
		return;
	before = strcspn(advice, "@");
	buf_add_text(out, ". ");
	buf_add(out, advice, before);
	if (advice[before] == '@' && name != NULL)
		buf_add_text(out, name + 1);
}

/* The longest beginning of at most that many octets that ends with a letter. */
static size_t
whole_letters(struct str text, size_t most)
{
	size_t at = 0, used;
	while (at < text.octets) {
		(void)utf8_next(str_of(text.at + at, text.octets - at), &used);
		if (at + used > most)
			break;
		at += used;
	}
	return at;
}

char *
alarm_sms_write(char dst[ALARM_SMS_OCTETS], const char *key, const char *what)
{
	static const struct segment_rules rules = {.transliterate = true};
	struct str text = str_trim(str_from(what));
	for (;;) {
		struct buf out = buf_over(dst, ALARM_SMS_OCTETS);
		buf_add_text(&out, "furrow: ");
		buf_add_str(&out, text);
		add_advice(&out, key);
		if (text.octets == 0 ||
		    (!out.full &&
			segment_measure(buf_str(&out), &rules).parts == 1))
			return dst;
		text.octets = whole_letters(text, text.octets - 1);
	}
}
