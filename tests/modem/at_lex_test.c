/* Every framing that modems were seen to use, whole, byte by byte, and cut in
 * two at every place: the items must be the same. */
#include "modem/at_lex.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/panic.h"

struct row {
	const char *name;
	const char *in;
	unsigned hints;
	const char *items; /* L[...] P[...] > !(too long) */
};

static const struct row rows[] = {
    {"plain", "\r\nOK\r\n", 0, "L[OK]"},
    {"line feeds only", "\nOK\n+CSQ: 1,2\n", 0, "L[OK]L[+CSQ: 1,2]"},
    {"carriage returns only", "\rOK\rERROR\r", 0, "L[OK]L[ERROR]"},
    {"echo with doubled CR", "AT\r\r\nOK\r\n", 0, "L[AT]L[OK]"},
    {"doubled line ends", "\r\n\r\nOK\r\n\r\n", 0, "L[OK]"},
    {"outer blanks", "  OK \r\n", 0, "L[OK]"},
    {"0xFF at power up", "\xFF\xFFOK\r\n", 0, "L[OK]"},
    {"control octets", "O\001K\r\n", 0, "L[OK]"},
    {"beyond ASCII from a bad wire", "O\xC3K\r\n", 0, "L[OK]"},
    {"beyond ASCII in quotes", "+COPS: 0,0,\"\xC3\xA9\"\r\n", 0,
	"L[+COPS: 0,0,\"\xC3\xA9\"]"},
    {"unfinished", "\r\nOK", 0, ""},
    {"prompt", "\r\n> ", AT_LEX_WANT_PROMPT, ">"},
    {"prompt without blank, with line end", "\r\n>\r\n", AT_LEX_WANT_PROMPT,
	">"},
    {"prompt behind an echo", "AT+CMGS=23\r> ", AT_LEX_WANT_PROMPT,
	"L[AT+CMGS=23]>"},
    {"prompt glued to an echo", "AT+CMGS=23> ", AT_LEX_WANT_PROMPT,
	"L[AT+CMGS=23]>"},
    {"news before the prompt", "\r\n^RSSI:12\r\n> ", AT_LEX_WANT_PROMPT,
	"L[^RSSI:12]>"},
    {"a quoted > is no prompt", "+CUSD: 0,\"a > b\"\r\n", AT_LEX_WANT_PROMPT,
	"L[+CUSD: 0,\"a > b\"]"},
    {"no prompt without the hint", "> OK\r\n", 0, "L[> OK]"},
    {"pdu", "07911326\r\n", AT_LEX_WANT_PDU, "P[07911326]"},
    {"odd hex is a line", "0791132\r\n", AT_LEX_WANT_PDU, "L[0791132]"},
    {"hex without hint is a line", "07911326\r\n", 0, "L[07911326]"},
    {"ok glued to a pdu", "07911326OK\r\n", AT_LEX_WANT_PDU,
	"P[07911326]L[OK]"},
    {"ok glued to a reference", "+CMGS: 12OK\r\n", 0, "L[+CMGS: 12]L[OK]"},
    {"news glued to a result", "OK+CMTI: \"SM\",3\r\n", 0,
	"L[OK]L[+CMTI: \"SM\",3]"},
    {"error glued to a header", "ERROR+CNUM: 1\r\n", 0, "L[ERROR]L[+CNUM: 1]"},
    {"three glued", "+CMTI: \"SM\",1+CMTI: \"SM\",2^RSSI: 9\r\n", 0,
	"L[+CMTI: \"SM\",1]L[+CMTI: \"SM\",2]L[^RSSI: 9]"},
    {"capabilities are not headers", "+GCAP: +CGSM,+DS\r\n", 0,
	"L[+GCAP: +CGSM,+DS]"},
    {"ussd over two lines", "+CUSD: 0,\"1 a\r\n2 b\",15\r\n", 0,
	"L[+CUSD: 0,\"1 a\n2 b\",15]"},
    {"ussd in the GSM alphabet", "+CUSD: 0,\"Cr\005dit \0025\177\",15\r\n", 0,
	"L[+CUSD: 0,\"Cr\005dit \0025\177\",15]"},
    {"quote lost in other news", "+CMTI: \"SM,3\r\nOK\r\n", 0,
	"L[+CMTI: \"SM,3]L[OK]"},
    {"impatient with an open quote", "+CUSD: 0,\"1 a\r\nOK\r\n",
	AT_LEX_IMPATIENT, "L[+CUSD: 0,\"1 a]L[OK]"},
};

static void
add_item(struct buf *out, const struct at_lex_item *item)
{
	switch (item->kind) {
	case AT_LEX_LINE:
		buf_add_text(out, "L[");
		break;
	case AT_LEX_PDU:
		buf_add_text(out, "P[");
		break;
	case AT_LEX_PROMPT:
		buf_add_char(out, '>');
		return;
	}
	buf_add_str(out, item->text);
	buf_add_char(out, ']');
}

static void
drain(struct buf *in, unsigned hints, struct buf *out)
{
	static struct at_lex_item item;
	for (;;) {
		size_t used;
		int got = at_lex_next(&item, buf_span(in), hints, &used);
		buf_drop(in, used);
		if (got == 0)
			return;
		if (got > 0)
			add_item(out, &item);
		else
			buf_add_char(out, '!');
	}
}

/* Feeds the bytes in chunks: first `cut` octets, then `step` at a time. */
static void
check(const struct row *row, size_t cut, size_t step)
{
	struct buf in = buf_new(8192), out = buf_new(8192);
	size_t octets = strlen(row->in);
	for (size_t at = 0; at < octets;) {
		size_t n = at == 0 && cut > 0 ? cut : step;
		n = n < octets - at ? n : octets - at;
		buf_add(&in, row->in + at, n);
		at += n;
		drain(&in, row->hints, &out);
	}
	if (!str_is(buf_str(&out), row->items))
		fail_msg("%s (cut %zu, step %zu): %s", row->name, cut, step,
		    out.at == NULL ? "" : out.at);
	buf_free(&in);
	buf_free(&out);
}

static void
test_rows_dripped(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t octets = strlen(rows[i].in);
		check(&rows[i], 0, octets);
		check(&rows[i], 0, 1);
		for (size_t cut = 1; cut < octets; cut++)
			check(&rows[i], cut, octets);
	}
}

/* A line without end is thrown away in pieces, and the next one is read. */
static void
test_endless_line(void **state)
{
	(void)state;
	struct buf in = buf_new(16384), out = buf_new(16384);
	for (size_t i = 0; i < 2 * AT_LEX_LINE_OCTETS + 10; i++)
		buf_add_char(&in, 'x');
	buf_add_text(&in, "\r\nOK\r\n");
	drain(&in, 0, &out);
	assert_true(str_is(buf_str(&out), "!!L[xxxxxxxxxx]L[OK]"));
	buf_free(&in);
	buf_free(&out);
}

/* A quote that stays open swallows at most AT_LEX_JOIN_OCTETS. */
static void
test_open_quote_is_bounded(void **state)
{
	(void)state;
	static struct at_lex_item item;
	struct buf in = buf_new(4096);
	size_t used;
	buf_add_text(&in, "+CUSD: 0,\"menu\r\n");
	assert_int_equal(at_lex_next(&item, buf_span(&in), 0, &used), 0);
	assert_true(item.joining);
	while (in.octets < AT_LEX_JOIN_OCTETS)
		buf_add_text(&in, "0123456789\r\n");
	buf_add_text(&in, "0123456789\r\nOK\r\n");
	assert_int_equal(at_lex_next(&item, buf_span(&in), 0, &used), 1);
	assert_true(item.text.octets <= AT_LEX_JOIN_OCTETS + 16);
	buf_free(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows_dripped),
	    cmocka_unit_test(test_endless_line),
	    cmocka_unit_test(test_open_quote_is_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
