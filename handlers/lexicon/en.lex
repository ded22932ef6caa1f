# en - English words of the trade, as people thumb them in East and West
# Africa, India and elsewhere.  The README in this folder tells what belongs
# under which heading.  Case, accents, plural -s and small slips need no entry.

[sound]
ph>f, ck>k, ch>ch, ce>se, ci>si, c>k, qu>kw, z>s, wh>w, ^kn>n, gh>g, e$>
oo>u, ee>i, ea>i, ou>o, ie>i, ey$>i, y$>i, ai>e, ay>e
[form]
ending: s, x>xes, ch>ches, sh>shes, y>ies, o>oes
[number]
1st: first, the first, first one, the first one, 1st, number one, option one
2nd: second, the second, second one, the second one, 2nd, number two, option two
3rd: third, the third, third one, the third one, 3rd, number three, last one, the last one
1: one, wan, a single
2: two, tu, couple, couple of, a couple, a couple of, pair
3: three, tree of, thre
4: four, fo
5: five, fyv, faiv
6: six, sikx
7: seven, sevn
8: eight, eit, aight
9: nine, nain
10: ten
11: eleven
12: twelve, twelv
13: thirteen
14: fourteen
15: fifteen, fiftin
16: sixteen
17: seventeen
18: eighteen
19: nineteen
20: twenty, twenti
30: thirty
40: forty, fourty
50: fifty, fifti
60: sixty
70: seventy
80: eighty
90: ninety, ninty
0.5: half, haf, half a, half of a
0.25: quarter, a quarter, one quarter, quater
0.75: three quarters, three quarter
x100: hundred, hundreds, hundrd, a hundred
x1000: thousand, thousands, thou, a thousand
x1000000: million
+0.5: and a half, and half, n half, n a half half
+0.25: and a quarter, and quarter

[unit]
kg: kg, gk, kgg, kkg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, kgms, kilogrm, kgz, klg, kilis, kq
g: g, gm, gms, gr, gram, grams, gramme, grammes, grm, grms
tonne: tonne, t, ton, tonnes, tons, tones, tonns, mt
quintal: quintal, quintals, qtl, quintol
lb: lb, lbs, pound, pounds
litre: litre, liter, l, lt, ltr, ltrs, litres, liters, lits, litr, leter
ml: ml, millilitre, milliliter
piece: piece, pieces, pc, pcs, pce, pces, pieces of, head, heads, tuber, tubers, cob, cobs, no of, nos, units, unit, stem, stems, stick, sticks, finger, fingers, bulb, bulbs, fruit, fruits
2 piece: pair of, pairs, pairs of
dozen: dozen, dozens, dz, doz, dozn, dosen, duzen
bunch: bunch, bunches, bnch, bunchs, heap, heaps, bundle, bundles, bndl, hand of, hands of
bag: bag, bags, bagz, bg, bgs
sack: sack, sacks, sax, saks, sak, gunia, gunias, gunny bag, gunny bags, gunny
crate: crate, crates, kreti, krate, crts, crt
tray: tray, trays, trei, tre, trys, trayz
box: box, boxes, bx, bxs, carton, cartons, ctn, ctns, cartoon, cartoons
basin: basin, basins, bason, besin
tin: tin, tins, debe, debes, gorogoro, mudu, mudus, congo, derica, kasuku, olonka, cup, cups, can of, cans of
basket: basket, baskets, baskit, bskt
bucket: bucket, buckets, pail, pails, bukt, paint bucket, paint
bottle: bottle, bottles, btl, btls, jar, jars, botle
pack: pack, packs, packet, packets, pkt, pkts, pckt, parcel, parcels, punnet, punnets
bushel: bushel, bushels
maund: maund, maunds, mon
ser: ser, seer, seers

[day]
today: today, 2day, tday, 2dy, tdy, now now, todae, this morning, this afternoon, this evening, tonight, 2nite, tonite
tomorrow: tomorrow, tomorow, tommorow, tommorrow, tmrw, tmr, tmrow, tomoro, 2moro, 2morrow, 2morow, 2mrw, tomoz, kesho, tmw, tomoro morning, tomorrow morning
overmorrow: day after tomorrow, overmorrow, the day after tomorrow
mon: monday, mon, mondy, mundey
tue: tuesday, tue, tues, tuesdy
wed: wednesday, wed, weds, wensday, wednsday
thu: thursday, thu, thur, thurs, thrsday, thursdy
fri: friday, fri, fridy, fryday, fry day
sat: saturday, sat, satday, saturdy, satarday
sun: sunday, sun, sundy

[language]
en: english, eng, inglish, anglais, kiingereza
zh: chinese, mandarin chinese, zhongwen, chn
sw: swahili, kiswahili, swa, kiswa, sw
hi: hindi, hin
fr: french, francais, fra
es: spanish, espanol, castellano, esp
pt: portuguese, portugues
bn: bengali, bangla, ben
ar: arabic, arabi, ara
id: indonesian, bahasa indonesia, bahasa, indonesia
am: amharic, amarigna, amh

[word]
greet: hi, hello, helo, hallo, hey, heya, good morning, gud morning, gm, morning, good afternoon, good evening, good day, gud day, greetings, salaam, salam, howdy, dear, sir, madam, madame, maam, mam, boss, oga, bro, brother, sister, sis, mama, my friend, friend, chief, customer care, team, sir madam, dear sir, dear madam, hi there, how are you, how r u, how are u, hope you are well, hope u r fine, hope you are fine, hope all is well
thanks: thanks, thank you, thanx, thnx, thx, tnx, tks, ty, thanks a lot, thank u, thankyou, many thanks, god bless, god bless you, bless you, be blessed, blessings, cheers, regards, appreciated, appreciate, much appreciated, thanks in advance, have a nice day, have a good day, good night
filler: please, pls, more, plz, plse, pliz, plis, kindly, the, of, some, any, my, me, us, u, you, i, we, to, it, is, are, be, am, so, then, also, too, as well, this, that, these, those, there, here, again, asap, urgent, urgently, quickly, quick, soon, fast, fresh, good quality, quality, best, nice, ripe, red, white, yellow, big, large, small, medium, local, organic, clean, dry, dried, sweet, new, x, wey, come, abeg, na, dey, make, with, will, ll, s, m, re, can, could, would, should, may, if possible, on, your, our, grade a, grade, nos of, pc of, more or less, about, around, approx, approximately, roughly, like, at home, home, house, delivery, delivered, ya, o, oh, eh, ah, well, actually, by, before, latest, morning, afternoon, evening, night, exactly, each one, lot, lots, variety, hybrid, mature, raw, whole, fully, very, just arrived, first, now, list, following, as follows, below, items, item, goods, produce, shopping, kitchen, family, customer, client, regular, same, usual, sized, size, not too big, only please, only pls, for me, for us, to me, fine ones, good ones, peeled, unpeeled, washed, seedless, indian, kenyan, ugandan, for home use, home use, tz, asap please, pliss, for my family, for my shop, for my hotel, for my restaurant
and: and, n, nd, plus, also want, and also, with
or: or, either
not: not, without, except, dont bring, dont send, do not bring, do not send, dont include, exclude, excluding, minus, no need for
want: want, wanna, need, nid, nd to buy, neeed, wnt, wnat, wud like, would like, wld like, i'd like, id like, like to have, like to order, order for, buy, buying, want to buy, purchase, send, snd, sent me, send me, bring, bring me, give, give me, gimme, get me, can i get, can i have, could i have, could i get, may i have, may i get, let me have, let me get, deliver me, supply me, supply me with, organise, organize, organise for me, organize for me, arrange, arrange for me, looking for, lookin for, interested in, i am in need of, in need of, require, requires, requesting, request, order, ordr, oda, odr, book, booking, reserve, pack for me, put for me, kindly send, i will take, i'll take, ill take, take, pick, collect, place order, place an order, new order, my order is, order is, purchase order, wish to buy, wish to order, hoping to get, restock, can you send, can u send, could you send, could you bring, can you bring, can u bring, can you deliver, could you deliver, can i order, i want to order, want to order, need to order, to order, wants, needs
change: change, change to, make it, make that, make my order, modify, update my order, update order, instead, change my order, change order, change it to, edit, adjust, reduce to, increase to, let it be, should be, correct to, switch to, swap, replace with, amend, increase, reduce, raise, lower, decrease
add: add, add on, add me, add to my order, plus add, also add, increase by, top up, ad to
remove: remove, take out, take off, drop, delete from order, leave out
correct: sorry, i mean, i meant, correction, oops, rather, no wait, wait, mistake, scratch that, no make it, i ment
sell: sell, selling, for sale, 4sale, on sale, to sell, want to sell, wanna sell, offering, offer, am selling, i sell, i am selling, i want to sell, sale, have for sale, got for sale, ready for sale, looking for buyer, need buyer, need buyers, looking for buyers, looking for market, need market, buyer needed, buyers needed, supply available, i can sell, harvest ready, ready for market, anyone need, anyone needs, who wants, who needs, anyone want, anyone wants, anyone interested, anybody interested, who is interested, any buyer, any buyers
available: available, avail, availabl, in stock, ready, ready now, harvested today, just harvested, is available, are available, now available
stock: stock, update stock, my stock, new stock, stock is, restocked
have: have, hv, hav, got, i got, i've, ive, i have, i hv, we have, can supply, i can supply, can give, i can give, can bring, can deliver, i can deliver, can provide, can manage, able to supply, can do, can only, i can only, we can supply, there is, there are, left, remaining, remain, remains, still have, i can bring, i can give, i can provide, i can manage, i can offer, i can only give, i can only bring, i will only have
yes: 👍, ✅, 👌, yes, y, yeah, yea, yep, yap, yup, yess, yes yes, ys, yah, ye, ok, okay, okey, oky, okei, okk, oki, k, kk, sure, of course, certainly, agree, agreed, i agree, accept, accepted, i accept, accepting, i accept it, confirm, confirmed, i confirm, deal, done deal, fine, thats fine, it is fine, its fine, all right, alright, aright, right, correct order, no problem, no prob, np, i can, yes i can, we can, i will, will do, i will do it, can do it, i can do it, consider it done, count me in, i have it, i hv it, i have them, i have all, have it, we have it, yes i have, yes i have it, got it here, i can supply it, i can supply, fine i can supply, i can deliver it, am ready, i am ready, ready to supply, i'll bring, ill bring, i will bring, i will bring it, i will supply, i will deliver, will supply, will bring, will deliver, go ahead, proceed, approved, approve, acceptable, good for me, works for me, suits me, noted i will, positive, affirmative, perfect, cool, poa, sawa, take it, i take it, i'll take it, its ok, it is ok, that's ok, thats ok, ok then, okay then, ok fine, all good, order accepted, order confirmed, am in, i am in, u can come, you can come, yees, yeees, yesss, yessir, yes sir, yebo, okie, okidoki, okey dokey, sawa sawa, ndio, ooh yes, yes please, no worries, for sure, absolutely, definitely, very ok, that works, i am okay, am okay with that, lets do it, let us do it, i will have it ready, yse, yse pls, eys
no: 👎, ❌, no, nope, nah, noo, nooo, na no, no no, not now, not today, not this time, not possible, not available, not interested, no thanks, no thank you, refuse, i refuse, refused, reject, rejected, i reject, decline, declined, i decline, deny, never, negative, no way, not me, skip, pass, i pass, i'll pass, ask someone else, give someone else, give to someone else, ask another, find another, find someone else, too low, price too low, price is too low, not enough money, none, nothing, i have nothing, have nothing, i have none, have none, i dont have, dont have, i do not have, do not have, got none, dont have any, i dont have any, nothing available, none available, too cheap, price is low, low price, price too little, too little money, not ready, not yet ready, not ripe, not yet ripe, not yet harvested, not mature
cannot: cannot, cant, can't, can not, cnt, cant do, cant do it, can't do it, cannot do, i can't, i cant, sorry i can't, sorry i cant, unable, unable to, not able, not able to, i am unable, wont manage, won't manage, will not manage, i wont, i won't, cant manage, cannot manage, cant supply, cannot supply, cant make it, cannot make it, not in a position, i am sick, am sick, i am away, am away, i am not around, not around
none-left: sold out, out of, we are out of, am out of, i am out of, soldout, finished, its finished, it is finished, they are finished, all sold, all gone, out of stock, no stock, no more, no more left, none left, nothing left, none, i have none, have none, dont have, don't have, do not have, i dont have, i don't have, i do not have, dont hv, i dont hv, i have nothing, have nothing, nothing, not in stock, over, its over, is over, none available, nothing available, sold already, already sold, have no, i have no, got none, dont have any, i dont have any, ran out, run out, we ran out, stock is over, stock finished, stock over, no longer available, no longer have, i sold all, i have sold all, sold all, i sold everything, sold everything, sold them all, no longer in stock
only: only, just, onli, oly, at most, not all, max available, only have, i only have, just have, onlly
but: but, bt, however, though, except that
if: if, only if, provided, unless, when you pay, in case, depending on
cancel: cancel, dont want, i dont want, do not want, i do not want, dont need, do not need, i dont need, no longer want the, cancell, cancle, cansel, cncl, cancelled, cancel it, cancel order, cancel my order, cancel the order, cancel that, forget it, forget the order, never mind, nevermind, dont want it, i don't want it, dont want it anymore, i dont want it anymore, i dont want the order, don't want the order, no longer want, no longer need, not needed anymore, changed my mind, i changed my mind, scrap it, scrap the order, scrap my order, drop the order, drop my order, dont bring it, don't bring it, dont send it, don't send it, dont deliver, don't deliver, stop the order, stop my order, withdraw my order, withdraw order, call off, delete my order, delete order, remove my order, dont need it, i dont need it, dont need it anymore, do not send it, do not bring it, abort, annul
order: order, orders, oda, odr, ordr, delivery
status: status, when will you bring, when will you send, when are you sending, when will you deliver my, nothing arrived, no delivery yet, where is, did my, has it arrived, did it arrive, is it there, is my, are my, track, tracking, track order, track my order, where is my order, where is my, where are my, where is the, where are the, wheres my, where's my, wheres, where r my, order status, state of my order, has my order, any update, any news, update on my order, update please, update on, progress, is it on the way, on the way, on its way, is it coming, are you coming, have not arrived, has not arrived, hasnt arrived, havent arrived, not arrived, not yet arrived, have not received, havent received, not received, i have not received, did not come, didnt come yet, yet to arrive, still waiting, i am waiting, am waiting, am still waiting, when will it arrive, when will it come, when will you deliver, when will i get, when is my order, when is my delivery, when are you coming, when are you bringing, how far, how far with, how far is, how long will it take, not delivered, not yet delivered, not been delivered, what happened to my order, whats happening with, is my order ready, is it ready, has it been sent, did you send my order, did you get my order, did u get my order, my order number, which order, what did i order, check my order, check order, eta, my orders, order history, when do i get, not come yet, has not come, have not come, not yet come, delivery status, when is it coming, not yet received, not received yet, not come, not here yet, hasnt come, didnt receive, did not receive, never received
report: pending orders, pending, open orders, todays orders, today orders, today total, total today, todays total, total orders, orders today, all orders, new orders, list orders, show orders, how many orders, unfilled orders, late orders, sales today, today sales, todays sales, total sales, sales report, report, daily report, stats, statistics, summary, sellers, seller list, list sellers, who sells, who has, which sellers, buyers, list buyers, stock list, stock of, show stock, stock report, stock level, links, who is late, unanswered, unconfirmed orders, orders pending, orders for today, find, show
help: help, hlp, help me, helpp, info, information, menu, commands, how do i order, how to order, how do i buy, how to buy, how do i use this, how to use, how to use this, how does this work, how does it work, how it works, how do i sell, how to sell, what can i do, what do i do, what should i do, instructions, guide, guide me, assist, assistance, i need help, need help, please help, help please, i dont understand, i don't understand, dont understand, i do not understand, not understood, what is this, what is this number, who is this, who are you, explain, options, manual, i am confused, am confused, confused, can you help, can you help me, support, how can i order, how can i buy, how can i sell, tell me how, teach me
stop: stop, stopp, stop all, stopall, stop it, stop please, unsubscribe, unsubscibe, unsubcribe, unsubscribe me, unsub, end, quit, opt out, optout, opt-out, opt me out, remove me, remove my number, remove my name, remove my phone number, delete my number, delete me, take me off, take me off the list, take me off your list, take my number off, stop sms, stop messages, stop texting, stop texting me, stop sending, stop sending me, stop sending me messages, stop sending messages, stop sending me sms, stop sending me texts, stop messaging me, stop these messages, stop this, stop disturbing me, dont text me, don't text me, do not text me, dont send me messages, don't send me messages, do not send me messages, dont message me, no more messages, no more texts, no more sms, leave me alone, remove me from your list, remove me from list, remove me from this list, remove me from the list, i want to stop, i want to unsubscribe, i want out, block me, do not contact me, dont contact me, dont disturb me, stop contacting me, stop bothering me, delete my details, forget me, remove from list
messages: messages, message, msgs, msg, sms, smses, texts, text, list, your list, this list, this, service, your messages, from you, anymore, any more
start: start, unstop, restart, resume, subscribe, join, sign up, signup, register me, start again, subscribe me, i want to join, opt in, optin, come back, add me to the list, add me back
price: price, worth, worth of, prices, prise, rate, rates, cost, costs, going for, price of, price for, cost of, rate of, price list, pricelist, bei, bhav, price is, price now, new price, todays price, market price, charge, charging
how-much: how much, how much is, how much are, hw much, howmuch, how mch, what is the price, whats the price, what is price, what price, what are the prices, at how much, for how much, how much for, how much does, how much do you sell, what does it cost, price pls, price please, price today, whats the cost, what is the cost, what is the rate, current price, whats your price, what is your price, how many shillings, prices today
is-there: do you have, do u have, do u hv, have you got, have u got, is there, are there, any, got any, do you sell, do u sell, you have, u have, is it available, are they available, who sells, who has, where can i get, where can i find, where can i buy, can i find, when will you have, when will there be, do you stock, is there any, are there any, still have, do you still have, anyone selling, anyone with, anybody selling, anybody with, who is selling, anyone have, anyone has
max: max, maximum, not more than, no more than, not above, not over, not exceeding, not to exceed, at most, below, under, less than, up to, upto, budget, my budget, my budget is, budget is, budget of, within, limit, price limit, cap, i can pay, i pay, i will pay, ill pay, willing to pay, can pay, paying, pay, cheaper than, not beyond, top price, highest
total: total, in total, altogether, all together, in all, for all, all in, for everything, everything, in sum, lump sum
per: per, for each, for every, every, a piece, going at, pa
each: each, apiece, each of, each one, every one, of each, one each, ech, eech
currency: ksh, kes, kshs, sh, shs, shilling, shillings, bob, ugx, ush, tzs, tsh, tshs, ngn, naira, rs, inr, rupee, rupees, usd, dollar, dollars, cedi, cedis, ghs, rwf, birr, etb, yuan, rmb, cny, cash, francs, cfa
done: done, delivered, i have delivered, i delivered, have delivered, handed over, goods delivered, delivered it, completed, complete, i brought it, given, have given, supplied, i have supplied, dropped off, finished delivering, finished delivery, finished the delivery
got: got, received, i received, i have received, arrived, it arrived, has arrived, goods received, i got it, got it, received it, got my order, received my order, i got my order, i received my order, goods arrived, came well, collected, picked
problem: problem, problm, issue, complaint, complain, dispute, wrong, short, damaged, missing, spoilt, spoiled, less
noshow: noshow, no show, no-show, buyer did not come, buyer didnt come, did not show up, didnt show up, nobody came, did not pick, didnt pick, not picked, buyer never came, not collected
paid: paid, payed, has paid, payment received, money received, was paid, received payment, received money, i have been paid, has been paid
my: my, my list, my offers, my offer, my listing, my listings, my products, my produce, my goods, mine, my items, what am i selling
income: income, my income, earnings, my earnings, how much did i earn, how much have i earned, what did i earn, my money, balance, my balance, how much have i sold, my sales, sales this month, what have i sold
turn: turn, my turn, why not me, when is my turn, where am i, queue, my position, rank, my place, why dont i get orders, when will i get orders, why am i not getting orders
register: reg, register
seller: seller, be a seller, become seller, become a seller, register as seller, register as a seller, i am a farmer, am a farmer, farmer, i want to be a seller, want to be a seller, how do i become a seller, make me a seller, add me as a seller, i want to become a seller, register me as a seller
complaint: rotten, instead of, rottn, roten, bad, very bad, late, came late, arrived late, was late, too late, delayed, delay, poor, poor quality, poor service, soft, green and soft, spoiled, spoilt, damaged, broken, crushed, charged twice, overcharged, over charged, charge twice, charged double, wrong order, wrong item, wrong items, wrong goods, missing, was missing, short, shortage, underweight, less than i ordered, less weight, not enough, smelly, smelling, smell, smells, dirty, wilted, worms, insects, mouldy, moldy, mold, rude, cheated, cheat, stole, fake, disappointed, disappointing, not happy, unhappy, complain, complaint, terrible, horrible, worst, useless, not good, not fresh, were not fresh, was not fresh, unripe, bruised, refund, my money back, give me back my money, want my money back, never delivered, was rude, not satisfied, unsatisfied, adulterated, too expensive last time, bad service, wrong weight, weight was less, half of them, half were, some were, expired
praise: good service, great service, excellent, excellent service, very good service, nice service, good job, well done, great job, very good, very nice, great, wonderful, happy, very happy, love it, loved it, love your service, loved the, keep it up, satisfied, very satisfied, amazing, best service, the best, were very good, was very good, were good, was good, were great, were fresh, was fresh, very fresh, enjoyed, tasty, delicious, very sweet, impressed, recommend
past: planted, plant, planting, harvested, harvest, ate, eat, eaten, eating, eats, cooked, cook, cooking, bought, gave, given, sold, died, lost, was, were, had, did, went, came, told, said, saw, grew, grow, growing, grows, sent, last season, last week, last month, last year, last time, yesterday, ago, used to, stole, stolen, dropped, fell, killed, weighed, weighs, weigh, measured, carried, lifted, gained, born, got married, season, when i was, rain, rained, feeds, fed, feed them, keep, kept, rearing, rear, ploughed, acre, acres, hectare, hectares, farm, field, garden, yesterdays, dreamt, dream, wanted, needed, ordered, heard, read, learnt, learned, studied, took, taken, drank, drink, drinking, made, broke, found, won, finished eating, weeding, sprayed, spray, spraying, fertilizer, fertiliser, left, owe, owes, owed, debt, borrowed, harvesting, planting, thanks for, thank you for, thanks for the, thank you for the
talk: call me, call, calling, called, calls, flash, beep, ring me, phone, phone me, text me, love, miss you, miss u, missed, who, whose, what, whats, when, why, which, how, where, has, does, do, about you, school, fees, school fees, balance, church, jesus, bus, stage, stop, weather, football, match, game, goal, exam, exams, teacher, teach, class, doctor, hospital, clinic, medicine, sick, ill, funeral, wedding, birthday, party, meeting, meet, met, mother, father, mum, mom, dad, son, daughter, child, children, kids, kid, baby, wife, husband, uncle, aunt, cousin, neighbour, neighbor, people, person, man, men, woman, women, boy, girl, boys, girls, job, work, working, worked, salary, loan, bank, airtime, data, bundle of data, mpesa, m-pesa, pin, password, account, number, name, names, my name, address, price tag, government, president, police, vote, news, radio, tv, film, movie, song, music, dance, book store, letter, story, joke, reminder, remember, forgot, forget, know, knew, think, thought, believe, hope, wish, see, look, looks, looking, watch, listen, hear, say, says, tell, ask, asked, asking, answer, question, talk, speak, spoke, write, wrote, go, going, gone, coming, walk, run, sit, stand, sleep, slept, wake, woke, live, lives, lived, living, die, dead, alive, day, days, week, weeks, weekend, month, months, year, years, hour, hours, minute, minutes, time, times, later, early, never, always, sometimes, often, maybe, perhaps, because, since, until, while, after, during, between, near, over there, up, down, out, off, into, over, under the, through, back, away, together, alone, other, others, another, every day, everyday, everyone, everybody, someone, somebody, something, anything, nobody, nothing much, thing, things, place, places, town, city, country, road, street, river, lake, hill, mountain, forest, tree, trees, plants, flower, flowers, grass, land, soil, seed, water, fire, air, sun shine, moon, star, sky, dog, dogs, cat, cats, cow, cows, bull, sheep, pig, pigs, donkey, horse, bird, birds, lion, snake, money, price war, cheap, expensive, free, rich, poor man, happy birthday, sad, angry, tired, hungry, thirsty, cold, hot, warm, wet, dark, light, high, low, long, tall, short man, wide, deep, heavy, easy, hard, right now, left hand, true, false, real, sure thing, clear, safe, ready set, busy, open, close, closed, full, empty, different, important, special, possible, better, worse, less than ideal, most, many, much, few, little, all, both, none of, own, self, myself, yourself, himself, herself, they, them, their, he, him, his, she, her, than, from now, being, been, was it, let, lets, let's, put, use, used, using, try, tried, start work, begin, began, finish, end of, keep in touch, turn on, turn off, show me, play, played, playing, win, buy me a, lol, haha, hahaha, hehe, wow, xoxo, congrats, congratulations, merry christmas, happy new year, happy easter, eid mubarak, ramadan, christmas, easter, new year, prayer, pray, praying, amen, god, lord, car, motorbike, boda, matatu, truck, lorry, bike, fuel, petrol, diesel, rent, hire, visit, visitor, guest, guests, food, meal, lunch, dinner, breakfast, supper, tea, bread, soup, pot, plate, spoon, knife, recipe, shirt, shoes, dress, clothes, phone number, battery, charge phone, network, internet, facebook, whatsapp, photo, picture, video, depot, store, ward, office, company, business, trade, market day, profit, tax, fine day, court, law, war, peace, union, opinion, great day, year end, teach, reach, beach, coach, cream, dream on, team work, steam, seem, been, seen, mean, means, meant, born, horn, torn, worn, mind, kind, find me, wind, line, lines, mine worker, nine to five, wine, dine, pine, time off, lime stone, game over, came over, name of, same day, tame, male, sale price, pale, tale, whale, boat, coat, float, goal post, gold, bold, told you, hold, cold drink, mill, bill, fill, hill top, kill, will power, dish, wish you, fist, list of, wear, bear, fear, gear, hear me, near by, tear, year old, apply, applied, application, arrange meeting, orange card, paper, papers, newspaper, honest, honestly, money bag, monkey, donkey cart, rice cooker, price hike, nice one, twice, mice, dice, ride, side, wide road, hide, guide book, pride, bride, date of, dated, late night, gate, hate, mate, rate us, update app, dont cancel, do not cancel, not cancel, never cancel, not sure, i am not sure, am not sure, im not sure, i will see, let me see, almost finished, almost sold out, almost over, nearly finished, nearly sold out, not sold out, not sold out yet, not finished, not yet finished, not yet sold out
question: what, when, why, who, which, where, did, does, how come, is it true, shall i, should i
for: for, fr
from: from, frm
place: deliver to, deliver at, delivery to, delivery at, deliver in, deliver, delivered to, delivered at, bring to, bring it to, bring them to, send to, send it to, drop at, drop it at, take to, take it to, ship to, drop off at, to be delivered to, to be delivered at, location, my location, location is, my location is, address, my address is, i am at, am at, i'm at, im at, i am in, im in, located at, located in, i live in, i live at, at, in, near, opposite, next to, behind, place, venue, pick up at, pickup at, collect at, collection at, collected at
to: to
site: hotel, shop, school, market, hospital, restaurant, cafe, kiosk, depot, stage, church, mosque, college, university, canteen, supermarket, duka, estate, village, town, centre, center, bar, lodge, kitchen, cooperative, co-op, coop, clinic, college, academy, mess, plot, street, road, junction, station
language: lang, language, change language, change language to, language to, switch language, switch language to, speak, use language, set language, set language to, change to, switch to, reply in, write in, text me in, in, messages in, i want messages in, talk to me in, i speak, send in
label: family of, household of, we are, house, house no, house number, hse, room, room no, plot, plot no, km, stage, gate, gate no, floor, apartment, apt, block, flat, phone, tel, call, mobile, contact, number, num, order no, order number, order, page, route, bus, matatu, line, aged, age, people, street, door, shop no, stall, stall no, section, zone, phase, ward, group, class, grade, table, account, acc, till, paybill, po box, box no, option, choice, opt, nr, i choose, choose, i select, select
clock: am, pm, a.m, p.m, oclock, o'clock, o clock, hrs, hours, hr, noon, people, persons, pax, guests, days, weeks, months, years, minutes, mins, acres, times, st, nd, rd, th, january, february, march, april, june, july, august, september, october, november, december, jan, feb, apr, jun, jul, aug, sept, oct, nov, dec, children, kids, students, heads of cattle, km, kms, metres, meters, percent, degrees, volts
unlike: powder, powdered, paste, juice, oil, seed, seeds, seedling, seedlings, sauce, chips, feed, feeds, leaves, leaf, bread, jam, ketchup, crisps, husks, husk, stalk, stalks, meal, bran, plants, plant, tree, trees, cake, cakes, butter, yoghurt, yogurt, cheese, ice cream, pie, soup, salad, plantation, farm, farms, farmer, farmers, skin, peel, peels, fertilizer, manure, pesticide, flowers, flower, shells, shell, kernel, kernels, wood, salt, sugar, soya beans meal, starch, noodles, pasta, crackers, biscuits, sausage, sausages, meat, milkshake, wine, beer, vinegar, syrup, curry, stew, flavour, flavor, essence, flakes, popcorn, tree tomato, kidney, broad, jelly, velvet, castor, palm, cotton, sunflower, canola, mustard, pickle, pickled, canned, tinned, frozen, roasted, fried, boiled, cooked, baked, smoked
article: a, an

[product]
tomato: toms, tomatoe, tomatos, tomatoes, tmt, tmts, tomata, tomati, tamato, tomoto, tomattoes, tamatoes, cherry tomato
onion: bulb onion, red onion, white onion, anion, pyaz
potato: irish, irish potatoes, spud, spuds, waru, english potato, aloo, alu, white potato
sweet_potato: sweet potatoes, sweetpotatoes, ngwaci, kamote
cassava: casava, cassav, kassava, manioc, yuca, tapioca root
yam: yams, nduma yam
carrot: carots, carot, karot, carrets, carret
cabbage: cabbages, white cabbage, green cabbage
chinese_cabbage: nappa cabbage, napa, pe tsai, wong bok, china cabbage
bok_choy: pak choi, pak choy, bok choi, bokchoy, pakchoi, bock choy
kale: sukuma, sukumawiki, sukuma wiki, kales, collards, collard green, collard greens, skuma, sukuma wik
spinach: spinash, spinnach, spinich, swiss chard, palak, spinachs
amaranth: amaranthus, terere, pigweed, callaloo, mchicha
lettuce: letuce, lettus, lettuces, letus
cucumber: cucumba, cukumba, cucumbers, kukumba, cucumbr, cuke, cukes, kheera, kukumber, cocumber
eggplant: brinjals, aubergine, aubergines, garden egg, garden eggs, egg plants, baingan, biringanya, bilinganya, eggfruit, brinjel
okra: okro, okros, lady finger, ladies finger, ladies fingers, ladyfinger, lady's finger, ladysfinger, bhindi, gumbo, okras, ocra
green_bean: green beans, french beans, string bean, snap bean, string beans, runner bean, fine bean, fine beans, haricot vert, french been, frenchbean, green been
pea: peas, green peas, garden pea, garden peas, minji, snow pea, snow peas, sugar snap, sugar snaps, snap peas, fresh peas, matar
pumpkin: pumkin, pumpkins, butternut, butternuts, pumkins, punpkin, squash, kaddu
bottle_gourd: bottlegourd, lauki, calabash, calabash gourd, dudhi, long gourd, bottle guard
bitter_gourd: karela, bitter melon, bittergourd, bitter guard, korola
cauliflower: colliflower, califlower, cauli, cauliflowr, coliflower, cauli flower, gobi, califlowa
broccoli: brocoli, broccolli, brocolli, broccolis, brokoli
radish: raddish, radishes, mooli, daikon, white radish
beetroot: beet, beets, beetroots, beet root, beatroot, beat root, bitroot
garlic: gallic, galic, garlics, garlick, galick, garlik
ginger: jinja, ginja, gingers, jinger, tangawizi, ginga
chilli: chili, chilies, chillies, chile, chilly, chillis, hot peppers, pepper, peppers, pelper, red pepper, green chilli, green chillies, red chilli, pili pili, pilipili, bird eye chilli, birds eye chilli, scotch bonnet, ata rodo, tatashe, shombo, atarodo, hot peper, cayenne
bell_pepper: bell peppers, sweet pepper, sweet peppers, green pepper, green peppers, capsicums, hoho, capsicam, pilipili hoho, bell peper, capcicum, shimla mirch
spring_onion: spring onions, green onion, green onions, scallion, scallions, salad onion, springonion
leek: leeks
celery: celary, celeri, selery, celerys
coriander: dhania, danya, dania, coriander leaves, cilantro, corriander, coriender, corander, dhaniya, daniya
mint: mint leaves, pudina, mints, minti
mushroom: mushrooms, mashroom, mushrum, button mushroom, oyster mushroom, mushroon
maize: corn, corns, mazie, green maize, dry maize, white maize, maize grain, sweet corn, sweetcorn, makka, mahindi, maizes, mais, yellow maize
maize_flour: maize flour, maize meal, mealie meal, corn flour, cornflour, ugali flour, unga, unga wa mahindi, maize flower, posho, cornmeal, corn meal, ugali, maizeflour, sembe, corn flower
rice: pishori, basmati, basmati rice, mwea rice, pishori rice, white rice, brown rice, paddy rice, ofada rice, ofada
wheat: wheats, weat, whet, wheat grain
sorghum: sorgum, guinea corn, jowar, sorghums, mtama, sogum, soghum
millet: millets, finger millet, pearl millet, bajra, wimbi, milet, millett
bean: beens, dry bean, dry beans, common bean, rosecoco, rose coco, nyayo beans, red bean, red beans, yellow beans, brown beans, honey beans, red kidney beans, kidney beans, kidney bean, wairimu beans, mwitemania
cowpea: cowpeas, cow peas, cow pea, black eyed pea, black eyed peas, black eye peas, black eyed bean, black eyed beans, kunde, cowpaes, blackeyed peas, lobia
chickpea: chick pea, chick peas, garbanzo, garbanzos, gram chana, chana, bengal gram, kabuli chana
lentil: lentils, masoor, red lentil, red lentils, lentles, kamande, masoor dal, lentills
green_gram: green grams, ndengu, mung, mung beans, moong, moong dal, mung dal, greengrams, pojo, gren grams, green lentil bean
pigeon_pea: pigeon peas, pigeonpea, mbaazi, toor dal, arhar dal, tur dal, toor, red gram, pigeon
soybean: soya bean, soy bean, soybeans, soya beans, soy beans, soyabean, soyabeans, soy, soja
groundnut: groundnuts, ground nut, ground nuts, g nuts, g-nuts, gnuts, gnut, g nut, peanuts, pea nuts, pea nut, monkey nut, monkey nuts, njugu, grandnuts, grand nuts, grounduts, karanga
sesame: simsim, sim sim, sesame seed, sesame seeds, til, benniseed, beniseed, sesami, simsims
banana: bananas, sweet banana, sweet bananas, ripe banana, ripe bananas, ndizi, yellow bananas, bogoya
plantain: plantains, matooke, matoke, matokes, cooking banana, cooking bananas, green banana, green bananas, plantan, planten, plaintain
orange: oranges, orenge, orangs, orang, orangex, oringe, orages, chungwa, navel orange
mandarin: mandarins, tangerine, tangerines, clementine, clementines, satsuma, tangarine, tangerins, naartjie
lemon: lemons, lemon fruit, lemmon, lemmons, lemoni, limon
lime: limes, green lemon, green lemons, ndimu
mango: mangoes, mangos, mangoe, mangu, mongo, embe, mangooes, apple mango, apple mangoes, ngowe
pineapple: pineapples, pine apple, pine apples, pinapple, pinaple, pineaple, nanasi, pinnapple, painapple
papaya: pawpaws, paw paw, paw paws, papayas, popo, pawpow, pappaya, papai
avocado: avocados, avocadoes, ovacado, avacado, avo, avos, avocardo, ovakado, avocadoe, hass, hass avocado, hass avocados, avokado, alligator pear, avacodo
watermelon: water melon, water melons, watermelons, watermellon, water mellon, melon water, wotermelon, tikiti, watamelon
melon: melons, sweet melon, muskmelon, musk melon, cantaloupe, honeydew, honey dew, rock melon, cantaloup, honeydew melon
guava: guavas, gwava, guvava, mapera, guavaa, guave, pera guava
passion_fruit: passion, passion fruits, passionfruit, passions, granadilla, passion fruts, pashion, pashion fruit, passion frut
apple: apples, aple, appels, appl, red apple, green apple, red apples, green apples, aples
pear: pears
peach: peaches, peechs, peech
grape: grapes, grapess, graps, red grapes, green grapes, black grapes
strawberry: strawberries, straw berry, straw berries, strawbery, strawberrys, strobery
pomegranate: pomegranates, pomegranet, pomogranate, anar, pomagranate, pome granate
lychee: lychees, litchi, litchis, lichi, leechi, lychi, litchees
coconut: coconuts, coco nut, coco nuts, cocnut, coconat, nazi
date: dates, date palm fruit, dry dates, tende, medjool dates, medjool
jackfruit: jack fruit, jackfruits, jack fruits, jakfruit, fenesi, kathal
turmeric: tumeric, turmaric, haldi, manjano, turmerick, termeric
sugarcane: sugar cane, sugar canes, sugarcanes, sugercane, suger cane, miwa
egg: eggs, egss, eg, egs, kienyeji eggs, farm eggs, layers eggs, mayai
milk: milks, fresh milk, cow milk, maziwa, milik, mlk, raw milk, whole milk
honey: hony, honi, raw honey, asali, huney, pure honey
chicken: chickens, chiken, chikens, hen, hens, kuku, broiler, broilers, kienyeji chicken, chick en, kienyeji, kuku kienyeji, cockerel, cockerels, layers, chickn, chicen, cock
goat: goats, mbuzi, gote, she goat, he goat
fish: fishes, fsh, tilapia, omena, catfish, cat fish, samaki, nile perch
coffee: coffee bean, coffee beans, cofee, coffe, cofffee, kahawa, arabica, robusta, green coffee, coffee cherries, coffee cherry, coffee beens
