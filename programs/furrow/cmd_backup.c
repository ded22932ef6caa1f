/* cmd_backup - a checked copy of the store while furrowd works on. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

/* furrowd stands in another folder than we do. */
static int
absolute(char dst[PATH_MAX], const char *path)
{
	char here[PATH_MAX] = "";

	if (path[0] != '/' && getcwd(here, sizeof(here)) == NULL)
		return complain(path, "%s", strerror(errno));
	if (snprintf(dst, PATH_MAX, "%s%s%s", here, path[0] != '/' ? "/" : "",
		path) >= PATH_MAX)
		return complain(path, "the path is too long");
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	char path[PATH_MAX];
	struct client *client;
	struct args args;
	json_t *reply = NULL;
	int rc = options_read(&args, &cmd_backup, cli, argc, argv, NULL);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count != 1)
		return usage(&cmd_backup, "into which file?");
	if (absolute(path, args.words[0]) != EXIT_DONE ||
	    client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = client_post(client, "backup",
	    json_pack("{s:o}", "file", json_clean(path, strlen(path))), &reply);
	if (rc == EXIT_DONE && args.format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("%s: %lld octets, checked\n",
		    json_text(reply, "file", path),
		    (long long)json_int(reply, "octets", 0));
	json_decref(reply);
	client_free(&client);
	return rc;
}

const struct command cmd_backup = {
    .name = "backup",
    .usage = "backup FILE",
    .summary = "a checked copy of the store, while all goes on",
    .help =
	"furrowd writes FILE itself, so it must be allowed to; under the "
	"service that is\n/var/lib/furrow. The file is there only when the "
	"copy is whole and has been\nchecked. To restore: stop furrowd, put "
	"the copy in the place of the store\n(removing its -wal and -shm), "
	"start furrowd.\n",
    .fn = run,
};
