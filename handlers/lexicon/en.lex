# en - English words of the trade, as people thumb them in East and West
# Africa, India and elsewhere.  The README in this folder tells what belongs
# under which heading.  Case, accents, plural -s and small slips need no entry.

[sound]
ph>f, ck>k, ch>ch, ce>se, ci>si, c>k, qu>kw, z>s, wh>w, ^kn>n, gh>g, e$>
oo>u, ee>i, ea>i, ou>o, ie>i, ey$>i, y$>i, ai>e, ay>e
[form]
ending: s, x>xes, ch>ches, sh>shes, y>ies, o>oes
[number]
# Decimals in words: two point five.
+0.1: point one, decimal one
+0.2: point two, decimal two
+0.3: point three, decimal three
+0.4: point four, decimal four
+0.5: point five, decimal five
+0.6: point six, decimal six
+0.7: point seven, decimal seven
+0.8: point eight, decimal eight
+0.9: point nine, decimal nine
+0.25: point two five
+0.75: point seven five
1st: first, the first, first one, the first one, 1st, number one, option one
2nd: second, the second, second one, the second one, 2nd, number two
2nd: option two
3rd: third, the third, third one, the third one, 3rd, number three, last one
3rd: the last one
1: one, wan, a single
2: two, couple, couple of, a couple, a couple of, pair
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
2: tuu, two2
3: thri
5: fife, fiv
8: ate8
12: a dozen and
20: twnty, tweny
30: thiry, tirty, therty
40: fotty
x1000: thousnd, tousand, tauzen

[unit]
kg: k g
kg: kg, gk, kgg, kkg, kgs, kilo, kilos, kilogram, kilograms, kilogramme
kg: kilogrammes, kgms, kilogrm, kgz, klg, kilis, kq
g: g, gm, gms, gr, gram, grams, gramme, grammes, grm, grms
tonne: tonne, t, ton, tonnes, tons, tones, tonns, mt
quintal: quintal, quintals, qtl, quintol
lb: lb, lbs, pound, pounds
litre: litre, liter, l, lt, ltr, ltrs, litres, liters, lits, litr, leter
ml: ml, millilitre, milliliter
piece: piece, pieces, pc, pcs, pce, pces, pieces of, head, heads, tuber
piece: tubers, cob, cobs, no of, nos, units, unit, stem, stems, stick, sticks
piece: finger, fingers, bulb, bulbs, fruit, fruits
2 piece: pair of, pairs, pairs of
dozen: dozen, dozens, dz, doz, dozn, dosen, duzen
bunch: bunch, bunches, bnch, bunchs, heap, heaps, bundle, bundles, bndl
bunch: hand of, hands of
bag: bag, bags, bagz, bg, bgs
sack: sack, sacks, sax, saks, sak, gunia, gunias, gunny bag, gunny bags, gunny
crate: crate, crates, kreti, krate, crts, crt
tray: tray, trays, trei, tre, trys, trayz
box: box, boxes, bx, bxs, carton, cartons, ctn, ctns, cartoon, cartoons
basin: basin, basins, bason, besin
tin: tin, tins, debe, debes, gorogoro, mudu, mudus, congo, derica, kasuku
tin: olonka, cup, cups, can of, cans of
basket: basket, baskets, baskit, bskt
bucket: bucket, buckets, pail, pails, bukt, paint bucket, paint
bottle: bottle, bottles, btl, btls, jar, jars, botle
pack: pack, packs, packet, packets, pkt, pkts, pckt, parcel, parcels, punnet
pack: punnets
bushel: bushel, bushels
maund: maund, maunds, mon
ser: ser, seer, seers
kg: kilogs, kgrams, kilogramms, kilograme, kgrm, kay gee, kilos of, kgs of
kg: kays
g: gramms, gmz
tonne: metric ton, metric tons, metric tonne, metric tonnes, tonn
quintal: qntl, qntls, quintl, quintels, kwintal
lb: pnd, pnds, lbz, pounds of
litre: ltres, ltre, ltrz, litrs, lirtes, liters of, litres of, litter, litters
litre: letre
ml: mls, mil, mils, milli
piece: ear, ears, ears of, heads of, nos of, numbers, pieace, peice, peices
piece: pices, pisces, pece, peces, pees, pcz, ps, no's, clove, cloves
piece: whole ones, rhizome, rhizomes, seedballs, big ones, tubas, tuba, balls
piece: ball
20 piece: score of
144 piece: gross of
bunch: hand, hands, cluster, clusters, comb of, tie, ties, tied, sheaf
bunch: sheaves, bunchez, bundel, bundles of, bunches of, bnchs, bunchies
bag: net, nets, net bag, net bags, mesh bag, mesh bags, poly bag, poly bags
bag: polybag, polythene bag, polythene bags, paper bag, paper bags, nylon
bag: nylons, nylon bag, nylon bags, carrier bag, carrier bags, baggs, bagg
bag: bags of, thela, thaila, katta, kattas
bag: pocket, pockets
sack: jute bag, jute bags, jute sack, sacks of, lumbesa, lumbesas, lumbeza
sack: kiroba, extended bag, extended bags, ghana must go, bori, boris
sack: bora sack, gunias of, sacs, sakks, sackz, ekikutiya, kkutiya
crate: creates, creat, crat, craits, crates of, plastic crate, plastic crates
crate: wooden crate, wooden crates, wooden box, wooden boxes
tray: flats of, flat of, egg tray, egg trays, trays of, treys, treis
tray: paper tray
box: bax, boxs, cases, case of, cases of, cartoons of, cartons of, catoon
box: catoons, katon, kartoon, cartn, carton box
tin: goro goro, gorogoros, korokoro, modu, modus, congos, kongo, kongos
tin: dericas, de rica, drika, derika, olonkas, kasukus, milk tin, milk tins
tin: milk cup, milk cups, cigar cup, cigar cups, margarine tin, margarine tins
tin: american tin, american tins, tins of, cups of, tiya, tiyas, tumpeco
tin: tumpeko, cans, ketini, debe of, debes of
basin: bowl, bowls, bowls of, head pan, head pans, headpan, headpans, pan of
basin: kwano, kwanos, basins of, besins, tub, tubs
basket: baskets of, raffia basket, raffia baskets, baskt, basketts, big basket
basket: big baskets, small basket, small baskets, tokri, kikapu
bucket: bukets, bukket, buket, buckits, bucketz, buckets of, paints, paint of
bucket: paints of, paint rubber, paint rubbers, paint buckets, custard bucket
bucket: custard rubber, rubber bucket, balti
bottle: bottel, bottels, botl, botls, bottles of, jars of
pack: pak, paks, packs of, pakt, pakts, packts, sachet, sachets, wrap of
pack: wraps of, bale, bales, bales of, bundle pack, pouch, pouches, punet
pack: punets

[day]
today: today, 2day, tday, 2dy, tdy, now now, todae, this morning
today: this afternoon, this evening, tonight, 2nite, tonite
tomorrow: tomorrow, tomorow, tommorow, tommorrow, tmrw, tmr, tmrow, tomoro
tomorrow: 2moro, 2morrow, 2morow, 2mrw, tomoz, kesho, tmw, tomoro morning
tomorrow: tomorrow morning
overmorrow: day after tomorrow, overmorrow, the day after tomorrow
mon: monday, mon, mondy, mundey
tue: tuesday, tue, tues, tuesdy
wed: wednesday, wed, weds, wensday, wednsday
thu: thursday, thu, thur, thurs, thrsday, thursdy
fri: friday, fri, fridy, fryday, fry day
sat: saturday, sat, satday, saturdy, satarday
sun: sunday, sun, sundy
today: today itself, this eve, dis morning, dis evening, dis afternoon
today: dis night, tudei, tudey, toda, todai, same day, tdae
tomorrow: tmrrw, tmmrw, tmoro, tmoz, tomo, 2mro, 2mrrw, 2morro, tomrw, tomrow
tomorrow: tomorro, tomorrw, tomarrow, tumoro, 2moz, 2maro, tmr morning
tomorrow: tmrw morning, tmrw mrng, tomorrow evening, tomorrow afternoon
tomorrow: tomorrow night, tmrw evening, tomorrow early, early tomorrow
tomorrow: tmrow morning
overmorrow: next tomorrow, nxt tomorrow, day after tmrw, day after tmr
overmorrow: day after tomoro, day after 2moro, two days from now, in two days
mon: mon day, mondai, munday
tue: tusday, tuesdai, tuzday
wed: wednesdy, wednsdy, wendsday, wednes, wenesday
thu: thrsdy, thirsday, thursdai, thusday
fri: fridae, frid, frydy
sat: saturdae, saterday, sato
sun: sundey, sundae, sunda
january: january, jan
february: february, feb, febuary
march: march
april: april, apr
may: may
june: june, jun
july: july, jul
august: august, aug
september: september, sept, sep, septembr
october: october, oct
november: november, nov
december: december, dec, decembr

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
greet: hi, hello, helo, hallo, hey, heya, good morning, gud morning, gm
greet: morning, good afternoon, good evening, good day, gud day, greetings
greet: salaam, salam, howdy, dear, sir, madam, madame, maam, mam, boss, oga
greet: bro, brother, sister, sis, mama, my friend, friend, chief
greet: customer care, team, sir madam, dear sir, dear madam, hi there
greet: how are you, how r u, how are u, hope you are well, hope u r fine
greet: hope you are fine, hope all is well
thanks: thanks, thank you, thanx, thnx, thx, tnx, tks, ty, thanks a lot
thanks: thank u, thankyou, many thanks, god bless, god bless you, bless you
thanks: be blessed, blessings, cheers, regards, appreciated, appreciate
thanks: much appreciated, thanks in advance, have a nice day, have a good day
thanks: good night
filler: please, pls, more, plz, plse, pliz, plis, kindly, the, of, some, any
filler: my, me, us, u, you, i, we, to, it, is, are, be, am, so, then, also
filler: too, as well, this, that, these, those, there, here, again, asap
filler: urgent, urgently, quickly, quick, soon, fast, fresh, good quality
filler: quality, best, nice, ripe, red, white, yellow, big, large, small
filler: medium, local, organic, clean, dry, dried, sweet, new, x, wey, come
filler: abeg, na, dey, make, with, will, ll, s, m, re, can, could, would
filler: should, may, if possible, on, your, our, grade a, grade, nos of, pc of
filler: more or less, about, around, approx, approximately, roughly, like
filler: at home, home, house, delivery, delivered, ya, o, oh, eh, ah, well
filler: actually, by, before, latest, morning, afternoon, evening, night
filler: exactly, each one, lot, lots, variety, hybrid, mature, raw, whole
filler: fully, very, just arrived, first, now, list, following, as follows
filler: below, items, item, goods, produce, shopping, kitchen, family
filler: customer, client, regular, same, usual, sized, size, not too big
filler: only please, only pls, for me, for us, to me, fine ones, good ones
filler: peeled, unpeeled, washed, seedless, indian, kenyan, ugandan
filler: for home use, home use, tz, asap please, pliss, for my family
filler: for my shop, for my hotel, for my restaurant
and: and, n, nd, plus, also want, and also, with
or: or, either
or: between
not: never send, never bring, never deliver, nobody wants, nobody needs, no one wants
not: not, nt, without, except, dont bring, dont send, do not bring, do not send
not: dont include, exclude, excluding, minus, no need for
not: instead of, rather than, in place of
not: no leave the, no leave out the, forget the, forget about the, skip the
want: want, wanna, need, nid, nd to buy, neeed, wnt, wnat, wud like
want: would like, wld like, i'd like, id like, like to have, like to order
want: order for, buy, buying, want to buy, purchase, send, snd, sent me
want: send me, bring, bring me, give, give me, gimme, get me, can i get
want: can i have, could i have, could i get, may i have, may i get
want: let me have, let me get, deliver me, supply me, supply me with, organise
want: organize, organise for me, organize for me, arrange, arrange for me
want: looking for, lookin for, interested in, i am in need of, in need of
want: require, requires, requesting, request, order, ordr, oda, odr, book
want: booking, reserve, pack for me, put for me, kindly send, i will take
want: i'll take, ill take, take, pick, collect, place order, place an order
want: new order, my order is, order is, purchase order, wish to buy
want: wish to order, hoping to get, restock, can you send, can u send
want: could you send, could you bring, can you bring, can u bring
want: can you deliver, could you deliver, can i order, i want to order
want: want to order, need to order, to order, wants, needs
change: make, change, change to, make it, make that, make my order, modify
change: update my order, update order, instead, change my order, change order
change: change it to, edit, adjust, reduce to, increase to, let it be
change: should be, correct to, switch to, swap, replace with, amend, increase
change: reduce, raise, lower, decrease
add: add, add on, add me, add to my order, plus add, also add, increase by
add: top up, ad to
remove: remove, take out, take off, drop, delete from order, leave out
correct: sorry, i mean, i meant, correction, oops, rather, no wait, wait
correct: mistake, scratch that, no make it, i ment
sell: sell, selling, for sale, 4sale, on sale, to sell, want to sell
sell: wanna sell, offering, offer, am selling, i sell, i am selling
sell: i want to sell, sale, have for sale, got for sale, ready for sale
sell: looking for buyer, need buyer, need buyers, looking for buyers
sell: looking for market, need market, buyer needed, buyers needed
sell: supply available, i can sell, harvest ready, ready for market
sell: anyone need, anyone needs, who wants, who needs, anyone want
sell: anyone wants, anyone interested, anybody interested, who is interested
sell: any buyer, any buyers
available: available, avail, availabl, in stock, ready, ready now
available: harvested today, just harvested, is available, are available
available: now available
stock: stock, update stock, my stock, new stock, stock is, restocked
have: have, hv, hav, got, i got, i've, ive, i have, i hv, we have, can supply
have: i can supply, can give, i can give, can bring, can deliver
have: i can deliver, can provide, can manage, able to supply, can do, can only
have: i can only, we can supply, there is, there are, left, remaining, remain
have: remains, still have, i can bring, i can provide, i can manage
have: i will bring, i'll bring, ill bring, we will bring, i will supply, i will deliver
have: i can offer, i can only give, i can only bring, i will only have
yes: 👍, ✅, 👌, yes, y, yeah, yea, yep, yap, yup, yess, yes yes, ys, yah, ye
yes: ok, okay, okey, oky, okei, okk, oki, k, kk, sure, of course, certainly
yes: agree, agreed, i agree, accept, accepted, i accept, accepting
yes: i accept it, confirm, confirmed, i confirm, deal, done deal, fine
yes: thats fine, it is fine, its fine, all right, alright, aright, right
yes: correct order, no problem, no prob, np, i can, yes i can, we can, i will
yes: will do, i will do it, can do it, i can do it, consider it done
yes: count me in, i have it, i hv it, i have them, i have all, have it
yes: we have it, yes i have, yes i have it, got it here, i can supply it
yes: i can supply, fine i can supply, i can deliver it, am ready, i am ready
yes: ready to supply, i'll bring, ill bring, i will bring, i will bring it
yes: i will supply, i will deliver, will supply, will bring, will deliver
yes: go ahead, proceed, approved, approve, acceptable, good for me
yes: works for me, suits me, noted i will, positive, affirmative, perfect
yes: cool, poa, sawa, take it, i take it, i'll take it, its ok, it is ok
yes: that's ok, thats ok, ok then, okay then, ok fine, all good
yes: order accepted, order confirmed, am in, i am in, u can come, you can come
yes: yees, yeees, yesss, yessir, yes sir, yebo, okie, okidoki, okey dokey
yes: sawa sawa, ndio, ooh yes, yes please, no worries, for sure, absolutely
yes: definitely, very ok, that works, i am okay, am okay with that, lets do it
yes: let us do it, i will have it ready, yse, yse pls, eys
no: 👎, ❌, no, nope, nah, noo, nooo, na no, no no, not now, not today
no: not this time, not possible, not available, not interested, no thanks
no: no thank you, refuse, i refuse, refused, reject, rejected, i reject
no: decline, declined, i decline, deny, never, negative, no way, not me, skip
no: pass, i pass, i'll pass, ask someone else, give someone else
no: give to someone else, ask another, find another, find someone else
no: too low, price too low, price is too low, not enough money, none, nothing
no: i have nothing, have nothing, i have none, have none, i dont have
no: dont have, i do not have, do not have, got none, dont have any
no: i dont have any, nothing available, none available, too cheap
no: price is low, low price, price too little, too little money, not ready
no: not yet ready, not ripe, not yet ripe, not yet harvested, not mature
cannot: cannot, cant, can't, can not, cnt, cant do, cant do it, can't do it
cannot: cannot do, i can't, i cant, sorry i can't, sorry i cant, unable
cannot: unable to, not able, not able to, i am unable, wont manage
cannot: won't manage, will not manage, i wont, i won't, cant manage
cannot: cannot manage, cant supply, cannot supply, cant make it
cannot: cannot make it, not in a position, i am sick, am sick, i am away
cannot: am away, i am not around, not around
none-left: sold out, out of, we are out of, am out of, i am out of, soldout
none-left: finished, its finished, it is finished, they are finished, all sold
none-left: all gone, out of stock, no stock, no more, no more left, none left
none-left: nothing left, none, i have none, have none, dont have, don't have
none-left: do not have, i dont have, i don't have, i do not have, dont hv
none-left: i dont hv, i have nothing, have nothing, nothing, not in stock
none-left: over, its over, is over, none available, nothing available
none-left: sold already, already sold, have no, i have no, got none
none-left: dont have any, i dont have any, ran out, run out, we ran out
none-left: stock is over, stock finished, stock over, no longer available
none-left: no longer have, i sold all, i have sold all, sold all
none-left: i sold everything, sold everything, sold them all
none-left: no longer in stock
only: only, just, onli, oly, at most, not all, max available, only have
only: i only have, just have, onlly
but: but, bt, however, though, except that
if: if, only if, provided, unless, when you pay, in case, depending on
cancel: cancel, dont want, i dont want, do not want, i do not want, dont need
cancel: do not need, i dont need, no longer want the, cancell, cancle, cansel
cancel: cncl, cancelled, cancel it, cancel order, cancel my order
cancel: cancel the order, cancel that, forget it, forget the order, never mind
cancel: nevermind, dont want it, i don't want it, dont want it anymore
cancel: i dont want it anymore, i dont want the order, don't want the order
cancel: no longer want, no longer need, not needed anymore, changed my mind
cancel: i changed my mind, scrap it, scrap the order, scrap my order
cancel: drop the order, drop my order, dont bring it, don't bring it
cancel: dont send it, don't send it, dont deliver, don't deliver
cancel: stop order, stop this order, stop that order, stop the orders
cancel: please stop my order, please stop the order, please stop order
cancel: pls stop my order, pls stop the order, kindly stop my order
cancel: stop the order, stop my order, withdraw my order, withdraw order
cancel: call off, delete my order, delete order, remove my order, dont need it
cancel: i dont need it, dont need it anymore, do not send it, do not bring it
cancel: abort, annul
order: order, orders, oda, odr, ordr, delivery
status: status, when will you bring, when will you send, when are you sending
status: when will you deliver my, nothing arrived, no delivery yet, where is
status: did my, has it arrived, did it arrive, is it there, is my, are my
status: track, tracking, track order, track my order, where is my order
status: where is my, where are my, where is the, where are the, wheres my
status: where's my, wheres, where r my, order status, state of my order
status: has my order, any update, any news, update on my order, update please
status: update on, progress, is it on the way, on the way, on its way
status: is it coming, are you coming, have not arrived, has not arrived
status: hasnt arrived, havent arrived, not arrived, not yet arrived
status: have not received, havent received, not received, i have not received
status: did not come, didnt come yet, yet to arrive, still waiting
status: i am waiting, am waiting, am still waiting, when will it arrive
status: when will it come, when will you deliver, when will i get
status: when is my order, when is my delivery, when are you coming
status: when are you bringing, how far with, how far is, how long will it take
status: not delivered, not yet delivered, not been delivered
status: what happened to my order, whats happening with, is my order ready
status: is it ready, has it been sent, did you send my order
status: did you get my order, did u get my order, my order number, which order
status: what did i order, check my order, check order, eta, my orders
status: order history, when do i get, not come yet, has not come
status: have not come, not yet come, delivery status, when is it coming
status: not yet received, not received yet, not come, not here yet, hasnt come
status: didnt receive, did not receive, never received
report: pending orders, pending, open orders, todays orders, today orders
report: today total, total today, todays total, total orders, orders today
report: all orders, new orders, list orders, show orders, how many orders
report: unfilled orders, late orders, sales today, today sales, todays sales
report: total sales, sales report, report, daily report, stats, statistics
report: summary, sellers, seller list, list sellers, who sells, who has
report: which sellers, buyers, list buyers, stock list, stock of, show stock
report: stock report, stock level, links, who is late, unanswered
report: unconfirmed orders, orders pending, orders for today, find, show
report: unpaid orders, unpaid, orders this week, orders of this week, unpaid this week, orders this month, open orders this week, late orders, overdue orders
help: help, hlp, help me, helpp, info, information, menu, commands
help: how do i order, how to order, how do i buy, how to buy
help: how do i use this, how to use, how to use this, how does this work
help: how does it work, how it works, how do i sell, how to sell
help: what can i do, what do i do, what should i do, instructions, guide
help: guide me, assist, assistance, i need help, need help, please help
help: help please, i dont understand, i don't understand, dont understand
help: i do not understand, not understood, what is this, what is this number
help: who is this, who are you, explain, options, manual, i am confused
help: am confused, confused, can you help, can you help me, support
help: how can i order, how can i buy, how can i sell, tell me how, teach me
stop: stop, stopp, stop all, stopall, stop it, stop please, unsubscribe
stop: unsubscibe, unsubcribe, unsubscribe me, unsub, end, quit, opt out
stop: optout, opt-out, opt me out, remove me, remove my number, remove my name
stop: remove my phone number, delete my number, delete me, take me off
stop: take me off the list, take me off your list, take my number off
stop: stop sms, stop messages, stop texting, stop texting me, stop sending
stop: stop sending me, stop sending me messages, stop sending messages
stop: stop sending me sms, stop sending me texts, stop messaging me
stop: stop these messages, stop this, stop disturbing me, dont text me
stop: don't text me, do not text me, dont send me messages
stop: don't send me messages, do not send me messages, dont message me
stop: no more messages, no more texts, no more sms, leave me alone
stop: remove me from your list, remove me from list, remove me from this list
stop: remove me from the list, i want to stop, i want to unsubscribe
stop: i want out, block me, do not contact me, dont contact me
stop: dont disturb me, stop contacting me, stop bothering me
stop: delete my details, forget me, remove from list
messages: messages, message, msgs, msg, sms, smses, texts, text, list
messages: your list, this list, this, service, your messages, from you
messages: anymore, any more
start: start, unstop, restart, resume, subscribe, join, sign up, signup
start: i want to start, i want to start again, please start again
start: i want to come back, want to come back
start: register me, start again, subscribe me, i want to join, opt in, optin
start: come back, add me to the list, add me back
price: price, worth, worth of, prices, prise, rate, rates, cost, costs
price: going for, price of, price for, cost of, rate of, price list, pricelist
price: bei, bhav, price is, price now, new price, todays price, market price
price: charge, charging
how-much: how much, how much is, how much are, hw much, howmuch, how mch
how-much: what is the price, whats the price, what is price, what price
how-much: what are the prices, at how much, for how much, how much for
how-much: how much does, how much do you sell, what does it cost, price pls
how-much: price please, price today, whats the cost, what is the cost
how-much: what is the rate, current price, whats your price
how-much: what is your price, how many shillings, prices today
is-there: do you have, do u have, do u hv, have you got, have u got, is there
is-there: are there, any, got any, do you sell, do u sell, you have, u have
is-there: is it available, are they available, who sells, who has
is-there: where can i get, where can i find, where can i buy, can i find
is-there: when will you have, when will there be, do you stock, is there any
is-there: are there any, still have, do you still have, anyone selling
is-there: anyone with, anybody selling, anybody with, who is selling
is-there: anyone have, anyone has
max: max, maximum, not more than, no more than, not above, not over
max: not exceeding, not to exceed, at most, below, under, less than, up to
max: upto, budget, my budget, my budget is, budget is, budget of, within
max: limit, price limit, cap, i can pay, i pay, i will pay, ill pay
max: willing to pay, can pay, paying, pay, cheaper than, not beyond, top price
max: highest
total: total, in total, altogether, all together, in all, for all, all in
total: for everything, everything, in sum, lump sum
per: per, for each, for every, every, a piece, going at, pa
each: each, apiece, each of, each one, every one, of each, one each, ech, eech
currency: ksh, kes, kshs, sh, shs, shilling, shillings, bob, ugx, ush, tzs
currency: tsh, tshs, ngn, naira, rs, inr, rupee, rupees, usd, dollar, dollars
currency: cedi, cedis, ghs, rwf, birr, etb, yuan, rmb, cny, cash, francs, cfa
done: done, delivered, i have delivered, i delivered, have delivered
done: handed over, goods delivered, delivered it, completed, complete
done: i brought it, given, have given, supplied, i have supplied, dropped off
done: finished delivering, finished delivery, finished the delivery
got: got, received, i received, i have received, arrived, it arrived
got: has arrived, goods received, i got it, got it, received it, got my order
got: received my order, i got my order, i received my order, goods arrived
got: came well, collected, picked
problem: problem, problm, issue, complaint, complain, dispute, wrong, short
problem: damaged, missing, spoilt, spoiled, less
noshow: noshow, no show, no-show, buyer did not come, buyer didnt come
noshow: did not show up, didnt show up, nobody came, did not pick, didnt pick
noshow: not picked, buyer never came, not collected
paid: paid, payed, got paid, i was paid, we got paid, i am paid, been paid, has paid, payment received, money received, was paid
paid: received payment, received money, i have been paid, has been paid
my: my, my list, my offers, my offer, my listing, my listings, my products
my: my produce, my goods, mine, my items, what am i selling
income: income, my income, earnings, my earnings, how much did i earn
income: how much have i earned, what did i earn, my money, balance, my balance
income: how much have i sold, my sales, sales this month, what have i sold
turn: turn, my turn, why not me, when is my turn, where am i, queue
turn: my position, rank, my place, why dont i get orders
turn: when will i get orders, why am i not getting orders
register: reg, register
seller: seller, be a seller, become seller, become a seller
seller: register as seller, register as a seller, i am a farmer, am a farmer
seller: farmer, i want to be a seller, want to be a seller
seller: how do i become a seller, make me a seller, add me as a seller
seller: i want to become a seller, register me as a seller
complaint: rotten, rottn, roten, bad, very bad, late, came late
complaint: arrived late, was late, too late, delayed, delay, poor
complaint: poor quality, poor service, soft, green and soft, spoiled, spoilt
complaint: damaged, broken, crushed, charged twice, overcharged, over charged
complaint: charge twice, charged double, wrong order, wrong item, wrong items
complaint: wrong goods, missing, was missing, short, shortage, underweight
complaint: less than i ordered, less weight, not enough, smelly, smelling
complaint: smell, smells, dirty, wilted, worms, insects, mouldy, moldy, mold
complaint: rude, cheated, cheat, stole, fake, disappointed, disappointing
complaint: not happy, unhappy, complain, complaint, terrible, horrible, worst
complaint: useless, not good, not fresh, were not fresh, was not fresh, unripe
complaint: bruised, refund, my money back, give me back my money
complaint: want my money back, never delivered, was rude, not satisfied
complaint: unsatisfied, adulterated, too expensive last time, bad service
complaint: wrong weight, weight was less, half of them, half were, some were
complaint: expired
praise: good service, great service, excellent, excellent service
praise: very good service, nice service, good job, well done, great job
praise: very good, very nice, great, wonderful, happy, very happy, love it
praise: loved it, love your service, loved the, keep it up, satisfied
praise: very satisfied, amazing, best service, the best, were very good
praise: was very good, were good, was good, were great, were fresh, was fresh
praise: very fresh, enjoyed, tasty, delicious, very sweet, impressed
praise: recommend
past: planted, plant, planting, harvested, harvest, ate, eat, eaten, eating
past: eats, cooked, cook, cooking, bought, gave, given, sold, died, lost, was
past: were, had, did, went, came, told, said, saw, grew, grow, growing, grows
past: sent, last season, last week, last month, last year, last time
past: yesterday, ago, used to, stole, stolen, dropped, fell, killed, weighed
past: weighs, weigh, measured, carried, lifted, gained, born, got married
past: season, when i was, rain, rained, feeds, fed, feed them, keep, kept
past: rearing, rear, ploughed, acre, acres, hectare, hectares, farm, field
past: garden, yesterdays, dreamt, dream, ordered, heard, read, learnt, learned
past: studied, took, taken, drank, drink, drinking, made, broke, found, won
past: finished eating, weeding, sprayed, spray, spraying, fertilizer
past: fertiliser, left, owe, owes, owed, debt, borrowed, harvesting
past: thanks for, thank you for, thanks for the, thank you for the
talk: call me, call, calling, called, calls, flash, beep, ring me, phone
talk: phone me, text me, love, miss you, miss u, missed, who, whose, what
talk: whats, when, why, which, how, where, has, does, do, about you, school
talk: fees, school fees, balance, church, jesus, bus, stage, stop, weather
talk: football, match, game, goal, exam, exams, teacher, teach, class, doctor
talk: hospital, clinic, medicine, sick, ill, funeral, wedding, birthday, party
talk: meeting, meet, met, mother, father, mum, mom, dad, son, daughter, child
talk: children, kids, kid, baby, wife, husband, uncle, aunt, cousin, neighbour
talk: neighbor, people, person, man, men, woman, women, boy, girl, boys, girls
talk: job, work, working, worked, salary, loan, bank, airtime, data
talk: bundle of data, mpesa, m-pesa, pin, password, account, number, name
talk: names, my name, address, price tag, government, president, police, vote
talk: news, radio, tv, film, movie, song, music, dance, book store, letter
talk: story, joke, reminder, remember, forgot, forget, know, knew, think
talk: thought, believe, hope, wish, see, look, looks, looking, watch, listen
talk: hear, say, says, tell, ask, asked, asking, answer, question, talk, speak
talk: spoke, write, wrote, go, going, gone, coming, walk, run, sit, stand
talk: sleep, slept, wake, woke, live, lives, lived, living, die, dead, alive
talk: day, days, week, weeks, weekend, month, months, year, years, hour, hours
talk: minute, minutes, time, times, later, early, never, always, sometimes
talk: often, maybe, perhaps, because, since, until, while, after, during
talk: between, near, over there, up, down, out, off, into, over, under the
talk: through, back, away, together, alone, other, others, another, every day
talk: everyday, everyone, everybody, someone, somebody, something, anything
talk: nobody, nothing much, thing, things, place, places, town, city, country
talk: road, street, river, lake, hill, mountain, forest, tree, trees, plants
talk: flower, flowers, grass, land, soil, seed, water, fire, air, sun shine
talk: moon, star, sky, dog, dogs, cat, cats, cow, cows, bull, sheep, pig, pigs
talk: donkey, horse, bird, birds, lion, snake, money, price war, cheap
talk: expensive, free, rich, poor man, happy birthday, sad, angry, tired
talk: hungry, thirsty, cold, hot, warm, wet, dark, light, high, low, long
talk: tall, short man, wide, deep, heavy, easy, hard, right now, left hand
talk: true, false, real, sure thing, clear, safe, ready set, busy, open, close
talk: closed, full, empty, different, important, special, possible, better
talk: worse, less than ideal, most, many, much, few, little, all, both
talk: none of, own, self, myself, yourself, himself, herself, they, them
talk: their, he, him, his, she, her, than, from now, being, been, was it, let
talk: lets, let's, put, use, used, using, try, tried, start work, begin, began
talk: finish, end of, keep in touch, turn on, turn off, show me, play, played
talk: playing, win, buy me a, lol, haha, hahaha, hehe, wow, xoxo, congrats
talk: congratulations, merry christmas, happy new year, happy easter
talk: eid mubarak, ramadan, christmas, easter, new year, prayer, pray, praying
talk: amen, god, lord, car, motorbike, boda, matatu, truck, lorry, bike, fuel
talk: petrol, diesel, rent, hire, visit, visitor, guest, guests, food, meal
talk: lunch, dinner, breakfast, supper, tea, bread, soup, pot, plate, spoon
talk: knife, recipe, shirt, shoes, dress, clothes, phone number, battery
talk: charge phone, network, internet, facebook, whatsapp, photo, picture
talk: video, depot, store, ward, office, company, business, trade, market day
talk: profit, tax, fine day, court, law, war, peace, union, opinion, great day
talk: year end, reach, beach, coach, cream, dream on, team work, steam, seem
talk: seen, mean, means, meant, born, horn, torn, worn, mind, kind, find me
talk: wind, line, lines, mine worker, nine to five, wine, dine, pine, time off
talk: lime stone, game over, came over, name of, same day, tame, male
talk: sale price, pale, tale, whale, boat, coat, float, goal post, gold, bold
talk: told you, hold, cold drink, mill, bill, fill, hill top, kill, will power
talk: dish, wish you, fist, list of, wear, bear, fear, gear, hear me, near by
talk: tear, year old, apply, applied, application, arrange meeting
talk: orange card, paper, papers, newspaper, honest, honestly, money bag
talk: monkey, donkey cart, rice cooker, price hike, nice one, twice, mice
talk: dice, ride, side, wide road, hide, guide book, pride, bride, date of
talk: dated, late night, gate, hate, mate, rate us, update app, dont cancel
talk: do not cancel, not cancel, never cancel, not sure, i am not sure
talk: am not sure, im not sure, i will see, let me see, almost finished
talk: almost sold out, almost over, nearly finished, nearly sold out
talk: not sold out, not sold out yet, not finished, not yet finished
talk: not yet sold out
question: what, when, why, who, which, where, did, does, how come, is it true
question: shall i, should i
for: for, fr
from: from, frm
place: deliver to, deliver at, delivery to, delivery at, deliver in, deliver
place: delivered to, delivered at, bring to, bring it to, bring them to
place: send to, send it to, drop at, drop it at, take to, take it to, ship to
place: drop off at, to be delivered to, to be delivered at, location
place: my location, location is, my location is, address, my address is
place: i am at, am at, i'm at, im at, i am in, im in, located at, located in
place: i live in, i live at, at, in, near, opposite, next to, behind, place
place: venue, pick up at, pickup at, collect at, collection at, collected at
to: to
site: hotel, shop, school, market, hospital, restaurant, cafe, kiosk, depot
site: stage, church, mosque, college, university, canteen, supermarket, duka
site: estate, village, town, centre, center, bar, lodge, kitchen, cooperative
site: co-op, coop, clinic, academy, mess, plot, street, road, junction
site: station
language: lang, language, change language, change language to, language to
language: switch language, switch language to, speak, use language
language: set language, set language to, change to, switch to, reply in
language: write in, text me in, in, messages in, i want messages in
language: talk to me in, i speak, send in
language: write to me in, write me in, pls write in, text in, texts in, sms in
language: sms me in, message me in, send me messages in, send messages in
language: send sms in, i want it in, give me in, answer in, answer me in
language: respond in, respond to me in, reply me in, reply to me in, talk in
language: talk to us in, speak to me in, speak in, kindly use, please use
language: change to language, switch me to, put me in, i prefer
language: i would prefer, i want to use, can you write in
language: can you write to me in, can you text in, can u write in
language: can we speak, can we use, can you speak, do you speak
language: do you understand, do you have it in, i understand only
language: i only understand, i only speak, i only know
language: i dont know english use, translate to, change the language to
language: change my language to, set my language to, my language is, lang to
language: send msg in, send messages in, send sms in, send text in, msg me in
label: family of, household of, we are, house, house no, house number, hse
label: room, room no, plot, plot no, km, stage, gate, gate no, floor
label: apartment, apt, block, flat, phone, tel, call, mobile, contact, number
label: num, order no, order number, order, page, route, bus, matatu, line
label: aged, age, people, street, door, shop no, stall, stall no, section
label: zone, phase, ward, group, class, grade, table, account, acc, till
label: paybill, po box, box no, option, choice, opt, nr, i choose, choose
label: i select, select
clock: am, pm, a.m, p.m, oclock, o'clock, o clock, hrs, hours, hr, noon
clock: people, persons, pax, guests, days, weeks, months, years, minutes, mins
clock: acres, times, nd, rd, th, january, february, march, april, june
clock: july, august, september, october, november, december, jan, feb, apr
clock: jun, jul, aug, sept, oct, nov, dec, children, kids, students
clock: heads of cattle, km, kms, metres, meters, percent, degrees, volts
unlike: black pepper, white pepper, peppercorn
unlike: sprouts, bean sprouts
unlike: powder, powdered, paste, juice, oil, seed, seeds, seedling, seedlings
unlike: sauce, chips, feed, feeds, leaves, leaf, bread, jam, ketchup, crisps
unlike: husks, husk, stalk, stalks, meal, bran, plants, plant, tree, trees
unlike: cake, cakes, butter, yoghurt, yogurt, cheese, ice cream, pie, soup
unlike: salad, plantation, farm, farms, farmer, farmers, skin, peel, peels
unlike: fertilizer, manure, pesticide, flowers, flower, shells, shell, kernel
unlike: kernels, wood, salt, sugar, soya beans meal, starch, noodles, pasta
unlike: crackers, biscuits, sausage, sausages, meat, milkshake, wine, beer
unlike: vinegar, syrup, curry, stew, flavour, flavor, essence, flakes, popcorn
unlike: tree tomato, kidney, broad, jelly, velvet, castor, palm, cotton
unlike: sunflower, canola, mustard, pickle, pickled, canned, tinned, frozen
unlike: roasted, fried, boiled, cooked, baked, smoked
article: a, an
# Greetings and names for one another
greet: how far, how far na, how bodi, how body, how una dey, how you dey
greet: how you dey do, wetin dey happen, wetin dey, good morning ma
greet: good morning sir, gud mrng, gd mrng, mrng, gdmrng, gudmrng, gd morning
greet: gud mng, gmorning, good mrng, gud evng, gud evening, gd evening
greet: gd evng, gud aftanoon, gd aftn, gud afternoon, gd day, good eve
greet: hey there, hello there, hi all, hello all, helo boss, wassup, whats up
greet: wats up, how is it, how is work, how is business, how is market
greet: how is the market, how is your day, how is the day, how is family
greet: how is everyone, hope all well, hope you well, hope u good
greet: hope ur good, hope you good, hope you are doing well
greet: hope this finds you well, compliments, compliments of the day, namaste
greet: namaskar, namasthe, jambo, habari, niaje, mambo, wah gwaan, wa gwaan
greet: wagwan, wha gwaan, bless up, chale, charley, bossman, boss man
greet: boss lady, bosslady, bossu, madam boss, my boss, my madam, my oga
greet: my dear, dearest, dear customer, dear farmer, dear seller, dear team
greet: dear all, hi team, aunty, auntie, anti, bhai, bhaiya, bhaiyya, didi, ji
greet: sir ji, madam ji, anna, akka, yaar, guys, folks, my brother, my sister
greet: my people, my person, my guy, my customer, mr, mrs, miss, ssebo, sebo
greet: nyabo, nnyabo, mzee, hajia, alhaji, mallam, chairman, chairlady
greet: good people, wasalam, assalam alaikum, asalam aleikum, salam alaikum
greet: as salaam alaikum, peace be with you
thanks: thnk u, thnk you, thnks, thks, thnkyou, thankx, thanx a lot, tnk u
thanks: tnk you, tnk, thanku, thank you so much, thank you very much
thanks: thank u so much, thank you sir, thank you ma, thank you madam
thanks: thx a lot, tanx, tank you, tank u, tenks, tnkx, thnx a lot, asante
thanks: asante sana, webale, weebale, weebale nyo, medaase, meda ase, nagode
thanks: e se, ese gan, daalu, dhanyavad, dhanyawad, shukriya, we thank you
thanks: i thank you, will be grateful, i will be grateful, shall be grateful
thanks: grateful, god bless u, god bless you sir, gbu, stay blessed
thanks: remain blessed, more grace, bye, bye bye, byee, good nite, gud nite
thanks: gnite, take care, warm regards, kind regards, yours faithfully
thanks: yours sincerely, sincerely, best regards, rgds, all the best, see you
thanks: see u, cya, waiting, awaiting, hope to hear from you
thanks: hope to hear from u, and oblige
# What changes nothing: Pidgin particles
filler: sef, sha, shey, jare, jor, joor, biko, ejoor, ejo, ooo, kwanu, nau
filler: naw, dem, una, dat, dis, di, de, d, fit, e, don, nko, abi, oya, mek
filler: fi, yuh, mi, dem dey, ehn, ehen, nne, kai, walahi, wallahi, ooh, aah
filler: hmm, mmm
# ... haste, time of the day, habit
filler: urgent pls, very urgent, most urgent, its urgent, it is urgent
filler: urgently needed, sharp sharp, sharply, quick quick, quick one
filler: fast fast, immediately, immediate, pronto, at once, at the earliest
filler: earliest, as soon as possible, as soon as you can, at your convenience
filler: whenever possible, when you can, when u can, whenever you can
filler: if you can, if u can, if you dont mind, if u dont mind, if thats ok
filler: if its okay, on time, in time, on tym, early, early enough
filler: early morning, early in the morning, first thing, in the morning
filler: in the afternoon, in the evening, morning hours, evening hours
filler: by morning, by noon, by evening, by lunch, by lunch time
filler: by end of day, end of day, eod, before noon, before lunch
filler: before evening, before night, before close, before closing, latest by
filler: not later than, no later than, at night, afternun, aftanoon
filler: evening time, morning time, mrng time, for now, right away
filler: straight away, as usual, as always, as before, the usual
filler: like last time, like always, as agreed, as discussed, as we agreed
filler: as we discussed, as per, next, coming, this coming, this week
filler: every time, once, once again
# ... polite forms
filler: plss, plzz, plizz, plx, plez, plese, pleas, pleese, pleaz, peas please
filler: pls pls, pls kindly, kindly pls, kndly, kindl, kindly please, i beg
filler: i beg you, i beg u, abegi, abeg abeg, abeg o, do the needful
filler: please do the needful, kindly do the needful, needful, favour
filler: do me a favour, do me a favor, be so kind, if you please, please note
filler: pls note, note that, please be informed, this is to, hoping, just
# ... whom and what it is for
filler: for feed, for feeds, for feeding, for chicken feed, for chickens feed
filler: for cattle feed, for animal feed, for my chickens, for my chicken
filler: for my animals, for my cows, for a party, for party, for the party
filler: for our party, for a wedding, for wedding, for the wedding
filler: for a function, for the function, for my function, for an event
filler: for the event, for event, for the feast, for funeral, for the funeral
filler: for burial, for a burial, for naming ceremony, for ceremony
filler: for my kiosk, for the kiosk, for my canteen, for the canteen
filler: for canteen, for my business, for business, for my store, for my stall
filler: for the stall, for the shop, for our shop, for our hotel
filler: for the hotel, for our school, for the school, for my kitchen
filler: for the kitchen, for kitchen, for the house, for home, for my home
filler: for my house, for household, for the family, for family, for resale
filler: for retail, for cooking, for soup, for making soup, for stew
filler: for salad, for juice, for making juice, for juicing, for chapati
filler: for ugali, for frying, for roasting, for boiling, for porridge
filler: for breakfast, for lunch, for dinner, for supper, for christmas
filler: for xmas, for easter, for iftar, for ramadan, for eid, for diwali
filler: for pooja, for puja, for the weekend, for weekend, for my customers
filler: for customers, for the customers, for the kids, for the children
filler: for my kids, for the workers, for my workers, for guests
filler: for my guests, for the guests, for visitors, for me and, for myself
filler: for my mother, for my mum, for my wife, for my boss, for madam
filler: for eating, for lunch hour, for the week, for this week
filler: for today only
# ... kind and quality
filler: good, gud, gud ones, gud quality, nicely, nicely ripe, well ripe
filler: well ripened, ripened, fully ripe, half ripe, semi ripe, firm
filler: hard ones, tender, juicy, crisp, crispy, crunchy, thick, thin, huge
filler: giant, jumbo, tiny, mini, mid size, middle size, mid sized
filler: medium size, medium sized, big size, small size, large size
filler: bigger ones, bigger, biggest, smaller, small ones, average size
filler: extra large, xl, first grade, 1st grade, grade one, grade 1
filler: first class, premium, top quality, high quality, export quality
filler: standard, std, natural, naturally grown, traditional, desi, country
filler: indigenous, farm fresh, from the farm, from farm
filler: straight from the farm, direct from farm, garden fresh
filler: newly harvested, freshly harvested, freshly picked
filler: fresh from the farm, very fresh ones, fresh ones, freshest
filler: no rotten ones, not rotten, no rotten, no bad ones, no damaged ones
filler: no spoilt ones, without rotten, without stones, no stones, stone free
filler: fine fine, fine one, correct one, neat, original, plenty
filler: plenty plenty, big big, big ones, strong, green, black, brown, purple
filler: pink, greenish, yellowish, mixed, mix, assorted, different sizes
filler: shelled, unshelled, threshed, cleaned, sorted, graded, chopped, cut
filler: sliced, whole ones, with leaves, without leaves, with shell
filler: without shell, in shell, with skin, without skin, with husk
filler: without husk, off the vine, live, alive, dressed, full grown
filler: fully grown, grown, mature ones, matured, well dried, well dry
filler: sun dried, sundried, unripe ones, raw ones, loose, wholesale, retail
filler: bulk, in bulk, total of, qty, quantity, quantities, amount, amount of
filler: weight, weighing, measuring, totalling, packed, well packed, packaged
filler: branded, unbranded, pesticide free, chemical free, gmo free, non gmo
# ... small words
filler: its, im, i'm, ur, yr, yur, mine own, they, them, which, that is, ie
filler: eg, namely, such as, etc, as well as that, anyhow, anyways, anyway
filler: okay so, ok so, so pls, and so, though, even, still, yet, already
filler: am in, we are in, same thing, thing, things, stuff, something like
filler: sort of, kind of, more of, much of, enough, enough of, full, a full
filler: one full, whole of, a bit, abit, bit of, a bit of, a little
filler: little bit, lot of, a lot of, lots of, some more, any other, other
filler: others, another, both, every, all of, all the, also the, worth it
filler: please o, again o, ma, mah, sah, suh, bwana, ooo pls, from you, from u
filler: from your side, from your farm, from your shop, with you, with u
filler: to us here, here pls, us here
# Names of people: they greet, they sign, they order for one another.
greet: mwangi, mutua, hassan, maina, ndungu, karanja, nyaga, kioko, chidi
greet: uche, tunde, musa, kumar, menon, meena, akua, abena, peter, kofi
greet: kamau, njoroge, otieno, odhiambo, onyango, okoth, achieng, akinyi
greet: atieno, wanjiku, wanjiru, wambui, njeri, muthoni, kariuki, gitau
greet: macharia, kimani, waweru, kihara, wangari, nyambura, wafula, nekesa
greet: barasa, wekesa, simiyu, juma, halima, fatuma, omar, mohamed, mohammed
greet: ibrahim, aisha, zainab, sani, bello, garba, danjuma, usman, emeka
greet: ngozi, obinna, ifeanyi, chinedu, nneka, amaka, bola, yemi, funmi
greet: kehinde, taiwo, segun, dayo, adewale, ravi, suresh, ramesh, priya
greet: lakshmi, anita, sunil, rajesh, sharma, gupta, patel, reddy, nair, iyer
greet: singh, kaur, deepak, sanjay, vijay, mahesh, ganesh, kavita, sunita
greet: geeta, rekha, pooja, kwame, kojo, yaw, mensah, okello, opio, akello
greet: nakato, babirye, wasswa, kato, mugisha, koech, rotich, cheruiyot
greet: kiprop, chebet, langat, keter, kosgei, musyoka, mueni, kilonzo, ndinda
greet: john, mary, grace, joseph, ruth, james, jane, moses, esther, david
greet: sarah, paul, joyce, samuel, mercy, daniel, faith, rosemary, anne
greet: agnes, alice, susan, charles, george, stephen, simon, francis, patrick
greet: lucy, elizabeth, margaret, florence, caroline, catherine, eunice
greet: beatrice, brian, kevin, dennis, collins, victor, emmanuel, isaac
greet: jacob, gabriel, michael, robert, richard, henry, joan, lilian, irene
greet: gladys, janet, rachel, rebecca, tom, tony
greet: how family, how is family, how is the family, how body, how work, how market, how house, hope all is well
filler: its me, this is mama, this is mr, this is mrs, my name is, am called
filler: its mama, its mr, its mrs, mr, mrs, miss, ms, dr, madam, mwalimu
filler: hajia, alhaji, alhaja, mallam, mzee, didi, bhaiya, bhai, akka
filler: auntie, aunty, uncle, mummy, daddy, oga mi, oga boss, boss lady
filler: customer mi
filler: properly, weighed, well weighed, soft, golden, shiny, sour
filler: bitter, spicy, plain, imported, similar, several, emergency, receipt
filler: with receipt, really, reasonable, at a reasonable price, for planting
filler: for grinding, for milling, for brewing, for smoothies, for salads
filler: for sauce, for curry, for pickle, for pickling, for chutney
filler: for samosa, for samosas, for chapatis, for pilau, for biryani
filler: for githeri, for mukimo, for fufu, for moi moi, for moimoi, for akara
filler: for jollof, for egusi, for pepper soup, for zobo, for pap, for ogi
filler: for chips, for crisps, for baking, for drying, for storage
filler: for wholesale, for tea, for a funeral, for the burial
filler: for the visitors, for my visitors, for workers, for students
filler: for the students, for pupils, for the pupils, for the chama
filler: for the group, for the church, for school, for hotel
filler: for the restaurant, for my children, for the chickens, for pigs
filler: for pig feed, for cows, for cow feed, for animals, for poultry
filler: for poultry feed, for rabbits, for dogs, for seed, for seeds
filler: for making chips, for making flour
filler: at least, atleast, minimum, minimum of, a minimum of, not less than, no less than
filler: till next week, until next week, til next week, till nxt week, til nxt week, until nxt week, till next month, till then, for now
filler: the hot one, the hot ones, hot one, b4 lunch, before lunch, b4 noon, before noon, after lunch, i go pay on delivery, i will pay on delivery, bring am come, bring come
filler: i bought last time, that i bought last time, the one i bought, that one i bought last time, that one i bought, like last time, as last time, same as last time, that i took last time
filler: a few, afew, sum, few of, a few of
# Orders: what one would like
want: wanted, needed, urgently need, badly need, need badly, i could use
want: could use, could do with, can do with, in dire need of, dire need
want: am in need of, i am in need, reqd, rqd, req, required, requirement
want: requirements, my requirement, my requirement is, our requirement
want: requirement is, is it possible to get, is it possible to have
want: is it possible to order, is it possible to buy, is it possible to send
want: is it possible to deliver, is it possible to bring
want: is it possible to supply, is it possible you send
want: would it be possible to get, would it be possible to have
want: would it be possible to send, possible to get, possible to have
want: possible to order, possible to buy, possible to send
want: possible to deliver, possible to supply, do u mind sending
want: do you mind sending, would u mind sending, would you mind sending
want: do you mind bringing, do u mind bringing, would you mind bringing
want: do you mind delivering, mind sending, mind bringing, hoping to buy
want: hoping to order, hoping you can send, hope to get, hope to buy
want: intend to buy, intending to buy, plan to buy, planning to buy
want: looking to buy, looking to order, looking to purchase, looking to get
want: am looking for, i'm looking for, im looking for, seeking, searching for
want: sourcing, in search of, on the lookout for, on the hunt for, wish to get
want: wish to purchase, would love, would love to order, would love to get
want: would love to have, would love to buy, will need, will want, shall need
want: gonna need, going to need, will require, we shall require, would need
want: would want, would require, would prefer, would be needing
want: will be needing, am needing, we are needing, needing, wanting
want: have to get, must have, must get, i'd love, lemme get, lemme have, lemme
want: let us have, let us get, allow me to order, permit me to order
want: make an order, make order, making an order, placing an order
want: placing order, to place an order, place my order, put in an order
want: put an order, put me down for, note me down for, write me down for
want: write for me, note my order, take my order, take an order
want: here is my order, heres my order, this is my order, my order for today
want: my order for tomorrow, order list, shopping list, my shopping list
want: my list is, buy for me, buy me, get for me, get us, order me, order us
want: purchasing, procure, to procure, acquire, obtain, collecting, picking
want: will pick, i will pick, i will collect, i will buy, i'll buy, ill buy
want: i shall buy, i am buying, am buying, we are buying, i buy, we buy
want: i will order, i am ordering, am ordering, ordering, i order, we order
want: i'd like to buy, i'd like to order, id like to buy, id like to order
want: wd like, wuld like, woud like, wld lyk, wud lyk, wud lv, wud like to buy
want: i would be happy to get, i will be happy to get, happy to get
want: glad to get, kindly want, kindly need
# ... what the other is to do
want: kindly arrange, pls arrange, arrange to send, arrange to supply
want: arrange to deliver, arrange delivery of, arrange us, do arrange, do send
want: do bring, do supply, do deliver, send us, send across, send over
want: send through, send for me, sends, sending, sended, send urgently
want: you send, you send me, u send me, please you send, bring us, bring along
want: bring for me, bring for us, bringing, you bring, you bring me, give us
want: giving, supply, supply us, supply us with, suply, suppy, sply, supplying
want: supplies, provide, provide me, provide me with, provide us
want: provide us with, avail, avail me, avail us, avail for me, deliver us
want: deliver for me, delivering, delivr, dlvr, dlver, deliva, delver, diliver
want: dispatch, despatch, dispatch me, ship, ship me, ship us, load
want: load for me, load me, transport, prepare, prepare for me, prepare me
want: get ready, get me ready, make ready, ready for me, pack, pack me
want: pack us, pack for us, packing, parcel, parcel for me, wrap for me, put
want: put me, put aside, put aside for me, put away for me, set aside
want: set aside for me, keep, keep me, keep for me, keep aside
want: keep aside for me, keep us, hold for me, hold me, reserve for me
want: reserve me, save for me, save me, spare me, spare for me, weigh for me
want: weigh me, measure for me, measure me, count for me, cut for me
want: pick for me, pick me, pluck for me, harvest for me, sort me with
want: sort me out with, sort us with, hook me up with, hook me with
want: link me with, link me up with, help me with, help me get, help me buy
want: help me order, help us with, help with, assist me with, assist us with
want: assist with, fix me, fix me with, serve me, serve us, come with
want: come along with, carry, carry for me, carry me, drop for me, drop me
want: drop us, drop off for me, leave for me, leave me, stock me, restock me
want: restock us, refill, refill me, top me up with, process, process for me
want: facilitate, hand me, pass me, pass by with, release, allocate me
want: allot me, include me, sell me, sell to me, sell us, sell for me
# ... as thumbed
want: snd us, snd 4 me, sndme, snd pls, sndin, snt me, wnt 2 buy, wnt to buy
want: wnt 2, wnt 2 order, wntd, wants to buy, wana, wana buy, ned, nedd, neads
want: nead, nds, nded, i nd, we nd, nd 2 buy, nd sum, need 2 buy, nid 2 buy
want: nidd, niid, wan 2 buy, gv me, gv us, giv me, giv us, giv, gve me, brng
want: brng me, brg me, bring 4 me, cn i get, cn i hav, cn u send, cn u bring
want: cn u snd, cn we get, cud i get, cld i get, cud u send, can i gt
want: may i gt, kip for me, kip me, pak for me, 2 buy, 2 order, rqst, rqsting
want: purchse, pls snd, plz snd, odering, odar, plc order, i wld need
# ... Nigerian and Ghanaian Pidgin, Caribbean
want: i wan, i wan buy, i wan get, i wan order, i wan collect, i wan carry
want: wan buy, wan order, wan get, we wan, we wan buy, we wan order
want: i want buy, i want order, i dey find, dey find, i dey look for
want: dey look for, i dey need, we dey need, i dey want, we dey find
want: i go need, i go want, i go like, i go like buy, i go take, i go buy
want: i go collect, i for like, i for like buy, make una bring, make una send
want: make una drop, make una supply, make una give me, make una carry
want: make una pack, make una help me, make una help me bring, make una keep
want: make una sell, make you bring, make you send, make you carry
want: make u bring, make u send, make dem bring, make dem send, make dem drop
want: make e be, make i get, make i buy, make we get, make we buy, mek i get
want: abeg bring, abeg send, abeg give me, abeg help me, abeg sell, abeg carry
want: abeg drop, help me bring, help me carry, help me send, help me pack
want: help me keep, help me find, helep me, carry come, bring come
want: carry come for me, bring am come, carry am come, una fit bring
want: una fit send, una fit supply, una fit carry, you fit bring, you fit send
want: you fit supply, u fit bring, u fit send, i beg bring, i beg send, gi me
want: gi mi, gimmi, gie me, mi waan, mi want, mi need, me want, me need
want: me wah, mi wah, ah want, ah need, ah go take, sen mi, sen me, sen
want: bring fi mi, buy fi mi, mi a look fi, mek mi get, lef mi, dash me
want: bing, brin, bringg, bringme, deliva me, supli, suply me, nd some, nids
want: i am wanting, we are wanting, am wanting, i do want, i do need
want: i'm needing, in want of, we are in need of, we require, we are requiring
want: our requirement is, is required, are required, kindly dispatch
want: kindly provide, please provide, kindly deliver, kindly bring
want: kindly supply, kindly pack, kindly reserve, kindly organize, kindly give
want: kindly help me with, hook me up, sort me, i can do with, i could do with
want: am after, i am after, i'm after, am searching for, hunting for
want: shopping for, sign me up for, count me for, note me for, write me
want: mark me, mark for me, could you spare, can you spare, can i reserve
want: can i book, may i order, may i book, may i request, let me order
want: let me buy, let me take, lemme take, we will take, we'll take
want: we will have, i'll have, i will have, i shall take, i'd take
want: i would take, i'd buy, i would buy, i plan to buy, thinking of buying
want: i would love, would appreciate, would be glad to get, i'd be glad to get
want: would be nice to get, happy to take
change: revise, revise to, revise my order, revise order, revised
change: correct my order, order should be, my order should be, it should be
change: should now be, should read, let's make it, lets make it
change: let us make it, make am, make e be, change am, change am to
change: turn it to, turn to, update to, reduce it to, reduce my order
change: reduce my order to, reduce the order to, increase it to
change: increase my order, increase my order to, increase the order to
change: raise it to, cut to, cut it to, cut down to, cut my order to
change: bring it down to, bring down to, bring it up to, bump to, bump it to
change: up it to, put it at, replace, exchange, swap for, switch my order
change: chng, chng to, chnge, chnge to, chang to, mk it, mk that, mek it
change: mek am, minus it to, only make it
add: add also, add more, add some, add in, add extra, add am, add join
add: join am, pls add, please add, kindly add, include, also include
add: include also, throw in, adding, i add, addition of, in addition, an extra
add: extra, additional, adition, ad me, ad more, put more, put extra
add: make extra
add: increase, increase it by, increase my order by, increase the order by
add: raise it by
remove: cut out, strike off, strike out, omit, comot, comot the, remove am
remove: leave off, take away, takeout, rmv, remov
remove: reduce, lower, decrease, reduce by, reduce it by, reduce my order by, less by
remove: cut by, cut it by, lower by, lower it by, decrease by, decrease it by
remove: take off, minus, subtract, deduct, reduce the order by
remove: can i remove, is it possible to remove, cancel some, cancel part, cancel a part, cancel part of, cancel a few
remove: less, too many, fewer
correct: sory, sry, soz, srry, so sorry, am sorry, i am sorry, sorry o
correct: i meant to say, i mean to say, ignore last, ignore previous
correct: ignore that, ignore my last, ignore the last, typo, typing error
correct: my mistake, my bad, wrongly typed, i wrote wrong, not that, pardon
correct: pardon me, apologies, my apologies, forgive me, error
# Offers
sell: i dey sell, dey sell, we dey sell, i wan sell, wan sell, i want sell
sell: we wan sell, i get for sale, i get to sell, get for sale
sell: i have for sale, for sell, 4 sale, 4sell, forsale, fo sale, to be sold
sell: to dispose, want to dispose, dispose, disposing, to offload
sell: want to offload, offload, offloading, clearing, on offer, up for sale
sell: available for sale, ready for the market, need market for
sell: looking for market for, market for my, in need of market, seeking buyer
sell: seeking buyers, seeking market, want buyer, want buyers, need customer
sell: need customers, looking for customer, looking for customers
sell: where can i sell, where to sell, who can buy, anyone buying
sell: anybody buying, any one buying, who is buying, who wan buy, who go buy
sell: who dey buy, who dey need, anybody need, any customer, any customers
sell: any takers, buyers welcome, buyers wanted, buyer wanted, come and buy
sell: come buy, come and collect, slng, sling, selin, seling, sellin, selln
sell: am sellin, sel, saling, am saling, i am saling, i'm selling, im selling
sell: we are selling, we sell, we're selling, i have to sell, wish to sell
sell: would like to sell, i would like to sell, like to sell, willing to sell
sell: ready to sell, looking to sell, wanting to sell, can sell you, i supply
sell: we supply, offered, i am offering, we offer, we are offering
sell: am offering, price negotiable, negotiable, nego, slightly negotiable
available: availble, avlbl, avlb, avlble, avl, avilable, avalable, avaliable
available: availabe, avaible, avalabl, in store, at hand, in hand, on hand
available: on ground, dey ground, dey on ground, e dey ground, e dey available
available: dey available, plenty dey, ready stock, fresh stock
available: ready for pick up, ready for pickup, ready for collection
available: ready for harvest, ready for harvesting, ready for delivery
available: ready for sell, ready to go, new harvest, fresh harvest
available: new arrival, new arrivals, arrived today, just came in, just landed
available: don land, don land o, don ready, back in stock, now in
available: now in stock, harvested this morning, harvested yesterday, just dug
available: just picked, freshly dug, freshly arrived
available: come and take, come take, come and pick, come pick, come and collect, come and buy
stock: restock my, stock update, update my stock, stock now, current stock
stock: stock balance, balance in stock, in my store, in store now
have: i get, we get, i get only, i only get, i get just, e remain
have: e remain only, na only, na just, can spare, i can spare, able to give
have: able to bring, able to get, able to avail, i am able to give
have: i am able to supply, can avail, i can avail, could give, i could give
have: could supply, i could supply, can part with, can let you have
have: i will give, i will give you, i'll give you, will give you, i shall give
have: shall give you, i go give, i go give you, i fit give, i fit give you
have: i fit bring, i fit supply, i fit get, we fit supply, we fit give
have: we fit bring, fit supply, fit bring, fit give, can get you
have: i can get you, manage, manage only, managed to get, i managed to get
have: am having, i am having, we are having, i'm having, im having, having
have: am with, i am with, am left with, i am left with, i'm left with
have: im left with, left with, we remain with, i remain with, remained
have: have remained, has remained, what i have, what i have is, what we have
have: all i have, all i have is, all i got, all i got is, hve, haf, got left
have: have left, can release, i can release, can only get, can only bring
have: can only supply, can only give, only can give, stil have, still got
# Answers: yes
yes: yes o, yes oo, yes ke, yes na, yes now, yes ma, yes madam, yes boss
yes: yes sir i can, yes pls, yes i do, yes we can, yes we have, yes we do
yes: yes it is, yes available, yes correct, yes agreed, yes confirm
yes: yes confirmed, yes deal, yes mon, ya mon, yeah mon, yeah sure, yah sure
yes: ya sure, ye sure, ok sure, okay sure, k sure, k fine, ok deal, ok yes
yes: ok i can, ok i will, ok will do, ok agreed, ok confirmed, ok accepted
yes: okay o, ok o, ok oo, ok sir, ok ma, ok madam, ok boss, okay sir, okay ma
yes: okay madam, okay boss, okz, okies, okayy, okai, okee, okeh, oke, ohk
yes: okkk, okayyy, kk fine, fine o, fine boss, alryt, alrite, alright then
yes: its alright, it is alright, its okay, it is okay, thats okay, that's okay
yes: that's fine, dats fine, dats ok, dat is fine, that is fine, that is ok
yes: that is okay, ok by me, fine by me, fine with me, ok with me
yes: okay with me, okay by me, okay for me, ok for me, fine for me
yes: am fine with it, am fine with that, i am fine with it
yes: i am fine with that, i am ok with that, i am okay with it, am ok with it
yes: happy with that, price is ok, price is okay, price is fine, price is good
yes: price ok, price okay, price fine, price accepted, price agreed
yes: the price is ok, the price is fine, the price is good, good price
yes: its a deal, it's a deal, it is a deal, we have a deal, you have a deal
yes: deal done, deal sealed, sealed, done and dusted, set, i am set, am set
yes: all set, am on it, on it, i am on it, i'm on it, im on it
yes: am coming with it, am bringing it, i am bringing it, bringing it
yes: i'm bringing it, sending it, am sending it, i am sending it, will send
yes: will send it, i will send, i will send it, i'll send it, i shall send
yes: i shall bring, i shall supply, i shall deliver, shall deliver
yes: shall supply, shall bring, will be delivered, will be supplied
yes: will be there, i'll be there, i'll supply, i'll deliver, ill supply
yes: ill deliver, ill send, we'll supply, we'll deliver, we will supply
yes: we will deliver, we will bring, we shall deliver, we shall supply
yes: we shall bring, we shall send, we will send, i'll do it, ill do it
yes: i can manage it, i can manage, i can bring it, i can get it
yes: i can deliver, i can do that, can do that, can deliver it, can supply it
yes: we can supply it, we can deliver it, we can do it, i am able, am able
yes: am able to supply, i am able to deliver, i can help, i have that
yes: i have those, i have enough, have enough, i have plenty, i do have
yes: we do have, i hv all, i have everything, i take the order
yes: i take this order, i'll take the order, i will take the order, taking it
yes: i have taken it, i have taken the order, let me bring, let me bring it
yes: let me send, let me supply, let me deliver, let it be so, let it go
yes: let's go, lets go, go on, go for it, good to go, we are good, we good
yes: all is well, count on me, rely on me, leave it to me, you will get it
yes: you'll get it, u will get it, expect it, expect it tomorrow, expect me
yes: consider it sorted, consider it delivered, sorted, copy, copy that
yes: copied, roger, roger that, noted, noted with thanks, well noted
yes: noted sir, noted madam, understood, gladly, with pleasure, my pleasure
yes: happy to supply, happy to deliver, glad to supply, willing, i am willing
yes: am willing, we are willing, no issue, no issues, no problm, no probs
yes: no problem at all, no problem sir, not a problem, no prblm, no objection
yes: by all means, confirmd, cnfrm, cnfrmd, cnfm, comfirm, comfirmed, confam
yes: i comfirm, confirming, acepted, acept, accpt, accptd, axcept, aceept
yes: agred, agrd, i concur, concur, approved by me, true that, thumbs up, aye
yes: yeahh, yeas, yuup, yupp, yezz, yesso, ehe, ndiyo, haan, haan ji, han ji
yes: theek hai, thik hai, pakka, ho jayega, ok ji, ji haan
yes: no wahala, no wahala o, no wahala at all, no shaking, no yawa, no lele
yes: no p, e sure, sure o, na so, sharp, i gree, i don gree, we gree
yes: we don gree, gree, i agree o, i dey, i dey o, i dey ready
yes: i dey available, i don ready, we dey ready, i get am, i get am o
yes: we get am, i get it, i go supply, i go supply am, i go bring
yes: i go bring am, i go bring it, i go deliver, i go deliver am
yes: i go carry come, i go carry am come, i go do am, i go do it, i go send
yes: i go send am, i go give you, we go supply, we go supply am, we go bring
yes: we go bring am, we go send am, we go deliver, go supply am, go bring am
yes: i fit, i fit do am, i fit supply, i fit supply am, i fit bring am
yes: i fit bring, i fit deliver, we fit, we fit do am, we fit supply
yes: we fit supply am, e go work, e go possible, e possible, e dey ok, e ok
yes: e good, correct price, price dey ok, price correct, i don see am
yes: i don hear, i hear you, on top am, make i bring, make i bring am
yes: make i supply, make i supply am, ok na, okay na, ok nau, correct o, irie
yes: yuh good, mi agree, mi can do it, mi will bring it, mi have it
# ... no
no: no o, no oo, noo o, no ma, no sir, no madam, no boss, no please, no pls
no: noh, nop, nahh, no be today, not this week, not this month
no: not this season, not now pls, not now please, no can do, next time
no: another time, maybe next time, some other time, not for me
no: i am not interested, am not interested, im not interested
no: i'm not interested, not intrested, not interested pls, cant accept
no: can't accept, cannot accept, can not accept, i cant accept, i wont accept
no: won't accept, wont accept, not acceptable, i do not accept, i dont accept
no: dont accept, do not accept, i do not agree, i dont agree, dont agree
no: not agreed, no deal, price not good, price is not good, price is too small
no: price too small, price small, price is small, the price is low
no: the price is too low, your price is low, your price is too low
no: that price is too low, that price is low, that is too low, thats too low
no: its too low, it is too low, very low, price very low, too small
no: money too small, money is small, e too small, e too low, the money small
no: price no good, price no good at all, price is bad, price bad, price not ok
no: price is not ok, price not okay, price is not okay, not at that price
no: not for that price, at that price no, i will make a loss, make a loss
no: at a loss, its a loss, loss for me, not profitable, i no gree, no gree
no: we no gree, i no dey sell, i no want, no market, count me out
no: leave me out, give other, give others, give another, give another person
no: give to another, give to others, give it to another, pass it to another
no: pass to another, let another, let others, let someone else
no: look for another, look for someone else, look elsewhere, try elsewhere
no: find elsewhere, try another, try another person, try someone else
no: try others, ask others, ask another person, ask another seller
no: get someone else, find another seller, find another person, another seller
no: not willing, i am not willing, am not willing, not selling
no: i am not selling, am not selling, im not selling, i dont sell
no: i no longer sell, stopped selling, regret, i regret, we regret
no: regret to inform you, unfortunately, unfortunately no, unfortunately not
no: sorry no, sorry not, sorry not today, sorry i refuse, afraid not
no: im afraid not, i am afraid not, i'm afraid not, declind, rejct, rjct
no: rejectd, refusd, not doable, not workable, will not work, wont work
no: e no go work, no go work, e no possible, no possible, no way o, mba, nada
no: mi no have it, mi nuh have it, mi cyaan, not with me, i let go
no: i am passing, will pass, i will pass on this, pass on this
no: i have to decline, have to decline, must decline, i must decline
no: have to say no
no: leave it as it is, leave it like that, leave it as is, leave it at, leave the order as it is, leave it that way, keep it as it is, keep it as is, keep it like that, leave as it is
cannot: cant today, can't today, cannot today, cant this week, cant this time
cannot: cant deliver, can't deliver, cannot deliver, cant bring, can't bring
cannot: cannot bring, cannot send, cant send, can't supply, cannot fulfil
cannot: cannot fulfill, cant fulfil, cant fulfill, cant get, cant get it
cannot: cannot get it, cnt supply, cnt deliver, cnt bring, cnt make it, cnt do
cannot: cant mk it, unable to supply, unable to deliver, unable to bring
cannot: unable to fulfil, unable this time, i'm unable, im unable
cannot: we are unable, won't be able, wont be able, wont be able to
cannot: will not be able, will not be able to, i will not, i will not supply
cannot: i will not deliver, i will not manage, i wont be able, i won't be able
cannot: i wont manage, i wont make it, wont make it, not be able, we cannot
cannot: we cant, we can't, cannot manage today, i no fit, i no fit supply
cannot: i no fit bring, i no fit deliver, i no fit do am, i no go fit
cannot: we no fit, we no go fit, no fit, e no go possible, no transport
cannot: no means of transport, no vehicle, no lorry, no truck, no fuel
cannot: vehicle broke down, my vehicle broke down, car broke down
cannot: my car broke down, truck broke down, bike broke down
cannot: my bike broke down, broke down, breakdown, am not well, i am not well
cannot: i'm not well, im sick, i'm sick, not feeling well, am unwell
cannot: i am unwell, unwell, in hospital, admitted, am admitted, i travelled
cannot: i have travelled, i traveled, i have traveled, am travelling
cannot: i am travelling, i travel, i don travel, out of town, not in town
cannot: am busy, i am busy, im busy, i'm busy, too busy, very busy, too far
cannot: it is too far, its too far, far from me, you are far, am far
cannot: am too far, the place is too far, place too far, road is bad
cannot: roads are bad, road is closed, road flooded, flooded, no time
cannot: i have no time, dont have time, i dont have time, i have no means
cannot: incapable, cyaan, cyah, mi cyaan manage, bereaved, i am bereaved
cannot: am bereaved, i lost my
none-left: e don finish, e don finish o, don finish, don finish o, e finish
none-left: it don finish, dem don finish, them don finish, all don finish
none-left: everything don finish, stock don finish, e no dey, e no dey again
none-left: no dey, no dey again, nothing dey, e no remain, nothing remain
none-left: nothing remains, i no get, i no get am, i no get again, we no get
none-left: we no get am, i no longer get, e don end, e don sell finish
none-left: don sell finish, i don sell all, i don sell am, i don sell finish
none-left: we don sell finish, we don sell all, dem don buy all
none-left: market don finish, i no get again o, finish already
none-left: finished already, all finished, all is finished, have finished
none-left: has finished, are finished, is finished, got finished
none-left: it got finished, they got finished, finishd, finshed, used up
none-left: all cleared, cleared out, exhausted, is exhausted, stock exhausted
none-left: depleted, is depleted, nil, nil stock, zero stock, stock nil
none-left: nothing in stock, no supply, no supplies, no produce, no harvest
none-left: no harvest yet, not harvesting, out of season, off season
none-left: not in season, not season, no season, season is over, season over
none-left: season ended, season has ended, season is finished
none-left: none at the moment, none at present, none now, none today
none-left: none this week, none for now, currently out, currently out of stock
none-left: we are out, we're out, am out, i'm out of, im out of, all taken
none-left: already taken, is taken, are taken, all booked, booked out
none-left: fully booked, already booked, already sold out, everything sold
none-left: everything is sold, everything is gone, everything gone, are gone
none-left: is gone, they are gone, it is gone, its gone, gone already
none-left: sold off, sold all of them, sold all of it, sold it all, i sold it
none-left: i sold them, i have sold, i have sold them, i have sold it
none-left: i have sold everything, we have sold, we have sold all, we sold all
none-left: was sold, were sold, has been sold, have been sold
none-left: already sold all, sold to another, sold to someone else
none-left: sold to other, sold yesterday, sold this morning, dont have it
none-left: dont have them, dont have that, i dont have it, i dont have them
none-left: i dont have that, do not have it, do not have them
none-left: do not have that, dont have stock, i dont have stock, have no stock
none-left: i have no stock, dont have now, i dont have now, dont have today
none-left: i dont have today, i dont have this week, not have, not having
none-left: am not having, i am not having, i'm not having, we dont have
none-left: we do not have, we don't have, we have no, we have none, dnt have
none-left: dnt hv, i dnt have, i dnt hv, dont av, dont hav, havent any
none-left: haven't any, havent got any, haven't got any, havent got
none-left: haven't got, have not got, i lack, we lack, lacking, am lacking
none-left: not there, they are not there, it is not there, its not there
none-left: is not there, are not there, not available now, not available today
none-left: unavailable, currently unavailable, is unavailable, not avail
none-left: no availability, finished in the market, empty, store is empty
none-left: my store is empty, scarce, very scarce, are scarce, is scarce
none-left: rain destroyed, destroyed by rain, got spoilt, all spoilt
none-left: all got spoilt, all rotten, all died, mi sell out, sell out
none-left: all sell out
only: just only, only just, na only, na just, na im remain, not everything
only: not the whole, not the full, not all of it, not all of them
only: not the rest, the rest not, the rest no, the rest is finished
only: the rest finished, the rest are finished, rest not available
only: the rest not available, the rest is not available, the rest later
only: rest later, the rest tomorrow, rest tomorrow, balance later
only: balance tomorrow, balance next week, the balance later
only: the rest next week, cant give all, cannot give all, cant supply all
only: cannot supply all, can not supply all, cant do all, cant manage all
only: cannot manage all, cant get all, part of it, part of the order, a part
only: partly, partial, partially, jst, jus, ony, onl, oni, onlee, nothing more
only: that is all, thats all, that's all, is all i have, is what i have
only: is what is there, na wetin remain, na wetin dey, is all that is left
only: not so much, less than that, short of
only: is enough, are enough, enough, will do, is ok for me, is sufficient
but: but pls, buh, apart from, save for, otherwise
if: as long as, so long as, on condition, on condition that, incase, whether
if: depends, depends on, supposing, providing, assuming
# Buyers about their orders
cancel: cancel pls, pls cancel, please cancel, kindly cancel, cancel please
cancel: cancel all, cancel everything, cancel this, cancel this order
cancel: cancel am, cancel the whole order, cancel all orders
cancel: cancel all my orders, cancel today's order, cancel todays order
cancel: cancel my delivery, cancel delivery, cancel the delivery
cancel: cancel that order, canceling, cancelling, i am cancelling
cancel: am cancelling, i'm cancelling, i want to cancel, i wish to cancel
cancel: i wan cancel, wan cancel, i have cancelled, i cancel, i cancelled
cancel: cancellation, cancelation, order cancelled, order cancel
cancel: cancelled order, cansal, kansel, cancl, canel, cncel, cncld
cancel: cancell order, forget about it, forget about the order
cancel: forget about my order, forget about that, forget about that order
cancel: forget my order, forget that order, forget am, forget d order
cancel: leave it, leave am, leave the order, leave that order, leave my order
cancel: no need again, no need anymore, no need for it, no need for it again
cancel: no need of it, no more need, need no more, no longer interested
cancel: no longer interested in the order, dont bother, don't bother
cancel: do not bother, no need to bring, no need to send, no need to deliver
cancel: no need to supply, dont bring again, dont bring anymore
cancel: dont bring any more, dont send again, dont send anymore
cancel: dont send any more, dont send the order, dont deliver again
cancel: dont deliver anymore, do not deliver, do not deliver anymore
cancel: do not deliver it, don't deliver it, dont deliver it
cancel: dont deliver the order, dont bring the order, do not bring anymore
cancel: don't bring anymore, do not send anymore, dont need again
cancel: i dont need again, dont need it again, i dont need it again
cancel: dont need it any more, i dont need it any more, dont need any more
cancel: dont need them, dont need them anymore, do not need it
cancel: do not need it anymore, i do not need it, i do not need it anymore
cancel: don't need it, don't need it anymore, i don't need it
cancel: i don't need it anymore, dont want again, i dont want again
cancel: dont want it again, i dont want it again, i dont want any more
cancel: dont want them anymore, do not want it, do not want it anymore
cancel: i do not want it anymore, no longer want it, i no longer want it
cancel: i no longer need it, no longer need it, we no longer need
cancel: we no longer need it, no longer require, no longer required
cancel: not required anymore, not needed again, no longer needed
cancel: i no want again, i no want am again, i no want am, i no need am again
cancel: i no need again, we no want again, i no dey buy again
cancel: i no go buy again, no bring am again, no bring again, no bring am
cancel: no carry am come, make una no bring, make una no bring am
cancel: make una no bring again, make una no send again, make una forget am
cancel: make una leave am, i wont take it, i will not take it
cancel: i wont be taking it, no longer taking, i will not be taking it
cancel: i wont take the order, not taking it, not taking the order
cancel: i am not taking it, wont buy, wont be buying, i will not buy
cancel: i wont buy, not buying anymore, not buying again, i am not buying
cancel: am not buying, not buying, no longer buying, no longer purchasing
cancel: called off, call it off, is called off, its called off, calling it off
cancel: calling off, event called off, scrap that, scrap everything
cancel: drop everything, void, void my order, void the order, undo
cancel: undo my order, revoke, revoke my order, revoke order
cancel: take back my order, take back the order, pull back my order, pull out
cancel: i pull out, kill the order, dont process, do not process
cancel: dont process my order, dont pack, do not pack, abandon the order
cancel: abandon my order, disregard, disregard my order, disregard the order
cancel: disregard that, ignore my order, ignore the order, ignore that order
cancel: ignore order, stop that order, stop the delivery, stop delivery
cancel: stop my delivery, we got elsewhere, got it elsewhere
cancel: got them elsewhere, i got elsewhere, found elsewhere, bought elsewhere
cancel: already bought elsewhere, i have bought elsewhere, i bought elsewhere
cancel: i have changed my mind, change of mind, change of plan
cancel: change of plans, changed mind, we have changed our mind
cancel: we changed our mind, mi nuh want it again, mi nuh want it
cancel: can i cancel, can we cancel, could i cancel, may i cancel, should i cancel, is it possible to cancel, can i still cancel
order: order of, my orda, orda, ordar, oder, my oder, my odr, consignment
order: goods ordered, parcel of
order: my order of yesterday, order of yesterday, yesterday's order
order: yesterdays order, my order from yesterday, order from yesterday
order: the order from yesterday, the order of yesterday
order: order i made yesterday, order i placed yesterday, the order i placed
order: the order i made, the order i gave, the order i sent, my earlier order
order: my previous order, my last order, my recent order, the previous order
order: the last order, earlier order, my order of today, today's order
order: todays order, my order for today, my order for tomorrow
order: the order for tomorrow, that order, this order
status: when will it reach, when will it reach me, when will it get here
status: when will it be here, when will it be delivered, when will it be ready
status: when will my order come, when will my order arrive
status: when will my order reach, when will my delivery, when will the order
status: when will they come, when will they arrive, when will they reach
status: when will you come, when will you arrive, when will you reach
status: when will you be here, when are you reaching, when is it reaching
status: when is it arriving, when should i expect, when do i expect
status: when shall i receive, when shall i get, when will i receive
status: wen will it come, wen will it reach, wen will u bring, wen wil u bring
status: wen r u coming, wen are u coming, when u coming, when u bringing
status: when you dey bring, when una dey bring, when una go bring
status: when e go reach, when e go come, when una dey come
status: what time will it come, what time will it arrive
status: what time will it reach, what time will you come
status: what time will you deliver, what time are you coming
status: what time is the delivery, what time is delivery
status: what time should i expect, delivery time, will it come today
status: will it reach today, will it arrive today, will you come today
status: will you deliver today, will i get it today, will i get my order
status: is it coming today, are they coming, are you still coming
status: are u coming, are u still coming, still coming, is it still on
status: is my order still on, is my delivery, has it reached, has it left
status: has it been dispatched, has it been delivered, has it come
status: has the order left, has my order left, has my order been sent
status: has my order been dispatched, has my order come, has my order arrived
status: did it leave, have you sent, have you sent it, have u sent
status: have you sent my order, have you dispatched, have u dispatched
status: dispatched, is it dispatched, out for delivery, has the driver left
status: where has my, where has it reached, where it has reached
status: where have you reached, where have u reached, how far have you reached
status: have you reached, reached where, reached or not, where are you
status: where r u, where are they, where is the driver, where is the rider
status: where is it, where is my stuff, where is my goods, where are my goods
status: where are my things, where is my delivery, where is our order
status: where is our delivery, wheres my order, where's my order
status: wheres my delivery, wheres my stuff, where my order, where my goods
status: where my order dey, where my order dem, where una dey, una dey where
status: where u dey, where you dey, where my things dey, where my market
status: where my goods dey, order never reach, my order never reach
status: never reach, e never reach, e never come, i never see am
status: i never see my order, i never get am, my order no come, no come yet
status: order no come, no show my order, wetin happen to my order
status: wetin dey happen to my order, wetin do my order, how far my order
status: how far the order, how far with my order, how far my goods
status: how far d order, how is my order, how about my order, how is the order
status: hows my order, what about my order, what about my delivery
status: what of my order, what is happening with my order
status: whats happening to my order, whats up with my order
status: what happened to my delivery, what happened with my order
status: order update, order progress, status of, status of my order
status: status pls, status please, status on my order, the status of my order
status: update me, update me on my order, update on the order
status: any update on my order, give me an update, give me update
status: kindly update, kindly update me, any progress, any feedback, any word
status: any word on my order, no news, progress of my order, follow up
status: following up, following up on my order, follow up on my order
status: checking on my order, check on my order, checking my order
status: check the order, check the status, about my order, regarding my order
status: inquiring about my order, enquiring about my order
status: asking about my order, order not arrived, order not come
status: order not received, order has not arrived, order has not come
status: my order has not come, my order has not arrived, my order hasnt come
status: my order hasnt arrived, my order not here, my order is not here
status: my order is late, order is late, not received my order
status: i havent received my order, i have not received my order
status: i havent got my order, havent gotten, have not gotten
status: i have not gotten, i havent gotten, still not here, still not come
status: still not arrived, still not received, still hasnt come
status: still hasn't arrived, still nothing, nothing yet, nothing has come
status: nothing has arrived, i am still waiting, i'm still waiting
status: im still waiting, im waiting, i'm waiting, we are waiting
status: we are still waiting, still waiting for my order, been waiting
status: have been waiting, i have been waiting, waiting for my order
status: waiting for the order, waiting for delivery, waiting for my delivery
status: waiting since, waiting for it, not seen my order
status: i have not seen my order, have not seen it, havent seen it
status: havent seen my order, not yet seen, yet to receive, yet to come
status: yet to be delivered, yet to see, did you send it, did u send it
status: did u send my order, have you received my order
status: did you receive my order, did u receive my order, u got my order
status: you got my order, you received my order, is my order confirmed
status: was my order received, is my order coming, is my order on the way
status: are my goods ready, is my order done, order ready, order location
status: is the order ready, can i track, how do i track, how long more
status: how much longer, how long until, how long till, wen is my order
status: what is the eta, whats the eta, mi order come, weh mi order
status: whey mi order deh, weh mi tings dem
status: has the rider left, has the boda left, has the boda guy left
status: has the truck left, has the lorry left, has the vehicle left
status: has the delivery left, has the delivery guy left
status: has the delivery person left, has your rider left
status: has your driver left, has the car left, where is your rider
status: where is your driver, where is the truck, where is the lorry
status: where is the vehicle, where is the boda, where is the delivery guy
status: where is the delivery, where is the delivery man
status: where has the rider reached, where has the driver reached
status: is the rider on the way, is the driver on the way, is the rider coming
status: is the driver coming, is it on its way, are they on the way
status: are you on the way, are u on the way, on the way or not
status: have they left, have you left, have u left, did you leave
status: did the driver leave, when is the rider coming
status: when is the driver coming, when will the rider come
status: when will the driver come, how far is the driver, how far is the rider
status: how far are you, how far r u, how far have you gone
status: how long will it take to arrive, how long will it take to reach
status: how long will delivery take, how many hours more, hw far
status: hw far my order, e don reach where, dem don send am, una don send am
status: you don send am, you don send my order, una never bring
status: una never bring am, you never bring, you never bring am
status: you never send, wetin delay my order, why my order delay
status: why is my order delayed, why the delay, why delay
status: why is it taking long, taking too long, it is taking too long
status: my things have not come, my goods have not come
status: my goods have not arrived, goods not arrived, goods not received
status: goods not yet received, my goods have not reached, has not reached
status: has not reached me, hasnt reached, hasn't reached, it has not reached
status: not yet reached, not reached yet, not reached, hasn't come
status: it has not come, it hasnt come, not delivered yet
status: has not been delivered, hasnt been delivered, nothing delivered
status: has my thing reached, where has my thing reached
status: where have my things reached, where have my goods reached
status: where are my vegetables, where is my food, where is my delivery guy
status: order whereabouts, whereabouts of my order, track my delivery
status: order tracking
status: don reach where, reach where, wey my order, where my order dey
status: wher is, whr is, wher is my, whr is my, were is my, wheres my, whers my
status: has my delivery, has my order, has my delivery left, has my order left, has the delivery left, has it left yet
# Questions: how it works, what there is, what it costs
help: how does this thing work, how does this thing works
help: how does this work pls, how does the system work
help: how does your system work, how does it works, how do this work
help: how does that work, how this works, how this work, how it work
help: how this thing works, how does ordering work, how does your service work
help: how can this work, how e dey work, how this thing dey work
help: how i go take order, how i go order, how i fit order, how i fit buy
help: how i fit sell, how person go order, how we go order, how do we order
help: how do i place an order, how do i place order, how do i make an order
help: how to place an order, how to place order, how to make an order
help: how can we order, how can i place an order, how can i make an order
help: how can i use this, how can i use it, how do i use it
help: how do you use this, how can you help me, how can you help
help: how are orders made, how do i text, how do i reply, how to reply
help: how do i answer, how do i write, how do i pay, how to pay, how can i pay
help: how do i cancel, how to cancel, how can i cancel
help: how do i change my order, how do i change, how do we use this
help: how do we sell, how do we buy, how do farmers sell
help: how do i register my produce, how do i list, how do i post
help: how do i start, how to start, where do i start, where to start
help: hw do i order, hw to order, hw 2 order, hw does it work
help: hw does dis work, hw it works, hw do i buy, hw do i sell, hw 2 use
help: hw to use, what do i text, what do i send, what should i send
help: what should i write, what should i text, what do i write, what do i type
help: what to send, what to write, what to type, what to do, what to do next
help: what do i do now, what next, what now, what is this for
help: what is this about, whats this, what's this, whats this about
help: whats this number, what is this service, what service is this
help: what is this thing, what does this do, what do you do, what can you do
help: what can u do, what do you offer, what services do you offer
help: what services, who is this pls, who r u, who u, who is texting
help: who is this number, whose number is this, who are you people, i am lost
help: am lost, i'm lost, im lost, i am stuck, am stuck, im stuck, stuck
help: assist me, kindly assist, kindly assist me, pls assist, pls assist me
help: please assist, please assist me, pls help, pls help me, help pls
help: help plz, help pliz, plz help, kindly help, kindly help me
help: please help me, help us, need some help, i need some help
help: i need assistance, need assistance, need guidance, can u help
help: can u help me, can anyone help, could you help, could you help me
help: pls guide, pls guide me, kindly guide, kindly guide me, please guide me
help: guide pls, i no understand, i no understand am, we no understand
help: i no sabi, i no sabi am, no sabi, i no know how, wetin be dis
help: wetin be this, who be dis, who be this, who you be, una be who
help: mi nuh understand, how dis work, new here, i am new, i'm new here
help: am new here, i am new here, im new here, first time here
help: first time using, first time using this, show me how
help: show me how to order, tell me more, tell me about this
help: tell me how this works, more info, more information, more details
help: details pls, give me details, give me more details, give me information
help: i need info, need info, need information, need more info
help: i need more information, what can i order, what commands, command list
help: list of commands, commands list, faq, how to use sms, not sure how
help: not sure what to do, dont know how, dont know how to use
help: i dont know how, i dont know how to use, i do not know how
help: i dont know what to do, dont know what to do, unable to understand
help: not understanding, am not understanding, i am not understanding
help: im not understanding, i am not getting, not clear, it is not clear
help: i didnt understand, did not understand, didnt understand, dont get it
help: i dont get it, i didnt get, pardon i dont understand, explain please
help: explain to me, explain more, can you explain, kindly explain
help: pls explain, please explain, halp, elp, hepl, hlep, heelp, hellp
help: how does this service work, how does dis service work, how does this work, how does it work, how this works
stop: do not send me these messages, do not send me these msgs
stop: do not send me these texts, do not send me these sms
stop: do not send me any messages, do not send me any msgs
stop: do not send me any sms, do not send me more messages
stop: do not send me messages again, do not send me sms, do not send me msgs
stop: do not send me texts, do not send these messages, do not send sms
stop: do not send messages, do not sms me, do not message me
stop: do not message me again, do not text me again, do not text me anymore
stop: do not disturb me, do not disturb, dont send me these messages
stop: dont send me these msgs, dont send me these sms
stop: dont send me these texts, dont send me any messages
stop: dont send me any msgs, dont send me any sms, dont send me sms
stop: dont send me msgs, dont send me texts, dont send me more messages
stop: dont send me more msgs, dont send sms, dont send messages
stop: dont send msgs, don't send me msgs, don't send me sms
stop: don't send me these messages, don't text me again, don't message me
stop: don't contact me, dont text me again, dont text me anymore
stop: dont text again, dont text this number, dont sms me, dont msg me
stop: dont msg me again, dont message me again, dnt text me, dnt send me msgs
stop: dnt send me sms, no more msgs, no more sms please
stop: no more messages please, no more messages pls, no more of these messages
stop: no more spam, no sms please, no messages please, stop sending me msgs
stop: stop sending me these msgs, stop sending me these messages
stop: stop sending me these texts, stop sending msgs, stop sending sms
stop: stop sending texts, stop sending these messages, stop sending these msgs
stop: stop sending me this, stop sending me things, stop msgs, stop msg
stop: stop the msgs, stop the messages, stop the sms, stop the texts
stop: stop texts, stop text, stop all messages, stop all msgs, stop all sms
stop: stop all texts, stop your messages, stop your sms, stop your msgs
stop: stop these texts, stop these sms, stop these msgs, stop msging me
stop: stop smsing me, stop messaging, stop spamming, stop spamming me
stop: stop spam, stop it now, stop now, stop this now, stop this nonsense
stop: stop am, stop dis, stop disturbing, stop contacting, stop bothering
stop: stop harassing me, stop sms pls, stop pls, pls stop, please stop
stop: please stop texting me, pls stop texting me
stop: please stop sending me messages, pls stop sending me messages
stop: please stop sending messages, pls stop sending msgs
stop: please stop messages, please stop this, pls stop this, kindly stop
stop: kindly stop texting me, kindly stop sending me messages
stop: kindly stop messages, i said stop, stop means stop, sto, stp, stoop
stop: spam, make una stop, make una stop am, una stop am
stop: make una no send me message, make una no text me
stop: no send me message again, no send me sms again, no send me message
stop: no text me again, no text me, i no want message, i no want una message
stop: i no want sms, i want to leave, i want to exit, i want to quit
stop: i want to opt out, i wish to opt out, i wish to unsubscribe
stop: i wish to stop, i would like to unsubscribe, want to unsubscribe
stop: how do i unsubscribe, how to unsubscribe, how do i opt out
stop: how do i stop these messages, exit, leave the group, leave group
stop: leave list, leave this list, remove my contact, remove my contacts
stop: remove my phone, remove my details, remove my no, remove this number
stop: remove me please, remove me pls, pls remove me, please remove me
stop: please remove my number, pls remove my number, kindly remove me
stop: kindly remove my number, take me out, take me off this list
stop: take me off please, take me out of your list, take my number out
stop: get me off, get me off this list, get me off your list, strike me off
stop: delete this number, delete my contact, delete my no, delete my data
stop: delete my account, delete me from your list, erase my number
stop: erase my data, unsubscribed, unsubscrib, unsubscrbe, unsuscribe
stop: unsubcribe me, un subscribe, un-subscribe, unsubscribe please
stop: unsubscribe pls, please unsubscribe, please unsubscribe me
stop: pls unsubscribe, pls unsubscribe me, unsubscribe my number
stop: cancel my subscription, cancel subscription, end subscription
stop: stop subscription, stop my subscription, deactivate, deactivate me
stop: deactivate my number, deactivate my account, close my account
stop: block my number, block this number, block messages
stop: not interested in your messages, not interested in these messages
stop: tired of your messages, tired of these messages, dont want your messages
stop: i dont want your messages, i don't want your messages
stop: dont want these messages, i dont want these messages, dont want messages
stop: i dont want messages, i dont want sms, dont want sms
stop: i dont want your sms, i do not want your messages
stop: i do not want these messages, i do not want sms, no longer want messages
stop: i no longer want your messages, i no longer want these messages
stop: dont want to receive messages, leave me alone please, wrong number stop
stop: i dont want these texts, i dont want these msgs, i dont want these sms
stop: i don't want these messages, i don't want these texts
stop: i do not want these texts, dont want these texts, dont want these msgs
stop: i dont want your texts, i dont want ur msgs, i dont want texts
stop: i dont want any messages, i dont want any more messages
stop: i dont want any more texts, i dont want more messages
stop: i no want this message again, i no want these messages
stop: i no want una message again, make una no send me message again
stop: make una stop this message, una stop this message
stop: abeg stop this message, abeg no send me message again
stop: abeg no text me again, dont send me these msgs again
stop: dont send me texts again, dont send me messages again
stop: dont send me sms again, dont send sms again, don't send me texts
stop: don't send me messages again, do not send me any more messages
stop: do not send any more messages, never text me again
stop: never send me messages again, never send me sms again
stop: stop this messages, stop this sms, stop this texts, stop your texts
stop: stop ur msgs, stop with the messages, stop sending me these
stop: quit texting me, quit sending me messages, enough with the messages
stop: am tired of your messages, take out my number, remove me from this
stop: remove ma number, delete my number from your list, opting out
stop: how do i stop this, how can i stop this, unscribe
stop: do not contact me again, dont contact me again, no more contact
messages: msgz, mesages, messges, mesage, sms's, smss, notifications
messages: notification, alerts, alert, your texts, your sms, your msgs
messages: these texts, these messages, these msgs, these sms, again
messages: from now on, from today, nonsense, number, my number
start: subscrib, suscribe, i want to subscribe, i want in, activate
start: activate me, reactivate, reactivate me, enroll, enroll me, enrol
start: enrol me, sign me up, sign me in, add my number, add me, i wan join
start: i would like to join, can i join, how do i join, how to join
start: how can i join, how can i register, how do i register, how to register
start: start sending, start sending me, start sending me messages
start: start sending messages, start messages, start sms, resume messages
start: resume sms, put me back, put me back on the list, strt, start me
start: start please, pls start, please start, begin, i am back, im back
start: i'm back
price: last price, last price na, last price is, prics, pricez, prces, prc
price: prais, prise of, rates of, rate for, cost per, cost for, price per
price: price pr, the price of, selling price, buying price, unit price
price: going rate, the rate, new rate, my new price, update price
price: update my price, set price, price update, change price, change price to
price: change my price, change my price to, price to, price changed to
price: price has changed to, now going for, now selling at, selling at
price: selling for, sold at, going at, asking price, asking, priced at
price: am selling at, i am selling at, i sell at
how-much: wats the price, wat is the price, wat's the price, whats d price
how-much: wats d price, what is d price, wat price, what's the price
how-much: what's the cost, whats the rate, what's the rate, what is rate
how-much: what rate, whats rate, what are the rates, what is the going rate
how-much: what is the current price, whats the current price
how-much: what is current price, what is today price, what is today's price
how-much: whats todays price, what is the cost of, whats the price of
how-much: what is the price of, what is the market price, what's your rate
how-much: whats ur price, what is ur price, wats ur price
how-much: what price are you selling, what price do you sell, at what price
how-much: how mch is, hw much is, hw mch is, hw mch, hwmuch, howmch, hw muc
how-much: how much is it, how much be, how much e be, how much be am
how-much: na how much, how much una dey sell, how much una sell
how-much: how much you dey sell, how much you sell, how much u sell
how-much: how much do u sell, how much are you selling, how much r u selling
how-much: how much are u selling, how much do they cost, how much does it cost
how-much: how much is going, how much going for, how much per
how-much: how much for each, how much you selling, how much you want
how-much: how much will it cost, how much will you charge
how-much: how much do you charge, how much do i pay, how much should i pay
how-much: how much they sell, how much do you buy, how much are you buying
how-much: how much do you pay, how much do you pay for, how are you selling
how-much: how r u selling, how are u selling, hw are u selling
how-much: how do you sell, how do u sell, how you dey sell, how una dey sell
how-much: hows the price, how's the price, how is the price
how-much: how are the prices, how is price, how is the rate, price check
how-much: price enquiry, price inquiry, price plz, price plse, prices pls
how-much: prices please, prices for today, price for today, todays rate
how-much: today rate, today's rate, today's price, today's prices, rate today
how-much: rates today, rate pls, rate please, price list pls
how-much: price list please, pricelist pls, send price list
how-much: send me price list, send prices, send me prices, send me the prices
how-much: send me price, send me the price, send price, tell me the price
how-much: tell me price, tell me the cost, give me the price, give me price
how-much: give me prices, give me your price, give me the prices, share price
how-much: share prices, share the price, share price list, share rates, quote
how-much: quote me, quote price, quotation, quotation for, send quotation
how-much: kindly quote, pls quote, please quote, let me know the price
how-much: let me know price, let me know prices, know the price
how-much: know the price of, know price, to know the price
how-much: i want to know price, can i know the price, may i know the price
how-much: may i know the rate, ask price, asking price of, enquire price
how-much: inquire price, inquire about the price, enquire about price
how-much: price of one, kitna, kitne ka, kitna hai, rate kya hai, bhav kya hai
how-much: rate batao, mandi rate, mandi bhav, going for how much, how many bob
how-much: how many shilling, how many naira, what is it going for
how-much: what are they going for, what is going rate, cost please, cost pls
how-much: any price change, has price changed, wah di price, how much fi
how-much: how much dem fah
is-there: una get, una get am, una still get, una dey sell, una dey get
is-there: you get, you still get, u get, u still get, you dey sell, u dey sell
is-there: dem get, who get, who dey sell, who get am, do you still sell
is-there: do u still have, do u still sell, do u stock, do you guys have
is-there: do u guys have, do you people have, do you deal in, do u deal in
is-there: do you supply, do u supply, do you offer, dou have, d u have, d u hv
is-there: have you, have u, hv you got, hv u got, hv u, u hv, u got, you got
is-there: u hav, do u hav, do u av, do you hv, do we have, is there still
is-there: is there some, is there anyone with, are there still, can one get
is-there: can somebody get, anyone having, who is having, who has got
is-there: are you having, r u having, are u having, you are having, u having
is-there: you having, got some, you got any, u got any, have any
is-there: any chance of, any available, what do you have, what do u have
is-there: what do you have today, what have you got, what u got, what you got
is-there: what is available, whats available, what's available
is-there: what is available today, wats available, what is there, whats there
is-there: what is in stock, whats in stock, what's in stock, what do you sell
is-there: what do u sell, what are you selling, what r u selling
is-there: what items do you have, what items, what products do you have
is-there: what products, which products do you have, which items do you have
is-there: which vegetables do you have, what vegetables do you have
is-there: what fruits do you have, which fruits do you have
is-there: what else do you have, wetin una get, wetin you get
is-there: wetin dey available, wetin una dey sell, wetin dey, where to get
is-there: where to buy, where to find, where can we get, where can we buy
is-there: where do i get, where do i buy, where do i find, where i fit buy
is-there: where i fit get, who can supply, who can sell me, who supplies
is-there: is it in stock, are they in stock, is it ready, are they ready
is-there: still available, is it still available, are they still available
is-there: are you selling, are u selling, r u selling, you sell, u sell
is-there: you selling, u selling, do they have, does anyone have
is-there: does anybody have, does anyone sell, does anyone know who sells
is-there: list of products, product list, products available
is-there: available products, items available, show me what you have, yuh have
is-there: unu have, yuh sell
is-there: do u people have, you dey get, do una get, does any one have
is-there: do any of you have, does your shop have, any one selling, who have
is-there: who's selling, whos selling, is anyone selling, is anybody selling
is-there: any farmer with, any seller with, anyone who has, anybody having
is-there: where i go see, where i go find, is it possible to find
is-there: is any available, any in stock, anything available
is-there: is still available, are still available, you still have
is-there: u still have, you have any, u have any, have you any, you dey with
is-there: what are u selling, what are you having, wetin you dey sell
is-there: you dey get am, hope you have, hope u have, hope there is
is-there: hope e dey
max: not past, no pass, not pass, no go pass, e no go pass, make e no pass
max: no more dan, should not exceed, must not exceed, shouldnt exceed
max: shouldn't exceed, not to go above, not to go over, dont go above
max: dont go over, do not go above, don't exceed, dont exceed, do not exceed
max: price not above, price not more than, price not over, price not exceeding
max: price should not exceed, price must not exceed, price below, price under
max: priced below, if not more than, at max, at maximum, at the most, atmost
max: ceiling, price ceiling, max price, maximum price, max budget
max: maximum budget, my max, my maximum, my max is, my limit, my limit is
max: limit is, can only pay, i can only pay, only paying, can afford
max: i can afford, afford, could pay, i could pay, i go pay, i fit pay
max: i fit pay only, go pay, my price, my price is, my best price
max: my best price is, my last price, my last price is, my last price na
max: my last, last i can pay, best i can pay, most i can pay
max: the most i can pay, the highest i can pay, highest price
max: highest i can go, am paying, i am paying, i'm paying, im paying, we pay
max: we are paying, we will pay, we can pay, will pay, will pay upto
max: will pay up to, shall pay, ready to pay, am ready to pay, prepared to pay
max: able to pay, offering to pay, paying upto, paying up to, paying max
max: or less, or below, or cheaper, or lower, and below, tops, mx, maxi, maxm
max: maximun, maximam, budjet, buget, budget of max, our budget, our budget is
max: not mor than, nt more than, not more dan, lower than, at less than
max: not more thn, no more thn, not more den, nt more thn, nomore than
max: for less than, for under, for below
total: total amount, for the whole lot, for the lot, overall, grand total
total: for all of it, for all of them, total price, total cost, the total
per: for one, per one, for each one, every one, for 1, pr, at each
each: each one of, each of them, each of these, of each kind, of each type
each: eac, ea, echh, a piece each, respectively, from each, of both
each: both of them, per item
currency: kenya shillings, ugandan shillings, uganda shillings, ugshs, ushs
currency: ghc, gh, gh cedis, ghana cedis, nairas, nira, bucks, kwacha, zmw
currency: mwk, rand, rands, zar, pula, dalasi, gmd, leones, sle, ttd, jmd
currency: jamaican dollars, us dollars, us dollar, ec dollars, bds, gyd, rps
currency: rupaye, rupaya, rupay, bobs, shillingi, shilings, shillins
done: delivery done, delivery made, order delivered, the order is delivered
done: goods handed over, i don deliver, i don deliver am, don deliver
done: don deliver am, don supply, i don supply, i don supply am, i don drop am
done: handed, handed it over, handed over to, handed over the goods
done: buyer has it, buyer took, buyer took it, buyer collected
done: buyer has collected, buyer picked, buyer has picked, picked by buyer
done: collected by buyer, taken by buyer, buyer received, buyer has received
done: order complete, order completed, order is complete, delivery complete
done: delivery completed, delivered successfully, successfully delivered
done: given to buyer, i gave it to, gave it to the buyer, i gave the buyer
done: have dropped, i have dropped it, i dropped it, dropped it
done: i have brought it, i have handed over, has been delivered
done: have been delivered, was delivered, were delivered, delivred, deliverd
done: dlvrd, dlvd, delvd, delivered already, already delivered
done: already supplied, suplied
got: i don receive am, i don receive, don receive, don receive am
got: i don collect, i don collect am, don collect, i don get am
got: e don reach me, e don come, e don land, recieved, i recieved, receved
got: recvd, rcvd, rcd, recd, order received, order recieved, goods recieved
got: received the goods, received the order, received in good order
got: received in good condition, received with thanks, received well
got: well received, received safely, arrived safely, arrived well, has come
got: it has come, they have come, it came, they came, have arrived
got: they arrived, they have arrived, reached me, it has reached
got: it has reached me, it reached, it reached me, they reached, my order came
got: my order arrived, my order has arrived, my order has come, order came
got: order arrived, order has arrived, it is here, its here, collected it
got: i collected, i have collected, picked it, i picked, i have picked
got: i have picked it, i have it now, i have gotten, i have got it, gotten it
got: got the goods, got the order, got everything, received all
got: received everything
problem: problems, prblm, isue, issues, have a problem, there is a problem
problem: i have a problem, i have an issue, there is an issue, something wrong
problem: something is wrong, not ok, not okay
noshow: no one came, no body came, nobody showed up, no one showed up
noshow: noone came, buyer not come, buyer has not come, buyer hasnt come
noshow: buyer no come, buyer no show, buyer no show up, buyer not showing up
noshow: buyer absent, buyer did not show up, buyer didnt show up
noshow: buyer did not pick, buyer didnt pick, buyer did not collect
noshow: customer did not come, customer didnt come, customer no come
noshow: customer never came, client did not come, client didnt come
noshow: they did not come, they didnt come, they never came, he didnt come
noshow: he did not come, she didnt come, she did not come, did not collect
noshow: didnt collect, didn't collect, did not come to pick, not picked up
noshow: never showed up, never came, never picked, never collected
noshow: failed to pick, failed to come, failed to collect, failed to show up
paid: i don receive money, i don receive the money, money don enter
paid: money don come, don pay, e don pay, he don pay, buyer don pay
paid: buyer paid, buyer has paid, has paid me, he paid, she paid, they paid
paid: he has paid, she has paid, they have paid, paid me, settled
paid: payment done, payment made, payment complete, payment completed
paid: payment has come, full payment, fully paid, paid in full, money in
paid: money reached, money has come, money came, money paid, got the money
paid: i got the money, i got paid, got my money, i got my money
paid: i have received payment, i have received the money, i received payment
paid: i received the money
income: how much money did i make, how much did i make, how much have i made
income: how much money have i made, total earned, total earnings, my earning
income: what is my balance, whats my balance, my total, my payments
income: my account balance, how much did i sell, what did i sell
income: how much have i got
turn: when is it my turn, when my turn, my turn when, why am i skipped
turn: why was i skipped, why no orders for me, no orders for me, no orders yet
turn: why am i not called, my number in line, my place in line
turn: my place in the queue, my position in the queue, am i next, who is next
turn: whose turn, whose turn is it, why no order for me, why am i left out
seller: i am a seller, am a seller, i want to sell here, want to sell here
seller: i want to start selling, want to start selling, can i sell here
seller: how can i sell here, sign up as seller, sign me up as seller
seller: join as seller, join as a seller, join as farmer, join as a farmer
seller: register as farmer, register as a farmer, register me as farmer
seller: register me as a farmer, register me as seller, i am farmer
seller: i'm a farmer, im a farmer, we are farmers, we are a farmers group
seller: i am a grower, i grow vegetables, i wan be seller, i wan sell here
seller: how i go be seller, i want to register as seller
seller: i want to register as a seller, i want to be seller, i want to supply
seller: how to become a seller, how can i become a seller
seller: how do i become seller
# Experiences
complaint: e don spoil, don spoil, e don rotten, don rotten, una send bad
complaint: bad bad, no good, no good at all, e no good, e no fresh, no fresh
complaint: una cheat me, you cheat me, cheated me, cheating, shorted
complaint: you shorted me, short me, not complete, incomplete, was incomplete
complaint: not full, was not full, were not full, half full, half empty
complaint: scale is wrong, scale was wrong, measure was short, weight less
complaint: weight is less, less kg, less kgs, were less, was less, came less
complaint: got less, fewer than, not reach, e no reach, no reach the kg
complaint: not upto, underweighed, under weight, overripe, over ripe, too ripe
complaint: not sweet, sour, watery, tasteless, no taste, leaking, leaked
complaint: contaminated, with stones, full of stones, stones inside
complaint: had stones, with sand, full of sand, weevils, weevil, infested
complaint: infestation, moths, stinking, stink, stinks, foul, foul smell
complaint: bad smell, discoloured, squashed, smashed, cracked, cracked ones
complaint: sprouted, sprouting, shrivelled, shriveled, withered, dried up
complaint: pathetic, substandard, sub standard, inferior, low quality
complaint: bad quality, poor condition, bad condition, worse
complaint: not what i ordered, not what i asked, not what i wanted
complaint: not what we ordered, wrong size, wrong variety, wrong product
complaint: fraud, fraudster, scam, scammers, scammer, thief, thieves, conman
complaint: con men, liar, liars, lied, lied to me, rip off, ripped off
complaint: overpriced, refund me, return my money, bring back my money
complaint: bring back, take back, send back, take it back, return, returning
complaint: i want refund, compensate, compensation, unacceptable
complaint: unprofessional, insulted, abused, shouted at me, careless
complaint: not serious, unserious, unreliable, very slow, too slow
complaint: slow delivery, took too long, took so long, hours late, days late
complaint: late delivery, delivery was late, delivery late, delivery came late
complaint: always late, came very late, came so late, delivered late
complaint: very late, so late, was so late, disapointed, dissapointed
complaint: dissatisfied, not impressed, angry with, fed up, annoyed
complaint: bad market, spoilt ones, rotten ones, half rotten, some rotten
complaint: all rotten, were rotten, was rotten, are rotten, is rotten
complaint: they were rotten, they are rotten, many rotten, too many rotten
complaint: were bad, was bad, are bad, they are bad, is bad, were spoilt
complaint: were spoiled, was spoilt, are spoilt, were damaged, was damaged
complaint: were broken, are broken, got broken, came broken, were small
complaint: too soft, were too small, were unripe, were green, were dry
complaint: were dirty, were old, was old, was sour, expensive, very expensive
complaint: too expensive, too costly, costly, bad experience, never again
complaint: brought less, sent less, gave less, you brought less
complaint: you gave me less, you sent less, brought me less, brought the wrong
complaint: sent the wrong, gave me the wrong, you sent the wrong
complaint: you brought the wrong, you gave me wrong, not what i asked for
complaint: not as ordered, not as agreed, different from what i ordered
complaint: different from what i asked, sent me less, came short, short by
complaint: was underweight, less than ordered, less than what i ordered
complaint: less than i paid for, brought instead, was brought instead
complaint: were brought instead
complaint: got nothing, received nothing, nothing came, i got nothing, i received nothing, got no goods, got zero, got a few, got only some, got none
praise: una do well, una try, una too much, you try, you do well, you try well
praise: good work, nice work, superb, fantastic, awesome, brilliant
praise: perfect service, top service, top notch, five star, five stars, loved
praise: we love, i love, customers love, my customers love, my customers loved
praise: customers liked, customers like, liked, liked it, i like it, i liked
praise: we liked, e sweet, sweet well well, very nice indeed, fine well well
praise: fresh well well, quick delivery was, fast delivery was, came on time
praise: arrived on time, delivered on time, always on time, reliable
praise: very reliable, pleased, very pleased, well pleased, happy with
praise: am happy, i am happy, we are happy, am very happy, satisfied with
praise: very tasty, so fresh, so sweet, so good, so nice, really good
praise: really fresh, really nice, really sweet, were sweet, was sweet
praise: were nice, was nice, were excellent, was excellent, was great
praise: were very fresh, were so fresh, were so good, was very fresh
praise: no complaints, no complaint, kudos, hats off, bravo, big up
praise: good product, good products, great products, great quality was
praise: quality was good, quality is good, quality was great
praise: very good quality, excellent quality, the quality is good, i recommend
praise: will order again, will buy again, good job guys, keep up
praise: keep up the good work, god bless your work, much love
past: harvestd, we planted, i planted, we ate, i ate, has grown, have grown
past: was planted, were planted, buried, passed away, passed on, woke up
past: slept, travelled, traveled, stood, met, called me, visited
past: finished school, grazing, watered, watering, irrigated, pruned, i sold
past: we sold, they sold, last night, last harvest, other day, the other day
past: two days ago, long ago, those days, back then, in those days, as a child
past: before i, i remember, reminds me, i had, we had, he had, she had
past: they had, i was, we were, he was, she was, they were, there was
past: there were, used up my
talk: wetin, wahala, dey go, gist, gbege, japa, nepa, fuel price, traffic
talk: robber, robbers, kidnap, election, elections, party agenda, mum's, dad's
talk: grandma, grandpa, grandmother, grandfather, granny, shosho, guka, nephew
talk: niece, in law, inlaws, fiance, girlfriend, boyfriend, twins, newborn
talk: pregnant, delivery of baby, labour ward, nurse, malaria, fever, headache
talk: cough, covid, injection, dose, tablets, drug, drugs, dawa, homework
talk: assignment, results, term, semester, lecture, lecturer, headteacher
talk: principal, pupils, bursary, sermon, bible, verse, choir, pastor, bishop
talk: imam, mosque prayers, crusade, league, arsenal, chelsea, man u
talk: liverpool, score, scored, draw, fixture, betting, bet, jackpot, odds
talk: chama, sacco, mchango, contribution, contributions, harambee
talk: fundraising, pesa, till number, paybill number, send money
talk: transfer money, bank transfer, atm, otp, code is, verification code
talk: credit, on credit, in credit
talk: your code, balance is, credit card, loan app, fuliza, mshwari, bundles
talk: data bundle, recharge, recharge card, top up my phone, charger, sim card
talk: simcard, laptop, computer, email, gmail, tiktok, instagram, youtube
talk: link, click, click here, congratulations you, winner, you have won
talk: prize, lottery, promo, promotion, offer ends, visa, passport, flight
talk: ticket, bus ticket, embassy, interview, cv, vacancy, hiring, boss wants
talk: salary advance, meeting at, minutes of, agenda, seminar, workshop
talk: training, conference, barber, salon, hair, braids, nails, makeup, tailor
talk: fabric, uniform, suit, perfume, earrings, cement, sand, bricks
talk: iron sheets, timber, nails kg, paint the, plumber, electrician, mason
talk: fundi, landlord, tenant, rent money, plot for sale, land for sale
talk: house for rent, bedsitter, vet, vaccinate, vaccine, deworm, calf, calves
talk: heifer, milking, kids are, puppy, kitten, mosquito, snake bite, love you
talk: i love you, miss him, dear john, kiss, darling, sweetheart, baby girl
talk: my love, valentine, anniversary, rip, condolence, condolences
talk: my condolences, burial is, sorry for your loss, get well soon
talk: quick recovery, safe journey, journey mercies, sweet dreams, sleep well
talk: good luck, best wishes, long life, merry xmas, happy xmas, happy sunday
talk: happy weekend, happy diwali, eid mubarak to, happy birthday to
talk: acct, amt, avail bal, trf, acct no
talk: lend me, lend, can you lend me, borrow me, borrow, your balance is, balance is, new balance, you owe me, i owe you
question: wen, wat, wats, wetin, wher, hw, how many people, y is, what kind
question: what type, whats the, which one, which ones, is this, is that
question: are we, will there, am i
question: can i cancel, can we cancel, could i cancel, may i cancel, should i cancel, is it possible to cancel, is it possible to remove, can i still cancel, can i remove
# Places
place: kwa, carry go, carry am go, carry it to, drop for, drop am for
place: drop am at, drop it for, make e reach, to my shop at, to my shop in
place: to my house at, to my house in, to my place at, to my place in
place: to my hotel in, to our school in, my shop in, my shop at, my house at
place: my place at, beside, close to, adjacent to, across from, off the, along
place: based in, based at, located, currently at, currently in, we are at
place: we're at, i stay at, i stay in, we stay at, i dey for, my shop is at
place: my shop is in, my house is at, delivery point, delivery point is
place: delivery address, delivery location, drop point, drop location
place: drop off point, drop off, destination, destination is, dest, addr, loc
place: locatn, location at, venue is, here at, here in, over at, down at
place: up at, dispatch to, despatch to, transport to, parcel to, courier to
place: load to, forward to, get it to, get them to, reach to, sending to
place: bringing to, delivering to, delivr to, dlvr to, dlv to, delvr to
place: delver to, deliva to, snd to, snd it to, brng to, brng it to
place: bring them at, bring it at, bring at, send at, send it at
place: deliver it to, deliver it at, deliver them to, deliver them at
place: delivered in, delivered @, deliver @, delivery @, delivery in
place: to be brought to, to be sent to, to be dropped at, to reach, pick from
place: collect from, collection from, pickup point, pick up point, pickup from
place: pick up from, taken to, to be taken to, supply to, supply at
place: supplied to, c/o, inside
site: guesthouse, guest house, resort, inn, hostel, hostels, eatery, joint
site: bukka, buka, mama put, chop bar, dhaba, bakery, butchery, mall, plaza
site: arcade, complex, stadium, park, garage, motor park, bus park, taxi park
site: terminus, roundabout, bypass, highway, avenue, ave, rd, lane, drive
site: crescent, gardens, heights, apartments, flats, quarters, barracks
site: police station, police post, camp, factory, mill, godown, warehouse
site: stores, mini mart, minimart, mart, grocery, groceries, vegetable shop
site: grocery store, bazaar, bazar, mandi, chowk, nagar, colony, layout
site: sector, temple, mandir, gurudwara, ashram, orphanage, children's home
site: childrens home, dispensary, health centre, health center, medical centre
site: medical center, maternity, nursery, primary, primary school, secondary
site: secondary school, high school, girls high, boys high, girls school
site: boys school, polytechnic, institute, campus, seminary, parish, cathedral
site: chapel, mission, convent, county, subcounty, sub county, district
site: trading centre, trading center, corner, gate, bridge, border, port
site: harbour, airport, railway, railway station, petrol station
site: filling station, island, square, yard, compound, residence, residency
site: villa, villas, homestead, townhouse, bungalow, manor, mansion, court
site: hall, hotels, restaurants, schools, shops, garden hotel, beach hotel
site: wholesalers, supermarkets, hospitals, cafeteria, bistro, pub, pizzeria
site: caterers, catering, gh, parade, gully, district market, main market
site: vegetable market, central market, city market, old town, new town
site: township, settlement, slum, suburb, zone
site: st, saint, sr
site: embu, lamu, kasarani, karatina, pune, jinja, mbarara, kabale
site: roadside, farm, upstairs, outside, cold room, hostel gate, town centre
site: town center, shopping centre, shopping center, chief's office
site: chiefs office, bus terminus, flyover, underpass, checkpoint
site: housing estate, gra
site: mkt, mrkt, mkts
label: choose number, option number, pick number, i pick number, i go for
label: i go for number, go for, go for number, go with, going with
label: i'll go with, i will go with, i go with, my choice is, my choice
label: i prefer, prefer, my answer is, answer, ans, reply, choose option
label: select option, select number, option no, numba, nmbr, nber, nbr, batch
label: lot no, serial, ref, ref no, reference, invoice, inv, bill no, slot
label: counter, booth, cabin, bay, extension, ext, building, bldg, wing
label: villa no, stand no, stand, terminal, platform, season, episode, chapter
label: volume, version, level, form, std, year, top, dial, ussd, id, id no
label: national id, pin no, whatsapp, w/app, telephone, cell, cell no
label: phone no, tel no, my no is, my number is, reach me on, call me on
label: contact me on, call on
label: mile
clock: yrs, wks, secs, seconds, mnths, mths, members, workers, plates
clock: servings, portions, inches, inch, ft, feet, yards, miles, bedroom
clock: bedrooms, gb, mb, passengers, seats, seater, hectares, ha, guntas
clock: bighas, bigha, ropani, plots, rooms, floors, oclok, o'clk, a m, p m
clock: hundred hours, hrs sharp, am sharp, pm sharp, mornings, evenings
clock: nights, times a day, times a week, years ago, days ago, weeks ago
clock: months ago, days old, weeks old, months old, year old, years old
clock: litres per day, men, women, patients, pupils, learners, families
clock: households
unlike: puree, concentrate, extract, plantlet, plantlets, sapling, saplings
unlike: cutting, cuttings, vine, vines, sucker, suckers, marmalade, smoothie
unlike: smoothies, chutney, masala, halwa, pakora, samosa, samosas, fries
unlike: wedges, mash, mashed, porridge, flour, besan, atta, maida, sooji
unlike: elubo, amala, garri, gari, fufu, semo, semolina, custard, malt, soda
unlike: drink, sweets, candy, chocolate, soap, shampoo, lotion, perfume
unlike: candle, peeler, grater, slicer, grinder, sheller, thresher, machine
unlike: planter, sprayer, hoof, hoofs, horn, bones, wings, thighs, gizzard
unlike: gizzards, drumstick, drumsticks, nuggets, fingers fried, fillet
unlike: fillets, sandwich, burger, pizza, pilau, biryani, cookies, muffin
unlike: muffins, doughnut, doughnuts, puffs, pops, bites, dip, spread
unlike: dressing, cream, lassi, shake, powder mix, tablets, capsules, chicks
unlike: chick, day old, mash feed, growers mash, layers mash, silk, pollard
unlike: residue, stover, straw, cobs only, basket only, tin only, empty bags
unlike: empty sacks, empty crates, pod, pods, silage, hay, polish, watch
unlike: phone, iphone
from: frm farmer, from farmer, from seller, from your farm at, bought from
from: get from

[product]
tomato: toms, tomatoe, tomatos, tomatoes, tmt, tmts, tomata, tomati, tamato
tomato: tomoto, tomattoes, tamatoes, cherry tomato, roma, roma tomato
tomato: plum tomato, salad tomato, tomatto, tomatoz, tomat, tometo, tomatis
tomato: tmto, tmato, tmtoes, tomotoes, tomatoe roma, tamatar, tamata, nyanya
tomato: jos tomato, grape tomato, ripe tomatoes, ennyaanya
tomato: enyanya, timati
tomato: money maker, moneymaker, rio grande, cal j, anna f1, jos tomatoes
tomato: utc tomato, salad tomatoes, cooking tomatoes, plum tomatoes
tomato: beef tomato, tomato fruit, tomato fruits, ripe tomato, unripe tomato
tomato: tamater, timatar, tamaatar
onion: bulb onion, red onion, white onion, anion, pyaz, onyon, onoin, oinon
onion: onins, onyions, alubosa, albasa, kitunguu, vitunguu, vitungu
onion: vitungu maji, bombay onion, bellary onion, nasik onion, big onion
onion: small onion, shallot, sambar onion, kanda, dry onion, bulb onions
onion: obutungulu, katunguru, gyeene, yabase, onioni, unions red
onion: ayo alubosa, kanda lasun, nashik onion, red creole, bombay red
onion: jambar onion, spanish onion, brown onion, brown onions, yellow onion
onion: white onions, ulli, vengayam, eerulli, ullipaya
potato: irish, irish potatoes, spud, spuds, waru, english potato, aloo, alu
potato: white potato, irish pot, irishpotatoes, irish potatos, shangi
potato: shangi potatoes, potatos, pottato, poteto, potata, patato, pototo
potato: viazi, table potato, ware potato, emmonde, obumonde, batata irish
potato: dutch robijn, markies potato, chipsona, kufri potato, pototoes
potato: ptatoes, irish ptts, alugadda
potato: ngwaci ya irish, waru potatoes, dutch robjin, unica potatoes
potato: jos potato, jos potatoes, urulai, urulaikizhangu, bangaladumpa
potato: mbatata, mbatata za irish, table potatoes, seedless potatoes
potato: baby potato, baby potatoes
sweet_potato: sweet potatoes, sweetpotatoes, ngwaci, kamote, s potato
sweet_potato: s potatoes, s/potato, s/potatoes, swt potato, swt potatoes
sweet_potato: sweet pot, sweetpot, sweet potatos, sweet pototo, lumonde
sweet_potato: viazi vitamu, viazi tamu, kumara, orange fleshed potato
sweet_potato: orange fleshed sweet potato, ofsp, dankali, odunkun, anamo
sweet_potato: shakarkand, shakarkandi, boniato, red sweet potato
sweet_potato: purple sweet potato
sweet_potato: orange fleshed sweet potatoes, white sweet potato, kaukau
sweet_potato: batatas, ndoli, mapwoni, rabwon, cilera abana
cassava: casava, cassav, kassava, manioc, yuca, tapioca root, mogo, muhogo
cassava: mhogo, muwogo, kasava, casave, cassavas, cassada, bankye, rogo
cassava: akpu root, gbaguda, tapioca, tapioka, kappa kizhangu, yucca, cassva
cassava: kasafa
cassava: ege cassava, bitter cassava, sweet cassava
cassava: omuhogo, emwogo, kpoli, agbeli
cassava: duade, mihogo
yam: yams, nduma yam, puna, puna yam, pona, pona yam, white yam, yellow yam
yam: water yam, tuber yam, tubers of yam, isu, doya, ewura, elephant yam
yam: elephant foot yam, suran, jimikand, new yam, old yam, yamz, bayere
yam: renta yam, lucea yam, sweet yam, negro yam
yam: nduma, arrow root yam, water yams, white yams, yellow yams, abuja yam
yam: puna yams, new yams, dente yam
yam: ube yam, zimikand, senaikizhangu, chena
carrot: carots, carot, karot, carrets, carret, karoti, caroti, carrat, carotts
carrot: carrotes, gajar, gaajar, carrut, carotes, karrots, karrot, crrots
carrot: crots
carrot: nantes carrot, carrots nantes, karas carrot, gajjar, carrotte
cabbage: cabbages, white cabbage, green cabbage, cabage, cabbbage, cabege
cabbage: cabich, kabichi, kabeji, cabeji, cabbge, cabagge, cabbages head
cabbage: patta gobi, patta gobhi, band gobi, band gobhi, bandh gobi
cabbage: gloria cabbage, red cabbage, purple cabbage, ball cabbage
cabbage: drumhead cabbage, emboga
cabbage: gobi patta, sugarloaf cabbage, sugar loaf cabbage, copenhagen cabbage
cabbage: riana cabbage, kabbage, cabej, muttaikose
chinese_cabbage: nappa cabbage, napa, pe tsai, wong bok, china cabbage
chinese_cabbage: chinese cabage, chinese cabages, china cabage
chinese_cabbage: chinise cabbage, chinese leaves, nappa, wombok
chinese_cabbage: chines cabbage
chinese_cabbage: napa cabage, pechay cabbage, michihili, hakusai
bok_choy: pak choi, pak choy, bok choi, bokchoy, pakchoi, bock choy, pakchoy
bok_choy: pok choy, patchoi, pat choi, bok choi greens, chinese greens
bok_choy: pok choi, pechay, chinese mustard, bokchoi, chinese white cabbage
kale: sukuma, sukumawiki, sukuma wiki, kales, collards, collard green
kale: collard greens, skuma, sukuma wik, sukumas, skumawiki, skuma wiki
kale: sukuma wikis, collard leaves, curly kale, kail, haak, sukuma leaves
kale: sukuma greens, kales bunch
kale: covo, rape leaves, choumoellier, curly kales, kale leaves, dinosaur kale
kale: kanzira, sukumawik, thousand headed
spinach: spinash, spinnach, spinich, swiss chard, palak, spinachs, spinage
spinach: spinachi, spinch, spinech, spinnage, spanish leaves, paalak, keerai
spinach: spinach leaves, shoko, efo shoko, sipinachi
spinach: alayyafu, alayyahu, spinach beet, new zealand spinach, palak leaves
spinach: palak saag, keerai palak
amaranth: amaranthus, terere, pigweed, callaloo, mchicha, efo tete
amaranth: green amaranth, dodo, doodo, calalu, callalloo, calaloo, kalalu
amaranth: aleefu, alefu, alayyahu, lengalenga, lenga lenga, bondwe, chaulai
amaranth: chauli, bbuga, red amaranth, amarant, amaranthas, thotakura
amaranth: tete, african spinach, green leaf vegetable, inine, ugu amaranth
amaranth: chawli saag, mulai keerai, bonongwe, mowa, thepe, lidodo, ododo
amaranth: emboga, ebbugga, aleefi
lettuce: letuce, lettus, lettuces, letus, lettice, lettace, lettis, iceberg
lettuce: iceberg lettuce, romaine, romaine lettuce, salad lettuce
lettuce: salad leaf, salad leaves, cos lettuce, lolo rosso, lollo rosso
lettuce: head lettuce
cucumber: cucumba, cukumba, cucumbers, kukumba, cucumbr, cuke, cukes, kheera
cucumber: kukumber, cocumber, cucmber, cucumbar, khira, kakdi, kakri
cucumber: kyinkumba, cucamber, cuccumber, cucumbeer, kokomba, english cucumber
cucumber: kokwa, kakadi, vellarikai, dosakaya, gurji
eggplant: brinjals, aubergine, aubergines, garden egg, garden eggs, egg plants
eggplant: baingan, biringanya, bilinganya, eggfruit, brinjel, bringal, brinjol
eggplant: baigan, bagan, begun, bhanta, melongene, boulanger, balanjay, ntula
eggplant: entula, nakati eggplant, birinjanya, gardeneggs, gauta, anara
eggplant: nyaadewa, white garden egg, aubegine, obergine, long brinjal
eggplant: vankaya, kathirikai
eggplant: igba, garden egg fruit, african eggplant, local eggplant
eggplant: white eggplant, purple eggplant, yalo, yalon bature, anyara, afufa
eggplant: vankai, badanekayi, katharikai
okra: okro, okros, lady finger, ladies finger, ladies fingers, ladyfinger
okra: lady's finger, ladysfinger, bhindi, gumbo, okras, ocra, ochro, ochroes
okra: okroo, okora, okor, bhendi, bendi, vendakkai, bendakaya, kubewa, nkruma
okra: fresh okro, dry okro, bamia, lady fingers, okraa
okra: ila, ila okra, dry okra, bendekai, vendekkai, okworu, fetri, obori
okra: kubewa okra, okra fruits
green_bean: green beans, french beans, string bean, snap bean, string beans
green_bean: runner bean, fine bean, fine beans, haricot vert, french been
green_bean: frenchbean, green been, mishiri, frenchbeans, fench beans
green_bean: frens beans, french bins, haricots verts, bodi, bodi beans, bora
green_bean: bora beans, long bean, yard long bean, barbati, greenbean
green_bean: grean beans, f beans, f/beans, extra fine beans, ebijanjaalo ebito
green_bean: beans french, cluster beans french
green_bean: amy beans, fine french beans, snap beans, star beans, sem beans
green_bean: haricots vert
pea: peas, green peas, garden pea, garden peas, minji, snow pea, snow peas
pea: sugar snap, sugar snaps, snap peas, fresh peas, matar, greenpeas, g peas
pea: peas green, mutter, mattar, vatana, fresh pea, shelled peas, njegere
pea: kawo, garden peez, greenpease
pea: vatane, batani, field peas, dry peas, green garden peas, sugar snap peas
pea: mange tout, mangetout
pumpkin: pumkin, pumpkins, butternut, butternuts, pumkins, punpkin, squash
pumpkin: kaddu, butternut squash, elegede, malenge, ensujju, nsujju, kabewa
pumpkin: pampkin, pumkeen, pumpkin fruit, pumpkin head, kumra, kaddoo
pumpkin: petha kaddu
pumpkin: ugu fruit, butter nuts, sitaphal pumpkin, poosanikai, parangikai
pumpkin: gummadikaya, mathanga, efere, ugboguru, dubbi, waluwo, pamkin
pumpkin: pumpkinz
bottle_gourd: bottlegourd, lauki, calabash, calabash gourd, dudhi, long gourd
bottle_gourd: bottle guard, ghiya, doodhi, dudi, sorakaya, surakkai, loki
bottle_gourd: lokee, bottle gord, bottel gourd, calabash fruit, mungunye
bottle_gourd: sora kaya
bottle_gourd: sorekai, suraikai, anapakaya, kiyuya, opo squash
bitter_gourd: karela, bitter melon, bittergourd, bitter guard, korola, kerela
bitter_gourd: karaila, carailli, caraili, carilli, corilla, pavakkai
bitter_gourd: kakarakaya, bitter gord, bitter cucumber, bitter guord, karola
bitter_gourd: hagalakai, pavakka, kerala gourd
cauliflower: colliflower, califlower, cauli, cauliflowr, coliflower
cauliflower: cauli flower, gobi, califlowa, phool gobi, phool gobhi, ful gobi
cauliflower: gobhi, culiflower, califlour, cauliflour, colifloower, cauliflwr
cauliflower: flower cabbage, cauly, coli flower
cauliflower: colly flower, gobhi phool, phulgobi, phool gobi flower, caulies
broccoli: brocoli, broccolli, brocolli, broccolis, brokoli, brocli, brocley
broccoli: brocoly, brokli, brockoli, broccolli green
broccoli: brocally, brokolli, green cauliflower, brockley
radish: raddish, radishes, mooli, daikon, white radish, muli, mulli, radis
radish: raddishes, white raddish, red radish, mullangi
radish: moolis, red radishes, japanese radish, daikons
beetroot: beet, beets, beetroots, beet root, beatroot, beat root, bitroot
beetroot: beat roots, bitruts, bitrut, beetrut, betroot, bit root, chukandar
beetroot: beetrot, beet roots, biitiruuti
beetroot: red beet, red beets, beetruit
garlic: gallic, galic, garlics, garlick, galick, garlik, gralic, garlc, lahsun
garlic: lasun, lehsun, lasan, tafarnuwa, aayu, saumu
garlic: kitunguu saumu, vitunguu saumu, poondu, ayuu, kitunguu swaumu, galik
garlic: ayu garlic, thoom, vellulli, galics, garlik cloves
ginger: jinja, ginja, gingers, jinger, tangawizi, ginga, adrak, adrakh, jinjer
ginger: gingger, gingerr, ata ile, atale, citta, chitta, kakaduro, entangawuzi
ginger: tangauzi, fresh ginger, dry ginger, ginjer, ginger root, inji
ginger: jinja ginger, inallam, shunti, akakadulu, chinese ginger, jijna
ginger: gingerz, gingar
chilli: chili, chilies, chillies, chile, chilly, chillis, hot peppers, pepper
chilli: peppers, pelper, red pepper, green chilli, green chillies, red chilli
chilli: pili pili, pilipili, bird eye chilli, birds eye chilli, scotch bonnet
chilli: ata rodo, shombo, atarodo, hot peper, cayenne, rodo, ata
chilli: bawa, sombo, hot pepper, hot pepr, fresh pepper, habanero, habaneros
chilli: scotch bonet, attarodo, atarugu, attaruhu, attarugu, barkono, tarugu
chilli: cameroon pepper, kpakpo shito, mirch, mirchi, hari mirch, hari mirchi
chilli: green mirchi, lal mirch, bullet chilli, long chilli, thai chilli
chilli: bird eye, wiri wiri, kamulali, kaamulali, pipili, peper, pepe
chilli: pilipili kali, pili kali, chilli pepper, chili pepper, chillies green
chilli: dry pepper, ose, yaji pepper, chiili, chily
chilli: bonnet pepper, nsukka pepper, ata gigun, ata wewe, ose oyibo
chilli: tattasai hot, birds eye, african birds eye, birds eye chillies
chilli: milagai, mirapakaya, menasinakai, red mirchi, dry red chilli
chilli: red pepper hot, kochikai, kamulari, teja chilli, guntur chilli
bell_pepper: bell peppers, sweet pepper, sweet peppers, green pepper
bell_pepper: green peppers, capsicums, hoho, capsicam, pilipili hoho
bell_pepper: bell peper, capcicum, shimla mirch, capscum, capsikum
bell_pepper: pili pili hoho, hohos, simla mirch, shimla mirchi
bell_pepper: coloured pepper, colored pepper, colour pepper, red bell pepper
bell_pepper: yellow bell pepper, green bell pepper, yellow capsicum
bell_pepper: red capsicum, green capsicum, sweet pepr, bell peppr, belpepper
bell_pepper: tattasai, tatase bell
bell_pepper: tatashe, tatase, tatashey
bell_pepper: green bell peppers, red bell peppers, sweet bell pepper
bell_pepper: tatashe pepper, tatashi, kuda milagai, hoho green
bell_pepper: coloured capsicum, hoho capsicum
spring_onion: spring onions, green onion, green onions, scallion, scallions
spring_onion: salad onion, springonion, skellion, escallion, skallion
spring_onion: hara pyaz, hara pyaaz, spring onyon, sp onion, sprin onion
spring_onion: onion leaves, lawashi, leaf onion, green onion leaves
spring_onion: spring unions
leek: leeks, leek onion
celery: celary, celeri, selery, celerys, cellery, sellery, salari
coriander: dhania, danya, dania, coriander leaves, cilantro, corriander
coriander: coriender, corander, dhaniya, daniya, dhanya, dhanniya, hara dhania
coriander: hara dhaniya, kothmir, kothimbir, kothmeer, kothamalli, kotmir
coriander: korianda, koriander, coriandar, corriender, dhania leaves
coriander: dania leaves, giligilani, fresh coriander
coriander: kottimira, kottambari, dhanya leaves
mint: mint leaves, pudina, mints, minti, peppermint, podina, pudeena, puthina
mint: mint bunch, spearmint
mint: pudhina, fresh mint, mint leaf, minty leaves
mushroom: mushrooms, mashroom, mushrum, button mushroom, oyster mushroom
mushroom: mushroon, mashrooms, musroom, uyoga, obutiko, butiko, button mushrum
mushroom: mashrum, mushrom, musrooms, oyster mushrooms, khumb
mushroom: olu, olu mushroom, ero mushroom, mmire, evu, dhingri, kukurmutta
mushroom: shiitake, portobello, portobello mushroom, straw mushroom
mushroom: milky mushroom
maize: corn, corns, mazie, green maize, dry maize, white maize, maize grain
maize: sweet corn, sweetcorn, makka, mahindi, maizes, mais, yellow maize
maize: agbado, oka, masara, aburo, aburow, kasooli, kasoli, kasoori, bhutta
maize: makai, butta, ogi corn, fresh corn, dry corn, yellow corn, white corn
maize: corn cob, maiz, maze, maizz, makki, mielies, mealies, mielie
maize: maize grains, maize seed grain, mahindi mabichi, mayz, meize
maize: green maize cobs, maise
maize: oka agbado, oka bako, igbado, mahindi ya kuchoma, roasting maize
maize: cattle corn, green cobs, h614, makka jonna
maize: mokka jonna, makkacholam, bhutte, yellow corn maize
maize_flour: maize flour, maize meal, mealie meal, corn flour, cornflour
maize_flour: ugali flour, unga, unga wa mahindi, maize flower, posho, cornmeal
maize_flour: corn meal, ugali, maizeflour, sembe, corn flower, unga ugali
maize_flour: unga ya ugali, unga wa ugali, kawunga, kaunga, akawunga
maize_flour: nshima flour, nsima flour, mugaiwa, roller meal, breakfast meal
maize_flour: makki atta, makki ka atta, makke ka atta, posho flour
maize_flour: maize floor, maize flor, mealie flour, maizemeal
maize_flour: grade 1 maize flour, grade one maize flour, unga wa dona, dona
maize_flour: corn floor, banku flour
maize_flour: jogoo flour, pembe flour, soko flour, soko unga, jogoo unga
maize_flour: pembe unga, jimbi flour, kabras flour, hostess flour, super sembe
maize_flour: grade one posho, grade 1 posho, fine maize meal
maize_flour: white maize flour, corn powder flour, sifted maize flour
maize_flour: whole maize flour
rice: pishori, basmati, basmati rice, mwea rice, pishori rice, white rice
rice: brown rice, paddy rice, ofada rice, ofada, rais, ryce, rics
rice: sona masoori, sona masuri, sona rice, ponni, ponni rice, basmathi
rice: chawal, parboiled rice, long grain rice, broken rice, jasmine rice
rice: perfumed rice, local rice, foreign rice, abakaliki rice, super rice
rice: kolam, kolam rice, kyela rice, kahama rice, pakistan rice, pilau rice
rice: biryani rice, mchele, pisori, pishoori, sindano rice, mwea pishori
rice: omuceere, muchele, shinkafa, iresi, idli rice, raw rice, nadu rice
rice: mbeya rice, counter flour rice
rice: omo rice, ofada rices, caprice rice, mama gold, mama gold rice
rice: royal stallion rice, aroso rice, nupe rice, lake rice, kebbi rice, mwea
rice: biriyani rice, ahero rice, pusa basmati, 1121 basmati, matta rice, arisi
rice: biyyam, akki, paddy, rice paddy, unpolished rice
wheat: wheats, weat, whet, wheat grain, ngano, gehu, gehun, gehoon, alkama
wheat: sharbati wheat, lokwan wheat, weat grain, eng'ano, wheet
wheat: godhuma, gehu grain, whole wheat, whole wheat grain
wheat: durum wheat, hard wheat, wheat berries
sorghum: sorgum, guinea corn, jowar, sorghums, mtama, sogum, soghum
sorghum: guineacorn, guinea korn, jowari, jawar, cholam, omuwemba, muwemba
sorghum: serena sorghum, gadam, red sorghum, white sorghum, okababa, sorghom
sorghum: dawa, okababa sorghum, jonna, jola, sorghum grain, sorghums white
sorghum: gadam sorghum
millet: millets, finger millet, pearl millet, bajra, wimbi, milet, millett
millet: bajri, ragi, nachni, gero, jero, bulo, oburo, akaro, uwele, mawele
millet: foxtail millet, finger milet, milets, millete
millet: dauro, joro, sajja, kezhvaragu, millet grain, wimbi grain
millet: small millet, little millet, kodo millet, proso millet
bean: beens, dry bean, dry beans, common bean, rosecoco, rose coco
bean: nyayo beans, red bean, red beans, yellow beans, brown beans, honey beans
bean: red kidney beans, kidney beans, kidney bean, wairimu beans, mwitemania
bean: oloyin, oloyin beans, drum beans, white beans, black beans, rajma
bean: rajmah, nambale, nambale beans, nambaale, masavu beans, njahi
bean: gwaca beans, canadian wonder, canadian beans, pinto beans, sugar beans
bean: speckled beans, mixed beans, maharagwe, maharage, ebijanjalo, bijanjalo
bean: bijanjaalo, rose koko, rosecoco beans, rosekoko, yello beans, beanz
bean: wairimu, olotu beans, iron beans, sugar bean, red speckled beans
bean: nyayo, red kidney, njugu beans, sweet beans, ewa oloyin, ewa, honey bean
bean: drum bean, butter beans, navy bean, navy beans, kidney rajma, rosecocos
bean: mwezi moja, mwezi moja beans, yellow green beans, kat b9, chitra rajma
bean: kashmiri rajma, lablab, njahe, njahis, dolichos, black turtle beans
cowpea: cowpeas, cow peas, cow pea, black eyed pea, black eyed peas
cowpea: black eye peas, black eyed bean, black eyed beans, kunde, cowpaes
cowpea: blackeyed peas, lobia, niebe, black eye bean, blackeye peas
cowpea: blackeye beans, black-eyed peas, black-eyed beans, lobhia, lobiya
cowpea: chawli, chavli, karamani, alasande, southern peas, adua, cow beans
cowpea: kow peas, empindi, bobo beans
cowpea: ewa cowpea, wake cowpea, iron cowpea, olaudi, white cowpea
cowpea: brown cowpea, ife brown, barbati, karamani payir, alasandulu
cowpea: kunde dry, mbombo
chickpea: chick pea, chick peas, garbanzo, garbanzos, gram chana, chana
chickpea: bengal gram, kabuli chana, chole, chholay, chhole, kala chana
chickpea: kabuli, kabuli channa, channa, channa peas, chana dal, channa dal
chickpea: channa dhal, chikpea, chikpeas, desi chana, safed chana, white chana
chickpea: chickpease
chickpea: chana whole, gram whole, dengu white, dengu nyeupe, white dengu
chickpea: kondakadalai, senagalu, kadale, shimbra
lentil: lentils, masoor, red lentil, red lentils, lentles, kamande, masoor dal
lentil: lentills, masur, masoor daal, masoor dhal, masur dal, masuri dal
lentil: brown lentils, green lentils, lentil dal, dal, daal, dhal, dhall
lentil: lentel
lentil: masoor whole, dengu brown, adas, brown dengu, kamande lentils
lentil: mysore dal
green_gram: green grams, ndengu, mung, mung beans, moong, moong dal, mung dal
green_gram: greengrams, pojo, gren grams, green lentil bean, moong daal
green_gram: mung daal, green moong, mugh dal, mag dal, mung dhal, moong beans
green_gram: mungbean, mungbeans, g gram, g grams, green gramms, ndengu green
green_gram: ndegu, nylon ndengu, pesalu, choroko, dengu green, green grms, dal
green_gram: daal, dhal
green_gram: pasi payaru, pesara, hesaru, whole moong, moong whole, sabut moong
green_gram: choroko green, ndengus, n dengu, pojo green
pigeon_pea: pigeon peas, pigeonpea, mbaazi, toor dal, arhar dal, tur dal, toor
pigeon_pea: red gram, pigeon, tuvar, tuvar dal, toor daal, toor dhal, tur daal
pigeon_pea: arhar, arhar daal, rahar dal, gungo, gungo peas, gungu peas
pigeon_pea: congo peas, congo pea, otili, fio fio, fiofio, mbazi, kandi pappu
pigeon_pea: thuvaram paruppu, tuver, dal, daal, dhal, pigeonpease
pigeon_pea: tur, tur whole, kandulu, thuvarai, togari, pigeon peas dry
pigeon_pea: nandolo, entondo, dry mbaazi, mbaazi green
soybean: soya bean, soy bean, soybeans, soya beans, soy beans, soyabean
soybean: soyabeans, soy, soja, soja beans, soyabin, soya bin, soybin, soyabins
soybean: waken soya, soya grain, soyya
groundnut: groundnuts, ground nut, ground nuts, g nuts, g-nuts, gnuts, gnut
groundnut: g nut, peanuts, pea nuts, pea nut, monkey nut, monkey nuts, njugu
groundnut: grandnuts, grand nuts, grounduts, karanga, nkatie, nkatee, gyada
groundnut: gyeda, epa, ebinyebwa, binyebwa, mungfali, moongphali, mungphali
groundnut: singdana, shengdana, njugu karanga, grandnut, groundnot
groundnut: groundnutts, gnutts, gnats, g.nuts, g/nuts, g/nut, ground peas
groundnut: pinda, red beauty, granut, granuts, shelled groundnuts, peanutz
groundnut: gnuts red, njugu red, opapa, arachis, verkadalai, palli, pallilu
groundnut: shenga, kadalekai, maani nut, ground nut shelled
groundnut: groundnuts shelled, ground nuts shelled, raw groundnut
groundnut: raw groundnuts, raw peanuts, unshelled groundnuts, valencia nuts
groundnut: red valencia nuts, njugus
sesame: simsim, sim sim, sesame seed, sesame seeds, til, benniseed, beniseed
sesame: sesami, simsims, ridi, entungo, ntungo, nino, gingelly, gingely
sesame: gingelly seeds, wangila, sesame sids, simsim seeds, sim sim seeds
sesame: ufuta, nuvvulu, beni seed, bennyseed, sesami seeds
banana: bananas, sweet banana, sweet bananas, ripe banana, ripe bananas, ndizi
banana: yellow bananas, bogoya, kela, kele, ogede, ayaba, ndiizi, sukali ndizi
banana: ndizi sukari, apple banana, apple bananas, yelakki, yelakki banana
banana: elaichi banana, robusta banana, cavendish, gros michel, ndizi mbivu
banana: bananna, banan, bananaz, bannana, bannanas, bnana, banana bunches
banana: sweet ndizi, dessert banana, lacatan, silk fig, ripe kela
banana: kwadu, paranta, omini, ogede wewe, agbagba sweet, poovan
banana: poovan banana, nendran ripe, robusta bananas, rasthali, vazhaipazham
banana: kisukari, kampala banana, grand nain, williams banana, fia
banana: ndizi sweet, ndizi ndogo
plantain: plantains, matooke, matoke, matokes, cooking banana, cooking bananas
plantain: green banana, green bananas, plantan, planten, plaintain, raw banana
plantain: raw bananas, raw kela, kacha kela, kachha kela, vazhakkai, agbagba
plantain: ogede agbagba, ripe plantain, green plantain, unripe plantain, apem
plantain: apantu, brodo, brode, ebitooke, bitooke, tooke, etooke, gonja
plantain: gonja bananas, cooking ndizi, boiling banana, green fig, plantin
plantain: plaintains, planteen, matoki, matoke green, matooke bunch
plantain: unripe banana, ndizi za kupika
plantain: bole plantain, boli plantain, nendran, ethakka, arati raw
plantain: raw plantain, raw plantains, mkono wa tembo, bokoboko, ndizi mbichi
plantain: mzuzu, green matoke, obubuzi, kayinja, abrodwo
orange: oranges, orenge, orangs, orang, orangex, oringe, orages, chungwa
orange: navel orange, osan, akutu, sweet orange, sweet oranges
orange: valencia orange, valencia, santra, oranje, orengi, oranjes
orange: washington orange, emicungwa, micungwa, ornage, juicy orange, chungwas
orange: malta, mosambi, mosambis, mausambi, sathukudi, lemu zaki, lemu
orange: nagpur orange, nagpur santra, ibadan orange, agege orange
orange: juice oranges, juicing oranges, kinoo orange, narthangai, batavi
orange: local oranges, pineapple orange, chungwa za juice
mandarin: mandarins, tangerine, tangerines, clementine, clementines, satsuma
mandarin: tangarine, tangerins, naartjie, pixie, pixies, pixie orange, kinnow
mandarin: kinnu, keenu, mandarine, mandarine orange, mandarin orange, chenza
mandarin: tanjerine, tangerin, tanjarin, tangerina, naartje, narangi
mandarin: tangarines, mangada, mandarin fruit
mandarin: kinnows, kinno, chenzas, machenza, pixy, pixy orange, pixies orange
mandarin: pixi, clemens, sumo citrus, tangelo, minneola, minneolas
lemon: lemons, lemon fruit, lemmon, lemmons, lemoni, limon, nimbu, nimboo
lemon: neembu, limau, enniimu, lemonds, lemun, lemonz, limu, nimmakaya
lemon: osan wewe, osan were, rough lemon, elumichai, nimmakayalu, nimbe
lemon: gondhoraj lemon, eureka lemon, meyer lemon, meyer lemons
lime: limes, green lemon, green lemons, ndimu, key lime, lyme, kagzi nimbu
lime: key limes, lime fruit
lime: kagzi lime, small lemon lime, sour limedwea, persian lime, tahiti lime
lime: mexican lime, key limes fresh
mango: mangoes, mangos, mangoe, mangu, mongo, embe, mangooes, apple mango
mango: apple mangoes, ngowe, aam, alphonso, alphonso mango, hapus, kesar mango
mango: langra, dasheri, dussehri, totapuri, kent mango, tommy mango
mango: ngowe mango, boribo, dodo mango, julie mango, bombay mango
mango: east indian mango, mangoro, miyembe, muyembe, raw mango, green mango
mango: ripe mango, mangoz, mangows, magoes, mangoos, kerosene mango
mango: kent, keitt, keitt mango, tommy atkins, van dyke, sabine mango
mango: banganapalli, banaginapalli, badami mango, neelam mango, mallika
mango: mangai, mamidi, mavina, mangwaro, opioro mango, sheri mango
mango: ogbomosho mango, benue mango, mango fruit, mango fruitsngowes
pineapple: pineapples, pine apple, pine apples, pinapple, pinaple, pineaple
pineapple: nanasi, pinnapple, painapple, ananas, nenasi, ope oyinbo, abarba
pineapple: aborobe, nnaanansi, nanansi, pineappl, pinneapple, pyneapple
pineapple: pine aple, painapo, pineapplle, pinapples, pinappl
pineapple: anaras, anaras fruit, smooth cayenne, md2, md2 pineapple
pineapple: nanas pineapple, annachi, sugarloaf pineapple, sugar loaf pineapple
pineapple: ananaas, nkwu bekee
papaya: pawpaws, paw paw, paw paws, papayas, popo, pawpow, pappaya, papai
papaya: papaw, pawpaw, ibepe, gwanda, borofere, paapaali, papali, papita
papaya: solo papaya, popow, papayi, papaye, pepaya, poopo
papaya: pepe pawpaw, ibepe pawpaw, red lady papaya, boppayi, pappali, omakai
papaya: okwuru ezi, pawpaw fruit, solo pawpaw
avocado: avocados, avocadoes, ovacado, avacado, avo, avos, avocardo, ovakado
avocado: avocadoe, hass, hass avocado, hass avocados, avokado, alligator pear
avocado: avacodo, avocado pear, avocado pears, avocardo pear, zaboca
avocado: ube oyinbo, paya, fuerte, fuerte avocado, ovacodo, avogado, evocado
avocado: avocato, avokado pear, avocadoz, ovacados, ovakados, avakado
avocado: avacardo, hass avo, vocado, kedonde
avocado: pear avocado, makado, makados, ube bekee, igba avocado, jumbo avocado
avocado: butter fruit, butterfruit, giant avocado, local avocado, avocado hass
avocado: avocado fuerte, ovacado pear, vokado
watermelon: water melon, water melons, watermelons, watermellon, water mellon
watermelon: melon water, wotermelon, tikiti, watamelon, tarbuz, tarbooz
watermelon: tarbuja, w/melon, w melon, w/melons, wota melon, sugar baby
watermelon: sukari melon, matikiti, water malon, watermellons, water meln
watermelon: watermelom, kankana watermelon, water melons big
watermelon: kankana, sukari f1, kiran watermelon, black watermelon
watermelon: tharpoosani, puchakaya, kallangadi, water melon fruit
watermelon: sugar baby watermelon
melon: melons, sweet melon, muskmelon, musk melon, cantaloupe, honeydew
melon: honey dew, rock melon, cantaloup, honeydew melon, kharbuja, kharbooja
melon: kharbuza, spanspek, galia melon, thorn melon, melon fruit, cantalope
melon: canteloupe
melon: sun melon, sweet melons, sunmelon, golden melon, canary melon
melon: piel de sapo, mulam pazham, green melon sweet
guava: guavas, gwava, guvava, mapera, guavaa, guave, pera guava, amrood, amrud
guava: peru fruit, amapeera, mapeera, goyava, jamphal, guavas pink, guvas
guava: gova, koyya
guava: goba, goba fruit, gurofa, gurjiya, apple guava, koyya pazham, jama kaya
guava: seebe, pink guava, white guava, guava fruit, guava fruits
guava: strawberry guava
passion_fruit: passion, passion fruits, passionfruit, passions, granadilla
passion_fruit: passion fruts, pashion, pashion fruit, passion frut, p fruit
passion_fruit: passion frt, purple passion, butunda, obutunda, katunda
passion_fruit: karakara, maracuja, pasion fruit, passion froot, passionz
passion_fruit: passion fruiit, passon fruit, passion fruits purple
passion_fruit: matunda passion, matunda ya passion, passion matunda
passion_fruit: sweet passion, yellow passion, yellow passion fruit
passion_fruit: purple passion fruit, passion fruit purple, passhion
passion_fruit: passion fruit yellow, matunda za passion
apple: apples, aple, appels, appl, red apple, green apple, red apples
apple: green apples, aples, seb, apol, fuji apple, gala apple, shimla apple
apple: kashmir apple, kashmiri apple, washington apple, tufaha, appel red
apple: applez, golden apple
apple: wambugu apple, wambugu apples, royal gala, golden delicious
apple: red delicious, granny smith, granny smiths, pink lady, kinnaur apple
apple: anna apple, dorset apple, matofaa, tofaa, aapple, eating apples
pear: pears, nashpati, babugosha, pears fruit
pear: naashpati, babbugosha, packham, packham pears, williams pear, asian pear
peach: peaches, peechs, peech, aadu, aaru, peachs, peachez, pichi
peach: aroo, satalu, shaftalu, nectarine, nectarines, peach fruit
peach: yellow peach
grape: grapes, grapess, graps, red grapes, green grapes, black grapes, angoor
grape: angur, zabibu, seedless grapes, grapez, red globe, green grape
grape: thompson grapes
grape: inabi, sharad grapes, sonaka grapes, draksh, draksha, drakshi
grape: thiratchai, table grapes, red globe grapes, black grape, white grapes
grape: white grape
strawberry: strawberries, straw berry, straw berries, strawbery, strawberrys
strawberry: strobery, strowberry, straberry, strawberi, strwberry
strawberry: strawberries punnet
strawberry: sberry, sberries, s/berries, strawbs, fresh strawberries
strawberry: mahabaleshwar strawberry
pomegranate: pomegranates, pomegranet, pomogranate, anar, pomagranate
pomegranate: pome granate, pomegranade, pomgranate, promegranate, pomegrante
pomegranate: pomigranate, komamanga, anaar, dadima, pomegranat, danimma
pomegranate: rumman, bhagwa pomegranate, bhagwa, mathulai, danimma pandu
pomegranate: anaar fruit, pomagranates
lychee: lychees, litchi, litchis, lichi, leechi, lychi, litchees, leechee
lychee: lichee, litchi fruit
lychee: leechee fruit, shahi litchi, mauritius lychee, lytchee, lyche
coconut: coconuts, coco nut, coco nuts, cocnut, coconat, nazi, kwakwa, agbon
coconut: aku oyibo, nariyal, nariyel, dry coconut, tender coconut
coconut: green coconut, jelly coconut, water coconut, brown coconut, daab
coconut: madafu, kube, kokonut, coconuts husked, cocoanut, cocoanuts, cocanut
coconut: dab, dabs, daab coconut, thengai, kobbari, elaneer, ilaneer
coconut: young coconut, young coconuts, old coconut, husked coconut
coconut: dehusked coconut, dehusked coconuts, husked coconuts, aki bekee
coconut: agbon coconut, mnazi nuts
date: dates, date palm fruit, dry dates, tende, medjool dates, medjool, dabino
date: khajur, khajoor, ajwa dates, dates fruit
date: khajoor dates, safawi, deglet noor, kharik, tende dates, dabino fruit
date: date fruit, wet dates, ajwa, sukkari dates
jackfruit: jack fruit, jackfruits, jack fruits, jakfruit, fenesi, kathal
jackfruit: ffene, fene, finesi, chakka, jak fruit, jack frut, phanas, panasa
jackfruit: jackfrut, jakfrut
jackfruit: jacks fruit, palaa pazham, panasakaya, halasina, kathhal
jackfruit: green jackfruit, raw jackfruit, ripe jackfruit, jack fruits ripe
jackfruit: doris fruit
turmeric: tumeric, turmaric, haldi, manjano, turmerick, termeric, tumric
turmeric: turmric, kinzaali, binzari, binzali, haldi fresh, raw turmeric
turmeric: atale pupa, gangamau, turmaric root, haldee
turmeric: manjal, pasupu, arishina, kurkum, kurkuma, turmeric root
turmeric: fresh turmeric, gangamau turmeric, nwandumo
sugarcane: sugar cane, sugar canes, sugarcanes, sugercane, suger cane, miwa
sugarcane: ganna, ikikajo, kikajo, ebikajo, cane, canes, ireke, rake, ahwede
sugarcane: sugar can, shugar cane, muwa, sugarcan, sugar kane, ganne
sugarcane: karumbu, cheruku, kabbu, red sugarcane, yellow sugarcane
sugarcane: chewing cane, chewing sugarcane, ikpo sugarcane
sugarcane: miwa red, rake cane, okpete
egg: eggs, egss, eg, egs, kienyeji eggs, farm eggs, layers eggs, mayai, anda
egg: ande, eyin, kwai, kosua, magi, amagi, eggz, table eggs, layer eggs
egg: kuroiler eggs, desi eggs, country eggs, brown eggs, white eggs
egg: fertile eggs, fertilised eggs, mayai ya kienyeji, local eggs, exotic eggs
egg: aigs, egs tray, large eggs, guddu
egg: akwa okuko, kodi guddu, muttai
egg: motte, dim eggs, pullet eggs, guinea fowl eggs, fresh eggs
egg: farm fresh eggs, big eggs, medium eggs, small eggs, kienyeji egg
milk: milks, fresh milk, cow milk, maziwa, milik, mlk, raw milk, whole milk
milk: doodh, dudh, madara, nono milk, amata, mata, buffalo milk, cow's milk
milk: cows milk, fresh cow milk, milkk, malk, meelk, farm milk
milk: unpasteurised milk, maziwa fresh
milk: mala milk, farm fresh milk, paalu, haalu, nunu milk, milk fresh
milk: maziwa mala, boiled milk, chilled milk, evening milk, morning milk
honey: hony, honi, raw honey, asali, huney, pure honey, shahad, shehad, madhu
honey: zuma, omubisi, mubisi, bee honey, honney, honeyy, forest honey
honey: natural honey, wild honey, comb honey, oyin honey, honeycomb
honey: oyin, mmanu anwu, ewo honey, acacia honey, tualang, thaen, jenu
honey: comb honeys, honey comb, raw honeys, pure natural honey, kitui honey
honey: baringo honey, unprocessed honey, asali mbichi
chicken: chickens, chiken, chikens, hen, hens, kuku, broiler, broilers
chicken: kienyeji chicken, chick en, kienyeji, kuku kienyeji, cockerel
chicken: cockerels, layers, chickn, chicen, cock, fowl, fowls, live chicken
chicken: local chicken, enkoko, nkoko, murgi, murga, murgh, desi chicken
chicken: country chicken, kuroiler, kuroilers, kari chicken, kari kienyeji
chicken: noiler, noilers, spent layer, spent layers, old layer, old layers
chicken: ex layers, off layers, off layer, pullet, pullets, rooster, roosters
chicken: jogoo, adie, kaza, akoko, chikin, chikken, chickin, local fowl
chicken: yard fowl, common fowl, broila, broilas, brolers, broller
chicken: free range chicken, village chicken, road runner, road runners
chicken: okuko, broiler chicken, broiler chickens, dressed chicken
chicken: whole chicken, full chicken, ex layer, exlayer, old layers chicken
chicken: kienyeji hen, kienyeji hens, kienyeji cock
chicken: improved kienyeji, kari improved, sasso, sasso chicken, rainbow rooster
chicken: kroilers, kozhi, country hen, naatu kozhi, nattu koli, kadaknath
chicken: ingokho, gweno, kuku broiler, agric fowl, agric chicken, native fowl
chicken: native chicken
goat: goats, mbuzi, gote, she goat, he goat, bakra, bakri, akuya, ewure
goat: aponkye, embuzi, galla goat, boer goat, billy goat, nanny goat, ram goat
goat: goatz, goots, mbuzi choma goat, live goat, castrated goat
goat: obokano, meat goat, goat for meat, goat live, dairy goat, toggenburg
goat: alpine goat, saanen, saanen goat, red sokoto, west african dwarf goat
goat: sokoto goat, ewu, aduru, aadu goat, mbuzi beberu, beberu
goat: castrated goats, he goats, she goats, boer goats, galla goats, barbari
goat: sirohi, jamunapari, black bengal goat, khasi, goat khasi
fish: fishes, fsh, tilapia, omena, catfish, cat fish, samaki, nile perch, eja
fish: kifi, nsuomnam, ebyennyanja, ngege, mputa, mbuta, mukene, dagaa, croaker
fish: titus, titus fish, mackerel, sardine, sardines, kote, panla, rohu, katla
fish: catla, hilsa, pomfret, king fish, kingfish, snapper, red snapper
fish: grouper, tuna, trevally, carp, mudfish, mud fish, point and kill
fish: live catfish, fresh fish, fresh catfish, tlapia, telapia, tilipia, koobi
fish: perch, ngogwe fish, machli, machhi, meen, parrot fish, sprat, shark fish
fish: kapenta, chambo, usipa, bream
fish: silver fish, silverfish, okporoko, stock fish, stockfish, azu fish
fish: azu mmiri, cat fishes, bonga fish, bonga, shawa fish, shawa, sawa fish
fish: kote fish, titus frozen, alaran, hake, hake fish, hake panla, ice fish
fish: frozen fish, smoked fish, dried fish, smoked catfish, dry catfish
fish: dry fish, momoni, adwene, apofee, kapala, salmon fish, meenu, chepa
fish: chapa, meen fish, surmai, bangda, rawas, basa fish, pangas, rui
fish: rui fish, hilsha, pabda, tengra, magur, mrigal, rohu fish, fish omena
fish: omena fish, kamongo, mudfish live, mbuta fish, tengesi, changu, kolekole
fish: jodari, vibua, nguru
coffee: coffee bean, coffee beans, cofee, coffe, cofffee, kahawa, arabica
coffee: robusta, green coffee, coffee cherries, coffee cherry, coffee beens
coffee: gahwa, buni, mwani, emwanyi, kiboko coffee, parchment coffee
coffee: coffee parchment, clean coffee, kawa, cofi, kofi beans
coffee: coffee bean green, kaapi, robusta coffee, arabica coffee
coffee: cherry coffee, fresh cherry coffee, mbuni coffee
coffee: ground coffee beans, green coffee beans, raw coffee
coffee: raw coffee beans, unroasted coffee, roasted coffee beans
coffee: robusta beans, arabica beans, kaapi beans, coffee green beans
coffee: coffee husked, kiboko

# Pictures that stand for goods.
[product]
tomato: 🍅
potato: 🥔
onion: 🧅
carrot: 🥕
maize: 🌽
eggplant: 🍆
garlic: 🧄
chilli: 🌶
bell_pepper: 🫑
cucumber: 🥒
avocado: 🥑
banana: 🍌
apple: 🍎, 🍏
orange: 🍊
lemon: 🍋
grape: 🍇
watermelon: 🍉
melon: 🍈
pineapple: 🍍
mango: 🥭
strawberry: 🍓
peach: 🍑
pear: 🍐
coconut: 🥥
egg: 🥚
milk: 🥛
honey: 🍯
fish: 🐟
chicken: 🐔, 🍗
goat: 🐐
mushroom: 🍄
rice: 🍚
groundnut: 🥜
broccoli: 🥦
lettuce: 🥬
sweet_potato: 🍠
