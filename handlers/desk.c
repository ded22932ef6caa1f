#include "handlers/desk.h"

void
desk_lang_of(char dst[12], const struct desk *desk, const struct person *person)
{
	const struct phrases *phrases = desk->trade->phrases;
	const char *lang = person->lang;
	struct str name;

	if (*lang == '~')
		lang++;
	if (*lang == '\0')
		lang = desk->market->language;
	if (phrases_language(phrases, lang) < 0)
		lang = desk->market->language;
	if (phrases_language(phrases, lang) < 0)
		lang = "en";
	name = str_from(phrases_language_name(
	    phrases, (size_t)phrases_language(phrases, lang)));
	/* "hi-latn" as somebody typed it into a list. */
	str_copy(dst, 12,
	    str_equal_nocase(name, str_from(lang)) ? name : str_from(lang));
}

struct amount_style
desk_style(const struct desk *desk, const char *lang)
{
	return (struct amount_style){
	    desk->trade->catalogue, desk->market, lang, desk->trade->phrases};
}

const struct intent_limits *
desk_limits(struct intent_limits *out, const struct desk *desk)
{
	const struct market_reading *reading = &desk->market->reading;

	*out = (struct intent_limits){.slip = reading->mend,
	    .margin = reading->margin,
	    .cost_line = reading->unread,
	    .cost_wish = reading->unread_wish};
	return reading->set ? out : NULL;
}

void
desk_as(struct desk *desk, const char *role)
{
	str_copy(desk->by, sizeof(desk->by), str_from(role));
}
