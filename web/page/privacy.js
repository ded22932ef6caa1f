/* privacy - one person's rights: all that is stored of them as a file, and to
 * be forgotten; who has been; and how long what is kept.
 *
 * An erasure cannot be taken back: furrowd first says what stands against it
 * (an open order), and the admin types a word.  Numbers in the file are masked
 * as on every page; `furrow privacy export` on the machine itself gives them in
 * full. */
import { html, useState } from '../lib/view.js';
import { get, post } from '../lib/api.js';
import { useAct, useGet, useList } from '../lib/use.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { number } from '../lib/format.js';
import { Badge } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Empty, Loading, Rows, problemText } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

function save(name, object) {
	const file = new Blob([JSON.stringify(object, null, '\t')],
		{ type: 'application/json' });
	const address = URL.createObjectURL(file);
	const element = Object.assign(document.createElement('a'),
		{ href: address, download: name });

	element.click();
	setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function rowsOf(table, person) {
	const rows = [];
	let after;

	do {
		const page = await get(`privacy/${table}`, { person, after });

		rows.push(...page.items);
		after = page.next;
	} while (after !== null && after !== undefined);
	return rows;
}

/* Tables without a row of theirs are left out. */
async function everything(person) {
	const { tables, ...whole } = await post('privacy', { person });
	const rows = {};

	for (const table of tables) {
		const found = await rowsOf(table, person);

		if (found.length > 0)
			rows[table] = found;
	}
	return { ...whole, rows };
}

function Erase({ person, name, done }) {
	const [open, setOpen] = useState(false);
	const asked = useGet(open ? 'erasures' : null, { person });
	const blocked = asked.data?.blocked;
	const run = async () => {
		await post('erasures', { person });
		toast(t('privacy.erased'));
		done();
	};

	return html`<button type="button" class="button danger"
			onClick=${() => setOpen(true)}>${t('privacy.erase')}</button>
		<${Confirm} title=${`${t('privacy.erase')}: ${name}`} danger
			open=${open} close=${() => setOpen(false)} run=${run}
			label=${t('privacy.erase')} text=${t('privacy.erase_why')}
			typed=${t('privacy.erase_word')}>
			${blocked && html`<div class="notice bad">
				<strong>${t('privacy.blocked')}</strong>
				<p><bdi>${blocked}</bdi></p></div>`}
		</${Confirm}>`;
}

function One({ id, done }) {
	const act = useAct();
	const asked = useGet('people', { person: id });
	const row = asked.data?.items[0];
	const take = () => act.run(async () => save(`person-${id}.json`,
		await everything(Number(id))));

	if (!row)
		return asked.busy ? html`<${Loading} rows=${2} />`
			: html`<${Empty} title=${t('people.gone')} />`;
	return html`<section class="card stack">
		<h2><a href=${link('people', id)}><bdi>${row.name ||
			t('people.nameless')}</bdi></a>
			${' '}<bdi class="number muted small">${row.phone}</bdi></h2>
		<p>${t('privacy.one')}</p>
		<div class="buttons">
			<button type="button" class="button" aria-disabled=${act.busy}
				onClick=${take}>${act.busy ? t('state.busy')
					: t('privacy.export')}</button>
			<${Erase} person=${row.id} name=${row.name || row.phone}
				done=${done} />
		</div>
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}
	</section>`;
}

function Erasures({ list }) {
	return html`<section class="stack"><h2>${t('privacy.erasures')}</h2>
		<${Rows} list=${list} rows=${2} empty=${t('privacy.none')}>
		<${Table} name=${t('privacy.erasures')}
			rows=${list.rows} rowKey=${(row) => row.id} columns=${[
			{ key: 'person', label: t('privacy.person'), lead: true,
				kind: 'number' },
			{ key: 'stage', label: t('filter.state'), cell: (row) =>
				html`<${Badge} look=${row.ended ? 'done' : 'open'}>
					${row.ended ? t('privacy.done')
						: word('erasure', row.stage)}</${Badge}>` },
			{ key: 'texts', label: t('privacy.texts'), kind: 'number',
				cell: (row) => number(row.texts) },
			{ key: 'begun', label: t('privacy.begun'), kind: 'time',
				cell: (row) => html`<${When} time=${row.begun} />` },
			{ key: 'ended', label: t('privacy.ended'), kind: 'time',
				cell: (row) => html`<${When} time=${row.ended} />` },
		]} /><${Pager} list=${list} /></${Rows}></section>`;
}

function keptFor(row) {
	if (row.keep_days !== null)
		return t('privacy.days', { days: number(row.keep_days) });
	return row.rule === 'until told' ? t('privacy.until_told')
		: t('privacy.for_ever');
}

function Kept() {
	const list = useList('retention');

	return html`<section class="stack"><h2>${t('privacy.kept')}</h2>
		<${Rows} list=${list} rows=${4} empty=${t('privacy.none')}>
		<${Table} rows=${list.rows} rowKey=${(row) => row.kind} columns=${[
			{ key: 'kind', label: t('privacy.what'), lead: true,
				cell: (row) => word('kept', row.kind) },
			{ key: 'keep_days', label: t('privacy.how_long'),
				cell: (row) => keptFor(row) },
			{ key: 'oldest', label: t('privacy.oldest'), kind: 'time',
				cell: (row) => html`<${When} time=${row.oldest} />` },
			{ key: 'gone', label: t('privacy.gone'), kind: 'number',
				cell: (row) => number(row.gone) },
			{ key: 'last', label: t('privacy.last'), kind: 'time',
				cell: (row) => html`<${When} time=${row.last} />` },
		]} /></${Rows}></section>`;
}

export default function Privacy({ id }) {
	const list = useList('erasures');

	return html`<${Head} title=${t('page.privacy')} />
		<div class="stack-wide">
			${id === '' ? html`<p>${t('privacy.whose')}${' '}
				<a href=${link('people')}>${t('page.people')}</a></p>`
				: html`<${One} key=${id} id=${id} done=${list.reload} />`}
			<${Erasures} list=${list} />
			<${Kept} />
		</div>`;
}
