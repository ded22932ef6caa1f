# pt - Portuguese (Brazil, Mozambique, Angola).
[sound]
z>s, x>s, ch>x, ce>se, ci>si, c>k, qu>k, lh>l, nh>n, v>b, h>
ou>o, ei>e, ao$>o, am$>o, y>i, e$>i, o$>u
[form]
ending: s, r>res, l>is, m>ns, ao>oes, z>zes
[number]
1st: primeiro, o primeiro, a primeira, primeira opcao
2nd: o segundo, a segunda opcao, segundo, segunda opcao
3rd: terceiro, o terceiro, a terceira opcao
1: um, uma
2: dois, duas
3: tres
4: quatro
5: cinco
6: seis
7: sete
8: oito
9: nove
10: dez
12: doze
15: quinze
20: vinte
30: trinta
40: quarenta
50: cinquenta
100: cem, cento
x1000: mil
0.5: meio, meia
0.25: um quarto
+0.5: e meio, e meia
[unit]
kg: kg, quilo, quilos, kilo, kilos
g: grama, gramas
tonne: tonelada, toneladas
litre: litro, litros
piece: unidade, unidades, cabeca, cabecas
dozen: duzia, duzias
bunch: maco, macos, molho, molhos
bag: bolsa, bolsas
sack: saca, sacas
crate: caixote, caixotes
tray: bandeja, bandejas
box: caixa, caixas
basket: cesto, cestos
bucket: balde, baldes
bottle: garrafa, garrafas
pack: pacote, pacotes
[day]
today: hoje
tomorrow: amanha
mon: segunda, segunda feira
tue: terca, terca feira
wed: quarta feira
thu: quinta feira
fri: sexta, sexta feira
sat: sabado
sun: domingo
[language]
pt: portugues
en: ingles
fr: frances
es: espanhol
[word]
done: entregue, entreguei, ja entreguei
got: recebido, recebi, ja recebi, chegou, ja chegou
problem: problema, queixa, reclamacao
noshow: nao veio, ninguem veio
paid: pago, ja me pagaram, me pagaram
my: meus produtos, os meus produtos
income: rendimento, meu rendimento, receita
turn: minha vez
seller: vendedor, vendedora, produtor, produtora
greet: ola, bom dia, boa tarde, boa noite, oi, senhor, senhora
thanks: obrigado, obrigada, obg, muito obrigado
filler: por favor, pf, de, do, da, o, a, os, as, fresco, fresca, maduro, bem
and: e, mais, com
or: ou
not: sem, nao quero
want: quero, qro, queria, preciso, precisamos, mande, manda, envie, traga, comprar, pedido, encomendar, gostaria
change: mudar, mude, trocar, altere
add: adicionar, adicione, acrescente
sell: vendo, vender, a venda
available: disponivel, disponiveis
have: tenho, temos
yes: sim, claro, aceito, confirmo, confirmado, ok, ta bom, pode ser, certo, combinado
no: nao, recuso
cannot: nao posso, nao consigo
none-left: nao tenho, acabou, esgotado, nao ha, ja acabou
only: so, somente, apenas
but: mas
if: se
cancel: cancelar, cancelar pedido, cancele, cancela, cancelar meu pedido, anular, nao quero mais
order: pedido, meu pedido, encomenda
status: onde esta, quando chega, estado do pedido, nao chegou, cade
help: ajuda, ajude, como faco pedido, como pedir, nao entendi, como funciona
stop: parar, pare, sair, remover, cancelar inscricao, nao quero mensagens, nao me mande mensagens, descadastrar
start: iniciar, comecar, voltar
price: preco, custo
how-much: quanto, quanto custa, quanto e, qual o preco, a quanto
is-there: tem, voces tem, ha
max: ate, maximo, max, no maximo, nao mais de, menos de
total: total, no total
per: por, o, a, cada
each: cada um, cada uma
currency: reais, meticais, mt, mzn, kwanzas
complaint: podre, podres, estragado, estragados, atrasado, chegou tarde, mau
praise: bom servico, otimo, muito bom, excelente
past: plantei, comi, ontem, colhi
question: que, quando, por que, quem, como, onde
place: em, para entregar em, entregar em
language: idioma, lingua, em
[product]
bean: feijao
