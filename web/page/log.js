/* log - #/log: every text in and out, newest first, by words, phone, time,
 * link, state; #/log/ID: one text whole. */
import { html } from '../lib/view.js';
import { address } from '../lib/api.js';
import { useGet, useList } from '../lib/use.js';
import { useFreshList } from '../lib/live.js';
import { link } from '../lib/route.js';
import { dayBegin } from '../lib/time.js';
import { t, word } from '../lib/text.js';
import { FilterBar, isFiltered } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Phone } from '../part/phone.js';
import { Rows } from '../part/state.js';
import { State } from '../part/badge.js';
import { Table } from '../part/table.js';
import { When } from '../part/when.js';
import { Message } from './message.js';

const NEWEST = '9223372036854775807';
const STATES = ['received', 'queued', 'sending', 'sent', 'delivered',
	'unknown', 'refused', 'failed', 'stale'];

const columns = () => [
	{ key: 'time', label: t('log.time'), kind: 'time', lead: true,
		cell: (row) => html`<${When} time=${row.time} />` },
	{ key: 'phone', label: t('log.phone'), cell: (row) => html`
		<span class="way-who"><span class="way" title=${t(`direction.${row.direction}`)}>
			<span aria-hidden="true" class="arrow">${row.direction === 'in' ? '←'
				: '→'}</span><span class="unseen">
			${t(`direction.${row.direction}`)}</span></span>
		<${Phone} number=${row.phone} name=${row.name}
			person=${row.person} /></span>` },
	{ key: 'text', label: t('log.text'), kind: 'words', cell: (row) => html`
		<bdi class="text-in">${row.text || html`<em class="muted">
			${t('log.no_text')}</em>`}</bdi>` },
	{ key: 'order', label: t('log.order'), cell: (row) => row.order && html`
		<a class="code" href=${link('orders', row.order_id)}>#${
			row.order}</a>` },
	{ key: 'link', label: t('log.link'), cell: (row) => row.link },
	{ key: 'state', label: t('filter.state'), cell: (row) => html`
		<${State} kind="message" value=${row.state} />` },
];

function List({ query }) {
	const { follow, ...filter } = query;
	const asked = { ...filter, names: 1, since: dayBegin(filter.since),
		until: dayBegin(filter.until, 1) };
	const list = useList('messages', { ...asked, before: NEWEST },
		{ cursor: 'before' });
	const links = useGet('links');
	const fields = [
		{ key: 'words', type: 'search', label: t('log.words'),
			hint: t('log.words_hint') },
		{ key: 'phone', type: 'text', label: t('filter.phone'),
			hint: '0712 …' },
		{ key: 'state', type: 'select', label: t('filter.state'),
			options: STATES.map((s) => [s, word('message', s)]) },
		{ key: 'link', type: 'select', label: t('log.link'),
			options: (links.data?.items ?? []).map((row) =>
				[row.name, row.name]) },
		{ key: 'area', type: 'text', label: t('filter.area') },
		{ key: 'since', type: 'date', label: t('filter.since') },
		{ key: 'until', type: 'date', label: t('filter.until') },
		{ key: 'follow', type: 'check', label: t('log.follow') },
	];

	const none = isFiltered(filter) ? 'log.none' : 'log.first';

	useFreshList(['message'], list, follow === '1');
	return html`
		<${Head} title=${t('page.log')}>
			<a class="button" download="messages.csv"
				href=${address('messages.csv', asked)}>CSV</a>
		</${Head}>
		<${FilterBar} fields=${fields} query=${query} />
		<${Rows} list=${list} empty=${t(none)} hint=${t(`${none}_hint`)}>
			<${Table} name=${t('page.log')}
				columns=${columns()} rows=${list.rows}
				busy=${list.busy} rowKey=${(row) => row.id}
				href=${(row) => link('log', row.id)} />
		</${Rows}>
		<${Pager} list=${list} />`;
}

export default function Log({ id, query }) {
	return id === '' ? html`<${List} query=${query} />`
		: html`<${Message} key=${id} id=${id} />`;
}
