#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "programs/furrow/command.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))
#define OUT_OCTETS (1 << 16)

int
complain(const char *what, const char *why, ...)
{
	(void)what;
	(void)why;
	return EXIT_FAILED;
}

int
usage(const struct command *command, const char *why, ...)
{
	(void)command;
	(void)why;
	return EXIT_USAGE;
}

/* Runs the command on input; what it prints is in `out`. */
static int
run(char out[OUT_OCTETS], const void *input, size_t octets, int argc,
    char **argv)
{
	FILE *in = tmpfile(), *printed = tmpfile();
	assert_non_null(in);
	assert_non_null(printed);
	assert_int_equal(fwrite(input, 1, octets, in), octets);
	rewind(in);
	fflush(stdout);
	int old_in = dup(STDIN_FILENO), old_out = dup(STDOUT_FILENO);
	dup2(fileno(in), STDIN_FILENO);
	dup2(fileno(printed), STDOUT_FILENO);
	int rc = cmd_pdu.fn(NULL, argc, argv);
	dup2(old_in, STDIN_FILENO);
	dup2(old_out, STDOUT_FILENO);
	close(old_in);
	close(old_out);
	rewind(printed);
	size_t n = fread(out, 1, OUT_OCTETS - 1, printed);
	out[n] = '\0';
	fclose(in);
	fclose(printed);
	return rc;
}

struct row {
	const char *in, *out;
};

static void
prints(const struct row *row, const char *verb)
{
	static char out[OUT_OCTETS];
	char name[] = "pdu", what[16];
	char *argv[] = {name, what, NULL};
	snprintf(what, sizeof(what), "%s", verb);
	assert_int_equal(run(out, row->in, strlen(row->in), 2, argv), 0);
	assert_string_equal(out, row->out);
}

#define REFUSED(id, why, at)                                                   \
	"{\"id\":" id ",\"ok\":false,\"error\":\"" why "\",\"offset\":" at "}" \
	"\n"
#define EMPTY(id) REFUSED(id, "line is empty", "0")

#define OA "0C91527422000010"
#define AT "62115231830080"
#define TIME "\"timestamp\":\"2026-11-25T13:38:00+02:00\","
#define HEAD(id, smsc)                                                         \
	"{\"id\":" id ",\"ok\":true,\"type\":\"deliver\",\"smsc\":" smsc       \
	",\"sender\":\"+254722000001\"," TIME
#define TAIL                                                                   \
	"\"alphabet\":\"gsm7\",\"dcs\":0,\"pid\":0,\"class\":null,\"udh\":{}"  \
	"}\n"

static void
lines_are_decoded(void **state)
{
	static const struct row rows[] = {
	    {"", ""},
	    {"\n \r\n", EMPTY("1") EMPTY("2")},
	    {"\n0004" OA "0000" AT "07C272D83D07D500\r\n",
		EMPTY("1") HEAD("2", "null") "\"text\":\"Beans 5\"," TAIL},
	    {"07917283010010f504" OA "0000" AT "0178", /* no LF, lower case */
		HEAD("1", "\"+27381000015\"") "\"text\":\"x\"," TAIL},
	    {"0004" OA "0000" AT "06E18D62D31003",
		HEAD("1", "null") "\"text\":\"a\\u000c\\rb\"," TAIL},
	    {"0004" OA "0008" AT "0A00410000002200090042",
		HEAD("1", "null") "\"text\":\"A\\u0000\\\"\\tB\","
				  "\"alphabet\":\"ucs2\",\"dcs\":8,\"pid\":0,"
				  "\"class\":null,"
				  "\"udh\":{}}\n"},
	    {"0044" OA "00F5"
	     "FFFFFFFFFFFFFF"
	     "100A"
	     "0003CC0201"
	     "0402F5F4"
	     "00"
	     "DEADBEEF05",
		"{\"id\":1,\"ok\":true,\"type\":\"deliver\",\"smsc\":null,"
		"\"sender\":\"+254722000001\",\"timestamp\":null,"
		"\"data\":\"DEADBEEF05\",\"alphabet\":\"8bit\",\"dcs\":245,"
		"\"pid\":0,\"class\":1,\"udh\":{"
		"\"concat\":{\"ref\":204,\"total\":2,\"seq\":1},"
		"\"ports\":{\"dst\":245,\"src\":244},\"cut\":true}}\n"},
	    {"0044" OA "00F5" AT "0D09"
	     "0003CC0201"
	     "0402F5F4"
	     "DEADBE",
		HEAD("1", "null") "\"data\":\"DEADBE\",\"alphabet\":\"8bit\","
				  "\"dcs\":245,\"pid\":0,\"class\":1,\"udh\":{"
				  "\"concat\":"
				  "{\"ref\":204,\"total\":2,\"seq\":1},"
				  "\"ports\":{\"dst\":245,"
				  "\"src\":244}}}\n"},
	    {"00062A" OA AT AT "46",
		"{\"id\":1,\"ok\":true,\"type\":\"status-report\","
		"\"smsc\":null,\"recipient\":\"+254722000001\"," TIME
		"\"text\":null,\"alphabet\":null,\"dcs\":null,\"pid\":null,"
		"\"class\":null,\"udh\":{},\"mr\":42,\"status\":{\"code\":70,"
		"\"class\":\"failed\",\"reason\":\"validity period "
		"expired\"},\"discharged\":"
		"\"2026-11-25T13:38:00+02:00\"}\n"},
	    {"00062A" OA AT AT "00034011",
		"{\"id\":1,\"ok\":true,\"type\":\"status-report\","
		"\"smsc\":null,\"recipient\":\"+254722000001\"," TIME
		"\"text\":null,\"alphabet\":null,\"dcs\":17,\"pid\":64,"
		"\"class\":1,\"udh\":{},\"mr\":42,\"status\":{\"code\":0,"
		"\"class\":\"delivered\",\"reason\":\"received by the "
		"recipient\"},\"discharged\":"
		"\"2026-11-25T13:38:00+02:00\"}\n"},
	    {"001105" OA "0000A70178",
		"{\"id\":1,\"ok\":true,\"type\":\"submit\",\"smsc\":null,"
		"\"recipient\":\"+254722000001\",\"timestamp\":null,"
		"\"text\":\"x\",\"alphabet\":\"gsm7\",\"dcs\":0,\"pid\":0,"
		"\"class\":null,\"udh\":{},\"mr\":5,\"validity\":"
		"{\"form\":\"relative\",\"seconds\":86400}}\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		prints(&rows[i], "decode");
}

/* What messages have only sometimes. */
static void
rare_things_are_told(void **state)
{
	static const struct {
		const char *in, *want;
	} rows[] = {
	    {"0084" OA "4100" AT "00", ",\"reply_path\":true,\"replaces\":1}"},
	    {"0020" OA "0000" AT "00",
		",\"more_waiting\":true,\"report\":true}"},
	    {"0004" OA "4000" AT "00", ",\"silent\":true}"},
	    {"0004" OA "0050" AT "00",
		"\"class\":0,\"udh\":{},\"delete_when_read\":true}"},
	    {"0004" OA "0020" AT "00",
		"\"data\":\"\",\"alphabet\":\"8bit\",\"dcs\":32,\"pid\":0,"
		"\"class\":null,\"udh\":{},\"compressed\":true}"},
	    {"0004" OA "00C8" AT "00",
		",\"waiting\":{\"kind\":\"voice\",\"active\":true,"
		"\"discard\":true}}"},
	    {"0004" OA "00E2" AT "020041",
		"\"text\":\"A\",\"alphabet\":\"ucs2\",\"dcs\":226,\"pid\":0,"
		"\"class\":null,\"udh\":{},\"waiting\":{\"kind\":\"email\","
		"\"active\":false,\"discard\":false}}"},
	    {"0004" OA "0008" AT "03004100", ",\"odd_octet\":true}"},
	    {"0004" OA "0000" AT "021B", "too short"},
	    {"0004" OA "0000" AT "011B", ",\"escape_at_end\":true}"},
	    {"0044" OA "0000" AT "0504018203", "too short"},
	    {"0044" OA "0000" AT "06040102820300",
		"\"udh\":{\"waiting\":{\"kind\":\"email\",\"count\":3,"
		"\"store\":true}}}"},
	    {"0044" OA "0004" AT "0B0A22080C91527422000010",
		"\"udh\":{\"reply_to\":\"+254722000001\"}}"},
	    {"0044" OA "0000" AT "080324010100F100",
		"\"udh\":{\"language\":{\"locking\":0,\"single\":1}}}"},
	    {"000624" OA AT AT "62",
		"\"class\":\"failed\",\"reason\":\"no response from "
		"recipient, given up\",\"temporary\":true}"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static char out[OUT_OCTETS];
		char name[] = "pdu", verb[] = "decode";
		char *argv[] = {name, verb, NULL};
		run(out, rows[i].in, strlen(rows[i].in), 2, argv);
		if (strcmp(rows[i].want, "too short") == 0)
			assert_non_null(strstr(out, "\"ok\":false"));
		else if (strstr(out, rows[i].want) == NULL)
			assert_string_equal(out, rows[i].want);
	}
}

static void
answers_and_commands_are_named(void **state)
{
	static const struct row rows[] = {
	    {"{\"pdu\":\"0001D000" AT "\",\"direction\":\"submit-report\"}",
		"{\"id\":1,\"ok\":true,\"type\":\"submit-report\",\"smsc\":"
		"null," TIME "\"text\":null,\"alphabet\":null,\"dcs\":null,"
		"\"pid\":null,\"class\":null,\"udh\":{},\"cause\":{\"code\":"
		"208,\"reason\":\"SIM SMS storage full\"}}\n"},
	    {"{\"pdu\":\"00000700000361\",\"direction\":"
	     "\"deliver-report\"}",
		REFUSED("1", "user data of 3 octets, 1 are there", "5")},
	    {"{\"pdu\":\"000000\",\"direction\":\"deliver-report\"}",
		"{\"id\":1,\"ok\":true,\"type\":\"deliver-report\",\"smsc\":"
		"null,\"timestamp\":null,\"text\":null,\"alphabet\":null,"
		"\"dcs\":null,\"pid\":null,\"class\":null,\"udh\":{}}\n"},
	    {"{\"pdu\":\"00220700022A" OA "01AB\",\"direction\":\"command\"}",
		"{\"id\":1,\"ok\":true,\"type\":\"command\",\"smsc\":null,"
		"\"recipient\":\"+254722000001\",\"timestamp\":null,\"data\":"
		"\"AB\",\"alphabet\":\"8bit\",\"dcs\":0,\"pid\":0,\"class\":"
		"null,\"udh\":{},\"mr\":7,\"command\":2,\"number\":42,"
		"\"report\":true}\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		prints(&rows[i], "decode");
}

#define PDU "\"pdu\":\"04" OA "0000" AT "0178\""
static void
requests_are_decoded(void **state)
{
	static const struct row rows[] = {
	    {"{\"id\":\"a\"," PDU ",\"smsc_included\":false}",
		HEAD("\"a\"", "null") "\"text\":\"x\"," TAIL},
	    {"{ \"smsc_included\" : false , " PDU " }",
		HEAD("1", "null") "\"text\":\"x\"," TAIL},
	    {"{\"id\":7," PDU ",\"direction\":\"deliver\",\"length\":20}",
		HEAD("7", "null") "\"text\":\"x\"," TAIL},
	    {"{\"id\":[1,\"\\u00e9\"]," PDU ",\"smsc_included\":false}",
		HEAD("[1,\"é\"]", "null") "\"text\":\"x\"," TAIL},
	    {"{\"id\":null," PDU ",\"direction\":null,"
	     "\"smsc_included\":false,\"more\":{}}",
		HEAD("null", "null") "\"text\":\"x\"," TAIL},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		prints(&rows[i], "decode");
}

static void
bad_lines_are_told(void **state)
{
	static const struct row rows[] = {
	    {"hello", REFUSED("1", "character 1 is no hex digit", "0")},
	    {"000", REFUSED("1", "hex ends in the middle of an octet", "1")},
	    {"0004\n0004zz", REFUSED("1", "address is missing", "2") REFUSED(
				 "2", "character 5 is no hex digit", "2")},
	    {"{\"id\":5}", REFUSED("5", "pdu is missing or no string", "0")},
	    {"{\"id\":5,\"pdu\":7}",
		REFUSED("5", "pdu is missing or no string", "0")},
	    {"{\"pdu\":\"00\",\"direction\":\"up\"}",
		REFUSED("1",
		    "direction is none of deliver, submit, status-report",
		    "0")},
	    {"{\"pdu\":\"00\",\"smsc_included\":1}",
		REFUSED("1", "smsc_included is neither true nor false", "0")},
	    {"{\"pdu\":\"0001\",\"direction\":\"deliver\"}",
		REFUSED("1",
		    "message type 1 from the network is submit-report, which "
		    "is not asked for",
		    "1")},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		prints(&rows[i], "decode");
}

static void
any_line_is_survived(void **state)
{
	(void)state;
	static char out[OUT_OCTETS];
	char name[] = "pdu", verb[] = "decode";
	char *argv[] = {name, verb, NULL};
	const size_t octets = (size_t)6 << 20;
	char *line = malloc(octets + 16);
	assert_non_null(line);
	memset(line, '0', octets);
	memcpy(line + octets, "\n00\n", 4);
	assert_int_equal(run(out, line, octets + 4, 2, argv), 0);
	assert_string_equal(out,
	    REFUSED("1", "line beyond 4194304 octets", "4194304")
		REFUSED("2", "first octet of the message is missing", "1"));
	assert_int_equal(run(out, line, 1000000, 2, argv), 0);
	assert_string_equal(out, REFUSED("1", "longer than any PDU", "192"));
	memset(line, '\0', 4);
	assert_int_equal(run(out, line, 4, 2, argv), 0);
	assert_string_equal(
	    out, REFUSED("1", "character 1 is no hex digit", "0"));
	memcpy(line, "{\"pdu\":", 7);
	assert_int_equal(run(out, line, 4000000, 2, argv), 0);
	assert_non_null(strstr(out, "\"ok\":false"));
	memset(line, '[', 4000000);
	line[0] = '{';
	assert_int_equal(run(out, line, 4000000, 2, argv), 0);
	assert_non_null(strstr(out, "\"ok\":false"));
	free(line);
}

static void
requests_are_encoded(void **state)
{
	static const struct row rows[] = {
	    {"{\"id\":\"a\",\"to\":\"+46708251358\",\"text\":\"hellohello\","
	     "\"validity_minutes\":5760}",
		"{\"id\":\"a\",\"ok\":true,\"parts\":[{\"pdu\":"
		"\"0011000B916407281553F80000AA0AE8329BFD4697D9EC37\","
		"\"length\":23}],\"alphabet\":\"gsm7\",\"septets\":10,"
		"\"segments\":1}\n"},
	    {"{\"to\":\"22384\",\"text\":\"\\u0448\",\"class\":0,\"mr\":9,"
	     "\"request_report\":true,\"smsc\":\"+27381000015\"}",
		"{\"id\":1,\"ok\":true,\"parts\":[{\"pdu\":"
		"\"07917283010010F5210905812283F40018020448\","
		"\"length\":12}],\"alphabet\":\"ucs2\",\"units\":1,"
		"\"segments\":1}\n"},
	    {"{\"to\":\"1\",\"text\":\"\"}",
		"{\"id\":1,\"ok\":true,\"parts\":[{\"pdu\":"
		"\"0001000181F1000000\",\"length\":8}],\"alphabet\":\"gsm7\","
		"\"septets\":0,\"segments\":1}\n"},
	    {"nonsense\n{\"to\":\"1\"}\n{\"to\":\"x\",\"text\":\"\"}\n"
	     "{\"to\":\"1\",\"text\":\"\",\"class\":4}\n"
	     "{\"to\":\"1\",\"text\":\"\",\"ref\":65536}",
		NULL},
	};
	(void)state;
	for (size_t i = 0; i < 3; i++)
		prints(&rows[i], "encode");
	static char out[OUT_OCTETS];
	char name[] = "pdu", verb[] = "encode";
	char *argv[] = {name, verb, NULL};
	run(out, rows[3].in, strlen(rows[3].in), 2, argv);
	size_t refused = 0;
	for (const char *at = out; (at = strstr(at, "\"ok\":false")) != NULL;
	     at++)
		refused++;
	assert_int_equal(refused, 5);
	assert_null(strstr(out, "parts"));
}

static void
parts_carry_the_reference(void **state)
{
	(void)state;
	static char out[OUT_OCTETS];
	char name[] = "pdu", verb[] = "encode";
	char *argv[] = {name, verb, NULL};
	char line[512];
	int n = snprintf(line, sizeof(line),
	    "{\"to\":\"1\",\"ref\":204,\"text\":\"%0161d\"}", 0);
	run(out, line, (size_t)n, 2, argv);
	assert_non_null(strstr(out, "A0050003CC0201"));
	assert_non_null(strstr(out, "0F050003CC0202"));
	assert_non_null(strstr(out, "\"septets\":161,\"segments\":2}"));
	n = snprintf(line, sizeof(line),
	    "{\"to\":\"1\",\"ref\":4660,\"text\":\"%0161d\"}", 0);
	run(out, line, (size_t)n, 2, argv);
	assert_non_null(strstr(out, "A006080412340201"));
	assert_non_null(strstr(out, "1106080412340202"));
}

/* Every wish shows in the PDU, and what is no wish is refused. */
static void
wishes_are_written(void **state)
{
	static const struct {
		const char *wish, *want;
	} rows[] = {
#define TO "{\"to\":\"1\",\"text\":\"a\","
	    {TO "\"pid\":65,\"class\":1,\"report\":true,\"reply_path\":true,"
		"\"reject_duplicates\":true}",
		"\"00A5000181F141110161\",\"length\":9"},
	    {TO "\"validity\":\"2h\"}", "\"0011000181F10000170161\""},
	    {TO "\"validity\":{\"form\":\"relative\",\"seconds\":86400}}",
		"\"0011000181F10000A70161\""},
	    {TO "\"validity\":{\"form\":\"enhanced\",\"seconds\":90,"
		"\"single_shot\":true}}",
		"\"0009000181F10000425A00000000000161\""},
	    {TO "\"validity\":{\"form\":\"enhanced\",\"seconds\":3661}}",
		"\"0009000181F10000031010100000000161\""},
	    {TO "\"validity\":{\"form\":\"enhanced\",\"seconds\":864000}}",
		"\"0009000181F1000001B00000000000"
		"0161\""},
	    {TO "\"validity\":{\"form\":\"absolute\",\"until\":"
		"\"2026-11-25T13:38:00+02:00\"}}",
		"\"0019000181F10000" AT "0161\""},
	    {TO "\"ports\":{\"dst\":2948,\"src\":9200}}",
		"\"0041000181F10000090605040B8423F061\""},
	    {TO "\"ports\":{\"dst\":245,\"src\":244,\"bits\":8}}",
		"\"0041000181F10000070404"
		"02F5F48401\""},
	    {"{\"to\":\"1\",\"data\":\"DEADBEEF\",\"class\":1}",
		"\"0001000181F1001504DEADBEEF\",\"length\":12}],"
		"\"alphabet\":\"8bit\",\"octets\":4,\"segments\":1}"},
	    {"{\"to\":\"1\",\"text\":\"a\\u2026\",\"transliterate\":"
	     "\"punctuation\"}",
		"\"septets\":4"},
	    {"{\"to\":\"1\",\"text\":\"a\\u2026\",\"transliterate\":"
	     "true}",
		"\"septets\":4"},
	    {"{\"to\":\"1\",\"text\":\"a\\u2026\",\"transliterate\":"
	     "\"none\"}",
		"\"units\":2"},
	    {TO "\"validity\":5}", "false"},
	    {TO "\"validity\":{\"form\":\"odd\"}}", "false"},
	    {TO "\"validity\":{\"form\":\"absolute\",\"until\":\"soon\"}}",
		"false"},
	    {TO "\"ports\":7}", "false"},
	    {TO "\"ports\":{\"dst\":256,\"bits\":8}}", "false"},
	    {TO "\"ports\":{\"bits\":9}}", "false"},
	    {TO "\"pid\":256}", "false"},
	    {TO "\"concat\":12}", "false"},
	    {TO "\"concat\":8,\"ref\":256}", "false"},
	    {TO "\"report\":1}", "false"},
	    {TO "\"transliterate\":\"all\"}", "false"},
	    {TO "\"transliterate\":3}", "false"},
	    {TO "\"languages\":\"tr\"}", "false"},
	    {TO "\"languages\":[\"sw\"]}", "false"},
	    {TO "\"languages\":[7]}", "false"},
	    {"{\"to\":\"1\",\"data\":\"ABC\"}", "false"},
	    {"{\"to\":\"1\",\"data\":7}", "false"},
	    {"{\"to\":\"Name\",\"text\":\"\"}", "false"},
	    {"{\"to\":\"+254 711 000 001\",\"text\":\"\"}",
		"recipient is no number"},
	    {"{\"to\":\"+123456789012345678901\",\"text\":\"\"}", "false"},
	    {"{\"to\":\"\",\"text\":\"\"}", "false"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static char out[OUT_OCTETS];
		char name[] = "pdu", verb[] = "encode";
		char *argv[] = {name, verb, NULL};
		run(out, rows[i].wish, strlen(rows[i].wish), 2, argv);
		if (strstr(out, rows[i].want) == NULL)
			assert_string_equal(out, rows[i].want);
	}
}

/* Three parts of each kind, with every header that a part can have. */
static void
long_wishes_are_cut(void **state)
{
	static const struct {
		const char *what;
		int count;
		const char *keys, *want;
	} rows[] = {
	    {"a", 307, "\"concat\":16,\"ref\":1", "A0060804000103"},
	    {"a", 307, "\"concat\":8", "A0050003010301"},
	    {"a", 293, "\"ports\":{\"dst\":1,\"src\":2}",
		"A00B00030103010504"
		"00010002"},
	    {"\\u015f", 150, "\"languages\":[\"tr\"]", "9B03250101"},
	    {"\\u015f", 300, "\"languages\":[\"tr\"]", "A0080003010301250101"},
	    {"\\u015f", 150, "\"languages\":[\"tr\"]",
		"\"language\":{\"locking\":1,\"single\":0}"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static char out[OUT_OCTETS], line[8192];
		char name[] = "pdu", verb[] = "encode";
		char *argv[] = {name, verb, NULL};
		int at = snprintf(line, sizeof(line),
		    "{\"to\":\"1\",%s,\"text\":\"", rows[i].keys);
		for (int k = 0; k < rows[i].count; k++)
			at += snprintf(line + at, sizeof(line) - (size_t)at,
			    "%s", rows[i].what);
		snprintf(line + at, sizeof(line) - (size_t)at, "\"}");
		run(out, line, strlen(line), 2, argv);
		if (strstr(out, rows[i].want) == NULL)
			assert_string_equal(out, rows[i].want);
	}
}

static void
wrong_usage_is_2(void **state)
{
	static const char *const rows[][3] = {
	    {NULL},
	    {"recode"},
	    {"decode", "--directions"},
	    {"decode", "--direction"},
	    {"decode", "--direction", "up"},
	    {"decode", "-x"},
	    {"encode", "--direction", "deliver"},
	};
	(void)state;
	static char out[OUT_OCTETS];
	for (size_t i = 0; i < COUNT(rows); i++) {
		char words[4][32] = {"pdu"};
		char *argv[5] = {words[0]};
		int argc = 1;
		for (; argc < 4 && rows[i][argc - 1] != NULL; argc++) {
			snprintf(words[argc], sizeof(words[argc]), "%s",
			    rows[i][argc - 1]);
			argv[argc] = words[argc];
		}
		assert_int_equal(run(out, "", 0, argc, argv), EXIT_USAGE);
		assert_string_equal(out, "");
	}
	char words[][32] = {"pdu", "decode", "--direction=submit", "/nowhere"};
	char *argv[] = {words[0], words[1], words[2], words[3], NULL};
	assert_int_equal(run(out, "", 0, 4, argv), EXIT_FAILED);
	assert_int_equal(run(out, "0004", 4, 3, argv), EXIT_DONE);
	assert_non_null(
	    strstr(out, "message type 0 to the network is deliver-report"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_are_decoded),
	    cmocka_unit_test(rare_things_are_told),
	    cmocka_unit_test(answers_and_commands_are_named),
	    cmocka_unit_test(requests_are_decoded),
	    cmocka_unit_test(bad_lines_are_told),
	    cmocka_unit_test(any_line_is_survived),
	    cmocka_unit_test(requests_are_encoded),
	    cmocka_unit_test(parts_carry_the_reference),
	    cmocka_unit_test(wishes_are_written),
	    cmocka_unit_test(long_wishes_are_cut),
	    cmocka_unit_test(wrong_usage_is_2),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
