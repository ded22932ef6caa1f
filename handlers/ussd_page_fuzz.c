/* ussd_page_fuzz - any words and labels on any screen.
 *
 * Reaches ussd_page and ussd_letters.  Four octets are the limits and what
 * applies; the rest is cut at NULs into the line on top, the words, the labels
 * of navigation, and labels of options.  A page, the next and the last are
 * made: each must be UTF-8, within its limits, of no more lines than there are
 * parts, and go on with the option behind the last of the page before.  Pages
 * are counted a second time by what cuts texts (sms/segment), and, where an
 * octet says so, all of them are read as a phone shows them: each option is on
 * one of them, once.
 *
 * most: 400
 * covers: handlers/ussd_page.c handlers/ussd_letters.c
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/nfc.h"
#include "sms/segment.h"
#include "sms/ucs2.h"

#include "handlers/ussd_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define INPUT_OCTETS 400
#define WALK 0x80 /* in the third octet: read all pages */

/* Limits that are taken are within these. */
static int
between(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static size_t
lines_of(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += *text == '\n';
	return lines;
}

/* Texts are read with signs put onto their letters, screens are not: is it the
 * same for these? */
static bool
is_composed(struct str text)
{
	struct nfc in = nfc_of(text);
	uint32_t composed;
	size_t octets;

	while (nfc_next(&in, &composed)) {
		if (text.octets == 0 || utf8_next(text, &octets) != composed)
			return false;
		text = str_of(text.at + octets, text.octets - octets);
	}
	return text.octets == 0;
}

static void
check_segment(const struct ussd_page *page)
{
	struct segment_cost cost = segment_measure(str_from(page->text), NULL);

	if (!is_composed(str_from(page->text)))
		return;
	PANIC_UNLESS(cost.alphabet == (page->gsm ? SMS_GSM7 : SMS_UCS2));
	PANIC_UNLESS(cost.units == page->size);
}

static void
check_page(const struct ussd_page *page, const struct ussd_page_ask *ask)
{
	struct str text = str_from(page->text);
	size_t septets;
	bool gsm = gsm7_count(&septets, text);

	PANIC_UNLESS(utf8_valid(text));
	PANIC_UNLESS(gsm == page->gsm);
	PANIC_UNLESS(page->size == (gsm ? septets : ucs2_count(text)));
	PANIC_UNLESS((int)page->size <= (gsm ? between(ask->septets, 20, 182)
					     : between(ask->units, 20, 80)));
	check_segment(page);
	PANIC_UNLESS(page->last - page->first <= USSD_PAGE_OPTIONS);
	if ((ask->words == NULL || strchr(ask->words, '\n') == NULL) &&
	    (ask->top == NULL || strchr(ask->top, '\n') == NULL))
		PANIC_UNLESS(
		    lines_of(page->text) <= page->last - page->first + 4);
}

/* Of many pages each is found from the first, so two neighbours are made. */
static void
check_pages(struct ussd_page_ask *ask, int at)
{
	struct ussd_page page, next, end;

	ask->page = INPUT_OCTETS;
	ussd_page_make(&end, ask);
	check_page(&end, ask);
	PANIC_UNLESS(!end.more && end.last == ask->options);
	PANIC_UNLESS(end.page < INPUT_OCTETS);
	ask->page = at % (end.page + 1);
	ussd_page_make(&page, ask);
	check_page(&page, ask);
	PANIC_UNLESS(page.page == ask->page);
	PANIC_UNLESS(page.more == (page.page < end.page));
	PANIC_UNLESS(page.page > 0 || page.first == 0);
	if (!page.more)
		return;
	ask->page++;
	ussd_page_make(&next, ask);
	check_page(&next, ask);
	PANIC_UNLESS(next.page == ask->page && next.first == page.last);
}

/* Lines that begin with a number and a blank or nothing behind it: options, and
 * navigation. */
static void
count_lines(int seen[100], const char *text)
{
	struct str line, rest = str_from(text);

	while (str_cut(&line, &rest, '\n')) {
		char *behind;
		long key =
		    line.octets > 0 && line.at[0] >= '0' && line.at[0] <= '9'
			? strtol(line.at, &behind, 10)
			: -1;

		if (key >= 1 && key <= USSD_PAGE_ROWS && *behind == ' ')
			seen[key]++;
	}
}

static bool
has_digits(const char *text)
{
	return text != NULL && strpbrk(text, "0123456789") != NULL;
}

/* As somebody who dials 98 until there is no more. */
static void
walk_pages(struct ussd_page_ask *ask)
{
	int seen[100] = {0};
	struct ussd_page page = {.more = true};

	for (ask->page = 0; page.more; ask->page++) {
		ussd_page_make(&page, ask);
		PANIC_UNLESS(page.page == ask->page);
		check_page(&page, ask);
		count_lines(seen, page.text);
	}
	for (size_t i = 1; i <= ask->options; i++)
		PANIC_UNLESS(seen[i] == 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char text[INPUT_OCTETS + 1] = "";
	struct ussd_page_option option[USSD_PAGE_ROWS];
	struct ussd_page_ask ask = {.option = option};
	const char **part[] = {
	    &ask.top, &ask.words, &ask.more, &ask.back, &ask.home};
	size_t parts = 0;

	if (octets < 4)
		return 0;
	ask.septets = data[0];
	ask.units = data[1] / 2;
	ask.whole = (data[2] & 1) != 0;
	ask.root = (data[2] & 0x40) != 0;
	octets = octets - 4 > INPUT_OCTETS ? INPUT_OCTETS : octets - 4;
	memcpy(text, data + 4, octets);
	for (char *at = text; at < text + octets; at += strlen(at) + 1) {
		/* A bit each: does it apply? */
		if (parts < 5 && (data[2] >> (parts + 1) & 1) != 0)
			*part[parts] = at;
		if (parts >= 5 && ask.options < USSD_PAGE_ROWS) {
			option[ask.options] =
			    (struct ussd_page_option){(int)ask.options + 1, at};
			ask.options++;
		}
		parts++;
	}
	check_pages(&ask, data[3]);
	if ((data[2] & WALK) != 0 && !has_digits(ask.top) &&
	    !has_digits(ask.words))
		walk_pages(&ask);
	return 0;
}
