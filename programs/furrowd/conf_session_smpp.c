#include "programs/furrowd/conf_session_smpp.h"

#include <stdio.h>
#include <string.h>

#include "base/panic.h"
#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

/* -- words and what they stand for ------------------------------------------
 */

static const struct word {
	const char *key, *word;
	int value;
} words[] = {
    {"code-from", "either", SMPP_USSD_FROM_EITHER},
    {"code-from", "short_message", SMPP_USSD_FROM_SHORT_MESSAGE},
    {"code-from", "destination", SMPP_USSD_FROM_DESTINATION},
    {"pdu", "submit_sm", 0},
    {"pdu", "data_sm", 1},
    {"text-coding", "gsm7", SMPP_CODING_GSM7},
    {"text-coding", "gsm7-packed", SMPP_CODING_GSM7_PACKED},
    {"text-coding", "latin1", SMPP_CODING_LATIN1},
    {"newline", "lf", SMPP_USSD_LF},
    {"newline", "cr", SMPP_USSD_CR},
    {"newline", "crlf", SMPP_USSD_CRLF},
};

#define WORDS (sizeof(words) / sizeof(words[0]))

static const struct word *
find_word(const char *key, const char *word)
{
	for (size_t i = 0; i < WORDS; i++)
		if (strcmp(words[i].key, key) == 0 &&
		    strcmp(words[i].word, word) == 0)
			return &words[i];
	return NULL;
}

static int
check_word(cfg_t *cfg, cfg_opt_t *opt)
{
	char all[96];
	struct buf list = buf_over(all, sizeof(all));
	if (find_word(opt->name, conf_last(opt)) != NULL)
		return 0;
	for (size_t i = 0; i < WORDS; i++)
		if (strcmp(words[i].key, opt->name) == 0)
			buf_add_format(&list, "%s%s",
			    list.octets > 0 ? ", " : "", words[i].word);
	cfg_error(
	    cfg, "%s: '%.40s' is none of %s", opt->name, conf_last(opt), all);
	return -1;
}

static int
word_value(cfg_t *section, const char *key)
{
	return find_word(key, cfg_getstr(section, key))->value;
}

/* -- one octet each ---------------------------------------------------------
 */

static int
check_octet(cfg_t *cfg, cfg_opt_t *opt)
{
	long least =
	    strncmp(opt->name, "address-", 8) == 0 ? SMPP_USSD_AS_CAME : 0;
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= least && value <= 255)
		return 0;
	cfg_error(
	    cfg, "%s: %ld is not from %ld to 255", opt->name, value, least);
	return -1;
}

/* Another would say another alphabet than the letters are in. */
static int
check_dcs(cfg_t *cfg, cfg_opt_t *opt)
{
	bool gsm = strcmp(opt->name, "dcs-gsm") == 0;
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value == (gsm ? 0 : 8) || value == (gsm ? 15 : 72))
		return 0;
	cfg_error(cfg, "%s: %ld is neither %s", opt->name, value,
	    gsm ? "0 nor 15" : "8 nor 72");
	return -1;
}

/* What begins a dialogue, or answers in it, ends none. */
static int
check_abort(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value != 0 && value != 1 && value != 18)
		return check_octet(cfg, opt);
	cfg_error(cfg,
	    "abort-ops: %ld is how people dial or answer, so it cannot be how "
	    "they are gone",
	    value);
	return -1;
}

static int
check_service(cfg_t *cfg, cfg_opt_t *opt)
{
	if (strlen(conf_last(opt)) <= 5)
		return 0;
	cfg_error(cfg,
	    "service-type: '%.40s' is longer than 5 characters, which is what "
	    "SMPP has room for",
	    conf_last(opt));
	return -1;
}

/* -- rows and checks --------------------------------------------------------
 */

void
conf_session_smpp_rows(cfg_opt_t *rows, size_t room)
{
	const cfg_opt_t own[] = {
	    CFG_STR("link", "", CFGF_NONE),
	    CFG_INT("submit-op-continue", 2, CFGF_NONE),
	    CFG_INT("submit-op-end", 17, CFGF_NONE),
	    CFG_INT_LIST("abort-ops", NULL, CFGF_NONE),
	    CFG_STR("code-from", "either", CFGF_NONE),
	    CFG_STR("service-type", "", CFGF_NONE),
	    CFG_STR("pdu", "submit_sm", CFGF_NONE),
	    CFG_INT("dcs-gsm", 0, CFGF_NONE),
	    CFG_INT("dcs-ucs2", 8, CFGF_NONE),
	    CFG_STR("text-coding", "gsm7", CFGF_NONE),
	    CFG_INT("address-ton", SMPP_USSD_AS_CAME, CFGF_NONE),
	    CFG_INT("address-npi", SMPP_USSD_AS_CAME, CFGF_NONE),
	    CFG_STR("newline", "lf", CFGF_NONE),
	    CFG_END(),
	};
	size_t used = 0;
	while (rows[used].name != NULL)
		used++;
	PANIC_UNLESS(used + sizeof(own) / sizeof(own[0]) <= room);
	memcpy(rows + used, own, sizeof(own));
}

void
conf_session_smpp_checks(cfg_t *cfg)
{
	static const char *const octets[] = {"ussd|submit-op-continue",
	    "ussd|submit-op-end", "ussd|address-ton", "ussd|address-npi"};
	for (size_t i = 0; i < WORDS; i++) {
		char key[64];
		snprintf(key, sizeof(key), "ussd|%s", words[i].key);
		cfg_set_validate_func(cfg, key, check_word);
	}
	for (size_t i = 0; i < sizeof(octets) / sizeof(octets[0]); i++)
		cfg_set_validate_func(cfg, octets[i], check_octet);
	cfg_set_validate_func(cfg, "ussd|dcs-gsm", check_dcs);
	cfg_set_validate_func(cfg, "ussd|dcs-ucs2", check_dcs);
	cfg_set_validate_func(cfg, "ussd|abort-ops", check_abort);
	cfg_set_validate_func(cfg, "ussd|service-type", check_service);
}

/* -- dialects ---------------------------------------------------------------
 */

bool
conf_session_smpp_is(const char *dialect)
{
	enum smpp_ussd_profile profile;
	return smpp_ussd_profile_find(&profile, dialect);
}

void
conf_session_smpp_names(struct buf *out)
{
	for (int i = 0; i < SMPP_USSD_PROFILES; i++)
		buf_add_format(out, "%s%s", out->octets > 0 ? ", " : "",
		    smpp_ussd_profile_name((enum smpp_ussd_profile)i));
}

/* -- whose keys -------------------------------------------------------------
 */

static bool
is_given(cfg_t *section, const char *key)
{
	const cfg_opt_t *opt = cfg_getopt(section, key);
	return opt != NULL && (opt->flags & CFGF_MODIFIED) != 0;
}

int
conf_session_smpp_none(const struct conf_place *at, cfg_t *section)
{
	static const char *const own[] = {"link", "submit-op-continue",
	    "submit-op-end", "abort-ops", "code-from", "service-type", "pdu",
	    "dcs-gsm", "dcs-ucs2", "text-coding", "address-ton", "address-npi",
	    "newline"};
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (is_given(section, own[i]))
			return conf_wrong(at, own[i],
			    "only for dialogues by SMPP, and that dialect is "
			    "over HTTP");
	return 0;
}

static int
check_no_http(const struct conf_place *at, cfg_t *section)
{
	static const char *const theirs[] = {"listen", "path", "event-path",
	    "allow", "secret-file", "tls-certificate", "tls-key"};
	for (size_t i = 0; i < sizeof(theirs) / sizeof(theirs[0]); i++)
		if (is_given(section, theirs[i]))
			return conf_wrong(at, theirs[i],
			    "only for dialogues over HTTP, and that dialect "
			    "is by SMPP");
	return 0;
}

/* -- from the tree into the record ------------------------------------------
 */

static int
set_link(const struct conf_place *at, const struct conf *conf,
    struct conf_session_smpp *out, cfg_t *section)
{
	const char *name = cfg_getstr(section, "link");
	bool found = false;
	if (name[0] == '\0')
		return conf_wrong(at, "link",
		    "missing: which section smpp do they come in by");
	for (size_t i = 0; i < conf->smpps; i++)
		found = found || strcmp(conf->smpp[i].link.name, name) == 0;
	if (!found)
		return conf_wrong(at, "link", "there is no such section smpp");
	for (size_t i = 0; i < conf->sessions; i++)
		if (strcmp(conf->session[i].smpp.link, name) == 0)
			return conf_wrong(at, "link",
			    "a section before has it already: one may have "
			    "several codes");
	conf_text(out->link, sizeof(out->link), name);
	return 0;
}

static int
set_aborts(
    const struct conf_place *at, struct smpp_ussd_rules *r, cfg_t *section)
{
	if (!is_given(section, "abort-ops"))
		return 0;
	r->abort_ops = cfg_size(section, "abort-ops");
	if (r->abort_ops > SMPP_USSD_ABORTS_MAX)
		return conf_wrong(at, "abort-ops", "more than 8");
	for (size_t i = 0; i < r->abort_ops; i++)
		r->abort_op[i] =
		    (uint8_t)cfg_getnint(section, "abort-ops", (unsigned)i);
	return 0;
}

static void
set_rules(struct smpp_ussd_rules *r, cfg_t *section)
{
	const char *service = cfg_getstr(section, "service-type");
	r->op_continue = (uint8_t)cfg_getint(section, "submit-op-continue");
	r->op_end = (uint8_t)cfg_getint(section, "submit-op-end");
	r->code_from =
	    (enum smpp_ussd_code_from)word_value(section, "code-from");
	r->data_sm = word_value(section, "pdu") == 1;
	r->dcs_gsm = (uint8_t)cfg_getint(section, "dcs-gsm");
	r->dcs_ucs2 = (uint8_t)cfg_getint(section, "dcs-ucs2");
	r->coding = (enum smpp_coding)word_value(section, "text-coding");
	r->ton = (int)cfg_getint(section, "address-ton");
	r->npi = (int)cfg_getint(section, "address-npi");
	r->newline = (enum smpp_ussd_newline)word_value(section, "newline");
	if (service[0] == '\0')
		return;
	conf_text(r->service_type, sizeof(r->service_type), service);
	conf_text(
	    r->answer_service_type, sizeof(r->answer_service_type), service);
}

int
conf_session_smpp_set(const struct conf_place *at, struct conf *conf,
    struct conf_session_smpp *out, cfg_t *section)
{
	enum smpp_ussd_profile profile = SMPP_USSD_NONE;
	smpp_ussd_profile_find(&profile, cfg_getstr(section, "dialect"));
	out->rules = smpp_ussd_usual(profile);
	set_rules(&out->rules, section);
	int rc = check_no_http(at, section);
	if (rc == 0)
		rc = set_aborts(at, &out->rules, section);
	return rc == 0 ? set_link(at, conf, out, section) : rc;
}
