#include "bench/fault_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/scenario/daemon_kit.h"

#define INS 60
#define OUTS 30
#define ANSWERS 15 /* of OUTS: answers to people who ask for help */
#define SETTLE_MS 150000 /* unknown ones wait for a report, retries 30 s */
#define STUCK_MS 200000 /* a result is waited for 120 s */
#define TICK_MS 50
#define ROUNDS 2
#define SEND_MS 2000 /* of a blow that falls into a send */

struct run {
	struct kit kit;
	struct fault_plan plan;
	int said_in, said_out; /* of the plan, so far */
	bool backwards; /* texts in parts */
	int acts; /* that befell the modem */
	struct fault_play_run play;
	int64_t up_ms;
};

/* -- the texts ------------------------------------------------------------- */

/* Some are of two parts. */
static void
word(struct fault_text *text, const char *prefix, int i, int long_every)
{
	static const char filler[] =
	    " the rain came late this year and the maize is short, but the"
	    " beans do well on the hill behind the school, so we shall have"
	    " something to bring to the market on Friday if the road holds";
	snprintf(text->text, sizeof(text->text), "%s number %d%s", prefix, i,
	    i % long_every == long_every - 1 ? filler : "");
}

/* Short codes are stored and never answered; phones ask and get one answer. */
static void
plan_texts(struct fault_plan *plan, const struct fault_row *row)
{
	int long_every = row->long_every > 0 ? row->long_every : 5;
	*plan = (struct fault_plan){.ins = INS, .outs = OUTS};
	for (int i = 0; i < INS; i++) {
		struct fault_text *in = &plan->in[i];
		bool asks = i % (INS / ANSWERS) == 0;
		int answer = OUTS - ANSWERS + i / (INS / ANSWERS);
		if (asks)
			snprintf(in->number, sizeof(in->number),
			    "+2547110000%02d", i);
		else
			snprintf(in->number, sizeof(in->number), "221%02d", i);
		word(in, "the harvest,", i, long_every);
		if (asks) {
			snprintf(in->text, sizeof(in->text), "help");
			plan->out[answer] = *in;
		}
	}
	for (int i = 0; i < OUTS - ANSWERS; i++) {
		snprintf(plan->out[i].number, sizeof(plan->out[i].number),
		    "+2547330000%02d", i);
		word(&plan->out[i], "from the market,", i, 5);
	}
}

static int
say_in(struct run *run, const struct fault_text *text)
{
	run->said_in++;
	run->acts += run->backwards && strlen(text->text) > 160;
	return sim_tell(run->kit.sim, "{s:s, s:s, s:s, s:s, s:b}", "do", "text",
	    "from", text->number, "to", "a", "text", text->text, "backwards",
	    (int)run->backwards);
}

static int
say_out(struct run *run, const struct fault_text *text)
{
	run->said_out++;
	return kit_furrow(
	    NULL, 0, "send", text->number, "--", text->text, NULL);
}

/* One more text each way, which must get through. */
static int
say_probe(struct run *run)
{
	struct fault_plan *plan = &run->plan;
	struct fault_text *in = &plan->in[plan->ins++];
	struct fault_text *out = &plan->out[plan->outs++];
	snprintf(in->number, sizeof(in->number), "229%02d", plan->ins);
	snprintf(in->text, sizeof(in->text), "is anybody there?");
	snprintf(out->text, sizeof(out->text), "here we are");
	snprintf(
	    out->number, sizeof(out->number), "+2547440000%02d", plan->outs);
	return say_out(run, out) == 0 && say_in(run, in) == 0 ? 0 : -1;
}

static bool
probe_through(struct run *run)
{
	const struct fault_plan *plan = &run->plan;
	return fault_count_rows(false, 1, plan->in[plan->ins - 1].number) > 0 &&
	       sim_inbox_count(run->kit.sim, plan->out[plan->outs - 1].number) >
		   0;
}

/* Milliseconds since from_ms, -1: never. */
static int
wait_probe(struct run *run, int64_t from_ms)
{
	while (!probe_through(run)) {
		if (kit_now_ms() > from_ms + STUCK_MS)
			return -1;
		kit_pause_ms(TICK_MS);
	}
	return (int)(kit_now_ms() - from_ms);
}

/* -- furrowd and its network ----------------------------------------------- */

static int
set_fault(struct run *run, const char *json)
{
	json_t *request = json_loads(json, 0, NULL);
	if (request == NULL)
		return -1;
	json_object_set_new(request, "do", json_string("fault"));
	if (json_object_get(request, "modem") == NULL)
		json_object_set_new(request, "modem", json_string("a"));
	json_t *answer = sim_ask(run->kit.sim, "o", request);
	if (answer == NULL)
		fprintf(
		    stderr, "faults: %s: %s\n", json, sim_why(run->kit.sim));
	json_decref(answer);
	return answer != NULL ? 0 : -1;
}

/* How often the faults that are on have fired: none proves nothing. */
static int
fired(struct run *run)
{
	size_t i;
	int count = 0;
	json_t *one, *all = sim_ask(run->kit.sim, "{s:s}", "do", "faults");
	json_array_foreach(json_object_get(all, "faults"), i, one) count +=
	    (int)json_integer_value(json_object_get(one, "fired"));
	json_decref(all);
	return count;
}

static int
set_faults(struct run *run, const char *json)
{
	size_t i;
	json_t *one, *all = json_loads(json, 0, NULL);
	int status = all != NULL ? 0 : -1;
	json_array_foreach(all, i, one)
	{
		char *text = json_dumps(one, JSON_COMPACT);
		if (text == NULL || set_fault(run, text) != 0)
			status = -1;
		free(text);
	}
	json_decref(all);
	return status;
}

/* Parts and unknown fates are waited for only as long as a minute allows. */
static int
write_conf(const struct fault_row *row)
{
	char other[200] = "";
	if (row->modems > 1)
		snprintf(other, sizeof(other),
		    "modem b { %s number = \"+254700000002\" }\n",
		    row->other_device != NULL ? row->other_device
					      : "device = \"b\"");
	return kit_write("furrow.conf",
	    "market { country = \"254\" timezone = \"UTC\" "
	    "unknown-wait = \"3s\" parts-wait = \"1m\" }\n"
	    "modem a { %s number = \"+254700000001\" }\n%s",
	    row->device, other);
}

static void
write_modem(char dst[200], char name, const char *keys)
{
	snprintf(dst, 200, "%c:number=+25470000000%d%s%s%s", name,
	    name - 'a' + 1,
	    strstr(keys, "send-ms") == NULL ? ",send-ms=400" : "",
	    keys[0] != '\0' ? "," : "", keys);
}

static int
start(struct run *run, const struct fault_row *row, int boot_ms)
{
	char modem[200], other[200], boot[16];
	const char *args[] = {"--modem", modem, "--boot-ms", boot,
	    row->modems > 1 ? "--modem" : NULL, other, NULL};
	write_modem(modem, 'a', row->modem);
	write_modem(other, 'b', row->other != NULL ? row->other : "");
	snprintf(boot, sizeof(boot), "%d", boot_ms);
	if (kit_enter(&run->kit, row->name) != 0)
		return -1;
	run->kit.simnet = sim_start(".", args);
	run->kit.sim = run->kit.simnet > 0 ? sim_connect_dir(".") : NULL;
	if (run->kit.sim == NULL || write_conf(row) != 0 ||
	    kit_start(&run->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&run->kit) != 0)
		return -1;
	run->up_ms = kit_now_ms();
	return 0;
}

/* Processor time of furrowd so far, in seconds. */
static double
cpu_s(const struct run *run)
{
	char path[64], line[1024] = "";
	unsigned long user = 0, sys = 0;
	snprintf(path, sizeof(path), "/proc/%d/stat", (int)run->kit.daemon);
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return 0;
	const char *at =
	    fgets(line, sizeof(line), in) != NULL ? strrchr(line, ')') : NULL;
	fclose(in);
	if (at == NULL ||
	    sscanf(at, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
		&user, &sys) != 2)
		return 0;
	return (double)(user + sys) / (double)sysconf(_SC_CLK_TCK);
}

static void
finish(struct run *run, struct fault_figures *f)
{
	int status;
	double wall_s = (double)(kit_now_ms() - run->up_ms) / 1000;
	f->cpu_percent = 100 * cpu_s(run) / wall_s;
	f->died = kit_gone(&run->kit, &status);
	if (!f->died)
		f->died = kit_stop(&run->kit, &f->end_ms) != 0;
	f->ran = fault_count(&run->plan, &f->count) == 0;
	if (f->ran)
		fault_count_explain(&run->plan, stderr);
	kit_leave(&run->kit, true);
}

/* -- a row ----------------------------------------------------------------- */

static bool
settled(struct run *run)
{
	struct sim_stats stats;
	struct fault_count count;
	return sim_stats(run->kit.sim, &stats) == 0 && stats.waiting == 0 &&
	       stats.stored == 0 && fault_count(&run->plan, &count) == 0 &&
	       count.waiting == 0 && count.in_lost == 0;
}

static int
settle(struct run *run)
{
	int64_t until_ms = kit_now_ms() + SETTLE_MS;
	while (!settled(run) && kit_now_ms() < until_ms)
		kit_pause_ms(500);
	/* What is unknown may go out once more, after unknown-wait. */
	if (fault_count_rows(true, 14, "") > 0)
		kit_pause_ms(5000);
	while (!settled(run) && kit_now_ms() < until_ms)
		kit_pause_ms(500);
	return 0;
}

/* Everything at its time; false: furrowd ended. */
static bool
trouble(struct run *run, const struct fault_row *row, int seconds)
{
	int64_t from_ms = kit_now_ms(), now_ms, act_ms = from_ms + 3000;
	int64_t length_ms = seconds * 1000LL, play_ms = act_ms;
	int status;
	while ((now_ms = kit_now_ms()) < from_ms + length_ms) {
		int64_t gone_ms = now_ms - from_ms;
		if (run->said_in * length_ms < gone_ms * INS &&
		    run->said_in < INS)
			say_in(run, &run->plan.in[run->said_in]);
		if (run->said_out * length_ms < gone_ms * (OUTS - ANSWERS) &&
		    run->said_out < OUTS - ANSWERS)
			say_out(run, &run->plan.out[run->said_out]);
		if (row->act != NULL && now_ms >= act_ms) {
			run->acts += set_fault(run, row->act) == 0;
			act_ms = now_ms + row->act_every_s * 1000LL;
		}
		if (row->play != NULL && row->play->act != NULL &&
		    now_ms >= play_ms) {
			row->play->act(&run->play);
			play_ms = now_ms + row->play->every_s * 1000LL;
		}
		if (kit_gone(&run->kit, &status))
			return false;
		kit_pause_ms(TICK_MS);
	}
	return true;
}

/* It could not even begin. */
static struct fault_figures
give_up(struct run *run)
{
	kit_leave(&run->kit, true);
	return (struct fault_figures){.recover_ms = -1};
}

struct fault_figures
fault_run(const struct fault_row *row, int seconds)
{
	static struct run run;
	struct fault_figures f = {.recover_ms = -1};
	run = (struct run){.backwards = row->backwards};
	plan_texts(&run.plan, row);
	if (start(&run, row, 3000) != 0 ||
	    (row->faults != NULL && set_faults(&run, row->faults) != 0))
		return give_up(&run);
	run.play.sim = run.kit.sim;
	f.died = !trouble(&run, row, seconds);
	f.fired = fired(&run) + run.acts + run.play.nth;
	set_fault(&run, "{\"fault\":\"none\"}");
	sim_replug(run.kit.sim, "a");
	int64_t over_ms = kit_now_ms();
	if (!f.died && say_probe(&run) == 0)
		f.recover_ms = wait_probe(&run, over_ms);
	f.stuck = f.recover_ms < 0;
	if (!f.stuck)
		settle(&run);
	if (row->play != NULL && !f.died)
		row->play->judge(&run.play);
	f.wrong = run.play.wrong;
	finish(&run, &f);
	return f;
}

/* -- a blow ---------------------------------------------------------------- */

/* True when the text is on its way into the network. */
static bool
begin_send(struct run *run)
{
	struct fault_plan *plan = &run->plan;
	struct fault_text *out = &plan->out[plan->outs++];
	snprintf(
	    out->number, sizeof(out->number), "+2547550000%02d", plan->outs);
	snprintf(out->text, sizeof(out->text), "it is now or never");
	if (say_out(run, out) != 0)
		return false;
	kit_pause_ms(1000);
	return true;
}

/* Milliseconds since furrowd's log last had a time-out, most_ms at most. */
static int
since_timeout_ms(int most_ms)
{
	char line[512];
	double last_s = 0;
	struct timespec now;
	FILE *in = fopen("furrowd.log", "r");
	while (in != NULL && fgets(line, sizeof(line), in) != NULL) {
		struct tm tm = {0};
		const char *rest = strptime(line, "%Y-%m-%dT%H:%M:%S", &tm);
		if (rest != NULL && strstr(rest, " at timeout ") != NULL)
			last_s = (double)timegm(&tm) + strtod(rest, NULL);
	}
	if (in != NULL)
		fclose(in);
	clock_gettime(CLOCK_REALTIME, &now);
	double gone_ms = 1000 * ((double)now.tv_sec - last_s) +
			 (double)now.tv_nsec / 1000000;
	return gone_ms < most_ms ? (int)gone_ms : most_ms;
}

static int
blow_once(struct run *run, const struct fault_blow *blow, double *cpu_down)
{
	if (blow->in_send && !begin_send(run))
		return -1;
	if (set_fault(run, blow->act) != 0)
		return -1;
	run->acts++;
	/* What a modem that is away costs: behind the first excitement. */
	int64_t from_ms = kit_now_ms();
	double before_s = cpu_s(run);
	if (blow->lasts_ms > 0)
		kit_pause_ms(blow->lasts_ms);
	double wall_s = (double)(kit_now_ms() - from_ms) / 1000;
	if (blow->lasts_ms > 0)
		*cpu_down = 100 * (cpu_s(run) - before_s) / wall_s;
	from_ms = kit_now_ms();
	if (say_probe(run) != 0)
		return -1;
	int took_ms = wait_probe(run, from_ms);
	if (took_ms > 0 && blow->noticed_late)
		took_ms = since_timeout_ms(took_ms);
	/* What the probe's own text takes is no trouble of the modem's. */
	return took_ms > SEND_MS && blow->in_send ? took_ms - SEND_MS : took_ms;
}

struct fault_figures
fault_run_blow(const struct fault_blow *blow)
{
	static struct run run;
	char keys[100];
	struct fault_figures f = {.recover_ms = -1};
	run = (struct run){.said_in = 0};
	snprintf(keys, sizeof(keys), "send-ms=%d%s%s",
	    blow->in_send ? SEND_MS : 100, blow->modem[0] != '\0' ? "," : "",
	    blow->modem);
	struct fault_row row = {.name = blow->name,
	    .modem = keys,
	    .modems = 1,
	    .device = "device = \"a\""};
	if (start(&run, &row, blow->boot_ms) != 0 || say_probe(&run) != 0 ||
	    wait_probe(&run, kit_now_ms()) < 0)
		return give_up(&run);
	for (int i = 0; i < ROUNDS && !f.stuck; i++) {
		double down = 0;
		int took_ms = blow_once(&run, blow, &down);
		f.stuck = took_ms < 0;
		f.recover_ms = f.stuck                  ? -1
			       : took_ms > f.recover_ms ? took_ms
							: f.recover_ms;
		if (down > f.cpu_down_percent)
			f.cpu_down_percent = down;
		/* Whatever it was, the next blow falls on a healthy modem. */
		if (!f.stuck)
			kit_pause_ms(4000);
	}
	if (!f.stuck)
		settle(&run);
	f.fired = run.acts;
	finish(&run, &f);
	return f;
}

bool
fault_run_kept(
    const struct fault_figures *f, bool unknowable, int recover_most_ms)
{
	const struct fault_count *c = &f->count;
	return f->ran && !f->stuck && !f->died && f->wrong == 0 &&
	       c->in_lost == 0 && c->in_doubled == 0 && c->out_lost == 0 &&
	       c->out_doubled == 0 && c->said_sent == 0 &&
	       c->said_failed == 0 && c->waiting == 0 &&
	       (unknowable || (c->out_unknown == 0 && c->out_again == 0)) &&
	       f->recover_ms <= recover_most_ms && f->end_ms <= 2000;
}
