/* What operators say, as modems write it down; the rows are built from the
 * forms that the field knows, with texts such as it sends. */
#include "modem/ussd.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct row {
	const char *name, *line;
	enum ussd_form carrier;
	int what, dcs;
	bool doubtful;
	const char *text;
};

static const struct row rows[] = {
    {"Huawei, Kenyan balance",
	"+CUSD: "
	"0,"
	"\"D9775D0E1287D961F7B80C4ACF41CB291A14ABC95C33980B640DB3D36450DD4D4FB3"
	"41B0D92B267BC960329B0B\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Your balance is KSh 152.30. Valid until 03/12/2026."},
    {"Huawei, eight septets", "+CUSD: 0,\"CBE2141483B96A\",15",
	USSD_FORM_PACKED, 0, 15, false, "KES 10.5"},
    {"Huawei, seven septets and CR", "+CUSD: 0,\"CBE2141483C11A\",15",
	USSD_FORM_PACKED, 0, 15, false, "KES 100"},
    {"Huawei, fifteen septets and CR",
	"+CUSD: 0,\"C2303BEC1E9741CBE2141493B91A\",15", USSD_FORM_PACKED, 0, 15,
	false, "Balance KES 12."},
    {"Huawei, a menu",
	"+CUSD: "
	"1,"
	"\"3117289896D3D3EDB242E60211C3F430485C7793D9E5B962E6024D9B5390B8EE26B3"
	"CB7305CC052AE2D374\",15",
	USSD_FORM_PACKED, 1, 15, false,
	"1. Airtime\n2. Data bundles\n3. SMS bundles\n0. Exit"},
    {"Huawei, French",
	"+CUSD: "
	"0,"
	"\"D6375D5E068DE505729A0E2ACFE92072191403C96A30901134340659207B981D16B3"
	"CB20757D1EAF9FC275D02CF68AC95E3298CC06FA83DA69773D4D7701\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Votre crédit est de 1 250 F CFA, valable jusqu'au 31/12/2026 à "
	"minuit."},
    {"Huawei, Spanish",
	"+CUSD: "
	"0,"
	"\"D33A681E6693DFA0F21C2400C564AE1ACC05B296DDE332A8CC06C560AD58AC2583C9"
	"6C2E10505A1E87E5E77A3904\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Su saldo es $ 12.50. Vence el 10-11-2026. ¡Recargue!"},
    {"Huawei, Portuguese",
	"+CUSD: "
	"0,"
	"\"4FD0BC5C07CDC36CF25B07A2D5583018A8497581AC61769AFC0685E90510ACF682C5"
	"5E3298EC06\",0",
	USSD_FORM_PACKED, 0, 0, false,
	"O seu saldo: 45,00 MT. Valido até 05/01/2027"},
    {"Huawei, German",
	"+CUSD: "
	"0,"
	"\"49B41C74ACD3D16171D90D1297E9F2FD990EBAB16635D0A60C429DFD6C7AFA0C12A7"
	"E72058CC0593B96430D92D05\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Ihr Guthaben beträgt 7,35 € (gültig bis 01.02.2027)"},
    {"Huawei, dcs 1",
	"+CUSD: "
	"0,"
	"\"C2303BEC1E9775A0EA110BA2B16A30980B444C87D92055CC061B81CC6F39E86D3697"
	"E57317\",1",
	USSD_FORM_PACKED, 0, 1, false,
	"Balance: UGX 4,500. Dial *160# for offers."},
    {"Huawei, dcs 68 misused",
	"+CUSD: "
	"0,"
	"\"D3303BFD06B1C3EB37C89D0651A768D08C25ABC15C3018081D26A74131D92B267BC9"
	"60329B0B\",68",
	USSD_FORM_PACKED, 0, 68, false,
	"Salio lako ni TSh 3,250.00 hadi 12/12/2026."},
    {"Huawei, Swahili",
	"+CUSD: "
	"0,"
	"\"D3303BFD06B1C3EB37881D064D9B53903B0DA2E15CA0669D1C06DDC3A076985E6FA7"
	"F5691D28567BC5642F194C6603C966BA5ACE05\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Salio lako la SMS ni 48. Muda wa matumizi: 15/12/2026 23:59."},
    {"Huawei, long",
	"+CUSD: "
	"0,"
	"\"C472580E1AD7E7F477BB2C6781F2EFBA1CD40EA7DDA0F078FCAEBBE9A0F41CE43C3A"
	"632C198CE6AAD55820F1DB5D9F839C47670DE682C1582072981E06C55CB2A31054C6C3"
	"D3F2B4FB0C9AC15ACEB7BD2583C96C2CD0B43905C96A2E90B09E0735A94E50EC280499"
	"DF7290B3068381DE6E765E0722A7C36C902A368BA9622317888A0EBBD7A0FCBB0E32BF"
	"E5A031FAFD9EA7DD67507D0E\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Dear customer, your main account is NGN1,204.55, bonus NGN50.00, data "
	"1.2GB expiring 30-Nov-2026, SMS 25. Buy MTN 1GB for N500 only: dial "
	"*131*1#. Thank you for choosing us"},
    {"Huawei, lower case hex",
	"+CUSD: "
	"0,"
	"\"c2303bec1e9775a098cc0583818ec8290b54c6c3d3f2f21c2483c96cad98ac358b01"
	"\",15",
	USSD_FORM_PACKED, 0, 15, false,
	"Balance: 12.00 GHS, expires 2026-12-31"},
    {"Huawei, short", "+CUSD: 0,\"C4B7BB0C\",15", USSD_FORM_PACKED, 0, 15,
	false, "Done"},
    {"Huawei, bracket",
	"+CUSD: "
	"1,\"D2329C9D076D78B18D0F647ECB41F9F29C05DAA0649B14C8FC9683DC6F\",15",
	USSD_FORM_PACKED, 1, 15, false, "Reply [1] for yes, {2} for no"},
    {"E173, Arabic",
	"+CUSD: "
	"0,"
	"\"06310635064A062F0643002006470648002000310032002E0035003000200631064A"
	"062706440020063506270644062D0020062D062A064900200032003000320036002F00"
	"310032002F00330031\",72",
	USSD_FORM_UCS2, 0, 72, false,
	"رصيدك هو 12.50 ريال صالح حتى 2026/12/31"},
    {"E173, Russian",
	"+CUSD: "
	"0,"
	"\"04110430043B0430043D0441003A0020003200350034002E00310037002004400443"
	"0431002E0020041F043E04340440043E0431043D043504350020002A00310030003500"
	"23\",72",
	USSD_FORM_UCS2, 0, 72, false, "Баланс: 254.17 руб. Подробнее *105#"},
    {"E173, Chinese",
	"+CUSD: "
	"0,"
	"\"5C0A656C76845BA26237FF0C60A876844F59989D4E3A00310032002E003500305143"
	"FF0C67096548671F81F300320030003200365E740031003267080033003165E53002\""
	",72",
	USSD_FORM_UCS2, 0, 72, false,
	"尊敬的客户，您的余额为12.50元，有效期至2026年12月31日。"},
    {"E173, Swahili in UCS2",
	"+CUSD: "
	"0,"
	"\"00530061006C0069006F003A002000540053006800200031002C003500300030002E"
	"00300030\",72",
	USSD_FORM_UCS2, 0, 72, false, "Salio: TSh 1,500.00"},
    {"E173, French in UCS2 with dcs 15",
	"+CUSD: "
	"0,"
	"\"0043007200E9006400690074003A0020003100350030003000200046002000430046"
	"0041\",15",
	USSD_FORM_UCS2, 0, 15, false, "Crédit: 1500 F CFA"},
    {"E173, a Chinese menu",
	"+CUSD: "
	"1,"
	"\"0031002E67E58BE24F59989D000A0032002E5145503C000A0030002E900051FA\","
	"72",
	USSD_FORM_UCS2, 1, 72, false, "1.查询余额\n2.充值\n0.退出"},
    {"E173, Thai",
	"+CUSD: "
	"0,"
	"\"0E220E2D0E140E400E070E340E190E040E070E400E2B0E250E370E2D002000320035"
	"002E0035003000200E1A0E320E1700200E430E0A0E490E440E140E490E160E360E0700"
	"2000330031002F00310032002F0032003000320036\",72",
	USSD_FORM_UCS2, 0, 72, false,
	"ยอดเงินคงเหลือ 25.50 บาท ใช้ได้ถึง 31/12/2026"},
    {"E173, Amharic",
	"+CUSD: "
	"0,"
	"\"1240122A002012021233126512CE002000310032002E0035003000201265122D0020"
	"129012CD\",72",
	USSD_FORM_UCS2, 0, 72, false, "ቀሪ ሂሳብዎ 12.50 ብር ነው"},
    {"E173, Hindi",
	"+CUSD: "
	"0,"
	"\"0906092A0915093E0020092C09480932094709020938002009300941002000340035"
	"002E00320030002009390948002C00200935094809270924093E002000330031002F00"
	"310032002F0032003000320036\",72",
	USSD_FORM_UCS2, 0, 72, false, "आपका बैलेंस रु 45.20 है, वैधता 31/12/2026"},
    {"E173, Bengali",
	"+CUSD: "
	"0,"
	"\"098609AA09A809BE09B0002009AC09CD09AF09BE09B209C709A809CD09B8002009F3"
	"002009E809EB002E09EB09E6\",72",
	USSD_FORM_UCS2, 0, 72, false, "আপনার ব্যালেন্স ৳ ২৫.৫০"},
    {"E173, Urdu",
	"+CUSD: "
	"0,"
	"\"0622067E002006A906270020062806CC064406460633002000310032002E00350030"
	"002006310648067E06D2002006C106D2\",72",
	USSD_FORM_UCS2, 0, 72, false, "آپ کا بیلنس 12.50 روپے ہے"},
    {"E173, Vietnamese",
	"+CUSD: "
	"0,"
	"\"0054004B0043002000320035002E0030003000300111002C002000681EA1006E0020"
	"00731EED002000641EE5006E0067002000330031002F00310032002F00320030003200"
	"36\",72",
	USSD_FORM_UCS2, 0, 72, false, "TKC 25.000đ, hạn sử dụng 31/12/2026"},
    {"E173, Persian with digits",
	"+CUSD: "
	"0,"
	"\"06450648062C0648062F06CC0020063406450627002006F106F206F306F406F50020"
	"063106CC06270644\",72",
	USSD_FORM_UCS2, 0, 72, false, "موجودی شما ۱۲۳۴۵ ریال"},
    {"E173, Greek",
	"+CUSD: "
	"0,"
	"\"03A403BF002003C503C003CC03BB03BF03B903C003CC002003C303B103C2002003B5"
	"03AF03BD03B103B9002000310032002C00350030002020AC\",72",
	USSD_FORM_UCS2, 0, 72, false, "Το υπόλοιπό σας είναι 12,50 €"},
    {"E173, Burmese",
	"+CUSD: "
	"0,"
	"\"101C1000103A1000103B1014103A1004103D10310020003100350030003000201000"
	"103B1015103A\",72",
	USSD_FORM_UCS2, 0, 72, false, "လက်ကျန်ငွေ 1500 ကျပ်"},
    {"E173, emoji",
	"+CUSD: "
	"0,"
	"\"0052006500630068006100720067006500640020D83DDE000020004B004500530020"
	"00350030\",72",
	USSD_FORM_UCS2, 0, 72, false, "Recharged 😀 KES 50"},
    {"E173, one word", "+CUSD: 0,\"06450631062D06280627\",72", USSD_FORM_UCS2,
	0, 72, false, "مرحبا"},
    {"E173, dcs 72, two Chinese characters", "+CUSD: 0,\"6210529F\",72",
	USSD_FORM_UCS2, 0, 72, false, "成功"},
    {"CSCS=UCS2 with dcs 15",
	"+CUSD: "
	"0,"
	"\"00420061006C0061006E00630065002000690073002000310035002E003400300020"
	"005500530044002E\",15",
	USSD_FORM_UCS2, 0, 15, false, "Balance is 15.40 USD."},
    {"CSCS=UCS2, Arabic with dcs 15",
	"+CUSD: "
	"0,\"06310635064A062F0643002000350020062F064606270646064A0631\",15",
	USSD_FORM_UCS2, 0, 15, false, "رصيدك 5 دنانير"},
    {"dcs 8",
	"+CUSD: "
	"0,"
	"\"041204300448002004310430043B0430043D044100200031003200200441043E043C"
	"\",8",
	USSD_FORM_UCS2, 0, 8, false, "Ваш баланс 12 сом"},
    {"MediaTek clone, UCS2 without dcs",
	"+CUSD: "
	"0,"
	"\"00410069007200740069006D0065003A0020004B0045005300200037002E00310035"
	"\"",
	USSD_FORM_UCS2, 0, -1, false, "Airtime: KES 7.15"},
    {"MediaTek clone, Chinese without dcs",
	"+CUSD: 0,\"8BDD8D394F59989D00310032002E003500305143\"", USSD_FORM_UCS2,
	0, -1, false, "话费余额12.50元"},
    {"decimal digits only", "+CUSD: 0,\"00480069\",15", USSD_FORM_UCS2, 0, 15,
	true, "Hi"},
    {"UCS2, class form 0x58",
	"+CUSD: 0,\"0053006F006C00640065002000E9007000750069007300E9\",88",
	USSD_FORM_UCS2, 0, 88, false, "Solde épuisé"},

    {"SIM800, text", "+CUSD: 0, \"Your balance is KES 152.30\", 15",
	USSD_FORM_TEXT, 0, 15, false, "Your balance is KES 152.30"},
    {"SIM800, no blank", "+CUSD:0,\"OK. Bal:KES5\",15", USSD_FORM_TEXT, 0, 15,
	false, "OK. Bal:KES5"},
    {"Quectel, quotes inside",
	"+CUSD: 0,\"Send \"YES\", or \"NO\", to 144\",15", USSD_FORM_TEXT, 0,
	15, false, "Send \"YES\", or \"NO\", to 144"},
    {"Quectel, a quote, a comma and a number inside",
	"+CUSD: 1,\"Press \"1\",15 for more\",15", USSD_FORM_TEXT, 1, 15, false,
	"Press \"1\",15 for more"},
    {"line ends inside", "+CUSD: 1,\"Menu\n1) Airtime\n2) Data\",15",
	USSD_FORM_TEXT, 1, 15, false, "Menu\n1) Airtime\n2) Data"},
    {"CR LF inside", "+CUSD: 1,\"Menu\r\n1) Airtime\r\",15", USSD_FORM_TEXT, 1,
	15, false, "Menu\n1) Airtime"},
    {"hex over two lines", "+CUSD: 0,\"00420061006C\n0061006E00630065\",15",
	USSD_FORM_UCS2, 0, 15, false, "Balance"},
    {"short lines of hex letters", "+CUSD: 0,\"a\n\nb\",15", USSD_FORM_TEXT, 0,
	15, false, "a\n\nb"},
    {"begins with OK", "+CUSD: 0,\"OK\",15", USSD_FORM_TEXT, 0, 15, false,
	"OK"},
    {"dcs 72 with text", "+CUSD: 0,\"Salio lako ni TSh 3,250\",72",
	USSD_FORM_TEXT, 0, 72, false, "Salio lako ni TSh 3,250"},
    {"dcs 72 with a number", "+CUSD: 0,\"12345678\",72", USSD_FORM_TEXT, 0, 72,
	false, "12345678"},
    {"digits only", "+CUSD: 0,\"123456\",15", USSD_FORM_TEXT, 0, 15, false,
	"123456"},
    {"digits only, even as hex", "+CUSD: 0,\"0722123456\",15", USSD_FORM_TEXT,
	0, 15, false, "0722123456"},
    {"a word of hex letters", "+CUSD: 0,\"FACE\",15", USSD_FORM_TEXT, 0, 15,
	false, "FACE"},
    {"a longer one", "+CUSD: 0,\"DECADE\",15", USSD_FORM_TEXT, 0, 15, false,
	"DECADE"},
    {"dcs missing", "+CUSD: 0,\"Bal: 7/-\"", USSD_FORM_TEXT, 0, -1, false,
	"Bal: 7/-"},
    {"dcs lost, comma there", "+CUSD: 0,\"Bal: 7/-\",", USSD_FORM_TEXT, 0, -1,
	false, "Bal: 7/-"},
    {"no quotes", "+CUSD: 0,Bal 7 KES,15", USSD_FORM_TEXT, 0, 15, false,
	"Bal 7 KES"},
    {"no quotes, a number with a comma", "+CUSD: 0,Bal KES 1,234",
	USSD_FORM_TEXT, 0, -1, true, "Bal KES 1,234"},
    {"cut before its quote", "+CUSD: 0,\"Your balance is KES 15",
	USSD_FORM_TEXT, 0, -1, true, "Your balance is KES 15"},
    {"cut, with a comma", "+CUSD: 0,\"Your balance is KES 1,2", USSD_FORM_TEXT,
	0, -1, true, "Your balance is KES 1,2"},
    {"UCS2 cut in a letter", "+CUSD: 0,\"00420061006C0061006E0063006\",72",
	USSD_FORM_UCS2, 0, 72, true, "Balanc"},
    {"empty text", "+CUSD: 0,\"\",15", USSD_FORM_TEXT, 0, 15, false, ""},
    {"no text", "+CUSD: 2", USSD_FORM_NONE, 2, -1, false, ""},
    {"no text, comma", "+CUSD: 4,", USSD_FORM_NONE, 4, -1, false, ""},
    {"network time-out", "+CUSD: 5", USSD_FORM_NONE, 5, -1, false, ""},
    {"answered elsewhere", "+CUSD: 3", USSD_FORM_NONE, 3, -1, false, ""},
    {"what in quotes", "+CUSD: \"0\",\"Bal 5\",15", USSD_FORM_TEXT, 0, 15,
	false, "Bal 5"},
    {"prefix hurt", "+CUD: 0,\"Bal 5\",15", USSD_FORM_TEXT, 0, 15, false,
	"Bal 5"},
    {"filler shown as @", "+CUSD: 0,\"KES 100@\",15", USSD_FORM_TEXT, 0, 15,
	false, "KES 100"},
    {"an @ that is none", "+CUSD: 0,\"write to me@\",15", USSD_FORM_TEXT, 0, 15,
	false, "write to me@"},
    {"CR at the end", "+CUSD: 0,\"KES 100\r\",15", USSD_FORM_TEXT, 0, 15, false,
	"KES 100"},
    {"packed with @ as filler", "+CUSD: 0,\"CBE2141483C100\",15",
	USSD_FORM_PACKED, 0, 15, false, "KES 100"},
    {"GSM alphabet, an octet each",
	"+CUSD: 0,\"Cr\005dit: 5 \002 d\005j\177\",15", USSD_FORM_TEXT, 0, 15,
	false, "Cr\303\251dit: 5 $ d\303\251j\303\240"},
    {"8859-1", "+CUSD: 0,\"Cr\351dit: 5 F\",15", USSD_FORM_TEXT, 0, 15, false,
	"Cr\303\251dit: 5 F"},
    {"UTF-8", "+CUSD: 0,\"Cr\303\251dit: 5 F\",15", USSD_FORM_TEXT, 0, 15,
	false, "Cr\303\251dit: 5 F"},
    {"language in front", "+CUSD: 0,\"en\rBalance 5\",16", USSD_FORM_TEXT, 0,
	16, false, "Balance 5"},
    {"language in front of UCS2", "+CUSD: 0,\"653700420061006C\",17",
	USSD_FORM_UCS2, 0, 17, false, "Bal"},
    {"8-bit data", "+CUSD: 0,\"42616C3A2031322C3530\",68", USSD_FORM_OCTETS, 0,
	68, false, "Bal: 12,50"},
    {"8-bit data that pairs to Chinese",
	"+CUSD: 0,\"42616C616E63653A2035204B4553\",68", USSD_FORM_OCTETS, 0, 68,
	false, "Balance: 5 KES"},
    {"CSCS=HEX", "+CUSD: 0,\"42616C616E63653A2035204B4553\",15",
	USSD_FORM_OCTETS, 0, 15, true, "Balance: 5 KES"},
    {"CSCS=HEX, odd count", "+CUSD: 0,\"53616C696F204B455320313532\",0",
	USSD_FORM_OCTETS, 0, 0, false, "Salio KES 152"},
    {"CSCS=HEX, short", "+CUSD: 0,\"42616C20352F2D\",15", USSD_FORM_OCTETS, 0,
	15, true, "Bal 5/-"},
    {"dcs in quotes too", "+CUSD: \"1\",\"Bal 5\",\"15\"", USSD_FORM_TEXT, 1,
	15, false, "Bal 5"},
    {"quoted number inside", "+CUSD: 1,\"Send \"1\",\"15\"\"", USSD_FORM_TEXT,
	1, -1, false, "Send \"1\",\"15\""},
    {"a field too many", "+CUSD: 0,\"Bal 5\",72,1", USSD_FORM_TEXT, 0, 72,
	false, "Bal 5"},
    {"UCS2 padded with zeros", "+CUSD: 0,\"00420061006C00000000\",72",
	USSD_FORM_UCS2, 0, 72, false, "Bal"},
    {"odd dcs 240", "+CUSD: 0,\"Balance: 3 EUR\",240", USSD_FORM_TEXT, 0, 240,
	false, "Balance: 3 EUR"},
    {"Airtel, negative", "+CUSD: 0,\"Bal: Ksh -3.00. Okoa Jahazi debt\",15",
	USSD_FORM_TEXT, 0, 15, false, "Bal: Ksh -3.00. Okoa Jahazi debt"},
};

static void
check(const struct row *row, struct str line, struct ussd_hint hint)
{
	struct ussd_reply reply;
	struct err err;
	err_clear(&err);
	int rc = ussd_read(&reply, line, hint, &err);
	if (rc != 0 || strcmp(reply.text, row->text) != 0 ||
	    reply.carrier != row->carrier || (int)reply.what != row->what ||
	    reply.dcs != row->dcs || reply.doubtful != row->doubtful)
		fail_msg("%s: %d %s \"%s\" what %d dcs %d doubtful %d: %s",
		    row->name, rc, ussd_form_name(reply.carrier), reply.text,
		    (int)reply.what, reply.dcs, reply.doubtful, err.text);
}

static void
test_replies(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check(&rows[i], str_from(rows[i].line), (struct ussd_hint){0});
}

/* Knowing how the modem writes must not spoil what is clear without it. */
static void
test_replies_with_hint(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct row row = rows[i];
		struct ussd_hint hint = {.hex = true};
		if (row.carrier != USSD_FORM_PACKED &&
		    row.carrier != USSD_FORM_UCS2)
			continue;
		/* In decimal digits only: settled by the hint. */
		if (strcmp(row.name, "decimal digits only") == 0)
			row.doubtful = false;
		check(&row, str_from(row.line), hint);
	}
}

/* The same digits, read by what is known of the modem. */
static void
test_hint(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		struct ussd_hint hint;
		enum ussd_form carrier;
		const char *text;
	} cases[] = {
	    {"+CUSD: 0,\"00310032\",15", {.ucs2 = true}, USSD_FORM_UCS2, "12"},
	    {"+CUSD: 0,\"1234567\",15", {.ucs2 = true}, USSD_FORM_TEXT,
		"1234567"},
	    {"+CUSD: 0,\"0031\",15", {.hex = true}, USSD_FORM_UCS2, "1"},
	    {"+CUSD: 0,\"0031\",15", {0}, USSD_FORM_TEXT, "0031"},
	    {"+CUSD: 0,\"31D98C56B3DD70\",15", {.hex = true}, USSD_FORM_PACKED,
		"12345678"},
	    {"+CUSD: 0,\"3118\",15", {.hex = true}, USSD_FORM_PACKED, "10"},
	    {"+CUSD: 0,\"3118\",15", {0}, USSD_FORM_TEXT, "3118"},
	    {"+CUSD: 0,\"6210529F\",15", {.ucs2 = true}, USSD_FORM_UCS2,
		"\346\210\220\345\212\237"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct ussd_reply reply;
		assert_int_equal(ussd_read(&reply, str_from(cases[i].line),
				     cases[i].hint, NULL),
		    0);
		assert_string_equal(reply.text, cases[i].text);
		assert_int_equal(reply.carrier, cases[i].carrier);
	}
}

static void
test_octets_inside(void **state)
{
	(void)state;
	static const char raw[] = "+CUSD: 0,\"\000B\000a\000l\000 \0005\",72";
	static const char at[] = "+CUSD: 0,\"me\000furrow \002\00525\",15";
	struct ussd_reply reply;
	assert_int_equal(ussd_read(&reply, str_of(raw, sizeof(raw) - 1),
			     (struct ussd_hint){0}, NULL),
	    0);
	assert_string_equal(reply.text, "Bal 5");
	assert_int_equal(ussd_read(&reply, str_of(at, sizeof(at) - 1),
			     (struct ussd_hint){0}, NULL),
	    0);
	assert_string_equal(reply.text, "me@furrow $\303\25125");
}

static void
test_language(void **state)
{
	(void)state;
	struct ussd_reply reply;
	ussd_read(&reply, STR("+CUSD: 0,\"653700420061006C\",17"),
	    (struct ussd_hint){0}, NULL);
	assert_string_equal(reply.language, "en");
	ussd_read(&reply, STR("+CUSD: 0,\"sw\rSalio 5\",16"),
	    (struct ussd_hint){0}, NULL);
	assert_string_equal(reply.language, "sw");
	assert_string_equal(reply.text, "Salio 5");
}

/* The longest that a network sends, twice over, and more than we keep. */
static void
test_long(void **state)
{
	(void)state;
	char line[2048] = "+CUSD: 0,\"";
	size_t at = strlen(line);
	for (int i = 0; i < 182; i++, at += 4)
		memcpy(line + at, "0041", 5);
	memcpy(line + at, "\",72", 5);
	struct ussd_reply reply;
	ussd_read(&reply, str_from(line), (struct ussd_hint){0}, NULL);
	assert_int_equal(strlen(reply.text), 182);
	assert_false(reply.cut);
	memset(line + 10, 'x', 1900);
	memcpy(line + 1910, "\",15", 5);
	ussd_read(&reply, str_from(line), (struct ussd_hint){0}, NULL);
	assert_int_equal(strlen(reply.text), USSD_TEXT_OCTETS - 1);
	assert_true(reply.cut);
}

static void
test_refused(void **state)
{
	(void)state;
	struct ussd_reply reply;
	struct err err;
	struct ussd_hint none = {0};
	assert_int_equal(ussd_read(&reply, STR("+CMTI: \"SM\",1"), none, &err),
	    USSD_NOT_CUSD);
	assert_int_equal(
	    ussd_read(&reply, STR("+CUSD:"), none, &err), USSD_WHAT);
	assert_int_equal(
	    ussd_read(&reply, STR("+CUSD: 9,\"a\",15"), none, &err), USSD_WHAT);
	assert_int_equal(err.offset, 7);
	assert_int_equal(
	    ussd_read(&reply, STR("+CUSD: 0\"a\""), none, &err), USSD_WHAT);
	assert_int_equal(
	    ussd_read(&reply, STR("+CUSD: \"Bal\""), none, &err), USSD_WHAT);
	assert_string_equal(reply.text, "");
}

/* 23.038 6.1.2.3.1: seven spare bits hold CR. */
static void
test_requests(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum ussd_form form;
		const char *command;
	} cases[] = {
	    {"*144#", USSD_FORM_TEXT, "AT+CUSD=1,\"*144#\",15"},
	    {"*144#", USSD_FORM_BARE, "AT+CUSD=1,\"*144#\""},
	    {"*144#", USSD_FORM_PACKED, "AT+CUSD=1,\"AA188D3602\",15"},
	    {"*144#", USSD_FORM_UCS2, "AT+CUSD=1,\"002A0031003400340023\",15"},
	    {"*101*4#", USSD_FORM_PACKED, "AT+CUSD=1,\"AA182CA6A28D1A\",15"},
	    {"abcdefgh", USSD_FORM_PACKED, "AT+CUSD=1,\"61F1985C369FD1\",15"},
	    {"1", USSD_FORM_PACKED, "AT+CUSD=1,\"31\",15"},
	    {"*130*1234567890123#", USSD_FORM_PACKED,
		"AT+CUSD=1,\"AAD80CA68AC966B49AED86CBC162B2D908\",15"},
	    {"say \"yes\"", USSD_FORM_UCS2,
		"AT+CUSD=1,\"007300610079002000220079006500730022\",15"},
	};
	char command[256];
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(
		    ussd_write(command, sizeof(command),
			str_from(cases[i].text), cases[i].form, NULL),
		    0);
		assert_string_equal(command, cases[i].command);
	}
}

static void
test_requests_refused(void **state)
{
	(void)state;
	char command[256], long_text[183];
	memset(long_text, '1', sizeof(long_text) - 1);
	long_text[sizeof(long_text) - 1] = '\0';
	static const struct {
		const char *text;
		enum ussd_form form;
		int code;
	} cases[] = {
	    {"", USSD_FORM_TEXT, USSD_EMPTY},
	    {"*1#\r", USSD_FORM_TEXT, USSD_CHARACTER},
	    {"*1#\032", USSD_FORM_UCS2, USSD_CHARACTER},
	    {"say \"yes\"", USSD_FORM_TEXT, USSD_CHARACTER},
	    {"caf\303\251", USSD_FORM_TEXT, USSD_CHARACTER},
	    {"\330\271", USSD_FORM_PACKED, USSD_CHARACTER},
	    {"\377", USSD_FORM_UCS2, USSD_CHARACTER},
	    {"*1#", USSD_FORM_NONE, USSD_CHARACTER},
	    {"*1#", USSD_FORM_OCTETS, USSD_CHARACTER},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		memcpy(command, "x", 2);
		assert_int_equal(
		    ussd_write(command, sizeof(command),
			str_from(cases[i].text), cases[i].form, NULL),
		    cases[i].code);
		assert_string_equal(command, "");
	}
	assert_int_equal(ussd_write(command, sizeof(command),
			     str_from(long_text), USSD_FORM_UCS2, NULL),
	    USSD_ROOM);
	assert_int_equal(ussd_write(command, sizeof(command),
			     str_from(long_text), USSD_FORM_TEXT, NULL),
	    0);
}

static void
test_pack(void **state)
{
	(void)state;
	static const uint8_t ends_in_cr[] = {
	    'a', 'b', 'c', 'd', 'e', 'f', 'g', '\r'};
	uint8_t packed[16];
	/* Eight septets that end in CR, and one more CR behind. */
	assert_int_equal(ussd_pack(packed, sizeof(packed), ends_in_cr, 8), 8);
	assert_int_equal(packed[7], '\r');
	/* Seven: the spare bits of the seventh octet hold it. */
	assert_int_equal(ussd_pack(packed, sizeof(packed), ends_in_cr, 7), 7);
	assert_int_equal(packed[6], '\r' << 1 | 1);
	assert_int_equal(ussd_pack(packed, 3, ends_in_cr, 8), 0);
	assert_int_equal(ussd_pack(packed, sizeof(packed), ends_in_cr, 0), 0);
}

/* What we write in a form reads back as the same. */
static void
test_round_trip(void **state)
{
	(void)state;
	static const enum ussd_form forms[] = {
	    USSD_FORM_TEXT, USSD_FORM_PACKED, USSD_FORM_UCS2};
	char text[60], command[256], line[300];
	for (size_t n = 1; n < sizeof(text); n++) {
		for (size_t i = 0; i < n; i++)
			text[i] = "Balance is KES "[i % 15];
		text[n - 1] = '!';
		text[n] = '\0';
		for (size_t f = 0; f < 3; f++) {
			struct ussd_reply reply;
			struct ussd_hint hint = {.hex = f > 0};
			ussd_write(command, sizeof(command), str_from(text),
			    forms[f], NULL);
			snprintf(line, sizeof(line), "+CUSD: 0%s",
			    command + strlen("AT+CUSD=1"));
			assert_int_equal(
			    ussd_read(&reply, str_from(line), hint, NULL), 0);
			assert_string_equal(reply.text, text);
		}
		if (n == sizeof(text) - 1)
			break;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_replies),
	    cmocka_unit_test(test_replies_with_hint),
	    cmocka_unit_test(test_hint),
	    cmocka_unit_test(test_octets_inside),
	    cmocka_unit_test(test_language),
	    cmocka_unit_test(test_long),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_requests),
	    cmocka_unit_test(test_requests_refused),
	    cmocka_unit_test(test_pack),
	    cmocka_unit_test(test_round_trip),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
