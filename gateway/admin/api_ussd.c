/* api_ussd - a question to the operator of a link's SIM.
 *
 * The audit's row is durable before the code leaves; it tells neither a
 * voucher nor long numbers, which may be PINs. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "gateway/admin/api_impl.h"

#define STEP_OCTETS 183
#define VOUCHER_OCTETS 40
#define CODE_DIGITS 6 /* so many in a row are hidden in a code */
#define ANSWER_DIGITS 4 /* in an answer: a PIN */

/* Numbers that may be secret become "…". */
static void
add_hidden(struct buf *out, const char *step, size_t most_digits)
{
	for (const char *at = step; *at != '\0';) {
		size_t digits = strspn(at, "0123456789");

		if (digits >= most_digits)
			buf_add_text(out, "\342\200\246");
		else
			buf_add(out, at, digits > 0 ? digits : 1);
		at += digits > 0 ? digits : 1;
	}
}

static void
ussd_work(struct api_write *write, const struct turn *turn)
{
	const char *script = json_text(write->body, "script", "");
	const json_t *steps = json_object_get(write->body, "steps");
	char what[200] = "";
	struct buf out = buf_over(what, sizeof(what));
	size_t i;
	json_t *step;

	if (script[0] != '\0')
		buf_add_format(&out, " script %.40s", script);
	json_array_foreach(steps, i, step)
	{
		buf_add_char(&out, ' ');
		add_hidden(&out, json_string_value(step),
		    i == 0 ? CODE_DIGITS : ANSWER_DIGITS);
	}
	api_write_audit(
	    write, turn, "link.ussd", "%.40s%.180s", write->name, what);
	write->status = 200;
}

/* A voucher that the operator repeats is not told either. */
static json_t *
reply_text(const char *text, const char *voucher)
{
	char shown[2048];
	size_t octets = strlen(voucher), n = 0;

	while (*text != '\0' && n + 4 < sizeof(shown)) {
		bool is = octets >= ANSWER_DIGITS &&
			  strncmp(text, voucher, octets) == 0;

		if (is)
			n += str_copy(
			    shown + n, sizeof(shown) - n, STR("\342\200\246"));
		else
			shown[n++] = *text;
		text += is ? octets : 1;
	}
	return json_clean(shown, n);
}

static void
ussd_done(void *arg, const struct enquiry_answer *answer)
{
	static const char *const outcomes[] = {"answered", "refused", "silent"};
	struct api_write *write = arg;
	const char *voucher = json_text(write->body, "voucher", "");
	json_t *replies = json_array();

	for (size_t i = 0; i < answer->count; i++)
		json_array_append_new(
		    replies, reply_text(answer->texts[i], voucher));
	api_write_end(write,
	    json_pack("{s:o, s:o, s:s, s:b, s:b, s:i, s:o}", "link",
		api_text(write->name), "replies", replies, "outcome",
		outcomes[answer->how], "asks", answer->asks, "doubtful",
		answer->doubtful, "left", (int)(answer->steps - answer->count),
		"why",
		answer->why == NULL ? json_null() : api_text(answer->why)));
}

static void
ussd_later(struct api_write *write)
{
	const struct api_config *config = &write->api->config;
	const json_t *steps = json_object_get(write->body, "steps");
	struct api_ussd ask = {.link = write->name,
	    .script = json_text(write->body, "script", ""),
	    .voucher = json_text(write->body, "voucher", ""),
	    .done = ussd_done,
	    .done_arg = write};
	struct err err = {.code = 0};
	size_t i;
	json_t *step;

	json_array_foreach(steps, i, step) ask.steps[ask.count++] =
	    json_string_value(step);
	if (config->ussd(config->arg, &ask, &err) == 0)
		return;
	api_write_refuse(write, 409, "%s", err.text);
	api_write_end(write, NULL);
}

static bool
is_step(const json_t *step)
{
	const char *text = json_string_value(step);
	size_t octets = text == NULL ? 0 : strlen(text);

	for (size_t i = 0; i < octets; i++)
		if (iscntrl((unsigned char)text[i]))
			return false;
	return octets > 0 && octets <= STEP_OCTETS &&
	       octets == json_string_length(step);
}

/* NULL: the body is good. */
static const char *
fault_of(const json_t *body)
{
	const json_t *steps = json_object_get(body, "steps");
	bool script = json_text(body, "script", "")[0] != '\0';
	const char *voucher = json_text(body, "voucher", "");

	if (script == (steps != NULL))
		return "either steps or script is to be given";
	if (steps != NULL &&
	    (!json_is_array(steps) || json_array_size(steps) == 0 ||
		json_array_size(steps) > LINK_USSD_STEPS))
		return "steps is a list of a code and at most seven answers";
	for (size_t i = 0; i < json_array_size(steps); i++)
		if (!is_step(json_array_get(steps, i)))
			return "a step is a text of 1 to 183 characters";
	if (strlen(voucher) > VOUCHER_OCTETS ||
	    strspn(voucher, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "abcdefghijklmnopqrstuvwxyz-") != strlen(voucher))
		return "a voucher is at most 40 digits and letters";
	return NULL;
}

void
api_ussd_post(const struct api_call *call)
{
	struct api_write *write;
	const char *fault;

	if (!api_link_is(call->api, call->name)) {
		api_problem(
		    call->request, 404, "no link is named %s", call->name);
		return;
	}
	if (call->api->config.ussd == NULL) {
		api_problem(call->request, 409, "nobody can be asked here");
		return;
	}
	write = api_write_new(call, ussd_work);
	if (write == NULL)
		return;
	fault = fault_of(write->body);
	if (fault != NULL) {
		api_write_refuse(write, 422, "%s", fault);
		api_write_end(write, NULL);
		return;
	}
	write->later = ussd_later;
	api_write_submit(write);
}
