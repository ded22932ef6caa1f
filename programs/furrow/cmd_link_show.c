/* cmd_link_show - one link: its facts, and how it was set up. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/cmd_link.h"

#define CHOSEN_COLUMNS 24
#define ASKED_COLUMNS 32

/* "month     30 of 250 texts, 12 of 99 numbers" */
static void
show_used(const char *when, json_t *budget, const char *used, const char *limit,
    const char *what)
{
	json_t *most = json_object_get(budget, limit);

	printf("%-10s%" JSON_INTEGER_FORMAT, when,
	    json_integer_value(json_object_get(budget, used)));
	if (json_is_integer(most))
		printf(" of %" JSON_INTEGER_FORMAT, json_integer_value(most));
	printf(" %s\n", what);
}

static void
show_budget(json_t *budget)
{
	const char *expires = json_text(budget, "expires", "");

	show_used("today", budget, "texts_today", "texts_per_day", "texts");
	show_used("month", budget, "texts_month", "texts_per_month", "texts");
	if (json_is_integer(json_object_get(budget, "recipients_per_month")))
		show_used("", budget, "recipients_month",
		    "recipients_per_month", "numbers");
	if (expires[0] != '\0')
		printf("%-10s%.10s\n", "expires", expires);
}

/* "balance   12.50 on 2026-11-26 16:30" */
static void
show_balance(json_t *link, const char *balance)
{
	char when[40];

	output_local_time(
	    when, sizeof(when), json_text(link, "balance_time", ""));
	printf("%-10s%s%s%s\n", "balance", balance,
	    when[0] != '\0' ? " on " : "", when);
}

static void
print_facts(json_t *link)
{
	const char *key;
	json_t *value;

	json_object_foreach(link, key, value)
	{
		if (strcmp(key, "balance_time") == 0)
			continue;
		if (strcmp(key, "balance") == 0 && json_is_string(value))
			show_balance(link, json_string_value(value));
		else if (json_is_string(value) &&
			 json_string_value(value)[0] != 0)
			printf("%-10s%s%s\n", key, strlen(key) > 9 ? " " : "",
			    json_string_value(value));
		else if (json_is_integer(value))
			printf("%-10s%" JSON_INTEGER_FORMAT "\n", key,
			    json_integer_value(value));
		else if (json_is_boolean(value))
			printf("%-10s%s\n", key,
			    json_is_true(value) ? "yes" : "no");
		else if (strcmp(key, "budget") == 0 && json_is_object(value))
			show_budget(value);
	}
}

static void
print_choices(const json_t *steps)
{
	for (size_t i = 0; i < json_array_size(steps); i++) {
		const json_t *step = json_array_get(steps, i);
		const char *chosen = json_text(step, "chosen", "");

		if (chosen[0] != 0)
			printf("  %-*s %s\n", CHOSEN_COLUMNS, chosen,
			    json_text(step, "why", ""));
	}
}

/* "… | OK" is well; what stands alone is the result itself. */
static bool
is_refusal(const char *answered)
{
	const char *bar = strrchr(answered, '|');
	const char *result = bar == NULL ? answered : bar + 2;

	return strcmp(result, "OK") != 0 && strcmp(result, "(no OK)") != 0;
}

static void
print_refusals(const json_t *steps)
{
	int n = 0;

	for (size_t i = 0; i < json_array_size(steps); i++) {
		const json_t *step = json_array_get(steps, i);
		const char *asked = json_text(step, "asked", "");
		const char *answered = json_text(step, "answered", "");

		if (asked[0] == 0 || !is_refusal(answered))
			continue;
		if (n++ == 0)
			printf("refused, or not answered:\n");
		printf("  %-*s %s\n", CHOSEN_COLUMNS, asked,
		    answered[0] != 0 ? answered : "(no answer yet)");
	}
}

static void
print_all(const json_t *steps)
{
	for (size_t i = 0; i < json_array_size(steps); i++) {
		const json_t *step = json_array_get(steps, i);
		const char *chosen = json_text(step, "chosen", "");
		int64_t times = json_int(step, "times", 1);

		printf("  %-*s %s", ASKED_COLUMNS, json_text(step, "asked", ""),
		    json_text(step, "answered", ""));
		if (times > 1)
			printf(" (asked %lld times)", (long long)times);
		printf("\n");
		if (chosen[0] != 0)
			printf("  %-*s => %s: %s\n", ASKED_COLUMNS, "", chosen,
			    json_text(step, "why", ""));
	}
}

void
link_print_steps(const json_t *steps, bool all)
{
	char when[40];

	if (json_array_size(steps) == 0)
		return;
	output_local_time(when, sizeof(when),
	    json_text(json_array_get(steps, 0), "time", ""));
	printf("set up%s%s:\n", when[0] != '\0' ? " at " : "", when);
	if (all) {
		print_all(steps);
		return;
	}
	print_choices(steps);
	print_refusals(steps);
}

int
link_get(struct client *client, const char *name, json_t **out)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));

	buf_add_text(&b, "links");
	client_part(&b, name);
	return client_get(client, path, out);
}

void
link_print(json_t *link, enum format format, bool steps)
{
	if (format == FORMAT_JSON) {
		json_line(stdout, link);
		return;
	}
	print_facts(link);
	link_print_steps(json_object_get(link, "steps"), steps);
}

int
link_show(struct client *client, const struct args *args, bool steps)
{
	json_t *link = NULL;
	int rc = link_get(client, args->words[1], &link);

	if (rc != EXIT_DONE)
		return rc;
	link_print(link, args->format, steps);
	json_decref(link);
	return EXIT_DONE;
}
