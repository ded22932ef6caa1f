/* conf_gate - what sections of furrow.conf share that are called over HTTP:
 * where they listen, their certificate, who may call; and how each of them
 * tells what is wrong, and what of it needs a restart. */
#ifndef PROGRAMS_FURROWD_CONF_GATE_H
#define PROGRAMS_FURROWD_CONF_GATE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include <confuse.h>

#include "base/err.h"
#include "gateway/link/http_caller.h"

#define CONF_GATE_ADDRESS_OCTETS 64

/* What is being read, for telling where it is wrong. */
struct conf_place {
	const char *file, *kind, *name; /* "furrow.conf", "http", its title */
	int line;
	struct err *err;
};

/* Negative: "furrow.conf:7: http ag: key: why". */
int conf_wrong(const struct conf_place *at, const char *key, const char *why);

/* The first line of a file, without blanks; nothing of it reaches a log. */
int conf_gate_secret(const struct conf_place *at, char *dst, size_t octets,
    const char *key, const char *path);

/* "127.0.0.1:8644", "[::1]:8644": false when it is none. */
bool conf_gate_listen(char address[CONF_GATE_ADDRESS_OCTETS],
    unsigned short *port, const char *value);
/* Nobody calls it but from this machine. */
bool conf_gate_is_private(const char *address);

/* tls-certificate and tls-key; tried now, so that a wrong file is told with
 * its line. */
int conf_gate_certificate(const struct conf_place *at,
    char certificate[PATH_MAX], char key[PATH_MAX], const char *conf_file,
    cfg_t *section);

int conf_gate_allow(
    const struct conf_place *at, struct http_caller *caller, cfg_t *section);

/* Checks of single values. */
int conf_gate_check_allow(cfg_t *cfg, cfg_opt_t *opt);
int conf_gate_check_path(cfg_t *cfg, cfg_opt_t *opt);

/* One number for all that a section says, but for the keys that a reload takes
 * over; NULL: it takes over none. */
uint64_t conf_gate_fixed(cfg_t *section, bool (*is_reloaded)(const char *key));
uint64_t conf_gate_mix(uint64_t sum, const char *text);
/* What the file says, for a certificate is renewed under the same name; "" or
 * one that cannot be read changes nothing. */
uint64_t conf_gate_mix_file(uint64_t sum, const char *path);

#endif
