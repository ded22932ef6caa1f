/* pool_said - what leaders write behind TOOK, sloppily and in several
 * languages; and what must not be read at all. */
#include "handlers/pool_said.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "tests/handlers/intent_setup.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define FOLDER FURROW_SOURCE "/handlers/phrases"

static const struct household folk[] = {
    {.person_id = 1, .number = 1, .name = "Akinyi Otieno"},
    {.person_id = 2, .number = 2, .name = "Akinyi Odhiambo"},
    {.person_id = 3, .number = 3, .name = "Wafula"},
    {.person_id = 4, .number = 4, .name = "K7F"},
    {.person_id = 5, .number = 5, .name = "王芳"},
    {.person_id = 6, .number = 6, .name = "Mango"},
    {.person_id = 7, .number = 7, .name = "120kg"},
    {.person_id = 8, .number = 8, .name = "Ali"},
    {.person_id = 9, .number = 12, .name = "Café Moussa"},
};

struct said_row {
	const char *text;
	const char *reading;
};

/* households; quantity unit; product; grade; price per; commission; bad. */
static const struct said_row rows[] = {
    {"Wafula 120kg A", "Wafula; 120 kg; -; A; -; -"},
    {"wafula 120 kg a", "Wafula; 120 kg; -; A; -; -"},
    {"120 kg from wafula grade a", "Wafula; 120 kg; -; A; -; -"},
    {"kilo 120 kwa wafula daraja b", "Wafula; 120 kg; -; B; -; -"},
    {"Wafula 120kg A 30/kg", "Wafula; 120 kg; -; A; 30 kg; -"},
    {"Wafula 120kg A @30", "Wafula; 120 kg; -; A; 30 ; -"},
    {"Wafula 120kg mango A 30", "Wafula; 120 kg; mango; A; 30 ; -"},
    {"Wafula 120kg A COMMISSION", "Wafula; 120 kg; -; A; -; 0"},
    {"Wafula 120kg A C 10%", "Wafula; 120 kg; -; A; -; 1000"},
    {"Wafula 120kg C 10%", "Wafula; 120 kg; -; -; -; 1000"},
    {"Wafula 120kg C", "Wafula; 120 kg; -; C; -; -"},
    {"Wafula 120kg commission 7.5%", "Wafula; 120 kg; -; -; -; 750"},
    {"Wafula 2 bags maize", "Wafula; 2 bag; maize; -; -; -"},
    {"3 120kg", "number 3; 120 kg; -; -; -; -"},
    {"#3 120kg", "number 3; 120 kg; -; -; -; -"},
    {"#12 30", "number 12; 30 ; -; -; -; -"},
    {"12 30", "number 12; 30 ; -; -; -; -"},
    {"12 120kg 30", "number 12; 120 kg; -; -; 30 ; -"},
    {"K7F 120kg", "K7F; 120 kg; -; -; -; -"},
    {"Mango 120kg mango", "Mango; 120 kg; mango; -; -; -"},
    {"Café 20kg", "Café Moussa; 20 kg; -; -; -; -"},
    {"Akinyi 120kg", "Akinyi Otieno|Akinyi Odhiambo; 120 kg; -; -; -; -"},
    {"Akinyi Otieno 120kg", "Akinyi Otieno; 120 kg; -; -; -; -"},
    {"otieno 120kg", "Akinyi Otieno; 120 kg; -; -; -; -"},
    /* "Alice" is not Ali, and nobody of theirs. */
    {"Alice 120kg", "\"Alice\"; 120 kg; -; -; -; -"},
    {"from Njoroge 120kg", "\"Njoroge\"; 120 kg; -; -; -; -"},
    {"王芳芒果120公斤 A", "王芳; 120 kg; mango; A; -; -"},
    {"王芳120斤芒果", "王芳; 120 jin; mango; -; -; -"},
    {"120kg", "; 120 kg; -; -; -; -"},
    {"Wafula", "Wafula; -; -; -; -; -"},
    {"Wafula 0kg", "Wafula; 0 kg; -; -; -; -"},
    {"", "; -; -; -; -; -"},
    /* Not to be guessed. */
    {"Wafula 120kg 130kg", "bad"},
    {"Wafula 1000000000 kg", "bad"},
    {"Wafula 99999999999999999999999999 kg", "bad"},
    {"Wafula 120kg 30/kg 40/kg", "bad"},
    {"Wafula 120kg 500%", "bad"},
    {"1.5 120kg", "bad"},
    {"Wafula a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f "
     "g h i j k l m n o p q",
	"bad"},
    {"%%% / # @ 12", "; -; -; -; 12 ; -"},
};

static char *
tell(char dst[300], const struct pool_said *s, const struct catalogue *cat)
{
	struct buf out = buf_over(dst, 300);
	char figure[24];

	if (s->bad) {
		buf_add_text(&out, "bad");
		return dst;
	}
	for (size_t i = 0; i < s->count; i++)
		buf_add_format(&out, "%s%s", i ? "|" : "", folk[s->at[i]].name);
	if (s->count == 0 && s->number > 0)
		buf_add_format(&out, "number %d", s->number);
	else if (s->name[0] != '\0')
		buf_add_format(&out, "\"%s\"", s->name);
	if (s->has_qty)
		buf_add_format(&out, "; %s %s",
		    str_from_milli(figure, sizeof(figure), s->qty_milli),
		    s->unit);
	else
		buf_add_text(&out, "; -");
	buf_add_format(&out, "; %s; %s",
	    s->product >= 0 ? catalogue_key(cat, s->product) : "-",
	    s->grade[0] ? s->grade : "-");
	if (s->price_milli >= 0)
		buf_add_format(&out, "; %s %s",
		    str_from_milli(figure, sizeof(figure), s->price_milli),
		    s->per);
	else
		buf_add_text(&out, "; -");
	if (s->commission)
		buf_add_format(&out, "; %lld", (long long)s->rate);
	else
		buf_add_text(&out, "; -");
	return dst;
}

static void
reads(void **state)
{
	struct intent_setup setup;
	struct err err = {0};
	struct phrases *phrases = phrases_load(FOLDER, &err);
	struct pool_reader reader;

	(void)state;
	intent_setup_load(&setup);
	assert_non_null(phrases);
	reader = (struct pool_reader){
	    setup.cat, setup.lex, phrases, "en", folk, COUNT(folk)};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pool_said said;
		char got[300];

		pool_said_read(&said, &reader, str_from(rows[i].text));
		if (strcmp(tell(got, &said, setup.cat), rows[i].reading) != 0)
			fail_msg("\"%s\": %s, not %s", rows[i].text, got,
			    rows[i].reading);
	}
	phrases_free(&phrases);
	intent_setup_free(&setup);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads),
	};

	return cmocka_run_group_tests_name("pool_said", tests, NULL, NULL);
}
