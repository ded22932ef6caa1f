# es - Spanish.
[form]
ending: s, n>nes, r>res, l>les, z>ces, d>des
[number]
1st: primero, el primero, la primera, primera, la primera opcion
2nd: el segundo, la segunda, segundo, la segunda opcion
3rd: tercero, el tercero, la tercera, la tercera opcion
1: un, uno, una
2: dos
3: tres
4: cuatro
5: cinco
6: seis
7: siete
8: ocho
9: nueve
10: diez
12: doce
15: quince
20: veinte
25: veinticinco
30: treinta
40: cuarenta
50: cincuenta
60: sesenta
70: setenta
80: ochenta
90: noventa
100: cien, ciento
200: doscientos
500: quinientos
x1000: mil
0.5: medio, media
0.25: cuarto, un cuarto, cuarto de, un cuarto de
0.75: tres cuartos, tres cuartos de
+0.5: y medio, y media
[unit]
kg: kg, kilo, kilos, kilogramo, kgs
g: gramo, gramos
tonne: tonelada, toneladas
litre: litro, litros
lb: libra, libras
quintal: quintal, quintales
piece: pieza, piezas, unidad, unidades
dozen: docena, docenas
bunch: manojo, manojos, atado, atados, racimo, racimos
bag: bolsa, bolsas
sack: saco, sacos, costal, costales
crate: cajon, cajones
tray: bandeja, bandejas, carton de
box: caja, cajas
basin: palangana
tin: lata, latas
basket: canasta, canastas, canasto
bucket: balde, baldes, cubeta
bottle: botella, botellas
pack: paquete, paquetes
[day]
today: hoy
tomorrow: manana
overmorrow: pasado manana
mon: lunes
tue: martes
wed: miercoles
thu: jueves
fri: viernes
sat: sabado
sun: domingo
[language]
es: espanol, castellano
en: ingles
fr: frances
pt: portugues
zh: chino
[word]
done: entregado, entregue, ya entregue, lo entregue
got: recibido, recibi, ya recibi, llego, ya llego, me llego
problem: problema, queja, reclamo
noshow: no vino, nadie vino
paid: pagado, me pagaron, ya me pagaron
my: mis productos
income: ingresos, mis ingresos
turn: mi turno
seller: vendedor, vendedora, productor, productora
greet: hola, buenos dias, buenas, buenas tardes, buenas noches, buen dia, senor, senora, amigo
thanks: gracias, muchas gracias, mil gracias, grax
filler: por favor, porfa, pf, de, del, el, la, los, las, fresco, fresca, fresco, fresh, me, mi, para mi, maduro, maduros
and: y, e, mas, con
or: o, u
not: sin, no quiero
want: quiero, kiero, quisiera, necesito, deme, dame, mandame, mande, mandeme, envie, enviame, traigame, comprar, pedir, pedido, ordenar, me da, me manda, ocupo
change: cambiar, cambia, cambie, en vez de, mejor
add: agregar, agregue, agrega, anadir
sell: vendo, vender, en venta, a la venta
available: disponible, disponibles
have: tengo, tenemos, puedo dar
yes: si, claro, de acuerdo, ok, vale, acepto, confirmo, dale, bueno, listo
no: no, rechazo, imposible
cannot: no puedo, no podemos
none-left: no tengo, no hay, agotado, se acabo, ya no tengo, no me queda, sin stock
only: solo, solamente, nomas, unicamente
but: pero
if: si es que, siempre que
cancel: cancelar, cancelar pedido, cancele, cancela, cancelar mi pedido, cancela mi pedido, anular, ya no quiero
order: pedido, mi pedido
status: donde esta, cuando llega, cuando llega mi pedido, estado, no ha llegado, donde esta mi pedido
help: ayuda, ayudame, como pido, como pedir, no entiendo, como funciona
stop: baja, alto, parar, cancelar suscripcion, darme de baja, darse de baja, no mas mensajes, no quiero mensajes, dejen de enviar, no me manden mensajes, quitar
start: iniciar, empezar, alta, suscribir
price: precio, costo, valor
how-much: cuanto, cuanto cuesta, cuanto vale, a cuanto, a como, que precio
is-there: tienen, tiene, hay, tienes
max: maximo, max, hasta, no mas de, menos de, presupuesto
total: total, en total
per: por, el, la, cada
each: cada uno, cada una
currency: pesos, soles, dolares, quetzales, bs, colones
complaint: podridos, podridas, podrido, podrida, malo, malos, mala, tarde, llegaron podridos, llego tarde, danado, faltaba, falto
praise: muy buen servicio, buen servicio, excelente, muy bueno
past: sembre, comi, ayer, coseche, plante
question: que, cuando, por que, quien, como, donde
place: a, en, para entregar en, entregar en
language: idioma, en
[product]
banana: platanos, guineo
