/* The rows.  What a value rests on stands beside it; QUIRK_FIELD where only
 * reports of users do. */
#include "modem/quirk_rows.h"

/* mode 2 keeps news back while the link is reserved, 1 throws them away;
 * +CMTI (mt 1) leaves the text in the store until we delete it; reports come
 * directly (ds 1) because stored ones (ds 2) get lost in many firmwares. */
#define NEWS_LADDER                                                            \
	"2,1,0,1,0", "2,1,0,2,0", "1,1,0,1,0", "1,1,0,2,0", "1,1,0,0,0",       \
	    "2,1", "1,1"

/* Where stored reports cannot be read back, better none than wrong ones. */
#define NEWS_WITHOUT_STORED                                                    \
	"2,1,0,1,0", "1,1,0,1,0", "2,1,0,0,0", "1,1,0,0,0", "2,1", "1,1"

#define USSD_TEXT_FIRST                                                        \
	QUIRK_USSD_TEXT, QUIRK_USSD_UCS2, QUIRK_USSD_PACKED, QUIRK_USSD_NO_DCS
#define USSD_PACKED_FIRST                                                      \
	QUIRK_USSD_PACKED, QUIRK_USSD_TEXT, QUIRK_USSD_UCS2, QUIRK_USSD_NO_DCS
#define USSD_UCS2_FIRST                                                        \
	QUIRK_USSD_UCS2, QUIRK_USSD_TEXT, QUIRK_USSD_PACKED, QUIRK_USSD_NO_DCS

#define RESTART_STANDARD "AT+CFUN=1,1"
#define BOOT_MS 30000

static const struct quirk rows[] = {
    {
	.name = "huawei",
	.covers = "E1xx E17xx E35xx E3131 E3372 K3765 MU609 ME909",
	.trust = QUIRK_TRIED,
	.makers = {"huawei"},
	/* Those on MSM chips list mode 2 and refuse it. */
	.news = {"2,1,0,2,0", "1,1,0,1,0", "2,1,0,1,0", "1,1,0,2,0",
	    "1,1,0,0,0", "1,1"},
	/* ME is often listed without having slots. */
	.stores = {"SM", "ME"},
	/* AT^CURC=0 would quieten it, and on some silences +CMTI too. */
	.ussd_forms = {USSD_PACKED_FIRST},
	.prompt_gap_ms = 50,
	.radio_off = "AT+CFUN=0",
	.restart = {"AT^RESET", RESTART_STANDARD},
	.noise = {"^RSSI:", "^MODE:", "^BOOT:", "^HCSQ:", "^HRSSILVL",
	    "^DSFLOWRPT:", "^SRVST", "^STIN", "^CSNR", "^NDISSTAT", "^NWTIME",
	    "^THERM", "^CEND", "^ORIG", "^CONF", "^CONN", "^LWURC", "^RSCP",
	    "^ECIO", "^HDRRSSI", "^CRSSI", "^EARST", "^CSIS"},
    },
    {
	.name = "zte",
	.covers = "MF100 MF180 MF190 MF6xx MF8xx",
	.trust = QUIRK_TRIED,
	.makers = {"zte"},
	.news = {"1,1,2,1,0", "1,1,0,1,0", "2,1,0,1,0", "1,1,0,2,0", "1,1"},
	.stores = {"SM", "ME"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.prompt_gap_ms = 50,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
	.noise = {"+ZUSIMR", "+ZPASR", "+ZPSTM", "+ZDONR", "+ZEND", "+ZCPS",
	    "+ZUSSD", "+ZMSGNOTE"},
    },
    {
	/* Sticks that name only the maker of the chip. */
	.name = "qualcomm",
	.covers = "sticks that say only QUALCOMM",
	.trust = QUIRK_FIELD,
	.makers = {"qualcomm"},
	/* Mode 2 and ds 1 are listed, and refused. */
	.news = {"2,1,0,1,0", "1,1,0,1,0", "1,1,0,2,0", "1,1,0,0,0", "1,1"},
	.stores = {"SM", "ME"},
	.ussd_forms = {USSD_PACKED_FIRST},
	.prompt_gap_ms = 50,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
    },
    {
	/* A brown-out shows as a sudden RDY; no ME on most of them. */
	.name = "simcom-2g",
	.covers = "SIM300 SIM800 SIM808 SIM868 SIM900 SIM908",
	.trust = QUIRK_TRIED,
	.makers = {"simcom"},
	.models = {"SIM80", "SIM84", "SIM86", "SIM90", "SIM96", "SIM30",
	    "SIM34", "SIM50"},
	.news = {NEWS_LADDER},
	.stores = {"SM", "ME"},
	.extra = {"AT+CSCLK=0"}, /* asleep it misses a first octet */
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 10,
	.prompt_gap_ms = 50,
	.boot_words = {"SMS Ready", "Call Ready"},
	.boot_ms = BOOT_MS,
	.radio_off = "AT+CFUN=0",
	.restart = {RESTART_STANDARD},
	.noise = {"*PSUTTZ", "DST:", "+CIEV", "UNDER-VOLTAGE WARN",
	    "OVER-VOLTAGE WARN", "+PDP", "SIM DROP"},
	.autobaud = true,
    },
    {
	.name = "simcom-4g",
	.covers = "SIM5320 SIM7500 SIM7600 SIM7670G A7608 A7670",
	.trust = QUIRK_TRIED,
	.makers = {"simcom", "incorporated"},
	.models = {"SIM", "A76", "A78", "A79"},
	.news = {NEWS_WITHOUT_STORED},
	.stores = {"SM", "ME"},
	/* +CDSI: "SR",n, and SR is empty when one looks. */
	.report_store = "",
	.ussd_forms = {USSD_TEXT_FIRST},
	.prompt_gap_ms = 50,
	.boot_words = {"SMS DONE", "PB DONE"},
	.boot_ms = BOOT_MS,
	.radio_off = "AT+CFUN=4",
	.restart = {"AT+CRESET", RESTART_STANDARD},
	.noise = {"+NITZ", "*ISIMAID", "VOICE CALL", "MISSED_CALL", "*ATREADY",
	    "+CGEV", "+SIMCARD", "RING LIST", "*COREURC"},
    },
    {
	/* At a wrong speed their banner is lost. */
	.name = "quectel-2g",
	.covers = "M10 M26 M35 M66 M72 M85 M95 MC60",
	.trust = QUIRK_TRIED,
	.makers = {"quectel"},
	.models = {"M95", "M66", "M10", "M26", "M35", "M56", "M72", "M85",
	    "MC60"},
	.news = {NEWS_LADDER},
	.stores = {"ME", "SM"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.prompt_gap_ms = 50,
	.boot_words = {"SMS Ready", "Call Ready"},
	.boot_ms = BOOT_MS,
	.radio_off = "AT+CFUN=0",
	.restart = {RESTART_STANDARD},
	.noise = {"+QNITZ", "+QNTP", "+CIEV"},
	.autobaud = true,
    },
    {
	/* With ds 2 a report is told as "SM",0 and lies in SR; what is read
	 * at SM 0 is another text. */
	.name = "quectel-4g",
	.covers = "UC20 EC20 EC21 EC25 EG25 EG91 EG95 BG95 BG96 RM500",
	.trust = QUIRK_TRIED,
	.makers = {"quectel"},
	.news = {NEWS_LADDER},
	.stores = {"ME", "SM"},
	.report_store = "SR",
	.ussd_forms = {USSD_TEXT_FIRST},
	.prompt_gap_ms = 50,
	.boot_words = {"SMS DONE", "PB DONE"},
	.boot_ms = BOOT_MS,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
	.noise = {"+QIND", "+QUSIM", "+QLWURC", "+QGPSURC", "+QNITZ", "+CGEV",
	    "+QNETDEVSTATUS", "APP RDY"},
	.news_on_one_port = true,
    },
    {
	/* News collide with a command that follows in less than 20 ms. */
	.name = "u-blox",
	.covers = "LISA-U2 SARA-G3 SARA-U2 SARA-R4 TOBY-L2 LARA-R2",
	.trust = QUIRK_TRIED,
	.makers = {"u-blox", "ublox"},
	.news = {"2,1,0,1,0", "1,1,0,1,0", "1,1,0,0,0", "2,1", "1,1"},
	.stores = {"ME", "SM", "MT"},
	.ussd_forms = {QUIRK_USSD_TEXT, QUIRK_USSD_NO_DCS, QUIRK_USSD_UCS2},
	.gap_ms = 20,
	.prompt_gap_ms = 50,
	.settle_ms = 20000,
	.radio_off = "AT+CFUN=4",
	.restart = {"AT+CFUN=16", RESTART_STANDARD},
	.noise = {"+UUSIMSTAT", "+UMWI", "+UUPSD", "+CIEV", "+UUDHCP",
	    "+UUPSDA", "+UUPSDD", "+UUCD"},
	.autobaud = true,
    },
    {
	/* MC75i lists bfr 1 only, and refuses ME as the third store. +CFUN=0
	 * is a sleep out of which no AT wakes it. */
	.name = "cinterion",
	.covers = "BGS2 EHS5 EHS6 PHS8 PLS8 ELS61 MC75i of Cinterion, Gemalto",
	.trust = QUIRK_TRIED,
	.makers = {"cinterion", "gemalto", "thales"},
	.news = {"2,1,0,1,1", "2,1,0,1,0", "1,1,0,1,1", "1,1,0,1,0",
	    "2,1,0,2,1", "1,1,0,2,1", "1,1"},
	.stores = {"MT", "SM", "ME"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
	.noise = {"^SCKS", "^SYSLOADING", "+CIEV", "^SBC", "^SCTM", "+CGEV"},
    },
    {
	/* 19,200 or slower, and no news by mode 2 on the old ones. */
	.name = "siemens",
	.covers = "TC35 MC35 MC39 MC55 TC63 MC75",
	.trust = QUIRK_TRIED,
	.makers = {"siemens"},
	.news = {"2,1,0,1,1", "1,1,0,1,1", "3,1,0,1,1", "1,1,0,0,1", "1,1"},
	.stores = {"SM", "MT", "ME"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
	.restart = {RESTART_STANDARD},
	.noise = {"^SCKS", "^SYSLOADING", "+CIEV", "^SBC", "^SCTM"},
    },
    {
	.name = "telit",
	.covers = "GE864 GE910 HE910 UE910 LE910",
	.trust = QUIRK_TRIED,
	.makers = {"telit"},
	.news = {"2,1,0,1,0", "1,1,0,1,0", "2,1,0,0,0", "2,0,0,1,0", "1,1"},
	.stores = {"SM", "ME"},
	.extra = {"AT#SELINT=2"}, /* the present set of commands */
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 20,
	.prompt_gap_ms = 50,
	.radio_off = "AT+CFUN=4", /* 0 is a sleep, as above */
	.restart = {"AT#REBOOT", RESTART_STANDARD},
	.noise = {"#QSS", "#PSNT", "+PACSP", "+CIEV", "#STN", "#CEREG"},
    },
    {
	.name = "wavecom",
	.covers = "Fastrack Q24xx Q26xx FXT009",
	.trust = QUIRK_TRIED,
	.makers = {"wavecom", "sierra"},
	.models = {"MULTI", "900", "1800", "Q24", "Q25", "Q26", "FXT", "SL60",
	    "WISMO", "FASTRACK"},
	.news = {"2,1,0,1,0", "1,1,0,1,0", "1,1,0,2,0", "1,1,0,0,0", "1,1"},
	.stores = {"SM"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 20,
	.prompt_gap_ms = 50,
	.boot_words = {"+WIND: 4", "+WIND:4"},
	.boot_ms = BOOT_MS,
	.radio_off = "AT+CFUN=0",
	.restart = {RESTART_STANDARD, "AT+CFUN=1"},
	.noise = {"+WIND", "+WWSM", "+WBCI", "+WVMI"},
	.autobaud = true,
    },
    {
	.name = "sierra",
	.covers = "MC7304 MC7455 MC8790 EM7305 EM7455 AirCard",
	.trust = QUIRK_TRIED,
	.makers = {"sierra"},
	.news = {"2,1,0,1,0", "2,1,0,2,0", "2,1,0,0,0", "1,1,0,1,0",
	    "1,1,0,2,0", "1,1"},
	.stores = {"SM", "ME"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.prompt_gap_ms = 50,
	.settle_ms = 20000,
	.radio_off = "AT+CFUN=4",
	.restart = {"AT!RESET", RESTART_STANDARD},
	.noise = {"+PACSP", "*STK", "+WDSI", "+CIEV"},
    },
    {
	/* +CNMA behind a +CDS is an error, and none hangs it: stored reports
	 * need neither. */
	.name = "novatel",
	.covers = "MC950D U720 MC679",
	.trust = QUIRK_TRIED,
	.makers = {"novatel"},
	.news = {"2,1,0,2,0", "1,1,0,2,0", "2,1,0,0,0", "1,1,0,0,0", "1,1"},
	.stores = {"ME", "SM"},
	.confirm = QUIRK_CONFIRM_TEXTS,
	.ussd_forms = {USSD_TEXT_FIRST},
	.prompt_gap_ms = 50,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
    },
    {
	/* Laptop modules; /dev/ttyACM1 is the port for commands. */
	.name = "ericsson",
	.covers = "F3507g F3607gw F5521gw C5621gw H5321gw (mbm)",
	.trust = QUIRK_TRIED,
	.makers = {"ericsson", "dell", "lenovo", "toshiba"},
	.models = {"F3507", "F3607", "F5521", "C5621", "H5321", "MD300",
	    "MD400", "D5540", "D5530", "5530", "5540"},
	.news = {"2,1,0,1,0", "1,1,0,1,0", "3,1,0,1,0", "3,1", "1,1"},
	.stores = {"ME", "SM"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
	.boot_words = {"*EMRDY: 1"},
	.boot_ms = BOOT_MS,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
	.noise = {"*E"},
    },
    {
	/* T630 goes back to text mode by itself. */
	.name = "sony-ericsson",
	.covers = "GR47 GM47 GR64 T630 K-series",
	.trust = QUIRK_FIELD,
	.makers = {"sony", "ericsson"},
	.news = {"2,1,0,1,0", "3,1,0,1,0", "3,2,0,0", "3,1", "2,3", "1,1"},
	.stores = {"ME", "SM"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
	.restart = {RESTART_STANDARD},
	.noise = {"*E"},
	.forgets = true,
    },
    {
	/* Phones of series 40 and 60 show no texts by +CMGL, and cannot be
	 * restarted from outside. */
	.name = "nokia",
	.covers = "phones of series 40 and 60",
	.trust = QUIRK_TRIED,
	.makers = {"nokia"},
	.news = {"2,1,0,1,0", "3,1,0,1,0", "3,1", "2,3,2,0,0", "1,1"},
	.stores = {"ME", "SM"},
	.ussd_forms = {USSD_TEXT_FIRST},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
	.list_is_blind = true,
    },
    {
	.name = "mediatek",
	.covers = "MediaTek sticks and clones without a name of their own",
	.trust = QUIRK_TRIED,
	.makers = {"mediatek", "mtk"},
	.news = {"2,1,0,1,0", "2,1,0,0,0", "1,1,0,1,0", "1,1,0,0,0", "1,1"},
	.stores = {"SM", "ME"},
	.ussd_forms = {USSD_UCS2_FIRST},
	.prompt_gap_ms = 50,
	.radio_off = "AT+CFUN=4",
	.restart = {RESTART_STANDARD},
	.noise = {"+CIEV", "+EUSIM", "+ECIPHERING", "+SRVST", "+EIND",
	    "+PSBEARER"},
	.serial_is_shared = true,
    },
    {
	.name = "generic",
	.covers = "everything else",
	.trust = QUIRK_SPECIFICATION,
	.news = {NEWS_LADDER},
	.stores = {QUIRK_STORE_IN_USE, "SM", "ME", "MT"},
	.ussd_forms = {QUIRK_USSD_TEXT, QUIRK_USSD_PACKED, QUIRK_USSD_UCS2,
	    QUIRK_USSD_NO_DCS},
	.prompt_gap_ms = 20,
	.radio_off = "AT+CFUN=0",
	.restart = {RESTART_STANDARD},
	.noise = {"RING", "NO CARRIER", "NO ANSWER", "BUSY", "+CGREG", "+CRING",
	    "+CIEV", "+CSQ", "+CTZV", "+CTZE", "+CCWA", "+CSSU", "+CSSI",
	    "+CGEV", "+COLP", "+CLCC"},
    },
};

size_t
quirk_rows_count(void)
{
	return sizeof(rows) / sizeof(rows[0]);
}

const struct quirk *
quirk_row(size_t i)
{
	return &rows[i];
}
