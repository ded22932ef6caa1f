# am - Amharic.
[sound]
ሐ>ሀ, ሑ>ሁ, ሒ>ሂ, ሓ>ሃ, ሔ>ሄ, ሕ>ህ, ሖ>ሆ, ኀ>ሀ, ኁ>ሁ, ኂ>ሂ, ኃ>ሃ, ኄ>ሄ, ኅ>ህ, ኆ>ሆ
ሠ>ሰ, ሡ>ሱ, ሢ>ሲ, ሣ>ሳ, ሤ>ሴ, ሥ>ስ, ሦ>ሶ, ዐ>አ, ዑ>ኡ, ዒ>ኢ, ዓ>ኣ, ዔ>ኤ, ዕ>እ, ዖ>ኦ
ፀ>ጸ, ፁ>ጹ, ፂ>ጺ, ፃ>ጻ, ፄ>ጼ, ፅ>ጽ, ፆ>ጾ
[number]
1st: የመጀመሪያው, አንደኛ
2nd: ሁለተኛ, ሁለተኛው
3rd: ሦስተኛ, ሶስተኛው
1: አንድ
2: ሁለት
3: ሶስት
4: አራት
5: አምስት
10: አስር
0.5: ግማሽ
[unit]
kg: ኪሎ
litre: ሊትር
piece: ፍሬ
dozen: ደርዘን
bunch: እስር
sack: ጆንያ
box: ካርቶን
quintal: ኩንታል
[day]
today: ዛሬ
tomorrow: ነገ
[language]
am: አማርኛ
en: እንግሊዝኛ
[word]
greet: ሰላም, ጤና ይስጥልኝ
thanks: አመሰግናለሁ
filler: እባክህ, እባክዎ
and: እና
want: እፈልጋለሁ, ላክ, ላኩልኝ
yes: አዎ, እሺ
no: አይ, አይደለም, የለም
none-left: አልቋል
cancel: ሰርዝ, ይሰረዝ
help: እርዳታ, እገዛ
stop: አቁም, አቁሙ, ይቁም
start: ጀምር
price: ዋጋ
how-much: ስንት, ስንት ነው
currency: ብር

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
