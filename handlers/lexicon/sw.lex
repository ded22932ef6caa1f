# sw - Kiswahili of the coast and inland: Kenya, Tanzania, Uganda, the Congo; with
# Sheng and what thumbs make of it.  Verbs are listed with their subjects and objects,
# qualities with the beginnings of the noun classes.

[sound]
dh>z, th>s, sh>s, gh>g, kh>k, ch>ch, l>r, ny>ny, h>
[form]
beginning: >ma, ki>vi, m>mi
number-beginning: >wa, >ma, >vi, >mi, m>ma, m>wa, m>vi, m>mi
[number]
# Decimals in words: two point five.
+0.1: nukta moja, pointi moja, pointi ya moja
+0.2: nukta mbili, pointi mbili, pointi ya mbili
+0.3: nukta tatu, pointi tatu, pointi ya tatu
+0.4: nukta nne, pointi nne, pointi ya nne
+0.5: nukta tano, pointi tano, pointi ya tano
+0.6: nukta sita, pointi sita, pointi ya sita
+0.7: nukta saba, pointi saba, pointi ya saba
+0.8: nukta nane, pointi nane, pointi ya nane
+0.9: nukta tisa, pointi tisa, pointi ya tisa
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
5: kobole
6: sita
6: sitta
7: saba
7: saaba
8: nane, manane, minane, wanane, vinane
9: tisa
9: tissa
10: kumi
10: khumi
10: ashu, ashuu
20: ishirini
20: ishrini, ishirin, ishrin, ishirinii, makumi mawili
20: mbao
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
100x: soo
1000x: elfu
1000x: elf, alfu, maelfu, ngiri, ngwenye, thao, thaw
1000x: buku
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
1000000x: milioni, miliyoni
100000x: laki
+0.25: na robo, narobo
+0.75: na robo tatu
# A hundred behind a thousand, and tens of thousands: each is a word of its own, as
# "elfu" and "mia" only take the figure right behind them.
1100: elfu moja mia moja, elfu moja na mia moja
1200: elfu moja mia mbili, elfu moja na mia mbili
1300: elfu moja mia tatu, elfu moja na mia tatu
1400: elfu moja mia nne, elfu moja na mia nne
1500: elfu moja mia tano, elfu moja na mia tano, elfu moja na nusu, elfu moja u nusu
1600: elfu moja mia sita, elfu moja na mia sita
1700: elfu moja mia saba, elfu moja na mia saba
1800: elfu moja mia nane, elfu moja na mia nane
1900: elfu moja mia tisa, elfu moja na mia tisa
2100: elfu mbili mia moja, elfu mbili na mia moja
2200: elfu mbili mia mbili, elfu mbili na mia mbili
2300: elfu mbili mia tatu, elfu mbili na mia tatu
2400: elfu mbili mia nne, elfu mbili na mia nne
2500: elfu mbili mia tano, elfu mbili na mia tano, elfu mbili na nusu, elfu mbili u nusu
2600: elfu mbili mia sita, elfu mbili na mia sita
2700: elfu mbili mia saba, elfu mbili na mia saba
2800: elfu mbili mia nane, elfu mbili na mia nane
2900: elfu mbili mia tisa, elfu mbili na mia tisa
3100: elfu tatu mia moja, elfu tatu na mia moja
3200: elfu tatu mia mbili, elfu tatu na mia mbili
3300: elfu tatu mia tatu, elfu tatu na mia tatu
3400: elfu tatu mia nne, elfu tatu na mia nne
3500: elfu tatu mia tano, elfu tatu na mia tano, elfu tatu na nusu, elfu tatu u nusu
3600: elfu tatu mia sita, elfu tatu na mia sita
3700: elfu tatu mia saba, elfu tatu na mia saba
3800: elfu tatu mia nane, elfu tatu na mia nane
3900: elfu tatu mia tisa, elfu tatu na mia tisa
4100: elfu nne mia moja, elfu nne na mia moja
4200: elfu nne mia mbili, elfu nne na mia mbili
4300: elfu nne mia tatu, elfu nne na mia tatu
4400: elfu nne mia nne, elfu nne na mia nne
4500: elfu nne mia tano, elfu nne na mia tano, elfu nne na nusu, elfu nne u nusu
4600: elfu nne mia sita, elfu nne na mia sita
4700: elfu nne mia saba, elfu nne na mia saba
4800: elfu nne mia nane, elfu nne na mia nane
4900: elfu nne mia tisa, elfu nne na mia tisa
5100: elfu tano mia moja, elfu tano na mia moja
5200: elfu tano mia mbili, elfu tano na mia mbili
5300: elfu tano mia tatu, elfu tano na mia tatu
5400: elfu tano mia nne, elfu tano na mia nne
5500: elfu tano mia tano, elfu tano na mia tano, elfu tano na nusu, elfu tano u nusu
5600: elfu tano mia sita, elfu tano na mia sita
5700: elfu tano mia saba, elfu tano na mia saba
5800: elfu tano mia nane, elfu tano na mia nane
5900: elfu tano mia tisa, elfu tano na mia tisa
6100: elfu sita mia moja, elfu sita na mia moja
6200: elfu sita mia mbili, elfu sita na mia mbili
6300: elfu sita mia tatu, elfu sita na mia tatu
6400: elfu sita mia nne, elfu sita na mia nne
6500: elfu sita mia tano, elfu sita na mia tano
6500: elfu sita na nusu, elfu sita u nusu
6600: elfu sita mia sita, elfu sita na mia sita
6700: elfu sita mia saba, elfu sita na mia saba
6800: elfu sita mia nane, elfu sita na mia nane
6900: elfu sita mia tisa, elfu sita na mia tisa
7100: elfu saba mia moja, elfu saba na mia moja
7200: elfu saba mia mbili, elfu saba na mia mbili
7300: elfu saba mia tatu, elfu saba na mia tatu
7400: elfu saba mia nne, elfu saba na mia nne
7500: elfu saba mia tano, elfu saba na mia tano, elfu saba na nusu, elfu saba u nusu
7600: elfu saba mia sita, elfu saba na mia sita
7700: elfu saba mia saba, elfu saba na mia saba
7800: elfu saba mia nane, elfu saba na mia nane
7900: elfu saba mia tisa, elfu saba na mia tisa
8100: elfu nane mia moja, elfu nane na mia moja
8200: elfu nane mia mbili, elfu nane na mia mbili
8300: elfu nane mia tatu, elfu nane na mia tatu
8400: elfu nane mia nne, elfu nane na mia nne
8500: elfu nane mia tano, elfu nane na mia tano, elfu nane na nusu, elfu nane u nusu
8600: elfu nane mia sita, elfu nane na mia sita
8700: elfu nane mia saba, elfu nane na mia saba
8800: elfu nane mia nane, elfu nane na mia nane
8900: elfu nane mia tisa, elfu nane na mia tisa
9100: elfu tisa mia moja, elfu tisa na mia moja
9200: elfu tisa mia mbili, elfu tisa na mia mbili
9300: elfu tisa mia tatu, elfu tisa na mia tatu
9400: elfu tisa mia nne, elfu tisa na mia nne
9500: elfu tisa mia tano, elfu tisa na mia tano, elfu tisa na nusu, elfu tisa u nusu
9600: elfu tisa mia sita, elfu tisa na mia sita
9700: elfu tisa mia saba, elfu tisa na mia saba
9800: elfu tisa mia nane, elfu tisa na mia nane
9900: elfu tisa mia tisa, elfu tisa na mia tisa
10000: elfu kumi
11000: elfu kumi na moja
12000: elfu kumi na mbili
13000: elfu kumi na tatu
14000: elfu kumi na nne
15000: elfu kumi na tano
16000: elfu kumi na sita
17000: elfu kumi na saba
18000: elfu kumi na nane
19000: elfu kumi na tisa
10100: elfu kumi mia moja, elfu kumi na mia moja
10200: elfu kumi mia mbili, elfu kumi na mia mbili
10300: elfu kumi mia tatu, elfu kumi na mia tatu
10400: elfu kumi mia nne, elfu kumi na mia nne
10500: elfu kumi mia tano, elfu kumi na mia tano
10600: elfu kumi mia sita, elfu kumi na mia sita
10700: elfu kumi mia saba, elfu kumi na mia saba
10800: elfu kumi mia nane, elfu kumi na mia nane
10900: elfu kumi mia tisa, elfu kumi na mia tisa
20000: elfu ishirini
21000: elfu ishirini na moja
22000: elfu ishirini na mbili
23000: elfu ishirini na tatu
24000: elfu ishirini na nne
25000: elfu ishirini na tano
26000: elfu ishirini na sita
27000: elfu ishirini na saba
28000: elfu ishirini na nane
29000: elfu ishirini na tisa
20100: elfu ishirini mia moja, elfu ishirini na mia moja
20200: elfu ishirini mia mbili, elfu ishirini na mia mbili
20300: elfu ishirini mia tatu, elfu ishirini na mia tatu
20400: elfu ishirini mia nne, elfu ishirini na mia nne
20500: elfu ishirini mia tano, elfu ishirini na mia tano
20600: elfu ishirini mia sita, elfu ishirini na mia sita
20700: elfu ishirini mia saba, elfu ishirini na mia saba
20800: elfu ishirini mia nane, elfu ishirini na mia nane
20900: elfu ishirini mia tisa, elfu ishirini na mia tisa
30000: elfu thelathini
31000: elfu thelathini na moja
32000: elfu thelathini na mbili
33000: elfu thelathini na tatu
34000: elfu thelathini na nne
35000: elfu thelathini na tano
36000: elfu thelathini na sita
37000: elfu thelathini na saba
38000: elfu thelathini na nane
39000: elfu thelathini na tisa
30100: elfu thelathini mia moja, elfu thelathini na mia moja
30200: elfu thelathini mia mbili, elfu thelathini na mia mbili
30300: elfu thelathini mia tatu, elfu thelathini na mia tatu
30400: elfu thelathini mia nne, elfu thelathini na mia nne
30500: elfu thelathini mia tano, elfu thelathini na mia tano
30600: elfu thelathini mia sita, elfu thelathini na mia sita
30700: elfu thelathini mia saba, elfu thelathini na mia saba
30800: elfu thelathini mia nane, elfu thelathini na mia nane
30900: elfu thelathini mia tisa, elfu thelathini na mia tisa
40000: elfu arubaini, elfu arobaini
41000: elfu arubaini na moja, elfu arobaini na moja
42000: elfu arubaini na mbili, elfu arobaini na mbili
43000: elfu arubaini na tatu, elfu arobaini na tatu
44000: elfu arubaini na nne, elfu arobaini na nne
45000: elfu arubaini na tano, elfu arobaini na tano
46000: elfu arubaini na sita, elfu arobaini na sita
47000: elfu arubaini na saba, elfu arobaini na saba
48000: elfu arubaini na nane, elfu arobaini na nane
49000: elfu arubaini na tisa, elfu arobaini na tisa
40100: elfu arubaini mia moja, elfu arubaini na mia moja, elfu arobaini mia moja
40100: elfu arobaini na mia moja
40200: elfu arubaini mia mbili, elfu arubaini na mia mbili, elfu arobaini mia mbili
40200: elfu arobaini na mia mbili
40300: elfu arubaini mia tatu, elfu arubaini na mia tatu, elfu arobaini mia tatu
40300: elfu arobaini na mia tatu
40400: elfu arubaini mia nne, elfu arubaini na mia nne, elfu arobaini mia nne
40400: elfu arobaini na mia nne
40500: elfu arubaini mia tano, elfu arubaini na mia tano, elfu arobaini mia tano
40500: elfu arobaini na mia tano
40600: elfu arubaini mia sita, elfu arubaini na mia sita, elfu arobaini mia sita
40600: elfu arobaini na mia sita
40700: elfu arubaini mia saba, elfu arubaini na mia saba, elfu arobaini mia saba
40700: elfu arobaini na mia saba
40800: elfu arubaini mia nane, elfu arubaini na mia nane, elfu arobaini mia nane
40800: elfu arobaini na mia nane
40900: elfu arubaini mia tisa, elfu arubaini na mia tisa, elfu arobaini mia tisa
40900: elfu arobaini na mia tisa
50000: elfu hamsini
51000: elfu hamsini na moja
52000: elfu hamsini na mbili
53000: elfu hamsini na tatu
54000: elfu hamsini na nne
55000: elfu hamsini na tano
56000: elfu hamsini na sita
57000: elfu hamsini na saba
58000: elfu hamsini na nane
59000: elfu hamsini na tisa
50100: elfu hamsini mia moja, elfu hamsini na mia moja
50200: elfu hamsini mia mbili, elfu hamsini na mia mbili
50300: elfu hamsini mia tatu, elfu hamsini na mia tatu
50400: elfu hamsini mia nne, elfu hamsini na mia nne
50500: elfu hamsini mia tano, elfu hamsini na mia tano
50600: elfu hamsini mia sita, elfu hamsini na mia sita
50700: elfu hamsini mia saba, elfu hamsini na mia saba
50800: elfu hamsini mia nane, elfu hamsini na mia nane
50900: elfu hamsini mia tisa, elfu hamsini na mia tisa
60000: elfu sitini
61000: elfu sitini na moja
62000: elfu sitini na mbili
63000: elfu sitini na tatu
64000: elfu sitini na nne
65000: elfu sitini na tano
66000: elfu sitini na sita
67000: elfu sitini na saba
68000: elfu sitini na nane
69000: elfu sitini na tisa
60100: elfu sitini mia moja, elfu sitini na mia moja
60200: elfu sitini mia mbili, elfu sitini na mia mbili
60300: elfu sitini mia tatu, elfu sitini na mia tatu
60400: elfu sitini mia nne, elfu sitini na mia nne
60500: elfu sitini mia tano, elfu sitini na mia tano
60600: elfu sitini mia sita, elfu sitini na mia sita
60700: elfu sitini mia saba, elfu sitini na mia saba
60800: elfu sitini mia nane, elfu sitini na mia nane
60900: elfu sitini mia tisa, elfu sitini na mia tisa
70000: elfu sabini
71000: elfu sabini na moja
72000: elfu sabini na mbili
73000: elfu sabini na tatu
74000: elfu sabini na nne
75000: elfu sabini na tano
76000: elfu sabini na sita
77000: elfu sabini na saba
78000: elfu sabini na nane
79000: elfu sabini na tisa
70100: elfu sabini mia moja, elfu sabini na mia moja
70200: elfu sabini mia mbili, elfu sabini na mia mbili
70300: elfu sabini mia tatu, elfu sabini na mia tatu
70400: elfu sabini mia nne, elfu sabini na mia nne
70500: elfu sabini mia tano, elfu sabini na mia tano
70600: elfu sabini mia sita, elfu sabini na mia sita
70700: elfu sabini mia saba, elfu sabini na mia saba
70800: elfu sabini mia nane, elfu sabini na mia nane
70900: elfu sabini mia tisa, elfu sabini na mia tisa
80000: elfu themanini
81000: elfu themanini na moja
82000: elfu themanini na mbili
83000: elfu themanini na tatu
84000: elfu themanini na nne
85000: elfu themanini na tano
86000: elfu themanini na sita
87000: elfu themanini na saba
88000: elfu themanini na nane
89000: elfu themanini na tisa
80100: elfu themanini mia moja, elfu themanini na mia moja
80200: elfu themanini mia mbili, elfu themanini na mia mbili
80300: elfu themanini mia tatu, elfu themanini na mia tatu
80400: elfu themanini mia nne, elfu themanini na mia nne
80500: elfu themanini mia tano, elfu themanini na mia tano
80600: elfu themanini mia sita, elfu themanini na mia sita
80700: elfu themanini mia saba, elfu themanini na mia saba
80800: elfu themanini mia nane, elfu themanini na mia nane
80900: elfu themanini mia tisa, elfu themanini na mia tisa
90000: elfu tisini
91000: elfu tisini na moja
92000: elfu tisini na mbili
93000: elfu tisini na tatu
94000: elfu tisini na nne
95000: elfu tisini na tano
96000: elfu tisini na sita
97000: elfu tisini na saba
98000: elfu tisini na nane
99000: elfu tisini na tisa
90100: elfu tisini mia moja, elfu tisini na mia moja
90200: elfu tisini mia mbili, elfu tisini na mia mbili
90300: elfu tisini mia tatu, elfu tisini na mia tatu
90400: elfu tisini mia nne, elfu tisini na mia nne
90500: elfu tisini mia tano, elfu tisini na mia tano
90600: elfu tisini mia sita, elfu tisini na mia sita
90700: elfu tisini mia saba, elfu tisini na mia saba
90800: elfu tisini mia nane, elfu tisini na mia nane
90900: elfu tisini mia tisa, elfu tisini na mia tisa
100000: elfu mia moja
150: mia moja na nusu, mia moja u nusu
200000: elfu mia mbili
250: mia mbili na nusu, mia mbili u nusu
300000: elfu mia tatu
350: mia tatu na nusu, mia tatu u nusu
400000: elfu mia nne
450: mia nne na nusu, mia nne u nusu
500000: elfu mia tano
550: mia tano na nusu, mia tano u nusu
600000: elfu mia sita
650: mia sita na nusu, mia sita u nusu
700000: elfu mia saba
750: mia saba na nusu, mia saba u nusu
800000: elfu mia nane
850: mia nane na nusu, mia nane u nusu
900000: elfu mia tisa
950: mia tisa na nusu, mia tisa u nusu
500: jero

[unit]
kg: kilo, kg, kilogramu, klo, kilos
kg: kilogram, kilogramme, kirogramu, kiro, kirogram, klgm, kilogrammu, makilo, kilo za
kg: kilo ya
kg: kl, kgs
g: gramu
g: gram, gramm, magramu, gm
tonne: tani
tonne: matani, tanni
litre: lita, litre
litre: malita, ltr, lt, litres, rita, lta, mlita
litre: lit, ltr
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
january: januari
february: februari
march: machi
april: aprili
may: mei
june: juni
july: julai
august: agosti
september: septemba
october: oktoba
november: novemba
december: desemba

[language]
sw: kiswahili, swahili, kiswa
sw: kiswahil, kiswahili tafadhali, swa, swahil, kisw, kiswahilii, kishwahili, kiswaili
en: kiingereza, kingereza
en: kizungu, english, eng, kiinglish, inglish, kiingeleza, kingeleza, kimombo, kiingereze
fr: kifaransa
fr: french
zh: kichina
zh: chinese, kichaina
ar: kiarabu
ar: arabic, kiarab
hi: kihindi, hindi
pt: kireno
es: kihispania, kispanyola
bn: kibengali
id: kiindonesia
am: kiamhari, kiethiopia

[word]
greet: habari, habari yako, habari za asubuhi, habari za leo, hujambo, hamjambo, jambo, mambo, mambo vipi, vipi, sasa, niaje, shikamoo, salamu, salama, karibu, hodi, asubuhi njema, za asubuhi, bwana, mzee, kaka, dada, ndugu, rafiki, mkuu, boss, bosi, mheshimiwa
greet: habari yenu, habari zenu, habari zako, habari gani, habari ya leo, habari ya asubuhi
greet: habari ya mchana, habari ya jioni, habari za mchana, habari za jioni, habari za kazi
greet: habari za huko, habari za nyumbani, habari za siku, habari za muda, habari za saizi
greet: habari za sasa, habari za wakati huu, habari ndugu, habari kaka, habari dada, habari mkuu
greet: habari boss, habari bosi, habari mzee, habari mama, habari wapendwa, habari zenyu
greet: habari njema, habar, habarini, hbr, hbari, abari, habr, xema, sema, sema boss, sema bro
greet: semaje, sasa basi, sasa boss, sasa mkuu, sasa buda, sasa msee, sasa mama, niaje buda
greet: niaje boss, niaje msee, niaje mkuu, niaje wasee, niaje bro, aje, oya, oyaa, mambo boss
greet: mambo mkuu, mambo kaka, mambo dada, mambo poa, mambo niaje, mambo yako, uko aje, uko poa
greet: uko salama, mko poa, mko salama, hamjambo wote, hujambo bwana, sijambo, hatujambo
greet: u hali gani, uhali gani, mu hali gani, hali yako, hali zenu, za leo, za mchana, za jioni
greet: za kazi, za siku, za saa hizi, za sahizi, za huko, za kwako, za muda, za nyumbani
greet: shikamoo mzee, shikamoo mama, shikamoo baba, shikamo, shkamoo, shikamooni, marahaba
greet: marhaba, salaam, salaam aleikum, salam aleikum, asalam aleikum, asalaam aleikum
greet: assalam aleikum, assalamu alaykum, aleikum salaam, walekum salam, salamu zenu
greet: salamu kwako, nawasalimu, nakusalimu, ninawasalimu, mchana mwema, jioni njema, siku njema
greet: amani, amani iwe kwenu, bwana asifiwe, bwana yesu asifiwe, tumsifu yesu kristo, kristo
greet: milele amina, hello, hallo, helo, halo, hi, hey, hey boss, hujambo mama, hujambo baba
greet: wasalaam, hodi hodi, karibuni, wakuu, mabosi, bosi wangu, boss wangu, bos, boc
greet: mkurugenzi, mwalimu wangu, kamanda, mwamba, jembe, mwana, kiongozi, ndugu zangu, dadangu
greet: kakangu, mpendwa mteja, mpendwa muuzaji, rafiki zangu, wadau, mdau, mshikaji, bi, bibie
greet: babu, mama yangu, mzee wangu, bwana mkubwa, bwana shamba, customer care
greet: huduma kwa wateja
thanks: asante, asante sana, ahsante, ahsante sana, shukrani, shukran, nashukuru, barikiwa, mungu akubariki, ubarikiwe, asanteni
thanks: asante kaka, asante dada, asante mkuu, asante boss, asante bosi, asante mama
thanks: asante mzee, asante ndugu, asante tena, asante mno, asante kwa yote, asante mapema
thanks: asant, asnt, axante, asantee, asanteee, asante san, asntsana, asantesana, ahsanteni
thanks: asanteni sana, ahsanteni sana, aksante, aksanti, aksanti sana, aksante sana, santi
thanks: santi sana, thanks, thank you, thenks, thanx, tenkyu, senks, nashukuru sana, nawashukuru
thanks: nakushukuru, nashkuru, ninashukuru, tunashukuru, tunashukuru sana, shukrani sana
thanks: shukrani nyingi, shukran sana, shukurani, nitashukuru, nitashukuru sana, tutashukuru
thanks: mbarikiwe, barikiwa sana, ubarikiwe sana, mbarikiwe sana, mungu akubariki sana
thanks: mungu awabariki, mungu akujalie, mungu ibariki, kazi njema, kwaheri, kwa heri, kwaherini
thanks: tutaonana, tutaonana kesho, baadaye, baadae, usiku mwema, siku njema, lala salama
thanks: uwe na siku njema, muwe na siku njema, nasubiri, karibu tena, heshima, respect
thanks: be blessed, god bless, amina, wasalam, wako mtiifu, ni mimi
# What changes nothing.
filler: tafadhali, tafadhal, tafadhari, ya, za, la, wa, cha, vya, kwa ajili ya, hiyo, hizo, hii, hizi, yangu, zangu, ni, mbio, haraka, sana, tu sana, freshi, mbichi, nzuri, mazuri, kubwa, ndogo, mapema, mwenyewe, jamani, nyumbani, kabla ya, asubuhi, jioni, mchana, zilizoiva, mbivu, nyekundu, nyeupe, ndio hiyo, basi, pia, tena, kama kawaida, sh ngapi
filler: kabisa, haswa, haya, hasa
filler: mwalimu, mwalimu mkuu, walimu, njano, ya njano, wa njano, za njano
filler: wazuri, mizuri, vizuri, zuri, kizuri, mzuri, makubwa, wakubwa, mikubwa, vikubwa, mkubwa
filler: kikubwa, kubwa kubwa, makubwa makubwa, kubwa zaidi, madogo, wadogo, midogo, vidogo
filler: mdogo, kidogo, dogo, ndogo ndogo, madogo madogo, vidogo vidogo, mabichi, wabichi
filler: mibichi, vibichi, bichi, kibichi, mabivu, mibivu, vibivu, bivu, kibivu, mbivu mbivu
filler: kavu, makavu, mikavu, vikavu, wakavu, mkavu, tamu, matamu, vitamu, mitamu, tamu tamu
filler: mekundu, wekundu, vyekundu, myekundu, jekundu, meupe, weupe, vyeupe, myeupe, jeupe
filler: nyeusi, meusi, weusi, vyeusi, jeusi, safi, safi kabisa, safi tu, mpya, mapya, wapya
filler: vipya, mipya, jipya, nzima, mazima, wazima, vizima, mzima, wazima wazima, nene, manene
filler: wanene, vinene, mnene, minene, ndefu, marefu, warefu, virefu, mirefu, mrefu, fupi
filler: mafupi, wafupi, vifupi, ngumu, magumu, vigumu, laini, nzito, mazito, nyingi, mengi
filler: wengi, vingi, mingi, tele, nyingi sana, chache, machache, wachache, vichache, michache
filler: kali, makali, chachu, chungu, yaliyoiva, iliyoiva, vilivyoiva, walioiva, zilizokauka
filler: yaliyokauka, iliyokauka, vilivyokauka, waliokauka, zilizokomaa, yaliyokomaa, iliyokomaa
filler: vilivyokomaa, waliokomaa, zilizochaguliwa, yaliyochaguliwa, iliyochaguliwa
filler: vilivyochaguliwa, waliochaguliwa, zilizooshwa, yaliyooshwa, iliyooshwa, vilivyooshwa
filler: waliooshwa, zilizomenywa, yaliyomenywa, iliyomenywa, vilivyomenywa, waliomenywa
filler: zilizopukuchuliwa, yaliyopukuchuliwa, iliyopukuchuliwa, vilivyopukuchuliwa
filler: waliopukuchuliwa, zilizovunwa, yaliyovunwa, iliyovunwa, vilivyovunwa, waliovunwa
filler: zilizosagwa, yaliyosagwa, iliyosagwa, vilivyosagwa, waliosagwa, zilizokobolewa
filler: yaliyokobolewa, iliyokobolewa, vilivyokobolewa, waliokobolewa, zilizosafishwa
filler: yaliyosafishwa, iliyosafishwa, vilivyosafishwa, waliosafishwa, zilizonona, yaliyonona
filler: iliyonona, vilivyonona, walionona, zilizochinjwa, yaliyochinjwa, iliyochinjwa
filler: vilivyochinjwa, waliochinjwa, zilizopakiwa, yaliyopakiwa, iliyopakiwa, vilivyopakiwa
filler: waliopakiwa, zilizochemshwa, yaliyochemshwa, iliyochemshwa, vilivyochemshwa
filler: waliochemshwa, zilizoiva vizuri, yaliyoiva vizuri, zilizokomaa vizuri, zisizooza
filler: zisizoiva, yasiyoiva, zisizo na mbegu, zisizo na dawa, isiyo na dawa, ambazo hazijaoza
filler: ambazo zimeiva, ambayo yameiva, zenye ubora, yenye ubora, wenye ubora, zenye afya
filler: kijani, za kijani, ya kijani, rangi ya, manjano kidogo, rangi, bora, za bora, ubora
filler: ubora wa juu, daraja la kwanza, gredi a, grade a, grade one, kienyeji, ya kienyeji
filler: za kienyeji, wa kienyeji, cha kienyeji, asili, ya asili, za asili, wa asili, organic
filler: kiasili, bila dawa, isiyo na kemikali, kawaida, ya kawaida, za kawaida, wa kawaida
filler: kisasa, ya kisasa, za kisasa, wa kisasa, kizungu, ya kizungu, kienyeji kabisa, hybrid
filler: chotara, kutoka shambani, moja kwa moja kutoka shambani, freshi kabisa, fresh
filler: fresh kabisa, frsh, freshi tu, flesh, flash, mabichi kabisa, ya leo, za leo, ya jana
filler: la jana, imara, ya kupika, za kupika, wa kupika, ya kula, za kula, ya kukaanga
filler: ya kuchoma, za kuchoma, wa kuchoma, ya chips, za chips, wa nyama, ya nyama, za nyama
filler: wa mayai, ya juisi, za juisi, ya chai, ya ugali, ya pilau, ya uji, ya supu, ya githeri
filler: ya kachumbari, ya mboga, kwa familia, kwa familia yangu, kwa watoto, kwa wanafunzi
filler: kwa wateja, kwa wateja wangu, ya shule, za shule, ya hoteli, za hoteli, ya duka, za duka
filler: ya duka langu, kwa duka langu, kwa hoteli yangu, kwa matumizi ya nyumbani, ya nyumbani
filler: za nyumbani, kwa nyumba, kwa biashara, ya biashara, za biashara, kwa harusi, ya harusi
filler: za harusi, wa harusi, kwa sherehe, ya sherehe, za sherehe, wa sherehe, kwa sikukuu
filler: ya sikukuu, kwa krismasi, ya krismasi, kwa idi, ya iddi, ya mazishi, ya msiba
filler: ya matanga, kwa mkutano, kwa wageni, ya wageni, wageni, wanafunzi, watoto, familia
filler: familia yangu, wateja, wateja wangu, mteja, mteja wangu, hoteli yangu, shule yetu
filler: hoteli yetu, mgahawa wangu, mgahawa wetu, kikundi chetu, kikundi, chama chetu
filler: kikundi changu, tafadhalini, tafadhali sana, tfadhali, tafdhali, tfdhli, tafathali
filler: tafazali, tafadali, tafadhal sana, plz, pls, please, pliz, plis, plizi, ebu, hebu
filler: ebu nione, basi tu, bas, bac, bana, bwana wee, banaa, manze, maze, msee, wasee, buda
filler: budaa, mzae, mazee, morio, mazee wangu, bro, broo, sis, siz, chief, mkubwa wangu, baba
filler: baba yangu, mama, mama yangu, dadaa, kaka yangu, dada yangu, ndugu zangu, wapendwa
filler: mpendwa, jaman, jmn, aisee, aise, ase, wee, we, ati, hivi, kama hivi, hivyo, hivyo hivyo
filler: vile, vile vile, vilevile, kama vile, yani, yaani, yn, kwani, mbona, si unajua, unajua
filler: sikia, sikiza, skiza, angalia, cheki, ona, pole, pole kwa usumbufu
filler: samahani kwa usumbufu, samahani, samahani sana, samahni, samhani, smahani, kwa heshima
filler: kwa unyenyekevu, kwa hisani yako, kwa hisani yenu, nisamehe, nisameheni, kwa fadhili
filler: naomba tafadhali, ukiweza, kama inawezekana, ikiwezekana, kama itawezekana
filler: ukipata nafasi, mkiweza, mimi, mie, mi, sisi, sie, wewe, nyinyi, ninyi, nyie, yeye, wao
filler: langu, wangu, changu, vyangu, yetu, zetu, letu, wetu, chetu, vyetu, yako, zako, lako
filler: wako, chako, vyako, yenu, zenu, lenu, wenu, chenu, vyenu, yake, zake, lake, wake, chake
filler: vyake, yao, zao, hilo, hili, haya hapa, hayo, haya mazuri, huyu, huyo, hawa, hao, huu
filler: huo, hiki, hicho, hapo, hapa, pale, kule, huko, huku, ile, zile, yale, lile, wale, yule
filler: kile, ambazo, ambayo, ambao, ambacho, ambavyo, ambaye, mwa, pa, ku, kwenye, katika
filler: kwake, kwao, kwako, kwenu, na tu, ndiyo hiyo, ndio hizo, ndizo, ndiyo hizo, ndo hizo
filler: ndo hiyo, vitu hivi, vitu vifuatavyo, bidhaa zifuatazo, vifuatavyo, zifuatazo, yafuatayo
filler: kama ifuatavyo, ifuatayo, orodha ni, vitu ni, bidhaa ni, mahitaji yangu, haraka sana
filler: haraka iwezekanavyo, kwa haraka, upesi, upesi sana, chap, chap chap, chapchap, chapu
filler: chapu chapu, faster, fasta, mara moja, sasa hivi, saa hii, saa hizi, saivi, sahivi, sai
filler: saii, saa hi, muda huu, kwa sasa, wakati huu, bila kuchelewa, usichelewe, msichelewe
filler: bila kukosa, usikose, msikose, mapema sana, mapema iwezekanavyo, asubuhi mapema
filler: asubuhi na mapema, alfajiri, subuhi, asubui, asbhi, jion, jioni mapema, mchana wa, usiku
filler: usiku wa, saa za asubuhi, saa za jioni, ifikapo, ifikapo jioni, ifikapo asubuhi, kufikia
filler: kufikia jioni, kufikia kesho, ikifika, kabla, baadaye, baadae, badae, muda si mrefu
filler: kila siku, kila wiki, kila mwezi, kila asubuhi, kila jumatatu, kwa wakati, kwa muda
filler: takriban, takribani, karibu na hapo, kadiri ya, makadirio, kama, hivi karibuni, angalau
filler: walau, at least, si chini ya, sio chini ya, siyo chini ya, kidogo tu, sana tu, tu basi
filler: zaidi, zaidi ya, sanaa, xana, sna, kununulia, uwanjani, kibiashara, kupeleka, kupelekwa
filler: kuletewa, kuja nazo, uje nazo, uje nayo, njoo na, njoo nazo, kuja na, mje na, uje na
filler: niletee mpaka mlangoni, mlangoni, kama jana, kama ya jana, kama za jana
filler: kama kawaida yangu, kama kawaida yetu, ile ya kawaida, ile ile, zile zile, yale yale
filler: aina, aina ya, aina yoyote, yoyote, zozote, wowote, vyovyote, mbalimbali, mchanganyiko
filler: tofauti, zote nzuri, size ya kati, saizi ya kati, saizi kubwa, saizi ndogo, saizi, size
filler: ya kati, za kati, wa kati, kati, wastani, ukubwa wa, ukubwa wa kati, nusu mbivu
filler: iliyojaa, zilizojaa, yaliyojaa, lililojaa, kamili, kamilifu, mzigo mzuri, mzigo safi
filler: mali safi, mali nzuri, mali, mazao, mboga mboga, mbogamboga, matunda, nafaka
filler: vyakula, chakula, nashukuru kwa, nasubiri jibu, nasubiria jibu, naomba jibu
filler: naomba majibu, nijulishe, nijulishe tafadhali, nijibu, nijibu haraka, nitashukuru
filler: nitafurahi, nipo tayari kulipa, nitalipa cash, nalipa cash, kwa cash, cash, taslimu
filler: kwa mpesa, nitalipa kwa mpesa, malipo, malipo baada ya kupokea, nitalipa ikifika
filler: nitalipa mzigo ukifika, hela ipo, pesa ipo, pesa iko, usafiri wangu, nina usafiri
filler: na usafiri, pamoja na usafiri, usiwaze, usijali, biashara yangu, biashara, duka langu
filler: dukani kwangu, kwa ajili ya duka, kwa ajili ya hoteli, kwa ajili ya shule
filler: kwa ajili ya familia, kwa ajili ya watoto, kwa ajili ya wateja, kwa ajili ya biashara
filler: kwa ajili ya harusi, kwa ajili ya chakula cha mchana, kwa chakula cha jioni
filler: kwa chakula cha mchana, chakula cha mchana, chakula cha jioni, chakula cha asubuhi
filler: kwa mboga, kwa lishe, kwa kuku, ya kuku, ya kulisha kuku, ya kusaga, za kusaga, ya mbegu
filler: dume, madume, jike, majike, majogoo, mitetea, mtetea
filler: msee wangu
filler: mama mboga, mama mboga wa
filler: wiki ijayo, mwezi ujao, wiki hii, mwezi huu, wikendi, weekend, mwisho wa wiki
filler: mwisho wa mwezi, jumatatu ijayo, sikukuu, wiki lijalo, siku hizi
and: na, pamoja na, pia na, halafu
and: pamoja, pamoja na hizo, halafu na, alafu, alafu na, afu, afu na, kisha na
and: vilevile na, vile vile na, na pia, na tena, na vile vile, pia nataka, na ningependa
and: ongeza na, n, plus, mbali na hiyo, mbali na hizo, nikijumuisha
or: au, ama
or: au kama hakuna, ama kama hakuna, au tuseme, or, ao
or: kati ya
not: sio, siyo, si, bila, usilete, msilete, isipokuwa
not: bila ya, pasipo, isiwe na, zisiwe, yasiwe, isiwe, ukiondoa, isipokuwa tu, kasoro
not: usiniletee, msiniletee, usituletee, usinipe, sio zile, si zile, sitaki zile, sihitaji zile
not: usiweke, msiweke, usitume, msitume, wala, ispokuwa, siyo zile, hakuna haja ya
# Wishes: na-, tuna-, ana-; ni- and tu- as the one who is served; Sheng; in haste.
want: nataka, ninataka, natka, ntaka, nahitaji, ninahitaji, naomba, nmba, tunataka, tunahitaji, tunaomba, leta, niletee, nipe, nitumie, tuma, nauliza kununua, nunua, nanunua, nataka kununua, niwekee, niagizie, agiza, naagiza, oda, peleka, lete, nichukulie, nitachukua, nitaki kununua, unaweza kunitumia, unaweza kuniletea, natafuta
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
want: sisi tunahitaji, itanibidi kupata
want: shule inahitaji, hoteli inahitaji, tunapika tunahitaji
want: nimeishiwa nataka, nimeishiwa nahitaji
change: badilisha, badilisha iwe, badili, iwe, ziwe, geuza, rekebisha, punguza iwe, ongeza iwe
change: badilisheni, badili iwe, badilisha oda, badilisha oda iwe, badilisha oda yangu
change: badilisha oda yangu iwe, badilisha agizo, badilisha agizo langu, badilisha order
change: badilisha order iwe, naomba kubadilisha, naomba kubadilisha oda, naomba kubadili
change: naomba kubadili oda, nataka kubadilisha, nataka kubadilisha oda, nataka kubadili oda
change: kubadilisha oda, nimebadilisha oda, nabadilisha oda, nabadili oda, nabadilisha iwe
change: rekebisha oda, rekebisha iwe, rekebisha oda iwe, naomba urekebishe
change: naomba kurekebisha oda, sahihisha, sahihisha iwe, sahihisha oda, geuza iwe, geuza oda
change: geuza oda iwe, ifanye, ifanye iwe, zifanye, zifanye ziwe, fanya, fanya iwe, fanya ziwe
change: fanya tu, yawe, viwe, wawe, iwe tu, ziwe tu, iwe ni, oda iwe, oda yangu iwe, agizo liwe
change: badala yake, badala yake leta, badala yake iwe, ongeza hadi, ongeza mpaka, ongeza ziwe
change: ongeza oda iwe, punguza hadi, punguza mpaka, punguza ziwe, punguza oda iwe
change: punguza oda hadi, chenji, chenji iwe, chenjia, update oda, hariri oda, edit oda
change: iongeze iwe, iongeze hadi, ipunguze iwe, ipunguze hadi, zipunguze hadi, sasa iwe
change: sasa ziwe, iwe sasa
change: punguza
add: ongeza, ongezea, niongezee
add: ongeza na, ongeza pia, ongeza tena, ongezeni, ongezea na, ongezea pia, ongezea tena
add: ongezea hapo, ongezea kwenye oda, ongeza kwenye oda, ongeza kwenye oda yangu
add: ongeza kwa oda, ongeza kwa oda yangu, niongeze, niongezee na, niongezee pia, niongezee tena
add: naomba uongeze, naomba uniongezee, naomba mniongezee, naomba kuongeza, nataka kuongeza
add: naongeza, naongeza na, ningependa kuongeza, tuongezee, tuongezeeni, niongezeeni, weka na
add: weka pia, weka tena, niwekee na, niwekee pia, niwekee tena, nyongeza, nyongeza ya
add: zaidi ya hapo, zidisha, jumuisha, jumuisha na, tia, tia na, addia, niaddie, add
add: pamoja na hayo, juu ya hapo, juu ya hiyo, ongezea oda
add: ongeza kwa, iongeze kwa
remove: toa, ondoa kwenye oda
remove: toa kwenye oda, toa kwenye oda yangu, toa kwa oda, ondoa kwa oda, ondoa kwenye oda yangu
remove: ondoa kwa oda yangu, toa hapo, ondoa hapo, tolea, nitolee, niondolee, niondoleeni
remove: punguzia, nipunguzie, achana na, acha, acha ile ya, wacha, wacha ile ya, futa kwenye oda
remove: usiweke, msiweke, usiweke tena, tupa, ng'oa
remove: punguza, punguza kwa, ipunguze kwa, zipunguze kwa
remove: ondoa, niondolee
remove: pungufu
correct: samahani, nimekosea, hapana, nilimaanisha
correct: samahani nilikosea, samahani nimekosea, samahani nilimaanisha, samahani namaanisha
correct: namaanisha, ninamaanisha, nilikosea, nimekosea kuandika, nilikosea kuandika
correct: nimekosea namba, makosa, kosa langu, ni kosa, oops, hapana iwe, hapana ni, hapana fanya
correct: nlimaanisha, namanisha, nilimaanisha kuandika, nlikosea, nilitaka kusema, yaani, niseme
correct: hapana subiri, subiri, ngoja, ebu ngoja, si hiyo, sio hiyo, siyo hiyo, sorry, sori
correct: sory
correct: hapana weka, hapana leta, hapana fanya
sell: nauza, ninauza, tunauza, uza, kuuza, inauzwa, zinauzwa, yanauzwa, nataka kuuza, niko na ya kuuza
sell: ninauzia, nauzia, ninayo ya kuuza, ninazo za kuuza, nina ya kuuza, nina za kuuza
sell: niko na za kuuza, tuna za kuuza, tuna ya kuuza, tunazo za kuuza, naomba kuuza
sell: natafuta soko, natafuta soko la, natafuta soko ya, natafuta wateja, natafuta wateja wa
sell: natafuta mteja, natafuta mteja wa, natafuta mnunuzi, natafuta mnunuzi wa
sell: natafuta wanunuzi, natafuta wanunuzi wa, tunatafuta soko, tunatafuta soko la
sell: tunatafuta wanunuzi, tunatafuta mnunuzi wa, tunatafuta wateja, nahitaji soko
sell: nahitaji soko la, nahitaji mnunuzi, nahitaji mnunuzi wa, nahitaji wateja
sell: nahitaji wateja wa, soko la, wanunuzi wa, kwa anayehitaji, kwa wanaohitaji, anayehitaji
sell: wanaohitaji, anayetaka, anayetaka kununua, wanaotaka, nani anataka, nani anahitaji
sell: nani anataka kununua, kuna anayehitaji, kuna anayetaka, kuna mnunuzi, mnunuzi anahitajika
sell: wanunuzi wanahitajika, za kuuza, ya kuuza, wa kuuza, vya kuuza, viko sokoni, vinauzwa
sell: wanauzwa, anauzwa, linauzwa, unauzwa, kinauzwa, ofa, ofa ya, natoa ofa, natoa ofa ya
sell: nimevuna leo, tumevuna leo, nimetoa shambani, zimetoka shambani
sell: nasupply, tunasupply, nasambaza, tunasambaza, msambazaji wa, weka sokoni, nauza jumla
sell: nauza kwa jumla, nauza rejareja, nauza bei ya jumla, niuze, niuzie mazao, naweka sokoni
sell: natangaza, natangaza kuuza, nauz, nauxa, nausa, nnauza, nuza, twauza, tuuza, ninawauzia
sell: nimevuna na nauza, nimevuna nauza
sell: naweza kuwauzia
available: zipo, ipo, yapo, ziko, iko, yako, inapatikana, zinapatikana, tayari
available: wapo, wako, wapo tayari, wako tayari, vipo, viko, ipo tayari, zipo tayari
available: ziko tayari, iko tayari, yapo tayari, yako tayari, lipo, liko, kipo, upo, zipo nyingi
available: yapo mengi, zipo kwa wingi, yapo kwa wingi, ipo kwa wingi, zinapatikana kwa wingi
available: yanapatikana, wanapatikana, vinapatikana, zimefika, yamefika, imefika sokoni
available: zimeingia, yameingia, zimewasili, mzigo mpya, mzigo mpya umefika, mzigo umeingia
available: mzigo upo, zimevunwa leo, yamevunwa leo, tayari kuuzwa, tayari kwa soko
available: tayari kwa kuuza, ziko shambani, yako shambani, zipo shambani, available
available: njoo uchukue, njooni mchukue, njoo chukua, njoo ununue, njooni mnunue, mje mchukue, uje uchukue
stock: stoki, akiba
stock: stock, stok, stoku, stoo, ghalani, hifadhi, stoki yangu, stoki iliyopo, stoki mpya
stock: weka stoki, badilisha stoki, ongeza stoki
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
have: naweza supply, naweza kusupply, tunaweza kusupply, ninaweza kusupply, nina uwezo wa kutoa
have: nina uwezo wa kuleta, naweza kupatia, naweza kuwapatia, naweza kuwaletea
have: tunaweza kuwaletea, naweza kuwauzia
# Answers.  "sava", "powa" and other bare sounds are words elsewhere.
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
yes: sawasawa kabisa, sawaa, sawaaa, xawa, sawa san
yes: safi nitaleta, safi nakubali, poa poa, poa sana, poa kabisa, poa nitaleta, poa nakubali
yes: poa hakuna shida, poa tu, poa mkuu, poa boss, poa kaka, poa basi
yes: fiti, iko fiti, iko poa, iko sawa, ni sawa, ni poa, itakuwa sawa
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
yes: shwari nitaleta
yes: nitaleta zote, nitaleta yote, nitaleta vyote, nitapeleka zote, nitapeleka yote, naleta zote
yes: naleta yote, naweza kuleta zote, naweza kuleta yote, naweza zote, naweza yote, ninazo zote
yes: ninayo yote, nina zote, nina yote, tutaleta zote, tutaleta yote, nitatoa zote, nitatoa yote
no: no, hapana, la, sitaki, nakataa, nimekataa, siwezi kukubali, haiwezekani, hapana asante, bei ndogo, bei ni ndogo, kataa, tafuta mwingine, mpe mwingine
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
none-left: nimeishiwa na, tumeishiwa na
none-left: wameisha, wamekwisha, wameuzwa, wameisha wote, wameuzwa wote, kuku wameisha
none-left: wamemalizika
only: tu, pekee, peke yake, pekeake, tuu
only: pekee yake, peke yao, tuuu, hizo tu, hayo tu, hiyo tu, hivyo tu, ndizo tu, ndiyo tu
only: ndio tu, hizo ndizo, hizo pekee, isizidi hapo, si zaidi ya, sio zaidi ya, siyo zaidi ya
only: zisizozidi, yasiyozidi, sio zote, si zote, siyo zote, sio yote, si yote, siyo yote
only: zingine sina, nyingine sina, mengine sina, zingine hakuna, nyingine hakuna
only: zilizobaki hakuna
only: zinatosha, inatosha, yatosha, yanatosha, itatosha, zitatosha
but: lakini, bali, ila
but: ila tu, ijapokuwa, ingawa, isipokuwa kwamba, lkn, lakin, lkini, lakni, walakini
but: japo
if: labda, huenda
if: ikiwa, iwapo, endapo
if: kama tu, ikiwa tu, mradi, ilimradi, ukilipa, kama utalipa, kama utaongeza, ukiongeza
if: mkilipa, kama ukiongeza, kama bei, labda kama
if: kama bei ni, kama bei iwe, kama itakuwa, kama unalipa, kama mnalipa, kama mtalipa
if: kama mtaongeza, kama mkiongeza, kama utanipa, kama utatoa, labda iwe, labda bei iwe
if: labda ukilipa, labda ulipe, labda mkilipa, labda tuseme, labda tusikizane
# Taking an order back.  A bare "usilete" is a "without".
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
cancel: hazihitajiki tena, hazihitajiki, hayahitajiki tena, usiilete, usizilete
cancel: usilete hiyo oda, usilete hizo, usilete mzigo, usiniletee tena
cancel: usituletee tena, usinitumie mzigo, usitume oda, usitume mzigo, usitume tena, msilete oda
cancel: msilete tena, msilete mzigo, msitume mzigo, usije na mzigo, usije tena
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
status: oda yangu ipo wapi, ipo wapi, zipo wapi, yapo wapi, yako wapi, vipo wapi
status: viko wapi, upo wapi, uko wapi na mzigo, umefika wapi, mmefika wapi
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
status: uko wapi na oda yangu, uko wapi na nyanya zangu, mko wapi na oda yangu
status: mko wapi na mzigo
help: msaada, nisaidie, naomba msaada, saidia, jinsi ya kuagiza, naagizaje, nitaagizaje, nauzaje, sielewi, sijaelewa, maelezo, hii ni nini, wewe ni nani, nifanyeje, nafanyaje
help: help, help me, nisaidieni, naomba unisaidie, naomba mnisaidie, naomba usaidizi, usaidizi
help: saidieni, msaada tafadhali, msaada wenu, naomba msaada wenu, nahitaji msaada
help: nahitaji msaada wenu, nahitaji usaidizi, nataka msaada, tusaidie, tusaidieni, msaad, msada
help: msaida, nisaide, nsaidie, naomba maelezo, naomba maelekezo, maelekezo, nipe maelekezo
help: nipe maelezo, nieleze, nieleze jinsi ya kuagiza, nielekeze, nielekezeni, naomba unielekeze
help: naomba mnielekeze, naomba mwongozo, mwongozo, nifundishe, nifundishe kuagiza
help: nifundishe kutumia, niambie jinsi ya kuagiza, niambie jinsi ya kutumia, elekeza, utaratibu
help: utaratibu ni upi, utaratibu ukoje, naomba utaratibu, jinsi ya kununua, jinsi ya kuuza
help: jinsi ya kutumia, jinsi ya kutumia huduma, jinsi ya kutumia huduma hii, jinsi ya kujiunga
help: jinsi gani naagiza, jinsi gani nitaagiza, namna ya kuagiza, namna ya kununua
help: namna ya kuuza, namna ya kutumia, namna gani naagiza, naagiza vipi, naagiza aje
help: nitaagiza vipi, nitaagiza aje, naweza kuagiza vipi, naweza kuagizaje, ninaweza kuagizaje
help: ninawezaje kuagiza, nawezaje kuagiza, nawezaje kununua, nawezaje kuuza, ninawezaje kununua
help: ninawezaje kuuza, naeza order aje, naorder aje, natuma oda vipi, natuma oda aje
help: natumaje oda, nitatumaje oda, nawekaje oda, nitawekaje oda, naweka oda vipi
help: naweka oda aje, oda inawekwaje, nanunuaje, nitanunuaje, nanunua vipi, nitauzaje
help: nauza vipi hapa, nauza aje hapa, nawezaje kutumia, natumiaje, natumiaje huduma hii
help: natumia vipi, inafanyaje kazi, inafanya kazi vipi, inafanya aje, hii inafanyaje kazi
help: hii inafanya kazi vipi, huduma inafanyaje kazi, hii huduma inafanyaje kazi
help: hii huduma inafanya kazi vipi, hii kitu inawork aje, inawork aje, ninyi ni nani
help: nyinyi ni nani, nyie ni nani, nani huyu, huyu ni nani, wewe nani, hii namba ni ya nani
help: namba hii ni ya nani, hii ni huduma gani, huduma gani hii, hii huduma ni ya nini
help: hii huduma ni nini, hii nini, hii ni namba ya nini, mnafanya nini, unafanya nini hapa
help: mnahusika na nini, sielewi kitu, sielewi hii, sijui jinsi ya kuagiza, sijui kutumia
help: sijui nifanyeje, sijui nifanye nini, sifahamu jinsi ya kuagiza, sijafahamu
help: hatuelewi, hatujaelewa, nimechanganyikiwa, nifanye nini, nifanye nini ili kuagiza
help: tufanyeje, ninatakiwa kufanya nini, nitumie nini, niandike nini, naandika nini, naandikaje
help: niandikeje, menyu, menu, amri, maagizo ya matumizi, chaguzi, taarifa zaidi
help: maelezo zaidi, habari zaidi, naomba taarifa, naomba maelezo zaidi
stop: acha, simamisha, ondoa, ondoka, sitisha, koma, niondoe, nitoe, ondoa namba yangu, toa namba yangu, futa namba yangu, usinitumie, usinitumie ujumbe, msinitumie, msinitumie ujumbe, acha kunitumia, acha kunitumia ujumbe, acheni kunitumia ujumbe, sitaki ujumbe, sitaki meseji, sitaki sms, sitaki jumbe zenu, acha meseji, acha sms, acha ujumbe, jiondoe, kujiondoa, jitoe, nataka kujiondoa, nataka kutoka
stop: acha kunisumbua, acheni kunisumbua, usinisumbue, msinisumbue, usinisumbue tena
stop: msinisumbue tena, acha usumbufu, acheni usumbufu, acha kunitumia sms
stop: acha kunitumia meseji, acha kunitumia jumbe, acha kunitumia jumbe zenu
stop: acha kunitumia tena, acheni kunitumia, acheni kunitumia meseji, acheni kunitumia sms
stop: acheni kunitumia jumbe, acheni kutuma, acheni kutuma meseji, acheni meseji, acheni sms
stop: acha kutuma, acha kutuma meseji, acha kutuma sms, acha kutuma ujumbe, acha kuniandikia
stop: acheni kuniandikia, acha kunitext, wacha kunitumia, wacha kunitumia meseji
stop: wacha kunitumia sms, wacha kunitumia msg, wacha kunisumbua, wacheni kunisumbua
stop: wachana na mimi, wachana na namba yangu, achana na mimi, achana na namba yangu
stop: achaneni na mimi, niacheni, niacheni kabisa, usinitumie sms, usinitumie meseji
stop: usinitumie tena, usinitumie tena meseji, usinitumie tena ujumbe, usinitumie tena sms
stop: usinitumie meseji tena, usinitumie ujumbe tena, usinitumie sms tena, usinitumie jumbe
stop: usinitumie jumbe tena, usinitumie chochote, usinitumie kitu, usinitumie msg
stop: usinitumie msg tena, msinitumie tena, msinitumie sms, msinitumie meseji
stop: msinitumie meseji tena, msinitumie ujumbe tena, msinitumie sms tena
stop: msinitumie tena meseji, msinitumie tena ujumbe, msinitumie jumbe, msinitumie jumbe tena
stop: msinitumie tena jumbe, usiniandikie, usiniandikie tena, msiniandikie, msiniandikie tena
stop: usinitext, usinitext tena, usinitumie tn, usitume tena meseji, usitume meseji
stop: usitume meseji tena, usitume ujumbe tena, msitume meseji, msitume meseji tena
stop: msitume ujumbe tena, msitume sms tena, msitutumie tena, msitutumie ujumbe
stop: niondoe kwenye orodha, niondoe kwenye orodha yenu, niondoe kwenye list
stop: niondoe kwenye listi, niondoe kwenye huduma, niondoe kwenye huduma hii
stop: niondoe kwenye mfumo, niondoe kwenye kundi, niondoe kwenye group, niondoe kwa orodha
stop: niondoe kwa list, niondoe hapo, niondoe hapa, niondoeni, niondoeni kwenye orodha
stop: niondoeni kwenye orodha yenu, niondoeni kwenye huduma, nitoe kwenye orodha
stop: nitoe kwenye orodha yenu, nitoe kwenye list, nitoe kwenye listi, nitoe kwenye huduma
stop: nitoe kwenye huduma hii, nitoe kwenye mfumo, nitoe kwenye kundi, nitoe kwenye group
stop: nitoe kwa orodha, nitoe kwa list, nitoe kwa hii list, nitoe hapo, nitoeni
stop: nitoeni kwenye orodha, nitoeni kwenye orodha yenu, nitoeni kwa list, nitoeni kwenye huduma
stop: naomba kutoka, naomba kujitoa, naomba kujiondoa, naomba mnitoe, naomba mniondoe
stop: naomba unitoe, naomba uniondoe, mnitoe, mniondoe, nataka kujitoa
stop: nataka kujitoa kwenye huduma, nataka kujiondoa kwenye huduma, nataka kuondoka
stop: nataka kuacha, nataka kutoka kwenye orodha, nataka kutoka kwenye huduma
stop: nataka kutoka kwenye kundi, najitoa, najiondoa, nimejitoa, nimejiondoa, kujitoa
stop: jiondoe kwenye huduma, ondoa namba hii, ondoeni namba yangu, ondoeni namba hii
stop: ondoa simu yangu, ondoa jina langu, ondoeni jina langu, toa jina langu, toeni jina langu
stop: toeni namba yangu, toa namba hii, toa simu yangu, futa jina langu, futeni namba yangu
stop: futeni jina langu, futa taarifa zangu, futa usajili, futa usajili wangu
stop: futa akaunti yangu, sitaki huduma, sitaki huduma hii, sitaki huduma yenu
stop: sitaki huduma hii tena, sitaki meseji zenu, sitaki meseji tena, sitaki meseji zenu tena
stop: sitaki sms zenu, sitaki sms tena, sitaki ujumbe tena, sitaki ujumbe wenu
stop: sitaki ujumbe wenu tena, sitaki jumbe, sitaki jumbe tena, sitaki jumbe zenu tena
stop: sitaki kupokea ujumbe, sitaki kupokea meseji, sitaki kupokea sms, sitaki kupokea jumbe
stop: sitaki kupokea ujumbe tena, sitaki kupokea meseji tena, sitaki kupokea sms tena
stop: sitaki kutumiwa, sitaki kutumiwa meseji, sitaki kutumiwa ujumbe, sitaki kutumiwa sms
stop: sitaki kutumiwa tena, staki meseji, staki sms, staki msg, staki meseji zenu
stop: staki sms zenu, staki ujumbe, ctaki sms, ctaki meseji, hatutaki meseji, hatutaki ujumbe
stop: hatutaki sms, sitisha huduma, sitisha huduma hii, sitisha ujumbe, sitisha meseji
stop: sitisha sms, simamisha huduma, simamisha meseji, simamisha ujumbe, simamisha sms, komesha
stop: komesha meseji, komesha ujumbe, kata huduma, zima huduma, zima meseji, funga akaunti yangu
stop: ondoa usajili wangu, jitoe kwenye huduma, meseji basi, sms basi, acha sasa, acha kabisa
stop: stop sms, stop meseji, stop kunitumia, stop kunitumia meseji, stop kunitext
stop: stop kunisumbua, nimechoka na meseji zenu, nimechoka na sms zenu, nimechoka na jumbe zenu
stop: nichoke na meseji, block namba yangu
messages: ujumbe, jumbe, meseji, sms
messages: ujumbe wenu, ujumbe huu, jumbe zenu, jumbe hizi, meseji zenu, meseji hizi, mesej
messages: message, messages, msg, msgs, sms zenu, sms hizi, arafa, arafa zenu, tena
messages: kwenye orodha, kwenye orodha yenu, orodha, orodha yenu, kwenye huduma, huduma hii
messages: huduma yenu, kwenye list, kwa list, list, listi, kwenye mfumo, text, texts
messages: taarifa zenu, matangazo, matangazo yenu, mimi, zenu, hii namba, kwenye namba hii
messages: kwenye simu yangu, kwa simu yangu
start: anza, anzisha, jiunge, kujiunga, nataka kujiunga, rudi, nirudishe, jiandikishe
start: anza tena, anza upya, nianzishie, nianzishie tena, anzisha tena, anzisha huduma, rejesha
start: rejesha huduma, nirejeshe, nirejeshe kwenye orodha, nirudishe kwenye orodha
start: nirudishe kwenye huduma, nirudisheni, nataka kurudi, nataka kujiunga tena
start: nataka kujiunga na huduma, nataka kujiunga na huduma hii, naomba kujiunga
start: naomba kujiunga tena, naomba kujiunga na huduma, naomba kurudi, najiunga, ninajiunga
start: niunge, niunganishe, niungeni, niweke kwenye orodha, niweke kwenye list
start: niwekeni kwenye orodha, niongeze kwenye orodha, niongeze kwenye list, jiunga, kujisajili
start: nisajili, nisajilini, naomba kusajiliwa, nataka kusajiliwa, nataka kujisajili
start: naomba kujisajili, najisajili, jisajili, kujiandikisha, nataka kujiandikisha
start: naomba kujiandikisha, niandikishe, wezesha, endelea kunitumia meseji
start: endelea kunitumia ujumbe
start: nianze kupokea ujumbe, nianze kupokea meseji, nataka kupokea ujumbe tena
start: nataka kupokea meseji tena, kupokea ujumbe tena, kupokea meseji tena
start: nianze kupokea ujumbe tena, nianze kupokea meseji tena
price: bei, bei ya, bei za, gharama, bei mpya
price: kwa bei ya, bei yangu, bei yangu ni, bei yake, bei yake ni, bei zake, bei ni, bei iwe
price: bei iliyopo, bei ya sasa, bei ya sasa ni, bei sasa, bei sasa ni, bei mpya ni, bei ya kila
price: bei ya jumla, bei ya jumla ni, bei ya rejareja, rejareja, bei elekezi, bei ya soko
price: bei za soko, bei sokoni, bei za leo, bei ya mazao, bei za mazao, gharama ya, gharama yake
price: gharama yake ni, gharama ni, thamani ya, thamani, yenye thamani ya, beyi, bey, bai ya
price: mbei, price, natoza, ninatoza, natoa kwa, naitoa kwa, nazitoa kwa, nauza kwa
price: nauzia kwa, nauza kwa bei ya, ninauza kwa, tunauza kwa, zinaenda kwa, inaenda kwa
price: yanaenda kwa, badilisha bei, badilisha bei iwe, badili bei, badili bei iwe
price: bei imebadilika, bei imebadilika ni, bei imepanda, bei imeshuka, shusha bei, pandisha bei
how-much: bei gani, ni bei gani, ngapi, shilingi ngapi, pesa ngapi, bei ya leo, bei ikoje, inauzwaje, mnauzaje, unauzaje, mnauza ngapi, unauza ngapi, ni ngapi, bei ni ngapi, kiasi gani
how-much: ni bei gani kwa, kwa bei gani, bei gani leo, bei gan, bei gn, bei ngapi, bei ni gani
how-much: bei ni ipi, bei ipi, bei ni kiasi gani, bei kiasi gani, bei yake ngapi
how-much: bei yake ni ngapi, bei yake ni gani, bei yake gani, bei yake ikoje
how-much: bei ni shilingi ngapi, bei ikoje leo, bei ikoje sasa, bei iko aje, bei iko vipi
how-much: bei vipi, bei aje, bei inaendaje, bei zikoje, bei zipoje, bei ipoje, bei zenu
how-much: bei yenu, bei yenu ni, bei yako, bei yako ni, bei yenu ikoje, bei zenu zikoje
how-much: bei za leo zikoje, nipe bei, nipe bei ya, nipe bei za, nipeni bei, nitumie bei
how-much: nitumie bei ya, naomba bei, naomba bei ya, naomba bei za, naomba kujua bei
how-much: naomba kujua bei ya, naomba kujua bei za, nataka kujua bei, nataka kujua bei ya
how-much: nataka kujua bei za, nauliza bei, nauliza bei ya, naulizia bei, naulizia bei ya
how-much: niambie bei, niambie bei ya, niambieni bei ya, inagharimu, inagharimu kiasi gani
how-much: inagharimu ngapi, zinagharimu, zinagharimu kiasi gani, zinagharimu ngapi, gharama gani
how-much: gharama ni ngapi, gharama yake ni ngapi, gharama ni kiasi gani, inauzwa ngapi
how-much: inauzwa kiasi gani, inauzwa bei gani, inauzwa kwa bei gani, inauzwa vipi, inauzwa aje
how-much: zinauzwa ngapi, zinauzwaje, zinauzwa kiasi gani, zinauzwa bei gani
how-much: zinauzwa kwa bei gani, zinauzwa vipi, zinauzwa aje, yanauzwaje, yanauzwa ngapi
how-much: yanauzwa bei gani, yanauzwa kwa bei gani, yanauzwa kiasi gani, anauzwaje
how-much: anauzwa ngapi, anauzwa bei gani, wanauzwaje, wanauzwa ngapi, wanauzwa bei gani
how-much: linauzwaje, linauzwa ngapi, linauzwa bei gani, vinauzwaje, vinauzwa bei gani
how-much: mnauza bei gani, mnauza kwa bei gani, mnauza kiasi gani, mnauza vipi, mnauza aje
how-much: unauza bei gani, unauza kwa bei gani, unauza kiasi gani, unauza vipi, unauza aje
how-much: wanauza bei gani, wanauzaje, wanauza ngapi, anauzaje, anauza ngapi, anauza bei gani
how-much: mwauzaje, wauzaje, ni pesa ngapi, ni shilingi ngapi, sh ngapi, ni sh ngapi
how-much: ni shingapi, shingapi, ksh ngapi, tsh ngapi, bob ngapi, ni how much, how much
how-much: ni hela ngapi, hela ngapi, kwa shilingi ngapi, kwa pesa ngapi, ni kiasi gani
how-much: kwa kiasi gani, kwa ngapi, kwangapi, ningapi, ngpi, ngapii, ngap, nitalipa ngapi
how-much: nitalipa kiasi gani, natakiwa kulipa ngapi, jumla ni ngapi, jumla ngapi, kilo ngapi
how-much: kilo ni ngapi, gunia ni ngapi, gunia ngapi, trei ni ngapi, trei ngapi, debe ni ngapi
how-much: debe ngapi, moja ni ngapi, moja ngapi, kilo moja ngapi, kilo moja ni ngapi
how-much: kilo moja bei gani, gunia moja ngapi, gunia moja ni bei gani, imefikia bei gani
how-much: imefika bei gani, zimefika bei gani, inaenda ngapi, zinaenda ngapi, inaenda aje
how-much: zinaenda aje, inaendaje, zinaendaje, yanaendaje
how-much: nisaidie kujua bei ya, nisaidie na bei ya, nisaidie bei ya, nisaidie kujua bei za
is-there: kuna, mna, mnazo, una, unazo, unayo, je kuna, kuna mtu ana, mnauza, unauza, zipo kweli
is-there: kuna mtu anauza, kuna mwenye, kuna anayeuza, kuna wenye, je mna, je mnazo, je mnauza
is-there: je unazo, je una, je unauza, je zipo, je ipo, je yapo, je kuna yeyote, mna ya kuuza
is-there: mko na, mko nazo, mko nayo, uko na, uko nazo, uko nayo, mnayo, mnavyo, mnao, unavyo
is-there: unao, bado mnazo, bado mna, bado mnayo, bado una, bado unazo, bado unayo, bado kuna
is-there: bado zipo, bado ipo, bado yapo, bado ziko, anayeuza, wanaouza, wanauza, nani ana
is-there: nani anazo, nani anayo, nani anauza, nani mwenye, nani yuko na, nani ako na, who has
is-there: yupo mwenye, yupo anayeuza, mwenye, wenye, mwenye ana, naweza kupata wapi
is-there: nitapata wapi, naweza pata wapi, naeza pata wapi, ntapata wapi, naipata wapi
is-there: napata wapi, tutapata wapi, zinapatikana wapi, inapatikana wapi, yanapatikana wapi
is-there: wapi naweza kupata, wapi nitapata, wapi naweza kununua, wapi zinapatikana
is-there: wapi inapatikana, naweza kununua wapi, wapi kuna, wapi wanauza
is-there: mnauza pia, unauza pia, mnatoa, mnaleta, unaleta, je mnaleta, zinapatikana
is-there: inapatikana, yanapatikana, wanapatikana, kunapatikana, je zinapatikana, je inapatikana
is-there: je yanapatikana, je naweza kupata, je ninaweza kupata, naweza kupata kweli
is-there: kuna stoki ya, mna stoki ya, mtakuwa na, utakuwa na, mtapata lini, mtakuwa nazo lini
is-there: lini mtakuwa na, lini kutakuwa na, kutakuwa na, zitapatikana lini, itapatikana lini
is-there: yatapatikana lini, nauliza kama kuna, nauliza kama mna, nauliza kama una, naulizia
is-there: naulizia kama mna, naulizia kama kuna, naomba kujua kama kuna, naomba kujua kama mna
is-there: naomba kuuliza kama mna, naomba kuuliza kama kuna, naomba kuuliza
is-there: nilitaka kujua kama mna, nataka kujua kama mna, nataka kujua kama kuna
is-there: nataka kujua kama una, kweli kuna, kwani kuna, kwani mna
max: isizidi, isipite, sizidi, chini ya, mwisho, isiyozidi, bajeti, bajeti yangu, bajeti ni, nitalipa, nalipa
max: bajeti yangu ni, bajeti yetu ni, bajeti yetu, bajeti ya, bajeti iwe, bajet, budget
max: budget yangu, budget yangu ni, budget ni, isizidi bei ya, bei isizidi, bei isipite
max: bei isiwe zaidi ya, bei isivuke, bei iwe chini ya, bei chini ya, bei ya juu, bei ya juu ni
max: bei ya juu kabisa, bei ya juu kabisa ni, bei ya mwisho, bei ya mwisho ni, bei mwisho
max: mwisho wangu ni, mwisho ni, mwisho wa bei, mwisho wangu, bei isizid, isizid, isizidishe
max: isizidie, zisizidi, zisipite, yasizidi, yasipite, isivuke, isiwe zaidi ya, isiwe juu ya
max: isiwe, sio zaidi ya, siyo zaidi ya, si zaidi ya, isizidi ya, isizidi shilingi, usizidishe
max: msizidishe, usizidi, msizidi, usipitishe, msipitishe, usipite, juu kabisa, kiwango cha juu
max: kiwango cha juu ni, kikomo, kikomo ni, kikomo cha bei, kikomo changu ni, kiasi cha juu
max: nitalipa hadi, nalipa hadi, naweza kulipa, naweza kulipa hadi, naweza lipa, naeza lipa
max: nitatoa hadi, nitalipa mpaka, nalipa mpaka, tutalipa, tutalipa hadi, tunalipa
max: tunaweza kulipa, nalipia, nitalipia, ntalipa, ninalipa, kulipa, pesa yangu ni
max: pesa niliyonayo ni, pesa yangu, nina shilingi, nina pesa, nina hela, hela yangu ni
max: hela niliyonayo ni, isiyopita, zisizozidi, yasiyozidi, zisizopita, kisizidi, lisizidi
max: visizidi, usizidi bei ya, maximum, max, mwisho kabisa, mwisho kabisa ni, kwa bei isiyozidi
max: kwa bei isiyopita, kwa bei ya juu, bei ya chini ya, chini ya shilingi, under, below
max: not more than, kuanzia chini ya, ndani ya bajeti ya, bei ya kutosha ni
max: isizidi sh, isizidi shs, isizidi ksh, isizidi kshs, isizidi tsh, isizidi shillings
max: isipite sh, isipite shs, isipite ksh, isipite kshs, isipite tsh, isipite shilingi
max: isipite shillings, bei isizidi sh, bei isizidi shs, bei isizidi ksh, bei isizidi kshs
max: bei isizidi tsh, bei isizidi shilingi, bei isizidi shillings, bei isipite sh
max: bei isipite shs, bei isipite ksh, bei isipite kshs, bei isipite tsh, bei isipite shilingi
max: bei isipite shillings, chini ya sh, chini ya shs, chini ya ksh, chini ya kshs, chini ya tsh
max: chini ya shillings, mwisho sh, mwisho shs, mwisho ksh, mwisho kshs, mwisho tsh
max: mwisho shilingi, mwisho shillings, bei ya juu sh, bei ya juu shs, bei ya juu ksh
max: bei ya juu kshs, bei ya juu tsh, bei ya juu shilingi, bei ya juu shillings
max: bei ya mwisho sh, bei ya mwisho shs, bei ya mwisho ksh, bei ya mwisho kshs
max: bei ya mwisho tsh, bei ya mwisho shilingi, bei ya mwisho shillings, bajeti sh, bajeti shs
max: bajeti ksh, bajeti kshs, bajeti tsh, bajeti shilingi, bajeti shillings, nalipa sh
max: nalipa shs, nalipa ksh, nalipa kshs, nalipa tsh, nalipa shilingi, nalipa shillings
max: isizidi bei ya sh, isizidi bei ya shs, isizidi bei ya ksh, isizidi bei ya kshs
max: isizidi bei ya tsh, isizidi bei ya shilingi, isizidi bei ya shillings, bei ya juu ni sh
max: bei ya juu ni shs, bei ya juu ni ksh, bei ya juu ni kshs, bei ya juu ni tsh
max: bei ya juu ni shilingi, bei ya juu ni shillings
total: jumla, zote, yote, kwa jumla
total: jumla ya, jumla ni, jumla yake, jumla yake ni, jumla kuu, jumla yote, jumla zote
total: kwa ujumla, zote kwa, yote kwa, zote pamoja, yote pamoja, kwa zote, kwa yote, hizo zote
total: hayo yote, vyote, vyote kwa, wote, wote kwa, kwa vyote, mzigo wote, mzigo mzima
total: kila kitu, kwa kila kitu, pamoja ni, zote ni, yote ni, vyote ni, total, totali
total: zote jumla
per: kwa, kila, kwa kila
per: kwakila, kwa kila moja, kwa moja, per, kwa mmoja, za kila, ya kila, wa kila
per: kila mmoja kwa
each: kila moja, kila mmoja
each: moja kwa, kila kimoja, kila kitu kimoja, kila lita, kila mojawapo
each: @, kila aina, zote mbili, yote mawili, kila bidhaa
currency: shilingi, sh, ksh, bob, tsh, kes, pesa
currency: shs, shilling, shillings, shilingi za kenya, shilingi za tanzania, kshs, tzs, ugx, ush
currency: tshs, sh za, hela, fedha, faranga, dola, usd, bop, chapaa, ganji, doo, mkwanja
currency: /=, /-
done: nimepeleka, nimefikisha, nimempa, imepelekwa, tayari nimepeleka, nimemaliza kupeleka
done: nimewasilisha, nimefikisha mzigo, nimepeleka mzigo, nimepeleka oda, nimeshapeleka
done: nimeshafikisha, nishapeleka, nishafikisha, nimekwisha kupeleka, nimekabidhi
done: nimeshakabidhi, nimempatia, nimeshampa, nimeshatuma, nimetuma mzigo, nimetuma oda
done: tumepeleka, tumefikisha, tumeshapeleka, tumekabidhi, mzigo nimefikisha, mzigo nimepeleka
done: mzigo nimekabidhi, imewasilishwa, imefikishwa, imekabidhiwa, zimefikishwa, zimekabidhiwa
done: zimepelekwa, yamepelekwa, mzigo umepelekwa, oda imekamilika, imekamilika, nimekamilisha
done: nimekamilisha oda, nimemaliza oda, kazi imeisha, nimeleta, nimeshaleta, nimeileta
done: nimezileta, nimeipeleka, nimezipeleka, nimeyapeleka, delivered, nimedeliver, nishadeliver
got: nimepata, nimepokea, nimeipata, tumepokea, tumepata, nimezipata, imenifikia
got: nimepata mzigo, nimepata oda, nimepata oda yangu, nimepata mzigo wangu, nimeshapata
got: nimeshapokea, nishapata, nishapokea, nimepokea mzigo, nimepokea mzigo wangu, nimepokea oda
got: nimepokea oda yangu, nimezipokea, nimeipokea, nimeyapokea, nimeyapata, nimepokea salama
got: nimepata salama, tumepata mzigo, tumepokea mzigo, tumepokea oda, tumezipata, tumeipata
got: tumeshapokea, tumeshapata, imenifikia salama, zimenifikia, mzigo umefika, mzigo umenifikia
got: mzigo wangu umefika, mzigo umefika salama, oda imefika, oda yangu imefika
got: oda imefika salama, oda nimepata, oda nimepokea, zimefika salama, imefika salama, nmepata
got: nmepokea, nimechukua mzigo, nimeuchukua mzigo
problem: shida, tatizo, malalamiko
problem: shida ipo, kuna shida, kuna tatizo, pana tatizo, nina tatizo, nina shida
problem: tatizo limetokea, changamoto, kasoro, dosari, makosa, hitilafu, mgogoro, lalamiko
problem: issue, problem
noshow: hakuja, hakufika, hajaja
noshow: hajafika, hakutokea, hajatokea, mnunuzi hakuja, mnunuzi hajaja, mnunuzi hakutokea
noshow: mnunuzi hajafika, mteja hakuja, mteja hajaja, mteja hajafika, mteja hakufika
noshow: mteja hakutokea, mteja hapokei simu, hapokei simu, hakupokea simu, hakuchukua
noshow: hakuchukua mzigo, hajachukua, hajachukua mzigo, hakuna aliyekuja, hawakuja, hawajaja
noshow: hakuwepo
paid: nimelipwa, amelipa, imelipwa
paid: amenilipa, ameshalipa, ameshanilipa, nimeshalipwa, nishalipwa, tumelipwa, wamelipa
paid: wamenilipa, nimepokea pesa, nimepokea malipo, nimepata pesa, nimepata pesa yangu
paid: nimepata malipo, nimepata hela, nimepokea hela, pesa imeingia, pesa imefika
paid: malipo yamefika, malipo yameingia, mteja amelipa, mnunuzi amelipa, imeshalipwa, kalipa
paid: kanilipa, paid
my: bidhaa zangu, orodha yangu
my: bidhaa zangu zote, mazao yangu, mali yangu, stoki yangu, orodha yangu ya bidhaa, ofa zangu
my: ofa yangu, matangazo yangu ya bidhaa, nauza nini, ninauza nini, vitu ninavyouza, nilichoweka
my: niliyoweka
income: mapato, mapato yangu, nimeuza ngapi, nimepata ngapi, salio
income: mapato ya mwezi, mapato ya wiki, mapato ya leo, mapato yangu ya mwezi, mauzo yangu
income: mauzo, mauzo ya leo, mauzo ya mwezi, nimeuza kiasi gani, nimeuza nini
income: nimepata kiasi gani, nimepata shilingi ngapi, nimeingiza ngapi, nimeingiza kiasi gani
income: nimeingiza shilingi ngapi, pesa zangu, hela zangu, salio langu, faida yangu
income: kipato changu, kipato, nimetengeneza ngapi
turn: zamu, zamu yangu, kwa nini sio mimi, kwa nini si mimi
turn: foleni yangu, nafasi yangu, zamu yangu lini, zamu yangu ni lini, lini zamu yangu
turn: ni zamu ya nani, zamu ya nani, mbona sio mimi, mbona si mimi, mbona sipati oda
turn: kwa nini sipati oda, kwanini sipati oda, mbona mimi sipati oda, nitapata oda lini
turn: niko nafasi ya ngapi, niko wa ngapi, mimi ni wa ngapi
register: sajili, andikisha
register: sajili muuzaji, ongeza muuzaji, andikisha muuzaji, msajili
seller: muuzaji, mimi ni mkulima, mkulima
seller: mimi ni muuzaji, mimi muuzaji, sisi ni wakulima, kikundi cha wakulima, mfanyabiashara
seller: mfugaji, mimi ni mfugaji, mvuvi, mimi ni mvuvi
# Experiences.
complaint: nirudishie, mnirudishie, narudisha, nataka kurudisha, chukueni
complaint: imeoza, zimeoza, yameoza, zimeharibika, imeharibika, mbovu, mbaya, mabaya, zilikuwa zimeoza, ilikuwa imeoza, zilikuwa mbaya, ilichelewa, mmechelewa, umechelewa, kuchelewa, alichelewa, pungufu, imepungua, haikutosha, sikuridhika, sijaridhika, wezi, huduma mbaya, nilitozwa mara mbili, bei mbaya, nirudishieni pesa
complaint: mabovu, wabovu, vibovu, bovu, mibovu, kibovu, ubovu, mbovu sana, mabovu sana
complaint: mbaya sana, wabaya, vibaya, mibaya, kibaya, baya, mabaya sana, nusu mbovu
complaint: nusu yake mbovu, nyingi mbovu, nyingi zilikuwa mbovu, mengi mabovu
complaint: nusu zilikuwa mbovu, nusu zilikuwa zimeoza, zingine zilikuwa mbovu, zingine zimeoza
complaint: nyingine zimeoza, zote zimeoza, yote yameoza, imeoza nusu, zimeoza nusu
complaint: yalikuwa yameoza, yalikuwa mabovu, vilikuwa vimeoza, vimeoza, umeoza, walioza, kuoza
complaint: zinanuka, yananuka, inanuka, wananuka, ananuka, vinanuka, zilikuwa zinanuka
complaint: yalikuwa yananuka, ilikuwa inanuka, zimenyauka, yamenyauka, imenyauka, zimepondeka
complaint: yamepondeka, imepondeka, zimevunjika, yamevunjika, imevunjika, yalivunjika
complaint: zilivunjika, yalikuwa yamevunjika, zilikuwa zimevunjika, zilipasuka, yalipasuka
complaint: yamepasuka, zimepasuka, zimeharibika zote, yameharibika, yaliharibika, ziliharibika
complaint: iliharibika, vimeharibika, zilikuwa zimeharibika, yalikuwa yameharibika, zina wadudu
complaint: yana wadudu, ina wadudu, zilikuwa na wadudu, yalikuwa na wadudu, ilikuwa na wadudu
complaint: yana funza, zina funza, ina funza, yamebunguliwa, yana bunguzi, zimebunguliwa
complaint: yaliyobunguliwa, zina ukungu, yana ukungu, zina mawe, yana mawe, una mawe
complaint: ilikuwa na mawe, yalikuwa na mawe, mawe mengi, mchanga mwingi, uchafu mwingi, chafu
complaint: machafu, vichafu, yalikuwa machafu, zilikuwa chafu, ilikuwa chafu, uchafu
complaint: imechanganywa na maji, yamechanganywa na maji, yalikuwa na maji, yana maji mengi
complaint: maziwa yameganda, yaliganda, yameganda, yaliharibika njiani, zilikuwa mbichi sana
complaint: hazikuiva, hayakuiva, haikuiva, hazikuwa zimeiva, hayakuwa yameiva, hazikuwa fresh
complaint: hayakuwa fresh, haikuwa fresh, hazikuwa nzuri, hayakuwa mazuri, haikuwa nzuri
complaint: havikuwa vizuri, sio nzuri, si nzuri, siyo nzuri, sio mazuri, si mazuri, hazina ubora
complaint: hayana ubora, haina ubora, ubora hafifu, ubora mbaya, ubora wa chini
complaint: kiwango cha chini, hafifu, duni, feki, pungufu ya, zilikuwa pungufu, ilikuwa pungufu
complaint: yalikuwa pungufu, zimepungua, yamepungua, zilipungua, ilipungua, yalipungua
complaint: zimepunguzwa, hazikutosha, hayakutosha, hazijatosha, haijatosha, hazikufika zote
complaint: haikufika yote, uzito mdogo, uzito pungufu, uzito haukutosha, uzito umepungua
complaint: uzito sio sahihi, mizani mbaya, mizani imeibiwa, mmepunja, umenipunja, mmenipunja
complaint: nimepunjwa, nilipunjwa, kunipunja, mnapunja, amenipunja, alinipunja, wamenipunja
complaint: kupunjwa, sio niliyoagiza, si niliyoagiza, siyo niliyoagiza, sio nilichoagiza
complaint: si nilichoagiza, sio nilizoagiza, sikuagiza hii, sikuagiza hizi, sikuagiza hivi
complaint: mmeleta vitu tofauti, mliniletea tofauti, mmekosea oda, mlikosea
complaint: oda sio sahihi, oda si sahihi, oda yenye makosa, mlileta makosa, badala ya
complaint: mmenitumia vibaya, mmeniletea vibaya, mmechelewa sana, mlichelewa, mlichelewa sana
complaint: umechelewa sana, ulichelewa, ulichelewa sana, wamechelewa, walichelewa, amechelewa
complaint: alichelewa sana, imechelewa, imechelewa sana, ilichelewa sana, zimechelewa
complaint: zilichelewa, yamechelewa, yalichelewa, ilifika imechelewa, ilifika usiku
complaint: mnachelewa sana, mnachelewa, mnachelewesha, mmechelewesha, ucheleweshaji
complaint: kuchelewesha, kuchelewa sana, imecheleweshwa, hamkuleta, hamkuniletea, hukuleta
complaint: hukuniletea, hamkufika, hukufika, haikufika kabisa, hazikufika kabisa, haikuletwa
complaint: hazikuletwa, hamkutuma, sikupata oda yangu, sikupokea oda yangu, sikupokea kitu
complaint: sikupata kitu, hatukupata kitu, hatukupokea, sikuletewa, sikuletewa oda, sijafurahi
complaint: sijafurahia, sikufurahi, sikufurahia, sijafurahishwa, sifurahii, hatujaridhika
complaint: hatukuridhika, hatujafurahi, siridhiki, nimesikitishwa, nimesikitika, tumesikitishwa
complaint: nasikitika, inasikitisha, imenikera, mmenikera, mnakera, mmeniudhi, mmeniangusha
complaint: mmetuangusha, umeniangusha, mmeniboa, mnaboa, mmezingua, mnazingua, umezingua
complaint: amenizingua, kuzingua, huduma mbovu, huduma yenu mbovu, huduma yenu mbaya
complaint: huduma yenu ni mbaya, huduma yenu ni mbovu, huduma duni, huduma hafifu
complaint: huduma mbaya sana, huduma ya ovyo, ovyo, hovyo, hovyo sana, ovyo kabisa, takataka
complaint: upuuzi, ujinga, matapeli, tapeli, nimetapeliwa, mmenitapeli, amenitapeli, umenitapeli
complaint: mmetapeli, utapeli, utapeli mtupu, mmeniibia, wezi nyie, wezi wakubwa, mwizi nyie
complaint: waongo, muongo, mwongo, mmedanganya, umenidanganya, amenidanganya, mmenidanganya
complaint: kunidanganya, mmenidhulumu, dhuluma, mjeuri, jeuri, kiburi, mkali sana, alikuwa mkali
complaint: alinitukana, amenitukana, matusi, hana adabu, hana heshima, hamna adabu, mmenitoza
complaint: nimetozwa, nimetozwa mara mbili, nimekatwa mara mbili, nilikatwa mara mbili
complaint: nimelipishwa, nimelipishwa mara mbili, nimelipishwa zaidi, nilitozwa zaidi
complaint: nimetozwa zaidi, nimetozwa sana, nililipishwa zaidi, bei kubwa kuliko
complaint: mmepandisha bei, bei sio ile, bei si ile, ghali sana, bei ghali sana, ni ghali sana
complaint: bei ni ghali, bei ni kubwa sana, rudisha pesa, rudisha pesa yangu, rudisha hela yangu
complaint: rudisheni pesa yangu, rudisheni hela yangu, nirudishie pesa, nirudishie pesa yangu
complaint: nirudishie hela yangu, nirudishieni hela yangu, nirudishieni pesa yangu
complaint: naomba kurudishiwa pesa, naomba kurudishiwa pesa yangu, naomba mnirudishie pesa
complaint: nataka pesa yangu, nataka hela yangu, nataka pesa yangu irudi, pesa yangu irudi
complaint: pesa yangu irudishwe, kurudishiwa pesa, fidia, nataka fidia, naomba fidia, nalalamika
complaint: ninalalamika, tunalalamika, nina malalamiko, nina lalamiko, lalamiko, lalamiko langu
complaint: kulalamika, nataka kulalamika, naomba kulalamika, malalamiko yangu
complaint: nina shida na oda yangu, shida na oda yangu, tatizo na oda yangu
complaint: sijapata kitu, sikupata kitu, sijapokea kitu, nimepata hakuna
praise: huduma nzuri, kazi nzuri, nzuri sana, safi sana, nimefurahi, nimeridhika, tamu sana, zilikuwa nzuri, mmefanya vizuri, hongera
praise: kazi safi, kazi nzuri sana, kazi poa, kazi swafi, huduma safi, huduma safi sana
praise: huduma bora, huduma bora sana, huduma nzuri sana, huduma yenu nzuri
praise: huduma yenu ni nzuri, huduma yenu ni bora, huduma yenu safi, huduma yenu iko poa
praise: huduma poa, huduma iko juu, mko juu, mko vizuri, mpo vizuri, uko vizuri, mko sawa kabisa
praise: mnafanya kazi nzuri, mmefanya kazi nzuri, umefanya kazi nzuri, umefanya vizuri
praise: mnajitahidi, mmejitahidi, hongera sana, hongereni sana, hongereni, hongera kwa kazi
praise: pongezi, nawapongeza, napongeza, nakupongeza, nimefurahia, nimefurahia huduma
praise: nimefurahia sana, nimefurahi sana, tumefurahi, tumefurahi sana, tumefurahia
praise: nimeridhika sana, nimeridhika kabisa, tumeridhika, tumeridhika sana, nimependa
praise: nimependa sana, nimeipenda, nimezipenda, nimeyapenda, nimependa huduma
praise: nimependa huduma yenu, naipenda huduma yenu, napenda huduma yenu, tunapenda huduma yenu
praise: tumependa, zilikuwa nzuri sana, zilikuwa safi, zilikuwa safi sana, zilikuwa tamu
praise: zilikuwa tamu sana, zilikuwa fresh, zilikuwa freshi, zilikuwa bora, ilikuwa nzuri
praise: ilikuwa nzuri sana, ilikuwa safi, ilikuwa tamu, ilikuwa bora, yalikuwa mazuri
praise: yalikuwa mazuri sana, yalikuwa matamu, yalikuwa safi, yalikuwa fresh, vilikuwa vizuri
praise: vilikuwa vizuri sana, vilikuwa safi, walikuwa wazuri, walikuwa wazuri sana
praise: alikuwa mzuri, alikuwa mzuri sana, nzuri mno, ni nzuri sana, ni mazuri sana
praise: ni tamu sana, mazuri sana, vizuri sana, matamu sana, safi kabisa hongera, bora kabisa
praise: bora sana, ajabu, poa sana hongera, noma sana, moto sana, imefika kwa wakati
praise: zimefika kwa wakati, yamefika kwa wakati, ilifika kwa wakati, zilifika kwa wakati
praise: zimefika salama, yamefika salama, imefika salama, mmefika kwa wakati, alifika mapema
praise: asante kwa huduma, asante kwa huduma nzuri, asante kwa huduma bora
praise: asante kwa kazi nzuri, asanteni kwa huduma, asanteni kwa huduma nzuri
praise: ahsante kwa huduma nzuri, ahsanteni kwa huduma nzuri, asante kwa nyanya nzuri
praise: endeleeni hivyo, endelea hivyo, endeleeni hivyo hivyo, endelea na moyo huo
praise: mungu awabariki kwa huduma, mnaaminika, wa kuaminika, mwaminifu, waaminifu
praise: nitaagiza tena, tutaagiza tena, nitarudi tena, nitanunua tena, nitawaambia wengine
praise: napendekeza
# Stories: what was planted, eaten, stolen, told.
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
past: nimefika, nimefika salama, tumefika, amefika, wamefika, nilikuwa, alikuwa
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
past: mlileta, ulileta, ulituma, mlituma, mlitupa, mlinipa, mlinitumia, ulinipa, mlituletea
past: mliniuzia, uliniuzia, waliniletea, waliniuzia
past: mwaka huu, msimu huu, msimu wa, nimelipa, tumelipa, msimu ujao, mwakani, kupumzika
past: nimechoka, nimechoka sana, kusafiri
# Small talk.  Words that customers use of themselves (school, wedding, family) are not.
talk: nipigie, nipigie simu, piga simu, pesa, hiyo pesa, namba, namba hii, kwenye namba, simu, mtoto, watoto, karo, mama, baba, nyumba, mungu, mvua, hali ya hewa, kazi, rafiki yangu, nakupenda, siku, kuzaliwa, heri, mwaka mpya, mpesa, tigopesa, airtel, mkopo, chakula, nyama
talk: salio, salio lako, salio lako jipya, umepokea pesa, muamala, muamala wako
talk: kitambulisho cha muamala, imethibitishwa umepokea, redio, redioni, wamesema, amesema
talk: habari za redio, taarifa ya habari, magazeti, gazeti, televisheni, tv, daftari, madaftari
talk: kalamu, kitabu, vitabu, sare, mtihani, mitihani
talk: ada, ada ya shule, likizo, muhula, darasani, shule imefungwa, shule inafunguliwa
talk: bosi wangu, mshahara, kibarua, vibarua, deni, madeni, riba, sacco, mchango
talk: michango, harambee, mazishi, matanga, msiba, misiba, rambirambi, pole sana
talk: poleni, marehemu, ubatizo, ramadhani
talk: eid mubarak, mfungo, kufunga, sala, ibada, misa, mchungaji, padri, shehe, sheikh
talk: imamu, kwaya, biblia, kurani, maombi, amina, amen, mwenyezi mungu, bwana asifiwe, jua kali
talk: ukame, mafuriko, upepo, baridi, joto, masika, vuli, kiangazi, kipupwe, radi, mawingu, hewa
talk: udongo, mbolea, samadi, dawa, dawa ya, dawa za, viuatilifu, wadudu, viwavi, viwavijeshi
talk: panya, ndege, nyani, ng'ombe, ngombe, ndama, punda, mbwa, paka, kondoo, nguruwe, sungura
talk: bata, vifaranga, kifaranga, ugonjwa, magonjwa, chanjo, daktari wa mifugo, daktari, nesi
talk: homa, malaria, mafua, kikohozi, mgonjwa, wagonjwa, amelazwa
talk: upasuaji, mjamzito, ujauzito, kujifungua, mke, mke wangu, mume, mume wangu, bibi, babu
talk: shangazi, mjomba, binamu, mzazi, wazazi
talk: mwanangu, binti, msichana, mvulana, mwanamke
talk: mwanaume, wanawake, wanaume, mwizi, wezi, polisi, mahakama, kesi, mwanasheria
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
talk: happy birthday, siku njema, wikendi njema, safari njema, kazi njema, uko wapi
talk: unafanya nini, umeamkaje, umeshindaje, umelala, umekula, uko kwa nyumba, uko home, unakuja
talk: unakuja lini, utakuja, utarudi lini, nitakupigia, nitakucheki, nicheki, nitakuona
talk: nikupigie, nilikupigia, hukupokea, hujapokea simu, simu yako, simu imezima, umezima simu
talk: tuma pesa, nitumie pesa, nitumie hela, nitumie nauli, nitumie vocha, nitumie namba
talk: nitumie picha, nitumie salio, hela, fedha, mkopo wako, lipa mkopo, bima, benki, atm
talk: wakala, tuma neno, bonyeza, piga, jishindie, umeshinda, ushindi, zawadi, bahati nasibu
talk: ofa kabambe, gb, mb, dakika za, tuzo, promosheni
talk: nikopeshe, naomba unikopeshe, nikope, mkopo, salio lako, salio lako ni, unanidai, nakudai
question: nini, lini, wapi, nani, kwa nini, kwanini, je, vipi
question: ipi, yupi, zipi, yapi, upi, lipi, nani huyo, gani, aina gani, vipi kuhusu, kivipi
question: mbona, kweli, ni kweli, ni kweli kuwa, namna gani, jinsi gani, lini hasa, saa ngapi
question: siku gani, wakati gani, sehemu gani, hasara gani, sivyo, au sio, au siyo, sindio
question: si ndio
for: kwa ajili ya
for: kwa, ya ajili ya, kwaajili ya, kwa ajili yangu
from: kutoka kwa, kutoka
from: toka, kutokea, toka kwa
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
place: kwa shule ya msingi, kwa shule ya sekondari, kwa hospitali ya, kwa kanisa la
place: kwa chuo cha, kwa mgahawa wa, kwenye shule ya, kwenye hoteli ya, kwenye soko la
place: hadi soko la, hadi shule ya, hadi duka la, mpaka shule ya, mpaka sokoni, hadi sokoni
place: hadi dukani, hadi hotelini, hadi shuleni, hadi mtaa wa, hadi kijiji cha, hadi hapa
place: mpaka hapa, hadi nyumbani, hadi kituo cha, hadi stendi ya
place: kufikisha, kupeleka, ifike, ifikishwe, ipelekwe
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
site: tarafa, barabarani, njia panda, njiapanda, makutano, mzunguko, roundabout
site: estate, esteti, gatini, getini, geti, nyumbani kwangu, nyumbani kwetu, kwangu, kwetu
site: nyumbani, plotini, shambani, shamba, ghalani, ghala, godauni, bohari, jikoni, jiko, mradi
site: kituo, bustani, depo, gereji
language: lugha, badilisha lugha, badili lugha, tumia
language: lugha ya, badilisha lugha kuwa, badilisha lugha iwe, badilisha lugha kwa
language: badili lugha kuwa, badili lugha iwe, weka lugha, weka lugha ya, geuza lugha
language: niandikie kwa, niandikieni kwa, naomba mniandikie kwa, naomba uniandikie kwa, ongea
language: ongea kwa, ongeeni kwa, zungumza, zungumza kwa, tuongee kwa, tuzungumze kwa
language: tumia lugha ya, tumia lugha, nitumie kwa, nitumie ujumbe kwa, nitumieni kwa
language: nijibu kwa, nijibuni kwa, jibu kwa, jibuni kwa, nataka lugha ya, naomba lugha ya
language: ujumbe kwa, meseji kwa, nataka ujumbe kwa, nataka meseji kwa, naongea, naelewa
language: nazungumza, nasema, sielewi kiingereza tumia, lugha yangu ni, lugha iwe, andika kwa
language: andikeni kwa, andika
# What is made of goods, and goods that the catalogue lacks.
unlike: juisi, mbegu, mafuta, majani, miche, keki, mkate, unga wa, siagi
unlike: juisi ya, jusi, juice, juisi za, mbegu za, mbegu ya, miche ya, mche wa, miche za, mti
unlike: miti, mti wa, miti ya, majani ya, jani la, maua, maua ya, mafuta ya, unga
unlike: unga wa mihogo, unga wa muhogo, unga wa mtama, unga wa ngano, unga wa ulezi
unlike: unga wa soya, unga wa uji, unga wa dengu, unga wa mchele, uji wa, uji, maganda
unlike: maganda ya, pumba, pumba za, mashudu, mashudu ya, chakula cha, lishe, chakula cha kuku
unlike: chakula cha samaki, chakula cha mifugo, dawa ya, dawa za, mbolea ya, samadi ya, samadi
unlike: shamba la, mashamba ya, kilimo cha, zao la, bei za hisa, supu ya, supu, mchuzi wa
unlike: mchuzi, sosi, sosi ya, tomato sauce, nyanya ya kopo, nyanya za kopo, nyanya kopo, paste
unlike: kachumbari, kaukau, krisps, crisps, chipsi, chips, viazi karai, bhajia, maandazi
unlike: mandazi, chapati, mkate wa, keki ya, jemu, jam, siagi ya, siagi ya karanga
unlike: peanut butter, pombe ya, pombe, mbege, wine, mvinyo, siki, achari, pickle, mtindi
unlike: jibini, ngozi ya, ngozi, mifupa, kinyesi cha, mavi ya, manyoya ya, banda la, banda
unlike: vifaranga vya, vifaranga, kifaranga, kokwa, kikonyo, mabua, mabua ya, magunzi
unlike: mbegu bora, bisi, popcorn, chumvi, sukari, tui la, tui, njugu mawe, mawe, nyanya chungu
unlike: nyanya mshumaa chungu, ndizi kavu, unga wa karanga, majani ya chai, unga wa kahawa
unlike: waridi, alizeti, pamba, mkonge, tumbaku, korosho
unlike: magimbi, gimbi, nduma, majimbi, stafeli, topetope, ukwaju, zaituni, mbaa, mnafu, managu
unlike: saga, mrenda, kisamvu, matembele, majani ya maboga, sombe, pondu
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
report: oda zote, maagizo yote, oda za leo, maagizo ya leo, oda zilizobaki
report: oda ambazo hazijakamilika, oda zinazosubiri, oda mpya, ripoti, ripoti ya leo
report: ripoti ya mauzo, mauzo ya leo yote, jumla ya leo, jumla ya mauzo, muhtasari, takwimu
report: wauzaji, orodha ya wauzaji, wauzaji wote, wanunuzi, orodha ya wanunuzi, stoki zote
report: stoki iliyopo yote, orodha ya stoki, onyesha stoki, onyesha oda, onyesha wauzaji
report: nani hajajibu, nani amechelewa, nani anauza nini, oda ngapi leo, oda ngapi

[product]
tomato: nyanya, tungule
tomato: nyania, nyanyaa, manyanya, matungule, nyanya za kupika
tomato: nyanya cheri, nyanya mshumaa, nyanya maji, nyanya kienyeji, tomato, tomatoes, tomatos
tomato: nyanya roma, tomati, nyanya rio, nyanya cal j
onion: kitungu, vitungu, vitunguu maji, kitunguu maji
onion: vitungu maji, vitunguu vyekundu, kitunguu chekundu, vitunguu vyeupe, vitunguu bombay
onion: vitunguu red bombay, onion, onions, kitungu maji, vtunguu, vitunguuu, vtungu
onion: vitungu vyekundu, tunguu, matunguu, vitunguu vikavu, vitunguu mviringo, bitunguu
onion: itunguu, vitunguu vya kupika, kitungo, vitungo
potato: waru, viazi ulaya, kiazi, mbatata, viazi mbatata
potato: viazi vya kizungu, viazi vya ulaya, kiazi mviringo, kiazi ulaya, viasi, viaz, waruu
potato: mbatata za kizungu, mbatata ulaya, viazi vya chips, shangi, viazi shangi, potato
potato: potatoes, pototo, mbatatesi, irish, viazi irish, irish potato, ngwacha, biazi, birai
potato: nyeri viazi, viazi kawaida, viazi mviringo vya chips
sweet_potato: ngwaci, kiazi kitamu, viazi tamu
sweet_potato: viazi vitamu vya njano, viazi lishe, kiazi lishe, kiazi kitam, viaz vitamu
sweet_potato: viasi tamu, viazi vitam, ngwashi, mabwoni, rabuon, sweet potato, sweet potatoes
sweet_potato: viazi vitamu vyekundu, mbatata tamu, vyazi vitamu, bilazi tamu, gwaci
cassava: mhogo, mihogo
cassava: muogo, mihogo mibichi, mhogo mbichi, mihogo mikavu, muhogo mbichi, muogo mbichi
cassava: mihongo, mhongo, cassava, kasava, makopa, mihogo ya kuchemsha
cassava: muwogo, mandioka, maniok
cabbage: kabeji, kabichi nyeupe
cabbage: kabej, makabeji, makabichi, kabich, kabichi kubwa, kabegi, cabbage, cabbages, kabage
cabbage: kebeji, kabiji, kabishi, kabeichi, kabeji nyeupe, kabeji kubwa, shu kabeji
cabbage: kabeji gloria, kabichi ya kijani, makabichi makubwa, kabeche
kale: sukuma, sukumawiki, skuma
kale: sukuma-wiki, sukuma wik, skumawiki, skuma wiki, skumawik, skumaa, sukuma week, sukumaa
kale: sukuma za kienyeji, kales, kanzira, sukuma ya kienyeji, figiri sukuma
kale: suku wiki, sukumu wiki, collard, collards, skuma week
amaranth: terere, mchicha
amaranth: michicha, mchicha wa kienyeji, dodo mboga, mchicha pori, mchicha mwekundu
amaranth: terere ya kienyeji, lengalenga, lenga lenga, muchicha, mcicha, mchica, mchichaa, terer
amaranth: amaranth, ekwala, bwasi
eggplant: bilinganya, mabilinganya, biringani, bringanya
eggplant: mabiringanya, biringanyi, mabiringani, mabilingani, bilingani, biringanyaa, brinjal
eggplant: brinjals, eggplant, egg plant, mbilingani, mbiringanya, biliganya
eggplant: bringanya nyeusi, biringania, biringanye, mabilingania
green_bean: mishiri, fransh beans
green_bean: maharage mabichi ya kijani, maharage machanga, fransh bins, frenchi, french beans
green_bean: french bean, frenchbeans, frenshi bini, frenchi bini, fransi bini, mishili
green_bean: fine beans, green beans, maharagwe mabichi ya kijani
green_bean: fransh binz, maharage ya kijani machanga, spaghetti beans
okra: mabamia
okra: bamya, bamiya, mabamya, mabamiya, bamia za kijani, okra, mbinda, okro, bamia fresh, gumbo
okra: dodoki bamia, lady finger, ladies finger, bamiaa
pumpkin: maboga, mboga ya boga
pumpkin: malenge, malengee, lenge, maboga makubwa, boga la kupika, pumpkin, pumpkins, marenge
pumpkin: boga kubwa, mboga boga, butternut, butternuts, butanati, bokoko, mung'oko, mang'ola
pumpkin: potiro, mayungu, yungu
garlic: kitunguu thomu, vitunguu saumu, vitunguu swaumu, kitunguu swaumu, saumu
garlic: vitunguu thomu, kitunguu somu, vitunguu somu, thomu, kitungu saumu, vitungu saumu
garlic: kitungu thomu, vitungu swaumu, vitungu swaum, swaumu, saumuu, thoum, garlic, galic
garlic: garliki, kitunguu swaum, vitunguu saum, saum, thumu
garlic: kitunguu saum, vitungu thumu
chilli: pilipili kali, pilipili mbuzi
chilli: pilpili, pilipili kichaa, pilipili ndogo, pilipili nyekundu, mapilipili
chilli: pilipili za kuwasha, pilipili kali sana, pilipil, pilpil, chilli, chili, chillies
chilli: hot pepper, birdseye, bird eye, pili pili, pilipili mwendokasi
chilli: pilipili ya kuwasha, kamulari, piripiri, pilipili zinazowasha
chilli: pilipili masai
bell_pepper: pilipili hoho, hoho, mapilipili hoho
bell_pepper: hoho za kijani, hoho za rangi, pili pili hoho, pilpili hoho, pilipili boga
bell_pepper: pilipilihoho, hoho nyekundu, hoho za njano, capsicum, kapsikam, kapsicum, mahoho
bell_pepper: hohoo, green pepper, pilipili hoo, pilipilihoo, pilipili tamu, puavro
bell_pepper: hoho kijani, kapisikamu
coriander: dhania, giligilani
coriander: dania, dhanya, danya, dhaniya, daniya, dhania ya majani, danio, majani ya dania
coriander: kotmiri, kotimiri, gilgilani, giligiliani, giligilan, gilgiliani, coriander
coriander: koriander, korianda, dhani, danyia, dhania fresh, dania fresh, kotmira, gilgilan
maize: maindi, hindi, mahindi mabichi
maize: mahndi, mahindii, mhindi, mahind, maind, mahindi makavu, mahindi meupe, mahindi ya njano
maize: mahindi ya kuchoma, mahindi ya kuchemsha, muhindi, mahidi, maidi, maize, mais
maize: hindi bichi, mahindi ya kusaga, maindi kavu, maindi mabichi
maize: mahindi yaliyokauka, mahindi nafaka, mahindi lishe, corn
maize: amahindi, mayindi, mahindi matamu, sweet corn, sweetcorn, makai
maize_flour: unga wa sembe, sembe, unga, unga wa ugali
maize_flour: unga wa dona, dona, unga dona, unga sembe, sembe la mahindi, unga mahindi
maize_flour: unga ya ugali, unga ya mahindi, unga ugali, ungaa, maize flour
maize_flour: unga wa mahindi mweupe, unga wa mahindi wa njano, unga wa posho, posho, kawunga
maize_flour: unga ya posho, unga wa sima, unga ya sima, sima, unga sima, unga wa jogoo
maize_flour: unga jogoo, unga wa pembe, unga jimbi, unga soko, unga wa nguna, bugali
maize_flour: unga ya bugali, unga wa bugali, fufu ya mahindi, unga wa mahidi, ungwa mahindi
maize_flour: mahindi flour, sembe safi, unga grade one, unga wa azam sembe, ung'a
rice: mchele wa mbeya, mpunga
rice: mchere, micele, mcele, mchle, wali mbichi, mchele mpishori, pishori, mchele pishori
rice: mpishori, mchele super, mchele wa kyela, mchele kyela, mchele wa kahama
rice: mchele kahama, mchele wa shinyanga, mchele wa ifakara, mchele wa morogoro
rice: mchele wa magugu, mchele magugu, mchele wa mwea, mwea rice, mchele mwea, mchele wa pilau
rice: mchele wa biriani, basmati, mchele basmati, mchele sindano, rice, mchele mbeya
rice: muchele, mucele, mcele wa mbeya, mchele grade one, mchele mweupe, mpunga wa kukoboa
rice: michele, mtshele, mchele wa kienyeji, pishoree, mchele wa zambia
rice: mchele brown, mchele wa kuvunjika, chenga za mchele, mchele chenga
bean: maharage, maragwe, maharagwe mekundu, haragwe
bean: mahrage, maharge, maharagi, maharagwe ya njano, maharage ya njano, maharage mekundu
bean: maharage meupe, maharagwe meupe, maharage meusi, maharagwe meusi, maharage soya njano
bean: maharage kablanketi, kablanketi, maharage jesca, maharage rosekoko
bean: rosekoko, rose coco, rosecoco, maharagwe nyayo, maharagwe wairimu
bean: mwitemania, yellow beans, maharage gololi, gololi, maharage ya kigoma, maharage uyole
bean: beans, bean, harage, haragi, maragi, madondo, ndondo, maharagwe ya kupika, mararagwe
bean: maharague, maharagi ya njano, maharage lyamungo, lyamungo, maharage machanganyiko
bean: maharage makavu, maharagwe makavu, njahi, maharagwe ya githeri
bean: madesu, maharage selian, maharage calima, kidney beans, maragwe ya nyayo, marage
cowpea: kunde
cowpea: kunde kavu, kunde nyekundu, kunde nyeupe, mbegu za kunde, kunde nafaka, kundee, cowpeas
cowpea: cowpea, kunde za nafaka, kunde makavu, thoroko, mathoroko, nthooko
cowpea: kunde mbichi
green_gram: choroko, pojo
green_gram: ndengu za kijani, ndengu kijani, dengu za kijani, dengu kijani, choroko za kijani
green_gram: chooko, choloko, choroko kijani, pojoo, green grams, greengrams, green gram, ndegu
green_gram: ndengu nylon, ndengu uncle, chorokoo, chiroko, ndengo, ndenguu, mung
green_gram: ndengu kavu
groundnut: njugu karanga, karanga mbichi
groundnut: njuguu, karanga za kukaanga, karanga kavu, karanga zilizomenywa
groundnut: karanga za maganda, karanga nyekundu, karanga nyeupe, karangaa, kalanga, karaga
groundnut: calanga, njug, njugo, groundnuts, groundnut, peanuts, g nuts, gnuts
groundnut: njugu za kukaanga, jugu karanga, kalangaa
groundnut: nguba karanga, ebinyobwa
banana: ndizi mbivu, ndizi kisukari
banana: ndizi za kuiva, ndizi zilizoiva, ndizi tamu, ndizi sukari, kisukari, ndizi malindi
banana: ndizi mtwike, ndizi mzuzu mbivu, ndizi kimalindi, ndizi ng'ombe, ndizi bogoya, bogoya
banana: ndiz, ndisi, ndizii, ndizi ya kuiva, banana, bananas, ndizi mchare mbivu
banana: ndizi za kizungu, marigu, irigu, mandizi, ndizi kampala, ndizi fia
banana: ndizi za kula mbivu
orange: machungwa, chungwa
orange: machungwa ya tanga, machungwa ya muheza, machugwa, machunga, machugwa ya tanga
orange: machungwaa, chungwa tamu, oranges, orange, macungwa, macungwa tamu
orange: michongwa, chugwa, macunga, machungwa valencia, ma orange, maorange, machunga tamu
mandarin: chenza, machenza, machungwa ya kizungu
mandarin: madanzi, chenzaa, machensa, chensa, tangerine, tangerines, mandarin, mandarini
mandarin: machungwa mandarini, pixie, machungwa pixie, machenja, chenja, tanjarini
mandarin: machungwa chenza
lemon: limao, malimau, malimao, ndimu kubwa
lemon: ndimu limau, rimao, limaw, malimaw, lemon, lemons, lemoni, malemoni, marimao, limaoo
lemon: ndimu ya njano, limau za kizungu, sitro, ndimu limao, ndimu za njano
lime: ndimu
lime: ndim, ndimu za kijani, ndimu ndogo, ndimuu, lime, limes, ndimu kijani
lime: madimu, ndimu mbichi
mango: maembe, muembe, embe
mango: embe dodo, maembe dodo, dodo, maembe bolibo, bolibo, boribo, embe bolibo, maembe boribo
mango: maembe sindano, embe sindano, embe ngowe, maembe ngowe, ngowe, maembe apple, embe apple
mango: apple mango, apple mangoes, maembe kent, embe viringe, maembe viringe, embe mviringe
mango: maembe mafuta, maembe ya kienyeji, embe mbichi, maembe mabichi, maemb, mayembe, miembe
mango: maembee, mango, mangoes, maembe tommy, mangoo, embee, manguu, ma mango, mamango
mango: miyembe, muhembe
pineapple: mananasi, nanasi
pineapple: manasi, mananas, nanas, nanansi, mananansi, nanasii, mananasii, mananasi ya pwani
pineapple: mananasi ya geita, pineapple, pineapples, nenasi, manenasi, nnanasi, ananasi
pineapple: mananaci, painapo, inanasi, mapineapple, mananasi ya kiwangwa, nanasi tamu
papaya: mapapai, papai
papaya: mapaipai, paipai, papaii, mapapaii, papaya, pawpaw, popo, paw paw, mapopo, ma pawpaw
papaya: poopo, paipayi, mapapayi, papayi, papai la kula, papai tamu, maipapai
papaya: mipapai, ipapai, papawi, payipayi
avocado: maparachichi, parachichi, avokado
avocado: avo, maavo, ovakado, maovakado, ovacado, maavokado, avocado, avocados, parachich
avocado: maparachich, palachichi, mapalachichi, parachichii, hass, parachichi hass
avocado: maparachichi hass, avokado hass, fuerte, mafuerte, evocado, makotopea, kotapera
avocado: makorobia, korobia, vakado, ovokado, maovacado, mavokado, parachuchi, avoca
avocado: mavoka, evokado, vocado
watermelon: matikiti maji, matikiti, tikitimaji
watermelon: tikiti-maji, tikiti maji, matikitimaji, matikit, tikiti la maji, tikitii, matikitii
watermelon: watermelon, water melon, watamelon, watameloni, wotameloni, matikiti sukari, matikti
watermelon: tikti maji, matikti maji, ma watermelon, tikitimaj, matikiti makubwa, melon maji
watermelon: sugar baby, sukari f1, tikitimaji tamu, watermelons, wataameloni
guava: mapera
guava: pera, mapela, guava, guavas, maguava, mapeera, mapera mekundu, ipera
guava: amapera, peera, mapera ya njano, gwava
passion_fruit: mapasheni, makarakara
passion_fruit: pasheni, passion, pashen, mapashen, pasion, pasheni fruit, matunda damu
passion_fruit: tunda la pasheni, karakara, makaraka, makrakara, passion fruit, passion fruits
passion_fruit: matunda pasheni, mapashion, pasheni tamu, mapesheni, pesheni, karakala
passion_fruit: makarakala, maracuja, marakuja, mapassion, pashoni, mapashoni, matunda ya pasheni
passion_fruit: matunda ya passion, pasheni zambarau, pashion
apple: matufaha, epo
apple: tofaa, matofaa, tufaa, matufaa, epol, maepo, maepol, maaple, apple, apples, apol, maapol
apple: aple, mapple, tufaha nyekundu, matofaa mekundu, mapomu, pomu, mapom, tofaha, matofaha
apple: epoo
coconut: nazi, madafu
coconut: nazi kavu, nazi kubwa, nazii, minazi, manazi, dafu, dafu la maji, nazi mbata
coconut: mbata, nazi za kukuna, nazi zilizofuliwa, coconut, coconuts, kokonat
coconut: kokonati, nazi za kupikia, nazi mpya, nazi ya kukuna
coconut: dafu za maji
egg: mayai ya kienyeji, mayai, yai
egg: mayai ya kisasa, mayai ya kizungu, mayai kienyeji, mayai ya kuku, mayai ya kware
egg: mayai mekundu, mayai meupe, mayahi, mayaii, mayayi, mayay, myai, eggs, egg
egg: yai la kuku, mayai ya bata, mayai ya kanga, mayai ya layers, mayai layers
egg: mayaai, maeggs, mayei, maiyai, magi ya kuku, mayai mapya, mayai fresh
egg: mayai ya kuku wa kienyeji, mayai ya kuku wa kisasa
milk: maziwa fresh, maziwa mala
milk: maziwa ya ng'ombe, maziwa ya ngombe, maziwa mabichi, maziwa freshi, maziwa ya mbuzi
milk: maziwa mtindi, maziwa mgando, maziwa ganda, maziwa ya mgando
milk: mazwa, maziw, masiwa, maziwaa, mziwa, milk, maziwa matamu, maziwa ya asubuhi
milk: maziwa ya leo, amata, mazwia, maziwa ya lita, maziwa halisi, maziwa mapya
milk: maziwa yaliyopoa, maziwa ya dairy
chicken: kuku wa kienyeji, kuku kienyeji, jogoo
chicken: kuku wa kisasa, kuku kisasa, kuku wa nyama, kuku wa mayai, kuku kienyenji
chicken: kuku wa kienyenji, kuku chotara, kuku wa kroiler, kuku kuroiler, kuroiler, kroiler
chicken: kuku broiler, broilers, broiler, broila, mabroila, kuku broila, layers, leyaz
chicken: kuku layers, kienyeji kuku, majogoo, jogoo la kienyeji, kokorico, mitetea, mtetea
chicken: matetea, koo la kuku, kukuu, kuku mzima, kuku wazima, kuku hai
chicken: kuku sasso, sasso, chicken, chickens, kuku jogoo, kukuz, ingokho, engoho, ingoho, gweno
chicken: enkoko, kuku wa malawi, kuku kuchi, kuku wa kukaanga, kuku aliyechinjwa
chicken: kuku waliochinjwa, kuku watamu, kuku kenbro, kenbro, kuku kari, kuku improved
chicken: kuku wa kawaida
chicken: nyama ya kuku, nyama kuku
goat: mbuzi
goat: mbuzi wa nyama, mbuzi wa maziwa, mbuzi dume, mbuzi jike, mbuzi wa kienyeji, beberu
goat: mabeberu, mbuz, mbusi, mbuzii, embuzi, goat, goats, mbuzi galla, mbuzi wa kisasa
goat: mbuzi mzima, nyama ya mbuzi, mbuzi toggenburg, mbuzi majike, madume ya mbuzi
goat: majike ya mbuzi, mbuzi wa kuchinja, mbuzi hai, mbuzi wa sherehe, mbuzi boer, mbuzi malya
goat: ntabo, buzi, mabuzi
fish: samaki, dagaa, omena
fish: sato, samaki sato, sangara, samaki sangara, tilapia, ngege, samaki ngege, kambale, kamongo
fish: mumi, samaki kambale, perege, samaki perege, nguru, samaki nguru, samaki changu
fish: kibua, vibua, samaki vibua, dagaa kavu, dagaa wa mwanza, dagaa mwanza, dagaa wa kigoma
fish: dagaa kigoma, dagaa wa pwani, migebuka, mgebuka, mukeke, omenaa, mbuta, mputa, ningu
fish: samaki wabichi, samaki mbichi, samaki wakavu, samaki wa kukaanga
fish: samaki wakubwa, samak, samakii, sammaki, fish, kolekole
fish: kole kole, jodari, pono, mzia, chewa, dagaa nyama, kapenta
fish: dagaaa, dagga, omena kavu, samaki wa maji baridi, samaki wa ziwani, samaki wa bahari
fish: samaki tilapia, makoyoma, makayabo, sanaki
fish: nyama ya samaki
sugarcane: miwa
sugarcane: muwaa, muwa wa kutafuna, miwa ya kutafuna, sugarcane, sugar cane, miwa ya sukari
sugarcane: muguwa, miwaa, kikajo, ibisheke, misheke, kigwa, vipande vya miwa
jackfruit: mafenesi, fenesi
jackfruit: fenes, mafenes, fenesii, finesi, mafinesi, phenesi, jackfruit, jack fruit, jackfruits
jackfruit: fenesi kubwa, fenesi la kula, ffene, fene, mafene, mafenessi, mfenesi, jakfruit
yam: viazi vikuu, viazi vikubwa vya miti, yam, yams, kiazi kikubwa cha mti
carrot: karot, karotti, makaroti, carrots, carrot, kaloti, kalot, makaloti, karrot
carrot: carot, caroti, karoti nantes, karoti za machungwa
chinese_cabbage: chainizi, mboga ya kichina, kabeji ya kichina, kabeji chinese
chinese_cabbage: kabichi chinese, kabichi za kichina, napa, mboga chainizi
chinese_cabbage: majani ya chainizi, chinise, chainis
bok_choy: pak choy, pakchoy, bok choi, bokchoy, pak choi, bok choy ya kichina, pakchoi
spinach: spinach, spinachi ya kizungu, mchicha wa kisasa, spinachi majani makubwa, spinaji
spinach: spinash, spinachii, spnach, spinichi, spinech, spinachi za kijani, spinesh
spinach: mchicha mkubwa
lettuce: letusi, letas, lettuce, letus, salad, saladi ya kijani, leteus, letisi, salati
lettuce: saladi majani, latus
cucumber: matango, tango maji, mtango, cucumber, cucumbers, tango kubwa, matango maji
cucumber: kukamba, kyukamba, kiukamba, matang'o
pea: minji, njegele, njeger, minjii, njegere za kijani, pea, peas, garden peas, njegere mbichi
pea: petipua, minji ya kijani, gree peas, green peas, mbaazi za kijani za kizungu
pea: njegera, minchi, snow peas, snowpeas, njengere, chegere
bottle_gourd: mumunye, mung'unya, mamung'unya, mamumunye, mungunye, mungunya, dudhi, mumunya
bottle_gourd: kibuyu cha mboga, bottle gourd, munyunye
bitter_gourd: karela, makarela, karella, karera, tango chungu, matango machungu, bitter gourd
bitter_gourd: kalela, karila
cauliflower: koliflawa, cauliflower, koliflower, kauliflawa, koliflaua, kolifulawa, cauliflawa
cauliflower: califlower, koli flawa, makoliflawa, kolifrawa, kabichi ua, kabichi maua
broccoli: brokoli, broccoli, brocoli, brokori, broko li, brokolii, burokoli, blokoli, brocolli
radish: figiri, mafigili, radish, raddish, radishi, figili nyeupe, figili nyekundu, mooli
radish: radis
beetroot: viazi sukari, bitruti, bitrut, beetroot, beetroots, betruti, beet root, biturut
beetroot: bitiruti, biitruti, bitroot, birut, bitulut, bitruuti
beetroot: beets
ginger: tangawiz, tangausi, tangawisi, tagawizi, ginger, jinja, tangauzi, tangawizi mbichi
ginger: tangawizi kavu, stangawizi, ntangawizi, tangawi, tangawizy, gingar, tangwizi, tangaizi
spring_onion: vitunguu majani, majani ya vitunguu, kitunguu majani, kitunguu cha majani
spring_onion: vitungu majani, vitungu vya majani, spring onion, spring onions
spring_onion: vitunguu vya kijani, kitunguu kijani, majani ya kitunguu
spring_onion: vitunguu vibichi vya majani, mabua ya vitunguu, springi onion, vitunguu laini
leek: liki, leeks, leek, liks, liiki, poaro, puaro, vitunguu liki, kitunguu liki
celery: selari, selery, celery, seleri, selerii, celeri, seleli, saleri
celery: majani ya selari
mint: minti, mint, majani ya mnanaa
mint: majani ya nanaa, peppermint
mushroom: uyogaa, mayoga, mushroom, mushrooms, mashrum, mashurumu, uyoga wa mamama, uyoga mweupe
mushroom: uyoga oyster, uyoga mbichi, uyoga button, mashrumu, uyoka, obutiko, kinoko uyoga
mushroom: nyoga, mayoga ya kienyeji
wheat: ngano ya kusaga, ngano nzima, ngano nafaka, wheat, punje za ngano
wheat: ngano ngumu, nganu, engano
sorghum: mtama mweupe, mtama mwekundu, mutama, mtamaa, sorghum, mtama wa pombe, serena mtama
sorghum: mtama wa uji, mtama mweusi, mtama kahawia, mtma, mutaama
millet: ulezi, mawele, wimbi, uwele lulu, ulez, wimbii, wimbi ya uji, ulezi mwekundu, mawere
millet: millet, ulezi wa uji, uwele wa uji, uwere, ulesi, wimbi nyekundu, uleezi, bulo
chickpea: dengu nyeupe, dengu mbaazi, dengu kubwa, njugu za kihindi, chickpeas, chick peas
chickpea: chana, dengu ya kihindi, kabuli, channa, garbanzo, adesi kubwa, dengu za kihindi
lentil: dengu nyekundu, dengu za kupika, adesi, adasi, kamande, lentils, lentil, dengu kahawia
lentil: dengu ndogo, dengu nyekundu za kupika, dengo
pigeon_pea: mbaazi kavu, mbaazi mbichi, mbaazi nyeupe, mbaaz, mbazi, mbaasi, mbazii, pigeon peas
pigeon_pea: pigeon pea, nzuu, mbaazi za nazi, mbaasi mbichi, mabaazi
soybean: soya, maharagwe ya soya, maharage ya soya, maharage soya, maharagwe soya, soyabeans
soybean: soya beans, soybean, soybeans, soja, mbegu za soya, soyaa, soya nafaka
sesame: ufuta mweupe, ufuta mweusi, ufutaa, simsimu, simsim nyeupe, sim sim, semsem, sesame
sesame: ufta, mbegu za ufuta, simusimu, ufuta wa lindi
plantain: ndizi mbichi, ndizi za kuchemsha, ndizi bukoba, ndizi za bukoba, ndizi mzuzu, mzuzu
plantain: mishare, mchare, ndizi mshare, ndizi mchare, ndizi mshale, matoki, matooke
plantain: matoke ya bukoba, ndizi kijani, ndizi za kijani, ndizi matoke, ndizi za mboga
plantain: ndizi mboga, ndizi za kukaanga, ndizi nyama, bitoke, ebitoke, plantain, plantains
plantain: gonja, makemba, likemba, mantoke, ndizi uganda, ndizi mkono wa tembo, mkono wa tembo
melon: tikiti tamu, matikiti tamu, matikiti matamu, melon, meloni, sweet melon, tikiti asali
melon: matikiti asali, cantaloupe, kantalupu, tikiti njano, matikiti ya njano, honeydew
melon: mameloni
pear: peasi, mapeasi, mapea, pears, pear, peaz, pears tunda, mapeas
pear: peasii
peach: pichi, mapichi, pich, peach, peaches, fyulisi, mafyulisi, fulisi, mapeach
peach: mafulisi, mapichis
grape: zabib, zabibu mbichi, zabibu za dodoma, zabibu nyekundu, zabibu nyeusi, zabibu nyeupe
grape: zabibu kijani, mizabibu, zabibuu, grapes, grape, greps, sabibu, zabibu dodoma
strawberry: stroberi, strawberry, strawberries, stroberry, strobeli, strawberi, mastroberi
strawberry: mastrawberry, stobery, matunda stroberi, stlobeli, sitroberi
strawberry: stroberii, stroberies
pomegranate: makomamanga, komamanga nyekundu, kudhumani, kukumanga, kumamanga, makudhumani
pomegranate: pomegranate, pomegranates, pomegranet, komomanga, komanga, mkomamanga, komamang
pomegranate: kukamanga
lychee: lichi, litchi, lychee, lychees, mashokishoki, shokishoki, lichii, malichi
lychee: litchis, matunda lichi
date: tende tamu, tende kavu, tende za madina, matende, tendee, dates, date
date: tende za saudi, tende za kufuturu, tende ajwa, tende nyeusi
turmeric: manjano mbichi, manjano ya unga, manjano ya kupikia, binzari, binzari ya manjano
turmeric: bizari ya manjano, bizari manjano, binzari manjano, manjano ya kupika, turmeric
turmeric: tumeric, haldi, mizizi ya manjano, manjanoo, manjano ya mizizi
honey: asali mbichi, asali ya nyuki, asali ya nyuki wadogo, asali ya nyuki wakubwa
honey: asali ya tabora, asali safi, asali halisi, asari, asalii, azali, hasali, asari ya nyuki
honey: honey, asali ya kienyeji, asali ya singida, asali ya msituni, asali pure
honey: asali ya asili, asali tamu
coffee: kahawaa, kahawa kavu, kahawa ya maganda, kahawa arabika, kahawa robusta, kahawa safi
coffee: kahawa mbichi, mbuni, kahawa mbuni, kahawa ya buni, buni, kahawa ya bukoba
coffee: kahawa ya moshi, kahawa parchment, kahawa ya maganda mbuni, kahwa, kaawa, kahava
coffee: coffee, cherry ya kahawa, kahawa cherry, kahawa nyekundu
coffee: buni za kahawa, kahawa iliyokobolewa
