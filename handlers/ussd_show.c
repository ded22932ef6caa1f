#include "handlers/ussd_show.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/ussd_act.h"
#include "handlers/ussd_fill.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_page.h"
#include "handlers/ussd_state.h"

#define LABEL_OCTETS 160
#define WORDS_OCTETS USSD_PAGE_WORDS_OCTETS

/* What is on a screen before it is cut into pages. */
struct board {
	struct ussd_list list;
	struct ussd_page_option option[USSD_PAGE_ROWS + 1];
	size_t options;
	char label[USSD_MENU_OPTIONS][LABEL_OCTETS];
	char words[WORDS_OCTETS];
	char more[48], back[48], home[48];
	struct ussd_page page;
};

/* -- options ----------------------------------------------------------------
 */

static bool
is_offered(struct ussd_dial *dial, const struct ussd_option *option, size_t *n)
{
	*n = 0;
	return option->when < 0 ||
	       ussd_fill_holds(dial, option->when, n) != option->when_not;
}

const struct ussd_option *
ussd_show_option(
    struct ussd_dial *dial, const struct ussd_screen *screen, int key)
{
	size_t n;

	for (size_t i = 0; i < screen->options; i++)
		if (screen->option[i].key == '0' + key &&
		    is_offered(dial, &screen->option[i], &n))
			return &screen->option[i];
	return NULL;
}

const struct ussd_option *
ussd_show_behind(const struct ussd_screen *screen, const struct ussd_list *list)
{
	for (size_t i = 0; i < screen->options; i++) {
		const struct ussd_option *option = &screen->option[i];
		bool holds = option->when != USSD_CONDITION_MORE ||
			     list->more != option->when_not;

		if (option->key == '+' && holds && list->count < USSD_PAGE_ROWS)
			return option;
	}
	return NULL;
}

static void
add_option(struct board *board, int key, const char *label)
{
	if (board->options < USSD_PAGE_ROWS)
		board->option[board->options++] =
		    (struct ussd_page_option){key, label};
}

static void
add_menu(struct board *board, struct ussd_dial *dial,
    const struct ussd_screen *screen, struct words *words)
{
	char figure[16];
	size_t n;

	for (int key = 1; key <= 9; key++) {
		const struct ussd_option *option =
		    ussd_show_option(dial, screen, key);
		char *label = board->label[board->options];
		struct buf out = buf_over(figure, sizeof(figure));

		if (option == NULL)
			continue;
		(void)is_offered(dial, option, &n);
		buf_add_format(&out, "%zu", n);
		words->n = figure;
		ussd_menu_fill(
		    label, LABEL_OCTETS, option->words.in[dial->lang], words);
		add_option(board, key, label);
	}
	words->n = "";
}

static void
add_list(struct board *board, struct ussd_dial *dial,
    const struct ussd_screen *screen, struct words *words)
{
	const struct ussd_option *behind;

	ussd_list_load(&board->list, dial, (enum ussd_source)screen->what);
	for (size_t i = 0; i < board->list.count; i++)
		add_option(board, (int)i + 1, board->list.row[i].label);
	behind = ussd_show_behind(screen, &board->list);
	if (behind != NULL)
		add_option(board, (int)board->list.count + 1,
		    ussd_menu_fill(board->label[0], LABEL_OCTETS,
			behind->words.in[dial->lang], words));
}

/* -- words ------------------------------------------------------------------
 */

static void
add_line(char *dst, size_t dst_octets, const char *line)
{
	size_t used = strlen(dst);

	if (used > 0 && used + 1 < dst_octets) {
		dst[used++] = '\n';
		dst[used] = '\0';
	}
	str_copy(dst + used, dst_octets - used, str_from(line));
}

/* "-" in the file: the act alone speaks. */
static void
put_words(struct board *board, struct ussd_dial *dial,
    const struct ussd_screen *screen, const struct words *words)
{
	const char *raw = screen->words.in[dial->lang];
	char none[USSD_DIAL_TOP_OCTETS];

	board->words[0] = '\0';
	if (strcmp(raw, "-") != 0)
		ussd_menu_fill(board->words, sizeof(board->words), raw, words);
	if (screen->kind == USSD_KIND_SHOW) {
		buf_clear(&dial->screen.said);
		ussd_act_show(dial, (enum ussd_act)screen->what);
		add_line(board->words, sizeof(board->words), dial->said);
	} else if (screen->kind == USSD_KIND_LIST && board->options == 0) {
		add_line(board->words, sizeof(board->words),
		    ussd_dial_text(
			none, sizeof(none), dial, USSD_TEXT_NONE, words));
	}
}

bool
ussd_show_leaves(const struct ussd_dial *dial)
{
	const struct session_state *state = dial->state;

	if (strcmp(state->screen, "home") == 0)
		return state->page > 0; /* to its first page */
	return state->stack[0] != '\0' && strcmp(state->screen, "resume") != 0;
}

static void
make(struct board *board, struct ussd_dial *dial,
    const struct ussd_screen *screen, const char *top)
{
	const struct session_channel *channel = dial->session->channel;
	bool home = strcmp(screen->id, "home") == 0;
	bool entry = !ussd_show_leaves(dial);
	struct ussd_fill room;
	struct words words;

	board->options = 0;
	ussd_fill_words(&words, &room, dial, screen);
	if (screen->kind == USSD_KIND_LIST)
		add_list(board, dial, screen, &words);
	else
		add_menu(board, dial, screen, &words);
	put_words(board, dial, screen, &words);
	ussd_dial_text(
	    board->more, sizeof(board->more), dial, USSD_TEXT_MORE, NULL);
	ussd_dial_text(
	    board->back, sizeof(board->back), dial, USSD_TEXT_BACK, NULL);
	ussd_dial_text(
	    board->home, sizeof(board->home), dial, USSD_TEXT_HOME, NULL);
	ussd_page_make(&board->page,
	    &(struct ussd_page_ask){.top = top,
		.words = board->words,
		.option = board->option,
		.options = board->options,
		.more = board->more,
		.back = entry && !home ? NULL : board->back,
		.home = home || entry || screen->kind == USSD_KIND_CONFIRM
			    ? NULL
			    : board->home,
		.septets = channel->septets,
		.units = channel->units,
		.page = dial->state->page,
		.root = home,
		.whole = screen->kind == USSD_KIND_CONFIRM});
}

bool
ussd_show_has_more(struct ussd_dial *dial, const struct ussd_screen *screen)
{
	struct board board;

	dial->looking = true;
	make(&board, dial, screen, "");
	dial->looking = false;
	return board.page.more;
}

/* -- the whole --------------------------------------------------------------
 */

/* A screen that does something once has a figure of its own. */
static void
mint(struct ussd_dial *dial)
{
	struct session_state *state = dial->state;

	if (state->token == 0)
		state->token =
		    (int64_t)(dial->session->random & (uint64_t)INT64_MAX);
	if (state->token == 0)
		state->token = dial->session->session_id;
}

/* So that a key is never taken for a row that has moved. */
static void
note_rows(struct ussd_dial *dial, const struct board *board)
{
	size_t seen = board->page.last < board->list.count ? board->page.last
							   : board->list.count;
	char mark[48];
	struct buf out = buf_over(mark, sizeof(mark));

	buf_add_format(&out, "%zu:%lld", seen,
	    (long long)ussd_list_mark(&board->list, seen));
	(void)ussd_state_put(dial->state, "seen", buf_str(&out));
}

/* What they agree to, as a figure: of an order its dearest price, of all else
 * the words. */
static int64_t
terms_of(struct ussd_dial *dial, const struct ussd_screen *screen,
    const struct board *board)
{
	uint32_t hash = 2166136261u; /* FNV-1a */

	if (screen->what == USSD_ACT_ORDER)
		return ussd_fill_dearest(dial);
	for (const char *at = board->words; *at != '\0'; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	return (int64_t)hash;
}

static bool
is_gone(struct ussd_dial *dial)
{
	struct ussd_order order;

	return (ussd_state_int(dial->state, "asked") != 0 ||
		   ussd_state_int(dial->state, "order") != 0) &&
	       !ussd_order_chosen(&order, dial);
}

bool
ussd_show_has_changed(struct ussd_dial *dial, const struct ussd_screen *screen)
{
	struct str noted = ussd_state_get(dial->state, "terms");
	struct board board;
	int64_t saw, now;

	if (!str_to_int64(&saw, noted) || is_gone(dial))
		return false;
	dial->looking = true;
	make(&board, dial, screen, "");
	dial->looking = false;
	now = terms_of(dial, screen, &board);
	return screen->what == USSD_ACT_ORDER
		   ? now > saw || (now < 0 && saw >= 0)
		   : now != saw;
}

static void
note_terms(struct ussd_dial *dial, const struct ussd_screen *screen,
    const struct board *board)
{
	(void)ussd_state_put_int(
	    dial->state, "terms", terms_of(dial, screen, board));
}

/* The same goods a moment ago, by whatever way: said before it is done. */
static void
warn(struct ussd_dial *dial, const struct ussd_screen *screen)
{
	char code[8];

	if (screen->kind == USSD_KIND_CONFIRM &&
	    screen->what == USSD_ACT_ORDER && dial->top[0] == '\0' &&
	    ussd_act_repeats(dial, code))
		ussd_dial_top(
		    dial, USSD_TEXT_MADE, &(struct words){.code = code});
}

void
ussd_show(struct ussd_dial *dial)
{
	struct handler_session *session = dial->session;
	const struct ussd_screen *screen = ussd_dial_screen(dial);
	struct board board;

	warn(dial, screen);
	make(&board, dial, screen, dial->top);
	dial->state->page = board.page.page;
	if (screen->kind == USSD_KIND_LIST)
		note_rows(dial, &board);
	if (screen->kind == USSD_KIND_CONFIRM) {
		note_terms(dial, screen, &board);
		mint(dial);
	}
	str_copy(
	    session->text, sizeof(session->text), str_from(board.page.text));
	session->go_on = true;
	session->resumable = screen->resumable;
}
