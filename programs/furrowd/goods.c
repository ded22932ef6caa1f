#include "programs/furrowd/goods.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/log.h"
#include "gateway/store/store_catalogue.h"
#include "handlers/alias.h"

static void
put(struct store *store, const char *key, const json_t *value)
{
	char *document = json_dumps(value, JSON_COMPACT);
	if (document == NULL) {
		store_fail(store, "the catalogue cannot be written as JSON");
		return;
	}
	store_catalogue_put(store, key, str_from(document));
	free(document);
}

/* Everything beside the products: units. */
static void
put_rest(struct store *store, json_t *file)
{
	const char *member;
	json_t *value;
	json_object_foreach(file, member, value)
	{
		char key[64];
		if (strcmp(member, "units") != 0)
			continue;
		snprintf(key, sizeof(key), "@%s", member);
		put(store, key, value);
	}
}

int
goods_write(struct store *store, struct str json, struct err *err)
{
	json_t *file = json_read(json, GOODS_FILE_OCTETS, err);
	size_t i;
	json_t *product;
	if (file == NULL)
		return GOODS_SHAPE;
	json_array_foreach(json_object_get(file, "products"), i, product)
	{
		const char *key = json_text(product, "key", "");
		if (key[0] != 0)
			put(store, key, product);
	}
	put_rest(store, file);
	json_decref(file);
	return 0;
}

static int
read_file(struct buf *text, const char *path, struct err *err)
{
	char chunk[16384];
	size_t n;
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return err_set(err, GOODS_READ, 0, "catalogue %.100s: %s", path,
		    strerror(errno));
	while ((n = fread(chunk, 1, sizeof(chunk), in)) > 0)
		buf_add(text, chunk, n);
	bool bad = ferror(in) != 0;
	fclose(in);
	if (bad || text->full)
		return err_set(err, GOODS_READ, 0,
		    "catalogue %.100s: cannot be read, or is over 2 MiB", path);
	return 0;
}

static void
note(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

static int
import(struct store *store, struct str json, struct err *err)
{
	bool ok = false;
	store_begin(store);
	int rc = goods_write(store, json, err);
	if (rc == 0 && store_failed(store, err) == 0)
		store_commit(store, note, &ok);
	if (ok)
		return 0;
	store_failed(store, err);
	store_rollback(store);
	return rc != 0 ? rc : GOODS_STORE;
}

/* The file as text, if it is a good catalogue. */
static int
read_checked(struct buf *text, const char *path, const struct lexicon *lex,
    struct err *err)
{
	int rc = read_file(text, path, err);
	if (rc < 0)
		return rc;
	struct err why;
	struct catalogue *checked = catalogue_load(buf_str(text), lex, &why);
	if (checked == NULL)
		return err_set(err, GOODS_SHAPE, why.offset,
		    "catalogue %.100s: %.200s", path, why.text);
	catalogue_free(&checked);
	return 0;
}

int
goods_check_file(const char *path, const struct lexicon *lex, struct err *err)
{
	struct buf text = buf_new(GOODS_FILE_OCTETS);
	int rc = read_checked(&text, path, lex, err);
	buf_free(&text);
	return rc;
}

int
goods_import_file(struct store *store, const char *path,
    const struct lexicon *lex, struct err *err)
{
	struct buf text = buf_new(GOODS_FILE_OCTETS);
	int rc = read_checked(&text, path, lex, err);
	if (rc == 0)
		rc = import(store, buf_str(&text), err);
	buf_free(&text);
	return rc;
}

static bool
collect(void *arg, const char *key, struct str document)
{
	json_t *file = arg;
	json_t *value = json_read(document, document.octets, NULL);
	if (value == NULL)
		return true;
	if (key[0] == '@')
		json_object_set_new(file, key + 1, value);
	else
		json_array_append_new(json_object_get(file, "products"), value);
	return true;
}

static struct catalogue *
load(json_t *file, const struct lexicon *lex, struct err *err)
{
	char *text = json_dumps(file, JSON_COMPACT);
	struct catalogue *cat =
	    text == NULL ? NULL : catalogue_load(str_from(text), lex, err);
	free(text);
	return cat;
}

/* Taught names must not keep a market from opening: when the whole is too
 * much, they are what is left out. */
struct catalogue *
goods_load(struct store *store, const struct lexicon *lex, struct err *err)
{
	char why[ERR_TEXT_OCTETS * 2];
	json_t *file = json_pack("{s:[]}", "products");
	store_catalogue_each(store, collect, file);
	json_t *taught = json_deep_copy(file);
	alias_names(taught, store);
	struct catalogue *cat = load(taught, lex, err);
	if (cat == NULL) {
		log_event(LOG_ERROR, "goods", "aliases_left", "why=%s",
		    log_quote(why, sizeof(why), err->text));
		cat = load(file, lex, err);
	}
	json_decref(taught);
	json_decref(file);
	return cat;
}
