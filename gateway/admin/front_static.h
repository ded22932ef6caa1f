/* front_static - the console's files, served from memory.
 *
 * Read once, at the start: all below the folder whose suffix is known, at most
 * FRONT_STATIC_FILES of FRONT_STATIC_FILE_OCTETS each.  What begins with a dot,
 * is a symbolic link, or is no file or folder is not looked at; what was not
 * read then is not there, so no path can lead out of the folder.
 * "x.gz" beside "x" is x, compressed: for who takes gzip (RFC 9110 12.5.3).
 * A file is asked for again with its ETag (304 when it is the same); one below
 * a folder that begins with "~" never changes and may be kept for a year.
 * Scripts and style sheets go without the fields that only matter to documents.
 * "/" is index.html, "/x/" is nothing.  GET and HEAD only. */
#ifndef GATEWAY_ADMIN_FRONT_STATIC_H
#define GATEWAY_ADMIN_FRONT_STATIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/http.h"
#include "base/str.h"

#define FRONT_STATIC_FILES 1024
#define FRONT_STATIC_FILE_OCTETS (4 * 1024 * 1024)

struct front_static;

/* A folder that cannot be read, or that has no index.html, gives one with a
 * page that says so: the API works all the same. */
struct front_static *front_static_new(const char *folder);
void front_static_free(struct front_static **files);

/* Answers: the file, 304, 404 (a page for browsers), or 405. */
void front_static_answer(
    const struct front_static *files, struct http_request *request);

/* Pure: does "a, gzip;q=0.5" take gzip? NULL: no. */
bool front_static_takes_gzip(const char *accept_encoding);
/* Pure: is that ETag in If-None-Match, "*" included?  NULL: no. */
bool front_static_matches(const char *if_none_match, const char *etag);

#endif
