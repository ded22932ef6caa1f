# id - Indonesian.
[sound]
oe>u, dj>j, tj>c, v>p, f>p, z>s, sy>s, kh>k, q>k, ^h>, h$>
ai$>e, ay$>e, au$>o, iy>i, uw>u, o>u
[form]
ending: nya
one: se
[number]
1st: yang pertama, pertama, yg pertama
2nd: yang kedua, kedua, yg kedua
3rd: yang ketiga, ketiga, yg ketiga
1: satu
2: dua
3: tiga
4: empat
5: lima
6: enam
7: tujuh
8: delapan
9: sembilan
10: sepuluh
11: sebelas
100: seratus
1000: seribu
x10: puluh
x100: ratus
x1000: ribu, rb
+10: belas
0.5: setengah
0.25: seperempat
[unit]
kg: kg, kilo, kilogram
g: gram
litre: liter
piece: buah, biji, butir, ekor
dozen: lusin
bunch: ikat, sisir
bag: kantong
sack: karung
box: kotak, dus, kardus
crate: krat, peti
basin: baskom
tin: kaleng
basket: keranjang
bucket: ember
bottle: botol
pack: bungkus
quintal: kuintal, kwintal
tray: tray, rak
tonne: ton
[day]
today: hari ini
tomorrow: besok
overmorrow: lusa
mon: senin
tue: selasa
wed: rabu
thu: kamis
fri: jumat
sat: sabtu
sun: minggu
[language]
id: indonesia, bahasa indonesia
en: inggris, bahasa inggris
zh: mandarin, cina
ar: arab
[word]
done: diserahkan, sudah diserahkan, selesai
got: diterima, sudah diterima, sudah sampai, sudah saya terima
problem: masalah, keluhan, komplain
noshow: tidak datang, pembeli tidak datang
paid: dibayar, sudah dibayar, lunas, sudah lunas
my: jualan saya, barang saya
income: pendapatan, pendapatan saya
turn: giliran, giliran saya
seller: penjual
stock: stok
register: daftarkan
greet: halo, hai, selamat pagi, pagi, siang, sore, malam, assalamualaikum, pak, bu, bang, mas, mbak, kak, gan
thanks: terima kasih, makasih, trims, mksh, tks
filler: ya, tolong, dong, aja, yg, yang, segar, saya, untuk, di
and: dan, sama, dgn, dengan
or: atau
not: jangan, tanpa, bukan
want: mau, pesan, beli, minta, butuh, kirim, antar, order, perlu
change: ganti, ubah, jadi, ganti jadi
add: tambah, tambahkan
sell: jual, dijual, menjual
available: tersedia, ready
have: ada, punya
yes: iya, ya, oke, ok, setuju, siap, bisa, baik, sip
no: tidak, nggak, ga, gak, tdk, tolak
cannot: tidak bisa, ga bisa, gak bisa, nggak bisa
none-left: habis, stok habis, kosong, ga ada, tidak ada, gak ada
only: hanya, cuma, saja
but: tapi
if: kalau, jika
cancel: batal, batalkan, ga jadi, gak jadi, tidak jadi, batalkan pesanan
order: pesanan, pesanan saya
status: mana pesanan, pesanan saya mana, kapan sampai, kapan datang, belum sampai, sampai mana
help: bantuan, bantu, tolong bantu, cara pesan, cara order, bagaimana cara
stop: berhenti, stop, unreg, hentikan, berhenti langganan, jangan kirim sms, jangan kirim pesan lagi, hapus nomor saya
start: mulai, daftar, langganan, reg
price: harga
how-much: berapa, berapa harga, harganya berapa, harga berapa
is-there: ada gak, apakah ada, ada tidak
max: maksimal, max, paling mahal, di bawah, maks
per: per
each: masing masing
currency: rupiah, rp, ribu
complaint: busuk, rusak, jelek, telat, terlambat, kurang
praise: bagus, pelayanan bagus, mantap
[product]
egg: telor
green_gram: kacang ijo
cabbage: kol
chilli: cabe, cabe rawit, cabai rawit
