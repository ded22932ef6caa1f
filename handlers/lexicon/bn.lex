# bn - Bengali, in its own script and in Latin letters; the words of Bangladesh
# and of West Bengal.  Long and short vowel signs, chandrabindu and nukta are
# the same to furrow: one spelling is enough.

[sound]
aa>a, oo>u, ou>u, ee>i, sh>s, ph>f, v>b, bh>b, z>j, chh>c, ch>c, kh>k, gh>g, th>t, dh>d, jh>j, o>a, w>
শ>স, ষ>স, ণ>ন, ঙ্গ>ঙ, ংগ>ঙ, ং>ঙ, য>জ, ৎ>ত, ্>, ৈ>ই
খ>ক, ঘ>গ, ছ>চ, ঝ>জ, ঠ>ট, ঢ>ড, থ>ত, ধ>দ, ফ>প, ভ>ব

[form]
ending: টা, টি, র, ের, গুলো, গুলি, গুলা, টার, ে, ও, ই, তে, কে
ending: >ta, >r, >er, >gulo, >gula
number-ending: টা, টি, খানা, টে, টো, টাই, টার
number-ending: >ta, >ti, >te, >to, >khana, >tai

[number]
# Decimals in words: two point five.
+0.1: point ek, doshomik ek
+0.2: point dui, doshomik dui
+0.3: point tin, doshomik tin
+0.4: point char, doshomik char
+0.5: point panch, doshomik panch
+0.6: point choy, doshomik choy
+0.7: point sat, doshomik sat
+0.8: point at, doshomik at
+0.9: point noy, doshomik noy
1st: প্রথম, প্রথমটা, প্রথমটি, পয়লা, prothom, prothomta, prothom ta
2nd: দ্বিতীয়, দ্বিতীয়টা, দ্বিতীয়টি, দুই নম্বর, ditiyo, ditiyota, ditio
3rd: তৃতীয়, তৃতীয়টা, তৃতীয়টি, তিন নম্বর, tritiyo, tritiyota
1: এক, একটা, একটি, ek, ekta, ekti, ak, akta
2: দুই, দু, দুইটা, দুটো, দুটি, দুটা, dui, du, duto, duita, duta, doi
3: তিন, tin, tinta, tinte
4: চার, char, charta, charte, chaar
5: পাঁচ, পাচ, pach, panch, paanch, pachta
6: ছয়, ছ, choy, chhoy, choi, chhoi, soy
7: সাত, shat, sat, saat
8: আট, aat, att, aath
9: নয়, noy, noi
10: দশ, dosh, dos, dosta, doshta
11: এগারো, এগার, egaro, agaro
12: বারো, baro
13: তেরো, তের, tero
14: চৌদ্দ, চোদ্দ, choddo, chouddo
15: পনেরো, পনের, ponero, poner, ponoro
16: ষোল, ষোলো, sholo
17: সতেরো, সতের, shotero, sotero
18: আঠারো, আঠার, আঠেরো, atharo
19: উনিশ, ঊনিশ, unish
20: বিশ, কুড়ি, এক কুড়ি, bish, bis, kuri, ek kuri, bishta, kurita
21: একুশ, ekush
22: বাইশ, baish
23: তেইশ, teish
24: চব্বিশ, chobbish
25: পঁচিশ, পচিশ, পঁচিশটা, ponchish, pochish, pocish
26: ছাব্বিশ, chabbish
27: সাতাশ, shatash
28: আটাশ, আঠাশ, atash
29: ঊনত্রিশ, উনত্রিশ, unotrish
30: ত্রিশ, তিরিশ, trish, tirish, tris
31: একত্রিশ, ektrish
32: বত্রিশ, botrish
33: তেত্রিশ, tetrish
34: চৌত্রিশ, choutrish
35: পঁয়ত্রিশ, পঁইত্রিশ, poytrish, poitrish
36: ছত্রিশ, chotrish
37: সাঁইত্রিশ, saitrish
38: আটত্রিশ, attrish
39: ঊনচল্লিশ, উনচল্লিশ
40: চল্লিশ, দুই কুড়ি, chollish, chollis, dui kuri
41: একচল্লিশ
42: বিয়াল্লিশ, biallish
43: তেতাল্লিশ
44: চুয়াল্লিশ
45: পঁয়তাল্লিশ, poytallish
46: ছেচল্লিশ
47: সাতচল্লিশ
48: আটচল্লিশ
49: ঊনপঞ্চাশ, উনপঞ্চাশ
50: পঞ্চাশ, পন্চাশ, ponchash, ponchas, panchash, ponchasta
51: একান্ন
52: বায়ান্ন, বাহান্ন
53: তিপ্পান্ন
54: চুয়ান্ন
55: পঞ্চান্ন, ponchanno
56: ছাপ্পান্ন
57: সাতান্ন
58: আটান্ন
59: ঊনষাট, উনষাট
60: ষাট, তিন কুড়ি, shaat, shaath, shatt, tin kuri
61: একষট্টি
62: বাষট্টি
63: তেষট্টি
64: চৌষট্টি
65: পঁয়ষট্টি, poyshotti
66: ছেষট্টি
67: সাতষট্টি
68: আটষট্টি
69: ঊনসত্তর, উনসত্তর
70: সত্তর, shottor, sottor
71: একাত্তর
72: বাহাত্তর
73: তিয়াত্তর
74: চুয়াত্তর
75: পঁচাত্তর, pochattor, ponchattor
76: ছিয়াত্তর
77: সাতাত্তর
78: আটাত্তর
79: ঊনআশি, উনআশি
80: আশি, ashi, চার কুড়ি
81: একাশি
82: বিরাশি
83: তিরাশি
84: চুরাশি
85: পঁচাশি, pochashi
86: ছিয়াশি
87: সাতাশি
88: আটাশি, অষ্টাশি
89: ঊননব্বই, উননব্বই
90: নব্বই, নব্বুই, nobboi, nobbui
91: একানব্বই
92: বিরানব্বই
93: তিরানব্বই
94: চুরানব্বই
95: পঁচানব্বই, pochanobboi
96: ছিয়ানব্বই
97: সাতানব্বই
98: আটানব্বই
99: নিরানব্বই, niranobboi
100: একশো, এক শো, eksho, ekso, aksho, ek sho
150: দেড়শ, দেড়শো, dersho, derso
200: দুইশ, দুইশো, দুশো, দুশ, duisho, duiso, dusho
250: আড়াইশ, আড়াইশো, araisho, arai sho
300: তিনশ, তিনশো, tinsho, tinso
400: চারশ, চারশো, charsho, charso
500: পাঁচশ, পাঁচশো, pachsho, pachso, panchsho
600: ছয়শ, ছয়শো, choysho
700: সাতশ, সাতশো, shatsho, satso
800: আটশ, আটশো, aatsho
900: নয়শ, নয়শো, noysho
x100: শ, শত, শো, একশ, sho, shoto
x1000: হাজার, hajar, hazar, hajaar
x100000: লাখ, লক্ষ, lakh
0.5: আধা, আধ, অর্ধেক, হাফ, অর্ধ, adha, aadha, adh, ordhek, haf
0.75: পৌনে এক, পৌনে, poune, poune ek
0.25+: সোয়া, শোয়া, soa, shoa, shoya, sowa
0.5+: সাড়ে, সারে, share, shaare, sharhe, sare, saare
-0.25+: পৌনে, পোনে, poune, pone
1.5: দেড়, দের, der, derh, daer
2.5: আড়াই, arai, adhai, aarai
# Figure and unit in one; "দুই পোয়া" counts the পোয়া, see [unit].
0.25: পোয়া কেজি, সিকি কেজি, poa kg, poa keji
0.25: সিকি
# Two, not the French "du kilo".
2: du kg, du kilo, du keji

[unit]
lb: পাউন্ড
kg: কজি, কেজ, কজ, কিজি, কিল, কেজিটা, kejy, kej, keg, kig, কেজি, কিলো, কেজী, কিলোগ্রাম, কে জি, kg
kg: keji, kezi, kejee, kji, kilo, kgs, kegi, kgr
kg: du kg, du kilo, du keji
kg: পোয়া কেজি, সিকি কেজি, poa kg, poa keji
0.25 kg: পোয়া, পুয়া, পো, poa, poya, powa, pua, poua
58 g: ছটাক, chotak
g: গ্রাম, গ্ৰাম, gram, grm
quintal: কুইন্টাল, quintal, kuintal
tonne: টন, ton
litre: লিটার, লিটর, লিটারে, liter, litre, litar, letar, ltr
ml: মিলি, মিলিলিটার, মি লি
piece: টা, টি, পিস, পিচ, খানা, খান, গোটা, ta, ti, pis, pcs, pic, piece, khana, pich
2 piece: জোড়া, jora, joda
4 piece: হালি, hali, haly, haali
80 piece: পণ
dozen: ডজন, ডর্জন, dojon, dozon, dozen, dajan, dorjon
bunch: আঁটি, আটি, আঁটা, মুঠা, মুঠো, মুঠি, গোছা, তোড়া, কাঁদি, ছড়া, ছড়ি, বান্ডিল, থোকা, ati, aati
bunch: anti, mutha, muthi, gocha, kandi, chora, bandil, thoka
sack: বস্তা, বোস্তা, ছালা, bosta, bostaa, basta, bostah
bag: ব্যাগ, থলে, থলি, ব্যাগে, bag, beg, byag, tholi, thole
crate: ক্রেট, ক্যারেট, কেরেট, ক্যারট, kret, keret, karet
basket: ঝুড়ি, ঝুরি, টুকরি, ঝাঁকা, খাঁচা, ঝাকা, ডালা, চাঙারি, jhuri, juri, tukri, khacha, jhaka
basket: zhuri
box: বাক্স, বক্স, কার্টন, কার্টুন, পেটি, খোকা, box, baksho, bakso, karton, cartoon, peti
tin: টিন, কৌটা, কৌটো, kouta
bottle: বোতল, শিশি, বয়াম, বৈয়াম, botol, bottol, shishi, boyam
pack: প্যাকেট, পেকেট, পোটলা, প্যাক, packet, paket, peket
bucket: বালতি, balti
basin: গামলা, gamla
maund: মণ, মন, mon, mond, maund
ser: সের, ser, sher
tray: ট্রে, খাচি, tre, tray

[day]
today: আজ, আজকে, আজই, আজকেই, আজকের, আজ রাতে, আজ বিকালে, আজ বিকেলে, আজ সন্ধ্যায়, আজ দুপুরে
today: আজ সকালে, আজকের মধ্যে, আজকে বিকালে, আজকে রাতে, আজকের জন্য
today: aj, ajke, ajk, aaj, ajkei, aaj ke, ajker, ajke bikale, ajke rate, aj bikale, aj rate
today: aj sondhay, ajker moddhe
tomorrow: কাল, কালকে, আগামীকাল, আগামী কাল, কালকের, কাল সকালে, কালকে সকালে, আগামীকাল সকালে
tomorrow: কাল বিকালে, কাল বিকেলে, কাল দুপুরে, কাল দুপুরের মধ্যে, কাল সকালের মধ্যে, কালকের মধ্যে
tomorrow: কাল রাতে, কাল সন্ধ্যায়, কাল ভোরে, কালকের জন্য
tomorrow: kal, kalke, kalk, kaalke, agamikal, agami kal, kalker, kal shokale, kal sokale
tomorrow: kalke sokale, kalke shokale, kal sokal, kal bikale, kalke bikale, kal dupure
tomorrow: kalker moddhe, kal rate, kal vore
overmorrow: পরশু, পরশুদিন, পরশু দিন, পরশু সকালে, porshu, porsu, porshudin, porshu din
mon: সোমবার, সোমবারে, সোমবারের, সোম বার, shombar, sombar, shombare, sombare
tue: মঙ্গলবার, মঙ্গলবারে, মঙ্গলবারের, মংগলবার, মঙ্গল, mongolbar, mongalbar, mongolbare, mangalbar
wed: বুধবার, বুধবারে, বুধবারের, বুধ বার, budhbar, budhbare, budbar
thu: বৃহস্পতিবার, বৃহস্পতিবারে, বৃহস্পতিবারের, বৃহঃস্পতিবার, বিষ্যুদবার, brihospotibar
thu: brihoshpotibar, bishudbar, bishshutbar
fri: শুক্রবার, শুক্রবারে, শুক্রবারের, শুক্কুরবার, শুক্র বার, জুম্মাবার, shukrobar, shukrobare
fri: sukrobar, sukrobare, shukkurbar
sat: শনিবার, শনিবারে, শনিবারের, শনি বার, shonibar, shonibare, sonibar, sonibare
sun: রবিবার, রবিবারে, রবিবারের, রোববার, রোববারে, রবি বার, robibar, robibare, robbar, robbare
january: জানুয়ারি
february: ফেব্রুয়ারি
march: মার্চ
april: এপ্রিল
may: মে
june: জুন
july: জুলাই
august: আগস্ট
september: সেপ্টেম্বর
october: অক্টোবর
november: নভেম্বর
december: ডিসেম্বর

[language]
bn: বাংলা, বাংলায়, বাংলাতে, বাঙলা, bangla, banglay, banglai, bengali
en: ইংরেজি, ইংরেজিতে, ইংরাজি, ইংলিশ, ইংলিশে, ingreji, english e, englishe, ingrejite
hi: হিন্দি, হিন্দিতে, হিন্দী, hindi, hindite
ar: আরবি, আরবিতে, arbi
ur: উর্দু
zh: চীনা, চাইনিজ ভাষা
fr: ফরাসি
es: স্প্যানিশ

[word]
# Politeness, people spoken to, what is said before business.
greet: সালাম, আসসালামু আলাইকুম, আস্সালামু আলাইকুম, আসসালামুয়ালাইকুম, আসসালামুআলাইকুম
greet: ওয়ালাইকুম আসসালাম, স্লামালিকুম, আদাব, নমস্কার, প্রণাম, হ্যালো, হাই, শুভ সকাল, শুভ সন্ধ্যা
greet: সুপ্রভাত, শুভ রাত্রি, ভাই, ভাইয়া, ভাইজান, ভাই সাহেব, বড় ভাই, আপা, আপু, দাদা, দিদি, বৌদি
greet: ভাবি, মামা, কাকা, চাচা, খালা, কাকু, স্যার, ম্যাডাম, বস, বন্ধু, মহাজন, মিয়া, ও ভাই
greet: এই যে ভাই, শোনেন, শুনুন, কেমন আছেন, কেমন আছেন ভাই, কেমন আছো, ভালো আছেন, ভাল আছেন
greet: আশা করি ভালো আছেন, কি খবর, কী খবর, খবর কি
greet: salam, assalamu alaikum, assalamualaikum, asalamu alaikum, slamalikum, walaikum assalam
greet: adab, nomoskar, nomoshkar, namaskar, shuvo sokal, suprovat, bhai, vai, vaiya, bhaiya, vaia
greet: bhaia, vaijan, bhaijan, boro bhai, apa, apu, dada, didi, boudi, bhabi, vabi, mama, kaka
greet: chacha, khala, kaku, sir, madam, boss, bondhu, mohajon, mia, o bhai, shunen, shunun
greet: kemon achen, kemon asen, kmn achen, kemon acho, valo achen, bhalo achen, ki khobor
greet: ki obostha
thanks: ধন্যবাদ, ধন্যবাদ ভাই, অনেক ধন্যবাদ, অসংখ্য ধন্যবাদ, শুকরিয়া, থ্যাংকস, থ্যাংক ইউ, থ্যাঙ্কস
thanks: থ্যাংকু, আল্লাহ হাফেজ, খোদা হাফেজ, আল্লাহ আপনার ভালো করুক, ইনশাআল্লাহ, ইনশাল্লাহ, দেখা হবে
thanks: dhonnobad, dhonnobaad, dhonyobad, dhanyabad, donnobad, onek dhonnobad, shukria, sukria
thanks: allah hafez, khoda hafez, inshallah, thanks vai, thanks bhai
# What changes nothing in an order.
filler: প্লিজ, প্লীজ, দয়া করে, দয়াকরে, অনুগ্রহ করে, একটু, একটু করে, আমার, আমাদের, আমাকে, আমারে
filler: আমরা, আমি, আপনি, আপনার, আপনাকে, আপনারা, আপনাদের, তুমি, তোমার, এর, এই, ওই, সেই, যে, সে, এটা
filler: ওটা, সেটা, এইটা, এগুলো, এ, য়, তে, টে, কে, থেকে, তো, ই, যেন, নিয়ে, মতো, মত, দিয়ে, দিয়া
filler: সাথে করে, বাসার জন্য, বাসায়, জন্য, জন্যে, দোকানের জন্য, হোটেলের জন্য, বিয়ের জন্য
filler: অনুষ্ঠানের জন্য, মেসের জন্য, রেস্টুরেন্টের জন্য, বাচ্চার জন্য
filler: ভালো, ভাল, ভালো দেখে, ভাল দেখে, দেখে, ভালো মানের, তাজা, টাটকা, ফ্রেশ, দেশি, দেশী
filler: দেশি জাতের, খাঁটি, খাটি, পাকা, পাকা দেখে, কচি, কচি দেখে, কাঁচা, শুকনা, শুকনো, বড়
filler: বড় সাইজের, বড় বড়, ছোট, ছোট ছোট, মাঝারি, মাঝারি সাইজের, সাইজের, লাল, সবুজ, সাদা, কালো
filler: মিষ্টি, টক, ঝাল, নরম, পরিষ্কার, নতুন, পুরান, পুরানো, জৈব, অর্গানিক, এক নম্বর, কাটা, কেটে
filler: কাইটা, বাছাই করা, আনুমানিক, প্রায়, মোট, সব, সবগুলো, সবমিলিয়ে, গরুর খাঁটি, ফার্মের
filler: সকালে, সকাল, সকাল সকাল, সকালের মধ্যে, বিকালে, বিকেলে, বিকাল, বিকালের মধ্যে, দুপুরে
filler: দুপুরের মধ্যে, দুপুর, সন্ধ্যায়, সন্ধ্যার মধ্যে, সন্ধ্যা, রাতে, রাতের মধ্যে, ভোরে
filler: তাড়াতাড়ি, দ্রুত, জলদি, জরুরি, জরুরী, এখনই, এখনি, এখন, আবার, একসাথে, এক সাথে, সময়মতো
filler: সময়মত, যদি সম্ভব হয়, সম্ভব হলে, পারলে, প্রতিদিন, রোজ, প্রতি দিন, প্রতি সপ্তাহে
filler: প্রতিদিন সকালে, আগের মতো, গতবারের মতো, করেন, করুন, করবেন, করো, করিয়েন, কইরেন, করে দিয়েন
filler: pls, plz, plis, pliz, doya kore, doyakore, onugroho kore, ektu, aktu, amar, amr, amader
filler: amake, amk, amare, amra, ami, apni, apnar, apnake, apnara, tumi, tomar, er, ei, oi, shei
filler: je, se, eta, ota, sheta, eita, e, te, ke, theke, to, jeno, niye, moto, diye, diya, jonno
filler: jonne, jnno, dokaner jonno, hoteler jonno, biyer jonno, basar jonno, bashar jonno
filler: messer jonno, basay, bashay
filler: valo, bhalo, vlo, valo dekhe, bhalo dekhe, dekhe, taja, tatka, fresh, deshi, desi, khati
filler: paka, kochi, kacha, shukna, sukna, boro, boro size er, choto, chhoto, majhari, size er, lal
filler: sobuj, sada, kalo, misti, mishti, tok, jhal, norom, notun, ek number, kata, kete, kete den
filler: pray, mot, sob, shob, farmer
filler: sokale, shokale, sokal, shokal, bikale, bikele, bikal, dupure, dupur, sondhay, shondhay
filler: rate, raate, vore, taratari, tara tari, druto, joldi, joruri, ekhoni, ekhon, akhon, abar
filler: eksathe, ek sathe, somoymoto, parle, shombhob hole, somvob hole, protidin, protidin sokale
filler: roj, koren, korun, korben, koro, kore diyen, ager moto
filler: মাল, মালটা, মালগুলো, জিনিস, জিনিসটা, জিনিসগুলো, সবজি, সব্জি, তরকারি, ফল, ফলমূল, পণ্য
filler: বাজার সদাই, mal, maal, malta, mal gulo, jinis, jinish, sobji, sobzi, torkari, fol
filler: সার্ভিস, সেবা, ডেলিভারির, service, sarvis, seba
filler: চিন্তা করবেন না, চিন্তা কইরেন না, টেনশন নিয়েন না, chinta korben na, chinta koiren na
filler: tension niyen na
and: আর, ও, এবং, সাথে, সঙ্গে, তার সাথে, এর সাথে, সেই সাথে, আরো, ar, ebong, ebang, sathe, shathe
and: songe, tar sathe, er sathe, r
or: বা, অথবা, কিংবা, নাহলে, নয়তো, ba, othoba, kingba, nahole
not: ছাড়া, বাদে, বাদ দিয়ে, দিবেন না, দিয়েন না, আনবেন না, পাঠাবেন না, chara, bade, bad diye
not: diben na, diyen na, anben na
not: পাঠাইয়েন না, পাঠিয়েন না, দিতে হবে না, আনতে হবে না, পাঠাতে হবে না, আইনেন না, পাঠানো লাগবে না
not: দেওয়া লাগবে না, pathaiyen na, pathayen na, dite hobe na, ante hobe na, pathate hobe na

# A word that only stands in phrases is not mended, so small ones stand here, too.
filler: খুব, অনেক, একদম, কিছু, কোনো, আগের, অন্য, আলাদা, মোটা, চিকন, জাতের, মানের, সময়, বেশি, কম
filler: আরেকটু, ভালোমতো, সুন্দর করে, যত, তত, তাই, কারণ, এমন, এরকম, সেরকম, নিচের, বাকি
filler: khub, onek, ekdom, kichu, kono, ager, onno, alada, mota, chikon, jater, maner, somoy, beshi
filler: besi, kom, tai, karon, emon, erokom, nicher, baki

# Wishes: want, send, bring, give, buy, keep, pack, put down.
want: লাগবে, লাগব, লাগবো, লাগবেই, লাগবে আমার, লাগে, লাগতো, লাগত, লাগছে, লাগতেছে, দরকার, দরকার ছিল
want: দরকার ছিলো, দরকার আছে, দরকার হবে, প্রয়োজন, প্রয়োজন ছিল, প্রয়োজন আছে
want: চাই, চাইছি, চাচ্ছি, চাইতেছি, চাইলাম, চাইছিলাম, চেয়েছিলাম, চাচ্ছিলাম, নিব, নিবো, নেব, নেবো
want: নিমু, নিতে চাই, নিতে চাচ্ছি, নিতে চাচ্ছিলাম, নিবো আমি, নিব আমি, নিতাম, নেওয়ার ইচ্ছা, কিনব
want: কিনবো, কিনমু, কিনতে চাই, কিনতে চাচ্ছি, কিনতে চাইছি, কিনতে চাচ্ছিলাম, কিনতাম, কেনার ইচ্ছা
want: কেনা লাগবে, খুঁজছি, খুঁজতেছি
want: দেন, দিন, দিয়েন, দিবেন, দেবেন, দিবা, দিও, দিয়ো, দাও, দেও, দে, দ্যান, দেন তো, দেন না
want: দেন ভাই, দিতে হবে, দিতে হইবো, দেওয়া যাবে, দেয়া যাবে, দিতে পারবেন, দিতে পারবেন কি
want: দিতে পারেন, দিয়ে দেন, দিয়ে দিন, দিয়ে দিবেন, দিয়ে দিয়েন, দিয়ে যান, দিয়ে যাবেন
want: দিয়া যান, দিয়া যাইয়েন, দিয়া দেন, দিলে ভালো হয়, দিলে ভালো হতো, দিয়েন তো
want: পাঠান, পাঠাও, পাঠাবেন, পাঠাবা, পাঠাইয়েন, পাঠায়েন, পাঠিয়েন, পাঠিও, পাঠাইবেন, পাঠাতে হবে
want: পাঠানো লাগবে, পাঠানো যাবে, পাঠিয়ে দেন, পাঠিয়ে দিন, পাঠিয়ে দিবেন, পাঠিয়ে দেবেন
want: পাঠিয়ে দিয়েন, পাঠিয়ে দাও, পাঠিয়ে দিও, পাঠায় দেন, পাঠায়ে দেন, পাঠাইয়া দেন
want: পাঠাইয়া দিয়েন, পাঠায় দিয়েন, পাঠাতে পারবেন, পাঠাতে পারেন
want: আনেন, আনবেন, আনো, আনুন, আইনেন, আনতে হবে, আনিয়েন, নিয়ে আসেন, নিয়ে আসবেন, নিয়ে আসুন
want: নিয়ে আইসেন, নিয়া আইসেন, নিয়া আসেন, নিয়ে এসো, নিয়ে আসিয়েন, এনে দেন, এনে দিন, এনে দিবেন
want: এনে দিয়েন, রাখেন, রাখুন, রাখবেন, রাইখেন, রাখিয়েন, রেখে দেন, রেখে দিন, রেখে দিবেন
want: রেখে দিয়েন, আলাদা করে রাখেন, আলাদা রাখবেন, আমার জন্য রাখেন, আমার জন্য রাখবেন, প্যাক করেন
want: প্যাক করে দেন, প্যাক করে রাখেন, প্যাকেট করে দেন, মেপে দেন, মেপে রাখেন, ওজন করে রাখেন
want: পৌঁছে দেন, পৌঁছে দিন, পৌঁছে দিবেন, পৌঁছে দিয়েন, পৌঁছায় দেন, পৌঁছায়ে দেন, পৌঁছাইয়া দেন
want: পৌঁছে দেবেন, পৌঁছাতে হবে, পৌঁছানো লাগবে
want: ডেলিভারি দেন, ডেলিভারি দিন, ডেলিভারি দিবেন, ডেলিভারি দিয়েন, ডেলিভারি চাই, ডেলিভারি লাগবে
want: ডেলিভারি করুন, সাপ্লাই দেন, সাপ্লাই দিবেন, সাপ্লাই লাগবে, সরবরাহ করুন, ব্যবস্থা করেন
want: ব্যবস্থা করে দেন, ব্যবস্থা করুন, জোগাড় করে দেন, যোগাড় করে দেন, বুক করেন, বুক করুন
want: বুকিং দিলাম, বুকিং দেন, লিখে রাখেন, লিখে নেন, লিখেন, লেখেন, লিখুন, নোট করেন, নোট করুন
want: নোট করে রাখেন
want: অর্ডার, অর্ডার দিলাম, অর্ডার করলাম, অর্ডার দিতে চাই, অর্ডার করতে চাই, অর্ডার দিচ্ছি
want: অর্ডার করছি, অর্ডার করব, অর্ডার করবো, অর্ডার দিব, অর্ডার দেব, অর্ডার নেন, অর্ডার নিন
want: অর্ডার নিবেন, অর্ডার লিখেন, অর্ডার রাখেন, অর্ডার আছে, অর্ডার ছিল, একটা অর্ডার
want: একটা অর্ডার আছে, একটা অর্ডার ছিল, অর্ডার করে দেন, আমার অর্ডার, আমাদের অর্ডার, আজকের অর্ডার
want: কালকের অর্ডার, নতুন অর্ডার, অর্ডার হলো, অর্ডার দেওয়ার ছিল
want: lagbe, lagbo, lagb, lagbey, lagbay, lgbe, lagbe amar, lage, lagto, laglo, lagtese, lagteche
want: dorkar, dorkar chilo, dorkar ache, dorkar silo, darkar, drkr, proyojon, proyojon chilo
want: chai, cai, chay, chachi, chacchi, chaicchi, chaichi, caichi, chaichilam, chacchilam, nibo
want: nebo, nib, nimu, nite chai, nite chacchi, nite cai, kinbo, kinbo ami, kinte chai
want: kinte chacchi, kinte cai, kinmu, khujchi, khujtesi
want: den, din, diyen, dien, dein, dian, diben, deben, diba, dio, diyo, dao, deo, dan, den to
want: den na, den vai, den bhai, dite hobe, dite hbe, dewa jabe, deya jabe, dite parben
want: dite parben ki, dite paren, diye den, diye din, diye diben, diye jan, diye jaben, diya den
want: pathan, pathao, pathaben, pathaba, pathaiyen, pathayen, pathaien, pathien, pathaw
want: pathate hobe, pathano lagbe, pathiye den, pathiye din, pathiye diben, pathiye deben
want: pathiye diyen, pathiye dien, pathiye dao, pathay den, pathaye den, pathai den, pathaiya den
want: pathay diyen, pathate parben, patan, pathn
want: anen, anben, ano, anun, ainen, ante hobe, niye asen, niye ashen, niye asben, niye ashben
want: niye aisen, niya aisen, niye ashun, niye eso, ene den, ene diben, rakhen, rakhun, rakhben
want: raikhen, rekhe den, rekhe diben, rekhe diyen, alada kore rakhen, amar jonno rakhen
want: amar jonno rakhben, pack koren, pack kore den, pack kore rakhen, mepe den, mepe rakhen
want: pouche den, pouche diben, pouche diyen, pouchay den, pouchaye den, poche den, pouchate hobe
want: pochay den
want: delivery den, delivery diben, delivery diyen, delivery chai, delivery lagbe, delivery koren
want: supply den, supply lagbe, bebostha koren, babostha koren, bebosta koren, jogar kore den
want: book koren, booking dilam, likhe rakhen, likhe nen, likhen, note koren
want: order, ordar, order dilam, order korlam, order dite chai, order korte chai, order dicchi
want: order korchi, order korbo, order dibo, order nen, order nin, order niben, order likhen
want: order rakhen, order ache, order chilo, ekta order, ekta order ache, ekta order chilo
want: order kore den, amar order, amr order, amader order, ajker order, notun order
want: দিয়া যাইবেন, দিয়ে যেও, দিয়ে আসবেন, দিয়ে আসেন, দিয়া আসেন, দেওয়া লাগবে, দেয়া লাগবে
want: পাঠানোর জন্য, পাঠাইয়া দিবেন, পাঠায়ে দিয়েন, পাঠিয়ে দিয়েন তো, পাঠাইও, পাঠায়ো, পাঠাবেন তো
want: আনায় দেন, আনিয়ে দেন, নিয়া আসবেন, নিয়ে আইসো, লাগবো আমার, লাগবে আমাদের, লাগবে ভাই
want: কিনতে চাইলাম, নেওয়া লাগবে, নিতে হবে, দিবেন কি, দেবেন কি, diye asben, diya asen, dewa lagbe
want: pathaiya diben, pathaye diyen, pathaio, anay den, niya asben, lagbe vai, nite hobe, diben ki
want: deben ki, pathaben to
want: পাডান, পাডাইয়েন, পাডায় দেন, দেওন লাগবো, দিওন লাগবো, লাগবো ভাই, লাগবে নি, লাগব ভাই
want: দিয়েন গো, পাঠান তো, পাঠাইবা, লাগিবে, লাগিব, চাইতাছি, নিমু আমি, কিনতাম চাই, নিতাম চাই, padan
want: lagibe, nitam chai, kintam chai
want: পৌঁছে দেবেন, পৌঁছে দিবেন, পৌঁছে দিন, পৌছে দেবেন
change: বদলান, বদলে দেন, বদলে দিন, বদলে, বদল, বদল করেন, বদল করুন, পরিবর্তন, পরিবর্তন করুন
change: পরিবর্তন করেন, পাল্টান, পাল্টে দেন, বদলায় দেন, পরিবর্তে, এর বদলে, এর জায়গায়, জায়গায়
change: কমান, কমিয়ে দেন, কমায় দেন, কমিয়ে, বাড়ান, বাড়িয়ে দেন, বাড়ায় দেন, বাড়িয়ে
change: bodlan, bodle den, bodle, bodol, bodol koren, poriborton, poriborton koren, change koren
change: change kore den, paltan, palte den, poriborte, er bodle, er jaygay, jaygay, jaigay, koman
change: komiye den, komay den, baran, bariye den, baray den
change: করে দাও, করে দেন, করে দিন, কইরা দেন, kore dao, kore den, koira den
change: কমাও, কমিয়ে দাও, কমায় দাও, বাড়াও, বাড়িয়ে দাও, komao, komiye dao, barao, bariye dao
add: যোগ করুন, যোগ করেন, যোগ করে দেন, যোগ করো, যোগ হবে, আরও, আরো, আরও দেন, আরও লাগবে, আরো লাগবে
add: আরও পাঠান, আরও যোগ করুন, আরেকটু, এড করেন, এড করুন, অ্যাড করেন, অ্যাড করুন, সাথে যোগ করেন
add: বাড়তি, অতিরিক্ত
add: jog koren, jog korun, jog kore den, jog koro, aro, aro lagbe, aro den, aro pathan, add koren
add: add korun, add kore den, sathe add koren, barti
add: বাড়ান, বাড়িয়ে দেন, বাড়ায় দেন, baran, bariye den, baray den
add: বেশি দেন, বেশি দিয়েন, beshi den, besi den
remove: বাদ দেন, বাদ দিন, বাদ দিবেন, বাদ দিয়েন, বাদ, সরিয়ে দেন, কেটে দেন, বাদ যাবে, bad den
remove: bad din, bad diben, bad diyen, bad dao, soriye den
remove: কমান, কমিয়ে দেন, কমায় দেন, koman, komiye den, komay den
remove: কমাও, কমিয়ে দাও, কমায় দাও, komao, komiye dao
correct: ভুল হইছে, ভুল হয়েছে, ভুল করে, সরি, মানে, দুঃখিত, vul hoise, vul hoyeche, bhul hoyeche
correct: sorry, mane, dukkhito

# What sellers say.
sell: বিক্রি, বিক্রয়, বিক্রি করব, বিক্রি করবো, বিক্রি করতে চাই, বিক্রি করছি, বিক্রি করি
sell: বিক্রি হবে, বিক্রির জন্য, বিক্রির জন্য আছে, বিক্রি আছে, বিক্রয় হবে, বেচব, বেচবো, বেচতে চাই
sell: বেচা হবে, বেচমু, ক্রেতা চাই, ক্রেতা লাগবে, কেউ নিবেন, কেউ নেবেন, কার লাগবে, কারো লাগবে
sell: কারো লাগলে, লাগলে জানান, নিতে চাইলে, পাইকারি দিব, পাইকারি বিক্রি
sell: bikri, bikry, bikroy, bikri korbo, bikri korte chai, bikri korchi, bikri hobe, bikrir jonno
sell: bechbo, becbo, bechte chai, becha hobe, kreta chai, keu niben, keu neben, kar lagbe
sell: karo lagbe, lagle janan, sell korbo, sell korte chai, sell hobe
available: আছে স্টকে, স্টকে আছে, পাওয়া যাচ্ছে, রেডি, রেডি আছে, প্রস্তুত, তৈরি, তৈরি আছে, মজুদ আছে
available: হাতে আছে, stock e ache, ready, ready ache, paowa jacche, pawa jacche, toiri, mojud ache
available: hate ache
available: এসে নিয়ে যান, এসে নিয়ে যাও, ese niye jan, ese niye jao
stock: স্টক, মজুদ, আমার স্টক, নতুন স্টক, stock, mojud, amar stock
have: আছে, আছে আমার কাছে, আমার কাছে, আমার কাছে আছে, আমাদের কাছে, আমাদের আছে, আমার আছে, আছে মাত্র
have: বাকি আছে, রয়েছে, দিতে পারব, দিতে পারবো, দিতে পারমু, দিতে পারি, দিব, দিবো, দেব, দেবো, দিমু
have: দেওয়া যাবে আমার, পাঠাতে পারব, পাঠাতে পারবো, পাঠাতে পারি, আনতে পারব, আনতে পারবো
have: হবে আমার কাছে, দিয়ে দিব, দিয়ে দিবো
have: ache, ase, asche, aache, amar kache, amr kache, amar kase, amar kache ache, amar kase ase
have: amader kache, amader ache, baki ache, royeche, dite parbo, dite parmu, dite pari, dibo, debo
have: dimu, dite parb, pathate parbo, ante parbo, diye dibo
yes: হ্যাঁ, হ্যা, হাঁ, হা, হ, হুম, জি, জ্বি, জী, জ্বী, জি ভাই, জ্বি ভাই, হ্যাঁ ভাই, জি হ্যাঁ, আচ্ছা
yes: আচ্ছা ঠিক আছে, ঠিক আছে, ঠিকাছে, ঠিক আছে ভাই, ঠিক, ওকে, ওকে ভাই, রাজি, রাজি আছি, আমি রাজি, রাজী
yes: অবশ্যই, নিশ্চয়ই, মেনে নিলাম, মঞ্জুর, কনফার্ম, কনফার্ম করলাম, কনফার্ম করেন, নিশ্চিত
yes: নিশ্চিত করলাম, গ্রহণ করলাম, ডিল, চলবে, সমস্যা নাই, সমস্যা নেই, কোন সমস্যা নাই, কোনো সমস্যা নাই
yes: কোনো সমস্যা নেই, অসুবিধা নাই, অসুবিধা নেই, পারব, পারবো, পারমু, পারবো ভাই, পারা যাবে, করতে পারব
yes: করতে পারবো, হবে, হবে ভাই, হয়ে যাবে, হইয়া যাবে, দিতে পারব, দিতে পারবো, দিতে পারমু, দিব, দিবো
yes: দেব, দেবো, দিমু, দিচ্ছি, দিতেছি, দিয়ে দিব, দিয়ে দিবো, দিয়ে দেব, পাঠাব, পাঠাবো, পাঠামু
yes: পাঠাচ্ছি, পাঠিয়ে দিব, পাঠিয়ে দিবো, পাঠিয়ে দেব, পাঠিয়ে দিচ্ছি, পাঠায় দিব, আনব, আনবো
yes: নিয়ে আসব, নিয়ে আসবো, নিয়ে আসছি, নিয়া আসমু, পৌঁছে দিব, পৌঁছে দিবো, পৌঁছে দেব, ব্যবস্থা করব
yes: ব্যবস্থা করছি, সব দিতে পারব, পুরাটা দিতে পারব, পুরোটা দিব, পুরাটা দিব, অর্ডার নিলাম
yes: অর্ডার গ্রহণ করলাম, নিলাম অর্ডার, নিয়ে যান, হ্যাঁ আছে, আছে দিতে পারব, আছে দিব
yes: ha, haa, hae, hyan, hya, hea, hmm, hum, ji, jee, jii, jee vai, ji vai, ji bhai, ha vai
yes: ha bhai, accha, acha, achha, accha thik ache, thik ache, thik ase, thik asey, thikache
yes: thik ache vai, thik ache bhai, thik ace, tik ache, tik ase, thik, ok vai, ok bhai, raji
yes: raji achi, ami raji, obosshoi, oboshoi, nischoi, mene nilam, confirm korlam, confirm koren
yes: nischit, cholbe, somossa nai, somosa nai, shomossha nai, somossa nei, kono somossa nai
yes: problem nai, osubidha nai, parbo, parbo vai, parmu, para jabe, korte parbo, hobe, hbe
yes: hobe vai, hoye jabe, dite parbo, dite parmu, dibo, debo, dimu, dicchi, diye dibo, diye debo
yes: pathabo, pathacchi, pathiye dibo, pathiye debo, pathiye dicchi, pathay dibo, anbo, niye asbo
yes: niye ashbo, niye aschi, niye ashchi, pouche dibo, pouche debo, bebostha korbo, sob dite parbo
yes: purota dibo, purota dite parbo, order nilam, niye jan, ha ache, ha ase, ache dibo
no: no, না, নাহ, না ভাই, জি না, জ্বি না, না না, এখন না, আজ না, আজকে না, এবার না, এই সপ্তাহে না, রাজি না
no: রাজি নই, এই দামে না, এত কমে না, এত কম দামে না, এই দামে হবে না, এই দামে দিব না, দাম কম
no: অন্য কাউকে দেন, অন্য কাউকে বলেন, অন্য কাউকে দিন, অন্য কারো কাছে দেখেন, মাফ করবেন, মাফ করেন
no: ক্ষমা করবেন, দিব না, দিবো না, দেব না, দেবো না, দিমু না, নিব না, নেব না, নিবো না, আগ্রহী না
no: na, nah, na vai, na bhai, ji na, jee na, na na, ekhon na, aj na, ajke na, ebar na
no: ei soptahe na, raji na, raji noi, ei dame na, eto kome na, ei dame hobe na, ei dame dibo na
no: dam kom, onno kauke den, onno kauke bolen, maf korben, maf koren, khoma korben, dibo na
no: debo na, dimu na, nibo na, nebo na
cannot: পারব না, পারবো না, পারমু না, পারছি না, পারতেছি না, দিতে পারব না, দিতে পারবো না
cannot: দিতে পারমু না, দিতে পারছি না, দিতে পারতেছি না, পাঠাতে পারব না, পাঠাতে পারবো না
cannot: আনতে পারব না, করতে পারব না, করতে পারবো না, হবে না, হইবো না, হবে না ভাই, সম্ভব না, সম্ভব নয়
cannot: সম্ভব হবে না, সম্ভব নহে, দেওয়া যাবে না, দেয়া যাবে না, দেওয়া সম্ভব না, পারা যাবে না
cannot: অসম্ভব, অসুস্থ, আমি অসুস্থ, আমি বাইরে, বাইরে আছি, গাড়ি নষ্ট
cannot: parbo na, parmu na, parchi na, partesi na, dite parbo na, dite parmu na, dite parchi na
cannot: pathate parbo na, ante parbo na, korte parbo na, hobe na, hbe na, hobe na vai, shombhob na
cannot: somvob na, sombhob na, dewa jabe na, deya jabe na, para jabe na, ami osustho, ami baire
cannot: baire achi
none-left: শেষ, শেষ হয়ে গেছে, শেষ হইয়া গেছে, শেষ হয়ে গিয়েছে, শেষ ভাই, সব শেষ, মাল শেষ, স্টক শেষ
none-left: নেই, নাই, নাই ভাই, মাল নাই, মাল নেই, এখন নাই, এখন নেই, এখন মাল নাই, আর নাই, আর নেই
none-left: স্টক নাই, স্টকে নাই, স্টক নেই, স্টকে নেই, আমার কাছে নাই, আমার কাছে নেই, আমার নাই
none-left: আমাদের কাছে নাই, কিছু নাই, কিছুই নাই, কিছু নেই, আজ নাই, আজকে নাই, বিক্রি হয়ে গেছে
none-left: সব বিক্রি হয়ে গেছে, বিক্রি শেষ, বেচা শেষ, বেচা হয়ে গেছে, ফুরিয়ে গেছে, ফুরায় গেছে
none-left: ফুরাইয়া গেছে, পাওয়া যাচ্ছে না, পাওয়া যায় না
none-left: shesh, ses, sesh, shesh hoye gece, shesh hoye geche, shesh hoye gese, ses hoye gese
none-left: sob shesh, mal shesh, mal ses, stock shesh, nai, nei, nai vai, nai bhai, mal nai
none-left: maal nai, mal nei, ekhon nai, ekhon mal nai, ar nai, ar nei, stock nai, stock e nai
none-left: amar kache nai, amar kase nai, kichu nai, kichui nai, aj nai, ajke nai, bikri hoye gece
none-left: bikri hoye geche, bikri hoye gese, sob bikri hoye gese, bikri shesh, becha shesh
none-left: furiye gece, furiye geche, furay gese, pawa jacche na
only: শুধু, মাত্র, কেবল, শুধুমাত্র, খালি, বড়জোর, এইটুকু, এতটুকু, shudhu, sudhu, shudu, matro, matr
only: kebol, khali, borojor, shudhumatro
only: বেশি হবে না, এর বেশি হবে না, বেশি পারব না, বেশি পারবো না, এর বেশি পারব না, এর বেশি পারবো না
only: বেশি দিতে পারব না, এর বেশি দিতে পারব না, এর বেশি নাই, বেশি নাই, এর বেশি নেই, beshi hobe na
only: besi hobe na, er beshi hobe na, beshi parbo na, er beshi parbo na, er beshi dite parbo na
only: er beshi nai, beshi nai
only: যথেষ্ট, jothesto, jotheshto
but: কিন্তু, তবে, বাকিটা না, বাকি না, বাকিটা পারব না, বাকিটা হবে না, বাকিটা নাই, বাকিগুলো না, kintu
but: tobe, bakita na, baki na, bakita parbo na, bakita hobe na
if: হয়তো, মনে হয়, hoyto
if: যদি, হলে, হইলে, হলেই, যদি না, jodi, hole, hoile
cancel: বাতিল, বাতিল করুন, বাতিল করেন, বাতিল কর, বাতিল করো, বাতিল করে দেন, বাতিল করে দিন
cancel: বাতিল করতে চাই, বাতিল করবো, বাতিল করলাম, বাতিল করবেন, বাতিল হবে, বাতিল চাই, অর্ডার বাতিল
cancel: অর্ডার বাতিল করুন, অর্ডার বাতিল করেন, অর্ডার বাতিল করতে চাই, অর্ডারটা বাতিল
cancel: অর্ডারটা বাতিল করুন, অর্ডারটা বাতিল করেন, অর্ডারটা বাতিল করে দেন, আমার অর্ডার বাতিল করুন
cancel: আমার অর্ডার বাতিল, আমার অর্ডারটা বাতিল করেন, ক্যানসেল, ক্যান্সেল, কেনসেল, ক্যানসেল করুন
cancel: ক্যানসেল করেন, ক্যান্সেল করেন, ক্যান্সেল করুন, ক্যানসেল করে দেন, অর্ডার ক্যানসেল
cancel: অর্ডার ক্যান্সেল
cancel: লাগবে না, আর লাগবে না, এখন লাগবে না, এখন আর লাগবে না, অর্ডার লাগবে না, মাল লাগবে না
cancel: দরকার নাই, দরকার নেই, আর দরকার নাই, আর দরকার নেই, চাই না, আর চাই না, নিব না আর, নেব না আর
cancel: অর্ডার নিব না, অর্ডার পাঠাবেন না, অর্ডার পাঠাইয়েন না, মাল পাঠাবেন না, মাল পাঠাইয়েন না
cancel: মাল আনবেন না, অর্ডার বাদ দেন, অর্ডার বাদ, অর্ডারটা বাদ দেন, থাক লাগবে না, থাক ভাই, থাক
cancel: থাক দরকার নাই, অর্ডার তুলে নিলাম, অর্ডার ফেরত নিন
cancel: batil, batil koren, batil korun, batil kor, batil koro, batil kore den, batil kore din
cancel: batil korte chai, batil korlam, batil korben, batil hobe, order batil, order batil koren
cancel: order batil korun, order batil korte chai, orderta batil, orderta batil koren
cancel: order ta batil, order ta batil koren, order ta batil kore den, amar order batil
cancel: amar order batil koren, amar order ta batil koren, cancel koren, cancel korun, cancel koro
cancel: cancel kore den, cancel kore din, cancel korte chai, cancel korlam, order cancel koren
cancel: order ta cancel koren, order cancel kore den
cancel: lagbe na, ar lagbe na, ekhon lagbe na, ekhon ar lagbe na, order lagbe na, mal lagbe na
cancel: dorkar nai, dorkar nei, ar dorkar nai, chai na, ar chai na, order nibo na
cancel: order pathaben na, mal pathaben na, mal pathaiyen na, order bad den, orderta bad den
cancel: order ta bad den, thak lagbe na, thak vai, thak dorkar nai
cancel: অর্ডারটা পাঠাইয়েন না, অর্ডারটা পাঠাবেন না, আজকের অর্ডারটা পাঠাইয়েন না
cancel: আজকের অর্ডার পাঠাবেন না, আজকের অর্ডার বাতিল, অর্ডারটা লাগবে না, অর্ডারটা আর লাগবে না
cancel: মালটা লাগবে না, অর্ডার ক্যান্সেল করতে চাই, অর্ডারটা ক্যান্সেল করেন, অর্ডারটা ক্যানসেল করেন
cancel: ক্যানসেল করতে চাই, ক্যান্সেল করে দেন, মন বদলাইছি, মত বদলেছি, orderta pathaiyen na
cancel: order ta lagbe na, orderta lagbe na, order ta pathaben na, ajker order batil
cancel: orderta cancel koren, mot bodlaisi
order: অর্ডার, অর্ডারটা, অর্ডারের, অর্ডারে, আগের অর্ডার, আগের অর্ডারে, আগের অর্ডারের, আমার অর্ডারে
order: আমার অর্ডারের, অর্ডার নম্বর, order, order ta, orderta, order er, orderer, order e
order: ager order, ager order e, amar order e, amar orderer
status: কোথায়, কই, কোথায় আছে, কতদূর, কত দূর, কখন আসবে, কখন আসবেন, কখন পাব, কখন পাবো, কখন পামু
status: কখন পৌঁছাবে, কখন পৌঁছবে, কখন দিবেন, কখন দেবেন, কখন পাঠাবেন, কখন আনবেন, কখন ডেলিভারি
status: কখন ডেলিভারি হবে, কখন ডেলিভারি দিবেন, কবে আসবে, কবে পাব, কবে পাবো, কবে দিবেন, কবে পাঠাবেন
status: কবে পৌঁছাবে, এখনো আসেনি, এখনো আসে নাই, এখনো আসে নি, এখনও আসেনি, এখনও আসে নাই, এখনো পাইনি
status: এখনো পাই নাই, এখনো পাই নি, এখনও পাইনি, এখনও পাই নাই, আসেনি, আসে নাই, পাইনি, পাই নাই
status: পৌঁছায়নি, পৌঁছায় নাই, এখনো পৌঁছায়নি, এখনো পৌঁছায় নাই, আমার অর্ডার কোথায়
status: আমার অর্ডার কই, আমার অর্ডারটা কোথায়, আমার অর্ডারটা কই, অর্ডার কই, অর্ডার কোথায়
status: অর্ডারটা কই, মাল কই, মাল কোথায়, আমার মাল কই, আমার মাল কোথায়, মাল কখন আসবে, মাল কখন পাব
status: আমার মালটা কখন পৌঁছাবে, অর্ডারের খবর কি, অর্ডারের খবর কী, অর্ডারের কি খবর, অর্ডারের কী হলো
status: অর্ডারের কি হলো, অর্ডারের অবস্থা, অর্ডারের কি অবস্থা, অর্ডারের অবস্থা কি, অর্ডারের আপডেট
status: স্ট্যাটাস, অর্ডার স্ট্যাটাস, আপডেট দেন, কোন আপডেট, রওনা দিয়েছে, রওনা দিছে, রওনা হয়েছে
status: রওনা হইছে, বের হয়েছে, বের হইছে, পাঠাইছেন কি, পাঠিয়েছেন কি, গাড়ি ছাড়ছে, পথে আছে
status: আর কতক্ষণ, আর কত দেরি, কত দেরি, কত সময় লাগবে, কতক্ষণ লাগবে, আসতে কতক্ষণ, দেরি হচ্ছে কেন
status: দেরি কেন
status: kothay, kothai, koi, kotodur, koto dur, kokhon asbe, kokhon ashbe, kokon asbe, kkhn asbe
status: kokhon pabo, kokhon pouchabe, kokhon pouchbe, kokhon diben, kokhon deben, kokhon pathaben
status: kokhon anben, kokhon delivery, kobe asbe, kobe ashbe, kobe pabo, kobe diben, kobe pathaben
status: ekhono aseni, ekhono asheni, ekhono ase nai, ekhono ashe nai, ekhono ase ni, ekhono paini
status: ekhono pai nai, ekhono pai ni, ekhono pouchay nai, akhono asheni, akhono ase nai
status: akhono pai nai, ase nai, ashe nai, aseni, asheni, paini, pai nai, pouchay nai
status: amar order kothay, amar order koi, amr order koi, amr order kothay, amar order ta kothay
status: amar order ta koi, order koi, order kothay, order ta koi, order ta kothay, mal koi
status: mal kothay, amar mal koi, amar mal kothay, mal kokhon asbe, order kokhon asbe
status: order kokhon ashbe, order kokhon pabo, order kobe pabo, orderer khobor ki
status: order er khobor ki, order er ki khobor, order er ki holo, order er obostha
status: orderer obostha ki, order status, status ki, update den, update ki, rowna diche, rowna dise
status: ber hoise, ber hoyeche, pathaisen ki, pothe ache, ar kotokkhon, ar koto deri, koto deri
status: koto somoy lagbe, kotokkhon lagbe, deri keno
help: সাহায্য, সাহায্য করুন, সাহায্য করেন, সাহায্য চাই, সাহায্য লাগবে, সাহায্য দরকার
help: একটু সাহায্য করেন, সহায়তা, সহায়তা চাই, সহযোগিতা, হেল্প, হেল্প করেন, কিভাবে, কীভাবে, কেমনে
help: কিভাবে অর্ডার করব, কিভাবে অর্ডার করবো, কীভাবে অর্ডার করব, কীভাবে অর্ডার করবো
help: কিভাবে অর্ডার দিব, কিভাবে অর্ডার দিবো, কিভাবে অর্ডার করে, কিভাবে অর্ডার করতে হয়
help: অর্ডার কিভাবে করব, অর্ডার কিভাবে করবো, অর্ডার কিভাবে দিব, অর্ডার কীভাবে করব
help: অর্ডার করব কিভাবে, অর্ডার করে কিভাবে, কেমনে অর্ডার করব, কেমনে অর্ডার দিমু, অর্ডার কেমনে করে
help: কিভাবে কিনব, কিভাবে কিনবো, কিভাবে বিক্রি করব, কিভাবে বিক্রি করবো, কিভাবে বেচব, কিভাবে কাজ করে
help: এটা কিভাবে কাজ করে, এইটা কেমনে কাজ করে, কি করতে হবে, কী করতে হবে, কি করব, কি লিখব
help: কি লিখতে হবে, কী লিখব, বুঝি নাই, বুঝিনি, বুঝলাম না, বুঝতে পারছি না, বুঝতে পারি নাই
help: বুঝতেছি না, কিছু বুঝি নাই, কিছুই বুঝলাম না, নিয়ম কি, নিয়ম কী, নিয়ম বলেন, নিয়মটা কি
help: এটা কি, এটা কী, এটা কার নাম্বার, এটা কার নম্বর, আপনি কে, আপনারা কারা, তথ্য, তথ্য চাই
help: জানতে চাই কিভাবে
help: sahajjo, shahajjo, sahajjo koren, sahajjo korun, sahajjo chai, sahajjo lagbe, shahajjo lagbe
help: sohayota, help koren, help lagbe, kivabe, kibhabe, kemne, kivabe order korbo
help: kibhabe order korbo, kivabe order dibo, kivabe order kore, kivabe order korte hoy
help: order kivabe korbo, order kibhabe korbo, order kivabe dibo, order korbo kivabe
help: order kore kivabe, kemne order korbo, kemne order dibo, order kemne kore, order kemne korbo
help: kivabe kinbo, kivabe bikri korbo, kivabe kaj kore, eta kivabe kaj kore, ki korte hobe
help: ki korbo, ki likhbo, ki likhte hobe, bujhi nai, bujhini, bujhlam na, bujlam na, buji nai
help: bujhte parchi na, bujhtesi na, kichu bujhi nai, kichui bujhlam na, niyom ki, niyom bolen
help: eta ki, eta kar number, apni ke
help: এই নাম্বারটা কিসের, এই নাম্বার কিসের, এটা কিসের নাম্বার, এটা কি জন্য, এইটা কি
help: এইটা কিসের মেসেজ, এখানে কি করা যায়, কি কি করা যায়, কিভাবে ব্যবহার করব, কীভাবে ব্যবহার করব
help: ব্যবহার করব কিভাবে, কিভাবে শুরু করব, কিভাবে মেসেজ দিব, অর্ডার করার নিয়ম
help: অর্ডার করার নিয়ম কি, অর্ডার দেওয়ার নিয়ম, অর্ডারের নিয়ম, বিক্রির নিয়ম, ei number kiser
help: eta kiser number, eta ki jonno, kivabe bebohar korbo, kivabe shuru korbo, order korar niyom
help: order korar niyom ki, order dewar niyom
help: কি লিখতে হয়, কী লিখতে হয়, কি লিখতে হইবো, কি পাঠাতে হবে, কি করতে হয়, কিভাবে লিখব
help: কেমনে লিখব, কেমনে কি করব, ki likhte hoy, ki pathate hobe, ki korte hoy, kivabe likhbo
help: kemne likhbo
stop: বন্ধ, বন্ধ করুন, বন্ধ কর, বন্ধ করেন, বন্ধ করো, বন্ধ করে দেন, বন্ধ করে দিন, এসব বন্ধ করেন
stop: এগুলো বন্ধ করেন, থামুন, থামান, থামেন, স্টপ, মেসেজ বন্ধ করুন, মেসেজ বন্ধ করেন, মেসেজ বন্ধ কর
stop: মেসেজ বন্ধ, মেসেজ বন্ধ করে দেন, ম্যাসেজ বন্ধ করুন, ম্যাসেজ বন্ধ করেন, এসএমএস বন্ধ করুন
stop: এসএমএস বন্ধ করেন, এসএমএস বন্ধ, বার্তা বন্ধ করুন, আর পাঠাবেন না, আর পাঠাইয়েন না
stop: মেসেজ পাঠাবেন না, মেসেজ পাঠাইয়েন না, আর মেসেজ পাঠাবেন না, আর মেসেজ পাঠাইয়েন না
stop: আর মেসেজ দিবেন না, আর মেসেজ দিয়েন না, মেসেজ দিবেন না, মেসেজ দিয়েন না
stop: আমাকে মেসেজ পাঠাবেন না, আমাকে আর মেসেজ পাঠাবেন না, আমাকে মেসেজ দিবেন না
stop: আমাকে আর মেসেজ দিবেন না, আমাকে আর মেসেজ দিয়েন না, ম্যাসেজ পাঠাবেন না, আর ম্যাসেজ পাঠাবেন না
stop: এসএমএস পাঠাবেন না, আর এসএমএস পাঠাবেন না, আর এসএমএস দিবেন না, মেসেজ চাই না, মেসেজ লাগবে না
stop: আর মেসেজ চাই না, আর মেসেজ লাগবে না, বিরক্ত করবেন না, আর বিরক্ত করবেন না, বিরক্ত কইরেন না
stop: আমার নাম্বার কেটে দেন, আমার নম্বর কেটে দিন, আমার নাম্বার বাদ দেন, আমার নম্বর মুছে ফেলুন
stop: আমার নাম্বার ডিলিট করেন, আমার নাম কেটে দেন, আমার নাম বাদ দেন, লিস্ট থেকে বাদ দেন
stop: তালিকা থেকে বাদ দিন, আমাকে বাদ দেন
stop: bondho, bondho koren, bondho korun, bondho koro, bondho kor, bondho kore den, bondo koren
stop: bondho korben, eshob bondho koren, message bondho koren, message bondho korun, message bondho
stop: msg bondho koren, msg bondho, sms bondho koren, sms bondho korun, sms bondho, ar pathaben na
stop: message pathaben na, ar message pathaben na, ar message diben na, ar message diyen na
stop: message diben na, message diyen na, msg pathaben na, ar msg pathaben na, ar msg diben na
stop: ar msg diyen na, msg diben na, sms pathaben na, ar sms pathaben na, ar sms diben na
stop: sms diben na, amake message pathaben na, amake ar message diben na
stop: amake ar message pathaben na, amake ar msg diben na, amake ar sms diben na, message lagbe na
stop: ar message lagbe na, birokto korben na, ar birokto korben na, amar number kete den
stop: amar number bad den, amar number delete koren, list theke bad den, stop koren
stop: পাঠানো বন্ধ করেন, পাঠানো বন্ধ করুন, মেসেজ পাঠানো বন্ধ করেন, মেসেজ পাঠানো বন্ধ করুন
stop: মেসেজ দেওয়া বন্ধ করেন, মেসেজ দেয়া বন্ধ করেন, এসএমএস পাঠানো বন্ধ করেন
stop: এসএমএস পাঠানো বন্ধ করুন, message pathano bondho koren, sms pathano bondho koren
stop: msg pathano bondho koren, message dewa bondho koren
stop: মেসেজ আর দিবেন না, মেসেজ আর পাঠাবেন না, মেসেজ আর পাঠাইয়েন না, এইসব মেসেজ আর দিবেন না
stop: এইসব মেসেজ দিবেন না, এসব মেসেজ দিবেন না, এসব মেসেজ পাঠাবেন না, এইসব মেসেজ পাঠাবেন না
stop: এসব মেসেজ আর পাঠাবেন না, এইসব বন্ধ করেন, আমার নাম্বারটা কেটে দেন, আমার নম্বরটা কেটে দিন
stop: নাম্বার কেটে দেন, নাম্বার ডিলিট করেন, আমার নাম্বার সরান, নাম কেটে দেন
stop: আমার নাম্বারে আর মেসেজ দিবেন না, মেসেজ দেওয়া বন্ধ করুন, message ar diben na
stop: message ar pathaben na, eishob message diben na, eshob message diben na, esob msg diben na
stop: msg ar diben na, amar numberta kete den, number kete den, number delete koren
stop: মেসেজ আসা বন্ধ করেন, মেসেজ আসা বন্ধ করুন, মেসেজ আসা বন্ধ করে দেন, এসএমএস আসা বন্ধ করেন
stop: এসএমএস আসা বন্ধ করুন, message asa bondho koren, sms asa bondho koren
stop: ar sms diyen na, sms diyen na
messages: মেসেজ, ম্যাসেজ, এসএমএস, বার্তা, message, msg, sms
start: শুরু, শুরু করুন, শুরু করেন, শুরু করতে চাই, শুরু করো, আবার শুরু করুন, আবার শুরু করেন
start: আবার চালু করুন, আবার চালু করেন, চালু, চালু করুন, চালু করেন, চালু করে দেন, মেসেজ চালু করুন
start: মেসেজ চালু করেন, স্টার্ট, যোগ দিতে চাই, যুক্ত হতে চাই, shuru, suru, shuru koren, suru koren
start: shuru korun, shuru korte chai, abar shuru koren, abar suru koren, chalu koren, chalu korun
start: abar chalu koren, message chalu koren, jog dite chai

# Money.
price: দাম, দর, রেট, মূল্য, দামে, দরে, দামটা, ভাউ, বাজার দর, বাজারদর, dam, dor, rate, daam, dame
price: mullo, bajar dor
how-much: কত, কতো, কত করে, কত করে কেজি, কত টাকা, কত টাকা করে, কত টাকা কেজি, কত দাম, কত দামে
how-much: কত পড়বে, কত নিবেন, কত রাখবেন, কত রাখা যাবে, দাম কত, দাম কতো, দাম কত করে, দাম কত এখন
how-much: দাম কত আজকে, এর দাম কত, দর কত, রেট কত, রেট কতো, মূল্য কত, দাম কি, দাম কেমন, দাম বলেন
how-much: দাম বলুন, দামটা বলেন, দাম জানতে চাই, দাম জানান, দাম জানাবেন, রেট জানান, রেট বলেন, কেজি কত
how-much: কেজি কত করে, কেজি কত টাকা, কেজি কতো, হালি কত, ডজন কত, পিস কত, মণ কত, লিটার কত, বস্তা কত
how-much: আজকের দাম, আজকের দাম কত, আজকের রেট, আজকের রেট কত, আজকের বাজার দর, আজ দাম কত, আজকে দাম কত
how-much: বাজার দর কত, কত চলছে, কত যাচ্ছে
how-much: koto, kto, koto kore, koto kore kg, koto taka, koto taka kore, koto taka kg, koto dam
how-much: koto dame, koto porbe, koto niben, koto rakhben, dam koto, dam koto kore, dam koto ekhon
how-much: dam koto ajke, er dam koto, dor koto, rate koto, rt koto, dam kemon, dam bolen, dam bolun
how-much: dam janan, dam jante chai, rate janan, rate bolen, kg koto, kg koto kore, keji koto
how-much: hali koto, dojon koto, pis koto, mon koto, ajker dam, ajker dam koto, ajker rate
how-much: ajker rate koto, aj dam koto, ajke dam koto, bajar dor koto
how-much: কত করে দিবেন, কত করে দেবেন, কত করে দেন, কত করে বেচেন, কত করে পড়বে, কত লাগবে
how-much: কত টাকা লাগবে, কত টাকা পড়বে, কত টাকা হবে, কত হবে, কত হইবো, কত টাকা হইবো, কত আসবে
how-much: কত টাকা আসবে, কত দিবেন, কত দিতে হবে, কত টাকা দিতে হবে, কত টাকায় দিবেন, কতয় দিবেন
how-much: কততে দিবেন, কি দামে দিবেন, কত দামে দিবেন, মোট কত, মোট কত টাকা, মোট কত হবে, সব মিলিয়ে কত
how-much: দাম কত পড়বে, দাম কত হবে, দাম কত নিবেন, রেট কত পড়বে, koto kore diben, koto kore deben
how-much: koto kore den, koto lagbe, koto taka lagbe, koto taka porbe, koto taka hobe, koto hobe
how-much: koto asbe, koto diben, koto dite hobe, koto taka dite hobe, koto takay diben
how-much: ki dame diben, koto dame diben, mot koto, mot koto taka, sob miliye koto, dam koto porbe
how-much: dam koto hobe, dam koto niben, rate koto porbe
is-there: আছে কি, আছে কি না, আছে নাকি, আছে কী, কি আছে, আছে আপনার কাছে, আপনার কাছে আছে
is-there: আপনাদের কাছে আছে, আপনার কাছে, আপনাদের কাছে, পাওয়া যাবে, পাওয়া যাবে কি, পাওয়া যাবে নাকি
is-there: পাওয়া যায়, পাওয়া যায় কি, পাব কি, পাবো কি, পাওয়া যাচ্ছে কি, পাবো, পাব, হবে কি
is-there: হবে নাকি, কার কাছে আছে, কোথায় পাব, কোথায় পাবো, কোথায় পাওয়া যাবে, বিক্রি করেন, বেচেন
is-there: রাখেন কি, স্টকে আছে কি, এসেছে কি, আসছে কি, উঠছে কি
is-there: ache ki, ase ki, ache naki, ase naki, ki ache, apnar kache ache, apnar kase ase
is-there: apnader kache ache, apnar kache, paowa jabe, pawa jabe, paoa jabe, pawa jabe ki
is-there: paowa jabe ki, pawa jay, pabo ki, pabo, hobe ki, hobe naki, kar kache ache, kothay pabo
is-there: kothay pawa jabe, bikri koren, stock e ache ki
is-there: কার কাছে, কাদের কাছে, kar kache, kar kase, kader kache, আছে নাকি ভাই, পাওয়া যাইবো
is-there: পাওন যাইবো, মিলবে, মিলবে কি, milbe, milbe ki
max: সর্বোচ্চ, সর্বাধিক, এর মধ্যে, মধ্যে, মধ্যে হলে, মধ্যে চাই, ভিতরে, ভেতরে, এর ভিতরে, পর্যন্ত
max: পর্যন্ত দিব, পর্যন্ত দিতে পারি, বেশি না, এর বেশি না, বেশি নয়, এর বেশি নয়, বেশি দিব না
max: বেশি দিবো না, এর বেশি দিব না, বেশি হলে না, বেশি হলে নিব না, বেশি হলে লাগবে না, বেশি যেন না হয়
max: উপরে না, এর উপরে না, নিচে, এর নিচে, কমে, এর কমে, চেয়ে বেশি না, থেকে বেশি না, ম্যাক্স, বাজেট
max: আমার বাজেট
max: shorboccho, sorbocho, sorboccho, shorbocho, er moddhe, moddhe, modhe, er modhe, moddhe hole
max: vitore, bhitore, porjonto, beshi na, besi na, er beshi na, er besi na, beshi noy
max: beshi dibo na, besi dibo na, upore na, er upore na, niche, er niche, kome, max, budget
max: cheye beshi na
total: মোট দাম, সব মিলিয়ে, সর্বমোট, সব মিলে, টোটাল, সবমিলে, sob miliye, shob miliye, sob mile
total: sorbomot, total
per: প্রতি, পার, per, proti, prti
each: করে, করিয়া, কইরা, প্রত্যেকটা, প্রতিটা, প্রতিটি, দুটোই, দুইটাই, সবগুলোই, উভয়, kore, koira
each: proteykta, protita, protiti, dutoi, duitai
currency: টাকা, টাকায়, টাকার, টাকাতে, টাকা করে, ৳, taka, tk, tka, takay, takar, bdt, রুপি

# Reports on an order.
done: দিয়েছি, দিছি, দিয়ে দিয়েছি, দিয়ে দিছি, পাঠিয়েছি, পাঠাইছি, পাঠিয়ে দিয়েছি, পাঠায় দিছি
done: পৌঁছে দিয়েছি, পৌঁছায় দিছি, ডেলিভারি দিয়েছি, ডেলিভারি দিছি, ডেলিভারি হয়ে গেছে
done: ডেলিভারি শেষ, diyechi, dichi, disi, diye disi, pathiyechi, pathaisi, pathiye diyechi
done: pathay disi, pouche diyechi, pouchay disi, delivery diyechi, delivery disi
got: পেয়েছি, পাইছি, পেলাম, পাইলাম, পেয়ে গেছি, মাল পেয়েছি, মাল পাইছি, মাল পেলাম, অর্ডার পেয়েছি
got: অর্ডার পাইছি, মাল এসেছে, মাল আসছে, এসে গেছে, এসেছে, পৌঁছেছে, পৌঁছাইছে, হাতে পেয়েছি
got: হাতে পাইছি, বুঝে পেয়েছি, peyechi, paisi, paichi, pelam, pailam, peye gesi, mal peyechi
got: mal paisi, order peyechi, order paisi, ese gese, eshe geche, hate paisi
problem: সমস্যা, অভিযোগ, কম ছিল, কম আছে, কম পেয়েছি, কম পাইছি, ভুল মাল, ভুল, ঝামেলা, somossa
problem: somosa, ovijog, kom chilo, kom paisi, vul, vul mal, jhamela
noshow: নিতে আসেনি, নিতে আসে নাই, কাস্টমার আসে নাই, ক্রেতা আসেনি, ক্রেতা আসে নাই, কেউ আসে নাই
noshow: কেউ আসেনি, nite ase nai, nite asheni, keu ase nai, customer ase nai
paid: টাকা পেয়েছি, টাকা পাইছি, টাকা পেলাম, টাকা এসেছে, টাকা আসছে, পেমেন্ট পেয়েছি, পেমেন্ট পাইছি
paid: বিকাশ পাইছি, taka peyechi, taka paisi, taka paichi, taka pelam, payment peyechi
paid: payment paisi, bkash paisi
my: আমার তালিকা, আমার লিস্ট, আমার মাল, আমার পণ্য, amar list, amar talika, amar mal
income: আমার আয়, কত আয়, কত আয় হলো, আমার ইনকাম, আয় কত, amar ay, amar income
turn: আমার পালা, আমার সিরিয়াল, amar pala, amar serial
register: নিবন্ধন, রেজিস্টার, রেজিস্ট্রেশন, nibondhon
seller: কৃষক, আমি কৃষক, আমি একজন কৃষক, চাষি, আমি চাষি, বিক্রেতা, আমি বিক্রেতা, বিক্রেতা হতে চাই
seller: krishok, ami krishok, ami chashi, bikreta, bikreta hote chai

# Experiences, stories, small talk: no orders.
complaint: পচা, পচা ছিল, পঁচা, পঁচা ছিল, পচে গেছে, পচে গেছিল, অর্ধেক পচা, নষ্ট, নষ্ট ছিল
complaint: নষ্ট হয়ে গেছে, খারাপ, খারাপ ছিল, খুব খারাপ, মান খারাপ, দেরি, দেরি হয়েছে, দেরি হইছে
complaint: দেরিতে, অনেক দেরি, অনেক দেরিতে, দেরি করে, দেরি করছে, দেরি করেছে, লেট, লেট করে, ভাঙা
complaint: ভাঙ্গা, ভাঙা ছিল, ফাটা, ফাটা ছিল, থেঁতলানো, ওজনে কম, ওজন কম, মাপে কম, কম দিছে
complaint: কম দিয়েছে, কম দিয়েছেন, কম দিছেন, কম পেয়েছি, কম পাইছি, কম ছিল, ভুল মাল, ভুল জিনিস
complaint: ভুল জিনিস দিছে, বাসি, বাসি ছিল, পোকা, পোকা ছিল, পোকায় ধরা, পোকা ধরা, গন্ধ, গন্ধ ছিল
complaint: দুর্গন্ধ, ভালো না, ভাল না, ভালো ছিল না, ভাল ছিল না, ভালো লাগে নাই, ভালো হয় নাই
complaint: পছন্দ হয় নাই, পছন্দ হয়নি, দাম বেশি, বেশি দাম, ঠকাইছে, ঠকানো, প্রতারণা, বাজে, বাজে ছিল
complaint: একদম বাজে, জঘন্য, ভেজাল, ফালতু, হতাশ, অভিযোগ
complaint: pocha, pocha chilo, poca, poca chilo, poche gece, poche gese, noshto, nosto, nosto chilo
complaint: noshto chilo, kharap, kharap chilo, khub kharap, deri, deri hoise, deri hoyeche, derite
complaint: onek deri, deri kore, deri korse, late, late kore, vanga, bhanga, vanga chilo, fata
complaint: fata chilo, ojone kom, ojon kom, mape kom, kom dise, kom diyeche, kom disen, kom chilo
complaint: kom paisi, vul mal, vul jinis, bashi, basi, basi chilo, poka, poka chilo, gondho
complaint: valo na, bhalo na, valo chilo na, bhalo chilo na, valo lage nai, pochondo hoy nai
complaint: dam beshi, beshi dam, thokaise, baje, baje chilo, vejal, faltu
complaint: পানি মেশানো, পানি মিশানো, পানি মেশানো ছিল, পানি ছিল, পানি মিশাইছে, পানসে, শুকিয়ে গেছে
complaint: শুকায় গেছে, কাঁচা ছিল, টক ছিল, মাটি মাখা, মাটি লাগানো, আধা পচা, সব পচা, পোকা ছিলো
complaint: pani meshano, pani mishano, pani chilo, shukiye gese, kacha chilo, tok chilo, sob pocha
complaint: adha pocha
praise: ভালো সেবা, খুব ভালো, খুব ভাল, ভালো ছিল, ভাল ছিল, খুব ভালো ছিল, অনেক ভালো, অনেক ভালো ছিল
praise: খুবই ভালো, খুবই ভালো ছিল, ভালো লাগলো, ভালো লাগছে, ভালো লেগেছে, চমৎকার, চমৎকার ছিল, দারুণ
praise: দারুণ ছিল, অসাধারণ, সুন্দর, খুব সুন্দর, তাজা ছিল, খুব তাজা, খুব তাজা ছিল, একদম তাজা
praise: একদম তাজা ছিল, টাটকা ছিল, খুব টাটকা, খুশি, খুব খুশি, আমি খুশি, সন্তুষ্ট, মজা, মজা ছিল
praise: অনেক মজা, খুব মজা, সেরা, ভালো মাল, মাল ভালো, মাল ভালো ছিল, মাল ভালো পেয়েছি, ভালো পেয়েছি
praise: ভালো পাইছি, ভালো সার্ভিস, সার্ভিস ভালো, ফাটাফাটি, জোস
praise: khub valo, khub bhalo, valo chilo, bhalo chilo, valo silo, khub valo chilo
praise: khub bhalo chilo, onek valo, onek bhalo, onek valo chilo, onek bhalo chilo, khubi valo
praise: valo laglo, valo legeche, valo lagse, chomotkar, darun, darun chilo, oshadharon, sundor
praise: khub sundor, taja chilo, khub taja, khub taja chilo, tatka chilo, ekdom taja, khushi
praise: khub khushi, shontushto, moja, moja chilo, shera, valo mal, mal valo, mal valo chilo
praise: mal valo paisi, valo paisi, valo service, service valo, josh, fatafati
praise: ভালো সবজি, ভালো সবজি ছিল, ভাল সবজি, ভালো মাল ছিল, ভালো মাল পেয়েছি, খুব ভালো মাল
praise: খুব ভালো মাল পেয়েছি, ভালো জিনিস, ভালো জিনিস ছিল, ভালো জিনিস পেয়েছি, সবজি ভালো ছিল
praise: মাল ভালো পাইছি, জিনিস ভালো ছিল, খুব ভালো সবজি, ভালো সার্ভিস পেয়েছি, valo sobji
praise: valo sobji chilo, valo mal chilo, khub valo mal, valo jinis, sobji valo chilo
praise: jinis valo chilo, khub valo sobji
praise: সময়মতো পেয়েছি, সময়মতো ডেলিভারি পেয়েছি, সময়মতো পাইছি, সময়মতো মাল পেয়েছি
praise: সময়মত পেয়েছি, সময়মতো আসছে, সময়মতো এসেছে, সব ঠিক ছিল, সব ঠিকঠাক ছিল, সব ভালো ছিল
praise: somoymoto peyechi, somoymoto paisi, somoymoto delivery paisi, time moto paisi
praise: sob thik chilo, sob valo chilo
past: খেলাম, খেয়েছি, খাইছি, খেয়েছিলাম, রান্না করেছি, রান্না করছি, কিনেছি, কিনছি, কিনছিলাম
past: কিনেছিলাম, কিনলাম, নিয়েছি, নিয়েছিলাম, নিছি, নিছিলাম, বেচেছি, বেচছি, বেচে দিয়েছি
past: বিক্রি করেছি, বিক্রি করছিলাম, বিক্রি করেছিলাম, লাগিয়েছি, লাগাইছি, বুনেছি, বুনছি, রোপণ করেছি
past: চাষ করেছি, চাষ করছি, তুলেছি, কেটেছি, গিয়েছিলাম, গেছিলাম, এসেছিল, এসেছিলাম, দেখেছি, দেখলাম
past: বলেছিল, বলছিল, বলেছে, বললো, ছিল, ছিলো, ছিলাম, দিয়েছিলাম, দিয়েছিলেন, দিছিলাম, দিছিলেন
past: পাঠিয়েছিলেন, পাঠাইছিলেন, অর্ডার দিয়েছিলাম, অর্ডার দিছিলাম, অর্ডার করেছিলাম, অর্ডার করছিলাম
past: গত বছর, গতবছর, গত সপ্তাহে, গত মাসে, গতকাল, গতকালকে, মারা গেছে, মরে গেছে, হয়েছিল, হইছিল
past: হয়ে গেছে, হইছে, হয়েছে, গেছে, হারিয়ে গেছে, করেছি, করলাম, করছিলাম
past: khelam, kheyechi, khaisi, ranna korsi, kinechi, kinsi, kinsilam, kinlam, niyechi, niyechilam
past: nisi, nisilam, bechechi, becsi, bikri korsi, bikri korechi, lagaisi, lagiyechi, bunechi
past: chash korsi, chash korechi, tulechi, ketechi, giyechilam, gesilam, dekhlam, dekhsi, bolsilo
past: bolse, chilo, silo, chilam, silam, diyechilam, disilam, disilen, pathaisilen, order disilam
past: order diyechilam, order korsilam, order korechilam, goto bochor, goto soptahe, goto mase
past: gotokal, gotokalke, mara gese, more gese, hoyechilo, hoise, hoyeche, gese, geche, gece, korsi
past: korechi, korsilam
past: দিয়েছে, দিছে, দেয়, দিত, খেয়েছে, খাইছে, খেয়ে ফেলেছে, খেয়ে ফেলছে, খায়, খেত, বলল, বললেন
past: বলেছেন, বলছে, করেছে, করছে, কিনছিল, কিনেছে, কিনল, বেচল, বেচেছে, নিয়েছে, নিছে, গেল, গেলাম, আসল
past: আসলাম, এসেছেন, পেল, পাইছিল, লাগাল, লাগালাম, ফলন হয়েছে, ফলছে, ধরছে, diyeche, diche, dise, dey
past: kheyeche, khaise, bollo, korse, koreche, kinse, kineche, niyeche, nise, gelo, gelam, ashlo
past: aslam
talk: ফোন করেন, ফোন কইরেন, ফোন দেন, ফোন দিয়েন, ফোন দিবেন, কল করেন, কল দেন, কল দিয়েন, কল দিবেন
talk: কল করবেন, কথা আছে, কথা বলব, কথা বলতে চাই, কথা, আবহাওয়া, বৃষ্টি, ঝড়, বন্যা, রোদ, গরম, শীত
talk: ঠান্ডা, জমি, খেত, ক্ষেত, ক্ষেতে, চাষ, চাষাবাদ, ফসল, ধান, সার, কীটনাশক, ঔষধ, ওষুধ, ট্রাক্টর
talk: সেচ, গরু, মহিষ, স্কুল, পড়ালেখা, পরীক্ষা, বেতন, ফি, টাকা ধার, ধার, ঋণ, লোন, কিস্তি, খাবার
talk: ভাত, নাস্তা, চা, বিয়ে, বিয়া, দাওয়াত, ছেলে, মেয়ে, বাচ্চা, ছেলেমেয়ে, মা, বাবা, আব্বা
talk: আম্মা, বউ, স্বামী, পরিবার, নানি, দাদি, বাড়ি, বাড়ি যাব, শরীর, অসুখ, জ্বর, ডাক্তার, গ্রাম
talk: শহর, নামাজ, মসজিদে, পূজা, ঈদ, রোজা, ইফতার, নির্বাচন, ভোট, খেলা, ক্রিকেট, ম্যাচ, সিনেমা
talk: মোবাইল, রিচার্জ, ব্যালেন্স, বিদ্যুৎ, কারেন্ট, ঘুম, কাজ, চাকরি, ছুটি, ভালোবাসি, ভালোবাসা
talk: মনে পড়ে, জন্মদিন, মোবারক, ঈদ মোবারক, শুভেচ্ছা, দেখা করেন, দেখা করব, আসেন, আসব, আসবো, যাব
talk: যাবো, যাচ্ছি, আসতেছি, আসছি, কি করেন, কি করছেন, জানেন, জানি, জানি না, শুনলাম, শুনেছি, বলেন
talk: বলুন, জানান, জানাবেন, মনে হয়, খবর, বাজার, বাজারে
talk: phone koren, phone den, phone diyen, phone diben, call koren, call den, call diyen
talk: call diben, kotha ache, kotha, abohawa, brishti, bristi, jhor, bonna, rod, gorom, shit
talk: thanda, jomi, khet, khete, chash, fosol, dhan, shar, kitnashok, oshudh, goru, school
talk: porikkha, beton, dhar, loan, kisti, khabar, bhat, vat, nasta, cha, biye, biya, dawat, chele
talk: meye, baccha, ma, baba, abba, amma, bou, shami, poribar, bari, bari jabo, shorir, osukh, jor
talk: daktar, gram er, shohor, namaz, puja, eid, roja, iftar, vote, khela, cricket, match, cinema
talk: mobile, recharge, balance, current, ghum, kaj, chakri, chuti, valobashi, valobasha, jonmodin
talk: eid mubarak, mubarak, shuvechha, dekha koren, asen, asbo, jabo, jacchi, astesi, aschi
talk: ki koren, ki korchen, janen, jani, jani na, shunlam, bolen, bolun, janan, janaben, mone hoy
talk: khobor, bajar, bajare
talk: শরীর ভালো না, শরীর খারাপ, মন খারাপ, ফেরত দিব, শোধ করব, ব্যাংক, বিকাশ, রেজাল্ট, পেনশন, ডিজেল
talk: ধান কাটা, বন্ধ থাকবে, বন্ধ আছে, খোলা, জন্মদিনের, শুভ জন্মদিন, রওনা দিব, রওনা হব, গাভী, গাভি
talk: বাছুর, ঘাস, মিষ্টি কিনছি, shorir valo na, shorir kharap, mon kharap, ferot dibo, bank, bikash
talk: bkash, result, shuvo jonmodin, rowna dibo
talk: রেডিও, রেডিওতে, পত্রিকা, পেপার, টিভিতে, সুখবর, বাড়বে, কমবে, রান্না, রাঁধা, সিদ্ধ, ভাজি
talk: ভর্তা, পায়েস, পিঠা, রুটি, খেলে, খাইলে, খাওয়া, খান, স্বপ্ন, ইঁদুর, কুকুর, বিড়াল, হাঁস মারা
talk: পশু, ব্যথা, মাথা ব্যথা, চোখ, পেট, দাঁত, সর্দি, কাশি, চিকিৎসা, মেলা, ট্রেন, টিকিট, ভাড়া
talk: বাড়িওয়ালা, কাপড়, জামা, শাড়ি, জুতা, গান, নাচ, খেলা বাতিল, বাতিল হয়ে গেছে, বাতিল হইছে
talk: সরকারি, ভাতা, কার্ড, চেয়ারম্যান, মেম্বার, পুলিশ, ঝগড়া, মামলা, বোনের, বোন, বোনের বিয়ে
talk: ভাইয়ের, দিনের ছুটি, ছোটবেলায়, আগে, দিদিমা, দাদু, নানা, শ্বশুর, শাশুড়ি, radio, potrika
talk: sukhobor, barbe, kombe, ranna, bhaji, bhorta, pitha, ruti, shopno, betha, matha betha, chokh
talk: pet, chikitsha, mela, train, ticket, bhara, kapor, shari, gan, batil hoye gece, batil hoise
talk: police, jhogra, bon, boner biye, age
talk: ধার, ধার দেন, ধার দাও, dhar den, dhar dao, balance
question: কি, কী, কেন, কখন, কবে, কে, কার, কোন, কোনটা, কেমন, কাকে, নাকি, ki, keno, kokhon, kobe, kar
question: kon, konta, kemon, kake, naki
place: ঠিকানা, আমার ঠিকানা, ঠিকানা হলো, ডেলিভারি ঠিকানা, এড্রেস, এড্রেস হলো, ডেলিভারি হবে, thikana
place: amar thikana, address, amar address, delivery address
site: হোটেল, হোটেলে, দোকান, দোকানে, বাজার, বাজারে, হাট, হাটে, হাসপাতাল, মন্দির, মসজিদ, স্টেশন
site: বাসস্ট্যান্ড, বাস স্ট্যান্ড, থানা, কলেজ, কলেজে, হোস্টেল, মেস, মেসে, ক্যান্টিন, স্কুলে
site: মাদ্রাসা, রেস্টুরেন্ট, রেস্টুরেন্টে, রেস্তোরাঁ, রেস্তোরাঁয়, নগর, কলোনি, পাড়া, পাড়ায়, মোড়
site: মোড়ে, গলি, ঘাট, গেট, চৌরাস্তা, আড়ত, আড়তে, গুদাম, ক্লাব, মাঠ, এলাকা, এলাকায়, মহল্লা
site: গ্রামে, বাসায়, বাড়িতে, পাশে, সামনে, এর পাশে, এর সামনে, কাছে
site: hotel, hotele, dokan, dokane, bajar, bazar, bazare, hat, haat, hate, haspatal, mondir, mosjid
site: station, bus stand, thana, college, hostel, mess, messe, canteen, madrasa, restaurant
site: restaurante, nogor, nagar, colony, para, paray, mor, more, goli, ghat, gate, chourasta, arot
site: arote, gudam, club, math, elaka, mohalla, grame, basay, bashay, barite, pashe, samne, shamne
place behind: e, te, এ, তে, এর কাছে, পর্যন্ত, porjonto
language: ভাষা, ভাষা বদলান, ভাষা বদল, ভাষা পরিবর্তন, ভাষা পরিবর্তন করুন, লিখুন, লেখেন, লিখেন
language: এ লিখুন, এ মেসেজ দেন, এ মেসেজ দিন, মেসেজ দেন, মেসেজ দিন, মেসেজ দিবেন, মেসেজ পাঠান
language: মেসেজ চাই, মেসেজ করেন, মেসেজ লিখুন, বার্তা দিন, এসএমএস দিন, এসএমএস পাঠান, এসএমএস দেন
language: উত্তর দিন, উত্তর দেন, কথা বলুন, কথা বলেন, বলেন, বলুন, এ বলুন, করেন, করুন, এ
language: bhasha, vasha, vasa, bhasha bodlan, vasha bodlan, vasha change koren, likhun, likhen
language: e likhun, e likhen, e message den, message den, message din, message diben
language: message pathan, message chai, message koren, msg den, msg diben, msg pathan, msg koren
language: sms den, sms diben, sms pathan, uttor den, e bolun, kotha bolen, bolen, bolun, koren, e
language: te
language: মেসেজ, ম্যাসেজ, এসএমএস, বার্তা, message, msg, sms
label: বাসা নং, বাসা নম্বর, বাড়ি নং, বাড়ি নম্বর, হাউজ, হাউস, রোড, রোড নং, রোড নম্বর, গলি নং
label: সেক্টর, ব্লক, ফ্ল্যাট, তলা, প্লট, রুম, রুম নং, ওয়ার্ড, ওয়ার্ড নং, নম্বর, নাম্বার, নং, ফোন
label: ফোন নম্বর, মোবাইল, মোবাইল নম্বর, পিন, গেট নং, দোকান নং, মিরপুর, গুলশান, ধানমন্ডি, উত্তরা
label: বনানী, সেকশন
label: basa no, basha no, bari no, bari number, house, house no, road, road no, rd, goli no, sector
label: block, flat, tola, plot, room, room no, ward, ward no, number, nambar, no, phone, mobile
label: mobile no, pin, gate no, dokan no, mirpur, gulshan, dhanmondi, uttora, uttara, banani
label: section
clock: টায়, টার সময়, টার মধ্যে, টার দিকে, টার আগে, টা বাজে, বাজে, মিনিট, ঘণ্টা, ঘন্টা
clock: ঘণ্টার মধ্যে, দিন পর, দিনের, দিনের মধ্যে, জন, জনের, জনের জন্য, জন মানুষ, লোক, লোকের, মানুষ
clock: মানুষের, মেহমান, বছর, মাস, সপ্তাহ, তারিখ, তারিখে, বিঘা, একর, শতক, কাঠা, বার, গুণ, ভাগ, শতাংশ
clock: জানুয়ারি, ফেব্রুয়ারি, মার্চ, এপ্রিল, জুন, জুলাই, আগস্ট, সেপ্টেম্বর, অক্টোবর, নভেম্বর
clock: ডিসেম্বর
clock: tay, tar somoy, tar moddhe, tar dike, tar age, ta baje, minute, ghonta, ghontar moddhe
clock: din por, diner, diner moddhe, jon, joner, joner jonno, lok, loker, manush, manusher, mehman
clock: bochor, mash, soptaho, tarikh, tarikhe, bigha, ekor, shotok, katha, bar, percent
unlike: রস, জুস, বীজ, বিচি, চারা, গাছ, গাছের চারা, গুঁড়া, গুড়া, গুঁড়ো, পাউডার, আচার, চাটনি
unlike: মোরব্বা, তেল, চিপস, পাপড়, আটা, ময়দা, সুজি, ভুসি, ভুষি, খোসা, খৈল, সস, পেস্ট, বাটা
unlike: হালুয়া, পরোটা, পাকোড়া, সিঙ্গারা, মসলা, মশলা, পানি, কেক, দই, ছানা, ক্ষীর, মিষ্টান্ন
unlike: আইসক্রিম, শুঁটকি, চাষ, খামার, পোনা, খাবার, ফিড, চাল কুমড়া, চালকুমড়া, চাল কুমড়ো
unlike: মিষ্টি জাতীয়
unlike: ros, juice, jus, bij, beej, bichi, chara, gach, gacher chara, gura, guro, powder, achar
unlike: chatni, tel, chips, papor, ata, atta, moyda, suji, vushi, bhushi, khosha, khoil, sauce
unlike: paste, bata, halua, porota, mosla, moshla, pani, cake, doi, chana paneer, ice cream, shutki
unlike: pona, feed, chal kumra, chalkumra

[product]
tomato: টমাটো, টমেটু, টমাটু, টোমেটো, টমেট, দেশি টমেটো, tometo, tomato, tomoto, tometu, tomatu
tomato: tameto, deshi tomato
onion: peyaj, peaj, peyaz, piyaj, piaj, piyaz, peaz, pyaj, peyajj, pejaj, পেয়াজ, পিঁয়াজ, পিয়াজ
onion: পেয়াঁজ, পেঁয়াঁজ, দেশি পেঁয়াজ, দেশী পেঁয়াজ, deshi peyaj
potato: alu, aloo, aalu, allu, gol alu, gul alu, golalu, notun alu, deshi alu, গোল আলু, গোলআলু
potato: নতুন আলু, দেশি আলু, লাল আলু, ডায়মন্ড আলু
sweet_potato: মিষ্টিআলু, রাঙা আলু, রাঙ্গা আলু, লাল মিষ্টি আলু, misti alu, mishti alu, mistialu
sweet_potato: ranga alu
cassava: শিমুল আলু, কাসাবা, shimul alu, kasava, cassava
yam: চুপড়িআলু, গাছ আলু, মেটে আলু, ওল, ওলকচু, gach alu, mete alu, ol kochu, olkochu, chupri alu
carrot: গাজোর, গাজরে, gajor, gazor, gajar, gajr
cabbage: বাধাকপি, বাঁধা কপি, বাধা কপি, পাতাকপি, পাতা কপি, বাধাকফি, badhakopi, badha kopi
cabbage: bandhakopi, bandha kopi, patakopi, pata kopi, badhakofi, badakopi, patacopi
chinese_cabbage: চায়না কপি, চাইনিজ কপি, চাইনিজ বাধাকপি, china kopi, chinese kopi
chinese_cabbage: chinese badhakopi
bok_choy: বকচয়, বক চই, পাক চয়, bok choi, bokchoi
kale: কেইল, কেল পাতা, kale pata
spinach: পালং, পালংশাক, পালঙ, পালঙ শাক, পালং সাক, পালংক শাক, palong, palong shak, palongshak
spinach: palong sak, palang shak, palang, palak shak
amaranth: লাল শাক, লালশাক, ডাটা শাক, ডাটাশাক, ডাঁটা, ডাটা, নটে শাক, নটেশাক, লাল সাক, lal shak
amaranth: lalshak, lal sak, data shak, datashak, data sak, note shak
lettuce: লেটুস পাতা, লেটুসপাতা, লেটুশ, letus, lettuce pata, letus pata, letush
cucumber: শশা, খিরা, ক্ষীরা, খিরাই, শষা, shosha, sosa, sosha, shosa, khira, shasha, khirai
eggplant: বেগুণ, বেগুন গোল, লম্বা বেগুন, গোল বেগুন, বাইগুন, বাইগন, begun, begoon, beguun, baigun
eggplant: baigon, bagun, lomba begun, gol begun
okra: ঢেড়স, ঢেঁড়শ, ঢেড়শ, ভেন্ডি, ভেন্ডী, ঢ্যাঁড়স, ঢ্যাড়স, ভিন্ডি, ঢেঁরস, ঢেরস, dherosh, dheros
okra: dharosh, dheras, derosh, dharos, vendi, bhendi, vhendi, bhindi
green_bean: বরবটী, বর্বটি, ফ্রেঞ্চ বিন, ফরাসি শিম, ফ্রেঞ্চ বিনস, borboti, barbati, borbati, borboty
green_bean: french bean, forashi shim
pea: মটর শুটি, মটরশুটি, মটরশুঁটী, মটর, মটরসুটি, কড়াইশুঁটি, কড়াইশুটি, motorshuti, motor shuti
pea: motorsuti, matarshuti, motor, koraishuti, motorshoti
pumpkin: কুমড়া, কুমড়ো, মিষ্টি কুমড়ো, মিষ্টিকুমড়া, মিস্টি কুমড়া, মিষ্টি লাউ, কুমরা
pumpkin: মিষ্টি কুমরা, kumra, kumro, misti kumra, mishti kumra, mistikumra, misti kumro
pumpkin: mishti kumro
bottle_gourd: কদু, লাও, লাউ কদু, কচি লাউ, lau, lao, kodu, laau, kochi lau
bitter_gourd: উচ্ছে, করল্লা, করোলা, উস্তা, উস্তে, তিতা করলা, korla, korola, uchhe, ucche, usta
bitter_gourd: korolla, tita korla
cauliflower: ফুল কপি, ফুলকফি, ফুলকপী, fulkopi, phulkopi, ful kopi, phul kopi, foolkopi, fulkofi
cauliflower: fulcopi
broccoli: ব্রোকলি, ব্রকোলি, ব্রুকলি, সবুজ ফুলকপি, brokoli, broccoli, brokli, brocoli
radish: মুলা, মুলো, মূলো, সাদা মুলা, mula, mulo, moola
beetroot: বিটরুট, বিট রুট, বীট, বিট মূল, beetroot, beet, bitrut, bit root
garlic: রশুন, রসুণ, রোসুন, দেশি রসুন, rosun, roshun, rasun, roson, rosoon, deshi rosun
ginger: দেশি আদা, ada, aada, adaa, deshi ada
chilli: কাঁচামরিচ, কাচা মরিচ, কাচামরিচ, মরিচ কাঁচা, লঙ্কা, কাঁচা লঙ্কা, কাচা লঙ্কা, কাঁচালঙ্কা
chilli: শুকনা মরিচ, শুকনো মরিচ, শুকনো লঙ্কা, লাল মরিচ, বোম্বাই মরিচ, নাগা মরিচ, ঝাল মরিচ, morich
chilli: moris, marich, kacha morich, kachamorich, kaca morich, kacha moris, kanchamorich
chilli: kancha morich, kancha lonka, kacha lonka, lonka, lanka morich, shukna morich, sukna morich
chilli: lal morich
bell_pepper: ক্যাপসিকাম মরিচ, কেপসিকাম, ক্যাপসিক্যাম, শিমলা মরিচ, সিমলা মরিচ, মিষ্টি মরিচ, capsicum
bell_pepper: kapsikam, capsikam, capsicam, simla morich, shimla morich
spring_onion: পেঁয়াজপাতা, পেঁয়াজ কলি, পেঁয়াজের কলি, পেঁয়াজকলি, পেঁয়াজের পাতা, পিঁয়াজ পাতা
spring_onion: পিঁয়াজ কলি, পাতা পেঁয়াজ, সবুজ পেঁয়াজ, peyaj pata, peyaj koli, peyajkoli, peajpata
spring_onion: peaj pata, peyajer pata, peyajer koli, piyaj pata, piyaj koli
leek: লীক, leek
celery: সেলারী, সেলেরি, selari, celery
coriander: ধনে পাতা, ধনিয়া পাতা, ধনিয়াপাতা, ধনিয়া, ধনে, ধইনা পাতা, ধন্যা পাতা, dhonepata
coriander: dhone pata, dhoniapata, dhonia pata, dhonia, dhoniya, dhoniya pata, donepata
coriander: dhania pata, dhania, dhonepta
mint: পুদিনা পাতা, পুদিনাপাতা, পুদিনে, পোদিনা, pudina, pudina pata, podina, pudinapata
mushroom: মাশরুমস, মাসরুম, ব্যাঙের ছাতা, mashrum, mashroom, masrum, mushroom
maize: ভুট্টো, ভূট্টা, মকাই, ভুট্রা, vutta, bhutta, butta, vuta, bhuta, vhutta
maize_flour: ভুট্টা আটা, ভুট্টার ময়দা, ভুট্টার গুঁড়া, ভুট্টার গুড়া, vuttar ata, bhuttar ata
maize_flour: vutta ata, bhuttar atta, bhutta ata
rice: চাউল, চাইল, চালের বস্তা, মিনিকেট, মিনিকেট চাল, নাজিরশাইল, নাজিরশাইল চাল, নাজির চাল, বাসমতি
rice: বাসমতী, বাসমতি চাল, আতপ চাল, সিদ্ধ চাল, মোটা চাল, চিকন চাল, চিনিগুঁড়া, চিনিগুড়া
rice: চিনিগুড়া চাল, পোলাওর চাল, পোলাও চাল, পোলাওয়ের চাল, গোবিন্দভোগ, গোবিন্দভোগ চাল, কাটারিভোগ
rice: আটাশ চাল, chal, chaul, chaal, cal, miniket, miniket chal, minicate, najirshail, nazirshail
rice: najir chal, basmoti, basmati, atop chal, atap chal, siddho chal, mota chal, chikon chal
rice: chinigura, chinigura chal, polaor chal, polao chal, gobindobhog
wheat: গোম, গমের, gom, goam
sorghum: joyar, জোয়ার শস্য, জওয়ার, jowar, joar
millet: কাউন, কাওন, চিনা কাউন, kaun, kaon, bajra
bean: সিম, শীম, সীম, শিমের বিচি, সিমের বিচি, রাজমা, দেশি শিম, shim, sheem, seem, shimer bichi
bean: simer bichi, rajma
cowpea: বরবটির বিচি, ফেলন, ফেলন ডাল, ফেলন ডাইল, felon dal, felon, lobia
chickpea: ছোলা বুট, বুট, বুটের ডাল, কাবলি ছোলা, কাবুলি ছোলা, চানা, চনা, ছোলার ডাল, চোলা, chola
chickpea: cholaa, buter dal, but dal, kabli chola, kabuli chola, chana, cholar dal
lentil: মসুর, মুসুর, মুসুর ডাল, মসুরি, মসুরের ডাল, মুসুরির ডাল, মসুরি ডাল, মুসুরি ডাল, মসুর ডাইল
lentil: মশুর ডাল, মশুরি ডাল, মুশুর ডাল, দেশি মসুর, ডাল, ডাইল, masur, moshur, mosur, musur
lentil: moshur dal, mosur dal, musur dal, masur dal, moshuri dal, mosuri dal, musuri dal
lentil: moshurer dal, dal, dail, daal
green_gram: মুগ, মুগডাল, মুগ ডাইল, মুগের ডাল, সোনা মুগ, মুগডাইল, ডাল, ডাইল, mug, mug dal, mugdal
green_gram: moog dal, mugh dal, muger dal, sona mug, dal, dail, daal
pigeon_pea: অড়হর, অরহর ডাল, অড়হড় ডাল, অরহর, তুর ডাল, orohor dal, arhar dal, orhor dal, orhor
pigeon_pea: toor dal
soybean: সয়াবীন, সয়া, সয়াবিনের বিচি, সয়াবিন বীজ, soyabin, soyabean, soya
groundnut: চীনাবাদাম, চিনা বাদাম, চীনা বাদাম, বাদাম, কাঁচা বাদাম, মাটির বাদাম, china badam
groundnut: chinabadam, cina badam, badam, cheenabadam
sesame: তীল, সাদা তিল, কালো তিল, তিলের, til, tila, shada til
banana: সাগর কলা, সাগরকলা, চাঁপা কলা, চাপা কলা, চম্পা কলা, চাম্পা কলা, সবরি কলা, শবরি কলা, সবরী কলা
banana: পাকা কলা, বাংলা কলা, কাঁঠালি কলা, মর্তমান কলা, অনুপম কলা, kola, kolaa, sagor kola
banana: sagar kola, chapa kola, champa kola, sobri kola, shobri kola, paka kola, bangla kola
banana: kathali kola
plantain: কাঁচাকলা, কাচা কলা, কাচাকলা, কাঁচকলা, আনাজি কলা, কাচ কলা, kacha kola, kachkola, kachakola
plantain: kanch kola, kancha kola, kanchkola, anaji kola, kaca kola
orange: কমলালেবু, কমলা লেবু, নাগপুরি কমলা, komla, kamala, komola, komlalebu, komla lebu
mandarin: মালটা ফল, মাল্টা ফল, মাল্টা লেবু, ম্যান্ডারিন, malta, maltaa, mandarin
lemon: লেবূ, নেবু, পাতি লেবু, পাতিলেবু, এলাচি লেবু, গন্ধরাজ লেবু, গন্ধ লেবু, lebu, leboo, nebu
lemon: pati lebu, patilebu, gondhoraj lebu, elachi lebu
lime: কাগজী লেবু, কাগজিলেবু, kagji lebu, kagoji lebu, kagozi lebu
mango: পাকা আম, কাঁচা আম, কাচা আম, ল্যাংড়া, ল্যাংড়া আম, হিমসাগর, হিমসাগর আম, ফজলি, ফজলি আম
mango: আম্রপালি, আম্রপালি আম, হাঁড়িভাঙ্গা, হাড়িভাঙ্গা আম, হাড়িভাঙা, গোপালভোগ, গোপালভোগ আম
mango: ক্ষীরসাপাত, খিরসাপাত, ক্ষিরসাপাতি, আশ্বিনা, am, aam, paka am, kacha am, langra, langra am
mango: himsagor, himsagar, himsagar am, fozli, fojli, fajli am, amropali, amrapali, harivanga
mango: haribhanga, haribhanga am, gopalbhog, khirsapat
pineapple: আনারশ, আনারোস, anaros, anarosh, anaras, anarash
papaya: পেপে, পেঁপেঁ, পাকা পেঁপে, কাঁচা পেঁপে, পেপেঁ, পাকা পেপে, কাচা পেপে, pepe, peppe, paka pepe
papaya: kacha pepe
avocado: এভোকাডো, আভোকাডো, অ্যাভোকেডো, avocado, avokado
watermelon: তরমুজ, তোরমুজ, তরমুঝ, তরমুচ, tormuj, tormuz, tarmuj, tormus, tormooj
melon: বাঙি, বাঙ্গী, বাংগি, বাঙ্গি ফল, ফুটি, খরমুজ, bangi, bangee, bangi fol, futi, kharmuj
melon: khormuj
guava: গয়া, পেয়রা, পিয়ারা, কাজি পেয়ারা, থাই পেয়ারা, গোয়াভা, peyara, payara, peara, piara
guava: payra, goya, kazi peyara, thai peyara
passion_fruit: প্যাশন ফ্রুট, ট্যাং ফল, প্যাশন, passion fol, tang fol
apple: আপেলে, অ্যাপেল, এপেল, সবুজ আপেল, লাল আপেল, apel, appel, apple, aapel, sobuj apel
pear: নাসপাতি, নাশপাতী, ন্যাশপাতি, nashpati, naspati, nashpoti
peach: পীচ ফল, পিচ ফল, peach fol, pich fol
grape: আঙুর, আংগুর, আঙ্গুর ফল, কালো আঙ্গুর, সবুজ আঙ্গুর, আঙ্গুড়, angur, aangur, angoor, angor
grape: kalo angur
strawberry: স্ট্রবেরী, স্ট্রোবেরি, ষ্ট্রবেরি, strawberi, stroberi
pomegranate: বেদানা, আনার, ডালিম ফল, দাড়িম, ডালীম, dalim, bedana, anar, anaar, daleem
lychee: লীচু, বোম্বাই লিচু, চায়না থ্রি লিচু, মাদ্রাজি লিচু, বেদানা লিচু, lichu, litchu, lisu
lychee: bombai lichu, litchi
coconut: নারকেল, নারিকেলে, নারকোল, ডাব, কচি ডাব, শুকনা নারিকেল, ঝুনা নারিকেল, narikel, narkel
coconut: narikal, narkol, dab, daab, kochi dab, jhuna narikel
date: খেজুরে, খেজুড়, খুরমা, খোরমা, মরিয়ম খেজুর, আজোয়া খেজুর, khejur, khejoor, kejur, khezur
date: khurma, moriyom khejur
jackfruit: কাঠাল, কাঁঠালে, কাঁটাল, কাডাল, এঁচোড়, এঁচড়, kathal, katal, kathaal, khathal, echor
jackfruit: inchor
turmeric: হলদি, কাঁচা হলুদ, কাচা হলুদ, আস্ত হলুদ, হলুদে, হলুধ, holud, halud, holdi, haldi
turmeric: kacha holud, holod
sugarcane: আঁখ, ইক্ষু, আক, কুশার, গেণ্ডারি, গেন্ডারি, আখে, akh, aakh, ikkhu, kushar, gendari
sugarcane: kushal
egg: মুরগির ডিম, হাঁসের ডিম, হাসের ডিম, দেশি ডিম, লাল ডিম, ফার্মের ডিম, ব্রয়লার ডিম, ডিমে, আণ্ডা
egg: আন্ডা, dim, deem, dimm, murgir dim, haser dim, hasher dim, deshi dim, farmer dim, lal dim
egg: anda
milk: দুধু, গরুর দুধ, গাভীর দুধ, গাইয়ের দুধ, মহিষের দুধ, খাঁটি দুধ, খাটি দুধ, দুদ, dudh, dud
milk: doodh, gorur dudh, khati dudh, dudhh
honey: মধূ, খাঁটি মধু, সুন্দরবনের মধু, সরিষার মধু, মৌ, modhu, modu, madhu, khati modhu
honey: sundarboner modhu
chicken: মাংস, গোশত, mangsho, gosht, মুরগী, মুর্গি, মোরগ, দেশি মুরগি, দেশী মুরগি, দেশি মোরগ
chicken: ব্রয়লার, ব্রয়লার মুরগি, বয়লার মুরগি, সোনালি মুরগি, সোনালী মুরগি, সোনালি
chicken: পাকিস্তানি মুরগি, লেয়ার মুরগি, মুরগির মাংস, মুরগির গোশত, চিকেন, কক মুরগি, murgi, murghi
chicken: morog, moorgi, deshi murgi, deshi morog, broiler, broiler murgi, boiler murgi, sonali
chicken: sonali murgi, pakistani murgi, murgir mangsho, chicken
goat: মাংস, গোশত, mangsho, gosht, খাসি, খাসী, পাঁঠা, পাঠা, বকরি, খাসির মাংস, ছাগি, ছাগলের মাংস
goat: খাসির গোশত, ছাগলছানা, chagol, chhagol, sagol, khasi, khashi, khasir mangsho, bokri
goat: chagoler mangsho
fish: মাছে, রুই, রুই মাছ, কাতলা, কাতল, কাতলা মাছ, কাতল মাছ, ইলিশ, ইলিশ মাছ, তেলাপিয়া
fish: তেলাপিয়া মাছ, পাঙ্গাস, পাঙ্গাশ, পাঙ্গাস মাছ, পাবদা, পাবদা মাছ, শিং মাছ, মাগুর, মাগুর মাছ
fish: কই মাছ, মৃগেল, মৃগেল মাছ, চিংড়ি, চিংড়ি মাছ, বোয়াল, বোয়াল মাছ, টেংরা, টেংরা মাছ, পুঁটি
fish: পুঁটি মাছ, সরপুঁটি, শোল মাছ, সিলভার কার্প, কার্প, মাচ, mach, mas, maach, maas, machh, rui
fish: rui mach, rui mas, ruhi mach, katla, katol, katla mach, katol mach, ilish, ilish mach, hilsha
fish: telapia, tilapia, telapia mach, pangas, pangash, pangas mach, pabda, pabda mach, shing mach
fish: magur, magur mach, koi mach, mrigel, mrigel mach, chingri, chingri mach, boal, boal mach
fish: tengra, puti mach, shol mach, silver carp
coffee: কফী, কফি বিন, কফির দানা, কফি দানা, kofi, coffee, kopi
