#include "programs/furrowd/conf_backup.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

#define EVERY_LEAST_MS 60000

void
conf_backup_rows(cfg_opt_t rows[CONF_BACKUP_ROWS])
{
	const cfg_opt_t all[CONF_BACKUP_ROWS] = {
	    CFG_STR("to", "", CFGF_NONE),
	    CFG_STR("key-file", "", CFGF_NONE),
	    CFG_STR("every", "1d", CFGF_NONE),
	    CFG_STR("at", "02:30", CFGF_NONE),
	    CFG_INT("keep", 14, CFGF_NONE),
	    CFG_BOOL("mount", cfg_true, CFGF_NONE),
	    CFG_STR("alarm-after", "2d", CFGF_NONE),
	    CFG_END(),
	};

	memcpy(rows, all, sizeof(all));
}

/* "02:30" -> 150; "" -> -1.  False: neither. */
static bool
read_minute(int *out, const char *text)
{
	int hour, minute;
	char more;
	*out = -1;
	if (text[0] == '\0')
		return true;
	if (strlen(text) != 5 || text[2] != ':' ||
	    sscanf(text, "%2d:%2d%c", &hour, &minute, &more) != 2 || hour < 0 ||
	    hour > 23 || minute < 0 || minute > 59)
		return false;
	*out = hour * 60 + minute;
	return true;
}

static int
check_at(cfg_t *cfg, cfg_opt_t *opt)
{
	int minute;
	if (read_minute(&minute, conf_last(opt)))
		return 0;
	cfg_error(
	    cfg, "at: '%s' is no time of the day, like 02:30", conf_last(opt));
	return -1;
}

static int
check_every(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	if (conf_check_duration(cfg, opt) != 0)
		return -1;
	str_to_duration_ms(&ms, str_from(conf_last(opt)));
	if (ms >= EVERY_LEAST_MS)
		return 0;
	cfg_error(cfg, "every: more often than once a minute is too often");
	return -1;
}

void
conf_backup_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "backup|at", check_at);
	cfg_set_validate_func(cfg, "backup|every", check_every);
	cfg_set_validate_func(cfg, "backup|keep", conf_check_count);
	cfg_set_validate_func(cfg, "backup|alarm-after", conf_check_duration);
}

static int
missing(
    const char *conf_file, cfg_t *section, const char *what, struct err *err)
{
	return err_set(err, CONF_VALUE, (size_t)section->line,
	    "%.60s:%d: backup %.24s: %s", conf_file, section->line,
	    cfg_title(section), what);
}

int
conf_backup_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	struct backup_place *place = &out->backup[out->backups];
	const char *title = cfg_title(section);
	if (out->backups == BACKUPS_PLACES_MAX)
		return missing(conf_file, section, "there are too many", err);
	if (strlen(title) >= sizeof(place->title) || title[0] == '\0')
		return missing(conf_file, section,
		    "the title must be a word of at most 23 octets", err);
	if (cfg_getstr(section, "to")[0] == '\0')
		return missing(
		    conf_file, section, "to: into which folder?", err);
	if (cfg_getstr(section, "key-file")[0] == '\0')
		return missing(conf_file, section,
		    "key-file: make one by 'furrow backup keygen'", err);
	conf_text(place->title, sizeof(place->title), title);
	conf_path(place->folder, out->path, cfg_getstr(section, "to"));
	conf_path(place->key_file, out->path, cfg_getstr(section, "key-file"));
	place->every_ms = conf_duration(section, "every");
	place->old_ms = conf_duration(section, "alarm-after");
	place->keep = (int)cfg_getint(section, "keep");
	place->mount = cfg_getbool(section, "mount");
	read_minute(&place->at_min, cfg_getstr(section, "at"));
	out->backups++;
	return 0;
}

bool
conf_backup_same(
    const struct backup_place *now, const struct backup_place *next)
{
	return strcmp(now->title, next->title) == 0 &&
	       strcmp(now->folder, next->folder) == 0 &&
	       strcmp(now->key_file, next->key_file) == 0 &&
	       now->every_ms == next->every_ms && now->at_min == next->at_min &&
	       now->keep == next->keep && now->mount == next->mount &&
	       now->old_ms == next->old_ms;
}
