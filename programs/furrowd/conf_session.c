#include "programs/furrowd/conf_session.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"
#include "programs/furrowd/wire_sim.h"

/* -- whose numbers, which codes -------------------------------------------- */

void
conf_session_usual(struct session_channel *out, const char *name)
{
	*out = (struct session_channel){.septets = 160,
	    .units = 70,
	    .idle_ms = 180000,
	    .resume_ms = 900000,
	    .deadline_ms = 5000};
	conf_text(out->name, sizeof(out->name), name);
}

static int
set_codes(
    const struct conf_place *at, struct session_channel *c, cfg_t *section)
{
	unsigned codes = cfg_size(section, "codes");
	if (codes == 0)
		return conf_wrong(at, "codes",
		    "missing: which codes do people dial, like { \"*384*96#\" "
		    "}");
	if (codes > SESSION_CODES_MAX)
		return conf_wrong(at, "codes", "more than 16");
	for (unsigned i = 0; i < codes; i++) {
		session_code_write(
		    c->code[i], str_from(cfg_getnstr(section, "codes", i)));
		for (unsigned k = 0; k < i; k++)
			if (strcmp(c->code[k], c->code[i]) == 0)
				return conf_wrong(
				    at, "codes", "one of them is there twice");
	}
	c->codes = codes;
	return 0;
}

static int
set_rules(
    const struct conf_place *at, struct session_channel *c, cfg_t *section)
{
	c->countries = cfg_size(section, "countries");
	c->networks = cfg_size(section, "networks");
	if (c->countries > SESSION_RULES_MAX)
		return conf_wrong(at, "countries", "more than 16");
	if (c->networks > SESSION_RULES_MAX)
		return conf_wrong(at, "networks", "more than 16");
	for (unsigned i = 0; i < c->countries; i++)
		conf_session_country(
		    c->country[i], cfg_getnstr(section, "countries", i));
	for (unsigned i = 0; i < c->networks; i++)
		conf_text(c->network[i], sizeof(c->network[i]),
		    cfg_getnstr(section, "networks", i));
	return 0;
}

static int
set_channel(
    const struct conf_place *at, struct session_channel *c, cfg_t *section)
{
	conf_session_usual(c, at->name);
	c->septets = (int)cfg_getint(section, "septets");
	c->units = (int)cfg_getint(section, "units");
	c->idle_ms = conf_duration(section, "idle");
	c->resume_ms = conf_duration(section, "resume");
	c->deadline_ms = conf_duration(section, "deadline");
	c->low_trust = strcmp(cfg_getstr(section, "trust"), "low") == 0;
	int rc = set_codes(at, c, section);
	return rc == 0 ? set_rules(at, c, section) : rc;
}

/* -- where it is called, and by whom --------------------------------------- */

/* What is behind a path begins with a slash of its own. */
static void
cut_slash(char *path)
{
	size_t octets = strlen(path);
	if (octets > 1 && path[octets - 1] == '/')
		path[octets - 1] = '\0';
}

static void
set_paths(const char *name, struct conf_session *s, cfg_t *section)
{
	const char *path = cfg_getstr(section, "path");
	const char *event = cfg_getstr(section, "event-path");
	snprintf(s->path, sizeof(s->path), "/ussd/%s", name);
	if (path != NULL && path[0] != '\0')
		conf_text(s->path, sizeof(s->path), path);
	if (event != NULL)
		conf_text(s->event_path, sizeof(s->event_path), event);
	cut_slash(s->path);
	cut_slash(s->event_path);
}

/* Everybody is nobody in particular. */
static bool
names_callers(const struct http_caller *c)
{
	for (size_t i = 0; i < c->allows; i++) {
		size_t octets = strlen(c->allow[i]);
		if (octets > 2 && strcmp(c->allow[i] + octets - 2, "/0") == 0)
			return false;
	}
	return c->allows > 0;
}

static int
set_caller(const struct conf_place *at, struct conf_session *s,
    const char *conf_file, cfg_t *section)
{
	struct http_caller *c = &s->caller;
	char path[PATH_MAX];
	int rc = conf_gate_allow(at, c, section);
	conf_path(path, conf_file, cfg_getstr(section, "secret-file"));
	if (rc == 0 && path[0] != '\0') {
		c->auth = HTTP_AUTH_ANY;
		rc = conf_gate_secret(
		    at, c->secret, sizeof(c->secret), "secret-file", path);
	}
	if (rc != 0 || path[0] != '\0' || names_callers(c) ||
	    conf_gate_is_private(s->address))
		return rc;
	return conf_wrong(at, "listen",
	    "anybody could call there and order in anybody's name: say in "
	    "allow from where, or in secret-file with what");
}

static bool
same_gate(const struct conf_session *s, const char *address, int port)
{
	return s->port == port && strcmp(s->address, address) == 0;
}

static bool
is_one_of(const char *path, const char *a, const char *b)
{
	return path[0] != '\0' &&
	       (strcmp(path, a) == 0 || strcmp(path, b) == 0);
}

/* Those that listen at one address share it, so they must agree. */
static int
check_gate(const struct conf_place *at, const struct conf_session *s,
    const char *certificate, const char *a, const char *b)
{
	if (strcmp(s->certificate, certificate) != 0)
		return conf_wrong(at, "tls-certificate",
		    "another than that of a section before, which listens "
		    "there too");
	if (is_one_of(s->path, a, b))
		return conf_wrong(at, "path",
		    "that of a section before, which listens there too");
	if (is_one_of(s->event_path, a, b))
		return conf_wrong(at, "event-path",
		    "that of a section before, which listens there too");
	return 0;
}

static int
check_others(const struct conf_place *at, const struct conf *conf)
{
	const struct conf_session *s = &conf->session[conf->sessions - 1];
	int rc = strcmp(s->path, s->event_path) != 0
		     ? 0
		     : conf_wrong(at, "event-path", "is that of path");
	for (size_t i = 0; rc == 0 && i + 1 < conf->sessions; i++) {
		const struct conf_session *o = &conf->session[i];
		if (same_gate(s, o->address, o->port))
			rc = check_gate(
			    at, s, o->certificate, o->path, o->event_path);
	}
	for (size_t i = 0; rc == 0 && i < conf->https; i++) {
		const struct conf_http *h = &conf->http[i];
		if (same_gate(s, h->address, h->port))
			rc = check_gate(
			    at, s, h->certificate, h->path, h->report_path);
	}
	return rc;
}

/* A turn's row names its channel like a text's its link; the name stands in
 * the path and in lines of the log, too. */
static int
check_name(const struct conf_place *at, const struct conf *conf)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
	bool taken = strcmp(at->name, WIRE_SIM_NAME) == 0;
	size_t octets = strlen(at->name);
	if (octets == 0 || octets >= LINK_NAME_OCTETS)
		return conf_wrong(at, "", "a name has 1 to 31 octets");
	if (strspn(at->name, good) != octets)
		return conf_wrong(at, "",
		    "a name has letters, digits, - _ and . only, for it "
		    "stands in the path that is called");
	for (size_t i = 0; i < conf->modems; i++)
		taken =
		    taken || strcmp(conf->modem[i].link.name, at->name) == 0;
	for (size_t i = 0; i < conf->smpps; i++)
		taken = taken || strcmp(conf->smpp[i].link.name, at->name) == 0;
	for (size_t i = 0; i < conf->https; i++)
		taken = taken || strcmp(conf->http[i].link.name, at->name) == 0;
	return taken ? conf_wrong(
			   at, "", "another section or channel has that name")
		     : 0;
}

static int
set_gate(const struct conf_place *at, struct conf *conf, struct conf_session *s,
    cfg_t *section)
{
	const char *listen = cfg_getstr(section, "listen");
	if (!conf_gate_listen(s->address, &s->port, listen))
		return conf_wrong(at, "listen",
		    listen[0] == '\0' ? "missing: where is it called, like "
					"127.0.0.1:8643"
				      : "not a numeric address and a port, "
					"like 127.0.0.1:8643");
	set_paths(at->name, s, section);
	int rc = conf_gate_certificate(
	    at, s->certificate, s->certificate_key, conf->path, section);
	if (rc == 0)
		rc = set_caller(at, s, conf->path, section);
	return rc == 0 ? check_others(at, conf) : rc;
}

static int
set_http(const struct conf_place *at, struct conf *conf, struct conf_session *s,
    cfg_t *section)
{
	s->channel.by_phone = s->dialect->by_phone;
	int rc = conf_session_smpp_none(at, section);
	return rc == 0 ? set_gate(at, conf, s, section) : rc;
}

static int
set_smpp(const struct conf_place *at, struct conf *conf, struct conf_session *s,
    cfg_t *section)
{
	int rc = conf_session_smpp_set(at, conf, &s->smpp, section);
	s->channel.by_phone = s->smpp.rules.profile == SMPP_USSD_NONE;
	return rc;
}

int
conf_session_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	const struct conf_place at = {.file = conf_file,
	    .kind = "ussd",
	    .line = (int)section->line,
	    .name = cfg_title(section),
	    .err = err};
	if (out->sessions == CONF_SESSION_MAX)
		return conf_wrong(
		    &at, "", "there are 16 sections ussd already");
	struct conf_session *s = &out->session[out->sessions++];
	s->dialect = ussd_dialect_find(cfg_getstr(section, "dialect"));
	int rc = check_name(&at, out);
	if (rc == 0 && cfg_getstr(section, "dialect")[0] == '\0')
		rc = conf_wrong(&at, "dialect",
		    "missing: how does the gateway ask, like africastalking");
	if (rc == 0)
		rc = set_channel(&at, &s->channel, section);
	if (rc == 0)
		rc = s->dialect != NULL ? set_http(&at, out, s, section)
					: set_smpp(&at, out, s, section);
	if (rc != 0)
		return rc;
	s->fixed =
	    conf_gate_mix(conf_gate_fixed(section, NULL), s->caller.secret);
	s->fixed = conf_gate_mix(s->fixed, s->channel.name);
	s->fixed = conf_gate_mix_file(s->fixed, s->certificate);
	s->fixed = conf_gate_mix_file(s->fixed, s->certificate_key);
	return 0;
}
