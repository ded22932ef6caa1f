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
3: tatu, matatu, mitatu, watatu, vitatu
4: nne, manne, minne, wanne, vinne, ne
5: tano, matano, mitano, watano, vitano
6: sita
7: saba
8: nane, manane, minane, wanane, vinane
9: tisa
10: kumi
20: ishirini
30: thelathini
40: arobaini, arubaini
50: hamsini
60: sitini
70: sabini
80: themanini
90: tisini
100x: mia
1000x: elfu
0.5: nusu
0.25: robo
0.75: robo tatu
+0.5: na nusu

[unit]
kg: kilo, kg, kilogramu, klo, kilos
g: gramu
tonne: tani
litre: lita, litre
piece: kipande, vipande, mche, miche, kichwa, vichwa
dozen: dazeni, darzeni, dazani
bunch: fungu, mafungu, kifungu, vifungu, shada, mkungu, mikungu
bag: mfuko, mifuko, begi, mabegi
sack: gunia, magunia, kiroba, viroba, lumbesa
crate: kreti, makreti, creti
tray: trei, matrei, sahani
box: boksi, maboksi, katoni, sanduku, masanduku
basin: beseni, mabeseni, karai
tin: debe, madebe, gorogoro, kasuku, mkebe, mikebe, kopo, makopo, kikombe, vikombe
basket: kikapu, vikapu, tenga, matenga
bucket: ndoo
bottle: chupa
pack: pakiti, paketi, pakti

[day]
today: leo
tomorrow: kesho
overmorrow: kesho kutwa, keshokutwa
mon: jumatatu
tue: jumanne
wed: jumatano
thu: alhamisi
fri: ijumaa
sat: jumamosi
sun: jumapili

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
and: na, pamoja na, pia na, halafu
or: au, ama
not: sio, siyo, si, bila, usilete, msilete, isipokuwa
want: nataka, ninataka, natka, ntaka, nahitaji, ninahitaji, naomba, nmba, tunataka, tunahitaji, tunaomba, leta, niletee, nipe, nitumie, tuma, nauliza kununua, nunua, nanunua, nataka kununua, weka, niwekee, niagizie, agiza, naagiza, oda, peleka, lete, nichukulie, nitachukua, nitaki kununua, unaweza kunitumia, unaweza kuniletea, natafuta
change: badilisha, badilisha iwe, badili, iwe, ziwe, geuza, rekebisha, punguza iwe, ongeza iwe
add: ongeza, ongezea, niongezee
remove: toa, ondoa kwenye oda, punguza
correct: samahani, nimekosea, hapana, nilimaanisha
sell: nauza, ninauza, tunauza, uza, kuuza, inauzwa, zinauzwa, yanauzwa, nataka kuuza, niko na ya kuuza
available: zipo, ipo, yapo, ziko, iko, yako, inapatikana, zinapatikana, tayari
stock: stoki, akiba
have: nina, niko na, ninazo, ninayo, tunazo, naweza, naweza kutoa, naweza kuleta, nimebaki na, tuna
yes: ndiyo, ndio, ndyo, ndo, eeh, naam, sawa, sawa sawa, sawasawa, poa, nakubali, nimekubali, tumekubali, haina shida, hakuna shida, hamna shida, nitaleta, nitafanya, nitapeleka, tutaleta, ninazo, ninayo, kubali, niko tayari, fresh, freshi
no: hapana, la, sitaki, nakataa, nimekataa, siwezi kukubali, haiwezekani, hapana asante, bei ndogo, bei ni ndogo, kataa, tafuta mwingine, mpe mwingine
cannot: siwezi, hatuwezi, sitaweza, hatutaweza, siwezi leo, niko mbali, naumwa
none-left: sina, hatuna, imeisha, zimeisha, yameisha, imekwisha, zimekwisha, yamekwisha, hakuna, hamna, zimeuzwa, imeuzwa, nimemaliza, sinazo, sinayo, hazipo, haipo, hayapo, nimeishiwa, stoki imeisha
only: tu, pekee, peke yake, pekeake, tuu
but: lakini, bali, ila
if: kama, ikiwa, iwapo, endapo
cancel: futa, futa oda, futa oda yangu, ghairi, nimeghairi, sitaki tena, katisha, katisha oda, sihitaji tena, sitaki oda, usilete tena, usilete oda, acha oda, achana na oda, nimebadilisha mawazo, ondoa oda, ondoa oda yangu, sitaki hiyo oda, batilisha
order: oda, agizo, oda yangu, agizo langu
status: iko wapi, ziko wapi, oda yangu iko wapi, agizo langu liko wapi, imefika wapi, imefika, haijafika, hazijafika, bado haijafika, itafika lini, utaleta lini, mtaleta lini, lini itafika, hali ya oda, mzigo wangu uko wapi, mzigo uko wapi, oda yangu imefika wapi, sijapata, sijapokea, nasubiri, bado nasubiri
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
talk: nipigie, nipigie simu, piga simu, pesa, hiyo pesa, namba, namba hii, kwenye namba, simu, mtoto, watoto, shule, karo, mama, baba, nyumba, kanisa, mungu, mvua, hali ya hewa, kazi, rafiki yangu, nakupenda, siku, kuzaliwa, heri, mwaka mpya, mpesa, tigopesa, airtel, mkopo, chakula, nyama
question: nini, lini, wapi, nani, kwa nini, kwanini, je, vipi
for: kwa ajili ya
from: kutoka kwa, kutoka
place: peleka, ipelekwe, leta hadi, lete hadi, hadi, mpaka, kwenda, niko, nipo, huku
site: soko, sokoni, shuleni, hoteli, hospitali, kijiji, mtaa, duka, dukani, kanisani
language: lugha, badilisha lugha, badili lugha, tumia
unlike: juisi, mbegu, mafuta, majani, miche, keki, mkate, unga wa, siagi

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
