/* The market's own words: an admin teaches them, what nobody understood is
 * counted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/store/store_alias.h"
#include "gateway/store/store_unknown.h"

#include "tests/scenario/story_stage.h"

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_person(s, "Wanjiku", "+254711000001", "", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Grace", "+254733000009", "admin", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 5000, 40);
	story_offer(s, "Akinyi", "potato", "kg", 5000, 30);
	return s;
}

static bool
tell_alias(void *arg, const struct alias *alias)
{
	struct story *s = arg;

	buf_add_format(&s->out, "  %s (%s) is %s, by %s\n", alias->name,
	    alias->folded, alias->product, alias->by);
	return true;
}

static bool
tell_word(void *arg, const struct unknown_word *word)
{
	struct story *s = arg;

	buf_add_format(&s->out, "  %s (%s) %lld\n", word->word, word->lang,
	    (long long)word->count);
	return true;
}

static void
tell_words(struct story *s)
{
	buf_add_text(&s->out, "  = words\n");
	store_alias_each(s->store, tell_alias, s);
	store_unknown_each(s->store, "", 0, 0, tell_word, s);
}

static void
teaching(void **state)
{
	struct story *s = market_day("teaching");

	(void)state;
	story_say(s, "nobody knows it, and not everybody may say it");
	story_text(s, "Wanjiku", "5 kg ngwaci");
	story_text(s, "Njeri", "ALIAS ngwaci potato");
	story_text(s, "Grace", "ALIAS Ngwaci potato");
	story_text(s, "Wanjiku", "5 kg ngwaci");
	story_text(s, "Grace", "alias ngwaci = potato");
	story_say(s, "what cannot be a name");
	story_text(s, "Grace", "ALIAS tomato potato");
	story_text(s, "Grace", "ALIAS kg potato");
	story_text(s, "Grace", "ALIAS yes potato");
	story_text(s, "Grace", "ALIAS stop potato");
	story_text(s, "Grace", "ALIAS again potato");
	story_text(s, "Grace", "ALIAS kumi potato");
	story_text(s, "Grace", "ALIAS two hundred potato");
	story_text(s, "Grace", "ALIAS te\u202Erere potato");
	story_text(s, "Grace", "ALIAS 2 potato");
	story_text(s, "Grace", "ALIAS x potato");
	story_text(s, "Grace", "ALIAS");
	story_text(s, "Grace", "ALIAS potato");
	story_text(s, "Grace",
	    "ALIAS thequickbrownfoxjumpsoverthelazydogagainandagain potato");
	story_say(s, "of what?");
	story_text(s, "Grace", "ALIAS terere tonmato");
	story_text(s, "Grace", "ALIAS terere qqqqqq");
	story_text(s, "Grace", "ALIAS terere potato please");
	story_say(s, "a name of two words, a name of a name, a new meaning");
	story_text(s, "Grace", "ALIAS red gold to tomato");
	story_text(s, "Grace", "ALIAS gwash ngwaci");
	story_text(s, "Grace", "ALIAS ngwaci tomato");
	story_text(s, "Njeri", "20 kg red gold and 3 kg ngwaci");
	tell_words(s);
	story_ledger(s);
	story_end(s);
}

static void
teaching_chinese(void **state)
{
	struct story *s = story_begin_chinese("teaching_chinese");

	(void)state;
	story_person(s, "王姐", "+8613800000001", "buyer", "东村");
	story_person(s, "李站长", "+8613800000009", "admin", "");
	story_person(s, "老张", "+8613800000002", "seller", "西村");
	story_offer(s, "老张", "potato", "jin", 5000, 2);
	story_text(s, "李站长", "LANG zh");
	story_text(s, "王姐", "要五斤地宝");
	story_text(s, "李站长", "ALIAS 地宝 土豆");
	story_text(s, "王姐", "要五斤地宝");
	story_text(s, "李站长", "ALIAS 斤 土豆");
	story_text(s, "李站长", "ALIAS 番茄 土豆");
	tell_words(s);
	story_end(s);
}

static void
unread_words(void **state)
{
	struct story *s = market_day("unread_words");

	(void)state;
	story_say(s, "asked back, or nothing read although it is for us");
	story_text(s, "Wanjiku", "nataka zzyx kilo 5");
	story_text(s, "Njeri", "Zzyx kilo 3");
	story_text(s, "Njeri", "zzyx");
	story_say(s, "nobody's business: talk, names, places, numbers");
	story_text(s, "Wanjiku", "mambo vipi rafiki yangu Omondi");
	story_text(s, "Wanjiku",
	    "happy birthday dear brother may the lord bless you always");
	story_text(s, "Njeri", "5 kg tomato for Nyokabi at Kibuye");
	story_text(s, "Njeri", "call 0711222333 qwe4rt x");
	tell_words(s);
	story_end(s);
}

/* The market's own limits reach the reader of texts. */
static void
limits(void **state)
{
	struct story *s = market_day("limits");
	struct market *m = story_market(s);

	(void)state;
	story_text(s, "Njeri", "5 kg tomaot");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Njeri", "5 kg tomato zzyx qqw");
	story_text(s, "Njeri", "no");
	story_say(s, "nothing is mended, any word may stay unread");
	m->reading = (struct market_reading){true, 0, 3, 90, 90};
	story_text(s, "Njeri", "6 kg tomaot");
	story_text(s, "Njeri", "no");
	story_text(s, "Njeri", "6 kg tomato zzyx qqw");
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(teaching),
	    cmocka_unit_test(teaching_chinese),
	    cmocka_unit_test(unread_words),
	    cmocka_unit_test(limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
