#include "modem/port_role.h"

#include <stddef.h>

/* From the vendors' port tables and what users report; for ids that are missing
 * the port is found by trying. */
static const struct {
	uint16_t vendor, product;
	int8_t at, second; /* interfaces; -1: none */
} rows[] = {
    /* Quectel EC2x, EG25 and their like; BG96. */
    {0x2c7c, 0x0125, 2, 3},
    {0x2c7c, 0x0121, 2, 3},
    {0x2c7c, 0x0191, 2, 3},
    {0x2c7c, 0x0296, 2, 3},
    {0x2c7c, 0x0512, 2, 3},
    {0x2c7c, 0x0306, 2, 3},
    {0x2c7c, 0x0800, 2, 3},
    {0x2c7c, 0x0128, 5, -1},
    /* SIMCom SIM7600 and older, A76xx. */
    {0x1e0e, 0x9001, 2, 3},
    {0x1e0e, 0x9205, 2, 3},
    {0x1e0e, 0x9206, 2, 3},
    {0x1e0e, 0xcefe, 2, -1},
    {0x1e0e, 0x9011, 4, -1},
    {0x1e0e, 0x9100, 3, -1},
    {0x1e0e, 0x9200, 3, -1},
    /* ZTE. */
    {0x19d2, 0x0031, 3, -1},
    {0x19d2, 0x0063, 3, -1},
    {0x19d2, 0x0117, 2, -1},
    {0x19d2, 0x0002, 2, -1},
    {0x19d2, 0x0016, 2, -1},
    /* Telit. */
    {0x1bc7, 0x1003, 0, -1},
    {0x1bc7, 0x1004, 0, -1},
    {0x1bc7, 0x1005, 0, -1},
    {0x1bc7, 0x1006, 0, -1},
    {0x1bc7, 0x1010, 3, -1},
    {0x1bc7, 0x1011, 1, -1},
    {0x1bc7, 0x1031, 1, -1},
    {0x1bc7, 0x1033, 1, -1},
    {0x1bc7, 0x1040, 4, -1},
    {0x1bc7, 0x1041, 5, -1},
    /* Sierra Wireless. */
    {0x1199, 0x68c0, 3, -1},
    {0x1199, 0x9071, 3, -1},
    {0x1199, 0x9091, 3, -1},
    /* Cinterion. */
    {0x1e2d, 0x0053, 0, 2},
    {0x1e2d, 0x0061, 2, 0},
    {0x1e2d, 0x005b, 0, 2},
    {0x1e2d, 0x005d, 0, 2},
    {0x1e2d, 0x0069, 0, 2},
    {0x1e2d, 0x006f, 0, 2},
    {0x1e2d, 0x00b3, 2, -1},
    {0x1e2d, 0x00f1, 2, -1},
    /* u-blox: the first of several CDC-ACM ports. */
    {0x1546, 0x1102, 0, -1},
    {0x1546, 0x1104, 0, -1},
    {0x1546, 0x1107, 0, -1},
    {0x1546, 0x1010, 0, -1},
    {0x1546, 0x1141, 0, -1},
    {0x1546, 0x1143, 0, -1},
    {0x1546, 0x1146, 0, -1},
    /* Huawei, the old layout: modem, audio or diagnostics, PC-UI.  Newer ids
     * order them as they please and are tried. */
    {0x12d1, 0x1001, 2, 0},
};

static const struct {
	uint16_t vendor, first, last;
} never[] = {
    {0x05c6, 0x9008, 0x9008}, /* Qualcomm, emergency download */
    {0x05c6, 0x900e, 0x900e}, /* Qualcomm, memory dump */
    {0x0e8d, 0x0003, 0x0003}, /* MediaTek, boot ROM */
    {0x0e8d, 0x2000, 0x2001}, /* MediaTek, preloader */
    {0x1782, 0x4d00, 0x4d00}, /* Spreadtrum, download */
    {0x1199, 0x9070, 0x9070}, /* Sierra, boot and hold */
    {0x1199, 0x9090, 0x9090}, {0x1546, 0x01a5, 0x01a9}, /* u-blox receivers */
};

enum port_role
port_role(uint16_t vendor, uint16_t product, int interface)
{
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		if (never[i].vendor == vendor && product >= never[i].first &&
		    product <= never[i].last)
			return PORT_ROLE_NEVER;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].vendor != vendor || rows[i].product != product)
			continue;
		if (interface < 0)
			return PORT_ROLE_UNKNOWN;
		return interface == rows[i].at       ? PORT_ROLE_AT
		       : interface == rows[i].second ? PORT_ROLE_SECOND
						     : PORT_ROLE_OTHER;
	}
	return PORT_ROLE_UNKNOWN;
}
