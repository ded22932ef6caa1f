/* offers - what sellers have to sell: a list, to add to and to correct. */
import { html, useState } from '../lib/view.js';
import { address, post } from '../lib/api.js';
import { useList } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { useGoods } from '../lib/goods.js';
import { link } from '../lib/route.js';
import { t } from '../lib/text.js';
import { amount, money } from '../lib/format.js';
import { Badge } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Field } from '../part/field.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Import } from '../part/import.js';
import { Pager } from '../part/pager.js';
import { Rows } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const personOf = (row) => row.seller_person ?? row.person;

/* An offer is known by its seller, product and unit: those of one that is
 * there stay. */
function Edit({ row, open, close, done }) {
	const goods = useGoods();
	const run = async (given) => {
		const body = { product: row?.product ?? given.product,
			unit: row?.unit ?? given.unit, quantity: given.quantity,
			price: given.price };

		if (row && personOf(row) !== undefined)
			body.person = personOf(row);
		else
			body.phone = row?.phone ?? given.phone;
		await post('offers', body);
		toast(t('offers.saved'));
		done();
	};

	return html`<${Confirm} open=${open} close=${close} run=${run}
		title=${row ? t('offers.edit') : t('offers.add')}
		label=${t('act.save')}
		text=${row && `${row.seller}, ${goods.name(row.product)}`}>
		${!row && html`<${Field} label=${t('offers.seller_phone')}
				name="phone" required inputmode="tel" maxlength="24"
				autocomplete="off" />
			<${Field} label=${t('offers.product')}>
				<select name="product" required>
				${goods.list.map(([key, name]) => html`<option key=${key}
					value=${key}>${name}</option>`)}</select></${Field}>
			<${Field} label=${t('offers.unit')} name="unit" required
				maxlength="15" defaultValue="kg" autocomplete="off" />`}
		<${Field} label=${t('offers.quantity')} name="quantity" required
			inputmode="decimal" pattern="[0-9]+([.][0-9]+)?"
			maxlength="12" defaultValue=${row?.quantity} autocomplete="off" />
		<${Field} label=${t('offers.price')} name="price" required
			inputmode="decimal" pattern="[0-9]+([.][0-9]+)?"
			maxlength="12" defaultValue=${row?.price} autocomplete="off" />
	</${Confirm}>`;
}

function columns(goods, me, edit) {
	return [
		{ key: 'product', label: t('offers.product'), lead: true,
			cell: (row) => html`<strong>${goods.name(row.product)}</strong>
				${row.grade && ` ${row.grade}`}` },
		{ key: 'seller', label: t('offers.seller'), cell: (row) =>
			(personOf(row) === undefined ? html`<bdi>${row.seller}</bdi>`
				: html`<a href=${link('people', personOf(row))}>
					<bdi>${row.seller || row.phone}</bdi></a>`) },
		{ key: 'left', label: t('offers.left'), kind: 'number',
			cell: (row) => (row.closed ? html`<${Badge} look="off">
				${t('offers.closed')}</${Badge}>`
				: amount(row.left, row.unit)) },
		{ key: 'held', label: t('offers.held'), kind: 'number',
			cell: (row) => amount(row.held, row.unit) },
		{ key: 'price', label: t('offers.price'), kind: 'number',
			cell: (row) => html`<bdi>${money(row.price, row.currency)}
				<span class="muted small"> / ${row.unit}</span></bdi>` },
		{ key: 'until', label: t('offers.until'), kind: 'time',
			cell: (row) => html`<${When} time=${row.until} />` },
		...(me.can('operator') ? [{ key: 'edit', unseen: true,
			label: t('list.acts'),
			cell: (row) => html`<button type="button" class="plain small"
				onClick=${() => edit(row)}
				aria-label=${`${t('offers.edit')}: ${row.seller}, ${
					goods.name(row.product)}`}>${t('offers.edit')}
			</button>` }] : []),
	];
}

export default function Offers({ query }) {
	const me = useMe();
	const goods = useGoods();
	const asks = { phone: query.phone, person: query.person };
	const list = useList('offers', asks);
	const [editing, setEditing] = useState(null); /* a row, or 'new' */
	const [bringing, setBringing] = useState(false);

	return html`<${Head} title=${t('page.offers')}>
			<a class="button" download="offers.csv"
				href=${address('offers.csv', asks)}>CSV</a>
			${me.can('operator') && html`
				<button type="button" class="button"
					onClick=${() => setBringing(true)}>
					${t('import.title')}</button>
				<button type="button" class="button main"
					onClick=${() => setEditing('new')}>
					${t('offers.add')}</button>`}
		</${Head}>
		<${FilterBar} query=${query} fields=${[
			{ key: 'phone', label: t('offers.seller_phone'),
				type: 'text' }]} />
		<${Rows} list=${list} empty=${t('offers.none')}
			hint=${t('offers.first_hint')}>
			<${Table} name=${t('page.offers')}
				rows=${list.rows} rowKey=${(row) => row.id}
				busy=${list.busy} columns=${columns(goods, me, setEditing)} />
			<${Pager} list=${list} />
		</${Rows}>
		<${Edit} row=${editing === 'new' ? null : editing}
			open=${editing !== null} close=${() => setEditing(null)}
			done=${list.reload} />
		<${Import} what="offers" open=${bringing} done=${list.reload}
			close=${() => setBringing(false)}
			columns="phone,product,quantity,unit,price,unit_kg,grade,from,until"
		/>`;
}
