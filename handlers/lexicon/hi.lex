# hi - Hindi, in Latin letters as most people thumb it, and in Devanagari; with
# the Urdu words that people write in Latin letters.  Long and short vowel
# signs, chandrabindu and nukta are the same to furrow: one spelling is enough.

[sound]
aa>a, ee>i, oo>u, ou>o, au>o, ai>e, ey$>e, ay$>e, ph>f, w>v, z>j, q>k, chh>ch, sh>s, y>i
bh>b, dh>d, th>t, kh>k, gh>g, jh>j, h$>
ण>न, ष>स, श>स, ङ>ं, ञ>ं, न्>ं, म्>ं, ्>, ै>े, ौ>ो, ये$>ए, यि$>इ
ख>क, घ>ग, छ>च, झ>ज, ठ>ट, ढ>ड, थ>त, ध>द, फ>प, भ>ब

[form]
ending: a>e, i>iyan, i>iya, >on, a>on, i>iyon, आ>ए, ा>े, ा>ों, ी>ियां
ending: ी>ियों, >ों, >ें

[number]
# Decimals in words: two point five.
+0.1: point ek, pwaint ek, दशमलव ek, पॉइंट ek
+0.2: point do, pwaint do, दशमलव do, पॉइंट do
+0.3: point teen, pwaint teen, दशमलव teen, पॉइंट teen
+0.4: point chaar, pwaint chaar, दशमलव chaar, पॉइंट chaar
+0.5: point paanch, pwaint paanch, दशमलव paanch, पॉइंट paanch
+0.6: point chhe, pwaint chhe, दशमलव chhe, पॉइंट chhe
+0.7: point saat, pwaint saat, दशमलव saat, पॉइंट saat
+0.8: point aath, pwaint aath, दशमलव aath, पॉइंट aath
+0.9: point nau, pwaint nau, दशमलव nau, पॉइंट nau
1st: pehla, pahla, pehle wala, pehla wala, pahle wala, पहला, पहले वाला, पहला वाला
2nd: dusra, doosra, dusre wala, doosra wala, dusra wala, दूसरा, दूसरे वाला, दूसरा वाला
3rd: teesra, tisra, teesre wala, tisra wala, तीसरा, तीसरे वाला, तीसरा वाला
1: ek, ik, एक, इक
2: do, दो
3: teen, tin, tiin, तीन
4: char, chaar, chr, चार
5: paanch, panch, paach, pach, panj, पांच, पाच
6: chhe, che, chah, chhah, cheh, chhai, chey, छह, छः, छे, छ
7: saat, sat, सात
8: aath, ath, aanth, आठ
9: nau, nao, नौ
10: das, dus, dass, duss, दस, दश
11: gyarah, gyara, gyaarah, igyarah, gyarha, ग्यारह
12: barah, bara, baarah, baara, बारह
13: terah, terha, तेरह
14: chaudah, chauda, choudah, chodah, chaudha, चौदह
15: pandrah, pandra, pandarah, pandhra, pundrah, पंद्रह, पन्द्रह
16: solah, sola, solha, सोलह
17: satrah, satra, sattrah, satarah, सत्रह
18: atharah, athara, attharah, atthara, atharha, अठारह, अट्ठारह
19: unnis, unnees, unis, उन्नीस
20: bees, bis, beess, बीस
21: ikkis, ikkees, इक्कीस
22: bais, baees, baais, बाईस, बाइस
23: teis, teyis, taees, तेईस, तेइस
24: chaubis, chaubees, choubis, चौबीस
25: pachees, pachis, pacchis, pachchis, pachchees, pacchees, पच्चीस, पचीस
26: chabbis, chhabbis, chabbees, छब्बीस
27: sattais, sattaees, sataais, सत्ताईस, सत्ताइस
28: atthais, athais, attais, athaees, अट्ठाईस, अठाईस, अट्ठाइस
29: untis, untees, unattis, उनतीस, उन्तीस
30: tees, tis, तीस
31: ikattis, iktis, iktees, इकतीस, इकत्तीस
32: battis, battees, बत्तीस
33: taintis, taintees, tentis, तैंतीस, तेंतीस
34: chauntis, chauntees, chautis, चौंतीस
35: paintis, paintees, pentis, paitis, पैंतीस
36: chattis, chhattis, chattees, छत्तीस
37: saintis, saintees, sentis, सैंतीस
38: adtis, artis, adtees, artees, अड़तीस
39: untalis, untalees, unchalis, उनतालीस, उन्तालीस
40: chalis, chalees, chaalis, chaalees, challis, चालीस
41: iktalis, iktalees, इकतालीस
42: bayalis, byalis, bayalees, बयालीस
43: taintalis, tentalis, तैंतालीस
44: chavalis, chauvalis, chawalis, चवालीस, चौवालीस
45: paintalis, paintalees, pentalis, पैंतालीस
46: chhiyalis, chiyalis, छियालीस
47: saintalis, sentalis, सैंतालीस
48: adtalis, artalis, अड़तालीस
49: unchas, unanchas, उनचास
50: pachas, pachaas, pachhas, pacchas, पचास
51: ikyavan, ikyawan, इक्यावन
52: bavan, bawan, बावन
53: tirpan, tirepan, तिरपन
54: chauvan, chauwan, चौवन
55: pachpan, pachapan, पचपन
56: chhappan, chappan, छप्पन
57: sattavan, sattawan, सत्तावन
58: atthavan, atthawan, athavan, अट्ठावन, अठावन
59: unsath, उनसठ
60: saath, sath, साठ
61: iksath, इकसठ
62: basath, बासठ
63: tirsath, तिरसठ
64: chausath, चौसठ
65: painsath, paisath, पैंसठ
66: chhiyasath, chiyasath, छियासठ
67: sadsath, sarsath, सड़सठ
68: adsath, arsath, अड़सठ
69: unhattar, उनहत्तर
70: sattar, satar, सत्तर
71: ikhattar, इकहत्तर
72: bahattar, बहत्तर
73: tihattar, तिहत्तर
74: chauhattar, चौहत्तर
75: pachhattar, pachattar, pichattar, pachahattar, पचहत्तर, पिचहत्तर, पिछत्तर
76: chhihattar, छिहत्तर
77: satattar, सतहत्तर
78: athattar, अठहत्तर
79: unyasi, unasi, उन्यासी, उनासी
80: assi, asi, assee, अस्सी
81: ikyasi, इक्यासी
82: bayasi, byasi, बयासी
83: tirasi, तिरासी
84: chaurasi, चौरासी
85: pachasi, pichasi, पचासी, पिचासी
86: chhiyasi, छियासी
87: satasi, सत्तासी
88: athasi, atthasi, अठासी, अट्ठासी
89: navasi, नवासी
90: nabbe, navve, nabbay, nabe, नब्बे
91: ikyanve, इक्यानवे
92: banve, बानवे
93: tiranve, तिरानवे
94: chauranve, चौरानवे
95: pachanve, panchanve, पचानवे, पंचानवे
96: chhiyanve, छियानवे
97: satanve, सत्तानवे
98: athanve, अट्ठानवे, अठानवे
99: ninyanve, ninanve, निन्यानवे
x100: sau, sow, saw, सौ
x1000: hazaar, hazar, hajar, hajaar, hzr, हजार
x100000: lakh, lac, लाख
0.5: aadha, adha, aadhi, adhi, aadhe, adhe, adhaa, aadhaa, aadh, आधा, आधी, आधे
0.5: aadha ek, aadha sa
0.25: chauthai, ek chauthai, चौथाई, एक चौथाई
0.75: pauna, paun, pona, पौना, पौन, तीन चौथाई, teen chauthai
0.25+: sava, sawa, swa, savaa, सवा
0.5+: sadhe, saadhe, saade, sade, sarhe, saarhe, साढ़े, साढे
-0.25+: paune, pone, पौने
1.5: dedh, derh, dedhh, ded, der sau gram, डेढ़, डेढ
2.5: dhai, adhai, adhaai, dhaai, dai, ढाई, अढ़ाई
# Figure and unit in one: "pav kilo"; "do pav" counts the pav, see [unit].
0.25: pav kilo, paav kilo, pao kilo, pau kilo, pav kg, paav kg, pav bhar, पाव किलो, पाव भर

# Ten, not the French "du kilo".
10: dus kilo, dus kg, duss kilo

[unit]
kg: dus kilo, dus kg, duss kilo
kg: pav kilo, paav kilo, pao kilo, pau kilo, pav kg, paav kg, pav bhar, पाव किलो, पाव भर
0.25 kg: pav, paav, pao, pauva, पाव, पावा
kg: kilo, klo, kg, kilogram, kgs, killo, keelo, kello, kelo, kilos, kji, kejee, keji
kg: किल, कलो, किलौ, क्लो, किलोग्रा, kil, klio, kili, kiol, kilp, किलो, किग्रा, केजी, किलोग्राम
kg: कीलोग्राम, किलों, कि ग्रा
g: gram, graam, grm, gm, garam gram, ग्राम, ग्रा, ग्रॅम
quintal: quintal, kwintal, kuntal, kuintal, kvintal, kuntl, kuntel, qtl, क्विंटल, कुंतल, कुंटल
quintal: क्विन्टल, कुन्तल, क्विटल
tonne: ton, tonn, टन
litre: litre, liter, litar, leeter, lettre, lt, लीटर, लिटर
ml: mili, मिली, मिलीलीटर, एमएल
piece: piece, pis, pees, pcs, nag, nug, adad, dana, daana, sabut dana, पीस, नग, अदद, दाना, पिस
2 piece: jodi, joda, jori, जोड़ी, जोड़ा
20 piece: kodi, kori, कोड़ी
dozen: darjan, darzan, derjan, darjn, dajan, dojan, dozon, drjn, दर्जन, डजन, दरजन, डज़न
bunch: gaddi, gadi, gaddee, guchha, guccha, gucha, gatthi, gathri, gatthar, mutthi, muththa, juri
bunch: joori, pula, bandal
bunch: गड्डी, गुच्छा, गट्ठी, गट्ठर, मुट्ठी, जूड़ी, पूला, बंडल
bag: thaila, thela, thaili, jhola, katta, kattha, beg, थैला, थैली, झोला, कट्टा, बैग
sack: bori, bora, borii, boriya, boree, bore, बोरी, बोरा, बोरियाँ
crate: kret, krate, karet, kerat, keret, crates, क्रेट, कैरेट, करेट
tray: tre, trey, ट्रे
box: peti, petti, pethi, dibba, dabba, diba, baksa, khokha, karton, kartoon, पेटी, डिब्बा, डब्बा
box: बक्सा, बॉक्स, कार्टन, खोखा
tin: kanastar, pipa, peepa, टिन, कनस्तर, पीपा
basket: tokri, tokra, tokari, tokdi, टोकरी, टोकरा, टोकनी
bucket: balti, baalti, bucket, बाल्टी
bottle: botal, botl, bottal, shishi, sheeshi, बोतल, शीशी, बॉटल
pack: packet, paket, pakit, paikat, pkt, pudiya, पैकेट, पाकेट, पाकिट, पुड़िया
maund: mann, mund, maund, मन
ser: ser, seer, सेर

[day]
today: aaj, aj, aaj hi, aaj tak, aaj sham, aaj shaam, aaj shaam ko, aaj sham ko, aaj shaam tak
today: aaj sham tak, aaj subah, aaj raat, aaj dopahar, aaj k, aaj ke liye, aaj ka, aaj ki
today: आज, आज ही, आज शाम, आज शाम को, आज शाम तक, आज सुबह, आज रात, आज दोपहर, आज तक, आज के लिए
tomorrow: kal, kl, kall, kal subah, kal subha, kal sube, kal savere, kal tak, kal subah tak
tomorrow: kal sham, kal shaam, kal sham tak, kal shaam tak, kal sham ko, kal dopahar
tomorrow: kal dopahar tak, kal ke liye, agle din
tomorrow: कल, कल सुबह, कल सवेरे, कल तक, कल सुबह तक, कल शाम, कल शाम तक, कल शाम को, कल दोपहर
tomorrow: कल दोपहर तक, कल के लिए, अगले दिन
overmorrow: parso, parson, parsu, parsoon, parso tak, parso subah, परसों, परसो, परसों तक
overmorrow: परसों सुबह
mon: somvar, somwar, somvaar, sombar, somvar ko, somwar ko, सोमवार, सोमवार को, सोम
tue: mangalvar, mangalwar, mangal, mangal ko, mangalbar, मंगलवार, मंगलवार को, मंगल
wed: budhvar, budhwar, budh, budhvaar, budhbar, budh ko, बुधवार, बुधवार को, बुध
thu: guruvar, guruwar, brihaspativar, brahaspativar, veervar, virvar, jumerat, jumeraat, गुरुवार
thu: गुरुवार को, बृहस्पतिवार, वीरवार
fri: shukravar, shukrawar, shukrvar, sukrawar, shukkarvar, jumme, jumma ko, शुक्रवार, शुक्रवार को
fri: शुक्र, जुमा
sat: shanivar, shaniwar, sanivar, sanichar, shanichar, शनिवार, शनिवार को, शनिचर
sun: ravivar, raviwar, itvar, itwar, etwar, itvaar, itwaar, aitwar, itwar ko, ravivar ko, रविवार
sun: रविवार को, इतवार, इतवार को, संडे
january: january, janvari, जनवरी
february: february, farvari, फरवरी, फ़रवरी
march: march, मार्च
april: april, aprail, अप्रैल
may: मई
june: june, जून
july: july, julai, जुलाई
august: august, agast, अगस्त
september: september, sitambar, सितंबर, सितम्बर
october: october, aktubar, अक्टूबर
november: november, navambar, नवंबर, नवम्बर
december: december, disambar, दिसंबर, दिसम्बर

[language]
hi: hindi, hindee, हिंदी, हिन्दी, urdu
en: angrezi, angreji, engrezi, inglish, अंग्रेजी, अंग्रेज़ी, इंग्लिश, इंगलिश
bn: bangla, bengali, बंगाली, बांग्ला
ar: arbi, अरबी
zh: chini bhasha, चीनी
fr: फ्रेंच
es: स्पेनिश
sw: स्वाहिली

[word]
to: se, से, to lekar, se lekar, से लेकर
# Politeness, people spoken to, what is said before business.
greet: namaste, namste, namastey, namaskar, nmste, pranam, parnam, ram ram, jai ram ji ki
greet: jai shri ram, radhe radhe, sat sri akal, sasriyakal, adab, suprabhat, shubh prabhat
greet: shubh sandhya
greet: assalam alaikum, assalamualaikum, asalam o alaikum, aslam alekum, salam alaikum
greet: walaikum salam, khuda hafiz
greet: bhai, bhaiya, bhaiyaa, bhaia, bhayya, bhaiji, bhaijaan, bhaisahab, bhai sahab, bhai saab
greet: bhaai, bhiya, bro, yaar, dost, mitra, sahab, saab, sahib, janab, huzoor, sir ji, sirji
greet: madam ji, madamji, didi, behen, behan, behenji, bahan, aunty, auntyji, uncle, uncleji
greet: chacha, chachaji, kaka, tauji, mama ji, beta ji, seth ji, sethji, lala ji, malik, pradhan ji
greet: sarkar
greet: are bhai, arre bhai, suno, suniye, sunna, suno bhai, hello ji, halo ji, kya haal hai
greet: kya hal hai, kaise ho, kaise hain, kaise hain aap, kaise ho aap, kaise ho bhai, sab theek
greet: sab badhiya, kya haal chaal
greet: नमस्ते, नमस्कार, प्रणाम, राम राम, जय श्री राम, राधे राधे, सुप्रभात, शुभ प्रभात, सलाम, आदाब
greet: हैलो, हेलो, हाय, भाई, भैया, भाईसाहब, भाई साहब, साहब, साब, जनाब, सर, मैडम, दीदी, बहन, बहनजी
greet: अंकल, आंटी, चाचा, काका, दोस्त, मित्र, सेठ जी, मालिक, सुनो, सुनिए, अरे भाई, कैसे हो, कैसे हैं
greet: कैसे हैं आप, क्या हाल है, सब ठीक
thanks: dhanyavad, dhanyawad, dhanyabad, dhanywad, danyavad, shukriya, shukria, sukriya
thanks: bahut dhanyavad, bahut bahut dhanyavad, bahut shukriya, bahut bahut shukriya, meherbani
thanks: meharbani, mehrbani, aabhar, bada upkar, shubh ratri, alvida, phir milenge
thanks: धन्यवाद, धन्यबाद, शुक्रिया, बहुत धन्यवाद, बहुत बहुत धन्यवाद, बहुत शुक्रिया, मेहरबानी, आभार
thanks: शुभ रात्रि, अलविदा, फिर मिलेंगे, थैंक्यू, थैंक यू
# What changes nothing in an order.
filler: ji, jee, ka, ki, ke, k, ko, se, me, mein, mai, main, pe, hi, he, na, naa, to, toh, ab, abhi
filler: phir, fir, h, hai, hain, hu, hun, hoon, ho, bhi, bi, wala, wali, wale, vala, vali, vale
filler: waala, waali, ye, yeh, wo, woh, is, us, iska, uska, isme, usme, yahan, vahan, wahan, yaha
filler: waha, jo, jaisa, jaise, itna, itni
filler: mujhe, mujhko, mujh ko, muje, mujhey, hame, hamein, hamen, humko, hamko, humein, hume, mera
filler: meri, mere, hamara, hamari, hamare, humara, apna, apni, apne, ham, hum, aap, aapka, aapki
filler: aapke, aapko, aapse, tum, tumhara, mere liye, hamare liye, apne liye, mere ko, merko
filler: kripya, krupya, kripaya, kirpya, meherbani karke, mehrbani karke, please ji, jara, zara
filler: thoda sa, jaldi, jaldi se, jaldi hi, fatafat, turant, turnt, foran, jald, jald se jald
filler: abhi ke abhi, urgent hai, subah, subha, sube, sham, shaam, dopahar, raat, savere, sawere
filler: subah subah, subah tak, sham tak, shaam tak, sham ko, shaam ko, dopahar tak, dopahar ko
filler: subah ko, raat ko, raat tak, samay par, time pe, time par, time se
filler: ke liye, k liye, ke lie, liye, ki taraf, ke hisab se, ke hisaab se, hisab se, hisaab se
filler: kar do, kardo, kar dena, kardena, kar dijiye, kar dijiyega, kar den, kar dein, kardijiye
filler: karo, karna, karna hai, kijiye, kijiyega, kariye, karein, karen, karke, kar ke, karta
filler: karna tha, dena bhai
filler: kya aap, kya mujhe, kya main, kya mai, kya hum, kya hame, kya humein, kya ap, क्या आप
filler: क्या मुझे, क्या मैं, क्या हम, क्या हमें
filler: taza, taaza, taja, taaja, tazi, taji, tazaa, fresh wala, achha wala, achhe wale, acche wale
filler: acchi wali, acche, acchi, achhi, badhiya wala, badhiya wale, badiya, ek number, ek no
filler: a one, a1, desi, deshi, shuddh, sudh, asli, jaivik, organic wala, pura paka, pake, pake hue
filler: paka hua, paki, kachche, kacche, sukha, sukhi, sukhe, bada, badi, bade, bade bade, chota
filler: chhota, chhoti, choti, chhote, chote, mota, moti, mote, patla, patle, lal, laal, hara, hari
filler: hare, safed, safaid, pila, peela, kala, kale, kaali, mitha, mithe, meetha, meethi, khatta
filler: teekha, tikhi, narm, mulayam, saaf, saf, saaf suthra, dhula hua, kata hua, kat ke, kaat ke
filler: kaat kar, chhil ke, beej rahit, bina beej, medium size, quality wala, sasta, saste
filler: bilkul fresh, bhar ke, bhar, kul, lagbhag, lagbag, karib, kareeb, qareeb, takriban
filler: taqriban, kam se kam, thoda, thodi, thode, roz, roj, rozana, har din, har roz, hafte me
filler: mahine me, ghar ke liye, dukan ke liye, hotel ke liye, restaurant ke liye, shadi ke liye
filler: party ke liye, bachho ke liye
filler: जी, का, की, के, को, से, में, पे, ही, तो, अब, अभी, फिर, है, हैं, हूं, हो, भी, वाला, वाली
filler: वाले, यह, ये, वह, वो, इस, उस, यहां, वहां, जो, इतना, मुझे, मुझको, हमें, हमको, मेरा, मेरी
filler: मेरे, हमारा, हमारी, हमारे, अपना, अपने, मैं, हम, आप, आपका, आपकी, आपके, आपको, आपसे, तुम
filler: मेरे लिए, हमारे लिए
filler: कृपया, कृप्या, प्लीज, ज़रा, जल्दी, जल्दी से, तुरंत, फटाफट, शीघ्र, सुबह, शाम, दोपहर, रात
filler: सवेरे, सुबह तक, शाम तक, शाम को, दोपहर तक, सुबह को, रात को, रात तक, समय पर, टाइम पर, के लिए
filler: के लिये, लिए, लिये, के हिसाब से, हिसाब से, कर दो, कर दें, कर देना, कर दीजिए, कर दीजिये
filler: कर दीजिएगा, करो, करें, करना, करना है, कीजिए, कीजिये, करके, कर के
filler: ताजा, ताजी, ताजे, अच्छे, अच्छी, अच्छे वाले, अच्छी वाली, अच्छा वाला, बढ़िया वाले, देसी, देशी
filler: शुद्ध, असली, जैविक, पका, पके, पके हुए, पक्के, सूखा, सूखी, सूखे, बड़ा, बड़ी, बड़े, छोटा
filler: छोटी, छोटे, मोटा, मोटी, मोटे, लाल, हरा, हरी, हरे, सफेद, पीला, पीली, काला, काले, काली, मीठा
filler: मीठे, मीठी, खट्टे, तीखी, साफ, कटा हुआ, काट के, काट कर, भर, कुल, लगभग, करीब, तकरीबन
filler: कम से कम, थोड़ा, थोड़ी, थोड़े, रोज, रोज़ाना, हर रोज, हर दिन, प्रतिदिन, होटल के लिए
filler: दुकान के लिए, शादी के लिए, घर के लिए
filler: maal, mal, saman, samaan, samaan sab, cheez, chiz, sabzi, sabji, sabjiyan, sabziyan
filler: tarkari, phal, fal, anaj, kirana, माल, सामान, सब्जी, सब्जियां, तरकारी, फल, अनाज
filler: tha, thi, the, thee, था, थी, थे
filler: seva, service, sarvis, sewa, सेवा, सर्विस, delivery ka, total
filler: chinta mat karo, chinta mat karna, chinta na kare, fikar mat karo, tension mat lo
filler: चिंता मत करो, फिक्र मत करो
and: aur, or, orr, ore, tatha, evam, ke sath, ke saath, sath me, saath me, sath mein, saath mein
and: sath hi, saath hi, iske sath, uske sath, aur haan, aur sath me
and: और, तथा, एवं, व, के साथ, साथ में, साथ ही, इसके साथ
or: ya, yaa, ya fir, ya phir, athva, या, या फिर, अथवा
not: na bheje, na bhejo, na bhejein, na laye, na laao, ना भेजें, ना भेजो
not: mat, bina, ke bina, nahi chahiye, nhi chahiye, nahin chahiye, chhod ke, chhodkar, ke alawa
not: mat bhejna, na bhejna, mat lana, mat dena, मत, बिना, के बिना, नहीं चाहिए, नही चाहिए, छोड़कर
not: के अलावा, मत भेजना, मत लाना, मत देना

# A word that only stands in phrases is not mended, so small ones stand here, too.
filler: bahut, kam, sab, saare, sara, saara, poora, pura, pure, upar, koi, kisi, kis, kuch, kuchh
filler: itne, jyada, zyada, der, wapas, time, samay, naya, nayi, naye, purana, uske, iske, isse
filler: usse, alag, paas, pas, wahi, vahi, aise, tarah, jaisi
filler: बहुत, कम, सब, सारा, सारे, पूरा, पूरे, ऊपर, कोई, किसी, किस, कुछ, इतने, इतनी, ज्यादा, देर
filler: वापस, समय, नया, नई, नए, पुराना, उसके, इसके, इससे, अलग, पास, वही, ऐसे, तरह, जैसी
filler: kam se kam, kam sekam, कम से कम, minimum

# Wishes: want, send, bring, give, buy, keep, pack, put down.
want: chahiye, chahie, chaiye, chaie, chahiay, chaahiye, chahye, chahiy, chaheye, chahiya, chahiyeh
want: chahyie, chahiye tha, chahiye thi, chahiye the, chahiye hai, chahiye hoga, chahiyega
want: chahiye honge, chahiye hogi, chahta hu, chahta hun, chahta hoon, chahti hu, chahti hun
want: chahte hai, chahte hain, chahie tha, chaiye tha, chaiye the
want: lagega, lagegi, lagenge, lagengi, lagega mujhe, lagne wala hai, jarurat, jarurat hai, zarurat
want: zarurat hai, zaroorat, zaroorat hai, jaroorat hai, jarurat thi, ki jarurat hai
want: ki zarurat hai, avashyakta, avashyakta hai, darkar, darkar hai, darkaar hai
want: bhejo, bhejna, bhej, bheje, bhejen, bhejein, bheju, bhejiye, bhejie, bhejiyega, bhejiega
want: bhej do, bhejdo, bhej dena, bhejdena, bhej dijiye, bhej dijie, bhej dijiyega, bhejdijiye
want: bhej de, bhej den, bhej dein, bhej dijye, bhej dyo, bhejna hai, bhejna ji, bhejo na
want: bhej do na, bej do, bejo, bejna, bhjo, bhej sakte ho, bhej sakte hain, bhej sakte hai
want: bhej sakte, bhej paoge, bhej payenge, bhijwa do, bhijwao, bhijwana, bhijwa dena
want: bhijwa dijiye, bhijwa dijiyega, bhijwaiye, bhijwayen, bhijwa den, bhijwa dein, bhejwa do
want: bhejwao, bhejwa dena, bhejwa dijiye, bhijva do, bhijvana
want: de do, dedo, de de, dena, dedena, de dena, dena hai, dena ji, dijiye, dijie, dijiyega
want: dijiega, dijye, de dijiye, de dijie, de dijiyega, dedijiye, de den, de dein, dein, deo
want: dilwa do, dilwa dena, dila do, dila dena, de do na, de sakte ho, de sakte hain, de sakte hai
want: de sakte ho kya, de paoge, do na, do bhai, do bhaiya, do ji, do please, do plz, do jaldi
want: manga, mangao, mangana, mangana hai, mangane hai, mangani hai, manga do, mangwana
want: mangwana hai, mangwani hai, mangwane hai, mangwane hain, mangwana tha, mangwani thi
want: mangwane the, mangwao, mangwa do, mangwa dena, mangwa dijiye, mangvana, mangvana hai, magwana
want: magana hai, manga rahe hain, mangwa raha hu, mang raha hu, mangata hu
want: lao, lana, laiye, laiyega, layen, la do, la dena, la dijiye, lana hai, le aana, le aao
want: le aaiye, le ana, leke aana, leke ana, lekar aana, lete aana, lete ana, leke aao, le aaiyega
want: lekar aao, lao na
want: lena hai, leni hai, lene hai, lene hain, lena, leni, lena tha, leni thi, lene the, lunga
want: lungi, loonga, lenge, le lunga, le lungi, le lenge, lena chahta hu, lena chahte hain
want: lena chahti hu, leta hu, le raha hu, lenge ham
want: kharidna, kharidna hai, kharidni hai, kharidne hai, kharidne hain, kharidna chahta hu
want: kharidna chahte hain, kharidunga, kharidenge, kharid lunga, kharidna tha, khareedna
want: khareedna hai, khareedni hai, kharid rahe hain
want: pahuncha do, pahucha do, pahuncha dena, pahucha dena, pahuncha dijiye, pahuncha den
want: pahuncha dein, pahunchao, pahunchana, pahunchwa do, pahunchwa dena, pahunchaiye, pahunchaen
want: pohncha do, pahuchado, pauncha do, punhcha do, phuncha do, pahuche, pahunchana hai
want: rakh do, rakhdo, rakh dena, rakhna, rakh lena, rakh dijiye, rakhiye, rakhiyega, rakhwa do
want: rakhwa dena, alag rakhna, alag rakh do, bacha ke rakhna, mere liye rakhna, mere liye rakh do
want: pack kar do, pack kardo, pack karo, pack kar dena, pack karwa do, paik kar do, paik karo
want: tol do, taul do, tol dena, taul dena, tol ke rakhna, nikal do, nikal dena, nikal ke rakhna
want: bhar do, bhar dena, book karo, book kar do, book kardo, book kar dena, book karna hai
want: supply karo, supply kar do, supply kar dena, supply chahiye, deliver karo, deliver kar do
want: deliver kardo, deliver kar dena, deliver karna, delivery kar do, delivery karo
want: delivery chahiye, intezam karo, intezam kar do, intajam kar do, bandobast karo
want: bandobast kar do, prabandh kar do
want: order, order hai, order dena hai, order karna hai, order karna tha, order karna chahta hu
want: order karo, order kar do, order kardo, order kar dena, order kar raha hu, order kar rahe hain
want: order likho, order likh lo, order likh lijiye, order le lo, order lo, order lelo
want: order lijiye, order book karo, order book kar do, order note karo, order note kar lo
want: order laga do, order lagao, order lagana hai, mera order, mera order hai, mera order likho
want: mera order likh lo, mera order le lo, hamara order, hamara order hai, aaj ka order
want: kal ka order, naya order, order h, likh lo, likho, likh lena, likhna, likh lijiye, likh dena
want: note karo, note kar lo, note kar lena, laga do, laga dena
want: चाहिए, चाहिये, चाहिएगा, चाहिए था, चाहिए थी, चाहिए थे, चाहिए होगा, चाहिए होंगे, चाहता हूं
want: चाहती हूं, चाहते हैं, लगेगा, लगेगी, लगेंगे, लगेंगी, जरूरत, जरूरत है, की जरूरत है, आवश्यकता है
want: आवश्यकता, दरकार
want: भेजो, भेजना, भेजें, भेजिए, भेजिये, भेजिएगा, भेज दो, भेज देना, भेज दीजिए, भेज दीजिये
want: भेज दीजिएगा, भेज दें, भेज दे, भेजना है, भेजो ना, भेज सकते हैं, भेज सकते हो, भिजवा दो, भिजवाओ
want: भिजवाना, भिजवा देना, भिजवा दीजिए, भिजवाइए, भिजवा दें, भेजवा दो
want: दे दो, देना, दे देना, देना है, दीजिए, दीजिये, दीजिएगा, दे दीजिए, दे दीजिये, दे दीजिएगा
want: दे दें, दिलवा दो, दिला दो, दे सकते हैं, दे सकते हो, दो ना, दो भाई, दो जी
want: मंगाना, मंगाना है, मंगवाना, मंगवाना है, मंगवानी है, मंगवाने हैं, मंगवा दो, मंगवाओ, मंगा दो
want: मंगाओ, मंगानी है, मंगवाना था, लाओ, लाना, लाइए, लाइएगा, ला दो, ला देना, ले आना, ले आओ, ले आइए
want: लेकर आना, लेते आना, लेके आना
want: लेना, लेना है, लेनी है, लेने हैं, लेना था, लूंगा, लूंगी, लेंगे, ले लूंगा, लेना चाहता हूं
want: लेना चाहते हैं, खरीदना, खरीदना है, खरीदनी है, खरीदने हैं, खरीदना चाहता हूं, खरीदना चाहते हैं
want: खरीदूंगा, खरीदेंगे
want: पहुंचा दो, पहुंचा देना, पहुंचा दें, पहुंचा दीजिए, पहुंचाओ, पहुंचाना, पहुंचवा दो, पहुंचाइए
want: पहुंचाएं, रख दो, रख देना, रखना, रख दीजिए, रखवा दो, रख लेना, अलग रखना, अलग रख दो, पैक कर दो
want: पैक करो, पैक कर देना, पैक कर दीजिए, तौल दो, निकाल दो, निकाल देना, बुक करो, बुक कर दो
want: बुक करना है, सप्लाई करो, सप्लाई कर दो, डिलीवर कर दो, डिलीवरी कर दो, डिलीवरी चाहिए
want: इंतजाम कर दो, लिख लो, लिखो, लिख लीजिए, नोट करो, नोट कर लो, लगा दो
want: ऑर्डर, आर्डर, ऑर्डर है, ऑर्डर देना है, ऑर्डर करना है, ऑर्डर करो, ऑर्डर कर दो, ऑर्डर लिखो
want: ऑर्डर लिख लो, ऑर्डर ले लो, ऑर्डर लीजिए, ऑर्डर बुक करो, मेरा ऑर्डर, मेरा ऑर्डर है, हमारा ऑर्डर
want: आर्डर देना है, आर्डर करना है, आर्डर लिखो, मेरा आर्डर, नया ऑर्डर
want: de jana, de jao, de jaiye, de jaana, dete jana, deke jana, de ke jana, chhod jana, chhod dena
want: pakda dena, rakhwana, bharwa do, dilwana, dilwaiye, bana do, bhijwane hai, bhijwani hai
want: bhijwana hai, bhejne hai, bhejni hai, bhej rahe ho kya, chahiye ji, chahiyen, chahenge
want: chahunga, lelunga, le jaunga, le jaenge, khareed lunga, bandhwa do, bandha do, tulwa do
want: tulwa dena, दे जाना, दे जाओ, दे जाइए, देते जाना, छोड़ जाना, दिलवाइए, भिजवाना है, भेजने हैं
want: भेजनी है, चाहेंगे, ले जाऊंगा, तुलवा दो, चाहिए जी
want: kharidne, kharidni, khareedni, mangwane, mangwani, mangane, mangani, मंगवाने, मंगवानी, मंगानी
want: खरीदने, खरीदनी
want: chahi, chahi ba, chahida, chahida hai, chahide, bhej deo, bhej deyo, de deo, bhej da
want: bhej dih, patha da, pathaa da, pathai da, pahije, pahijet, joie, joiye, joiye chhe, moklo
want: mokli do, moklavo, pathva, pathwa, चाही, चाहीं, चाहिदा, भेज दिहीं, भेज द, पठा द, पाहिजे
want: bhijwana, bhijvana, bhejna, pahunchana, pahuchana, भिजवाना, पहुँचाना
want: dal dena, daal dena, dal dijiye, daal dijiye, dal dijiyega, bhi dal do, bhi daal do, डाल देना, डाल दीजिए
change: badal, badal ke, badal do, badal dena, badal dijiye, badlo, badalna, badalna hai, badalkar
change: badal kar, order badal do, order badalna hai, ki jagah, ke jagah, ki jagah pe, ki bajay
change: ke badle, ke bajaye, kam kar do, kam karo, kam kar dena, ghata do, ghatao, badha do, badhao
change: badha dena, bada do, zyada kar do, jyada kar do
change: बदल, बदल कर, बदल दो, बदलकर, बदल देना, बदल दीजिए, बदलो, बदलना है, ऑर्डर बदल दो, की जगह
change: के बदले, की बजाय, कम कर दो, कम करो, घटा दो, बढ़ा दो, बढ़ाओ, ज्यादा कर दो
change: kar do, kar dena, kar dijiye
change: कर दो, कर दीजिए, कर देना, करदो, kardo, kardena
add: jod do, jodo, jod dena, jod dijiye, jor do, aur jod do, aur jodo, aur bhi, ek aur, aur daal do
add: aur dal do, daal do, daal dena, aur bhejo, aur bhej do, aur chahiye, aur badha do, add kar do
add: add kardo, add karo, add kar dena, shamil karo, shamil kar do, order me jod do
add: order me daal do, mila do
add: जोड़ दो, जोड़ो, जोड़ देना, जोड़ दीजिए, और जोड़ दो, और भी, और डाल दो, डाल दो, और भेजो, और चाहिए
add: शामिल करो, शामिल कर दो, ऐड कर दो
add: badha do, badhao, badha dena, बढ़ा दो, बढ़ाओ
remove: hata do, hatao, hata dena, hata dijiye, nikal dena order se, order se hata do
remove: order se nikal do, kaat do, cut karo, हटा दो, हटाओ, हटा देना, हटा दीजिए, ऑर्डर से हटा दो
remove: काट दो
remove: kam kar do, kam karo, kam kar dena, ghata do, ghatao
remove: कम कर दो, कम करो, घटा दो
remove: kam, कम
correct: galti se, galti ho gayi, galti hogayi, sorry galti, matlab, mera matlab, balki
correct: maaf kijiye, गलती से, गलती हो गई, मतलब, बल्कि, मेरा मतलब
correct: maaf karna, maaf karo, maaf karein, maf karna, maf kijiye, माफ करना, माफ़ करना, माफ कीजिए, माफ़ कीजिए, माफ करें

# What sellers say.
sell: bechna, bechna hai, bechni hai, bechne hai, bechne hain, bech raha, bech raha hu
sell: bech raha hun, bech rahe hain, bech rahi hu, bechunga, bechenge, bechta hu, bech dunga
sell: bechna chahta hu, bechna chahte hain, bikri, bikri ke liye, bikri hai, bikau, bikau hai
sell: bikne ke liye, khariddar chahiye, kharidar chahiye, koi khariddar, grahak chahiye, koi lega
sell: koi lega kya, kisi ko chahiye, kisi ko chahiye kya, kisko chahiye, jisko chahiye
sell: bik raha hai
sell: बेचना, बेचना है, बेचनी है, बेचने हैं, बेच रहा हूं, बेच रहे हैं, बेच रही हूं, बेचूंगा
sell: बेचना चाहता हूं, बेचना चाहते हैं, बिक्री, बिक्री के लिए, बिक्री है, बिकाऊ, बिकाऊ है
sell: खरीदार चाहिए, ग्राहक चाहिए, कोई लेगा, किसी को चाहिए, किसको चाहिए, जिसको चाहिए
sell: bechne, bechni, bechne ke liye, bechne ko, bechne ko hai, bechne ke liye hai, bikne ko
sell: bikne wala, बेचने, बेचनी, बेचने के लिए, बेचने को, बेचने को है, बिकने के लिए
available: uplabdh, uplabdh hai, uplabd, taiyar, taiyar hai, tayar, tayyar, tayyar hai, mojud
available: maujud hai, maujood, stock me hai, stock mein hai, hai mere paas, avail hai
available: available hai, pada hai, rakha hai, उपलब्ध, उपलब्ध है, तैयार, तैयार है, मौजूद, मौजूद है
available: स्टॉक में है, रखा है, पड़ा है
available: aake le jao, aa ke le jao, aakar le jao, aake le jaiye, le jaiye, आकर ले जाओ, आके ले जाओ, ले जाइए
stock: stock hai, naya stock, mera stock, stock update, maal aaya hai, स्टॉक, नया स्टॉक, मेरा स्टॉक
have: mere paas, mere pas, hamare paas, hamare pas, apne paas, humare paas, de sakta, de sakta hu
have: de sakta hun, de sakti hu, de sakte hain hum, dunga, dungi, denge, de paunga, de payenge
have: de paungi, bhej sakta hu, bhej paunga, la sakta hu, bacha hai, bache hain, bachi hai, bacha h
have: baki hai, ho payega, ho payenge, itna hi hai, itna hai, nikal jayega, mil payega
have: मेरे पास, हमारे पास, अपने पास, दे सकता, दे सकता हूं, दे सकती हूं, दूंगा, दूंगी, देंगे
have: दे पाऊंगा, दे पाएंगे, भेज सकता हूं, बचा है, बचे हैं, बची है, बाकी है, हो पाएगा, इतना ही है
have: hi de paunga, hi dunga, hi de sakta hu, hi hai, hi bacha hai, ही दे पाऊंगा, ही दूंगा, ही है
have: ही बचा है, de deta hu, de dunga, de denge, bhej dunga, bhej denge, ला दूंगा, दे दूंगा
have: दे देंगे, भेज दूंगा, भेज देंगे
have: hi nikal payega, hi nikal payenge, hi nikalega, ही निकल पाएगा, ही निकलेगा
yes: haan, han, haa, ha, hanji, haanji, hnji, ji haan, ji han, ji ha, ji haa, haan ji, han ji
yes: ha ji, haan bhai, theek hai, thik hai, theek h, thik h, tik hai, thk hai, thik, theek
yes: theek hai ji, thik hai ji, theek hai bhai, sahi hai, sahi h, chalega, chalegi, chalo theek hai
yes: chalo thik hai, manjoor, manzoor, manjur, manzur, manzoor hai, manjoor hai, sweekar, swikar
yes: sweekar hai, kabool, kabool hai, qabool hai, razi, raazi hu, pakka, pakka hai, bilkul, zaroor
yes: jaroor, jarur, zarur, bilkul theek, deal pakki, deal done, sauda pakka, tay raha, confirm hai
yes: confirm karo, confirm kar do, ok hai, ok ji, ok bhai, ok done
yes: de dunga, de dungi, de denge, dedunga, de deta hu, de raha hu, bhej dunga, bhej dungi
yes: bhej denge, bhejdunga, bhejta hu, bhej raha hu, bhej deta hu, bhej rahe hain, bhijwa dunga
yes: bhijwa denge, la dunga, la denge, lekar aaunga, leke aaunga, le aaunga, le aunga
yes: pahuncha dunga, pahuncha denge, pahucha dunga, kar dunga, kardunga, kar denge, kar deta hu
yes: supply kar dunga, supply kar denge, ho jayega, ho jaega, hojayega, ho jayegi, ho jayenge
yes: haan mil jayega, mil jayega aapko, koi baat nahi, koi bat nahi, koi dikkat nahi
yes: koi problem nahi, koi pareshani nahi, le lo, le jao, haan hai, haan hai mere paas, ha hai
yes: haan de sakta hu, haan bhej sakta hu, mai de dunga, main de dunga, pura de dunga
yes: poora de dunga, order pakka, order manzoor, lelo
yes: हाँ, हां, हा, जी हाँ, हाँ जी, हांजी, ठीक है, ठीक, ठीक है जी, ठीक है भाई, सही है, चलेगा, चलेगी
yes: मंजूर, मंजूर है, स्वीकार, स्वीकार है, कबूल, कबूल है, राजी, पक्का, बिल्कुल, जरूर, सौदा पक्का
yes: तय रहा, कन्फर्म, ओके, दे दूंगा, दे दूंगी, दे देंगे, दे रहा हूं, भेज दूंगा, भेज दूंगी
yes: भेज देंगे, भेज रहा हूं, भेजता हूं, भिजवा दूंगा, ला दूंगा, लेकर आऊंगा, ले आऊंगा, पहुंचा दूंगा
yes: पहुंचा देंगे, कर दूंगा, कर देंगे, हो जाएगा, हो जायेगा, हो जाएगी, मिल जाएगा आपको, कोई बात नहीं
yes: कोई दिक्कत नहीं, कोई परेशानी नहीं, ले लो, ले जाओ, हाँ है, मैं दे दूंगा, पूरा दे दूंगा
yes: laa dunga, mai la dunga, main la dunga, mai laa dunga, mai bhej dunga, main bhej dunga
yes: mai kar dunga, main kar dunga, taiyar hu, taiyar hun, taiyaar hu, tayyar hu, mai taiyar hu
yes: tyar hu, deta hu, de deta hun, dete hain, de dete hain, bhej dete hain, bhej dete hai
yes: la deta hu, le lijiye, le lena, mil jayega haan, samjho ho gaya, ho gaya samjho, thik rahega
yes: theek rahega, haan bhaiya, haan sir, haan ok, ok haan, ji ok, ok thik hai, ok theek hai
yes: acha thik hai, achha theek hai, accha thik hai, achha thik hai, accha theek hai, manzoor kiya
yes: accept hai, accept karta hu, accept kiya, confirm karta hu, तैयार हूं, देता हूं, देते हैं
yes: दे देता हूं, भेज देता हूं, भेज देते हैं, ला देता हूं, ले लीजिए, समझो हो गया, अच्छा ठीक है
yes: ओके ठीक है, मैं भेज दूंगा, मैं ला दूंगा, मैं कर दूंगा, स्वीकार किया, कन्फर्म करता हूं
no: no, nahi, nahin, nhi, nai, nahii, nahi ji, ji nahi, nahi bhai, na ji, mana hai, mana, inkar, inkaar
no: nahi dunga, nahi denge, nahi bhejunga, nahi lunga, abhi nahi, aaj nahi, is baar nahi
no: iss baar nahi, iss bar nahi, nahi manzoor, manzoor nahi, manjoor nahi, asweekar, itne me nahi
no: itne mein nahi, is rate me nahi, is bhav me nahi, is daam me nahi, rate kam hai, daam kam hai
no: bhav kam hai, kam rate hai, kisi aur se le lo, kisi aur ko de do, kisi aur se lo
no: kisi aur ko dedo, maaf karo, maf karo, maaf karna, maf karna, kshama kare, interest nahi
no: nahi chalega
no: नहीं, नही, ना, जी नहीं, नहीं जी, नहीं भाई, मना है, मना, इनकार, नहीं दूंगा, नहीं देंगे, अभी नहीं
no: आज नहीं, इस बार नहीं, मंजूर नहीं, अस्वीकार, इतने में नहीं, इस रेट में नहीं, इस भाव में नहीं
no: रेट कम है, दाम कम है, किसी और से ले लो, किसी और को दे दो, माफ करो, माफ करना, क्षमा करें
no: नहीं चलेगा
no: itne kam me nahi, itne kam mein nahi, itne kam rate me nahi, itne sasta nahi, itna sasta nahi
no: itne saste me nahi, ghata hai, nuksan hai, इतने कम में नहीं, इतने सस्ते में नहीं
no: इतने दाम में नहीं
no: itne rate me nahi, itne rate me nahi dunga, is rate me nahi dunga, is bhav me nahi dunga
no: is daam me nahi dunga, itne me nahi dunga, itne me nahi de sakta, इतने रेट में नहीं
no: इस रेट में नहीं दूंगा, इतने में नहीं दूंगा
cannot: nahi ho payega, nahi ho paega, nhi ho payega, nahi hoga, nhi hoga, nahi ho sakta
cannot: nahi kar sakta, nahi kar paunga, nahi kar payenge, nahi kar sakte, nahi de sakta
cannot: nhi de sakta, nahi de sakti, nahi de sakte, nahi de paunga, nhi de paunga, nahi de paungi
cannot: nahi de payenge, nahi bhej sakta, nahi bhej paunga, nahi bhej payenge, nahi la sakta
cannot: nahi la paunga, nahi mil payega, nahi milega, nhi milega, nahi aa sakta, nahi aa paunga
cannot: mushkil hai, mumkin nahi, sambhav nahi, bas ki baat nahi, mai bahar hu, main bahar hu
cannot: bimar hu, bimaar hu, tabiyat kharab hai, gadi kharab hai
cannot: नहीं हो पाएगा, नहीं हो पायेगा, नहीं होगा, नहीं हो सकता, नहीं कर सकता, नहीं कर पाऊंगा
cannot: नहीं दे सकता, नहीं दे सकते, नहीं दे पाऊंगा, नहीं दे पाएंगे, नहीं भेज सकता, नहीं भेज पाऊंगा
cannot: नहीं ला पाऊंगा, नहीं मिलेगा, नहीं मिल पाएगा, मुश्किल है, संभव नहीं, मुमकिन नहीं, बीमार हूं
cannot: मैं बाहर हूं, तबीयत खराब है
cannot: bahar hu, bahar hun, gaon se bahar hu, shahar se bahar hu, mai bahar gaya hu
cannot: gaon me nahi hu, ghar pe nahi hu, nahi aa sakunga, nahi bhej sakunga, nahi de sakunga
cannot: nahi la sakunga, namumkin, बाहर हूं, गांव से बाहर हूं, घर पर नहीं हूं, नहीं दे सकूंगा
cannot: नहीं भेज सकूंगा, नहीं आ पाऊंगा
none-left: khatam, khatm, khtm, khatam ho gaya, khatam hogaya, khatam ho gayi, khatam ho gaye
none-left: khatam hai, khatam h, khatm ho gaya, khatm ho gya, nahi hai, nhi hai, nahi h, nhi h
none-left: nahin hai, nahi hain, nahi bacha, nhi bacha, nahi bachi, nahi bache, nahi bacha hai
none-left: kuch nahi bacha, kuchh nahi bacha, kuch nahi hai, stock nahi, stock nahi hai
none-left: stock me nahi hai, stock khatam, maal nahi, maal nahi hai, mal nahi hai, maal nhi hai
none-left: maal khatam, maal khatam ho gaya, mere paas nahi hai, mere paas nahi, mere pas nahi hai
none-left: hamare paas nahi hai, mere paas kuch nahi, abhi nahi hai, abhi maal nahi hai
none-left: aaj nahi hai, bik gaya, bik gya, bik gayi, bik gaye, sab bik gaya, sara bik gaya
none-left: saara bik gaya, sab khatam, uplabdh nahi, uplabdh nahi hai, available nahi hai
none-left: available nahi, ab nahi hai, ab nahi bacha, fasal nahi hai, fasal khatam
none-left: खत्म, ख़तम, खतम, खत्म हो गया, खत्म हो गई, खत्म हो गए, खत्म है, खतम हो गया, नहीं है
none-left: नही है, नहीं हैं, नहीं बचा, नहीं बची, नहीं बचे, नहीं बचा है, कुछ नहीं बचा, कुछ नहीं है
none-left: स्टॉक नहीं, स्टॉक नहीं है, स्टॉक खत्म, माल नहीं, माल नहीं है, माल खत्म, माल खत्म हो गया
none-left: मेरे पास नहीं है, हमारे पास नहीं है, अभी नहीं है, बिक गया, बिक गई, बिक गए, सब बिक गया
none-left: सारा बिक गया, सब खत्म, उपलब्ध नहीं, उपलब्ध नहीं है, फसल नहीं है
only: sirf, bas, keval, kewal, matra, sirf itna, bas itna, bas itna hi, itna hi, सिर्फ, सिर्फ़, बस
only: केवल, मात्र, बस इतना, इतना ही
only: hi hai, hi hain, hi h, hi bacha hai, hi bache hain, hi bachi hai, hi bacha, hi de paunga
only: hi de sakta hu, hi dunga, hi denge, hi ho payega, hi ho payenge, hi milega, hi bhej paunga
only: se zyada nahi ho payega, se jyada nahi ho payega, se zyada nahi de paunga
only: se jyada nahi de paunga, isse zyada nahi, isse jyada nahi, is se zyada nahi, ही है, ही हैं
only: ही बचा है, ही बचे हैं, ही बची है, ही दे पाऊंगा, ही दूंगा, ही देंगे, ही हो पाएगा, ही मिलेगा
only: इससे ज्यादा नहीं, से ज्यादा नहीं दे पाऊंगा, से ज्यादा नहीं हो पाएगा
only: hi nikal payega, hi nikal payenge, hi nikalega, ही निकल पाएगा, ही निकलेगा
only: kaafi hai, kafi hai, kaafi, bas itna, काफी है, काफ़ी है, बहुत है
but: lekin, lekn, magar, par, parantu, kintu, baaki nahi, baki nahi, baki ka nahi, bacha hua nahi
but: लेकिन, पर, मगर, परंतु, किंतु, बाकी नहीं, बाकी का नहीं
if: agar, agr, yadi, jab tak, tabhi, अगर, यदि, जब तक, तभी
cancel: radd, rad, radd karo, radd kar do, radd kardo, rad kar do, rad karo, radd kar dena
cancel: radd kijiye, radd kar dijiye, radd karna hai, radd karen, cancel karo, cancel kar do
cancel: cancel kardo, cancel kro, cancel kar dena, cancel kar dijiye, cancel kijiye, cancel kariye
cancel: cancel karna hai, cancel karna, cancel karwa do, cancel kar de, cancel karein, kensil karo
cancel: kainsil karo, kensal kar do, cancil kar do, cansal kar do, order cancel, order radd
cancel: order cancel karo, order cancel kar do, order cancel kardo, order radd karo
cancel: order radd kar do, order cancel karna hai, mera order cancel karo, mera order cancel kar do
cancel: mera order radd karo
cancel: nahi chahiye ab, ab nahi chahiye, order nahi chahiye, ab order nahi chahiye, nhi chahiye ab
cancel: ab nhi chahiye, mujhe nahi chahiye ab, mujhe ab nahi chahiye, order mat bhejo
cancel: order mat bhejna, order mat lao, order mat lana, maal mat bhejo, maal mat bhejna
cancel: maal mat lana, ab mat bhejna, ab mat lana, ab mat bhejo, rehne do, rahne do, rehne dijiye
cancel: rahne dijiye, rehne de, rhne do, chhod do, chod do, jaane do, jane do, bhool jao order
cancel: order bhool jao, order wapas lo, order wapas le lo, order hata do, order nahi lena
cancel: nahi lena hai, nahi lena ab, nahi mangwana, nahi mangana, order khatam karo
cancel: order band karo, order band kar do
cancel: रद्द, रद्द करो, रद्द कर दो, रद्द करें, रद्द कर देना, रद्द कीजिए, रद्द कर दीजिए
cancel: रद्द करना है, कैंसिल, कैंसल, कैंसिल करो, कैंसिल कर दो, कैंसिल करना है, कैंसल कर दो
cancel: ऑर्डर रद्द, ऑर्डर रद्द करो, ऑर्डर रद्द कर दो, ऑर्डर कैंसिल करो, ऑर्डर कैंसिल कर दो
cancel: मेरा ऑर्डर रद्द करो, मेरा ऑर्डर कैंसिल करो, अब नहीं चाहिए, नहीं चाहिए अब, ऑर्डर नहीं चाहिए
cancel: ऑर्डर मत भेजो, ऑर्डर मत भेजना, माल मत भेजो, माल मत भेजना, अब मत भेजना, रहने दो, रहने दीजिए
cancel: छोड़ दो, जाने दो, नहीं लेना है, नहीं मंगवाना
order: order ka, order ki, order me, order mein, order number, pichla order, pichle order
order: pichhla order, pichhle order, pichla order me, mere order me, mere order ka, mere order
order: ऑर्डर, आर्डर, ऑर्डर में, ऑर्डर का, पिछला ऑर्डर, मेरे ऑर्डर में, मेरे ऑर्डर का
status: kahan hai, kaha hai, kahan h, kaha h, kidhar hai, kahan tak aaya, kahan pahuncha
status: kaha pahucha, kahan tak pahuncha, kab aayega, kab aaega, kab ayega, kab aega, kab aayegi
status: kab ayegi, kab aayenge, kab aaoge, kab tak aayega, kab tak ayega, kab tak aa jayega
status: kab tak aayegi, kab tak milega, kab tak pahunchega, kab pahunchega, kab pahuchega
status: kab pahunchegi, kab milega mera, kab milega order, order kab milega, order kab aayega
status: order kab ayega, kab bhejoge, kab bhejenge, kab bheja, kab doge, kab denge, kab laoge
status: delivery kab hogi, delivery kab, kab hogi delivery, kab deliver hoga, delivery kab aayegi
status: mera order kahan hai, mera order kaha hai, mera order kahan, mera order kidhar hai
status: order kahan hai, order kaha hai, order kahan hai mera, mera maal kahan hai
status: mera maal kab aayega, maal kab aayega, maal kahan hai, saman kab aayega
status: mera saman kahan hai, order ka kya hua, mere order ka kya hua, mera order kya hua
status: order ka status, order status batao, status batao, status kya hai, kya status hai
status: order nikla kya, nikla kya, nikal gaya kya, nikal gaya, gadi nikli kya, gadi nikal gayi kya
status: pahuncha kya, pahucha kya, aaya kya order, rawana hua kya, raste me hai, raste me hai kya
status: nahi aaya, nahi aya, nhi aaya, nahi aayi, nahi aaye, nahi mila, nhi mila, nahi mili
status: nahi pahuncha, nahi pahucha, nahi pahunchi, abhi tak nahi aaya, abhi tak nahi aya
status: abhi tak nahi mila, abhi tak nahi pahuncha, abhi tak nahi aayi, ab tak nahi aaya
status: ab tak nahi mila, ab tak nahi pahuncha, order nahi aaya, order nahi mila, delivery nahi hui
status: delivery nahi aayi, kitni der lagegi, kitni der, kitna time lagega, kitna samay lagega
status: track karo, order track karo, mere order ki jankari
status: कहाँ है, कहां है, कहां तक आया, कहां पहुंचा, किधर है, कब आएगा, कब आयेगा, कब आएगी, कब आएंगे
status: कब तक आएगा, कब तक आएगी, कब तक मिलेगा, कब तक पहुंचेगा, कब पहुंचेगा, कब पहुंचेगी, कब भेजोगे
status: कब भेजेंगे, कब दोगे, ऑर्डर कब आएगा, ऑर्डर कब मिलेगा, डिलीवरी कब होगी, डिलीवरी कब आएगी
status: मेरा ऑर्डर कहाँ है, मेरा आर्डर कहाँ है, ऑर्डर कहाँ है, मेरा माल कहाँ है, माल कब आएगा
status: सामान कब आएगा, ऑर्डर का क्या हुआ, मेरे ऑर्डर का क्या हुआ, स्टेटस, स्टेटस बताओ, ऑर्डर स्टेटस
status: नहीं आया, नहीं आई, नहीं आए, नहीं मिला, नहीं मिली, नहीं पहुंचा, अभी तक नहीं आया
status: अभी तक नहीं मिला, अभी तक नहीं पहुंचा, अब तक नहीं आया, अब तक नहीं मिला, ऑर्डर नहीं आया
status: ऑर्डर नहीं मिला, डिलीवरी नहीं हुई, निकला क्या, पहुंचा क्या, रास्ते में है, कितनी देर
status: कितना समय लगेगा
status: delivery nikli, nikli kya, nikali kya, gadi nikli, delivery nikli kya, delivery nikal gayi
status: डिलीवरी निकली, निकली क्या
status: kab milega, kab milegi, kab milenge, kab tak mil jayega, kab tak mil jaega, kya sthiti hai
status: sthiti, order ki sthiti, sthiti batao, sthiti kya hai, kahan reh gaya, kaha reh gaya
status: kahan atak gaya, abhi kahan hai, kitna time aur, kitni der aur, der kyon ho rahi hai
status: itni der kyon, कब मिलेगा, कब मिलेगी, कब मिलेंगे, कब तक मिल जाएगा, क्या स्थिति है, स्थिति
status: ऑर्डर की स्थिति, कहां रह गया, कितना टाइम लगेगा, इतनी देर क्यों
status: order mila kya, mila kya, mila kya aapko, order mila kya aapko, order pahuncha kya
status: ऑर्डर मिला क्या, मिला क्या
status: nahi pahucha, nahi pahuncha, nahi pahunchi, nahin pahuncha, abhi tak nahi aaya, ab tak nahi aaya, maal nahi aaya, maal nahi pahucha, maal nahi pahuncha, नहीं पहुंचा, नहीं पहुँचा, अब तक नहीं आया, अभी तक नहीं आया
help: madad, madat, madad karo, madad kare, madad kijiye, madad chahiye, madad chahie
help: meri madad karo, sahayata, sahayta, sahayata chahiye, sahayata karo, jankari, jaankari
help: jankari chahiye, samajh nahi aaya, samajh nahi aya, samajh nhi aaya, samaj nahi aaya
help: samajh nahi aa raha, samajh nahi aata, kuch samajh nahi aaya, order kaise kare
help: order kaise karu, order kaise karen, order kaise karein, order kaise karna hai
help: order kaise karte hain, order kaise de, order kaise du, order kaise dete hain
help: kaise order kare, kaise order karu, kaise order karen, kaise order karte hain, kaise order de
help: kaise order du, kaise kare, kaise karu, kaise karte hain, kaise karna hai, kaise kharide
help: kaise kharidu, kaise mangwaye, kaise mangau, kaise beche, kaise bechu, kaise bechna hai
help: kaise istemal kare, kaise use kare, kaise chalta hai, ye kaise kaam karta hai
help: yeh kaise kaam karta hai, ye kaise chalta hai, kya karna hai, kya karu, kya karna hoga
help: kya likhna hai, kya likhu, kya bheju, kya bhejna hai, batao kaise, kaise, tarika batao
help: tareeka batao, ye kya hai, yeh kya hai, ye number kiska hai, ye kiska number hai, kaun ho aap
help: aap kaun, aap kaun ho, ye kaun hai, dikkat ho rahi hai
help: मदद, मदद करो, मदद चाहिए, मदद करें, मदद कीजिए, मेरी मदद करो, सहायता, सहायता चाहिए, जानकारी
help: जानकारी चाहिए, समझ नहीं आया, समझ नहीं आ रहा, समझ नहीं आता, कुछ समझ नहीं आया, कैसे
help: ऑर्डर कैसे करें, ऑर्डर कैसे करूं, ऑर्डर कैसे करना है, ऑर्डर कैसे करते हैं, ऑर्डर कैसे दें
help: कैसे ऑर्डर करें, कैसे करें, कैसे करूं, कैसे करना है, कैसे खरीदें, कैसे बेचें, कैसे बेचूं
help: कैसे मंगाएं, कैसे इस्तेमाल करें, यह कैसे काम करता है, ये कैसे काम करता है, ये कैसे चलता है
help: क्या करना है, क्या करूं, क्या लिखना है, यह क्या है, ये क्या है, ये नंबर किसका है, आप कौन
help: आप कौन हो, आप कौन हैं
help: ye number kis liye hai, ye number kis kaam ka hai, kis cheez ka number hai, ye kis liye hai
help: ye kya hota hai, iska kya karna hai, kaise chalega, kaise shuru kare, kaise milega
help: order karne ka tarika, order ka tarika, order kaise hota hai, bechne ka tarika, niyam batao
help: koi batao kaise, यह नंबर किसलिए है, ये नंबर किस काम का है, यह किसलिए है, ऑर्डर करने का तरीका
help: ऑर्डर कैसे होता है, तरीका बताओ, तरीका बताइए, नियम बताओ
help: kya likhna hota hai, kya likhna padega, kya bhejna hota hai, kya bhejna padega
help: kya karna hota hai, kya karna padta hai, kaise likhna hai, kaise likhu, क्या लिखना होता है
help: क्या भेजना है, क्या करना होता है, क्या करना पड़ेगा, कैसे लिखना है
help: option kya kya hai, options kya hai, option kya hai, kya kya likh sakte hain
help: kya kya kar sakte hain, kya kar sakte hain, mujhe nahi pata kaise
stop: band karo, band kar do, band kardo, band kro, bandh karo, band kijiye, band kare, band karein
stop: roko, rok do, roko isko, ye band karo, yeh sab band karo, sms band karo, sms band kar do
stop: sms band, message band karo, message band kar do, message band, messages band karo
stop: msg band karo, msg band kar do, msg band, mesage band karo, message mat bhejo
stop: message mat bhejna, message mat bheje, message mat karo, message na bheje, message na bhejo
stop: message nahi chahiye, msg mat bhejo, msg mat karo, msg na bheje, msg nahi chahiye
stop: sms mat bhejo, sms mat karo, sms na bheje, sms nahi chahiye, mujhe message mat bhejo
stop: mujhe message mat karo, mujhe msg mat karo, mujhe sms mat bhejo, mujhe message nahi chahiye
stop: mujhe message na bheje, aur message mat bhejo, aur message nahi chahiye, aur msg mat bhejo
stop: aage se message mat bhejna, dobara message mat bhejna, dobara message mat karna, mat bhejo
stop: pareshan mat karo, tang mat karo, disturb mat karo, hatao mujhe, mujhe hatao, mujhe hata do
stop: mera number hatao, mera number hata do, mera number hata dijiye, mera number nikal do
stop: mera naam hatao, mera naam hata do, list se hatao, list se hata do, mujhe list se hatao
stop: number delete karo, mera number delete karo, stop karo, stop kar do
stop: बंद, बंद करो, बंद कर दो, बंद करें, बंद कीजिए, बंद कर दीजिए, रोको, रोक दो, रोकें, ये बंद करो
stop: एसएमएस बंद करो, मैसेज बंद करो, मैसेज बंद कर दो, मैसेज बंद, मेसेज बंद करो, संदेश बंद करो
stop: संदेश मत भेजो, मैसेज मत भेजो, मैसेज मत भेजना, मैसेज मत करो, मैसेज न भेजें, मैसेज ना भेजें
stop: मैसेज नहीं चाहिए, मेसेज मत भेजो, एसएमएस मत भेजो, मुझे मैसेज मत भेजो, मुझे मैसेज मत करो
stop: मुझे मैसेज नहीं चाहिए, और मैसेज मत भेजो, और मैसेज नहीं चाहिए, दोबारा मैसेज मत भेजना, मत भेजो
stop: परेशान मत करो, तंग मत करो, मुझे हटाओ, मुझे हटा दो, मेरा नंबर हटाओ, मेरा नंबर हटा दो
stop: मेरा नाम हटा दो, लिस्ट से हटाओ, लिस्ट से हटा दो, सूची से हटाओ, स्टॉप
stop: number hata do mera, number hatao, number hata do, naam hata do, mera no hata do
stop: bas karo ye message, bas karo message, ye message band karo, ye message bhejna band karo
stop: message bhejna band karo, message bhejna band kar do, msg bhejna band karo
stop: sms bhejna band karo, message karna band karo, ab message mat bhejna, ab message mat karna
stop: aise message mat bhejo, ye sab mat bhejo, mujhe ye message nahi chahiye, ab aur message nahi
stop: unsubscribe kar do, unsubscribe karo, नंबर हटा दो, नंबर हटाओ, नाम हटा दो, मैसेज भेजना बंद करो
stop: मैसेज भेजना बंद करें, मैसेज भेजना बंद कर दो, एसएमएस भेजना बंद करो, ऐसे मैसेज मत भेजो
stop: ये मैसेज बंद करो, अब मैसेज मत भेजना, मुझे ये मैसेज नहीं चाहिए
stop: ab mat bhejna message, ab mat bhejo message, मत भेजना मैसेज
stop: message aana band karwao, message aana band karo, message aane band karo, message band karwao
stop: message band karwa do, sms aana band karo, band karwao, band karwa do, मैसेज आना बंद करो
stop: मैसेज आने बंद करो, मैसेज बंद करवाओ, मैसेज बंद करवा दो
messages: message, msg, sms, sandesh, मैसेज, मेसेज, एसएमएस, संदेश
start: shuru, shuru karo, shuru kar do, shuru kare, shuru karna hai, chalu karo, chalu kar do
start: phir se shuru karo, fir se shuru karo, dobara shuru karo, wapas shuru karo
start: phir se chalu karo, mujhe jodo, mujhe wapas jodo, message shuru karo, शुरू, शुरू करो
start: शुरू कर दो, शुरू करें, शुरू करना है, चालू करो, चालू कर दो, फिर से शुरू करो, दोबारा शुरू करो
start: मुझे जोड़ो, स्टार्ट

# Money.
price: bhav, bhaav, bhao, bhaw, rate, ret, rait, rates, daam, dam, kimat, keemat, qeemat, mulya
price: moolya, rate hai, bhav hai, भाव, रेट, दाम, कीमत, मूल्य, दर, भाव है, रेट है
how-much: kitne ka, kitne ki, kitne ke, kitne me, kitne mein, kitna, kitne, kitne rupaye
how-much: kitne rupay, kitne rs, kitne paise, kitne ka hai, kitne ki hai, kitne ke hain
how-much: kitne ka kilo, kitne rupaye kilo, kitna hai, kitna lagega, kitna padega, kitne padenge
how-much: kya bhav, kya bhav hai, kya bhaav, kya bhav chal raha hai, kya rate, kya rate hai
how-much: kya ret hai, kya rate chal raha hai, kya rate chal rha, kya daam, kya daam hai
how-much: kya dam hai, kya kimat, kya kimat hai, bhav kya hai, bhav kya, bhav kya chal raha hai
how-much: rate kya hai, rate kya, rate kya h, rate kya chal raha hai, rate kya chal raha
how-much: daam kya hai, dam kya hai, kimat kya hai, keemat kya hai, kya hai, bhav batao
how-much: bhav bataye, bhav bataiye, bhav bata do, rate batao, rate bataye, rate bataiye
how-much: rate bata do, rate bata dijiye, daam batao, kimat batao, kimat bataye, rate list
how-much: rate list bhejo, bhav list, rate kitna hai, bhav kitna hai, daam kitna hai
how-much: kimat kitni hai, rate bolo, bhav bolo, aaj ka bhav, aaj ka rate, aaj ka bhav kya hai
how-much: aaj ka rate kya hai, aaj ka bhav batao, aaj kya bhav hai, aaj kya rate hai, kis bhav
how-much: kis rate pe, kis bhav me, kis rate me, kya hisab hai, kya bhav me, kya rate me
how-much: कितने का, कितने की, कितने के, कितने में, कितना, कितने, कितने रुपये, कितने रुपए
how-much: कितने का है, कितने की है, कितने रुपये किलो, कितना है, कितना लगेगा, कितना पड़ेगा, क्या भाव
how-much: क्या भाव है, क्या रेट, क्या रेट है, क्या दाम, क्या दाम है, क्या कीमत, क्या कीमत है
how-much: क्या है, भाव क्या है, भाव क्या, रेट क्या है, रेट क्या, दाम क्या है, कीमत क्या है
how-much: भाव बताओ, भाव बताइए, भाव बताएं, रेट बताओ, रेट बताइए, रेट बताएं, दाम बताओ, दाम बताइए
how-much: कीमत बताओ, कीमत बताएं, रेट लिस्ट, भाव कितना है, रेट कितना है, दाम कितना है, कीमत कितनी है
how-much: आज का भाव, आज का रेट, आज का भाव क्या है, आज का रेट क्या है, आज क्या भाव है
how-much: आज क्या रेट है, किस भाव, क्या भाव चल रहा है, क्या रेट चल रहा है
how-much: kaise diye, kaise diya, kaise di, kaise de rahe ho, kaise de rahe hain, kaise kilo
how-much: kaise kilo hai, kya kilo, kya bhaw, kya darjan, kya lagaya, kya lagaoge, kya loge
how-much: kitna loge, kitne loge, kitne ka doge, kitne me doge, कैसे दिए, कैसे दिया, कैसे दे रहे हो
how-much: कैसे किलो, क्या किलो, क्या लगाओगे, कितने का दोगे, कितने में दोगे
how-much: kya rate lagega, kya bhav lagega, kya daam lagega, kya rate loge, kya bhav loge
how-much: kya rate doge, kya bhav doge, kis rate me doge, kis bhav doge, kitna rate lagega
how-much: kitne paise lagenge, kitne paise honge, kitna paisa lagega, kitne rupaye lagenge
how-much: kitne rupaye honge, kitne honge, kitna hoga, kitna hua, kitna paisa hoga, kya rate padega
how-much: kya bhav padega, kya padega, total kitna hoga, kul kitna hoga, kitna banega
how-much: kitne banenge, क्या रेट लगेगा, क्या भाव लगेगा, क्या दाम लगेगा, क्या भाव दोगे
how-much: क्या रेट दोगे, क्या भाव लोगे, कितने पैसे लगेंगे, कितने पैसे होंगे, कितने रुपये लगेंगे
how-much: कितने रुपये होंगे, कितना होगा, कितना हुआ, कितना बनेगा, क्या पड़ेगा, क्या भाव पड़ेगा
how-much: कितने लगेंगे, kitne lagenge
is-there: hai kya, h kya, hai ky, hain kya, kya hai aapke paas, milega, milega kya, milegi
is-there: milegi kya, milenge, milenge kya, mil jayega, mil jaega, mil jayega kya, mil jayegi
is-there: mil jayenge, mil sakta hai, mil sakta hai kya, mil sakti hai, mil sakte hain
is-there: mil sakte hai, mil raha hai, mil raha hai kya, mil rahi hai, mil rahe hain, mil rha hai
is-there: uplabdh hai kya, available hai kya, avail hai kya, stock me hai kya, stock hai kya
is-there: aapke paas hai kya, aapke paas hai, apke pas hai, aapke paas, tumhare paas hai
is-there: kiske paas hai, kiske paas, kaun bech raha hai, kaun bechta hai, kahan milega
is-there: kaha milega, kahan milegi, kahan se milega, aaya kya, aaya hai kya, aa gaya kya
is-there: aagaya kya, bacha hai kya, bache hain kya, bechte ho, bechte hain, rakhte ho
is-there: rakhte hain kya
is-there: है क्या, हैं क्या, मिलेगा, मिलेगा क्या, मिलेगी, मिलेगी क्या, मिलेंगे, मिलेंगे क्या
is-there: मिल जाएगा, मिल जाएगा क्या, मिल जाएगी, मिल जाएंगे, मिल सकता है, मिल सकती है, मिल सकते हैं
is-there: मिल रहा है, मिल रही है, मिल रहे हैं, उपलब्ध है क्या, आपके पास है, आपके पास है क्या
is-there: आपके पास, किसके पास है, कौन बेचता है, कौन बेच रहा है, कहां मिलेगा, कहां से मिलेगा
is-there: आया क्या, आ गया क्या, बचा है क्या, स्टॉक में है क्या
max: tak, tk, tak ka, tak ki, tak ke, tak hi, tak theek hai, tak thik hai, tak theek h, tak chalega
max: tak dunga, tak de dunga, tak lunga, tak le lunga, tak me, se kam, se kam me, se kam mein
max: se kam ka, se niche, se neeche, se zyada nahi, se jyada nahi, se jada nahi, se zyada na ho
max: se jyada na ho, se zyada mat, se zyada ka nahi, se jyada ka nahi, se zyada nahi dunga
max: se jyada nahi dunga, se upar nahi, se upar na ho, se upar ka nahi, se upar nahi lunga
max: se upar nahi dunga, se upar mat, se mehnga nahi, se mahnga nahi, se adhik nahi, ke andar
max: ke andar andar, ke bhitar, andar, adhiktam, jyada se jyada, zyada se zyada, zyada se jyada
max: had se had
max: तक, तक का, तक की, तक ठीक है, तक चलेगा, तक दूंगा, तक लूंगा, तक में, से कम, से कम में, से कम का
max: से नीचे, से ज्यादा नहीं, से ज्यादा न हो, से ज्यादा ना हो, से ज्यादा का नहीं
max: से ज्यादा नहीं दूंगा, से अधिक नहीं, से अधिक न हो, से ऊपर नहीं, से ऊपर न हो, से ऊपर नहीं लूंगा
max: से महंगा नहीं, के अंदर, के अंदर अंदर, के भीतर, अधिकतम, ज्यादा से ज्यादा, बजट
total: kul milakar, kul mila ke, sab mila ke, sab milakar, total me, poore ke, sabka, sab ka
total: कुल मिलाकर, सब मिलाकर, टोटल, सबका
per: ka, का, prati, parti, har, fi, ke hisab, प्रति, हर, फी
each: dono, dono ka, dono ke, teeno, tino, charo, charon, sabhi, har ek, sab ek ek, dono me se
each: दोनों, तीनों, चारों, सभी, हर एक
currency: rupaye, rupay, rupya, rupaya, rupaiya, rupye, rupee, rupees, rupe, rupai, rupaiye
currency: roopaye, rupiya, rupaye ka, rupaye ki, rupaye ke, rupaye me, rs, rs me, rs ka, rs ki, ru
currency: inr, रुपये, रुपए, रुपया, रूपये, रूपए, रुपयों, रु, रू, रुपये में, रुपए में, रुपये का
currency: रुपये की, रुपये के, रुपए का, रुपए की

# Reports on an order.
done: de diya, dediya, bhej diya, bhej dia, pahuncha diya, pahucha diya, de diya hai, bhej diya hai
done: pahuncha diya hai, deliver kar diya, delivery ho gayi, de aaya, दे दिया, भेज दिया
done: पहुंचा दिया, दे दिया है, भेज दिया है, पहुंचा दिया है, डिलीवर कर दिया, डिलीवरी हो गई
got: mil gaya, mil gya, mil gayi, mil gaye, aa gaya, aa gya, aagaya, aa gayi, aa gaye, pahunch gaya
got: pahuch gaya, prapt hua, prapt ho gaya, maal mil gaya, order mil gaya, order aa gaya
got: maal aa gaya, saman mil gaya, mila gaya, मिल गया, मिल गई, मिल गए, आ गया, आ गई, आ गए, पहुंच गया
got: प्राप्त हुआ, प्राप्त हो गया, माल मिल गया, ऑर्डर मिल गया, माल आ गया, ऑर्डर आ गया
problem: samasya, dikkat, gadbad, gadbadi, shikayat, shikayat hai, kam nikla, kam nikle, galat
problem: galat aaya, galat bheja, toota, tuta, समस्या, दिक्कत, गड़बड़, शिकायत, शिकायत है, गलत
problem: कम निकला, टूटा
noshow: lene nahi aaya, lene nahi aaye, grahak nahi aaya, graahak nahi aaya, koi nahi aaya
noshow: लेने नहीं आया, ग्राहक नहीं आया, कोई नहीं आया
noshow: nahi aaya, nahi aya, koi nahi aaya, grahak nahi aaya
paid: paise mil gaye, paise mil gye, paisa mil gaya, payment mil gaya, payment mil gayi
paid: payment aa gaya, paise aa gaye, paisa aa gaya, bhugtan mil gaya, bhugtan ho gaya, पैसे मिल गए
paid: पैसा मिल गया, पेमेंट मिल गया, पैसे आ गए, भुगतान हो गया, भुगतान मिल गया
my: meri list, mera maal, mera samaan list, meri suchi, mera saman, मेरी लिस्ट, मेरा माल, मेरी सूची
income: meri kamai, kitni kamai, kitna kamaya, kamai, meri aamdani, मेरी कमाई, कितना कमाया, कमाई
income: मेरी आमदनी
turn: meri bari, meri baari, mera number kab, meri bari kab, मेरी बारी, मेरा नंबर कब
register: panjikaran, पंजीकरण, रजिस्टर
seller: kisan hu, main kisan hu, mai kisan hu, kisan, vikreta, main bechta hu
seller: mujhe bechne wala banao, किसान, मैं किसान हूं, विक्रेता

# Experiences, stories, small talk: no orders.
complaint: wapas le lo, wapas lo, wapas le jao, wapas karna hai, wapas karo, वापस ले लो, वापस करना है, वापस लो
complaint: kharab, khrab, kharaab, sada, sada hua, sade, sade hue, sadi, sadi hui, sadi hui thi
complaint: sada nikla, gala hua, gale hue, basi, baasi, late thi, late tha, late aaya, late aayi
complaint: late hua, bahut late, der se, bahut der, der ho gayi, der se aaya, der se mila, kam tha
complaint: kam thi, kam mila, kam aaya, kam tola, kam nikla, vajan kam, wajan kam, wazan kam
complaint: toote hue, toota hua, tute hue, tute, fata hua, fate hue, kachra, bekar, bekaar, ghatiya
complaint: ghatia, dhokha, thagi, galat saman, galat maal, galat order, quality kharab, acha nahi
complaint: accha nahi, achha nahi, achhi nahi, acche nahi, pasand nahi aaya, mehnga, mehenga
complaint: mahanga, bahut mehnga, kide, keede, keede the, kide nikle, gande, ganda, badbu, naraz
complaint: ek bhi sahi nahi, shikayat
complaint: खराब, ख़राब, सड़ा, सड़े, सड़ी, सड़ा हुआ, सड़े हुए, गला हुआ, गले हुए, बासी, देर से
complaint: बहुत देर, देर हो गई, देर से आया, देर से मिला, लेट, लेट था, लेट आया, बहुत लेट, कम था
complaint: कम थी, कम मिला, कम आया, कम तौला, कम निकला, वजन कम, टूटे हुए, टूटे, फटा हुआ, बेकार, घटिया
complaint: धोखा, ठगी, गलत सामान, गलत माल, गलत ऑर्डर, अच्छा नहीं, अच्छी नहीं, अच्छे नहीं
complaint: पसंद नहीं आया, महंगा, बहुत महंगा, कीड़े, गंदे, गंदा, बदबू
complaint: theek nahi, theek nahi tha, thik nahi tha, theek nahi the, sahi nahi tha, sahi nahi the
complaint: ठीक नहीं, ठीक नहीं था, ठीक नहीं थे, सही नहीं था
complaint: pani mila hua, paani mila hua, pani mila, pani mila hua tha, paani mila tha, milawat
complaint: milavat, milawati, mitti lagi, mitti bahut, kachche nikle, kachcha nikla, khatta nikla
complaint: feeka, phika, murjhaya, murjhaye, sookh gaya, sukh gaye, पानी मिला हुआ, पानी मिला
complaint: मिलावट, मिलावटी, मिट्टी लगी, कच्चे निकले, फीका, मुरझाया, मुरझाए, सूख गए
complaint: kuch nahi mila, kuchh nahi mila, कुछ नहीं मिला
praise: accha, achha, acha, accha tha, acha tha, achha tha, acche the, achhe the, acchi thi
praise: achhi thi, bahut accha, bahut achha, bahut acha, bahut achhi, bahut acchi, bahut achhe
praise: bahut acche, badhiya, badhia, badhiya hai, badhiya tha, badhiya thi, badhiya the
praise: bahut badhiya, ekdum badhiya, mast, mast hai, mast tha, mast the, zabardast, jabardast
praise: kamaal, kamal ka, shandar, lajawab, khush, bahut khush, khushi hui, maza aa gaya
praise: maja aa gaya, pasand aaya, pasand aayi, pasand aaye, bahut pasand, taza tha, taza thi
praise: taza the, taji thi, tazi thi, bahut taza, bahut taza tha, bahut taza the, bahut taji thi
praise: bahut tazi thi, ek dum taza tha, uttam, best quality thi, achhi service, acchi service
praise: achhi seva
praise: अच्छा, अच्छा था, अच्छे थे, अच्छी थी, बहुत अच्छा, बहुत अच्छी, बहुत अच्छे, बढ़िया, बढ़िया है
praise: बढ़िया था, बढ़िया थी, बढ़िया थे, बहुत बढ़िया, मस्त, जबरदस्त, कमाल, शानदार, लाजवाब, खुश
praise: बहुत खुश, खुशी हुई, मजा आ गया, पसंद आया, पसंद आई, पसंद आए, ताजा था, ताजी थी, ताजे थे
praise: ताज़ा थे, बहुत ताजा, बहुत ताजा था, बहुत ताजी थी, बहुत ताजे थे, उत्तम, अच्छी सेवा
praise: अच्छी सर्विस
praise: achha maal mila, accha maal mila, acha maal mila, bahut achha maal mila
praise: bahut accha maal mila, bahut acha maal, achha maal tha, accha maal tha
praise: bahut accha maal tha, bahut achha maal tha, achhi sabji mili, acchi sabzi mili
praise: bahut achhi sabji mili, bahut acchi sabzi mili, bahut achhi sabji thi, badhiya maal
praise: badhiya maal tha, badhiya maal mila, badhiya sabzi, mast maal, mast maal tha
praise: अच्छा माल मिला, अच्छा माल था, बहुत अच्छा माल मिला, बहुत अच्छा माल था, अच्छी सब्जी मिली
praise: बहुत अच्छी सब्जी मिली, अच्छी सब्जी थी, बढ़िया माल, बढ़िया माल मिला, बढ़िया सब्जी
praise: time par aayi, time par aaya, time par mila, time par mili, time pe aaya, time pe aayi
praise: time pe mila, samay par aaya, samay par mila, samay par mili, sab sahi tha, sab sahi mila
praise: sab theek mila, समय पर आया, समय पर आई, समय पर मिला, समय पर मिली, टाइम पर आया, टाइम पर मिला
praise: सब सही था, सब सही मिला
past: khaya, khayi, khaye, khaya tha, boya, boyi, boye, boya tha, bo diya, ugaya, ugayi, ugaye
past: kata, kaata, kati, kaat li, kaat liya, lagaya, lagayi, lagaye, becha, bechi, beche, bech diya
past: bech di, bech diye, kharida, kharidi, kharide, kharida tha, liya, liya tha, li thi, liye the
past: diya, diya tha, di thi, diye the, mila, mile, mila tha, mile the, aaya, aayi, aaye, aaya tha
past: gaya, gayi, gaye, gaya tha, hua, hui, hue, hua tha, banaya, banayi, banaye, pakaya, pakayi
past: dekha, bola, bola tha, kaha tha, pichle saal, pichhle saal, pichle hafte, pichhle hafte
past: pichle mahine, kal khaya, kal liya tha, kal bheja tha, bheja tha, bheji thi, bheje the
past: order kiya tha, order diya tha, mangaya tha, mangwaya tha, mangwayi thi, mangwaye the
past: gir gaya, mar gaya, mar gayi, ho gaya, ho gayi, ho gaye
past: खाया, खाई, खाए, बोया, बोई, बोए, उगाया, उगाई, काटा, काटी, लगाया, लगाई, लगाए, बेचा, बेची, बेचे
past: बेच दिया, बेच दी, खरीदा, खरीदी, खरीदे, लिया, लिया था, ली थी, लिए थे, दिया, दिया था, दी थी
past: मिला, मिले, मिला था, आया, आई, आए, आया था, गया, गई, गए, गया था, हुआ, हुई, हुए, बनाया, बनाई
past: पकाया, देखा, बोला, कहा, पिछले साल, पिछले हफ्ते, पिछले महीने, भेजा था, भेजी थी, ऑर्डर किया था
past: ऑर्डर दिया था, मंगाया था, मंगवाया था, मर गया, मर गई, हो गया, हो गई, हो गए
past: kha li, kha liya, kha gaye, kha gaya, kha gayi, kha jate hain, aata tha, aati thi, aate the
past: milta tha, milti thi, milte the, hota tha, hoti thi, daala tha, dala tha, daali thi, dale the
past: bani, bol rahe the, bol raha tha, bata raha tha, bata rahe the, keh raha tha, keh rahe the
past: deti hai, deta hai, deti thi, deta tha, nikala, nikale, toda, tode, todi, becha tha, bika
past: bika tha, bike the, bik raha tha, kamaya, kamaye, jeeta, haara, padha, likha tha, mar gaye
past: bhag gaya, chori ho gaya, beet gaya, खा लिया, खा ली, खा गए, खा गया, आता था, मिलता था, होता था
past: होती थी, डाला था, डाले थे, बनी, बना, बोल रहे थे, बता रहे थे, कह रहे थे, देती है, देता है
past: देती थी, निकाला, तोड़ा, तोड़े, बिका, बिका था, बिक रहा था, कमाया, जीता, हारा, पढ़ा, भाग गया
past: चोरी हो गया
talk: phone karo, phone karna, phone kar lena, call karo, call karna, call kar lena, baat karo
talk: baat karni hai, baat karna, baat, bat, mausam, barish, baarish, dhoop, garmi, sardi, thand
talk: khet, kheti, khet me, fasal, phasal, bijai, buai, sinchai, khad, khaad, urea, dawai, dawa
talk: tractor, gaay, bhains, school, padhai, pariksha, exam, fees, paisa, paise, udhaar, udhar
talk: karz, loan, khana, khaana, nashta, chai, shadi, shaadi, beta, beti, bachcha, bachche, bacche
talk: maa, papa, pitaji, mataji, biwi, pati, parivar, dadi, dada, nani, ghar aao, ghar aana
talk: ghar pe, tabiyat, bukhar, doctor, aspatal jana, gaon, shahar, pooja, puja, mandir jana
talk: diwali, holi, eid, chunav, neta, cricket, match, film, tv, mobile, recharge, balance, light
talk: bijli, pani nahi, neend, sona, jaag, kaam, naukri, chutti, pyar, pyaar, yaad, happy birthday
talk: janamdin, mubarak, badhai, milte hain, milna hai, milo, aa jao, aa jana, aaunga, jaunga
talk: ja raha hu, aa raha hu, aa rahe ho, kar rahe ho, kya kar rahe ho, pata hai, maloom, suna
talk: kehna, bolo, batao, bataiye, bataye, socha, lagta hai, kisan bhai
talk: फोन करो, फोन करना, कॉल करो, कॉल करना, बात, बात करनी है, बात करो, मौसम, बारिश, धूप, गर्मी
talk: सर्दी, ठंड, खेत, खेती, फसल, बुआई, सिंचाई, खाद, यूरिया, दवाई, दवा, ट्रैक्टर, गाय, भैंस, स्कूल
talk: पढ़ाई, परीक्षा, फीस, पैसा, पैसे, उधार, कर्ज, लोन, खाना, नाश्ता, चाय, शादी, बेटा, बेटी, बच्चा
talk: बच्चे, मां, पापा, पिताजी, माताजी, पत्नी, पति, परिवार, दादी, नानी, तबीयत, बुखार, डॉक्टर, गांव
talk: शहर, पूजा, दिवाली, होली, ईद, चुनाव, क्रिकेट, मैच, फिल्म, मोबाइल, रिचार्ज, बैलेंस, बिजली, नींद
talk: काम, नौकरी, छुट्टी, प्यार, याद, जन्मदिन, मुबारक, बधाई, आ जाओ, आऊंगा, जाऊंगा, जा रहा हूं
talk: आ रहा हूं, कर रहे हो, पता है, मालूम, बताओ, बताइए, बोलो, लगता है
talk: tabiyat theek nahi, tabiyat theek nahi hai, tabiyat thik nahi hai, theek nahi hai
talk: तबीयत ठीक नहीं है, ठीक नहीं है, lauta dunga, wapas kar dunga, लौटा दूंगा, bank, khata
talk: pension, result, mummy, diesel, katai, kataai, band rahega, band hai, khula hai
talk: kharab hai phone, khet me pani, mehman aaye, बैंक, खाता, पेंशन, रिजल्ट, कटाई, बंद रहेगा
talk: बंद है, डीजल
talk: radio, akhbar, khabar, samachar, news, ubaal, ubaal ke, ubalna, dalna, daalna, chhaunk
talk: bhoon lo, paratha, roti, kheer, sabji banana, khana banana, banana hai, pakana, khane se
talk: khane me, peene se, kehti hai, kehta hai, kehte hain, bolta hai, bolti hai, socho, socho zara
talk: sapna, chuha, chuhe, kutta, billi, bandar, kida, janwar, sehat, dawakhana, bukhaar, dard
talk: sir dard, ankh, aankh, aankhen, pet, daant, zukam, khansi, sardi khansi, ilaj, mela, yatra
talk: train, bus pakadna, ticket, kiraya, makan malik, kapda, kapde, joota, saree, gaana, geet
talk: naach, khel, khelna, jeet, haar, sarkari, yojana, aadhaar, aadhar card, ration card, bima
talk: policy, vote dena, sarpanch, mukhiya, panchayat, thanedar, police, jhagda, kanoon, adalat
talk: रेडियो, अखबार, खबर, समाचार, उबाल, डालना, रोटी, पराठा, खीर, खाना बनाना, पकाना, खाने से
talk: पीने से, कहती है, कहता है, कहते हैं, सोचो, सपना, चूहा, चूहे, चूहों, कुत्ता, बिल्ली, बंदर
talk: जानवर, सेहत, दर्द, सिर दर्द, आंख, आंखें, पेट, दांत, जुकाम, खांसी, इलाज, मेला, यात्रा, ट्रेन
talk: टिकट, किराया, कपड़ा, कपड़े, जूता, साड़ी, गाना, गीत, खेल, खेलना, सरकारी, योजना, आधार कार्ड
talk: राशन कार्ड, बीमा, सरपंच, मुखिया, पंचायत, पुलिस, झगड़ा, अदालत
talk: raha, rahe, rahi, hota, hoti, hote, karta, karti, karte, jata, jati, jate, rehta, rehti
talk: rehte, lagta, lagti, रहा, रहे, रही, होता, होती, होते, करता, करती, करते, जाता, जाती, जाते
talk: रहता, रहती, रहते
talk: udhar, udhaar, udhar de do, udhar chahiye, karz, balance hai, उधार, कर्ज
question: kya, kyon, kyu, kyun, kyo, kab, kahan, kaha, kidhar, kaun, kon, kaunsa, kaun sa, konsa
question: kisko, kiska, kaisa, kaisi, क्या, क्यों, कब, कहाँ, कहां, किधर, कौन, कौनसा, कौन सा, किसको
question: किसका, कैसा, कैसी
place: pata, pata hai, mera pata, address, mera address, address hai, delivery ka pata
place: pahunchane ki jagah, jagah, पता, मेरा पता, पता है, एड्रेस, डिलीवरी का पता, जगह
site: dukan, dukaan, mandi, sabji mandi, sabzi mandi, bazaar, bazar, bajar, aspatal, mandir, masjid
site: gurudwara, dhaba, nagar, colony, kaloni, vihar, puram, ganj, chowk, chauk, chauraha, tiraha
site: station, bus stand, bus adda, adda, thana, hostel, canteen, ashram, vidyalaya, mohalla, galli
site: ghar, godam, gaon wala, phatak, pul ke paas, ke paas, ke samne, ke pichhe
site: होटल, दुकान, मंडी, सब्जी मंडी, बाजार, अस्पताल, मंदिर, मस्जिद, गुरुद्वारा, ढाबा, नगर, कॉलोनी
site: विहार, गंज, चौक, चौराहा, स्टेशन, बस स्टैंड, बस अड्डा, थाना, हॉस्टल, कैंटीन, आश्रम, विद्यालय
site: मोहल्ला, घर, गोदाम, रेस्टोरेंट, रेस्तरां, के पास, के सामने, के पीछे
place behind: me, mein, mai, main, par, pe, ke paas, tak, में, पर, के पास, तक
language: bhasha, bhaasha, bhasha badlo, bhasha badal do, me message bhejo, mein message bhejo
language: me likho, mein likho, me msg bhejo, me sms bhejo, me baat karo, me jawab do
language: mein jawab do, me bhejo, me bhejiye, me bataiye, me chahiye, mein, me, भाषा, भाषा बदलो
language: भाषा बदल दो, में, में मैसेज भेजो, में मैसेज भेजें, में लिखो, में लिखें, में बात करो
language: में जवाब दो, में भेजो, में भेजें, में मैसेज करो
language: message, msg, sms, messages, sandesh, मैसेज, मेसेज, एसएमएस, संदेश
label: makan number, makan no, makan, gali no, gali number, gali, sector, sec, ward, ward no, plot
label: flat, kamra, kamra number, room number, manzil, phone number, mobile number, number, nambar
label: no, pin, pincode, dukan number, dukan no, gate number, block, मकान नंबर, मकान, गली नंबर, गली
label: सेक्टर, वार्ड, प्लॉट, फ्लैट, कमरा, मंजिल, फोन, मोबाइल नंबर, फोन नंबर, नंबर, नम्बर, पिन
label: दुकान नंबर, ब्लॉक
clock: baje, bje, bajey, baje tak, baje se pehle, minute, ghante, ghanta, din, dino, din baad
clock: dinon, log, logon, logo, logo ke liye, aadmi, admi, mehman, mehmaan, bachchon, saal, mahine
clock: mahina, hafte, hafta, tarikh, tareekh, tarik, bigha, beegha, acre, ekad, bar, baar, guna
clock: pratishat, january, farvari, march, april, mai mahina
clock: बजे, बजे तक, बजे से पहले, मिनट, घंटे, घंटा, दिन, दिनों, लोग, लोगों, लोगों के लिए, आदमी
clock: मेहमान, बच्चों, साल, महीने, महीना, हफ्ते, हफ्ता, तारीख, बीघा, एकड़, बार, गुना, प्रतिशत
unlike: ras, ka ras, juice, ka juice, beej, ke beej, ka beej, bij, ka bij, ke bij, paudha, paudhe
unlike: ke paudhe, ka paudha, powder, ka powder, pawder, churan, achar, achaar, ka achar, ka achaar
unlike: chatni, ki chatni, chutney, murabba, ka murabba, tel, ka tel, chips, ke chips, papad
unlike: ka papad, aata, atta, ka aata, ka atta, maida, suji, sooji, daliya, bhusa, ka bhusa
unlike: chhilka, ke chhilke, khal, ki khal, chokar, sauce, ki sauce, sos, paste, ka paste, halwa
unlike: ka halwa, paratha, pakora, pakode, samosa, masala, ka masala, barfi, ki barfi, milk shake
unlike: ice cream, ka dana, pani, ka pani, doodh powder, ki kheti, ki fasal
unlike: रस, का रस, जूस, का जूस, बीज, के बीज, का बीज, पौधा, पौधे, के पौधे, का पौधा, पाउडर, का पाउडर
unlike: अचार, का अचार, चटनी, की चटनी, मुरब्बा, तेल, का तेल, चिप्स, के चिप्स, पापड़, आटा, का आटा
unlike: मैदा, सूजी, दलिया, भूसा, छिलका, खल, चोकर, सॉस, पेस्ट, का पेस्ट, हलवा, पराठा, पकोड़ा, समोसा
unlike: मसाला, बर्फी, पानी, का पानी, की खेती, की फसल

[product]
tomato: tmtar, tmar, tamtar, tamatr, tamar, tamatar, tmatar, tmater, tamater, tamaatar, tamator
tomato: tamatter, tomater, timatar, tamatari, desi tamatar, lal tamatar, hybrid tamatar, टमाटर
tomato: टमाटार, टोमेटो
onion: dungli, dungri, pyj, pyz, pyaj, piaz, pyaaz, pyaaj, piyaz, piyaj, pyajj, payaz, pyaz, kanda
onion: lal pyaz, nashik pyaz, gathia pyaz, प्याज़, पियाज, कांदा, प्याझ
potato: bateta, aalu, alu, aaloo, aloo, alloo, batata, naya aloo, purana aloo, lal aloo, chipsona
potato: pahadi aloo, आलू, आलु, बटाटा, नया आलू
sweet_potato: shakarkandi, sakarkand, shakarkand, sakarkandi, shakkarkand, shakarqand, mitha aloo
sweet_potato: meetha aloo, ratalu mitha, शकरकंदी, शक्करकंद, सकरकंद, मीठा आलू
cassava: kasava, tapioca, tapiyoka, shimla aloo, sabudana kand, टैपिओका, सिमला आलू
yam: ratalu, jimikand, zimikand, jimikanda, suran, sooran, oal, जिमीकंद, सूरन, रतालु
carrot: gajar, gaajar, gazar, gajjar, lal gajar, desi gajar, गाजर
cabbage: bandh gobhi, band gobhi, bandgobhi, bandhgobhi, band gobi, bandh gobi, patta gobi
cabbage: patta gobhi, pattagobhi, pattagobi, pata gobi, patta gobe, karamkalla, kobi, बंद गोभी
cabbage: बंदगोभी, पत्तागोभी, पत्ता गोभी, बंधा गोभी, करमकल्ला
chinese_cabbage: chini gobhi, chinese gobhi, chinese patta gobhi, चाइनीज गोभी
bok_choy: bokchoy, pakchoi, बॉक चॉय, पाक चोई
kale: kel patta, kail, केल
spinach: palak, paalak, palk, palakh, paalakh, palak saag, palak ka saag, पालक, पालक साग
amaranth: chaulai, cholai, choulai, chaulai saag, lal saag, laal saag, marsa, rajgira, चौलाई, चौराई
amaranth: लाल साग, राजगीरा
lettuce: salad patta, saladpatta, salad ke patte, letis, सलाद पत्ता, लेट्यूस
cucumber: khira, kheera, kheere, khire, kakdi, kakri, kakadi, khiraa, खीरा, खीरे, ककड़ी
eggplant: vangi, ringan, ringna, bengan, baigan, baingan, brinjal, began, baigun, bangan, bhanta
eggplant: baingun, bhatta baigan, gol baigan, lamba baigan, bharta baigan, बैगन, बैंगन, भंटा, बेंगन
okra: bhindi, bhendi, bhindee, bhindhi, bhnidi, bhendee, ramtori, भिंडी, भिन्डी, भेंडी
green_bean: french bean, fransbean, frans been, faras bean, fras bean, farasbi, fransbin, barbati
green_bean: borbati, bodi, beens, bins, फ्रेंच बीन, फ्रेंच बीन्स, फ्रासबीन, फलियां, बरबटी, बोड़ा
pea: matar, mutter, mattar, muttar, mator, hari matar, hara matar, matar phali, मटर, हरी मटर
pea: हरा मटर
pumpkin: bhopla, kaddu, kadu, kadoo, kaddoo, kumhra, kumhda, kohda, kohra, kaashiphal, pitha, कद्दू
pumpkin: कुम्हड़ा, काशीफल, कोहड़ा
bottle_gourd: dudhi bhopla, louki, lauki, loki, lowki, ghiya, ghia, gheeya, dudhi, doodhi, lauka
bottle_gourd: kadu lauki, लौकी, घीया, घिया, दूधी, लौका
bitter_gourd: karela, karele, karella, karaila, kareli, करेला, करेले
cauliflower: phool gobi, phool gobhi, phul gobi, phul gobhi, phulgobhi, phoolgobhi, phulgobi
cauliflower: fulgobi, fulgobhi, ful gobi, ful gobhi, fool gobi, fool gobhi, gobhi, gobi, gobhee
cauliflower: gobe, फूल गोभी, फूलगोभी, गोभी, गोबी
broccoli: brokli, brokoli, hari gobhi, ब्रोकोली, ब्रोकली
radish: muli, mooli, moolee, mulee, safed mooli, मूली
beetroot: chukandar, chukander, chukndar, beet, bit root, chakundar, चुकंदर, चुकन्दर, बीट
garlic: lahsun, lehsun, lasun, lassan, lahsan, lehsan, lahasun, lasoon, lassun, lhsun, lasan, thoom
garlic: लहसुन, लसुन, लहसन
ginger: adrak, adarak, adrakh, adrk, aadrak, adhrak, अदरक, अद्रक
chilli: mirchi, mirch, hari mirchi, hari mirch, mirchee, lal mirch, laal mirch, sukhi mirch
chilli: lal mirchi, sabut lal mirch, teekhi mirch, मिर्च, मिर्ची, हरी मिर्च, हरी मिर्ची, लाल मिर्च
chilli: सूखी मिर्च
bell_pepper: shimla mirch, simla mirch, shimla mirchi, simla mirchi, shimlamirch, capsicum
bell_pepper: capsikam, shimla, शिमला मिर्च, शिमला मिर्ची, सिमला मिर्च, कैप्सिकम
spring_onion: hara pyaz, hara pyaj, hara pyaaz, hare pyaz, hari pyaz, hari pyaj, pyaz patta
spring_onion: pyaz ke patte, patta pyaz, हरा प्याज, हरी प्याज, हरे प्याज, प्याज के पत्ते
celery: celery patta, ajmod, selari, अजमोद, सेलरी
coriander: dhania, dhanya, dhaniya, dhanyia, dhniya, dhaniyaa, hara dhaniya, hara dhania
coriander: hari dhaniya, dhaniya patta, dhaniya patti, dhania patta, kothmir, kothimbir
coriander: sabut dhaniya, धनिया, धनिया पत्ता, हरा धनिया, हरी धनिया, कोथमीर, धनीया
mint: pudina, podina, pudeena, pudina patta, poodina, पुदीना, पोदीना
mushroom: mashroom, mashrum, mushrum, khumbi, khumb, kukurmutta, dhingri, मशरूम, खुंबी, मशरुम
maize: makka, makai, makki, maka, bhutta, bhutte, butta, makke, makkai, sweet corn, challi, मक्का
maize: मकई, मक्की, भुट्टा, भुट्टे, मक्के, स्वीट कॉर्न
maize_flour: makki ka atta, makki ka aata, makke ka atta, makke ka aata, makka ka aata, makka atta
maize_flour: makki atta, makai ka aata, makai ka atta, makka aata, मक्के का आटा, मक्की का आटा
maize_flour: मक्का आटा, मकई का आटा
rice: chawal, chaval, chaawal, chawl, chaaval, chawel, chawal basmati, basmati, basmati chawal
rice: sona masuri, sona masoori, kolam, parmal, arwa chawal, usna chawal, sela chawal, tukda chawal
rice: chawal sona masuri, brown rice, चावल, बासमती, बासमती चावल, सोना मसूरी, अरवा चावल
wheat: gehun, gehu, gehoon, genhu, gehon, ghehu, gehoo, gandum, kanak, sharbati gehu, lokwan
wheat: gehun sharbati, गेहूं, गेंहू, गेहु, गेहूँ, कनक, गन्दुम
sorghum: jwar, juar, jowar, jawar, jowaar, joar, ज्वार, जुआर, जोवार
millet: bajri, bajra, baajra, bajara, ragi, raagi, mandua, nachni, kangni, बाजरा, बाजरी, रागी
millet: मंडुआ
bean: rajma, razma, rajmah, raajma, rajama, rajma dal, chitra rajma, राजमा, राज़मा
cowpea: lobia, lobiya, chawli, chavli, chaula, raungi, rongi, लोबिया, चवली, रोंगी, चौला
chickpea: chana, chanaa, channa, chane, kabuli chana, kala chana, kale chane, kaale chane, chhole
chickpea: chole, chola, desi chana, safed chana, chana dal, chana daal, chane ki dal, chane ki daal
chickpea: चना, चने, काबुली चना, काला चना, काले चने, छोले, चना दाल, चने की दाल
lentil: masur, masoor, masoor daal, masur dal, masur daal, masur ki dal, masur ki daal
lentil: masoor ki dal, malka, malka masoor, lal masoor, lal dal, dal, daal, मसूर, मसूर की दाल, मलका
lentil: लाल मसूर, दाल
green_gram: mung dal, moong dal, moong daal, mung daal, mung, moong, mong dal, mung ki dal
green_gram: moong ki dal, moong ki daal, sabut moong, hari moong, dhuli moong, dal, daal, मूंग
green_gram: मूंग दाल, मूंग की दाल, साबुत मूंग, हरी मूंग, दाल
pigeon_pea: arhar, arhar dal, arhar daal, arahar, arhar ki dal, arhar ki daal, toor, tur, toor dal
pigeon_pea: toor daal, tur dal, tur daal, tuar dal, tuar, tuvar, tuvar dal, tuver dal, rahar
pigeon_pea: rahar dal, dal, daal, अरहर, अरहर दाल, अरहर की दाल, तूर, तूर दाल, तुअर, तुअर दाल
pigeon_pea: राहर दाल, दाल
soybean: soyabin, soya bean, soyabean, soyabeen, soya, soyabeans, सोयाबीन, सोया, सोयाबिन
groundnut: mungfali, mungphali, moongphali, moongfali, mumfali, mufali, mungfalli, moongfalli
groundnut: singdana, shengdana, sing dana, mungphalli, badam chiniya, चिनिया बादाम, मूंगफली
groundnut: मुंगफली, मुमफली, सींगदाना
sesame: til, tilli, til safed, kala til, safed til, तिल, तिल्ली
banana: kele, kela, kelaa, kelay, kella, pake kele, paka kela, chini kela, robusta kela, केला, केले
banana: केल्ला
plantain: kachha kela, kacha kela, kaccha kela, kachcha kela, kachhe kele, kache kele, kacche kele
plantain: kachche kele, hara kela, sabji wala kela, sabzi wala kela, कच्चा केला, कच्चे केले
plantain: हरा केला, सब्जी वाला केला
orange: santre, santra, santara, santraa, sangtra, malta, nagpur santra, nagpuri santra, संतरे
orange: संतरा, सन्तरा, माल्टा
mandarin: narangi, naarangi, kinnow, kinnu, kinu, नारंगी, किन्नू
lemon: nimboo, neembu, nimbu, nibu, nimbhu, nembu, nimbo, neebu, limbu, नींबू, नीबू, निम्बू, निंबू
lime: kagzi nimbu, kagji nimbu, kaagzi nimbu, कागजी नींबू, कागज़ी नींबू
mango: aam, aaam, aamm, dasheri, dusehri, dashehari, langra, langda, langra aam, dasheri aam
mango: dussehri aam, alphonso, alfanso, hapus, haapus, chausa, chaunsa, safeda aam, kesar aam
mango: totapuri, badami aam, kachcha aam, kaccha aam, kacha aam, keri, kairi, amiya, आम, दशहरी
mango: लंगड़ा, लंगड़ा आम, दशहरी आम, चौसा, हापुस, तोतापुरी, कच्चा आम, केरी, कैरी
pineapple: ananas, annanas, anannas, anaras, अनानास, अनन्नास
papaya: papita, papeeta, papite, papitha, paapita, papeete, पपीता, पपीते
avocado: makhanphal, avakado, मक्खनफल, एवोकाडो
watermelon: tarbuj, tarbooj, tarbuz, tarbooz, tarbuja, tarbooza, tarbus, tarbhuj, matira, hindwana
watermelon: तरबूज, तरबूज़, तरबुज
melon: kharbuja, kharbuza, kharbooja, kharbooza, kharbuj, kharbuz, kharbooj, sarda, खरबूजा, खरबूज
melon: खरबूजे, सरदा
guava: amrud, amrood, amrut, amroodh, jamphal, jaamphal, allahabadi amrud, अमरूद, अमरुद, जामफल
passion_fruit: passion fal, krishna phal, कृष्णा फल, पैशन फल
apple: seb, saib, sev, sebh, kashmiri seb, shimla seb, shimla ka seb, kinnauri seb, सेब, सेव
apple: कश्मीरी सेब
pear: nashpati, naspati, nashpaati, naashpati, nakh, babugosha, नाशपाती, नासपाती, बब्बूगोशा
peach: aadu, aaru, aarhu, आड़ू, आडू
grape: angur, angoor, angor, angoori, kala angur, hara angur, kale angur, अंगूर, अंगुर, काले अंगूर
strawberry: strabery, istrawberry, straberi, स्ट्राबेरी, स्ट्रॉबेरी
pomegranate: anar, anaar, anaarr, kandhari anar, bhagwa anar, अनार
lychee: lichi, litchi, leechi, lychi, lichhi, muzaffarpur lichi, shahi lichi, लीची, लिची
coconut: nariyal, naryal, narial, naariyal, nariyel, narriyal, pani wala nariyal, kachcha nariyal
coconut: kaccha nariyal, sukha nariyal, daab, khopra, नारियल, नारीयल, पानी वाला नारियल, डाब
date: khajur, khajoor, khajuur, khazur, khajjur, chhuhara, chuhara, pind khajur, खजूर, छुहारा
date: पिंड खजूर
jackfruit: kathal, katahal, katthal, kathhal, fanas, phanas, kathel, कटहल, फणस
turmeric: haldi, haldee, hldi, kachi haldi, kacchi haldi, kachchi haldi, sabut haldi, khadi haldi
turmeric: हल्दी, कच्ची हल्दी, हलदी
sugarcane: ganna, ganne, gana, eekh, ikh, गन्ना, गन्ने, ईख
egg: ande, anday, anda, unda, andey, andaa, andy, desi ande, desi anda, farm ande, अंडे, अंडा
egg: अण्डा, अण्डे, देसी अंडे, murgi ke ande, murgi ka anda, murgi ke anday, desi murgi ke ande
egg: batakh ke ande, मुर्गी के अंडे, मुर्गी का अंडा, देसी मुर्गी के अंडे
milk: doodh, dudh, dhoodh, duudh, dhudh, doodh gaay ka, gaay ka doodh, gay ka doodh
milk: bhains ka doodh, दूध, दुध, गाय का दूध, भैंस का दूध
honey: shahad, shehad, shahd, shehd, sahad, shahed, jangli shahad, शहद, मधु, सहद
chicken: gosht, maas, maans, murgi, murga, murghi, murge, murgha, murgiyan, desi murga, desi murgi
chicken: broiler, broiler murga, chikan, chiken, मुर्गी, मुर्गा, मुर्गे, चिकन, देसी मुर्गा, ब्रॉयलर
goat: gosht, maas, maans, bakra, bakri, bakre, bakara, bakriyan, khassi, khasi, mutton, matan
goat: bakre ka gosht, bakre ka maans, बकरा, बकरी, बकरे, खस्सी, मटन
fish: machhli, machli, machhali, machchhli, macchi, machhi, machi, macchli, machali, machhliyan
fish: rohu, rahu, rohu machli, katla, katla machli, मछली, मछलियां, मच्छी, रोहू, कतला
coffee: kofi, coffee beans, kafi beans, कॉफी, कॉफ़ी, कोफी
