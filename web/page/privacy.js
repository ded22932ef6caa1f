/* privacy - what is kept for how long, and one person's rights: everything
 * about them as a file, and to be forgotten.
 *
 * To erase cannot be taken back: furrowd first says what would go and what
 * must stay, and the admin types a word. */
import { html, useState } from '../lib/view.js';
import { get, post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { go, link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { none, number } from '../lib/format.js';
import { Confirm } from '../part/dialog.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
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

function Retention() {
	const asked = useGet('privacy/report');
	const rows = asked.data?.items ?? [];

	if (asked.problem)
		return asked.problem.status === 404 ? null
			: html`<${Trouble} problem=${asked.problem}
				again=${asked.reload} />`;
	if (!asked.data)
		return html`<${Loading} />`;
	return html`<section class="stack"><h2>${t('privacy.kept')}</h2>
		<${Table} rows=${rows} rowKey=${(row) => row.kind} columns=${[
			{ key: 'kind', label: t('privacy.kind'), lead: true,
				cell: (row) => html`<strong>${word('kept', row.kind)}
					</strong>` },
			{ key: 'rule', label: t('privacy.rule'), cell: (row) =>
				row.rule || row.keep || t('privacy.always') },
			{ key: 'oldest', label: t('privacy.oldest'), kind: 'time',
				cell: (row) => html`<${When} time=${row.oldest} />` },
			{ key: 'gone', label: t('privacy.gone'), kind: 'number',
				cell: (row) => (row.gone === undefined ? none
					: number(row.gone)) },
			{ key: 'last_run', label: t('privacy.last_run'), kind: 'time',
				cell: (row) => html`<${When} time=${row.last_run} />` },
		]} /></section>`;
}

const list = (rows) => html`<ul>${rows.map((row, i) => html`<li key=${i}>
	<bdi>${typeof row === 'string' ? row
		: `${row.kind ?? row.what ?? ''} ${row.count ?? ''} ${
			row.why ?? ''}`.trim()}</bdi></li>`)}</ul>`;

function Plan({ plan }) {
	if (!plan)
		return html`<p class="muted">${t('state.busy')}</p>`;
	return html`<div class="stack">
		${plan.blocked?.length > 0 && html`<div class="notice bad">
			<strong>${t('privacy.blocked')}</strong>
			${list(plan.blocked)}</div>`}
		${plan.goes?.length > 0 && html`<div>
			<strong>${t('privacy.goes')}</strong>${list(plan.goes)}</div>`}
		${plan.stays?.length > 0 && html`<div>
			<strong>${t('privacy.stays')}</strong>${list(plan.stays)}</div>`}
	</div>`;
}

function Erase({ person, name }) {
	const [open, setOpen] = useState(false);
	const [plan, setPlan] = useState(null);
	const begin = () => {
		setOpen(true);
		get('privacy/erase', { person }).then(setPlan, () => setPlan({}));
	};
	const run = async () => {
		await post('privacy/erase', { person, yes: true });
		toast(t('privacy.erased'));
		go('people');
	};

	return html`<button type="button" class="button danger"
			onClick=${begin}>${t('privacy.erase')}</button>
		<${Confirm} title=${`${t('privacy.erase')}: ${name}`} danger
			open=${open} close=${() => setOpen(false)} run=${run}
			label=${t('privacy.erase')} text=${t('privacy.erase_why')}
			typed=${t('privacy.erase_word')}>
			<${Plan} plan=${plan} /></${Confirm}>`;
}

function One({ id }) {
	const act = useAct();
	const asked = useGet('people', { person: id });
	const row = asked.data?.items.find((one) => String(one.id) === id);
	const take = () => act.run(async () => save(`person-${id}.json`,
		await get('privacy/export', { person: id })));

	if (!row)
		return asked.busy ? html`<${Loading} rows=${2} />`
			: html`<${Empty} title=${t('people.gone')} />`;
	return html`<section class="card stack">
		<h2><a href=${link('people', id)}><bdi>${row.name ||
			t('people.nameless')}</bdi></a>
			${' '}<bdi class="number muted small">${row.phone}</bdi></h2>
		<p>${t('privacy.one')}</p>
		<div class="buttons">
			<button type="button" class="button" disabled=${act.busy}
				onClick=${take}>${act.busy ? t('state.busy')
					: t('privacy.export')}</button>
			<${Erase} person=${row.id} name=${row.name || row.phone} />
		</div>
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}
	</section>`;
}

export default function Privacy({ id }) {
	return html`<${Head} title=${t('page.privacy')} />
		<div class="stack-wide">
			${id === '' ? html`<p>${t('privacy.whose')}${' '}
				<a href=${link('people')}>${t('page.people')}</a></p>`
				: html`<${One} key=${id} id=${id} />`}
			<${Retention} />
		</div>`;
}
