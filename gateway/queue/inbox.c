#include "gateway/queue/inbox.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

void
inbox_init(struct inbox *inbox)
{
	memset(inbox, 0, sizeof(*inbox));
	inbox->last = &inbox->first;
}

static void
free_items(struct inbox_item *item)
{
	while (item != NULL) {
		struct inbox_item *next = item->next;
		free(item);
		item = next;
	}
}

void
inbox_free(struct inbox *inbox)
{
	free_items(inbox->first);
	inbox_init(inbox);
}

static struct inbox_item *
append(
    struct inbox *inbox, enum inbox_kind kind, struct link *link, size_t bytes)
{
	struct inbox_item *item = xcalloc(1, sizeof(*item) + bytes);
	item->kind = kind;
	item->link = link;
	*inbox->last = item;
	inbox->last = &item->next;
	return item;
}

/* Copies a view behind the item and moves the cursor. */
static const char *
keep(char **cursor, const void *at, size_t octets)
{
	char *copy = *cursor;
	if (octets > 0)
		memcpy(copy, at, octets);
	copy[octets] = 0;
	*cursor = copy + octets + 1;
	return copy;
}

bool
inbox_add_message(
    struct inbox *inbox, struct link *link, const struct msg_in *message)
{
	if (inbox->messages >= INBOX_MESSAGES_MAX) {
		inbox->refused = true;
		return false;
	}
	struct str why = str_from(message->why);
	struct inbox_item *item = append(inbox, INBOX_MESSAGE, link,
	    message->text.octets + message->data.octets + message->raw.octets +
		why.octets + 4);
	struct msg_in *m = &item->message;
	char *cursor = item->bytes;
	*m = *message;
	m->text.at = keep(&cursor, message->text.at, message->text.octets);
	m->data.at = (const uint8_t *)keep(
	    &cursor, message->data.at, message->data.octets);
	m->raw.at = (const uint8_t *)keep(
	    &cursor, message->raw.at, message->raw.octets);
	m->why = keep(&cursor, why.at, why.octets);
	inbox->messages++;
	return true;
}

void
inbox_add_outcome(
    struct inbox *inbox, struct link *link, const struct msg_outcome *outcome)
{
	append(inbox, INBOX_OUTCOME, link, 0)->outcome = *outcome;
}

void
inbox_add_forgotten(
    struct inbox *inbox, struct link *link, const struct msg_place *place)
{
	append(inbox, INBOX_FORGOTTEN, link, 0)->place = *place;
}

void
inbox_add_job(struct inbox *inbox, struct job *job)
{
	append(inbox, INBOX_JOB, NULL, 0)->job = job;
}

struct inbox_item *
inbox_take(struct inbox *inbox, size_t most)
{
	struct inbox_item *items = inbox->first, **end = &items;
	for (size_t n = 0; n < most && *end != NULL; n++)
		end = &(*end)->next;
	inbox->first = *end;
	if (inbox->first == NULL)
		inbox->last = &inbox->first;
	*end = NULL;
	return items;
}

void
inbox_put_back(struct inbox *inbox, struct inbox_item *items)
{
	if (items == NULL)
		return;
	struct inbox_item **end = &items;
	while (*end != NULL)
		end = &(*end)->next;
	*end = inbox->first;
	if (inbox->first == NULL)
		inbox->last = end;
	inbox->first = items;
}

void
inbox_done(struct inbox *inbox, struct inbox_item *items)
{
	for (struct inbox_item *i = items; i != NULL; i = i->next)
		if (i->kind == INBOX_MESSAGE)
			inbox->messages--;
	free_items(items);
}

static bool
can_be_refused(const struct inbox_item *item)
{
	if (item->kind == INBOX_JOB)
		return item->job->brief;
	return item->kind == INBOX_MESSAGE && item->message.place.index >= 0 &&
	       item->link->ops->refuse != NULL;
}

static void
give_back(struct inbox_item *item)
{
	if (item->kind == INBOX_JOB)
		item->job->done(item->job, false);
	else
		item->link->ops->refuse(item->link, &item->message.place);
}

/* Taken out before anybody is told, for that may tell us something new. */
void
inbox_refuse(struct inbox *inbox)
{
	struct inbox_item *refused = NULL, **end = &refused;
	struct inbox_item **at = &inbox->first;
	while (*at != NULL) {
		struct inbox_item *item = *at;
		if (!can_be_refused(item)) {
			at = &item->next;
			continue;
		}
		*at = item->next;
		item->next = NULL;
		*end = item;
		end = &item->next;
	}
	inbox->last = at;
	for (struct inbox_item *i = refused; i != NULL; i = i->next)
		give_back(i);
	inbox_done(inbox, refused);
}

bool
inbox_resumable(struct inbox *inbox)
{
	if (!inbox->refused || inbox->messages > INBOX_MESSAGES_MAX / 2)
		return false;
	inbox->refused = false;
	return true;
}
