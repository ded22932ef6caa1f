# hi - Hindi, in Latin letters as most people thumb it, and in Devanagari.

[form]
ending: a>e, i>iyan, >on, a>on, आ>ए, ा>े, ा>ों, ी>ियां
[number]
1st: pehla, pahla, pehle wala, pehla wala, pahle wala, पहला, पहले वाला, पहला वाला
2nd: dusra, doosra, dusre wala, doosra wala, दूसरा, दूसरे वाला, दूसरा वाला
3rd: teesra, tisra, teesre wala, तीसरा, तीसरा वाला
1: ek, एक
2: do, दो
3: teen, tin, तीन
4: char, chaar, चार
5: paanch, panch, पांच, पाँच
6: chhe, che, chah, छह, छः, छे
7: saat, sat, सात
8: aath, ath, आठ
9: nau, नौ
10: das, dus, दस
11: gyarah, ग्यारह
12: barah, बारह
15: pandrah, पंद्रह, पन्द्रह
20: bees, bis, बीस
25: pachees, pachis, पच्चीस
30: tees, तीस
40: chalis, chalees, चालीस
50: pachas, pachaas, पचास
60: saath, साठ
75: pachhattar
80: assi, अस्सी
90: nabbe, नब्बे
x100: sau, सौ
x1000: hazaar, hazar, हजार, हज़ार
0.5: aadha, adha, aadhi, आधा, आधी
0.25: pav, paav, पाव
0.75: pauna, paun, पौना, पौन
1.25: sava, sawa, सवा
1.5: dedh, derh, डेढ़
2.5: dhai, adhai, adhaai, ढाई, अढ़ाई

[unit]
kg: kilo, klo, kg, किलो, किग्रा, केजी
g: gram, ग्राम
quintal: quintal, kwintal, क्विंटल, कुंतल
tonne: ton, टन
litre: litre, liter, लीटर
piece: piece, pis, nag, पीस, नग, दाना
dozen: darjan, दर्जन
bunch: gaddi, guchha, गड्डी, गुच्छा
bag: thaila, thela, katta, थैला, कट्टा
sack: bori, bora, बोरी, बोरा
crate: क्रेट
tray: ट्रे
box: peti, dibba, पेटी, डिब्बा
basket: tokri, टोकरी
bucket: balti, बाल्टी
bottle: botal, बोतल
pack: packet, पैकेट
maund: मन
ser: सेर

[day]
today: aaj, आज
tomorrow: kal, कल
overmorrow: parso, परसों
mon: somvar, सोमवार
tue: mangalvar, मंगलवार
wed: budhvar, बुधवार
thu: guruvar, गुरुवार
fri: shukravar, शुक्रवार
sat: shanivar, शनिवार
sun: ravivar, itvar, रविवार

[language]
hi: hindi, हिंदी, हिन्दी
en: angrezi, अंग्रेजी, अंग्रेज़ी
bn: बंगाली
ar: अरबी

[word]
greet: namaste, namaskar, pranam, नमस्ते, नमस्कार, प्रणाम, भाई, bhai, bhaiya, भैया, sahab, साहब, ram ram, राम राम, suprabhat
thanks: dhanyavad, shukriya, धन्यवाद, शुक्रिया
filler: ji, जी, ka, ki, ke, का, की, के, kripya, कृपया, mujhe, मुझे, hame, हमें, mera, meri, hai, है, bhi, jaldi, taza, ताजा, kar do, karo, h, wala, wali
and: aur, or, और, tatha, एवं
or: ya, या
not: nahi chahiye, मत, bina, बिना
want: chahiye, chahie, चाहिए, bhejo, bhej do, भेजो, भेज दो, bhejna, dena, de do, दे दो, देना, manga, mangwana, मंगाना, lana, lao, लाओ, kharidna, खरीदना, lena hai, order, ऑर्डर, आर्डर
change: badal, badal ke, badal do, बदल, बदल कर, बदल दो
add: jod do, jodo, aur jod do, जोड़ दो, जोड़ो
sell: bechna, bechna hai, bech raha, बेचना, बेचना है, bikri, बिक्री
available: uplabdh, उपलब्ध, taiyar, तैयार
have: mere paas, मेरे पास, de sakta
yes: haan, han, ha, ji haan, हाँ, हां, जी हाँ, theek hai, thik hai, theek, ठीक है, ठीक, manjoor, मंजूर, sweekar, स्वीकार, pakka, पक्का, de dunga, दे दूंगा, bhej dunga
no: nahi, nahin, nhi, na, नहीं, नही, ना, mana hai
cannot: nahi ho payega, nahi kar sakta, nahi de sakta, नहीं हो पाएगा, नहीं कर सकता, नहीं दे सकता
none-left: khatam, khatam ho gaya, nahi hai, nahi bacha, ख़त्म, खत्म, खत्म हो गया, नहीं है, stock nahi, bik gaya, बिक गया
only: sirf, bas, keval, सिर्फ, बस, केवल
but: lekin, par, लेकिन, पर
if: agar, अगर
cancel: radd, radd karo, radd kar do, रद्द, रद्द करो, रद्द कर दो, cancel karo, cancel kar do, cancel kardo, nahi chahiye ab, ऑर्डर रद्द करो
order: ऑर्डर, आर्डर
status: kahan hai, kab aayega, kab aaega, kahan pahuncha, mera order kahan hai, mera order kahan, कहाँ है, कब आएगा, मेरा ऑर्डर कहाँ है, nahi aaya, नहीं आया, abhi tak nahi aaya
help: madad, sahayata, मदद, सहायता, samajh nahi aaya, समझ नहीं आया, kaise order kare, kaise kare, कैसे
stop: band karo, band kar do, bandh karo, roko, बंद, बंद करो, बंद कर दो, रोको, रोक दो, sms band karo, message band karo, message mat bhejo, मैसेज मत भेजो, mat bhejo, मत भेजो, hatao mujhe, मुझे हटाओ
start: shuru, shuru karo, शुरू, शुरू करो, चालू करो
price: bhav, rate, daam, भाव, रेट, दाम, kimat, कीमत
how-much: kitne ka, kitne ki, kya bhav, kya rate, bhav kya hai, rate kya hai, kitna hai, kya hai, कितने का, कितने की, क्या भाव, क्या रेट, क्या है, भाव क्या है, रेट क्या है
is-there: hai kya, milega, milega kya, है क्या, मिलेगा, मिलेगा क्या
max: tak, se kam, se zyada nahi, तक, से कम, से ज्यादा नहीं
per: prati, प्रति, har, हर
each: ek ek, एक एक
currency: rupaye, rupay, rupee, rs, रुपये, रुपए, रु
complaint: kharab, sada, sada hua, ख़राब, खराब, सड़ा, सड़े, late thi, bahut late, der se, देर से, kam tha, कम था
praise: accha, bahut accha, achha, अच्छा, बहुत अच्छा, badhiya, बढ़िया
past: khaya, खाया, boya, बोया, ugaya, kata, pichle saal, पिछले साल, kal khaya
question: kya, kyon, kyu, kab, kahan, kaun, क्या, क्यों, कब, कहाँ, कौन
language: bhasha, भाषा

[product]
tomato: tamatar, tmatar, tmater, tamater, tamaatar
onion: pyaj, piaz, pyaaz, kanda, प्याज़
potato: aalu, alu, aaloo
cabbage: bandh gobhi, band gobhi, patta gobi, बंद गोभी, पत्तागोभी
cauliflower: phool gobi, gobhi, phulgobhi, फूल गोभी
eggplant: bengan, baigan, brinjal, बैगन
radish: muli, मूली
lemon: nimboo, neembu, नीबू
soybean: soyabin, soya bean
green_gram: mung dal, moong dal, mung, मूंग दाल
sorghum: jwar, juar
millet: bajri
chilli: mirchi, hari mirchi, मिर्ची
coriander: dhania, dhanya
orange: santre, संतरे
banana: kele, केले
egg: ande, anday, अंडे
