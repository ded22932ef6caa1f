#include "programs/furrowd/wire_menu.h"

#include <stdio.h>

#include "base/log.h"
#include "base/str.h"

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

void
wire_menu_reload(struct trade *trade, const struct conf *next, const char *data)
{
	struct err err;
	char path[PATH_MAX], quoted[2 * ERR_TEXT_OCTETS];
	int64_t before =
	    trade_menu(trade) ? ussd_menu_sum(trade_menu(trade)) : 0;

	wire_menu_path(path, next, data);
	if (trade_reload_menu(trade, path, &err) != 0) {
		log_event(LOG_ERROR, "wire", "screens_refused", "why=%s",
		    log_quote(quoted, sizeof(quoted), err.text));
		return;
	}
	if (before == 0 || ussd_menu_sum(trade_menu(trade)) == before)
		return;
	wire_menu_tell(trade_menu(trade));
	log_event(LOG_INFO, "wire", "screens_taken_over", "file=%s",
	    log_quote(quoted, sizeof(quoted), path));
}
