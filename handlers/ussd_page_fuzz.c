/* ussd_page_fuzz - any words and labels on any screen.
 *
 * Reaches ussd_page and ussd_letters.  Four octets are the limits and what
 * applies; the rest is cut at NULs into the line on top, the words, the labels
 * of navigation, and labels of options.  All pages are made, and each must be
 * UTF-8, within its limits, of no more lines than there are parts, and go on
 * with the option behind the last of the page before.
 * most: 1200
 * covers: handlers/ussd_page.c handlers/ussd_letters.c */
#include <stdint.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/ucs2.h"

#include "handlers/ussd_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define INPUT_OCTETS 1200

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

static void
check_pages(struct ussd_page_ask *ask)
{
	struct ussd_page page = {.more = true};
	size_t next = 0;

	for (ask->page = 0; page.more; ask->page++) {
		ussd_page_make(&page, ask);
		check_page(&page, ask);
		PANIC_UNLESS(page.page == ask->page);
		PANIC_UNLESS(page.first == next);
		PANIC_UNLESS(page.page <= INPUT_OCTETS);
		next = page.last;
	}
	PANIC_UNLESS(next == ask->options);
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
	check_pages(&ask);
	return 0;
}
