/* people - who buys and sells here: a list, and one person with all that
 * belongs to them; to add, to correct, and to bring in from a table (CSV). */
import { html, useState } from '../lib/view.js';
import { address, post } from '../lib/api.js';
import { useGet, useList } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { useAreas } from '../lib/areas.js';
import { useGoods } from '../lib/goods.js';
import { link } from '../lib/route.js';
import { LANGUAGES, t, word } from '../lib/text.js';
import { amount, money, number } from '../lib/format.js';
import { Badge, State } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Facts } from '../part/facts.js';
import { Field } from '../part/field.js';
import { FilterBar, isFiltered } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Import } from '../part/import.js';
import { Pager } from '../part/pager.js';
import { Phone } from '../part/phone.js';
import { Loading, Rows, Trouble } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const ROLES = ['buyer', 'seller', 'leader', 'officer', 'promoter', 'expert',
	'admin'];
const LOOKS = { buyer: 'open', seller: 'good', leader: 'good',
	officer: 'wait', admin: 'wait' };

const CONSENTS = { open: 'wait', yes: 'done', no: 'bad' };

const nameOf = (row) => row.name || t('people.nameless');
const roles = (row) => row.roles.map((role) => html`<${Badge} key=${role}
	look=${LOOKS[role] ?? 'off'}>${word('role', role)}</${Badge}> `);
const tongue = (tag) => LANGUAGES[tag] ?? tag;

/* A new person, or (row given) another state of one; a number that is masked
 * is not sent back, the person's id stands for it. */
function Edit({ row, open, close, done }) {
	const areas = useAreas();
	const run = async (given) => {
		const rolesGiven = ROLES.filter((role) => given[role]).join('|');
		const body = { name: given.name, place: given.place,
			area: given.area, lang: given.lang, roles: rolesGiven };

		if (row)
			body.person = row.id;
		else
			body.phone = given.phone;
		await post('people', body);
		toast(t('people.saved'));
		done();
	};

	return html`<${Confirm} open=${open} close=${close} run=${run}
		title=${row ? t('people.edit') : t('people.add')}
		label=${t('act.save')}>
		${!row && html`<${Field} label=${t('people.phone')} name="phone"
			required inputmode="tel" maxlength="24" autocomplete="off" />`}
		<${Field} label=${t('people.name')} name="name" maxlength="60"
			defaultValue=${row?.name}
			autocomplete="off" />
		<fieldset class="field"><legend>${t('people.roles')}</legend>
			<div class="checks">${ROLES.map((role) => html`<label
				class="field check" key=${role}><input type="checkbox"
				name=${role} defaultChecked=${row?.roles.includes(role)} />
				<span>${word('role', role)}</span></label>`)}</div>
		</fieldset>
		<${Field} label=${t('people.place')} name="place" maxlength="60"
			defaultValue=${row?.place} autocomplete="off" />
		<${Field} label=${t('people.area')}><select name="area">
			<option value="">–</option>
			${areas.map((area) => html`<option key=${area} value=${area}
				selected=${area === row?.area}>${area}</option>`)}
			</select></${Field}>
		<${Field} label=${t('people.lang')}><select name="lang">
			<option value="">–</option>
			${Object.entries(LANGUAGES).map(([tag, name]) => html`<option
				key=${tag} value=${tag} selected=${tag === row?.lang}>
				${name}</option>`)}
			${row?.lang && !LANGUAGES[row.lang] && html`<option selected
				value=${row.lang}>${row.lang}</option>`}
			</select></${Field}>
	</${Confirm}>`;
}

function All({ query }) {
	const me = useMe();
	const asks = { role: query.role, phone: query.phone, name: query.name };
	const list = useList('people', asks);
	const [adding, setAdding] = useState(false);
	const [bringing, setBringing] = useState(false);

	return html`<${Head} title=${t('page.people')}>
			<a class="button" download="people.csv"
				href=${address('people.csv', asks)}>CSV</a>
			${me.can('admin') && html`<button type="button" class="button"
				onClick=${() => setBringing(true)}>
				${t('import.title')}</button>`}
			${me.can('operator') && html`<button type="button"
				class="button main" onClick=${() => setAdding(true)}>
				${t('people.add')}</button>`}
		</${Head}>
		<${FilterBar} query=${query} fields=${[
			{ key: 'name', label: t('people.name'), type: 'search' },
			{ key: 'phone', label: t('people.phone'), type: 'text' },
			{ key: 'role', label: t('people.role'), type: 'select',
				options: ROLES.map((role) => [role,
					word('role', role)]) },
		]} />
		<${Rows} list=${list} empty=${t(isFiltered(query)
			? 'people.none' : 'people.first')}
			hint=${!isFiltered(query) && t('people.first_hint')}>
			<${Table} name=${t('page.people')}
				rows=${list.rows} rowKey=${(row) => row.id}
				busy=${list.busy} href=${(row) => link('people', row.id)}
				columns=${[
				{ key: 'name', label: t('people.name'), lead: true,
					cell: (row) => html`<bdi>${nameOf(row)}</bdi>` },
				{ key: 'roles', label: t('people.roles'), cell: roles },
				{ key: 'phone', label: t('people.phone'), cell: (row) =>
					html`<${Phone} number=${row.phone} plain
						person=${row.id} />` },
				{ key: 'area', label: t('people.area'), cell: (row) =>
					html`<bdi>${row.area}</bdi>` },
				{ key: 'lang', label: t('people.lang'), cell: (row) =>
					tongue(row.lang || row.written) },
				{ key: 'heard', label: t('people.heard'), kind: 'time',
					cell: (row) => html`<${When} time=${row.heard} />` },
			]} />
			<${Pager} list=${list} />
		</${Rows}>
		<${Edit} open=${adding} close=${() => setAdding(false)}
			done=${list.reload} />
		<${Import} what="people" open=${bringing} done=${list.reload}
			close=${() => setBringing(false)}
			columns="phone,name,roles,place,area,lang,weight,leader" />`;
}

function Offers({ person }) {
	const goods = useGoods();
	const list = useList('offers', { person });

	if (list.rows.length === 0)
		return null;
	return html`<section class="stack"><h2>${t('page.offers')}</h2>
		<${Table} name=${t('page.offers')}
			rows=${list.rows} rowKey=${(row) => row.id} columns=${[
			{ key: 'product', label: t('offers.product'), lead: true,
				cell: (row) => goods.name(row.product) },
			{ key: 'left', label: t('offers.left'), kind: 'number',
				cell: (row) => amount(row.left, row.unit) },
			{ key: 'price', label: t('offers.price'), kind: 'number',
				cell: (row) => money(row.price, row.currency) },
		]} /></section>`;
}

function Orders({ person }) {
	const goods = useGoods();
	const list = useList('orders', { person }, { limit: 20 });

	return html`<section class="stack"><h2>${t('page.orders')}</h2>
		<${Rows} list=${list} rows=${3} empty=${t('people.no_orders')}>
		<${Table} name=${t('page.orders')}
			rows=${list.rows} href=${(row) => link('orders', row.id)}
			rowKey=${(row) => `${row.id}/${row.line}`} columns=${[
			{ key: 'code', label: t('day.code'), lead: true,
				cell: (row) => html`<span class="code">${row.code}</span>` },
			{ key: 'state', label: t('filter.state'), cell: (row) =>
				html`<${State} kind="order" value=${row.state} />` },
			{ key: 'quantity', label: t('day.goods'), cell: (row) =>
				`${amount(row.quantity, row.unit)} ${
					goods.name(row.product)}` },
			{ key: 'created', label: t('time.time'), kind: 'time',
				cell: (row) => html`<${When} time=${row.created} />` },
		]} /><${Pager} list=${list} /></${Rows}></section>`;
}

function Consents({ person }) {
	const asked = useGet('consents', { person });
	const rows = asked.data?.items ?? [];

	if (rows.length === 0)
		return null;
	return html`<section class="card"><h2>${t('people.consents')}</h2>
		<ul class="lines">${rows.map((row, i) => html`<li key=${i}>
			<span>${word('consent', row.kind)} <${Badge}
				look=${CONSENTS[row.answer] ?? 'off'}>
				${word('consent', row.answer)}</${Badge}></span>
			<${When} time=${row.answered ?? row.asked} /></li>`)}
		</ul></section>`;
}

function usePerson(id) {
	const asked = useGet('people', { person: id });
	const row = asked.data?.items.find((one) => String(one.id) === id);

	return { ...asked, row };
}

function One({ id }) {
	const me = useMe();
	const asked = usePerson(id);
	const [editing, setEditing] = useState(false);
	const { row } = asked;

	if (!row)
		return html`<${Head} title=${t('page.people')} />
			${asked.busy ? html`<${Loading} />` : html`<${Trouble}
				problem=${asked.problem ?? { status: 404,
					text: t('people.gone') }} again=${asked.reload} />`}`;
	return html`<p class="crumbs noprint"><a href=${link('people')}>
			${t('page.people')}</a></p>
		<${Head} title=${nameOf(row)}>
			<a class="button" href=${link('conversations', row.id)}>
				${t('people.talk')}</a>
			${me.can('operator') && html`<button type="button"
				class="button" onClick=${() => setEditing(true)}>
				${t('people.edit')}</button>`}
			${me.can('admin') && html`<a class="button quiet"
				href=${link('privacy', row.id)}>${t('page.privacy')}</a>`}
		</${Head}>
		<div class="stack-wide">
			<section class="card stack">
				<p>${roles(row)} ${row.stopped && html`<${Badge} look="bad">
					${t('people.stopped')}</${Badge}>`}</p>
				<${Facts} pairs=${[
					[t('people.phone'), html`<${Phone} plain
						number=${row.phone} person=${row.id} />`],
					[t('people.phones'), row.phones.length > 1 &&
						number(row.phones.length)],
					[t('people.place'), row.place],
					[t('people.area'), row.area],
					[t('people.lang'), tongue(row.lang || row.written)],
					[t('people.heard'), row.heard &&
						html`<${When} time=${row.heard} />`],
					[t('people.asked'), row.asked &&
						html`<${When} time=${row.asked} />`],
					[t('people.consent'), row.consent &&
						html`<${When} time=${row.consent} />`],
					[t('people.stopped'), row.stopped &&
						html`<${When} time=${row.stopped} />`],
					[t('people.got'), row.got > 0 && number(row.got)],
					[t('people.noshow'), row.noshow > 0 &&
						number(row.noshow)],
				]} />
			</section>
			<${Offers} person=${row.id} />
			<${Orders} person=${row.id} />
			<${Consents} person=${row.id} />
		</div>
		<${Edit} row=${row} open=${editing} done=${asked.reload}
			close=${() => setEditing(false)} />`;
}

export default function People({ id, query }) {
	return id === '' ? html`<${All} query=${query} />`
		: html`<${One} key=${id} id=${id} />`;
}
