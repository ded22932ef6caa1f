/* sales - what is sold together: sales with an end, and pools of households. */
import { html } from '../lib/view.js';
import { useList } from '../lib/use.js';
import { useGoods } from '../lib/goods.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { amount, money, number } from '../lib/format.js';
import { Badge } from '../part/badge.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Rows } from '../part/state.js';
import { Table } from '../part/table.js';
import { When } from '../part/when.js';

const LOOKS = { asked: 'wait', planned: 'wait', running: 'open', ended: 'done',
	dropped: 'off' };

function saleColumns(goods) {
	return [
		{ key: 'product', label: t('offers.product'), lead: true,
			cell: (row) => html`<strong>${goods.name(row.product)}</strong>
				${' '}<span class="code">${row.code}</span>` },
		{ key: 'state', label: t('filter.state'), cell: (row) =>
			html`<${Badge} look=${LOOKS[row.state] ?? 'off'}>
				${word('sale', row.state)}</${Badge}>` },
		{ key: 'price', label: t('offers.price'), kind: 'number',
			cell: (row) => money(row.price, row.currency) },
		{ key: 'sold', label: t('sales.sold'), kind: 'number',
			cell: (row) => amount(row.sold, row.unit) },
		{ key: 'left', label: t('offers.left'), kind: 'number',
			cell: (row) => amount(row.left, row.unit) },
		{ key: 'orders', label: t('page.orders'), kind: 'number',
			cell: (row) => number(row.orders) },
		{ key: 'sum', label: t('day.sum'), kind: 'number',
			cell: (row) => money(row.sum, row.currency) },
		{ key: 'until', label: t('offers.until'), kind: 'time',
			cell: (row) => html`<${When} time=${row.until} />` },
	];
}

function poolColumns() {
	return [
		{ key: 'leader', label: t('sales.leader'), lead: true,
			cell: (row) => html`<a href=${link('people', row.id)}>
				<bdi>${row.leader || row.phone}</bdi></a>` },
		{ key: 'households', label: t('report.households'), kind: 'number',
			cell: (row) => number(row.households) },
	];
}

export default function Sales({ id }) {
	const goods = useGoods();
	const pools = id === 'pools';
	const list = useList(pools ? 'pools' : 'sales');

	return html`<${Head} title=${t('page.sales')} />
		<nav class="tabs" aria-label=${t('page.sales')}>
			<a href=${link('sales')} aria-current=${pools ? undefined
				: 'page'}>${t('sales.sales')}</a>
			<a href=${link('sales', 'pools')} aria-current=${pools ? 'page'
				: undefined}>${t('sales.pools')}</a>
		</nav>
		<${Rows} list=${list} empty=${pools ? t('sales.no_pools')
			: t('sales.none')}>
			<${Table} name=${t('page.sales')}
				rows=${list.rows} rowKey=${(row) => row.id}
				columns=${pools ? poolColumns() : saleColumns(goods)} />
			<${Pager} list=${list} />
		</${Rows}>`;
}
