/* conf_title - furrow.conf with a title for each section `route`.
 *
 * A route may have a title or none; libconfuse knows only one of both.  So it
 * reads a copy, in memory, where `route {` is `route "line 12" {`: each line
 * stands where it was, and what is in quotes, comments or other sections is
 * left alone. */
#ifndef PROGRAMS_FURROWD_CONF_TITLE_H
#define PROGRAMS_FURROWD_CONF_TITLE_H

#include <stdio.h>

/* The file at `path`, titled; NULL: errno says why.  fclose() it. */
FILE *conf_title_open(const char *path);

#endif
