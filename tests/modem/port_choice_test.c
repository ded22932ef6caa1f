/* Which tty for whom: tables of what is there, what is wished, what comes out.
 */
#include "modem/port_choice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

#include "modem/port_role.h"

#define IMEI_A "350000000000001"
#define IMEI_B "350000000000002"

struct there {
	const char *name, *usb_path;
	unsigned vendor, product;
	int interface;
	const char *imei;
	int owner; /* -1: none */
};

struct wished {
	const char *device, *imei, *usb_path;
	int interface;
	bool by_sim;
};

static struct port ports[16];
static struct port_wish wishes[4];

static void
fill_wish(struct port_wish *out, const struct wished *in)
{
	*out = (struct port_wish){.search = port_search(in->device),
	    .interface = in->interface,
	    .told_by_sim = in->by_sim,
	    .last_interface = -1};
	str_copy(out->device, sizeof(out->device), str_from(in->device));
	str_copy(out->imei, sizeof(out->imei), str_from(in->imei));
	str_copy(out->usb_path, sizeof(out->usb_path), str_from(in->usb_path));
}

static struct port_query
query_of(const struct there *there, const struct wished *wished)
{
	struct port_query q = {
	    .ports = ports, .wishes = wishes, .now_mono_ms = 1000};
	for (; there[q.ports_count].name != NULL; q.ports_count++) {
		const struct there *t = &there[q.ports_count];
		struct port *port = &ports[q.ports_count];
		*port = (struct port){.number = q.ports_count + 1,
		    .vendor = (uint16_t)t->vendor,
		    .product = (uint16_t)t->product,
		    .interface = t->interface,
		    .owner = t->owner};
		str_copy(port->name, sizeof(port->name), str_from(t->name));
		str_copy(port->usb_path, sizeof(port->usb_path),
		    str_from(t->usb_path));
		str_copy(port->imei, sizeof(port->imei), str_from(t->imei));
	}
	for (; wished[q.wishes_count].device != NULL; q.wishes_count++)
		fill_wish(&wishes[q.wishes_count], &wished[q.wishes_count]);
	return q;
}

/* A stick of Quectel's (if02 speaks AT), one of nobody's, a receiver. */
static const struct there sticks[] = {
    {"/dev/ttyUSB0", "1-1.1", 0x2c7c, 0x0125, 0, "", -1},
    {"/dev/ttyUSB1", "1-1.1", 0x2c7c, 0x0125, 1, "", -1},
    {"/dev/ttyUSB2", "1-1.1", 0x2c7c, 0x0125, 2, "", -1},
    {"/dev/ttyUSB3", "1-1.1", 0x2c7c, 0x0125, 3, "", -1},
    {"/dev/ttyUSB4", "1-1.2", 0x1234, 0x0001, 0, "", -1},
    {"/dev/ttyUSB10", "1-1.2", 0x1234, 0x0001, 1, "", -1},
    {"/dev/ttyACM0", "1-1.3", 0x1546, 0x01a8, 0, "", -1},
    {NULL, NULL, 0, 0, 0, NULL, 0},
};

static const char *
chosen(const struct there *there, struct wished wished)
{
	const struct wished all[] = {wished, {NULL, NULL, NULL, 0, false}};
	struct port_query q = query_of(there, all);
	int found = port_choose(&q);
	static const char *const words[] = {
	    "", "none", "taken", "others", "later"};
	return found >= 0 ? ports[found].name : words[-found];
}

static void
test_one_stick(void **state)
{
	(void)state;
	static const struct {
		struct wished wished;
		const char *chosen;
	} rows[] = {
	    /* The interface that speaks AT, by the table. */
	    {{"auto", "", "", -1, false}, "/dev/ttyUSB2"},
	    {{"/dev/ttyUSB*", "", "", -1, false}, "/dev/ttyUSB2"},
	    /* Exactly that one, whatever it is. */
	    {{"/dev/ttyUSB0", "", "", -1, false}, "/dev/ttyUSB0"},
	    {{"/dev/ttyUSB7", "", "", -1, false}, "none"},
	    /* A place on the USB. */
	    {{"auto", "", "1-1.2", -1, false}, "/dev/ttyUSB4"},
	    {{"auto", "", "1-1.2", 1, false}, "/dev/ttyUSB10"},
	    {{"auto", "", "1-1.9", -1, false}, "others"},
	    /* Nobody else's number, but the device of that place. */
	    {{"/dev/ttyUSB7", "", "1-1.1", -1, false}, "/dev/ttyUSB2"},
	    /* An interface that the table calls PPP, by wish. */
	    {{"auto", "", "1-1.1", 3, false}, "/dev/ttyUSB3"},
	    /* Receivers and bootloaders are never opened by a search. */
	    {{"/dev/ttyACM*", "", "", -1, false}, "others"},
	    {{"auto", "", "1-1.3", -1, false}, "others"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(
		    chosen(sticks, rows[i].wished), rows[i].chosen);
}

/* What is known of the modems behind the ttys decides; numbers do not. */
static void
test_known_modems(void **state)
{
	(void)state;
	static const struct there known[] = {
	    {"/dev/ttyUSB0", "", 0, 0, -1, IMEI_B, -1},
	    {"/dev/ttyUSB1", "", 0, 0, -1, IMEI_A, -1},
	    {"/dev/ttyUSB2", "", 0, 0, -1, "", -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	assert_string_equal(
	    chosen(known, (struct wished){"/dev/ttyUSB*", IMEI_A, "", -1, 0}),
	    "/dev/ttyUSB1");
	/* The old number is another modem's now. */
	assert_string_equal(
	    chosen(known, (struct wished){"/dev/ttyUSB0", IMEI_A, "", -1, 0}),
	    "/dev/ttyUSB1");
	/* Not seen yet: among those of which nothing is known. */
	assert_string_equal(
	    chosen(known, (struct wished){"/dev/ttyUSB*", "1", "", -1, 0}),
	    "/dev/ttyUSB2");
}

/* Two sections: neither takes what is the other's. */
static void
test_two_sections(void **state)
{
	(void)state;
	static const struct wished both[] = {
	    {"/dev/ttyUSB*", "", "", -1, false},
	    {"/dev/ttyUSB*", IMEI_A, "", -1, false},
	    {NULL, NULL, NULL, 0, false},
	};
	static const struct there one[] = {
	    {"/dev/ttyUSB0", "", 0, 0, -1, IMEI_A, -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	struct port_query q = query_of(one, both);
	assert_int_equal(port_choose(&q), PORT_OTHERS); /* pinned elsewhere */
	q.wish = 1;
	assert_int_equal(port_choose(&q), 0);
	ports[0].owner = 0;
	assert_int_equal(port_choose(&q), PORT_TAKEN);
}

/* One stick, two ttys that speak AT, or one tty under two names. */
static void
test_one_device_has_one_owner(void **state)
{
	(void)state;
	static const struct wished both[] = {
	    {"auto", "", "", -1, false},
	    {"auto", "", "", -1, false},
	    {NULL, NULL, NULL, 0, false},
	};
	static const struct there one[] = {
	    {"/dev/ttyUSB2", "1-1.1", 0x2c7c, 0x0125, 2, "", 0},
	    {"/dev/ttyUSB3", "1-1.1", 0x2c7c, 0x0125, 3, "", -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	struct port_query q = query_of(one, both);
	q.wish = 1;
	assert_int_equal(port_choose(&q), PORT_TAKEN);
	static const struct wished names[] = {
	    {"/dev/ttyUSB2", "", "", -1, false},
	    {"/dev/modem", "", "", -1, false},
	    {NULL, NULL, NULL, 0, false},
	};
	static const struct there links[] = {
	    {"/dev/ttyUSB2", "", 0, 0, -1, "", 0},
	    {"/dev/modem", "", 0, 0, -1, "", -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	q = query_of(links, names);
	ports[1].number = ports[0].number;
	q.wish = 1;
	assert_int_equal(port_choose(&q), PORT_TAKEN);
}

/* Clones: one IMEI, two sticks.  Unpinned, the second is nobody's; told by the
 * SIM or by its place, it is. */
static void
test_clones(void **state)
{
	(void)state;
	static const struct wished rows[][3] = {
	    {{"/dev/ttyUSB*", "", "", -1, false},
		{"/dev/ttyUSB*", "", "", -1, false}},
	    {{"/dev/ttyUSB*", "", "", -1, false},
		{"/dev/ttyUSB*", "", "", -1, true}},
	    {{"/dev/ttyUSB*", "", "1-1", -1, false},
		{"/dev/ttyUSB*", "", "1-2", -1, false}},
	};
	static const struct there clones[] = {
	    {"/dev/ttyUSB0", "1-1", 0x1234, 1, 0, IMEI_A, 0},
	    {"/dev/ttyUSB1", "1-2", 0x1234, 1, 0, "", -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	for (size_t i = 0; i < 3; i++) {
		struct port_query q = query_of(clones, rows[i]);
		q.wish = 1;
		assert_int_equal(port_choose(&q), 1);
		assert_int_equal(port_imei_fits(&q, IMEI_A), i > 0);
	}
}

static void
test_tried_in_vain(void **state)
{
	(void)state;
	static const struct wished one[] = {
	    {"/dev/ttyUSB*", "", "1-1.2", -1, false},
	    {NULL, NULL, NULL, 0, false},
	};
	struct port_query q = query_of(sticks, one);
	ports[4].quiet_until_mono_ms = 2000;
	assert_int_equal(port_choose(&q), 5); /* 10 comes behind 4 */
	ports[5].quiet_until_mono_ms = 2000;
	assert_int_equal(port_choose(&q), PORT_LATER);
	q.now_mono_ms = 3000;
	assert_int_equal(port_choose(&q), 4);
	ports[4].refused[0] = 1; /* the wrong SIM */
	assert_int_equal(port_choose(&q), 5);
}

/* Back after a drop: where it hung, not what it was called. */
static void
test_where_it_was_last(void **state)
{
	(void)state;
	static const struct wished one[] = {
	    {"/dev/ttyUSB*", "", "", -1, false},
	    {NULL, NULL, NULL, 0, false},
	};
	struct port_query q = query_of(sticks, one);
	str_copy(wishes[0].last_usb_path, PORT_PATH_OCTETS, STR("1-1.2"));
	wishes[0].last_interface = 1;
	str_copy(wishes[0].last_name, PORT_NAME_OCTETS, STR("/dev/ttyUSB2"));
	assert_int_equal(port_choose(&q), 5);
}

/* Not on the USB that we can see: the ports of a stick keep their order. */
static void
test_where_it_stood(void **state)
{
	(void)state;
	static const struct wished one[] = {
	    {"/dev/ttyX*", "", "", -1, false},
	    {NULL, NULL, NULL, 0, false},
	};
	static const struct there four[] = {
	    {"/dev/ttyX9", "", 0, 0, -1, "", -1},
	    {"/dev/ttyX12", "", 0, 0, -1, "", -1},
	    {"/dev/ttyX11", "", 0, 0, -1, "", -1},
	    {"/dev/ttyX10", "", 0, 0, -1, "", -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	struct port_query q = query_of(four, one);
	assert_int_equal(port_choose(&q), 0);
	wishes[0].last_rank = 2;
	assert_int_equal(port_choose(&q), 2);
	ports[2].quiet_until_mono_ms = 999; /* tried, and not that one */
	assert_int_equal(port_choose(&q), 0);
}

static void
test_roles(void **state)
{
	(void)state;
	assert_int_equal(port_role(0x2c7c, 0x0125, 2), PORT_ROLE_AT);
	assert_int_equal(port_role(0x2c7c, 0x0125, 3), PORT_ROLE_SECOND);
	assert_int_equal(port_role(0x2c7c, 0x0125, 0), PORT_ROLE_OTHER);
	assert_int_equal(port_role(0x2c7c, 0x0128, 5), PORT_ROLE_AT);
	assert_int_equal(port_role(0x1e0e, 0x9011, 4), PORT_ROLE_AT);
	assert_int_equal(port_role(0x1234, 1, 0), PORT_ROLE_UNKNOWN);
	assert_int_equal(port_role(0x2c7c, 0x0125, -1), PORT_ROLE_UNKNOWN);
	assert_int_equal(port_role(0x05c6, 0x9008, 0), PORT_ROLE_NEVER);
	assert_int_equal(port_role(0x1546, 0x01a9, 0), PORT_ROLE_NEVER);
}

/* Where it spoke last goes first, and again behind each other one. */
static void
test_home_goes_first(void **state)
{
	(void)state;
	static const struct there four[] = {
	    {"ttyUSB4", "", 0, 0, -1, "", -1},
	    {"ttyUSB5", "", 0, 0, -1, "", -1},
	    {"ttyUSB6", "", 0, 0, -1, "", -1},
	    {NULL, NULL, 0, 0, 0, NULL, 0},
	};
	static const struct wished wished[] = {
	    {"ttyUSB*", IMEI_A, "", -1, false}, {NULL, NULL, NULL, 0, false}};
	struct port_query q = query_of(four, wished);
	wishes[0].has_home = true;
	wishes[0].last_rank = 1;
	assert_string_equal(ports[port_choose(&q)].name, "ttyUSB5");
	ports[1].quiet_until_mono_ms = 9000;
	ports[1].home_quiet_until_mono_ms = 2000;
	assert_string_equal(ports[port_choose(&q)].name, "ttyUSB4");
	ports[0].quiet_until_mono_ms = ports[0].home_quiet_until_mono_ms = 9000;
	q.now_mono_ms = 2500;
	assert_string_equal(ports[port_choose(&q)].name, "ttyUSB5");
	ports[1].home_quiet_until_mono_ms = 4000;
	assert_string_equal(ports[port_choose(&q)].name, "ttyUSB6");
	ports[2].quiet_until_mono_ms = 9000;
	assert_int_equal(port_choose(&q), PORT_LATER);
	assert_true(port_has_other(&q, &ports[1]));
	wishes[0].last_rank = 7;
	assert_false(port_is_home(&q, &ports[1]));
}

/* One that takes no messages is the last that is tried, not refused. */
static void
test_poor_goes_last(void **state)
{
	(void)state;
	static const struct wished wished[] = {
	    {"/dev/ttyUSB2", "", "", -1, false}, {NULL, NULL, NULL, 0, false}};
	struct port_query q = query_of(sticks, wished);
	assert_false(port_has_other(&q, &ports[2]));
	str_copy(wishes[0].beside, sizeof(wishes[0].beside), STR("1-1.1"));
	assert_true(port_has_better(&q, &ports[2]));
	assert_string_equal(ports[port_choose(&q)].name, "/dev/ttyUSB2");
	ports[2].poor[0] = 1;
	assert_string_equal(ports[port_choose(&q)].name, "/dev/ttyUSB3");
	ports[3].quiet_until_mono_ms = 9000;
	assert_string_equal(ports[port_choose(&q)].name, "/dev/ttyUSB2");
	ports[3].poor[0] = 1;
	assert_false(port_has_better(&q, &ports[2]));
}

/* udev's name of the place will do, with or without the interface. */
static void
test_places_by_id_path(void **state)
{
	(void)state;
	static const struct {
		const char *usb_path;
		int chosen; /* of the stick's four; -1: none */
	} rows[] = {
	    {"pci-0000:00:14.0-usb-0:1.1", 2},
	    {"pci-0000:00:14.0-usb-0:1.1:1.3", 3},
	    {"pci-0000:00:14.0-usb-0:1", -1},
	    {"pci-0000:00:1d.0-usb-0:1.1", -1},
	    {"1-1.1", 2},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct wished wished[] = {
		    {"auto", "", rows[i].usb_path, -1, false},
		    {NULL, NULL, NULL, 0, false}};
		struct port_query q = query_of(sticks, wished);
		q.ports_count = 4;
		for (int k = 0; k < 4; k++)
			snprintf(ports[k].id_path, sizeof(ports[k].id_path),
			    "pci-0000:00:14.0-usb-0:1.1:1.%d", k);
		int chosen = port_choose(&q);
		assert_int_equal(chosen < 0 ? -1 : chosen, rows[i].chosen);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_one_stick),
	    cmocka_unit_test(test_known_modems),
	    cmocka_unit_test(test_two_sections),
	    cmocka_unit_test(test_one_device_has_one_owner),
	    cmocka_unit_test(test_clones),
	    cmocka_unit_test(test_tried_in_vain),
	    cmocka_unit_test(test_where_it_was_last),
	    cmocka_unit_test(test_where_it_stood),
	    cmocka_unit_test(test_roles),
	    cmocka_unit_test(test_home_goes_first),
	    cmocka_unit_test(test_poor_goes_last),
	    cmocka_unit_test(test_places_by_id_path),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
