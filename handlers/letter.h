/* letter - one text to one person, in their language, queued as a row.
 *
 * letter_to() finds person, phone and language; amounts are then written in
 * letter->style; letter_send() fills the phrase and queues it.  Whoever
 * stopped our texts gets none: letter_to() is false then and letter_send()
 * does nothing, so callers need not care.  Nor need they care that somebody
 * dialled: what they are answered is shown to them (desk.h, desk_screen), and
 * queued only where that says so. */
#ifndef HANDLERS_LETTER_H
#define HANDLERS_LETTER_H

#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"

#include "handlers/day.h"
#include "handlers/desk.h"

struct letter {
	struct desk *desk;
	struct person to;
	char lang[12];
	int64_t phone_id;
	struct amount_style style;
	bool shared; /* several people use that phone */
	bool ok;
};

/* What the text is about; all zero: an answer that may be lost. */
struct letter_about {
	enum message_class class_; /* 0: CONFIRM */
	enum message_subject subject;
	int64_t subject_id;
	int64_t order_id;
	bool question;
	int64_t stale_ms; /* 0: in two days */
	int64_t link_id; /* by this one only; 0: by any */
};

/* phone_id 0: the phone the person used last.  On a phone that several people
 * use, what is no answer to them says whom it is for. */
bool letter_to(struct letter *letter, struct desk *desk, int64_t person_id,
    int64_t phone_id);
bool letter_to_sender(struct letter *letter, struct desk *desk);
/* Returns the message id, 0 when nobody is written to. */
int64_t letter_send(struct letter *letter, enum phrase phrase,
    const struct words *words, const struct letter_about *about);

/* Short form: answers the sender. */
void letter_answer(struct desk *desk, enum phrase phrase,
    const struct words *words, int64_t order_id);

/* The lines in words: goods, one price when there is one line, the total when
 * every line has a price, the day.  `own_grams` per line may be NULL. */
struct letter_goods {
	char items[320];
	char price[AMOUNT_OCTETS];
	char total[AMOUNT_OCTETS];
	char day[DAY_TEXT_OCTETS];
};
/* With the price of each line when there are several. */
void letter_goods_priced(struct letter_goods *out, const struct letter *letter,
    const struct order *order, const struct line *lines, size_t count);
void letter_goods(struct letter_goods *out, const struct letter *letter,
    const struct order *order, const struct line *lines, size_t count);

/* A person's name for others: the name, else the number's last digits. */
void letter_name(char dst[64], const struct person *person);

#endif
