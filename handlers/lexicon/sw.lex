# sw - Kiswahili (Kenya, Tanzania, Uganda), with Sheng.

[sound]
dh>z, th>s, sh>s, gh>g, kh>k, ch>ch, l>r, ny>ny, h>
[form]
beginning: >ma, ki>vi, m>mi
number-beginning: >wa, >ma, >vi, >mi, m>ma, m>wa, m>vi, m>mi
[number]
1st: ya kwanza, wa kwanza, la kwanza, kwanza
2nd: ya pili, wa pili, la pili
3rd: ya tatu, wa tatu, la tatu
1: moja, mmoja, mimoja, kimoja, limoja
2: mbili, mawili, miwili, wawili, viwili, mbile
2: mbiri
3: tatu, matatu, mitatu, watatu, vitatu
3: tatuu
4: nne, manne, minne, wanne, vinne, ne
5: tano, matano, mitano, watano, vitano
5: tanu
6: sita
6: sitta
7: saba
7: saaba
8: nane, manane, minane, wanane, vinane
9: tisa
9: tissa
10: kumi
10: khumi
20: ishirini
20: ishrini, ishirin, ishrin, ishirinii, makumi mawili
30: thelathini
30: thelathin, thalathini, selathini, thelthini, salasini, selasini, makumi matatu, thelasini
40: arobaini, arubaini
40: arobain, arbaini, arubain, arobainii, makumi manne, alobaini, harubaini
50: hamsini
50: hamsin, amsini, hamusini, khamsini, finje, makumi matano
60: sitini
60: sitin, sitinii, makumi sita, stini
70: sabini
70: sabin, sabiini, makumi saba
80: themanini
80: themanin, thamanini, semanini, samanini, makumi nane
90: tisini
90: tisin, tisiini, makumi tisa, tsini
100x: mia
100x: mya, miya
1000x: elfu
1000x: elf, alfu, maelfu, ngiri, ngwenye, thao, thaw
0.5: nusu
0.5: nusu ya, nuss, nus, nuzu
0.25: robo
0.25: robo ya
0.75: robo tatu
0.75: robo tatu ya, robotatu
+0.5: na nusu
+0.5: nanusu, na nusu yake, n nusu
11: kumi na moja, kumi na mmoja, kumi moja, kuminamoja
12: kumi na mbili, kumi na mawili, kumi na wawili, kumi na miwili, kumi na viwili, kumi mbili
12: kuminambili
13: kumi na tatu, kumi na matatu, kumi na watatu, kuminatatu
14: kumi na nne, kumi na manne, kumi na wanne, kuminanne
15: kumi na tano, kumi na matano, kumi na watano, kuminatano, fiftini
16: kumi na sita, kuminasita
17: kumi na saba, kuminasaba
18: kumi na nane, kumi na manane, kumi na wanane, kuminanane
19: kumi na tisa, kuminatisa
100: soo, ngiri soo
1000000x: milioni, miliyoni
100000x: laki
+0.25: na robo, narobo
+0.75: na robo tatu

[unit]
kg: kilo, kg, kilogramu, klo, kilos
kg: kl, kilogram, kilogramme, kirogramu, kiro, kirogram, klgm, kgs, kilogrammu, makilo, kilo za
kg: kilo ya, kgz
g: gramu
g: gram, gramm, magramu, gm
tonne: tani
tonne: matani, tanni
litre: lita, litre
litre: malita, ltr, lt, litres, rita, lta, mlita
piece: kipande, vipande, mche, miche, kichwa, vichwa
piece: kijiti, vijiti, punje, shina, mashina, mzizi, pisi, pis
piece: mapisi, pcs, pc
dozen: dazeni, darzeni, dazani
dozen: dazen, dazini, madazeni, dozen, doz, dzn
bunch: fungu, mafungu, kifungu, vifungu, shada, mkungu, mikungu
bunch: kichane, vichane, chane, machane, mafundo, fundo, fungu la, mafungu ya, mashada, kikonyo
bunch: mafurushi, furushi, vitita, mtungo, mitungo
bag: mfuko, mifuko, begi, mabegi
bag: mfko, mfuku, mifko, mkoba, mikoba, begi la, paper bag, nailoni, jaba, kifuko, vifuko, rambo
sack: gunia, magunia, kiroba, viroba, lumbesa
sack: gunia la, magunia ya, guniya, maguniya, ginia, magunya, gunya, junia, majunia, kipolo
sack: vipolo, sulufeti, salfeti, sandarusi, viroba vya, rumbesa, lumbeza, mfuko wa gunia, gunias
crate: kreti, makreti, creti
crate: makreti ya, kireti, vireti, kreiti, makreiti, krate, kreti za, krati
crate: makrati
tray: trei, matrei, sahani
tray: trey, treyi, matreyi, tray, trays, tre, matre, treii, matrei ya, trei za, trei ya, trea
box: boksi, maboksi, katoni, sanduku, masanduku
box: maboksi ya, bokisi, mabokisi, katuni, makatoni, kartoni, makartoni, kasha, makasha
box: carton
basin: beseni, mabeseni, karai
basin: besheni, mabesheni, besen, makarai, sinia, masinia, karai la, bakuli, mabakuli
tin: debe, madebe, gorogoro, kasuku, mkebe, mikebe, kopo, makopo, kikombe, vikombe
tin: debe la, madebe ya, magorogoro, gorogolo, korokoro, makorokoro, pishi, kibaba, vibaba
tin: sadolini, sado, masado, mikebe ya, kopo la, tini, matini, kisado, visado, makasuku
basket: kikapu, vikapu, tenga, matenga
basket: matenga ya, kapu, makapu, tenga la, susu, pakacha, mapakacha, kitunga, vitunga
basket: kikapu cha
bucket: ndoo
bucket: ndoo ya, ndoo za, mandoo, ndo ya, baketi, mabaketi
bottle: chupa
bottle: machupa, chupa ya, chupa za, botoli, mabotoli, mtungi, mitungi, galoni, magaloni, dumu
bottle: madumu, jagi
pack: pakiti, paketi, pakti
pack: mapakiti, mapaketi, pakiti ya, pakiti za, packet, pakti za, bahasha, paket, pakit, bunda
pack: mabunda
ml: mililita, ml

[day]
today: leo
today: leo hii, leo jioni, leo asubuhi, leo mchana, leo usiku, leo leo, leo tu, leoo
today: siku ya leo, leo saa, usiku wa leo, jioni ya leo, asubuhi ya leo, asubuhi hii, jioni hii
today: mchana huu, sai, saa hizi leo, leo mapema
tomorrow: kesho
tomorrow: kesho asubuhi, kesho jioni, kesho mchana, kesho usiku, kesho mapema, kesho yake
tomorrow: siku ya kesho, ksho, kesho saa, asubuhi ya kesho, jioni ya kesho, kesho subuhi
tomorrow: keshoo, kesho alfajiri
overmorrow: kesho kutwa, keshokutwa
overmorrow: kesho kutwa asubuhi, keshokutwa asubuhi, kesho kutwa jioni, kesho kutwo
overmorrow: siku mbili zijazo, baada ya siku mbili, baada ya kesho, kshokutwa
mon: jumatatu
mon: jumatatu asubuhi, jumatatu ijayo, siku ya jumatatu, jtatu, j3, j tatu, jumatatuu, jumata2
mon: jmatatu, jumatatu hii, juma tatu
tue: jumanne
tue: siku ya jumanne, jumanne ijayo, jnne, j4, j nne, juma nne, jumane, jmanne, jumanne hii
wed: jumatano
wed: siku ya jumatano, jumatano ijayo, jtano, j5, j tano, juma tano, jmatano, jumatano hii
thu: alhamisi
thu: siku ya alhamisi, alhamisi ijayo, alhamis, alamisi, alhamisii, alkhamisi, alhamisi hii
thu: khamisi
fri: ijumaa
fri: siku ya ijumaa, ijumaa ijayo, ijumaa hii, ijuma, jumaa, ijumaaa
sat: jumamosi
sat: siku ya jumamosi, jumamosi ijayo, jmosi, j mosi, juma mosi, jmamosi, jumamosi hii
sat: jumamos
sun: jumapili
sun: siku ya jumapili, jumapili ijayo, jpili, j pili, juma pili, jmapili, jumapili hii, jumapiri

[language]
sw: kiswahili, swahili, kiswa
en: kiingereza, kingereza
fr: kifaransa
zh: kichina
ar: kiarabu

[word]
greet: habari, habari yako, habari za asubuhi, habari za leo, hujambo, hamjambo, jambo, mambo, mambo vipi, vipi, sasa, niaje, shikamoo, salamu, salama, karibu, hodi, asubuhi njema, za asubuhi, bwana, mzee, kaka, dada, ndugu, rafiki, mkuu, boss, bosi, mheshimiwa
thanks: asante, asante sana, ahsante, ahsante sana, shukrani, shukran, nashukuru, barikiwa, mungu akubariki, ubarikiwe, asanteni
filler: tafadhali, tafadhal, tafadhari, ya, za, la, wa, cha, vya, kwa ajili ya, hiyo, hizo, hii, hizi, yangu, zangu, ni, mbio, haraka, sana, tu sana, freshi, mbichi, nzuri, mazuri, kubwa, ndogo, mapema, mwenyewe, jamani, nyumbani, kabla ya, asubuhi, jioni, mchana, zilizoiva, mbivu, nyekundu, nyeupe, ndio hiyo, basi, pia, tena, kama kawaida, sh ngapi
filler: kabisa, haswa, haya, hasa
and: na, pamoja na, pia na, halafu
or: au, ama
not: sio, siyo, si, bila, usilete, msilete, isipokuwa
want: nataka, ninataka, natka, ntaka, nahitaji, ninahitaji, naomba, nmba, tunataka, tunahitaji, tunaomba, leta, niletee, nipe, nitumie, tuma, nauliza kununua, nunua, nanunua, nataka kununua, weka, niwekee, niagizie, agiza, naagiza, oda, peleka, lete, nichukulie, nitachukua, nitaki kununua, unaweza kunitumia, unaweza kuniletea, natafuta
want: anataka, wanataka, nitataka, tutataka, ningetaka, tungetaka, anahitaji, wanahitaji
want: nitahitaji, tutahitaji, ningehitaji, tungehitaji, ninaomba, anaomba, wanaomba, nitaomba
want: tutaomba, ningeomba, tungeomba, ninatafuta, tunatafuta, anatafuta, wanatafuta, nitatafuta
want: tutatafuta, ningetafuta, tungetafuta, ninaagiza, tunaagiza, anaagiza, wanaagiza, nitaagiza
want: tutaagiza, ningeagiza, tungeagiza, ninanunua, tunanunua, ananunua, wananunua, nitanunua
want: tutanunua, ningenunua, tungenunua, nachukua, ninachukua, tunachukua, anachukua, wanachukua
want: tutachukua, ningechukua, tungechukua, nilitaka, nilihitaji, tulitaka, tulihitaji
want: nilikuwa nataka, nilikuwa nahitaji, nilikuwa natafuta, nikitaka, nikihitaji, nikiomba
want: kununua, naomba kununua, nahitaji kununua, ningependa kununua, ningetaka kununua
want: tunataka kununua, tungependa kununua, tunaomba kununua, naweza kununua, tunaweza kununua
want: napenda kununua, nilitaka kununua, kuagiza, nataka kuagiza, naomba kuagiza
want: nahitaji kuagiza, ningependa kuagiza, ningetaka kuagiza, tunataka kuagiza
want: tungependa kuagiza, tunaomba kuagiza, naweza kuagiza, tunaweza kuagiza, napenda kuagiza
want: nilitaka kuagiza, nataka kuchukua, naomba kuchukua, nahitaji kuchukua, ningependa kuchukua
want: ningetaka kuchukua, tunataka kuchukua, tungependa kuchukua, tunaomba kuchukua
want: naweza kuchukua, tunaweza kuchukua, napenda kuchukua, nilitaka kuchukua, nataka kupata
want: naomba kupata, nahitaji kupata, ningependa kupata, ningetaka kupata, tunataka kupata
want: tungependa kupata, tunaomba kupata, naweza kupata, tunaweza kupata, napenda kupata
want: nilitaka kupata, uniletee, mniletee, kuniletea, tuletee, utuletee, mtuletee, kutuletea
want: unitumie, mnitumie, kunitumia, tutumie, ututumie, mtutumie, kututumia, unipe, mnipe
want: kunipa, tupe, utupe, mtupe, kutupa, nipatie, unipatie, mnipatie, kunipatia, tupatie
want: utupatie, mtupatie, kutupatia, uniwekee, mniwekee, kuniwekea, tuwekee, utuwekee, mtuwekee
want: kutuwekea, uniagizie, mniagizie, kuniagizia, tuagizie, utuagizie, mtuagizie, kutuagizia
want: unichukulie, mnichukulie, kunichukulia, tuchukulie, utuchukulie, mtuchukulie, kutuchukulia
want: nipelekee, unipelekee, mnipelekee, kunipelekea, tupelekee, utupelekee, mtupelekee
want: kutupelekea, nipimie, unipimie, mnipimie, kunipimia, tupimie, utupimie, mtupimie
want: kutupimia, nipakie, unipakie, mnipakie, kunipakia, tupakie, utupakie, mtupakie, kutupakia
want: nitafutie, unitafutie, mnitafutie, kunitafutia, tutafutie, ututafutie, mtutafutie
want: kututafutia, nifungie, unifungie, mnifungie, kunifungia, tufungie, utufungie, mtufungie
want: kutufungia, nifikishie, unifikishie, mnifikishie, kunifikishia, tufikishie, utufikishie
want: mtufikishie, kutufikishia, nihifadhie, unihifadhie, mnihifadhie, kunihifadhia, tuhifadhie
want: utuhifadhie, mtuhifadhie, kutuhifadhia, niuzie, uniuzie, mniuzie, kuniuzia, tuuzie
want: utuuzie, mtuuzie, kutuuzia, ninunulie, uninunulie, mninunulie, kuninunulia, tununulie
want: utununulie, mtununulie, kutununulia, niandalie, uniandalie, mniandalie, kuniandalia
want: tuandalie, utuandalie, mtuandalie, kutuandalia, nigawie, unigawie, mnigawie, kunigawia
want: tugawie, utugawie, mtugawie, kutugawia, nikusanyie, unikusanyie, mnikusanyie, kunikusanyia
want: tukusanyie, utukusanyie, mtukusanyie, kutukusanyia, nitayarishie, unitayarishie
want: mnitayarishie, kunitayarishia, tutayarishie, ututayarishie, mtutayarishie, kututayarishia
want: nichagulie, unichagulie, mnichagulie, kunichagulia, tuchagulie, utuchagulie, mtuchagulie
want: kutuchagulia, nisafirishie, unisafirishie, mnisafirishie, kunisafirishia, tusafirishie
want: utusafirishie, mtusafirishie, kutusafirishia, nibakishie, unibakishie, mnibakishie
want: kunibakishia, tubakishie, utubakishie, mtubakishie, kutubakishia, nitengee, unitengee
want: mnitengee, kunitengea, tutengee, ututengee, mtutengee, kututengea, utaniletea, mtaniletea
want: utanitumia, mtanitumia, utatuletea, utanipa, utaleta, mtaleta
want: ningependa, tungependa, ningependelea, leteni, letea, lete tu, leteeni, tumeni, tumia
want: wekeni, weka oda, weka oda ya, naweka oda, naweka oda ya, nataka kuweka oda
want: nataka kuweka oda ya, naomba oda ya, natoa oda, nataka oda ya, oda yangu ni, oda ni
want: oda mpya, agizo langu ni, agizo ni, agizo jipya, order yangu ni, order, orda, oder, odr
want: ordr, naoda, ninaoda, kuoda, nataka kuoda, naorder, nataka kuorder, kuorder, niodee
want: niorderie, nataka ku order, unanunulia, agiziwa, mahitaji yangu ni, mahitaji, mahitaji ni
want: hitaji langu ni, nina uhitaji wa, nina hitaji, nina mahitaji ya, uhitaji wa, nahitajika
want: inahitajika, zinahitajika, yanahitajika, vinahitajika, tunahitajia, nahitajia, nauhitaji
want: natarajia, nategemea kupata, nasaka, tunasaka, nawinda, niko na haja ya, nina haja ya
want: nina haja na, naweza pata, naeza pata, naeza kupata, ntapata, nitapata, tutapata
want: niwezeshe, naweza nunua, tafadhali leta, nifanyie mpango wa, nipangie, fanya mpango wa
want: panga, nisaidie na, nisaidie kupata, nisort na, nisort, niskie na, nishikie, nishikilie
want: nishughulikie, nichotee, chotea, pima, fungasha, nifungashie, pakia, pelekea, ipelekwe
want: zipelekwe, ziletwe, iletwe, yaletwe, viletwe, itumwe, zitumwe, yatumwe, nipakizie
want: nadai oda ya, nabook, nataka kubook, nibookie, book, niekee, nieke, nieee, niwekeni
want: uniekee, muniletee, munitumie, munipe, muniwekee, mutuletee, muniuzie, nikatie, nimwagie
want: nishushie, tushushie, nidungie, dunga, nidunge, tudungie, nirushie, rusha, nitupie
want: nichapie, niletee tu, nipeni, nileteeni, nitumieni, niwekeeni, nipatieni, tupeni
want: tuleteeni, ntk, ntka, nhtaji, nahtaj, naitaji, nahtaji, nahitaj, niaitaji, nahitahi, nmb
want: naomb, naoba, nmetafuta, natafta, natafuata, natafut, naitajia, nitmie, ntumie, niltee
want: nlete, nltee, niletee pls, nipee, nipatiie, nataka tu, nahitaji tu, naomba tu
want: nataka nipate, naomba nipate, naomba nipatiwe, nipatiwe, tupatiwe, nipewe, niletewe
want: nitumiwe, tuletewe, naomba niletewe, naomba nitumiwe, niuzieni, natakaga, ntachukua
want: tachukua, nita chukua, nakuja kuchukua, nitakuja kuchukua, naja kuchukua
want: tutakuja kuchukua, ntanunua, ntahitaji, ntataka, mnunuzi wa, mimi mnunuzi wa
want: mteja anataka, mteja anahitaji, wateja wanahitaji, mimi nahitaji, mi nataka, mi nahitaji
want: sisi tunahitaji, itanibidi kupata, nimeishiwa na, nimeishiwa nataka, nimeishiwa nahitaji
want: tumeishiwa tunahitaji, shule inahitaji, hoteli inahitaji, tunapika tunahitaji
change: badilisha, badilisha iwe, badili, iwe, ziwe, geuza, rekebisha, punguza iwe, ongeza iwe
add: ongeza, ongezea, niongezee
remove: toa, ondoa kwenye oda, punguza
correct: samahani, nimekosea, hapana, nilimaanisha
sell: nauza, ninauza, tunauza, uza, kuuza, inauzwa, zinauzwa, yanauzwa, nataka kuuza, niko na ya kuuza
available: zipo, ipo, yapo, ziko, iko, yako, inapatikana, zinapatikana, tayari
stock: stoki, akiba
have: nina, niko na, ninazo, ninayo, tunazo, naweza, naweza kutoa, naweza kuleta, nimebaki na, tuna
have: ninavyo, ninacho, ninalo, ninao, tunayo, tunavyo, tunao, nnazo, nnayo, nnavyo, niko nazo
have: niko nayo, tuko na, tuko nazo, tunayo ya, nimebakiwa na, nimebakisha, zimebaki, imebaki
have: yamebaki, vimebaki, umebaki, iliyobaki ni, zilizobaki ni, yaliyobaki ni, zilizopo ni
have: iliyopo ni, yaliyopo ni, kuna, ipo, zipo, yapo, naweza kupata, naweza kutoa tu
have: naweza kuleta tu, naweza kupeleka, naweza kutuma, naweza toa, naweza leta, nitatoa
have: naeza toa, naeza leta, naeza kutoa, naeza kuleta, naweza kukupa, naweza kukuletea
have: naweza kukuuzia, naweza kuuza, tunaweza kutoa, tunaweza kukupa, nitakupa, nitakuletea
have: ntakupa, nitawapa, nitaleta, nitapata, nitaweza kutoa, nitaweza kuleta, nimepata tu
have: nimepata, nilizonazo ni, niliyonayo ni, niliyonazo, nilichonacho ni, nlizonazo ni
have: kwangu kuna, kwangu zipo, kwangu ziko, ziko, iko, yako
yes: ndiyo, ndio, ndo, eeh, naam, sawa, sawa sawa, sawasawa, poa, nakubali, nimekubali, tumekubali, haina shida, hakuna shida, hamna shida, nitaleta, nitafanya, nitapeleka, tutaleta, ninazo, ninayo, kubali, niko tayari, fresh, freshi
yes: ntaleta, ninaweza kuleta, naweza kuleta, tunaweza kuleta, tutapeleka, ntapeleka
yes: ninaweza kupeleka, naweza kupeleka, tunaweza kupeleka, nitatuma, tutatuma, ntatuma
yes: ninaweza kutuma, naweza kutuma, tunaweza kutuma, nitatoa, tutatoa, ntatoa, ninaweza kutoa
yes: naweza kutoa, tunaweza kutoa, nitauza, tutauza, ntauza, ninaweza kuuza, naweza kuuza
yes: tunaweza kuuza, nitafikisha, tutafikisha, ntafikisha, ninaweza kufikisha, naweza kufikisha
yes: tunaweza kufikisha, nitazileta, nitaileta, nitayaleta, nitavileta, tutazileta, tutaileta
yes: tutayaleta, nitazipeleka, nitaipeleka, nitayapeleka, nitavipeleka, tutazipeleka
yes: tutaipeleka, tutayapeleka, nitazituma, nitaituma, nitayatuma, nitavituma, tutazituma
yes: tutaituma, tutayatuma, nitazitoa, nitaitoa, nitayatoa, nitavitoa, tutazitoa, tutaitoa
yes: tutayatoa, nitakuletea, nitakupelekea, nitakutumia, nitakuuzia, nitakupatia, nitawaletea
yes: nitawapelekea, nitawatumia, nitawauzia, nitamletea, nitampelekea, nitamtumia, nitamuzia
yes: tutakuletea, tutakupelekea, tutakutumia, tutawaletea
yes: ndioo, ndiyoo, ndiooo, ndiyo nakubali, ndio nakubali, ndio sawa, ndiyo sawa, ndio bwana
yes: ndiyo bwana, ndio mkuu, ndiyo mkuu, ndio boss, ndio boss wangu, ndio niko nayo, ndio ninazo
yes: ndio ninayo, ndiyo ninazo, ndiyo ninayo, ndio nipo tayari, ndio naweza, ndiyo naweza
yes: ndio tunaweza, ndio nitaleta, ndiyo nitaleta, ndio hakuna shida, ndio tu, eehe
yes: ehe, ehee, yeah, yap, yes, ok, okay, oki, okei, oke, oki sawa, ok sawa, ok poa, ok nitaleta
yes: ok nakubali, ok hakuna shida, haya sawa, haya basi, haya nitaleta, haya nakubali
yes: sawa tu, sawa kabisa, sawa bwana, sawa mkuu, sawa boss, sawa bosi, sawa kaka, sawa dada
yes: sawa mama, sawa mzee, sawa nitaleta, sawa nakubali, sawa nimekubali, sawa hakuna shida
yes: sawa hamna shida, sawa haina shida, sawa naleta, sawa napeleka, sawa tutaleta, sawa nipo
yes: sawa ninayo, sawa ninazo, sawa niko tayari, sawa nitafanya hivyo, sawa kesho nitaleta
yes: sawasawa kabisa, sawaa, sawaaa, xawa, sava, sawah, sawa san, safi
yes: safi nitaleta, safi nakubali, poa poa, poa sana, poa kabisa, poa nitaleta, poa nakubali
yes: poa hakuna shida, poa tu, poa mkuu, poa boss, poa kaka, poa basi, poua, poah, powa, pow
yes: poaz, shwari, fiti, iko fiti, iko poa, iko sawa, ni sawa, ni poa, itakuwa sawa
yes: bei iko sawa, bei ni sawa, bei sawa, bei poa, bei nzuri nakubali, bei nimekubali
yes: hiyo bei sawa, hiyo bei ni sawa, hiyo iko sawa, hiyo sawa, hiyo poa, nakubaliana
yes: nakubaliana na hiyo, nakubaliana na bei, nakubaliana nawe, tunakubali, tunakubaliana
yes: tumekubaliana, nimekubaliana, nimekubali oda, nimekubali bei, nakubali oda, nakubali bei
yes: nakubali kuleta, nakubali kuuza, nakubali hiyo, nimeridhia, naridhia, naafiki, nimeafiki
yes: nathibitisha, nimethibitisha, tumethibitisha, thibitisha, imethibitishwa, thibitisha oda
yes: kubaliwa, imekubaliwa, nimepokea oda, nimechukua oda, nachukua oda, nitachukua oda
yes: naichukua, naichukua oda, nitaichukua, niachie mimi, niachie hiyo, ni yangu hiyo
yes: mimi nitaleta, mimi nitapeleka, mimi ninayo, mimi ninazo, mimi nipo tayari, mi nitaleta
yes: mi niko tayari, nitashughulikia, nitaishughulikia, nitalifanyia kazi, nitahakikisha
yes: itafika, zitafika, yatafika, mzigo utafika
yes: hakuna matata, hakuna tatizo, hamna tatizo, hamna noma, hakuna noma
yes: haina noma, no shida, sina shida, haina neno, hakuna neno, bila shaka, bila wasiwasi
yes: bila shida, ondoa shaka, usijali, usiwe na wasiwasi, usijali nitaleta, hamna wasiwasi
yes: hakuna wasiwasi, kabisa nakubali, kweli nitaleta, niko tayari kuleta
yes: niko tayari kuuza, nipo tayari, nipo tayari kuleta, tuko tayari, tupo tayari, tayari niko
yes: tayari nitaleta, mzigo upo, mzigo uko tayari, mzigo uko, zipo tayari, ipo tayari
yes: nimeshaandaa, naandaa, nitaandaa, nitatayarisha, natayarisha, naleta, naileta, nazileta
yes: nayaleta, tunaleta, napeleka, naipeleka, nazipeleka, natuma, naituma, nazituma
yes: niko njiani naleta, nakuja nazo, nakuja nayo, naja nazo, nitakuja nazo, nitakuja nayo, dili
yes: deal, dili poa, dili imefungwa, tumalizane, tumemalizana, biashara imefungwa, fanya hivyo
yes: na iwe hivyo, iwe hivyo, endelea tu, twende kazi, tufanye hivyo, tuendelee
yes: ntakuletea, ntafanya, tafanya, naeza, naeza leta, naeza kuleta, naweza leta, naweza peleka
yes: naweza kuleta hiyo, naweza kuipata, inawezekana, yawezekana, inawezekana kabisa, nakubal
yes: nkubali, nakubari, nakubli, nimekubari, nakublii, nimekubal, ndiyo kabisa, ndio kabisa
yes: ndo hivyo, naam nitaleta, naam nakubali, naam bwana, inshallah nitaleta
yes: inshaallah nitaleta, niko nayo, niko nazo, ipo nitaleta, zipo nitaleta
yes: zipo nyingi, zipo za kutosha, ipo ya kutosha, zote zipo, yote yapo, zote ninazo
yes: yote ninayo
yes: ndyo
no: hapana, la, sitaki, nakataa, nimekataa, siwezi kukubali, haiwezekani, hapana asante, bei ndogo, bei ni ndogo, kataa, tafuta mwingine, mpe mwingine
no: hapana sitaki, hapana siwezi, hapana sina, hapana bwana, hapana mkuu, hapana boss
no: hapana kwa sasa, hapana leo, hapana kabisa, hapana sio leo, hapan, hpana, apana, hapanaa
no: hapna, apana asante, hapana ahsante, hapana shukrani, sitaki kuuza, sitaki oda
no: sitaki hiyo oda, sitaki kazi hiyo, sitoi, sikubali, sikubaliani, sikubaliani na bei
no: sikubali bei, sikubali bei hiyo, sitakubali, hatukubali, hatukubaliani, hatutaki
no: hatutakubali, sijakubali, nakataa oda, nimekataa oda, tumekataa, tunakataa, nakatalia
no: nimeikataa, imekataliwa, silipendi, haitawezekana, haiwezekani kwa sasa, haiwezekani leo
no: haiwezekani kwa bei hiyo, haiwezekani bei hiyo, siwezi kwa bei hiyo, siwezi bei hiyo
no: hailipi, bei hailipi, haifai, bei haifai, bei hiyo haifai, bei hiyo ni ndogo, bei hiyo ndogo
no: bei ya chini sana, bei ni ya chini, bei ni ya chini sana, bei iko chini, bei iko chini sana
no: bei ipo chini, bei chini sana, bei ndogo sana, bei duni, bei kidogo, pesa kidogo, pesa ndogo
no: hela ndogo, hela kidogo, hiyo pesa ni kidogo, ni hasara, hasara kwangu, hiyo ni hasara
no: itakuwa hasara, napata hasara, nitapata hasara, ongeza bei kwanza, haina faida
no: hainipi faida, sio leo, si leo, siyo leo, sio sasa, si sasa, siyo sasa, sio wiki hii
no: labda wiki ijayo, sio kwa sasa, bado, bado sijavuna, sijavuna bado, bado hazijakomaa
no: bado haijakomaa, hazijakomaa, hayajakomaa, haijakomaa, hazijaiva, hayajaiva, haijaiva
no: bado hayajaiva, bado hazijaiva, haziko tayari, hayako tayari, haiko tayari
no: bado haziko tayari, bado haiko tayari, sijawa tayari, siko tayari, sipo tayari
no: hatuko tayari, hatupo tayari, sijajiandaa, niache, nipite, pita, nipite kwa sasa
no: nipitie nyingine, mpatie mwingine, wape wengine, mpe mtu mwingine, uliza mwingine
no: ulizia mwingine, tafuta mtu mwingine, tafuteni mwingine, jaribu mwingine, mtafute mwingine
no: nitapita, sitashiriki, zi, zii, apana sitaki, staki, ctaki, sitk, sitki
cannot: siwezi, hatuwezi, sitaweza, hatutaweza, siwezi leo, niko mbali, naumwa
cannot: siwezi kuleta, siwezi kupeleka, siwezi kufika, siwezi kufanya, siwezi kutoa
cannot: siwezi kuuza, siwezi kupata, siwezi kwa sasa, siwezi kwa leo, siwezi kesho
cannot: siwezi wiki hii, siwezi yote, siwezi hiyo, siwezi kufikisha, siwez, siwezii
cannot: sitaweza kuleta, sitaweza kufika, sitaweza kupeleka, sitaweza kufikisha, sitaweza leo
cannot: sitaweza kesho, sitoweza, sitoweza kuleta, sitoweza leo, hatuwezi kuleta
cannot: hatuwezi kupeleka, hatutaweza kuleta, hatuwezi leo, hatutoweza, sijaweza, sikuweza
cannot: nimeshindwa, nimeshindwa kuleta, nimeshindwa kupata, nitashindwa, nashindwa, nimekwama
cannot: tumeshindwa, tumekwama, sitafika, sitofika, sitaleta, sitoleta, sitapeleka, hatutaleta
cannot: hatuleti, sileti, sipeleki, cwezi, cwez, swezi, siezi, siezi leta, siezi kuleta, sitaeza
cannot: hatuezi, niko safarini, nipo safarini, niko mgonjwa, naumwa sana, mimi mgonjwa
cannot: sipo, sipo nyumbani, siko nyumbani, siko, siko hapo, nipo mbali
cannot: niko mbali sana, nipo mbali sana, ni mbali sana, gari imeharibika, gari limeharibika
cannot: pikipiki imeharibika, sina usafiri, sina gari
cannot: sina pikipiki
none-left: sina, hatuna, imeisha, zimeisha, yameisha, imekwisha, zimekwisha, yamekwisha, hakuna, hamna, zimeuzwa, imeuzwa, nimemaliza, sinazo, sinayo, hazipo, haipo, hayapo, nimeishiwa, stoki imeisha
none-left: sina kitu, sina hata moja, sina chochote, sina tena, sina kwa sasa, sina leo
none-left: sina stoki, sina mzigo, sina bidhaa, sina zaidi, sina hiyo, sina hizo
none-left: sina za kutosha, sina ya kutosha, sinazo kwa sasa, sinayo kwa sasa, sinavyo, sinacho
none-left: sinalo, sinayo tena, sinazo tena, sijabaki na kitu, sijabakiwa, sijabakiza
none-left: hatuna tena, hatuna kwa sasa, hatuna stoki, hatuna kitu, hatunazo, hatunayo
none-left: hatunavyo, hatuna mzigo, zimeisha zote, zimeisha kabisa, yameisha kabisa
none-left: imeisha kabisa, vimeisha, umeisha, mzigo umeisha, mzigo umekwisha, zmeisha, zimeixha
none-left: imeixha, imeicha, zimeishaa, zishaisha, ishaisha, yashaisha, zisha isha, isha isha
none-left: zimeshaisha, imeshaisha, yameshaisha, zimekwisha kabisa, vimekwisha, umekwisha
none-left: kwisha, zimekwisha zote, zimemalizika, imemalizika, yamemalizika, zimemalizwa
none-left: zimenunuliwa, zimenunuliwa zote, yamenunuliwa, imenunuliwa, yameuzwa, vimeuzwa
none-left: zimeuzwa zote, zishauzwa, ishauzwa, yashauzwa, nishauza, nimeshauza, nimeuza zote
none-left: nimeuza yote, nimeuza kila kitu, tumeuza zote, tumeuza yote, tumemaliza, tumeishiwa
none-left: tumeishiwa na stoki, nimeishiwa stoki, nimeishiwa na mzigo, nimemaliza stoki
none-left: nimemaliza zote, nimemaliza kuuza, hakuna tena, hakuna kitu, hakuna stoki
none-left: hakuna mzigo, hakuna kwa sasa, hakuna leo, hakuna iliyobaki, hakuna zilizobaki
none-left: hakuna kilichobaki, hamna tena, hamna kitu, hamna kwa sasa, hamna stoki, hamna mzigo
none-left: hamna leo, haina, hazina, hazipatikani, haipatikani, hayapatikani, havipatikani
none-left: hazipo kwa sasa, haipo kwa sasa, hayapo kwa sasa, havipo, haziko, haiko, hayako
none-left: haziko tena, stoki imekwisha, stock imeisha, stoki hakuna, stoki sina, stoo tupu
none-left: ghala tupu, ghala limeisha, nimeuzia mwingine, nimempa mwingine, zimechukuliwa
none-left: imechukuliwa, yamechukuliwa, zimeenda zote
only: tu, pekee, peke yake, pekeake, tuu
only: pekee yake, peke yao, tuuu, hizo tu, hayo tu, hiyo tu, hivyo tu, ndizo tu, ndiyo tu
only: ndio tu, hizo ndizo, hizo pekee, isizidi hapo, si zaidi ya, sio zaidi ya, siyo zaidi ya
only: zisizozidi, yasiyozidi, sio zote, si zote, siyo zote, sio yote, si yote, siyo yote
only: zingine sina, nyingine sina, mengine sina, zingine hakuna, nyingine hakuna
only: zilizobaki hakuna
but: lakini, bali, ila
but: ila tu, ijapokuwa, ingawa, isipokuwa kwamba, lkn, lakin, lkini, lakni, walakini
but: japo
if: kama, ikiwa, iwapo, endapo
if: kama tu, ikiwa tu, mradi, ilimradi, ukilipa, kama utalipa, kama utaongeza, ukiongeza
if: mkilipa, kama ukiongeza, kama bei, labda kama, labda
cancel: futa, futa oda, futa oda yangu, ghairi, nimeghairi, sitaki tena, katisha, katisha oda, sihitaji tena, sitaki oda, usilete tena, usilete oda, acha oda, achana na oda, nimebadilisha mawazo, ondoa oda, ondoa oda yangu, sitaki hiyo oda, batilisha
cancel: naghairi, naghairi oda, naghairi oda yangu, ghairi oda, ghairi oda yangu
cancel: ghairi hiyo oda, ghairini, ghairisha, ghairisha oda, naghairisha, nimeghairi oda
cancel: nimeghairisha, tumeghairi, tunaghairi, nataka kughairi, naomba kughairi
cancel: naomba kughairi oda, naomba ughairi, naomba mghairi, imeghairiwa, oda imeghairiwa, gairi
cancel: gairi oda, nagairi, nimegairi, kughairi oda, kughairi oda yangu, kughairi, nitaghairi
cancel: ghaili, hairisha oda, ahirisha oda, naahirisha oda, nimeahirisha oda, nafuta, nafuta oda
cancel: nafuta oda yangu, futa hiyo, futa hiyo oda, futa tu, futeni, futeni oda
cancel: futeni oda yangu, futilia mbali, futilia mbali oda, nimefuta, nimefuta oda, tumefuta oda
cancel: tunafuta oda, naomba kufuta, naomba kufuta oda, naomba ufute oda, naomba mfute oda
cancel: naomba ufute, nataka kufuta oda, nataka kufuta, kufuta oda, kufuta oda yangu, futa agizo
cancel: futa agizo langu, futa order, futa order yangu, oda ifutwe, ifutwe, ifute, ifute oda
cancel: ifuteni, fta oda, fta, futaa, kansa, kansa oda, kensa, kensa oda, kenso, kansel
cancel: cancel oda, cancel oda yangu, kensel, kensel oda, kansela, kata oda, kata hiyo oda
cancel: achana nayo, achana nazo, achana na hiyo, achana na hiyo oda, achana na order
cancel: achana na oda yangu, achana na agizo, achaneni na oda, achaneni nayo
cancel: achaneni na hiyo oda, acha hiyo oda, acha tu oda, acha oda yangu, wacha oda
cancel: wacha hiyo oda, wachana nayo, wachana na oda, wachana na hiyo oda, wachana na hiyo
cancel: waachane na oda, sahau oda, sahau kuhusu oda, sahau hiyo oda, isahau oda, ipuuze oda
cancel: puuza oda, puuza hiyo oda, puuza oda yangu, ondoa hiyo oda, ondoeni oda, ondoa agizo
cancel: ondoa agizo langu, toa oda yangu, toeni oda yangu, rudisha oda, simamisha oda
cancel: simamisha oda yangu, sitisha oda, sitisha oda yangu, sitisha agizo, nasitisha oda
cancel: naomba kusitisha oda, nimesitisha oda, katisha oda yangu, nakatisha oda, nimekatisha oda
cancel: nabatilisha, nabatilisha oda, batilisha oda, batilisha oda yangu, batilisha agizo
cancel: kubatilisha oda, nimebatilisha, sihitaji, sihitaji oda, sihitaji hiyo oda, sihitaji hiyo
cancel: sihitaji hizo, sihitaji hizo tena, sihitaji hiyo tena, sihitaji oda tena, sitahitaji
cancel: sitahitaji tena, sitoihitaji, siihitaji, siihitaji tena, sizihitaji, sizihitaji tena
cancel: siyahitaji tena, hatuhitaji, hatuhitaji tena, hatuihitaji tena, hatutaki tena
cancel: hatutaki oda, hatutahitaji tena, hatutaki hiyo oda, siitaki, siitaki tena, siitaki oda
cancel: sizitaki, sizitaki tena, siyataki tena, sitaki oda tena, sitaki oda yangu, sitaki hizo
cancel: sitaki hiyo, sitaki hizo tena, sitaki hiyo tena, sitaki mzigo, sitaki mzigo tena
cancel: sitaki zile, stak tena, staki tena, staki oda, sitki tena, ctaki tena, ctaki oda
cancel: staki hiyo oda, si hitaji tena, si taki tena, haihitajiki, haihitajiki tena
cancel: hazihitajiki tena, hazihitajiki, hayahitajiki tena, usilete, usiilete, usizilete
cancel: usilete hiyo oda, usilete hizo, usilete mzigo, usiniletee, usiniletee tena
cancel: usituletee tena, usinitumie mzigo, usitume oda, usitume mzigo, usitume tena, msilete oda
cancel: msilete tena, msilete mzigo, msiniletee, msitume mzigo, usije na mzigo, usije tena
cancel: msije tena, msituletee tena, nimeghairi mawazo, nimeahirisha, nimebadili mawazo
cancel: nimebadili nia, nimebadilisha nia, nimebadilisha maamuzi, nimebadili uamuzi
cancel: tumebadilisha mawazo, nimepata kwingine, nimepata kwa mwingine, nimeshapata kwingine
cancel: nimeshanunua kwingine, nimenunua kwingine, nimepata sehemu nyingine, nimeshapata pengine
cancel: nimepata pengine, oda basi, basi oda, basi tena oda, basi usilete, basi sitaki tena
order: oda, agizo, oda yangu, agizo langu
order: oda ya, oda hiyo, hiyo oda, oda zangu, oda zetu, oda yetu, oda ile, ile oda, agizo hilo
order: maagizo, maagizo yangu, order yangu, order, orders, ombi langu, maombi yangu, mzigo
order: mzigo wangu, mizigo, mzigo wetu, bidhaa, bidhaa zetu, vitu vyangu, vitu, vitu vyetu
order: oda namba, agizo namba
status: iko wapi, ziko wapi, oda yangu iko wapi, agizo langu liko wapi, imefika wapi, imefika, haijafika, hazijafika, bado haijafika, itafika lini, utaleta lini, mtaleta lini, lini itafika, hali ya oda, mzigo wangu uko wapi, mzigo uko wapi, oda yangu imefika wapi, sijapata, sijapokea, nasubiri, bado nasubiri
status: oda iko wapi, oda yetu iko wapi, order yangu iko wapi, order iko wapi, oda ipo wapi
status: oda yangu ipo wapi, ipo wapi, zipo wapi, yapo wapi, yako wapi, uko wapi, vipo wapi
status: viko wapi, upo wapi, uko wapi na mzigo, mko wapi, mpo wapi, umefika wapi, mmefika wapi
status: agizo langu lipo wapi, mzigo upo wapi, mzigo wangu upo wapi, mzigo wetu uko wapi
status: mzigo umefika wapi, mzigo unafika lini, mzigo utafika lini, mzigo unakuja lini
status: vitu vyangu viko wapi, vitu vyangu vipo wapi, bidhaa zangu ziko wapi
status: bidhaa zangu zipo wapi, nyanya zangu ziko wapi, zimefika wapi, yamefika wapi
status: vimefika wapi, imefikia wapi, imefikia hatua gani, oda imefikia wapi
status: oda imefikia hatua gani, iko hatua gani, ipo hatua gani, zitafika lini, yatafika lini
status: vitafika lini, utafika lini, itafika saa ngapi, zitafika saa ngapi, yatafika saa ngapi
status: utafika saa ngapi, inafika lini, zinafika lini, inafika saa ngapi, zinafika saa ngapi
status: inakuja lini, zinakuja lini, itakuja lini, itakuja saa ngapi, zitakuja lini
status: yatakuja lini, mzigo utakuja lini, unaleta lini, unaleta saa ngapi, utaleta saa ngapi
status: mnaleta lini, mnaleta saa ngapi, mtaleta saa ngapi, utaniletea lini, mtaniletea lini
status: utapeleka lini, mtatuletea lini, utatuma lini, mtatuma lini, unatuma lini, italetwa lini
status: zitaletwa lini, yataletwa lini, itatumwa lini, nitapata lini, nitapokea lini
status: nitaipata lini, nitazipata lini, nitapata saa ngapi, tutapata lini, tutapokea lini
status: lini nitapata, lini utaleta, lini mtaleta, lini zitafika, lini itakuja, mbona haijafika
status: mbona hazijafika, mbona hujaleta, mbona hamjaleta, mbona sijapata, mbona kimya
status: mbona mnachelewa, mbona inachelewa, mbona imechelewa, imefika kweli, imefikaje, zimefika
status: yamefika, je imefika, je zimefika, je imetumwa, imetumwa, zimetumwa, yametumwa, umetuma
status: mmetuma, umeshatuma, mmeshatuma, umeleta, umeshaleta, mmeshaleta, imetoka, zimetoka
status: imeondoka, umetoka, imeshaondoka, zimeondoka, iko njiani, ziko njiani, ipo njiani
status: zipo njiani, je iko njiani, uko njiani, mko njiani, mzigo uko njiani, mzigo upo njiani
status: umefikia wapi, bado uko mbali, bado haijaja, haijaja, hazijaja, hayajaja, hayajafika
status: havijafika, haujafika, mzigo haujafika, mzigo bado, mzigo bado haujafika, oda bado
status: oda yangu bado, oda bado haijafika, bado hazijafika, bado hayajafika, bado haujafika
status: bado sijapata, bado sijapokea, bado sijaletewa, sijaletewa, sijaletewa bado
status: sijapata oda, sijapata oda yangu, sijapata mzigo, sijapata mzigo wangu, sijapata bado
status: sijapokea oda, sijapokea mzigo, sijapokea bado, hatujapata, hatujapokea, hatujaletewa
status: hatujapata oda, hatujapata mzigo, hujaleta, hujaniletea, hamjaleta, hamjaniletea
status: hamjatuletea, hujatuma, hamjatuma, sijaona, sijaona mzigo, sijaona oda, nangoja
status: nangojea, bado nangoja, bado nangojea, tunangoja, tunasubiri, bado tunasubiri, nasubiria
status: nasubiri oda, nasubiri oda yangu, nasubiri mzigo, nasubiri mzigo wangu, nimesubiri
status: nimesubiri sana, tumesubiri, tumesubiri sana, nimengoja sana, hali ya oda yangu
status: hali ya agizo, hali ya agizo langu, hali ya mzigo, hali ya mzigo wangu, maendeleo ya oda
status: habari ya oda yangu, habari za oda yangu, vipi oda yangu, vipi kuhusu oda yangu
status: vipi oda, vipi mzigo, vipi mzigo wangu, kuhusu oda yangu, oda yangu vipi, oda yangu je
status: oda vipi, mzigo wangu vipi, mzigo vipi, nini kimetokea na oda yangu
status: kuna nini na oda yangu, oda yangu imefikaje, oda yangu iko tayari
status: je oda yangu iko tayari, iko tayari, imekuwaje oda yangu, imekuwaje, oda imekuwaje
status: status, status ya oda, status ya oda yangu, fuatilia, fuatilia oda, nafuatilia
status: nafuatilia oda, nafuatilia oda yangu, naulizia oda, naulizia oda yangu, naulizia mzigo
status: naulizia mzigo wangu, nauliza oda yangu, nauliza kuhusu oda, nauliza kuhusu oda yangu
status: naomba kujua oda yangu, naomba kujua hali ya oda, naomba update, nipe update
status: update ya oda, update ya oda yangu, niliagiza nini, nimeagiza nini, oda zangu
status: maagizo yangu, onyesha oda yangu, nionyeshe oda yangu
help: msaada, nisaidie, naomba msaada, saidia, jinsi ya kuagiza, naagizaje, nitaagizaje, nauzaje, sielewi, sijaelewa, maelezo, hii ni nini, wewe ni nani, nifanyeje, nafanyaje
stop: acha, simamisha, ondoa, ondoka, sitisha, koma, niondoe, nitoe, ondoa namba yangu, toa namba yangu, futa namba yangu, usinitumie, usinitumie ujumbe, msinitumie, msinitumie ujumbe, acha kunitumia, acha kunitumia ujumbe, acheni kunitumia ujumbe, sitaki ujumbe, sitaki meseji, sitaki sms, sitaki jumbe zenu, acha meseji, acha sms, acha ujumbe, jiondoe, kujiondoa, jitoe, nataka kujiondoa, nataka kutoka
messages: ujumbe, jumbe, meseji, sms
start: anza, anzisha, jiunge, kujiunga, nataka kujiunga, rudi, nirudishe, jiandikishe
price: bei, bei ya, bei za, gharama, bei mpya
how-much: bei gani, ni bei gani, ngapi, shilingi ngapi, pesa ngapi, bei ya leo, bei ikoje, inauzwaje, mnauzaje, unauzaje, mnauza ngapi, unauza ngapi, ni ngapi, bei ni ngapi, kiasi gani
is-there: kuna, mna, mnazo, una, unazo, unayo, je kuna, kuna mtu ana, mnauza, unauza, zipo kweli
max: isizidi, isipite, sizidi, chini ya, mwisho, isiyozidi, bajeti, bajeti yangu, bajeti ni, nitalipa, nalipa
total: jumla, zote, yote, kwa jumla
per: kwa, kila, kwa kila
each: kila moja, kila mmoja, moja moja
currency: shilingi, sh, ksh, bob, tsh, kes, pesa
done: nimepeleka, nimefikisha, nimempa, imepelekwa, tayari nimepeleka, nimemaliza kupeleka
got: nimepata, nimepokea, nimeipata, tumepokea, tumepata, nimezipata, imenifikia
problem: shida, tatizo, malalamiko
noshow: hakuja, hakufika, hajaja
paid: nimelipwa, amelipa, imelipwa
my: bidhaa zangu, orodha yangu
income: mapato, mapato yangu, nimeuza ngapi, nimepata ngapi, salio
turn: zamu, zamu yangu, kwa nini sio mimi, kwa nini si mimi
register: sajili, andikisha
seller: muuzaji, mimi ni mkulima, mkulima
complaint: imeoza, zimeoza, yameoza, zimeharibika, imeharibika, mbovu, mbaya, mabaya, zilikuwa zimeoza, ilikuwa imeoza, zilikuwa mbaya, ilichelewa, mmechelewa, umechelewa, kuchelewa, alichelewa, pungufu, imepungua, haikutosha, sikuridhika, sijaridhika, wezi, huduma mbaya, nilitozwa mara mbili, bei mbaya, nirudishieni pesa
praise: huduma nzuri, kazi nzuri, nzuri sana, safi sana, nimefurahi, nimeridhika, tamu sana, zilikuwa nzuri, mmefanya vizuri, hongera
past: nilipanda, nimepanda, nilivuna, nimevuna, nilikula, nimekula, alikula, tulikula, ulikula, nilinunua, alinunua, nilipika, amekufa, alikufa, jana, juzi, mwaka jana, msimu uliopita, wiki iliyopita, nililima, niliuza, zilikuwa, ilikuwa, alinipa, nilikupa, uliyonipa
past: tumekula, amekula, walikula, wamekula, umekula, mlikula, mmekula, ilikula, imekula
past: zilikula, zimekula, yalikula, yamekula, tulipanda, tumepanda, alipanda, amepanda
past: walipanda, wamepanda, ulipanda, umepanda, mlipanda, mmepanda, tulivuna, tumevuna, alivuna
past: amevuna, walivuna, wamevuna, ulivuna, umevuna, mlivuna, mmevuna, nimelima, tulilima
past: tumelima, alilima, amelima, walilima, wamelima, nimenunua, tulinunua, tumenunua, amenunua
past: walinunua, wamenunua, ulinunua, umenunua, mlinunua, mmenunua, tuliuza, aliuza, waliuza
past: nimepika, tulipika, tumepika, alipika, amepika, walipika, wamepika, ulipika, umepika
past: mlipika, mmepika, nilizaa, nimezaa, tulizaa, tumezaa, alizaa, amezaa, walizaa, wamezaa
past: ilizaa, imezaa, zilizaa, zimezaa, yalizaa, yamezaa, nilikufa, nimekufa, tulikufa, tumekufa
past: walikufa, wamekufa, ilikufa, imekufa, zilikufa, zimekufa, yalikufa, yamekufa, nilianguka
past: nimeanguka, tulianguka, tumeanguka, alianguka, ameanguka, walianguka, wameanguka
past: ilianguka, imeanguka, zilianguka, zimeanguka, yalianguka, yameanguka, niliiba, nimeiba
past: tuliiba, tumeiba, aliiba, ameiba, waliiba, wameiba, niliona, nimeona, tuliona, tumeona
past: aliona, ameona, waliona, wameona, uliona, umeona, mliona, mmeona, nilisikia, nimesikia
past: tulisikia, tumesikia, alisikia, amesikia, walisikia, wamesikia, ulisikia, umesikia
past: mlisikia, mmesikia, nilienda, nimeenda, tulienda, tumeenda, alienda, ameenda, walienda
past: wameenda, nilirudi, nimerudi, tulirudi, tumerudi, alirudi, amerudi, walirudi, wamerudi
past: nilisoma, nimesoma, tulisoma, tumesoma, alisoma, amesoma, walisoma, wamesoma, nilifika
past: tulifika, alifika, walifika, nilifanya, tulifanya, alifanya, walifanya, ulifanya, umefanya
past: mlifanya, mmefanya, nilipata, tulipata, alipata, walipata, nilitoa, nimetoa, tulitoa
past: tumetoa, alitoa, ametoa, walitoa, wametoa, nilipeleka, tulipeleka, alipeleka, walipeleka
past: nilileta, tulileta, alileta, walileta, nilituma, tulituma, alituma, walituma, nilipokea
past: tulipokea, alipokea, walipokea, niliambia, nimeambia, tuliambia, tumeambia, aliambia
past: ameambia, waliambia, wameambia, nilisema, nimesema, tulisema, tumesema, alisema, amesema
past: walisema, wamesema, ulisema, umesema, mlisema, mmesema, niliuliza, nimeuliza, tuliuliza
past: tumeuliza, aliuliza, ameuliza, waliuliza, wameuliza, nilijua, nimejua, tulijua, tumejua
past: alijua, amejua, walijua, wamejua, ulijua, umejua, mlijua, mmejua, nilikosa, nimekosa
past: tulikosa, tumekosa, alikosa, amekosa, walikosa, wamekosa, nilipoteza, nimepoteza
past: tulipoteza, tumepoteza, alipoteza, amepoteza, walipoteza, wamepoteza, nilivunja, nimevunja
past: tulivunja, tumevunja, alivunja, amevunja, walivunja, wamevunja, nilibeba, nimebeba
past: tulibeba, tumebeba, alibeba, amebeba, walibeba, wamebeba, nililipa, tulilipa, alilipa
past: walilipa, nilikopa, nimekopa, tulikopa, tumekopa, alikopa, amekopa, walikopa, wamekopa
past: nilidaiwa, nimedaiwa, tulidaiwa, tumedaiwa, alidaiwa, amedaiwa, walidaiwa, wamedaiwa
past: nilipenda, nimependa, tulipenda, tumependa, alipenda, amependa, walipenda, wamependa
past: niliishi, nimeishi, tuliishi, tumeishi, aliishi, ameishi, waliishi, wameishi, nililala
past: nimelala, tulilala, tumelala, alilala, amelala, walilala, wamelala, niliamka, nimeamka
past: tuliamka, tumeamka, aliamka, ameamka, waliamka, wameamka, nilikunywa, nimekunywa
past: tulikunywa, tumekunywa, alikunywa, amekunywa, walikunywa, wamekunywa, nilichoma, nimechoma
past: tulichoma, tumechoma, alichoma, amechoma, walichoma, wamechoma, nilisaga, nimesaga
past: tulisaga, tumesaga, alisaga, amesaga, walisaga, wamesaga, nilikausha, nimekausha
past: tulikausha, tumekausha, alikausha, amekausha, walikausha, wamekausha, nilihifadhi
past: nimehifadhi, tulihifadhi, tumehifadhi, alihifadhi, amehifadhi, walihifadhi, wamehifadhi
past: nilipalilia, nimepalilia, tulipalilia, tumepalilia, alipalilia, amepalilia, walipalilia
past: wamepalilia, nilimwagilia, nimemwagilia, tulimwagilia, tumemwagilia, alimwagilia
past: amemwagilia, walimwagilia, wamemwagilia, nilinyunyizia, nimenyunyizia, tulinyunyizia
past: tumenyunyizia, alinyunyizia, amenyunyizia, walinyunyizia, wamenyunyizia, nilichimba
past: nimechimba, tulichimba, tumechimba, alichimba, amechimba, walichimba, wamechimba, nilikata
past: nimekata, tulikata, tumekata, alikata, amekata, walikata, wamekata, nilipigia, nimepigia
past: tulipigia, tumepigia, alipigia, amepigia, walipigia, wamepigia, nilipiga, nimepiga
past: tulipiga, tumepiga, alipiga, amepiga, walipiga, wamepiga, nilitembelea, nimetembelea
past: tulitembelea, tumetembelea, alitembelea, ametembelea, walitembelea, wametembelea
past: nilichinja, nimechinja, tulichinja, tumechinja, alichinja, amechinja, walichinja
past: wamechinja, niliota, nimeota, tuliota, tumeota, aliota, ameota, waliota, wameota, iliota
past: imeota, ziliota, zimeota, yaliota, yameota, alinyesha, amenyesha, walinyesha, wamenyesha
past: ilinyesha, imenyesha, zilinyesha, zimenyesha, yalinyesha, yamenyesha, alioza, ameoza
past: walioza, wameoza, ilioza, zilioza, yalioza, aliharibika, ameharibika, waliharibika
past: wameharibika, iliharibika, ziliharibika, yaliharibika, yameharibika, alianguliwa
past: ameanguliwa, walianguliwa, wameanguliwa, ilianguliwa, imeanguliwa, zilianguliwa
past: zimeanguliwa, yalianguliwa, yameanguliwa, alitaga, ametaga, walitaga, wametaga, ilitaga
past: imetaga, zilitaga, zimetaga, yalitaga, yametaga, nilifuga, nimefuga, tulifuga, tumefuga
past: alifuga, amefuga, walifuga, wamefuga, nililisha, nimelisha, tulilisha, tumelisha, alilisha
past: amelisha, walilisha, wamelisha, nilinyonya, nimenyonya, tulinyonya, tumenyonya, alinyonya
past: amenyonya, walinyonya, wamenyonya, niliugua, nimeugua, tuliugua, tumeugua, aliugua
past: ameugua, waliugua, wameugua, nilipona, nimepona, tulipona, tumepona, alipona, amepona
past: walipona, wamepona, ilipona, imepona, zilipona, zimepona, yalipona, yamepona, nilioa
past: nimeoa, tulioa, tumeoa, alioa, ameoa, walioa, wameoa, niliolewa, nimeolewa, tuliolewa
past: tumeolewa, aliolewa, ameolewa, waliolewa, wameolewa, nilizaliwa, nimezaliwa, tulizaliwa
past: tumezaliwa, alizaliwa, amezaliwa, walizaliwa, wamezaliwa, ilizaliwa, imezaliwa, zilizaliwa
past: zimezaliwa, yalizaliwa, yamezaliwa, nilijifunza, nimejifunza, tulijifunza, tumejifunza
past: alijifunza, amejifunza, walijifunza, wamejifunza, nilikumbuka, nimekumbuka, tulikumbuka
past: tumekumbuka, alikumbuka, amekumbuka, walikumbuka, wamekumbuka, nilisahau, nimesahau
past: tulisahau, tumesahau, alisahau, amesahau, walisahau, wamesahau, nilishinda, nimeshinda
past: tulishinda, tumeshinda, alishinda, ameshinda, walishinda, wameshinda, nilipima, nimepima
past: tulipima, tumepima, alipima, amepima, walipima, wamepima, nilikagua, nimekagua, tulikagua
past: tumekagua, alikagua, amekagua, walikagua, wamekagua, nilisajili, nimesajili, tulisajili
past: tumesajili, alisajili, amesajili, walisajili, wamesajili, niligawa, nimegawa, tuligawa
past: tumegawa, aligawa, amegawa, waligawa, wamegawa, nilivaa, nimevaa, tulivaa, tumevaa, alivaa
past: amevaa, walivaa, wamevaa, nilicheza, nimecheza, tulicheza, tumecheza, alicheza, amecheza
past: walicheza, wamecheza, niliimba, nimeimba, tuliimba, tumeimba, aliimba, ameimba, waliimba
past: wameimba, niliomba, nimeomba, tuliomba, tumeomba, aliomba, ameomba, waliomba, wameomba
past: niliahidi, nimeahidi, tuliahidi, tumeahidi, aliahidi, ameahidi, waliahidi, wameahidi
past: nimefika, nimefika salama, tumefika, amefika, wamefika, wameisha, nilikuwa, alikuwa
past: walikuwa, tulikuwa, ulikuwa, yalikuwa, vilikuwa, kulikuwa, nilikuwa na, hakukuwa, sikuwa
past: hakuwa, hawakuwa, nilikuwa nauza, nilikuwa nalima, nilikuwa nikiuza, msimu wa mwaka jana
past: mwaka uliopita, miaka iliyopita, siku iliyopita, mwezi uliopita, mwezi jana
past: jumapili iliyopita, jumamosi iliyopita, jumatatu iliyopita, wiki jana, wiki ile, zamani
past: enzi, enzi za, hapo zamani, tangu, tangu jana, tokea, toka jana, usiku wa kuamkia
past: ulioisha, uliopita, iliyopita, zilizopita, yaliyopita, waliopita, jana usiku, jana jioni
past: jana asubuhi, majuzi, juzijuzi, juzi juzi, nikala, akala, tukala, wakala, nikauza, akauza
past: wakauza, nikanunua, akanunua, wakanunua, akaiba, wakaiba, akafa, wakafa, akavuna, nikavuna
past: wakavuna, nikapanda, akapanda, akaniambia, nikamwambia, akasema, nikasema, wakasema, akaja
past: nikaja, wakaja, akaenda, nikaenda, wakaenda, yakaoza, zikaoza, ikaoza, hajala, sijala
past: hatujala, hawajala, hakula, sikula, hakuuza, sikuuza, hakununua, sikununua, hakuvuna
past: hatukuvuna, hatukupata, sikupata, hawakupata, waliniibia, wameniibia, aliniibia, ameniibia
past: nimeibiwa, tumeibiwa, alipewa, amepewa, nilipewa, nimepewa, tulipewa, tumepewa, walipewa
past: wamepewa, aliniletea, alinitumia, amenitumia, ameniletea, uliniletea, ulinitumia
past: mliniletea, alinipatia, aliniambia, ameniambia, waliniambia, wameniambia, umeniambia
past: uliniambia, tuliambiwa, nimeambiwa, niliambiwa, tumeambiwa, umepokea, umelipa, umetuma
past: amelipa deni, kupanda, kuvuna, kulima, kupalilia, kupika, kula, kufuga, kuota, kumwagilia
past: nalima, ninalima, tunalima, analima, wanalima, napanda, tunapanda, anapanda, wanapanda
past: ukipanda, nikipanda, tukipanda, unapanda, ukivuna, nikivuna, tukivuna, navuna, tunavuna
past: unavuna, anavuna, wanavuna, nafuga, tunafuga, anafuga, wanafuga, ninafuga, napika
past: ninapika, tunapika, anapika, wanapika, ukipika, nikipika, nakula, ninakula, tunakula
past: anakula, wanakula, unakula, mnakula, ukila, nikila, anakula sana, hula, hupika, hulima
past: hupanda, hutaga, wanataga, anataga, hatagi, hawatagi, wanakufa, anakufa, yanaoza, zinaoza
past: inaoza, yananyauka, mmea, mimea, shambani kwangu, shamba langu, shamba la, shamba letu
past: ekari moja, ekari mbili, kitalu, bustanini
talk: nipigie, nipigie simu, piga simu, pesa, hiyo pesa, namba, namba hii, kwenye namba, simu, mtoto, watoto, shule, karo, mama, baba, nyumba, kanisa, mungu, mvua, hali ya hewa, kazi, rafiki yangu, nakupenda, siku, kuzaliwa, heri, mwaka mpya, mpesa, tigopesa, airtel, mkopo, chakula, nyama
talk: salio, salio lako, salio lako jipya, umepokea pesa, muamala, muamala wako
talk: kitambulisho cha muamala, imethibitishwa umepokea, redio, redioni, wamesema, amesema
talk: habari za redio, taarifa ya habari, magazeti, gazeti, televisheni, tv, daftari, madaftari
talk: kalamu, kitabu, vitabu, sare, mtihani, mitihani, mwalimu, walimu, mwanafunzi, wanafunzi
talk: ada, ada ya shule, likizo, muhula, darasani, shule imefungwa, shule inafunguliwa, kazini
talk: bosi wangu, mshahara, kibarua, vibarua, deni, madeni, riba, sacco, chama, kikundi, mchango
talk: michango, harambee, harusi, arusi, mazishi, matanga, msiba, misiba, rambirambi, pole sana
talk: poleni, marehemu, ubatizo, sherehe, sikukuu, krismasi, pasaka, iddi, idi, ramadhani
talk: eid mubarak, mfungo, kufunga, sala, ibada, misa, kanisani, mchungaji, padri, shehe, sheikh
talk: imamu, kwaya, biblia, kurani, maombi, amina, amen, mwenyezi mungu, bwana asifiwe, jua kali
talk: ukame, mafuriko, upepo, baridi, joto, masika, vuli, kiangazi, kipupwe, radi, mawingu, hewa
talk: udongo, mbolea, samadi, dawa, dawa ya, dawa za, viuatilifu, wadudu, viwavi, viwavijeshi
talk: panya, ndege, nyani, ng'ombe, ngombe, ndama, punda, mbwa, paka, kondoo, nguruwe, sungura
talk: bata, vifaranga, kifaranga, ugonjwa, magonjwa, chanjo, daktari wa mifugo, daktari, nesi
talk: homa, malaria, mafua, kikohozi, mgonjwa, wagonjwa, hospitalini, hospitali, amelazwa
talk: upasuaji, mjamzito, ujauzito, kujifungua, mke, mke wangu, mume, mume wangu, bibi, babu
talk: shangazi, mjomba, binamu, jirani, majirani, mzazi, wazazi, familia, ndugu yangu
talk: kaka yangu, dada yangu, mwanangu, binti, kijana, vijana, msichana, mvulana, mwanamke
talk: mwanaume, wanawake, wanaume, mtu, watu, mwizi, wezi, polisi, mahakama, kesi, mwanasheria
talk: chifu, mwenyekiti, mjumbe, mbunge, diwani, rais, serikali, siasa, uchaguzi, kura
talk: piga kura, mkutano, kikao, semina, mafunzo, mpira, mechi, goli, timu, yanga, simba
talk: gor mahia, arsenal, chelsea, man u, ligi, filamu, muziki, wimbo, nyimbo, disko, sinema
talk: picha, video, whatsapp, facebook, mtandao, intaneti, bando, vocha, muda wa maongezi, credo
talk: kredo, chaji, betri, umeme, tokeni, token, luku, stima, maji ya bomba, bomba, kisima
talk: kodi ya nyumba, kodi, mwenye nyumba, mpangaji, kiwanja, ardhi, shamba la kukodi, nauli
talk: gari, magari, basi la, pikipiki, bodaboda, boda, bajaji, matatu, daladala, safari
talk: kusafiri, ndege ya, treni, meli, ajali, foleni, barabara, petroli, dizeli, mafuta ya taa
talk: kuni, mkaa wa, nguo, viatu, suruali, shati, sketi, kitenge, khanga, saluni, kinyozi
talk: nywele, nakupenda sana, nimekumiss, nakumiss, mpenzi, mpenzi wangu, sweetie, babe
talk: nimekukosa, usingizi, lala salama, lala vizuri, ndoto, usiku mwema, tutaonana, tutaongea
talk: tuongee, tupige stori, stori, umbea, utani, mzaha, kicheko, hahaha, haha, lol, hehe, kumbe
talk: jamani pole, pole kwa, hongera kwa, hongereni, heri ya, heri ya kuzaliwa, kuzaliwa kwako
talk: happy birthday, siku njema, wikendi njema, safari njema, kazi njema, uko wapi, upo wapi
talk: unafanya nini, umeamkaje, umeshindaje, umelala, umekula, uko kwa nyumba, uko home, unakuja
talk: unakuja lini, utakuja, utarudi lini, nitakupigia, nitakucheki, nicheki, nitakuona
talk: nikupigie, nilikupigia, hukupokea, hujapokea simu, simu yako, simu imezima, umezima simu
talk: tuma pesa, nitumie pesa, nitumie hela, nitumie nauli, nitumie vocha, nitumie namba
talk: nitumie picha, nitumie salio, hela, fedha, mkopo wako, lipa mkopo, bima, benki, atm
talk: wakala, tuma neno, bonyeza, piga, jishindie, umeshinda, ushindi, zawadi, bahati nasibu
talk: ofa kabambe, gb, mb, dakika za, tuzo, promosheni
question: nini, lini, wapi, nani, kwa nini, kwanini, je, vipi
for: kwa ajili ya
from: kutoka kwa, kutoka
place: peleka, ipelekwe, leta hadi, lete hadi, hadi, mpaka, kwenda, niko, nipo, huku
place: kwenye, kwenye duka la, kwa duka la, kwa duka ya, kwenye duka, dukani kwa
place: kwa hoteli ya, kwa shule ya, katika
place: kule, pale, mtaa wa, mtaani, eneo la, maeneo ya, sehemu ya, karibu na, mkabala na
place: opposite na, nyuma ya, mbele ya, jirani na, kando ya, kando na, pembeni ya, kijiji cha
place: kijijini, kata ya, wilaya ya, mkoa wa, kaunti ya, tarafa ya, stendi ya, stendi, kituo cha
place: stage ya, steji ya, barabara ya, njia ya, anwani, anwani yangu, anwani ni, mahali
place: mahali ni, mahali pa, mahali pangu, location, lokesheni, lokesheni ni, niko hapa
place: niko maeneo ya, niko mtaa wa, nipo hapa, nipo maeneo ya, nipo mtaa wa, tuko, tupo, naishi
place: tunaishi, nakaa, tunakaa, ninaishi, ninakaa, makazi yangu, makao yangu, peleka hadi
place: pelekea hadi, peleka kwa, peleka kwenye, pelekwa, ipelekwe hadi, zipelekwe
place: zipelekwe hadi, ziletwe hadi, iletwe hadi, yaletwe, yaletwe hadi, lete kwa, leta kwa
place: leta kwenye, lete kwenye, leta hapa, lete hapa, letea hapa, niletee hapa, niletee hadi
place: niletee mpaka, niletee kwenye, tuletee hapa, tuletee hadi, tuletee kwenye, fikisha
place: fikisha hadi, fikishia hapa, nifikishie hadi, nifikishie hapa, dondosha, dondosha hapa
place: shusha, shusha hapa, shushia, weka hapa, nitachukua hapa, nitachukulia, nitachukulia hapa
place: nichukue hapa, nitapokea hapa, nitapokelea, tutapokelea, nipatie hapa, tukutane
place: tukutane hapa, delivery, delivery ni, delivery hadi, usafirishaji hadi, safirisha hadi
place: safirisha mpaka, tuma hadi, tuma mpaka, tuma kwa, tuma kwenye, nitumie hadi, nitumie hapa
place: itumwe hadi
place: hapa, hapo, sokoni, sokoni ya, soko la, soko ya, dukani, dukani kwangu, duka la, duka ya
place: shuleni, shule ya, shule ya msingi, shule ya sekondari, hotelini, hoteli ya, hospitali ya
place: hospitalini, kanisani, kanisa la, msikitini, msikiti wa, nyumbani kwangu, nyumbani kwetu
place: ofisini, chuo cha, chuoni, kambini, mjini, estate ya, gengeni, kibandani, supermarket ya
place: mgahawani, mgahawa wa, kijiji, kata, mtaa
site: soko, sokoni, shuleni, hoteli, hospitali, kijiji, mtaa, duka, dukani, kanisani
site: duka la, duka ya, dukani kwangu, dukani kwetu, maduka, supamaketi, supermarket, kioski
site: kibandani, kibanda, gengeni, genge, magengeni, sokoni kwetu, masoko, soko kuu, soko la
site: gulioni, gulio, mnadani, mnada, shule, shuleni kwetu, shule ya msingi, shule ya sekondari
site: sekondari, msingi, chuo, chuoni, chuo kikuu, kollej, college, hotelini, hotel, mgahawa
site: mgahawani, migahawa, mkahawa, mkahawani, kafe, lodge, loji, gesti, guest house
site: nyumba ya wageni, baa, restoranti, resturanti, kantini, kantin, mess, hospitalini
site: zahanati, zahanatini, kituo cha afya, kliniki, dispensary, kanisa, msikiti, msikitini
site: madrasa, madrasani, ofisi, ofisini, kazini, kiwandani, kiwanda, kambini, kambi, stendi
site: stendini, stesheni, stand, steji, stejini, stage, kituoni, bandarini, ferini, ferry, feri
site: uwanja wa ndege, bondeni, mlimani, mjini, mji, kitongoji, kijijini, mitaani, mtaani, kata
site: tarafa, barabarani, njia panda, njiapanda, makutano, mzunguko, round about, roundabout
site: estate, esteti, gatini, getini, geti, nyumbani kwangu, nyumbani kwetu, kwangu, kwetu
site: nyumbani, plotini, shambani, shamba, ghalani, ghala, godauni, bohari, jikoni, jiko, mradi
site: kituo, bustani, depo, gereji
language: lugha, badilisha lugha, badili lugha, tumia
unlike: juisi, mbegu, mafuta, majani, miche, keki, mkate, unga wa, siagi
label: saa, saa ya, kuanzia saa, kabla ya saa, baada ya saa, ikifika saa, majira ya saa
label: mnamo saa, nyumba namba, nyumba no, nyumba, chumba, chumba namba, chumba no, plot, ploti
label: kiwanja namba, kiwanja, namba, nambari, namba ya, nambari ya, no, simu, simu namba
label: namba ya simu, nambari ya simu, simu yangu, namba yangu ni, kidato, kidato cha, darasa
label: darasa la, gredi, mtaa namba, mtaa no, barabara namba, geti namba, geti, block, bloku
label: ghorofa, ghorofa ya, sakafu ya, kibanda namba, kibanda no, kibanda, duka namba, duka no
label: duka nambari, meza namba, meza ya, ukurasa, oda namba, oda nambari, namba ya oda
label: agizo namba, matatu namba, basi namba, ruti, route, lane, phase, awamu ya, kundi la
label: kikundi namba, akaunti, akaunti namba, paybill, till, till namba, sanduku la posta, slp
label: sanduku la barua, s l p, chagua, nachagua, nimechagua, chaguo, chaguo la, chaguo namba
label: jibu namba, kipengele, kipengele cha, watu, kwa watu, watu wapatao, wageni, kwa wageni
label: wanafunzi, wanafunzi wapatao, watoto, watoto wetu, familia ya watu, wafanyakazi
label: wafanyikazi, kaya, siku, kwa siku, baada ya siku, ndani ya siku, wiki, baada ya wiki
label: kwa wiki, mwezi, miezi, kila mwezi mara, miaka, umri, umri wa, umri wa miaka, ana miaka
label: nina miaka, mwaka, mwaka wa, tarehe, tareh, trh, mwezi wa, dakika, baada ya dakika, masaa
label: baada ya masaa, saa nzima, kilomita, km, mita, ekari, eka, heka, hekta, ng'ombe, ngombe
label: kondoo, nguruwe, asilimia, mara, daraja la, kitanda namba, wodi, wodi namba, kata ya
label: zamu ya, sura ya, aya ya, mstari wa
clock: am, pm, usiku wa manane, alasiri, alfajiri, km, kms, mita, ekari, acres, watu, persons
clock: pax, mara, asilimia, percent
to: hadi, mpaka, kuelekea, kwenda

[product]
tomato: nyanya, tungule
onion: kitungu, vitungu, vitunguu maji, kitunguu maji
potato: waru, viazi ulaya, kiazi, mbatata, viazi mbatata
sweet_potato: ngwaci, kiazi kitamu, viazi tamu
cassava: mhogo, mihogo
cabbage: kabeji, kabichi nyeupe
kale: sukuma, sukumawiki, skuma
amaranth: terere, mchicha
eggplant: bilinganya, mabilinganya, biringani, bringanya
green_bean: mishiri, fransh beans
okra: mabamia
pumpkin: maboga, mboga ya boga
garlic: kitunguu thomu, vitunguu saumu, vitunguu swaumu, kitunguu swaumu, saumu
chilli: pilipili kali, pilipili mbuzi
bell_pepper: pilipili hoho, hoho, mapilipili hoho
coriander: dhania, giligilani
maize: maindi, hindi, mahindi mabichi
maize_flour: unga wa sembe, sembe, unga, unga wa ugali
rice: mchele wa mbeya, mpunga
bean: maharage, maragwe, maharagwe mekundu, haragwe
cowpea: kunde
green_gram: choroko, pojo
groundnut: njugu karanga, karanga mbichi
banana: ndizi mbivu, ndizi kisukari
orange: machungwa, chungwa
mandarin: chenza, machenza, machungwa ya kizungu
lemon: limao, malimau, malimao, ndimu kubwa
lime: ndimu
mango: maembe, muembe, embe
pineapple: mananasi, nanasi
papaya: mapapai, papai
avocado: maparachichi, parachichi, avokado
watermelon: matikiti maji, matikiti, tikitimaji
guava: mapera
passion_fruit: mapasheni, makarakara
apple: matufaha, epo
coconut: nazi, madafu
egg: mayai ya kienyeji, mayai, yai
milk: maziwa fresh, maziwa mala
chicken: kuku wa kienyeji, kuku kienyeji, jogoo
goat: mbuzi
fish: samaki, dagaa, omena
sugarcane: miwa
jackfruit: mafenesi, fenesi
