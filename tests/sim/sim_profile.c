#include "tests/sim/sim_profile.h"

#include <stddef.h>
#include <string.h>

static const struct sim_profile profiles[] = {
    {
	.name = "generic",
	.words = "keeps to the standards, as a modem should",
	.maker = "Simnet",
	.model = "GENERIC-1",
	.revision = "1.0",
	.banner = "",
	.noise = "+CIEV: 2,3",
	.cnmi_list = "(0-3),(0-3),(0,2,3),(0-2),(0,1)",
	.cnmi_modes = "0123",
	.cpms_list = "(\"SM\",\"ME\",\"SR\")",
	.default_store = "SM",
	.me_slots = 50,
	.first_index = 1,
	.prompt = "\r\n> ",
	.after_escape = "OK",
	.unknown_command = "ERROR",
	.empty_slot = SIM_EMPTY_321,
    },
    {
	/* Lists mode 2 and refuses it; ME has no slots. */
	.name = "huawei",
	.words =
	    "E1752: mode 2 listed and refused, ME without slots, CMMS refused",
	.maker = "huawei",
	.model = "E1752",
	.revision = "11.126.12.00.00",
	.banner = "\r\n^BOOT:12345678,0,0,0,6\r\n\r\n^SIMST:1\r\n",
	.noise = "^RSSI:17",
	.full_line = "^SMMEMFULL:\"SM\"",
	.cnmi_list = "(0-2),(0-3),(0,2,3),(0-2),(0,1)",
	.cnmi_modes = "01",
	.cpms_list = "(\"SM\",\"ME\")",
	.default_store = "SM",
	.me_slots = 0,
	.first_index = 0,
	.prompt = "\r\n> ",
	.after_escape = "+CMS ERROR: 500",
	.unknown_command = "COMMAND NOT SUPPORT",
	.empty_slot = SIM_EMPTY_OK,
	.stuck_when_long = true,
	.refuses_cmms = true,
	.packs_ussd = true,
    },
    {
	/* The newer ones' prompt has no blank and a line end after it. */
	.name = "simcom",
	.words =
	    "SIM7670G: prompt without a blank, empty header of an empty slot",
	.maker = "SIMCOM INCORPORATED",
	.model = "SIM7670G",
	.revision = "2110B04",
	.banner = "\r\nRDY\r\n\r\n+CFUN: 1\r\n\r\n+CPIN: READY\r\n"
		  "\r\nCall Ready\r\n\r\nSMS Ready\r\n",
	.noise = "+CSQN: 21,0",
	.cnmi_list = "(0,1,2),(0,1,2,3),(0,2),(0,1,2),(0,1)",
	.cnmi_modes = "012",
	.cpms_list = "(\"SM\",\"ME\",\"SR\")",
	.default_store = "SM",
	.me_slots = 23,
	.first_index = 1,
	.prompt = "\r\n>\r\n",
	.after_escape = "",
	.unknown_command = "ERROR",
	.empty_slot = SIM_EMPTY_HEADER,
    },
    {
	.name = "quectel",
	.words = "EC25: ME of 255 slots, bare OK of an empty slot",
	.maker = "Quectel",
	.model = "EC25",
	.revision = "EC25EFAR06A06M4G",
	.banner = "\r\nRDY\r\n\r\n+QUSIM: 1\r\n\r\n+CFUN: 1\r\n"
		  "\r\n+QIND: SMS DONE\r\n\r\n+QIND: PB DONE\r\n",
	.noise = "+QIND: \"csq\",23,99",
	.cnmi_list = "(0-2),(0-3),(0,2),(0-2),(0,1)",
	.cnmi_modes = "012",
	.cpms_list = "(\"ME\",\"SM\",\"SR\")",
	.default_store = "ME",
	.me_slots = 255,
	.first_index = 0,
	.prompt = "\r\n> ",
	.after_escape = "OK",
	.unknown_command = "ERROR",
	.empty_slot = SIM_EMPTY_OK,
    },
};

const struct sim_profile *
sim_profile_at(int i)
{
	int count = (int)(sizeof(profiles) / sizeof(profiles[0]));
	return i >= 0 && i < count ? &profiles[i] : NULL;
}

const struct sim_profile *
sim_profile_find(const char *name)
{
	for (size_t i = 0; i < sizeof(profiles) / sizeof(profiles[0]); i++) {
		if (strcmp(profiles[i].name, name) == 0)
			return &profiles[i];
	}
	return NULL;
}
