#include "tests/gateway/store_kit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/panic.h"
#include "gateway/store/store_person.h"

int
kit_open(void **state)
{
	struct kit *kit = xcalloc(1, sizeof(*kit));
	struct err err;
	snprintf(kit->folder, sizeof(kit->folder), "furrow-store-XXXXXX");
	if (mkdtemp(kit->folder) == NULL)
		return -1;
	snprintf(kit->path, sizeof(kit->path), "%s/f.db", kit->folder);
	kit->seed = 88172645463325252U;
	kit->store = store_open(kit->path, &err);
	*state = kit;
	return kit->store != NULL ? 0 : -1;
}

int
kit_close(void **state)
{
	struct kit *kit = *state;
	store_close(&kit->store);
	DIR *dir = opendir(kit->folder);
	struct dirent *entry;
	while (dir != NULL && (entry = readdir(dir)) != NULL)
		unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir != NULL)
		closedir(dir);
	rmdir(kit->folder);
	free(kit);
	return 0;
}

void
kit_reopen(struct kit *kit)
{
	struct err err = {0};
	store_close(&kit->store);
	kit->store = store_open(kit->path, &err);
	assert_string_equal(err.text, "");
	assert_non_null(kit->store);
}

void
kit_begin(struct kit *kit)
{
	store_begin(kit->store);
}

static void
note_done(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

bool
kit_try_commit(struct kit *kit)
{
	bool ok = false;
	store_commit(kit->store, note_done, &ok);
	return ok;
}

void
kit_commit(struct kit *kit)
{
	struct err err = {0};
	store_failed(kit->store, &err);
	assert_string_equal(err.text, "");
	assert_true(kit_try_commit(kit));
}

void
kit_check(struct kit *kit)
{
	struct err err = {0};
	store_check(kit->store, &err);
	assert_string_equal(err.text, "");
}

uint64_t
kit_random(void *arg)
{
	struct kit *kit = arg;
	kit->seed ^= kit->seed << 13;
	kit->seed ^= kit->seed >> 7;
	kit->seed ^= kit->seed << 17;
	return kit->seed;
}

int
kit_below(struct kit *kit, int limit)
{
	return (int)(kit_random(kit) % (uint64_t)limit);
}

static int64_t
phone_of(struct kit *kit, int n, int64_t *person_id)
{
	char number[PARTY_OCTETS];
	snprintf(number, sizeof(number), "+25471%07d", n);
	return store_phone_ensure(
	    kit->store, number, PARTY_PHONE, T0, person_id);
}

int64_t
kit_phone(struct kit *kit, int n)
{
	int64_t person_id;
	return phone_of(kit, n, &person_id);
}

int64_t
kit_person(struct kit *kit, int n)
{
	int64_t person_id;
	phone_of(kit, n, &person_id);
	return person_id;
}

int64_t
kit_receive(struct kit *kit, int phone, const char *text)
{
	struct message_in in = {
	    .phone_id = kit_phone(kit, phone),
	    .person_id = kit_person(kit, phone),
	    .link_id = 1,
	    .now_ms = T0,
	    .stamp_ms = T0 - 5000,
	    .text = str_from(text),
	    .state = MESSAGE_RECEIVED,
	};
	return store_message_receive(kit->store, &in);
}

int64_t
kit_queue(struct kit *kit, int phone, enum message_class class_)
{
	struct message_out out = {
	    .phone_id = kit_phone(kit, phone),
	    .person_id = kit_person(kit, phone),
	    .now_ms = T0,
	    .text = STR("2kg of tomato #K7F"),
	    .class_ = class_,
	};
	return store_message_queue(kit->store, &out);
}

enum message_state
kit_state(struct kit *kit, int64_t message_id)
{
	struct message m;
	assert_true(store_message_get(kit->store, message_id, &m));
	return m.state;
}

void
kit_note(void *arg, const struct message *m)
{
	struct kit_ids *ids = arg;
	assert_true(ids->count < 20000);
	ids->at[ids->count++] = m->id;
}

bool
kit_note_more(void *arg, const struct message *m)
{
	kit_note(arg, m);
	return true;
}

const struct kit_ids *
kit_claim(
    struct kit *kit, int64_t link_id, bool two_way, int64_t now_ms, int limit)
{
	static struct kit_ids ids;
	ids.count = 0;
	int count = store_message_claim(
	    kit->store, link_id, two_way, now_ms, limit, kit_note, &ids);
	assert_int_equal(count, ids.count);
	return &ids;
}
