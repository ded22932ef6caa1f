# fr - French (West Africa and elsewhere).
[form]
ending: s, u>ux, x
[number]
1st: premier, le premier, la premiere, premiere, 1er
2nd: deuxieme, le deuxieme, la deuxieme, second, le second, la seconde
3rd: troisieme, le troisieme, la troisieme
1: un, une
2: deux
3: trois
4: quatre
5: cinq
6: six
7: sept
8: huit
9: neuf
10: dix
11: onze
12: douze
15: quinze
16: seize
20: vingt
30: trente
40: quarante
50: cinquante
60: soixante
70: soixante dix
80: quatre vingt, quatre vingts
90: quatre vingt dix
100: cent
x1000: mille
0.5: demi, demie, un demi, une demi
0.25: quart, un quart, un quart de
+0.5: et demi, et demie
[unit]
kg: kg, kilo, kilos, kilogramme
g: gramme, grammes
tonne: tonne, tonnes
litre: litre, litres
piece: piece, pieces, tete, tetes
dozen: douzaine, douzaines
bunch: botte, bottes, tas, regime, regimes
bag: sachet, sachets
sack: sac, sacs
crate: caisse, caisses, cageot, cageots
tray: plateau, plateaux, tablette, tablettes
box: carton, cartons
basin: bassine, bassines, cuvette
tin: boite, boites
basket: panier, paniers
bucket: seau, seaux
bottle: bouteille, bouteilles
pack: paquet, paquets
[day]
today: aujourd'hui, aujourdhui
tomorrow: demain
overmorrow: apres demain
mon: lundi
tue: mardi
wed: mercredi
thu: jeudi
fri: vendredi
sat: samedi
sun: dimanche
[language]
fr: francais
en: anglais
es: espagnol
pt: portugais
ar: arabe
sw: swahili
zh: chinois
[word]
greet: bonjour, bonsoir, salut, bjr, bsr, monsieur, madame, patron, chef, allo
thanks: merci, merci beaucoup, mrc, merci bien
filler: svp, s'il vous plait, s'il te plait, stp, de, du, des, d, la, le, les, l, frais, fraiche, fraiches, vite, bien, mur, murs, moi, pour moi
and: et, avec, plus
or: ou, ou bien
not: pas de, sans
want: je veux, je voudrais, veux, voudrais, besoin, j'ai besoin de, il me faut, il faut, faut, envoyez, envoie, livrez, apportez, commande, commander, je commande, acheter, donnez moi, prendre, je prends
change: changer, changez, modifier, au lieu de, mettez
add: ajouter, ajoutez, ajoute
sell: vendre, a vendre, je vends, vends, en vente
available: disponible, disponibles
have: j'ai, nous avons, je peux fournir, je peux donner
yes: oui, ouais, d'accord, daccord, ok, je confirme, confirme, j'accepte, accepte, entendu, c'est bon, ca marche, ca va
no: non, je refuse, refuse, pas possible, impossible
cannot: je ne peux pas, peux pas, je peux pas
none-left: rupture, rupture de stock, plus rien, fini, c'est fini, j'en ai plus, je n'ai plus, pas de stock, epuise, n'ai plus, y a plus
only: seulement, uniquement, que, juste
but: mais
if: si
cancel: annuler, annulez, annule, annuler ma commande, annulez ma commande, je ne veux plus
order: commande, ma commande
status: ou est ma commande, ou est, suivi, pas encore recu, pas recu, quand arrive, ou en est, statut
report: commandes du jour, commandes en attente
help: aide, aidez moi, comment commander, comment faire, je ne comprends pas, comment ca marche
stop: arret, arreter, arretez, stop, desabonner, desinscrire, desabonnement, plus de sms, plus de messages, ne plus recevoir, arretez de m'envoyer, retirez moi, supprimez mon numero
start: demarrer, commencer, reprendre, reabonner
price: prix, tarif, cout
how-much: combien, c'est combien, combien coute, quel prix, quel est le prix, prix de
is-there: avez vous, vous avez, y a t il, est ce qu'il y a, il y a
max: maximum, max, pas plus de, moins de, maxi, budget
total: total, au total, en tout
per: par, le, la
each: chacun, chacune, chaque, piece
currency: f, fcfa, cfa, francs, franc, euros
complaint: pourri, pourries, pourris, mauvais, mauvaise, en retard, retard, abime, gate, pas frais, manque
praise: tres bon service, bon service, tres bien, excellent
past: j'ai plante, plante, mange, j'ai mange, hier, recolte
question: quoi, quand, pourquoi, qui, comment
place: livrer a, livrez a, a, au, chez
site: marche, hotel, ecole, restaurant, hopital
language: langue, en
[product]
tomato: tomat
