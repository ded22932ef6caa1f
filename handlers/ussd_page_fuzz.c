/* ussd_page_fuzz - any words and labels on any screen.
 *
 * Reaches ussd_page and ussd_letters.  Four octets are the limits and what
 * applies; the rest is cut at NULs into the line on top, the words, the labels
 * of navigation, and labels of options.  A page, the next and the last are
 * made: each must be UTF-8, within its limits, of no more lines than there are
 * parts, and go on with the option behind the last of the page before. most:
 * 400 covers: handlers/ussd_page.c handlers/ussd_letters.c */
#include <stdint.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/ucs2.h"

#include "handlers/ussd_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define INPUT_OCTETS 400

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
	return 0;
}
