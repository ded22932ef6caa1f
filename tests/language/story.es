# Spanish: role|text|what is understood (the format stands in story).  Each
# line is read with the language as the hint and without one, but those that
# end in #hint only with it: their words mean something else elsewhere.
b|quiero 5 kg de tomate|order tomato 5kg
b|necesito veinticinco kilos de arroz|order rice 25kg
b|medio kilo de ajo|order garlic 0.5kg
b|un cuarto de kilo de jengibre|order ginger 0.25kg
b|tres cuartos de kilo de uvas|order grape 0.75kg
b|kilo y medio de zanahoria|order carrot 1.5kg
b|dos kilos y medio de cebolla|order onion 2.5kg
b|treinta y cinco libras de frijol|order bean 35lb
b|doscientos kilos de maíz|order maize 200kg
b|mil kilos de papa|order potato 1000kg #hint
b|2,5 kg de yuca|order cassava 2.5kg
b|una docena de huevos|order egg 1dozen
b|media docena de huevos y 2 litros de leche|order egg 0.5dozen, milk 2litre
b|3 repollos y 4 piñas|order cabbage 3, pineapple 4
b|dos costales de papa|order potato 2sack
b|dos cajas de tomate y un saco de cebolla|order tomato 2box, onion 1sack
b|tomate y cebolla 2 kg de cada uno|order tomato 2kg, onion 2kg
b|2 o 3 kilos de limones|order? lemon 2-3kg
b|5-6 kg de papa|order? potato 5-6kg #hint
b|10 kg de tomate máximo 20 pesos el kilo|order tomato 10kg | max 20/kg
b|10 kg cebolla no más de 15 el kilo|order onion 10kg | max 15/kg
b|para el viernes 3 cajas de mango|order mango 3box | day fri
b|mañana 2 kilos de pescado|order fish 2kg | day tomorrow
b|5kg tomate, 3kg cebolla, 2kg zanahoria|order tomato 5kg, onion 3kg, carrot 2kg
b|quiero papas|order? potato
b|cebolla|ambiguous? onion
b|cinco kilos|ambiguous? - 5kg
b|5 kg de batata|order sweet_potato 5kg #hint
b|3 kg de pera|order pear 3kg #hint
b|mejor que sean 4 kilos|change - 4kg
b|agregue 2 kg de tomate|change tomato 2kg
b|quite la cebolla|change? onion
b|5 kg de tomate, perdón 4 kg|order tomato 4kg
b|cancelar mi pedido|cancel
b|cancele K7F|cancel | #K7F
b|dónde está mi pedido|status
b|mi pedido K7F ya salió?|status | #K7F
b|cuándo llega|status
b|cuánto cuesta el kilo de tomate|price_query tomato
b|precio del maíz|price_query maize
b|tienen huevos?|price_query egg
s|sí|accept #hint
s|si K7F|accept | #K7F #hint
s|está bien lo llevo|accept
s|no|reject
s|no K7F|reject | #K7F
sp|ya no hay|reject
sp|solo tengo 3 kilos|partial - 3kg
sp|K7F solo 3 kilos|partial - 3kg | #K7F
sp|a 45 el kilo|counter | ask 45/kg
sp|sí pero a 45|counter | ask 45
s|vendo 200 kg de maíz a 15 el kilo|offer maize 200kg | ask 15/kg
s|se acabó el tomate|sold_out tomato
b|recibido K7F|got | #K7F
s|entregado K7F|done | #K7F
b|problema K7F venía podrido|problem | #K7F
s|pagado 3000|paid | ask 3000
b|los tomates estaban podridos|feedback
b|muy buen servicio|feedback
b|ayuda|help
b|cómo hago un pedido|help
b|baja|stop
b|no me manden más mensajes|stop
b|español|language | to es
b|en inglés por favor|language | to en
b|ayer comí dos mangos|none
b|hoy llovió mucho|none
b|muchas gracias|none
b|buenos días|greeting
bq|sí por favor|accept #hint
bC|la segunda|digit 2
bQ|cinco kilos|digit - 5kg
b|mande 5 kg de arroz a Tepic el lunes|order rice 5kg | day mon | at Tepic
b|2 kg de batata|order sweet_potato 2kg #hint
b|plátano macho 2 kg y plátano 3 kg|order plantain 2kg, banana 3kg
b|2 kg de tomate o cebolla|ambiguous? tomato 2kg, onion
b|salsa de tomate 2 botellas|order? tomato 2bottle
s|K7F 45 el kilo|counter | ask 45/kg | #K7F
sp|solo la mitad|partial 50%
s|existencias maíz 20 sacos|stock maize 20sack
s|precio maíz 15|price_set maize | ask 15
b|empezar|start
b|todavía no llega mi pedido|status
b|sin cebolla, 2 kg de tomate|order tomato 2kg
b|mándame dinero|none
b|mi hijo está enfermo|none
s|el cliente no vino K7F|noshow | #K7F
b|papa para el 5 de junio 3 kg|order potato 3kg | day 05-06
