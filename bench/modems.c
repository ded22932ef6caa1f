/* modems - what sending costs and how many modems one furrowd carries.
 *
 *   modems [send|undelayed|idle|many [MODEMS [SECONDS]]]
 *
 * send: fifty texts by one modem of 115,200 baud that needs 3 s a text; the
 * share of its time that the modem is sending or moving octets, by its own
 * network's clock.
 * undelayed: a thousand texts by a modem that needs no time.
 * idle: the processor while a modem waits for work, and while it is unplugged.
 * many: modems at field speed (4 s a text), each with 15 texts in and 12
 * answers out a minute; processor, memory, and what was lost.
 * Without a word: all of them.  Works in the folder modems-data. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>
#include <sqlite3.h>

#include "tests/scenario/daemon_kit.h"
#include "tests/sim/sim_util.h"

#define SEND_TEXTS 50
#define SEND_MS 3000
#define BAUD 115200 /* ten bits an octet */
#define OCTETS_A_TEXT 151 /* command, prompt, PDU in hexadecimal, result */
#define MODEMS_MOST 64
#define INS_A_MINUTE 15
#define ANSWERED 12 /* of those */

struct bench {
	struct kit kit;
	int modems;
};

static int
die(const char *what)
{
	fprintf(stderr, "modems: %s, see modems-data\n", what);
	return 1;
}

/* -- start and end --------------------------------------------------------- */

static int
write_conf(int modems)
{
	FILE *out = fopen("furrow.conf", "w");
	if (out == NULL)
		return -1;
	fputs("market { timezone = \"UTC\" country = \"254\" }\n", out);
	for (int i = 0; i < modems; i++)
		fprintf(out,
		    "modem m%d { device = \"m%d\" number = \"+2547000001%02d\""
		    " }\n",
		    i, i, i);
	return fclose(out);
}

/* keys: of each modem, as simnet takes them. */
static int
start(struct bench *b, int modems, const char *keys)
{
	static char words[MODEMS_MOST][160];
	const char *args[2 * MODEMS_MOST + 1];
	int count = 0;
	b->modems = modems;
	for (int i = 0; i < modems; i++) {
		snprintf(words[i], sizeof(words[i]),
		    "m%d:number=+2547000001%02d,slots=30%s", i, i, keys);
		args[count++] = "--modem";
		args[count++] = words[i];
	}
	args[count] = NULL;
	if (kit_enter(&b->kit, "modems-data") != 0 || write_conf(modems) != 0)
		return -1;
	b->kit.simnet = sim_start(".", args);
	b->kit.sim = b->kit.simnet > 0 ? sim_connect_dir(".") : NULL;
	if (b->kit.sim == NULL || kit_start(&b->kit, KIT_FURROWD, NULL) != 0)
		return -1;
	return kit_up(&b->kit);
}

static void
end(struct bench *b)
{
	kit_stop(&b->kit, NULL);
	kit_leave(&b->kit, true);
}

/* -- what furrowd uses ----------------------------------------------------- */

/* Seconds of processor so far. */
static double
cpu_s(const struct bench *b)
{
	char path[64], line[1024];
	unsigned long user = 0, sys = 0;
	snprintf(path, sizeof(path), "/proc/%d/stat", (int)b->kit.daemon);
	FILE *in = fopen(path, "r");
	const char *at = in != NULL && fgets(line, sizeof(line), in) != NULL
			     ? strrchr(line, ')')
			     : NULL;
	if (at != NULL)
		(void)sscanf(at,
		    ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
		    &user, &sys);
	if (in != NULL)
		fclose(in);
	return (double)(user + sys) / (double)sysconf(_SC_CLK_TCK);
}

/* A line of /proc/PID/status in KiB: "VmHWM:" is the most that it had. */
static long
memory_kib(const struct bench *b, const char *name)
{
	char path[64], line[256];
	long kib = 0;
	snprintf(path, sizeof(path), "/proc/%d/status", (int)b->kit.daemon);
	FILE *in = fopen(path, "r");
	while (in != NULL && fgets(line, sizeof(line), in) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			kib = strtol(line + strlen(name), NULL, 10);
	if (in != NULL)
		fclose(in);
	return kib;
}

/* Percent of one core over so long. */
static double
cpu_percent(const struct bench *b, int seconds)
{
	double before_s = cpu_s(b);
	int64_t from_ms = kit_now_ms();
	kit_pause_ms(seconds * 1000);
	double wall_s = (double)(kit_now_ms() - from_ms) / 1000;
	return 100 * (cpu_s(b) - before_s) / wall_s;
}

/* -- sending --------------------------------------------------------------- */

/* Times of the first and the last text that the network took. */
static int
read_taken(int64_t *first_ms, int64_t *last_ms)
{
	char *text = NULL;
	size_t room = 0;
	int count = 0;
	FILE *in = fopen("sim.log", "r");
	while (in != NULL && getline(&text, &room, in) > 0) {
		if (strstr(text, "\"kind\":\"taken-from-modem\"") == NULL)
			continue;
		json_t *line = json_loads(text, 0, NULL);
		*last_ms = json_integer_value(json_object_get(line, "time"));
		if (count++ == 0)
			*first_ms = *last_ms;
		json_decref(line);
	}
	free(text);
	if (in != NULL)
		fclose(in);
	return count;
}

static bool
wait_taken(struct bench *b, int64_t texts, int most_s)
{
	struct sim_stats stats;
	int64_t until_ms = kit_now_ms() + most_s * 1000LL;
	while (sim_stats(b->kit.sim, &stats) == 0 && stats.taken < texts &&
	       kit_now_ms() < until_ms)
		kit_pause_ms(20);
	return stats.taken >= texts;
}

/* All are queued before the first may leave. */
static int
queue_texts(struct bench *b, int texts)
{
	char number[24];
	if (sim_unplug(b->kit.sim, "m0") != 0)
		return -1;
	for (int i = 0; i < texts; i++) {
		snprintf(number, sizeof(number), "+25471100%04d", i);
		if (kit_furrow(NULL, 0, "send", number, "--",
			"The lorry comes on Friday at seven to the school.",
			NULL) != 0)
			return -1;
	}
	return sim_replug(b->kit.sim, "m0");
}

static int
run_send(bool field)
{
	static struct bench b;
	char keys[64] = "";
	int texts = field ? SEND_TEXTS : 1000;
	int64_t first_ms = 0, last_ms = 0;
	if (field)
		snprintf(
		    keys, sizeof(keys), ",send-ms=%d,baud=%d", SEND_MS, BAUD);
	if (start(&b, 1, keys) != 0 || queue_texts(&b, texts) != 0)
		return die("could not start");
	double before_s = cpu_s(&b);
	if (!wait_taken(&b, texts, 400))
		return die("texts are left");
	double used_s = cpu_s(&b) - before_s;
	int count = read_taken(&first_ms, &last_ms);
	double each_ms = (double)(last_ms - first_ms) / (count - 1);
	end(&b);
	if (field)
		printf("send, %d baud, %d ms a text: one in %.0f ms, %.1f %% "
		       "of what the modem can do (target 99)\n",
		    BAUD, SEND_MS, each_ms,
		    100 * (SEND_MS + 10000.0 * OCTETS_A_TEXT / BAUD) / each_ms);
	else
		printf("send, no delays: %.0f texts/s, %.2f s of processor "
		       "per 1,000, durable\n",
		    1000 / each_ms, used_s * 1000 / texts);
	return count == texts ? 0 : die("doubled or lost");
}

/* -- nothing to do --------------------------------------------------------- */

static int
run_idle(void)
{
	static struct bench b;
	if (start(&b, 1, "") != 0)
		return die("could not start");
	kit_pause_ms(3000);
	double idle = cpu_percent(&b, 60);
	sim_unplug(b.kit.sim, "m0");
	double away = cpu_percent(&b, 30);
	end(&b);
	printf("idle with one modem: %.2f %% of a core; unplugged: %.2f %% "
	       "(target below 1)\n",
	    idle, away);
	return away < 1 ? 0 : 1;
}

/* -- many ------------------------------------------------------------------ */

/* Spread evenly over time and modems; so many in a minute ask for help. */
static int64_t
say_until(struct bench *b, int64_t from_ms, int64_t until_ms, int64_t *asked)
{
	int64_t said = 0;
	int64_t a_minute = (int64_t)INS_A_MINUTE * b->modems;
	for (int64_t now_ms; (now_ms = kit_now_ms()) < until_ms;) {
		char modem[16], from[24];
		int64_t due = (now_ms - from_ms) * a_minute / 60000;
		for (; said < due; said++) {
			bool asks = said / b->modems % INS_A_MINUTE < ANSWERED;
			snprintf(modem, sizeof(modem), "m%d",
			    (int)(said % b->modems));
			snprintf(from, sizeof(from),
			    asks ? "+25472%07lld" : "2%05lld",
			    (long long)(said % 100000));
			*asked += asks;
			(void)sim_text(b->kit.sim, from, modem,
			    asks ? "help" : "the rain came late");
		}
		kit_pause_ms(20);
	}
	return said;
}

static int
count_rows(const char *where)
{
	char sql[160];
	sqlite3 *db = NULL;
	sqlite3_stmt *rows = NULL;
	int count = -1;
	snprintf(
	    sql, sizeof(sql), "SELECT count(*) FROM message WHERE %s", where);
	if (sqlite3_open_v2("furrow.db", &db, SQLITE_OPEN_READWRITE, NULL) ==
		SQLITE_OK &&
	    sqlite3_busy_timeout(db, 5000) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &rows, NULL) == SQLITE_OK &&
	    sqlite3_step(rows) == SQLITE_ROW)
		count = sqlite3_column_int(rows, 0);
	sqlite3_finalize(rows);
	sqlite3_close(db);
	return count;
}

static int
run_many(int modems, int seconds)
{
	static struct bench b;
	struct sim_stats stats;
	int64_t asked = 0;
	if (start(&b, modems, ",send-ms=4000,baud=115200") != 0)
		return die("could not start");
	kit_pause_ms(2000);
	double before_s = cpu_s(&b);
	int64_t from_ms = kit_now_ms();
	int64_t said =
	    say_until(&b, from_ms, from_ms + seconds * 1000LL, &asked);
	double wall_s = (double)(kit_now_ms() - from_ms) / 1000;
	double percent = 100 * (cpu_s(&b) - before_s) / wall_s;
	long rss_kib = memory_kib(&b, "VmHWM:");
	bool all = wait_taken(&b, asked, 120);
	kit_pause_ms(5000); /* would there be more? */
	int stored = count_rows("out = 0 AND state = 1");
	int delivered = count_rows("out = 1 AND state = 13");
	(void)sim_stats(b.kit.sim, &stats);
	end(&b);
	printf("%d modems, %lld texts in, %lld out in %.0f s: %.1f %% of one "
	       "core (target 5), %.1f MiB at most (target 64)\n",
	    modems, (long long)said, (long long)asked, wall_s, percent,
	    (double)rss_kib / 1024);
	printf("  in: %lld lost, %lld doubled; out: %lld lost, %lld doubled, "
	       "%lld not reported\n",
	    (long long)(stored < said ? said - stored : 0),
	    (long long)(stored > said ? stored - said : 0),
	    (long long)(stats.taken < asked ? asked - stats.taken : 0),
	    (long long)(stats.taken > asked ? stats.taken - asked : 0),
	    (long long)(asked - delivered));
	return all && stored == said && stats.taken == asked ? 0 : 1;
}

int
main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	bool every = what[0] == '\0';
	int broken = 0;
	int modems = argc > 2 ? (int)sim_number(argv[2], 1, MODEMS_MOST, 0)
			      : MODEMS_MOST;
	int seconds = argc > 3 ? (int)sim_number(argv[3], 1, 86400, 0) : 120;
	if (modems < 1 || modems > MODEMS_MOST || seconds < 1)
		return die("1 to 64 modems");
	if (every || strcmp(what, "send") == 0)
		broken += run_send(true);
	if (every || strcmp(what, "undelayed") == 0)
		broken += run_send(false);
	if (every || strcmp(what, "idle") == 0)
		broken += run_idle();
	if (every || strcmp(what, "many") == 0)
		broken += run_many(modems, seconds);
	return broken == 0 ? 0 : 1;
}
