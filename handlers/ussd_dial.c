#include "handlers/ussd_dial.h"

#include "base/buf.h"

#include "handlers/ussd_page.h"

const struct book *
ussd_dial_book(struct ussd_dial *dial)
{
	if (!dial->booked)
		book_load(&dial->book, dial->desk, dial->desk->from.id);
	dial->booked = true;
	return &dial->book;
}

void
ussd_dial_speak(struct ussd_dial *dial, const char *lang)
{
	struct session_state *state = dial->state;

	str_copy(state->lang, sizeof(state->lang), str_from(lang));
	str_copy(dial->desk->lang, sizeof(dial->desk->lang), str_from(lang));
	dial->lang =
	    ussd_menu_language(dial->menu, lang, dial->desk->market->language);
}

static size_t
add_once(size_t out[], size_t count, size_t language)
{
	for (size_t i = 0; i < count; i++)
		if (out[i] == language)
			return count;
	out[count] = language;
	return count + 1;
}

size_t
ussd_dial_languages(const struct ussd_dial *dial, size_t out[])
{
	const struct ussd_menu *menu = dial->menu;
	const struct market *market = dial->desk->market;
	size_t count = 0;

	for (size_t i = 0; i < market->languages_count; i++)
		count = add_once(out, count,
		    ussd_menu_language(
			menu, market->languages[i], market->language));
	if (count > 0)
		return count;
	count = add_once(
	    out, count, ussd_menu_language(menu, market->language, "en"));
	return add_once(out, count, ussd_menu_language(menu, "en", "en"));
}

char *
ussd_dial_text(char *dst, size_t dst_octets, const struct ussd_dial *dial,
    enum ussd_text text, const struct words *words)
{
	static const struct words nothing;
	const char *raw = ussd_menu_text(dial->menu, (int)text, dial->lang);

	return ussd_menu_fill(dst, dst_octets, raw != NULL ? raw : "",
	    words != NULL ? words : &nothing);
}

void
ussd_dial_top(
    struct ussd_dial *dial, enum ussd_text text, const struct words *words)
{
	(void)ussd_dial_text(dial->top, sizeof(dial->top), dial, text, words);
}

void
ussd_dial_end(struct ussd_dial *dial, const char *text)
{
	struct handler_session *session = dial->session;
	struct ussd_page page;
	char all[USSD_DIAL_TOP_OCTETS + USSD_DIAL_SAID_OCTETS];
	struct buf out = buf_over(all, sizeof(all));

	buf_add_format(&out, "%s%s%s", dial->top,
	    dial->top[0] != '\0' && *text != '\0' ? "\n" : "", text);
	/* Nothing follows the last screen: what does not fit is cut, not
	 * turned into pages. */
	ussd_page_make(&page, &(struct ussd_page_ask){.top = all,
				  .septets = session->channel->septets,
				  .units = session->channel->units});
	str_copy(session->text, sizeof(session->text), str_from(page.text));
	session->go_on = false;
	session->resumable = false;
}

void
ussd_dial_end_with(
    struct ussd_dial *dial, enum ussd_text text, const struct words *words)
{
	char line[USSD_DIAL_TOP_OCTETS];

	ussd_dial_end(
	    dial, ussd_dial_text(line, sizeof(line), dial, text, words));
}

const struct ussd_screen *
ussd_dial_screen(const struct ussd_dial *dial)
{
	const struct ussd_screen *screen =
	    ussd_menu_find(dial->menu, dial->state->screen);

	return screen != NULL ? screen : ussd_menu_find(dial->menu, "home");
}
