#include "programs/furrowd/conf_smpp.h"

#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

void
conf_smpp_rows(cfg_opt_t rows[CONF_SMPP_ROWS])
{
	const cfg_opt_t all[CONF_SMPP_ROWS] = {
	    CONF_LINK_ROWS,
	    CFG_STR("host", "127.0.0.1", CFGF_NONE),
	    CFG_INT("port", 2775, CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

void
conf_smpp_checks(cfg_t *cfg)
{
	conf_link_checks(cfg, "smpp");
}

int
conf_smpp_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	int line = section->line;
	if (out->smpps == CONF_SMPP_MAX)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: more than %d sections smpp", conf_file, line,
		    CONF_SMPP_MAX);
	struct conf_smpp *smpp = &out->smpp[out->smpps++];
	conf_link_set(&smpp->link, &out->market, section);
	conf_text(smpp->host, sizeof(smpp->host), cfg_getstr(section, "host"));
	smpp->port = (int)cfg_getint(section, "port");
	return 0;
}

bool
conf_smpp_same(const struct conf_smpp *a, const struct conf_smpp *b)
{
	return conf_link_same(&a->link, &b->link) &&
	       strcmp(a->host, b->host) == 0 && a->port == b->port;
}
