#include "programs/furrowd/conf_title.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct copy {
	FILE *in, *out;
	int line, depth, quote;
	int last;
	char word[8]; /* the one that is being read, when no longer */
	size_t word_octets;
};

/* Blanks and line ends behind a word; what follows them is left unread. */
static int
copy_blanks(struct copy *c)
{
	int next;
	while ((next = getc(c->in)) == ' ' || next == '\t' || next == '\n' ||
	       next == '\r') {
		c->line += next == '\n';
		putc(next, c->out);
	}
	ungetc(next, c->in);
	return next;
}

static void
end_word(struct copy *c)
{
	int line = c->line;
	if (c->depth == 0 && c->word_octets == 5 &&
	    memcmp(c->word, "route", 5) == 0 && copy_blanks(c) == '{')
		fprintf(c->out, " \"line %d\" ", line);
	c->word_octets = 0;
}

static bool
is_word(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static void
follow(struct copy *c, int at)
{
	c->line += at == '\n';
	if (c->quote == '#')
		c->quote = at == '\n' ? 0 : c->quote;
	else if (c->quote == '*')
		c->quote = at == '/' && c->last == '*' ? 0 : c->quote;
	else if (c->quote != 0)
		c->quote = at == c->quote && c->last != '\\' ? 0 : c->quote;
	else if (at == '"' || at == '\'')
		c->quote = at;
	else if (at == '#' || (at == '/' && c->last == '/'))
		c->quote = '#';
	else if (at == '*' && c->last == '/')
		c->quote = '*';
	else
		c->depth += (at == '{') - (at == '}');
	if (c->quote == 0 && is_word(at)) {
		if (c->word_octets < sizeof(c->word))
			c->word[c->word_octets++] = (char)at;
	} else {
		c->word_octets = 0;
	}
	c->last = at;
}

static void
copy_titled(struct copy *c)
{
	for (int at; (at = getc(c->in)) != EOF;) {
		follow(c, at);
		putc(at, c->out);
		int next = getc(c->in);
		ungetc(next, c->in);
		if (c->word_octets > 0 && !is_word(next))
			end_word(c);
	}
}

/* In memory: there may be no folder to write to. */
FILE *
conf_title_open(const char *path)
{
	struct copy c = {.in = fopen(path, "r"), .line = 1};
	char *titled = NULL;
	size_t octets = 0;
	FILE *again = NULL;
	if (c.in == NULL)
		return NULL;
	c.out = open_memstream(&titled, &octets);
	if (c.out != NULL) {
		copy_titled(&c);
		fclose(c.out);
		again = fmemopen(NULL, octets + 1, "w+");
	}
	fclose(c.in);
	if (again != NULL) {
		fwrite(titled, 1, octets, again);
		rewind(again);
	}
	free(titled);
	return again;
}
