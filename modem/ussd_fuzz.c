/* Reaches modem/ussd.  The first octet chooses the hints; the rest is a line.
 * What is read must be clean UTF-8, and what is asked must read back.
 * most: 240
 * covers: modem/ussd.c modem/ussd_carrier.c modem/ussd_write.c */
#include <stdint.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#include "modem/ussd.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
check_clean(const struct ussd_reply *reply)
{
	struct str text = str_from(reply->text);
	PANIC_UNLESS(utf8_valid(text));
	for (size_t i = 0; i < text.octets; i++)
		PANIC_UNLESS(
		    (unsigned char)text.at[i] >= 0x20 || text.at[i] == '\n');
	PANIC_UNLESS(reply->dcs >= -1 && reply->dcs <= 255);
	PANIC_UNLESS(reply->has_text == (reply->carrier != USSD_FORM_NONE));
}

static void
check_request(struct str text)
{
	char command[256];
	for (int form = USSD_FORM_NONE; form <= USSD_FORM_OCTETS; form++) {
		int rc = ussd_write(
		    command, sizeof(command), text, (enum ussd_form)form, NULL);
		PANIC_UNLESS((rc == 0) == (command[0] != '\0'));
		/* One line, whatever stood in the text. */
		PANIC_UNLESS(strpbrk(command, "\r\n\032\033") == NULL);
		ussd_form_name((enum ussd_form)form);
	}
	ussd_write(command, 20, text, USSD_FORM_PACKED, NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct ussd_reply reply;
	struct err err;
	if (octets == 0 || octets > 2048)
		return 0;
	struct ussd_hint hint = {
	    .ucs2 = (data[0] & 1) != 0, .hex = (data[0] & 2) != 0};
	struct str line = str_of((const char *)data + 1, octets - 1);
	int rc = ussd_read(&reply, line, hint, &err);
	PANIC_UNLESS(rc <= 0);
	if (rc == 0)
		check_clean(&reply);
	check_request(line);
	return 0;
}
