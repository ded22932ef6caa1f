#include "programs/furrowd/wire_menu.h"

#include <stdio.h>

#include "base/log.h"
#include "base/str.h"
#include "programs/furrowd/conf_gate.h"

void
wire_menu_path(char dst[PATH_MAX], const struct conf *conf, const char *data)
{
	if (conf->screens[0] != '\0')
		str_copy(dst, PATH_MAX, str_from(conf->screens));
	else
		snprintf(dst, PATH_MAX, "%s/screens/ussd.menu", data);
}

void
wire_menu_tell(const struct ussd_menu *menu)
{
	char quoted[2 * ERR_TEXT_OCTETS];

	for (size_t i = 0; menu != NULL && i < ussd_menu_warnings(menu); i++)
		log_event(LOG_WARN, "wire", "screens", "why=%s",
		    log_quote(
			quoted, sizeof(quoted), ussd_menu_warning(menu, i)));
}

int
wire_menu_test(const struct conf *conf, const char *data, struct err *err)
{
	char path[PATH_MAX];
	struct ussd_menu *menu;

	wire_menu_path(path, conf, data);
	menu = ussd_menu_load(path, err);
	if (menu == NULL)
		return err->code;
	wire_menu_tell(menu);
	ussd_menu_free(&menu);
	return 0;
}

uint64_t
wire_menu_sum(const struct conf *conf, const char *data)
{
	char path[PATH_MAX];

	wire_menu_path(path, conf, data);
	return conf_gate_mix_file(0, path);
}

void
wire_menu_reload(const struct conf *next, const char *data, uint64_t sum)
{
	struct err err;
	char quoted[2 * ERR_TEXT_OCTETS];

	if (wire_menu_sum(next, data) == sum)
		return;
	if (wire_menu_test(next, data, &err) == 0)
		log_event(LOG_WARN, "wire", "needs_restart",
		    "what=\"market screens\"");
	else
		log_event(LOG_ERROR, "wire", "screens_refused", "why=%s",
		    log_quote(quoted, sizeof(quoted), err.text));
}
