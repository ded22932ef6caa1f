#include "sms/gsm7_lang.h"

static const char codes[GSM7_LANG_LAST + 1][3] = {
    [GSM7_LANG_TURKISH] = "tr",
    [GSM7_LANG_SPANISH] = "es",
    [GSM7_LANG_PORTUGUESE] = "pt",
    [GSM7_LANG_BENGALI] = "bn",
    [GSM7_LANG_GUJARATI] = "gu",
    [GSM7_LANG_HINDI] = "hi",
    [GSM7_LANG_KANNADA] = "kn",
    [GSM7_LANG_MALAYALAM] = "ml",
    [GSM7_LANG_ORIYA] = "or",
    [GSM7_LANG_PUNJABI] = "pa",
    [GSM7_LANG_TAMIL] = "ta",
    [GSM7_LANG_TELUGU] = "te",
    [GSM7_LANG_URDU] = "ur",
};

uint8_t
gsm7_lang_from_code(struct str code)
{
	for (uint8_t id = 1; id <= GSM7_LANG_LAST; id++)
		if (str_equal_nocase(code, str_from(codes[id])))
			return id;
	return GSM7_LANG_DEFAULT;
}

const char *
gsm7_lang_code(uint8_t id)
{
	return id > GSM7_LANG_LAST ? "" : codes[id];
}
