/* ussd_rows - the tables. */
#include "handlers/ussd_rows.h"

#include "base/panic.h"

static const struct ussd_row sources[USSD_SOURCES] = {
    [USSD_SOURCE_PRODUCTS] = {.name = "products", .words = "place n"},
    [USSD_SOURCE_FOUND] = {.name = "found", .words = "text n"},
    [USSD_SOURCE_CATALOGUE] = {.name = "catalogue", .words = "n"},
    [USSD_SOURCE_UNITS] = {.name = "units", .words = "product qty"},
    [USSD_SOURCE_AREAS] = {.name = "areas",
	.words = "place items product qty unit"},
    [USSD_SOURCE_ORDERS] = {.name = "orders", .words = "n name"},
    [USSD_SOURCE_ASKED] = {.name = "asked", .words = "n name"},
    [USSD_SOURCE_LISTINGS] = {.name = "listings", .words = "n name"},
    [USSD_SOURCE_LANGUAGES] = {.name = "languages", .words = ""},
    [USSD_SOURCE_PEOPLE] = {.name = "people", .words = ""},
};

static const struct ussd_row rules[USSD_RULES] = {
    [USSD_RULE_QUANTITY] = {.name = "quantity",
	.words = "product unit price left qty code place",
	.figure = true},
    [USSD_RULE_PRICE] = {.name = "price",
	.words = "product unit price qty items",
	.figure = true},
    [USSD_RULE_PIN] = {.name = "pin", .words = "name", .figure = true},
    [USSD_RULE_LETTERS] = {.name = "letters", .words = ""},
    [USSD_RULE_WORDS] = {.name = "words", .words = "name code items"},
};

static const struct ussd_row acts[USSD_ACTS] = {
    [USSD_ACT_ORDER] = {.name = "order",
	.words = "items product qty unit price total place day name",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_CANCEL] = {.name = "cancel",
	.words = "code items total",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_GOT] = {.name = "got",
	.words = "code items total name",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_OFFER] = {.name = "offer",
	.words = "items product qty unit price place day",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_STOCK] = {.name = "stock",
	.words = "items product qty unit price left",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_PRICE] = {.name = "price",
	.words = "items product qty unit price left",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_SOLD_OUT] = {.name = "sold_out",
	.words = "items product unit left",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_ACCEPT] = {.name = "accept",
	.words = "code items product qty unit price total place day",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_DECLINE] = {.name = "decline",
	.words = "code items product qty unit price total place day",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_PARTIAL] = {.name = "partial",
	.words = "code items product qty unit price total place day",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_FEEDBACK] = {.name = "feedback",
	.words = "text",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_PROBLEM] = {.name = "problem",
	.words = "code items text",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_JOIN] = {.name = "join",
	.words = "text",
	.deed = USSD_DEED_CHANGES},
    [USSD_ACT_STOP] = {.name = "stop", .words = "", .deed = USSD_DEED_CHANGES},
    [USSD_ACT_START] = {.name = "start", .words = "", .deed = USSD_DEED_WISH},
    [USSD_ACT_LANGUAGE] = {.name = "language",
	.words = "text",
	.deed = USSD_DEED_WISH},
    [USSD_ACT_STATUS] = {.name = "status",
	.words = "code items",
	.deed = USSD_DEED_TELLS},
    [USSD_ACT_INCOME] = {.name = "income",
	.words = "name",
	.deed = USSD_DEED_TELLS,
	.own = true},
    [USSD_ACT_HELP] = {.name = "help", .words = "", .deed = USSD_DEED_TELLS},
    [USSD_ACT_MY] = {.name = "my", .words = "name", .deed = USSD_DEED_TELLS},
    [USSD_ACT_TURN] = {.name = "turn",
	.words = "product",
	.deed = USSD_DEED_TELLS},
    [USSD_ACT_PRICE_OF] = {.name = "price_of",
	.words = "product unit",
	.deed = USSD_DEED_TELLS},
};

static const struct ussd_row conditions[USSD_CONDITIONS] = {
    [USSD_CONDITION_ASKED] = {.name = "asked", .words = "n"},
    [USSD_CONDITION_ORDERS] = {.name = "orders", .words = "n"},
    [USSD_CONDITION_SELLER] = {.name = "seller", .words = ""},
    [USSD_CONDITION_BUYER] = {.name = "buyer", .words = ""},
    [USSD_CONDITION_SHARED] = {.name = "shared", .words = ""},
    [USSD_CONDITION_PIN] = {.name = "pin", .words = ""},
    [USSD_CONDITION_OPEN] = {.name = "open", .words = ""},
    [USSD_CONDITION_COMING] = {.name = "coming", .words = ""},
    [USSD_CONDITION_AGREED] = {.name = "agreed", .words = ""},
    [USSD_CONDITION_STOPPED] = {.name = "stopped", .words = ""},
    [USSD_CONDITION_MORE] = {.name = "more", .words = ""},
    [USSD_CONDITION_PART] = {.name = "part", .words = ""},
};

static const struct ussd_row texts[USSD_TEXTS] = {
    [USSD_TEXT_BAD] = {.name = "bad", .words = "", .needed = true},
    [USSD_TEXT_OVER] = {.name = "over", .words = "", .needed = true},
    [USSD_TEXT_MORE] = {.name = "more", .words = "", .needed = true},
    [USSD_TEXT_BACK] = {.name = "back", .words = "", .needed = true},
    [USSD_TEXT_HOME] = {.name = "home", .words = "", .needed = true},
    [USSD_TEXT_BYE] = {.name = "bye", .words = ""},
    [USSD_TEXT_CALL] = {.name = "call", .words = "phone"},
    [USSD_TEXT_NONE] = {.name = "none", .words = "product text"},
    [USSD_TEXT_SENT] = {.name = "sent", .words = "code items total"},
    [USSD_TEXT_MADE] = {.name = "made", .words = "code"},
    [USSD_TEXT_TEXTED] = {.name = "texted", .words = ""},
    [USSD_TEXT_BY_TEXT] = {.name = "by_text", .words = ""},
    [USSD_TEXT_PIN_BAD] = {.name = "pin_bad", .words = "n"},
    [USSD_TEXT_CHANGED] = {.name = "changed", .words = ""},
    [USSD_TEXT_NEWS] = {.name = "news", .words = ""},
    [USSD_TEXT_FIGURE] = {.name = "figure", .words = ""},
    [USSD_TEXT_MOST] = {.name = "most", .words = "qty"},
    [USSD_TEXT_TURNS] = {.name = "turns", .words = ""},
    [USSD_TEXT_BUSY] = {.name = "busy", .words = ""},
    [USSD_TEXT_LATER] = {.name = "later", .words = ""},
    [USSD_TEXT_AGAIN] = {.name = "again", .words = ""},
    [USSD_TEXT_LONG] = {.name = "long", .words = ""},
    [USSD_TEXT_OFTEN] = {.name = "often", .words = ""},
    [USSD_TEXT_NOT_IN_USE] = {.name = "not_in_use", .words = ""},
    [USSD_TEXT_BLOCKED] = {.name = "blocked", .words = ""},
};

static const struct ussd_row entries[USSD_ENTRIES] = {
    [USSD_ENTRY_HOME] = {.name = "home", .words = "", .needed = true},
    [USSD_ENTRY_RESUME] = {.name = "resume", .words = ""},
    [USSD_ENTRY_LANGUAGE] = {.name = "language", .words = ""},
    [USSD_ENTRY_WHO] = {.name = "who", .words = ""},
    [USSD_ENTRY_PIN] = {.name = "pin", .words = ""},
};

static const char *const english[USSD_TEXTS] = {
    [USSD_TEXT_BYE] = "Goodbye.",
    [USSD_TEXT_CALL] = "Need help? Call {phone}.",
    [USSD_TEXT_NONE] = "Nothing here now.",
    [USSD_TEXT_SENT] = "Order #{code} sent. We will text you.",
    [USSD_TEXT_MADE] = "#{code} was sent.",
    [USSD_TEXT_TEXTED] = "We have sent you a text. Please answer it.",
    [USSD_TEXT_BY_TEXT] = "It comes to you as a text.",
    [USSD_TEXT_PIN_BAD] = "That is not your PIN.",
    [USSD_TEXT_CHANGED] = "The list has changed.",
    [USSD_TEXT_NEWS] = "This has changed:",
    [USSD_TEXT_FIGURE] = "Type a number, like 3.",
    [USSD_TEXT_MOST] = "At most {qty}.",
    [USSD_TEXT_TURNS] = "This took long. Please dial again.",
    [USSD_TEXT_BUSY] = "Busy. Please try again later.",
    [USSD_TEXT_LATER] = "It takes long now. We will text you.",
    [USSD_TEXT_AGAIN] = "Try again later.",
    [USSD_TEXT_LONG] = "Your answer is too long. Please dial again.",
    [USSD_TEXT_OFTEN] = "You dialled very often. Please wait a while.",
    [USSD_TEXT_NOT_IN_USE] = "Code not in use.",
    [USSD_TEXT_BLOCKED] = "This service is not open to your number.",
};

/* A menu may speak of what was chosen before it. */
static const struct ussd_row menus[] = {
    {.name = "menu",
	.words = "name code items product qty unit price total left place text "
		 "how"},
};

#define TABLE(rows)                                                            \
	{                                                                      \
		rows, sizeof(rows) / sizeof((rows)[0])                         \
	}

static const struct {
	const struct ussd_row *rows;
	size_t count;
} tables[USSD_TABLES] = {
    [USSD_TABLE_SOURCE] = TABLE(sources),
    [USSD_TABLE_RULE] = TABLE(rules),
    [USSD_TABLE_ACT] = TABLE(acts),
    [USSD_TABLE_CONDITION] = TABLE(conditions),
    [USSD_TABLE_TEXT] = TABLE(texts),
    [USSD_TABLE_ENTRY] = TABLE(entries),
    [USSD_TABLE_MENU] = TABLE(menus),
};

size_t
ussd_rows_count(enum ussd_table table)
{
	return tables[table].count;
}

const struct ussd_row *
ussd_rows_at(enum ussd_table table, int index)
{
	PANIC_UNLESS(index >= 0 && (size_t)index < tables[table].count);
	return &tables[table].rows[index];
}

int
ussd_rows_find(enum ussd_table table, struct str name)
{
	for (size_t i = 0; i < tables[table].count; i++)
		if (str_is(name, tables[table].rows[i].name))
			return (int)i;
	return -1;
}

const char *
ussd_rows_english(int text)
{
	PANIC_UNLESS(text >= 0 && text < USSD_TEXTS);
	return english[text] == NULL ? "" : english[text];
}

bool
ussd_rows_fills(const struct ussd_row *row, struct str name)
{
	struct str rest = str_from(row->words), word;

	while (str_cut(&word, &rest, ' '))
		if (word.octets > 0 && str_equal(word, name))
			return true;
	return false;
}
