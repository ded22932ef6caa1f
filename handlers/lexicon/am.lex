# am - Amharic, as far as the trade needs it; and as people spell it in Latin
# letters.
[sound]
ሐ>ሀ, ሑ>ሁ, ሒ>ሂ, ሓ>ሃ, ሔ>ሄ, ሕ>ህ, ሖ>ሆ, ኀ>ሀ, ኁ>ሁ, ኂ>ሂ, ኃ>ሃ, ኄ>ሄ, ኅ>ህ, ኆ>ሆ
ሠ>ሰ, ሡ>ሱ, ሢ>ሲ, ሣ>ሳ, ሤ>ሴ, ሥ>ስ, ሦ>ሶ, ዐ>አ, ዑ>ኡ, ዒ>ኢ, ዓ>ኣ, ዔ>ኤ, ዕ>እ, ዖ>ኦ
ፀ>ጸ, ፁ>ጹ, ፂ>ጺ, ፃ>ጻ, ፄ>ጼ, ፅ>ጽ, ፆ>ጾ
[form]
ending: ዎች, ኦች, ን, ው, ና
beginning: የ, ለ, በ, ከ, ስለ
number-ending: ን, ና
and: እና

[number]
1st: የመጀመሪያው, አንደኛ, አንደኛው, የመጀመሪያ
2nd: ሁለተኛ, ሁለተኛው
3rd: ሦስተኛ, ሶስተኛ, ሦስተኛው
1: አንድ
2: ሁለት, hulet
3: ሦስት, ሶስት, sost
4: አራት
5: አምስት, amist
6: ስድስት, sidist
7: ሰባት, sebat
8: ስምንት, simint
9: ዘጠኝ, zetegn
10: አስር, አሥር
11: አስራ አንድ
12: አስራ ሁለት
13: አስራ ሦስት, አስራ ሶስት
14: አስራ አራት
15: አስራ አምስት
16: አስራ ስድስት
17: አስራ ሰባት
18: አስራ ስምንት
19: አስራ ዘጠኝ
20: ሃያ, ሀያ
30: ሰላሳ, selasa
40: አርባ, arba
50: ሃምሳ, ሀምሳ, hamsa
60: ስልሳ, ስድሳ, silsa
70: ሰባ
80: ሰማንያ, semanya
90: ዘጠና, zetena
x100: መቶ, meto
x1000: ሺ, ሺህ
0.5: ግማሽ, gimash
0.25: ሩብ
+0.5: ተኩል, ከግማሽ, tekul
+0.25: ከሩብ
[unit]
kg: ኪሎ, ኪግ, ኪሎግራም, kilo, ኪ.ግ
g: ግራም
litre: ሊትር, litir
piece: ፍሬ, ራስ, ቁራጭ, ፍሬዎች
dozen: ደርዘን
bunch: እስር, ጥቅል, ነዶ
sack: ጆንያ, ማዳበሪያ, joniya
box: ካርቶን
quintal: ኩንታል, kuntal
[day]
today: ዛሬ, zare
tomorrow: ነገ, nege
overmorrow: ከነገ ወዲያ
mon: ሰኞ
tue: ማክሰኞ
wed: ረቡዕ, ሮብ
thu: ሐሙስ
fri: አርብ, ዓርብ
sat: ቅዳሜ
sun: እሁድ
[language]
am: አማርኛ, amharic, amarigna, በአማርኛ
en: እንግሊዝኛ, በእንግሊዝኛ, እንግሊዘኛ
ar: አረብኛ
fr: ፈረንሳይኛ
sw: ስዋሂሊ

[word]
greet: ሰላም, ጤና ይስጥልኝ, ሰላም ነው, እንደምን አደሩ, እንደምን ዋሉ, ታዲያስ, selam, ወንድሜ, እህቴ, ጋሼ
thanks: አመሰግናለሁ, እናመሰግናለን, ameseginalehu, በጣም አመሰግናለሁ
filler: እባክህ, እባክዎ, እባክሽ, እባካችሁ, ebakih, እኔ, እኛ, ትኩስ, ጥሩ, ምርጥ, ትልቅ, ትንሽ, አሁን, ጠዋት, ማታ, ያህል
filler: ነው, ነበረ, ብቻ ነው, ለቤት, ለቤቴ, ለሱቅ, ከሰዓት, በፍጥነት
and: እና, ከ, ደግሞ, እንዲሁም
and: ena
or: ወይም, ወይ
not: ሳይሆን, ሳይጨምር, አታምጣ, አታምጡ, አታምጪ, አትላክ, አትላኩ, አትላኪ, አያስፈልገኝም, አያስፈልገንም, አያስፈልግም, አንፈልግም
want: እፈልጋለሁ, ላክ, ላኩልኝ, ፈለግኩ, እንፈልጋለን, ፈልጌ ነበር, ላኪ, ላክልኝ, አምጣ, አምጡ, አምጡልኝ, አምጣልኝ, መግዛት, መግዛት እፈልጋለሁ
want: ልግዛ, ያስፈልገኛል, ያስፈልገናል, ይላክልኝ, ይላክ, አዘጋጁልኝ, efelgalehu, lakulign, ስጠኝ, ስጡኝ, ልገዛ
change: ቀይር, ቀይሩ, ይሁን, አድርጉት, አድርገው
add: ጨምር, ጨምሩ, ጨምሩልኝ, ይጨመር
remove: ቀንስ, ቀንሱ, አውጣ
sell: መሸጥ, ሽያጭ, እሸጣለሁ, የሚሸጥ, እንሸጣለን, ልሸጥ, ለሽያጭ
available: አለኝ ለሽያጭ, ዝግጁ ነው
stock: ክምችት
have: አለኝ, አለን, ይገኛል
yes: አዎ, እሺ, ይሁንልህ, ishi, eshi, እስማማለሁ, ተስማምቻለሁ, ጥሩ ነው, አቀርባለሁ, እልካለሁ, አመጣለሁ, መልካም
no: አይ, አይደለም, የለም, አልፈልግም, አይሆንም, aydelem, yelem, አልስማማም
cannot: አልችልም, አልቻልኩም, አይቻልም, ይቅርታ አልችልም
none-left: አልቋል, ጨርሻለሁ, ተሸጦ አልቋል, ሁሉም ተሸጠ, ምንም የለኝም, የለኝም
only: ብቻ
if: ከሆነ, ከተባለ
but: ግን, ነገር ግን
cancel: ሰርዝ, ይሰረዝ, ሰርዙ, ሰርዙልኝ, ትዕዛዜን ሰርዝ, ትእዛዜን ሰርዝ, ትዕዛዜን ሰርዙ, ትዕዛዙን ሰርዝ, ይቅር, አያስፈልገኝም
order: ትዕዛዝ, ትእዛዝ, ትዕዛዜ, ትእዛዜ
status: ትዕዛዜ የት ነው, ትእዛዜ የት ነው, የት ደረሰ, መቼ ይደርሳል, ትዕዛዜ የት ደረሰ, አልደረሰም, እስካሁን አልደረሰም, ትእዛዜ የት ደረሰ
help: እርዳታ, እገዛ, እርዱኝ, እንዴት ልዘዝ, እንዴት ነው የማዘው, እንዴት ልግዛ
stop: አቁም, አቁሙ, ይቁም, መልእክት አትላኩ, መልእክት አትላኩልኝ, አትላኩልኝ, መልዕክት አትላኩ, ቁጥሬን አጥፉ, ከእንግዲህ አትላኩ
messages: መልእክት, መልዕክት, መልእክቶች
start: ጀምር, ጀምሩ, ልጀምር
price: ዋጋ, ዋጋው, waga
how-much: ስንት, ስንት ነው, ዋጋው ስንት ነው, ዋጋ ስንት ነው, ስንት ብር, sint new
is-there: አለ, አለ ወይ, ይኖራል, አላችሁ, አለህ
max: ከ በላይ አይሁን, በላይ አይሁን, ብር በላይ አይሁን, እስከ, ቢበዛ
per: በኪሎ, ለአንድ, በየ
each: እያንዳንዱ, ለእያንዳንዱ, እያንዳንዳቸው
currency: ብር, birr
done: ሰጥቻለሁ, አስረክቤያለሁ, ደርሶታል, አስረከብኩ
got: ደርሷል, ደረሰኝ, ደርሶኛል, ተቀብያለሁ, ተረክቤያለሁ
problem: ችግር, ቅሬታ
noshow: አልመጣም, አልመጡም
paid: ተከፍሏል, ከፍሏል, ተከፈለኝ, ገንዘቡ ደርሶኛል
my: የእኔ, የኔ
income: ገቢዬ, ገቢ
turn: ተራዬ
seller: ሻጭ, ገበሬ, ሻጭ መሆን እፈልጋለሁ
complaint: ተበላሽቷል, የተበላሸ, ጎድሏል, መጥፎ, ዘግይቷል, ጎደለ, በስብሷል, ዘገየ
praise: በጣም ጥሩ, ግሩም, ጎበዝ, ደስ ብሎኛል
past: ትናንት, ባለፈው, ገዛሁ, ዘራሁ, በላን, ሸጥኩ, አመረትን
talk: ትምህርት ቤት, ዝናብ, ልጄ, እናቴ, አባቴ, ሐኪም, ገንዘብ, ቤተክርስቲያን, ሰርግ, ደውልልኝ, ይደውሉልኝ, በዓል, ጨዋታ
question: የት, መቼ, ማን, ለምን, ወይ
for: ለ
to: ወደ
place: ወደ, በ, አድራሻ
site: ሆቴል, ገበያ, ሱቅ, ትምህርት ቤት ካንቲን, ምግብ ቤት
language: ቋንቋ
clock: ሰዓት, ቀን, ቀናት, ሳምንት, ወር
unlike: ጭማቂ, ዘር, ዘይት, ችግኝ

# As furrow itself writes them in am.phrases.
[product]
sweet_potato: ስኳር ድንች
cassava: ካሳቫ
yam: ቦዬ
chinese_cabbage: የቻይና ጎመን
kale: ሀበሻ ጎመን
spinach: ስፒናች
lettuce: ሰላጣ
cucumber: ኪያር
eggplant: ደበርጃን
okra: ባሚያ
green_bean: ፎሶሊያ
pea: አተር
pumpkin: ዱባ
cauliflower: አበባ ጎመን
broccoli: ብሮኮሊ
beetroot: ቀይ ሥር
chilli: ሚጥሚጣ
bell_pepper: ቃሪያ
spring_onion: የሽንኩርት ቅጠል
leek: ባሮ ሽንኩርት
coriander: ድንብላል
mint: ናና
mushroom: እንጉዳይ
maize_flour: የበቆሎ ዱቄት
sorghum: ማሽላ
millet: ዳጉሳ
bean: ቦሎቄ
green_gram: ማሾ
soybean: አኩሪ አተር
groundnut: ለውዝ
sesame: ሰሊጥ
mandarin: መንደሪን
pineapple: አናናስ
papaya: ፓፓያ
watermelon: ሀብሀብ
guava: ዘይቱን
apple: ፖም
peach: ኮክ
grape: ወይን
strawberry: እንጆሪ
pomegranate: ሮማን
coconut: ኮኮናት
date: ቴምር
turmeric: እርድ
sugarcane: ሸንኮራ
chicken: ዶሮ
goat: ፍየል
fish: ዓሣ
[unit]
tonne: ቶን
ml: ሚሊ
bag: ከረጢት
crate: ሳጥን
tray: ትሪ
basin: ሳፋ
tin: ቆርቆሮ
basket: ቅርጫት
bucket: ባልዲ
bottle: ጠርሙስ
pack: ፓኬት

# In Latin letters.
[product]
tomato: timatim, ቲማቲም ቀይ
onion: shinkurt, ቀይ ሽንኩርት
potato: dinich
carrot: karot
cabbage: gomen, ጥቅል ጎመን
garlic: nech shinkurt
ginger: zingibil
maize: bekolo
rice: ruz
wheat: sinde
chickpea: shimbra
lentil: misir
banana: muz
orange: birtukan
lemon: lomi
egg: enkulal, እንቁላሎች
milk: wetet
honey: የማር እንጀራ
coffee: buna, የቡና ፍሬ
chicken: doro
