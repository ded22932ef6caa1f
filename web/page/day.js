/* day - the day sheet: who brings what to whom, and who owes whom, to be
 * printed and ticked off with a pen.  One sheet for each place; rows without
 * one stand under the seller's area.
 *
 * What one person brings (or owes) stands together, and no page begins in the
 * middle of it; each page on paper says whose place and which day it is.
 *
 * Numbers are masked as everywhere; who needs them on paper asks for all of
 * the sheet at once, and the audit says so. */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { useGoods } from '../lib/goods.js';
import { useMe } from '../lib/me.js';
import { t } from '../lib/text.js';
import { dayInput, longDay, exact } from '../lib/time.js';
import { amount, isMasked, money } from '../lib/format.js';
import { useAreas } from '../lib/areas.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
import { Wide } from '../part/wide.js';

/* Rows by place, those without one by area; the nameless last. */
function sheets(rows) {
	const made = new Map();

	for (const row of rows) {
		const name = row.place || row.area || '';

		if (!made.has(name))
			made.set(name, { name, bring: [], owe: [] });
		made.get(name)[row.what].push(row);
	}
	return [...made.values()].sort((a, b) =>
		(a.name === '') - (b.name === '') || a.name.localeCompare(b.name));
}

/* What cannot be added up stays apart: [[product, unit, sum, money]]. */
function sums(rows) {
	const made = new Map();

	for (const row of rows) {
		const key = `${row.product} ${row.unit}`;
		const had = made.get(key) ?? { product: row.product,
			unit: row.unit, quantity: 0, total: 0 };

		had.quantity += Number(row.quantity);
		had.total += Number(row.total ?? 0);
		made.set(key, had);
	}
	return [...made.values()];
}

/* [[rows of one], [rows of the next]], by name: `who` is seller or buyer. */
function byPerson(rows, who) {
	const made = new Map();

	for (const row of rows) {
		const key = row[`${who}_person`] ?? row[`${who}_phone`];

		made.set(key, [...(made.get(key) ?? []), row]);
	}
	return [...made.values()].sort((a, b) =>
		String(a[0][who]).localeCompare(String(b[0][who])));
}

const add = (rows, key) => rows.reduce((n, row) =>
	n + Number(row[key] ?? 0), 0);

function Person({ name, phone, person, full }) {
	return html`<bdi class="sheet-name">${name}</bdi>
		${' '}<bdi class="number small">${full[person] ?? phone}</bdi>`;
}

const Tick = () => html`<span class="tick" aria-hidden="true" />`;

/* On each page of paper, for it repeats with the head of the table. */
function PaperHead({ head, what, span }) {
	return html`<tr class="paper"><th colspan=${span}><div>
		<strong><bdi>${head.name}</bdi> · ${what}</strong>
		<span><bdi>${head.market}</bdi> · ${longDay(head.date)}</span>
	</div></th></tr>`;
}

/* The rows of one person: the name once, then row by row. */
function Together({ rows, who, full, cells }) {
	return html`<tbody class="together">${rows.map((row, i) => html`<tr
		key=${`${row.code}/${row.line}`}>
		<td><${Tick} /></td>
		${i === 0 && html`<td rowspan=${rows.length}><${Person}
			name=${row[who]} phone=${row[`${who}_phone`]}
			person=${row[`${who}_person`]} full=${full} /></td>`}
		${cells(row)}
		<td class="code">${row.code}</td></tr>`)}</tbody>`;
}

function Bring({ head, rows, full, goods }) {
	if (rows.length === 0)
		return null;
	const cells = (row) => html`
		<td class="goods"><strong>${amount(row.quantity, row.unit)}</strong>
			${' '}${goods.name(row.product)}</td>
		<td class="number">${money(row.price)}</td>
		<td class="number">${money(row.total)}</td>
		<td><${Person} name=${row.buyer} phone=${row.buyer_phone}
			person=${row.buyer_person} full=${full} /></td>`;

	return html`<${Wide} class="sheet-wide" label=${t('day.bring')}>
		<table class="sheet-table">
		<caption>${t('day.bring')}</caption>
		<thead><${PaperHead} head=${head} what=${t('day.bring')} span="7" />
			<tr><th scope="col" class="tick-column"><span class="unseen">
			${t('day.done')}</span></th>
			<th scope="col">${t('day.seller')}</th><th scope="col">${t('day.goods')}</th>
			<th scope="col" class="number">${t('day.price')}</th>
			<th scope="col" class="number">${t('day.total')}</th>
			<th scope="col">${t('day.buyer')}</th><th scope="col">${t('day.code')}</th></tr></thead>
		${byPerson(rows, 'seller').map((own) => html`<${Together}
			key=${`${own[0].code}/${own[0].line}`} rows=${own} who="seller" full=${full}
			cells=${cells} />`)}
		<tfoot>${sums(rows).map((sum) => html`<tr
			key=${`${sum.product} ${sum.unit}`}>
			<td /><th scope="row">${t('day.sum')}</th>
			<td class="goods"><strong>${amount(sum.quantity, sum.unit)}
				</strong> ${goods.name(sum.product)}</td><td />
			<td class="number">${money(sum.total, rows[0].currency)}</td>
			<td /><td /></tr>`)}</tfoot>
	</table></${Wide}>`;
}

function Owe({ head, rows, full, goods }) {
	if (rows.length === 0)
		return null;
	const cells = (row) => html`
		<td class="number"><strong>${money(row.due, row.currency)}
			</strong></td>
		<td><${Person} name=${row.seller} phone=${row.seller_phone}
			person=${row.seller_person} full=${full} /></td>
		<td class="goods">${amount(row.quantity, row.unit)}
			${' '}${goods.name(row.product)}</td>`;

	return html`<${Wide} class="sheet-wide" label=${t('day.owe')}>
		<table class="sheet-table">
		<caption>${t('day.owe')}</caption>
		<thead><${PaperHead} head=${head} what=${t('day.owe')} span="6" />
			<tr><th scope="col" class="tick-column"><span class="unseen">
			${t('day.done')}</span></th>
			<th scope="col">${t('day.buyer')}</th><th scope="col" class="number">${t('day.owes')}</th>
			<th scope="col">${t('day.to')}</th><th scope="col">${t('day.for')}</th>
			<th scope="col">${t('day.code')}</th></tr></thead>
		${byPerson(rows, 'buyer').map((own) => html`<${Together}
			key=${`${own[0].code}/${own[0].line}`} rows=${own} who="buyer" full=${full}
			cells=${cells} />`)}
		<tfoot><tr><td /><th scope="row">${t('day.sum')}</th>
			<td class="number"><strong>${money(add(rows, 'due'),
				rows[0].currency)}</strong></td><td /><td /><td />
		</tr></tfoot>
	</table></${Wide}>`;
}

function Sheet({ sheet, date, full, goods }) {
	const me = useMe();
	const head = { name: sheet.name || t('day.nowhere'), date,
		market: me.market };

	return html`<section class="sheet card">
		<header class="sheet-head noprint">
			<h2><bdi>${head.name}</bdi></h2>
			<p>${t('page.day')} · <bdi>${me.market}</bdi> ·
				${' '}${longDay(date)}</p>
		</header>
		<${Bring} head=${head} rows=${sheet.bring} full=${full}
			goods=${goods} />
		<${Owe} head=${head} rows=${sheet.owe} full=${full}
			goods=${goods} />
		<footer class="sheet-foot">
			<span>${t('day.gave')}</span><span>${t('day.took')}</span>
			<span>${t('day.when')}</span>
		</footer>
	</section>`;
}

/* {person: number} of everybody on the sheets whose number is masked. */
async function reveal(rows) {
	const people = new Set(rows.flatMap((row) => [
		isMasked(row.seller_phone) && row.seller_person,
		isMasked(row.buyer_phone) && row.buyer_person]).filter(Boolean));
	const full = {};

	for (const person of people) {
		const answer = await post('reveal', { person });

		full[person] = answer.phone ?? answer.number;
	}
	return full;
}

function Numbers({ rows, put }) {
	const me = useMe();
	const act = useAct();
	const masked = rows.some((row) => isMasked(row.seller_phone) ||
		isMasked(row.buyer_phone));
	const ask = async () => {
		const full = await act.run(() => reveal(rows));

		if (full)
			put(full);
	};

	if (!masked || !me.can('operator'))
		return null;
	return html`<button type="button" class="button" aria-disabled=${act.busy}
		onClick=${ask} title=${t('phone.why')}>${act.busy
			? t('state.busy') : t('day.numbers')}</button>
		${act.problem && html`<span class="bad-text" role="alert">
			${problemText(act.problem)}</span>`}`;
}

export default function Day({ query }) {
	const date = query.date ?? dayInput();
	const asked = useGet('report/day', { date, area: query.area });
	const areas = useAreas();
	const goods = useGoods();
	const [full, setFull] = useState({});
	const rows = asked.data?.items ?? [];

	return html`<${Head} title=${t('page.day')} note=${t('day.note')}>
			<${Numbers} rows=${rows} put=${setFull} />
			<button type="button" class="button main"
				disabled=${rows.length === 0}
				onClick=${() => window.print()}>${t('day.print')}</button>
		</${Head}>
		<${FilterBar} query=${{ ...query, date }} fields=${[
			{ key: 'date', label: t('day.date'), type: 'date' },
			{ key: 'area', label: t('people.area'), type: 'select',
				options: areas.map((area) => [area, area]) },
		]} />
		${asked.problem && !asked.data && html`<${Trouble}
			problem=${asked.problem} again=${asked.reload} />`}
		${!asked.problem && !asked.data && html`<${Loading} />`}
		${asked.data && rows.length === 0 && html`<${Empty}
			title=${t('day.empty')} hint=${t('day.empty_hint')} />`}
		${sheets(rows).map((sheet) => html`<${Sheet} key=${sheet.name}
			sheet=${sheet} date=${date} full=${full} goods=${goods} />`)}
		${asked.data && rows.length > 0 && html`<p class="muted small">
			${t('day.made', { time: exact(new Date()) })}</p>`}`;
}
