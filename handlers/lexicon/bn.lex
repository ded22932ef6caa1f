# bn - Bengali.
[form]
ending: টা, টি, র, গুলো, গুলি
number-ending: টা, টি, খানা, টে, টো
[number]
1st: প্রথম, প্রথমটা, প্রথমটি, prothom, prothomta
2nd: দ্বিতীয়, দ্বিতীয়টা, দ্বিতীয়টি, ditiyo
3rd: তৃতীয়, তৃতীয়টা, তৃতীয়টি, tritiyo
1: এক, একটা, একটি, ek
2: দুই, দুইটা, দুটো, দুটি, dui
3: তিন, tin
4: চার, char
5: পাঁচ, পাচ, pach
6: ছয়
7: সাত
8: আট
9: নয়
10: দশ, dosh
20: বিশ, কুড়ি
50: পঞ্চাশ
x100: শ, শত, একশ
x1000: হাজার
0.5: আধা
0.25: পোয়া
1.5: দেড়
2.5: আড়াই
[unit]
kg: কেজি, কিলো, kg, keji
g: গ্রাম
litre: লিটার
piece: টা, টি, পিস, খানা
4 piece: হালি
dozen: ডজন
bunch: আঁটি
sack: বস্তা
bag: ব্যাগ
basket: ঝুড়ি
box: বাক্স
bottle: বোতল
maund: মণ
tray: ট্রে
[day]
today: আজ, আজকে
tomorrow: কাল, আগামীকাল
[language]
bn: বাংলা
en: ইংরেজি
hi: হিন্দি
[word]
greet: সালাম, আসসালামু আলাইকুম, ভাই, আপা, হ্যালো, নমস্কার, দাদা, bhai
thanks: ধন্যবাদ
filler: প্লিজ, দয়া করে, আমার, ভালো, তাজা
and: আর, ও, এবং
or: বা, অথবা
want: লাগবে, চাই, দেন, দিন, পাঠান, পাঠাও, দরকার, অর্ডার, কিনব, lagbe, chai
add: যোগ করুন, আরও
sell: বিক্রি, বিক্রয়
yes: হ্যাঁ, হ্যা, জি, ঠিক আছে, রাজি, আচ্ছা, ha
no: না, na
cannot: পারব না, পারবো না
none-left: শেষ, শেষ হয়ে গেছে, নেই, নাই, ফুরিয়ে গেছে
only: শুধু, মাত্র
cancel: বাতিল, বাতিল করুন, অর্ডার বাতিল, অর্ডার বাতিল করুন
order: অর্ডার
status: কোথায়, কখন আসবে, এখনো আসেনি
help: সাহায্য, সহায়তা, কিভাবে
stop: বন্ধ, বন্ধ করুন, বন্ধ কর, থামুন, মেসেজ বন্ধ করুন, আর পাঠাবেন না
start: শুরু, শুরু করুন, চালু
price: দাম, দর
how-much: কত, দাম কত, কত টাকা
max: সর্বোচ্চ, এর মধ্যে
currency: টাকা
complaint: পচা, নষ্ট, খারাপ, দেরি
praise: ভালো সেবা, খুব ভালো
[product]
onion: peyaj, peaj, পেয়াজ, পিঁয়াজ
potato: alu

# In Latin letters, as furrow itself writes them in bn-Latn.phrases; the shortest
# are words of other languages, too.
[product]
tomato: tometo
sweet_potato: mishti alu
yam: chupri alu
carrot: gajor
cabbage: badhakopi
chinese_cabbage: chinese badhakopi
spinach: palong shak
amaranth: data shak
lettuce: letus
cucumber: shosha
eggplant: begun
okra: dherosh
green_bean: borboti
pea: motorshuti
pumpkin: mishti kumra
bitter_gourd: korola
cauliflower: fulkopi
radish: mula
garlic: roshun
chilli: morich
spring_onion: peyaj pata
coriander: dhonepata
maize_flour: bhuttar ata
rice: chal
sorghum: joyar
bean: shim
lentil: moshur dal
green_gram: mug dal
pigeon_pea: orhor dal
groundnut: chinabadam
banana: kola
plantain: kacha kola
orange: komola
lemon: lebu
lime: kagji lebu
pineapple: anarosh
papaya: pepe
watermelon: tormuj
melon: bangi
guava: peyara
passion_fruit: passion fol
peach: pich
pomegranate: dalim
lychee: lichu
coconut: narikel
date: khejur
turmeric: holud
honey: modhu
goat: chagol
fish: mach
[unit]
dozen: dojon
sack: bosta
box: baksho
basin: gamla
basket: jhuri
[unit]
tonne: টন
quintal: কুইন্টাল
ser: সের
crate: ক্রেট
basin: গামলা
tin: টিন
bucket: বালতি
pack: প্যাকেট
ml: মিলি
lb: পাউন্ড
