/* phrase_sample - ordinary words of each language: the names, sums and goods
 * of one day at a market there, neither short nor long. */
#include <stddef.h>
#include <string.h>

#include "handlers/phrase.h"

/* In the order of `struct words`, from items to how. */
static const struct {
	const char *lang;
	struct words words;
} samples[] = {
    {"en", {"K7F", "5 kg tomato", "5 kg", "tomato", "kg", "KES 40/kg",
	       "KES 200", "150 kg", "Akinyi Otieno", "+254711000001",
	       "Juma +254711000002", "Fri 27 Nov", "Ugunja", "06:30",
	       "short by 2 kg", "1 #K7F 5 kg tomato, 2 #M2P 2 bags maize", "3",
	       "Siaya market", "5 kg tomato: handed over"}},
    {"zh",
	{"K7F", "西红柿5斤", "5斤", "西红柿", "斤", "4元/斤", "20元", "150斤",
	    "王芳", "+8613800138000", "李明 +8613800138001", "11月27日周五",
	    "李家村", "06:30", "少了2斤", "1 #K7F西红柿5斤 2 #M2P玉米2袋", "3",
	    "西山集市", "西红柿5斤: 已交货"}},
    {"zh-Latn",
	{"K7F", "xihongshi 5 jin", "5 jin", "xihongshi", "jin", "4 yuan/jin",
	    "20 yuan", "150 jin", "Wang Fang", "+8613800138000",
	    "Li Ming +8613800138001", "11-27 zhou5", "Lijiacun", "06:30",
	    "shao le 2 jin", "1 #K7F xihongshi 5 jin, 2 #M2P yumi 2 dai", "3",
	    "Xishan jishi", "xihongshi 5 jin: yi jiaohuo"}},
    {"sw",
	{"K7F", "nyanya kilo 5", "kilo 5", "nyanya", "kilo", "KES 40/kilo",
	    "KES 200", "kilo 150", "Akinyi Otieno", "+254711000001",
	    "Juma +254711000002", "Ijumaa 27 Nov", "Ugunja", "06:30",
	    "pungufu kilo 2", "1 #K7F nyanya kilo 5, 2 #M2P mahindi magunia 2",
	    "3", "Soko la Siaya", "nyanya kilo 5: imekabidhiwa"}},
    {"hi", {"K7F", "5 किलो टमाटर", "5 किलो", "टमाटर", "किलो", "₹40/किलो",
	       "₹200", "150 किलो", "सुनीता", "+919876543210",
	       "रमेश +919876543211", "शुक्र 27 नव", "रामपुर", "06:30", "2 किलो कम",
	       "1 #K7F 5 किलो टमाटर, 2 #M2P 2 बोरी मक्का", "3", "सीतापुर मंडी",
	       "5 किलो टमाटर: दे दिया"}},
    {"hi-Latn",
	{"K7F", "5 kilo tamatar", "5 kilo", "tamatar", "kilo", "Rs 40/kilo",
	    "Rs 200", "150 kilo", "Sunita Devi", "+919876543210",
	    "Ramesh +919876543211", "Shukra 27 Nov", "Rampur", "06:30",
	    "2 kilo kam", "1 #K7F 5 kilo tamatar, 2 #M2P 2 bori makka", "3",
	    "Sitapur mandi", "5 kilo tamatar: de diya"}},
    {"fr", {"K7F", "5 kg tomate", "5 kg", "tomate", "kg", "400 F/kg", "2000 F",
	       "150 kg", "Aminata Traoré", "+22370000001",
	       "Moussa +22370000002", "ven 27 nov", "Sikasso", "06:30",
	       "il manque 2 kg", "1 #K7F 5 kg tomate, 2 #M2P 2 sacs maïs", "3",
	       "marché de Sikasso", "5 kg tomate: remis"}},
    {"es", {"K7F", "5 kg tomate", "5 kg", "tomate", "kg", "GTQ 8/kg", "GTQ 40",
	       "150 kg", "María López", "+50251000001", "Juan +50251000002",
	       "vie 27 nov", "Sololá", "06:30", "faltan 2 kg",
	       "1 #K7F 5 kg tomate, 2 #M2P 2 sacos maíz", "3",
	       "mercado de Sololá", "5 kg tomate: entregado"}},
    {"pt", {"K7F", "5 kg tomate", "5 kg", "tomate", "kg", "MZN 40/kg",
	       "MZN 200", "150 kg", "Graça Machava", "+258840000001",
	       "João +258840000002", "sex 27 nov", "Gurué", "06:30",
	       "faltam 2 kg", "1 #K7F 5 kg tomate, 2 #M2P 2 sacas milho", "3",
	       "mercado de Gurué", "5 kg tomate: entregue"}},
    {"bn", {"K7F", "5 কেজি টমেটো", "5 কেজি", "টমেটো", "কেজি", "৳40/কেজি",
	       "৳200", "150 কেজি", "রহিমা", "+8801711000001",
	       "করিম +8801711000002", "শুক্র 27 নভে", "বগুড়া", "06:30",
	       "2 কেজি কম", "1 #K7F 5 কেজি টমেটো, 2 #M2P 2 বস্তা ভুট্টা", "3",
	       "বগুড়া হাট", "5 কেজি টমেটো: দেওয়া হয়েছে"}},
    {"bn-Latn",
	{"K7F", "5 keji tometo", "5 keji", "tometo", "keji", "Tk 40/keji",
	    "Tk 200", "150 keji", "Rahima Begum", "+8801711000001",
	    "Karim +8801711000002", "Shukro 27 Nov", "Bogura", "06:30",
	    "2 keji kom", "1 #K7F 5 keji tometo, 2 #M2P 2 bosta bhutta", "3",
	    "Bogura hat", "5 keji tometo: deowa hoyeche"}},
    {"ar", {"K7F", "5 كيلو طماطم", "5 كيلو", "طماطم", "كيلو", "20 جنيه/كيلو",
	       "100 جنيه", "150 كيلو", "فاطمة", "+201001000001",
	       "أحمد +201001000002", "الجمعة 27 نوف", "المنيا", "06:30",
	       "ناقص 2 كيلو", "1 #K7F 5 كيلو طماطم, 2 #M2P 2 شوال ذرة", "3",
	       "سوق المنيا", "5 كيلو طماطم: تم التسليم"}},
    {"ar-Latn",
	{"K7F", "5 kilo tamatem", "5 kilo", "tamatem", "kilo", "20 geneh/kilo",
	    "100 geneh", "150 kilo", "Fatma Hassan", "+201001000001",
	    "Ahmed +201001000002", "gomaa 27 nov", "Minya", "06:30",
	    "na2es 2 kilo", "1 #K7F 5 kilo tamatem, 2 #M2P 2 shewal dora", "3",
	    "souk Minya", "5 kilo tamatem: etsallem"}},
    {"id", {"K7F", "5 kg tomat", "5 kg", "tomat", "kg", "Rp8.000/kg",
	       "Rp40.000", "150 kg", "Siti Rahayu", "+6281200000001",
	       "Budi +6281200000002", "Jum 27 Nov", "Garut", "06:30",
	       "kurang 2 kg", "1 #K7F 5 kg tomat, 2 #M2P 2 karung jagung", "3",
	       "pasar Garut", "5 kg tomat: sudah diserahkan"}},
    {"am",
	{"K7F", "5 ኪሎ ቲማቲም", "5 ኪሎ", "ቲማቲም", "ኪሎ", "40 ብር/ኪሎ", "200 ብር",
	    "150 ኪሎ", "አልማዝ", "+251911000001", "ከበደ +251911000002", "ዓርብ 27 ኖቬ",
	    "ጅማ", "06:30", "2 ኪሎ ጎደለ", "1 #K7F 5 ኪሎ ቲማቲም, 2 #M2P 2 ጆንያ በቆሎ",
	    "3", "ጅማ ገበያ", "5 ኪሎ ቲማቲም: ተሰጥቷል"}},
};

static const struct words *
sample_of(const char *lang, size_t octets)
{
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
		if (strlen(samples[i].lang) == octets &&
		    memcmp(samples[i].lang, lang, octets) == 0)
			return &samples[i].words;
	return NULL;
}

const struct words *
phrase_sample(const char *lang)
{
	const struct words *words = sample_of(lang, strlen(lang));

	if (words == NULL)
		words = sample_of(lang, strcspn(lang, "-_"));
	return words != NULL ? words : &samples[0].words;
}
