#include "programs/furrowd/conf_smpp.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/tls.h"
#include "gateway/link/link_smpp.h"
#include "gateway/link/smpp_window.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

/* -- words and what they stand for ------------------------------------------
 */

struct word {
	const char *key, *word;
	int value;
};

static const struct word words[] = {
    {"bind", "transceiver", 0},
    {"bind", "pair", 1},
    {"id-in-response", "text", SMPP_ID_TEXT},
    {"id-in-response", "decimal", SMPP_ID_DECIMAL},
    {"id-in-response", "hex", SMPP_ID_HEX},
    {"id-in-receipt", "text", SMPP_ID_TEXT},
    {"id-in-receipt", "decimal", SMPP_ID_DECIMAL},
    {"id-in-receipt", "hex", SMPP_ID_HEX},
    {"split", "udh", SMPP_SPLIT_UDH},
    {"split", "sar", SMPP_SPLIT_SAR},
    {"split", "payload", SMPP_SPLIT_PAYLOAD},
    {"alphabet", "gsm7", SMPP_CODING_GSM7},
    {"alphabet", "gsm7-packed", SMPP_CODING_GSM7_PACKED},
    {"alphabet", "latin1", SMPP_CODING_LATIN1},
    {"alphabet", "ascii", SMPP_CODING_ASCII},
    {"alphabet", "utf8", SMPP_CODING_UTF8},
    {"transliterate", "none", PLAIN_NONE},
    {"transliterate", "punctuation", PLAIN_PUNCTUATION},
    {"transliterate", "full", PLAIN_FULL},
};

static const struct word *
find_word(const char *key, const char *word)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].key, key) == 0 &&
		    strcmp(words[i].word, word) == 0)
			return &words[i];
	return NULL;
}

static int
check_word(cfg_t *cfg, cfg_opt_t *opt)
{
	char all[96] = "";
	const char *value = conf_last(opt);
	if (find_word(opt->name, value) != NULL)
		return 0;
	struct buf list = buf_over(all, sizeof(all));
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].key, opt->name) == 0)
			buf_add_format(&list, "%s%s",
			    list.octets > 0 ? ", " : "", words[i].word);
	cfg_error(cfg, "%s: '%.40s' is none of %s", opt->name, value, all);
	return -1;
}

static int
word_value(cfg_t *section, const char *key)
{
	return find_word(key, cfg_getstr(section, key))->value;
}

/* -- numbers and texts ------------------------------------------------------
 */

static const struct range {
	const char *key;
	long least, most;
} ranges[] = {
    {"port", 1, 65535},
    {"window", 1, SMPP_WINDOW_MAX},
    {"binds", 1, LINK_SMPP_BINDS_MAX},
    {"address-ton", 0, 255},
    {"address-npi", 0, 255},
    {"source-ton", LINK_SMPP_AUTO, 255},
    {"source-npi", LINK_SMPP_AUTO, 255},
    {"dest-ton", LINK_SMPP_AUTO, 255},
    {"dest-npi", LINK_SMPP_AUTO, 255},
};

static int
check_range(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		const struct range *r = &ranges[i];
		if (strcmp(r->key, opt->name) != 0 ||
		    (value >= r->least && value <= r->most))
			continue;
		cfg_error(cfg, "%s: %ld is not from %ld to %ld", opt->name,
		    value, r->least, r->most);
		return -1;
	}
	return 0;
}

/* 5.2, and without what the field cannot hold. */
static const struct length {
	const char *key;
	size_t most;
} lengths[] = {
    {"host", 255},
    {"tls-name", 255},
    {"system-id", 15},
    {"system-type", 12},
    {"address-range", 40},
    {"sender", 20},
    {"service-type", 5},
};

static int
check_length(cfg_t *cfg, cfg_opt_t *opt)
{
	size_t octets = strlen(conf_last(opt));
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		if (strcmp(lengths[i].key, opt->name) == 0 &&
		    octets > lengths[i].most) {
			cfg_error(cfg,
			    "%s: '%.40s' is longer than %zu characters, which "
			    "is what SMPP has room for",
			    opt->name, conf_last(opt), lengths[i].most);
			return -1;
		}
	return 0;
}

/* "" is the centre's own. */
static int
check_validity(cfg_t *cfg, cfg_opt_t *opt)
{
	return conf_last(opt)[0] == '\0' ? 0 : conf_check_duration(cfg, opt);
}

/* -- rows and checks --------------------------------------------------------
 */

void
conf_smpp_rows(cfg_opt_t rows[CONF_SMPP_ROWS])
{
	const cfg_opt_t all[CONF_SMPP_ROWS] = {
	    CONF_LINK_ROWS,
	    CFG_STR("host", "127.0.0.1", CFGF_NONE),
	    CFG_INT("port", 2775, CFGF_NONE),
	    CFG_STR("system-id", "", CFGF_NONE),
	    CFG_STR("password-file", "", CFGF_NONE),
	    CFG_STR("system-type", "", CFGF_NONE),
	    CFG_STR("address-range", "", CFGF_NONE),
	    CFG_INT("address-ton", 0, CFGF_NONE),
	    CFG_INT("address-npi", 0, CFGF_NONE),
	    CFG_STR("bind", "transceiver", CFGF_NONE),
	    CFG_INT("binds", 1, CFGF_NONE),
	    CFG_INT("window", 100, CFGF_NONE),
	    CFG_BOOL("tls", cfg_false, CFGF_NONE),
	    CFG_STR("tls-ca", "", CFGF_NONE),
	    CFG_STR("tls-name", "", CFGF_NONE),
	    CFG_STR("enquire-link", "30s", CFGF_NONE),
	    CFG_STR("response-timeout", "10s", CFGF_NONE),
	    CFG_STR("reconnect-min", "1s", CFGF_NONE),
	    CFG_STR("reconnect-max", "60s", CFGF_NONE),
	    CFG_STR("id-in-response", "text", CFGF_NONE),
	    CFG_STR("id-in-receipt", "text", CFGF_NONE),
	    CFG_STR("split", "udh", CFGF_NONE),
	    CFG_STR("alphabet", "gsm7", CFGF_NONE),
	    CFG_STR("transliterate", "punctuation", CFGF_NONE),
	    CFG_STR("sender", "", CFGF_NONE),
	    CFG_INT("source-ton", LINK_SMPP_AUTO, CFGF_NONE),
	    CFG_INT("source-npi", LINK_SMPP_AUTO, CFGF_NONE),
	    CFG_INT("dest-ton", LINK_SMPP_AUTO, CFGF_NONE),
	    CFG_INT("dest-npi", LINK_SMPP_AUTO, CFGF_NONE),
	    CFG_STR("service-type", "", CFGF_NONE),
	    CFG_STR("validity", "1d", CFGF_NONE),
	    CFG_BOOL("receipts", cfg_true, CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

static void
check_key(cfg_t *cfg, const char *name, cfg_validate_callback_t check)
{
	char key[64];
	snprintf(key, sizeof(key), "smpp|%s", name);
	cfg_set_validate_func(cfg, key, check);
}

void
conf_smpp_checks(cfg_t *cfg)
{
	static const char *const durations[] = {"enquire-link",
	    "response-timeout", "reconnect-min", "reconnect-max"};
	conf_link_checks(cfg, "smpp");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		check_key(cfg, words[i].key, check_word);
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		check_key(cfg, ranges[i].key, check_range);
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		check_key(cfg, lengths[i].key, check_length);
	for (size_t i = 0; i < sizeof(durations) / sizeof(durations[0]); i++)
		check_key(cfg, durations[i], conf_check_duration);
	check_key(cfg, "validity", check_validity);
}

/* -- from the tree into the record ------------------------------------------
 */

/* The first line of the file; nothing of it reaches a log. */
static int
read_password(struct conf_smpp *smpp, const char *path, const char *conf_file,
    int line, struct err *err)
{
	char text[256] = "";
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: smpp %s: password-file %.100s: %s", conf_file,
		    line, smpp->link.name, path, strerror(errno));
	if (fgets(text, sizeof(text), in) == NULL)
		text[0] = '\0';
	fclose(in);
	text[strcspn(text, "\r\n")] = '\0';
	size_t octets = strlen(text);
	const char *fault = octets == 0 ? "its first line is empty"
			    : octets >= sizeof(smpp->password)
				? "its first line is too long for a password"
				: NULL;
	if (fault == NULL)
		conf_text(smpp->password, sizeof(smpp->password), text);
	explicit_bzero(text, sizeof(text));
	if (fault == NULL)
		return 0;
	return err_set(err, CONF_VALUE, (size_t)line,
	    "%.60s:%d: smpp %s: password-file %.100s: %s", conf_file, line,
	    smpp->link.name, path, fault);
}

static const char *
fault_of(const struct conf_smpp *s)
{
	if (s->system_id[0] == '\0')
		return "system-id is missing: the name that the operator gave "
		       "you";
	if (s->host[0] == '\0')
		return "host is missing";
	if (s->reconnect_max_ms < s->reconnect_min_ms)
		return "reconnect-max is shorter than reconnect-min";
	if (!s->tls && (s->tls_ca[0] != '\0' || s->tls_name[0] != '\0'))
		return "tls-ca and tls-name need tls = true";
	return NULL;
}

/* Told at the start, not at the first connection. */
static int
try_ca(
    const struct conf_smpp *s, const char *conf_file, int line, struct err *err)
{
	struct err why;
	if (!s->tls)
		return 0;
	struct tls_context *context = tls_client_context(s->tls_ca, &why);
	if (context == NULL)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: smpp %s: tls-ca: %s", conf_file, line,
		    s->link.name, why.text);
	tls_context_free(&context);
	return 0;
}

static void
set_login(struct conf_smpp *s, cfg_t *section)
{
	conf_text(s->host, sizeof(s->host), cfg_getstr(section, "host"));
	s->port = (int)cfg_getint(section, "port");
	conf_text(s->system_id, sizeof(s->system_id),
	    cfg_getstr(section, "system-id"));
	conf_text(s->system_type, sizeof(s->system_type),
	    cfg_getstr(section, "system-type"));
	conf_text(s->address_range, sizeof(s->address_range),
	    cfg_getstr(section, "address-range"));
	s->address_ton = (int)cfg_getint(section, "address-ton");
	s->address_npi = (int)cfg_getint(section, "address-npi");
	s->pair = word_value(section, "bind") == 1;
	s->binds = (int)cfg_getint(section, "binds");
	s->window = (int)cfg_getint(section, "window");
	s->tls = cfg_getbool(section, "tls");
	conf_text(
	    s->tls_name, sizeof(s->tls_name), cfg_getstr(section, "tls-name"));
	s->enquire_ms = conf_duration(section, "enquire-link");
	s->response_ms = conf_duration(section, "response-timeout");
	s->reconnect_min_ms = conf_duration(section, "reconnect-min");
	s->reconnect_max_ms = conf_duration(section, "reconnect-max");
}

static void
set_texts(struct conf_smpp *s, cfg_t *section)
{
	s->id_in_response =
	    (enum smpp_id_form)word_value(section, "id-in-response");
	s->id_in_receipt =
	    (enum smpp_id_form)word_value(section, "id-in-receipt");
	s->text.split = (enum smpp_split)word_value(section, "split");
	s->text.coding_0 = (enum smpp_coding)word_value(section, "alphabet");
	s->text.segment.transliterate =
	    (enum plain_level)word_value(section, "transliterate");
	conf_text(s->sender, sizeof(s->sender), cfg_getstr(section, "sender"));
	s->source_ton = (int)cfg_getint(section, "source-ton");
	s->source_npi = (int)cfg_getint(section, "source-npi");
	s->dest_ton = (int)cfg_getint(section, "dest-ton");
	s->dest_npi = (int)cfg_getint(section, "dest-npi");
	conf_text(s->service_type, sizeof(s->service_type),
	    cfg_getstr(section, "service-type"));
	if (cfg_getstr(section, "validity")[0] != '\0')
		s->validity_ms = conf_duration(section, "validity");
	s->receipts = cfg_getbool(section, "receipts");
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
	set_login(smpp, section);
	set_texts(smpp, section);
	conf_path(smpp->tls_ca, out->path, cfg_getstr(section, "tls-ca"));
	const char *fault = fault_of(smpp);
	if (fault != NULL)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: smpp %s: %s", conf_file, line, smpp->link.name,
		    fault);
	if (try_ca(smpp, conf_file, line, err) != 0)
		return err->code;
	char file[PATH_MAX];
	conf_path(file, out->path, cfg_getstr(section, "password-file"));
	return file[0] == '\0'
		   ? 0
		   : read_password(smpp, file, conf_file, line, err);
}

/* The password is wiped once the link has it, so it is not compared. */
static bool
same_login(const struct conf_smpp *a, const struct conf_smpp *b)
{
	return strcmp(a->host, b->host) == 0 && a->port == b->port &&
	       strcmp(a->system_id, b->system_id) == 0 &&
	       strcmp(a->system_type, b->system_type) == 0 &&
	       strcmp(a->address_range, b->address_range) == 0 &&
	       a->address_ton == b->address_ton &&
	       a->address_npi == b->address_npi && a->pair == b->pair &&
	       a->binds == b->binds && a->window == b->window &&
	       a->tls == b->tls && strcmp(a->tls_ca, b->tls_ca) == 0 &&
	       strcmp(a->tls_name, b->tls_name) == 0 &&
	       a->enquire_ms == b->enquire_ms &&
	       a->response_ms == b->response_ms &&
	       a->reconnect_min_ms == b->reconnect_min_ms &&
	       a->reconnect_max_ms == b->reconnect_max_ms;
}

static bool
same_texts(const struct conf_smpp *a, const struct conf_smpp *b)
{
	return a->id_in_response == b->id_in_response &&
	       a->id_in_receipt == b->id_in_receipt &&
	       a->text.split == b->text.split &&
	       a->text.coding_0 == b->text.coding_0 &&
	       a->text.segment.transliterate == b->text.segment.transliterate &&
	       strcmp(a->sender, b->sender) == 0 &&
	       a->source_ton == b->source_ton &&
	       a->source_npi == b->source_npi && a->dest_ton == b->dest_ton &&
	       a->dest_npi == b->dest_npi &&
	       strcmp(a->service_type, b->service_type) == 0 &&
	       a->validity_ms == b->validity_ms && a->receipts == b->receipts;
}

bool
conf_smpp_same(const struct conf_smpp *a, const struct conf_smpp *b)
{
	return conf_link_same(&a->link, &b->link) && same_login(a, b) &&
	       same_texts(a, b);
}
