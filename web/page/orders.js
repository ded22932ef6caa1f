/* orders - #/orders: the list, newest first; #/orders/CODE or /ID: one whole. */
import { html } from '../lib/view.js';
import { address } from '../lib/api.js';
import { useGoods } from '../lib/goods.js';
import { useList } from '../lib/use.js';
import { useFreshList } from '../lib/live.js';
import { link } from '../lib/route.js';
import { dayBegin } from '../lib/time.js';
import { t, word } from '../lib/text.js';
import { amount, money } from '../lib/format.js';
import { FilterBar, isFiltered } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Phone } from '../part/phone.js';
import { Rows } from '../part/state.js';
import { State } from '../part/badge.js';
import { Table } from '../part/table.js';
import { When } from '../part/when.js';
import { Order } from './order.js';

const STATES = ['asked', 'waiting', 'offered', 'confirmed', 'fulfilled',
	'disputed', 'unfilled', 'cancelled', 'failed'];
const NEWEST = '9223372036854775807';

const columns = (goods) => [
	{ key: 'code', label: t('orders.code'), lead: true, cell: (row) => html`
		<span class="code">#${row.code || row.id}</span>${row.line > 1 &&
			html`<span class="muted small"> · ${row.line}</span>`}` },
	{ key: 'state', label: t('filter.state'), cell: (row) => html`
		<${State} kind="order" value=${row.state} />` },
	{ key: 'what', label: t('orders.what'), cell: (row) => html`
		<bdi>${goods.name(row.product)}</bdi>
		${' '}${amount(row.quantity, row.unit)}` },
	{ key: 'total', label: t('orders.total'), kind: 'number',
		cell: (row) => money(row.total, row.currency) },
	{ key: 'buyer', label: t('orders.buyer'), cell: (row) => html`
		<${Phone} number=${row.buyer} name=${row.buyer_name}
			person=${row.buyer_person} />` },
	{ key: 'seller', label: t('orders.seller'), cell: (row) => html`
		<${Phone} number=${row.seller} name=${row.seller_name}
			person=${row.seller_person} />` },
	{ key: 'created', label: t('orders.created'), kind: 'time',
		cell: (row) => html`<${When} time=${row.created} />` },
];

function List({ query }) {
	const asked = { ...query, names: 1, since: dayBegin(query.since),
		until: dayBegin(query.until, 1) };
	const goods = useGoods();
	const list = useList('orders', { ...asked, before: NEWEST },
		{ cursor: 'before' });
	const fields = [
		{ key: 'phone', type: 'search', label: t('filter.phone'),
			hint: '0712 …' },
		{ key: 'state', type: 'select', label: t('filter.state'),
			options: STATES.map((state) =>
				[state, word('order', state)]) },
		{ key: 'area', type: 'text', label: t('filter.area') },
		{ key: 'since', type: 'date', label: t('filter.since') },
		{ key: 'until', type: 'date', label: t('filter.until') },
	];

	const none = isFiltered(query) ? 'orders.none' : 'orders.first';

	useFreshList(['order'], list);
	return html`
		<${Head} title=${t('page.orders')}>
			<a class="button" download="orders.csv"
				href=${address('orders.csv', asked)}>CSV</a>
		</${Head}>
		<${FilterBar} fields=${fields} query=${query} />
		<${Rows} list=${list} empty=${t(none)} hint=${t(`${none}_hint`)}>
			<${Table} name=${t('page.orders')}
				columns=${columns(goods)} rows=${list.rows}
				busy=${list.busy}
				rowKey=${(row) => `${row.id}.${row.line}`}
				href=${(row) => link('orders', row.id)} />
		</${Rows}>
		<${Pager} list=${list} />`;
}

export default function Orders({ id, query }) {
	return id === '' ? html`<${List} query=${query} />`
		: html`<${Order} key=${id} id=${id} />`;
}
