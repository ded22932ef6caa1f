#include "programs/furrow/config_socket.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

#define FILE_OCTETS_MAX (1024 * 1024)

/* -- the text, word by word (libconfuse's own rules) ------------------------
 */

enum token { TOKEN_END, TOKEN_WORD, TOKEN_MARK };

struct scan {
	struct str rest;
	char word[512]; /* TOKEN_WORD, without its quotes, cut to fit */
	char mark; /* TOKEN_MARK */
};

static void
skip(struct scan *s, size_t octets)
{
	if (octets > s->rest.octets)
		octets = s->rest.octets;
	s->rest = str_of(s->rest.at + octets, s->rest.octets - octets);
}

static void
skip_past(struct scan *s, const char *end)
{
	while (s->rest.octets > 0 && !str_starts(s->rest, end))
		skip(s, 1);
	skip(s, strlen(end));
}

static void
skip_blank(struct scan *s)
{
	while (s->rest.octets > 0) {
		if (strchr(" \t\r\n", s->rest.at[0]) != NULL &&
		    s->rest.at[0] != '\0')
			skip(s, 1);
		else if (s->rest.at[0] == '#' || str_starts(s->rest, "//"))
			skip_past(s, "\n");
		else if (str_starts(s->rest, "/*"))
			skip_past(s, "*/");
		else
			return;
	}
}

static void
quoted(struct scan *s, struct buf *word)
{
	char quote = s->rest.at[0];

	skip(s, 1);
	while (s->rest.octets > 0 && s->rest.at[0] != quote) {
		if (s->rest.at[0] == '\\' && quote == '"')
			skip(s, 1);
		if (s->rest.octets > 0)
			buf_add_char(word, s->rest.at[0]);
		skip(s, 1);
	}
	skip(s, 1);
}

static bool
is_mark(char c)
{
	return strchr("{}=(),+", c) != NULL;
}

static enum token
next(struct scan *s)
{
	struct buf word = buf_over(s->word, sizeof(s->word));

	skip_blank(s);
	if (s->rest.octets == 0)
		return TOKEN_END;
	if (s->rest.at[0] == '"' || s->rest.at[0] == '\'') {
		quoted(s, &word);
		return TOKEN_WORD;
	}
	s->mark = s->rest.at[0];
	if (is_mark(s->mark)) {
		skip(s, 1);
		return TOKEN_MARK;
	}
	while (s->rest.octets > 0 && !is_mark(s->rest.at[0]) &&
	       strchr(" \t\r\n\"'", s->rest.at[0]) == NULL) {
		buf_add_char(&word, s->rest.at[0]);
		skip(s, 1);
	}
	return TOKEN_WORD;
}

void
config_socket_scan(char *dst, size_t dst_octets, struct str text)
{
	struct scan s = {.rest = text};
	char key[16] = "";
	bool admin = false, value = false;
	int depth = 0;
	enum token token;

	dst[0] = '\0';
	while ((token = next(&s)) != TOKEN_END) {
		if (token == TOKEN_MARK) {
			value = s.mark == '=';
			if (s.mark == '{' && depth++ == 0)
				admin = strcmp(key, "admin") == 0;
			else if (s.mark == '}' && depth > 0)
				depth--;
			continue;
		}
		if (value && admin && depth == 1 && strcmp(key, "socket") == 0)
			str_copy(dst, dst_octets, str_from(s.word));
		value = false;
		str_copy(key, sizeof(key), str_from(s.word));
	}
}

/* -- the file ----------------------------------------------------------------
 */

const char *
config_socket_place(const char *given)
{
	static const char *const places[] = {
	    "furrow.conf", "/etc/furrow/furrow.conf"};

	if (given != NULL)
		return given;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (access(places[i], F_OK) == 0)
			return places[i];
	return NULL;
}

static int
read_text(struct buf *text, const char *path, struct err *err)
{
	FILE *in = fopen(path, "re");
	char part[4096];
	size_t octets;

	if (in == NULL)
		return err_set(err, CONFIG_SOCKET_FILE, 0, "%s: %s", path,
		    strerror(errno));
	while ((octets = fread(part, 1, sizeof(part), in)) > 0)
		buf_add(text, part, octets);
	fclose(in);
	return 0;
}

int
config_socket_find(
    char *dst, size_t dst_octets, const char *path, struct err *err)
{
	struct buf text;
	char value[512];
	const char *slash;
	int n;

	if (path == NULL)
		return err_set(err, CONFIG_SOCKET_FILE, 0,
		    "no furrow.conf here and none in /etc/furrow; name it "
		    "with -c");
	text = buf_new(FILE_OCTETS_MAX);
	if (read_text(&text, path, err) < 0) {
		buf_free(&text);
		return CONFIG_SOCKET_FILE;
	}
	config_socket_scan(value, sizeof(value), buf_str(&text));
	buf_free(&text);
	slash = value[0] == '/' ? NULL : strrchr(path, '/');
	n = snprintf(dst, dst_octets, "%.*s%s",
	    slash != NULL ? (int)(slash - path + 1) : 0, path,
	    value[0] != '\0' ? value : "furrow.sock");
	if (n < 0 || (size_t)n >= dst_octets)
		return err_set(
		    err, CONFIG_SOCKET_LONG, 0, "the path is too long");
	return 0;
}
