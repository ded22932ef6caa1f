#include "programs/furrowd/ussd_script.h"

#include <string.h>

#include "base/buf.h"

bool
ussd_script_has(const struct ussd_script *script, const char *place)
{
	for (size_t i = 0; i < script->count; i++)
		if (strstr(script->steps[i], place) != NULL)
			return true;
	return false;
}

static int
fill_step(char dst[USSD_SCRIPT_STEP_OCTETS], const char *step, const char *pin,
    const char *voucher, struct err *err)
{
	struct buf out = buf_over(dst, USSD_SCRIPT_STEP_OCTETS);
	while (*step != '\0') {
		const char *value = NULL;
		size_t octets = 1;
		if (strncmp(step, "{pin}", 5) == 0) {
			value = pin;
			octets = 5;
		} else if (strncmp(step, "{voucher}", 9) == 0) {
			value = voucher;
			octets = 9;
		} else if (*step == '{') {
			return err_set(err, USSD_SCRIPT_PLACE, 0,
			    "only {pin} and {voucher} can stand in a step");
		}
		if (value != NULL)
			buf_add_text(&out, value);
		else
			buf_add_char(&out, *step);
		step += octets;
	}
	return out.full ? err_set(err, USSD_SCRIPT_ROOM, 0,
			      "a step is longer than 183 characters")
			: 0;
}

int
ussd_script_fill(struct ussd_script *out, bool *secret_out,
    const struct ussd_script *script, const char *voucher, struct err *err)
{
	bool pin = ussd_script_has(script, "{pin}");
	bool asks = ussd_script_has(script, "{voucher}");
	int rc = 0;
	memset(out, 0, sizeof(*out));
	*secret_out = pin || asks;
	if (pin && script->pin[0] == '\0')
		rc = err_set(err, USSD_SCRIPT_PIN, 0,
		    "{pin} is for an ussd-script with a pin-file");
	else if (asks != (voucher[0] != '\0'))
		rc = err_set(err, USSD_SCRIPT_VOUCHER, 0,
		    asks ? "these steps want a voucher: give --voucher-file"
			 : "no step has a place for the voucher: write "
			   "{voucher}");
	for (size_t i = 0; i < script->count && rc == 0; i++)
		rc = fill_step(
		    out->steps[i], script->steps[i], script->pin, voucher, err);
	if (rc != 0)
		explicit_bzero(out, sizeof(*out));
	else
		out->count = script->count;
	return rc;
}
