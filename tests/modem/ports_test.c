/* Modems that change their names, hide among other ttys, or are others: the
 * driver and the ports together, on ptys. */
#include "modem/ports.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

#define IMEI_A "350000000000001"
#define IMEI_B "350000000000002"
#define IMEI(number) "\r\n" number "\r\n" OK

static struct peer *
peer_beside(struct bed *bed, const char *name, const char *imei)
{
	char path[160];
	snprintf(path, sizeof(path), "%s/%s", bed->dir, name);
	struct peer *peer = peer_new(bed->loop, path);
	if (imei == NULL) {
		peer_deaf(peer, true); /* diagnostics, NMEA */
		return peer;
	}
	peer_load(peer, "generic");
	peer_rule(peer, "AT+CGSN", imei, 0);
	return peer;
}

static const char *
device_of(struct bed *bed)
{
	struct modem_description d;
	modem_describe(bed->modem, &d);
	return d.device + strlen(bed->dir) + 1;
}

/* The tty has another number after a drop. */
static void
test_back_under_another_name(void **state)
{
	(void)state;
	struct modem_config config = {.device = "tty*"};
	struct bed *bed = bed_new_as("generic", &config);
	wait_status(bed, MODEM_UP);
	peer_unplug(bed->peer);
	wait_status(bed, MODEM_DOWN);
	pass_ms(bed, 50);
	struct peer *back = peer_beside(bed, "tty7", IMEI(IMEI_A));
	wait_status(bed, MODEM_UP);
	assert_string_equal(device_of(bed), "tty7");
	peer_free(&back);
	bed_free(bed);
}

/* With an IMEI even a plain name is only where to look first: another modem
 * that has got the old name is passed over. */
static void
test_the_names_are_swapped(void **state)
{
	(void)state;
	struct modem_config config = {.device = "tty1", .pins.imei = IMEI_A};
	struct bed *bed = bed_new_as("generic", &config);
	struct peer *other = peer_beside(bed, "tty1", IMEI(IMEI_B));
	struct peer *ours = peer_beside(bed, "tty2", IMEI(IMEI_A));
	wait_status(bed, MODEM_UP);
	assert_string_equal(device_of(bed), "tty2");
	assert_null(strstr(peer_heard(other), "AT+CMGF=0"));
	assert_null(strstr(peer_heard(other), "AT+CPIN?"));
	peer_free(&other);
	peer_free(&ours);
	bed_free(bed);
}

/* Four ttys of which one speaks AT. */
static void
test_one_of_four_speaks(void **state)
{
	(void)state;
	struct modem_config config = {.device = "usb*"};
	struct bed *bed = bed_new_as("generic", &config);
	struct peer *mute[3] = {peer_beside(bed, "usb0", NULL),
	    peer_beside(bed, "usb1", NULL), peer_beside(bed, "usb2", NULL)};
	struct peer *ours = peer_beside(bed, "usb3", IMEI(IMEI_A));
	wait_status(bed, MODEM_UP);
	assert_string_equal(device_of(bed), "usb3");
	/* It is known now: silence is trouble, not another port. */
	peer_deaf(ours, true);
	peer_say(ours, "\r\n+CMTI: \"SM\",1\r\n");
	wait_status(bed, MODEM_STARTING);
	peer_deaf(ours, false);
	wait_status(bed, MODEM_UP);
	assert_string_equal(device_of(bed), "usb3");
	for (int i = 0; i < 3; i++)
		peer_free(&mute[i]);
	peer_free(&ours);
	bed_free(bed);
}

static void
wait_device(struct bed *bed, const char *name)
{
	for (int i = 0; i < 1000 && strcmp(device_of(bed), name) != 0; i++)
		pass_ms(bed, 2);
	assert_string_equal(device_of(bed), name);
}

/* Starting after it was plugged in, it is mute as the others are: it is found
 * as soon as it speaks, and no rung is climbed meanwhile. */
static void
test_one_of_four_that_starts(void **state)
{
	(void)state;
	struct modem_config config = {.device = "usb*"};
	config.times_ms[MODEM_T_BOOT] = 60000;
	struct bed *bed = bed_new_as("generic", &config);
	struct peer *mute[3] = {peer_beside(bed, "usb0", NULL),
	    peer_beside(bed, "usb1", NULL), peer_beside(bed, "usb3", NULL)};
	struct peer *ours = peer_beside(bed, "usb2", IMEI(IMEI_A));
	wait_status(bed, MODEM_UP);
	peer_unplug(ours);
	wait_status(bed, MODEM_DOWN);
	pass_ms(bed, 30);
	peer_deaf(ours, true);
	peer_plug(ours);
	wait_device(bed, "usb0");
	wait_device(bed, "usb2");
	wait_device(bed, "usb1");
	peer_deaf(ours, false);
	wait_status(bed, MODEM_UP);
	assert_string_equal(device_of(bed), "usb2");
	struct modem_description d;
	modem_describe(bed->modem, &d);
	for (int i = MODEM_RUNG_REOPEN; i < MODEM_RUNGS; i++)
		assert_int_equal(d.climbs[i], 0);
	for (int i = 0; i < 3; i++)
		peer_free(&mute[i]);
	peer_free(&ours);
	bed_free(bed);
}

/* None speaks at all: the ladder, for all of them together. */
static void
test_none_of_them_speaks(void **state)
{
	(void)state;
	struct modem_config config = {.device = "usb*"};
	config.times_ms[MODEM_T_AT] = 10;
	config.times_ms[MODEM_T_BACKOFF] = config.times_ms[MODEM_T_DTR] = 4;
	config.times_ms[MODEM_T_BOOT] = 40;
	struct bed *bed = bed_new_as("generic", &config);
	struct peer *mute[2] = {
	    peer_beside(bed, "usb0", NULL), peer_beside(bed, "usb1", NULL)};
	wait_status(bed, MODEM_PARKED);
	struct modem_description d;
	modem_describe(bed->modem, &d);
	assert_non_null(strstr(d.why, "it does not answer; tried reopen"));
	struct peer *ours = peer_beside(bed, "usb3", IMEI(IMEI_A));
	wait_status(bed, MODEM_UP);
	for (int i = 0; i < 2; i++)
		peer_free(&mute[i]);
	peer_free(&ours);
	bed_free(bed);
}

/* A stick whose first port answers AT, as its second one does. */
struct stick {
	struct bed *bed;
	struct peer *poor, *good;
};

static struct stick
stick_new(int64_t sweep_ms)
{
	struct modem_config config = {.device = "usb*", .pins.imei = IMEI_A};
	config.times_ms[MODEM_T_DENIED] = 10;
	config.times_ms[MODEM_T_POLL] = 2;
	config.times_ms[MODEM_T_SWEEP] = sweep_ms;
	struct bed *bed = bed_new_as("generic", &config);
	return (struct stick){.bed = bed,
	    .poor = peer_beside(bed, "usb0", IMEI(IMEI_A)),
	    .good = peer_beside(bed, "usb1", IMEI(IMEI_A))};
}

static void
stick_moves(struct stick *stick)
{
	wait_device(stick->bed, "usb1");
	wait_status(stick->bed, MODEM_UP);
	assert_string_equal(device_of(stick->bed), "usb1");
	peer_free(&stick->poor);
	peer_free(&stick->good);
	bed_free(stick->bed);
}

static void
test_port_that_allows_no_message(void **state)
{
	(void)state;
	struct stick stick = stick_new(60000);
	peer_rule(stick.poor, "AT+CMGS=15", "\r\n+CMS ERROR: 302\r\n", 0);
	for (int i = 0; i < 200 && device_of(stick.bed)[3] != '1'; i++) {
		if (modem_can_send(stick.bed->modem))
			send_text(stick.bed);
		pass_ms(stick.bed, 5);
	}
	stick_moves(&stick);
}

static void
test_port_without_messages(void **state)
{
	(void)state;
	struct stick stick = stick_new(60000);
	peer_rule(stick.poor, "AT+CMGF=0", "\r\nERROR\r\n", 0);
	stick_moves(&stick);
}

static void
test_port_without_news(void **state)
{
	(void)state;
	struct stick stick = stick_new(10);
	wait_status(stick.bed, MODEM_UP);
	assert_string_equal(device_of(stick.bed), "usb0");
	peer_rule(stick.poor, "AT+CMGL=4", RECORD("3", PDU) OK, 1);
	peer_rule(stick.poor, "AT+CMGL=4", RECORD("2", PDU2) OK, 1);
	peer_rule(stick.poor, "AT+CMGL=4", RECORD("1", PDU) OK, 1);
	stick_moves(&stick);
}

/* Nothing that speaks: no ladder, no endless loop, and found when it comes. */
static void
test_not_among_them(void **state)
{
	(void)state;
	struct modem_config config = {.device = "usb*", .pins.imei = IMEI_A};
	struct bed *bed = bed_new_as("generic", &config);
	struct peer *other = peer_beside(bed, "usb0", IMEI(IMEI_B));
	pass_ms(bed, 200);
	assert_int_equal(modem_status(bed->modem), MODEM_DOWN);
	size_t heard_octets = strlen(peer_heard(other));
	pass_ms(bed, 100);
	assert_int_equal(strlen(peer_heard(other)), heard_octets);
	struct modem_description d;
	modem_describe(bed->modem, &d);
	assert_string_equal(d.why, "none of the devices there is this modem");
	struct peer *ours = peer_beside(bed, "usb1", IMEI(IMEI_A));
	wait_status(bed, MODEM_UP);
	peer_free(&other);
	peer_free(&ours);
	bed_free(bed);
}

/* A second modem in the bed's loop, on the same ports and pattern. */
static struct modem *
modem_beside(struct bed *bed, struct ports *ports, const char *imei)
{
	struct modem_config config = {.name = "second",
	    .device = bed->device,
	    .ports = ports,
	    .pins.imei = imei};
	config.times_ms[MODEM_T_ESCAPE] = 5;
	struct modem *modem = modem_new(bed->loop, &config, &bed->sink);
	modem_start(modem);
	return modem;
}

static void
wait_up(struct bed *bed, const struct modem *modem)
{
	for (int i = 0; i < 1000 && modem_status(modem) != MODEM_UP; i++)
		pass_ms(bed, 5);
	assert_int_equal(modem_status(modem), MODEM_UP);
}

/* Two sections on one pattern: each gets its own, in whatever order. */
static void
test_two_sections_never_fight(void **state)
{
	(void)state;
	struct bed *bed = bed_new(NULL, NULL); /* for its loop and folder */
	struct ports *ports = ports_new(bed->loop, 20);
	snprintf(bed->device, sizeof(bed->device), "%s/usb*", bed->dir);
	struct modem *second = modem_beside(bed, ports, IMEI_B);
	struct modem *third = modem_beside(bed, ports, "");
	struct peer *a = peer_beside(bed, "usb0", IMEI(IMEI_A));
	struct peer *b = peer_beside(bed, "usb1", IMEI(IMEI_B));
	struct modem_description d;
	wait_up(bed, second);
	wait_up(bed, third);
	modem_describe(second, &d);
	assert_non_null(strstr(d.device, "/usb1"));
	modem_describe(third, &d);
	assert_non_null(strstr(d.device, "/usb0"));
	modem_free(&second);
	modem_free(&third);
	ports_free(&ports);
	peer_free(&a);
	peer_free(&b);
	bed_free(bed);
}

static void
test_another_sim(void **state)
{
	(void)state;
	struct modem_config config = {.pins.imsi = "639029"};
	struct bed *bed = bed_new_as("generic", &config);
	peer_rule(bed->peer, "AT+CIMI", "\r\n639021234567890\r\n" OK, 0);
	wait_status(bed, MODEM_PARKED);
	assert_null(strstr(heard(bed), "AT+CMGL"));
	struct modem_description d;
	modem_describe(bed->modem, &d);
	assert_non_null(strstr(d.why, "another SIM is in it"));
	/* The right one, after pulling the stick out. */
	peer_unplug(bed->peer);
	peer_rule(bed->peer, "AT+CIMI", "\r\n639029234567890\r\n" OK, 0);
	pass_ms(bed, 60);
	peer_plug(bed->peer);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Clones: the SIM tells which is which. */
static void
test_clones_by_their_sims(void **state)
{
	(void)state;
	struct modem_config config = {.device = "usb*", .pins.imsi = "639022"};
	struct bed *bed = bed_new_as("generic", &config);
	struct peer *a = peer_beside(bed, "usb0", IMEI(IMEI_A));
	struct peer *b = peer_beside(bed, "usb1", IMEI(IMEI_A));
	peer_rule(a, "AT+CIMI", "\r\n639021000000000\r\n" OK, 0);
	peer_rule(b, "AT+CIMI", "\r\n639022000000000\r\n" OK, 0);
	wait_status(bed, MODEM_UP);
	assert_string_equal(device_of(bed), "usb1");
	peer_free(&a);
	peer_free(&b);
	bed_free(bed);
}

static void
test_held_by_another_program(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	int fd = open(bed->path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
	pass_ms(bed, 100);
	assert_int_equal(modem_status(bed->modem), MODEM_DOWN);
	struct modem_description d;
	modem_describe(bed->modem, &d);
	assert_non_null(strstr(d.why, "another program has it"));
	close(fd);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_back_under_another_name),
	    cmocka_unit_test(test_the_names_are_swapped),
	    cmocka_unit_test(test_one_of_four_speaks),
	    cmocka_unit_test(test_one_of_four_that_starts),
	    cmocka_unit_test(test_none_of_them_speaks),
	    cmocka_unit_test(test_port_that_allows_no_message),
	    cmocka_unit_test(test_port_without_messages),
	    cmocka_unit_test(test_port_without_news),
	    cmocka_unit_test(test_not_among_them),
	    cmocka_unit_test(test_two_sections_never_fight),
	    cmocka_unit_test(test_another_sim),
	    cmocka_unit_test(test_clones_by_their_sims),
	    cmocka_unit_test(test_held_by_another_program),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
