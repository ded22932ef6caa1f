/* faults - the table of faults against outcomes.
 *
 *   faults [-j AT-ONCE] [-s SECONDS] [-o FILE] [ROW…]
 *
 * -o: also as a table for docs/faults.md.
 *
 * Every row is a simulated modem with one fault, and furrowd on a fresh
 * ledger: sixty texts in, thirty out (half of them answers, which may go out
 * once more when nobody knows whether they left, half of them texts of the
 * market, which never do), the fault at a few per cent all the time.  When it
 * is over, the network's journal is held against furrow's ledger.  Then single
 * blows, and the time until texts go through again: the worst of two.
 * Rows run beside each other.  Exit status 1: a row broke the promise; its
 * folder below faults-data keeps what happened, with what was noticed in
 * `noticed`. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/fault_run.h"
#include "tests/sim/sim_util.h"

#define AT_ONCE 8
#define SECONDS 60
#define ROWS_MOST 128
#define TRIES 3
#define STAGGER_US 600000 /* starting costs more than running */

struct job {
	const struct fault_row *row; /* or … */
	const struct fault_blow *blow;
	pid_t pid;
	struct fault_figures *figures; /* shared with the child */
};

struct table {
	struct job jobs[ROWS_MOST];
	int count, at_once, seconds;
};

static const char *
name_of(const struct job *job)
{
	return job->row != NULL ? job->row->name : job->blow->name;
}

static bool
kept(const struct job *job)
{
	return job->row != NULL
		   ? fault_run_kept(job->figures, job->row->unknowable,
			 job->row->recover_most_s * 1000)
		   : fault_run_kept(job->figures, job->blow->in_send,
			 job->blow->recover_most_ms);
}

/* -- running --------------------------------------------------------------- */

static void
work(const struct table *table, const struct job *job)
{
	char path[128];
	snprintf(path, sizeof(path), "%s.noticed", name_of(job));
	if (freopen(path, "w", stderr) == NULL)
		_exit(1);
	setvbuf(stderr, NULL, _IOLBF, 0);
	/* A machine that is busy with something else may not even start it. */
	for (int i = 0; i < TRIES && !job->figures->ran; i++)
		*job->figures = job->row != NULL
				    ? fault_run(job->row, table->seconds)
				    : fault_run_blow(job->blow);
	_exit(0);
}

static int
wait_one(void)
{
	int status;
	while (wait(&status) < 0)
		if (errno != EINTR)
			return 0;
	return 1;
}

static void
run_all(struct table *table)
{
	int running = 0;
	for (int i = 0; i < table->count; i++) {
		struct job *job = &table->jobs[i];
		if (running == table->at_once)
			running -= wait_one();
		job->pid = fork();
		if (job->pid == 0)
			work(table, job);
		running += job->pid > 0;
		usleep(STAGGER_US);
	}
	while (running > 0)
		running -= wait_one();
}

/* -- the table ------------------------------------------------------------- */

static void
print_head(void)
{
	printf("%-26s %5s %5s | %4s %4s | %4s %4s %5s %5s | %5s %5s | %5s %13s "
	       "%5s "
	       "%5s\n",
	    "", "", "play", "in", "in", "out", "out", "not", "once", "said",
	    "said", "", "back", "cpu", "TERM");
	printf("%-26s %5s %5s | %4s %4s | %4s %4s %5s %5s | %5s %5s | %5s %13s "
	       "%5s "
	       "%5s\n",
	    "fault", "fired", "wrong", "lost", "dbl", "lost", "dbl", "known",
	    "more", "sent", "faild", "stuck", "s of at most", "%", "ms");
	printf("%-26s %5s %5d | %4d %4d | %4d %4d %5s %5s | %5d %5d | %5s %13s "
	       "%5s "
	       "%5d\n",
	    "(allowed)", "", 0, 0, 0, 0, 0, "(a)", "(a)", 0, 0, "no", "", "",
	    2000);
}

static void
print_row(const struct job *job)
{
	const struct fault_figures *f = job->figures;
	const struct fault_count *c = &f->count;
	double most_s = job->row != NULL ? job->row->recover_most_s
					 : job->blow->recover_most_ms / 1000.0;
	if (!f->ran) {
		printf("%-26s did not run, see %s.noticed\n", name_of(job),
		    name_of(job));
		return;
	}
	printf(
	    "%-26s %5d %5d | %4d %4d | %4d %4d %5d %5d | %5d %5d | %5s %6.1f "
	    "/%5.0f "
	    "%5.1f %5d%s\n",
	    name_of(job), f->fired, f->wrong, c->in_lost, c->in_doubled,
	    c->out_lost, c->out_doubled, c->out_unknown, c->out_again,
	    c->said_sent, c->said_failed,
	    f->died    ? "died"
	    : f->stuck ? "STUCK"
		       : "no",
	    (double)f->recover_ms / 1000, most_s,
	    job->row != NULL || job->blow->lasts_ms == 0 ? f->cpu_percent
							 : f->cpu_down_percent,
	    f->end_ms, kept(job) ? "" : "  BROKEN");
}

static int
print_all(const struct table *table)
{
	int broken = 0;
	print_head();
	for (int i = 0; i < table->count; i++) {
		print_row(&table->jobs[i]);
		broken += !kept(&table->jobs[i]);
	}
	printf("(a) only where nobody can know whether a text left; cpu: of "
	       "one core, furrowd;\nof hangs and unplugged ones: while it "
	       "lasts.  60 in, 30 out in %d s each.\n%d of %d rows broke the "
	       "promise\n",
	    table->seconds, broken, table->count);
	return broken;
}

/* -- the same for a page --------------------------------------------------- */

static void
page_number(FILE *out, int count, const char *words, bool *said)
{
	if (count == 0)
		return;
	fprintf(out, "%s%d %s", *said ? ", " : "", count, words);
	*said = true;
}

static void
page_outcome(FILE *out, const struct job *job)
{
	const struct fault_figures *f = job->figures;
	const struct fault_count *c = &f->count;
	bool said = false;
	page_number(out, c->in_lost + c->out_lost, "lost", &said);
	page_number(out, c->in_doubled + c->out_doubled, "doubled", &said);
	page_number(out, c->said_sent + c->said_failed, "told wrongly", &said);
	page_number(out, c->waiting, "still waiting", &said);
	page_number(out, c->out_unknown, "unknown", &said);
	page_number(out, c->out_again, "sent twice", &said);
	page_number(out, f->wrong, "otherwise wrong", &said);
	page_number(out, f->died, "furrowd ended", &said);
	page_number(out, f->stuck, "stuck", &said);
	fprintf(out, "%s%s", said ? "" : "all right",
	    kept(job) ? "" : " (**broken**)");
}

/* "04-storage-clogged" is the fourth of the field's faults. */
static void
page_name(FILE *out, const char *name)
{
	for (; *name != '\0'; name++)
		putc(*name == '-' ? ' ' : *name, out);
}

static int
write_page(const struct table *table, const char *path)
{
	FILE *out = fopen(path, "w");
	if (out == NULL) {
		perror(path);
		return -1;
	}
	fputs("| fault | times | outcome | back after | target |\n"
	      "|---|---|---|---|---|\n",
	    out);
	for (int i = 0; i < table->count; i++) {
		const struct job *job = &table->jobs[i];
		fputs("| ", out);
		page_name(out, name_of(job));
		fprintf(out, " | %d | ", job->figures->fired);
		page_outcome(out, job);
		fprintf(out, " | %.1f s | %.0f s |\n",
		    job->figures->recover_ms / 1000.0,
		    job->row != NULL ? job->row->recover_most_s
				     : job->blow->recover_most_ms / 1000.0);
	}
	return fclose(out);
}

/* -- what to run ----------------------------------------------------------- */

static bool
wanted(const char *name, char **names, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return count == 0;
}

static void
add(struct table *table, struct job job, char **names, int count)
{
	if (table->count < ROWS_MOST && wanted(name_of(&job), names, count))
		table->jobs[table->count++] = job;
}

static int
usage(void)
{
	fputs("usage: faults [-j AT-ONCE] [-s SECONDS] [-o FILE] [ROW…]\n",
	    stderr);
	return 2;
}

/* The page's name, or NULL; false: used wrongly. */
static bool
read_options(struct table *table, int argc, char **argv, const char **page)
{
	int option;
	while ((option = getopt(argc, argv, "j:s:o:")) != -1) {
		int n =
		    optarg != NULL ? (int)sim_number(optarg, 1, 100000, 0) : 0;
		if (option == 'o')
			*page = optarg;
		else if (option == 'j' && n > 0)
			table->at_once = n;
		else if (option == 's' && n > 0)
			table->seconds = n;
		else
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	static struct table table = {.at_once = AT_ONCE, .seconds = SECONDS};
	const char *page = NULL;
	if (!read_options(&table, argc, argv, &page))
		return usage();
	/* Blows last longest and cost least: they go first. */
	for (size_t i = 0; i < fault_blows_count; i++)
		add(&table, (struct job){.blow = &fault_blows[i]},
		    argv + optind, argc - optind);
	for (size_t i = 0; i < fault_rows_count; i++)
		add(&table, (struct job){.row = &fault_rows[i]}, argv + optind,
		    argc - optind);
	struct fault_figures *figures = mmap(NULL, ROWS_MOST * sizeof(*figures),
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (table.count == 0 || figures == MAP_FAILED)
		return usage();
	for (int i = 0; i < table.count; i++)
		table.jobs[i].figures = &figures[i];
	if ((mkdir("faults-data", 0700) != 0 && errno != EEXIST) ||
	    chdir("faults-data") != 0) {
		perror("faults-data");
		return 2;
	}
	run_all(&table);
	bool written = page == NULL || write_page(&table, page) == 0;
	return print_all(&table) == 0 && written ? 0 : 1;
}
