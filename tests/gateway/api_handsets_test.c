/* The phones of a simulated network: who has one, what is texted and comes,
 * and a network that is silent, odd, or gone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/panic.h"
#include "base/stream.h"
#include "gateway/admin/api_impl.h"
#include "gateway/admin/handsets.h"

#include "tests/gateway/api_world.h"

/* A network in the same loop: says what it is told to say. */
struct net {
	struct world w;
	char path[108], people[108];
	int listener;
	struct stream *peer;
	struct handsets *handsets;
	const char *to_text; /* its answer to a text; NULL: it hangs up */
	char asked[4096]; /* the last request */
};

static void
people_lines(void **state)
{
	static const struct {
		const char *line;
		int rc;
		const char *name, *number, *role;
	} rows[] = {
	    {"", 0, "", "", ""},
	    {"# nobody", 0, "", "", ""},
	    {"Amina +254711000001 buyer", 1, "Amina", "+254711000001", "buyer"},
	    {"  Juma\t0722000001", 1, "Juma", "0722000001", ""},
	    {"Juma", -1, "", "", ""},
	    {"Juma number", -1, "", "", ""},
	    {"A-name-that-is-longer-than-any-room-we-have-here +254711000001",
		-1, "", "", ""},
	    {"Juma +254711000001254711000001254711000001", -1, "", "", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct handset out;
		assert_int_equal(
		    handset_book_line(&out, str_from(rows[i].line)),
		    rows[i].rc);
		if (rows[i].rc != 1)
			continue;
		assert_string_equal(out.name, rows[i].name);
		assert_string_equal(out.number, rows[i].number);
		assert_string_equal(out.role, rows[i].role);
	}
}

/* What the network says to one request; NULL: it hangs up. */
static const char *
answer_to(struct net *net, const char *line)
{
	if (strstr(line, "\"modems\"") != NULL)
		return "{\"ok\":true,\"modems\":"
		       "[{\"name\":\"a\",\"number\":\"+2547\"}]}\n";
	if (strstr(line, "\"inbox\"") != NULL)
		return strstr(line, "+254711000001") != NULL
			   ? "{\"ok\":true,\"phone\":\"+254711000001\","
			     "\"texts\":[{\"from\":\"+2547\",\"text\":"
			     "\"from before\",\"time\":1000}]}\n"
			   : "{\"ok\":true,\"phone\":\"+254722000001\","
			     "\"texts\":[]}\n";
	if (strstr(line, "\"text\"") != NULL)
		return net->to_text;
	return "{\"ok\":true}\n";
}

static void
on_peer(void *arg, enum stream_event event)
{
	struct net *net = arg;
	struct span in;
	char lines[4096], *save = NULL, *line;

	if (event != STREAM_INPUT)
		return;
	in = stream_input(net->peer);
	str_copy(lines, sizeof(lines), str_of((const char *)in.at, in.octets));
	stream_used(net->peer, in.octets);
	for (line = strtok_r(lines, "\n", &save); line != NULL;
	     line = strtok_r(NULL, "\n", &save)) {
		const char *said = answer_to(net, line);

		str_copy(net->asked, sizeof(net->asked), str_from(line));
		if (said == NULL) {
			stream_free(&net->peer);
			return;
		}
		PANIC_UNLESS(stream_write(net->peer, said, strlen(said)));
	}
}

static void
settle(struct net *net)
{
	for (int i = 0; i < 20; i++)
		loop_once(net->w.loop, false);
}

static void
say(struct net *net, const char *lines)
{
	PANIC_UNLESS(stream_write(net->peer, lines, strlen(lines)));
	settle(net);
}

/* The daemon connects when it is first asked. */
static void
meet(struct net *net)
{
	int fd;

	world_get(&net->w, "/api/v1/phones");
	fd = accept(net->listener, NULL, NULL);
	PANIC_UNLESS(fd >= 0);
	net->peer = stream_new(net->w.loop, fd, 4000, 65536, on_peer, net);
	settle(net);
}

static void
open_net(struct net *net)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	FILE *file;
	struct err err;

	memset(net, 0, sizeof(*net));
	net->to_text = "{\"ok\":true,\"id\":1}\n";
	world_open(&net->w);
	snprintf(net->path, sizeof(net->path), "%.90s/sim.sock", net->w.dir);
	snprintf(net->people, sizeof(net->people), "%.90s/phones", net->w.dir);
	file = fopen(net->people, "w");
	PANIC_UNLESS(file != NULL);
	fputs("# who\nAmina +254711000001 buyer\nJuma +254722000001 seller\n",
	    file);
	fclose(file);
	str_copy(at.sun_path, sizeof(at.sun_path), str_from(net->path));
	net->listener = socket(AF_UNIX, SOCK_STREAM, 0);
	PANIC_UNLESS(
	    bind(net->listener, (struct sockaddr *)&at, sizeof(at)) == 0 &&
	    listen(net->listener, 4) == 0);
	net->handsets = handsets_new(
	    net->w.loop, &net->w.clock.source, net->path, net->people, &err);
	assert_non_null(net->handsets);
	net->w.api->config.handsets = net->handsets;
}

static void
close_net(struct net *net)
{
	handsets_free(&net->handsets);
	if (net->peer != NULL)
		stream_free(&net->peer);
	if (net->listener >= 0)
		close(net->listener);
	unlink(net->path);
	unlink(net->people);
	world_close(&net->w);
}

static json_t *
texts(struct net *net, const char *path)
{
	return json_object_get(world_get(&net->w, path), "texts");
}

static const char *
text_at(json_t *list, size_t i, const char *key)
{
	return json_text(json_array_get(list, i), key, "");
}

static void
texts_go_and_come(void **state)
{
	struct net net;
	json_t *list;
	(void)state;
	open_net(&net);
	meet(&net);
	list = json_object_get(net.w.reply, "items");
	assert_int_equal(json_array_size(list), 2);
	assert_string_equal(text_at(list, 0, "name"), "Amina");
	list = texts(&net, "/api/v1/phones/amina");
	assert_int_equal(json_array_size(list), 1);
	assert_string_equal(text_at(list, 0, "text"), "from before");
	list = texts(&net, "/api/v1/phones/Juma");
	assert_int_equal(json_array_size(list), 0);
	/* It listens, so what comes from now on is told. */
	assert_non_null(strstr(net.asked, "\"listen\""));

	world_post(
	    &net.w, "/api/v1/phones/Amina", "{\"text\":\"want 5kg tomato\"}");
	assert_int_equal(net.w.http_status, 200);
	assert_string_equal(net.asked,
	    "{\"do\":\"text\",\"from\":\"+254711000001\",\"to\":\"+2547\","
	    "\"text\":\"want 5kg tomato\"}");
	say(&net,
	    "{\"event\":\"text\",\"phone\":\"+254722000001\","
	    "\"from\":\"+2547\",\"text\":\"want?\\u0007\",\"time\":2000}\n"
	    "{\"event\":\"text\",\"phone\":\"+254799999999\","
	    "\"from\":\"+2547\",\"text\":\"who?\",\"time\":2000}\n");
	list = texts(&net, "/api/v1/phones?after=1");
	assert_int_equal(json_array_size(list), 3);
	assert_string_equal(text_at(list, 0, "direction"), "sent");
	assert_string_equal(text_at(list, 1, "phone"), "Juma");
	assert_string_equal(text_at(list, 2, "phone"), "+254799999999");
	assert_int_equal(json_int(net.w.reply, "newest", 0), 4);
	close_net(&net);
}

static void
a_phone_is_off(void **state)
{
	struct net net;
	(void)state;
	open_net(&net);
	meet(&net);
	world_post(&net.w, "/api/v1/phones/Juma/off", "{}");
	assert_string_equal(net.asked,
	    "{\"do\":\"phone\",\"number\":\"+254722000001\",\"off\":true}");
	world_get(&net.w, "/api/v1/phones/Juma");
	assert_true(json_is_true(json_object_get(net.w.reply, "off")));
	world_post(&net.w, "/api/v1/phones/+254722000001/on", "{}");
	world_get(&net.w, "/api/v1/phones/Juma");
	assert_true(json_is_false(json_object_get(net.w.reply, "off")));
	close_net(&net);
}

static void
what_is_refused(void **state)
{
	struct net net;
	(void)state;
	open_net(&net);
	world_get(&net.w, "/api/v1/phones/Nobody");
	assert_int_equal(net.w.http_status, 404);
	world_post(&net.w, "/api/v1/phones/Nobody", "{\"text\":\"x\"}");
	assert_int_equal(net.w.http_status, 404);
	world_post(&net.w, "/api/v1/phones/Amina", "{\"text\":5}");
	assert_int_equal(net.w.http_status, 422);
	/* Before the network has named a modem. */
	world_post(&net.w, "/api/v1/phones/Amina", "{\"text\":\"x\"}");
	assert_int_equal(net.w.http_status, 503);
	meet(&net);
	net.to_text = "{\"ok\":false,\"why\":\"the text is too long\"}\n";
	world_post(&net.w, "/api/v1/phones/Amina", "{\"text\":\"x\"}");
	assert_int_equal(net.w.http_status, 503);
	assert_string_equal(
	    json_text(net.w.reply, "detail", ""), "the text is too long");
	world_get(&net.w, "/api/v1/phones");
	assert_int_equal(json_int(net.w.reply, "newest", 0), 1);
	close_net(&net);
}

/* Whoever waits is told, and the next question connects anew. */
static void
a_network_that_goes(void **state)
{
	static const char *const odd[] = {NULL, "{\n", "nonsense\n"};
	struct net net;
	(void)state;
	open_net(&net);
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		net.to_text = odd[i];
		meet(&net);
		world_post(&net.w, "/api/v1/phones/Juma", "{\"text\":\"yes\"}");
		assert_int_equal(net.w.http_status, 503);
		if (net.peer != NULL)
			stream_free(&net.peer);
		settle(&net);
	}
	/* What came before is not there twice, for all that. */
	meet(&net);
	assert_int_equal(json_int(net.w.reply, "newest", 0), 1);
	stream_free(&net.peer);
	close(net.listener);
	net.listener = -1;
	settle(&net);
	world_get(&net.w, "/api/v1/phones");
	assert_int_equal(net.w.http_status, 503);
	close_net(&net);
}

static void
no_demo(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_get(&w, "/api/v1/phones");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/phones/Amina", "{\"text\":\"x\"}");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(people_lines),
	    cmocka_unit_test(texts_go_and_come),
	    cmocka_unit_test(a_phone_is_off),
	    cmocka_unit_test(what_is_refused),
	    cmocka_unit_test(a_network_that_goes),
	    cmocka_unit_test(no_demo),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
