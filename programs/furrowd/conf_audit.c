#include "programs/furrowd/conf_audit.h"

#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf_value.h"

#define KEY_SUFFIX "-audit.key"
#define HEADS_SUFFIX "-audit.heads"

void
conf_audit_rows(cfg_opt_t rows[CONF_AUDIT_ROWS])
{
	cfg_opt_t all[] = {
	    CFG_STR("key-file", "", CFGF_NONE),
	    CFG_STR("heads-file", "", CFGF_NONE),
	    CFG_STR("every", "1h", CFGF_NONE),
	    CFG_STR("after", "2s", CFGF_NONE),
	    CFG_END(),
	};
	_Static_assert(sizeof(all) == CONF_AUDIT_ROWS * sizeof(*rows), "rows");
	memcpy(rows, all, sizeof(all));
}

void
conf_audit_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "audit|every", conf_check_duration);
	cfg_set_validate_func(cfg, "audit|after", conf_check_duration);
}

static void
beside(char dst[PATH_MAX], const char *store, const char *suffix)
{
	size_t octets = str_copy(dst, PATH_MAX, str_from(store));

	str_copy(dst + octets, PATH_MAX - octets, str_from(suffix));
}

void
conf_audit_set(
    struct conf_audit *out, const char *file, const char *store, cfg_t *section)
{
	const char *key = cfg_getstr(section, "key-file");
	const char *heads = cfg_getstr(section, "heads-file");

	beside(out->key, store, KEY_SUFFIX);
	beside(out->heads, store, HEADS_SUFFIX);
	if (key[0] != '\0')
		conf_path(out->key, file, key);
	if (heads[0] != '\0')
		conf_path(out->heads, file, heads);
	out->every_ms = conf_duration(section, "every");
	out->after_ms = conf_duration(section, "after");
}

bool
conf_audit_same(const struct conf_audit *a, const struct conf_audit *b)
{
	return strcmp(a->key, b->key) == 0 && strcmp(a->heads, b->heads) == 0 &&
	       a->every_ms == b->every_ms && a->after_ms == b->after_ms;
}
