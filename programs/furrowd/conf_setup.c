#include "programs/furrowd/conf_setup.h"

#include <string.h>

#include "modem/quirk.h"
#include "programs/furrowd/conf_value.h"

#define NOTIFY_FIELDS 5
#define CENTRE_DIGITS_MAX 20

static int
check_family(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (value[0] == 0 || quirk_named(str_from(value)) != NULL)
		return 0;
	/* All their names would not fit into an error. */
	cfg_error(cfg,
	    "family: '%.40s' is none of huawei, zte, simcom-2g, quectel-4g "
	    "and the others that furrow.conf(5) lists",
	    value);
	return -1;
}

/* "2,1,0,1,0" */
static bool
is_notify(const char *value)
{
	int fields = 0;
	for (const char *at = value;; at += 2) {
		fields++;
		if (at[0] < '0' || at[0] > '9')
			return false;
		if (at[1] == 0)
			return fields <= NOTIFY_FIELDS;
		if (at[1] != ',')
			return false;
	}
}

static int
check_notify(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (value[0] == 0 || is_notify(value))
		return 0;
	cfg_error(cfg,
	    "notify: '%.40s' is not like \"2,1,0,1,0\" (up to five digits, as "
	    "for AT+CNMI=)",
	    value);
	return -1;
}

static int
check_storage(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (value[0] == 0 || strcmp(value, "SM") == 0 ||
	    strcmp(value, "ME") == 0 || strcmp(value, "MT") == 0)
		return 0;
	cfg_error(cfg,
	    "storage: '%.40s' is none of SM (the SIM), ME (the modem), MT "
	    "(both)",
	    value);
	return -1;
}

static int
check_centre(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	const char *digits = value[0] == '+' ? value + 1 : value;
	size_t count = strspn(digits, "0123456789");
	if (value[0] == 0 ||
	    (digits[count] == 0 && count >= 3 && count <= CENTRE_DIGITS_MAX))
		return 0;
	cfg_error(cfg,
	    "smsc: '%.40s' is no number like \"+254722500029\"; the operator "
	    "tells the one of its service centre",
	    value);
	return -1;
}

static const char *
fault_of_command(struct str command)
{
	if (!str_starts_nocase(command, "AT"))
		return "does not begin with AT";
	if (command.octets >= MODEM_INIT_OCTETS)
		return "is too long";
	for (size_t i = 0; i < command.octets; i++)
		if (command.at[i] < ' ' || command.at[i] > '~')
			return "holds a line end or another odd character";
	if (str_starts_nocase(command, "AT+CMGS") ||
	    str_starts_nocase(command, "AT+CMGW") ||
	    str_starts_nocase(command, "AT+CMGC"))
		return "would wait for a text";
	return NULL;
}

static int
check_init(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	const char *fault = fault_of_command(str_from(value));
	if (cfg_opt_size(opt) > MODEM_INIT_MAX) {
		cfg_error(cfg, "init: more than %d commands", MODEM_INIT_MAX);
		return -1;
	}
	if (fault == NULL)
		return 0;
	cfg_error(cfg, "init: '%.40s' %s", value, fault);
	return -1;
}

static int
check_direct(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "auto") == 0 || strcmp(value, "true") == 0 ||
	    strcmp(value, "false") == 0)
		return 0;
	cfg_error(cfg, "direct: '%.40s' is none of auto, true, false", value);
	return -1;
}

void
conf_setup_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "modem|family", check_family);
	cfg_set_validate_func(cfg, "modem|notify", check_notify);
	cfg_set_validate_func(cfg, "modem|storage", check_storage);
	cfg_set_validate_func(cfg, "modem|smsc", check_centre);
	cfg_set_validate_func(cfg, "modem|init", check_init);
	cfg_set_validate_func(cfg, "modem|direct", check_direct);
}

void
conf_setup_set(struct conf_setup *out, cfg_t *section)
{
	const char *direct = cfg_getstr(section, "direct");
	unsigned count = cfg_size(section, "init");
	conf_text(
	    out->family, sizeof(out->family), cfg_getstr(section, "family"));
	conf_text(
	    out->notify, sizeof(out->notify), cfg_getstr(section, "notify"));
	conf_text(
	    out->storage, sizeof(out->storage), cfg_getstr(section, "storage"));
	conf_text(
	    out->centre, sizeof(out->centre), cfg_getstr(section, "smsc"));
	for (unsigned i = 0; i < count && i < MODEM_INIT_MAX; i++)
		conf_text(out->init[out->init_count++], sizeof(out->init[0]),
		    cfg_getnstr(section, "init", i));
	out->direct = strcmp(direct, "true") == 0    ? MODEM_DIRECT_YES
		      : strcmp(direct, "false") == 0 ? MODEM_DIRECT_NO
						     : MODEM_DIRECT_AUTO;
}

bool
conf_setup_same(const struct conf_setup *a, const struct conf_setup *b)
{
	bool same = a->init_count == b->init_count && a->direct == b->direct &&
		    strcmp(a->family, b->family) == 0 &&
		    strcmp(a->notify, b->notify) == 0 &&
		    strcmp(a->storage, b->storage) == 0 &&
		    strcmp(a->centre, b->centre) == 0;
	for (int i = 0; same && i < a->init_count; i++)
		same = strcmp(a->init[i], b->init[i]) == 0;
	return same;
}

struct modem_setup
conf_setup_modem(const struct conf_setup *setup)
{
	struct modem_setup out = {.family = setup->family,
	    .notify = setup->notify,
	    .storage = setup->storage,
	    .centre = setup->centre,
	    .direct = setup->direct};
	for (int i = 0; i < setup->init_count; i++)
		out.init[i] = setup->init[i];
	return out;
}
