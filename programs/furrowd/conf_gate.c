#include "programs/furrowd/conf_gate.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "base/span.h"
#include "base/str.h"
#include "base/tls.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

int
conf_wrong(const struct conf_place *at, const char *key, const char *why)
{
	return err_set(at->err, CONF_VALUE, (size_t)at->line,
	    "%.60s:%d: %s%s%s: %s%s%.140s", at->file, at->line, at->kind,
	    at->name[0] != '\0' ? " " : "", at->name, key,
	    key[0] != '\0' ? ": " : "", why);
}

/* It is still taken: who set it up must be able to begin. */
static void
warn_of_readers(FILE *in, const char *path)
{
	struct stat st;
	char quoted[2 * PATH_MAX];
	if (fstat(fileno(in), &st) == 0 && (st.st_mode & S_IROTH) != 0)
		log_event(LOG_WARN, "conf", "secret_readable",
		    "file=%s why=\"everybody on this machine may read it: "
		    "chmod 400\"",
		    log_quote_ours(quoted, sizeof(quoted), path));
}

int
conf_gate_secret(const struct conf_place *at, char *dst, size_t octets,
    const char *key, const char *path)
{
	char line[512] = "", why[PATH_MAX + 64];
	FILE *in = fopen(path, "r");
	if (in == NULL) {
		snprintf(why, sizeof(why), "%s: %s", strerror(errno), path);
		return conf_wrong(at, key, why);
	}
	warn_of_readers(in, path);
	if (fgets(line, sizeof(line), in) == NULL)
		line[0] = '\0';
	fclose(in);
	struct str secret = str_trim(str_from(line));
	bool good = secret.octets > 0 && secret.octets < octets;
	if (good)
		str_copy(dst, octets, secret);
	explicit_bzero(line, sizeof(line));
	return good
		   ? 0
		   : conf_wrong(at, key, "its first line is empty or too long");
}

bool
conf_gate_listen(char address[CONF_GATE_ADDRESS_OCTETS], unsigned short *port,
    const char *value)
{
	const char *colon = strrchr(value, ':');
	int64_t number;
	if (colon == NULL || !str_to_int64(&number, str_from(colon + 1)) ||
	    number < 1 || number > 65535)
		return false;
	struct str text = str_of(value, (size_t)(colon - value));
	if (text.octets > 1 && text.at[0] == '[') {
		if (text.at[text.octets - 1] != ']')
			return false;
		text = str_of(text.at + 1, text.octets - 2);
	}
	str_copy(address, CONF_GATE_ADDRESS_OCTETS, text);
	*port = (unsigned short)number;
	return text.octets < CONF_GATE_ADDRESS_OCTETS &&
	       http_caller_range(address) && strchr(address, '/') == NULL;
}

bool
conf_gate_is_private(const char *address)
{
	return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

int
conf_gate_certificate(const struct conf_place *at, char certificate[PATH_MAX],
    char key[PATH_MAX], const char *conf_file, cfg_t *section)
{
	struct err why = {0};
	conf_path(
	    certificate, conf_file, cfg_getstr(section, "tls-certificate"));
	conf_path(key, conf_file, cfg_getstr(section, "tls-key"));
	if ((certificate[0] == '\0') != (key[0] == '\0'))
		return conf_wrong(at, "tls-certificate",
		    "it and tls-key are given both or not at all");
	if (certificate[0] == '\0')
		return 0;
	struct tls_context *context =
	    tls_server_context(certificate, key, &why);
	bool good = context != NULL;
	tls_context_free(&context);
	return good ? 0 : conf_wrong(at, "", why.text);
}

int
conf_gate_allow(
    const struct conf_place *at, struct http_caller *caller, cfg_t *section)
{
	unsigned allows = cfg_size(section, "allow");
	if (allows > HTTP_CALLER_ADDRESSES)
		return conf_wrong(at, "allow", "more than 16");
	for (unsigned i = 0; i < allows; i++)
		conf_text(caller->allow[i], sizeof(caller->allow[i]),
		    cfg_getnstr(section, "allow", i));
	caller->allows = allows;
	return 0;
}

int
conf_gate_check_allow(cfg_t *cfg, cfg_opt_t *opt)
{
	if (http_caller_range(conf_last(opt)))
		return 0;
	cfg_error(cfg,
	    "allow: '%.60s' is no address like 192.0.2.7 or 192.0.2.0/24",
	    conf_last(opt));
	return -1;
}

int
conf_gate_check_path(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (value[0] == '\0' || (value[0] == '/' && strlen(value) < 128 &&
				    strpbrk(value, " ?#%") == NULL))
		return 0;
	cfg_error(cfg, "%s: '%.60s' is not like /sms/ag", opt->name, value);
	return -1;
}

uint64_t
conf_gate_mix(uint64_t sum, const char *text)
{
	uint64_t both[2] = {sum, span_hash(span_of(text, strlen(text)))};
	return span_hash(span_of(both, sizeof(both)));
}

uint64_t
conf_gate_mix_file(uint64_t sum, const char *path)
{
	char piece[4096];
	size_t octets;
	FILE *in = path[0] != '\0' ? fopen(path, "re") : NULL;
	if (in == NULL)
		return sum;
	while ((octets = fread(piece, 1, sizeof(piece), in)) > 0) {
		uint64_t both[2] = {sum, span_hash(span_of(piece, octets))};
		sum = span_hash(span_of(both, sizeof(both)));
	}
	fclose(in);
	return sum;
}

uint64_t
conf_gate_fixed(cfg_t *section, bool (*is_reloaded)(const char *key))
{
	char number[24];
	uint64_t sum = 0;
	for (cfg_opt_t *o = section->opts; o->name != NULL; o++)
		for (unsigned i = 0; i < cfg_opt_size(o); i++) {
			const char *text = number;
			if (is_reloaded != NULL && is_reloaded(o->name))
				continue;
			if (o->type == CFGT_STR)
				text = cfg_opt_getnstr(o, i);
			else
				snprintf(number, sizeof(number), "%ld",
				    o->type == CFGT_INT
					? cfg_opt_getnint(o, i)
					: (long)cfg_opt_getnbool(o, i));
			sum = conf_gate_mix(conf_gate_mix(sum, o->name),
			    text != NULL ? text : "");
		}
	return sum;
}
