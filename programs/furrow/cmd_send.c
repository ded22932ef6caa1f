/* cmd_send - a text to one phone. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/utf8.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

#define TEXT_OCTETS 8192

/* "-": the text comes on standard input, without its last line end. */
static int
read_text(struct buf *text, const struct args *args)
{
	size_t octets;
	char part[1024];

	if (args->count == 2 && strcmp(args->words[1], "-") == 0) {
		while ((octets = fread(part, 1, sizeof(part), stdin)) > 0)
			buf_add(text, part, octets);
		while (text->octets > 0 && text->at[text->octets - 1] == '\n')
			text->at[--text->octets] = '\0';
	}
	for (int i = 1; i < args->count && text->octets == 0; i++) {
		buf_add_text(text, args->words[i]);
		for (i++; i < args->count; i++) {
			buf_add_char(text, ' ');
			buf_add_text(text, args->words[i]);
		}
	}
	if (text->octets == 0)
		return usage(&cmd_send, "there is no text");
	if (text->full)
		return complain("send", "the text is too long");
	if (!utf8_valid(buf_str(text)))
		return complain("send", "the text is not UTF-8");
	return EXIT_DONE;
}

static int
send_text(struct client *client, const struct args *args, struct str text)
{
	json_t *body = json_pack("{s:o, s:o}", "to",
	    json_clean(args->words[0], strlen(args->words[0])), "text",
	    json_clean(text.at, text.octets));
	json_t *reply = NULL;
	int rc = client_post(client, "messages", body, &reply);

	if (rc == EXIT_DONE && args->format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("queued for %s as message %lld\n",
		    json_text(reply, "to", ""),
		    (long long)json_int(reply, "id", 0));
	json_decref(reply);
	return rc;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	char storage[TEXT_OCTETS];
	struct buf text = buf_over(storage, sizeof(storage));
	struct client *client;
	struct args args;
	int rc = options_read(&args, &cmd_send, cli, argc, argv, NULL);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count < 2)
		return usage(&cmd_send, "to whom, and what?");
	rc = read_text(&text, &args);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	rc = send_text(client, &args, buf_str(&text));
	client_free(&client);
	return rc;
}

const struct command cmd_send = {
    .name = "send",
    .usage = "send PHONE TEXT…",
    .summary = "send a text to one phone",
    .help =
	"Ends as soon as the text is durably queued; furrow log shows what "
	"becomes of it.\n"
	"TEXT may be several words; - reads it from standard input, and behind "
	"-- it\nmay begin with a dash.\n"
	"Refused: what is no phone number, a text of more than ten SMS, and "
	"people who\nhave asked for no more texts (STOP).\n",
    .fn = run,
};
