/* lib_test - the console's pure parts, under node: times in the market's zone,
 * numbers, words, addresses.  Run by tests/web/lib_test. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

const root = process.argv[2];
const kept = new Map();

globalThis.localStorage = { getItem: (key) => kept.get(key) ?? null };
globalThis.document = { documentElement: { dir: 'ltr', lang: 'en' } };
globalThis.window = { location: { hash: '', search: '' } };
/* The view library is not there: whoever takes a hook from it gets none. */
register(`data:text/javascript,${encodeURIComponent(`
	export async function resolve(name, context, next) {
		return name.endsWith('/view.js') ? { shortCircuit: true,
			url: 'data:text/javascript,' + [
			'useEffect', 'useState', 'useRef', 'createContext',
			'useContext', 'html'].map((x) => 'export const ' + x +
			' = () => {}').join(';') } : next(name, context);
	}`)}`);

const load = (name) => import(`${root}/${name}`);
const text = await load('lib/text.js');
const time = await load('lib/time.js');
const format = await load('lib/format.js');
const route = await load('lib/route.js');
const api = await load('lib/api.js');
const series = await load('lib/series.js');
const draft = await load('lib/draft.js');

/* Words: names in braces, one and many, a key that is not there. */
await text.setLanguage('en');
assert.equal(text.t('orders.of', { code: '#K7F' }), 'Order #K7F');
assert.match(text.t('overview.alarms', { n: 1 }), /^One /);
assert.match(text.t('overview.alarms', { n: 3 }), /^3 /);
assert.equal(text.t('no.such.key'), 'no.such.key');
assert.equal(text.t('orders.of', { code: '{code}$&' }), 'Order {code}$&');
assert.equal(text.word('order', 'offered'), 'offered');
assert.equal(text.word('order', 'new in furrowd'), 'new in furrowd');
await text.setLanguage('xx');
assert.equal(text.languageNow(), 'en');

/* Times: in the market's zone, wherever this runs. */
time.setZone('Africa/Nairobi');
assert.equal(time.clock('2026-11-26T06:00:00Z'), '09:00');
assert.equal(time.dayBegin('2026-11-26'), '2026-11-25T21:00:00.000Z');
assert.equal(time.dayBegin('2026-11-26', 1), '2026-11-26T21:00:00.000Z');
assert.equal(time.dayBegin(''), '');
assert.equal(time.dayBegin('nonsense'), '');
time.setZone('Asia/Kathmandu'); /* a quarter of an hour off */
assert.equal(time.dayBegin('2026-11-26'), '2026-11-25T18:15:00.000Z');
time.setZone('No/Such_Zone');
assert.notEqual(time.clock('2026-11-26T06:00:00Z'), '');
assert.equal(time.clock(null), format.none);
assert.match(time.span(93784), /^1d 2h$/);
assert.match(time.span(0), /^0s$/);
assert.match(time.ago('2026-11-26T06:00:00Z',
	Date.parse('2026-11-26T06:05:00Z')), /5.min/);

/* As in the market's country, day first; a week by its two ends. */
assert.match(time.longDay('2026-11-26'), /^Thursday,? 26 November 2026$/);
assert.match(time.period(series.begins('2026-W48', 'week'), 'week'),
	/^23\s?–\s?29 Nov 2026$/);
assert.equal(time.period(series.begins('2026-11', 'month'), 'month'),
	'November 2026');

/* What is drawn over time has no day left out. */
assert.deepEqual(series.filled(['2026-02-27', '2026-03-02'], 'day'),
	['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
assert.deepEqual(series.filled(['2026-W52', '2027-W01'], 'week'),
	['2026-W52', '2026-W53', '2027-W01']);
assert.deepEqual(series.filled(['2025-12', '2026-02'], 'month'),
	['2025-12', '2026-01', '2026-02']);
assert.deepEqual(series.filled([], 'day'), []);
assert.deepEqual(series.filled(['2026-11-26'], 'day'), ['2026-11-26']);
assert.equal(series.filled(['2025-10-01', '2026-11-04'], 'day').length, 400);
assert.deepEqual(series.filled(['2026-11-26', 'nonsense', '0001-01-01'], 'day'),
	['0001-01-01', '2026-11-26', 'nonsense']);

/* A ranking: the rest in one row, unless it is one. */
const sellers = (n) => new Map(Array.from({ length: n }, (_, i) =>
	[`s${i}`, i]));
assert.deepEqual(series.ranked(sellers(3), 2), { rows: [['s2', 2], ['s1', 1],
	['s0', 0]], count: 0, value: 0 });
assert.deepEqual(series.ranked(sellers(300), 2), { rows: [['s299', 299],
	['s298', 298]], count: 298, value: 297 * 298 / 2 });
assert.deepEqual(series.ranked(new Map(), 2).rows, []);

/* Drafts: kept for whoever wrote them, the latest twenty. */
draft.ownDrafts('grace');
for (let i = 0; i < 21; i++)
	draft.keepDraft(`reply/${i}`, `text ${i}`);
assert.equal(draft.draftOf('reply/20'), 'text 20');
assert.equal(draft.draftOf('reply/0'), '');
draft.keepDraft('reply/20', '');
assert.equal(draft.draftOf('reply/20'), '');
draft.ownDrafts('grace');
assert.equal(draft.draftOf('reply/19'), 'text 19');
draft.ownDrafts('eve');
assert.equal(draft.draftOf('reply/19'), '');

/* Where text runs the other way a code is not torn apart. */
document.documentElement.dir = 'rtl';
assert.equal(text.t('orders.of', { code: '#K7F' }), 'Order \u2068#K7F\u2069');
assert.equal(format.amount(5, 'kg'), '\u20685 kg\u2069');
document.documentElement.dir = 'ltr';

/* Numbers. */
assert.equal(format.short(9999), '9,999');
assert.equal(format.short(1234567890), '1.2B');
assert.equal(format.money(1234.5, 'KES'), 'KES 1,234.50');
assert.equal(format.money('145', 'KES'), 'KES 145');
assert.equal(format.money(null), format.none);
assert.equal(format.amount(5, 'kg'), '5 kg');
assert.equal(format.number(0), '0');
assert.equal(format.octets(1999), '2 kB');
assert.equal(format.isMasked('+2547•••••001'), true);
assert.equal(format.isMasked('+254722000001'), false);
document.documentElement.dir = 'rtl';
assert.equal(format.amount(5, 'kg'), '\u20685 kg\u2069');

/* Addresses: what is written is read back, and nothing gets out of it. */
assert.deepEqual(route.read('#/orders/12?state=offered'),
	{ name: 'orders', id: '12', query: { state: 'offered' } });
assert.deepEqual(route.read(''), { name: 'overview', id: '', query: {} });
for (const id of ['a/b', '?', '#', '../x', '中文', '%', '"<'])
	assert.equal(route.read(route.link('log', id)).id, id);
assert.equal(route.read('#/log/%E0%A4%A').id, '%E0%A4%A');
assert.equal(route.link('log', '', { words: '', phone: undefined }),
	'#/log');
assert.equal(api.address('messages', { words: 'a&b=c', state: '' }),
	'api/v1/messages?words=a%26b%3Dc');

/* A list that is renewed: one page stays one; of several, what is looked at
 * stays, and the next page goes on behind it. */
const { renewed } = await load('lib/use.js');
const ids = (from, to) => Array.from({ length: from - to + 1 },
	(_, i) => ({ id: from - i }));

assert.deepEqual(renewed({ rows: ids(10, 6), pages: 1, next: 6 },
	{ rows: ids(12, 8), next: 8 }, 5),
{ rows: ids(12, 8), next: 8, news: 2 });
assert.deepEqual(renewed({ rows: ids(10, 1), pages: 2, next: 1 },
	{ rows: ids(13, 4), next: 4 }, 5),
{ rows: ids(13, 1), next: 1, news: 3 });
/* Not for ever longer, and without a hole when all of it is new. */
assert.deepEqual(renewed({ rows: ids(14, 1), pages: 2, next: 1 },
	{ rows: ids(16, 7), next: 7 }, 5),
{ rows: ids(16, 7), next: 7, news: 2 });
assert.deepEqual(renewed({ rows: ids(10, 1), pages: 2, next: 1 },
	{ rows: ids(40, 31), next: 31 }, 5),
{ rows: ids(40, 31), next: 31, news: 0 });
/* Lines of one order are rows of their own; what left the list is gone. */
assert.deepEqual(renewed({ rows: [{ id: 2, line: 2 }, { id: 2, line: 1 },
	{ id: 1, line: 1 }], pages: 2, next: null },
{ rows: [{ id: 2, line: 1 }, { id: 1, line: 1 }], next: null }, 50),
{ rows: [{ id: 2, line: 1 }, { id: 1, line: 1 }], next: null, news: 0 });

/* Alarms: in the reader's words by their kind, then furrowd's; English as it is. */
const { detailText, kindOf, wordsOf } = await load('part/alarms.js');
const full = { name: 'store a b', text: 'store SM of link a b is nearly full' };

assert.deepEqual(kindOf('plan near a'), ['plan_near', 'a']);
assert.deepEqual(kindOf('disk'), ['disk', '']);
await text.setLanguage('en');
assert.deepEqual(wordsOf(full), [full.text]);
await text.setLanguage('fr');
assert.match(wordsOf(full)[0], /^Lien a b .*mémoire/);
assert.equal(wordsOf(full)[1], full.text);
assert.deepEqual(wordsOf({ name: 'new kind', text: 'as it is' }), ['as it is']);
assert.equal(detailText('draining: no credit'),
	`${text.word('link', 'draining')}: no credit`);
assert.equal(detailText('3 kept, 2 in flight'), '3 kept, 2 in flight');
assert.equal(detailText(null), '');
await text.setLanguage('en');

/* Every kind that furrowd has is told in our words. */
const sources = ['gateway/queue/alarm.c', 'programs/furrowd/wire_api.c']
	.map((name) => readFileSync(`${root}/../${name}`, 'utf8')).join('');
const kinds = [...sources.matchAll(
	/snprintf\([a-z]+, sizeof\([a-z]+\), "([a-z]+)( near)? %s"/g)]
	.map((found) => found[1] + (found[2] ? '_near' : ''))
	.concat([...sources.matchAll(/(?:note\(alarms|trouble_fact\(\s*out), "([a-z-]+)"/g)]
		.map((found) => found[1]));

assert.ok(kinds.length > 15, kinds.join());
for (const kind of kinds)
	assert.notEqual(text.t(`alarm.${kind}`), `alarm.${kind}`);

/* Colours: what is read differs from what it stands on by 4.5 : 1 (WCAG 2.2,
 * 1.4.3), edges of fields by 3 : 1 (1.4.11), in both themes; and dark is the
 * same whether the system or the reader asked for it. */
const css = readFileSync(`${root}/style.css`, 'utf8');
const blocks = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].slice(0, 3)
	.map(([, body]) => Object.fromEntries([...body.matchAll(
		/--([\w-]+): (#[0-9a-f]{3,8});/g)].map(([, k, v]) => [k, v])));
const channel = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
function light(hex) {
	const full = hex.length < 6 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
	const [r, g, b] = [1, 3, 5].map((i) =>
		channel(parseInt(full.slice(i, i + 2), 16) / 255));

	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a, b) {
	const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);

	return (bright + 0.05) / (dark + 0.05);
}
const pairs = [['main-ink', 'main'], ['link', 'main-soft'], ['ink', 'main-soft'],
	['card', 'bad']];

for (const over of ['paper', 'card', 'sunk'])
	pairs.push(['ink', over], ['muted', over], ['link', over], ['bad', over]);
for (const look of ['good', 'wait', 'open', 'bad', 'off'])
	pairs.push([look, `${look}-soft`]);
assert.equal(blocks.length, 3);
assert.deepEqual(blocks[1], blocks[2]);
for (const theme of blocks.slice(0, 2)) {
	for (const [text, under] of pairs)
		assert.ok(ratio(theme[text], theme[under]) >= 4.5,
			`${text} on ${under}: ${ratio(theme[text], theme[under])}`);
	for (const under of ['paper', 'card'])
		assert.ok(ratio(theme.edge, theme[under]) >= 3, `edge on ${under}`);
}
