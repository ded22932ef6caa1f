/* reports - the market's figures: a chart, and the same figures as a table.
 *
 * Each row of KINDS is a report of the API: how it can be split, what is drawn
 * of it (lines over time; of groups a ranked list with a bar each, for a line
 * from one seller to the next would say nothing), what stands in its table.
 * The question stands in the address, so a report can be sent to somebody, and
 * printed. */
import { html } from '../lib/view.js';
import { address } from '../lib/api.js';
import { useGet } from '../lib/use.js';
import { useAreas } from '../lib/areas.js';
import { useGoods } from '../lib/goods.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { money, none, number, percent } from '../lib/format.js';
import { begins, filled } from '../lib/series.js';
import { dayInput, exact, period, periodShort } from '../lib/time.js';
import { Chart } from '../part/chart.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Ranks } from '../part/ranks.js';
import { Empty, Loading, Trouble } from '../part/state.js';
import { Table } from '../part/table.js';

const DAYS = 30;

const KINDS = {
	sales: { by: ['product', 'area', 'seller', 'day', 'week', 'month', 'all'],
		draw: ['amount'], product: true,
		columns: ['quantity', 'unit', 'kg', 'lines', 'sellers', 'amount'] },
	income: { by: ['area', 'seller', 'product', 'day', 'week', 'month', 'all'],
		draw: ['amount', 'paid'], product: true,
		columns: ['households', 'first', 'lines', 'amount', 'paid',
			'marked_share'] },
	impact: { by: ['month', 'week', 'day', 'area', 'product', 'all'],
		draw: ['reached', 'households', 'first'], product: true,
		columns: ['reached', 'households', 'first', 'lines', 'amount'] },
	answers: { by: ['seller', 'area', 'product', 'link', 'day', 'week',
		'month', 'all'],
	draw: ['yes', 'no', 'expired'], rank: 'asked', product: true,
	columns: ['asked', 'yes', 'no', 'expired', 'withdrawn', 'open',
		'yes_share', 'median_minutes', 'waiting_minutes'] },
	fairness: { by: ['all'], draw: [],
		columns: ['sellers', 'jain', 'gini', 'jain_cheapest',
			'gini_cheapest', 'days_median', 'days_p90', 'days_most',
			'none_30_days'] },
	feedback: { by: ['area', 'day', 'week', 'month', 'all'],
		draw: ['opened', 'answered', 'closed'],
		columns: ['opened', 'answered', 'closed', 'median_days'] },
};
const MONEY = ['amount', 'paid'];
const WORDS = ['unit', 'product', 'area', 'seller', 'link', 'day', 'week',
	'month'];
const SHARES = ['yes_share', 'marked_share', 'none_30_days'];
const PEOPLE = ['reached', 'households', 'first']; /* not to be added up */
const TIMES = ['day', 'week', 'month'];

function shown(row, key, goods) {
	if (key === 'product')
		return goods.name(row[key]);
	if (TIMES.includes(key))
		return row[key] ? html`<bdi>${period(begins(row[key], key),
			key)}</bdi>` : none;
	if (WORDS.includes(key))
		return html`<bdi>${row[key] || none}</bdi>`;
	if (MONEY.includes(key))
		return money(row[key], row.currency);
	if (SHARES.includes(key))
		return percent(row[key] && row[key] * 100);
	return number(row[key]);
}

function columnsOf(kind, by, goods) {
	const keys = KINDS[kind].columns.filter((key) => key !== by);
	const first = by === 'all' ? [] : [by];
	const product = kind === 'sales' && by !== 'product' ? ['product'] : [];

	return [...first, ...product, ...keys].map((key, i) => ({
		key,
		label: word('report', key),
		lead: i === 0,
		kind: TIMES.includes(key) ? 'time'
			: WORDS.includes(key) ? '' : 'number',
		cell: (row) => shown(row, key, goods),
	}));
}

/* Rows of one name (of several units or products) are one bar, if they are
 * money; what cannot be added up is not drawn. */
function drawn(rows, by, key, goods) {
	const sums = new Map();

	for (const row of rows) {
		const name = by === 'product' ? goods.name(row.product)
			: row[by] || none;

		sums.set(name, (sums.get(name) ?? 0) + Number(row[key] ?? 0));
	}
	return sums;
}

function OverTime({ kind, by, rows, goods }) {
	const names = filled(new Set(rows.map((row) => row[by])), by);

	if (names.length < 2)
		return null;
	return html`<section class="card">
		<${Chart} label=${t('report.chart', { name: word('report', kind) })}
			names=${names.map((name) => periodShort(begins(name, by), by))}
			series=${KINDS[kind].draw.map((key) => {
				const sums = drawn(rows, by, key, goods);

				return { label: word('report', key),
					values: names.map((name) => sums.get(name) ?? 0) };
			})} /></section>`;
}

function Ranking({ kind, by, rows, goods }) {
	const key = KINDS[kind].rank ?? KINDS[kind].draw[0];
	const sums = key === undefined ? new Map()
		: drawn(rows, by, key, goods);
	const show = (value) => (MONEY.includes(key)
		? money(value, rows[0].currency) : number(value));

	if (sums.size < 2)
		return null;
	return html`<section class="card"><${Ranks} sums=${sums} show=${show}
		others=${!PEOPLE.includes(key)} title=${t('report.largest',
			{ name: word('report', key) })} /></section>`;
}

function Drawing(props) {
	if (TIMES.includes(props.by))
		return html`<${OverTime} ...${props} />`;
	return props.by === 'all' ? null : html`<${Ranking} ...${props} />`;
}

/* One row of many figures reads better as pairs. */
function Single({ row, columns }) {
	return html`<section class="card"><dl class="facts">
		${columns.map((column) => html`<div key=${column.key}>
			<dt>${column.label}</dt><dd>${column.cell(row)}</dd></div>`)}
	</dl></section>`;
}

function Figures({ kind, by, rows, goods }) {
	const columns = columnsOf(kind, by, goods);

	if (by === 'all' && rows.length === 1)
		return html`<${Single} row=${rows[0]} columns=${columns} />`;
	return html`<${Table} name=${word('report', kind)} rows=${rows}
		columns=${columns}
		rowKey=${(row) => columns.map((column) => row[column.key]).join()} />`;
}

function Tabs({ kind }) {
	return html`<nav class="tabs noprint" aria-label=${t('page.reports')}>
		${Object.keys(KINDS).map((name) => html`<a key=${name}
			href=${link('reports', name)}
			aria-current=${name === kind ? 'page' : undefined}>
			${word('report', name)}</a>`)}
	</nav>`;
}

export default function Reports({ id, query }) {
	const kind = KINDS[id] ? id : 'sales';
	const by = KINDS[kind].by.includes(query.by) ? query.by
		: KINDS[kind].by[0];
	const goods = useGoods();
	const areas = useAreas();
	const asks = { by, since: query.since ?? dayInput(DAYS),
		until: query.until, area: query.area,
		product: KINDS[kind].product ? query.product : undefined };
	const asked = useGet(`report/${kind}`, asks);
	const rows = asked.data?.items ?? [];

	return html`<${Head} title=${`${t('page.reports')}: ${
			word('report', kind)}`} note=${word('report.about', kind)}>
			<a class="button" download=${`${kind}.csv`}
				href=${address(`report/${kind}.csv`, asks)}>CSV</a>
			<button type="button" class="button"
				onClick=${() => window.print()}>${t('day.print')}</button>
		</${Head}>
		<${Tabs} kind=${kind} />
		<${FilterBar} query=${{ ...query, by, since: asks.since }} fields=${[
			...(KINDS[kind].by.length > 1 ? [{ key: 'by', all: true,
				label: t('report.by'), type: 'select',
				options: KINDS[kind].by.map((one) => [one,
					word('report.by', one)]) }] : []),
			{ key: 'since', label: t('filter.since'), type: 'date' },
			{ key: 'until', label: t('filter.until'), type: 'date' },
			{ key: 'area', label: t('people.area'), type: 'select',
				options: areas.map((area) => [area, area]) },
			...(KINDS[kind].product ? [{ key: 'product',
				label: t('offers.product'), type: 'select',
				options: goods.list }] : []),
		]} />
		${asked.problem && !asked.data && html`<${Trouble}
			problem=${asked.problem} again=${asked.reload} />`}
		${!asked.problem && !asked.data && html`<${Loading} />`}
		${asked.data && rows.length === 0 && html`<${Empty}
			title=${t('report.none')} hint=${t('report.none_hint')} />`}
		${rows.length > 0 && html`<div class="stack-wide">
			<${Drawing} kind=${kind} by=${by} rows=${rows} goods=${goods} />
			<${Figures} kind=${kind} by=${by} rows=${rows} goods=${goods} />
			<p class="muted small">${t('day.made',
				{ time: exact(new Date()) })}</p></div>`}`;
}
