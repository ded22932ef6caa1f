/* audit - who changed what, newest first; and whether the chain is whole. */
import { html, useState } from '../lib/view.js';
import { address, get } from '../lib/api.js';
import { useAct, useList } from '../lib/use.js';
import { t } from '../lib/text.js';
import { number } from '../lib/format.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Rows, problemText } from '../part/state.js';
import { Table } from '../part/table.js';
import { When } from '../part/when.js';

/* furrowd goes through the whole chain and names the first bad row. */
function Verify() {
	const act = useAct();
	const [answer, setAnswer] = useState(null);
	const ask = async () => {
		setAnswer(null);
		const got = await act.run(() => get('audit/verify'));

		if (got)
			setAnswer(got);
	};

	return html`<div class="buttons noprint" role="status">
		<button type="button" class="button" aria-disabled=${act.busy}
			onClick=${ask}>${act.busy ? t('state.busy')
				: t('audit.verify')}</button>
		${act.problem && html`<span class="bad-text">
			${problemText(act.problem)}</span>`}
		${answer && (answer.whole ? html`<span class="good-text">
				${t('audit.whole', { n: number(answer.rows) })}</span>`
			: html`<span class="bad-text"><strong>
				${t('audit.broken', { id: answer.row ?? '?' })}
				</strong> <bdi>${answer.text}</bdi>
			</span>`)}
	</div>`;
}

export default function Audit({ query }) {
	const asks = { actor: query.actor, action: query.action,
		since: query.since, until: query.until, order: 'newest' };
	const list = useList('audit', asks);

	return html`<${Head} title=${t('page.audit')} note=${t('audit.note')}>
			<a class="button" download="audit.csv"
				href=${address('audit.csv', asks)}>CSV</a>
		</${Head}>
		<div class="stack">
		<${Verify} />
		<${FilterBar} query=${query} fields=${[
			{ key: 'actor', label: t('audit.actor'), type: 'search',
				hint: 'admin:amina' },
			{ key: 'action', label: t('audit.action'), type: 'text',
				hint: 'reveal' },
			{ key: 'since', label: t('filter.since'), type: 'date' },
			{ key: 'until', label: t('filter.until'), type: 'date' },
		]} />
		<${Rows} list=${list} empty=${t('audit.none')}>
			<${Table} name=${t('page.audit')}
				rows=${list.rows} rowKey=${(row) => row.id}
				busy=${list.busy} columns=${[
				{ key: 'action', label: t('audit.action'), lead: true,
					cell: (row) => html`<strong>${row.action}</strong>` },
				{ key: 'actor', label: t('audit.actor'), cell: (row) =>
					html`<bdi>${row.actor}</bdi>` },
				{ key: 'what', label: t('audit.what'), kind: 'words',
					cell: (row) => html`<bdi>${row.what}</bdi>` },
				{ key: 'time', label: t('time.time'), kind: 'time',
					cell: (row) => html`<${When} time=${row.time} />` },
				{ key: 'id', label: t('audit.row'), kind: 'number' },
			]} />
			<${Pager} list=${list} />
		</${Rows}></div>`;
}
